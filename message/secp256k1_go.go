package message

import (
	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa"
)

// The pure-Go twins of the cgo functions: what a build without cgo uses, and what
// the tests hold the other build against.

func recoverPublicKeyGo(digest [32]byte, sig [secp256k1SignatureLen]byte) (pub [65]byte, err error) {
	var compact [secp256k1SignatureLen]byte
	compact[0] = sig[64]
	copy(compact[1:], sig[:64])
	key, _, err := ecdsa.RecoverCompact(compact[:], digest[:])
	if err != nil {
		return pub, err
	}
	return [65]byte(key.SerializeUncompressed()), nil
}

func signDigestGo(key, digest [32]byte) (sig [secp256k1SignatureLen]byte, err error) {
	compact := ecdsa.SignCompact(secp256k1.PrivKeyFromBytes(key[:]), digest[:], false)
	copy(sig[:64], compact[1:])
	sig[64] = compact[0]
	return sig, nil
}
