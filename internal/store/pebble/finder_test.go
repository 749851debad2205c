package pebble

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// simpleFind is what find promises: one seek for one key.
func simpleFind(t testing.TB, s *Store, key []byte) []byte {
	t.Helper()
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte{kindMessage}, UpperBound: []byte{kindMessage + 1}})
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	if it.SeekPrefixGE(key) {
		return slices.Clone(it.Key())
	}
	if err := it.Error(); err != nil {
		t.Fatal(err)
	}
	return nil
}

// drawEntry makes an entry with one of few order keys in a range of time, so that
// equal ones and ones that differ in the hash alone come up often.
func drawEntry(rng *rand.Rand, span int64) store.Entry {
	part := storetest.Part
	part.Partition = int32(rng.IntN(3))
	return storetest.Spec{
		Part: part, Timestamp: storetest.Base + rng.Int64N(span), Sequence: int32(rng.IntN(2)),
		Content: strconv.Itoa(rng.IntN(3)),
	}.Entry()
}

// messageKeyOf returns the key in the database of an entry whose part has the id that
// its partition gives it: that of another part, if they came in another order.
func messageKeyOf(e store.Entry) []byte {
	return appendMessageKey(nil, partID(e.Part.Partition)+1, &e.Key)
}

func TestFinder(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 11))
		s := open(t, "store", testOptions(vfs.NewMem()))
		span := int64(50) << (2 * seed)
		for range 20 {
			var batch []store.Entry
			for range rng.IntN(100) {
				batch = append(batch, drawEntry(rng, span))
			}
			mustAppend(t, s, batch...)
			if rng.IntN(3) == 0 {
				if err := s.db.Flush(); err != nil {
					t.Fatal(err)
				}
			}
		}
		for round := range 40 {
			var keys [][]byte
			for range 1 + rng.IntN(300) {
				key := messageKeyOf(drawEntry(rng, 2*span)) // half of them beyond the end
				if rng.IntN(2) == 0 {
					key = key[:prefixLen]
				}
				keys = append(keys, key)
			}
			if round%4 != 0 {
				slices.SortFunc(keys, bytes.Compare)
			}
			compareFinder(t, s, keys)
		}
		closeStore(t, s)
	}
}

// compareFinder looks keys up with one finder and with the simple way.
func compareFinder(t *testing.T, s *Store, keys [][]byte) {
	t.Helper()
	f, err := newFinder(s.db)
	if err != nil {
		t.Fatal(err)
	}
	defer f.it.Close()
	for i, key := range keys {
		got, err := f.find(key)
		if err != nil {
			t.Fatal(err)
		}
		if want := simpleFind(t, s, key); !bytes.Equal(got, want) {
			t.Fatalf("key %d of %d, %x: found %x, want %x", i, len(keys), key, got, want)
		}
	}
}

// TestFinderSeeks counts on what the finder is for: keys of a batch that belong
// together cost a seek, and keys that lie between others nearly always ask the filter.
func TestFinderSeeks(t *testing.T) {
	t.Parallel()
	s := open(t, "store", testOptions(vfs.NewMem()))
	defer closeStore(t, s)
	for n := int64(0); n < 2000; n += 2 {
		mustAppend(t, s, storetest.At(n))
	}
	mustAppend(t, s, storetest.Range(4000, 5000)...)

	for _, tc := range []struct {
		name      string
		from, to  int64
		all, gaps int // seeks at most, and those of them for gaps
	}{
		{"after the end", 5000, 6000, 1, 1},
		{"in a gap", 3000, 4000, 1, 1},
		{"from a gap to after the end", 3500, 5500, 1100, 20},
		{"between others", 0, 2000, 2000, 40},
	} {
		f, err := newFinder(s.db)
		if err != nil {
			t.Fatal(err)
		}
		gaps := 0
		for n := tc.from; n < tc.to; n++ {
			e := storetest.At(n)
			key := messageKeyOf(e)[:prefixLen]
			if _, err := f.find(key); err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(f.low, key) {
				gaps++
			}
		}
		stats := f.it.Stats()
		if all := stats.ForwardSeekCount[pebble.InterfaceCall]; all > tc.all || gaps > tc.gaps {
			t.Errorf("%s: %d seeks, %d of them for gaps; want at most %d and %d", tc.name, all, gaps, tc.all, tc.gaps)
		}
		if err := f.it.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestFinderDamage puts a message beside a block that cannot be read: seeking what is
// stored next runs into the block, but the message has nothing to do with it.
func TestFinderDamage(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	s := open(t, "store", testOptions(fs))
	mustAppend(t, s, storetest.Range(1000, 2000)...)
	if err := s.db.Flush(); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	for _, path := range filesIn(t, fs, "store", ".sst") {
		if sizeOf(t, fs, path) > 20<<10 { // that of the messages
			damage(t, fs, path, 100, 0x55) // in its first block
		}
	}
	s = open(t, "store", testOptions(fs))
	defer s.Close()
	if _, err := s.Append(context.Background(), storetest.Range(1000, 1001)); !errors.Is(err, store.ErrCorrupt) {
		t.Fatalf("append of what is in the damaged block: %v, want ErrCorrupt", err)
	}
	keys := []message.Key{storetest.At(7).Key}
	if has, err := s.Has(context.Background(), storetest.Part, keys); err != nil || has[0] {
		t.Errorf("has: %v, %v", has, err)
	}
	if _, err := s.Append(context.Background(), storetest.Range(0, 10)); err != nil {
		t.Errorf("append before the damaged block: %v", err)
	}
}
