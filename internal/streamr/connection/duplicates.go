package connection

import (
	"hash/maphash"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// duplicates remembers the newest message ids. The sender is part of what it remembers:
// otherwise a peer that knows the id of a message on its way to us, because it got the
// same one, could send something else under that id and keep the message out.
//
// It keeps 64-bit hashes with a secret seed. Two messages of the memory collide with a
// probability of 10,000²/2^65, and nobody can make it happen.
type duplicates struct {
	seed maphash.Seed
	size int
	ring []uint64 // grows up to size, then is overwritten from next on
	next int
	seen map[uint64]struct{}
}

func newDuplicates(size int) *duplicates {
	return &duplicates{seed: maphash.MakeSeed(), size: size, seen: make(map[uint64]struct{})}
}

// isNew is whether the message was not seen, and remembers it.
func (d *duplicates) isNew(from wire.NodeID, messageID string) bool {
	key := maphash.String(d.seed, messageID) ^ maphash.Bytes(d.seed, from[:])
	if _, ok := d.seen[key]; ok {
		return false
	}
	if len(d.ring) < d.size {
		d.ring = append(d.ring, key)
	} else {
		delete(d.seen, d.ring[d.next])
		d.ring[d.next] = key
		d.next = (d.next + 1) % d.size
	}
	d.seen[key] = struct{}{}
	return true
}
