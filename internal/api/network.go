package api

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/message"
)

// Network is what a node in a network asks of the chain before it answers. It may be
// used by many goroutines at once.
type Network interface {
	// MayQuery returns ErrNoStake for a consumer without a stake for queries.
	MayQuery(ctx context.Context, consumer message.UserID) error
	// IsStorageNodeOf tells whether a stream's owner has made this node a Streamr
	// storage node of it, whose resends are for everybody.
	IsStorageNodeOf(ctx context.Context, id message.StreamID) (bool, error)
	// Chain says how the node stands to the chain.
	Chain() ChainStatus
}

// ErrNoStake: a consumer has no stake for queries.
var ErrNoStake = errors.New("no stake for queries")

// ChainStatus is how a node stands to the chain, as /node and /readyz show it.
type ChainStatus struct {
	Network string `json:"network"`
	ChainID uint64 `json:"chainId"`
	// Block is the newest block that the node knows, Head the newest that there is
	// known to be.
	Block uint64 `json:"block"`
	Head  uint64 `json:"head"`
	// AgreedAt is when the node last agreed with the chain; nil if never.
	AgreedAt *time.Time `json:"agreedAt"`
	// Problem is why the node cannot follow the chain now, "" if it does.
	Problem string `json:"problem,omitempty"`
}

// The original's texts, which its clients show to people.
const (
	unpaidText       = "Not enough balance staked for query"
	unpaidNestedText = "Not enough balance" // of the generation before
)

// mayQuery tells whether the caller may read a stream's messages: by what it sent and,
// in a network, by its stake. The node's own address and API keys, which the operator
// gave out, need none.
func (s *Server) mayQuery(r *http.Request, gen format.Generation, id message.StreamID) error {
	c := callerOf(r)
	if c.key != nil {
		return c.mayRead(id)
	}
	if s.network == nil || c.address != "" && c.address == s.signer.UserID() {
		return nil
	}
	if gen == format.Resend && c.anonymous() {
		ok, err := s.network.IsStorageNodeOf(r.Context(), id)
		if err != nil || ok {
			return err
		}
		return problemf(codeUnauthorized, "%s is not assigned to this node as a Streamr storage node, so a query needs an Authorization header of somebody with a stake for queries", id)
	}
	err := s.network.MayQuery(r.Context(), c.address)
	if !errors.Is(err, ErrNoStake) {
		return err
	}
	p := problemf(codePaymentRequired, "%v has no stake for queries on this network; add one with: logstore query stake AMOUNT", c.address)
	p.legacy = unpaidText
	if gen == format.G2 {
		p.legacy = unpaidNestedText
	}
	return p.with("consumer", c.address.String())
}
