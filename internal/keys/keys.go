// Package keys makes, keeps and opens the private key of a node or a user.
//
// A key lives in an encrypted keystore file (Web3 Secret Storage, as geth and
// most wallets write it), readable by its owner only, or comes from the
// environment as 64 hex digits. It leaves the package as a [message.Signer] and
// never as text: a [Key] prints and logs as its address.
//
//	k, err := keys.Generate(rand.Reader)
//	err = k.Save("key.json", password, keys.StandardKDF)
//	k, err = keys.Open("key.json", password)
package keys

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"

	"github.com/logstore/logstore/message"
)

// Errors that callers branch on.
var (
	// ErrPassword: the password does not open the keystore file.
	ErrPassword = errors.New("wrong password")
	// ErrNoPassword: no password was given and there is no terminal to ask on.
	ErrNoPassword = errors.New("no password")
	// ErrKeystore: the file is no keystore that can be read.
	ErrKeystore = errors.New("not a keystore file")
	// ErrPrivateKey: the text is no private key.
	ErrPrivateKey = errors.New("invalid private key")
)

// Key is a secp256k1 private key.
type Key struct {
	private [32]byte
	signer  message.DigestSigner
}

// Generate makes a fresh key from a source of randomness.
func Generate(random io.Reader) (*Key, error) {
	private, err := secp256k1.GeneratePrivateKeyFromRand(random)
	if err != nil {
		return nil, fmt.Errorf("generate key: %w", err)
	}
	return fromBytes([32]byte(private.Serialize()))
}

// FromHex reads a private key of 64 hex digits, with or without 0x. Its errors
// never quote the text.
func FromHex(s string) (*Key, error) {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "0x"), "0X")
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != 32 {
		return nil, fmt.Errorf("%w: want 64 hex digits, got %d characters", ErrPrivateKey, len(s))
	}
	return fromBytes([32]byte(b))
}

func fromBytes(private [32]byte) (*Key, error) {
	var scalar secp256k1.ModNScalar
	if overflow := scalar.SetBytes(&private); overflow != 0 || scalar.IsZero() {
		return nil, fmt.Errorf("%w: outside the range of the curve", ErrPrivateKey)
	}
	signer, err := message.NewEVMSigner(private)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPrivateKey, err)
	}
	return &Key{private: private, signer: signer}, nil
}

// Address returns the Ethereum address of the key.
func (k Key) Address() message.UserID { return k.signer.UserID() }

// Signer signs messages with the key.
func (k *Key) Signer() message.DigestSigner { return k.signer }

// String returns the address; the private key has no text form.
func (k Key) String() string { return k.Address().String() }

// GoString returns the address.
func (k Key) GoString() string { return "keys.Key(" + k.String() + ")" }

// Format prints the address for every verb.
func (k Key) Format(f fmt.State, _ rune) { io.WriteString(f, k.String()) }

// LogValue logs the address.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.String()) }
