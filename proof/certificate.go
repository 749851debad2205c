package proof

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"math"

	"github.com/logstore/logstore/message"
)

// Certificate is what a node gives with an answer, so that it can be checked: the
// signed checkpoint of the stream part, and the proof that the answer is all that
// the part has in a range.
type Certificate struct {
	Checkpoint SignedAttestation // over FullRange
	Proof      RangeProof
}

const certificateVersion = 1

// maxCertificateText bounds the stream id in a certificate.
const maxCertificateText = message.MaxStreamIDLen

// AppendBinary appends the encoding of docs/spec/timetree.md, section "Certificate".
// The error is always nil.
func (c *Certificate) AppendBinary(dst []byte) ([]byte, error) {
	a := &c.Checkpoint
	dst = append(dst, certificateVersion)
	dst = binary.AppendUvarint(dst, a.ChainID)
	dst = binary.AppendUvarint(dst, uint64(len(a.Part.Stream)))
	dst = append(dst, a.Part.Stream...)
	dst = binary.AppendUvarint(dst, uint64(a.Part.Partition))
	dst = append(dst, a.Sum.Digest[:]...)
	dst = binary.AppendUvarint(dst, a.Sum.Count)
	dst = binary.AppendUvarint(dst, a.Sum.Bytes)
	dst = binary.AppendUvarint(dst, uint64(a.Floor))
	dst = binary.AppendUvarint(dst, uint64(a.AsOf))
	dst = append(dst, a.Signature[:]...)
	return c.Proof.AppendBinary(dst)
}

// MarshalBinary is AppendBinary to a new slice.
func (c *Certificate) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary reads what AppendBinary wrote and nothing else. It checks neither
// the signature nor what the proof says. The error is [ErrProof].
func (c *Certificate) UnmarshalBinary(b []byte) error {
	r := reader{b: b}
	if v := r.byte(); v != certificateVersion && r.err == nil {
		return invalid("version %d of certificates is not known here (want %d); update the program", v, certificateVersion)
	}
	var q Certificate
	a := &q.Checkpoint
	a.Range = FullRange()
	a.ChainID = r.uvarint()
	n := r.uvarint()
	if n > maxCertificateText {
		r.fail("a stream id of %d bytes, want at most %d", n, maxCertificateText)
		n = 0
	}
	a.Part.Stream = message.StreamID(r.take(int(n)))
	a.Part.Partition = int32(r.uvarintUpTo("partition", message.MaxPartitions-1))
	copy(a.Sum.Digest[:], r.take(len(a.Sum.Digest)))
	a.Sum.Count = r.uvarint()
	a.Sum.Bytes = r.uvarint()
	a.Floor = int64(r.uvarintUpTo("floor", math.MaxInt64))
	a.AsOf = int64(r.uvarintUpTo("time", math.MaxInt64))
	copy(a.Signature[:], r.take(len(a.Signature)))
	if r.err != nil {
		return r.err
	}
	if err := q.Proof.UnmarshalBinary(r.b); err != nil {
		return err
	}
	*c = q
	return nil
}

func (r *reader) uvarintUpTo(name string, limit uint64) uint64 {
	v := r.uvarint()
	if v > limit {
		r.fail("%s %d is above %d", name, v, limit)
		return 0
	}
	return v
}

// certificateText is base64url without padding. It is strict, so that a certificate has
// one text.
var certificateText = base64.RawURLEncoding.Strict()

// MarshalText writes the encoding in base64url without padding, as the HTTP API does.
func (c *Certificate) MarshalText() ([]byte, error) {
	b, err := c.MarshalBinary()
	if err != nil {
		return nil, err
	}
	return certificateText.AppendEncode(nil, b), nil
}

// UnmarshalText reads what MarshalText wrote. The error is [ErrProof].
func (c *Certificate) UnmarshalText(text []byte) error {
	b, err := certificateText.AppendDecode(nil, text)
	if err == nil && bytes.ContainsAny(text, "\r\n") { // which the library passes over
		err = errors.New("it has line breaks")
	}
	if err != nil {
		return invalid("a certificate is base64url without padding: %v", err)
	}
	return c.UnmarshalBinary(b)
}
