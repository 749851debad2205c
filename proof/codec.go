package proof

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/logstore/logstore/message"
)

// Bounds of an encoded proof. No tree over item keys can need more.
const (
	maxProofParts = 2 * KeyBits
	maxProofBytes = 3 * maxProofParts * (2 + 1 + message.KeyLen + sha256Len + 2*binary.MaxVarintLen64)
	sha256Len     = len(Digest{})
)

const (
	proofVersion = 1
	kindMessages = 0
	kindSummary  = 1
)

// AppendBinary appends the encoding of docs/spec/timetree.md, section "Range proof".
// The error is always nil.
func (p *RangeProof) AppendBinary(dst []byte) ([]byte, error) {
	kind := byte(kindMessages)
	if p.Summary {
		kind = kindSummary
	}
	dst = append(dst, proofVersion, kind)
	dst = appendRange(dst, &p.Range)
	dst = appendParts(dst, p.Before, &p.Range.From)
	if p.Summary {
		dst = appendParts(dst, p.Inside, &p.Range.From)
	}
	return appendParts(dst, p.After, &p.Range.To), nil
}

// MarshalBinary is AppendBinary to a new slice.
func (p *RangeProof) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// appendRange leaves out the zeros at the end of From and the 0xff at the end of To.
func appendRange(dst []byte, r *Range) []byte {
	from := bytes.TrimRight(r.From[:], "\x00")
	to := r.To[:]
	for len(to) > 0 && to[len(to)-1] == 0xff {
		to = to[:len(to)-1]
	}
	dst = append(append(dst, byte(len(from))), from...)
	return append(append(dst, byte(len(to))), to...)
}

// appendParts writes each part's key as what differs from a bound of the range: the
// boundary paths follow that bound.
func appendParts(dst []byte, parts []Part, bound *message.Key) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(parts)))
	for i := range parts {
		dst = appendPart(dst, &parts[i], bound)
	}
	return dst
}

func appendPart(dst []byte, p *Part, bound *message.Key) []byte {
	key := p.At.Key[:(p.At.Bits+7)/8]
	same := sharedBytes(key, bound[:])
	dst = binary.AppendUvarint(dst, uint64(p.At.Bits))
	dst = append(append(dst, byte(same)), key[same:]...)
	if !p.isLeaf() {
		dst = append(dst, p.Sum.Digest[:]...)
		dst = binary.AppendUvarint(dst, p.Sum.Count)
	}
	return binary.AppendUvarint(dst, p.Sum.Bytes)
}

func sharedBytes(key, bound []byte) (n int) {
	for n < len(key) && key[n] == bound[n] {
		n++
	}
	return n
}

// UnmarshalBinary reads what AppendBinary wrote and nothing else: an encoding that
// it would not have written is an error. It does not check what the proof says.
func (p *RangeProof) UnmarshalBinary(b []byte) error {
	if len(b) > maxProofBytes {
		return invalid("it has %d bytes, no tree needs more than %d", len(b), maxProofBytes)
	}
	r := reader{b: b}
	if v := r.byte(); v != proofVersion && r.err == nil {
		return invalid("version %d is not known here (want %d); update the program", v, proofVersion)
	}
	kind := r.byte()
	if kind > kindSummary {
		r.fail("kind %d is not known", kind)
	}
	q := RangeProof{Summary: kind == kindSummary}
	q.Range = r.readRange()
	q.Before = r.parts(&q.Range.From)
	if q.Summary {
		q.Inside = r.parts(&q.Range.From)
	}
	q.After = r.parts(&q.Range.To)
	if r.err == nil && len(r.b) > 0 {
		r.fail("%d bytes follow its end", len(r.b))
	}
	if r.err != nil {
		return r.err
	}
	*p = q
	return nil
}

// reader reads the parts of an encoding. After the first error everything is zero.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = invalid(format, args...)
	}
	r.b = nil
}

// take returns the next n bytes, which are shared with the input.
func (r *reader) take(n int) []byte {
	if r.err != nil || n > len(r.b) {
		r.fail("it is cut off")
		return make([]byte, n)
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) byte() byte { return r.take(1)[0] }

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.fail("a number is cut off or too large")
		return 0
	}
	if n > 1 && r.b[n-1] == 0 {
		r.fail("a number is longer than it must be")
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) readRange() (rg Range) {
	rg = FullRange()
	n := int(r.byte())
	if n > message.KeyLen {
		r.fail("the range begins with %d bytes, keys have %d", n, message.KeyLen)
		return rg
	}
	if copy(rg.From[:], r.take(n)); n > 0 && rg.From[n-1] == 0 {
		r.fail("the beginning of the range has zeros at its end")
	}
	if n = int(r.byte()); n > message.KeyLen {
		r.fail("the range ends with %d bytes, keys have %d", n, message.KeyLen)
		return rg
	}
	if copy(rg.To[:], r.take(n)); n > 0 && rg.To[n-1] == 0xff {
		r.fail("the end of the range has 0xff at its end")
	}
	if rg.IsEmpty() {
		r.fail("the range ends before it begins")
	}
	return rg
}

func (r *reader) parts(bound *message.Key) []Part {
	n := r.uvarint()
	if n > maxProofParts {
		r.fail("%d subtrees, no tree needs more than %d", n, maxProofParts)
	}
	if r.err != nil || n == 0 {
		return nil
	}
	parts := make([]Part, 0, min(n, 64))
	for range n {
		p := r.part(bound)
		if r.err != nil {
			return nil
		}
		parts = append(parts, p)
	}
	return slices.Clip(parts)
}

func (r *reader) part(bound *message.Key) (p Part) {
	bits := r.uvarint()
	if bits > KeyBits {
		r.fail("a subtree's place has %d bits, keys have %d", bits, KeyBits)
		return p
	}
	p.At.Bits = int(bits)
	n, same := int(bits+7)/8, int(r.byte())
	if same > n {
		r.fail("a subtree shares %d bytes, its place has only %d", same, n)
		return p
	}
	copy(p.At.Key[:], bound[:same])
	copy(p.At.Key[same:], r.take(n-same))
	if sharedBytes(p.At.Key[:n], bound[:]) != same || p.At != RegionOf(p.At.Key, p.At.Bits) {
		r.fail("the place of a subtree is not written in the one way")
		return p
	}
	if !p.isLeaf() {
		copy(p.Sum.Digest[:], r.take(len(p.Sum.Digest)))
		p.Sum.Count = r.uvarint()
		p.Sum.Bytes = r.uvarint()
		return p
	}
	if size := r.uvarint(); r.err == nil {
		p.Sum = LeafSum(&p.At.Key, size)
	}
	return p
}
