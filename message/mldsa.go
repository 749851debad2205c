//go:build !(js && wasm)

package message

import (
	"fmt"

	"filippo.io/mldsa"
)

const mldsa87PublicKeyLen = 2592

func verifyMLDSA87(m *Message) error {
	if len(m.Publisher) != mldsa87PublicKeyLen {
		return invalid("publisher has %d bytes, want a %d-byte ML-DSA-87 public key", len(m.Publisher), mldsa87PublicKeyLen)
	}
	pub, err := mldsa.NewPublicKey(mldsa.MLDSA87(), []byte(m.Publisher))
	if err != nil {
		return invalid("publisher is no ML-DSA-87 public key: %v", err)
	}
	if err := mldsa.Verify(pub, m.AppendPayload(nil), m.Signature, nil); err != nil {
		return invalid("%v", err)
	}
	return nil
}

type mldsaSigner struct {
	secret
	key *mldsa.PrivateKey
	id  UserID
}

// NewMLDSA87Signer signs with the ML-DSA-87 key that FIPS 204 derives from a seed.
// Builds for browsers (js/wasm) have none and return [ErrUnsupportedSignature].
func NewMLDSA87Signer(seed [32]byte) (Signer, error) {
	k, err := mldsa.NewPrivateKey(mldsa.MLDSA87(), seed[:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return &mldsaSigner{secret{SignatureMLDSA87}, k, UserID(k.PublicKey().Bytes())}, nil
}

func (s *mldsaSigner) UserID() UserID               { return s.id }
func (s *mldsaSigner) SignatureType() SignatureType { return SignatureMLDSA87 }

func (s *mldsaSigner) SignPayload(payload []byte) ([]byte, error) {
	return s.key.Sign(nil, payload, nil)
}
