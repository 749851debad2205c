package units_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/logstore/logstore/internal/units"
)

func drawInt(t *rapid.T, bits int, name string) *big.Int {
	return new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, bits/8).Draw(t, name))
}

func drawPrices(t *rapid.T) units.Prices {
	one := big.NewInt(1)
	return units.Prices{
		Wei: new(big.Int).Add(drawInt(t, 64, "price"), one),
		USD: new(big.Rat).SetFrac(new(big.Int).Add(drawInt(t, 64, "usd"), one), big.NewInt(1e8)),
	}
}

// smallest is one of the last place that a conversion to the unit keeps.
func smallest(u units.Unit) *big.Rat {
	if u == units.USD {
		return new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil))
	}
	return big.NewRat(1, 1)
}

// A conversion never gives more than the amount is worth, and less only by what is
// smaller than the last place that it keeps.
func TestConversionRoundsDownOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := drawPrices(t)
		from := units.Unit(rapid.IntRange(0, 3).Draw(t, "from"))
		to := units.Unit(rapid.IntRange(0, 3).Draw(t, "to"))
		amount := new(big.Rat).SetFrac(drawInt(t, 128, "amount"), big.NewInt(rapid.Int64Range(1, 1e12).Draw(t, "parts")))
		got, err := units.Convert(amount, from, to, p)
		if err != nil {
			t.Fatal(err)
		}
		worth := new(big.Rat).Quo(new(big.Rat).Mul(amount, weiPer(from, p)), weiPer(to, p))
		if got.Cmp(worth) > 0 {
			t.Fatalf("%v is more than %v", got, worth)
		}
		if lost := new(big.Rat).Sub(worth, got); lost.Cmp(smallest(to)) >= 0 {
			t.Fatalf("%v of %v got lost", lost, worth)
		}
		if places := new(big.Rat).Quo(got, smallest(to)); !places.IsInt() {
			t.Fatalf("%v has too many decimals", got)
		}
	})
}

// weiPer is the simple twin of the package's rates.
func weiPer(u units.Unit, p units.Prices) *big.Rat {
	switch u {
	case units.Wei:
		return big.NewRat(1, 1)
	case units.USD:
		return new(big.Rat).Quo(big.NewRat(1e18, 1), p.USD)
	}
	return new(big.Rat).SetInt(p.Wei)
}

// Base units survive the way through wei; wei give back at most what they were, which
// is how a mint works: value/price units, never more.
func TestMintRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := drawPrices(t)
		base := drawInt(t, 128, "base")
		wei, err := units.Of(base, units.Base).In(units.Wei, p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := units.Of(wei, units.Wei).In(units.Base, p)
		if err != nil || back.Cmp(base) != 0 {
			t.Fatalf("%v base units are %v wei and these are %v, %v", base, wei, back, err)
		}
		paid := drawInt(t, 128, "paid")
		bought, err := units.Of(paid, units.Wei).In(units.Base, p)
		if err != nil || bought.Cmp(new(big.Int).Quo(paid, p.Wei)) != 0 {
			t.Fatalf("%v wei buy %v, %v", paid, bought, err)
		}
	})
}

// What is printed can be typed in again.
func TestPrintedAmountsParse(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := drawInt(t, 200, "n")
		for _, text := range []string{n.String(), units.Tokens(n) + "lsan", n.String() + " base"} {
			a, err := units.Parse(text, units.Base)
			if err != nil || a.Value().Cmp(new(big.Rat).SetInt(n)) != 0 {
				t.Fatalf("%q: %v, %v", text, a, err)
			}
		}
	})
}

// Text keeps 20 digits: it is off by half of the 20th at most, and the same again
// when it is read and written.
func TestTextIsClose(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := new(big.Rat).SetFrac(drawInt(t, 256, "n"), new(big.Int).Add(drawInt(t, 256, "d"), big.NewInt(1)))
		shown, ok := new(big.Rat).SetString(units.Text(r))
		if !ok {
			t.Fatalf("%v is shown as %q", r, units.Text(r))
		}
		off := new(big.Rat).Sub(shown, r)
		if off.Abs(off).Cmp(new(big.Rat).Mul(r, big.NewRat(1, 1e18))) > 0 {
			t.Fatalf("%v is shown as %s", r, units.Text(r))
		}
		if again := units.Text(shown); again != units.Text(r) {
			t.Fatalf("%s becomes %s", units.Text(r), again)
		}
		if got := units.Round(r); got.Cmp(shown) != 0 {
			t.Fatalf("rounded to %v, shown as %v", got, shown)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1", "1.5 LSAN", "$5", "10GB", "1.5GiB", "1e18", "1EB", "-1", "1,5", "1e999999999", "0x1", "$$1", ".", "..", "1e", "1e+", "٣", "1\x00"} {
		f.Add(s, 0, 15)
	}
	f.Fuzz(func(t *testing.T, text string, plain, also int) {
		all := []units.Unit{units.Wei, units.Base, units.Bytes, units.USD}
		var others []units.Unit
		for i, u := range all {
			if also>>i&1 == 1 {
				others = append(others, u)
			}
		}
		a, err := units.Parse(text, all[plain&3], others...)
		if err != nil {
			if !errors.Is(err, units.ErrAmount) || !strings.Contains(err.Error(), "want ") {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		v := a.Value()
		if v.Sign() < 0 || v.Num().BitLen()-v.Denom().BitLen() > 257 {
			t.Fatalf("%q is %v", text, v)
		}
		if a.Unit() != units.USD && !v.IsInt() {
			t.Fatalf("%q is %v %s", text, v, a.Unit())
		}
	})
}
