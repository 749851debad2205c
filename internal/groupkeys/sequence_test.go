package groupkeys

import (
	"bytes"
	"errors"
	"testing"

	"github.com/logstore/logstore/message"
)

// publisher encrypts messages of one stream, reader decrypts them with what it learns.
type publisher struct {
	*Sequence
	store *Memory
	t     testing.TB
}

func newPublisher(t testing.TB) *publisher {
	s := NewMemory(0)
	return &publisher{NewSequence(s, alice, "example.eth/s", newRandom(1)), s, t}
}

func (p *publisher) message(content string) *message.Message {
	p.t.Helper()
	m := &message.Message{ID: message.ID{Stream: "example.eth/s", Publisher: alice}, Content: []byte(content)}
	if err := p.Encrypt(m); err != nil {
		p.t.Fatal(err)
	}
	if m.EncryptionType != message.EncryptionAES || bytes.Contains(m.Content, []byte(content)) {
		p.t.Fatal("not encrypted")
	}
	return m
}

func wantContent(t testing.TB, s Store, m *message.Message, want string) {
	t.Helper()
	if got, err := Decrypt(s, m); err != nil || string(got) != want {
		t.Errorf("read %q, %v, want %q", got, err, want)
	}
}

// give hands the publisher's present key to a reader, as an exchange does.
func (p *publisher) give(s Store, id string) {
	p.t.Helper()
	e, err := p.store.Get(alice, id)
	if err != nil || !e.Confirmed || e.Stream != "example.eth/s" {
		p.t.Fatalf("key of a message is not in the store as it should be: %+v, %v", e, err)
	}
	put(p.t, s, alice, e)
}

func TestSequenceRotate(t *testing.T) {
	t.Parallel()
	p, reader := newPublisher(t), NewMemory(0)
	if p.KeyID() != "" {
		t.Error("a key before the first message")
	}
	first := p.message(`"1"`)
	if first.NewGroupKey != nil || first.GroupKeyID != p.KeyID() {
		t.Errorf("first message has key %q and announces %v", first.GroupKeyID, first.NewGroupKey)
	}
	p.give(reader, first.GroupKeyID)
	wantContent(t, reader, first, `"1"`)
	wantContent(t, reader, p.message(`"2"`), `"2"`)

	for _, rotation := range []string{"first", "second"} {
		// Of several rotations without a message between them, the last counts.
		for range 2 {
			if err := p.Rotate(); err != nil {
				t.Fatal(err)
			}
		}
		before := p.KeyID()
		carrier := p.message(`"carrier"`)
		if carrier.GroupKeyID != before || carrier.NewGroupKey == nil || carrier.NewGroupKey.ID != p.KeyID() || p.KeyID() == before {
			t.Errorf("%s rotation: message under %q announces %v, next is %q", rotation, carrier.GroupKeyID, carrier.NewGroupKey, p.KeyID())
		}
		after := p.message(`"after"`)
		if after.GroupKeyID == before || after.NewGroupKey != nil {
			t.Errorf("%s rotation: message after it has key %q and announces %v", rotation, after.GroupKeyID, after.NewGroupKey)
		}
		wantContent(t, reader, carrier, `"carrier"`)
		wantContent(t, reader, after, `"after"`)
		p.give(NewMemory(0), after.GroupKeyID) // checks that it can be given
	}
}

func TestSequenceRekey(t *testing.T) {
	t.Parallel()
	p, reader := newPublisher(t), NewMemory(0)
	p.give(reader, p.message(`1`).GroupKeyID)
	if err := p.Rotate(); err != nil { // is overtaken
		t.Fatal(err)
	}
	if err := p.Rekey(); err != nil {
		t.Fatal(err)
	}
	m := p.message(`2`)
	if m.NewGroupKey != nil {
		t.Error("Rekey announces a key")
	}
	if _, err := Decrypt(reader, m); !errors.Is(err, ErrKeyNeeded) {
		t.Errorf("an old reader: %v, want ErrKeyNeeded", err)
	}
	p.give(reader, m.GroupKeyID)
	wantContent(t, reader, m, `2`)
}

func TestSequenceGivenKeys(t *testing.T) {
	t.Parallel()
	p, reader := newPublisher(t), NewMemory(0)
	put(t, reader, alice, Entry{Key: testKey, Confirmed: true})
	if err := p.RotateTo(testKey); err != nil { // nothing to rotate from
		t.Fatal(err)
	}
	m := p.message(`1`)
	if m.GroupKeyID != testKey.ID || m.NewGroupKey != nil {
		t.Errorf("first message has key %q and announces %v", m.GroupKeyID, m.NewGroupKey)
	}
	wantContent(t, reader, m, `1`)
	if err := p.RekeyTo(testKey); err != nil {
		t.Errorf("the same key again: %v", err)
	}
	other := NewSequence(p.store, alice, "example.eth/other", newRandom(2))
	if err := other.RekeyTo(testKey); !errors.Is(err, ErrKeyInUse) {
		t.Errorf("key of another stream: %v, want ErrKeyInUse", err)
	}
	if err := p.RotateTo(Key{ID: testKey.ID}); !errors.Is(err, ErrKeyInUse) {
		t.Errorf("another secret: %v, want ErrKeyInUse", err)
	}
	if err := p.RekeyTo(Key{}); !errors.Is(err, ErrEntry) {
		t.Errorf("no id: %v, want ErrEntry", err)
	}
	if p.KeyID() != testKey.ID {
		t.Errorf("a refused key is used: %q", p.KeyID())
	}
	// A key for all streams stays one.
	free := Entry{Key: Key{ID: "free"}, Confirmed: true}
	put(t, p.store, alice, free)
	if err := other.RekeyTo(free.Key); err != nil {
		t.Error(err)
	}
	wantEntry(t, p.store, alice, free)
}

func TestSequenceRefuses(t *testing.T) {
	t.Parallel()
	p := newPublisher(t)
	m := &message.Message{ID: message.ID{Stream: "example.eth/other"}, Content: []byte(`1`)}
	if err := p.Encrypt(m); err == nil {
		t.Error("message of another stream was encrypted")
	}
	m.Stream, m.Content = "example.eth/s", []byte(`{`)
	if err := p.Encrypt(m); !errors.Is(err, message.ErrContent) || m.EncryptionType != message.EncryptionNone {
		t.Errorf("no JSON: %v, want ErrContent", err)
	}
	if err := p.Encrypt(p.message(`1`)); err == nil {
		t.Error("encrypted twice")
	}
	if err := p.Encrypt(&message.Message{ID: m.ID, Response: &message.GroupKeyResponse{}}); err == nil {
		t.Error("no content was encrypted")
	}
	broken := NewSequence(NewMemory(0), alice, "example.eth/s", bytes.NewReader(nil))
	m.Content = []byte(`1`)
	if err := broken.Encrypt(m); err == nil || string(m.Content) != `1` {
		t.Errorf("without randomness: %v, content %q", err, m.Content)
	}
}
