package logstore

import (
	"math/big"

	"github.com/logstore/logstore/internal/chain/wallet"
)

// Plan is what an operation is about to send.
type Plan struct {
	// What is the operation, for people.
	What string
	// Steps are the transactions, in order.
	Steps []PlanStep
	// Coin is what is paid besides fees, in wei.
	Coin *big.Int
	// LSAN is what leaves the account, in base units.
	LSAN *big.Int
	// Fee is the most that the fees of all steps can come to, in wei, Expected what they
	// come to at today's price.
	Fee, Expected *big.Int
}

// PlanStep is one transaction of a plan.
type PlanStep struct {
	What string
	// Gas is the most that it uses, Fee the most that this can cost, and Expected what
	// it comes to at today's price, in wei.
	Gas           uint64
	Fee, Expected *big.Int
	// Assumed: the gas is what such transactions take at most, because it can only be
	// estimated when the steps before are done.
	Assumed bool
}

// Transaction is a transaction that the chain has taken in.
type Transaction struct {
	Hash    string // "0x…"
	Block   uint64
	GasUsed uint64
	Fee     *big.Int // what it cost, in wei
}

// Outcome is what became of an operation.
type Outcome struct {
	Transactions []Transaction // the last one did it; those before prepared it
	Fee          *big.Int      // of all of them, in wei
}

func planOf(p *wallet.Plan) *Plan {
	plan := &Plan{What: p.What, Coin: p.Coin, LSAN: p.LSAN, Fee: p.Fee, Expected: p.Expected}
	for _, s := range p.Steps {
		plan.Steps = append(plan.Steps, stepOf(s))
	}
	return plan
}

func stepOf(s wallet.Step) PlanStep {
	return PlanStep{What: s.What, Gas: s.Gas, Fee: s.Fee, Expected: s.Expected, Assumed: s.Assumed}
}

func transactionOf(r wallet.Receipt) Transaction {
	return Transaction{Hash: r.Hash.Hex(), Block: r.Block, GasUsed: r.GasUsed, Fee: r.Fee}
}

// outcomeOf passes an error on; what was done before it is in the outcome.
func outcomeOf(d *wallet.Done, err error) (*Outcome, error) {
	if d == nil {
		return nil, err
	}
	o := &Outcome{Fee: d.Fee()}
	for _, r := range d.Receipts {
		o.Transactions = append(o.Transactions, transactionOf(r))
	}
	return o, err
}
