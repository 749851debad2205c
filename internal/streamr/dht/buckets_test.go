package dht

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// idWith is an id that shares prefix bits with zero, with a number at its end.
func idWith(prefix int, n uint32) (id wire.NodeID) {
	if prefix < 160 {
		id[prefix/8] |= 0x80 >> (prefix % 8)
	}
	b := binary.BigEndian.AppendUint32(nil, n)
	for i := range b {
		id[16+i] |= b[i]
	}
	return id
}

func contactOf(t *testing.T, id wire.NodeID, g group) *contact {
	return &contact{peer: peerOf(t, id), group: g}
}

func dead(*contact) bool  { return false }
func alive(*contact) bool { return true }

func TestBucketsSplitAroundTheNode(t *testing.T) {
	t.Parallel()
	b := &buckets{k: 4}
	for prefix := range 6 {
		for n := range uint32(10) {
			b.add(contactOf(t, idWith(prefix, n), groupNone), alive)
		}
	}
	for prefix := range 6 {
		if from, to := b.span(prefix); to-from != 4 {
			t.Errorf("bucket %d holds %d, want 4", prefix, to-from)
		}
	}
	if !slices.IsSortedFunc(b.list, func(x, y *contact) int { return b.self.CompareDistance(x.peer.ID, y.peer.ID) }) {
		t.Error("the list is not in order")
	}
	if b.get(idWith(3, 0)) == nil || b.get(idWith(3, 9)) != nil {
		t.Error("get finds what it should not, or does not find what it should")
	}
	if b.remove(idWith(3, 0)) == nil || b.remove(idWith(3, 0)) != nil || len(b.list) != 23 {
		t.Error("remove does not take out one")
	}
	if !b.hasRoom(idWith(3, 9)) || b.hasRoom(idWith(2, 9)) {
		t.Error("after one was taken out its bucket has room, and no other")
	}
	// Somebody with all ids to choose from does not get an unbounded number of places.
	for prefix := range 160 {
		for n := range uint32(10) {
			b.add(contactOf(t, idWith(prefix, n), groupNone), alive)
		}
	}
	if max := (maxDepth + 1) * 4; len(b.list) > max {
		t.Errorf("%d contacts, want at most %d", len(b.list), max)
	}
}

func TestFullBucketsKeepWhatLives(t *testing.T) {
	t.Parallel()
	full := func() *buckets {
		b := &buckets{k: 4}
		for n := range uint32(4) {
			b.add(contactOf(t, idWith(0, 10+n), groupNone), alive)
		}
		b.add(contactOf(t, idWith(1, 0), groupNone), alive)
		return b
	}
	newcomer := contactOf(t, idWith(0, 1), groupNone)
	if dropped, added := full().add(newcomer, alive); dropped != nil || added {
		t.Errorf("a newcomer has replaced %v, which lives", dropped)
	}
	b := full()
	if dropped, added := b.add(newcomer, dead); !added || dropped == nil || dropped.peer.ID != idWith(0, 13) || len(b.list) != 5 {
		t.Errorf("a newcomer has replaced %v, want the furthest", dropped)
	}
	only := func(id wire.NodeID) func(*contact) bool { return func(c *contact) bool { return c.peer.ID != id } }
	if dropped, _ := full().add(newcomer, only(idWith(0, 11))); dropped == nil || dropped.peer.ID != idWith(0, 11) {
		t.Errorf("a newcomer has replaced %v, want the only one that is dead", dropped)
	}
}

func TestGroupsShareBuckets(t *testing.T) {
	t.Parallel()
	b := &buckets{k: 4}
	add := func(n uint32, g group) (*contact, bool) { return b.add(contactOf(t, idWith(0, n), g), alive) }
	for n := range uint32(4) {
		if _, added := add(n, 77); !added {
			t.Fatal("a bucket with room refuses a group")
		}
	}
	b.add(contactOf(t, idWith(1, 0), groupNone), alive)
	if _, added := add(10, 77); added {
		t.Error("a group that has the whole bucket gets more of it")
	}
	for n := range uint32(2) {
		if dropped, added := add(20+n, 88); !added || dropped.group != 77 {
			t.Errorf("another group replaced %v, want one of the group that has too much", dropped)
		}
	}
	if dropped, added := add(30, 99); added {
		t.Errorf("a third group replaced %v, which lives and has not too much", dropped)
	}
	if dropped, added := b.add(contactOf(t, idWith(0, 40), 77), dead); !added || dropped.group != 77 {
		t.Errorf("a group replaced %v, want its own dead", dropped)
	}
}

func TestGapIsWhereRoomIs(t *testing.T) {
	t.Parallel()
	b := &buckets{k: 4, self: idWith(0, 5)}
	r := rand.New(rand.NewPCG(1, 1))
	random := func() (id wire.NodeID) {
		for i := range id {
			id[i] = byte(r.Uint32())
		}
		return id
	}
	if id := random(); b.gap(id) != id {
		t.Error("without buckets the place is not left to chance")
	}
	for range 500 {
		b.add(contactOf(t, random(), groupNone), alive)
	}
	empty := 2
	from, to := b.span(empty)
	b.list = slices.Delete(b.list, from, to)
	for range 20 {
		if got := b.self.CommonPrefix(b.gap(random())); got != empty {
			t.Fatalf("looks into bucket %d, the empty one is %d", got, empty)
		}
	}
}
