package devchain

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
)

// maxSnapshots bounds what is remembered; the oldest go first.
const maxSnapshots = 1000

// revertStep is how many blocks go-ethereum removes at once without complaint.
const revertStep = 32

var (
	errNoSnapshot = errors.New("no such snapshot")
	errFinal      = errors.New("the snapshot is older than the latest final block, and a chain on disk cannot go back behind that")
)

// snapshot is a place that the chain can go back to.
type snapshot struct {
	id     uint64
	header *types.Header
	offset int64
	exact  uint64
}

// snapshot remembers where the chain is, under an id that is never given twice.
func (p *producer) snapshot() uint64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lastSnapshot++
	if len(p.snapshots) == maxSnapshots {
		p.snapshots = p.snapshots[1:]
	}
	p.snapshots = append(p.snapshots, snapshot{p.lastSnapshot, p.eth.BlockChain().CurrentBlock(), p.clock.offset, p.clock.exact})
	return p.lastSnapshot
}

// revert takes the chain back, as a reorganisation of a real chain that loses
// blocks: subscribers see their logs as removed. Transactions that wait, and those
// of the blocks that go, are forgotten.
func (p *producer) revert(ctx context.Context, id uint64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	index := -1
	for i, s := range p.snapshots {
		if s.id == id {
			index = i
		}
	}
	if index < 0 {
		return errNoSnapshot
	}
	to := p.snapshots[index]
	chain := p.eth.BlockChain()
	if final := chain.CurrentFinalBlock(); p.durable && final != nil && to.header.Number.Cmp(final.Number) < 0 {
		return errFinal // its blocks move to files that only grow
	}
	p.snapshots = p.snapshots[:index]
	removed, err := p.rewind(ctx, to.header.Number.Uint64())
	if err != nil {
		return err
	}
	// go-ethereum gives the removed blocks' transactions back to the pool.
	if err := p.eth.TxPool().Sync(); err != nil {
		return fmt.Errorf("refresh the transaction pool: %w", err)
	}
	p.eth.TxPool().Clear()
	p.clock.offset, p.clock.exact = to.offset, to.exact
	if p.durable {
		// Else recover would take them up again at the next start.
		for _, header := range removed {
			rawdb.DeleteBlock(p.eth.ChainDb(), header.Hash(), header.Number.Uint64())
		}
	}
	return p.saveOffset()
}

// rewind makes an older block the latest one and returns the headers of those that
// were on top of it.
func (p *producer) rewind(ctx context.Context, to uint64) (removed []*types.Header, err error) {
	chain := p.eth.BlockChain()
	for {
		head := chain.CurrentBlock().Number.Uint64()
		if head == to {
			return removed, nil
		}
		next := to
		if head > to+revertStep {
			next = head - revertStep
		}
		if err := ctx.Err(); err != nil {
			return removed, err
		}
		for n := head; n > next; n-- {
			removed = append(removed, chain.GetHeaderByNumber(n))
		}
		if _, err := chain.SetCanonical(chain.GetBlockByNumber(next)); err != nil {
			return removed, fmt.Errorf("go back to block %d: %w", next, err)
		}
		p.mark()
	}
}
