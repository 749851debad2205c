package curve

import (
	"encoding/binary"
	"math/big"
	"math/bits"
)

// fe is an element of the field: a number below 2²⁵⁶ in four limbs, the lowest
// first, which stands for its remainder modulo p. It need not be below p: the
// numbers from p to 2²⁵⁶−1 are second names of those from 0 to fold−1.
type fe [4]uint64

// fold is 2²⁵⁶ modulo p. What grows over 2²⁵⁶ comes back in multiplied by it.
const fold = 1<<32 + 977

var fieldPrime, _ = new(big.Int).SetString("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16)

// setBytes reads a big-endian number and reports whether it is below p.
func (z *fe) setBytes(b *[32]byte) bool {
	z[3] = binary.BigEndian.Uint64(b[0:])
	z[2] = binary.BigEndian.Uint64(b[8:])
	z[1] = binary.BigEndian.Uint64(b[16:])
	z[0] = binary.BigEndian.Uint64(b[24:])
	return !z.aboveP()
}

// bytes returns the one number below p that z stands for, big-endian.
func (z *fe) bytes() (b [32]byte) {
	t := *z
	t.normalize()
	binary.BigEndian.PutUint64(b[0:], t[3])
	binary.BigEndian.PutUint64(b[8:], t[2])
	binary.BigEndian.PutUint64(b[16:], t[1])
	binary.BigEndian.PutUint64(b[24:], t[0])
	return b
}

// aboveP reports whether the limbs are p or more.
func (z *fe) aboveP() bool {
	return z[3]&z[2]&z[1] == 1<<64-1 && z[0] >= 1<<64-fold
}

func (z *fe) normalize() {
	if z.aboveP() {
		*z = fe{z[0] + fold}
	}
}

func (z *fe) isZero() bool {
	if z[0]|z[1]|z[2]|z[3] == 0 {
		return true
	}
	return z[0] == 1<<64-fold && z[3]&z[2]&z[1] == 1<<64-1
}

func (z *fe) isOdd() bool {
	t := *z
	t.normalize()
	return t[0]&1 == 1
}

func (z *fe) equal(x *fe) bool {
	var d fe
	d.sub(z, x)
	return d.isZero()
}

func (z *fe) add(x, y *fe) {
	t0, c := bits.Add64(x[0], y[0], 0)
	t1, c := bits.Add64(x[1], y[1], c)
	t2, c := bits.Add64(x[2], y[2], c)
	t3, c := bits.Add64(x[3], y[3], c)
	t0, c = bits.Add64(t0, -c&fold, 0)
	if c != 0 { // hardly ever
		t1, c = bits.Add64(t1, 0, c)
		t2, c = bits.Add64(t2, 0, c)
		t3, c = bits.Add64(t3, 0, c)
		t0 += -c & fold // a second carry leaves t0 below fold
	}
	z[0], z[1], z[2], z[3] = t0, t1, t2, t3
}

func (z *fe) sub(x, y *fe) {
	t0, b := bits.Sub64(x[0], y[0], 0)
	t1, b := bits.Sub64(x[1], y[1], b)
	t2, b := bits.Sub64(x[2], y[2], b)
	t3, b := bits.Sub64(x[3], y[3], b)
	t0, b = bits.Sub64(t0, -b&fold, 0)
	if b != 0 { // hardly ever
		t1, b = bits.Sub64(t1, 0, b)
		t2, b = bits.Sub64(t2, 0, b)
		t3, b = bits.Sub64(t3, 0, b)
		t0 -= -b & fold // a second borrow leaves t0 at least 2⁶⁴ − fold
	}
	z[0], z[1], z[2], z[3] = t0, t1, t2, t3
}

func (z *fe) neg(x *fe) { z.sub(&fe{}, x) }

// invert sets z to 1/x modulo p; to 0 if x is 0.
func (z *fe) invert(x *fe) {
	b := x.bytes()
	if !invert(&b, fieldPrime) {
		*z = fe{}
		return
	}
	z.setBytes(&b)
}

// invert replaces a number by its inverse modulo a prime, unless it is zero.
func invert(b *[32]byte, prime *big.Int) bool {
	var x, inverse big.Int
	if inverse.ModInverse(x.SetBytes(b[:]), prime) == nil {
		return false
	}
	inverse.FillBytes(b[:])
	return true
}

var one = fe{1}
