package proof

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math/bits"

	"github.com/logstore/logstore/message"
)

// The time tree: a path-compressed binary radix tree over the item keys of a stream
// part. Its specification, byte by byte, is docs/spec/timetree.md.

// KeyBits is the length of an item key in bits.
const KeyBits = message.KeyLen * 8

// Digest is the hash of a node of the time tree: of the root it is the digest of a
// stream part, of the root over the messages of a range that range's digest. The
// tree without messages has the zero digest.
type Digest [sha256.Size]byte

func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// MarshalText writes lower-case hex.
func (d Digest) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, d[:]), nil }

// UnmarshalText reads 64 hex digits.
func (d *Digest) UnmarshalText(text []byte) error {
	if len(text) != 2*len(d) {
		return fmt.Errorf("digest has %d characters, want %d hex digits", len(text), 2*len(d))
	}
	if _, err := hex.Decode(d[:], text); err != nil {
		return fmt.Errorf("digest: %w", err)
	}
	return nil
}

// Sum is what the time tree knows of a set of messages.
type Sum struct {
	Digest Digest `json:"digest"`
	Count  uint64 `json:"count"` // of messages
	Bytes  uint64 `json:"bytes"` // of their sizes, see [message.Message.Size]
}

// Domains begin everything that is hashed, so that no leaf reads as a node and
// neither as a message.
const (
	leafDomain = "LogStoreLeaf\x01"
	nodeDomain = "LogStoreNode\x01"
)

// LeafSum is the sum of one message.
func LeafSum(key *message.Key, size uint64) Sum {
	var buf [len(leafDomain) + message.KeyLen + 8]byte
	copy(buf[:], leafDomain)
	copy(buf[len(leafDomain):], key[:])
	binary.BigEndian.PutUint64(buf[len(leafDomain)+message.KeyLen:], size)
	return Sum{sha256.Sum256(buf[:]), 1, size}
}

// JoinSums is the sum of the inner node whose keys begin with the first depth bits
// of prefix, and whose children are left, with a 0 after these bits, and right, with
// a 1. depth is at least 0 and below [KeyBits].
func JoinSums(prefix *message.Key, depth int, left, right *Sum) Sum {
	var stack [len(nodeDomain) + 2 + message.KeyLen + 2*(16+sha256.Size)]byte
	buf := append(stack[:0], nodeDomain...)
	buf = binary.BigEndian.AppendUint16(buf, uint16(depth))
	buf = append(buf, prefix[:(depth+7)/8]...)
	if used := depth % 8; used != 0 {
		buf[len(buf)-1] &= 0xff << (8 - used)
	}
	for _, c := range [2]*Sum{left, right} {
		buf = binary.BigEndian.AppendUint64(buf, c.Count)
		buf = binary.BigEndian.AppendUint64(buf, c.Bytes)
		buf = append(buf, c.Digest[:]...)
	}
	return Sum{sha256.Sum256(buf), left.Count + right.Count, left.Bytes + right.Bytes}
}

// Region is the set of all keys that begin with certain bits: a place in the tree.
type Region struct {
	Key  message.Key // zero after the first Bits bits
	Bits int         // 0 to KeyBits
}

// RegionOf returns the region of the keys that share the first n bits of key.
func RegionOf(key message.Key, n int) Region {
	r := Region{key, n}
	at := n / 8
	if used := n % 8; used != 0 {
		r.Key[at] &= 0xff << (8 - used)
		at++
	}
	clear(r.Key[at:])
	return r
}

// Child returns the half of the region whose next bit is b, 0 or 1. Bits must be
// below KeyBits.
func (r Region) Child(b byte) Region {
	r.Key[r.Bits/8] |= b << (7 - r.Bits%8)
	r.Bits++
	return r
}

// Last returns the largest key of the region; the smallest is Key.
func (r Region) Last() message.Key {
	k := r.Key
	at := r.Bits / 8
	if used := r.Bits % 8; used != 0 {
		k[at] |= 0xff >> used
		at++
	}
	for ; at < len(k); at++ {
		k[at] = 0xff
	}
	return k
}

// Contains reports whether key begins with the region's bits.
func (r Region) Contains(key *message.Key) bool { return commonBits(&r.Key, key) >= r.Bits }

// bit returns the n-th bit of the region's key; n is below Bits.
func (r *Region) bit(n int) bool { return r.Key[n/8]>>(7-n%8)&1 == 1 }

// commonBits returns the number of leading bits in which a and b agree.
func commonBits(a, b *message.Key) int {
	for i := 0; i < message.KeyLen-4; i += 8 {
		if x := binary.BigEndian.Uint64(a[i:]) ^ binary.BigEndian.Uint64(b[i:]); x != 0 {
			return i*8 + bits.LeadingZeros64(x)
		}
	}
	const last = message.KeyLen - 4
	x := binary.BigEndian.Uint32(a[last:]) ^ binary.BigEndian.Uint32(b[last:])
	return last*8 + bits.LeadingZeros32(x)
}

// ErrOrder: the parts of a tree were not given in strictly ascending order of their
// keys, or one lies within another.
var ErrOrder = errors.New("not in ascending order")

// Fold goes through the parts of a time tree in the order of their keys and joins
// them from the leaves up, each inner node once. A part is a leaf or a whole subtree
// of which only the place is known; between any two parts there must be a bit that
// tells them apart. It holds one value for every level of the tree that is open: at
// most [KeyBits].
type Fold[T any] struct {
	join       func(prefix *message.Key, depth int, left, right T) T
	descending bool
	stack      []frame[T]
	last       Region
}

// frame is a subtree to which later parts may still be joined.
type frame[T any] struct {
	key   message.Key // of its first part
	depth int         // bits in common with the frame below
	value T
}

// NewFold returns a fold. join makes the value of an inner node out of its
// children's; its keys have the first depth bits of prefix in common.
func NewFold[T any](join func(prefix *message.Key, depth int, left, right T) T) *Fold[T] {
	return &Fold[T]{join: join}
}

// Add takes the next part. The error is [ErrOrder].
func (f *Fold[T]) Add(at Region, value T) error {
	depth := -1
	if len(f.stack) > 0 {
		depth = commonBits(&f.last.Key, &at.Key)
		if depth >= min(f.last.Bits, at.Bits) || at.bit(depth) == f.descending {
			return ErrOrder
		}
		f.collapse(depth)
	}
	f.stack = append(f.stack, frame[T]{at.Key, depth, value})
	f.last = at
	return nil
}

// collapse joins what lies below depth.
func (f *Fold[T]) collapse(depth int) {
	n := len(f.stack)
	for n > 1 && f.stack[n-1].depth > depth {
		below, top := &f.stack[n-2], &f.stack[n-1]
		left, right := below.value, top.value
		if f.descending {
			left, right = right, left
		}
		below.value = f.join(&below.key, top.depth, left, right)
		n--
	}
	clear(f.stack[n:])
	f.stack = f.stack[:n]
}

// Finish joins what is left and returns the value of the root; ok is false if
// nothing was added. The fold is empty afterwards.
func (f *Fold[T]) Finish() (root T, ok bool) {
	if len(f.stack) == 0 {
		return root, false
	}
	f.collapse(-1)
	root = f.stack[0].value
	clear(f.stack)
	f.stack = f.stack[:0]
	return root, true
}

// Digester computes the sum of messages that come in the order of their keys.
type Digester struct{ fold *Fold[Sum] }

// NewDigester returns a digester of no messages, which come in ascending or in
// descending order.
func NewDigester(descending bool) *Digester {
	fold := NewFold(func(prefix *message.Key, depth int, left, right Sum) Sum {
		return JoinSums(prefix, depth, &left, &right)
	})
	fold.descending = descending
	return &Digester{fold}
}

// Add takes the next message; size is its [message.Message.Size]. The error is
// [ErrOrder].
func (d *Digester) Add(key *message.Key, size uint64) error {
	return d.fold.Add(Region{*key, KeyBits}, LeafSum(key, size))
}

// AddSum takes the sum of a whole subtree.
func (d *Digester) AddSum(at Region, sum Sum) error { return d.fold.Add(at, sum) }

// Sum returns the sum of what was added and starts again.
func (d *Digester) Sum() Sum {
	sum, _ := d.fold.Finish()
	return sum
}
