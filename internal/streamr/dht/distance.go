package dht

import (
	"iter"
	"sort"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// byDistance goes through peers that are ordered by node id, the closest to a place first.
// To find a few of very many it looks at few: who shares the first bits of an id is side by side.
func byDistance(ordered []*wire.Peer, target wire.NodeID) iter.Seq[*wire.Peer] {
	return func(yield func(*wire.Peer) bool) { walk(ordered, target, yield) }
}

// walk is false if yield was.
func walk(ps []*wire.Peer, target wire.NodeID, yield func(*wire.Peer) bool) bool {
	if len(ps) == 0 {
		return true
	}
	// All of them share the bits that the first and the last share. The next bit decides.
	bit := ps[0].ID.CommonPrefix(ps[len(ps)-1].ID)
	if bit == 8*wire.NodeIDLen {
		return yield(ps[0])
	}
	isSet := func(id wire.NodeID) bool { return id[bit/8]&(0x80>>(bit%8)) != 0 }
	ones := sort.Search(len(ps), func(i int) bool { return isSet(ps[i].ID) })
	near, far := ps[:ones], ps[ones:]
	if isSet(target) {
		near, far = far, near
	}
	return walk(near, target, yield) && walk(far, target, yield)
}
