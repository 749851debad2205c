package connection

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// TestDuplicatesIsASetOfTheNewest compares with a list. Few different homes make long rows.
func TestDuplicatesIsASetOfTheNewest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		size  int
		keys  int    // different keys
		homes uint64 // their low bits
	}{{1, 3, 1}, {3, 6, 4}, {7, 20, 2}, {10, 30, 1 << 40}, {64, 200, 9}, {100, 101, 1 << 40}, {500, 2000, 1 << 40}} {
		r := rand.New(rand.NewPCG(uint64(c.size), 1))
		keys := make([]uint64, c.keys)
		for i := range keys {
			keys[i] = uint64(i)<<48 | r.Uint64N(c.homes)
		}
		d := newDuplicates(c.size)
		var newest []uint64
		for i := range 20_000 {
			key := keys[r.IntN(len(keys))]
			want := !slices.Contains(newest, key)
			if got := d.add(key); got != want {
				t.Fatalf("%+v: add %d: %x is new: %v, want %v", c, i, key, got, want)
			}
			if want {
				newest = append(newest, key)
				newest = newest[max(0, len(newest)-c.size):]
			}
		}
		if used := len(d.slots) - count(d.slots, 0); used != len(newest) || len(d.slots) > 4*max(8, c.size) {
			t.Errorf("%+v: %d slots of %d in use, for %d", c, used, len(d.slots), len(newest))
		}
	}
}

func count(slots []uint16, value uint16) (n int) {
	for _, s := range slots {
		if s == value {
			n++
		}
	}
	return n
}

func TestDuplicatesAreOfOneSender(t *testing.T) {
	t.Parallel()
	d := newDuplicates(1 << 20)
	if d.size != maxRemembered {
		t.Errorf("remembers %d", d.size)
	}
	a, b := wire.NodeID{1}, wire.NodeID{2}
	if !d.isNew(a, "x") || !d.isNew(b, "x") || !d.isNew(a, "y") {
		t.Error("another sender's or another message counts as a duplicate")
	}
	if d.isNew(a, "x") || d.isNew(b, "x") || d.isNew(a, "y") {
		t.Error("a duplicate counts as new")
	}
}

func BenchmarkDuplicates(b *testing.B) {
	d := newDuplicates(10_000)
	r := rand.New(rand.NewPCG(1, 1))
	b.ReportAllocs()
	for b.Loop() {
		if !d.add(r.Uint64()) {
			b.Fatal("chance has repeated itself")
		}
	}
}
