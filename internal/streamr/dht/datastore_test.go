package dht

import (
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

type storeTest struct {
	*dataStore
	t     *testing.T
	clock *loop.Virtual
	key   wire.NodeID
}

func newStoreTest(t *testing.T, l Limits) *storeTest {
	clock := loop.NewVirtual()
	return &storeTest{newDataStore(idOf(0), l, clock.Now), t, clock, idOf(0x55)}
}

func (s *storeTest) entry(creator byte, createdAt time.Time) *wire.DataEntry {
	return entryOf(s.t, s.key, peerOf(s.t, idOf(creator)).Descriptor, createdAt)
}

func (s *storeTest) add(creator byte, firstHand bool) bool {
	return s.put(s.key, s.entry(creator, s.clock.Now()), firstHand)
}

func TestStoredDataLivesForAMinute(t *testing.T) {
	t.Parallel()
	s := newStoreTest(t, Limits{})
	long, short := s.entry(1, s.clock.Now()), s.entry(2, s.clock.Now())
	long.Ttl, short.Ttl = 1e9, 10_000
	s.put(s.key, long, true)
	s.put(s.key, short, true)
	s.clock.RunFor(9 * time.Second)
	if n := len(s.get(s.key)); n != 2 {
		t.Fatalf("%d entries after 9 s, want 2", n)
	}
	if e := s.remaining(s.keys[s.key][0]); e.Ttl != 51_000 {
		t.Errorf("passed on with %d ms to live, want 51,000", e.Ttl)
	}
	s.clock.RunFor(2 * time.Second)
	if n := len(s.get(s.key)); n != 1 {
		t.Errorf("%d entries after 11 s, want 1", n)
	}
	s.clock.RunFor(49 * time.Second)
	if s.sweep(); len(s.keys) != 0 || s.bytes != 0 || len(s.creators) != 0 {
		t.Errorf("after a minute %d keys, %d bytes, %d creators are left", len(s.keys), s.bytes, len(s.creators))
	}
}

func TestTheNewestEntryCounts(t *testing.T) {
	t.Parallel()
	s := newStoreTest(t, Limits{})
	now := s.clock.Now()
	if !s.put(s.key, s.entry(1, now), true) || s.put(s.key, s.entry(1, now), true) || s.put(s.key, s.entry(1, now.Add(-time.Second)), true) {
		t.Error("an entry that is not newer was stored")
	}
	s.markDeleted(s.key, idOf(1))
	if es := s.get(s.key); len(es) != 1 || !es[0].Deleted {
		t.Errorf("%v, want one deleted entry", es)
	}
	if !s.put(s.key, s.entry(1, now.Add(time.Second)), true) {
		t.Error("a newer entry was not stored")
	}
	if es := s.get(s.key); len(es) != 1 || es[0].Deleted {
		t.Errorf("%v, want one entry that is not deleted", es)
	}
	given := s.get(s.key)[0]
	s.markStale(s.key)
	if given.Stale || !s.get(s.key)[0].Stale {
		t.Error("an entry was changed that somebody else has")
	}
}

func TestFullKeysPreferTheCreatorsThemselves(t *testing.T) {
	t.Parallel()
	s := newStoreTest(t, Limits{EntriesPerKey: 3})
	for c := byte(1); c <= 3; c++ {
		s.add(c, c == 1)
	}
	if s.add(4, false) {
		t.Error("hearsay has found room in a full key")
	}
	if !s.add(5, true) || !s.add(6, true) || s.add(7, true) {
		t.Error("creators do not replace hearsay, or each other")
	}
	if !s.has(s.key, idOf(1)) || s.has(s.key, idOf(2)) || s.has(s.key, idOf(3)) || len(s.get(s.key)) != 3 {
		t.Error("the wrong entries are left")
	}
}

func TestStoreIsBounded(t *testing.T) {
	t.Parallel()
	s := newStoreTest(t, Limits{TotalBytes: 100_000, KeysPerCreator: 1000})
	for i := range 2000 {
		s.key = wire.KeyOf(fmt.Sprint(i))
		s.add(byte(i), i%2 == 0)
	}
	if s.bytes > 100_000 || s.evicted == 0 {
		t.Errorf("%d bytes, want at most 100,000", s.bytes)
	}
	bytes, hearsay, firstHand, near, far := 0, 0, 0, 0, 0
	for key, list := range s.keys {
		for _, x := range list {
			bytes += x.bytes
			if x.firstHand {
				firstHand++
			} else {
				hearsay++
			}
		}
		if key[0] < 0x80 {
			near++
		} else {
			far++
		}
	}
	if bytes != s.bytes {
		t.Errorf("counted %d bytes, there are %d", s.bytes, bytes)
	}
	if hearsay > firstHand/4 || far > near {
		t.Errorf("left are %d of hearsay, %d first-hand; %d near, %d far", hearsay, firstHand, near, far)
	}
	s = newStoreTest(t, Limits{KeysPerCreator: 10})
	for i := range 20 {
		s.key = wire.KeyOf(fmt.Sprint(i))
		s.add(1, true)
	}
	if len(s.keys) != 10 || s.refused != 10 {
		t.Errorf("one creator has %d keys, want 10", len(s.keys))
	}
}

func TestSeenRemembersLongEnough(t *testing.T) {
	t.Parallel()
	s := newSeen()
	now := loop.Epoch
	for i := range seenMax {
		if !s.add(fmt.Sprint(i), now) {
			t.Fatalf("%d is not new", i)
		}
	}
	for i := range seenMax {
		if s.add(fmt.Sprint(i), now.Add(time.Second)) {
			t.Fatalf("%d was forgotten", i)
		}
	}
	for i := range 10 * seenMax {
		s.add(fmt.Sprint("more", i), now)
	}
	if n := len(s.now) + len(s.old); n > 2*seenMax {
		t.Errorf("%d are remembered, want at most %d", n, 2*seenMax)
	}
	s.add("a", now.Add(time.Hour))
	if s.add("a", now.Add(time.Hour+2*seenFor-time.Second)) {
		t.Error("forgotten too early")
	}
	if !s.add("a", now.Add(2*time.Hour)) || len(s.now)+len(s.old) > 1 {
		t.Error("a quiet node remembers for ever")
	}
}

func TestSilences(t *testing.T) {
	t.Parallel()
	clock := loop.NewVirtual()
	s := &silences{now: clock.Now}
	id := idOf(1)
	if s.note(id) || !s.quiet(id) {
		t.Error("one silence drops, or is not noticed")
	}
	if s.clear(id); s.quiet(id) || s.all != nil {
		t.Error("a node that speaks stays silent")
	}
	s.note(id)
	if clock.RunFor(silenceFor); s.quiet(id) {
		t.Error("silent for ever")
	}
	if !s.note(id) {
		t.Error("two silences do not drop")
	}
}
