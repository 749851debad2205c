package curve

// The curve has an endomorphism that costs one multiplication: (βx, y) is λ times
// (x, y), where β and λ are cube roots of one modulo p and n. Through it a multiple
// by 256 bits becomes two multiples by 128, and one by 128 bits two by 64, so that
// half as many windows have to be summed up.
//
// (Gallant, Lambert, Vanstone: Faster point multiplication on elliptic curves with
// efficient endomorphisms.)

var (
	lambda = Scalar{0xdf02967c1b23bd72, 0x122e22ea20816678, 0xa5261c028812645a, 0x5363ad4cc05c30e0}
	beta   = fe{0xc1396c28719501ee, 0x9cf0497512f58995, 0x6e64479eac3434e9, 0x7ae96a2b657c0710}
)

// The lattice of all (x, y) with x + λy = 0 modulo n has the basis
// (short2, −short1), (…, short2), with both below 2¹²⁸. rounded1 and rounded2 are
// 2³⁸⁴·short1/n and 2³⁸⁴·short2/n to the nearest integer.
var (
	short1      = Scalar{0x6f547fa90abfe4c3, 0xe4437ed6010e8828}
	minusShort2 = Scalar{0xd765cda83db1562c, 0x8a280ac50774346d, 0xfffffffffffffffe, 0xffffffffffffffff}
	rounded1    = Scalar{0x1571b4ae8ac47f71, 0x221208ac9df506c6, 0x6f547fa90abfe4c4, 0xe4437ed6010e8828}
	rounded2    = Scalar{0xe893209a45dbb031, 0x3daa8a1471e8ca7f, 0xe86c90e49284eb15, 0x3086d221a7d46bcd}
)

// half is a number of up to 128 bits with a sign.
type half struct {
	low, high uint64
	negative  bool
}

// split finds x and y of at most 128 bits each with x + λy = z modulo n: it takes
// from (z, 0) the lattice point next to it.
func (z *Scalar) split() (x, y half) {
	c1, c2 := z.scaled(&rounded2), z.scaled(&rounded1)
	var s, t Scalar
	s.Mul(&c1, &short1)
	t.Mul(&c2, &minusShort2)
	s.Add(&s, &t)
	t.Mul(&s, &lambda)
	t.Neg(&t)
	t.Add(&t, z)
	return t.half(), s.half()
}

// scaled returns z·r/2³⁸⁴ to the nearest integer.
func (z *Scalar) scaled(r *Scalar) Scalar {
	var t [8]uint64
	mulWide(&t, z, r)
	q := Scalar{t[6], t[7]}
	q.Add(&q, &Scalar{t[5] >> 63})
	return q
}

// half returns a scalar that lies within 2¹²⁸ of 0 modulo n.
func (z *Scalar) half() half {
	if z[2]|z[3] == 0 {
		return half{z[0], z[1], false}
	}
	var minus Scalar
	minus.Neg(z)
	return half{minus[0], minus[1], true}
}

// rotate sets p to λ·q.
func (p *Point) rotate(q *Point) {
	p.x.mul(&q.x, &beta)
	p.y = q.y
}

// Weight is the number A + λ·B modulo n.
//
// No two weights are the same number, so a random one is one of 2¹²⁸. For let
// x and y be the differences of two weights' parts, both below 2⁶⁴ in size. If
// x + λy = 0 modulo n, then n divides (x + λy)(x + λ²y) = x² − xy + y², since
// 1 + λ + λ² = 0. That integer is at most 3·2¹²⁸ and not negative, so it is 0, and
// it is 0 only for x = y = 0.
type Weight struct{ A, B int64 }

// Scalar returns the number.
func (w Weight) Scalar() Scalar {
	a, b := fromInt(w.A), fromInt(w.B)
	b.Mul(&b, &lambda)
	b.Add(&b, &a)
	return b
}

func fromInt(v int64) Scalar {
	if v >= 0 {
		return Scalar{uint64(v)}
	}
	s := Scalar{-uint64(v)}
	s.Neg(&s)
	return s
}
