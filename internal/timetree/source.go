package timetree

import (
	"bytes"
	"context"
	"fmt"
	"math"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// source is the tree of one stream part as a snapshot of the store has it, with
// pages that are only in memory before those of the snapshot.
type source struct {
	snap store.Snapshot
	part message.StreamPart
	record
	overlay map[proof.Region]page
}

// openSource reads the part's record.
func openSource(ctx context.Context, snap store.Snapshot, part message.StreamPart) (*source, error) {
	s := &source{snap: snap, part: part}
	b, err := snap.Page(ctx, part, recordKey)
	if err != nil {
		return nil, fmt.Errorf("read the time tree of %s: %w", part, err)
	}
	if b != nil {
		if s.record, err = decodeRecord(b); err != nil {
			return nil, s.corrupt("its record %x: %v", b, err)
		}
	}
	return s, nil
}

// corrupt makes the error for a tree that contradicts itself or the messages.
func (s *source) corrupt(format string, args ...any) error {
	return fmt.Errorf("%w: time tree of %s: %s; run `logstore fsck`", store.ErrCorrupt, s.part, fmt.Sprintf(format, args...))
}

// load reads a page.
func (s *source) load(ctx context.Context, at proof.Region) (page, error) {
	if p, ok := s.overlay[at]; ok {
		return p, nil
	}
	var key [64]byte
	b, err := s.snap.Page(ctx, s.part, appendPageKey(key[:0], at))
	if err != nil {
		return nil, fmt.Errorf("read a page of the time tree of %s: %w", s.part, err)
	}
	if b == nil {
		return nil, s.corrupt("the page at %x, %d bits, is missing", at.Key[:(at.Bits+7)/8], at.Bits)
	}
	p, err := decodePage(b, at)
	if err != nil {
		return nil, s.corrupt("the page at %x, %d bits, %v", at.Key[:(at.Bits+7)/8], at.Bits, err)
	}
	return p, nil
}

// scan reads the messages of a range as leaves: those that the tree has and that
// are not sealed.
func (s *source) scan(ctx context.Context, r proof.Range, leaf func(key *message.Key, size uint64) error) error {
	if floor := floorKey(s.floor); bytes.Compare(r.From[:], floor[:]) < 0 {
		r.From = floor
	}
	if s.upTo == 0 || r.IsEmpty() {
		return nil
	}
	q := store.Query{Part: s.part, UpTo: s.upTo, From: r.From.Ref(), To: r.To.Ref()}
	if q.From.Timestamp < 0 || q.From.Sequence < 0 {
		return nil // no message has such a ref
	}
	switch {
	case q.To.Timestamp < 0:
		q.To = message.Ref{}
	case q.To.Sequence < 0:
		q.To.Sequence = math.MaxInt32
	}
	if before, ok := predecessor(r.From); ok {
		q.After = &before
	}
	for rec, err := range s.snap.Scan(ctx, q) {
		if err != nil {
			return fmt.Errorf("read messages for the time tree of %s: %w", s.part, err)
		}
		if bytes.Compare(rec.Key[:], r.To[:]) > 0 {
			return nil
		}
		size, err := message.SizeOfWire(rec.Wire)
		if err != nil {
			return s.corrupt("message %v: %v", rec.Key, err)
		}
		if err := leaf(&rec.Key, uint64(size)); err != nil {
			return err
		}
	}
	return nil
}

// predecessor returns the key before k, if there is one.
func predecessor(k message.Key) (message.Key, bool) {
	for i := len(k) - 1; i >= 0; i-- {
		if k[i]--; k[i] != 0xff {
			return k, true
		}
	}
	return k, false
}

// visitor is what a walk does with the tree. All calls come in ascending order of
// the keys.
type visitor interface {
	// subtree is offered a subtree and says whether to go into it.
	subtree(at proof.Region, sum *proof.Sum) (open bool, err error)
	// leaf gets the messages of opened buckets.
	leaf(key *message.Key, size uint64) error
}

// walk shows the part's messages to v, the sealed ones apart.
func (s *source) walk(ctx context.Context, v visitor) error {
	if s.live.Count == 0 {
		return nil
	}
	return s.visit(ctx, v, proof.Region{}, &s.live)
}

func (s *source) visit(ctx context.Context, v visitor, at proof.Region, sum *proof.Sum) error {
	open, err := v.subtree(at, sum)
	if err != nil || !open {
		return err
	}
	if levelOf(sum.Count) == 0 {
		return s.openBucket(ctx, v, at, sum)
	}
	p, err := s.load(ctx, at)
	if err != nil {
		return err
	}
	for i := range p {
		if err := s.visit(ctx, v, p[i].At, &p[i].Sum); err != nil {
			return err
		}
	}
	return nil
}

func (s *source) openBucket(ctx context.Context, v visitor, at proof.Region, sum *proof.Sum) error {
	found := uint64(0)
	r := proof.Range{From: at.Key, To: at.Last()}
	err := s.scan(ctx, r, func(key *message.Key, size uint64) error {
		found++
		return v.leaf(key, size)
	})
	if err == nil && found != sum.Count {
		err = s.corrupt("%d messages are between %v and %v, it has %d", found, r.From, r.To, sum.Count)
	}
	return err
}

// floorKey returns the smallest key that is not below a floor.
func floorKey(floor int64) message.Key {
	return proof.RangeOf(message.Ref{Timestamp: floor}, message.Ref{}).From
}
