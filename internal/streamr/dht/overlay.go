package dht

import (
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Parameters that both layers share (§5.2, §9).
const (
	answerSize      = 5  // peers in an answer, and ring peers per side
	maxAnswer       = 20 // peers of an answer that are looked at
	parallelism     = 3
	maxNoProgress   = 5
	recoverInterval = time.Minute
	retryDelay      = time.Second
	maxRetryDelay   = 30 * time.Second
	maxRequestID    = 64 // bytes of foreign request ids that are repeated
	// lateAfter is when an answer that is still missing no longer holds up a session.
	// It still counts when it comes.
	lateAfter = 1500 * time.Millisecond
)

// Methods of DhtNodeRpc (§5.3).
const (
	methodClosest = "getClosestPeers"
	methodRing    = "getClosestRingPeers"
	methodPing    = "ping"
	methodLeave   = "leaveNotice"
)

// overlay is what the two layers have in common: contacts, and the calls by which nodes
// find each other.
type overlay struct {
	env      loop.Env
	self     *wire.Peer
	endpoint *rpc.Endpoint
	contacts *contacts
	o        overlayOptions

	sessions []*session // that run
	joining  int        // joins that run
	round    uint32     // minutes since the start; contacts that speak are marked with it
	probing  map[wire.NodeID]struct{}
	stops    []func()
	stopped  bool
}

// overlayOptions is how the layers differ.
type overlayOptions struct {
	bucketSize int
	// timeout of calls; 0 is as long as the kind of connection asks for.
	timeout time.Duration
	// pingLimit is how many neighbours there may be for a new one to be pinged; 0: no limit.
	pingLimit int
	// proven is whether a new neighbour needs no ping, and may be told to others.
	proven func(*contact) bool
	// quiet is whether a node has lately not answered; it is not told to others. May be nil.
	quiet func(wire.NodeID) bool

	contactEvents // without neighborAdded, which pings; overlay sets it
	// onNeighbor and onHeard, which may be nil, tell of new neighbours and of signs of life.
	onNeighbor func(*wire.Peer)
	onHeard    func(wire.NodeID)
}

func newOverlay(env loop.Env, t transport.Transport, serviceID string, o overlayOptions) *overlay {
	v := &overlay{env: env, self: t.Self(), o: o}
	events := o.contactEvents
	events.neighborAdded = v.neighborAdded
	v.contacts = newContacts(v.self, o.bucketSize, env.Rand, env.Loop.Now, events)
	v.endpoint = rpc.New(env, t, serviceID)
	v.serve()
	return v
}

// serve answers the calls of DhtNodeRpc.
func (v *overlay) serve() {
	rpc.Handle(v.endpoint, methodClosest, func(c *rpc.Call, q *wire.ClosestPeersRequest) {
		target, ok := nodeID(q.GetNodeId())
		if !ok || len(q.GetRequestId()) > maxRequestID {
			c.Fail(wire.RpcErrorType_CLIENT_ERROR, "the node id must have 20 bytes, the request id at most 64")
			return
		}
		v.heard(c.From)
		c.Reply(&wire.ClosestPeersResponse{
			Peers: wire.Descriptors(v.closestNeighbors(target, answerSize)), RequestId: q.GetRequestId(),
		})
	})
	rpc.Handle(v.endpoint, methodRing, func(c *rpc.Call, q *wire.ClosestRingPeersRequest) {
		at, ok := parseRingID(q.GetRingId())
		if !ok || len(q.GetRequestId()) > maxRequestID {
			c.Fail(wire.RpcErrorType_CLIENT_ERROR, "the ring id must have 15 bytes, the request id at most 64")
			return
		}
		v.heard(c.From)
		closest := v.contacts.ring.closestTo(at, nil)
		c.Reply(&wire.ClosestRingPeersResponse{
			LeftPeers: wire.Descriptors(ringPeers(closest.left)), RightPeers: wire.Descriptors(ringPeers(closest.right)),
			RequestId: q.GetRequestId(),
		})
	})
	rpc.Handle(v.endpoint, methodPing, func(c *rpc.Call, q *wire.PingRequest) {
		if len(q.GetRequestId()) > maxRequestID {
			c.Fail(wire.RpcErrorType_CLIENT_ERROR, "the request id must have at most 64 bytes")
			return
		}
		v.heard(c.From)
		c.Reply(&wire.PingResponse{RequestId: q.GetRequestId()})
	})
	rpc.Handle(v.endpoint, methodLeave, func(c *rpc.Call, _ *wire.LeaveNotice) {
		v.contacts.remove(c.From.ID)
	})
}

// closestNeighbors are the neighbours closest to a place, of those that are known to live.
func (v *overlay) closestNeighbors(target wire.NodeID, n int) []*wire.Peer {
	closest := newNearest(target, n)
	for _, x := range v.contacts.neighbors.list {
		if (x.heard || v.o.proven(x)) && !v.quiet(x.peer.ID) {
			closest.add(x.peer)
		}
	}
	return closest.list
}

func (v *overlay) quiet(id wire.NodeID) bool { return v.o.quiet != nil && v.o.quiet(id) }

// heard notes that a node has spoken.
func (v *overlay) heard(p *wire.Peer) {
	if v.stopped {
		return
	}
	if v.o.onHeard != nil {
		v.o.onHeard(p.ID)
	}
	v.contacts.heard(p)
	if x := v.contacts.get(p.ID); x != nil {
		x.round = v.round
	}
}

// told takes in what another node tells of.
func (v *overlay) told(ps []*wire.Peer) {
	if v.stopped {
		return
	}
	for _, p := range ps {
		v.contacts.told(p)
	}
}

// neighborAdded makes sure that a new neighbour lives. In the control layer the ping
// opens the connection.
func (v *overlay) neighborAdded(x *contact) {
	if v.o.onNeighbor != nil {
		v.o.onNeighbor(x.peer)
	}
	if v.o.proven(x) {
		return
	}
	if v.o.pingLimit > 0 && len(v.contacts.neighbors.list) > v.o.pingLimit {
		return
	}
	v.probe(x.peer)
}

// probe pings a node and forgets it if it does not answer.
func (v *overlay) probe(p *wire.Peer) {
	if _, ok := v.probing[p.ID]; ok || v.stopped {
		return
	}
	if v.probing == nil {
		v.probing = make(map[wire.NodeID]struct{})
	}
	v.probing[p.ID] = struct{}{}
	request := &wire.PingRequest{RequestId: wire.NewUUID(v.env.Rand)}
	rpc.Invoke(v.endpoint, p, methodPing, request, rpc.Options{Timeout: v.o.timeout}, func(r *wire.PingResponse, err error) {
		if delete(v.probing, p.ID); len(v.probing) == 0 {
			v.probing = nil
		}
		if v.stopped {
			return
		}
		if err != nil || r.GetRequestId() != request.RequestId {
			v.contacts.fail(p.ID)
			return
		}
		v.heard(p)
	})
}

// askClosest asks a node for its neighbours that are closest to a place. done gets nil if it does not answer.
func (v *overlay) askClosest(p *wire.Peer, target wire.NodeID, done func(ps []*wire.Peer, err error)) {
	request := &wire.ClosestPeersRequest{NodeId: target[:], RequestId: wire.NewUUID(v.env.Rand)}
	rpc.Invoke(v.endpoint, p, methodClosest, request, rpc.Options{Timeout: v.o.timeout}, func(r *wire.ClosestPeersResponse, err error) {
		v.answered(p, err)
		done(someOf(r.GetPeers()), err)
	})
}

// askRing asks a node for its ring contacts that are closest to a place.
func (v *overlay) askRing(p *wire.Peer, at []byte, done func(ps []*wire.Peer, err error)) {
	request := &wire.ClosestRingPeersRequest{RingId: at, RequestId: wire.NewUUID(v.env.Rand)}
	rpc.Invoke(v.endpoint, p, methodRing, request, rpc.Options{Timeout: v.o.timeout}, func(r *wire.ClosestRingPeersResponse, err error) {
		v.answered(p, err)
		done(append(someOf(r.GetLeftPeers()), someOf(r.GetRightPeers())...), err)
	})
}

func (v *overlay) answered(p *wire.Peer, err error) {
	switch {
	case v.stopped:
	case err == nil:
		v.heard(p)
	default:
		v.contacts.fail(p.ID)
	}
}

// someOf reads the beginning of a list from a stranger.
func someOf(ds []*wire.PeerDescriptor) []*wire.Peer {
	return wire.NewPeers(ds[:min(len(ds), maxAnswer)])
}

// join gets to know nodes, beginning with entry points: first those around the own
// place, then, if distant is true, those at the other end of the id space.
func (v *overlay) join(entryPoints []*wire.Peer, distant bool, timeout time.Duration, done func()) {
	if v.stopped {
		done()
		return
	}
	v.joining++
	for _, p := range entryPoints {
		v.contacts.forgive(p.ID)
		v.contacts.told(p)
	}
	end := func() {
		v.joining--
		done()
	}
	v.discover(v.self.ID, make(map[wire.NodeID]struct{}), timeout, func() {
		if v.stopped || !distant {
			end()
			return
		}
		v.discover(v.self.ID.Flipped(), make(map[wire.NodeID]struct{}), timeout, end)
	})
}

// recover looks for nodes that have come meanwhile: around the own place, and in the
// part of the id space of which it knows least. Official nodes do the second at a place
// by chance (§5.4), which leaves some of them for many minutes without anybody in a quarter of the network.
func (v *overlay) recover() {
	take := func(ps []*wire.Peer, _ error) { v.told(ps) }
	for _, p := range v.closestNeighbors(v.self.ID, parallelism) {
		v.askClosest(p, v.self.ID, take)
	}
	gap := v.contacts.neighbors.gap(v.randomID())
	for _, p := range v.closestNeighbors(gap, 1) {
		v.askClosest(p, gap, take)
	}
}

// pingQuiet asks those neighbours and ring contacts for a sign of life that have given
// none in this round or the last. Official nodes do so in the discovery layer, to all of them.
func (v *overlay) pingQuiet() {
	ps := v.contacts.neighborPeers()
	for _, p := range v.contacts.ring.all() {
		if v.contacts.neighbors.get(p.ID) == nil {
			ps = append(ps, p)
		}
	}
	for _, p := range ps {
		if x := v.contacts.get(p.ID); x == nil || !x.heard || x.round < v.round {
			v.probe(p)
		}
	}
}

func (v *overlay) randomID() (id wire.NodeID) {
	for i := range id {
		id[i] = byte(v.env.Rand.Uint32())
	}
	return id
}

// stop says goodbye to neighbours and ring contacts.
func (v *overlay) stop() {
	if v.stopped {
		return
	}
	v.stopped = true
	for _, f := range v.stops {
		f()
	}
	for _, s := range slices.Clone(v.sessions) {
		s.finish()
	}
	leaving := v.contacts.neighborPeers()
	for _, p := range v.contacts.ring.all() {
		if indexOf(leaving, p.ID) < 0 {
			leaving = append(leaving, p)
		}
	}
	for _, p := range leaving {
		// Who cannot be told finds out.
		_ = v.endpoint.Notify(p, methodLeave, &wire.LeaveNotice{}, transport.SendOptions{NoConnect: true})
	}
	v.endpoint.Close()
}

func nodeID(b []byte) (id wire.NodeID, ok bool) {
	if len(b) != wire.NodeIDLen {
		return id, false
	}
	return wire.NodeID(b), true
}
