package dht

import (
	"math/rand/v2"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// Bounds of the lists of contacts (§5.2).
const (
	maxNearby     = 200
	maxRandom     = 200
	randomChance  = 0.2
	failedFor     = 3 * time.Minute // how long hearsay about a node that did not answer is not believed: longer than others take to notice
	maxFailed     = 64
	maxLost       = 32
	groupOfNearby = maxNearby / 2
	groupOfRandom = maxRandom / 4
)

// contacts are the nodes that one node knows in one layer. Some of them, those in the
// buckets, are its neighbours.
type contacts struct {
	self   *wire.Peer
	rand   *rand.Rand
	now    func() time.Time
	events contactEvents

	neighbors buckets
	nearby    []*contact   // the closest, closest first
	random    []*wire.Peer // picked by chance, oldest first
	ring      ringList
	failed    []failure    // oldest first
	lost      []*wire.Peer // neighbours whose connections broke, oldest first
}

type failure struct {
	id    wire.NodeID
	until time.Time
}

// contactEvents are what the lists tell. All are needed.
type contactEvents struct {
	// alive is whether a neighbour has shown that it lives.
	alive func(*contact) bool
	// replaceable is whether a new descriptor of a known node is believed.
	replaceable     func(wire.NodeID) bool
	neighborAdded   func(*contact)
	neighborRemoved func(p *wire.Peer, last bool)
	changed         func()
}

func newContacts(self *wire.Peer, bucketSize int, rand *rand.Rand, now func() time.Time, events contactEvents) *contacts {
	return &contacts{
		self: self, rand: rand, now: now, events: events,
		neighbors: buckets{self: self.ID, k: bucketSize},
		ring:      ringList{at: ringIDOf(self)},
	}
}

// get finds a contact among the neighbours and the nearby.
func (c *contacts) get(id wire.NodeID) *contact {
	if x := c.neighbors.get(id); x != nil {
		return x
	}
	if i, ok := search(c.self.ID, c.nearby, id); ok {
		return c.nearby[i]
	}
	return nil
}

// heard makes a node known that has spoken itself.
func (c *contacts) heard(p *wire.Peer) {
	if p.ID == c.self.ID {
		return
	}
	x := c.get(p.ID)
	if x != nil {
		x.heard = true
		if !x.peer.Same(p) && c.events.replaceable(p.ID) {
			c.replace(x, p)
		}
	}
	c.forgive(p.ID)
	c.add(p, true)
}

// told makes a node known that others tell of.
func (c *contacts) told(p *wire.Peer) {
	if p.ID == c.self.ID || c.hasFailed(p.ID) {
		return
	}
	c.add(p, false)
}

// replace takes a node's new descriptor over, as after a restart on another port.
func (c *contacts) replace(x *contact, p *wire.Peer) {
	old := x.peer
	x.peer, x.group = p, groupOf(p)
	if i := indexOf(c.random, p.ID); i >= 0 {
		c.random[i] = p
	}
	if c.ring.remove(old.ID) {
		c.ring.add(p)
	}
	c.events.changed()
}

func (c *contacts) add(p *wire.Peer, heard bool) {
	x, neighbor := c.neighbors.get(p.ID), true
	i, near := search(c.self.ID, c.nearby, p.ID)
	if x == nil {
		neighbor = false
		if near {
			x = c.nearby[i]
		}
	}
	known := x != nil
	if !known {
		x = &contact{peer: p, group: groupOf(p), heard: heard}
	}
	changed := false
	if known {
		changed = c.addRandom(x.peer)
	}
	if !near {
		changed = c.addNearby(x) || changed
	}
	changed = c.ring.add(x.peer) || changed
	if !neighbor {
		dropped, added := c.neighbors.add(x, c.events.alive)
		if dropped != nil {
			c.events.neighborRemoved(dropped.peer, false)
		}
		if added {
			changed = true
			c.events.neighborAdded(x)
		}
	}
	if changed {
		c.events.changed()
	}
}

// addNearby puts x among the nearby. What falls out has a chance to stay as a random one.
func (c *contacts) addNearby(x *contact) bool {
	i, _ := search(c.self.ID, c.nearby, x.peer.ID)
	if len(c.nearby) >= maxNearby {
		drop := len(c.nearby) - 1
		if x.group != groupNone {
			same, last := 0, 0
			for j, y := range c.nearby {
				if y.group == x.group {
					same, last = same+1, j
				}
			}
			if same >= groupOfNearby {
				drop = last
			}
		}
		if i > drop {
			return false
		}
		out := c.nearby[drop]
		c.nearby = slices.Delete(c.nearby, drop, drop+1)
		c.addRandom(out.peer)
	}
	c.nearby = slices.Insert(c.nearby, i, x)
	return true
}

// addRandom keeps p with some probability, in the place of the oldest.
func (c *contacts) addRandom(p *wire.Peer) bool {
	if c.rand.Float64() >= randomChance || indexOf(c.random, p.ID) >= 0 {
		return false
	}
	if len(c.random) >= maxRandom {
		drop := 0
		if g := groupOf(p); g != groupNone {
			same, first := 0, -1
			for i, q := range c.random {
				if groupOf(q) == g {
					if same++; first < 0 {
						first = i
					}
				}
			}
			if same >= groupOfRandom {
				drop = first
			}
		}
		c.random = slices.Delete(c.random, drop, drop+1)
	}
	c.random = append(c.random, p)
	return true
}

// remove forgets a node everywhere.
func (c *contacts) remove(id wire.NodeID) {
	changed := false
	if i, ok := search(c.self.ID, c.nearby, id); ok {
		c.nearby = slices.Delete(c.nearby, i, i+1)
		changed = true
	}
	if i := indexOf(c.random, id); i >= 0 {
		c.random = slices.Delete(c.random, i, i+1)
		changed = true
	}
	if i := indexOf(c.lost, id); i >= 0 {
		c.lost = slices.Delete(c.lost, i, i+1)
	}
	changed = c.ring.remove(id) || changed
	changed = c.removeNeighbor(id) || changed
	if changed {
		c.events.changed()
	}
}

// removeNeighbor takes a node out of the buckets only.
func (c *contacts) removeNeighbor(id wire.NodeID) bool {
	x := c.neighbors.remove(id)
	if x == nil {
		return false
	}
	c.events.neighborRemoved(x.peer, len(c.neighbors.list) == 0)
	return true
}

// fail forgets a node that does not answer, and does not take others' word for it for a
// while.
func (c *contacts) fail(id wire.NodeID) {
	c.forgive(id)
	if len(c.failed) >= maxFailed {
		c.failed = slices.Delete(c.failed, 0, 1)
	}
	c.failed = append(c.failed, failure{id, c.now().Add(failedFor)})
	c.remove(id)
	c.refill()
}

// refill gives the place of a neighbour that is gone to the closest contact that has
// lived and is not a neighbour, if its bucket has room.
func (c *contacts) refill() {
	for _, x := range c.nearby {
		if !x.heard || c.neighbors.get(x.peer.ID) != nil || !c.neighbors.hasRoom(x.peer.ID) {
			continue
		}
		c.neighbors.add(x, c.events.alive)
		c.events.neighborAdded(x)
		c.events.changed()
		return
	}
}

func (c *contacts) hasFailed(id wire.NodeID) bool {
	i := slices.IndexFunc(c.failed, func(f failure) bool { return f.id == id })
	return i >= 0 && c.now().Before(c.failed[i].until)
}

func (c *contacts) forgive(id wire.NodeID) {
	if len(c.failed) > 0 {
		c.failed = slices.DeleteFunc(c.failed, func(f failure) bool { return f.id == id })
	}
}

// lose takes a neighbour out whose connection broke, but remembers it: after a partition
// of the network it may be a way back.
func (c *contacts) lose(p *wire.Peer) {
	if !c.removeNeighbor(p.ID) {
		return
	}
	if x := c.get(p.ID); x != nil {
		x.heard = false
	}
	if indexOf(c.lost, p.ID) < 0 {
		if len(c.lost) >= maxLost {
			c.lost = slices.Delete(c.lost, 0, 1)
		}
		c.lost = append(c.lost, p)
	}
	c.refill()
	c.events.changed()
}

// hasNeighbor is whether there is a neighbour that has spoken.
func (c *contacts) hasNeighbor() bool {
	return slices.ContainsFunc(c.neighbors.list, func(x *contact) bool { return x.heard })
}

// neighborPeers lists the neighbours, closest first.
func (c *contacts) neighborPeers() []*wire.Peer {
	ps := make([]*wire.Peer, len(c.neighbors.list))
	for i, x := range c.neighbors.list {
		ps[i] = x.peer
	}
	return ps
}

func indexOf(ps []*wire.Peer, id wire.NodeID) int {
	return slices.IndexFunc(ps, func(p *wire.Peer) bool { return p.ID == id })
}

// nearest collects the peers closest to a place, as many as there is room for.
type nearest struct {
	target wire.NodeID
	max    int
	list   []*wire.Peer // closest first
}

func newNearest(target wire.NodeID, max int) *nearest {
	return &nearest{target: target, max: max, list: make([]*wire.Peer, 0, max)}
}

func (n *nearest) add(p *wire.Peer) {
	i := len(n.list)
	for i > 0 && n.target.Closer(p.ID, n.list[i-1].ID) {
		i--
	}
	if i > 0 && n.list[i-1].ID == p.ID || i >= n.max {
		return
	}
	if len(n.list) == n.max {
		n.list = n.list[:n.max-1]
	}
	n.list = slices.Insert(n.list, i, p)
}
