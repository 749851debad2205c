package proof

import (
	"bytes"
	"errors"
	"fmt"
	"math"

	"github.com/logstore/logstore/message"
)

// Range is a set of neighbouring keys, From and To included.
type Range struct{ From, To message.Key }

// FullRange returns the range of all keys.
func FullRange() Range {
	var r Range
	for i := range r.To {
		r.To[i] = 0xff
	}
	return r
}

// KeyRange returns the range of one key. A proof over it shows that the message is
// there, or that it is not.
func KeyRange(key message.Key) Range { return Range{key, key} }

// PlaceRange returns the range of all keys with an order key: a proof over it shows
// which messages a chain has at a timestamp and sequence number, if any.
func PlaceRange(order message.OrderKey) Range {
	r := FullRange()
	copy(r.From[:], order[:])
	copy(r.To[:], order[:])
	return r
}

// RangeOf returns the range of all keys whose ref lies between from and to, both
// included. A zero to is no bound.
func RangeOf(from, to message.Ref) Range {
	r := FullRange()
	lowest := message.OrderKeyOf(from, message.ChainTag{})
	copy(r.From[:], lowest[:])
	if to != (message.Ref{}) {
		highest := message.OrderKeyOf(to, message.ChainTag{})
		copy(r.To[:12], highest[:12])
	}
	return r
}

// refs returns bounds, both included, that hold every message of the range; a zero to
// is no bound.
func (r Range) refs() (from, to message.Ref) {
	from, to = r.From.Ref(), r.To.Ref()
	if from.Timestamp < 0 {
		from = message.Ref{Timestamp: math.MaxInt64} // no message is there
	}
	from.Sequence = max(from.Sequence, 0)
	if to.Timestamp < 0 {
		return from, message.Ref{}
	}
	if to.Sequence < 0 {
		to.Sequence = math.MaxInt32
	}
	return from, to
}

// IsEmpty reports whether no key is in the range.
func (r Range) IsEmpty() bool { return bytes.Compare(r.From[:], r.To[:]) > 0 }

// Contains reports whether key is in the range.
func (r Range) Contains(key *message.Key) bool {
	return bytes.Compare(r.From[:], key[:]) <= 0 && bytes.Compare(key[:], r.To[:]) <= 0
}

// Zone says where a region lies as seen from a range.
type Zone uint8

// The zones, in the order of the keys; Across is a region with keys in more than one.
const (
	Before Zone = iota
	Inside
	After
	Across
)

// ZoneOf tells where a region lies.
func (r Range) ZoneOf(at Region) Zone {
	last := at.Last()
	switch {
	case bytes.Compare(last[:], r.From[:]) < 0:
		return Before
	case bytes.Compare(at.Key[:], r.To[:]) > 0:
		return After
	case r.Contains(&at.Key) && r.Contains(&last):
		return Inside
	}
	return Across
}

// Part is a piece of a time tree inside a proof: a leaf, if At has [KeyBits] bits,
// or a subtree, whose keys all lie in At.
type Part struct {
	At  Region
	Sum Sum
}

func (p *Part) isLeaf() bool { return p.At.Bits == KeyBits }

// RangeProof shows that certain messages are all that a stream part has in a range:
// together with them it gives the root of the whole part. It consists of the largest
// subtrees before and after the range. Where such a subtree alone would leave open
// whether it reaches into the range, its children stand instead, or the leaf.
//
// A summary has, in Inside, the subtrees within the range as well, and so proves
// count and bytes of the range without its messages.
//
// For a range of one key it is a proof of inclusion or absence. For given messages
// and a given range there is exactly one valid proof of each kind.
type RangeProof struct {
	Range   Range
	Summary bool
	Before  []Part
	Inside  []Part // nil unless Summary
	After   []Part
}

// ErrProof: a proof cannot be read, or does not hold. The text says why.
var ErrProof = errors.New("invalid proof")

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrProof, fmt.Sprintf(format, args...))
}
