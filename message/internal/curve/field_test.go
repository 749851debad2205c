package curve

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
)

// number returns the limbs as they are, not modulo anything.
func number(limbs [4]uint64) *big.Int {
	z := new(big.Int)
	for i := 3; i >= 0; i-- {
		z.Lsh(z, 64).Or(z, new(big.Int).SetUint64(limbs[i]))
	}
	return z
}

func limbsOf(x *big.Int) (limbs [4]uint64) {
	t := new(big.Int).Set(x)
	for i := range limbs {
		limbs[i] = new(big.Int).And(t, new(big.Int).SetUint64(1<<64-1)).Uint64()
		t.Rsh(t, 64)
	}
	return limbs
}

// edgeLimbs are the numbers around the borders of 0, a modulus and 2²⁵⁶, and those
// whose limbs are all ones or all zeros.
func edgeLimbs(modulus *big.Int) (list [][4]uint64) {
	whole := new(big.Int).Lsh(big.NewInt(1), 256)
	half := new(big.Int).Rsh(modulus, 1)
	for _, base := range []*big.Int{new(big.Int), half, modulus, whole, new(big.Int).Sub(whole, modulus)} {
		for d := int64(-3); d <= 3; d++ {
			if x := new(big.Int).Add(base, big.NewInt(d)); x.Sign() >= 0 && x.Cmp(whole) < 0 {
				list = append(list, limbsOf(x))
			}
		}
	}
	for pattern := range 16 {
		var limbs [4]uint64
		for i := range limbs {
			limbs[i] = -(uint64(pattern) >> i & 1)
		}
		list = append(list, limbs)
	}
	return list
}

// checkField holds every operation on x and y against math/big, and the ones that
// it has against decred's field.
func checkField(t *testing.T, x, y fe) {
	t.Helper()
	X, Y := number(x), number(y)
	same := func(name string, got *fe, want *big.Int) {
		t.Helper()
		want.Mod(want, fieldPrime)
		b := got.bytes()
		if new(big.Int).SetBytes(b[:]).Cmp(want) != 0 {
			t.Fatalf("%s of %x and %x: %x, want %x", name, X, Y, b, want)
		}
	}
	var z fe
	z.add(&x, &y)
	same("sum", &z, new(big.Int).Add(X, Y))
	z.sub(&x, &y)
	same("difference", &z, new(big.Int).Sub(X, Y))
	z.mul(&x, &y)
	same("product", &z, new(big.Int).Mul(X, Y))
	z.sqr(&x)
	same("square", &z, new(big.Int).Mul(X, X))
	z.neg(&x)
	same("negative", &z, new(big.Int).Neg(X))

	remainder := new(big.Int).Mod(X, fieldPrime)
	if got, want := x.isZero(), remainder.Sign() == 0; got != want {
		t.Fatalf("isZero of %x: %v", X, got)
	}
	if got, want := x.isOdd(), remainder.Bit(0) == 1; got != want {
		t.Fatalf("isOdd of %x: %v", X, got)
	}
	if got, want := x.equal(&y), remainder.Cmp(new(big.Int).Mod(Y, fieldPrime)) == 0; got != want {
		t.Fatalf("%x equal to %x: %v", X, Y, got)
	}
	z.invert(&x)
	if inverse := new(big.Int).ModInverse(X, fieldPrime); inverse != nil {
		same("inverse", &z, inverse)
	} else if !z.isZero() {
		t.Fatalf("inverse of %x: %x", X, z)
	}

	z = x // aliased operands
	z.mul(&z, &z)
	same("product with itself, in place", &z, new(big.Int).Mul(X, X))
	z = y
	z.sub(&x, &z)
	same("difference in place", &z, new(big.Int).Sub(X, Y))

	var a, b secp256k1.FieldVal
	xb, yb := x.bytes(), y.bytes()
	a.SetBytes(&xb)
	b.SetBytes(&yb)
	z.mul(&x, &y)
	if got, want := z.bytes(), *a.Mul(&b).Normalize().Bytes(); got != want {
		t.Fatalf("product of %x and %x: %x, decred has %x", X, Y, got, want)
	}
}

func TestField(t *testing.T) {
	t.Parallel()
	list := edgeLimbs(fieldPrime)
	for _, x := range list {
		for _, y := range list {
			checkField(t, x, y)
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		checkField(t, randomLimbs(rng), randomLimbs(rng))
	}
}

// randomLimbs returns limbs of which some are extreme.
func randomLimbs(rng *rand.Rand) (limbs [4]uint64) {
	for i := range limbs {
		switch rng.IntN(4) {
		case 0:
			limbs[i] = -uint64(rng.IntN(2))
		case 1:
			limbs[i] = uint64(rng.IntN(5)) - 2
		default:
			limbs[i] = rng.Uint64()
		}
	}
	return limbs
}

func FuzzField(f *testing.F) {
	f.Add(uint64(0), uint64(1), uint64(2), uint64(3), uint64(1<<64-1), uint64(1<<64-1), uint64(1<<64-1), uint64(1<<64-1))
	f.Add(uint64(1<<64-fold), uint64(1<<64-1), uint64(1<<64-1), uint64(1<<64-1), uint64(fold), uint64(0), uint64(0), uint64(0))
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i uint64) {
		checkField(t, fe{a, b, c, d}, fe{e, g, h, i})
	})
}

func TestSetBytesReportsRange(t *testing.T) {
	t.Parallel()
	for _, limbs := range edgeLimbs(fieldPrime) {
		b := [32]byte(number(limbs).FillBytes(make([]byte, 32)))
		var z fe
		if got, want := z.setBytes(&b), number(limbs).Cmp(fieldPrime) < 0; got != want {
			t.Errorf("%x is below p: %v", b, got)
		}
	}
}

// Of every number or its negative one is a square, and its root comes out.
func TestSqrt(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 4))
	list := edgeLimbs(fieldPrime)
	for range 200 {
		list = append(list, randomLimbs(rng))
	}
	for len(list)%sqrtLanes != 0 {
		list = append(list, [4]uint64{})
	}
	for ; len(list) > 0; list = list[sqrtLanes:] {
		var x, roots lanes
		for i := range x {
			x[i] = list[i]
		}
		roots.sqrt(&x)
		for i := range x {
			want := new(big.Int).ModSqrt(new(big.Int).Mod(number(x[i]), fieldPrime), fieldPrime)
			var square fe
			square.sqr(&roots[i])
			if square.equal(&x[i]) != (want != nil) {
				t.Errorf("root of %x: %x; math/big has %x", x[i], roots[i], want)
			}
		}
	}
}

func BenchmarkField(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	x, y := fe(randomScalar(rng)), fe(randomScalar(rng))
	for name, f := range map[string]func(){
		"mul":    func() { x.mul(&x, &y) },
		"sqr":    func() { x.sqr(&x) },
		"sub":    func() { x.sub(&x, &y) },
		"invert": func() { x.invert(&x) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f()
			}
		})
	}
}
