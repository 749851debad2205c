package keys

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/logstore/logstore/message"
)

// The first account of the well-known development mnemonic.
const (
	devKey     = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"
	devAddress = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"
)

func TestFromHex(t *testing.T) {
	t.Parallel()
	for _, text := range []string{devKey, "0x" + devKey, "0X" + strings.ToUpper(devKey), " " + devKey + "\n"} {
		k, err := FromHex(text)
		if err != nil || k.String() != devAddress {
			t.Errorf("FromHex(%q) = %v, %v", text, k, err)
		}
	}
	for _, text := range []string{"", "0x", devKey[1:], devKey + "00", strings.Repeat("zz", 32), strings.Repeat("0", 64), strings.Repeat("f", 64)} {
		_, err := FromHex(text)
		if !errors.Is(err, ErrPrivateKey) {
			t.Errorf("FromHex(%q): %v, want ErrPrivateKey", text, err)
		}
		if len(text) > 10 && strings.Contains(err.Error(), text) {
			t.Errorf("the error shows the key: %v", err)
		}
	}
}

func TestKeyNeverPrints(t *testing.T) {
	t.Parallel()
	k, err := FromHex(devKey)
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", slog.Any("key", k), slog.Any("keys", []*Key{k}), slog.Any("in", struct{ K *Key }{k}))
	texts := []string{log.String()}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d"} {
		texts = append(texts, fmt.Sprintf(verb, k), fmt.Sprintf(verb, *k), fmt.Sprintf(verb, struct{ K *Key }{k}))
	}
	decimal := strings.Trim(fmt.Sprint(k.private[:4]), "[]")
	for _, s := range texts {
		if strings.Contains(strings.ToLower(s), devKey[:16]) || strings.Contains(s, decimal) {
			t.Errorf("the private key shows in %q", s)
		}
	}
}

func TestSaveAndOpen(t *testing.T) {
	t.Parallel()
	k, err := Generate(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "key.json")
	if err := k.Save(path, "geheim", LightKDF); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || IsExposed(path) {
		t.Errorf("mode %v, %v, want 0600", info.Mode(), err)
	}
	if err := k.Save(path, "geheim", LightKDF); !errors.Is(err, fs.ErrExist) {
		t.Errorf("second Save: %v, want fs.ErrExist", err)
	}
	if address, err := AddressIn(path); err != nil || address != k.String() {
		t.Errorf("AddressIn = %q, %v, want %s", address, err, k)
	}
	got, err := Open(path, "geheim")
	if err != nil || got.private != k.private {
		t.Errorf("Open: %v, or another key", err)
	}
	if _, err := Open(path, "falsch"); !errors.Is(err, ErrPassword) {
		t.Errorf("Open with a wrong password: %v, want ErrPassword", err)
	}
	if _, err := Open(path+"x", "geheim"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Open of no file: %v, want fs.ErrNotExist", err)
	}
	if err := os.Chmod(path, 0o644); err != nil || !IsExposed(path) {
		t.Errorf("IsExposed is false for mode 0644 (%v)", err)
	}
}

// A keystore whose address was edited must not pass for somebody else's.
func TestOpenRefusesAnotherAddress(t *testing.T) {
	t.Parallel()
	k, err := FromHex(devKey)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "key.json")
	if err := k.Save(path, "", LightKDF); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(text, []byte(devAddress[2:10]), []byte("00000000")), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, ""); !errors.Is(err, ErrKeystore) {
		t.Errorf("Open: %v, want ErrKeystore", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"empty": "", "no JSON": "oops", "no keystore": "{}", "no crypto": `{"version":3,"address":"00"}`,
		"large": strings.Repeat(" ", maxFileBytes+1),
	} {
		path := filepath.Join(t.TempDir(), "key.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, ""); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v, want an error that names the file", name, err)
		}
	}
}

func TestLazy(t *testing.T) {
	t.Parallel()
	k, err := FromHex(devKey)
	if err != nil {
		t.Fatal(err)
	}
	opened := 0
	s := Lazy(k.Address(), func() (*Key, error) { opened++; return k, nil })
	if s.UserID() != k.Address() || opened != 0 {
		t.Errorf("address %v after %d openings, want none", s.UserID(), opened)
	}
	for range 2 {
		got, err := s.SignPayload([]byte("x"))
		want, _ := k.Signer().SignPayload([]byte("x"))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("signature %x, %v, want %x", got, err, want)
		}
	}
	digest := message.PersonalDigest([]byte("x"))
	if sig, err := s.SignDigest(digest); err != nil {
		t.Error(err)
	} else if by, err := message.RecoverAddress(digest, sig); err != nil || by != k.Address() {
		t.Errorf("digest signed by %v, %v, want %v", by, err, k.Address())
	}
	if opened != 1 || s.SignatureType() != message.SignatureSecp256k1EVM {
		t.Errorf("opened %d times, type %v", opened, s.SignatureType())
	}
	other := Lazy(message.UserID(strings.Repeat("a", 20)), func() (*Key, error) { return k, nil })
	if _, err := other.SignPayload(nil); !errors.Is(err, ErrKeystore) {
		t.Errorf("key of another address: %v, want ErrKeystore", err)
	}
	broken := Lazy(k.Address(), func() (*Key, error) { return nil, ErrPassword })
	if _, err := broken.SignPayload(nil); !errors.Is(err, ErrPassword) {
		t.Errorf("key that does not open: %v, want ErrPassword", err)
	}
	if _, err := broken.SignDigest([32]byte{}); !errors.Is(err, ErrPassword) {
		t.Errorf("key that does not open: %v, want ErrPassword", err)
	}
}

func TestPasswords(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "password")
	if err := WriteSecret(path, []byte(" ge heim \r\n")); err != nil {
		t.Fatal(err)
	}
	if p, err := PasswordFile(path); err != nil || p != " ge heim " {
		t.Errorf("PasswordFile = %q, %v", p, err)
	}
	if a, b := RandomPassword(), RandomPassword(); a == b || len(a) != 26 {
		t.Errorf("random passwords %q, %q", a, b)
	}
}

func FuzzFromHex(f *testing.F) {
	f.Add(devKey)
	f.Add("0x")
	f.Fuzz(func(t *testing.T, s string) {
		k, err := FromHex(s)
		if err == nil && !k.Address().IsAddress() {
			t.Errorf("FromHex(%q) has address %v", s, k)
		}
	})
}

// The address is read from files that other programs wrote.
func FuzzAddressIn(f *testing.F) {
	f.Add([]byte(`{"address":"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"}`))
	f.Add([]byte(`{"address":5}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), "key.json")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		address, err := AddressIn(path)
		if err == nil && address != "" && len(address) != 42 {
			t.Errorf("address %q", address)
		}
	})
}
