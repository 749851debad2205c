package timetree

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

const (
	// maxCommitBytes and maxCommitPages bound the pages that are written together.
	maxCommitBytes = 4 << 20
	maxCommitPages = 4096
)

// Update brings the pages of stream parts up to date with what the store has now. It
// goes on with the other parts when one fails, and returns all errors.
func (t *Tree) Update(ctx context.Context, parts ...message.StreamPart) error {
	if err := t.lock(ctx); err != nil {
		return err
	}
	defer t.unlock()
	start := t.cfg.Clock()
	defer func() { t.metrics.seconds.Observe(t.cfg.Clock().Sub(start).Seconds()) }()

	var errs []error
	for todo := parts; len(todo) > 0; {
		var err error
		if todo, err = t.step(ctx, todo); err != nil {
			errs = append(errs, err)
		}
		if err := ctx.Err(); err != nil {
			t.note(todo...)
			return errors.Join(append(errs, err)...)
		}
	}
	return errors.Join(errs...)
}

// lock waits until nobody else writes pages, or until ctx ends.
func (t *Tree) lock(ctx context.Context) error {
	select {
	case t.updating <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *Tree) unlock() { <-t.updating }

// step grows the trees of some of the parts, by at most maxGrowth each, writes their
// pages together, and returns the parts that are still behind. An error is about
// parts that are not among these.
func (t *Tree) step(ctx context.Context, parts []message.StreamPart) (behind []message.StreamPart, err error) {
	t.mu.Lock()
	for _, part := range parts {
		delete(t.dirty, part) // before the snapshot: what comes after it is noted again
	}
	t.mu.Unlock()
	snap, err := t.Store.Snapshot()
	if err != nil {
		t.note(parts...)
		return nil, err
	}
	defer snap.Close()
	var (
		b    pageBatch
		done []message.StreamPart
		errs []error
	)
	for i, part := range parts {
		if b.full() {
			behind = append(behind, parts[i:]...)
			break
		}
		more, err := t.stepPart(ctx, snap, part, &b)
		switch {
		case err != nil:
			errs = append(errs, err)
			t.note(part)
		case more:
			behind = append(behind, part)
			fallthrough
		default:
			done = append(done, part)
		}
	}
	if err := b.write(ctx, t.Store); err != nil {
		t.note(done...)
		t.note(behind...)
		return nil, errors.Join(append(errs, fmt.Errorf("write pages of the time tree: %w", err))...)
	}
	t.metrics.pages.Add(float64(len(b.pages)))
	return behind, errors.Join(errs...)
}

func (t *Tree) stepPart(ctx context.Context, snap store.Snapshot, part message.StreamPart, b *pageBatch) (more bool, err error) {
	src, err := openSource(ctx, snap, part)
	if err != nil {
		return false, err
	}
	keys, upTo, more, err := arrivals(ctx, src, t.maxGrowth)
	if err != nil || len(keys) == 0 {
		return false, err
	}
	if src.upTo == 0 && len(keys) <= bucketSize {
		return false, nil // a view has it as fast from the messages; pages would cost more than they
	}
	grown, err := grow(ctx, src, keys, upTo)
	if err != nil {
		return false, err
	}
	b.add(grown)
	t.metrics.messages.Add(float64(len(keys)))
	return more, nil
}

// arrivals returns the keys of the messages that a tree has not, at most limit, and
// the sequence number that it will have grown to with them.
func arrivals(ctx context.Context, src *source, limit int) (keys []message.Key, upTo store.Seq, more bool, err error) {
	for a, err := range src.snap.Arrivals(ctx, src.part, src.upTo) {
		if err != nil {
			return nil, 0, false, fmt.Errorf("read what is new in %s: %w", src.part, err)
		}
		if len(keys) == limit {
			return keys, upTo, true, nil
		}
		keys, upTo = append(keys, a.Key), a.Seq
	}
	return keys, src.snap.Seq(), false, nil
}

// pageBatch collects pages that are written together.
type pageBatch struct {
	pages []store.Page
	bytes int
}

func (b *pageBatch) full() bool { return b.bytes >= maxCommitBytes || len(b.pages) >= maxCommitPages }

// add takes all that changed in a tree.
func (b *pageBatch) add(s *source) {
	places := slices.SortedFunc(maps.Keys(s.overlay), func(x, y proof.Region) int {
		return cmp.Or(compareKeys(x.Key, y.Key), cmp.Compare(x.Bits, y.Bits))
	})
	for _, at := range places {
		var value []byte
		if p := s.overlay[at]; p != nil {
			value = p.encode(at)
		}
		b.put(s.part, appendPageKey(nil, at), value)
	}
	b.put(s.part, recordKey, s.record.encode())
}

func (b *pageBatch) put(part message.StreamPart, key, value []byte) {
	b.pages = append(b.pages, store.Page{Part: part, Key: key, Value: value})
	b.bytes += len(key) + len(value)
}

func (b *pageBatch) write(ctx context.Context, s store.Store) error {
	if len(b.pages) == 0 {
		return nil
	}
	return s.PutPages(ctx, b.pages)
}
