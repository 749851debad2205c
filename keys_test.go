package logstore_test

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/message"
)

// The first account of the well-known test mnemonic of EVM developers.
const (
	knownSecret  = "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"
	knownAddress = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"
)

func TestKeysNeverPrintTheirSecret(t *testing.T) {
	t.Parallel()
	for _, text := range []string{knownSecret, "0x" + knownSecret, "0X" + strings.ToUpper(knownSecret)} {
		k, err := logstore.KeyFromHex(text)
		if err != nil {
			t.Fatal(err)
		}
		if k.Address() != knownAddress {
			t.Errorf("address %s, want %s", k.Address(), knownAddress)
		}
		var log strings.Builder
		slog.New(slog.NewTextHandler(&log, nil)).Info("key", "key", k)
		for _, out := range []string{fmt.Sprintf("%v %+v %#v %s %x %d", k, k, k, k, k, k), log.String()} {
			if strings.Contains(strings.ToLower(out), knownSecret[:8]) || !strings.Contains(out, knownAddress) {
				t.Errorf("printed as %s", out)
			}
		}
	}
}

// A Key makes transactions, too.
func TestKeySignsDigests(t *testing.T) {
	t.Parallel()
	k, err := logstore.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	var signer message.DigestSigner = k
	digest := message.PersonalDigest([]byte("x"))
	sig, err := signer.SignDigest(digest)
	if err != nil {
		t.Fatal(err)
	}
	if by, err := message.RecoverAddress(digest, sig); err != nil || by != k.UserID() {
		t.Errorf("signed by %v, %v, want %v", by, err, k)
	}
}

func TestBadKeysAreNotRepeated(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "0x", "secretsecret", strings.Repeat("0", 64), strings.Repeat("f", 64), knownSecret + "00"} {
		_, err := logstore.KeyFromHex(text)
		if !errors.Is(err, logstore.ErrInvalid) || text != "" && len(text) > 2 && strings.Contains(err.Error(), text) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Files of standard strength, which take seconds, are the business of an example.
func TestKeystoreFiles(t *testing.T) {
	t.Parallel()
	k, err := keys.FromHex(knownSecret)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "key.json")
	if err := k.Save(file, "correct horse", keys.LightKDF); err != nil {
		t.Fatal(err)
	}
	back, err := logstore.KeyFromKeystore(file, "correct horse")
	if err != nil || back.Address() != knownAddress {
		t.Errorf("%v, %v", back, err)
	}
	if _, err := logstore.KeyFromKeystore(file, "wrong"); !errors.Is(err, logstore.ErrPassword) {
		t.Error(err)
	}
	if _, err := logstore.KeyFromKeystore("keys_test.go", "x"); !errors.Is(err, logstore.ErrKeystore) {
		t.Error(err)
	}
	if _, err := logstore.KeyFromKeystore(file+".missing", "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if err := newKey(t).SaveKeystore(file+".new", ""); err == nil {
		t.Error("saved with an empty password")
	}
}

func TestConfigNamesTheFieldAtFault(t *testing.T) {
	t.Parallel()
	for field, cfg := range map[string]logstore.Config{
		"URL":           {URL: "node.example"},
		"Compression":   {Compression: "lzma"},
		"Timeout":       {Timeout: -1},
		"IdleTimeout":   {IdleTimeout: -1},
		"MinBackoff":    {MinBackoff: -1},
		"BatchMessages": {BatchMessages: -1},
		"BatchBytes":    {BatchBytes: -1},
		"LegacyBasic":   {LegacyBasic: true},
		"APIKey":        {APIKey: "a b"},
	} {
		if _, err := logstore.New(cfg); err == nil || !strings.Contains(err.Error(), "config "+field+":") {
			t.Errorf("%s: %v", field, err)
		}
	}
	for _, url := range []string{"ftp://a", "http://user:secret@a", "http://a?b", "http://a#b", "http://", "://"} {
		_, err := logstore.New(logstore.Config{URL: url})
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", url, err)
		}
	}
	c, err := logstore.New(logstore.Config{URL: "https://node.example/base/"})
	if err != nil || c.URL() != "https://node.example/base" || c.Address() != "" {
		t.Errorf("%v, %v", c, err)
	}
}

func TestPublishNeedsAKeyAndSense(t *testing.T) {
	t.Parallel()
	if _, err := newClient(t, logstore.Config{}).Publish(t.Context(), "a.eth/s", 1); !errors.Is(err, logstore.ErrNoKey) {
		t.Errorf("without a key: %v", err)
	}
	c := newClient(t, logstore.Config{Key: newKey(t)})
	for name, e := range map[string]logstore.Event{
		"content that is no JSON":   {Content: func() {}},
		"raw text that is no JSON":  {Content: []byte(nil), Partition: 100},
		"negative partition":        {Content: 1, Partition: -1},
		"time before 1970":          {Content: 1, Time: t0.AddDate(-200, 0, 0)},
		"key without count of part": {Content: 1, PartitionKey: "k"},
	} {
		if _, err := c.PublishBatch(t.Context(), "/s", []logstore.Event{e}); !errors.Is(err, logstore.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := c.PublishSigned(t.Context(), signedMessages(t, newKey(t), "/S p", 0)); err != nil {
		t.Errorf("nothing to send: %v", err)
	}
}
