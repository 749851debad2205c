package curve

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
)

// oracle is a sum of multiples by the library that the single check uses.
type oracle struct{ sum secp256k1.JacobianPoint }

func (o *oracle) add(p *Point, k *Scalar) {
	if p.IsInfinity() {
		return
	}
	var scalar secp256k1.ModNScalar
	b := k.Bytes()
	scalar.SetBytes(&b)
	var x, y secp256k1.FieldVal
	xb, yb := p.x.bytes(), p.y.bytes()
	x.SetBytes(&xb)
	y.SetBytes(&yb)
	point := secp256k1.MakeJacobianPoint(&x, &y, new(secp256k1.FieldVal).SetInt(1))
	var product, sum secp256k1.JacobianPoint
	secp256k1.ScalarMultNonConst(&scalar, &point, &product)
	secp256k1.AddNonConst(&o.sum, &product, &sum)
	o.sum = sum
}

func (o *oracle) point() Point {
	s := o.sum
	if s.X.IsZero() && s.Y.IsZero() || s.Z.IsZero() {
		return Point{}
	}
	s.ToAffine()
	b := [PointLen]byte{4}
	copy(b[1:], s.X.Bytes()[:])
	copy(b[33:], s.Y.Bytes()[:])
	p, ok := ParsePoint(&b)
	if !ok {
		panic("the oracle left the curve")
	}
	return p
}

func (p *Point) sameAs(q *Point) bool {
	return p.IsInfinity() == q.IsInfinity() && p.x.equal(&q.x) && p.y.equal(&q.y)
}

// randomPoint returns a point whose logarithm nobody knows.
func randomPoint(rng *rand.Rand) Point {
	for {
		var c Compressed
		for i := 0; i < 32; i += 8 {
			binary.BigEndian.PutUint64(c.X[i:], rng.Uint64())
		}
		c.OddY = rng.IntN(2) == 0
		var p [1]Point
		if Lift(p[:], []Compressed{c}); !p[0].IsInfinity() {
			return p[0]
		}
	}
}

func randomScalar(rng *rand.Rand) (k Scalar) {
	var b [32]byte
	for i := 0; i < 32; i += 8 {
		binary.BigEndian.PutUint64(b[i:], rng.Uint64())
	}
	k.SetBytes(&b)
	return k
}

// someTerms draws points and weights, and their sum by the oracle. Points repeat,
// are opposite, or fit each other through the endomorphism, as drawn; weights are of
// any size.
func someTerms(rng *rand.Rand, n, k int) (terms []Term, keys []KeyTerm, want Point) {
	pool := []Point{generator.low, generator.high}
	for range 1 + rng.IntN(n+k+1) {
		pool = append(pool, randomPoint(rng))
	}
	draw := func() *Point {
		p := pool[rng.IntN(len(pool))]
		switch rng.IntN(6) {
		case 0:
			p.negate(&p)
		case 1:
			p.rotate(&p)
		case 2:
			pool = append(pool, p) // more likely from now on
		case 3:
			if rng.IntN(4) == 0 {
				p = Point{}
			}
		}
		return &p
	}
	number := func() int64 {
		switch rng.IntN(4) {
		case 0:
			return int64(rng.IntN(5)) - 2
		case 1:
			return []int64{-1 << 63, 1<<63 - 1, 1 << 62, -1<<63 + 1}[rng.IntN(4)]
		}
		return int64(rng.Uint64())
	}
	var sum oracle
	for range n {
		terms = append(terms, Term{draw(), Weight{number(), number()}})
		last := &terms[len(terms)-1]
		scalar := last.Weight.Scalar()
		sum.add(last.Point, &scalar)
	}
	for range k {
		p := draw()
		scalar := Scalar(randomLimbs(rng))
		scalar.subtractOrder(0)
		keys = append(keys, KeyTerm{NewKey(p), scalar})
		sum.add(p, &scalar)
	}
	return terms, keys, sum.point()
}

func TestSumAgreesWithOracle(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(rand.Uint64(), 1))
	var s Summer
	for _, n := range []int{0, 1, 2, 3, 4, 5, 8, 10, 20, 50, 130} {
		for _, k := range []int{0, 1, 2, 20, 60} {
			terms, keys, want := someTerms(rng, n, k)
			sum := s.Sum(terms, keys)
			if got := sum.Affine(); !got.sameAs(&want) {
				t.Errorf("%d terms and %d keys: wrong sum", n, k)
			}
		}
	}
}

func FuzzSum(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(1))
	f.Add(uint64(2), uint8(40), uint8(9))
	f.Fuzz(func(t *testing.T, seed uint64, n, k uint8) {
		var s Summer
		terms, keys, want := someTerms(rand.New(rand.NewPCG(seed, 0)), int(n), int(k))
		sum := s.Sum(terms, keys)
		if got := sum.Affine(); !got.sameAs(&want) {
			t.Error("wrong sum")
		}
	})
}

// Every number of bits to a digit that digitBits can choose is right, at the ends of
// the numbers' ranges too.
func TestDigits(t *testing.T) {
	t.Parallel()
	sizes := []uint64{0, 1, 1<<63 - 1, 1 << 63, 1<<63 + 1, 1<<64 - 1, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x8080808080808080, 0x7f7f7f7f7f7f7f7f}
	for bits := 3; bits <= 11; bits++ {
		for _, long := range []bool{false, true} {
			places := (64 + bits - 1) / bits
			if long {
				places = 64/bits + 1
			}
			var s Summer
			for _, size := range sizes {
				if long || size <= 1<<63 {
					s.parts = append(s.parts, part{size, false}, part{size, true})
				}
			}
			s.setDigits(bits, places)
			for i, p := range s.parts {
				sum := new(big.Int)
				for place := places - 1; place >= 0; place-- {
					d := int64(s.digits[place*len(s.parts)+i])
					if middle := int64(1) << (bits - 1); d < -middle || d > middle {
						t.Errorf("%d bits: digit %d", bits, d)
					}
					sum.Lsh(sum, uint(bits)).Add(sum, big.NewInt(d))
				}
				want := new(big.Int).SetUint64(p.size)
				if p.negative {
					want.Neg(want)
				}
				if sum.Cmp(want) != 0 {
					t.Errorf("%d bits: %v became %v", bits, want, sum)
				}
			}
		}
	}
}

func BenchmarkSum(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	var s Summer
	for _, n := range []int{16, 64, 256, 1024} {
		for _, k := range []int{2, 200, 1000} {
			if k > 2 && n < 1024 {
				continue
			}
			terms := make([]Term, n)
			for i := range terms {
				p := randomPoint(rng)
				terms[i] = Term{&p, Weight{int64(rng.Uint64()), int64(rng.Uint64())}}
			}
			keys := make([]KeyTerm, k)
			for i := range keys {
				p := randomPoint(rng)
				keys[i] = KeyTerm{NewKey(&p), randomScalar(rng)}
			}
			b.Run(fmt.Sprintf("%d/%d", n, k), func(b *testing.B) {
				for b.Loop() {
					s.Sum(terms, keys)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/term")
			})
		}
	}
}
