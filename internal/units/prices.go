package units

import (
	"errors"
	"fmt"
	"math/big"
)

// Errors to branch on.
var (
	// ErrNoUSD: a conversion needs the price of the native coin in US dollars,
	// which is not known.
	ErrNoUSD = errors.New("the price of the coin in US dollars is not known")
	// ErrPrices: the prices are not positive.
	ErrPrices = errors.New("prices that nothing can be converted by")
)

// QueryShare is the price of a byte that a query reads, in bytes of storage
// (CONTRACTS.md §3, readMultiplier of the original).
func QueryShare() *big.Rat { return big.NewRat(1, 20) }

// Prices is what conversions go by.
type Prices struct {
	// Wei is the price of one base unit in wei: weiPerByte times multiplier.
	Wei *big.Int
	// USD is the price of one native coin in US dollars, nil if it is not known.
	USD *big.Rat
}

// rate is how many wei one of a unit is worth.
func (p Prices) rate(u Unit) (*big.Rat, error) {
	switch u {
	case Wei:
		return big.NewRat(1, 1), nil
	case Base, Bytes:
		if p.Wei == nil || p.Wei.Sign() <= 0 {
			return nil, fmt.Errorf("%w: a base unit of LSAN costs %v wei", ErrPrices, p.Wei)
		}
		return new(big.Rat).SetInt(p.Wei), nil
	case USD:
		switch {
		case p.USD == nil:
			return nil, ErrNoUSD
		case p.USD.Sign() <= 0:
			return nil, fmt.Errorf("%w: a coin costs %s US dollars", ErrPrices, Text(p.USD))
		}
		coin := new(big.Rat).SetInt(pow10(18))
		return coin.Quo(coin, p.USD), nil
	}
	return nil, fmt.Errorf("convert: unknown unit %d", int(u))
}

// Convert says how many of one unit an amount of another is worth, rounded down: to
// whole wei, base units and bytes, and to 18 decimals of US dollars. The rule is
// the one of the original's clients (CONTRACTS.md §3). The amount must not be
// negative. The errors are [ErrNoUSD] and [ErrPrices]; prices that the conversion
// does not need are not looked at.
func Convert(amount *big.Rat, from, to Unit, p Prices) (*big.Rat, error) {
	if amount.Sign() < 0 {
		return nil, fmt.Errorf("convert %s %s: negative", Text(amount), from)
	}
	result := new(big.Rat).Set(amount)
	if from == to {
		return floor(result, to.decimals()), nil
	}
	f, err := p.rate(from)
	if err != nil {
		return nil, fmt.Errorf("convert %s to %s: %w", from, to, err)
	}
	t, err := p.rate(to)
	if err != nil {
		return nil, fmt.Errorf("convert %s to %s: %w", from, to, err)
	}
	result.Mul(result, f)
	result.Quo(result, t)
	return floor(result, to.decimals()), nil
}

// QueryBytes is how many bytes of queries so many base units pay for.
func QueryBytes(base *big.Rat) *big.Rat {
	return new(big.Rat).Quo(base, QueryShare())
}
