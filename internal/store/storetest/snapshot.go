package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

func testSnapshotIsolation(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	before := Range(0, 100)
	appendAll(t, s, before...)
	sn := snapshotOf(t, s)
	seq := sn.Seq()
	stats, err := sn.Stats(ctx, Part)
	if err != nil {
		t.Fatal(err)
	}
	// What comes later is before, between and after, of new and known parts, and
	// takes away and adds evidence.
	other := message.StreamPart{Stream: "y.eth/other"}
	n := 0
	for r, err := range sn.Scan(ctx, store.Query{Part: Part}) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Key != before[n].Key {
			t.Fatalf("record %d is %v", n, r.Key.Ref())
		}
		n++
		if n%10 != 0 {
			continue
		}
		appendAll(t, s, At(int64(-n)), At(int64(100+n)), Spec{Timestamp: Base + 50, Content: fmt.Sprint(n)}.Entry(),
			Spec{Part: other, Timestamp: Base + int64(n)}.Entry())
		if n == 50 {
			if _, err := PruneBefore(ctx, s, Part, Base+80); err != nil {
				t.Fatal(err)
			}
		}
	}
	wantEntries(t, scan(t, sn, store.Query{Part: Part}), before)
	wantEntries(t, scan(t, sn, store.Query{Part: other}), nil)
	if after, err := sn.Stats(ctx, Part); err != nil || after != stats || sn.Seq() != seq {
		t.Errorf("stats changed from %+v to %+v (%v)", stats, after, err)
	}
	for key, err := range sn.Equivocations(ctx, Part) {
		t.Errorf("evidence %v, %v in a snapshot from before", key, err)
	}
	for part, err := range sn.Parts(ctx) {
		if part != Part || err != nil {
			t.Errorf("part %v, %v in a snapshot from before", part, err)
		}
	}
	if err := sn.Close(); err != nil {
		t.Fatal(err)
	}
	if err := sn.Close(); err != nil {
		t.Errorf("closing a snapshot twice: %v", err)
	}
	if _, err := collect(sn.Scan(ctx, store.Query{Part: Part}), -1); !errors.Is(err, store.ErrClosed) {
		t.Errorf("scan of a closed snapshot: %v, want ErrClosed", err)
	}
}

// testWholeBatches appends batches over two parts while readers look: they must see
// all of a batch or nothing, and what they see must have been acknowledged or be
// about to.
func testWholeBatches(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	const size, batches = 50, 60
	second := message.StreamPart{Stream: Part.Stream, Partition: 1}
	done := make(chan error, 1)
	go func() {
		defer cancel()
		for n := range int64(batches) {
			var batch []store.Entry
			for i := range int64(size) {
				part := Part
				if i%2 == 1 {
					part = second
				}
				batch = append(batch, Spec{Part: part, Timestamp: Base + i*1000 + n, Content: fmt.Sprint(n)}.Entry())
			}
			if _, err := s.Append(context.Background(), batch); err != nil {
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
		a, c := len(scan(t, sn, store.Query{Part: Part})), len(scan(t, sn, store.Query{Part: second}))
		st, err := sn.Stats(context.Background(), Part)
		if err != nil {
			t.Fatal(err)
		}
		if a != c || a%(size/2) != 0 || uint64(a) != st.Messages || store.Seq(a+c) != sn.Seq() {
			t.Fatalf("a reader sees %d and %d messages; stats say %d; the snapshot has seq %d", a, c, st.Messages, sn.Seq())
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

func testParts(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	want := []message.StreamPart{
		{Stream: "a.eth/a", Partition: 0}, {Stream: "a.eth/a", Partition: 2}, {Stream: "a.eth/a", Partition: 99},
		{Stream: "a.eth/a/b", Partition: 1}, {Stream: "a.eth/é", Partition: 0}, {Stream: "legacy", Partition: 5},
	}
	for _, i := range []int{3, 5, 0, 2, 4, 1, 0} {
		appendAll(t, s, Spec{Part: want[i], Timestamp: Base}.Entry())
	}
	s = b.Reopen(t, s)
	defer s.Close()
	if _, err := PruneBefore(ctx, s, want[3], Base+1); err != nil {
		t.Fatal(err)
	}
	var parts []message.StreamPart
	for part, err := range snapshotOf(t, s).Parts(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	if fmt.Sprint(parts) != fmt.Sprint(want) {
		t.Errorf("parts %v, want %v", parts, want)
	}
}

func testMeta(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	put := func(key string, value []byte) {
		t.Helper()
		if err := s.PutMeta(ctx, key, value); err != nil {
			t.Fatalf("put %q: %v", key, err)
		}
	}
	want := func(key, value string, exists bool) {
		t.Helper()
		v, err := s.GetMeta(ctx, key)
		if err != nil || string(v) != value || (v != nil) != exists {
			t.Errorf("meta %q is %q (nil: %v), %v; want %q", key, v, v == nil, err, value)
		}
	}
	want("a", "", false)
	put("a", []byte("1"))
	put("ab", []byte("2"))
	put("empty", []byte{})
	put("gone", []byte("x"))
	put("gone", nil)
	put("never", nil)
	want("a", "1", true)
	put("a", []byte("3"))
	want("a", "3", true)
	s = b.Reopen(t, s)
	defer s.Close()
	want("a", "3", true)
	want("ab", "2", true)
	want("empty", "", true)
	want("gone", "", false)
	want("", "", false)
	if err := s.PutMeta(ctx, "", []byte("x")); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("an empty key: %v, want ErrInvalid", err)
	}
}

func testClosed(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	appendAll(t, s, Range(0, 1000)...)
	sn, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	// A follower that waits, and a scan that is in the middle.
	following := make(chan error, 1)
	reached := make(chan struct{})
	go func() {
		n := 0
		for _, err := range s.Follow(ctx, Part, 0) {
			if err != nil {
				following <- err
				return
			}
			if n++; n == 1000 {
				close(reached)
			}
		}
		following <- nil
	}()
	<-reached
	var scanErr error
	n := 0
	for _, err := range sn.Scan(ctx, store.Query{Part: Part}) {
		if scanErr = err; err != nil {
			break
		}
		if n++; n == 1 {
			if err := s.Close(); err != nil {
				t.Fatalf("close: %v", err)
			}
		}
	}
	for what, err := range map[string]error{
		"scan in the middle": scanErr,
		"waiting follower":   <-following,
		"second close":       s.Close(),
		"put meta":           s.PutMeta(ctx, "k", []byte("v")),
		"append":             errOf(s.Append(ctx, Range(0, 1))),
		"has":                errOf(s.Has(ctx, Part, []message.Key{At(0).Key})),
		"snapshot":           errOf(s.Snapshot()),
		"prune":              errOf(s.Prune(ctx, Part)),
		"raise floor":        s.RaiseFloor(ctx, Part, Base+1),
		"put pages":          s.PutPages(ctx, []store.Page{{Part: Part, Key: []byte("k")}}),
		"get meta":           errOf(s.GetMeta(ctx, "k")),
		"follow":             errOf(collect(s.Follow(ctx, Part, 0), -1)),
		"scan":               errOf(collect(sn.Scan(ctx, store.Query{Part: Part}), -1)),
		"stats":              errOf(sn.Stats(ctx, Part)),
		"page":               errOf(sn.Page(ctx, Part, []byte("k"))),
		"pages":              errOf(collectPages(sn, Part)),
		"arrivals":           errOf(collectArrivals(sn, Part, 0)),
	} {
		if !errors.Is(err, store.ErrClosed) {
			t.Errorf("%s on a closed store: %v, want ErrClosed", what, err)
		}
	}
	for _, err := range sn.Parts(ctx) {
		if !errors.Is(err, store.ErrClosed) {
			t.Errorf("parts on a closed store: %v, want ErrClosed", err)
		}
	}
	if err := sn.Close(); err != nil {
		t.Errorf("closing a snapshot of a closed store: %v", err)
	}
}

func errOf[T any](_ T, err error) error { return err }
