package curve

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
)

func scalarOf(limbs [4]uint64) (z Scalar, below bool) {
	b := [32]byte(number(limbs).FillBytes(make([]byte, 32)))
	below = z.SetBytes(&b)
	return z, below
}

// checkScalar holds every operation on two numbers against math/big, and the product
// against decred's scalars.
func checkScalar(t *testing.T, xl, yl [4]uint64) {
	t.Helper()
	X, Y := number(xl), number(yl)
	x, below := scalarOf(xl)
	y, _ := scalarOf(yl)
	if want := X.Cmp(orderPrime) < 0; below != want {
		t.Fatalf("%x is below n: %v", X, below)
	}
	same := func(name string, got *Scalar, want *big.Int) {
		t.Helper()
		want.Mod(want, orderPrime)
		if number(*got).Cmp(want) != 0 {
			t.Fatalf("%s of %x and %x: %x, want %x", name, X, Y, number(*got), want)
		}
	}
	same("remainder", &x, new(big.Int).Set(X))
	var z Scalar
	z.Add(&x, &y)
	same("sum", &z, new(big.Int).Add(X, Y))
	z.Neg(&x)
	same("negative", &z, new(big.Int).Neg(X))
	z.Mul(&x, &y)
	same("product", &z, new(big.Int).Mul(X, Y))
	if x.IsZero() != (new(big.Int).Mod(X, orderPrime).Sign() == 0) {
		t.Fatalf("IsZero of %x: %v", X, x.IsZero())
	}

	var a, b secp256k1.ModNScalar
	xb, yb := x.Bytes(), y.Bytes()
	a.SetBytes(&xb)
	b.SetBytes(&yb)
	if got, want := z.Bytes(), a.Mul(&b).Bytes(); got != want {
		t.Fatalf("product of %x and %x: %x, decred has %x", X, Y, got, want)
	}

	// The halves are what they should be, and short.
	low, high := x.split()
	L, H := low.number(), high.number()
	sum := new(big.Int).Mul(H, number(lambda))
	same("first half and λ times the second", &x, sum.Add(sum, L))
	if !x.IsZero() && !y.IsZero() {
		list := []Scalar{x, y, x}
		InvertAll(list)
		for i, v := range []*Scalar{&x, &y, &x} {
			if z.Mul(&list[i], v); z != (Scalar{1}) {
				t.Fatalf("inverse of %x: %x", *v, list[i])
			}
		}
	}
}

func (h half) number() *big.Int {
	z := number([4]uint64{h.low, h.high})
	if h.negative {
		z.Neg(z)
	}
	return z
}

func TestScalar(t *testing.T) {
	t.Parallel()
	list := edgeLimbs(orderPrime)
	for _, x := range list {
		for _, y := range list {
			checkScalar(t, x, y)
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		checkScalar(t, randomLimbs(rng), randomLimbs(rng))
	}
}

func FuzzScalar(f *testing.F) {
	f.Add(uint64(0), uint64(1), uint64(2), uint64(3), uint64(1<<64-1), uint64(1<<64-1), uint64(1<<64-1), uint64(1<<64-1))
	f.Add(order[0]-1, order[1], order[2], order[3], order[0]+1, order[1], order[2], order[3])
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i uint64) {
		checkScalar(t, [4]uint64{a, b, c, d}, [4]uint64{e, g, h, i})
	})
}

func TestWeightIsWhatItSays(t *testing.T) {
	t.Parallel()
	ends := []int64{0, 1, -1, 1<<63 - 1, -1 << 63}
	for _, a := range ends {
		for _, b := range ends {
			want := new(big.Int).Mul(big.NewInt(b), number(lambda))
			want.Add(want, big.NewInt(a)).Mod(want, orderPrime)
			if got := (Weight{a, b}).Scalar(); number(got).Cmp(want) != 0 {
				t.Errorf("%d + %d·λ: %x, want %x", a, b, number(got), want)
			}
		}
	}
}

// The constants of the endomorphism are what their names say.
func TestEndomorphismConstants(t *testing.T) {
	t.Parallel()
	var z fe
	z.sqr(&beta)
	z.mul(&z, &beta)
	if !z.equal(&one) || beta.equal(&one) {
		t.Error("β is no proper cube root of one")
	}
	var l Scalar
	l.Mul(&lambda, &lambda)
	l.Mul(&l, &lambda)
	if l != (Scalar{1}) || lambda == (Scalar{1}) {
		t.Error("λ is no proper cube root of one")
	}
	var want oracle
	want.add(&generator.low, &lambda)
	var got Point
	got.rotate(&generator.low)
	if w := want.point(); !got.sameAs(&w) {
		t.Error("β and λ do not belong together")
	}
	if k := NewKey(&generator.low); !k.high.sameAs(&generator.high) {
		t.Error("the generator's second point is wrong")
	}
	var negative Scalar
	negative.Neg(&minusShort2)
	S1, S2 := number(short1), number(negative)
	d := new(big.Int).Mul(S1, number(lambda))
	if d.Sub(S2, d).Mod(d, orderPrime); d.Sign() != 0 {
		t.Error("(short2, −short1) is not in the lattice")
	}
	for _, c := range []struct{ rounded, short *big.Int }{{number(rounded1), S1}, {number(rounded2), S2}} {
		q := new(big.Int).Lsh(c.short, 384)
		q.Add(q, new(big.Int).Rsh(orderPrime, 1)).Div(q, orderPrime)
		if q.Cmp(c.rounded) != 0 {
			t.Errorf("2³⁸⁴·%x/n is %x", c.short, q)
		}
	}
}

func BenchmarkScalar(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	x, y := randomScalar(rng), randomScalar(rng)
	b.Run("mul", func(b *testing.B) {
		for b.Loop() {
			x.Mul(&x, &y)
		}
	})
	b.Run("split", func(b *testing.B) {
		for b.Loop() {
			x.split()
		}
	})
}
