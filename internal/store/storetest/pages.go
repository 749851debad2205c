package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// collectArrivals returns the arrivals of a part after a seq.
func collectArrivals(sn store.Snapshot, part message.StreamPart, after store.Seq) (arrivals []store.Arrival, err error) {
	for a, err := range sn.Arrivals(context.Background(), part, after) {
		if err != nil {
			return arrivals, err
		}
		arrivals = append(arrivals, a)
	}
	return arrivals, nil
}

// collectPages returns the pages of a part. They must come in order.
func collectPages(sn store.Snapshot, part message.StreamPart) (pages map[string]string, err error) {
	last := ""
	for p, err := range sn.Pages(context.Background(), part) {
		switch {
		case err != nil:
			return pages, err
		case p.Part != part || string(p.Key) <= last || p.Value == nil:
			return pages, fmt.Errorf("page %x of %s (nil: %v) after %x", p.Key, p.Part, p.Value == nil, last)
		}
		if last = string(p.Key); pages == nil {
			pages = make(map[string]string)
		}
		pages[last] = string(p.Value)
	}
	return pages, nil
}

func testArrivals(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	second := message.StreamPart{Stream: Part.Stream, Partition: 1}
	// Large and small batches, over two parts, against the order of the keys.
	var want []store.Arrival
	seq := store.Seq(0)
	for i := int64(0); i < 1500; {
		var batch []store.Entry
		for size := []int64{1, 700, 3, 40}[i%4]; size > 0 && i < 1500; size-- {
			e := At(10_000 - i)
			if i%5 == 2 {
				e = Spec{Part: second, Timestamp: Base + i}.Entry()
			}
			if seq++; e.Part == Part {
				want = append(want, store.Arrival{Seq: seq, Key: e.Key})
			}
			batch = append(batch, e)
			i++
		}
		appendAll(t, s, batch...)
	}
	check := func(sn store.Snapshot, want []store.Arrival) {
		t.Helper()
		for _, after := range []store.Seq{0, 1, 2, 3, 255, 256, 257, 700, 701, 1000, 1498, 1499, 1500, 1501, 9999} {
			got, err := collectArrivals(sn, Part, after)
			rest := slices.DeleteFunc(slices.Clone(want), func(a store.Arrival) bool { return a.Seq <= after })
			if err != nil || !slices.Equal(got, rest) {
				t.Fatalf("%d arrivals after %d, %v; want %d", len(got), after, err, len(rest))
			}
		}
	}
	old := snapshotOf(t, s)
	check(old, want)
	appendAll(t, s, Range(20_000, 20_300)...)
	if _, err := PruneBefore(ctx, s, Part, Base+9500); err != nil {
		t.Fatal(err)
	}
	check(old, want)
	want = slices.DeleteFunc(want, func(a store.Arrival) bool { return a.Key.Ref().Timestamp < Base+9500 })
	for i, e := range Range(20_000, 20_300) {
		want = append(want, store.Arrival{Seq: 1501 + store.Seq(i), Key: e.Key})
	}
	check(snapshotOf(t, s), want)

	n := 0
	for _, err := range old.Arrivals(ctx, Part, 0) { // one may stop in the middle
		if n++; err != nil || n == 300 {
			break
		}
	}
	if n != 300 {
		t.Errorf("%d arrivals, want 300", n)
	}
	if got, err := collectArrivals(old, message.StreamPart{Stream: "unknown.eth/x"}, 0); err != nil || len(got) != 0 {
		t.Errorf("arrivals of an unknown part: %v, %v", got, err)
	}
	s = b.Reopen(t, s)
	defer s.Close()
	check(snapshotOf(t, s), want)
}

func testPages(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	second := message.StreamPart{Stream: Part.Stream, Partition: 1}
	appendAll(t, s, At(0), Spec{Part: second, Timestamp: Base}.Entry())
	large := bytes.Repeat([]byte("large"), store.MaxPageValue/5)
	longKey := bytes.Repeat([]byte{0xff}, store.MaxPageKey)
	put := func(pages ...store.Page) {
		t.Helper()
		if err := s.PutPages(ctx, pages); err != nil {
			t.Fatal(err)
		}
	}
	want := func(part message.StreamPart, want map[string]string) {
		t.Helper()
		sn := snapshotOf(t, s)
		pages, err := collectPages(sn, part)
		if err != nil || !maps.Equal(pages, want) {
			t.Fatalf("%d pages of %s, %v; want %d", len(pages), part, err, len(want))
		}
		for key, value := range want {
			if got, err := sn.Page(ctx, part, []byte(key)); err != nil || string(got) != value || got == nil {
				t.Errorf("page %x has %d bytes, %v; want %d", key, len(got), err, len(value))
			}
		}
		for _, key := range []string{"none", "", "gone"} {
			if got, err := sn.Page(ctx, part, []byte(key)); err != nil || got != nil {
				t.Errorf("page %q is %q, %v; want nil", key, got, err)
			}
		}
	}
	put()
	want(Part, nil)
	page := func(part message.StreamPart, key, value string) store.Page {
		return store.Page{Part: part, Key: []byte(key), Value: []byte(value)}
	}
	put(page(Part, "b", "1"), page(second, "b", "2"), page(Part, "a", ""), page(Part, "gone", "3"),
		store.Page{Part: Part, Key: longKey, Value: large})
	put(page(Part, "b", "4"), page(Part, "c", "5"), page(Part, "c", "6"),
		store.Page{Part: Part, Key: []byte("gone")}, store.Page{Part: second, Key: []byte("none")})
	all := map[string]string{"a": "", "b": "4", "c": "6", string(longKey): string(large)}
	want(Part, all)
	want(second, map[string]string{"b": "2"})
	want(message.StreamPart{Stream: "unknown.eth/x"}, nil)

	// Pages are no messages: pruning and counting pass them by.
	if n, err := PruneBefore(ctx, s, second, Base+1); err != nil || n != 1 {
		t.Fatalf("prune removed %d, %v", n, err)
	}
	s = b.Reopen(t, s)
	defer s.Close()
	want(Part, all)
	want(second, map[string]string{"b": "2"})
	if st, err := snapshotOf(t, s).Stats(ctx, Part); err != nil || st.Messages != 1 || st.Bytes != uint64(len(At(0).Wire)) {
		t.Errorf("stats %+v, %v", st, err)
	}
	// Many of them are yielded in order and whole.
	many := map[string]string{"b": "2"}
	var pages []store.Page
	for i := range 3000 {
		p := page(second, fmt.Sprintf("%04d", i*7919%3000), fmt.Sprintf("%0*d", i%90, i))
		many[string(p.Key)] = string(p.Value)
		pages = append(pages, p)
	}
	put(pages...)
	want(second, many)
	if value, err := snapshotOf(t, s).Page(ctx, Part, nil); err != nil || value != nil {
		t.Errorf("page without a key: %q, %v", value, err)
	}
}

func testPagesInvalid(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	appendAll(t, s, At(0))
	for name, bad := range map[string]store.Page{
		"no key":       {Part: Part, Value: []byte("v")},
		"long key":     {Part: Part, Key: make([]byte, store.MaxPageKey+1), Value: []byte("v")},
		"large value":  {Part: Part, Key: []byte("k"), Value: make([]byte, store.MaxPageValue+1)},
		"unknown part": {Part: message.StreamPart{Stream: "unknown.eth/x"}, Key: []byte("k"), Value: []byte("v")},
	} {
		good := store.Page{Part: Part, Key: []byte("good"), Value: []byte("v")}
		if err := s.PutPages(ctx, []store.Page{good, bad}); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if err := s.PutPages(ended, []store.Page{{Part: Part, Key: []byte("k"), Value: []byte("v")}}); !errors.Is(err, context.Canceled) {
		t.Errorf("put pages under a context that ended: %v", err)
	}
	if pages, err := collectPages(snapshotOf(t, s), Part); err != nil || len(pages) != 0 {
		t.Errorf("refused pages left %q, %v", pages, err)
	}
}

// testPagesIsolation writes pages and messages while a reader looks: what a snapshot
// shows is of one moment and does not change.
func testPagesIsolation(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	appendAll(t, s, At(0))
	const rounds = 60
	done := make(chan error, 1)
	go func() {
		defer cancel()
		for n := range int64(rounds) {
			// Both pages say up to where the messages were there.
			value := fmt.Append(nil, n+1)
			if err := s.PutPages(context.Background(), []store.Page{
				{Part: Part, Key: []byte("x"), Value: value}, {Part: Part, Key: []byte("y"), Value: value},
			}); err != nil {
				done <- err
				return
			}
			if _, err := s.Append(context.Background(), Range(n+1, n+2)); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	look := func() {
		sn, err := s.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		defer sn.Close()
		var before map[string]string
		for range 2 {
			pages, err := collectPages(sn, Part)
			if err != nil {
				t.Fatal(err)
			}
			x, err := sn.Page(context.Background(), Part, []byte("x"))
			if err != nil || string(x) != pages["x"] || pages["x"] != pages["y"] {
				t.Fatalf("pages %q, and x is %q, %v", pages, x, err)
			}
			arrivals, err := collectArrivals(sn, Part, 0)
			n := len(arrivals)
			if err != nil || n != len(scan(t, sn, store.Query{Part: Part})) || store.Seq(n) != sn.Seq() {
				t.Fatalf("%d arrivals, %v, in a snapshot with seq %d", n, err, sn.Seq())
			}
			if s := string(x); s != "" && s != fmt.Sprint(n) && s != fmt.Sprint(n-1) {
				t.Fatalf("page says %s messages, there are %d", s, n)
			}
			if before != nil && !maps.Equal(before, pages) {
				t.Fatalf("pages changed from %q to %q", before, pages)
			}
			before = pages
		}
	}
	for ctx.Err() == nil {
		look()
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	look()
}
