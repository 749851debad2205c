package groupkeys

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/logstore/logstore/message"
)

const (
	// SecretLen is the length of a group key in bytes: AES-256.
	SecretLen = 32
	// MaxKeyIDLen bounds a key id in bytes. The protocol has no bound; ids of the
	// official SDK have about fifty.
	MaxKeyIDLen = 1024

	ivLen = aes.BlockSize
)

var (
	// ErrKeyID: a key id is empty or longer than [MaxKeyIDLen].
	ErrKeyID = errors.New("invalid key id")
	// ErrCiphertext: an encrypted content or key has a length that no encryption makes.
	ErrCiphertext = errors.New("invalid ciphertext")
)

// Key is a group key: who has it can read what was encrypted with it. It prints and
// logs as its id.
type Key struct {
	// ID is chosen by the publisher, unique among its keys, and public.
	ID     string
	Secret [SecretLen]byte
}

// NewKey makes a key with a random id (a UUID) and a random secret.
func NewKey(random io.Reader) (Key, error) {
	id, err := randomUUID(random)
	if err != nil {
		return Key{}, fmt.Errorf("make group key: %w", err)
	}
	k := Key{ID: id}
	if _, err := io.ReadFull(random, k.Secret[:]); err != nil {
		return Key{}, fmt.Errorf("make group key: %w", err)
	}
	return k, nil
}

// Encrypt returns a random initial counter block of 16 bytes followed by plain under
// AES-256-CTR, the counter being the whole block as one big-endian number.
func (k *Key) Encrypt(random io.Reader, plain []byte) ([]byte, error) {
	out := make([]byte, ivLen+len(plain))
	if _, err := io.ReadFull(random, out[:ivLen]); err != nil {
		return nil, fmt.Errorf("encrypt: %w", err)
	}
	ctr(k.Secret[:], out[:ivLen], out[ivLen:], plain)
	return out, nil
}

// Decrypt reverses [Key.Encrypt] and leaves encrypted as it is. A wrong key gives
// other bytes, not an error: [ErrCiphertext] is only about the length.
func (k *Key) Decrypt(encrypted []byte) ([]byte, error) {
	if len(encrypted) < ivLen {
		return nil, fmt.Errorf("%w: %d bytes, at least %d expected", ErrCiphertext, len(encrypted), ivLen)
	}
	plain := make([]byte, len(encrypted)-ivLen)
	ctr(k.Secret[:], encrypted[:ivLen], plain, encrypted[ivLen:])
	return plain, nil
}

// EncryptNext encrypts the key that follows k, for the newGroupKey of a message that
// is itself encrypted with k.
func (k *Key) EncryptNext(random io.Reader, next *Key) (*message.EncryptedGroupKey, error) {
	data, err := k.Encrypt(random, next.Secret[:])
	if err != nil {
		return nil, err
	}
	return &message.EncryptedGroupKey{ID: next.ID, Data: data}, nil
}

// DecryptNext reverses [Key.EncryptNext]. Errors are [ErrKeyID] and [ErrCiphertext].
func (k *Key) DecryptNext(next *message.EncryptedGroupKey) (Key, error) {
	if err := checkKeyID(next.ID); err != nil {
		return Key{}, err
	}
	if len(next.Data) != ivLen+SecretLen {
		return Key{}, fmt.Errorf("%w: new group key of %d bytes, %d expected", ErrCiphertext, len(next.Data), ivLen+SecretLen)
	}
	secret, err := k.Decrypt(next.Data)
	if err != nil {
		return Key{}, err
	}
	return Key{ID: next.ID, Secret: [SecretLen]byte(secret)}, nil
}

// String returns the id; the secret has no text form.
func (k Key) String() string { return "group key " + k.ID }

// GoString returns the id.
func (k Key) GoString() string { return "groupkeys.Key(" + k.ID + ")" }

// Format prints the id for every verb.
func (k Key) Format(f fmt.State, _ rune) { io.WriteString(f, k.String()) }

// LogValue logs the id.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.ID) }

// MarshalJSON writes the id alone, so that no dump of a structure shows a secret.
func (k Key) MarshalJSON() ([]byte, error) { return json.Marshal(k.ID) }

func checkKeyID(id string) error {
	if id == "" || len(id) > MaxKeyIDLen {
		return fmt.Errorf("%w: %d bytes long, want 1 to %d", ErrKeyID, len(id), MaxKeyIDLen)
	}
	return nil
}

// ctr runs AES-256-CTR over src into dst. Key and IV must have their lengths.
func ctr(key, iv, dst, src []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err) // the length of the key is fixed by its type
	}
	cipher.NewCTR(block, iv).XORKeyStream(dst, src)
}

// randomUUID returns a UUID, version 4.
func randomUUID(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", err
	}
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:]), nil
}
