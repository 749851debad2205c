package pebble

import (
	"bytes"
	"context"
	"iter"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// Follow implements [store.Store]. It reads the arrival log of the part a chunk at
// a time and holds nothing of Pebble while the caller looks at the chunk. Messages
// that were pruned are left out. When the store is closed, the last error is
// [store.ErrClosed].
func (s *Store) Follow(ctx context.Context, part message.StreamPart, after store.Seq) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		s.metrics.followers.Inc()
		defer s.metrics.followers.Dec()
		w := s.wait(part)
		defer s.unwait(part, w)
		f := follower{s: s, part: part, after: after}
		for {
			// Taken before reading, so that nothing can come in between unnoticed.
			more := s.moreSignal(w)
			reached, err := f.read(ctx)
			for i := range f.ch.records {
				if !yield(f.ch.records[i], nil) {
					return
				}
			}
			if err != nil {
				yield(store.Record{}, err)
				return
			}
			if !reached {
				continue
			}
			select {
			case <-more:
			case <-ctx.Done():
				yield(store.Record{}, ctx.Err())
				return
			case <-s.quit:
				yield(store.Record{}, store.ErrClosed)
				return
			}
		}
	}
}

// wait registers a follower of a part; unwait takes it out.
func (s *Store) wait(part message.StreamPart) *waiter {
	s.mu.Lock()
	defer s.mu.Unlock()
	w := s.waiters[part]
	if w == nil {
		w = &waiter{more: make(chan struct{})}
		s.waiters[part] = w
	}
	w.refs++
	return w
}

func (s *Store) unwait(part message.StreamPart, w *waiter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if w.refs--; w.refs == 0 {
		delete(s.waiters, part)
	}
}

func (s *Store) moreSignal(w *waiter) <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return w.more
}

// follower is the place of one reader in an arrival log.
type follower struct {
	s     *Store
	part  message.StreamPart
	id    partID // 0 until the part exists
	after store.Seq
	ch    chunk
}

// read fills the chunk with the next records. reached tells that there were no more
// in the view that it read.
func (f *follower) read(ctx context.Context) (reached bool, err error) {
	f.ch.reset()
	if err := ctx.Err(); err != nil {
		return false, err
	}
	v, err := f.s.acquire()
	if err != nil {
		return false, err
	}
	defer f.s.release(v)
	if v.seq <= f.after {
		return true, nil
	}
	if err := f.s.enter(); err != nil {
		return false, err
	}
	defer f.s.leave()
	if f.id == 0 {
		if f.id, err = f.s.partIn(v, f.part); err != nil || f.id == 0 {
			return true, err
		}
	}
	reached, err = f.readLog(ctx, v)
	if err != nil {
		return false, f.s.wrap(err, "follow %s", f.part)
	}
	if reached {
		f.after = v.seq
	}
	return reached, nil
}

// readLog goes through the arrival log from the follower's place on.
func (f *follower) readLog(ctx context.Context, v *view) (reached bool, err error) {
	log, err := v.snap.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindArrival, f.id),
		UpperBound: appendPartEnd(nil, kindArrival, f.id),
	})
	if err != nil {
		return false, err
	}
	defer closeInto(&err, log)
	messages, err := v.snap.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindMessage, f.id),
		UpperBound: appendPartEnd(nil, kindMessage, f.id),
	})
	if err != nil {
		return false, err
	}
	defer closeInto(&err, messages)

	// The place may be inside of the record that begins at or before it.
	valid := log.SeekLT(appendArrivalKey(nil, f.id, f.after+1))
	if !valid && log.Error() == nil {
		valid = log.First()
	}
	for n := 0; valid; valid = log.Next() {
		if len(log.Key()) != arrivalLen {
			return false, f.s.corrupt("arrival key %x", log.Key())
		}
		rest, err := log.ValueAndErr()
		if err != nil {
			return false, err
		}
		for a := (arrival{seq: firstSeq(log.Key())}); len(rest) > 0; {
			var ok bool
			if a, rest, ok = nextArrival(rest, a.seq); !ok {
				return false, f.s.corrupt("arrival record %x", log.Key())
			}
			if a.seq <= f.after {
				continue
			}
			if err := f.fetch(v, messages, &a); err != nil {
				return false, err
			}
			f.after = a.seq
			if n++; f.ch.full() || n == checkEvery {
				return false, nil
			}
		}
	}
	return true, log.Error()
}

// fetch adds the message of an arrival to the chunk.
func (f *follower) fetch(v *view, it *pebble.Iterator, a *arrival) error {
	var buf [messageLen]byte
	key := appendMessageKey(buf[:0], f.id, &a.key)
	// Messages mostly arrive in the order of their keys: try the next one first.
	if !(it.Valid() && it.Next() && bytes.Equal(it.Key(), key)) &&
		!(it.SeekGE(key) && bytes.Equal(it.Key(), key)) {
		if err := it.Error(); err != nil {
			return err
		}
		return f.s.corrupt("message %v is in the arrival log with seq %d but not in the store", a.key, a.seq)
	}
	if err := f.s.refuse(v, f.part, f.id, &a.key); err != nil {
		return err
	}
	value, err := it.ValueAndErr()
	if err != nil {
		return err
	}
	if len(value) <= seqLen || seqOf(value) != a.seq {
		return f.s.corrupt("message %v does not have the seq %d of the arrival log", a.key, a.seq)
	}
	f.ch.add(a.key, a.seq, value[seqLen:])
	return nil
}

// closeInto closes an iterator and puts its error into err unless there is one.
func closeInto(err *error, it *pebble.Iterator) {
	if e := it.Close(); *err == nil {
		*err = e
	}
}
