package rpcpool

import (
	"context"
	"fmt"
	"regexp"

	"github.com/ethereum/go-ethereum/core/types"
)

var textKnown = regexp.MustCompile(`(?i)already ?known|already imported|known transaction|already (exists )?in (the )?(mem|tx ?)?pool`)

// SendTransaction hands a signed transaction to all endpoints that do not rest. It
// returns as soon as one has taken it or had it already; the others get it all the
// same. If none takes it, the chain's reason counts more than that of a connection.
func (p *Pool) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	const method = "eth_sendRawTransaction"
	ctx, leave, err := p.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	// What was begun goes on when the first endpoint has taken it, but not after Close.
	others, stop, err := p.enter(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	awake := p.awake(ctx, 1)
	replies := make(chan reply[struct{}], len(awake))
	for _, e := range awake {
		p.running.Go(func() {
			replies <- ask(others, e, func(ctx context.Context, c *conn) (struct{}, error) {
				err := c.SendTransaction(ctx, tx)
				if err != nil && textKnown.MatchString(err.Error()) {
					err = nil
				}
				return struct{}{}, err
			})
		})
	}
	left := len(awake)
	defer func() {
		p.running.Go(func() {
			defer stop()
			for range left {
				<-replies
			}
		})
	}()
	var refused error
	reasons := map[*endpoint]error{}
	for left > 0 {
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", method, context.Cause(ctx))
		case r := <-replies:
			left--
			switch r.verdict {
			case answered:
				if r.err == nil {
					return nil
				}
				refused = r.err
			case aborted:
				return fmt.Errorf("%s: %w", method, r.err)
			default:
				reasons[r.from] = r.err
			}
		}
	}
	if refused != nil {
		return refused
	}
	return p.refusal(method, ErrUnavailable, reasons)
}
