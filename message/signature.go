package message

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// SignatureType names a signature scheme. A hint: it is not signed itself.
type SignatureType int32

// The signature types of the protocol.
const (
	// SignatureSecp256k1Legacy is checked like EVM over the legacy payload. Current
	// SDKs no longer make it.
	SignatureSecp256k1Legacy SignatureType = 0
	// SignatureSecp256k1EVM is an EIP-191 personal-sign signature r ‖ s ‖ v; the
	// publisher is the address of the key.
	SignatureSecp256k1EVM SignatureType = 1
	// SignatureERC1271 is judged by the contract that is the publisher.
	SignatureERC1271 SignatureType = 2
	// SignatureMLDSA87 is FIPS 204 ML-DSA-87; the publisher is the public key.
	SignatureMLDSA87 SignatureType = 3
	// SignatureSecp256r1 is ECDSA P-256 with SHA-256, r ‖ s; the publisher is the
	// public key.
	SignatureSecp256r1 SignatureType = 4
)

func (t SignatureType) String() string {
	switch t {
	case SignatureSecp256k1Legacy:
		return "ECDSA_SECP256K1_LEGACY"
	case SignatureSecp256k1EVM:
		return "ECDSA_SECP256K1_EVM"
	case SignatureERC1271:
		return "ERC_1271"
	case SignatureMLDSA87:
		return "ML_DSA_87"
	case SignatureSecp256r1:
		return "ECDSA_SECP256R1"
	}
	return fmt.Sprintf("signature type %d", int32(t))
}

// Errors of verification.
var (
	// ErrInvalidSignature: the signature does not fit the message and publisher.
	ErrInvalidSignature = errors.New("invalid signature")
	// ErrUnsupportedSignature: the type is unknown, or is ERC-1271 and the
	// verifier has no chain to ask, or is ML-DSA-87 in a build for browsers
	// (js/wasm). Nothing is said about the signature.
	ErrUnsupportedSignature = errors.New("unsupported signature type")
	// ErrSignatureCheck: the check could not be made, for example because the
	// chain did not answer. It may succeed later.
	ErrSignatureCheck = errors.New("signature could not be checked")
)

// ContractVerifier asks a contract whether it accepts a signature (ERC-1271). An
// error means that the question could not be put or was not answered.
type ContractVerifier interface {
	IsValidSignature(ctx context.Context, contract UserID, digest [32]byte, signature []byte) (bool, error)
}

// Verifier checks signatures. The zero value checks every type that needs no
// chain. It may be used by many goroutines at once and must not be copied after
// its first use: it remembers publishers' keys.
type Verifier struct {
	// Contracts answers for ERC-1271 signatures; without it they are
	// ErrUnsupportedSignature.
	Contracts ContractVerifier

	keys    keyCache
	batches sync.Pool // of *batch
}
