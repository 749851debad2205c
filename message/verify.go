package message

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/big"
)

// Sizes of signatures and keys, in bytes.
const (
	secp256k1SignatureLen = 65
	p256SignatureLen      = 64
	p256CompressedLen     = 33
	p256UncompressedLen   = 65
)

// Verify checks the signature of m against its fields and its publisher. It
// returns nil, [ErrInvalidSignature], [ErrUnsupportedSignature] or, when a chain
// had to be asked and could not be, [ErrSignatureCheck].
//
// A secp256k1 signature in its malleated form (high s, flipped v) is valid; Verify
// replaces it in m by the low form, so that one message is not kept in two shapes.
// P-256 signatures are left alone: WebCrypto makes either form, and clients compare
// what they published with what is stored.
func (v *Verifier) Verify(ctx context.Context, m *Message) error {
	switch m.SignatureType {
	case SignatureSecp256k1Legacy, SignatureSecp256k1EVM:
		return v.verifySecp256k1(m)
	case SignatureERC1271:
		return v.verifyContract(ctx, m)
	case SignatureMLDSA87:
		return verifyMLDSA87(m)
	case SignatureSecp256r1:
		return verifyP256(m)
	}
	return fmt.Errorf("%w: %v", ErrUnsupportedSignature, m.SignatureType)
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInvalidSignature, fmt.Sprintf(format, args...))
}

func (v *Verifier) verifySecp256k1(m *Message) error {
	if !m.Publisher.IsAddress() {
		return invalid("publisher has %d bytes, want a 20-byte address for %v", len(m.Publisher), m.SignatureType)
	}
	sig, err := normalizeSecp256k1(m.Signature)
	if err != nil {
		return err
	}
	var stack [1024]byte
	key, err := checkSecp256k1(m, PersonalDigest(m.AppendPayload(stack[:0])), sig)
	if err == nil {
		v.keys.learn(m.Publisher, &key)
	}
	return err
}

// checkSecp256k1 recovers the key that made the normalised signature sig over
// digest and compares its address with the publisher. If they agree it returns the
// key, uncompressed, and m has the normalised signature.
func checkSecp256k1(m *Message, digest [32]byte, sig [secp256k1SignatureLen]byte) (key [65]byte, err error) {
	key, err = recoverPublicKey(digest, sig)
	if err != nil {
		return key, invalid("no public key fits: %v", err)
	}
	if signer := addressOf(key[:]); signer != m.Publisher {
		return key, invalid("made by %v over these fields, publisher is %v", signer, m.Publisher)
	}
	if sig != [secp256k1SignatureLen]byte(m.Signature) {
		m.Signature = sig[:]
	}
	return key, nil
}

// RecoverAddress returns the address whose key made an r ‖ s ‖ v signature over a
// digest; v is 27 or 28. The error is [ErrInvalidSignature].
func RecoverAddress(digest [32]byte, signature []byte) (UserID, error) {
	sig, err := normalizeSecp256k1(signature)
	if err != nil {
		return "", err
	}
	key, err := recoverPublicKey(digest, sig)
	if err != nil {
		return "", invalid("no public key fits: %v", err)
	}
	return addressOf(key[:]), nil
}

var (
	secp256k1Order, _  = new(big.Int).SetString("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16)
	secp256k1HalfOrder = [32]byte(new(big.Int).Rsh(secp256k1Order, 1).FillBytes(make([]byte, 32)))
)

// normalizeSecp256k1 checks the shape of a signature and returns it with a low s.
func normalizeSecp256k1(signature []byte) (sig [secp256k1SignatureLen]byte, err error) {
	if len(signature) != secp256k1SignatureLen {
		return sig, invalid("%d bytes long, want %d (r, s, v)", len(signature), secp256k1SignatureLen)
	}
	sig = [secp256k1SignatureLen]byte(signature)
	if sig[64] != 27 && sig[64] != 28 {
		return sig, invalid("v is %d, want 27 or 28", sig[64])
	}
	if compareBytes(sig[32:64], secp256k1HalfOrder[:]) > 0 {
		s := new(big.Int).SetBytes(sig[32:64])
		if s.Cmp(secp256k1Order) >= 0 {
			return sig, invalid("s is not below the order of the curve")
		}
		s.Sub(secp256k1Order, s).FillBytes(sig[32:64])
		sig[64] ^= 27 ^ 28
	}
	return sig, nil
}

func compareBytes(a, b []byte) int {
	for i := range a {
		if a[i] != b[i] {
			return int(a[i]) - int(b[i])
		}
	}
	return 0
}

func (v *Verifier) verifyContract(ctx context.Context, m *Message) error {
	if v.Contracts == nil {
		return fmt.Errorf("%w: %v needs a chain, and none is configured", ErrUnsupportedSignature, m.SignatureType)
	}
	if !m.Publisher.IsAddress() {
		return invalid("publisher has %d bytes, want the 20-byte address of a contract", len(m.Publisher))
	}
	digest := PersonalDigest(m.AppendPayload(nil))
	ok, err := v.Contracts.IsValidSignature(ctx, m.Publisher, digest, m.Signature)
	switch {
	case errors.Is(err, ErrInvalidSignature):
		return err
	case err != nil:
		return fmt.Errorf("%w: ask contract %v: %w", ErrSignatureCheck, m.Publisher, err)
	case !ok:
		return invalid("contract %v does not accept it", m.Publisher)
	}
	return nil
}

func verifyP256(m *Message) error {
	if len(m.Signature) != p256SignatureLen {
		return invalid("%d bytes long, want %d (r, s; not DER)", len(m.Signature), p256SignatureLen)
	}
	pub, err := parseP256(m.Publisher)
	if err != nil {
		return err
	}
	digest := sha256.Sum256(m.AppendPayload(nil))
	r := new(big.Int).SetBytes(m.Signature[:32])
	s := new(big.Int).SetBytes(m.Signature[32:])
	if !ecdsa.Verify(pub, digest[:], r, s) {
		return invalid("not made by the publisher's P-256 key over these fields")
	}
	return nil
}

func parseP256(id UserID) (*ecdsa.PublicKey, error) {
	curve := elliptic.P256()
	raw := []byte(id)
	if len(raw) == p256CompressedLen {
		if x, y := elliptic.UnmarshalCompressed(curve, raw); x != nil {
			raw = make([]byte, p256UncompressedLen)
			raw[0] = 4
			x.FillBytes(raw[1:33])
			y.FillBytes(raw[33:])
		}
	}
	if len(raw) == p256UncompressedLen {
		if pub, err := ecdsa.ParseUncompressedPublicKey(curve, raw); err == nil {
			return pub, nil
		}
	}
	return nil, invalid("publisher (%d bytes) is no P-256 public key", len(id))
}
