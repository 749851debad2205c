package logstore

import (
	"fmt"
	"net/http"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// headerProof carries the certificate of an answer.
const headerProof = "Logstore-Proof"

// certificateOf reads the certificate that came with an answer. Without one it
// returns nil and no error.
func certificateOf(h http.Header) (*proof.Certificate, error) {
	text := h.Get(headerProof)
	if text == "" {
		return nil, nil
	}
	return parseCertificate(text)
}

func parseCertificate(text string) (*proof.Certificate, error) {
	c := new(proof.Certificate)
	if err := c.UnmarshalText([]byte(text)); err != nil {
		return nil, fmt.Errorf("the node's certificate cannot be read: %w", err)
	}
	return c, nil
}

// isProvable reports whether a node can prove the answer complete: an answer of
// certain publishers only has no place in the tree.
func (q Query) isProvable() bool {
	return q.Verification != VerifyOff && !q.WithoutProof && q.Publisher == "" && q.Chain == ""
}

// Certificate returns what the node gave with the answer to prove it complete: its
// signed checkpoint of the stream part and the proof of the range. Nil if none was
// asked for or given, or if what was given cannot be read. Whether it holds is in the
// report, once the answer has ended. Together with the messages it makes a file that
// anybody can check later; see [proof.NewFileWriter].
func (r *Result) Certificate() *proof.Certificate { return r.plan.check.Certificate }

// checkSigner returns who signed a checkpoint, which is about a whole stream part as
// it is read. The error says that it is about another one, or not by the node that it
// should be of, "" for any.
func checkSigner(cp *proof.SignedAttestation, part message.StreamPart, node message.UserID) (message.UserID, error) {
	signer, err := cp.Signer()
	switch {
	case err != nil:
		return "", fmt.Errorf("the checkpoint's signature: %w", err)
	case node != "" && signer != node:
		return signer, fmt.Errorf("the checkpoint is signed by %s, want %s", signer, node)
	case cp.Part != part:
		return signer, fmt.Errorf("the checkpoint is about %s, want %s", cp.Part, part)
	}
	return signer, nil
}
