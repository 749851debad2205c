package logstore

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/logstore/logstore/internal/units"
)

// NetworkPrices is what things cost on a network.
type NetworkPrices struct {
	// WeiPerByte and Multiplier are the token contract's settings.
	WeiPerByte *big.Int
	Multiplier *big.Int
	// Price of one base unit of LSAN in wei, WeiPerByte times Multiplier.
	Price *big.Int
	// MinimumDeposit is the least that LSAN is minted for, in wei, if it is more than
	// the price.
	MinimumDeposit *big.Int
	// USDPerCoin is the price of one native coin in US dollars, nil if the network has
	// no source of it or none that is of use; USDErr then says why.
	USDPerCoin *big.Rat
	USDErr     error
}

// Prices reads what things cost now.
func (n *Network) Prices(ctx context.Context) (*NetworkPrices, error) {
	p, err := n.wallet.Prices(ctx)
	if err != nil {
		return nil, err
	}
	prices := &NetworkPrices{WeiPerByte: p.WeiPerByte, Multiplier: p.Multiplier, Price: p.Price, MinimumDeposit: p.MinimumDeposit}
	prices.USDPerCoin, err = n.wallet.USDPerCoin(ctx)
	if errors.Is(err, ErrNoPriceFeed) || errors.Is(err, ErrStalePrice) {
		prices.USDErr, err = err, nil
	}
	return prices, err
}

// Unit is what an amount counts.
type Unit int

const (
	// Wei counts 1e-18 of the chain's native coin.
	Wei Unit = iota
	// LSAN counts base units of the token, 1e18 of which a wallet shows as 1 LSAN.
	LSAN
	// StorageBytes counts bytes of storage, one for each base unit.
	StorageBytes
	// USD counts US dollars.
	USD
)

func (u Unit) internal() (units.Unit, error) {
	switch u {
	case Wei:
		return units.Wei, nil
	case LSAN:
		return units.Base, nil
	case StorageBytes:
		return units.Bytes, nil
	case USD:
		return units.USD, nil
	}
	return 0, invalidf("unknown unit %d", int(u))
}

// Convert says how many of one unit an amount of another is worth at these prices,
// exactly and then rounded down: to whole wei, base units and bytes, and 18 decimals of
// US dollars. Without a price in US dollars, those cannot be converted:
// [ErrNoPriceFeed], [ErrStalePrice].
func (p *NetworkPrices) Convert(amount *big.Rat, from, to Unit) (*big.Rat, error) {
	f, err := from.internal()
	if err != nil {
		return nil, err
	}
	t, err := to.internal()
	if err != nil {
		return nil, err
	}
	if amount == nil || amount.Sign() < 0 {
		return nil, invalidf("convert %v: want an amount of 0 or more", amount)
	}
	r, err := units.Convert(amount, f, t, p.units())
	if errors.Is(err, units.ErrNoUSD) && p.USDErr != nil {
		err = p.USDErr
	}
	return r, err
}

func (p *NetworkPrices) units() units.Prices { return units.Prices{Wei: p.Price, USD: p.USDPerCoin} }

// NetworkBalances is what an account has. Coin is in wei, the rest in base units.
type NetworkBalances struct {
	Coin       *big.Int
	LSAN       *big.Int // in the account
	QueryStake *big.Int // left of its stake for queries
	StoreStake *big.Int // left of its stakes for storing, on all streams
}

// Balances reads what an account has, "" being the own one.
func (n *Network) Balances(ctx context.Context, address string) (*NetworkBalances, error) {
	account, err := n.address(address)
	if err != nil {
		return nil, err
	}
	b, err := n.wallet.Balances(ctx, account)
	if err != nil {
		return nil, err
	}
	balances := NetworkBalances(b)
	return &balances, nil
}

// QueryStake reads what is left of an account's stake for queries, "" being the own
// one, in base units.
func (n *Network) QueryStake(ctx context.Context, address string) (*big.Int, error) {
	account, err := n.address(address)
	if err != nil {
		return nil, err
	}
	return n.wallet.QueryStakeOf(ctx, account)
}

// StoreStake reads what is left of everybody's stakes for storing a stream, in base
// units. A stream with a stake is stored by the network's nodes.
func (n *Network) StoreStake(ctx context.Context, stream string) (*big.Int, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	return n.wallet.StreamStake(ctx, id)
}

// StoreStakeOf reads what is left of an account's stake for storing a stream, "" being
// the own account, in base units.
func (n *Network) StoreStakeOf(ctx context.Context, stream, address string) (*big.Int, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	account, err := n.address(address)
	if err != nil {
		return nil, err
	}
	return n.wallet.StreamStakeOf(ctx, id, account)
}

// StreamStake is an account's stake on a stream, in base units.
type StreamStake struct {
	Stream string
	Amount *big.Int
}

// StoreStakes finds the streams that an account has a stake on, "" being the own one.
func (n *Network) StoreStakes(ctx context.Context, address string) ([]StreamStake, error) {
	account, err := n.address(address)
	if err != nil {
		return nil, err
	}
	list, err := n.wallet.StakesOf(ctx, account)
	if err != nil {
		return nil, err
	}
	stakes := make([]StreamStake, len(list))
	for i, s := range list {
		stakes[i] = StreamStake{string(s.Stream), s.Amount}
	}
	return stakes, nil
}

// Mint buys LSAN for so many wei, and returns how many base units it got. The contract
// rounds down to whole base units. Errors: [ErrTooLittle], [ErrInsufficientFunds].
func (n *Network) Mint(ctx context.Context, wei *big.Int) (minted *big.Int, o *Outcome, err error) {
	done, err := n.wallet.Mint(ctx, wei)
	if done != nil {
		minted = done.Minted()
	}
	o, err = outcomeOf(done, err)
	return minted, o, err
}

// StakeStore stakes base units of LSAN for storing a stream. Anybody may do so for any
// stream, and nobody can take it back: it is used up by storing. The contract is
// allowed to take exactly the amount first, if it is not yet. Errors:
// [ErrNoSuchStream], [ErrTooLittle], [ErrInsufficientFunds].
func (n *Network) StakeStore(ctx context.Context, stream string, base *big.Int) (*Outcome, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	return outcomeOf(n.wallet.StakeStore(ctx, id, base))
}

// StakeQuery stakes base units of LSAN for the account's queries, which use it up.
// Errors: [ErrTooLittle], [ErrInsufficientFunds].
func (n *Network) StakeQuery(ctx context.Context, base *big.Int) (*Outcome, error) {
	return outcomeOf(n.wallet.StakeQuery(ctx, base))
}

// Amount reads an amount as people write it and converts it to wei or base units at
// these prices: "1000000" of the plain unit, or with a unit of its own, such as "0.5coin",
// "1.5lsan", "10GB", "$5". It rounds down. The error is [ErrAmount] and says what is
// expected, or tells that there is no price in US dollars.
func (p *NetworkPrices) Amount(text string, plain, to Unit) (*big.Int, error) {
	f, err := plain.internal()
	if err != nil {
		return nil, err
	}
	t, err := to.internal()
	if err != nil {
		return nil, err
	}
	if to == USD {
		return nil, fmt.Errorf("%w: amounts in US dollars are not whole; see Convert", ErrInvalid)
	}
	var others []units.Unit
	for _, u := range []units.Unit{units.Wei, units.Base, units.Bytes, units.USD} {
		if u != f {
			others = append(others, u)
		}
	}
	a, err := units.Parse(text, f, others...)
	if err != nil {
		return nil, err
	}
	n, err := a.In(t, p.units())
	if errors.Is(err, units.ErrNoUSD) && p.USDErr != nil {
		err = p.USDErr
	}
	return n, err
}
