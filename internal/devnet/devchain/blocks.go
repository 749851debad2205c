package devchain

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/miner"
)

// finalDepth is how many blocks are on top of one that counts as final: two epochs,
// as on Ethereum's main network, and as anvil does.
const finalDepth = 64

// offsetKey is where the clock's offset is in the node's database, beside
// go-ethereum's keys, which have one-letter prefixes or other names.
var offsetKey = []byte("logstore-devchain-clock-offset")

// producer makes the blocks. It takes the place of a consensus client.
//
// go-ethereum has one for development, catalyst.SimulatedBeacon, but that sets no
// time for a block with transactions, makes empty blocks when an event comes late,
// and does not wait for the disk.
type producer struct {
	eth     *eth.Ethereum
	durable bool // the database is on disk
	log     *slog.Logger

	mu           sync.Mutex // held while a block is made or removed; guards the rest
	clock        clock
	snapshots    []snapshot
	lastSnapshot uint64
}

// run makes blocks as transactions arrive, and empty ones when there was none for
// the time idle, if that is not zero, until ctx ends.
func (p *producer) run(ctx context.Context, idle time.Duration) {
	arrived := make(chan core.NewTxsEvent)
	events := p.eth.TxPool().SubscribeTransactions(arrived, true)
	defer events.Unsubscribe()

	// The pool waits for everybody who listens to it, and a block waits for the
	// pool: whoever listens must not make blocks.
	wanted := make(chan struct{}, 1)
	var making sync.WaitGroup
	defer making.Wait()
	making.Go(func() {
		for range wanted {
			if err := p.include(ctx); err != nil && ctx.Err() == nil {
				p.log.Warn("transactions wait, no block can be made", "error", err)
			}
		}
	})
	defer close(wanted)
	want := func() {
		select {
		case wanted <- struct{}{}:
		default: // asked for already
		}
	}
	want() // for those that arrived before the subscription

	var tick <-chan time.Time
	if idle > 0 {
		ticker := time.NewTicker(idle)
		defer ticker.Stop()
		tick = ticker.C
	}
	last := p.eth.BlockChain().CurrentBlock().Number.Uint64()
	for {
		select {
		case <-ctx.Done():
			return
		case <-events.Err():
			return
		case <-arrived:
			want()
		case <-tick:
			head := p.eth.BlockChain().CurrentBlock().Number.Uint64()
			if head == last {
				if _, err := p.mine(ctx); err != nil && ctx.Err() == nil {
					p.log.Warn("no idle block can be made", "error", err)
				}
				head = p.eth.BlockChain().CurrentBlock().Number.Uint64()
			}
			last = head
		}
	}
}

// include makes blocks until no transaction is left that can be in one.
func (p *producer) include(ctx context.Context) error {
	for ctx.Err() == nil {
		if waiting, _ := p.eth.TxPool().Stats(); waiting == 0 {
			return nil
		}
		p.mu.Lock()
		block, err := p.build()
		if err == nil && len(block.Transactions()) > 0 {
			err = p.append(ctx, block)
		}
		p.mu.Unlock()
		if err != nil {
			return err
		}
		if len(block.Transactions()) == 0 {
			return nil // those that wait offer less than the base fee
		}
	}
	return ctx.Err()
}

// mine makes a block, of whatever waits or empty.
func (p *producer) mine(ctx context.Context) (*types.Block, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	block, err := p.build()
	if err != nil {
		return nil, err
	}
	return block, p.append(ctx, block)
}

// build assembles the next block, without adding it to the chain.
func (p *producer) build() (*types.Block, error) {
	// The pool notices new blocks in the background; what it offers must be fresh.
	if err := p.eth.TxPool().Sync(); err != nil {
		return nil, fmt.Errorf("refresh the transaction pool: %w", err)
	}
	parent := p.eth.BlockChain().CurrentBlock()
	args := &miner.BuildPayloadArgs{
		Parent:      parent.Hash(),
		Timestamp:   p.clock.at(parent.Time),
		Withdrawals: types.Withdrawals{},
		BeaconRoot:  new(common.Hash),
	}
	_, _ = rand.Read(args.Random[:])
	// BuildPayload would improve the block in the background for seconds; this call
	// is the same in one go.
	block, _, err := p.eth.Miner().BuildTestingPayload(args, nil, false, nil)
	if err != nil {
		return nil, fmt.Errorf("build block %d: %w", parent.Number.Uint64()+1, err)
	}
	return block, nil
}

// append makes the block the latest one. The block and its state reach the disk
// before it can be seen; what makes it the latest may be lost in a crash, and
// recover does it again.
func (p *producer) append(ctx context.Context, block *types.Block) error {
	chain := p.eth.BlockChain()
	if _, err := chain.InsertBlockWithoutSetHead(ctx, block, false); err != nil {
		return fmt.Errorf("execute block %d: %w", block.NumberU64(), err)
	}
	offset := p.clock.offset
	p.clock.made(block.Time())
	if p.clock.offset != offset {
		if err := p.saveOffset(); err != nil {
			return err
		}
	}
	if err := p.sync(); err != nil {
		return err
	}
	if _, err := chain.SetCanonical(block); err != nil {
		return fmt.Errorf("make block %d the latest: %w", block.NumberU64(), err)
	}
	p.mark()
	return p.sync()
}

// mark says which blocks are safe and final.
func (p *producer) mark() {
	chain := p.eth.BlockChain()
	head := chain.CurrentBlock()
	final := uint64(0)
	if n := head.Number.Uint64(); n > finalDepth {
		final = n - finalDepth
	}
	chain.SetSafe(head)
	chain.SetFinalized(chain.GetHeaderByNumber(final))
}

// recover makes blocks the latest that were complete on disk when the process ended
// before they became so, and takes up the clock.
func (p *producer) recover(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.loadOffset(); err != nil {
		return err
	}
	chain, db := p.eth.BlockChain(), p.eth.ChainDb()
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		head := chain.CurrentBlock()
		var next *types.Block
		for _, hash := range rawdb.ReadAllHashes(db, head.Number.Uint64()+1) {
			block := chain.GetBlock(hash, head.Number.Uint64()+1)
			if block != nil && block.ParentHash() == head.Hash() && chain.HasState(block.Root()) {
				next = block
			}
		}
		if next == nil {
			return nil
		}
		if _, err := chain.SetCanonical(next); err != nil {
			return fmt.Errorf("recover block %d: %w", next.NumberU64(), err)
		}
		p.log.Debug("recovered a block that a crash had left aside", "number", next.NumberU64())
	}
}

func (p *producer) sync() error {
	if !p.durable {
		return nil
	}
	if err := p.eth.ChainDb().SyncKeyValue(); err != nil {
		return fmt.Errorf("write the chain to disk: %w", err)
	}
	return nil
}

func (p *producer) saveOffset() error {
	raw := binary.BigEndian.AppendUint64(nil, uint64(p.clock.offset))
	if err := p.eth.ChainDb().Put(offsetKey, raw); err != nil {
		return fmt.Errorf("keep the chain's time: %w", err)
	}
	return p.sync()
}

func (p *producer) loadOffset() error {
	db := p.eth.ChainDb()
	if has, err := db.Has(offsetKey); err != nil || !has {
		return err
	}
	raw, err := db.Get(offsetKey)
	if err != nil {
		return fmt.Errorf("read the chain's time: %w", err)
	}
	if len(raw) != 8 {
		return fmt.Errorf("read the chain's time: %d bytes, expected 8", len(raw))
	}
	p.clock.offset = int64(binary.BigEndian.Uint64(raw))
	return nil
}
