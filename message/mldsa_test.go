package message

import (
	"errors"
	"runtime"
	"testing"
)

// lacks reports whether this build cannot check signatures of a type that others can.
func lacks(kind SignatureType) bool {
	return kind == SignatureMLDSA87 && runtime.GOOS == "js" && runtime.GOARCH == "wasm"
}

func TestBuildsWithoutMLDSASaySo(t *testing.T) {
	t.Parallel()
	_, err := NewMLDSA87Signer([32]byte{})
	if got := errors.Is(err, ErrUnsupportedSignature); got != lacks(SignatureMLDSA87) {
		t.Errorf("signer: %v", err)
	}
	m := signed(t, nil)
	m.SignatureType = SignatureMLDSA87
	for _, err := range []error{new(Verifier).Verify(t.Context(), m), new(Verifier).VerifyBatch(t.Context(), []*Message{m})[0]} {
		if err == nil || errors.Is(err, ErrUnsupportedSignature) != lacks(SignatureMLDSA87) {
			t.Errorf("verifier: %v", err)
		}
	}
}
