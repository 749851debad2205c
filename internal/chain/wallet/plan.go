package wallet

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/internal/chain/tx"
)

// Plan is what an operation is about to do.
type Plan struct {
	// What is the operation, for people: "stake 700 base units for storing …".
	What  string
	Steps []Step
	// Coin is what is paid besides fees, in wei.
	Coin *big.Int
	// LSAN is what leaves the account, in base units.
	LSAN *big.Int
	// Fee is the most that the fees of all steps can come to, in wei, Expected what they
	// come to at today's price.
	Fee, Expected *big.Int
}

// Step is one transaction of a plan.
type Step struct {
	What string
	// Gas is the most that the transaction uses, Fee the most that this can cost, and
	// Expected what it comes to at today's price, in wei.
	Gas           uint64
	Fee, Expected *big.Int
	// Assumed: the gas is what such a transaction usually takes and not an estimate,
	// which is impossible before the steps ahead of it are done.
	Assumed bool

	call tx.Call
}

// Receipt is what became of a step.
type Receipt struct {
	Hash    common.Hash
	Block   uint64
	GasUsed uint64
	Fee     *big.Int // in wei

	logs []*types.Log
}

// Done is what became of an operation. Its transactions are final as far as the
// sender was told to wait.
type Done struct {
	Plan     *Plan
	Receipts []Receipt // one for each step
}

// Last is the receipt of the last step, the one that mattered. It panics if there was
// no step, which does not happen.
func (d *Done) Last() Receipt { return d.Receipts[len(d.Receipts)-1] }

// Fee is what all steps cost, in wei.
func (d *Done) Fee() *big.Int {
	sum := new(big.Int)
	for _, r := range d.Receipts {
		sum.Add(sum, r.Fee)
	}
	return sum
}

// planner collects the steps of an operation.
type planner struct {
	w    *Wallet
	plan *Plan
	last tx.Cost // of the last step that could be estimated
}

func (w *Wallet) newPlan(format string, args ...any) *planner {
	return &planner{w: w, plan: &Plan{
		What: fmt.Sprintf(format, args...),
		Coin: new(big.Int), LSAN: new(big.Int), Fee: new(big.Int), Expected: new(big.Int),
	}}
}

// What is assumed for operations that follow an approval: more than the first one of
// its kind takes on a stream or for an account, which is the most expensive. Joining
// gives a node its permission on every system stream.
const (
	gasOfStake = 1_000_000
	gasOfJoin  = 2_000_000
)

// add plans a transaction. assumed is the gas of one that depends on the step before, so
// that it cannot be estimated yet; 0 estimates it.
func (p *planner) add(ctx context.Context, call tx.Call, assumed uint64) error {
	step := Step{What: call.What, call: call, Assumed: assumed > 0}
	if step.Assumed {
		gas := new(big.Int).SetUint64(assumed)
		step.Gas = assumed
		step.Fee = new(big.Int).Mul(p.last.MaxFeePerGas, gas)
		step.Expected = new(big.Int).Mul(p.last.ExpectedFee, gas)
		step.Expected.Quo(step.Expected, new(big.Int).SetUint64(max(p.last.GasExpected, 1)))
	} else {
		cost, err := p.w.cfg.Sender.Estimate(ctx, call)
		if err != nil {
			return fmt.Errorf("%s: %w", call.What, p.w.explain(err))
		}
		step.Gas, step.Fee, step.Expected, p.last = cost.Gas, cost.MaxFee, cost.ExpectedFee, cost
	}
	if call.Value != nil {
		p.plan.Coin.Add(p.plan.Coin, call.Value)
	}
	p.plan.Fee.Add(p.plan.Fee, step.Fee)
	p.plan.Expected.Add(p.plan.Expected, step.Expected)
	p.plan.Steps = append(p.plan.Steps, step)
	return nil
}

// run checks that the plan can be paid, has it confirmed, and sends it.
func (p *planner) run(ctx context.Context) (*Done, error) {
	w := p.w
	need := new(big.Int).Add(p.plan.Coin, p.plan.Fee)
	if err := w.needCoin(ctx, need); err != nil {
		return nil, err
	}
	if w.cfg.Confirm != nil {
		if err := w.cfg.Confirm(ctx, p.plan); err != nil {
			return nil, err
		}
	}
	done := &Done{Plan: p.plan}
	for i, step := range p.plan.Steps {
		if w.cfg.Sent != nil {
			step.call.Sent = func(hash common.Hash) { w.cfg.Sent(step, hash) }
		}
		r, err := w.cfg.Sender.Send(ctx, step.call)
		if err != nil {
			err = fmt.Errorf("%s: %w", step.What, w.explain(err))
			if i > 0 {
				err = fmt.Errorf("%w (%d of %d transactions were made before)", err, i, len(p.plan.Steps))
			}
			return done, err
		}
		receipt := Receipt{Hash: r.TxHash, GasUsed: r.GasUsed, Fee: new(big.Int), logs: r.Logs}
		if r.BlockNumber != nil {
			receipt.Block = r.BlockNumber.Uint64()
		}
		if r.EffectiveGasPrice != nil {
			receipt.Fee.Mul(r.EffectiveGasPrice, new(big.Int).SetUint64(r.GasUsed))
		}
		done.Receipts = append(done.Receipts, receipt)
		if w.cfg.Progress != nil {
			w.cfg.Progress(step, receipt)
		}
	}
	return done, nil
}

// single runs an operation of one transaction.
func (w *Wallet) single(ctx context.Context, what string, call tx.Call) (*Done, error) {
	p := w.newPlan("%s", what)
	if err := p.add(ctx, call, 0); err != nil {
		return nil, err
	}
	return p.run(ctx)
}

// begin makes sure that the wallet can make transactions and that the contracts are
// there that they go to.
func (w *Wallet) begin(ctx context.Context, to ...contract) error {
	if w.cfg.Sender == nil {
		return ErrNoKey
	}
	for _, c := range to {
		if err := w.checkContract(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

func (w *Wallet) needCoin(ctx context.Context, need *big.Int) error {
	have, err := w.cfg.Backend.BalanceAt(ctx, w.cfg.Account, nil)
	if err != nil {
		return fmt.Errorf("read balance: %w", err)
	}
	if have.Cmp(need) < 0 {
		return &FundsError{"coin", need, have}
	}
	return nil
}

func (w *Wallet) needLSAN(ctx context.Context, need *big.Int) error {
	have, err := w.LSANOf(ctx, w.cfg.Account)
	if err != nil {
		return err
	}
	if have.Cmp(need) < 0 {
		return &FundsError{"LSAN", need, have}
	}
	return nil
}

// positive refuses amounts that are no payment.
func positive(amount *big.Int) error {
	if amount == nil || amount.Sign() <= 0 {
		return fmt.Errorf("%w: %v base units, want at least 1", ErrTooLittle, amount)
	}
	if amount.BitLen() > 256 {
		return errors.New("the amount is more than a contract can hold")
	}
	return nil
}
