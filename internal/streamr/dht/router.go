package dht

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Methods of RouterRpc and RecursiveOperationRpc (§5.5, §5.7).
const (
	methodRoute   = "routeMessage"
	methodForward = "forwardMessage"
	methodRequest = "routeRequest"
)

// Bounds of routing (§5.5, §9).
const (
	maxCandidates = 5
	maxFailedHops = 2
	hopTimeout    = 2 * time.Second
	routeTimeout  = 10 * time.Second
	// hopLateAfter is when another hop is tried without waiting for hopTimeout. The
	// furthest places on earth are less than half of it apart, there and back.
	hopLateAfter   = 750 * time.Millisecond
	maxTried       = 4
	forwardFor     = 10 * time.Second
	maxForwards    = 1000
	originParallel = 2
)

// router carries messages hop by hop over open connections.
type router struct {
	env      loop.Env
	self     *wire.Peer
	direct   transport.Direct
	endpoint *rpc.Endpoint
	silences *silences
	seen     *seen
	handlers map[string]transport.Handler
	// through are the nodes that answers can come through, while the node is joining.
	through func() []*wire.Peer
	// heard and dropped tell of nodes that speak, and of those that have not for too long.
	heard   func(*wire.Peer)
	dropped func(*wire.Peer)

	forwards map[wire.NodeID]forward
	expiry   []expiring // of forwards, oldest first
	stats    *Stats
	stopped  bool
}

// forward says that a node is reached through others.
type forward struct {
	through *wire.Peer
	until   time.Time
}

type expiring struct {
	id    wire.NodeID
	until time.Time
}

// serve answers the calls of RouterRpc.
func (r *router) serve() {
	rpc.Handle(r.endpoint, methodRoute, func(c *rpc.Call, w *wire.RouteMessageWrapper) {
		r.receive(c, w, func(m *routed) *wire.RouteMessageError {
			if m.target == r.self.ID {
				r.remember(m)
				r.deliver(m.Message)
				return nil
			}
			return r.route(m, methodRoute, nil)
		})
	})
	rpc.Handle(r.endpoint, methodForward, func(c *rpc.Call, w *wire.RouteMessageWrapper) {
		r.receive(c, w, func(m *routed) *wire.RouteMessageError {
			if m.target != r.self.ID {
				return r.route(m, methodForward, nil)
			}
			to, ok := nodeID(m.Message.GetTargetDescriptor().GetNodeId())
			switch {
			case !ok:
				return wire.RouteMessageError_NO_TARGETS.Enum()
			case to == r.self.ID:
				r.deliver(m.Message)
				return nil
			}
			return r.route(m.redirected(wire.NewUUID(r.env.Rand), to), methodRoute, nil)
		})
	})
}

// receive checks a wrapper and acknowledges it with what handle says.
func (r *router) receive(c *rpc.Call, w *wire.RouteMessageWrapper, handle func(*routed) *wire.RouteMessageError) {
	r.heard(c.From)
	m, err := parseRouted(w, c.From)
	if err != nil {
		r.stats.Refused++
		c.Fail(wire.RpcErrorType_CLIENT_ERROR, err.Error())
		return
	}
	ack := &wire.RouteMessageAck{RequestId: m.RequestId}
	switch {
	case r.stopped:
		ack.Error = wire.RouteMessageError_STOPPED.Enum()
	case !r.seen.add(m.RequestId, r.env.Loop.Now()):
		ack.Error = wire.RouteMessageError_DUPLICATE.Enum()
	default:
		ack.Error = handle(m)
	}
	c.Reply(ack)
}

// deliver hands a message that has arrived to its service. Services of the control layer
// itself are not reached this way: whoever routes may claim to be anybody.
func (r *router) deliver(m *wire.Message) {
	from, err := wire.NewPeer(m.GetSourceDescriptor())
	if err != nil || from.ID == r.self.ID {
		r.stats.Refused++
		return
	}
	if h := r.handlers[m.GetServiceId()]; h != nil {
		r.stats.Delivered++
		h(m, from)
	}
}

// remember notes through whom the source of a message can be answered.
func (r *router) remember(m *routed) {
	if len(m.GetReachableThrough()) == 0 {
		return
	}
	now := r.env.Loop.Now()
	for len(r.expiry) > 0 && (!now.Before(r.expiry[0].until) || len(r.expiry) >= maxForwards) {
		if e := r.expiry[0]; !r.forwards[e.id].until.After(e.until) {
			delete(r.forwards, e.id)
		}
		r.expiry = r.expiry[1:]
	}
	for _, p := range wire.NewPeers(m.GetReachableThrough()[:min(len(m.GetReachableThrough()), maxThrough)]) {
		if p.ID == r.self.ID || p.ID == m.source.ID {
			continue
		}
		if r.forwards == nil {
			r.forwards = make(map[wire.NodeID]forward)
		}
		until := now.Add(forwardFor)
		r.forwards[m.source.ID] = forward{p, until}
		r.expiry = append(r.expiry, expiring{m.source.ID, until})
		return
	}
}

// send starts a message of the node's own on its way.
func (r *router) send(m *wire.Message, to *wire.Peer) error {
	if r.stopped {
		return transport.ErrStopped
	}
	if to.ID == r.self.ID {
		return transport.ErrSelf
	}
	// The message may be sent to others as well, which differ in these fields.
	m = &wire.Message{
		MessageId: wire.NewUUID(r.env.Rand), ServiceId: m.GetServiceId(), Body: m.GetBody(),
		SourceDescriptor: r.self.Descriptor, TargetDescriptor: to.Descriptor,
	}
	target, method := to.ID, methodRoute
	// With a connection of its own the node is better reached directly than through those that it
	// named, or that somebody named for it.
	if f, ok := r.forwards[to.ID]; ok && r.env.Loop.Now().Before(f.until) && !r.direct.Connected(to.ID) {
		target, method = f.through.ID, methodForward
	}
	w := &wire.RouteMessageWrapper{
		RequestId: wire.NewUUID(r.env.Rand), SourcePeer: r.self.Descriptor, Target: target[:], Message: m,
	}
	if through := r.through(); len(through) > 0 {
		w.ReachableThrough = wire.Descriptors(through)
	}
	if r.route(&routed{RouteMessageWrapper: w, target: target, source: r.self}, method, nil) != nil {
		return ErrNoRoute
	}
	r.stats.Sent++
	return nil
}

// candidates are the open connections that a message can go on to, the closest to its
// target first: those that speak, and those that have lately not answered.
func (r *router) candidates(m *routed, exclude func(wire.NodeID) bool) (speaking, quiet []*wire.Peer) {
	previous := m.previous()
	n := 0
	for p := range byDistance(r.direct.Connections(), m.target) {
		if n++; n > maxCandidates || previous != nil && m.target.CompareDistance(p.ID, previous.ID) > 0 {
			break
		}
		switch {
		case m.avoids(p.ID) || exclude(p.ID):
		case r.silences.quiet(p.ID):
			quiet = append(quiet, p)
		default:
			speaking = append(speaking, p)
		}
	}
	return speaking, quiet
}

// route sends a message on. The result is what the previous hop is told: nil if there is a
// next hop, which does not mean that the message arrives.
func (r *router) route(m *routed, method string, o *routeOptions) *wire.RouteMessageError {
	if r.stopped {
		return wire.RouteMessageError_STOPPED.Enum()
	}
	j := newJourney(r, m, method, o)
	next := j.candidates()
	if len(next) == 0 {
		return wire.RouteMessageError_NO_TARGETS.Enum()
	}
	r.stats.Routed++
	j.start(next)
	return nil
}

// noteSilence counts a hop that did not answer.
func (r *router) noteSilence(p *wire.Peer) {
	if r.silences.note(p.ID) {
		r.stats.Silent++
		r.dropped(p)
	}
}

func (r *router) stop() {
	r.stopped = true
	r.handlers = nil
	r.forwards, r.expiry = nil, nil
}
