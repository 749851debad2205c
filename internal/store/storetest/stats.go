package storetest

import (
	"context"
	"testing"

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
