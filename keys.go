package logstore

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/message"
)

// Errors of opening keys.
var (
	// ErrPassword: the password does not open the keystore file.
	ErrPassword = keys.ErrPassword
	// ErrKeystore: the file is no keystore.
	ErrKeystore = keys.ErrKeystore
)

// Key is an Ethereum account's private key in memory, ready to sign. It prints and
// logs as its address. Any other [message.Signer] can be used in its place.
type Key struct {
	message.Signer
	key *keys.Key
}

// GenerateKey makes a new account.
func GenerateKey() (*Key, error) {
	return newKey(keys.Generate(rand.Reader))
}

// KeyFromHex reads 64 hex digits, with or without 0x. The error never repeats them.
func KeyFromHex(s string) (*Key, error) {
	k, err := newKey(keys.FromHex(s))
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return k, err
}

// KeyFromKeystore opens an encrypted keystore file (Web3 secret storage, version
// 3), as geth, LogStore and many wallets write it. This takes about a second for
// files of standard strength. The errors are [ErrPassword], [ErrKeystore] or of
// reading the file.
func KeyFromKeystore(file, password string) (*Key, error) {
	return newKey(keys.Open(file, password))
}

func newKey(k *keys.Key, err error) (*Key, error) {
	if err != nil {
		return nil, err
	}
	return &Key{k.Signer(), k}, nil
}

// SaveKeystore writes the key to a new file that only its owner can read,
// encrypted with the password at standard strength. An existing file is not
// replaced: errors.Is(err, fs.ErrExist).
func (k *Key) SaveKeystore(file, password string) error {
	if password == "" {
		return errors.New("save keystore: empty password, want one that protects the key")
	}
	return k.key.Save(file, password, keys.StandardKDF)
}

// SignDigest signs a digest that is no message, such as that of a transaction; with it
// a Key is a [message.DigestSigner].
func (k *Key) SignDigest(digest [32]byte) ([]byte, error) { return k.key.Signer().SignDigest(digest) }

// Address returns the account's address with its checksum (EIP-55).
func (k *Key) Address() string { return checksumAddress(k.UserID()) }

// String returns the address; the private key has no text form.
func (k *Key) String() string { return k.Address() }

// Format prints the address for every verb.
func (k *Key) Format(f fmt.State, _ rune) { io.WriteString(f, k.Address()) }

// LogValue logs the address.
func (k *Key) LogValue() slog.Value { return slog.StringValue(k.Address()) }

func checksumAddress(id message.UserID) string {
	return common.BytesToAddress([]byte(id)).Hex()
}
