package curve

import "slices"

// Key is a point that is multiplied by many scalars, with what makes that quick.
type Key struct{ low, high Point } // P and 2⁶⁴·P

// NewKey prepares a point. It costs about a fifth of the recovery of a public key.
func NewKey(p *Point) *Key {
	j := Jacobian{p.x, p.y, one}
	if p.IsInfinity() {
		j = Jacobian{}
	}
	for range 64 {
		j.double()
	}
	return &Key{*p, j.Affine()}
}

// generator is the curve's base point G.
var generator = Key{
	low: Point{
		fe{0x59f2815b16f81798, 0x029bfcdb2dce28d9, 0x55a06295ce870b07, 0x79be667ef9dcbbac},
		fe{0x9c47d08ffb10d4b8, 0xfd17b448a6855419, 0x5da4fbfc0e1108a8, 0x483ada7726a3c465},
	},
	high: Point{
		fe{0x13b7e0e742d0e6bd, 0xf774d163db0f5e53, 0x82a2147c104d6ecb, 0x3322d401243c4e25},
		fe{0x24f3a2e96c28b2a0, 0x2805f63ea2873af6, 0xbfb019bc4ddaf9b7, 0x56e70797e9664ef5},
	},
}

// Generator returns the curve's base point G.
func Generator() *Key { return &generator }

// Term is a point and its weight in a sum.
type Term struct {
	Point  *Point
	Weight Weight
}

// KeyTerm is a key and its multiple in a sum.
type KeyTerm struct {
	Key    *Key
	Scalar Scalar
}

// Summer computes sums of multiples. The zero value is ready for use; it keeps its
// memory from sum to sum (about 1 kB for each term of the largest) and must not be
// used by two goroutines at once.
//
// The multiples are by numbers of 64 bits, after the endomorphism and the doublings
// in keys have cut longer ones. These are written in digits of some bits each, from
// −2^(bits−1) to 2^(bits−1). All points with the same digit at the same place are
// added up into a bucket, and the buckets of a place are summed up, each as often
// as its digit says. (Pippenger's method.)
type Summer struct {
	adder  adder
	parts  []part
	digits []int16 // by place, then by part
	// arena holds each part's point and its negative, the buckets of every place,
	// and intermediate sums.
	arena []Point
	list  []int32 // places in the arena, by bucket
	ends  []int32 // where each bucket's points end in list
	sizes []int32 // how many they are by now
	pairs []pair
}

// part is a multiple by a number of 64 bits. Its point is in the arena.
type part struct {
	size     uint64
	negative bool
}

// Sum returns the sum of all terms. Every point and scalar is right, equal points
// and opposite ones too.
func (s *Summer) Sum(terms []Term, keys []KeyTerm) Jacobian {
	bits := digitBits(len(terms), len(keys))
	places := (64 + bits - 1) / bits
	if len(keys) > 0 {
		places = 64/bits + 1 // their numbers need one bit more, for a carry
	}
	s.load(terms, keys)
	s.setDigits(bits, places)
	buckets := 1 << (bits - 1)
	firstBucket := len(s.arena)
	s.arena = grow(s.arena, places*buckets)
	clear(s.arena[firstBucket:])

	group := max(1, maxListed/max(1, len(s.parts)))
	for from := 0; from < places; from += group {
		to := min(from+group, places)
		s.fillBuckets(from, to, buckets, firstBucket+from*buckets)
	}
	s.weighBuckets(s.arena[firstBucket:firstBucket+places*buckets], buckets)
	return horner(s.arena[firstBucket:], places, bits)
}

// maxListed bounds how many points are sorted into buckets at a time: enough to
// share inversions well, few enough for the processor's caches.
const maxListed = 1 << 14

// digitBits chooses the number of bits to a digit for the fewest additions: those
// into buckets, and two for each bucket.
func digitBits(terms, keys int) int {
	best, least := 0, 0
	for bits := 3; bits <= 11; bits++ {
		cost := 2*terms*((64+bits-1)/bits) + (4*keys+1<<(bits-1))*(64/bits+1)
		if best == 0 || cost < least {
			best, least = bits, cost
		}
	}
	return best
}

// load cuts the terms into parts and puts their points into the arena.
func (s *Summer) load(terms []Term, keys []KeyTerm) {
	s.parts, s.arena = s.parts[:0], s.arena[:0]
	for i := range terms {
		t := &terms[i]
		s.loadTwo(t.Point, signed(t.Weight.A), signed(t.Weight.B))
	}
	for i := range keys {
		t := &keys[i]
		x, y := t.Scalar.split()
		s.loadTwo(&t.Key.low, part{x.low, x.negative}, part{y.low, y.negative})
		s.loadTwo(&t.Key.high, part{x.high, x.negative}, part{y.high, y.negative})
	}
}

func signed(v int64) part {
	if v < 0 {
		return part{-uint64(v), true}
	}
	return part{uint64(v), false}
}

// loadTwo takes a·p and b·λ·p.
func (s *Summer) loadTwo(p *Point, a, b part) {
	s.parts = append(s.parts, a, b)
	var minus, rotated, minusRotated Point
	minus.negate(p)
	rotated.rotate(p)
	minusRotated.x, minusRotated.y = rotated.x, minus.y
	s.arena = append(s.arena, *p, minus, rotated, minusRotated)
}

// setDigits writes the parts' numbers in digits with signs. The top digit takes
// what is left: a number of 63 bits and a sign leaves at most 2^(bits−1) whatever
// bits is, and one of 64 bits has a place more.
func (s *Summer) setDigits(bits, places int) {
	n := len(s.parts)
	s.digits = resize(s.digits, n*places)
	mask, middle := uint64(1)<<bits-1, uint64(1)<<(bits-1)
	for i, p := range s.parts {
		rest := p.size
		for at := i; at < len(s.digits); at += n {
			digit := rest & mask
			rest >>= bits
			if digit > middle {
				digit -= mask + 1
				rest++
			}
			if p.negative {
				digit = -digit
			}
			s.digits[at] = int16(digit)
		}
	}
}

// grow lengthens a slice by n elements of any value.
func grow[T any](s []T, n int) []T {
	return slices.Grow(s, n)[:len(s)+n]
}

// resize returns a slice of n elements of any value.
func resize[T any](s []T, n int) []T {
	return slices.Grow(s[:0], n)[:n]
}
