//go:build js && wasm

package message

import "fmt"

// A browser's build goes without ML-DSA, so that it needs no library but that of one
// curve.
var errNoMLDSA = fmt.Errorf("%w: this build for browsers has no %v", ErrUnsupportedSignature, SignatureMLDSA87)

func verifyMLDSA87(*Message) error { return errNoMLDSA }

// NewMLDSA87Signer returns [ErrUnsupportedSignature]: this build has no ML-DSA-87.
func NewMLDSA87Signer([32]byte) (Signer, error) { return nil, errNoMLDSA }
