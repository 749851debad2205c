package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

func testIdempotent(t *testing.T, b Backend) {
	s := openStore(t, b)
	one, two, three := At(1), At(2), At(3)
	wantOutcomes(t, appendAll(t, s, one, two, one), store.Added, store.Added, store.Duplicate)
	wantOutcomes(t, appendAll(t, s, two, three), store.Duplicate, store.Added)

	// A duplicate is a duplicate by its key; the first wire form stays.
	other := one
	other.Wire = append([]byte(nil), two.Wire...)
	wantOutcomes(t, appendAll(t, s, other), store.Duplicate)
	wantOutcomes(t, appendAll(t, s), []store.Outcome{}...)

	s = b.Reopen(t, s)
	defer s.Close()
	wantOutcomes(t, appendAll(t, s, three, one, two), store.Duplicate, store.Duplicate, store.Duplicate)
	sn := snapshotOf(t, s)
	records := scan(t, sn, store.Query{Part: Part})
	wantEntries(t, records, []store.Entry{one, two, three})
	for i, r := range records {
		if r.seq != store.Seq(i+1) {
			t.Errorf("record %d has seq %d", i, r.seq)
		}
	}
	if sn.Seq() != 3 {
		t.Errorf("snapshot has seq %d, want 3", sn.Seq())
	}
	wantOutcomes(t, appendAll(t, s, At(4)), store.Added)
	if sn := snapshotOf(t, s); sn.Seq() != 4 {
		t.Errorf("seq after reopening goes on with %d, want 4", sn.Seq())
	}
}

func testEquivocations(t *testing.T, b Backend) {
	s := openStore(t, b)
	version := func(ts int64, content string) store.Entry {
		return Spec{Timestamp: Base + ts, Content: content}.Entry()
	}
	a, a2, a3 := version(1, "1"), version(1, "2"), version(1, "3")
	c, c2 := version(5, "1"), version(5, "2")

	// Within a batch the first to arrive is the one that was there, whatever its
	// hash; from then on each new one is an equivocation.
	wantOutcomes(t, appendAll(t, s, a), store.Added)
	wantOutcomes(t, appendAll(t, s, a2, version(3, "1"), a2), store.Equivocation, store.Added, store.Duplicate)
	wantOutcomes(t, appendAll(t, s, c, c2, a3, a), store.Added, store.Equivocation, store.Equivocation, store.Duplicate)
	wantOutcomes(t, appendAll(t, s, version(7, "y"), version(7, "x"), version(7, "z")),
		store.Added, store.Equivocation, store.Equivocation)
	// The same place on another chain is no equivocation.
	wantOutcomes(t, appendAll(t, s, Spec{Timestamp: Base + 1, Chain: ChainB}.Entry()), store.Added)

	// Each of them is known from now on, whether its hash is the lowest or not.
	all := []store.Entry{a, a2, a3, c, c2, version(7, "y"), version(7, "x"), version(7, "z")}
	for range 2 {
		for i, outcome := range appendAll(t, s, all...) {
			if outcome != store.Duplicate {
				t.Errorf("version %d again: outcome %v, want a duplicate", i, outcome)
			}
		}
		s = b.Reopen(t, s)
		defer s.Close()
	}
	sn := snapshotOf(t, s)
	want := []message.OrderKey{a.Key.OrderKey(), c.Key.OrderKey(), version(7, "").Key.OrderKey()}
	var keys []message.OrderKey
	for key, err := range sn.Equivocations(context.Background(), Part) {
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	if len(keys) != len(want) || keys[0] != want[0] || keys[1] != want[1] || keys[2] != want[2] {
		t.Errorf("evidence for %v, want %v", keys, want)
	}
	st, err := sn.Stats(context.Background(), Part)
	if err != nil || st.Equivocations != 3 || st.Messages != 10 {
		t.Errorf("stats %+v, %v; want 10 messages and 3 equivocations", st, err)
	}
	// All are kept, those with the lower hash first.
	at := message.Ref{Timestamp: Base + 7}
	records := scan(t, sn, store.Query{Part: Part, From: at, To: at})
	if len(records) != 3 || string(records[0].key[:]) >= string(records[1].key[:]) || string(records[1].key[:]) >= string(records[2].key[:]) {
		t.Errorf("records of one order key are not in order of their hashes: %v", records)
	}
}

func testAppendInvalid(t *testing.T, b Backend) {
	s := openStore(t, b)
	for name, change := range map[string]func(*store.Entry){
		"no stream":          func(e *store.Entry) { e.Part.Stream = "" },
		"negative partition": func(e *store.Entry) { e.Part.Partition = -1 },
		"high partition":     func(e *store.Entry) { e.Part.Partition = message.MaxPartitions },
		"no bytes":           func(e *store.Entry) { e.Wire = nil },
		"negative timestamp": func(e *store.Entry) { e.Key[0] = 0xff },
		"negative sequence":  func(e *store.Entry) { e.Key[8] = 0xff },
	} {
		bad := At(2)
		change(&bad)
		if _, err := s.Append(context.Background(), []store.Entry{At(1), bad}); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	if records := scan(t, snapshotOf(t, s), store.Query{Part: Part}); len(records) != 0 {
		t.Errorf("a refused batch left %d messages", len(records))
	}
}

func testAppendContext(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Append(ctx, Range(0, 3)); !errors.Is(err, context.Canceled) {
		t.Errorf("append: %v", err)
	}
	if _, err := s.Has(ctx, Part, []message.Key{At(0).Key}); !errors.Is(err, context.Canceled) {
		t.Errorf("has: %v", err)
	}
	wantOutcomes(t, appendAll(t, s, At(0)), store.Added)
}

func testHas(t *testing.T, b Backend) {
	s := openStore(t, b)
	keys := []message.Key{At(1).Key, At(2).Key, Spec{Timestamp: Base + 1, Content: "other"}.Entry().Key, At(9).Key}
	check := func(part message.StreamPart, want ...bool) {
		t.Helper()
		has, err := s.Has(context.Background(), part, keys)
		if err != nil {
			t.Fatal(err)
		}
		for i := range keys {
			if has[i] != want[i] {
				t.Errorf("key %d: has %v, want %v", i, has[i], want[i])
			}
		}
	}
	check(Part, false, false, false, false)
	appendAll(t, s, At(1), At(9))
	check(Part, true, false, false, true)
	other := message.StreamPart{Stream: Part.Stream, Partition: 1}
	check(other, false, false, false, false)
	appendAll(t, s, Spec{Part: other, Timestamp: Base}.Entry())
	check(other, false, false, false, false)
}
