package deploy

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"
)

// Deploy carries a plan out: it sends the transactions whose contracts are not there,
// one after the other. After an error, make a new plan and call it again. report, if not
// nil, is called after each step, with no receipt for those that were done before.
func Deploy(ctx context.Context, c Chain, s Sender, plan *Plan, report func(Step, *types.Receipt)) error {
	if s.From() != plan.From {
		return fmt.Errorf("the plan is one of %s, the sender is %s: make a plan of its own", plan.From, s.From())
	}
	if err := checkChainID(ctx, c, plan.network); err != nil {
		return err
	}
	for _, step := range plan.Steps {
		done, err := step.isDone(ctx, c)
		if err != nil {
			return err
		}
		var receipt *types.Receipt
		if !done {
			if receipt, err = s.Send(ctx, step.call()); err != nil {
				return fmt.Errorf("%w; what is deployed stays: the same command goes on from there", err)
			}
		}
		step.Done = true
		if report != nil {
			report(step, receipt)
		}
	}
	return nil
}
