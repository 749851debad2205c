//go:build !cgo || purego

package message

// recoverPublicKey returns the uncompressed key that made sig (low s, v 27 or 28).
func recoverPublicKey(digest [32]byte, sig [secp256k1SignatureLen]byte) (pub [65]byte, err error) {
	return recoverPublicKeyGo(digest, sig)
}

// signDigest makes the deterministic (RFC 6979) low-s signature r ‖ s ‖ v.
func signDigest(key, digest [32]byte) (sig [secp256k1SignatureLen]byte, err error) {
	return signDigestGo(key, digest)
}
