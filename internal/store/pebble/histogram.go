package pebble

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// maxFineMessages is how many messages are counted one by one for a histogram with
// buckets below an hour. Above, the hour counters answer.
const maxFineMessages = 250_000

// Histogram implements [store.Snapshot]. Buckets of an hour and more are sums of
// the hour counters, with the hours at both ends counted message by message where
// the range cuts through them.
func (sn *snapshot) Histogram(ctx context.Context, part message.StreamPart, from, to int64, buckets int) (store.Histogram, error) {
	if buckets < 1 {
		return store.Histogram{}, fmt.Errorf("histogram of %s: %w: %d buckets, want at least 1", part, store.ErrInvalid, buckets)
	}
	if to < from {
		return store.Histogram{}, fmt.Errorf("histogram of %s: %w: to %d is before from %d", part, store.ErrInvalid, to, from)
	}
	h := histogram{sn: sn, width: store.BucketWidth(from, to, buckets, time.Millisecond)}
	id, err := sn.partID(part)
	if err != nil {
		return store.Histogram{}, err
	}
	if id == 0 || to < 0 {
		return store.Histogram{Width: h.width}, ctx.Err()
	}
	h.id, from = id, max(from, 0)
	if h.width < time.Hour {
		n, err := h.estimate(ctx, from, to)
		if err != nil {
			return store.Histogram{}, err
		}
		if n > sn.s.maxFine {
			h.width = store.BucketWidth(from, to, buckets, time.Hour)
		}
	}
	if h.width < time.Hour {
		err = h.scan(ctx, from, to)
	} else {
		err = h.sum(ctx, from, to)
	}
	if err != nil {
		return store.Histogram{}, err
	}
	return store.Histogram{Width: h.width, Buckets: h.buckets}, nil
}

// histogram adds up buckets, in order of time.
type histogram struct {
	sn      *snapshot
	id      partID
	width   time.Duration
	buckets []store.Bucket
}

func (h *histogram) add(at int64, messages, bytes uint64) {
	start := at - at%h.width.Milliseconds()
	if n := len(h.buckets); n == 0 || h.buckets[n-1].Start != start {
		h.buckets = append(h.buckets, store.Bucket{Start: start})
	}
	b := &h.buckets[len(h.buckets)-1]
	b.Messages += messages
	b.Bytes += bytes
}

// estimate returns how many messages the hours of the range hold, or a little more
// than what is counted one by one.
func (h *histogram) estimate(ctx context.Context, from, to int64) (n uint64, err error) {
	err = h.eachHour(ctx, from, to, func(_ int64, c hourCount) (bool, error) {
		n += c.messages
		return n <= h.sn.s.maxFine, nil
	})
	return n, err
}

// scan counts the messages of [from, to] one by one.
func (h *histogram) scan(ctx context.Context, from, to int64) error {
	b := bounds{
		lower: appendRefKey(nil, kindMessage, h.id, from, 0),
		upper: appendRefKey(nil, kindMessage, h.id, to, ^uint32(0)),
	}
	return h.each(ctx, b, func(it *pebble.Iterator) (bool, error) {
		if len(it.Key()) != messageLen {
			return false, h.sn.s.corrupt("message key %x has %d bytes", it.Key(), len(it.Key()))
		}
		lazy := it.LazyValue()
		if lazy.Len() <= seqLen {
			return false, h.sn.s.corrupt("message %x has %d bytes", it.Key()[partLen:], lazy.Len())
		}
		h.add(int64(binary.BigEndian.Uint64(it.Key()[partLen:])), 1, uint64(lazy.Len()-seqLen))
		return true, nil
	})
}

// sum adds up the hour counters of [from, to].
func (h *histogram) sum(ctx context.Context, from, to int64) error {
	first, last, err := h.ends()
	if err != nil {
		return err
	}
	return h.eachHour(ctx, from, to, func(start int64, c hourCount) (bool, error) {
		end := start + msPerHour - 1
		// An hour that the range cuts is whole all the same if the messages are
		// all on the near side of the cut.
		cut := start < from && first < from || end > to && last > to
		if cut {
			return true, h.scan(ctx, max(start, from), min(end, to))
		}
		h.add(start, c.messages, c.bytes)
		return true, nil
	})
}

// ends returns the times of the first and the last message.
func (h *histogram) ends() (first, last int64, err error) {
	v, err := h.sn.hold()
	if err != nil {
		return 0, 0, err
	}
	defer h.sn.s.release(v)
	if err := h.sn.s.enter(); err != nil {
		return 0, 0, err
	}
	defer h.sn.s.leave()
	a, b, _, err := h.sn.s.ends(v, h.id)
	return a.Ref().Timestamp, b.Ref().Timestamp, h.sn.s.wrap(err, "read the ends of part %d", h.id)
}

// eachHour visits the counters of the hours that have a share in [from, to].
func (h *histogram) eachHour(ctx context.Context, from, to int64, visit func(start int64, c hourCount) (bool, error)) error {
	b := bounds{
		lower: appendHourKey(nil, h.id, uint64(from)/msPerHour),
		upper: appendHourKey(nil, h.id, uint64(to)/msPerHour+1),
	}
	type counter struct {
		start int64
		hourCount
	}
	c, err := h.sn.newCursor(b, false)
	if err != nil {
		return err
	}
	defer c.end()
	for more := true; more; {
		var chunk []counter
		more, err = c.read(ctx, func(it *pebble.Iterator) (bool, error) {
			value, err := it.ValueAndErr()
			if err != nil {
				return false, h.sn.s.wrap(err, "read an hour counter")
			}
			n, ok := decodeHour(value)
			if !ok || len(it.Key()) != hourLen {
				return false, h.sn.s.corrupt("hour counter %x", it.Key())
			}
			chunk = append(chunk, counter{int64(hourOfKey(it.Key()) * msPerHour), n})
			return len(chunk) < 1024, nil
		})
		if err != nil {
			return err
		}
		for _, n := range chunk {
			goOn, err := visit(n.start, n.hourCount)
			if err != nil || !goOn {
				return err
			}
		}
	}
	return nil
}

// each visits all keys of the bounds.
func (h *histogram) each(ctx context.Context, b bounds, visit func(*pebble.Iterator) (bool, error)) error {
	c, err := h.sn.newCursor(b, false)
	if err != nil {
		return err
	}
	defer c.end()
	for more := true; more; {
		if more, err = c.read(ctx, visit); err != nil {
			return err
		}
	}
	return nil
}
