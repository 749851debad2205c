package pebble

import (
	"context"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store/storetest"
)

// TestKindsSplit looks whether messages and the arrival log have files of their own,
// after flushes and after a compaction, whatever else was written with them.
func TestKindsSplit(t *testing.T) {
	t.Parallel()
	s := open(t, "store", testOptions(vfs.NewMem()))
	defer closeStore(t, s)
	ctx := context.Background()
	look := func(when string) {
		t.Helper()
		levels, err := s.db.SSTables()
		if err != nil {
			t.Fatal(err)
		}
		kinds := make(map[byte]bool)
		for _, tables := range levels {
			for _, table := range tables {
				first, last := table.Smallest.UserKey[0], table.Largest.UserKey[0]
				kinds[first] = true
				if first != last && (first <= kindArrival && kindArrival <= last || first <= kindMessage && kindMessage <= last) {
					t.Errorf("%s: a file has keys of the kinds %c to %c", when, first, last)
				}
			}
		}
		if !kinds[kindArrival] || !kinds[kindMessage] {
			t.Errorf("%s: files begin with the kinds %v", when, kinds)
		}
	}
	for n := range int64(3) {
		mustAppend(t, s, storetest.Range(n*100, n*100+150)...)
		if err := s.PutMeta(ctx, "key", []byte("value")); err != nil {
			t.Fatal(err)
		}
		if err := s.db.Flush(); err != nil {
			t.Fatal(err)
		}
		look("after a flush")
	}
	if err := s.db.Compact(ctx, []byte{0}, []byte{0xff}, false); err != nil {
		t.Fatal(err)
	}
	look("after a compaction")
}
