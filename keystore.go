package logstore

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/message"
)

// ErrEncrypted: a content is encrypted with a group key that this client does not have.
var ErrEncrypted = errors.New("content is encrypted")

// KeyStoreConfig says where the group keys of private streams are kept: the own ones, which
// subscribers ask for, and those that publishers have given out. Who loses the own ones
// can no longer give them to new subscribers, who then cannot read what was published
// before. It prints without the password and the secret.
type KeyStoreConfig struct {
	// Dir is a directory of encrypted files, one for each key, which is made if it does not
	// exist. "": the keys are in memory, and end with the Client.
	Dir string
	// Password encrypts the files. Opening the store takes about half a second and 128 MiB,
	// so that guessing takes long.
	Password string
	// Secret encrypts the files in place of Password, for programs that have 32 bytes of
	// full entropy; it takes no time.
	Secret []byte
}

func (k KeyStoreConfig) isZero() bool { return k.Dir == "" && k.Password == "" && k.Secret == nil }

func (k KeyStoreConfig) validate() error {
	switch {
	case k.isZero():
		return nil
	case k.Dir == "":
		return errors.New("a password or secret without Dir protects nothing")
	case k.Password == "" && k.Secret == nil:
		return errors.New("needs a Password or Secret that the files in Dir are encrypted with")
	case k.Password != "" && k.Secret != nil:
		return errors.New("has a Password and a Secret, which exclude each other: choose one")
	case k.Secret != nil && len(k.Secret) != 32:
		return fmt.Errorf("has a Secret of %d bytes, want 32", len(k.Secret))
	}
	return nil
}

func (k KeyStoreConfig) open() (groupkeys.Store, error) {
	var store *groupkeys.Directory
	var err error
	switch {
	case k.Dir == "":
		return groupkeys.NewMemory(0), nil
	case k.Secret != nil:
		store, err = groupkeys.OpenDirectoryWithSecret(k.Dir, [32]byte(k.Secret))
	default:
		store, err = groupkeys.OpenDirectory(k.Dir, k.Password)
	}
	if errors.Is(err, groupkeys.ErrPassword) {
		return nil, fmt.Errorf("%w: %w", ErrPassword, err)
	}
	return store, err
}

// String returns the directory.
func (k KeyStoreConfig) String() string {
	if k.Dir == "" {
		return "in memory"
	}
	return k.Dir
}

// Format prints the directory for every verb.
func (k KeyStoreConfig) Format(f fmt.State, _ rune) { io.WriteString(f, k.String()) }

// LogValue logs the directory.
func (k KeyStoreConfig) LogValue() slog.Value { return slog.StringValue(k.String()) }

// AddGroupKey enters a group key that was handed over in another way than by the network,
// in bytes that only the publisher and its readers know. Publishers that share a secret
// with their readers enter it as well, so that they can give it to others.
//
// publisher is whose contents it decrypts, "" being the client itself; stream is the stream
// that it is for; id is the publisher's name for it.
func (c *Client) AddGroupKey(publisher, stream, id string, secret [32]byte) error {
	p := c.owner()
	if publisher != "" {
		var err error
		if p, err = message.ParseUserID(publisher); err != nil {
			return invalidf("publisher: %v", err)
		}
	}
	if p == "" {
		return fmt.Errorf("whose group key? %w: name a publisher", ErrNoKey)
	}
	s, err := message.ParseStreamID(stream, c.owner())
	if err != nil {
		return fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	err = c.keys.Put(p, groupkeys.Entry{Key: groupkeys.Key{ID: id, Secret: secret}, Stream: s, Confirmed: true})
	if errors.Is(err, groupkeys.ErrEntry) {
		err = fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return err
}

// open returns m, whose signature was checked, with its content decrypted, if that is
// wanted, or with the reason why not.
func (r *Result) open(m *message.Message) Message {
	if !r.plan.decrypt || m.EncryptionType == message.EncryptionNone {
		return Message{Message: m}
	}
	plain, err := groupkeys.Decrypt(r.c.keys, m)
	var needed *groupkeys.KeyNeededError
	if errors.As(err, &needed) && r.c.peer != nil {
		if askErr := r.askFor(needed.Want); askErr != nil {
			err = errors.Join(err, askErr)
		} else {
			plain, err = groupkeys.Decrypt(r.c.keys, m)
		}
	}
	if err != nil {
		return Message{Message: m, unread: fmt.Errorf("%w: %w", ErrEncrypted, err)}
	}
	return Message{Message: m, plain: plain, isRead: true}
}

// askFor asks the publisher for a key, once in an answer.
func (r *Result) askFor(want groupkeys.Want) error {
	if err, ok := r.missing[want]; ok {
		return err
	}
	err := r.c.peer.fetchKey(r.pipe.ctx, want)
	if err != nil {
		if r.missing == nil {
			r.missing = make(map[groupkeys.Want]error)
		}
		r.missing[want] = err
	}
	return err
}
