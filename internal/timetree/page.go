package timetree

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// A subtree of at most bucketSize messages is a bucket; each level of pages covers
// fanout times as many.
const (
	bucketSize = 32
	fanout     = 32
)

// levelOf returns how many levels of pages a subtree with count messages has: none
// if it is a bucket.
func levelOf(count uint64) (level int) {
	for limit := uint64(bucketSize); count > limit; limit *= fanout {
		level++
	}
	return level
}

// A page lists parts of the tree in the order of their keys. Each has the place
// (region) that begins where its parent's children part.
type page []proof.Part

// record is what is kept of a stream part's tree beside its pages.
type record struct {
	upTo  store.Seq // all messages up to it are in the tree, and no later ones
	live  proof.Sum // of the messages that are not sealed
	floor int64     // ms; what is below is sealed
	seal  []proof.Part
}

const recordVersion = 1

// recordKey and appendPageKey make the keys under which the store keeps the tree.
var recordKey = []byte("r")

func appendPageKey(dst []byte, at proof.Region) []byte {
	dst = append(dst, 'p')
	dst = append(dst, at.Key[:(at.Bits+7)/8]...)
	return binary.BigEndian.AppendUint16(dst, uint16(at.Bits))
}

// parsePageKey returns the place that a page's key stands for.
func parsePageKey(key []byte) (at proof.Region, ok bool) {
	if len(key) < 3 || key[0] != 'p' {
		return at, false
	}
	body, bits := key[1:len(key)-2], int(binary.BigEndian.Uint16(key[len(key)-2:]))
	if bits > proof.KeyBits || len(body) != (bits+7)/8 {
		return at, false
	}
	var k message.Key
	copy(k[:], body)
	at = proof.RegionOf(k, bits)
	return at, at.Key == k
}

// encode writes the page of the subtree at a place.
func (p page) encode(at proof.Region) []byte {
	dst := make([]byte, 0, len(p)*44)
	for i := range p {
		dst = appendPart(dst, &p[i], at.Bits)
	}
	return dst
}

// appendPart writes a part whose place lies within one of the given number of bits:
// the whole bytes of these are left out.
func appendPart(dst []byte, p *proof.Part, within int) []byte {
	dst = binary.AppendUvarint(dst, uint64(p.At.Bits-within))
	dst = append(dst, p.At.Key[within/8:(p.At.Bits+7)/8]...)
	dst = append(dst, p.Sum.Digest[:]...)
	dst = binary.AppendUvarint(dst, p.Sum.Count)
	return binary.AppendUvarint(dst, p.Sum.Bytes)
}

var errEncoding = errors.New("cannot be read")

func decodePage(b []byte, at proof.Region) (page, error) {
	p := make(page, 0, len(b)/40+1)
	for len(b) > 0 {
		part, rest, err := readPart(b, at)
		if err != nil {
			return nil, err
		}
		p, b = append(p, part), rest
	}
	return p, nil
}

func readPart(b []byte, within proof.Region) (p proof.Part, rest []byte, err error) {
	more, n := binary.Uvarint(b)
	if n <= 0 || more > uint64(proof.KeyBits-within.Bits) {
		return p, nil, errEncoding
	}
	b = b[n:]
	p.At = proof.Region{Key: within.Key, Bits: within.Bits + int(more)}
	from, to := within.Bits/8, (p.At.Bits+7)/8
	if len(b) < to-from+len(p.Sum.Digest) {
		return p, nil, errEncoding
	}
	b = b[copy(p.At.Key[from:to], b):]
	b = b[copy(p.Sum.Digest[:], b):]
	if p.Sum.Count, n = binary.Uvarint(b); n <= 0 {
		return p, nil, errEncoding
	}
	b = b[n:]
	if p.Sum.Bytes, n = binary.Uvarint(b); n <= 0 {
		return p, nil, errEncoding
	}
	if proof.RegionOf(p.At.Key, p.At.Bits) != p.At || !within.Contains(&p.At.Key) {
		return p, nil, errEncoding
	}
	return p, b[n:], nil
}

func (r *record) encode() []byte {
	dst := []byte{recordVersion}
	dst = binary.AppendUvarint(dst, uint64(r.upTo))
	dst = binary.AppendUvarint(dst, uint64(r.floor))
	dst = append(dst, r.live.Digest[:]...)
	dst = binary.AppendUvarint(dst, r.live.Count)
	dst = binary.AppendUvarint(dst, r.live.Bytes)
	return append(dst, page(r.seal).encode(proof.Region{})...)
}

func decodeRecord(b []byte) (r record, err error) {
	if len(b) == 0 || b[0] != recordVersion {
		return r, fmt.Errorf("it is of a version that this program does not know: %w", errEncoding)
	}
	b = b[1:]
	next := func() (v uint64) {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			err, b = errEncoding, nil
			return 0
		}
		b = b[n:]
		return v
	}
	r.upTo, r.floor = store.Seq(next()), int64(next())
	if len(b) < len(r.live.Digest) {
		return r, errEncoding
	}
	b = b[copy(r.live.Digest[:], b):]
	r.live.Count, r.live.Bytes = next(), next()
	if err != nil {
		return r, err
	}
	if len(b) > 0 {
		r.seal, err = decodePage(b, proof.Region{})
	}
	return r, err
}
