package pebble

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"sync"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// checkEvery is how many keys are looked at between two looks at the context.
const checkEvery = 4096

// Has implements [store.Store]. A message in quarantine is not there.
func (s *Store) Has(ctx context.Context, part message.StreamPart, keys []message.Key) (has []bool, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, err := s.acquire()
	if err != nil {
		return nil, err
	}
	defer s.release(v)
	if err := s.enter(); err != nil {
		return nil, err
	}
	defer s.leave()

	id, err := s.partIn(v, part)
	if err != nil {
		return nil, err
	}
	has = make([]bool, len(keys))
	if id == 0 {
		return has, nil
	}
	f, err := newFinder(v.snap)
	if err != nil {
		return nil, s.wrap(err, "look for messages of %s", part)
	}
	defer func() {
		if e := f.it.Close(); e != nil {
			has, err = nil, s.wrap(e, "look for messages of %s", part)
		}
	}()
	var buf [messageLen]byte
	for i := range keys {
		if i%checkEvery == checkEvery-1 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		key := appendMessageKey(buf[:0], id, &keys[i])
		found, err := f.find(key)
		if err != nil {
			return nil, s.wrap(err, "look for messages of %s", part)
		}
		has[i] = bytes.Equal(found, key)
		if _, bad := s.quarantine.get(v.commits, id, &keys[i]); bad {
			has[i] = false // it may come again
		}
	}
	return has, nil
}

// snapshot is a [store.Snapshot]: a reference to a view.
type snapshot struct {
	s *Store
	v *view

	mu    sync.Mutex
	ended bool
}

// Snapshot implements [store.Store].
func (s *Store) Snapshot() (store.Snapshot, error) {
	v, err := s.acquire()
	if err != nil {
		return nil, err
	}
	return &snapshot{s: s, v: v}, nil
}

func (sn *snapshot) Seq() store.Seq { return sn.v.seq }

// Close gives the view back. Iterations that have begun keep it until they end;
// closing twice does nothing.
func (sn *snapshot) Close() error {
	sn.mu.Lock()
	defer sn.mu.Unlock()
	if sn.ended {
		return nil
	}
	sn.ended = true
	return sn.s.release(sn.v)
}

// hold takes another reference on the view, so that it outlives a snapshot that is
// closed during a call.
func (sn *snapshot) hold() (*view, error) {
	sn.mu.Lock()
	defer sn.mu.Unlock()
	sn.s.mu.Lock()
	defer sn.s.mu.Unlock()
	if sn.ended || sn.s.closed {
		return nil, store.ErrClosed
	}
	sn.v.refs++
	return sn.v, nil
}

// Stats implements [store.Snapshot].
func (sn *snapshot) Stats(ctx context.Context, part message.StreamPart) (st store.Stats, err error) {
	if err := ctx.Err(); err != nil {
		return st, err
	}
	v, err := sn.hold()
	if err != nil {
		return st, err
	}
	defer sn.s.release(v)
	if err := sn.s.enter(); err != nil {
		return st, err
	}
	defer sn.s.leave()

	id, err := sn.s.partIn(v, part)
	if err != nil || id == 0 {
		return st, err
	}
	n, err := sn.s.readCounts(v.snap, id)
	if err != nil {
		return st, err
	}
	st = n.stats()
	first, last, ok, err := sn.s.ends(v, id)
	if err != nil {
		return store.Stats{}, sn.s.wrap(err, "read the ends of %s", part)
	}
	if ok != (n.messages > 0) {
		return store.Stats{}, sn.s.corrupt("stream part %s has %d messages by its counts, but has messages: %v", part, n.messages, ok)
	}
	if ok {
		st.First, st.Last = first.Ref(), last.Ref()
	}
	return st, nil
}

// ends returns the first and the last key of a part.
func (s *Store) ends(v *view, id partID) (first, last message.Key, ok bool, err error) {
	it, err := v.snap.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindMessage, id),
		UpperBound: appendPartEnd(nil, kindMessage, id),
	})
	if err != nil {
		return first, last, false, err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	if !it.First() {
		return first, last, false, it.Error()
	}
	if len(it.Key()) != messageLen {
		return first, last, false, s.corrupt("message key has %d bytes", len(it.Key()))
	}
	_, first = parseMessageKey(it.Key())
	if !it.Last() || len(it.Key()) != messageLen {
		return first, last, false, errors.Join(it.Error(), s.corrupt("the last message key of part %d cannot be read", id))
	}
	_, last = parseMessageKey(it.Key())
	return first, last, true, nil
}

// Parts implements [store.Snapshot].
func (sn *snapshot) Parts(ctx context.Context) iter.Seq2[message.StreamPart, error] {
	bounds := bounds{lower: []byte{kindPart}, upper: []byte{kindPart + 1}}
	return keysOf(ctx, sn, bounds, func(key []byte) (message.StreamPart, error) {
		part, ok := parseDirectoryKey(key)
		if !ok {
			return part, sn.s.corrupt("directory key %x", key)
		}
		return part, nil
	})
}

// Equivocations implements [store.Snapshot].
func (sn *snapshot) Equivocations(ctx context.Context, part message.StreamPart) iter.Seq2[message.OrderKey, error] {
	return func(yield func(message.OrderKey, error) bool) {
		id, err := sn.partID(part)
		if err != nil {
			yield(message.OrderKey{}, err)
			return
		}
		if id == 0 {
			return
		}
		b := bounds{lower: appendPart(nil, kindEvidence, id), upper: appendPartEnd(nil, kindEvidence, id)}
		keysOf(ctx, sn, b, func(key []byte) (message.OrderKey, error) {
			if len(key) != prefixLen {
				return message.OrderKey{}, sn.s.corrupt("evidence key %x", key)
			}
			return message.OrderKey(key[partLen:]), nil
		})(yield)
	}
}

func (sn *snapshot) partID(part message.StreamPart) (partID, error) {
	v, err := sn.hold()
	if err != nil {
		return 0, err
	}
	defer sn.s.release(v)
	if err := sn.s.enter(); err != nil {
		return 0, err
	}
	defer sn.s.leave()
	return sn.s.partIn(v, part)
}

// partIn returns the id of a part in a view, 0 if it has none. What it finds it
// keeps: an id never changes, and a view in which it is not given out yet holds
// nothing under it either.
func (s *Store) partIn(v *view, part message.StreamPart) (partID, error) {
	s.ids.RLock()
	id := s.ids.of[part]
	s.ids.RUnlock()
	if id != 0 {
		return id, nil
	}
	id, err := s.lookupPart(v.snap, part)
	if err != nil || id == 0 {
		return 0, err
	}
	s.ids.Lock()
	defer s.ids.Unlock()
	if s.ids.of == nil || len(s.ids.of) >= maxCachedParts {
		s.ids.of = make(map[message.StreamPart]partID)
	}
	s.ids.of[part] = id
	return id, nil
}

// keysOf yields what parse makes of the keys between bounds.
func keysOf[T any](ctx context.Context, sn *snapshot, b bounds, parse func(key []byte) (T, error)) iter.Seq2[T, error] {
	return chunksOf(ctx, sn, b, func(chunk []T, it *pebble.Iterator) ([]T, bool, error) {
		t, err := parse(it.Key())
		chunk = append(chunk, t)
		return chunk, len(chunk) >= 64, err
	})
}

// chunksOf yields what parse adds to chunks for the keys between bounds, until it
// says that a chunk is full. Chunks are reused.
func chunksOf[T any](ctx context.Context, sn *snapshot, b bounds,
	parse func(chunk []T, it *pebble.Iterator) (_ []T, full bool, _ error),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		c, err := sn.newCursor(b, false)
		if err != nil {
			yield(zero, err)
			return
		}
		defer c.end()
		var chunk []T
		for more := true; more; {
			chunk = chunk[:0]
			more, err = c.read(ctx, func(it *pebble.Iterator) (bool, error) {
				var full bool
				var err error
				chunk, full, err = parse(chunk, it)
				return !full, err
			})
			if err != nil {
				yield(zero, err)
				return
			}
			for i := range chunk {
				if !yield(chunk[i], nil) {
					return
				}
			}
		}
	}
}
