package dht

import (
	"encoding/binary"
	"slices"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// The ring orders nodes by region, then by IP address (§5.6), so that the nodes beside
// a node on it are close to it on the map as well.

// ringIDLen is the length of a ring id in bytes.
const ringIDLen = 15

// ringID is a place on the ring, 120 bits.
type ringID struct{ hi, lo uint64 }

const ringHiMask = 1<<56 - 1

func parseRingID(b []byte) (ringID, bool) {
	if len(b) != ringIDLen {
		return ringID{}, false
	}
	var full [16]byte
	copy(full[1:], b)
	return ringID{binary.BigEndian.Uint64(full[:8]), binary.BigEndian.Uint64(full[8:])}, true
}

func ringIDOf(p *wire.Peer) ringID {
	region, ip := uint64(p.Descriptor.GetRegion()), uint64(p.Descriptor.GetIpAddress())
	end := binary.BigEndian.Uint64(p.ID[wire.NodeIDLen-8:])
	return ringID{region<<24 | ip>>8, ip<<56 | end&ringHiMask}
}

func ringBytes(p *wire.Peer) []byte {
	b := make([]byte, 0, ringIDLen)
	b = binary.BigEndian.AppendUint32(b, p.Descriptor.GetRegion())
	b = binary.BigEndian.AppendUint32(b, p.Descriptor.GetIpAddress())
	return append(b, p.ID[wire.NodeIDLen-7:]...)
}

func (r ringID) less(x ringID) bool {
	return r.hi < x.hi || r.hi == x.hi && r.lo < x.lo
}

// minus is r − x − borrow modulo 2^120.
func (r ringID) minus(x ringID, borrow uint64) ringID {
	lo := r.lo - x.lo - borrow
	carry := uint64(0)
	if r.lo < x.lo || r.lo == x.lo && borrow == 1 {
		carry = 1
	}
	return ringID{(r.hi - x.hi - carry) & ringHiMask, lo}
}

// left is how far x is on the left of r. The protocol has one place less on the ring than
// there are ids, hence the 1 where the way leads across the end.
func (r ringID) left(x ringID) ringID {
	if x.less(r) {
		return r.minus(x, 0)
	}
	return r.minus(x, 1)
}

// right is how far x is on the right of r.
func (r ringID) right(x ringID) ringID {
	if x.less(r) {
		return x.minus(r, 1)
	}
	return x.minus(r, 0)
}

// ringPerSide is how many contacts are kept on each side.
const ringPerSide = 5

// ringList holds the contacts closest to a place on the ring, on both sides, closest first.
type ringList struct {
	at          ringID
	left, right []ringContact
}

type ringContact struct {
	peer     *wire.Peer
	group    group
	id       ringID
	distance ringID // from the place, on its side
}

// add puts p on the sides where it belongs to the closest.
func (l *ringList) add(p *wire.Peer) (changed bool) {
	id := ringIDOf(p)
	if id == l.at {
		return false
	}
	c := ringContact{peer: p, group: groupOf(p), id: id}
	c.distance = l.at.left(id)
	changed = ringInsert(&l.left, c)
	c.distance = l.at.right(id)
	return ringInsert(&l.right, c) || changed
}

// ringInsert adds c to one side unless it is full of closer ones. A group that has more than
// half of a full side only replaces its own.
func ringInsert(side *[]ringContact, c ringContact) bool {
	place := len(*side)
	for i, x := range *side {
		if x.peer.ID == c.peer.ID {
			return false
		}
		if place == len(*side) && c.distance.less(x.distance) {
			place = i
		}
	}
	if len(*side) < ringPerSide {
		*side = slices.Insert(*side, place, c)
		return true
	}
	drop := ringPerSide - 1
	if c.group != groupNone {
		same, last := 0, 0
		for i, x := range *side {
			if x.group == c.group {
				same, last = same+1, i
			}
		}
		if same > ringPerSide/2 {
			drop = last
		}
	}
	if place > drop {
		return false
	}
	copy((*side)[place+1:drop+1], (*side)[place:drop])
	(*side)[place] = c
	return true
}

func (l *ringList) remove(id wire.NodeID) (changed bool) {
	for _, side := range []*[]ringContact{&l.left, &l.right} {
		n := len(*side)
		*side = slices.DeleteFunc(*side, func(c ringContact) bool { return c.peer.ID == id })
		changed = changed || len(*side) != n
	}
	return changed
}

// has is whether a node is on one of the sides.
func (l *ringList) has(id wire.NodeID) bool {
	is := func(c ringContact) bool { return c.peer.ID == id }
	return slices.ContainsFunc(l.left, is) || slices.ContainsFunc(l.right, is)
}

// all lists every contact once.
func (l *ringList) all() []*wire.Peer {
	ps := ringPeers(l.left)
	for _, c := range l.right {
		if indexOf(ps, c.peer.ID) < 0 {
			ps = append(ps, c.peer)
		}
	}
	return ps
}

func ringPeers(side []ringContact) []*wire.Peer {
	ps := make([]*wire.Peer, len(side), len(side)+ringPerSide)
	for i, c := range side {
		ps[i] = c.peer
	}
	return ps
}

// closestTo picks those closest to another place, leaving some out.
func (l *ringList) closestTo(at ringID, exclude func(wire.NodeID) bool) *ringList {
	closest := &ringList{at: at}
	for _, p := range l.all() {
		if exclude == nil || !exclude(p.ID) {
			closest.add(p)
		}
	}
	return closest
}
