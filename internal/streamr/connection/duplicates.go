package connection

import (
	"hash/maphash"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// maxRemembered is the largest memory of message ids, as places in it have 16 bits.
const maxRemembered = 1<<16 - 2

// duplicates remembers the newest message ids. The sender is part of what it remembers:
// otherwise a peer that knows the id of a message on its way to us, because it got the
// same one, could send something else under that id and keep the message out.
//
// It keeps 64-bit hashes with a secret seed. Two messages of the memory collide with a
// probability of 10,000²/2^65, and nobody can make it happen. The hashes are in a ring, and
// a table with open addressing finds them: half of what a map would take, and a map of
// 10,000 was most of the memory of a node.
type duplicates struct {
	seed  maphash.Seed
	size  int
	ring  []uint64 // grows up to size, then is overwritten from next on
	next  int
	slots []uint16 // places in the ring, from 1; 0 is a free slot. At least twice as many as places
}

func newDuplicates(size int) *duplicates {
	return &duplicates{seed: maphash.MakeSeed(), size: min(size, maxRemembered)}
}

// isNew is whether the message was not seen, and remembers it.
func (d *duplicates) isNew(from wire.NodeID, messageID string) bool {
	return d.add(maphash.String(d.seed, messageID) ^ maphash.Bytes(d.seed, from[:]))
}

// add is false for a hash that is remembered.
func (d *duplicates) add(key uint64) bool {
	if len(d.ring) < d.size && 2*len(d.ring) >= len(d.slots) {
		d.grow()
	}
	slot, found := d.find(key)
	if found {
		return false
	}
	place := len(d.ring)
	if place < d.size {
		d.ring = append(d.ring, key)
	} else {
		place = d.next
		d.forget(place)
		d.ring[place] = key
		d.next = (place + 1) % d.size
		slot, _ = d.find(key) // others have moved
	}
	d.slots[slot] = uint16(place + 1)
	return true
}

// find looks a hash up: its slot, or the one where it belongs.
func (d *duplicates) find(key uint64) (slot int, found bool) {
	mask := len(d.slots) - 1
	for slot = int(key) & mask; d.slots[slot] != 0; slot = (slot + 1) & mask {
		if d.ring[d.slots[slot]-1] == key {
			return slot, true
		}
	}
	return slot, false
}

// grow makes room for twice as many.
func (d *duplicates) grow() {
	d.slots = make([]uint16, max(16, 2*len(d.slots)))
	for i, key := range d.ring {
		slot, _ := d.find(key)
		d.slots[slot] = uint16(i + 1)
	}
}

// forget frees the slot of a place, and closes the gap in the row of those behind it.
func (d *duplicates) forget(place int) {
	mask := len(d.slots) - 1
	gap, _ := d.find(d.ring[place])
	for slot := (gap + 1) & mask; d.slots[slot] != 0; slot = (slot + 1) & mask {
		home := int(d.ring[d.slots[slot]-1]) & mask
		// It may move into the gap if that is not before its home.
		if (slot-home)&mask >= (slot-gap)&mask {
			d.slots[gap] = d.slots[slot]
			gap = slot
		}
	}
	d.slots[gap] = 0
}
