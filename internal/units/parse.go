package units

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// ErrAmount: a text is no amount of what was asked for.
var ErrAmount = errors.New("invalid amount")

// Amount is so many of a unit, never negative. Wei, base units and bytes are whole.
// The zero value is no wei at all.
type Amount struct {
	unit  Unit
	value *big.Rat // nil is 0; never changed
}

// Of makes an amount of whole units, 0 if n is negative.
func Of(n *big.Int, u Unit) Amount {
	if n.Sign() < 0 {
		return Amount{unit: u}
	}
	return Amount{u, new(big.Rat).SetInt(n)}
}

// Unit is what the amount counts.
func (a Amount) Unit() Unit { return a.unit }

// Value is how many there are, in a copy.
func (a Amount) Value() *big.Rat {
	if a.value == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Set(a.value)
}

// In is the amount in wei, base units or bytes, rounded down as [Convert] does. It
// refuses what no contract can hold.
func (a Amount) In(to Unit, p Prices) (*big.Int, error) {
	if to == USD {
		return nil, fmt.Errorf("convert %s to %s: not whole", a.unit, to)
	}
	r, err := Convert(a.Value(), a.unit, to, p)
	if err != nil {
		return nil, err
	}
	if r.Num().Cmp(maxAmount) > 0 {
		return nil, fmt.Errorf("%w: %s are more %s than a contract can hold", ErrAmount, a, to)
	}
	return new(big.Int).Set(r.Num()), nil
}

// String is the amount with its unit.
func (a Amount) String() string {
	v := a.Value()
	if v.IsInt() {
		return v.Num().String() + " " + a.unit.String()
	}
	return Text(v) + " " + a.unit.String()
}

// suffix is one way to name a unit behind a number.
type suffix struct {
	unit Unit
	each *big.Int // how many of the unit
}

var suffixes = func() map[string]suffix {
	one := big.NewInt(1)
	m := map[string]suffix{
		"wei": {Wei, one}, "gwei": {Wei, pow10(9)},
		"base": {Base, one}, "lsan": {Base, pow10(18)},
		"usd": {USD, one},
		"b":   {Bytes, one}, "byte": {Bytes, one}, "bytes": {Bytes, one},
	}
	for _, coin := range []string{"coin", "coins", "pol", "matic", "eth"} {
		m[coin] = suffix{Wei, pow10(18)}
	}
	for i, letter := range "kmgtpezy" {
		m[string(letter)+"b"] = suffix{Bytes, pow10(3 * (i + 1))}
		m[string(letter)+"ib"] = suffix{Bytes, new(big.Int).Lsh(one, uint(10*(i+1)))}
	}
	return m
}()

// expected says how amounts of a unit are written; bare without a suffix.
func expected(u Unit, bare bool) string {
	switch {
	case u == Wei && bare:
		return "wei such as 1000000000, or coins such as 0.5coin"
	case u == Wei:
		return "coins such as 0.5coin"
	case u == Base && bare:
		return "base units such as 1000000, or LSAN such as 1.5lsan (1e18 base units each)"
	case u == Base:
		return "LSAN such as 1.5lsan"
	case u == Bytes && bare:
		return "bytes such as 1000000, 10GB or 1.5GiB"
	case u == Bytes:
		return "bytes such as 10GB"
	case bare:
		return "US dollars such as 5 or 0.01"
	}
	return "US dollars such as $5"
}

func refuse(text, reason string, plain Unit, also []Unit) error {
	want := expected(plain, true)
	for _, u := range also {
		want += "; " + expected(u, false)
	}
	if reason != "" {
		reason += "; "
	}
	return fmt.Errorf("%w %q: %swant %s", ErrAmount, text, reason, want)
}

// maxText bounds the work that a text can ask for.
const (
	maxText     = 120
	maxExponent = 100
)

// Parse reads an amount as people write it: digits, a decimal point, perhaps an
// exponent, perhaps a unit behind it ("1.5 LSAN", "10GB", "$5"), case ignored. A
// number without a unit is of the plain one; also lists the other units that may be
// named. LSAN, coins and powers of bytes come out as base units, wei and bytes. What
// is not whole in those, negative, or beyond 256 bits is refused. The error is an
// [ErrAmount] that says what is expected.
func Parse(text string, plain Unit, also ...Unit) (Amount, error) {
	if len(text) > maxText {
		return Amount{}, refuse(text[:20]+"…", "too long", plain, also)
	}
	s := strings.TrimSpace(text)
	name := ""
	if rest, ok := strings.CutPrefix(s, "$"); ok {
		s, name = strings.TrimSpace(rest), "usd"
	}
	number, tail := cutNumber(s)
	if tail != "" {
		if name != "" {
			return Amount{}, refuse(text, "two units", plain, also)
		}
		name = strings.ToLower(strings.TrimSpace(tail))
	}
	unit, each := plain, big.NewInt(1)
	if name != "" {
		known, ok := suffixes[name]
		if !ok {
			return Amount{}, refuse(text, complaint(number, name), plain, also)
		}
		if unit, each = known.unit, known.each; unit != plain && !slices.Contains(also, unit) {
			return Amount{}, refuse(text, "an amount of "+unit.String(), plain, also)
		}
	}
	value, ok := parseNumber(number)
	if !ok {
		return Amount{}, refuse(text, "", plain, also)
	}
	value.Mul(value, new(big.Rat).SetInt(each))
	if unit != USD && !value.IsInt() {
		return Amount{}, refuse(text, "not a whole number of "+unit.String(), plain, also)
	}
	if value.Cmp(new(big.Rat).SetInt(maxAmount)) > 0 {
		return Amount{}, refuse(text, "more than a contract can hold", plain, also)
	}
	return Amount{unit, value}, nil
}

// complaint finds the likely reason why what follows the number is no unit.
func complaint(number, tail string) string {
	switch {
	case number == "" && strings.HasPrefix(tail, "-"):
		return "negative"
	case strings.HasPrefix(tail, ","):
		return "decimals are written with a point, thousands without a mark"
	case number == "":
		return ""
	}
	return fmt.Sprintf("no unit %q", tail)
}

// cutNumber splits a text behind its number.
func cutNumber(s string) (number, tail string) {
	i := digits(s, 0)
	if i < len(s) && s[i] == '.' {
		i = digits(s, i+1)
	}
	if i > 0 && i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if end := digits(s, j); end > j { // otherwise it is the e of a unit
			i = end
		}
	}
	return s[:i], s[i:]
}

func digits(s string, from int) int {
	for from < len(s) && s[from] >= '0' && s[from] <= '9' {
		from++
	}
	return from
}

// parseNumber reads what cutNumber cut.
func parseNumber(s string) (*big.Rat, bool) {
	mantissa, exponent, hasExponent := strings.Cut(strings.ToLower(s), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	n, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		return nil, false
	}
	shift := -len(fraction)
	if hasExponent {
		e, ok := new(big.Int).SetString(exponent, 10)
		if !ok || e.CmpAbs(big.NewInt(maxExponent)) > 0 {
			return nil, false
		}
		shift += int(e.Int64())
	}
	r := new(big.Rat).SetInt(n)
	return r.Mul(r, power(shift)), true
}
