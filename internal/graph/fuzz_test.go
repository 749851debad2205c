package graph

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// Whatever comes, the answer is data or errors, nothing panics inside, and it is not
// long.
func FuzzHandler(f *testing.F) {
	requests, err := filepath.Glob("testdata/*/*.request.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range requests {
		body, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(body))
	}
	for _, query := range []string{
		doubling(10), "query ($a: [Bytes!] = [\"0x00\"] $b: BigInt) { permissions(where: {userAddress_in: $a}) { id } }",
		`{ permissions(where: {publishExpiration_gt: 99999999999999999999}) { stream { storageNodes { storedStreams { id } } } } }`,
		`{ permissions(where: {publishExpiration_gt: 1.5e300, and: [{or: [{canEdit: null}]}]}) { id @skip(if: true) } }`,
	} {
		body, err := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"b": 1e30, "a": []any{"0x"}}})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(body))
	}
	h := newHandler(f, simulatedWorld())
	f.Fuzz(func(t *testing.T, body string) {
		got := post(t, h, body)
		var res map[string]json.RawMessage
		if err := json.Unmarshal([]byte(got), &res); err != nil {
			t.Fatalf("%v in %.500s", err, got)
		}
		if len(res) != 1 || res["data"] == nil && res["errors"] == nil {
			t.Fatalf("neither data nor errors: %.500s", got)
		}
		var errs []struct{ Message string }
		if res["errors"] != nil {
			if err := json.Unmarshal(res["errors"], &errs); err != nil || len(errs) == 0 || len(errs) > maxErrors {
				t.Fatalf("%v in %.500s", err, got)
			}
		}
		for _, e := range errs {
			if e.Message == "" || e.Message == "internal error" {
				t.Fatalf("%.500s", got)
			}
		}
	})
}

// The tokens of a text, whatever it is, lie in it one behind the other.
func FuzzTokens(f *testing.F) {
	f.Add(`query ($a: S = """ $b \""" """ "x\"" #`)
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for tok := range tokens(text) {
			if tok.at < end || tok.text == "" || text[tok.at:tok.at+len(tok.text)] != tok.text {
				t.Fatalf("token %q at %d, the one before ended at %d", tok.text, tok.at, end)
			}
			end = tok.at + len(tok.text)
		}
		if got := withoutVariables(text, map[string]bool{"a": true}); len(got) != len(text) {
			t.Fatalf("%d bytes became %d", len(text), len(got))
		}
	})
}

// The filter that takes a list apart in pages relies on this.
func TestAddressesSortAsTheirTexts(t *testing.T) {
	t.Parallel()
	var texts []string
	for _, hex := range []string{"0x00", "0x09", "0x0a", "0x0f", "0x10", "0x9f", "0xa0", "0xAF", "0xff"} {
		texts = append(texts, nodeID(common.HexToAddress(hex)))
	}
	if !slices.IsSorted(texts) {
		t.Errorf("not in order: %q", texts)
	}
}
