package tx

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// fees are the prices of one gas in wei.
type fees struct {
	base *big.Int // of the latest block; nil: the chain has none, and max is the gas price
	tip  *big.Int
	max  *big.Int
}

// expected is what a gas costs if the next block is as the latest.
func (f fees) expected() *big.Int {
	if f.base == nil {
		return f.max
	}
	sum := new(big.Int).Add(f.base, f.tip)
	if sum.Cmp(f.max) > 0 {
		return f.max
	}
	return sum
}

// market returns the fees that get a transaction into one of the next blocks, and the
// latest header.
func (s *Sender) market(ctx context.Context) (fees, *types.Header, error) {
	head, err := s.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return fees{}, nil, fmt.Errorf("read the latest block: %w", err)
	}
	if head.BaseFee == nil {
		price, err := s.backend.SuggestGasPrice(ctx)
		if err != nil {
			return fees{}, nil, fmt.Errorf("ask for the gas price: %w", err)
		}
		if limit := s.cfg.MaxFeeWei; limit != nil && price.Cmp(limit) > 0 {
			return fees{}, nil, fmt.Errorf("%w: %v wei per gas, the limit is %v: wait or raise it", ErrFeeTooHigh, price, limit)
		}
		return fees{tip: price, max: price}, head, nil
	}
	tip, err := s.tip(ctx, head.BaseFee)
	if err != nil {
		return fees{}, nil, err
	}
	// Twice the base fee: enough for six full blocks, each of which raises it by an eighth.
	f := fees{base: head.BaseFee, tip: tip, max: new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1))}
	if limit := s.cfg.MaxFeeWei; limit != nil && f.max.Cmp(limit) > 0 {
		if head.BaseFee.Cmp(limit) > 0 {
			return fees{}, nil, fmt.Errorf("%w: a base fee of %v wei per gas, the limit is %v: wait or raise it", ErrFeeTooHigh, head.BaseFee, limit)
		}
		f.max = limit
		if f.tip.Cmp(limit) > 0 {
			f.tip = limit
		}
	}
	return f, head, nil
}

// tip asks for a tip. What does not know the question may know a price.
func (s *Sender) tip(ctx context.Context, base *big.Int) (*big.Int, error) {
	tip, err := s.backend.SuggestGasTipCap(ctx)
	var answer rpc.Error
	if errors.As(err, &answer) {
		var price *big.Int
		if price, err = s.backend.SuggestGasPrice(ctx); err == nil {
			tip = price.Sub(price, base)
			if tip.Sign() < 0 {
				tip.SetUint64(0)
			}
		}
	}
	if err != nil {
		return nil, fmt.Errorf("ask for the tip: %w", err)
	}
	return tip, nil
}

// raised returns the fees of a replacement: an eighth more, or the market's if that is
// more. Nodes ask for a tenth more of both. False: the limit does not allow it.
func (f fees) raised(market fees, limit *big.Int) (fees, bool) {
	r := fees{base: market.base, tip: eighthMore(f.tip), max: eighthMore(f.max)}
	if limit != nil && r.max.Cmp(limit) > 0 {
		return f, false
	}
	if market.tip.Cmp(r.tip) > 0 {
		r.tip = market.tip
	}
	if market.max.Cmp(r.max) > 0 {
		r.max = market.max // not above the limit either
	}
	if r.tip.Cmp(r.max) > 0 {
		r.tip = r.max
	}
	if (f.base == nil) != (r.base == nil) {
		r.base = f.base // the kind of the transaction stays
	}
	return r, true
}

func eighthMore(n *big.Int) *big.Int {
	more := new(big.Int).Mul(n, big.NewInt(9))
	more.Add(more, big.NewInt(7)) // rounds up
	more.Rsh(more, 3)
	if more.Cmp(n) <= 0 {
		more.Add(n, big.NewInt(1))
	}
	return more
}
