package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	interleaveTimeout = 10 * time.Second
	// minKept is how many neighbours stay when one of them is given to a newcomer.
	minKept = 2
	// maxUpdate is how many descriptors of a neighbour's update are looked at.
	maxUpdate = 20
)

// neighborhood is the nodes that messages are exchanged with, and the talks about who
// becomes one.
type neighborhood struct {
	part *Part
	peers
	handshaking  map[wire.NodeID]bool // nodes that were asked to be neighbours
	interleaving map[wire.NodeID]bool // neighbours that were asked to make room for another
}

func newNeighborhood(p *Part) *neighborhood {
	h := &neighborhood{part: p, handshaking: make(map[wire.NodeID]bool), interleaving: make(map[wire.NodeID]bool)}
	rpc.Handle(p.endpoint, "handshake", h.receiveHandshake)
	rpc.Handle(p.endpoint, "interleaveRequest", h.receiveInterleave)
	rpc.Handle(p.endpoint, "neighborUpdate", h.receiveUpdate)
	return h
}

// open counts neighbours, and those who may become one.
func (h *neighborhood) open() int { return len(h.list) + len(h.handshaking) }

func (h *neighborhood) full() bool { return len(h.list) >= h.part.cfg.TargetNeighbors }

func (h *neighborhood) add(p *wire.Peer) {
	if h.part.left || p.ID == h.part.cfg.Transport.Self().ID || !h.peers.add(p) {
		return
	}
	h.part.cfg.Transport.WeakLock(p.ID, h.part.name)
	h.part.spread.greet(p)
	h.changed()
}

func (h *neighborhood) remove(id wire.NodeID) {
	if !h.peers.remove(id) {
		return
	}
	h.part.cfg.Transport.WeakUnlock(id, h.part.name)
	h.changed()
	h.part.finder.start()
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

// handshake asks a node to become a neighbour. interleaved is the neighbour that this node
// gives up for it, nil if there is none. done is called once.
func (h *neighborhood) handshake(p *wire.Peer, interleaved *wire.NodeID, done func(ok bool)) {
	if p.ID == h.part.cfg.Transport.Self().ID || h.handshaking[p.ID] {
		done(false)
		return
	}
	h.handshaking[p.ID] = true
	request := &wire.StreamPartHandshakeRequest{StreamPartId: h.part.name, RequestId: wire.NewUUID(h.part.cfg.Env.Rand)}
	for _, n := range h.list {
		request.NeighborNodeIds = append(request.NeighborNodeIds, n.Descriptor.NodeId)
	}
	if interleaved != nil {
		request.InterleaveNodeId = interleaved[:]
	}
	rpc.Invoke(h.part.endpoint, p, "handshake", request, rpc.Options{}, func(r *wire.StreamPartHandshakeResponse, err error) {
		delete(h.handshaking, p.ID)
		if h.part.left || err != nil || !r.GetAccepted() {
			done(false)
			return
		}
		h.add(p)
		if t, err := wire.NewPeer(r.GetInterleaveTargetDescriptor()); err == nil && !h.has(t.ID) {
			h.handshake(t, &p.ID, func(bool) {})
		}
		done(true)
	})
}

func (h *neighborhood) receiveHandshake(c *rpc.Call, r *wire.StreamPartHandshakeRequest) {
	answer := &wire.StreamPartHandshakeResponse{RequestId: r.GetRequestId()}
	id := c.From.ID
	switch {
	case r.GetStreamPartId() != h.part.name || h.interleaving[id]:
	case h.has(id) || h.handshaking[id], h.open() < h.part.cfg.TargetNeighbors:
		answer.Accepted = true
		h.add(c.From)
	case h.canInterleave(r):
		answer.Accepted = true
		target := h.toInterleave(id, r)
		h.add(c.From)
		if target != nil {
			answer.InterleaveTargetDescriptor = target.Descriptor
			h.interleave(target, c.From)
		}
	}
	c.Reply(answer)
}

// canInterleave is whether a neighbour may be given up for the node that asks.
func (h *neighborhood) canInterleave(r *wire.StreamPartHandshakeRequest) bool {
	n := len(h.list)
	if id := r.GetInterleaveNodeId(); len(id) == wire.NodeIDLen && h.has(wire.NodeID(id)) {
		n--
	}
	return n-len(h.interleaving) >= minKept && len(h.list) <= h.part.cfg.TargetNeighbors
}

// toInterleave is the newest neighbour that the asking node does not know yet.
func (h *neighborhood) toInterleave(asker wire.NodeID, r *wire.StreamPartHandshakeRequest) *wire.Peer {
	excluded := map[wire.NodeID]bool{asker: true}
	for _, raw := range append(r.GetNeighborNodeIds(), r.GetInterleaveNodeId()) {
		if len(raw) == wire.NodeIDLen && len(excluded) < 100 {
			excluded[wire.NodeID(raw)] = true
		}
	}
	for i := len(h.list) - 1; i >= 0; i-- {
		if n := h.list[i]; !excluded[n.ID] && !h.interleaving[n.ID] {
			return n
		}
	}
	return nil
}

// interleave asks a neighbour to take the newcomer in this node's place.
func (h *neighborhood) interleave(neighbor, newcomer *wire.Peer) {
	h.interleaving[neighbor.ID] = true
	o := rpc.Options{Timeout: interleaveTimeout, SendOptions: transport.SendOptions{NoConnect: true}}
	rpc.Invoke(h.part.endpoint, neighbor, "interleaveRequest", &wire.InterleaveRequest{InterleaveTargetDescriptor: newcomer.Descriptor}, o,
		func(r *wire.InterleaveResponse, err error) {
			delete(h.interleaving, neighbor.ID)
			if err == nil && r.GetAccepted() && !h.part.left {
				h.remove(neighbor.ID)
			}
		})
}

func (h *neighborhood) receiveInterleave(c *rpc.Call, r *wire.InterleaveRequest) {
	newcomer, err := wire.NewPeer(r.GetInterleaveTargetDescriptor())
	// Only a neighbour can ask for its place to be taken.
	if err != nil || !h.has(c.From.ID) {
		c.Reply(&wire.InterleaveResponse{})
		return
	}
	h.handshake(newcomer, &c.From.ID, func(bool) {
		h.remove(c.From.ID)
		c.Reply(&wire.InterleaveResponse{Accepted: true})
	})
}

// update tells every neighbour of the others, and finds out who does not answer any more.
func (h *neighborhood) update() {
	for _, n := range h.list {
		rpc.Invoke(h.part.endpoint, n, "neighborUpdate", h.message(false), rpc.Options{}, func(r *wire.NeighborUpdate, err error) {
			if h.part.left {
				return
			}
			if err != nil || r.GetRemoveMe() {
				h.remove(n.ID)
				return
			}
			h.learn(r)
		})
	}
}

func (h *neighborhood) receiveUpdate(c *rpc.Call, r *wire.NeighborUpdate) {
	if r.GetStreamPartId() != h.part.name {
		c.Reply(h.message(true))
		return
	}
	h.learn(r)
	target := h.part.cfg.TargetNeighbors
	switch {
	case !h.has(c.From.ID) && !h.handshaking[c.From.ID]:
		c.Reply(h.message(true))
	case len(h.list) > target && len(r.GetNeighborDescriptors()) > target:
		h.remove(c.From.ID)
		c.Reply(h.message(true))
	default:
		c.Reply(h.message(false))
	}
	if r.GetRemoveMe() {
		h.remove(c.From.ID)
	}
}

func (h *neighborhood) message(removeMe bool) *wire.NeighborUpdate {
	return &wire.NeighborUpdate{StreamPartId: h.part.name, RemoveMe: removeMe, NeighborDescriptors: wire.Descriptors(h.list)}
}

func (h *neighborhood) learn(r *wire.NeighborUpdate) {
	ds := r.GetNeighborDescriptors()
	h.part.discovery.Add(wire.NewPeers(ds[:min(len(ds), maxUpdate)]))
}
