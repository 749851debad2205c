// Package onchain is what a node in a network knows about streams: a stream is kept
// while it has a stake or is assigned to the node's storage node address, its
// partitions and schema stand in its metadata, and its publishers are those whom the
// stream registry permits.
//
// It answers from the node's view of the chain. Before it says no it lets the view
// look at the chain once more, so that what was just staked or granted counts.
package onchain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// View is what the chain says. [chain.View] is one.
type View interface {
	Stream(message.StreamID) (chain.Stream, error)
	StoreStake(message.StreamID) (*big.Int, error)
	IsAssigned(message.StreamID, common.Address) (bool, error)
	PublishUntil(message.StreamID, message.UserID) (int64, error)
	Observe(func(chain.Change))
	Refresh(context.Context)
}

// Registry answers questions about streams. It may be used by many goroutines at
// once.
type Registry struct {
	view        View
	storageNode common.Address
	cache       *streams.Cache[*kept]
}

// kept is a stream that the node keeps.
type kept struct {
	streams.Stream

	mu    sync.Mutex // guards until
	until map[message.UserID]int64
}

// maxPublishers bounds the publishers of one stream that are remembered.
const maxPublishers = 1000

// New makes a registry. storageNode is the Streamr storage node address whose
// assigned streams are kept as well.
func New(view View, storageNode common.Address) (*Registry, error) {
	r := &Registry{view: view, storageNode: storageNode}
	var err error
	if r.cache, err = streams.NewCache(func(k *kept) int { return len(k.Schema) }); err != nil {
		return nil, err
	}
	view.Observe(func(c chain.Change) {
		if c.All {
			r.cache.ForgetAll()
		}
		for id := range c.Streams {
			r.cache.Forget(id)
		}
	})
	return r, nil
}

// Stream tells what holds for a stream. Errors are [streams.ErrUnknownStream],
// [message.ErrStreamID], [schema.ErrSchema] if the stream's schema cannot be used, or
// the view's.
func (r *Registry) Stream(ctx context.Context, id message.StreamID) (streams.Stream, error) {
	k, err := r.kept(ctx, id)
	if err != nil {
		return streams.Stream{}, err
	}
	return k.Stream, nil
}

func (r *Registry) kept(ctx context.Context, id message.StreamID) (*kept, error) {
	k, err := r.find(id)
	if !errors.Is(err, streams.ErrUnknownStream) {
		return k, err
	}
	streams.LookAgain(ctx, func() { r.view.Refresh(ctx) })
	return r.find(id)
}

func (r *Registry) find(id message.StreamID) (*kept, error) {
	return r.cache.Get(id, func() (*kept, error) { return r.look(id) })
}

func (r *Registry) look(id message.StreamID) (*kept, error) {
	parsed, err := message.ParseStreamID(string(id), "")
	switch {
	case err != nil:
		return nil, err
	case parsed != id:
		return nil, fmt.Errorf("%w %q: want the domain in lower case, %q", message.ErrStreamID, id, parsed)
	}
	onChain, err := r.view.Stream(id)
	if errors.Is(err, chain.ErrNoStream) {
		return nil, fmt.Errorf("%w %s: the stream registry has none of this name; its owner makes it with: logstore stream create", streams.ErrUnknownStream, id)
	}
	if err != nil {
		return nil, err
	}
	if ok, err := r.isKept(id); err != nil {
		return nil, err
	} else if !ok {
		return nil, fmt.Errorf("%w %s: nobody has a stake for storing it; anybody adds one with: logstore store stake %s AMOUNT", streams.ErrUnknownStream, id, id)
	}
	k := &kept{until: make(map[message.UserID]int64), Stream: streams.Stream{
		ID: id, Partitions: onChain.Partitions, Schema: onChain.Schema,
	}}
	if ref := onChain.SchemaRef; ref != nil {
		return nil, fmt.Errorf("%w: it is kept on %s, from where this node takes none; put it into the stream's metadata with: logstore stream set-schema", schema.ErrSchema, ref.Protocol)
	}
	if k.Schema != nil {
		if k.Validator, err = schema.Compile(k.Schema); err != nil {
			return nil, fmt.Errorf("schema in the metadata of %s: %w", id, err)
		}
	}
	return k, nil
}

func (r *Registry) isKept(id message.StreamID) (bool, error) {
	stake, err := r.view.StoreStake(id)
	if err != nil || stake.Sign() > 0 {
		return err == nil, err
	}
	return r.view.IsAssigned(id, r.storageNode)
}

// MayPublish returns nil if a publisher had permission to publish at a time, in
// milliseconds since 1970, or got it later; the same then holds for all times before
// until. Errors are [streams.ErrNotPermitted] and those of [Registry.Stream].
func (r *Registry) MayPublish(ctx context.Context, id message.StreamID, publisher message.UserID, at int64) (until int64, err error) {
	for again := false; ; again = true {
		k, err := r.kept(ctx, id)
		if err != nil {
			return 0, err
		}
		if until, err = k.publishUntil(r.view, publisher); err != nil || at < until {
			return until, err
		}
		if again {
			break
		}
		streams.LookAgain(ctx, func() { r.view.Refresh(ctx) })
	}
	if until > 0 {
		return 0, fmt.Errorf("%w: the permission of %v to publish to %s has ended before the message's time; the stream's owner renews it with: logstore stream grant %s publish %v",
			streams.ErrNotPermitted, publisher, id, id, publisher)
	}
	return 0, fmt.Errorf("%w: %v may not publish to %s; the stream's owner permits it with: logstore stream grant %s publish %v",
		streams.ErrNotPermitted, publisher, id, id, publisher)
}

// publishUntil asks the view once for each publisher that may publish.
func (k *kept) publishUntil(view View, publisher message.UserID) (int64, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if until, ok := k.until[publisher]; ok {
		return until, nil
	}
	until, err := view.PublishUntil(k.ID, publisher)
	if err != nil || until == 0 {
		return 0, err
	}
	if len(k.until) >= maxPublishers {
		clear(k.until)
	}
	k.until[publisher] = until
	return until, nil
}

// MayManage lets everybody try: SetSchema tells them who changes a schema, and how.
func (r *Registry) MayManage(message.StreamID, message.UserID) bool { return true }

// Schema returns the schema of a stream, nil if it has none.
func (r *Registry) Schema(ctx context.Context, id message.StreamID) (json.RawMessage, error) {
	s, err := r.Stream(ctx, id)
	return s.Schema, err
}

// SetSchema refuses: the schema stands in the stream's metadata.
func (r *Registry) SetSchema(_ context.Context, id message.StreamID, _ []byte) error {
	return fmt.Errorf("%w: the schema of %s stands in its metadata; its owner changes it with: logstore stream set-schema %s FILE", streams.ErrOnChain, id, id)
}
