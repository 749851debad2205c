package storetest

import (
	"context"
	"errors"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// PruneBefore removes the messages of a part before a time (ms); an unknown part has
// none.
func PruneBefore(ctx context.Context, s store.Store, part message.StreamPart, before int64) (uint64, error) {
	if err := s.RaiseFloor(ctx, part, before); errors.Is(err, store.ErrInvalid) {
		return 0, nil
	} else if err != nil {
		return 0, err
	}
	return s.Prune(ctx, part)
}

func testPrune(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	other := message.StreamPart{Stream: Part.Stream, Partition: 1}
	appendAll(t, s, Range(0, 20)...)
	appendAll(t, s, Spec{Timestamp: Base + 3, Content: "equivocation"}.Entry(), Spec{Timestamp: Base + 12, Content: "equivocation"}.Entry())
	appendAll(t, s, Spec{Part: other, Timestamp: Base}.Entry())
	prune := func(part message.StreamPart, before int64, want uint64) {
		t.Helper()
		if n, err := PruneBefore(ctx, s, part, before); err != nil || n != want {
			t.Fatalf("prune before %d removed %d, %v; want %d", before-Base, n, err, want)
		}
	}
	prune(Part, Base, 0)
	prune(Part, -5, 0)
	prune(message.StreamPart{Stream: "unknown.eth/x"}, Base+100, 0)
	prune(Part, Base+10, 11)
	prune(Part, Base+10, 0)

	s = b.Reopen(t, s)
	defer s.Close()
	sn := snapshotOf(t, s)
	st, err := sn.Stats(ctx, Part)
	if err != nil || st.Messages != 11 || st.Pruned != 11 || st.Equivocations != 1 || st.First.Timestamp != Base+10 || st.Floor != Base+10 {
		t.Errorf("stats %+v, %v", st, err)
	}
	if records := scan(t, sn, store.Query{Part: Part, Limit: 2}); len(records) != 2 || records[0].key != At(10).Key {
		t.Errorf("the first message is not the one at the bound: %v", records)
	}
	if records := scan(t, sn, store.Query{Part: other}); len(records) != 1 {
		t.Errorf("another part has %d messages, want 1", len(records))
	}
	// What was pruned does not come again.
	wantOutcomes(t, appendAll(t, s, At(3), At(12)), store.BelowFloor, store.Duplicate)
	prune(Part, Base+1000, 11)
	st, err = snapshotOf(t, s).Stats(ctx, Part)
	if want := (store.Stats{Pruned: 22, Floor: Base + 1000}); err != nil || st != want {
		t.Errorf("stats of an emptied part %+v, %v; want %+v", st, err, want)
	}
}

// testPruneMany prunes more than any chunk holds, over arrival records that mix
// what goes and what stays.
func testPruneMany(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	const n = 6000
	var stay []store.Entry
	for i := int64(0); i < n/2; i += 50 {
		var batch []store.Entry
		for j := i; j < i+50; j++ {
			keep := Spec{Timestamp: Base + 10*60*60*1000 + j, Content: "stays"}.Entry()
			stay = append(stay, keep)
			batch = append(batch, At(j*6000), keep)
		}
		appendAll(t, s, batch...)
	}
	// Equivocations that a chunk could split: each pair goes as a whole.
	var pairs []store.Entry
	for j := int64(1501); j < n/2; j++ {
		pairs = append(pairs, Spec{Timestamp: Base + j*6000, Content: "equivocation"}.Entry())
	}
	appendAll(t, s, pairs...)
	before := Base + 10*60*60*1000
	removed, err := PruneBefore(ctx, s, Part, before)
	if want := uint64(n/2 + len(pairs)); err != nil || removed != want {
		t.Fatalf("prune removed %d, %v; want %d", removed, err, want)
	}
	sn := snapshotOf(t, s)
	if st, err := sn.Stats(ctx, Part); err != nil || st.Equivocations != 0 || st.Messages != n/2 {
		t.Errorf("stats %+v, %v; want %d messages and no equivocations", st, err, n/2)
	}
	wantEntries(t, scan(t, sn, store.Query{Part: Part}), stay)
	follow, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	records, err := collect(s.Follow(follow, Part, 0), n/2)
	if err != nil {
		t.Fatal(err)
	}
	wantEntries(t, records, stay)
}
