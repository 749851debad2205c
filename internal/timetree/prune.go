package timetree

import (
	"context"
	"fmt"
	"slices"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// PruneBefore removes the messages of a part with a timestamp before the given one
// (ms since the Unix epoch), and makes sure that no such messages come again. The
// root of the part's tree stays what it was. It returns how many messages it removed.
func (t *Tree) PruneBefore(ctx context.Context, part message.StreamPart, before int64) (removed uint64, err error) {
	if before <= 0 {
		return 0, ctx.Err()
	}
	if err := t.RaiseFloor(ctx, part, before); err != nil {
		return 0, fmt.Errorf("prune %s: %w", part, err)
	}
	// From here on nothing comes below the floor. What came before is in the tree
	// after this.
	if err := t.Update(ctx, part); err != nil {
		return 0, fmt.Errorf("prune %s: %w", part, err)
	}
	if err := t.sealPart(ctx, part, before); err != nil {
		return 0, fmt.Errorf("prune %s: %w", part, err)
	}
	return t.Store.Prune(ctx, part)
}

func (t *Tree) sealPart(ctx context.Context, part message.StreamPart, before int64) error {
	if err := t.lock(ctx); err != nil {
		return err
	}
	defer t.unlock()
	snap, err := t.Store.Snapshot()
	if err != nil {
		return err
	}
	defer snap.Close()
	src, err := openSource(ctx, snap, part)
	if err != nil || before <= src.floor {
		return err
	}
	// A small tree has no pages yet; what came meanwhile does no harm.
	keys, upTo, _, err := arrivals(ctx, src, t.maxGrowth)
	if err != nil {
		return err
	}
	if src, err = grow(ctx, src, keys, upTo); err != nil {
		return err
	}
	sealed, err := seal(ctx, src, before)
	if err != nil {
		return err
	}
	// The record and what it leads to go together; pages that nothing leads to any
	// more do no harm and may follow later.
	var changed, gone pageBatch
	for at, p := range sealed.overlay {
		if p == nil {
			gone.put(part, appendPageKey(nil, at), nil)
			delete(sealed.overlay, at)
		}
	}
	changed.add(sealed)
	if err := changed.write(ctx, t.Store); err != nil {
		return err
	}
	for chunk := range slices.Chunk(gone.pages, maxCommitPages) {
		if err := t.Store.PutPages(ctx, chunk); err != nil {
			return err
		}
	}
	return nil
}

// seal returns the tree of src, cut off below floor.
func seal(ctx context.Context, src *source, floor int64) (*source, error) {
	whole := proof.Range{From: floorKey(floor), To: proof.FullRange().To}
	p, _, err := src.prove(ctx, whole, false)
	if err != nil {
		return nil, err
	}
	next := *src
	next.floor, next.seal = floor, p.Before
	u := newUpdate(ctx, &next)
	u.cut = whole.From
	return u.run()
}
