package groupkeys

import (
	"bytes"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/subtle"
	"crypto/x509"
	"encoding/binary"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
)

// The protocol's RSA is RSA-OAEP with SHA-1, MGF1 with SHA-1 and no label. Neither
// use of SHA-1 needs collision resistance.

const (
	// MinRSABits is the shortest modulus that OAEP with SHA-1 fits a group key into.
	// The official SDK uses 640 bits in its development environment.
	MinRSABits = 8 * (SecretLen + 2*sha1.Size + 2)
	// MaxRSABits bounds foreign keys, so that nobody can make us compute for long:
	// twice what the official SDK takes by default.
	MaxRSABits = 8192

	defaultRSABits = 4096
	minOwnRSABits  = 2048
	// minStandardBits is the shortest modulus that crypto/rsa works with.
	minStandardBits = 1024
	// maxPEMLen leaves room for a modulus of MaxRSABits in base64 with line ends.
	maxPEMLen   = 2 * MaxRSABits / 8
	maxExponent = 1<<31 - 1

	pemType = "PUBLIC KEY"
)

func marshalRSA(key *rsa.PublicKey) ([]byte, error) {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return nil, fmt.Errorf("encode RSA key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: der}), nil
}

func parseRSA(text []byte) (*rsa.PublicKey, error) {
	if len(text) > maxPEMLen {
		return nil, fmt.Errorf("%w: PEM text of %d bytes, at most %d allowed", ErrPublicKey, len(text), maxPEMLen)
	}
	block, rest := pem.Decode(text)
	if block == nil || block.Type != pemType || len(block.Headers) != 0 || len(bytes.TrimSpace(rest)) != 0 {
		return nil, fmt.Errorf("%w: want one PEM block of type %q", ErrPublicKey, pemType)
	}
	parsed, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPublicKey, err)
	}
	key, ok := parsed.(*rsa.PublicKey)
	if !ok {
		return nil, fmt.Errorf("%w: PEM holds a %T, want RSA", ErrPublicKey, parsed)
	}
	switch bits := key.N.BitLen(); {
	case bits < MinRSABits || bits > MaxRSABits:
		return nil, fmt.Errorf("%w: RSA modulus of %d bits, want %d to %d", ErrPublicKey, bits, MinRSABits, MaxRSABits)
	case key.N.Bit(0) == 0:
		return nil, fmt.Errorf("%w: RSA modulus is even", ErrPublicKey)
	case key.E < 3 || key.E > maxExponent || key.E%2 == 0:
		return nil, fmt.Errorf("%w: RSA exponent %d, want an odd number from 3 to 2³¹-1", ErrPublicKey, key.E)
	}
	return key, nil
}

func encryptRSA(random io.Reader, key *rsa.PublicKey, secret []byte) ([]byte, error) {
	if key.N.BitLen() < minStandardBits {
		return encryptSmallRSA(random, key, secret)
	}
	return rsa.EncryptOAEP(sha1.New(), random, key, secret, nil)
}

func decryptRSA(key *rsa.PrivateKey, data []byte) ([]byte, error) {
	if len(data) != key.Size() {
		return nil, fmt.Errorf("RSA ciphertext of %d bytes, %d expected", len(data), key.Size())
	}
	return rsa.DecryptOAEP(sha1.New(), nil, key, data, nil)
}

// encryptSmallRSA is RSAES-OAEP-ENCRYPT of RFC 8017, section 7.1.1, for keys that
// crypto/rsa refuses. The only ways around that refusal are settings of a whole
// program (GODEBUG rsa1024min), which a library must not make for its users.
//
// Only subscribers of a development environment have such keys, and only the public
// operation is needed: our own keys are long. math/big does not run in constant time,
// but its one secret operand is a block that a fresh random seed masks and that is
// used once, so the time tells nothing about the group key; and who wants to know it
// can rather factor the modulus.
func encryptSmallRSA(random io.Reader, key *rsa.PublicKey, secret []byte) ([]byte, error) {
	size := key.Size()
	if len(secret) > size-2*sha1.Size-2 {
		return nil, rsa.ErrMessageTooLong
	}
	// 0x00 ‖ masked seed ‖ masked (hash of no label ‖ zeros ‖ 0x01 ‖ secret)
	block := make([]byte, size)
	seed, data := block[1:1+sha1.Size], block[1+sha1.Size:]
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, err
	}
	label := sha1.Sum(nil)
	copy(data, label[:])
	data[len(data)-len(secret)-1] = 1
	copy(data[len(data)-len(secret):], secret)
	maskMGF1(data, seed)
	maskMGF1(seed, data)

	c := new(big.Int).SetBytes(block)
	c.Exp(c, big.NewInt(int64(key.E)), key.N)
	return c.FillBytes(make([]byte, size)), nil
}

// maskMGF1 XORs dst with MGF1-SHA-1 of seed (RFC 8017, appendix B.2.1).
func maskMGF1(dst, seed []byte) {
	input := append(bytes.Clone(seed), 0, 0, 0, 0)
	for i := uint32(0); len(dst) > 0; i++ {
		binary.BigEndian.PutUint32(input[len(seed):], i)
		sum := sha1.Sum(input)
		n := subtle.XORBytes(dst, dst, sum[:])
		dst = dst[n:]
	}
}
