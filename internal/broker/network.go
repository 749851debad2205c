package broker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/api"
	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/chain/rpcpool/poolmetrics"
	"github.com/logstore/logstore/internal/graph"
	"github.com/logstore/logstore/internal/streams/onchain"
	"github.com/logstore/logstore/message"
)

// network is a broker's place in a network: what it sees of the chain, and what it
// decides by it.
type network struct {
	contracts.Network
	pool        *rpcpool.Pool
	view        *chain.View
	streams     *onchain.Registry
	graph       http.Handler
	storageNode common.Address
}

// openNetwork opens the node's view of the chain. It does not wait for the chain.
func (b *Broker) openNetwork() (_ *network, err error) {
	c := b.cfg.Chain
	nw, err := contracts.Lookup(c.Network)
	if err != nil {
		return nil, fmt.Errorf("chain.network: %w", err)
	}
	if err := nw.Override(c.RPC, c.Contracts); err != nil {
		return nil, err
	}
	if err := nw.Complete(); err != nil {
		return nil, fmt.Errorf("chain.network: %w", err)
	}
	n := &network{Network: nw, storageNode: common.BytesToAddress([]byte(b.o.Key.Address()))}
	if c.StorageNode != "" {
		n.storageNode = common.HexToAddress(c.StorageNode)
	}
	log := b.log.With(slog.String("part", "chain"))
	n.pool, err = rpcpool.New(rpcpool.Config{
		URLs: nw.RPC, ChainID: nw.ChainID, Quorum: c.Quorum, PollInterval: time.Duration(c.Poll),
		Logger: log, Metrics: poolmetrics.New(b.o.Registry),
	})
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, n.close())
		}
	}()
	n.view, err = chain.Open(b.cfg.ChainDir(), chain.Config{
		ChainID: nw.ChainID, Contracts: nw.Contracts, StartBlock: nw.StartBlock, Poll: time.Duration(c.Poll),
	}, chain.Deps{
		Source:   n.pool,
		TooLarge: func(err error) bool { return errors.Is(err, rpcpool.ErrRangeTooLarge) },
		Logger:   log, Registerer: b.o.Registry,
	})
	if err != nil {
		return nil, err
	}
	if n.streams, err = onchain.New(n.view, n.storageNode); err != nil {
		return nil, err
	}
	n.graph, err = graph.New(n.view, graph.Config{Logger: b.log.With(slog.String("part", "graph"))})
	return n, err
}

// run follows the chain until ctx ends.
func (n *network) run(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return n.view.Run(ctx) })
	group.Go(func() error {
		for range n.pool.Heads(ctx) {
			n.view.Wake()
		}
		return nil
	})
	return group.Wait()
}

func (n *network) close() error {
	var err error
	if n.view != nil {
		err = n.view.Close()
	}
	n.pool.Close()
	return err
}

// ready returns why the node cannot decide anything yet, or nil. A node that has read
// the chain once goes on with what it knows.
func (n *network) ready() error {
	st := n.view.Status()
	switch {
	case st.Synced:
		return nil
	case st.Err != nil:
		return fmt.Errorf("it has not read the chain yet: %w", st.Err)
	}
	return fmt.Errorf("it is reading the chain for the first time: block %d of %d", st.At.Number, st.Head.Number)
}

// MayQuery implements [api.Network].
func (n *network) MayQuery(ctx context.Context, consumer message.UserID) error {
	if len(consumer) != common.AddressLength {
		return api.ErrNoStake
	}
	address := common.BytesToAddress([]byte(consumer))
	stake, err := n.view.QueryStake(address)
	if err == nil && stake.Sign() <= 0 {
		n.view.Refresh(ctx)
		stake, err = n.view.QueryStake(address)
	}
	if err == nil && stake.Sign() <= 0 {
		return api.ErrNoStake
	}
	return err
}

// IsStorageNodeOf implements [api.Network].
func (n *network) IsStorageNodeOf(ctx context.Context, id message.StreamID) (bool, error) {
	ok, err := n.view.IsAssigned(id, n.storageNode)
	if err == nil && !ok {
		n.view.Refresh(ctx)
		ok, err = n.view.IsAssigned(id, n.storageNode)
	}
	return ok, err
}

// Chain implements [api.Network].
func (n *network) Chain() api.ChainStatus {
	st := n.view.Status()
	out := api.ChainStatus{Network: n.Name, ChainID: n.ChainID, Block: st.At.Number, Head: st.Head.Number}
	if !st.Since.IsZero() {
		since := st.Since.UTC()
		out.AgreedAt = &since
	}
	if st.Err != nil {
		out.Problem = st.Err.Error()
	}
	return out
}
