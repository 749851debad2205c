package timetree

import (
	"bytes"
	"context"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// View is the time tree of a stream part at one moment, together with the snapshot of
// the store that it describes. It must be closed. It is not safe for concurrent use.
type View struct {
	store.Snapshot
	src *source
}

// Open returns a view of a part as the store is now. A part that is not known has an
// empty tree.
func (t *Tree) Open(ctx context.Context, part message.StreamPart) (*View, error) {
	for limit := t.maxOverlay; ; {
		v, behind, err := t.tryOpen(ctx, part, limit)
		if err != nil || !behind {
			return v, err
		}
		if err := t.Update(ctx, part); err != nil {
			if limit == t.maxGrowth || ctx.Err() != nil {
				return nil, err
			}
			limit = t.maxGrowth // pages cannot be written; reading takes a little longer
		}
	}
}

// tryOpen opens a view, or says that more messages than limit are missing from the
// pages.
func (t *Tree) tryOpen(ctx context.Context, part message.StreamPart, limit int) (v *View, behind bool, err error) {
	snap, err := t.Store.Snapshot()
	if err != nil {
		return nil, false, err
	}
	defer func() {
		if v == nil {
			snap.Close()
		}
	}()
	src, err := openSource(ctx, snap, part)
	if err != nil {
		return nil, false, err
	}
	keys, upTo, more, err := arrivals(ctx, src, limit)
	if err != nil || more {
		return nil, more, err
	}
	if len(keys) > 0 {
		if src, err = grow(ctx, src, keys, upTo); err != nil {
			return nil, false, err
		}
	}
	return &View{snap, src}, false, nil
}

// Part returns the stream part.
func (v *View) Part() message.StreamPart { return v.src.part }

// Floor returns the time (ms since the Unix epoch) before which the part was pruned,
// 0 if it never was.
func (v *View) Floor() int64 { return v.src.floor }

// Kept returns what a range has in common with what was not pruned.
func (v *View) Kept(r proof.Range) proof.Range {
	if floor := floorKey(v.src.floor); bytes.Compare(r.From[:], floor[:]) < 0 {
		r.From = floor
	}
	return r
}

// Root returns the sum of all messages that the part ever had, pruned ones too.
func (v *View) Root(ctx context.Context) (proof.Sum, error) {
	if len(v.src.seal) == 0 {
		return v.src.live, nil
	}
	return v.src.sum(ctx, proof.FullRange())
}

// Sum returns the sum of the messages of a range: its digest, count and bytes. It
// reads a few pages, whatever the length of the range. The error is [ErrPruned] if
// only some of what was pruned lies in the range.
func (v *View) Sum(ctx context.Context, r proof.Range) (proof.Sum, error) { return v.src.sum(ctx, r) }

// Prove makes a proof for a range, and returns the root that it leads to. A summary
// proves count, bytes and digest without the messages. The error is [ErrPruned] if
// something of what was pruned lies in the range; for a summary, if only some of it
// does.
func (v *View) Prove(ctx context.Context, r proof.Range, summary bool) (*proof.RangeProof, proof.Sum, error) {
	return v.src.prove(ctx, r, summary)
}

// Pick returns the key of the n-th message of a range that was not pruned, counted
// from 0, and false if there are no more than n.
func (v *View) Pick(ctx context.Context, r proof.Range, n uint64) (message.Key, bool, error) {
	return v.src.pick(ctx, v.Kept(r), n)
}
