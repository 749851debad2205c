package curve

import (
	"encoding/binary"
	"math/big"
	"math/bits"
)

// Scalar is an integer modulo the order n of the curve, in four limbs, the lowest
// first, always below n.
type Scalar [4]uint64

// order is n, and its complement 2²⁵⁶ − n: what 2²⁵⁶ comes to modulo n. The
// complement's third limb is 1.
var (
	order         = Scalar{0xbfd25e8cd0364141, 0xbaaedce6af48a03b, 0xfffffffffffffffe, 0xffffffffffffffff}
	orderPrime, _ = new(big.Int).SetString("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16)
)

const (
	complement0 = 0x402da1732fc9bebf
	complement1 = 0x4551231950b75fc4
)

// SetBytes reads a big-endian number and takes it modulo n. It reports whether it
// was below n already.
func (z *Scalar) SetBytes(b *[32]byte) bool {
	z[3] = binary.BigEndian.Uint64(b[0:])
	z[2] = binary.BigEndian.Uint64(b[8:])
	z[1] = binary.BigEndian.Uint64(b[16:])
	z[0] = binary.BigEndian.Uint64(b[24:])
	return !z.subtractOrder(0)
}

// Bytes returns the number, big-endian.
func (z *Scalar) Bytes() (b [32]byte) {
	binary.BigEndian.PutUint64(b[0:], z[3])
	binary.BigEndian.PutUint64(b[8:], z[2])
	binary.BigEndian.PutUint64(b[16:], z[1])
	binary.BigEndian.PutUint64(b[24:], z[0])
	return b
}

// IsZero reports whether z is 0.
func (z *Scalar) IsZero() bool { return z[0]|z[1]|z[2]|z[3] == 0 }

// subtractOrder takes n off carry·2²⁵⁶ + z, which must be below 2n, unless it is
// below n.
func (z *Scalar) subtractOrder(carry uint64) bool {
	t0, b := bits.Sub64(z[0], order[0], 0)
	t1, b := bits.Sub64(z[1], order[1], b)
	t2, b := bits.Sub64(z[2], order[2], b)
	t3, b := bits.Sub64(z[3], order[3], b)
	if b > carry {
		return false
	}
	*z = Scalar{t0, t1, t2, t3}
	return true
}

// Add sets z to x + y.
func (z *Scalar) Add(x, y *Scalar) {
	var c uint64
	z[0], c = bits.Add64(x[0], y[0], 0)
	z[1], c = bits.Add64(x[1], y[1], c)
	z[2], c = bits.Add64(x[2], y[2], c)
	z[3], c = bits.Add64(x[3], y[3], c)
	z.subtractOrder(c)
}

// Neg sets z to −x.
func (z *Scalar) Neg(x *Scalar) {
	if x.IsZero() {
		*z = Scalar{}
		return
	}
	var b uint64
	z[0], b = bits.Sub64(order[0], x[0], 0)
	z[1], b = bits.Sub64(order[1], x[1], b)
	z[2], b = bits.Sub64(order[2], x[2], b)
	z[3], _ = bits.Sub64(order[3], x[3], b)
}

// Mul sets z to x·y.
func (z *Scalar) Mul(x, y *Scalar) {
	var t [8]uint64
	mulWide(&t, x, y)
	z.reduce(&t)
}

// mulWide sets t to the whole product of x and y.
func mulWide(t *[8]uint64, x, y *Scalar) {
	y0, y1, y2, y3 := y[0], y[1], y[2], y[3]
	var t0, t1, t2, t3 uint64
	for i, xi := range x {
		h0, l0 := bits.Mul64(xi, y0)
		h1, l1 := bits.Mul64(xi, y1)
		h2, l2 := bits.Mul64(xi, y2)
		h3, l3 := bits.Mul64(xi, y3)
		l1, c := bits.Add64(h0, l1, 0)
		l2, c = bits.Add64(h1, l2, c)
		l3, c = bits.Add64(h2, l3, c)
		h3 += c
		t[i], c = bits.Add64(t0, l0, 0)
		t0, c = bits.Add64(t1, l1, c)
		t1, c = bits.Add64(t2, l2, c)
		t2, c = bits.Add64(t3, l3, c)
		t3 = h3 + c
	}
	t[4], t[5], t[6], t[7] = t0, t1, t2, t3
}

// reduce sets z to t modulo n. What stands above 2²⁵⁶ comes back in multiplied by
// the complement, which has 129 bits: of 512 bits remain 386, then 260, then 257.
func (z *Scalar) reduce(t *[8]uint64) {
	t0, t1, t2, t3, t4, t5, t6 := timesComplement(t[4], t[5], t[6], t[7])
	t0, c := bits.Add64(t0, t[0], 0)
	t1, c = bits.Add64(t1, t[1], c)
	t2, c = bits.Add64(t2, t[2], c)
	t3, c = bits.Add64(t3, t[3], c)
	t4, c = bits.Add64(t4, 0, c)
	t5, c = bits.Add64(t5, 0, c)
	t6 += c

	u0, u1, u2, u3, u4, _, _ := timesComplement(t4, t5, t6, 0)
	t0, c = bits.Add64(t0, u0, 0)
	t1, c = bits.Add64(t1, u1, c)
	t2, c = bits.Add64(t2, u2, c)
	t3, c = bits.Add64(t3, u3, c)
	t4 = u4 + c

	u0, u1, u2, _, _, _, _ = timesComplement(t4, 0, 0, 0)
	z[0], c = bits.Add64(t0, u0, 0)
	z[1], c = bits.Add64(t1, u1, c)
	z[2], c = bits.Add64(t2, u2, c)
	z[3], c = bits.Add64(t3, 0, c)
	z.subtractOrder(c)
}

// timesComplement returns the product of four limbs with 2²⁵⁶ − n.
func timesComplement(x0, x1, x2, x3 uint64) (t0, t1, t2, t3, t4, t5, t6 uint64) {
	h0, l0 := bits.Mul64(x0, complement0)
	h1, l1 := bits.Mul64(x1, complement0)
	h2, l2 := bits.Mul64(x2, complement0)
	h3, l3 := bits.Mul64(x3, complement0)
	t0 = l0
	t1, c := bits.Add64(h0, l1, 0)
	t2, c = bits.Add64(h1, l2, c)
	t3, c = bits.Add64(h2, l3, c)
	t4 = h3 + c

	h0, l0 = bits.Mul64(x0, complement1)
	h1, l1 = bits.Mul64(x1, complement1)
	h2, l2 = bits.Mul64(x2, complement1)
	h3, l3 = bits.Mul64(x3, complement1)
	l1, c = bits.Add64(h0, l1, 0)
	l2, c = bits.Add64(h1, l2, c)
	l3, c = bits.Add64(h2, l3, c)
	h3 += c
	t1, c = bits.Add64(t1, l0, 0)
	t2, c = bits.Add64(t2, l1, c)
	t3, c = bits.Add64(t3, l2, c)
	t4, c = bits.Add64(t4, l3, c)
	t5 = h3 + c

	t2, c = bits.Add64(t2, x0, 0)
	t3, c = bits.Add64(t3, x1, c)
	t4, c = bits.Add64(t4, x2, c)
	t5, c = bits.Add64(t5, x3, c)
	return t0, t1, t2, t3, t4, t5, c
}

// InvertAll replaces every scalar by its inverse. None may be zero. It costs one
// inversion and three multiplications each.
func InvertAll(xs []Scalar) {
	if len(xs) == 0 {
		return
	}
	before := make([]Scalar, len(xs)) // the product of all before
	product := Scalar{1}
	for i := range xs {
		before[i] = product
		product.Mul(&product, &xs[i])
	}
	b := product.Bytes()
	invert(&b, orderPrime)
	product.SetBytes(&b)
	for i := len(xs) - 1; i >= 0; i-- {
		before[i].Mul(&before[i], &product)
		product.Mul(&product, &xs[i])
		xs[i] = before[i]
	}
}
