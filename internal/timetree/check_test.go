package timetree

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
)

// TestCheckFindsWhatIsWrong changes pages behind the tree's back.
func TestCheckFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	r := newRig(t)
	var batch []store.Entry
	for n := range 3000 {
		batch = append(batch, styles[0].entry(rng, n))
	}
	r.append(batch)
	r.mustBeSound()
	var pages []store.Page
	snap, err := r.tree.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	for p, err := range snap.Pages(ctx, storetest.Part) {
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, store.Page{Part: p.Part, Key: bytes.Clone(p.Key), Value: bytes.Clone(p.Value)})
	}
	snap.Close()
	for range 200 {
		good := pages[rng.IntN(len(pages))]
		bad := good
		bad.Value = bytes.Clone(good.Value)
		bad.Value[rng.IntN(len(bad.Value))] ^= 1 << rng.IntN(8)
		if rng.IntN(10) == 0 {
			bad.Value = nil
		}
		if err := r.inner.PutPages(ctx, []store.Page{bad}); err != nil {
			t.Fatal(err)
		}
		snap, err := r.inner.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		report, err := Check(ctx, snap)
		snap.Close()
		if err != nil {
			t.Fatal(err)
		}
		// Only "grown to" and the floor in the record may read as something else that
		// fits the messages.
		if len(report.Problems) == 0 && !(bytes.Equal(good.Key, recordKey) && bad.Value != nil) && bad.Value != nil {
			t.Fatalf("page %x changed, and nothing was found", good.Key)
		}
		if err := r.inner.PutPages(ctx, []store.Page{good}); err != nil {
			t.Fatal(err)
		}
	}
	r.mustBeSound()
}

// TestStaleTreeIsRefused: a tree that contradicts its messages must not be read as if
// it were right.
func TestStaleTreeIsRefused(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 4))
	r := newRig(t)
	var batch []store.Entry
	for n := range 500 {
		batch = append(batch, styles[0].entry(rng, n))
	}
	r.append(batch)
	r.mustBeSound()
	// Messages vanish without the tree knowing, as they might from a damaged store.
	if err := r.inner.RaiseFloor(ctx, storetest.Part, storetest.Base+250_500); err != nil {
		t.Fatal(err)
	}
	if _, err := r.inner.Prune(ctx, storetest.Part); err != nil {
		t.Fatal(err)
	}
	v := r.view()
	defer v.Close()
	failed := 0
	for range 50 {
		if _, err := v.Sum(ctx, r.randomRange(rng)); err != nil {
			failed++
			if !strings.Contains(err.Error(), "fsck") {
				t.Errorf("error does not say what to do: %v", err)
			}
		}
	}
	if failed == 0 {
		t.Error("no range that begins or ends among the missing messages was refused")
	}
}
