package curve

// Point is a point of the curve, or the point at infinity, which is the zero value.
type Point struct{ x, y fe }

// PointLen is the length of an uncompressed point: 4, then x and y, 32 bytes each.
const PointLen = 65

// ParsePoint reads an uncompressed point and reports whether it is on the curve.
func ParsePoint(b *[PointLen]byte) (Point, bool) {
	var p Point
	if b[0] != 4 || !p.x.setBytes((*[32]byte)(b[1:33])) || !p.y.setBytes((*[32]byte)(b[33:])) {
		return Point{}, false
	}
	var yy, want fe
	yy.sqr(&p.y)
	want.rightSide(&p.x)
	return p, yy.equal(&want)
}

// rightSide sets z to x³ + 7.
func (z *fe) rightSide(x *fe) {
	var t fe
	t.sqr(x)
	t.mul(&t, x)
	z.add(&t, &fe{7})
}

// IsInfinity reports whether p is the point at infinity. No point of the curve has
// the x coordinate 0, because 7 is no square.
func (p *Point) IsInfinity() bool { return p.x[0]|p.x[1]|p.x[2]|p.x[3] == 0 }

func (p *Point) negate(q *Point) {
	p.x = q.x
	if !q.IsInfinity() {
		p.y.neg(&q.y)
	}
}

// Compressed is a point as its x coordinate and the parity of y.
type Compressed struct {
	X    [32]byte // big-endian
	OddY bool
}

// Lift finds the points with the given coordinates. Where there is none (half of the
// numbers below p are no x coordinate), or x is not below p, it puts infinity.
// dst and src must be of one length.
func Lift(dst []Point, src []Compressed) {
	for len(src) > 0 {
		n := min(len(src), sqrtLanes)
		var x, yy, y lanes
		var below [sqrtLanes]bool
		for i := range n {
			below[i] = x[i].setBytes(&src[i].X)
			yy[i].rightSide(&x[i])
		}
		y.sqrt(&yy)
		for i := range n {
			var check fe
			if check.sqr(&y[i]); !below[i] || !check.equal(&yy[i]) {
				dst[i] = Point{}
				continue
			}
			if y[i].isOdd() != src[i].OddY {
				y[i].neg(&y[i])
			}
			dst[i] = Point{x[i], y[i]}
		}
		dst, src = dst[n:], src[n:]
	}
}
