package groupkeys

import (
	"crypto/hkdf"
	"crypto/mlkem"
	"crypto/sha512"
	"fmt"
	"io"
)

// A group key for an ML-KEM key travels as
//
//	KEM ciphertext (1568) ‖ salt (64) ‖ IV (16) ‖ AES-256-CTR of the group key (32)
//
// where the AES key is HKDF-SHA-512 of the shared secret with the salt and kemInfo.
const (
	kemSaltLen    = 64
	kemInfo       = "streamr-key-exchange"
	kemPackageLen = mlkem.CiphertextSize1024 + kemSaltLen + ivLen + SecretLen
)

func sealKEM(random io.Reader, to *mlkem.EncapsulationKey1024, k *Key) ([]byte, error) {
	shared, ciphertext := to.Encapsulate()
	var salt [kemSaltLen]byte
	if _, err := io.ReadFull(random, salt[:]); err != nil {
		return nil, err
	}
	wrap, err := kemKey(shared, salt[:])
	if err != nil {
		return nil, err
	}
	encrypted, err := wrap.Encrypt(random, k.Secret[:])
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, kemPackageLen)
	out = append(out, ciphertext...)
	out = append(out, salt[:]...)
	return append(out, encrypted...), nil
}

func openKEM(key *mlkem.DecapsulationKey1024, data []byte) ([]byte, error) {
	if len(data) != kemPackageLen {
		return nil, fmt.Errorf("ML-KEM package of %d bytes, %d expected", len(data), kemPackageLen)
	}
	ciphertext, data := data[:mlkem.CiphertextSize1024], data[mlkem.CiphertextSize1024:]
	salt, encrypted := data[:kemSaltLen], data[kemSaltLen:]
	// ML-KEM answers a wrong ciphertext with a random secret, not with an error; the
	// group key then comes out wrong, as with any change of the package.
	shared, err := key.Decapsulate(ciphertext)
	if err != nil {
		return nil, err
	}
	wrap, err := kemKey(shared, salt)
	if err != nil {
		return nil, err
	}
	return wrap.Decrypt(encrypted)
}

// kemKey derives the AES key that wraps a group key.
func kemKey(shared, salt []byte) (*Key, error) {
	secret, err := hkdf.Key(sha512.New, shared, salt, kemInfo, SecretLen)
	if err != nil {
		return nil, err
	}
	return &Key{Secret: [SecretLen]byte(secret)}, nil
}
