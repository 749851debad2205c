package timetree

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// fill appends messages with 300 bytes of content, one every step ms, and returns
// the tree without having brought its pages up to date.
func fill(tb testing.TB, n int, step int64) *Tree {
	tb.Helper()
	s, err := pebble.Open(tb.TempDir(), pebble.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	tree, err := New(s, Config{})
	if err != nil {
		tb.Fatal(err)
	}
	content := strings.Repeat("x", 290)
	for from := 0; from < n; from += 5000 {
		var batch []store.Entry
		for i := from; i < min(n, from+5000); i++ {
			batch = append(batch, storetest.Spec{
				Timestamp: storetest.Base + int64(i)*step,
				Content:   fmt.Sprintf("%010d%s", i, content),
			}.Entry())
		}
		if _, err := tree.Append(ctx, batch); err != nil {
			tb.Fatal(err)
		}
	}
	return tree
}

// pageBytes adds up what the store keeps for a part's tree.
func pageBytes(tb testing.TB, tree *Tree) (pages, bytes int) {
	tb.Helper()
	snap, err := tree.Snapshot()
	if err != nil {
		tb.Fatal(err)
	}
	defer snap.Close()
	for p, err := range snap.Pages(ctx, storetest.Part) {
		if err != nil {
			tb.Fatal(err)
		}
		pages++
		bytes += len(p.Key) + len(p.Value)
	}
	return pages, bytes
}

func BenchmarkUpdate(b *testing.B) {
	const n = 200_000
	for b.Loop() {
		b.StopTimer()
		tree := fill(b, n, 1)
		b.StartTimer()
		if err := tree.Update(ctx, storetest.Part); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/message")
}

func BenchmarkRead(b *testing.B) {
	const n = 1_000_000
	tree := fill(b, n, 1)
	if err := tree.Update(ctx, storetest.Part); err != nil {
		b.Fatal(err)
	}
	pages, bytes := pageBytes(b, tree)
	b.Logf("%d pages, %d bytes, %.2f a message", pages, bytes, float64(bytes)/n)
	v, err := tree.Open(ctx, storetest.Part)
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	r := rand.New(rand.NewPCG(1, 2))
	draw := func() proof.Range {
		from := r.Int64N(n)
		to := from + r.Int64N(n-from)
		return proof.RangeOf(message.Ref{Timestamp: storetest.Base + from}, message.Ref{Timestamp: storetest.Base + to, Sequence: 1 << 30})
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			v, err := tree.Open(ctx, storetest.Part)
			if err != nil {
				b.Fatal(err)
			}
			v.Close()
		}
	})
	b.Run("sum", func(b *testing.B) {
		var worst time.Duration
		for b.Loop() {
			start := time.Now()
			if _, err := v.Sum(ctx, draw()); err != nil {
				b.Fatal(err)
			}
			worst = max(worst, time.Since(start))
		}
		b.ReportMetric(float64(worst.Microseconds()), "µs-worst")
	})
	b.Run("prove", func(b *testing.B) {
		longest := 0
		for b.Loop() {
			p, _, err := v.Prove(ctx, draw(), false)
			if err != nil {
				b.Fatal(err)
			}
			wire, _ := p.MarshalBinary()
			longest = max(longest, len(wire))
		}
		b.ReportMetric(float64(longest), "bytes-longest")
	})
	b.Run("histogram", func(b *testing.B) {
		for b.Loop() {
			if _, err := v.Histogram(ctx, storetest.Base, storetest.Base+n, 200); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("pick", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := v.Pick(ctx, draw(), 1000); err != nil {
				b.Fatal(err)
			}
		}
	})
}
