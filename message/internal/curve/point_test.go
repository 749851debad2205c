package curve

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
)

// checkLift holds the lifting of some x coordinates against decred's.
func checkLift(t *testing.T, src []Compressed) {
	t.Helper()
	dst := make([]Point, len(src))
	Lift(dst, src)
	for i, c := range src {
		var x, y secp256k1.FieldVal
		overflow := x.SetBytes(&c.X)
		ok := overflow == 0 && secp256k1.DecompressY(&x, c.OddY, &y)
		if dst[i].IsInfinity() == ok {
			t.Fatalf("x = %x: lifted %v, decred %v", c.X, !ok, ok)
		}
		if !ok {
			continue
		}
		if gx, gy := dst[i].x.bytes(), dst[i].y.bytes(); gx != c.X || gy != *y.Normalize().Bytes() {
			t.Fatalf("x = %x: lifted to y = %x, decred has %x", c.X, gy, *y.Bytes())
		}
	}
}

func TestLift(t *testing.T) {
	t.Parallel()
	var src []Compressed
	rng := rand.New(rand.NewPCG(5, 6))
	list := slices.Concat(edgeLimbs(fieldPrime), edgeLimbs(orderPrime))
	for range 300 {
		list = append(list, randomLimbs(rng))
	}
	for _, limbs := range list {
		x := [32]byte(number(limbs).FillBytes(make([]byte, 32)))
		src = append(src, Compressed{x, false}, Compressed{x, true})
	}
	checkLift(t, src)
	for n := range 2*sqrtLanes + 1 { // every rest after full lanes
		checkLift(t, src[:n])
	}
}

func FuzzLift(f *testing.F) {
	x := generator.low.x.bytes()
	f.Add(x[:], true)
	f.Fuzz(func(t *testing.T, x []byte, odd bool) {
		if len(x) == 32 {
			checkLift(t, []Compressed{{[32]byte(x), odd}})
		}
	})
}

func TestParsePoint(t *testing.T) {
	t.Parallel()
	b := [PointLen]byte(secp256k1.NewPrivateKey(new(secp256k1.ModNScalar).SetInt(7)).PubKey().SerializeUncompressed())
	if _, ok := ParsePoint(&b); !ok {
		t.Error("a public key is refused")
	}
	for _, at := range []int{0, 1, 32, 33, 64} {
		bad := b
		bad[at] ^= 1
		if _, ok := ParsePoint(&bad); ok {
			t.Errorf("byte %d changed: accepted", at)
		}
	}
}

// specialPairs are all additions of small multiples of G to each other: equal and
// opposite points, and infinity, among others.
func specialPairs() (points []Point) {
	g := generator.low
	var sum Jacobian
	points = append(points, Point{})
	for range 4 {
		sum.add(&g)
		p := sum.Affine()
		minus := p
		minus.negate(&p)
		points = append(points, p, minus)
	}
	return points
}

func TestAdditions(t *testing.T) {
	t.Parallel()
	points := specialPairs()
	rng := rand.New(rand.NewPCG(7, 8))
	one := Scalar{1}
	var arena, want []Point
	var pairs []pair
	for range 3 * maxChunk / (len(points) * len(points)) {
		for i := range points {
			for j := range points {
				a, b := points[i], points[j]
				if rng.IntN(4) == 0 {
					a = randomPoint(rng)
				}
				var o oracle
				o.add(&a, &one)
				o.add(&b, &one)
				want = append(want, o.point())

				sum := Jacobian{a.x, a.y, fe{1}}
				if a.IsInfinity() {
					sum = Jacobian{}
				}
				sum.add(&b)
				if got := sum.Affine(); !got.sameAs(&want[len(want)-1]) {
					t.Errorf("Jacobian sum of points %d and %d is wrong", i, j)
				}
				at := int32(len(arena))
				arena = append(arena, a, b, Point{})
				to := at + rng.Int32N(3) // over either summand, or elsewhere
				pairs = append(pairs, pair{at, at + 1, to})
			}
		}
	}
	results := make([]int32, len(pairs))
	for i, p := range pairs {
		results[i] = p.to
	}
	new(adder).addAll(arena, pairs)
	for i, to := range results {
		if !arena[to].sameAs(&want[i]) {
			t.Errorf("sum of pair %d is wrong", i)
		}
	}
}

func TestJacobianSub(t *testing.T) {
	t.Parallel()
	points := specialPairs()
	one, minusOne := Scalar{1}, Scalar{}
	minusOne.Neg(&one)
	for i := range points {
		for j := range points {
			var a, b, d Jacobian
			a.add(&points[i])
			a.double()
			b.add(&points[j])
			b.double()
			d.Sub(&a, &b)
			var o oracle
			for range 2 {
				o.add(&points[i], &one)
				o.add(&points[j], &minusOne)
			}
			want := o.point()
			if got := d.Affine(); !got.sameAs(&want) || d.IsInfinity() != want.IsInfinity() {
				t.Errorf("difference of points %d and %d is wrong", i, j)
			}
		}
	}
}

func BenchmarkLift(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	src := make([]Compressed, 64)
	for i := range src {
		for j := range src[i].X {
			src[i].X[j] = byte(rng.Uint64())
		}
	}
	dst := make([]Point, 64)
	for b.Loop() {
		Lift(dst, src)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/64, "ns/point")
}
