package curve

// sqrtLanes is the number of square roots that are taken side by side. A root is a
// chain of squarings, each waiting for the one before; the processor works on
// several chains at a time.
const sqrtLanes = 4

type lanes [sqrtLanes]fe

func (z *lanes) sqr(x *lanes, times int) {
	if times > 0 {
		for i := range z {
			z[i].sqr(&x[i])
		}
	}
	for range times - 1 {
		for i := range z {
			z[i].sqr(&z[i])
		}
	}
}

func (z *lanes) mul(x, y *lanes) {
	for i := range z {
		z[i].mul(&x[i], &y[i])
	}
}

// sqrt sets each z to x^((p+1)/4): a square root of x, if x has any. The exponent
// has the binary form 1{223} 0 1{22} 0000 11 00; xN below is x to the power of N
// ones.
func (z *lanes) sqrt(x *lanes) {
	var x2, x3, x22, x44, x88, t lanes
	x2.sqr(x, 1)
	x2.mul(&x2, x)
	x3.sqr(&x2, 1)
	x3.mul(&x3, x)
	t.sqr(&x3, 3) // x6
	t.mul(&t, &x3)
	t.sqr(&t, 3) // x9
	t.mul(&t, &x3)
	t.sqr(&t, 2) // x11
	t.mul(&t, &x2)
	x22.sqr(&t, 11)
	x22.mul(&x22, &t)
	x44.sqr(&x22, 22)
	x44.mul(&x44, &x22)
	x88.sqr(&x44, 44)
	x88.mul(&x88, &x44)
	t.sqr(&x88, 88) // x176
	t.mul(&t, &x88)
	t.sqr(&t, 44) // x220
	t.mul(&t, &x44)
	t.sqr(&t, 3) // x223
	t.mul(&t, &x3)
	t.sqr(&t, 23)
	t.mul(&t, &x22)
	t.sqr(&t, 6)
	t.mul(&t, &x2)
	z.sqr(&t, 2)
}
