package groupkeys

import (
	"bytes"
	"crypto/mlkem"
	"crypto/rsa"
	"errors"
	"fmt"
	"io"

	"github.com/logstore/logstore/message"
)

var (
	// ErrPublicKey: the bytes are no public key that a group key can be encrypted for.
	ErrPublicKey = errors.New("invalid public key")
	// ErrKeyData: an encrypted group key cannot be read with the private key.
	ErrKeyData = errors.New("encrypted group key cannot be read")
)

// PublicKey encrypts group keys for the holder of the private key: the publicKey of a
// group key request.
type PublicKey struct {
	rsa *rsa.PublicKey
	kem *mlkem.EncapsulationKey1024
}

// ParsePublicKey reads the public key of a group key request: the raw 1568 bytes of
// ML-KEM-1024, or an RSA key as SPKI in PEM of [MinRSABits] to [MaxRSABits]. The
// bytes say which: the type that a request states is not signed. Errors are
// [ErrPublicKey].
func ParsePublicKey(b []byte) (*PublicKey, error) {
	if bytes.HasPrefix(b, []byte("-----BEGIN ")) {
		key, err := parseRSA(b)
		if err != nil {
			return nil, err
		}
		return &PublicKey{rsa: key}, nil
	}
	if len(b) != mlkem.EncapsulationKeySize1024 {
		return nil, fmt.Errorf("%w: %d bytes that are neither PEM text nor an ML-KEM-1024 key of %d bytes", ErrPublicKey, len(b), mlkem.EncapsulationKeySize1024)
	}
	key, err := mlkem.NewEncapsulationKey1024(b)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPublicKey, err)
	}
	return &PublicKey{kem: key}, nil
}

// Type returns the kind of encryption.
func (p *PublicKey) Type() message.AsymmetricEncryptionType {
	if p.rsa != nil {
		return message.AsymmetricRSA
	}
	return message.AsymmetricMLKEM
}

// RSABits returns the length of an RSA modulus, 0 for ML-KEM.
func (p *PublicKey) RSABits() int {
	if p.rsa == nil {
		return 0
	}
	return p.rsa.N.BitLen()
}

// Encrypt encrypts a group key for the holder of the private key. The encapsulation
// of ML-KEM takes its randomness from the system, all else from random.
func (p *PublicKey) Encrypt(random io.Reader, k *Key) (message.EncryptedGroupKey, error) {
	var data []byte
	var err error
	if p.rsa != nil {
		data, err = encryptRSA(random, p.rsa, k.Secret[:])
	} else {
		data, err = sealKEM(random, p.kem, k)
	}
	if err != nil {
		return message.EncryptedGroupKey{}, fmt.Errorf("encrypt %v: %w", k, err)
	}
	return message.EncryptedGroupKey{ID: k.ID, Data: data}, nil
}

// PrivateKey reads the group keys that others encrypt for its public key. A client
// makes a fresh one in every run; it needs not be kept.
type PrivateKey struct {
	rsa    *rsa.PrivateKey
	kem    *mlkem.DecapsulationKey1024
	public []byte
}

// GenerateMLKEM makes an ML-KEM-1024 key, in less than a millisecond.
func GenerateMLKEM() (*PrivateKey, error) {
	key, err := mlkem.GenerateKey1024()
	if err != nil {
		return nil, fmt.Errorf("make an ML-KEM key: %w", err)
	}
	return fromKEM(key), nil
}

// GenerateRSA makes an RSA key of 2048 to [MaxRSABits] bits; 0 stands for 4096, what
// the official SDK takes. That takes a second or several: keep it out of an event loop.
func GenerateRSA(bits int) (*PrivateKey, error) {
	if bits == 0 {
		bits = defaultRSABits
	}
	if bits < minOwnRSABits || bits > MaxRSABits {
		return nil, fmt.Errorf("make an RSA key of %d bits: want %d to %d", bits, minOwnRSABits, MaxRSABits)
	}
	key, err := rsa.GenerateKey(nil, bits) // takes the system's randomness only
	if err != nil {
		return nil, fmt.Errorf("make an RSA key: %w", err)
	}
	return fromRSA(key)
}

func fromKEM(key *mlkem.DecapsulationKey1024) *PrivateKey {
	return &PrivateKey{kem: key, public: key.EncapsulationKey().Bytes()}
}

func fromRSA(key *rsa.PrivateKey) (*PrivateKey, error) {
	public, err := marshalRSA(&key.PublicKey)
	if err != nil {
		return nil, err
	}
	return &PrivateKey{rsa: key, public: public}, nil
}

// PublicKey returns what goes into a group key request.
func (p *PrivateKey) PublicKey() []byte { return bytes.Clone(p.public) }

// Type returns the kind of encryption.
func (p *PrivateKey) Type() message.AsymmetricEncryptionType {
	if p.rsa != nil {
		return message.AsymmetricRSA
	}
	return message.AsymmetricMLKEM
}

// Decrypt reads a group key out of a response. Errors are [ErrKeyID] and [ErrKeyData].
func (p *PrivateKey) Decrypt(k *message.EncryptedGroupKey) (Key, error) {
	if err := checkKeyID(k.ID); err != nil {
		return Key{}, err
	}
	var secret []byte
	var err error
	if p.rsa != nil {
		secret, err = decryptRSA(p.rsa, k.Data)
	} else {
		secret, err = openKEM(p.kem, k.Data)
	}
	if err != nil {
		return Key{}, fmt.Errorf("%w: %w", ErrKeyData, err)
	}
	if len(secret) != SecretLen {
		return Key{}, fmt.Errorf("%w: a group key has %d bytes, not %d", ErrKeyData, SecretLen, len(secret))
	}
	return Key{ID: k.ID, Secret: [SecretLen]byte(secret)}, nil
}
