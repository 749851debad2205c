package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/logstore/logstore/message"
)

// leaf is a message as the time tree sees it.
type leaf struct {
	key  message.Key
	size uint64
}

func compareLeaves(a, b leaf) int { return bytes.Compare(a.key[:], b.key[:]) }

// naiveSum computes the sum of sorted leaves straight from the definition of the
// tree: the oracle of everything that is clever.
func naiveSum(leaves []leaf) Sum {
	var u64 [8]byte
	number := func(v uint64) []byte { return binary.BigEndian.AppendUint64(u64[:0], v) }
	switch len(leaves) {
	case 0:
		return Sum{}
	case 1:
		h := sha256.New()
		h.Write([]byte("LogStoreLeaf\x01"))
		h.Write(leaves[0].key[:])
		h.Write(number(leaves[0].size))
		return Sum{Digest(h.Sum(nil)), 1, leaves[0].size}
	}
	bitOf := func(k message.Key, n int) byte { return k[n/8] >> (7 - n%8) & 1 }
	first, last := leaves[0].key, leaves[len(leaves)-1].key
	depth := 0
	for bitOf(first, depth) == bitOf(last, depth) {
		depth++
	}
	split, _ := slices.BinarySearchFunc(leaves, byte(1), func(l leaf, b byte) int { return int(bitOf(l.key, depth)) - int(b) })
	left, right := naiveSum(leaves[:split]), naiveSum(leaves[split:])
	prefix := make([]byte, (depth+7)/8)
	for i := range depth {
		prefix[i/8] |= bitOf(first, i) << (7 - i%8)
	}
	h := sha256.New()
	h.Write([]byte("LogStoreNode\x01"))
	h.Write(binary.BigEndian.AppendUint16(nil, uint16(depth)))
	h.Write(prefix)
	for _, s := range []Sum{left, right} {
		h.Write(number(s.Count))
		h.Write(number(s.Bytes))
		h.Write(s.Digest[:])
	}
	return Sum{Digest(h.Sum(nil)), left.Count + right.Count, left.Bytes + right.Bytes}
}

// randomLeaves makes n leaves, sorted. The styles are keys as publishers make them,
// keys that share long prefixes, and keys that differ in their last bits only.
func randomLeaves(r *rand.Rand, n int) []leaf {
	style := r.IntN(3)
	chains := [3][16]byte{}
	for i := range chains {
		for j := range chains[i] {
			chains[i][j] = byte(r.Uint32())
		}
	}
	seen := make(map[message.Key]bool)
	var leaves []leaf
	for len(leaves) < n {
		var k message.Key
		switch style {
		case 0:
			ref := message.Ref{Timestamp: 1_700_000_000_000 + r.Int64N(int64(4*n)), Sequence: int32(r.IntN(2))}
			order := message.OrderKeyOf(ref, chains[r.IntN(3)])
			copy(k[:], order[:])
			if r.IntN(8) > 0 { // or an equivocation
				for i := message.OrderKeyLen; i < len(k); i++ {
					k[i] = byte(r.Uint32())
				}
			} else {
				k[59] = byte(r.IntN(2))
			}
		case 1:
			for range r.IntN(12) {
				bit := r.IntN(KeyBits)
				k[bit/8] |= 1 << (bit % 8)
			}
		case 2:
			binary.BigEndian.PutUint16(k[58:], uint16(r.IntN(2*n+1)))
		}
		if !seen[k] {
			seen[k] = true
			leaves = append(leaves, leaf{k, r.Uint64N(2000)})
		}
	}
	slices.SortFunc(leaves, compareLeaves)
	return leaves
}

// prove makes a proof the way a broker does: subtrees as large as the boundaries
// allow.
func prove(t testing.TB, leaves []leaf, r Range, summary bool) (*RangeProof, Sum) {
	t.Helper()
	p := NewProver(r, summary)
	var add func(at Region, leaves []leaf)
	add = func(at Region, leaves []leaf) {
		var err error
		switch {
		case len(leaves) == 0:
			return
		case len(leaves) == 1:
			err = p.Add(Region{leaves[0].key, KeyBits}, LeafSum(&leaves[0].key, leaves[0].size))
		case r.ZoneOf(at) != Across && at.Bits > 0:
			err = p.Add(at, naiveSum(leaves))
		default:
			depth := commonBits(&leaves[0].key, &leaves[len(leaves)-1].key)
			node := RegionOf(leaves[0].key, depth)
			split, _ := slices.BinarySearchFunc(leaves, node.Child(1).Key, func(l leaf, k message.Key) int { return bytes.Compare(l.key[:], k[:]) })
			add(node.Child(0), leaves[:split])
			add(node.Child(1), leaves[split:])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add(Region{}, leaves)
	return p.Finish()
}

// check verifies messages against a proof and returns the outcome.
func check(p *RangeProof, messages []leaf, descending bool) (Outcome, error) {
	v := NewVerifier(p, descending)
	for i := range messages {
		m := &messages[i]
		if descending {
			m = &messages[len(messages)-1-i]
		}
		if err := v.Add(&m.key, m.size); err != nil {
			return Outcome{}, err
		}
	}
	return v.Finish()
}

func within(leaves []leaf, r Range) (in []leaf) {
	for _, l := range leaves {
		if r.Contains(&l.key) {
			in = append(in, l)
		}
	}
	return in
}

// randomRange draws a range whose ends are keys of the set, next to them, or
// anywhere.
func randomRange(r *rand.Rand, leaves []leaf) Range {
	end := func() message.Key {
		var k message.Key
		switch r.IntN(5) {
		case 0:
			return FullRange().To
		case 1:
			return FullRange().From
		}
		if len(leaves) > 0 {
			k = leaves[r.IntN(len(leaves))].key
		}
		switch r.IntN(4) {
		case 0:
			bit := r.IntN(KeyBits)
			k[bit/8] ^= 1 << (bit % 8)
		case 1:
			return RegionOf(k, r.IntN(KeyBits)).Last()
		case 2:
			return RegionOf(k, r.IntN(KeyBits)).Key
		}
		return k
	}
	rg := Range{end(), end()}
	if rg.IsEmpty() {
		rg.From, rg.To = rg.To, rg.From
	}
	return rg
}

func TestDigestIsThatOfTheDefinition(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		leaves := randomLeaves(r, r.IntN(60))
		want := naiveSum(leaves)
		for _, descending := range []bool{false, true} {
			d := NewDigester(descending)
			for i := range leaves {
				l := &leaves[i]
				if descending {
					l = &leaves[len(leaves)-1-i]
				}
				if err := d.Add(&l.key, l.size); err != nil {
					t.Fatal(err)
				}
			}
			if got := d.Sum(); got != want {
				t.Fatalf("descending %v: %d leaves give %v, want %v", descending, len(leaves), got, want)
			}
		}
	}
}

func TestDigesterRefusesDisorder(t *testing.T) {
	t.Parallel()
	leaves := randomLeaves(rand.New(rand.NewPCG(3, 4)), 10)
	for _, descending := range []bool{false, true} {
		d := NewDigester(descending)
		a, b := &leaves[4].key, &leaves[5].key
		if descending {
			a, b = b, a
		}
		if err := d.Add(b, 1); err != nil {
			t.Fatal(err)
		}
		if err := d.Add(a, 1); err != ErrOrder {
			t.Errorf("descending %v: a message of the wrong side: %v", descending, err)
		}
		if err := d.Add(b, 1); err != ErrOrder {
			t.Errorf("descending %v: the same message: %v", descending, err)
		}
	}
}

func TestRegions(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		key := message.Key(rapid.SliceOfN(rapid.Byte(), message.KeyLen, message.KeyLen).Draw(t, "key"))
		n := rapid.IntRange(0, KeyBits).Draw(t, "bits")
		at := RegionOf(key, n)
		last := at.Last()
		if !at.Contains(&key) || !at.Contains(&at.Key) || !at.Contains(&last) {
			t.Error("a region does not contain its own keys")
		}
		if commonBits(&at.Key, &last) < n || n < KeyBits && commonBits(&at.Key, &last) != n {
			t.Errorf("first and last key of %d bits share %d", n, commonBits(&at.Key, &last))
		}
		if n < KeyBits {
			zero, one := at.Child(0), at.Child(1)
			if zero.Last() == one.Key || zero.Key != at.Key || one.Last() != last || bytes.Compare(zero.Key[:], one.Key[:]) >= 0 {
				t.Error("the halves of a region are not its halves")
			}
		}
	})
}
