//go:build cgo && !purego

package message

import "github.com/ethereum/go-ethereum/crypto/secp256k1"

// recoverPublicKey returns the uncompressed key that made sig (low s, v 27 or 28).
func recoverPublicKey(digest [32]byte, sig [secp256k1SignatureLen]byte) (pub [65]byte, err error) {
	sig[64] -= 27
	b, err := secp256k1.RecoverPubkey(digest[:], sig[:])
	if err != nil {
		return pub, err
	}
	return [65]byte(b), nil
}

// signDigest makes the deterministic (RFC 6979) low-s signature r ‖ s ‖ v.
func signDigest(key, digest [32]byte) (sig [secp256k1SignatureLen]byte, err error) {
	b, err := secp256k1.Sign(digest[:], key[:])
	if err != nil {
		return sig, err
	}
	b[64] += 27
	return [secp256k1SignatureLen]byte(b), nil
}
