package timetree

import (
	"context"
	"fmt"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// Bucket is a bar of a histogram.
type Bucket struct {
	Start    int64 // ms since the Unix epoch, a multiple of the width
	Messages uint64
	Bytes    uint64
}

// Histogram counts messages by time.
type Histogram struct {
	Width   time.Duration
	Buckets []Bucket
}

// Histogram counts the messages of [from, to] (ms, inclusive) that were not pruned, in
// buckets of the returned width: the smallest round one that
// is at least (to-from+1)/buckets. Empty buckets are left out. The
// first and the last bucket may begin before from and end after to, but count only
// what is between them. Bytes are sums of [message.Message.Size].
func (v *View) Histogram(ctx context.Context, from, to int64, buckets int) (h Histogram, err error) {
	switch {
	case buckets < 1:
		return h, fmt.Errorf("histogram of %s: %w: %d buckets, want at least 1", v.src.part, store.ErrInvalid, buckets)
	case to < from:
		return h, fmt.Errorf("histogram of %s: %w: to %d is before from %d", v.src.part, store.ErrInvalid, to, from)
	}
	h.Width = bucketWidth(from, to, buckets)
	if to < 0 {
		return h, ctx.Err()
	}
	h.Buckets, err = v.src.histogram(ctx, max(from, 0), to, h.Width.Milliseconds())
	return h, err
}

// counter counts the messages of a time span in buckets.
type counter struct {
	from, to, width int64 // ms
	buckets         []Bucket
}

// bucketOf returns the start of the bucket of a key's time, and false if that is not
// asked for.
func (c *counter) bucketOf(key *message.Key) (start int64, ok bool) {
	ts := key.Ref().Timestamp
	return ts - ts%c.width, c.from <= ts && ts <= c.to
}

func (c *counter) add(start int64, messages, bytes uint64) {
	if n := len(c.buckets); n == 0 || c.buckets[n-1].Start != start {
		c.buckets = append(c.buckets, Bucket{Start: start})
	}
	b := &c.buckets[len(c.buckets)-1]
	b.Messages += messages
	b.Bytes += bytes
}

func (c *counter) subtree(at proof.Region, sum *proof.Sum) (open bool, err error) {
	last := at.Last()
	if at.Key.Ref().Timestamp > c.to || last.Ref().Timestamp >= 0 && last.Ref().Timestamp < c.from {
		return false, nil
	}
	start, ok := c.bucketOf(&at.Key)
	if end, in := c.bucketOf(&last); !ok || !in || start != end {
		return true, nil
	}
	c.add(start, sum.Count, sum.Bytes)
	return false, nil
}

func (c *counter) leaf(key *message.Key, size uint64) error {
	if start, ok := c.bucketOf(key); ok {
		c.add(start, 1, size)
	}
	return nil
}

// histogram counts the messages of [from, to] in buckets of a width, all in ms.
func (s *source) histogram(ctx context.Context, from, to, width int64) ([]Bucket, error) {
	c := &counter{from: from, to: to, width: width}
	if err := s.walk(ctx, c); err != nil {
		return nil, err
	}
	return c.buckets, nil
}

// roundWidths are the bucket widths that people can read off an axis. Each one is
// at most three times the one before it.
var roundWidths = []time.Duration{
	time.Millisecond, 2 * time.Millisecond, 5 * time.Millisecond,
	10 * time.Millisecond, 20 * time.Millisecond, 50 * time.Millisecond,
	100 * time.Millisecond, 200 * time.Millisecond, 500 * time.Millisecond,
	time.Second, 2 * time.Second, 5 * time.Second, 15 * time.Second, 30 * time.Second,
	time.Minute, 2 * time.Minute, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute,
	time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour,
	day, 2 * day, 7 * day, 14 * day, 30 * day, 90 * day, 180 * day,
	360 * day, 720 * day, 1800 * day, 3600 * day, 7200 * day, 18000 * day, 36000 * day,
}

const day = 24 * time.Hour

// bucketWidth returns the width of a histogram's buckets: the smallest round width
// that is at least (to-from+1)/buckets ms. Above 36,000 days there is no wider one.
// buckets must be positive and to not before from.
func bucketWidth(from, to int64, buckets int) time.Duration {
	span := uint64(to) - uint64(from) // fits, whatever the signs
	wanted := span / uint64(buckets)  // ms, one less than the quotient rounded up
	for _, w := range roundWidths {
		if uint64(w.Milliseconds()) > wanted {
			return w
		}
	}
	return roundWidths[len(roundWidths)-1]
}
