package pebble

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// request is one piece of work for the committer: entries to append, or a change.
// Whoever sends it waits for done, unless it could still withdraw the request.
type request struct {
	entries  []store.Entry
	outcomes []store.Outcome
	bytes    int // of the wire forms

	// change puts something other than messages into a commit of its own. It runs
	// on the committer.
	change func(*committer, *commit) error

	state  atomic.Int32  // one of the below
	copied chan struct{} // closed when the committer needs the entries no more
	done   chan struct{} // closed in the end
	err    error         // valid once done is closed
}

func newRequest(entries []store.Entry, bytes int) *request {
	return &request{
		entries: entries, outcomes: make([]store.Outcome, len(entries)), bytes: bytes,
		copied: make(chan struct{}), done: make(chan struct{}),
	}
}

// newChange makes a request for something other than messages.
func newChange(change func(*committer, *commit) error) *request {
	return &request{change: change, copied: make(chan struct{}), done: make(chan struct{})}
}

// States of a request. Only a waiting one can be withdrawn, so that the committer
// never looks at memory that Append's caller has back.
const (
	waiting int32 = iota
	taken
	withdrawn
)

func (r *request) finish(err error) {
	r.err = err
	close(r.done)
}

// Append implements [store.Store]. When the queue is full it waits until ctx ends.
// When ctx ends before the committer took the batch, nothing of it is stored; when
// it ends later, while the disk takes its time, the batch may come to be stored.
// Either way the memory of the batch is the caller's again.
func (s *Store) Append(ctx context.Context, batch []store.Entry) ([]store.Outcome, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	bytes, err := s.checkBatch(batch)
	if err != nil {
		return nil, err
	}
	if err := s.checkRoom(bytes); err != nil {
		s.metrics.refused.Inc()
		return nil, err
	}
	r := newRequest(batch, bytes)
	if err := s.submit(ctx, r); err != nil {
		return nil, err
	}
	return r.outcomes, nil
}

func (s *Store) checkBatch(batch []store.Entry) (bytes int, err error) {
	for i := range batch {
		e := &batch[i]
		switch {
		case e.Part.Stream == "" || len(e.Part.Stream) > message.MaxStreamIDLen:
			return 0, fmt.Errorf("append entry %d: %w: stream id has %d bytes, want 1 to %d",
				i, store.ErrInvalid, len(e.Part.Stream), message.MaxStreamIDLen)
		case e.Part.Partition < 0 || e.Part.Partition >= message.MaxPartitions:
			return 0, fmt.Errorf("append entry %d: %w: partition %d, want 0 to %d",
				i, store.ErrInvalid, e.Part.Partition, message.MaxPartitions-1)
		case len(e.Wire) == 0:
			return 0, fmt.Errorf("append entry %d: %w: wire form is empty", i, store.ErrInvalid)
		case e.Key.Ref().Timestamp < 0 || e.Key.Ref().Sequence < 0:
			return 0, fmt.Errorf("append entry %d: %w: ref %v is negative", i, store.ErrInvalid, e.Key.Ref())
		}
		bytes += len(e.Wire)
	}
	if bytes > s.opts.MaxBatchBytes {
		return 0, fmt.Errorf("append: %w: batch has %d bytes, at most %d allowed; split it",
			store.ErrInvalid, bytes, s.opts.MaxBatchBytes)
	}
	return bytes, nil
}

// checkRoom fails if the disk has too little room or takes no writes.
func (s *Store) checkRoom(bytes int) error {
	if err := s.disk.check(bytes); err != nil {
		return err
	}
	return s.wrap(s.events.background.refusal(), "append")
}

// submit queues a request and waits until it is done or was withdrawn.
func (s *Store) submit(ctx context.Context, r *request) error {
	select {
	case <-s.quit: // for certain, even if there is room in the queue
		return store.ErrClosed
	default:
	}
	select {
	case s.queue <- r:
	case <-ctx.Done():
		return ctx.Err()
	case <-s.quit:
		return store.ErrClosed
	}
	select {
	case <-r.done:
		return r.err
	case <-ctx.Done():
		if r.state.CompareAndSwap(waiting, withdrawn) {
			return ctx.Err()
		}
		select {
		case <-r.done:
			return r.err
		case <-r.copied:
			return ctx.Err() // it may come to be stored
		}
	case <-s.stopped:
		if r.state.CompareAndSwap(waiting, withdrawn) {
			return store.ErrClosed // it came into the queue when the committer had gone
		}
	}
	<-r.done
	return r.err
}

// PutMeta stores a value under a caller's key, durably; nil removes it.
func (s *Store) PutMeta(ctx context.Context, key string, value []byte) error {
	if key == "" {
		return fmt.Errorf("put meta: %w: key is empty", store.ErrInvalid)
	}
	if err := s.checkRoom(len(value)); err != nil {
		return err
	}
	k := appendMetaKey(nil, key)
	return s.submit(ctx, newChange(func(_ *committer, c *commit) error {
		if value == nil {
			c.delete(k)
		} else {
			c.set(k, value)
		}
		return nil
	}))
}
