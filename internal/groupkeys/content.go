package groupkeys

import (
	"errors"
	"fmt"

	"github.com/logstore/logstore/message"
)

var (
	// ErrKeyNeeded: a content can be read only with a key that the store has not. It is
	// always a [*KeyNeededError].
	ErrKeyNeeded = errors.New("group key needed")
	// ErrNotEncrypted: a message has no encrypted content. In a stream that not everybody
	// may subscribe to it should be refused: that a content is not encrypted is a hint,
	// and a relay that changes it makes readers take ciphertext for content.
	ErrNotEncrypted = errors.New("content is not encrypted")
)

// Want names a key that is missing, and where its publisher can be asked for it.
type Want struct {
	Part      message.StreamPart
	Publisher message.UserID
	KeyID     string
}

// KeyNeededError is the error of [Decrypt] that an [Exchange.Need] can mend.
type KeyNeededError struct {
	Want
	// Suspect is why a key that the store has is not believed; nil if it has none.
	Suspect error
}

func (e *KeyNeededError) Error() string {
	text := fmt.Sprintf("%v: %q of publisher %s in %s", ErrKeyNeeded, e.KeyID, shorten(e.Publisher), e.Part)
	if e.Suspect != nil {
		text += fmt.Sprintf("; the key that was announced does not fit: %v", e.Suspect)
	}
	return text
}

// Unwrap makes the error an [ErrKeyNeeded].
func (e *KeyNeededError) Unwrap() error { return ErrKeyNeeded }

// Decrypt returns the content of an encrypted message, whose signature and permission
// must have been checked. A key that the message announces goes into the store.
//
// It returns [ErrNotEncrypted]; [ErrKeyNeeded] if the key is missing or, being
// unconfirmed, does not give the JSON that the message should hold;
// [message.ErrContent] if a confirmed key does not give it; [ErrKeyID] and
// [ErrCiphertext] if the message makes no sense; or an error of the store.
func Decrypt(s Store, m *message.Message) ([]byte, error) {
	content, _, err := decrypt(s, m)
	return content, err
}

// decrypt also returns the entry of the key that was used.
func decrypt(s Store, m *message.Message) ([]byte, Entry, error) {
	if !m.IsContent() || m.EncryptionType != message.EncryptionAES {
		return nil, Entry{}, ErrNotEncrypted
	}
	if err := checkKeyID(m.GroupKeyID); err != nil {
		return nil, Entry{}, fmt.Errorf("decrypt content: %w", err)
	}
	want := Want{Part: m.Part(), Publisher: m.Publisher, KeyID: m.GroupKeyID}
	e, err := s.Get(m.Publisher, m.GroupKeyID)
	if errors.Is(err, ErrNotFound) {
		return nil, Entry{}, &KeyNeededError{Want: want}
	}
	if err != nil {
		return nil, Entry{}, fmt.Errorf("decrypt content: %w", err)
	}
	content, err := e.Decrypt(m.Content)
	if err != nil {
		return nil, Entry{}, fmt.Errorf("decrypt content: %w", err)
	}
	plain := message.Message{Content: content, ContentType: m.ContentType}
	if err := plain.CheckContent(); err != nil {
		if !e.Confirmed {
			return nil, Entry{}, &KeyNeededError{Want: want, Suspect: err}
		}
		return nil, Entry{}, fmt.Errorf("decrypt content with %v: %w", e.Key, err)
	}
	if err := learn(s, m, &e.Key); err != nil {
		return nil, Entry{}, err
	}
	return content, e, nil
}

// learn stores the key that a message announces.
func learn(s Store, m *message.Message, present *Key) error {
	if m.NewGroupKey == nil {
		return nil
	}
	next, err := present.DecryptNext(m.NewGroupKey)
	if err != nil {
		return fmt.Errorf("decrypt the next group key: %w", err)
	}
	return s.Put(m.Publisher, Entry{Key: next, Stream: m.Stream})
}
