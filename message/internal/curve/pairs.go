package curve

// The slope of the line through two points is a quotient, and a division costs as
// much as a hundred multiplications. So additions are collected and their divisors
// inverted together: one inversion, and three multiplications for each. With the
// two or three that the addition itself needs, that is half of what additions
// without division take.

// pair orders the addition of two points of an arena, given by their places.
// Its result must not be wanted by another pair of the same list.
type pair struct{ a, b, to int32 }

const (
	// maxChunk is the number of additions that share an inversion. More gain little,
	// and the intermediate results should stay close to the processor.
	maxChunk = 512
	// pairLanes is the number of products that grow side by side: multiplications in
	// a chain would wait for one another.
	pairLanes = 4
)

// adder does additions. The zero value is ready for use.
type adder struct {
	divisor [maxChunk]fe
	before  [maxChunk + pairLanes]fe // the product of the lane's divisors before this one
}

// addAll sets arena[to] = arena[a] + arena[b] for all pairs, whatever the points
// are. It changes pairs.
func (s *adder) addAll(arena []Point, pairs []pair) {
	for len(pairs) > 0 {
		n := min(len(pairs), maxChunk)
		s.addProper(arena, pairs[:s.divisors(arena, pairs[:n])])
		pairs = pairs[n:]
	}
}

// divisors does the additions that need no division, moves the others to the front,
// says how many they are, and sets their divisors.
func (s *adder) divisors(arena []Point, pairs []pair) int {
	n := 0
	for _, t := range pairs {
		a, b := &arena[t.a], &arena[t.b]
		d := &s.divisor[n]
		d.sub(&b.x, &a.x)
		switch {
		case a.IsInfinity():
			arena[t.to] = *b
			continue
		case b.IsInfinity():
			arena[t.to] = *a
			continue
		case d.isZero():
			if !a.y.equal(&b.y) {
				arena[t.to] = Point{}
				continue
			}
			d.add(&a.y, &a.y)
			t.a = ^t.a // marks a doubling
		}
		pairs[n] = t
		n++
	}
	return n
}

// addProper does the additions whose divisors are set. Each step is done for all
// lanes before the next one, so that the processor need not wait for results.
func (s *adder) addProper(arena []Point, pairs []pair) {
	n := len(pairs)
	if n == 0 {
		return
	}
	for i := range pairLanes {
		s.before[i] = one
	}
	for i := range n {
		s.before[i+pairLanes].mul(&s.before[i], &s.divisor[i])
	}
	var inverse [pairLanes]fe // of the product of the lane's divisors up to here
	for i := range pairLanes {
		inverse[(n+i)%pairLanes] = s.before[n+i]
	}
	invertLanes(&inverse)

	for i := (n - 1) &^ (pairLanes - 1); i >= 0; i -= pairLanes {
		group := pairs[i:min(n, i+pairLanes)]
		var a, b [pairLanes]*Point
		var slope, x, y [pairLanes]fe
		for j, t := range group {
			slope[j].mul(&inverse[j], &s.before[i+j])
			inverse[j].mul(&inverse[j], &s.divisor[i+j])
			a[j], b[j] = &arena[max(t.a, ^t.a)], &arena[t.b]
		}
		for j, t := range group {
			if t.a >= 0 {
				y[j].sub(&b[j].y, &a[j].y)
			} else {
				y[j].sqr(&a[j].x)
				x[j].add(&y[j], &y[j])
				y[j].add(&y[j], &x[j])
			}
		}
		for j := range group {
			slope[j].mul(&slope[j], &y[j])
		}
		for j := range group {
			x[j].sqr(&slope[j])
		}
		for j := range group {
			x[j].sub(&x[j], &a[j].x)
			x[j].sub(&x[j], &b[j].x)
		}
		for j := range group {
			y[j].sub(&a[j].x, &x[j])
		}
		for j := range group {
			y[j].mul(&y[j], &slope[j])
		}
		for j := range group {
			y[j].sub(&y[j], &a[j].y)
		}
		for j, t := range group {
			arena[t.to] = Point{x[j], y[j]}
		}
	}
}

// invertLanes replaces the elements by their inverses. None may be zero.
func invertLanes(x *[pairLanes]fe) {
	var x01, x23, all, i01, i23 fe
	x01.mul(&x[0], &x[1])
	x23.mul(&x[2], &x[3])
	all.mul(&x01, &x23)
	all.invert(&all)
	i01.mul(&all, &x23)
	i23.mul(&all, &x01)
	x01 = x[0]
	x[0].mul(&i01, &x[1])
	x[1].mul(&i01, &x01)
	x23 = x[2]
	x[2].mul(&i23, &x[3])
	x[3].mul(&i23, &x23)
}
