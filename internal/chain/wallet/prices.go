package wallet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/units"
)

// Prices is what the token contract asks for.
type Prices struct {
	WeiPerByte *big.Int
	Multiplier *big.Int
	// Price of one base unit in wei: WeiPerByte times Multiplier.
	Price *big.Int
	// MinimumDeposit is the least that can be minted for, in wei.
	MinimumDeposit *big.Int
}

// Prices reads the prices in coin.
func (w *Wallet) Prices(ctx context.Context) (Prices, error) {
	token := contracts.NewLSAN()
	var p Prices
	var err error
	for _, f := range []struct {
		to     **big.Int
		data   []byte
		unpack func([]byte) (*big.Int, error)
	}{
		{&p.WeiPerByte, token.PackWeiPerByte(), token.UnpackWeiPerByte},
		{&p.Multiplier, token.PackMultiplier(), token.UnpackMultiplier},
		{&p.Price, token.PackPrice(), token.UnpackPrice},
		{&p.MinimumDeposit, token.PackMinimumDeposit(), token.UnpackMinimumDeposit},
	} {
		if *f.to, err = read(ctx, w, w.lsan(), f.data, f.unpack); err != nil {
			return Prices{}, err
		}
	}
	return p, nil
}

// Rates are the prices that amounts are converted by. With needUSD they have the price
// of the coin in US dollars, or the error says why not: [ErrNoPriceFeed],
// [ErrStalePrice]. Without it they may lack it.
func (w *Wallet) Rates(ctx context.Context, needUSD bool) (units.Prices, error) {
	p, err := w.Prices(ctx)
	if err != nil {
		return units.Prices{}, err
	}
	rates := units.Prices{Wei: p.Price}
	usd, err := w.USDPerCoin(ctx)
	switch {
	case err == nil:
		rates.USD = usd
	case needUSD, !errors.Is(err, ErrNoPriceFeed) && !errors.Is(err, ErrStalePrice):
		return units.Prices{}, err
	}
	return rates, nil
}

// USDPerCoin reads the price of one native coin in US dollars from the network's
// aggregator.
func (w *Wallet) USDPerCoin(ctx context.Context) (*big.Rat, error) {
	feed := contract{"PriceFeed", w.at.PriceFeed}
	if feed.address == (common.Address{}) {
		return nil, fmt.Errorf("%w: the network %s has none; give amounts in wei, bytes or LSAN, or set chain.contracts=[PriceFeed=0x…]", ErrNoPriceFeed, w.cfg.Network.Name)
	}
	aggregator := contracts.NewAggregatorV3()
	decimals, err := read(ctx, w, feed, aggregator.PackDecimals(), aggregator.UnpackDecimals)
	if err != nil {
		return nil, err
	}
	round, err := read(ctx, w, feed, aggregator.PackLatestRoundData(), aggregator.UnpackLatestRoundData)
	if err != nil {
		return nil, err
	}
	return usdOf(round.Answer, round.UpdatedAt, decimals, w.cfg.Now(), w.cfg.MaxPriceAge)
}

// maxDecimals is more than any feed has, and keeps a wrong contract's answer from
// asking for a number of astronomic length.
const maxDecimals = 40

// usdOf judges what a feed says. maxAge 0 is without bound.
func usdOf(answer, updatedAt *big.Int, decimals uint8, now time.Time, maxAge time.Duration) (*big.Rat, error) {
	switch {
	case answer.Sign() <= 0:
		return nil, fmt.Errorf("%w: the price feed says %v", ErrStalePrice, answer)
	case decimals > maxDecimals:
		return nil, fmt.Errorf("%w: the price feed has %d decimals", ErrStalePrice, decimals)
	case !updatedAt.IsInt64() || updatedAt.Sign() <= 0:
		return nil, fmt.Errorf("%w: the price feed has no time of its price", ErrStalePrice)
	}
	updated := time.Unix(updatedAt.Int64(), 0)
	if age := now.Sub(updated); maxAge > 0 && age > maxAge {
		return nil, fmt.Errorf("%w: the price feed was last updated %s, more than %v ago", ErrStalePrice, updated.UTC().Format(time.RFC3339), maxAge)
	}
	return new(big.Rat).SetFrac(answer, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)), nil
}
