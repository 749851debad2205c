package devchain

import (
	"context"

	"github.com/ethereum/go-ethereum/core/filtermaps"
	"github.com/ethereum/go-ethereum/eth/filters"
)

// unindexed is a backend without an index of logs. go-ethereum makes its index in the
// background of a node that was started, which ours never is; a search over a range of
// blocks would wait for it for ever. A development chain is short enough to look into
// its blocks.
type unindexed struct{ filters.Backend }

// NewMatcherBackend implements [filters.Backend].
func (b unindexed) NewMatcherBackend() filtermaps.MatcherBackend {
	return noIndex{b.Backend.NewMatcherBackend(), b.Backend}
}

type noIndex struct {
	filtermaps.MatcherBackend
	chain filters.Backend
}

// SyncLogIndex says at once that no block is indexed.
func (n noIndex) SyncLogIndex(context.Context) (filtermaps.SyncRange, error) {
	return filtermaps.SyncRange{IndexedView: n.chain.CurrentView()}, nil
}
