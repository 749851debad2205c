package timetree

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// watched tells when pages were written, and can refuse them.
type watched struct {
	store.Store
	put  chan int
	fail atomic.Bool
}

var errDisk = errors.New("disk says no")

func (w *watched) PutPages(ctx context.Context, pages []store.Page) error {
	if w.fail.Load() {
		w.put <- -1
		return errDisk
	}
	err := w.Store.PutPages(ctx, pages)
	w.put <- len(pages)
	return err
}

func entries(n int) (batch []store.Entry) {
	rng := rand.New(rand.NewPCG(5, 6))
	for i := range n {
		batch = append(batch, styles[0].entry(rng, i))
	}
	return batch
}

// runTree runs a tree in the background until the test ends.
func runTree(t *testing.T, w *watched, cfg Config) *Tree {
	t.Helper()
	tree, err := New(w, cfg)
	if err != nil {
		t.Fatal(err)
	}
	runCtx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		tree.Run(runCtx)
	}()
	t.Cleanup(func() {
		cancel()
		for {
			select {
			case <-w.put:
			case <-done:
				return
			}
		}
	})
	return tree
}

// grownTo returns how far the pages on disk have come.
func grownTo(t *testing.T, s store.Store, part message.StreamPart) store.Seq {
	t.Helper()
	snap, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	src, err := openSource(ctx, snap, part)
	if err != nil {
		t.Fatal(err)
	}
	return src.upTo
}

func TestBackground(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	w := &watched{Store: r.inner, put: make(chan int)}
	tree := runTree(t, w, Config{MaxPending: 100, MaxAge: time.Hour})
	if _, err := tree.Append(ctx, entries(99)); err != nil {
		t.Fatal(err)
	}
	if parts := tree.takeDue(); len(parts) != 0 {
		t.Fatalf("%v is due with fewer messages than MaxPending", parts)
	}
	if _, err := tree.Append(ctx, entries(150)); err != nil { // 51 of them are new
		t.Fatal(err)
	}
	<-w.put
	if got := grownTo(t, r.inner, storetest.Part); got != 150 {
		t.Errorf("the pages have grown to %d, want 150", got)
	}
}

func TestBackgroundGoesOnWithWhatAFormerProcessLeft(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.append(entries(40))
	w := &watched{Store: r.inner, put: make(chan int)}
	runTree(t, w, Config{})
	<-w.put
	if got := grownTo(t, r.inner, storetest.Part); got != 40 {
		t.Errorf("the pages have grown to %d, want 40", got)
	}
}

func TestBackgroundTriesAgain(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.append(entries(40))
	w := &watched{Store: r.inner, put: make(chan int)}
	w.fail.Store(true)
	tree := runTree(t, w, Config{MaxAge: time.Nanosecond})
	if n := <-w.put; n != -1 {
		t.Fatal("it was not refused")
	}
	// What cannot be written can be read all the same.
	v, err := tree.Open(ctx, storetest.Part)
	if err != nil {
		t.Fatal(err)
	}
	if root, err := v.Root(ctx); err != nil || root.Count != 40 {
		t.Errorf("root %+v (%v)", root, err)
	}
	v.Close()
	w.fail.Store(false)
	for <-w.put == -1 {
	}
	if got := grownTo(t, r.inner, storetest.Part); got != 40 {
		t.Errorf("the pages have grown to %d, want 40", got)
	}
}

// TestReadingGoesOnWhenPagesCannotBeWritten, as on a full disk.
func TestReadingGoesOnWhenPagesCannotBeWritten(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	r.append(entries(350)) // more than an overlay takes
	w := &watched{Store: r.inner, put: make(chan int, 10)}
	w.fail.Store(true)
	tree, err := New(w, Config{})
	if err != nil {
		t.Fatal(err)
	}
	tree.maxOverlay, tree.maxGrowth = 300, 400
	v, err := tree.Open(ctx, storetest.Part)
	if err != nil {
		t.Fatal(err)
	}
	if root, err := v.Root(ctx); err != nil || root != sumOf(r.items) {
		t.Errorf("root %+v (%v)", root, err)
	}
	v.Close()
	r.append(entries(500))
	if _, err := tree.Open(ctx, storetest.Part); !errors.Is(err, errDisk) {
		t.Errorf("far behind, and without pages: %v", err)
	}
}

// TestManyParts: the pages of many parts are written together, and each is complete.
func TestManyParts(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	var parts []message.StreamPart
	var batch []store.Entry
	for i := range 5000 {
		part := message.StreamPart{Stream: storetest.Part.Stream, Partition: int32(i % 100)}
		if i < 100 {
			parts = append(parts, part)
		}
		batch = append(batch, storetest.Spec{Part: part, Timestamp: storetest.Base + int64(i), Content: "{}"}.Entry())
	}
	if _, err := r.tree.Append(ctx, batch); err != nil {
		t.Fatal(err)
	}
	if err := r.tree.Update(ctx, parts...); err != nil {
		t.Fatal(err)
	}
	for _, part := range parts {
		if got := grownTo(t, r.inner, part); got != 5000 {
			t.Fatalf("%s has grown to %d", part, got)
		}
	}
	snap, err := r.tree.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	if report, err := Check(ctx, snap); err != nil || report.Messages != 5000 || len(report.Problems) > 0 {
		t.Errorf("%+v (%v)", report, err)
	}
}

func TestUnknownPartHasAnEmptyTree(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	v := r.view()
	defer v.Close()
	if root, err := v.Root(ctx); err != nil || root.Count != 0 || root.Digest != [32]byte{} {
		t.Errorf("root %+v (%v)", root, err)
	}
	if _, ok, err := v.Pick(ctx, proof.FullRange(), 0); ok || err != nil {
		t.Error(ok, err)
	}
}

// TestPruneSmall: a tree that is too small to have pages keeps its root as well.
func TestPruneSmall(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 34; n += 3 {
		r := newRig(t)
		r.append(entries(n))
		before := r.items[n/2].key.Ref().Timestamp
		if removed, err := r.tree.PruneBefore(ctx, storetest.Part, before); err != nil || removed != uint64(n/2) {
			t.Fatalf("removed %d of %d messages (%v), want %d", removed, n, err, n/2)
		}
		r.floor = before
		r.check(rand.New(rand.NewPCG(1, 1)))
		r.append(entries(n + 40))
		r.check(rand.New(rand.NewPCG(1, 2)))
		r.mustBeSound()
	}
}

// TestOverhead measures what pages cost beside messages of 300 bytes, for a stream
// with one a second and one with one in ten minutes.
func TestOverhead(t *testing.T) {
	t.Parallel()
	for _, step := range []int64{1000, 600_000} {
		const n = 5_000
		tree := fill(t, n, step)
		if err := tree.Update(ctx, storetest.Part); err != nil {
			t.Fatal(err)
		}
		pages, bytes := pageBytes(t, tree)
		share := float64(bytes) / (n * 300)
		t.Logf("one message every %d ms: %d pages, %d bytes, %.2f %% of the payload", step, pages, bytes, 100*share)
		if share > 0.1 {
			t.Errorf("one message every %d ms: pages take %.1f %% of the payload, want at most 10 %%", step, 100*share)
		}
	}
}
