package logstore_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/internal/nodetest"
	"github.com/logstore/logstore/message"
)

// privateMessages are signed and encrypted; the third announces a second key, which the
// others use.
func privateMessages(t testing.TB, key message.Signer, path string, n int) ([]*message.Message, groupkeys.Store) {
	t.Helper()
	store := groupkeys.NewMemory(0)
	ms := signedMessages(t, key, path, n)
	keys := groupkeys.NewSequence(store, key.UserID(), ms[0].Stream, zeroes{})
	if err := keys.RekeyTo(groupkeys.Key{ID: "one", Secret: [32]byte{1}}); err != nil {
		t.Fatal(err)
	}
	for i, m := range ms {
		if i == 2 {
			if err := keys.RotateTo(groupkeys.Key{ID: "two", Secret: [32]byte{2}}); err != nil {
				t.Fatal(err)
			}
		}
		if err := keys.Encrypt(m); err != nil {
			t.Fatal(err)
		}
		if err := message.Sign(m, key); err != nil {
			t.Fatal(err)
		}
	}
	return ms, store
}

// zeroes is not random at all.
type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestQueriesDecrypt(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	key := newKey(t)
	ms, _ := privateMessages(t, key, "/private", 6)
	writer := newClient(t, logstore.Config{URL: node.URL, Key: key})
	if _, err := writer.PublishSigned(t.Context(), ms); err != nil {
		t.Fatal(err)
	}
	stream := string(ms[0].Stream)
	dir := t.TempDir()
	keys := logstore.KeyStoreConfig{Dir: dir, Secret: make([]byte, 32)}
	cfg := logstore.Config{URL: node.URL, Key: newKey(t), Keys: keys}
	reader := newClient(t, cfg)
	if err := reader.AddGroupKey(key.Address(), stream, "one", [32]byte{1}); err != nil {
		t.Fatal(err)
	}
	// The second key comes out of the third message, and is kept.
	readable := func(c *logstore.Client, q logstore.Query) (n int, unread error) {
		t.Helper()
		q.Stream = stream
		res, err := c.Query(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Close()
		for m, err := range res.All() {
			if err != nil {
				t.Fatal(err)
			}
			var r reading
			if err := m.Unmarshal(&r); err != nil {
				unread = err
				continue
			}
			n++
		}
		return n, unread
	}
	if n, err := readable(reader, logstore.Query{}); n != 0 || !errors.Is(err, logstore.ErrEncrypted) {
		t.Errorf("not asked for: %d read, %v", n, err)
	}
	if n, err := readable(reader, logstore.Query{Decrypt: true}); n != 6 || err != nil {
		t.Errorf("%d read, %v", n, err)
	}
	again := newClient(t, cfg)
	if n, err := readable(again, logstore.Query{Decrypt: true, Last: 2}); n != 2 || err != nil {
		t.Errorf("with the store of another run: %d read, %v", n, err)
	}
	if n, err := readable(newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)}), logstore.Query{Decrypt: true}); n != 0 || !errors.Is(err, logstore.ErrEncrypted) {
		t.Errorf("without keys: %d read, %v", n, err)
	}
	if _, err := reader.Query(t.Context(), logstore.Query{Stream: stream, Decrypt: true, Verification: logstore.VerifyOff}); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("keys of messages that nobody checked: %v", err)
	}
}

func TestMessagesShowWhatIsInThem(t *testing.T) {
	t.Parallel()
	plain := logstore.Message{Message: &message.Message{Content: []byte(`{"n":7}`)}}
	if b, err := plain.Plain(); err != nil || string(b) != `{"n":7}` {
		t.Errorf("%s, %v", b, err)
	}
	binary := logstore.Message{Message: &message.Message{Content: []byte{1}, ContentType: message.ContentBinary}}
	if b, err := binary.Plain(); err != nil || len(b) != 1 {
		t.Errorf("%x, %v", b, err)
	}
	if err := binary.Unmarshal(new(reading)); err == nil {
		t.Error("binary content was unmarshalled")
	}
	encrypted := logstore.Message{Message: &message.Message{Content: []byte(`{"n":7}`), EncryptionType: message.EncryptionAES}}
	if _, err := encrypted.Plain(); !errors.Is(err, logstore.ErrEncrypted) {
		t.Error(err)
	}
}

func TestKeyStoreConfig(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, c := range map[string]struct {
		keys logstore.KeyStoreConfig
		want string // in the error
	}{
		"in memory":    {logstore.KeyStoreConfig{}, ""},
		"nothing":      {logstore.KeyStoreConfig{Dir: dir}, "needs a Password"},
		"both":         {logstore.KeyStoreConfig{Dir: dir, Password: "x", Secret: make([]byte, 32)}, "exclude"},
		"short secret": {logstore.KeyStoreConfig{Dir: dir, Secret: make([]byte, 31)}, "of 31 bytes"},
		"no directory": {logstore.KeyStoreConfig{Password: "hunter2"}, "protects nothing"},
	} {
		err := logstore.Config{Keys: c.keys}.Validate()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if text := fmt.Sprintf("%v %+v %s %#v", c.keys, c.keys, c.keys, c.keys); strings.Contains(text, "hunter2") {
			t.Errorf("prints its password: %s", text)
		}
	}
	good := logstore.KeyStoreConfig{Dir: dir, Secret: make([]byte, 32)} // a password takes a second
	newClient(t, logstore.Config{Keys: good})
	good.Secret[0] = 1
	if _, err := logstore.New(logstore.Config{Keys: good}); !errors.Is(err, logstore.ErrPassword) {
		t.Errorf("wrong secret: %v", err)
	}
	c := newClient(t, logstore.Config{})
	for name, err := range map[string]error{
		"nobody's key": c.AddGroupKey("", "/x", "id", [32]byte{}),
		"no address":   c.AddGroupKey("me", "/x", "id", [32]byte{}),
		"no id":        c.AddGroupKey(knownAddress, knownAddress+"/x", "", [32]byte{}),
		"no stream":    c.AddGroupKey(knownAddress, "", "id", [32]byte{}),
	} {
		if !errors.Is(err, logstore.ErrInvalid) && !errors.Is(err, logstore.ErrNoKey) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
