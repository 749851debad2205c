package ingest

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// item is a message on its way through a batch.
type item struct {
	m      *message.Message
	key    message.Key
	stream int // index in batch.streams
	result *Result
	// wire is the message's encoding, made when it passed all checks. It lies in
	// the arena of a job.
	wire []byte
	err  error // of the node, not of the message
}

// batch takes one slice of messages through all steps. It is reused.
type batch struct {
	in      *Ingester
	results []Result

	items   []item
	streams []streams.Stream
	jobs    []*job
	wait    sync.WaitGroup // for jobs

	// Reused lists of items, and what goes to the store.
	fresh, first, again []*item
	entries             []store.Entry
	appended            []*item
}

// reset lets go of everything that belongs to the caller.
func (b *batch) reset() {
	clear(b.items)
	clear(b.streams)
	for _, list := range [][]*item{b.fresh, b.first, b.again, b.appended} {
		clear(list[:cap(list)])
	}
	clear(b.entries)
	*b = batch{
		items: b.items[:0], streams: b.streams[:0], jobs: b.jobs[:0],
		fresh: b.fresh[:0], first: b.first[:0], again: b.again[:0], appended: b.appended[:0], entries: b.entries[:0],
	}
}

func (b *batch) run(ctx context.Context, ms []*message.Message) error {
	if err := b.place(ctx, ms); err != nil {
		return err
	}
	if err := b.dropStored(ctx); err != nil {
		return err
	}
	// Of messages with the same key only the first is checked. The others are
	// duplicates if it is good; if it is bad, they may still be good themselves
	// (another signature, another hint).
	seen := make(map[message.Key]*item, len(b.fresh))
	for _, it := range b.fresh {
		if _, ok := seen[it.key]; ok {
			b.again = append(b.again, it)
			continue
		}
		seen[it.key] = it
		b.first = append(b.first, it)
	}
	if err := b.checkAndStore(ctx, b.first); err != nil {
		return err
	}
	rest := b.again[:0]
	for _, it := range b.again {
		if seen[it.key].result.Outcome == Rejected {
			rest = append(rest, it)
			continue
		}
		b.duplicate(it)
	}
	return b.checkAndStore(ctx, rest)
}

// place makes items of the messages that pass the checks that need no more than
// the clock and the settings of their streams.
func (b *batch) place(ctx context.Context, ms []*message.Message) error {
	now := b.in.deps.Clock()
	known := make(map[message.StreamID]placed, 1)
	var last message.StreamID
	var at placed
	for i, m := range ms {
		result := &b.results[i]
		if r := b.in.precheck(m, now); r != nil {
			b.reject(result, r)
			continue
		}
		if m.Stream != last {
			var ok bool
			if at, ok = known[m.Stream]; !ok {
				var err error
				if at, err = b.lookup(ctx, m.Stream); err != nil {
					return err
				}
				known[m.Stream] = at
			}
			last = m.Stream
		}
		r := at.rejection
		if r == nil {
			r = b.in.checkPlace(m, &b.streams[at.stream])
		}
		if r != nil {
			b.reject(result, r)
			continue
		}
		result.Key = m.Key()
		b.items = append(b.items, item{m: m, key: result.Key, stream: at.stream, result: result})
	}
	return nil
}

// placed is what is known about a stream within a batch.
type placed struct {
	stream    int
	rejection *Rejection // of all its messages
}

func (b *batch) lookup(ctx context.Context, id message.StreamID) (placed, error) {
	s, err := b.in.deps.Streams.Stream(ctx, id)
	if err != nil {
		r := rejectStream(err)
		if r == nil {
			return placed{}, fmt.Errorf("look up stream %s: %w", id, err)
		}
		return placed{rejection: r}, nil
	}
	b.streams = append(b.streams, s)
	return placed{stream: len(b.streams) - 1}, nil
}

// dropStored asks the store, once for each stream part, which messages it has.
func (b *batch) dropStored(ctx context.Context) error {
	groups := make(map[message.StreamPart][]*item, 1)
	for i := range b.items {
		it := &b.items[i]
		part := it.m.Part()
		groups[part] = append(groups[part], it)
	}
	for part, items := range groups {
		keys := make([]message.Key, len(items))
		for i, it := range items {
			keys[i] = it.key
		}
		has, err := b.in.deps.Store.Has(ctx, part, keys)
		if err != nil {
			return fmt.Errorf("look up %d messages of %s: %w", len(keys), part, err)
		}
		for i, it := range items {
			if has[i] {
				b.duplicate(it)
			} else {
				b.fresh = append(b.fresh, it)
			}
		}
	}
	return nil
}

// checkAndStore has the workers check items, and stores those that are good.
func (b *batch) checkAndStore(ctx context.Context, items []*item) error {
	if len(items) == 0 {
		return nil
	}
	defer b.releaseJobs()
	if err := b.check(ctx, items); err != nil {
		return err
	}
	b.entries, b.appended = b.entries[:0], b.appended[:0]
	for _, it := range items {
		if it.err != nil {
			return fmt.Errorf("check a message of %s: %w", it.m.Stream, it.err)
		}
		if it.wire != nil {
			b.entries = append(b.entries, store.Entry{Part: it.m.Part(), Key: it.key, Wire: it.wire})
			b.appended = append(b.appended, it)
		}
	}
	if len(b.entries) == 0 {
		return nil
	}
	outcomes, err := b.in.deps.Store.Append(ctx, b.entries)
	if err != nil {
		return fmt.Errorf("store %d messages: %w", len(b.entries), err)
	}
	m := b.in.metrics
	var floors map[message.StreamPart]int64
	if slices.Contains(outcomes, store.BelowFloor) {
		if floors, err = b.floors(ctx); err != nil {
			return err
		}
	}
	for i, it := range b.appended {
		switch outcomes[i] {
		case store.Duplicate:
			b.duplicate(it)
			continue
		case store.BelowFloor:
			b.reject(it.result, rejectBelowFloor(it.m, floors[it.m.Part()]))
			continue
		}
		it.result.Outcome = Stored
		m.stored.Inc()
		m.storedBytes.Add(float64(len(it.wire)))
		if outcomes[i] == store.Equivocation {
			it.result.Equivocation = true
			m.equivocations.Inc()
		}
	}
	return nil
}

// floors asks the store from when on it keeps the stream parts of what was given to
// it.
func (b *batch) floors(ctx context.Context) (map[message.StreamPart]int64, error) {
	snap, err := b.in.deps.Store.Snapshot()
	if err != nil {
		return nil, fmt.Errorf("look up the floors of stream parts: %w", err)
	}
	defer snap.Close()
	floors := make(map[message.StreamPart]int64)
	for _, it := range b.appended {
		part := it.m.Part()
		if _, ok := floors[part]; ok {
			continue
		}
		st, err := snap.Stats(ctx, part)
		if err != nil {
			return nil, fmt.Errorf("look up the floor of %s: %w", part, err)
		}
		floors[part] = st.Floor
	}
	return floors, nil
}

func (b *batch) reject(result *Result, r *Rejection) {
	result.Outcome, result.Err = Rejected, r
	b.in.metrics.rejected(r.Code).Inc()
}

func (b *batch) duplicate(it *item) {
	it.result.Outcome = Duplicate
	b.in.metrics.duplicates.Inc()
}
