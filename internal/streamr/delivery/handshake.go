package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	interleaveTimeout = 10 * time.Second
	// minKept is how many neighbours stay when one is given up. They are the oldest, so
	// that strangers who come in numbers cannot take all places.
	minKept = 2
	// maxListed is how many neighbours of an asking node are looked at.
	maxListed = 100
)

// handshake asks a node to become a neighbour (§6.2). replaces is the neighbour that has asked
// this node to give its place to p, nil if there is none. done, which may be nil, is called once, and
// never before handshake has returned, with whether p is a neighbour now.
func (h *neighborhood) handshake(p *wire.Peer, replaces *wire.NodeID, done func(ok bool)) {
	h.ask(p, replaces, func(ok bool, target *wire.Peer) {
		// p gives target up for this node, and asks it to do what this node does here.
		if target != nil && !h.full() {
			h.handshake(target, &p.ID, nil)
		}
		if done != nil {
			done(ok)
		}
	})
}

// ask is handshake without what follows from it: target is the neighbour that p gives up
// for this node, nil if there is none.
func (h *neighborhood) ask(p *wire.Peer, replaces *wire.NodeID, done func(ok bool, target *wire.Peer)) {
	later := func(ok bool) { h.part.cfg.Env.Loop.Post(func() { done(ok, nil) }) }
	switch waiting, isAsked := h.asked[p.ID]; {
	case p.ID == h.part.cfg.Transport.Self().ID:
		later(false)
		return
	case h.has(p.ID):
		later(true)
		return
	case isAsked:
		h.asked[p.ID] = append(waiting, func(ok bool) { done(ok, nil) })
		return
	}
	if h.asked == nil {
		h.asked = make(map[wire.NodeID][]func(bool))
	}
	h.asked[p.ID] = nil
	request := &wire.StreamPartHandshakeRequest{StreamPartId: h.part.name, RequestId: wire.NewUUID(h.part.cfg.Env.Rand)}
	for _, n := range h.list {
		request.NeighborNodeIds = append(request.NeighborNodeIds, n.Descriptor.GetNodeId())
	}
	if replaces != nil {
		request.InterleaveNodeId = replaces[:]
	}
	rpc.Invoke(h.part.endpoint, p, "handshake", request, rpc.Options{}, func(r *wire.StreamPartHandshakeResponse, err error) {
		waiting := h.asked[p.ID]
		if delete(h.asked, p.ID); len(h.asked) == 0 {
			h.asked = nil
		}
		ok := !h.part.left && err == nil && r.GetAccepted()
		var target *wire.Peer
		if ok {
			h.add(p)
			if t, err := wire.NewPeer(r.GetInterleaveTargetDescriptor()); err == nil && !h.has(t.ID) && !h.isShunned(t.ID) {
				target = t
			}
		}
		done(ok, target)
		for _, f := range waiting {
			f(ok)
		}
	})
}

func (h *neighborhood) receiveHandshake(c *rpc.Call, r *wire.StreamPartHandshakeRequest) {
	answer := &wire.StreamPartHandshakeResponse{RequestId: r.GetRequestId()}
	id := c.From.ID
	switch {
	case r.GetStreamPartId() != h.part.name, h.isGiving(id), len(h.list) > 0 && h.isShunned(id):
	case h.has(id) || h.isAsked(id), h.open() < h.part.cfg.TargetNeighbors, h.isSuccessor(r):
		answer.Accepted = true
		h.add(c.From)
	case h.canInterleave(r):
		answer.Accepted = true
		target := h.toGive(id, r)
		h.add(c.From)
		if target != nil {
			answer.InterleaveTargetDescriptor = target.Descriptor
			h.give(target, c.From, nil)
		}
	}
	c.Reply(answer)
}

// isSuccessor is whether the node that asks comes in the place of a neighbour, which is
// about to ask for it (official nodes give another one up as well).
func (h *neighborhood) isSuccessor(r *wire.StreamPartHandshakeRequest) bool {
	id := r.GetInterleaveNodeId()
	return len(id) == wire.NodeIDLen && h.has(wire.NodeID(id)) && len(h.list) <= h.part.cfg.TargetNeighbors
}

// canInterleave is whether a neighbour may be given up for the node that asks.
func (h *neighborhood) canInterleave(r *wire.StreamPartHandshakeRequest) bool {
	n := len(h.list)
	if id := r.GetInterleaveNodeId(); len(id) == wire.NodeIDLen && h.has(wire.NodeID(id)) {
		n--
	}
	return n-len(h.giving) >= minKept && len(h.list) <= h.part.cfg.TargetNeighbors
}

// toGive is the newest neighbour that the asking node does not know yet, nil if there is
// none but the oldest.
func (h *neighborhood) toGive(asker wire.NodeID, r *wire.StreamPartHandshakeRequest) *wire.Peer {
	known := r.GetNeighborNodeIds()
	known = known[:min(len(known), maxListed)]
	for i := len(h.list) - 1; i >= minKept; i-- {
		n := h.list[i]
		isKnown := n.ID == asker || h.isGiving(n.ID) || string(n.ID[:]) == string(r.GetInterleaveNodeId())
		for _, id := range known {
			isKnown = isKnown || string(n.ID[:]) == string(id)
		}
		if !isKnown {
			return n
		}
	}
	return nil
}

// give asks a neighbour to take the newcomer in this node's place. done may be nil.
func (h *neighborhood) give(neighbor, newcomer *wire.Peer, done func(ok bool)) {
	if h.giving == nil {
		h.giving = make(map[wire.NodeID]struct{})
	}
	h.giving[neighbor.ID] = struct{}{}
	o := rpc.Options{Timeout: interleaveTimeout, SendOptions: transport.SendOptions{NoConnect: true}}
	rpc.Invoke(h.part.endpoint, neighbor, "interleaveRequest", &wire.InterleaveRequest{InterleaveTargetDescriptor: newcomer.Descriptor}, o,
		func(r *wire.InterleaveResponse, err error) {
			if delete(h.giving, neighbor.ID); len(h.giving) == 0 {
				h.giving = nil
			}
			ok := err == nil && r.GetAccepted() && !h.part.left
			if ok {
				h.handedOn(neighbor)
			}
			if done != nil {
				done(ok)
			}
		})
}

// receiveInterleave takes a newcomer in the place of the neighbour that asks for it. Official
// nodes say yes even if the newcomer refuses; then everybody has one neighbour less.
func (h *neighborhood) receiveInterleave(c *rpc.Call, r *wire.InterleaveRequest) {
	newcomer, err := wire.NewPeer(r.GetInterleaveTargetDescriptor())
	// One at a time: what a neighbour names is dialled.
	if err != nil || !h.has(c.From.ID) || h.taking.has(c.From.ID) || newcomer.ID == c.From.ID || h.isShunned(newcomer.ID) {
		c.Reply(&wire.InterleaveResponse{})
		return
	}
	h.taking.add(c.From)
	h.handshake(newcomer, &c.From.ID, func(ok bool) {
		h.taking.remove(c.From.ID)
		if ok {
			h.handedOn(c.From)
		}
		c.Reply(&wire.InterleaveResponse{Accepted: ok})
	})
}
