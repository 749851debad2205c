package tx

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
)

// wait returns the receipt of a flight when it is deep enough in the chain.
func (s *Sender) wait(ctx context.Context, f *flight) (*types.Receipt, error) {
	for {
		done, err := s.look(ctx, f)
		if done {
			s.mu.Lock()
			delete(s.open, f.nonce)
			s.mu.Unlock()
			if err != nil {
				return nil, err
			}
			return f.receipt, s.judge(ctx, f)
		}
		if err != nil && ctx.Err() == nil {
			s.cfg.Logger.Debug("receipt not known yet", "hash", f.newest().Hash(), "error", err)
		}
		select {
		case <-time.After(s.cfg.PollInterval):
		case <-ctx.Done():
			return nil, &PendingError{Hash: f.newest().Hash(), Nonce: f.nonce, Sent: true, Err: ctx.Err()}
		}
	}
}

// look does what is to be done for a flight at this moment. Errors are those of a
// moment unless it is done.
func (s *Sender) look(ctx context.Context, f *flight) (done bool, err error) {
	nonce, err := s.backend.NonceAt(ctx, s.from, nil)
	if err != nil {
		return false, err
	}
	var receipt *types.Receipt
	if nonce > f.nonce || f.receipt != nil {
		if receipt, err = s.receiptOf(ctx, f); err != nil {
			return false, err
		}
	}
	now := time.Now()
	before := f.receipt
	f.receipt = receipt
	if receipt != nil || nonce <= f.nonce {
		f.ownAt = now
	}
	switch {
	case receipt != nil:
		return s.isDeep(ctx, receipt)
	case before != nil:
		s.cfg.Logger.Warn("transaction was thrown out by a reorganisation of the chain, sending it again",
			"what", f.plan.call.What, "hash", before.TxHash, "block", before.BlockNumber)
		f.since = now
		s.resend(ctx, nonce, f.nonce)
		return false, ignoreTaken(s.backend.SendTransaction(ctx, f.newest()))
	case nonce > f.nonce:
		// Endpoints may differ about receipts for a while.
		if now.Sub(f.ownAt) >= s.cfg.BumpAfter {
			return true, &ReplacedError{Account: s.from, Hash: f.newest().Hash(), Nonce: f.nonce}
		}
	case now.Sub(f.since) >= s.cfg.BumpAfter:
		f.since = now
		s.resend(ctx, nonce, f.nonce)
		return false, s.bump(ctx, f)
	}
	return false, nil
}

// receiptOf returns the receipt of whichever version was mined, nil if none was.
func (s *Sender) receiptOf(ctx context.Context, f *flight) (*types.Receipt, error) {
	for _, version := range slices.Backward(f.versions) {
		receipt, err := s.backend.TransactionReceipt(ctx, version.Hash())
		switch {
		case err == nil && receipt.BlockNumber != nil:
			return receipt, nil
		case err != nil && !errors.Is(err, ethereum.NotFound):
			return nil, err
		}
	}
	return nil, nil
}

func (s *Sender) isDeep(ctx context.Context, receipt *types.Receipt) (bool, error) {
	if s.cfg.Confirmations == 0 {
		return true, nil
	}
	head, err := s.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return false, err
	}
	want := new(big.Int).Add(receipt.BlockNumber, new(big.Int).SetUint64(s.cfg.Confirmations))
	return head.Number.Cmp(want) >= 0, nil
}

// bump sends a version with higher fees, or the newest again where that is impossible.
func (s *Sender) bump(ctx context.Context, f *flight) error {
	market, _, err := s.market(ctx)
	if err != nil && !errors.Is(err, ErrFeeTooHigh) {
		return err
	}
	raised, ok := f.plan.fees, false
	if err == nil {
		raised, ok = f.plan.fees.raised(market, s.cfg.MaxFeeWei)
	}
	if !ok {
		s.cfg.Logger.Warn("transaction waits and its fee is at the limit",
			"what", f.plan.call.What, "hash", f.newest().Hash(), "max_fee_wei", f.plan.fees.max)
		return ignoreTaken(s.backend.SendTransaction(ctx, f.newest()))
	}
	f.plan.fees = raised // a refused version was too cheap: the next is higher still
	version, err := s.sign(f.plan, f.nonce)
	if err != nil {
		return err
	}
	// From here on it may be mined, whatever the endpoint answers.
	err = s.backend.SendTransaction(ctx, version)
	if fromChain(err) && !refused(err, textKnown) {
		s.cfg.Logger.Info("replacement of a transaction that waits was refused", "hash", version.Hash(), "error", err)
		return ignoreTaken(s.backend.SendTransaction(ctx, f.newest()))
	}
	f.versions = append(f.versions, version)
	s.mu.Lock()
	s.open[f.nonce] = version
	s.mu.Unlock()
	s.cfg.Logger.Info("transaction waits, fee raised", "what", f.plan.call.What, "hash", version.Hash(), "max_fee_wei", raised.max)
	s.told(f)
	return err
}

func ignoreTaken(err error) error {
	if refused(err, textTaken) {
		return nil
	}
	return err
}

// judge tells why a mined transaction failed, if it did, by making the call again.
func (s *Sender) judge(ctx context.Context, f *flight) error {
	if f.receipt.Status == types.ReceiptStatusSuccessful {
		return nil
	}
	failure := &FailedError{Receipt: f.receipt}
	msg := f.plan.call.message(s.from)
	msg.Gas = f.plan.gas
	// Before the block, as far as transactions of the same block do not matter; then
	// after it.
	for _, block := range []*big.Int{new(big.Int).Sub(f.receipt.BlockNumber, big.NewInt(1)), f.receipt.BlockNumber} {
		_, err := s.backend.CallContract(ctx, msg, block)
		if err != nil {
			failure.Reason = s.errs.Explain(err)
		}
		var revert *RevertError
		if errors.As(failure.Reason, &revert) {
			return failure
		}
	}
	switch {
	case f.receipt.GasUsed >= f.plan.gas:
		failure.Reason = fmt.Errorf("out of gas (%d)", f.plan.gas)
	case failure.Reason == nil:
		failure.Reason = errors.New("made again, the call succeeds: the state of the contract has changed")
	}
	return failure
}
