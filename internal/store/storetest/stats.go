package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

func testStats(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	if st, err := snapshotOf(t, s).Stats(ctx, Part); err != nil || st != (store.Stats{}) {
		t.Errorf("stats of an unknown part %+v, %v", st, err)
	}
	in := []store.Entry{At(50), At(7), Spec{Timestamp: Base + 900, Sequence: 4}.Entry(), At(8)}
	var bytes uint64
	for _, e := range in {
		bytes += uint64(len(e.Wire))
	}
	appendAll(t, s, in[:2]...)
	appendAll(t, s, in...)
	want := store.Stats{
		Messages: 4, Bytes: bytes,
		First: message.Ref{Timestamp: Base + 7}, Last: message.Ref{Timestamp: Base + 900, Sequence: 4},
	}
	check := func() {
		t.Helper()
		if st, err := snapshotOf(t, s).Stats(ctx, Part); err != nil || st != want {
			t.Errorf("stats %+v, %v; want %+v", st, err, want)
		}
	}
	check()
	s = b.Reopen(t, s)
	defer s.Close()
	check()
}

func testHistogram(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	const minute, hour = int64(60_000), int64(3_600_000)
	var all []store.Entry
	// Five days, denser and denser.
	for i := range int64(400) {
		at := i * i * 2700
		all = append(all, Spec{Timestamp: Base + at, Content: fmt.Sprintf("%0*d", int(i%50), i)}.Entry())
	}
	appendAll(t, s, all...)
	sn := snapshotOf(t, s)
	last := all[len(all)-1].Key.Ref().Timestamp
	for name, test := range map[string]struct {
		from, to int64
		buckets  int
	}{
		"all":                  {Base, last, 60},
		"all in one":           {Base, last, 1},
		"many":                 {Base, last, 1000},
		"wider than all":       {Base - 100*hour, last + 1000*hour, 60},
		"since the epoch":      {0, last, 100},
		"until the end":        {Base, 1<<53 - 1, 10},
		"cuts both ends":       {Base + 90*minute + 17, last - 95*minute - 3, 20},
		"cuts within an hour":  {Base + 61*minute, Base + 62*minute, 1},
		"one ms":               {Base, Base, 1},
		"one ms, many buckets": {Base, Base, 100},
		"seconds":              {Base, Base + minute, 30},
		"nothing there":        {Base - 10*hour, Base - 1, 5},
		"negative":             {-1000, Base + hour, 7},
		"all negative":         {-1000, -10, 7},
	} {
		t.Run(name, func(t *testing.T) {
			h, err := sn.Histogram(ctx, Part, test.from, test.to, test.buckets)
			if err != nil {
				t.Fatal(err)
			}
			checkHistogram(t, h, all, test.from, test.to, test.buckets)
		})
	}
	for name, test := range map[string]struct {
		from, to int64
		buckets  int
	}{"no buckets": {0, 1, 0}, "to before from": {1, 0, 5}} {
		if _, err := sn.Histogram(ctx, Part, test.from, test.to, test.buckets); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	if h, err := sn.Histogram(ctx, message.StreamPart{Stream: "unknown.eth/x"}, 0, hour, 4); err != nil || len(h.Buckets) != 0 {
		t.Errorf("histogram of an unknown part: %+v, %v", h, err)
	}
}

// checkHistogram compares a histogram with a count of the entries.
func checkHistogram(t testing.TB, h store.Histogram, all []store.Entry, from, to int64, buckets int) {
	t.Helper()
	finest := store.BucketWidth(from, to, buckets, 0)
	if h.Width != finest && h.Width != store.BucketWidth(from, to, buckets, time.Hour) {
		t.Fatalf("width %v, want %v or the one from an hour up", h.Width, finest)
	}
	width := h.Width.Milliseconds()
	want := make(map[int64]store.Bucket)
	for _, e := range all {
		ts := e.Key.Ref().Timestamp
		if ts < from || ts > to {
			continue
		}
		start := ts - ts%width
		b := want[start]
		want[start] = store.Bucket{Start: start, Messages: b.Messages + 1, Bytes: b.Bytes + uint64(len(e.Wire))}
	}
	previous := int64(-1)
	for _, b := range h.Buckets {
		if b.Start <= previous {
			t.Errorf("bucket %d after %d", b.Start, previous)
		}
		previous = b.Start
		if want[b.Start] != b {
			t.Errorf("bucket %+v, want %+v", b, want[b.Start])
		}
		delete(want, b.Start)
	}
	if len(want) > 0 {
		t.Errorf("%d buckets are missing: %v", len(want), want)
	}
}
