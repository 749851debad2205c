package groupkeys

import (
	"errors"
	"fmt"
	"io"

	"github.com/logstore/logstore/message"
)

// ErrKeyInUse: a key's id already stands for another secret, or for another stream.
var ErrKeyInUse = errors.New("group key id is in use")

// Sequence is the keys that a publisher encrypts a stream with, one after another. The
// first one is made for the first message; a publisher's run has keys of its own. All
// of them go into the store, from where [Exchange] hands them to subscribers.
//
// It is for one event loop. The zero value is of no use.
type Sequence struct {
	store     Store
	random    io.Reader
	publisher message.UserID
	stream    message.StreamID

	current Key
	next    *Key // announced by the coming message
}

// NewSequence starts the keys of a publisher for one stream.
func NewSequence(s Store, publisher message.UserID, stream message.StreamID, random io.Reader) *Sequence {
	return &Sequence{store: s, random: random, publisher: publisher, stream: stream}
}

// Encrypt encrypts the content of m, which must be in the stream of the sequence and
// not yet signed, and announces the next key if there is one. Content is replaced,
// not overwritten. Errors are [ErrKeyInUse], [message.ErrContent] if a content that is
// called JSON is none, or those of the store or the randomness; m is then unchanged.
func (s *Sequence) Encrypt(m *message.Message) error {
	switch {
	case m.Stream != s.stream:
		return fmt.Errorf("encrypt content: message is in stream %s, keys are for %s", m.Stream, s.stream)
	case !m.IsContent() || m.EncryptionType != message.EncryptionNone:
		return errors.New("encrypt content: message has no content or is encrypted already")
	}
	if err := m.CheckContent(); err != nil {
		return err
	}
	if s.current.ID == "" {
		if err := s.Rekey(); err != nil {
			return err
		}
	}
	content, err := s.current.Encrypt(s.random, m.Content)
	if err != nil {
		return err
	}
	var announced *message.EncryptedGroupKey
	if s.next != nil {
		if announced, err = s.current.EncryptNext(s.random, s.next); err != nil {
			return err
		}
	}
	m.Content, m.EncryptionType, m.GroupKeyID, m.NewGroupKey = content, message.EncryptionAES, s.current.ID, announced
	if s.next != nil {
		s.current, s.next = *s.next, nil
	}
	return nil
}

// Rotate makes a new key for the message after the coming one. The coming one carries
// it, encrypted with the present key, so that all who can read the stream go on
// reading without having to ask.
func (s *Sequence) Rotate() error { return s.fresh(s.RotateTo) }

// RotateTo is [Sequence.Rotate] to a given key.
func (s *Sequence) RotateTo(k Key) error {
	if s.current.ID == "" {
		return s.RekeyTo(k) // no message was encrypted with another key
	}
	if err := s.keep(k); err != nil {
		return err
	}
	s.next = &k
	return nil
}

// Rekey makes a new key for the coming message, without a word to those who hold the
// present one: all readers have to ask for it, and those who may no longer subscribe
// get no answer.
func (s *Sequence) Rekey() error { return s.fresh(s.RekeyTo) }

// RekeyTo is [Sequence.Rekey] to a given key.
func (s *Sequence) RekeyTo(k Key) error {
	if err := s.keep(k); err != nil {
		return err
	}
	s.current, s.next = k, nil
	return nil
}

// KeyID returns the id of the key that the coming message is encrypted with; "" if it
// is still to be made.
func (s *Sequence) KeyID() string { return s.current.ID }

func (s *Sequence) fresh(use func(Key) error) error {
	k, err := NewKey(s.random)
	if err != nil {
		return err
	}
	return use(k)
}

// keep stores a key before its first use: no message must go out that nobody can be
// given the key of.
func (s *Sequence) keep(k Key) error {
	old, err := s.store.Get(s.publisher, k.ID)
	switch {
	case err == nil && (old.Key != k || old.Stream != "" && old.Stream != s.stream):
		return fmt.Errorf("%w: %v is in the store for stream %q; give every stream its own keys, with new ids", ErrKeyInUse, k, old.Stream)
	case err == nil && old.Stream == "":
		return nil // good for all streams, and stays so
	case err != nil && !errors.Is(err, ErrNotFound):
		return err
	}
	return s.store.Put(s.publisher, Entry{Key: k, Stream: s.stream, Confirmed: true})
}
