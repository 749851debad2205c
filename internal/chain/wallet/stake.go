package wallet

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/units"
	"github.com/logstore/logstore/message"
)

// Mint buys LSAN for coin. The contract rounds down to whole base units. The number
// that it minted is [Done.Minted].
func (w *Wallet) Mint(ctx context.Context, wei *big.Int) (*Done, error) {
	if err := w.begin(ctx, w.lsan()); err != nil {
		return nil, err
	}
	prices, err := w.Prices(ctx)
	if err != nil {
		return nil, err
	}
	least := prices.Price
	if prices.MinimumDeposit.Cmp(least) > 0 {
		least = prices.MinimumDeposit
	}
	if wei == nil || wei.Cmp(least) < 0 {
		return nil, fmt.Errorf("%w: %v wei, but no less than %v wei can be minted for", ErrTooLittle, wei, least)
	}
	if err := w.needCoin(ctx, wei); err != nil {
		return nil, err // before the estimate fails for the same reason
	}
	base, err := units.Of(wei, units.Wei).In(units.Base, units.Prices{Wei: prices.Price})
	if err != nil {
		return nil, err
	}
	p := w.newPlan("mint %v base units of LSAN for %v wei", base, wei)
	call := w.lsan().call("mint", contracts.NewLSAN().PackMint())
	call.Value = wei
	if err := p.add(ctx, call, 0); err != nil {
		return nil, err
	}
	return p.run(ctx)
}

// Minted is how many base units of LSAN an operation made out of coin.
func (d *Done) Minted() *big.Int {
	sum := new(big.Int)
	token := contracts.NewLSAN()
	for _, r := range d.Receipts {
		for _, l := range r.logs {
			if t, err := token.UnpackTransferEvent(l); err == nil && t.From == (common.Address{}) {
				sum.Add(sum, t.Value)
			}
		}
	}
	return sum
}

// StakeStore stakes base units of the account's LSAN for storing a stream. The stake
// cannot be taken back: it is used up by storing.
func (w *Wallet) StakeStore(ctx context.Context, stream message.StreamID, amount *big.Int) (*Done, error) {
	if err := positive(amount); err != nil {
		return nil, err
	}
	if err := w.begin(ctx, w.lsan(), w.storeManager(), w.streams()); err != nil {
		return nil, err
	}
	if err := w.mustExist(ctx, stream); err != nil {
		return nil, err
	}
	p := w.newPlan("stake %v base units of LSAN for storing %s", amount, stream)
	call := w.storeManager().call("stake", contracts.NewStoreManager().PackStake(string(stream), amount))
	return w.pay(ctx, p, w.storeManager(), call, amount, gasOfStake)
}

// StakeQuery stakes base units of the account's LSAN for its queries. The stake cannot
// be taken back: it is used up by querying.
func (w *Wallet) StakeQuery(ctx context.Context, amount *big.Int) (*Done, error) {
	if err := positive(amount); err != nil {
		return nil, err
	}
	if err := w.begin(ctx, w.lsan(), w.queryManager()); err != nil {
		return nil, err
	}
	p := w.newPlan("stake %v base units of LSAN for queries", amount)
	call := w.queryManager().call("stake", contracts.NewQueryManager().PackStake(amount))
	return w.pay(ctx, p, w.queryManager(), call, amount, gasOfStake)
}

// pay runs an operation in which a contract takes LSAN from the account, with the
// approval that it needs. The amount is positive; assumed is the gas of the call after an approval.
func (w *Wallet) pay(ctx context.Context, p *planner, to contract, call tx.Call, amount *big.Int, assumed uint64) (*Done, error) {
	if err := w.needLSAN(ctx, amount); err != nil {
		return nil, err
	}
	token := contracts.NewLSAN()
	allowed, err := read(ctx, w, w.lsan(), token.PackAllowance(w.cfg.Account, to.address), token.UnpackAllowance)
	if err != nil {
		return nil, err
	}
	p.plan.LSAN.Set(amount)
	if allowed.Cmp(amount) >= 0 {
		assumed = 0 // the call can be tried out
	} else {
		what := fmt.Sprintf("allow the %s to take %v base units", to.name, amount)
		if err := p.add(ctx, w.lsan().call(what, token.PackApprove(to.address, amount)), 0); err != nil {
			return nil, err
		}
	}
	if err := p.add(ctx, call, assumed); err != nil {
		return nil, err
	}
	return p.run(ctx)
}
