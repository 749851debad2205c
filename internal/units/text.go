package units

import (
	"math/big"
	"strconv"
	"strings"
)

// significant is how many digits of a number are shown, as the original shows them.
const significant = 20

// Text writes a number with at most 20 significant digits, the last one rounded, in
// the form of JavaScript's decimals, which users' programs parse: 0.05, 5e-10, 1e+21.
func Text(r *big.Rat) string {
	if r.Sign() == 0 {
		return "0"
	}
	digits, exponent := round(new(big.Rat).Abs(r))
	s := layout(digits, exponent)
	if r.Sign() < 0 {
		return "-" + s
	}
	return s
}

// Round is the number that [Text] shows.
func Round(r *big.Rat) *big.Rat {
	rounded, _ := new(big.Rat).SetString(Text(r)) // Text writes what SetString reads
	return rounded
}

// round gives the significant digits of a positive number without zeros at the end,
// and the power of ten of the first of them.
func round(r *big.Rat) (digits string, exponent int) {
	// A first guess, off by one at most, from the number of digits.
	exponent = len(r.Num().String()) - len(r.Denom().String())
	if r.Cmp(power(exponent)) < 0 {
		exponent--
	}
	scaled := new(big.Rat).Mul(r, power(significant-1-exponent))
	n := new(big.Int).Mul(scaled.Num(), big.NewInt(2))
	n.Add(n, scaled.Denom())
	n.Quo(n, new(big.Int).Mul(scaled.Denom(), big.NewInt(2)))
	digits = n.String()
	exponent += len(digits) - significant // 99…9.5 became 100…0
	return strings.TrimRight(digits, "0"), exponent
}

func power(n int) *big.Rat {
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), pow10(-n))
	}
	return new(big.Rat).SetInt(pow10(n))
}

// layout places the point. Exponents are written from 1e-7 downwards and from 1e+21
// upwards.
func layout(digits string, exponent int) string {
	switch {
	case exponent >= 21 || exponent <= -7:
		s := digits[:1]
		if len(digits) > 1 {
			s += "." + digits[1:]
		}
		sign := ""
		if exponent > 0 {
			sign = "+"
		}
		return s + "e" + sign + strconv.Itoa(exponent)
	case exponent < 0:
		return "0." + strings.Repeat("0", -exponent-1) + digits
	case len(digits) <= exponent+1:
		return digits + strings.Repeat("0", exponent+1-len(digits))
	}
	return digits[:exponent+1] + "." + digits[exponent+1:]
}

// Tokens writes an integer of 18 decimals as wallets show it: all of its digits and
// at least one decimal, such as 0.0 or 1.5. It serves for LSAN and for coins.
func Tokens(n *big.Int) string {
	whole, fraction := new(big.Int).QuoRem(new(big.Int).Abs(n), pow10(18), new(big.Int))
	f := fraction.String()
	f = strings.TrimRight(strings.Repeat("0", 18-len(f))+f, "0")
	if f == "" {
		f = "0"
	}
	s := whole.String() + "." + f
	if n.Sign() < 0 {
		return "-" + s
	}
	return s
}

var sizes = []string{"bytes", "KB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"}

// Size writes a number of bytes with the largest unit, in powers of 1000, that there
// is at least one of.
func Size(bytes *big.Rat) string {
	n := Round(bytes)
	i := 0
	for step := big.NewRat(1000, 1); i+1 < len(sizes) && n.Cmp(step) >= 0; i++ {
		n.Quo(n, step)
	}
	return Text(n) + " " + sizes[i]
}

// SizeOf is [Size] of whole bytes.
func SizeOf(bytes *big.Int) string { return Size(new(big.Rat).SetInt(bytes)) }
