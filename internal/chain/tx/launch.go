package tx

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

const (
	mostTries = 16 // other nonces or fees for one transaction
	// trusted is how long this program's own nonce counts more than the endpoints',
	// which may be behind; later it is a reset of the chain that they tell of.
	trusted = 10 * time.Minute
)

// flight is a transaction under way.
type flight struct {
	plan     plan // with the fees of the newest version
	nonce    uint64
	versions []*types.Transaction // sent, the newest last
	since    time.Time            // of the last sending
	receipt  *types.Receipt       // seen last, nil: none, or thrown out again
	ownAt    time.Time            // when the nonce was last seen unused, or used by a version
}

func (f *flight) newest() *types.Transaction { return f.versions[len(f.versions)-1] }

// launch hands a new transaction in. Only one at a time does: a nonce must not be used
// before all lower ones are taken.
func (s *Sender) launch(ctx context.Context, p plan) (*flight, error) {
	select {
	case <-s.turn:
		defer func() { s.turn <- struct{}{} }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if err := ctx.Err(); err != nil {
		return nil, err // nothing is sent yet: there is nothing to look up
	}
	nonce, err := s.firstNonce(ctx)
	if err != nil {
		return nil, err
	}
	for range mostTries {
		signed, err := s.sign(p, nonce)
		if err != nil {
			return nil, err
		}
		err = s.put(ctx, signed)
		var unknown *PendingError
		switch {
		case errors.As(err, &unknown) || s.errs.find(err) != nil:
			return nil, s.errs.Explain(err)
		case err == nil:
			s.mu.Lock()
			s.next, s.used = nonce+1, time.Now()
			s.open[nonce] = signed
			s.mu.Unlock()
			now := time.Now()
			f := &flight{plan: p, nonce: nonce, versions: []*types.Transaction{signed}, since: now, ownAt: now}
			s.told(f)
			return f, nil
		case refused(err, textTaken):
			// Another program used the key. The endpoint may not have noticed either.
			pending, err := s.backend.PendingNonceAt(ctx, s.from)
			if err != nil {
				return nil, fmt.Errorf("ask for the next nonce: %w", err)
			}
			nonce = max(pending, nonce+1)
		case refused(err, textCheap):
			market, _, err := s.market(ctx)
			if err != nil {
				return nil, err
			}
			raised, ok := p.fees.raised(market, s.cfg.MaxFeeWei)
			if !ok {
				return nil, fmt.Errorf("%w: %v wei per gas are not enough, the limit is %v: wait or raise it", ErrFeeTooHigh, p.fees.max, s.cfg.MaxFeeWei)
			}
			p.fees = raised
		case refused(err, textFunds):
			return nil, &InsufficientFundsError{Account: s.from, Need: p.cost().Total, Have: p.have}
		default:
			return nil, fmt.Errorf("send the transaction: %w", err)
		}
	}
	return nil, fmt.Errorf("no nonce or fee was accepted in %d tries: does another program send with the key of %s?", mostTries, s.from)
}

// firstNonce returns the nonce for the next transaction, and sees to it that those
// before it which nobody waits for any more are with the endpoints.
func (s *Sender) firstNonce(ctx context.Context) (uint64, error) {
	pending, err := s.backend.PendingNonceAt(ctx, s.from)
	if err != nil {
		return 0, fmt.Errorf("ask for the next nonce: %w", err)
	}
	s.mu.Lock()
	if len(s.open) == 0 && time.Since(s.used) > trusted {
		s.next = 0
	}
	next, waiting := s.next, len(s.open)
	s.mu.Unlock()
	if waiting > 0 {
		s.forget(ctx)
	}
	if pending < next {
		s.resend(ctx, pending, next)
	}
	return max(pending, next), nil
}

// forget drops what nobody waits for any more and was mined after all.
func (s *Sender) forget(ctx context.Context) {
	mined, err := s.backend.NonceAt(ctx, s.from, nil)
	if err != nil {
		return // next time
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for nonce := range s.open {
		if nonce < mined {
			delete(s.open, nonce)
		}
	}
}

// resend sends own transactions with nonces in [from, to) again: endpoints forget.
func (s *Sender) resend(ctx context.Context, from, to uint64) {
	for nonce := from; nonce < to; nonce++ {
		s.mu.Lock()
		open := s.open[nonce]
		s.mu.Unlock()
		if open == nil {
			continue
		}
		if err := s.backend.SendTransaction(ctx, open); err != nil && !refused(err, textTaken) {
			s.cfg.Logger.Debug("transaction not sent again", "hash", open.Hash(), "nonce", nonce, "error", err)
		}
	}
}

// put sends a transaction. A connection that fails says nothing about what became of
// it, so it is tried again for a while; only the chain's answer counts.
func (s *Sender) put(ctx context.Context, signed *types.Transaction) error {
	began := time.Now()
	for first := true; ; first = false {
		err := s.backend.SendTransaction(ctx, signed)
		switch {
		case err == nil:
			return nil
		case fromChain(err):
			if first || !refused(err, textTaken) {
				return err
			}
			// After a lost answer it may be this transaction that took the nonce. To try
			// another nonce could do things twice.
			if refused(err, textKnown) || s.mined(ctx, signed) {
				return nil
			}
			return &PendingError{Hash: signed.Hash(), Nonce: signed.Nonce(), Err: err}
		case ctx.Err() != nil || time.Since(began) >= s.cfg.BumpAfter:
			return &PendingError{Hash: signed.Hash(), Nonce: signed.Nonce(), Err: err}
		}
		if first {
			s.cfg.Logger.Warn("transaction not sent yet", "hash", signed.Hash(), "error", err)
		}
		select {
		case <-time.After(s.cfg.PollInterval):
		case <-ctx.Done():
			return &PendingError{Hash: signed.Hash(), Nonce: signed.Nonce(), Err: errors.Join(ctx.Err(), err)}
		}
	}
}

// mined tells whether there is a receipt.
func (s *Sender) mined(ctx context.Context, signed *types.Transaction) bool {
	_, err := s.backend.TransactionReceipt(ctx, signed.Hash())
	return err == nil
}

// told tells the caller of a new version.
func (s *Sender) told(f *flight) {
	s.cfg.Logger.Debug("transaction sent", "what", f.plan.call.What, "hash", f.newest().Hash(), "nonce", f.nonce, "max_fee_wei", f.plan.fees.max)
	if f.plan.call.Sent != nil {
		f.plan.call.Sent(f.newest().Hash())
	}
}
