package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

func testFloor(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	other := message.StreamPart{Stream: Part.Stream, Partition: 1}
	if err := s.RaiseFloor(ctx, Part, Base); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("floor of an unknown part: %v, want ErrInvalid", err)
	}
	raise := func(before, want int64) {
		t.Helper()
		if err := s.RaiseFloor(ctx, Part, before); err != nil {
			t.Fatal(err)
		}
		if st, err := snapshotOf(t, s).Stats(ctx, Part); err != nil || st.Floor != want {
			t.Fatalf("floor %d, %v; want %d", st.Floor, err, want)
		}
	}
	appendAll(t, s, At(0), At(5), At(10))
	raise(-1, 0)
	raise(0, 0)
	raise(Base+7, Base+7)
	raise(Base+3, Base+7)
	raise(0, Base+7)

	// Below the floor nothing is taken in, not even as a duplicate; at the floor and
	// in other parts everything goes on. What was there stays until it is pruned.
	in := []store.Entry{
		At(10), At(5), At(6), At(7), At(8), At(6),
		Spec{Timestamp: Base + 5, Content: "other"}.Entry(),
		Spec{Part: other, Timestamp: Base + 1}.Entry(),
		Spec{Timestamp: Base + 7, Content: "other"}.Entry(),
	}
	wantOutcomes(t, appendAll(t, s, in...),
		store.Duplicate, store.BelowFloor, store.BelowFloor, store.Added, store.Added, store.BelowFloor,
		store.BelowFloor, store.Added, store.Equivocation)
	sn := snapshotOf(t, s)
	if sn.Seq() != 7 {
		t.Errorf("snapshot has seq %d, want 7", sn.Seq())
	}
	if records := scan(t, sn, store.Query{Part: Part, To: message.Ref{Timestamp: Base + 6}}); len(records) != 2 {
		t.Errorf("%d messages below the floor, want the 2 that were there", len(records))
	}
	wantOutcomes(t, appendAll(t, s, At(1), At(2)), store.BelowFloor, store.BelowFloor)

	s = b.Reopen(t, s)
	defer s.Close()
	wantOutcomes(t, appendAll(t, s, At(6), At(9)), store.BelowFloor, store.Added)
	if n, err := s.Prune(ctx, Part); err != nil || n != 2 {
		t.Errorf("prune removed %d, %v; want 2", n, err)
	}
	if n, err := s.Prune(ctx, other); err != nil || n != 0 {
		t.Errorf("prune without a floor removed %d, %v", n, err)
	}
	st, err := snapshotOf(t, s).Stats(ctx, Part)
	if err != nil || st.Messages != 5 || st.Pruned != 2 || st.Floor != Base+7 || st.First.Timestamp != Base+7 {
		t.Errorf("stats %+v, %v", st, err)
	}
}

// testFloorConcurrent raises the floor among appends: what is below it and was not
// there when RaiseFloor returned must not turn up afterwards.
func testFloorConcurrent(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx := context.Background()
	appendAll(t, s, At(1_000_000))
	const rounds, writers = 30, 3
	var wg sync.WaitGroup
	for w := range int64(writers) {
		wg.Go(func() {
			for i := range int64(rounds * 3) {
				if _, err := s.Append(ctx, Range(i*2+w*1000, i*2+w*1000+4)); err != nil {
					t.Errorf("append: %v", err)
					return
				}
			}
		})
	}
	below := func(sn store.Snapshot, floor int64) int {
		return len(scan(t, sn, store.Query{Part: Part, To: message.Ref{Timestamp: floor - 1, Sequence: 1 << 30}}))
	}
	for i := range int64(rounds) {
		floor := Base + i*100
		if err := s.RaiseFloor(ctx, Part, floor); err != nil {
			t.Fatal(err)
		}
		before := below(snapshotOf(t, s), floor)
		appendAll(t, s, At(1_000_001+i))
		if after := below(snapshotOf(t, s), floor); after != before {
			t.Fatalf("%d messages below the floor, and later %d", before, after)
		}
	}
	wg.Wait()
	if n, err := s.Prune(ctx, Part); err != nil {
		t.Errorf("prune removed %d, %v", n, err)
	}
	if n := below(snapshotOf(t, s), Base+(rounds-1)*100); n != 0 {
		t.Errorf("%d messages below the floor after pruning", n)
	}
}
