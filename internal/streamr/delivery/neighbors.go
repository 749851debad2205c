package delivery

import (
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// maxUpdate is how many descriptors of a neighbour's update are looked at.
const maxUpdate = 20

// When a neighbour is given up for what it sends.
const (
	reviewFrom  = 200 // messages of it that were seen
	reviewTenth = 9   // tenths of them that were bad
	shunFor     = 10 * time.Minute
	maxShunned  = 32
)

// How neighbours part.
const (
	partingTime = 5 * time.Second
	maxParting  = 8
)

// neighborhood is the nodes that messages are exchanged with, and the talks about who
// becomes one.
type neighborhood struct {
	part *Part
	peers
	// asked are the nodes that were asked to be neighbours, with those who wait for the
	// answer. giving are neighbours that were asked to make room for another. Both are nil if empty.
	asked   map[wire.NodeID][]func(ok bool)
	giving  map[wire.NodeID]struct{}
	taking  peers   // neighbours that have asked this node to take another in their place
	shunned []timed // given up for what they sent, oldest first
	// parting are neighbours that have been handed on to others. They still get messages for a
	// moment: their new neighbours may have had those before they met, and do not send them again.
	parting []timed
}

// timed is a node that something holds for until a time.
type timed struct {
	peer  *wire.Peer
	until time.Time
}

func newNeighborhood(p *Part) *neighborhood {
	h := &neighborhood{part: p}
	rpc.Handle(p.endpoint, "handshake", h.receiveHandshake)
	rpc.Handle(p.endpoint, "interleaveRequest", h.receiveInterleave)
	rpc.Handle(p.endpoint, "neighborUpdate", h.receiveUpdate)
	return h
}

// open counts neighbours, and those who may become one.
func (h *neighborhood) open() int { return len(h.list) + len(h.asked) }

func (h *neighborhood) full() bool { return len(h.list) >= h.part.cfg.TargetNeighbors }

func (h *neighborhood) isAsked(id wire.NodeID) bool { _, ok := h.asked[id]; return ok }

func (h *neighborhood) isGiving(id wire.NodeID) bool { _, ok := h.giving[id]; return ok }

func (h *neighborhood) add(p *wire.Peer) {
	if h.part.left || p.ID == h.part.cfg.Transport.Self().ID || !h.peers.add(p) {
		return
	}
	h.part.cfg.Transport.WeakLock(p.ID, h.part.name)
	h.part.spread.greet(p, true, nil)
	h.changed()
}

// remove gives a neighbour up and looks for another; false if it was none.
func (h *neighborhood) remove(id wire.NodeID) bool {
	if !h.peers.remove(id) {
		return false
	}
	h.part.cfg.Transport.WeakUnlock(id, h.part.name)
	if s := h.part.inbox.senders.of[id]; s != nil {
		h.part.inbox.senders.settle(s, false)
	}
	h.changed()
	h.part.finder.start()
	return true
}

// handedOn gives a neighbour up that has found another in this node's place.
func (h *neighborhood) handedOn(p *wire.Peer) {
	if h.remove(p.ID) && len(h.parting) < maxParting {
		h.parting = append(h.parting, timed{p, h.part.now().Add(partingTime)})
	}
}

// appendParting adds those that are parting to the targets of a message from a node.
func (h *neighborhood) appendParting(targets []*wire.Peer, from wire.NodeID) []*wire.Peer {
	now := h.part.now()
	h.parting = slices.DeleteFunc(h.parting, func(x timed) bool { return h.has(x.peer.ID) || !x.until.After(now) })
	for _, x := range h.parting {
		if x.peer.ID != from {
			targets = append(targets, x.peer)
		}
	}
	return targets
}

// forget takes a node out of those that are parting.
func (h *neighborhood) forget(id wire.NodeID) {
	h.parting = slices.DeleteFunc(h.parting, func(x timed) bool { return x.peer.ID == id })
}

func (h *neighborhood) clear() {
	for _, p := range h.list {
		h.part.cfg.Transport.WeakUnlock(p.ID, h.part.name)
	}
	h.list = nil
}

func (h *neighborhood) changed() {
	if h.part.cfg.OnNeighbors != nil {
		h.part.cfg.OnNeighbors(len(h.list))
	}
}

// update tells every neighbour of the others, and finds out who does not answer any more.
func (h *neighborhood) update() {
	if len(h.list) == 0 {
		return
	}
	message := h.message(false)
	for _, n := range h.list {
		rpc.Invoke(h.part.endpoint, n, "neighborUpdate", message, rpc.Options{SendOptions: transport.SendOptions{NoConnect: true}}, func(r *wire.NeighborUpdate, err error) {
			switch {
			case h.part.left || !h.has(n.ID):
			case err != nil:
				h.remove(n.ID)
				h.part.finder.start(n.ID)
			case r.GetRemoveMe():
				h.remove(n.ID)
			default:
				h.learn(r)
			}
		})
	}
}

func (h *neighborhood) receiveUpdate(c *rpc.Call, r *wire.NeighborUpdate) {
	id, target := c.From.ID, h.part.cfg.TargetNeighbors
	if r.GetStreamPartId() != h.part.name || !h.has(id) && !h.isAsked(id) {
		c.Reply(h.message(true))
		return
	}
	h.learn(r)
	if r.GetRemoveMe() || len(h.list) > target && len(r.GetNeighborDescriptors()) > target {
		h.remove(id)
		c.Reply(h.message(true))
		return
	}
	c.Reply(h.message(false))
}

func (h *neighborhood) message(removeMe bool) *wire.NeighborUpdate {
	return &wire.NeighborUpdate{StreamPartId: h.part.name, RemoveMe: removeMe, NeighborDescriptors: wire.Descriptors(h.list)}
}

func (h *neighborhood) learn(r *wire.NeighborUpdate) {
	ds := r.GetNeighborDescriptors()
	h.part.discovery.Add(wire.NewPeers(ds[:min(len(ds), maxUpdate)]))
}

// review gives up the worst neighbour if nearly all of what it sends is bad. An honest
// official node hands on whatever it is sent, so this alone shows no ill will: a neighbour only
// goes if others are better, and if this node is not left without.
func (h *neighborhood) review() {
	var worst *wire.Peer
	var share float64
	better := 0
	for _, n := range h.list {
		s := h.part.inbox.senders.of[n.ID]
		if s == nil || s.received < reviewFrom || s.bad*10 <= s.received*reviewTenth {
			better++
			continue
		}
		if x := float64(s.bad) / float64(s.received); x > share {
			worst, share = n, x
		}
	}
	if worst != nil && better == 0 {
		h.part.mixer.hurry() // others may be better; but one at a time, and none without another
	}
	if worst == nil || better == 0 || len(h.list) <= minKept {
		return
	}
	others := h.part.discovery.Nearest(1, func(id wire.NodeID) bool { return h.has(id) || h.isAsked(id) || h.isShunned(id) })
	if len(others) == 0 {
		return
	}
	h.part.stats.Replaced++
	if len(h.shunned) >= maxShunned {
		h.shunned = h.shunned[1:]
	}
	h.shunned = append(h.shunned, timed{worst, h.part.now().Add(shunFor)})
	h.remove(worst.ID)
}

// isShunned is whether a node was given up for what it sent.
func (h *neighborhood) isShunned(id wire.NodeID) bool {
	i := slices.IndexFunc(h.shunned, func(x timed) bool { return x.peer.ID == id })
	return i >= 0 && h.part.now().Before(h.shunned[i].until)
}
