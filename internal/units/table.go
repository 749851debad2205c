package units

import (
	"fmt"
	"math/big"
	"strings"
)

// bases are what a table of prices can be made for.
var bases = []string{"byte", "query", "wei", "usd"}

// Table says what one of something is worth in everything else.
type Table struct {
	Storage *big.Rat // bytes of storage
	Query   *big.Rat // bytes of queries
	Base    *big.Rat // base units of LSAN
	Wei     *big.Rat // of the native coin
	USD     *big.Rat // US dollars, nil if not known
}

// NewTable makes the table for one byte of storage ("byte"), one byte of queries
// ("query"), one wei ("wei") or one US dollar ("usd").
func NewTable(base string, p Prices) (*Table, error) {
	storage, err := p.rate(Bytes)
	if err != nil {
		return nil, err
	}
	t := &Table{Storage: big.NewRat(1, 1), Query: QueryBytes(big.NewRat(1, 1)), Base: big.NewRat(1, 1), Wei: storage}
	if p.USD != nil {
		perWei, err := p.rate(USD)
		if err != nil {
			return nil, err
		}
		t.USD = new(big.Rat).Quo(storage, perWei)
	}
	one := t.Storage
	switch base {
	case "byte":
	case "query":
		one = t.Query
	case "wei":
		one = t.Wei
	case "usd":
		if one = t.USD; one == nil {
			return nil, ErrNoUSD
		}
	default:
		return nil, fmt.Errorf("base %q: want %s", base, strings.Join(bases, ", "))
	}
	one = new(big.Rat).Set(one)
	for _, r := range []*big.Rat{t.Storage, t.Query, t.Base, t.Wei, t.USD} {
		if r != nil {
			r.Quo(r, one)
		}
	}
	return t, nil
}

// Line writes the table in the original's form, which calls a base unit LSAN. coin is
// the name of the native coin.
func (t *Table) Line(coin string) string {
	s := fmt.Sprintf("%s (storage) = %s (query) = %s LSAN = %s wei (%s)",
		Size(t.Storage), Size(t.Query), Text(t.Base), Text(t.Wei), coin)
	if t.USD != nil {
		s += " = " + Text(t.USD) + " USD"
	}
	return s
}
