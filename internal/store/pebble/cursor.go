package pebble

import (
	"bytes"
	"context"
	"sync"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
)

// bounds limits a cursor to the keys in [lower, upper).
type bounds struct{ lower, upper []byte }

// cursor walks over the keys of a view, a chunk at a time. Between chunks its
// iterator may be taken away; the next chunk then begins with a new one.
type cursor struct {
	s       *Store
	v       *view // holds a reference
	bounds  bounds
	reverse bool
	idle    atomic.Int32 // rounds of the reaper since the last chunk

	mu       sync.Mutex
	it       *pebble.Iterator // nil while paused
	last     []byte           // the last key that was consumed
	started  bool             // last is valid
	consumed bool             // the iterator stands on last, not behind it
}

// newCursor returns a cursor on the snapshot's view, which must be ended.
func (sn *snapshot) newCursor(b bounds, reverse bool) (*cursor, error) {
	v, err := sn.hold()
	if err != nil {
		return nil, err
	}
	return sn.s.newCursor(v, b, reverse), nil
}

// newCursor takes over the reference to v.
func (s *Store) newCursor(v *view, b bounds, reverse bool) *cursor {
	c := &cursor{s: s, v: v, bounds: b, reverse: reverse}
	s.mu.Lock()
	s.cursors[c] = struct{}{}
	s.mu.Unlock()
	return c
}

// end closes the cursor.
func (c *cursor) end() {
	if err := c.pause(); err != nil {
		c.s.opts.Logger.Warn("close an iterator", "error", err)
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	delete(c.s.cursors, c)
	if err := c.s.releaseLocked(c.v); err != nil {
		c.s.opts.Logger.Warn("close a snapshot", "error", err)
	}
}

// pause closes the iterator. The cursor keeps its place.
func (c *cursor) pause() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.it == nil {
		return nil
	}
	err := c.it.Close()
	c.it = nil
	return err
}

// read calls visit for one key after the other until visit returns false, there
// are no more keys, or many keys were visited. visit consumes the key, and must not
// keep what the iterator gives. It returns whether there may be more.
func (c *cursor) read(ctx context.Context, visit func(*pebble.Iterator) (bool, error)) (more bool, err error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	if err := c.s.enter(); err != nil {
		return false, err
	}
	defer c.s.leave()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.idle.Store(0)

	valid, err := c.position()
	if err != nil {
		return false, c.s.wrap(err, "read")
	}
	for n := 1; valid; n++ {
		goOn, err := visit(c.it)
		if err != nil {
			return false, err
		}
		if !goOn || n == checkEvery {
			c.keep()
			return true, nil
		}
		valid = c.step()
	}
	if err := c.it.Error(); err != nil {
		return false, c.s.wrap(err, "read")
	}
	return false, nil
}

// keep remembers the place: the present key is consumed.
func (c *cursor) keep() {
	c.last = append(c.last[:0], c.it.Key()...)
	c.started, c.consumed = true, true
}

// position brings the iterator to the first key that was not consumed yet.
func (c *cursor) position() (valid bool, err error) {
	if c.it != nil && c.consumed {
		c.consumed = false
		return c.step(), nil
	}
	if c.it == nil {
		c.it, err = c.v.snap.NewIter(&pebble.IterOptions{
			LowerBound: c.bounds.lower,
			UpperBound: c.bounds.upper,
		})
		if err != nil {
			return false, err
		}
	}
	c.consumed = false
	switch {
	case !c.started && !c.reverse:
		return c.it.First(), nil
	case !c.started:
		return c.it.Last(), nil
	case c.reverse:
		return c.it.SeekLT(c.last), nil
	}
	valid = c.it.SeekGE(c.last)
	if valid && bytes.Equal(c.it.Key(), c.last) {
		valid = c.it.Next()
	}
	return valid, nil
}

func (c *cursor) step() bool {
	if c.reverse {
		return c.it.Prev()
	}
	return c.it.Next()
}
