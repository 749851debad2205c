package dht

import (
	"slices"
	"sort"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// maxDepth bounds how often the buckets split: enough for 2^24 nodes. Ids can be chosen
// freely, so without it strangers could fill 160 buckets.
const maxDepth = 24

// contact is a node that is known, with what is known about it.
type contact struct {
	peer  *wire.Peer
	group group
	// heard is whether the node itself has spoken; others may tell of nodes that do not exist.
	heard bool
	// round is when it did so last, in rounds of the discovery layer.
	round uint32
}

// buckets are the k-buckets of a node. Bucket i holds nodes that share exactly i
// leading bits with the own id, the last one those that share more. Only the last one splits.
//
// As a bucket is a range of distances, all of them are one list ordered by distance.
type buckets struct {
	self  wire.NodeID
	k     int
	depth int        // number of the last bucket
	list  []*contact // closest first
}

// search finds the place of an id in a list of contacts ordered by distance.
func search(self wire.NodeID, list []*contact, id wire.NodeID) (int, bool) {
	return slices.BinarySearchFunc(list, id, func(c *contact, id wire.NodeID) int {
		return self.CompareDistance(c.peer.ID, id)
	})
}

func (b *buckets) get(id wire.NodeID) *contact {
	if i, ok := search(b.self, b.list, id); ok {
		return b.list[i]
	}
	return nil
}

// span is where the list holds a bucket.
func (b *buckets) span(bucket int) (from, to int) {
	first := func(prefix int) int { // first place with a shared prefix shorter than prefix
		return sort.Search(len(b.list), func(i int) bool { return b.self.CommonPrefix(b.list[i].peer.ID) < prefix })
	}
	if bucket < b.depth {
		from = first(bucket + 1)
	}
	return from, first(bucket)
}

// add puts a contact in. If its bucket is full it takes the place of one that is not
// alive; if there is none it stays outside.
//
// Official nodes drop the furthest instead, alive or not (§5.2). That lets anybody who sends
// a few messages replace all neighbours, so nodes that have shown that they live stay here,
// as in the original Kademlia.
func (b *buckets) add(c *contact, alive func(*contact) bool) (dropped *contact, added bool) {
	for {
		bucket := min(b.self.CommonPrefix(c.peer.ID), b.depth)
		from, to := b.span(bucket)
		switch {
		case to-from < b.k:
		case bucket == b.depth && b.depth < maxDepth:
			b.depth++
			continue
		default:
			dropped = b.victim(b.list[from:to], c.group, alive)
			if dropped == nil {
				return nil, false
			}
			b.remove(dropped.peer.ID)
		}
		i, _ := search(b.self, b.list, c.peer.ID)
		b.list = slices.Insert(b.list, i, c)
		return dropped, true
	}
}

// hasRoom is whether an id's bucket is not full.
func (b *buckets) hasRoom(id wire.NodeID) bool {
	from, to := b.span(min(b.self.CommonPrefix(id), b.depth))
	return to-from < b.k
}

// gap is a place in the bucket that has the most room, of those that do not split: the
// first bits are the bucket's, the rest is that of id.
func (b *buckets) gap(id wire.NodeID) wire.NodeID {
	best, room := -1, 0
	for bucket := range b.depth {
		if from, to := b.span(bucket); b.k-(to-from) > room {
			best, room = bucket, b.k-(to-from)
		}
	}
	if best < 0 {
		return id
	}
	for i := 0; i <= best; i++ {
		mask := byte(0x80) >> (i % 8)
		bit := b.self[i/8] & mask
		if i == best {
			bit ^= mask
		}
		id[i/8] = id[i/8]&^mask | bit
	}
	return id
}

// victim picks the contact of a full bucket that makes room for one of a group: the
// furthest that is not alive, else one of a group that has more than half of the bucket.
// A group that has half of it gets no more.
func (b *buckets) victim(bucket []*contact, g group, alive func(*contact) bool) *contact {
	count := func(g group) (n int) {
		for _, c := range bucket {
			if c.group == g {
				n++
			}
		}
		return n
	}
	crowded := g != groupNone && count(g) >= (b.k+1)/2
	for _, c := range slices.Backward(bucket) {
		if (!crowded || c.group == g) && !alive(c) {
			return c
		}
	}
	if crowded {
		return nil
	}
	for _, c := range slices.Backward(bucket) {
		if c.group != groupNone && c.group != g && count(c.group) > (b.k+1)/2 {
			return c
		}
	}
	return nil
}

func (b *buckets) remove(id wire.NodeID) *contact {
	i, ok := search(b.self, b.list, id)
	if !ok {
		return nil
	}
	c := b.list[i]
	b.list = slices.Delete(b.list, i, i+1)
	return c
}
