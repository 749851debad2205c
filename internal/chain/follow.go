package chain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

const (
	// tipBlocks at the head are read one by one and by hash, so that they can be taken
	// back; those before are read in ranges. No chain of ours has reorganised so deep.
	tipBlocks = 128
	// keptBlocks is how far back a reorganisation can be followed without building the
	// view anew.
	keptBlocks = 1024
	// roundTimeout bounds one look at the chain, while the view follows its head.
	roundTimeout = time.Minute
	// rangeTimeout bounds the reading of one range of blocks.
	rangeTimeout = time.Minute
)

// minGap is the least time from one look at the chain to the next, however many ask
// for one.
const minGap = 100 * time.Millisecond

// Run follows the chain until ctx ends. What goes wrong with the chain is in Status;
// Run goes on trying and returns an error only when the database fails.
func (v *View) Run(ctx context.Context) error {
	tick := time.NewTicker(v.cfg.Poll)
	defer tick.Stop()
	for {
		gap := time.NewTimer(minGap)
		v.beginRound()
		err := v.catchUp(ctx)
		if ctx.Err() != nil {
			gap.Stop()
			return nil
		}
		var broken *databaseError
		if errors.As(err, &broken) {
			gap.Stop()
			return err
		}
		v.endRound(err)
		select {
		case <-ctx.Done():
		case <-tick.C:
		case <-v.wake:
		}
		select {
		case <-ctx.Done():
			gap.Stop()
			return nil
		case <-gap.C:
		}
	}
}

// databaseError is a failure of the view's own database, which trying again does not
// mend.
type databaseError struct{ cause error }

func (e *databaseError) Error() string { return e.cause.Error() }
func (e *databaseError) Unwrap() error { return e.cause }

func ownFault(err error) error {
	if err == nil {
		return nil
	}
	return &databaseError{err}
}

// Wake makes the view look at the chain soon: a new block was announced.
func (v *View) Wake() {
	select {
	case v.wake <- struct{}{}:
	default:
	}
}

func (v *View) beginRound() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.begun++
}

// endRound notes how a look at the chain went and wakes those who wait for it.
func (v *View) endRound(err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	before := v.status.Err
	v.status.Err = err
	if err == nil {
		v.status.Since, v.status.Synced = v.d.Clock(), true
	}
	v.done++
	close(v.ended)
	v.ended = make(chan struct{})
	switch {
	case err != nil && before == nil:
		v.d.Logger.Warn("the chain cannot be followed; going on with what is known", slog.Any("error", err), slog.Uint64("block", v.status.At.Number))
	case err == nil && before != nil:
		v.d.Logger.Info("following the chain again", slog.Uint64("block", v.status.At.Number))
	}
}

// patience is how long Refresh waits at most.
const patience = 2 * time.Second

// Refresh waits until the view has looked at the chain once more, from now on, ctx
// ends, or a short while has passed. It is for those who are about to say no: what was
// just put on the chain should count. While the chain cannot be reached it returns at
// once.
func (v *View) Refresh(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	v.mu.Lock()
	target := v.begun + 1 // the round under way may have looked already
	for v.done < target && v.status.Err == nil {
		ended := v.ended
		v.mu.Unlock()
		v.Wake()
		select {
		case <-ended:
		case <-ctx.Done():
			return
		}
		v.mu.Lock()
	}
	v.mu.Unlock()
}

// catchUp brings the view to the head of the chain.
func (v *View) catchUp(ctx context.Context) error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if err := v.checkChain(ctx); err != nil {
		return err
	}
	for ctx.Err() == nil {
		more, err := v.step(ctx)
		if err != nil || !more {
			return err
		}
	}
	return ctx.Err()
}

// checkChain makes sure, once, that the chain is the one that the database is of.
func (v *View) checkChain(ctx context.Context) error {
	if v.checked {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, roundTimeout)
	defer cancel()
	id, err := v.d.Source.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("ask for the chain id: %w", err)
	}
	if id.Uint64() != v.cfg.ChainID {
		return fmt.Errorf("the endpoint reports chain %v, want %d: wrong network; see chain.network and chain.rpc", id, v.cfg.ChainID)
	}
	code, err := v.d.Source.CodeAt(ctx, v.cfg.Contracts.StoreManager, nil)
	if err != nil {
		return fmt.Errorf("look for the contracts: %w", err)
	}
	if len(code) == 0 {
		return fmt.Errorf("there is no contract at %v on chain %v: wrong address or network; see chain.network and chain.contracts", v.cfg.Contracts.StoreManager, id)
	}
	first, err := v.header(ctx, v.cfg.StartBlock)
	if err != nil {
		return err
	}
	want := v.identity()
	want.First = first.Hash
	var found identity
	if _, err := get(v.db.p, []byte{prefixIdentity}, &found); err != nil {
		return ownFault(err)
	}
	if found != want {
		if found.First != (common.Hash{}) {
			v.d.Logger.Warn("the chain was begun anew; reading it from the start", slog.Uint64("block", v.cfg.StartBlock))
		}
		if err := v.clear(want); err != nil {
			return ownFault(err)
		}
		v.tell(Change{All: true})
	}
	v.checked = true
	return nil
}

func (v *View) header(ctx context.Context, number uint64) (Block, error) {
	h, err := v.d.Source.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return Block{}, fmt.Errorf("read block %d: %w", number, err)
	}
	return blockOf(h), nil
}

func blockOf(h *types.Header) Block { return Block{h.Number.Uint64(), h.Hash(), h.Time} }

// step takes in the next blocks, or takes back blocks that the chain has dropped. It
// reports whether there may be more to do.
func (v *View) step(ctx context.Context) (more bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, rangeTimeout)
	defer cancel()
	newest, err := v.d.Source.HeaderByNumber(ctx, nil)
	if err != nil {
		return false, fmt.Errorf("ask for the newest block: %w", err)
	}
	head := blockOf(newest)
	at, known, err := v.cursor()
	if err != nil {
		return false, ownFault(err)
	}
	v.setStatus(at, head)
	if head.Number < v.cfg.StartBlock {
		return false, nil
	}
	if known {
		same, err := v.onChain(ctx, at, head)
		if err != nil {
			return false, err
		}
		if !same {
			return true, v.reorganise(ctx, at, head)
		}
		if head.Number <= at.Number {
			return false, nil
		}
	}
	next := v.cfg.StartBlock
	if known {
		next = at.Number + 1
	}
	if next+tipBlocks <= head.Number {
		return true, v.takeRange(ctx, next, min(next+v.maxRange-1, head.Number-tipBlocks))
	}
	return v.takeTip(ctx, at, known, next, head)
}

func (v *View) setStatus(at, head Block) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.status.At, v.status.Head = at, head
}

// onChain reports whether a block of the view is still part of the chain. An endpoint
// whose head is behind it is believed if its head is a block that the view knows.
func (v *View) onChain(ctx context.Context, at, head Block) (bool, error) {
	switch {
	case head.Number == at.Number:
		return head.Hash == at.Hash, nil
	case head.Number > at.Number:
		now, err := v.header(ctx, at.Number)
		return err == nil && now.Hash == at.Hash, err
	}
	var then Block
	known, err := get(v.db.p, numberKey(prefixBlock, head.Number), &then)
	if err != nil {
		return false, ownFault(err)
	}
	return known && then.Hash == head.Hash, nil
}

// takeRange reads old blocks, many at once.
func (v *View) takeRange(ctx context.Context, from, to uint64) error {
	logs, err := v.d.Source.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to), Addresses: v.addresses(),
	})
	if err != nil {
		if v.d.TooLarge(err) && v.maxRange > 1 {
			v.maxRange /= 2
			return nil
		}
		return fmt.Errorf("read events of blocks %d to %d: %w", from, to, err)
	}
	last, err := v.header(ctx, to)
	if err != nil {
		return err
	}
	times := map[uint64]uint64{to: last.Time}
	t := v.db.begin(false)
	defer t.Close()
	for i := range logs {
		l := &logs[i]
		if l.BlockNumber < from || l.BlockNumber > to {
			return fmt.Errorf("read events of blocks %d to %d: the endpoint answers with block %d", from, to, l.BlockNumber)
		}
		if times[l.BlockNumber] == 0 {
			times[l.BlockNumber] = l.BlockTimestamp
		}
		if times[l.BlockNumber] == 0 {
			h, err := v.header(ctx, l.BlockNumber)
			if err != nil {
				return err
			}
			times[l.BlockNumber] = h.Time
		}
		if err := v.fold(t, l, times[l.BlockNumber]); err != nil {
			return err
		}
	}
	return v.finish(t, last)
}

// takeTip reads the newest blocks one by one: each by the hash of the header that
// follows the one before.
func (v *View) takeTip(ctx context.Context, at Block, known bool, next uint64, head Block) (bool, error) {
	for ; next <= head.Number; next++ {
		h, err := v.d.Source.HeaderByNumber(ctx, new(big.Int).SetUint64(next))
		if err != nil {
			return false, fmt.Errorf("read block %d: %w", next, err)
		}
		if known && h.ParentHash != at.Hash {
			return true, nil // the next step looks which blocks were dropped
		}
		t := v.db.begin(true)
		if err := v.takeBlock(ctx, t, h); err != nil {
			return false, errors.Join(err, t.Close())
		}
		at, known = blockOf(h), true
		v.setStatus(at, head)
	}
	return false, nil
}

func (v *View) takeBlock(ctx context.Context, t *txn, h *types.Header) error {
	b := blockOf(h)
	if v.mayConcern(h) {
		logs, err := v.d.Source.FilterLogs(ctx, ethereum.FilterQuery{BlockHash: &b.Hash, Addresses: v.addresses()})
		if err != nil {
			return fmt.Errorf("read events of block %d: %w", b.Number, err)
		}
		for i := range logs {
			if logs[i].BlockHash != b.Hash {
				return fmt.Errorf("read events of block %d: the endpoint answers with another block", b.Number)
			}
			if err := v.fold(t, &logs[i], b.Time); err != nil {
				return err
			}
		}
	}
	if err := v.finish(t, b); err != nil {
		return err
	}
	return t.Close()
}

// mayConcern asks the header's bloom filter for our contracts.
func (v *View) mayConcern(h *types.Header) bool {
	for _, a := range v.addresses() {
		if types.BloomLookup(h.Bloom, a) {
			return true
		}
	}
	return false
}

func (v *View) addresses() []common.Address {
	c := v.cfg.Contracts
	all := []common.Address{c.StreamRegistry, c.StoreManager, c.QueryManager, c.NodeManager}
	for _, a := range []common.Address{c.StreamStorageRegistry, c.NodeRegistry} { // not every chain has them
		if a != (common.Address{}) {
			all = append(all, a)
		}
	}
	return all
}

// fold takes in one event. What cannot be read is counted and left out.
func (v *View) fold(t *txn, l *types.Log, time uint64) error {
	if len(l.Topics) == 0 || l.Removed {
		return nil
	}
	h, ok := v.handlers[event{l.Address, l.Topics[0]}]
	if !ok {
		return nil
	}
	err := h(t, place{time, l.BlockNumber, l.Index}, l)
	var bad *unreadable
	if errors.As(err, &bad) {
		v.metrics.unreadable.Inc()
		v.d.Logger.Debug("an event was left out", slog.Any("error", err), slog.Uint64("block", l.BlockNumber))
		return nil
	}
	if err != nil {
		return ownFault(err)
	}
	v.metrics.events.Inc()
	return nil
}

// finish makes b the newest block of the view, together with all that was folded.
func (v *View) finish(t *txn, b Block) error {
	if err := t.endBlock(b); err != nil {
		return ownFault(err)
	}
	if err := t.commit(); err != nil {
		return ownFault(err)
	}
	v.tell(t.touched)
	return nil
}

// reorganise goes back to the newest block that the view and the chain share.
func (v *View) reorganise(ctx context.Context, at, head Block) error {
	var common *Block
	for n := min(at.Number, head.Number+1); n > v.cfg.StartBlock; n-- {
		var b Block
		known, err := get(v.db.p, numberKey(prefixBlock, n-1), &b)
		if err != nil {
			return ownFault(err)
		}
		if !known {
			break
		}
		now, err := v.header(ctx, b.Number)
		if err != nil {
			return err
		}
		if now.Hash == b.Hash {
			common = &b
			break
		}
	}
	if common == nil {
		v.d.Logger.Error("the chain was reorganised deeper than this view can follow; reading it from the start",
			slog.Uint64("block", at.Number))
		v.checked = false
		if err := v.clear(v.identity()); err != nil {
			return ownFault(err)
		}
		v.tell(Change{All: true})
		return v.checkChain(ctx)
	}
	v.metrics.reorgs.Inc()
	v.d.Logger.Info("the chain was reorganised", slog.Uint64("from", at.Number), slog.Uint64("back_to", common.Number))
	t := v.db.begin(false)
	defer t.Close()
	if err := t.rollback(*common); err != nil {
		return ownFault(err)
	}
	if err := t.commit(); err != nil {
		return ownFault(err)
	}
	v.setStatus(*common, head)
	v.tell(Change{All: true})
	return nil
}
