package units_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/logstore/logstore/internal/units"
)

// development are the prices that the original's output was recorded at.
var development = units.Prices{Wei: big.NewInt(1e9), USD: big.NewRat(1, 2)}

func integer(t testing.TB, s string) *big.Int {
	t.Helper()
	n, ok := new(big.Int).SetString(s, 10)
	if !ok {
		t.Fatalf("%q is no integer", s)
	}
	return n
}

func rational(t testing.TB, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return r
}

// What the original's command line printed, run on a local chain.
func TestTableAsTheOriginal(t *testing.T) {
	t.Parallel()
	for base, want := range map[string]string{
		"byte":  "1 bytes (storage) = 20 bytes (query) = 1 LSAN = 1000000000 wei (MATIC) = 5e-10 USD",
		"query": "0.05 bytes (storage) = 1 bytes (query) = 0.05 LSAN = 50000000 wei (MATIC) = 2.5e-11 USD",
		"wei":   "1e-9 bytes (storage) = 2e-8 bytes (query) = 1e-9 LSAN = 1 wei (MATIC) = 5e-19 USD",
		"usd":   "2 GB (storage) = 40 GB (query) = 2000000000 LSAN = 2000000000000000000 wei (MATIC) = 1 USD",
	} {
		table, err := units.NewTable(base, development)
		if err != nil {
			t.Fatalf("%s: %v", base, err)
		}
		if got := table.Line("MATIC"); got != want {
			t.Errorf("%s:\n got %s\nwant %s", base, got, want)
		}
	}
}

func TestTableWithoutUSD(t *testing.T) {
	t.Parallel()
	p := units.Prices{Wei: big.NewInt(1e9)}
	table, err := units.NewTable("byte", p)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := table.Line("POL"), "1 bytes (storage) = 20 bytes (query) = 1 LSAN = 1000000000 wei (POL)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, err := units.NewTable("usd", p); !errors.Is(err, units.ErrNoUSD) {
		t.Errorf("base usd: %v", err)
	}
	if _, err := units.NewTable("nonsense", p); err == nil || !strings.Contains(err.Error(), "want byte, query, wei, usd") {
		t.Errorf("base nonsense: %v", err)
	}
	if _, err := units.NewTable("byte", units.Prices{Wei: new(big.Int)}); !errors.Is(err, units.ErrPrices) {
		t.Errorf("price 0: %v", err)
	}
}

// Amounts of the original's runs: mint, mint -u, mint -b, store stake -u.
func TestConvertAsTheOriginal(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		amount   string
		from, to units.Unit
		want     string
	}{
		{"123456789012", units.Wei, units.Bytes, "123"},
		{"999999999", units.Wei, units.Base, "0"},
		{"2.5", units.USD, units.Wei, "5000000000000000000"},
		{"2.5", units.USD, units.Bytes, "5000000000"},
		{"1500000", units.Bytes, units.Wei, "1500000000000000"},
		{"0.000001", units.USD, units.Base, "2000"},
		{"5", units.USD, units.Wei, "10000000000000000000"},
		{"5", units.USD, units.Base, "10000000000"},
		{"1", units.Bytes, units.USD, "0.0000000005"},
		{"1", units.Wei, units.USD, "0"}, // 5e-19, beyond 18 decimals
		{"7", units.Bytes, units.Base, "7"},
		{"1.9", units.Wei, units.Wei, "1"},
	} {
		got, err := units.Convert(rational(t, c.amount), c.from, c.to, development)
		if err != nil || got.Cmp(rational(t, c.want)) != 0 {
			t.Errorf("%s %s to %s: got %v, %v; want %s", c.amount, c.from, c.to, got, err, c.want)
		}
	}
}

func TestConvertRefuses(t *testing.T) {
	t.Parallel()
	one := big.NewRat(1, 1)
	noUSD := units.Prices{Wei: big.NewInt(1)}
	if _, err := units.Convert(one, units.USD, units.Wei, noUSD); !errors.Is(err, units.ErrNoUSD) {
		t.Errorf("no price in dollars: %v", err)
	}
	if _, err := units.Convert(one, units.Wei, units.Bytes, noUSD); err != nil {
		t.Errorf("dollars are not needed: %v", err)
	}
	for _, p := range []units.Prices{{}, {Wei: big.NewInt(0)}, {Wei: big.NewInt(-1)}} {
		if _, err := units.Convert(one, units.Wei, units.Bytes, p); !errors.Is(err, units.ErrPrices) {
			t.Errorf("price %v: %v", p.Wei, err)
		}
	}
	if _, err := units.Convert(one, units.USD, units.Wei, units.Prices{USD: new(big.Rat)}); !errors.Is(err, units.ErrPrices) {
		t.Errorf("coin for nothing: %v", err)
	}
	if _, err := units.Convert(big.NewRat(-1, 1), units.Wei, units.Bytes, development); err == nil {
		t.Error("a negative amount was converted")
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		plain units.Unit
		also  []units.Unit
		want  string
		unit  units.Unit
	}{
		{"123", units.Wei, nil, "123", units.Wei},
		{" 1e18 wei ", units.Wei, nil, "1000000000000000000", units.Wei},
		{"1.5gwei", units.Wei, nil, "1500000000", units.Wei},
		{"0.5 POL", units.Wei, nil, "500000000000000000", units.Wei},
		{"1.5 LSAN", units.Base, nil, "1500000000000000000", units.Base},
		{"1.5lsan", units.Wei, []units.Unit{units.Base}, "1500000000000000000", units.Base},
		{"0.000000000000000001lsan", units.Base, nil, "1", units.Base},
		{"700", units.Base, nil, "700", units.Base},
		{"5", units.USD, nil, "5", units.USD},
		{"$5", units.USD, nil, "5", units.USD},
		{"$ .01", units.Base, []units.Unit{units.USD}, "0.01", units.USD},
		{"0.01 usd", units.USD, nil, "0.01", units.USD},
		{"10GB", units.Bytes, nil, "10000000000", units.Bytes},
		{"1.5 GiB", units.Bytes, nil, "1610612736", units.Bytes},
		{"1000000", units.Bytes, nil, "1000000", units.Bytes},
		{"1EB", units.Bytes, nil, "1000000000000000000", units.Bytes},
		{"1e3eb", units.Bytes, nil, "1000000000000000000000", units.Bytes},
		{"2.7kb", units.Base, []units.Unit{units.Bytes}, "2700", units.Bytes},
		{"0", units.Base, nil, "0", units.Base},
		{"5.", units.Base, nil, "5", units.Base},
		{"99999999999999999999999", units.Base, nil, "99999999999999999999999", units.Base},
	} {
		got, err := units.Parse(c.text, c.plain, c.also...)
		if err != nil || got.Unit() != c.unit || got.Value().Cmp(rational(t, c.want)) != 0 {
			t.Errorf("%q: got %v, %v; want %s %s", c.text, got, err, c.want, c.unit)
		}
	}
}

func TestParseSaysWhatIsExpected(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		plain units.Unit
		also  []units.Unit
		want  string
	}{
		{"abc", units.Wei, nil, `invalid amount "abc": want wei such as 1000000000, or coins such as 0.5coin`},
		{"", units.USD, nil, `invalid amount "": want US dollars such as 5 or 0.01`},
		{"-5", units.USD, nil, "negative; want US dollars"},
		{"1,5", units.USD, nil, "decimals are written with a point"},
		{"1.5", units.Base, []units.Unit{units.USD}, "not a whole number of base units of LSAN; want base units such as 1000000, or LSAN such as 1.5lsan (1e18 base units each); US dollars such as $5"},
		{"1.5", units.Wei, nil, "not a whole number of wei"},
		{"1.0000000000000000001lsan", units.Base, nil, "not a whole number"},
		{"0.3KiB", units.Bytes, nil, "not a whole number of bytes"},
		{"5 GB", units.Wei, nil, "an amount of bytes; want wei"},
		{"5 parsec", units.Bytes, nil, `no unit "parsec"`},
		{"$5 usd", units.USD, nil, "two units"},
		{"1e101", units.Wei, nil, "want wei"},
		{"1e78", units.Wei, nil, "more than a contract can hold"},
		{strings.Repeat("9", 200), units.Wei, nil, "too long"},
		{".", units.Wei, nil, "want wei"},
		{"0x10", units.Wei, nil, `no unit "x10"`},
		{"$", units.USD, nil, "want US dollars"},
		{"NaN", units.USD, nil, "want US dollars"},
		{"Infinity", units.USD, nil, "want US dollars"},
		{"10", units.Bytes, nil, ""},
	} {
		_, err := units.Parse(c.text, c.plain, c.also...)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%q: %v", c.text, err)
		case c.want != "" && (!errors.Is(err, units.ErrAmount) || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%q:\n got %v\nwant %s", c.text, err, c.want)
		}
	}
}

func TestAmountIn(t *testing.T) {
	t.Parallel()
	five, err := units.Parse("5", units.USD)
	if err != nil {
		t.Fatal(err)
	}
	for to, want := range map[units.Unit]string{units.Wei: "10000000000000000000", units.Base: "10000000000"} {
		if got, err := five.In(to, development); err != nil || got.String() != want {
			t.Errorf("$5 in %s: got %v, %v; want %s", to, got, err, want)
		}
	}
	if _, err := five.In(units.USD, development); err == nil {
		t.Error("dollars are not whole, but were given as an integer")
	}
	much := units.Of(new(big.Int).Lsh(big.NewInt(1), 250), units.Base)
	if _, err := much.In(units.Wei, development); !errors.Is(err, units.ErrAmount) {
		t.Errorf("more than 256 bits: %v", err)
	}
	if got := (units.Amount{}).String(); got != "0 wei" {
		t.Errorf("the zero value is %q", got)
	}
	if got := units.Of(big.NewInt(-1), units.Base).String(); got != "0 base units of LSAN" {
		t.Errorf("a negative amount is %q", got)
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"0": "0", "1": "1", "-2.5": "-2.5", "1/20": "0.05", "0.000001": "0.000001", "0.0000001": "1e-7",
		"5e-10": "5e-10", "2.5e-11": "2.5e-11", "2000000000000000000": "2000000000000000000",
		"100000000000000000000": "100000000000000000000", "1e21": "1e+21", "1.5e30": "1.5e+30",
		"5001500123/3":             "1667166707.6666666667",
		"1/3":                      "0.33333333333333333333",
		"99999999999999999999.5":   "100000000000000000000",
		"0.999999999999999999999":  "1",
		"99999999999999999999999":  "1e+23",
		"12345678901234567890.499": "12345678901234567890",
	} {
		if got := units.Text(rational(t, in)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// The share of a balance as the original prints it: what it buys is reckoned from
// the rounded share.
func TestShareAsTheOriginal(t *testing.T) {
	t.Parallel()
	share := units.Round(rational(t, "5001500123/3"))
	if got, want := units.Size(share), "1.6671667076666666667 GB"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := units.Size(units.QueryBytes(share)), "33.343334153333333334 GB"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSize(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"0": "0 bytes", "1": "1 bytes", "0.05": "0.05 bytes", "999": "999 bytes", "1000": "1 KB", "2700": "2.7 KB",
		"5001500123": "5.001500123 GB", "100030002460": "100.03000246 GB", "1e18": "1 EB",
		"1e36": "1000000000000 YB", "999.999999999999999999999": "1 KB",
	} {
		if got := units.Size(rational(t, in)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	if got := units.SizeOf(big.NewInt(1500)); got != "1.5 KB" {
		t.Errorf("got %s", got)
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"0": "0.0", "5001500123": "0.000000005001500123", "1500000000000000000": "1.5",
		"1000000000000000000000000000000000000": "1000000000000000000.0", "-1": "-0.000000000000000001",
	} {
		if got := units.Tokens(integer(t, in)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
