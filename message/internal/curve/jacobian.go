package curve

// Jacobian is a point as (x/z², y/z³); z = 0 is infinity, and so is the zero value.
// Adding to it takes no inversion.
type Jacobian struct{ x, y, z fe }

// IsInfinity reports whether p is the point at infinity.
func (p *Jacobian) IsInfinity() bool { return p.z.isZero() }

// Affine returns the same point with z = 1. It costs an inversion.
func (p *Jacobian) Affine() Point {
	if p.IsInfinity() {
		return Point{}
	}
	var inverse, square fe
	inverse.invert(&p.z)
	square.sqr(&inverse)
	var q Point
	q.x.mul(&p.x, &square)
	q.y.mul(&p.y, square.product(&inverse))
	return q
}

// product sets z to z·x and returns it.
func (z *fe) product(x *fe) *fe {
	z.mul(z, x)
	return z
}

// Sub sets p to q − r. It costs an inversion.
func (p *Jacobian) Sub(q, r *Jacobian) {
	minus := r.Affine()
	minus.negate(&minus)
	*p = *q
	p.add(&minus)
}

// add adds q to p, whatever the two are.
func (p *Jacobian) add(q *Point) {
	switch {
	case q.IsInfinity():
		return
	case p.IsInfinity():
		*p = Jacobian{q.x, q.y, one}
		return
	}
	var zz, u, s, h, r, hh, hhh, v fe
	zz.sqr(&p.z)
	u.mul(&q.x, &zz)
	s.mul(&q.y, zz.product(&p.z))
	h.sub(&u, &p.x)
	r.sub(&s, &p.y)
	if h.isZero() {
		if r.isZero() {
			p.double()
		} else {
			*p = Jacobian{}
		}
		return
	}
	hh.sqr(&h)
	hhh.mul(&hh, &h)
	v.mul(&p.x, &hh)
	p.z.mul(&p.z, &h)
	p.x.sqr(&r)
	p.x.sub(&p.x, &hhh)
	p.x.sub(&p.x, &v)
	p.x.sub(&p.x, &v)
	v.sub(&v, &p.x)
	hhh.mul(&hhh, &p.y)
	p.y.mul(&r, &v)
	p.y.sub(&p.y, &hhh)
}

// double adds p to itself. No point but infinity is its own negative, because the
// order of the curve is odd; infinity stays what it is.
func (p *Jacobian) double() {
	var a, b, d, e, t fe
	a.sqr(&p.x)
	b.sqr(&p.y)
	p.z.mul(&p.z, &p.y)
	p.z.add(&p.z, &p.z)
	d.mul(&p.x, &b)
	d.add(&d, &d)
	d.add(&d, &d) // 4·x·y²
	e.add(&a, &a)
	e.add(&e, &a) // 3·x²
	p.x.sqr(&e)
	p.x.sub(&p.x, &d)
	p.x.sub(&p.x, &d)
	b.sqr(&b)
	b.add(&b, &b)
	b.add(&b, &b)
	b.add(&b, &b) // 8·y⁴
	t.sub(&d, &p.x)
	p.y.mul(&e, &t)
	p.y.sub(&p.y, &b)
}
