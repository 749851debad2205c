package pebble

import (
	"context"
	"fmt"
	"iter"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// PutPages implements [store.Store]. The pages are a commit of their own. Together
// they have at most [Options.MaxBatchBytes].
func (s *Store) PutPages(ctx context.Context, pages []store.Page) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	bytes, err := s.checkPages(pages)
	if err != nil {
		return err
	}
	if err := s.checkRoom(bytes); err != nil {
		s.metrics.refused.Inc()
		return err
	}
	return s.submit(ctx, newChange(func(c *committer, co *commit) error { return c.putPages(co, pages) }))
}

func (s *Store) checkPages(pages []store.Page) (bytes int, err error) {
	for i := range pages {
		p := &pages[i]
		switch {
		case len(p.Key) == 0 || len(p.Key) > store.MaxPageKey:
			return 0, fmt.Errorf("put page %d: %w: key has %d bytes, want 1 to %d",
				i, store.ErrInvalid, len(p.Key), store.MaxPageKey)
		case len(p.Value) > store.MaxPageValue:
			return 0, fmt.Errorf("put page %d: %w: value has %d bytes, at most %d allowed",
				i, store.ErrInvalid, len(p.Value), store.MaxPageValue)
		}
		bytes += len(p.Key) + len(p.Value)
	}
	if bytes > s.opts.MaxBatchBytes {
		return 0, fmt.Errorf("put pages: %w: %d pages have %d bytes, at most %d allowed; split them",
			store.ErrInvalid, len(pages), bytes, s.opts.MaxBatchBytes)
	}
	return bytes, nil
}

// putPages puts pages into the commit.
func (c *committer) putPages(co *commit, pages []store.Page) error {
	var ps *partState
	for i := range pages {
		p := &pages[i]
		if ps == nil || p.Part != pages[i-1].Part {
			var err error
			if ps, err = c.partState(p.Part); err != nil {
				return err
			}
			if ps == nil {
				return fmt.Errorf("put page %d: %w: no such stream part: %s", i, store.ErrInvalid, p.Part)
			}
		}
		if p.Value == nil {
			co.delete(appendPageKey(nil, ps.id, p.Key))
			continue
		}
		op := co.batch.SetDeferred(partLen+len(p.Key), len(p.Value))
		appendPageKey(op.Key[:0], ps.id, p.Key)
		copy(op.Value, p.Value)
		_ = op.Finish() // fails for indexed batches only, which this is not
	}
	return nil
}

// Page implements [store.Snapshot].
func (sn *snapshot) Page(ctx context.Context, part message.StreamPart, key []byte) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, err := sn.hold()
	if err != nil {
		return nil, err
	}
	defer sn.s.release(v)
	if err := sn.s.enter(); err != nil {
		return nil, err
	}
	defer sn.s.leave()
	id, err := sn.s.partIn(v, part)
	if err != nil || id == 0 {
		return nil, err
	}
	var buf [partLen + store.MaxPageKey]byte
	value, err := get(v.snap, appendPageKey(buf[:0], id, key))
	return value, sn.s.wrap(err, "read page %x of %s", key, part)
}

// pageChunk is how many bytes of pages are read at a time, or one page more.
const pageChunk = 64 << 10

// Pages implements [store.Snapshot].
func (sn *snapshot) Pages(ctx context.Context, part message.StreamPart) iter.Seq2[store.Page, error] {
	return func(yield func(store.Page, error) bool) {
		id, err := sn.partID(part)
		if err != nil {
			yield(store.Page{}, err)
			return
		}
		if id == 0 {
			return
		}
		b := bounds{lower: appendPart(nil, kindPage, id), upper: appendPartEnd(nil, kindPage, id)}
		var buf []byte // what the pages of a chunk share
		chunksOf(ctx, sn, b, func(chunk []store.Page, it *pebble.Iterator) ([]store.Page, bool, error) {
			if len(chunk) == 0 {
				buf = buf[:0]
			}
			value, err := it.ValueAndErr()
			if err != nil {
				return nil, false, sn.s.wrap(err, "read page %x of %s", it.Key()[partLen:], part)
			}
			from := len(buf)
			buf = append(append(buf, it.Key()[partLen:]...), value...)
			at := from + len(it.Key()) - partLen
			chunk = append(chunk, store.Page{Part: part, Key: buf[from:at:at], Value: buf[at:len(buf):len(buf)]})
			return chunk, len(buf) >= pageChunk, nil
		})(yield)
	}
}
