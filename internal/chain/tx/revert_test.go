package tx

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
)

func encode(t testing.TB, e abi.Error, args ...any) []byte {
	t.Helper()
	data, err := e.Inputs.Pack(args...)
	if err != nil {
		t.Fatal(err)
	}
	return append(e.ID[:4:4], data...)
}

func TestDecode(t *testing.T) {
	t.Parallel()
	known := parsedABI(t).Errors
	errs := NewErrors(parsedABI(t))
	for _, c := range []struct {
		name string
		data []byte
		kind string
		want string
	}{
		{"nothing", nil, "", "execution reverted without a reason"},
		{"text", encode(t, textError, "not the owner"), "Error", "execution reverted: not the owner"},
		{"text with controls", encode(t, textError, "a\x1b[31m\nb\xff"), "Error", "execution reverted: a [31m b\uFFFD"},
		{"overflow", encode(t, codeError, big.NewInt(0x11)), "Panic", "execution reverted: arithmetic overflow or underflow (panic code 0x11)"},
		{"other panic", encode(t, codeError, big.NewInt(0x99)), "Panic", "execution reverted: panic (panic code 0x99)"},
		{"custom", encode(t, known["error_taken"]), "error_taken", "execution reverted: error_taken"},
		{"custom with arguments", encode(t, known["error_mixed"], common.Address{1}, [32]byte{2}, "no\nte", []byte{3, 4}, true, []uint16{5, 6}), "error_mixed",
			`execution reverted: error_mixed(who 0x0100000000000000000000000000000000000000, id 0x02` + strings.Repeat("0", 62) + `, note "no te", raw 0x0304, true, list [5 6])`},
		{"unknown", []byte{1, 2, 3, 4}, "", "execution reverted: unknown error 0x01020304"},
		{"cut", encode(t, textError, "not the owner")[:20], "", "execution reverted: unknown error 0x08c379a0" + strings.Repeat("0", 32)},
		{"long", bytes.Repeat([]byte{7}, 5000), "", "execution reverted: unknown error 0x" + strings.Repeat("07", 36) + "… (5000 bytes)"},
	} {
		got := errs.Decode(c.data)
		if got.Name != c.kind || got.Error() != c.want || !bytes.Equal(got.Data, c.data) {
			t.Errorf("%s: %q %q, want %q %q", c.name, got.Name, got, c.kind, c.want)
		}
	}
}

func TestExplain(t *testing.T) {
	t.Parallel()
	errs := NewErrors(parsedABI(t))
	taken := fmt.Sprintf("0x%x", encode(t, parsedABI(t).Errors["error_taken"]))
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"geth", chainError{"execution reverted", taken}, "execution reverted: error_taken"},
		{"wrapped", fmt.Errorf("call: %w", chainError{"execution reverted", taken}), "execution reverted: error_taken"},
		{"openethereum", chainError{"VM execution error.", "Reverted " + taken}, "execution reverted: error_taken"},
		{"hardhat", chainError{"VM Exception", map[string]any{"data": taken}}, "execution reverted: error_taken"},
		{"text only", chainError{"execution reverted: not the owner", nil}, "execution reverted: not the owner"},
		{"data that is none", chainError{"execution reverted", "0xzz"}, "execution reverted without a reason"},
		{"nothing", chainError{"execution reverted", "0x"}, "execution reverted without a reason"},
		{"another error", chainError{"nonce too low", nil}, "nonce too low"},
		{"another error with data", chainError{"nonce too low", "0x"}, "nonce too low"},
		{"no answer of a chain", errors.New("revert the change"), "revert the change"},
	} {
		got := errs.Explain(c.err)
		var revert *RevertError
		if got.Error() != c.want || errors.As(got, &revert) != strings.HasPrefix(c.want, "execution reverted") {
			t.Errorf("%s: %v, want %q", c.name, got, c.want)
		}
	}
	if errs.Explain(nil) != nil {
		t.Error("nil is explained")
	}
}

// Whatever a contract returns: no panic, and a text that is short and printable.
func FuzzDecode(f *testing.F) {
	known := parsedABI(f).Errors
	f.Add(encode(f, textError, "not the owner"))
	f.Add(encode(f, codeError, big.NewInt(0x11)))
	f.Add(encode(f, known["error_mixed"], common.Address{1}, [32]byte{2}, "note", []byte{3, 4}, true, []uint16{5, 6}))
	f.Add(encode(f, known["error_stakeTooLow"], big.NewInt(1), big.NewInt(5)))
	errs := NewErrors(parsedABI(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := errs.Decode(data)
		text := r.Error()
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\x1b\n\r") || len(text) > 8*maxReason {
			t.Fatalf("text %q", text)
		}
		if r.Name != "" && r.Name != "Error" && r.Name != "Panic" {
			if _, ok := known[r.Name]; !ok {
				t.Fatalf("name %q", r.Name)
			}
			// What was understood can be said again in the same words.
			packed, err := known[r.Name].Inputs.Pack(r.Args...)
			if err != nil {
				t.Fatal(err)
			}
			if again := errs.Decode(append(data[:4:4], packed...)); again.Error() != text {
				t.Fatalf("%q, decoded again %q", text, again)
			}
		}
		_ = errs.Explain(chainError{string(data), string(data)})
	})
}
