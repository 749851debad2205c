package streams

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// metaPrefix begins the store's keys of schemas; the stream id follows.
const metaPrefix = "streams/schema/"

// Registry answers questions about streams. It may be used by many goroutines at
// once.
type Registry struct {
	cfg    Config
	listed map[message.StreamID]Stream
	store  store.Store
	cache  *Cache[Stream]
}

// New makes a registry. An error names the key of the configuration at fault.
func New(cfg Config, st store.Store) (*Registry, error) {
	cfg.setDefaults()
	switch cfg.Policy {
	case Listed, Owned, Any:
	default:
		return nil, fmt.Errorf("streams.policy %q: want %s, %s or %s", cfg.Policy, Listed, Owned, Any)
	}
	if err := checkPartitions("streams.default_partitions", cfg.DefaultPartitions); err != nil {
		return nil, err
	}
	r := &Registry{cfg: cfg, listed: make(map[message.StreamID]Stream, len(cfg.Streams)), store: st}
	var err error
	r.cache, err = NewCache(func(s Stream) int { return len(s.Schema) })
	if err != nil {
		return nil, err
	}
	for i := range cfg.Streams {
		s, err := cfg.listed(i)
		if err != nil {
			return nil, err
		}
		if _, twice := r.listed[s.ID]; twice {
			return nil, fmt.Errorf("streams.list[%d] (%s): listed twice", i, s.ID)
		}
		r.listed[s.ID] = s
	}
	return r, nil
}

// Stream tells what the node knows about a stream. Errors are [ErrUnknownStream],
// [message.ErrStreamID] if the id is not in its canonical form, [schema.ErrSchema]
// if the stream's stored schema cannot be used, or the store's.
func (r *Registry) Stream(ctx context.Context, id message.StreamID) (Stream, error) {
	return r.cache.Get(id, func() (Stream, error) { return r.look(ctx, id) })
}

func (r *Registry) look(ctx context.Context, id message.StreamID) (Stream, error) {
	s, err := r.known(id)
	if err != nil {
		return Stream{}, err
	}
	raw, err := r.store.GetMeta(ctx, metaPrefix+string(id))
	if err != nil {
		return Stream{}, fmt.Errorf("read schema of %s: %w", id, err)
	}
	if raw != nil {
		s.Schema = raw
		if s.Validator, err = schema.Compile(raw); err != nil {
			return Stream{}, fmt.Errorf("stored schema of %s: %w", id, err)
		}
	}
	return s, nil
}

// known answers from the configuration alone.
func (r *Registry) known(id message.StreamID) (Stream, error) {
	if s, ok := r.listed[id]; ok {
		return s, nil
	}
	parsed, err := message.ParseStreamID(string(id), "")
	switch {
	case err != nil:
		return Stream{}, err
	case parsed != id:
		return Stream{}, fmt.Errorf("%w %q: want the domain in lower case, %q", message.ErrStreamID, id, parsed)
	case id.Owner() == "":
		return Stream{}, fmt.Errorf("%w %s: without a chain the owner of this id is not known; add it to streams.list with its publishers", ErrUnknownStream, id)
	case r.cfg.Policy == Listed:
		return Stream{}, fmt.Errorf("%w %s: this node keeps listed streams only; add it to streams.list, or set streams.policy to %s", ErrUnknownStream, id, Owned)
	}
	return Stream{ID: id, Partitions: r.cfg.DefaultPartitions, AnyPublisher: r.cfg.Policy == Any}, nil
}

// MayPublish returns nil if a publisher's message of a time, in milliseconds since
// 1970, belongs into a stream; the same then holds for all times before until. Errors
// are [ErrNotPermitted] and those of [Registry.Stream].
//
// Configuration knows no time: until has no end.
func (r *Registry) MayPublish(ctx context.Context, id message.StreamID, publisher message.UserID, _ int64) (until int64, err error) {
	s, err := r.Stream(ctx, id)
	if err != nil {
		return 0, err
	}
	if s.MayPublish(publisher) {
		return math.MaxInt64, nil
	}
	if s.Listed {
		return 0, fmt.Errorf("%w: %v may not publish to %s; add it to the publishers of the stream in streams.list", ErrNotPermitted, publisher, id)
	}
	return 0, fmt.Errorf("%w: %v may not publish to %s; only its owner may, or whom streams.list names as publishers of the stream", ErrNotPermitted, publisher, id)
}

// MayManage reports whether a user may change what the node keeps about a stream:
// the address that is the id's domain, and the node's own key.
func (r *Registry) MayManage(id message.StreamID, user message.UserID) bool {
	return user != "" && (user == id.Owner() || user == r.cfg.Owner)
}

// Schema returns the schema of a stream, nil if it has none.
func (r *Registry) Schema(ctx context.Context, id message.StreamID) (json.RawMessage, error) {
	s, err := r.Stream(ctx, id)
	return s.Schema, err
}

// SetSchema sets the schema of a stream durably; it applies to messages that come
// in from then on. nil removes what was set before, so that the configured schema,
// if any, holds again. What is no schema is refused as [schema.ErrSchema] and
// changes nothing.
func (r *Registry) SetSchema(ctx context.Context, id message.StreamID, raw []byte) error {
	if _, err := r.known(id); err != nil {
		return err
	}
	if raw != nil {
		if _, err := schema.Compile(raw); err != nil {
			return err
		}
		raw = slices.Clone(raw)
	}
	return r.cache.Change(id, func() error {
		if err := r.store.PutMeta(ctx, metaPrefix+string(id), raw); err != nil {
			return fmt.Errorf("keep schema of %s: %w", id, err)
		}
		return nil
	})
}
