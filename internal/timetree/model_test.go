package timetree

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var ctx = context.Background()

// item is a message as the tree sees it.
type item struct {
	key  message.Key
	size uint64
}

func compareItems(a, b item) int { return bytes.Compare(a.key[:], b.key[:]) }

// model is what a tree must be: the sorted set of all messages that ever were, of
// which those below the floor are gone.
type model struct {
	items []item
	floor int64
}

func (m *model) add(e store.Entry) {
	size, err := message.SizeOfWire(e.Wire)
	if err != nil {
		panic(err)
	}
	if e.Key.Ref().Timestamp < m.floor {
		return
	}
	it := item{e.Key, uint64(size)}
	if at, found := slices.BinarySearchFunc(m.items, it, compareItems); !found {
		m.items = slices.Insert(m.items, at, it)
	}
}

func (m *model) within(r proof.Range) (in []item) {
	for _, it := range m.items {
		if r.Contains(&it.key) {
			in = append(in, it)
		}
	}
	return in
}

func sumOf(items []item) proof.Sum {
	d := proof.NewDigester(false)
	for i := range items {
		if err := d.Add(&items[i].key, items[i].size); err != nil {
			panic(err)
		}
	}
	return d.Sum()
}

// styles of streams: how far apart messages are, and how their times repeat.
type style struct {
	step   int64 // ms between messages
	spread int64 // how late or early one may come
	chains int
}

var styles = []style{
	{1000, 0, 1},           // one a second, in order
	{600_000, 0, 1},        // one in ten minutes
	{1, 300, 3},            // dense and out of order
	{0, 3, 200},            // many publishers within a few milliseconds
	{7, 1_000_000_000, 20}, // all over the place
}

func (s style) entry(r *rand.Rand, n int) store.Entry {
	ts := storetest.Base + int64(n)*s.step
	if s.spread > 0 {
		ts += r.Int64N(2*s.spread) - s.spread
	}
	spec := storetest.Spec{
		Timestamp: ts,
		Sequence:  int32(max(0, r.IntN(6)-3)),
		Chain:     fmt.Sprintf("chain-%d", r.IntN(s.chains)),
		Content:   fmt.Sprintf(`{"n":%d,"pad":"%0*d"}`, n, r.IntN(40), 0),
	}
	return spec.Entry()
}

type rig struct {
	t     *testing.T
	fs    *vfs.MemFS
	inner *pebble.Store
	tree  *Tree
	model
}

func newRig(t *testing.T) *rig {
	r := &rig{t: t, fs: vfs.NewCrashableMem()}
	r.open()
	t.Cleanup(func() { r.inner.Close() })
	return r
}

func (r *rig) open() {
	r.t.Helper()
	var err error
	if r.inner, err = pebble.Open("store", pebble.Options{FS: r.fs, CacheBytes: 1 << 20, MemTableBytes: 256 << 10, MinFreeBytes: -1, BallastBytes: -1}); err != nil {
		r.t.Fatal(err)
	}
	if r.tree, err = New(r.inner, Config{}); err != nil {
		r.t.Fatal(err)
	}
	r.tree.maxOverlay, r.tree.maxGrowth = 300, 400
}

func (r *rig) append(batch []store.Entry) {
	r.t.Helper()
	if _, err := r.tree.Append(ctx, batch); err != nil {
		r.t.Fatal(err)
	}
	for _, e := range batch {
		r.add(e)
	}
}

// crash pulls the plug. What was acknowledged must be there afterwards, in the tree
// too, however far its pages had come.
func (r *rig) crash(rng *rand.Rand) {
	r.t.Helper()
	clone := r.fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: rng.IntN(101), RNG: rng})
	if err := r.inner.Close(); err != nil {
		r.t.Fatal(err)
	}
	r.fs = clone
	r.open()
}

func (r *rig) view() *View {
	r.t.Helper()
	v, err := r.tree.Open(ctx, storetest.Part)
	if err != nil {
		r.t.Fatal(err)
	}
	return v
}

// check compares all that a view says with the model.
func (r *rig) check(rng *rand.Rand) {
	r.t.Helper()
	v := r.view()
	defer v.Close()
	root, err := v.Root(ctx)
	if want := sumOf(r.items); err != nil || root != want {
		r.t.Fatalf("root %+v (%v), want %+v", root, err, want)
	}
	if v.Floor() != r.floor {
		r.t.Fatalf("floor %d, want %d", v.Floor(), r.floor)
	}
	for range 6 {
		rg := v.Kept(r.randomRange(rng))
		if rg.IsEmpty() {
			continue
		}
		in := r.within(rg)
		sum, err := v.Sum(ctx, rg)
		if want := sumOf(in); err != nil || sum != want {
			r.t.Fatalf("sum of %x is %+v (%v), want %+v", rg, sum, err, want)
		}
		for _, summary := range []bool{false, true} {
			p, proven, err := v.Prove(ctx, rg, summary)
			if err != nil || proven != root {
				r.t.Fatalf("proof leads to %+v (%v), want %+v", proven, err, root)
			}
			ver := proof.NewVerifier(p, false)
			if !summary {
				for i := range in {
					if err := ver.Add(&in[i].key, in[i].size); err != nil {
						r.t.Fatal(err)
					}
				}
			}
			o, err := ver.Finish()
			if err != nil || o.Root != root || o.Range != sum {
				r.t.Fatalf("proof (summary %v) gives %+v (%v), want %+v of %+v", summary, o, err, sum, root)
			}
		}
		n := uint64(rng.IntN(len(in) + 2))
		key, ok, err := v.Pick(ctx, rg, n)
		if err != nil || ok != (n < uint64(len(in))) || ok && key != in[n].key {
			r.t.Fatalf("message %d of %d is %v, %v (%v)", n, len(in), key, ok, err)
		}
		r.checkHistogram(v, rg)
	}
}

func (r *rig) checkHistogram(v *View, rg proof.Range) {
	r.t.Helper()
	from, to := rg.From.Ref().Timestamp, rg.To.Ref().Timestamp
	if from < 0 || from > storetest.Base*2 {
		return // no message is there
	}
	if to < 0 {
		to = from + 100_000
	}
	h, err := v.Histogram(ctx, from, to, 20)
	if err != nil {
		r.t.Fatal(err)
	}
	width := h.Width.Milliseconds()
	var want []Bucket
	for _, it := range r.items {
		ts := it.key.Ref().Timestamp
		if ts < from || ts > to || ts < r.floor {
			continue
		}
		if start := ts - ts%width; len(want) == 0 || want[len(want)-1].Start != start {
			want = append(want, Bucket{Start: start})
		}
		b := &want[len(want)-1]
		b.Messages++
		b.Bytes += it.size
	}
	if !slices.Equal(h.Buckets, want) {
		r.t.Fatalf("histogram of [%d, %d]: %+v, want %+v", from, to, h.Buckets, want)
	}
}

func (r *rig) randomRange(rng *rand.Rand) proof.Range {
	key := func() message.Key {
		switch n := rng.IntN(8); {
		case n == 0 || len(r.items) == 0:
			return proof.FullRange().To
		case n == 1:
			return proof.FullRange().From
		}
		k := r.items[rng.IntN(len(r.items))].key
		switch rng.IntN(4) {
		case 0:
			return proof.RegionOf(k, rng.IntN(proof.KeyBits)).Last()
		case 1:
			return proof.RegionOf(k, rng.IntN(proof.KeyBits)).Key
		}
		return k
	}
	rg := proof.Range{From: key(), To: key()}
	if rg.IsEmpty() {
		rg.From, rg.To = rg.To, rg.From
	}
	return rg
}

// TestTreeIsThatOfItsMessages grows trees in random orders, with late and repeated
// messages, prunes, updates at any time and crashes, and compares with a model that
// only knows the definition.
func TestTreeIsThatOfItsMessages(t *testing.T) {
	t.Parallel()
	for i, style := range styles {
		for seed := range uint64(2) {
			t.Run(fmt.Sprintf("style %d seed %d", i, seed), func(t *testing.T) {
				t.Parallel()
				rng := rand.New(rand.NewPCG(seed, uint64(i)))
				r := newRig(t)
				for n := 0; n < 3000; {
					size := 1 + rng.IntN(400)
					var batch []store.Entry
					for range size {
						batch = append(batch, style.entry(rng, n))
						n++
					}
					if len(r.items) > 0 { // and one that is there already
						batch = append(batch, batch[rng.IntN(len(batch))])
					}
					rng.Shuffle(len(batch), func(i, j int) { batch[i], batch[j] = batch[j], batch[i] })
					r.append(batch)
					r.randomly(rng)
				}
				r.mustBeSound()
				r.check(rng)
			})
		}
	}
}

// randomly does one of the things that happen to a tree.
func (r *rig) randomly(rng *rand.Rand) {
	r.t.Helper()
	switch rng.IntN(8) {
	case 0, 1:
		if err := r.tree.Update(ctx, storetest.Part); err != nil {
			r.t.Fatal(err)
		}
	case 2:
		r.check(rng)
	case 3:
		r.crash(rng)
		r.check(rng)
	case 4:
		at := rng.IntN(len(r.items))
		before := r.items[at].key.Ref().Timestamp + rng.Int64N(2)
		if rng.IntN(3) > 0 {
			before = (before + 3*r.floor) / 4
		}
		if _, err := r.tree.PruneBefore(ctx, storetest.Part, before); err != nil {
			r.t.Fatal(err)
		}
		r.floor = max(r.floor, before)
		r.check(rng)
	}
}

// mustBeSound brings the pages up to date and computes them all anew.
func (r *rig) mustBeSound() {
	r.t.Helper()
	if err := r.tree.Update(ctx, storetest.Part); err != nil {
		r.t.Fatal(err)
	}
	snap, err := r.tree.Snapshot()
	if err != nil {
		r.t.Fatal(err)
	}
	defer snap.Close()
	report, err := Check(ctx, snap)
	kept := uint64(len(r.within(proof.Range{From: floorKey(r.floor), To: proof.FullRange().To})))
	if err != nil || len(report.Problems) > 0 || report.Messages != kept || report.Leftover > 0 {
		r.t.Fatalf("check finds %+v (%v) in a tree of %d messages", report, err, kept)
	}
}
