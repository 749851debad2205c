package groupkeys

import (
	"bytes"
	"errors"
	"testing"

	"github.com/logstore/logstore/message"
)

type goldenContent struct {
	Name, EncryptionType string
	Plaintext, Protobuf  hexBytes
}

func goldenContents(t testing.TB) (keys []goldenGroupKey, encrypted []goldenContent) {
	t.Helper()
	var file struct {
		GroupKeys []goldenGroupKey
		Vectors   []goldenContent
	}
	readGolden(t, "../../message/testdata/messages.json", &file)
	for _, v := range file.Vectors {
		if v.EncryptionType == "AES" {
			encrypted = append(encrypted, v)
		}
	}
	if len(file.GroupKeys) != 2 || len(encrypted) < 8 {
		t.Fatal("the vectors are not complete")
	}
	return file.GroupKeys, encrypted
}

// With the first key alone, all is read: the second one is announced on the way.
func TestGoldenMessages(t *testing.T) {
	t.Parallel()
	keys, vectors := goldenContents(t)
	for _, first := range []int{0, 4} { // the announcements of both signature types
		s := NewMemory(0)
		publisher := decode(t, vectors[0].Protobuf).Publisher
		put(t, s, publisher, Entry{Key: keys[0].key(), Confirmed: true})
		for _, v := range vectors[first:] {
			got, err := Decrypt(s, decode(t, v.Protobuf))
			if err != nil || !bytes.Equal(got, v.Plaintext) {
				t.Errorf("%s: %q, %v, want %q", v.Name, got, err, v.Plaintext)
			}
		}
		e, err := s.Get(publisher, keys[1].ID)
		if err != nil || e.Key != keys[1].key() || e.Confirmed || e.Stream == "" {
			t.Errorf("announced key %+v, %v, want an unconfirmed one of the stream", e, err)
		}
	}
}

// encrypted returns a message with a content under k.
func encrypted(t testing.TB, k Key, content string) *message.Message {
	t.Helper()
	c, err := k.Encrypt(newRandom(3), []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return &message.Message{
		ID:             message.ID{Stream: "example.eth/s", Partition: 3, Publisher: alice},
		Content:        c,
		EncryptionType: message.EncryptionAES,
		GroupKeyID:     k.ID,
	}
}

func TestDecryptNeedsKey(t *testing.T) {
	t.Parallel()
	_, err := Decrypt(NewMemory(0), encrypted(t, testKey, "{}"))
	var needed *KeyNeededError
	if !errors.As(err, &needed) || !errors.Is(err, ErrKeyNeeded) {
		t.Fatalf("%v, want a KeyNeededError", err)
	}
	want := Want{Part: message.StreamPart{Stream: "example.eth/s", Partition: 3}, Publisher: alice, KeyID: testKey.ID}
	if needed.Want != want || needed.Suspect != nil {
		t.Errorf("needed %+v, want %+v", needed, want)
	}
}

func TestDecryptRefuses(t *testing.T) {
	t.Parallel()
	s := NewMemory(0)
	put(t, s, alice, Entry{Key: testKey, Confirmed: true})
	for _, c := range []struct {
		name   string
		change func(m *message.Message)
		want   error
	}{
		{"not encrypted", func(m *message.Message) { m.EncryptionType = message.EncryptionNone }, ErrNotEncrypted},
		{"no content", func(m *message.Message) { m.Request = &message.GroupKeyRequest{} }, ErrNotEncrypted},
		{"no key id", func(m *message.Message) { m.GroupKeyID = "" }, ErrKeyID},
		{"no IV", func(m *message.Message) { m.Content = m.Content[:15] }, ErrCiphertext},
		{"no JSON", func(m *message.Message) { m.Content = m.Content[:len(m.Content)-1] }, message.ErrContent},
		{"short next key", func(m *message.Message) {
			m.NewGroupKey = &message.EncryptedGroupKey{ID: "n", Data: make([]byte, 47)}
		}, ErrCiphertext},
		{"next key without id", func(m *message.Message) {
			m.NewGroupKey = &message.EncryptedGroupKey{Data: make([]byte, 48)}
		}, ErrKeyID},
	} {
		m := encrypted(t, testKey, `{"a":1}`)
		c.change(m)
		if _, err := Decrypt(s, m); !errors.Is(err, c.want) || errors.Is(err, ErrKeyNeeded) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	// Binary content may be anything.
	m := encrypted(t, testKey, `{"a":`)
	m.ContentType = message.ContentBinary
	if got, err := Decrypt(s, m); err != nil || string(got) != `{"a":` {
		t.Errorf("binary: %q, %v", got, err)
	}
}

// A relay that changes the key id of a message that announces a key can bring a wrong
// key into the store. It must neither replace a right one nor stay.
func TestPoisonedAnnouncementHeals(t *testing.T) {
	t.Parallel()
	s := NewMemory(0)
	old := Key{ID: "old", Secret: [SecretLen]byte{9}}
	put(t, s, alice, Entry{Key: testKey, Confirmed: true})
	put(t, s, alice, Entry{Key: old, Confirmed: true})
	next := Key{ID: "next", Secret: [SecretLen]byte{5}}
	announce := encrypted(t, testKey, `{"a":1}`)
	var err error
	if announce.NewGroupKey, err = testKey.EncryptNext(newRandom(4), &next); err != nil {
		t.Fatal(err)
	}

	// As JSON it is found out at once.
	altered := *announce
	altered.GroupKeyID = "old"
	if _, err := Decrypt(s, &altered); !errors.Is(err, message.ErrContent) {
		t.Errorf("altered JSON: %v, want ErrContent", err)
	}
	if _, err := s.Get(alice, "next"); !errors.Is(err, ErrNotFound) {
		t.Errorf("key out of garbage: %v, want ErrNotFound", err)
	}
	// As binary it is not.
	altered.ContentType = message.ContentBinary
	if _, err := Decrypt(s, &altered); err != nil {
		t.Error(err)
	}
	if e, err := s.Get(alice, "next"); err != nil || e.Confirmed || e.Key == next {
		t.Fatalf("%+v, %v: want the poisoned key", e, err)
	}
	// The next message shows that the key is wrong, and asks for it.
	m := encrypted(t, next, `{"b":2}`)
	var needed *KeyNeededError
	if _, err := Decrypt(s, m); !errors.As(err, &needed) || needed.Suspect == nil || needed.KeyID != "next" {
		t.Fatalf("%v, want a KeyNeededError with a suspect", err)
	}
	put(t, s, alice, Entry{Key: next, Confirmed: true}) // the publisher's answer
	if got, err := Decrypt(s, m); err != nil || string(got) != `{"b":2}` {
		t.Errorf("%q, %v", got, err)
	}
	// And the poison comes too late from now on.
	if _, err := Decrypt(s, &altered); err != nil {
		t.Error(err)
	}
	if _, err := Decrypt(s, m); err != nil {
		t.Errorf("the good key was replaced: %v", err)
	}
}

func BenchmarkDecrypt(b *testing.B) {
	s := NewMemory(0)
	put(b, s, alice, Entry{Key: testKey, Confirmed: true})
	m := encrypted(b, testKey, `{"some":"content of a usual length","n":12345}`)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decrypt(s, m); err != nil {
			b.Fatal(err)
		}
	}
}
