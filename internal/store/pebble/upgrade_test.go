package pebble

import (
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
)

// version1 makes a store of version 1 by hand, as docs/spec/store.md of that version
// described it: counts without a floor, and counters by the hour.
func version1(t *testing.T, fs vfs.FS) (entries []store.Entry) {
	t.Helper()
	o := testOptions(fs).withDefaults()
	popts := o.pebbleOptions(fs, newListener(&o))
	db, err := pebble.Open("store", popts)
	if err != nil {
		t.Fatal(err)
	}
	id := ID{1, 2, 3}
	u64 := func(numbers ...uint64) (b []byte) {
		for _, n := range numbers {
			b = binary.BigEndian.AppendUint64(b, n)
		}
		return b
	}
	set := func(key, value []byte) {
		t.Helper()
		if err := db.Set(key, value, pebble.Sync); err != nil {
			t.Fatal(err)
		}
	}
	part := []byte{0, 0, 0, 1}
	key := func(kind byte, rest ...byte) []byte { return append(append([]byte{kind}, part...), rest...) }
	set([]byte("i"), append([]byte{0, 0, 0, 1}, id[:]...))
	set(append([]byte("d"+string(storetest.Part.Stream)), 0, 0, 0, 0, 0), part)
	entries = storetest.Range(0, 3)
	var bytes uint64
	var log []byte
	for i, e := range entries {
		set(key('m', e.Key[:]...), append(u64(uint64(i+1)), e.Wire...))
		log = append(append(log, byte(min(i, 1))), e.Key[:]...)
		bytes += uint64(len(e.Wire))
	}
	set(key('a', u64(1)...), log)
	set(key('p'), u64(3, bytes, 0, 0))
	set(key('h', u64(uint64(storetest.Base)/3_600_000)...), u64(3, bytes))
	set([]byte("s"), append(append(u64(3), part...), u64(1)...))
	if err := errors.Join(db.Flush(), db.Close()); err != nil {
		t.Fatal(err)
	}
	return entries
}

// versionOf reads the version of a store and counts its keys of kind 'h'.
func versionOf(t *testing.T, fs vfs.FS) (version uint32, hours int) {
	t.Helper()
	o := testOptions(fs).withDefaults()
	db, _, err := openDB("store", &o, fs, newListener(&o), true)
	if err != nil {
		t.Fatal(err)
	}
	info, err := get(db, infoKey)
	if err != nil {
		t.Fatal(err)
	}
	it, err := db.NewIter(&pebble.IterOptions{LowerBound: []byte{'h'}, UpperBound: []byte{'i'}})
	if err != nil {
		t.Fatal(err)
	}
	for valid := it.First(); valid; valid = it.Next() {
		hours++
	}
	if err := errors.Join(it.Close(), db.Close()); err != nil {
		t.Fatal(err)
	}
	return binary.BigEndian.Uint32(info), hours
}

func TestUpgrade(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	fs := vfs.NewMem()
	entries := version1(t, fs)

	// Reading leaves it as it is.
	if report := check(t, "store", testOptions(fs)); report.Messages != 3 || report.ID != (ID{1, 2, 3}) {
		t.Errorf("report of a store of version 1: %+v", report)
	}
	if version, hours := versionOf(t, fs); version != 1 || hours != 1 {
		t.Fatalf("after a check it has version %d and %d hours", version, hours)
	}

	s := open(t, "store", testOptions(fs))
	outcomes, err := s.Append(ctx, append(entries[:2:2], storetest.At(7)))
	if err != nil || outcomes[0] != store.Duplicate || outcomes[1] != store.Duplicate || outcomes[2] != store.Added {
		t.Errorf("outcomes %v, %v", outcomes, err)
	}
	if got := keysIn(t, s, storetest.Part); len(got) != 4 || got[3] != storetest.At(7).Key {
		t.Errorf("keys %v", got)
	}
	if n, err := storetest.PruneBefore(ctx, s, storetest.Part, storetest.Base+1); err != nil || n != 1 {
		t.Errorf("prune removed %d, %v", n, err)
	}
	closeStore(t, s)
	if version, hours := versionOf(t, fs); version != formatVersion || hours != 0 {
		t.Errorf("after opening it has version %d and %d hours", version, hours)
	}
	if report := check(t, "store", testOptions(fs)); report.Messages != 3 || report.Pruned != 1 {
		t.Errorf("report %+v", report)
	}

	// A version from before the first is none.
	s = open(t, "store", testOptions(fs))
	if err := s.db.Set(infoKey, encodeInfo(0, ID{}), pebble.Sync); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	_, err = Open("store", testOptions(fs))
	wantOneOf(t, "open of version 0", err, ErrFormat)
	if err != nil && !strings.Contains(err.Error(), "versions 1 to 2") {
		t.Errorf("error %q does not say which versions are read", err)
	}
}
