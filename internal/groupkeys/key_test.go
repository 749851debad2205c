package groupkeys

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/logstore/logstore/message"
)

func TestNewKey(t *testing.T) {
	t.Parallel()
	random := newRandom(1)
	a, err := NewKey(random)
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewKey(random)
	if err != nil || a.ID == b.ID || a.Secret == b.Secret || len(a.ID) != 36 {
		t.Errorf("keys %q and %q, %v", a.ID, b.ID, err)
	}
	if _, err := NewKey(bytes.NewReader(make([]byte, 20))); err == nil {
		t.Error("a key without enough randomness")
	}
}

func TestKeyNeverPrints(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	k := testKey
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", slog.Any("key", k), slog.Any("keys", []*Key{&k}), slog.Any("in", struct{ K Key }{k}))
	dump, err := json.Marshal(struct{ K Key }{k})
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{log.String(), string(dump)}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d"} {
		texts = append(texts, fmt.Sprintf(verb, &k), fmt.Sprintf(verb, k), fmt.Sprintf(verb, struct{ K Key }{k}))
	}
	for _, s := range texts {
		if strings.Contains(s, hex.EncodeToString(k.Secret[:3])) || strings.Contains(s, "1 2 3") || strings.Contains(s, "1,2,3") || strings.Contains(s, "0x1, 0x2") {
			t.Errorf("the secret shows in %q", s)
		}
		if !strings.Contains(s, k.ID) {
			t.Errorf("the id does not show in %q", s)
		}
	}
}

func TestNextKey(t *testing.T) {
	t.Parallel()
	next, err := NewKey(newRandom(2))
	if err != nil {
		t.Fatal(err)
	}
	announced, err := testKey.EncryptNext(newRandom(1), &next)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := testKey.DecryptNext(announced); err != nil || got != next {
		t.Errorf("read %v, %v", got, err)
	}
	for _, c := range []struct {
		name string
		in   message.EncryptedGroupKey
		want error
	}{
		{"no id", message.EncryptedGroupKey{Data: announced.Data}, ErrKeyID},
		{"long id", message.EncryptedGroupKey{ID: strings.Repeat("x", MaxKeyIDLen+1), Data: announced.Data}, ErrKeyID},
		{"no data", message.EncryptedGroupKey{ID: "a"}, ErrCiphertext},
		{"a byte less", message.EncryptedGroupKey{ID: "a", Data: announced.Data[1:]}, ErrCiphertext},
		{"a byte more", message.EncryptedGroupKey{ID: "a", Data: append([]byte{1}, announced.Data...)}, ErrCiphertext},
	} {
		if _, err := testKey.DecryptNext(&c.in); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func FuzzKeyDecrypt(f *testing.F) {
	f.Add([]byte("0123456789abcdefg"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, content []byte) {
		before := bytes.Clone(content)
		plain, err := testKey.Decrypt(content)
		if !bytes.Equal(before, content) {
			t.Error("the content was changed")
		}
		if err != nil {
			if len(content) >= ivLen {
				t.Errorf("%d bytes refused: %v", len(content), err)
			}
			return
		}
		back, err := testKey.Encrypt(bytes.NewReader(content[:ivLen]), plain)
		if err != nil || !bytes.Equal(back, content) {
			t.Errorf("there and back: %x, %v", back, err)
		}
	})
}

func FuzzDecryptNext(f *testing.F) {
	announced, err := testKey.EncryptNext(newRandom(1), &Key{ID: "next"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(announced.ID, announced.Data)
	f.Add("", []byte{})
	f.Fuzz(func(t *testing.T, id string, data []byte) {
		k, err := testKey.DecryptNext(&message.EncryptedGroupKey{ID: id, Data: data})
		if err != nil {
			if !errors.Is(err, ErrKeyID) && !errors.Is(err, ErrCiphertext) {
				t.Errorf("%v is of no known kind", err)
			}
			return
		}
		back, err := testKey.EncryptNext(bytes.NewReader(data), &k)
		if err != nil || back.ID != id || !bytes.Equal(back.Data, data) {
			t.Errorf("there and back: %v, %v", back, err)
		}
	})
}
