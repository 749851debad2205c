package dht

import (
	"errors"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// desk is one node whose peers are played by the test.
type desk struct {
	t       *testing.T
	clock   *loop.Virtual
	direct  *simulatedDirect
	control *Control
	callers map[wire.NodeID]*caller
}

// caller is a peer's end of a connection.
type caller struct {
	d         *desk
	self      *wire.Peer
	transport *callerTransport
	endpoint  *rpc.Endpoint
}

// callerTransport sends to the desk's node, and gets what that sends to the peer.
type callerTransport struct {
	simulatedDirect
	d *desk
}

func (c *callerTransport) Send(m *wire.Message, _ *wire.Peer, _ transport.SendOptions) error {
	m = proto.CloneOf(m)
	c.d.clock.At(time.Millisecond, func() { c.d.direct.receive(m, c.self) })
	return nil
}

func newDesk(t *testing.T, self *wire.Peer) *desk {
	d := &desk{t: t, clock: loop.NewVirtual(), callers: make(map[wire.NodeID]*caller)}
	d.direct = newSimulatedDirect(t, self)
	d.direct.refuses = true
	d.control = NewControl(ControlConfig{Env: simulatedEnv(d.clock, 1), Transport: d.direct})
	d.control.Join(nil, nil)
	d.run(time.Millisecond)
	return d
}

// peer connects a peer that answers nothing unless the test handles it.
func (d *desk) peer(id wire.NodeID) *caller {
	p := peerOf(d.t, id)
	c := &caller{d: d, self: p, transport: &callerTransport{simulatedDirect: *newSimulatedDirect(d.t, p), d: d}}
	c.endpoint = rpc.New(simulatedEnv(d.clock, uint64(id[0])), c.transport, ControlServiceID)
	d.callers[id] = c
	d.direct.connect(p)
	return c
}

// run lets time pass, and brings to the peers what the node sends.
func (d *desk) run(t time.Duration) {
	for end := d.clock.Now().Add(t); d.clock.Now().Before(end); {
		d.clock.RunFor(time.Millisecond)
		for _, s := range d.direct.take() {
			if c := d.callers[s.to.ID]; c != nil {
				c.transport.receive(s.message, d.direct.self)
			}
		}
	}
}

// route sends a wrapper to the node and returns its acknowledgement.
func (c *caller) route(method string, w *wire.RouteMessageWrapper) (ack *wire.RouteMessageAck, err error) {
	done := false
	rpc.Invoke(c.endpoint, c.d.direct.self, method, w, rpc.Options{Timeout: time.Second}, func(a *wire.RouteMessageAck, e error) { ack, err, done = a, e, true })
	for i := 0; i < 2000 && !done; i++ {
		c.d.run(time.Millisecond)
	}
	return ack, err
}

// takes makes the peer acknowledge wrappers, with an error if it is not nil.
func (c *caller) takes(method string, e *wire.RouteMessageError) *[]*wire.RouteMessageWrapper {
	got := new([]*wire.RouteMessageWrapper)
	rpc.Handle(c.endpoint, method, func(call *rpc.Call, w *wire.RouteMessageWrapper) {
		*got = append(*got, w)
		call.Reply(&wire.RouteMessageAck{RequestId: w.RequestId, Error: e})
	})
	return got
}

func wrap(id string, source *wire.Peer, target wire.NodeID, path ...*wire.Peer) *wire.RouteMessageWrapper {
	return &wire.RouteMessageWrapper{
		RequestId: id, SourcePeer: source.Descriptor, Target: target[:], RoutingPath: wire.Descriptors(path),
		Message: &wire.Message{ServiceId: "service", SourceDescriptor: source.Descriptor, TargetDescriptor: &wire.PeerDescriptor{NodeId: target[:]}},
	}
}

func TestRouteMessageToTheNodeItself(t *testing.T) {
	t.Parallel()
	d := newDesk(t, peerOf(t, idOf(0x10)))
	a := d.peer(idOf(0x20))
	var got []*wire.Peer
	d.control.Routed().Handle("service", func(_ *wire.Message, from *wire.Peer) { got = append(got, from) })
	source := peerOf(t, idOf(0x77))
	w := wrap("one", source, idOf(0x10), source, a.self)
	if ack, err := a.route(methodRoute, w); err != nil || ack.Error != nil || ack.RequestId != "one" {
		t.Fatalf("acknowledged with %v, %v", ack, err)
	}
	if ack, err := a.route(methodRoute, w); err != nil || ack.Error == nil || *ack.Error != wire.RouteMessageError_DUPLICATE {
		t.Fatalf("the second time it is acknowledged with %v, %v, want DUPLICATE", ack, err)
	}
	if len(got) != 1 || got[0].ID != source.ID {
		t.Errorf("the service got messages from %v, want one from %v", got, source)
	}
	// The control layer's own calls are not reached by routing.
	w = wrap("two", source, idOf(0x10), source, a.self)
	w.Message.ServiceId = ControlServiceID
	if ack, err := a.route(methodRoute, w); err != nil || ack.Error != nil {
		t.Errorf("acknowledged with %v, %v", ack, err)
	}
	if d.control.Stats().Delivered != 1 {
		t.Errorf("%d messages were delivered, want 1", d.control.Stats().Delivered)
	}
}

func TestWrappersThatBreakTheRules(t *testing.T) {
	t.Parallel()
	d := newDesk(t, peerOf(t, idOf(0x10)))
	a := d.peer(idOf(0x20))
	source, other := peerOf(t, idOf(0x77)), peerOf(t, idOf(0x78))
	good := func() *wire.RouteMessageWrapper { return wrap("id", source, idOf(0x10), source, a.self) }
	for name, change := range map[string]func(w *wire.RouteMessageWrapper){
		"no target":               func(w *wire.RouteMessageWrapper) { w.Target = nil },
		"no request id":           func(w *wire.RouteMessageWrapper) { w.RequestId = "" },
		"a long request id":       func(w *wire.RouteMessageWrapper) { w.RequestId = string(make([]byte, 65)) },
		"no message":              func(w *wire.RouteMessageWrapper) { w.Message = nil },
		"no source":               func(w *wire.RouteMessageWrapper) { w.SourcePeer = nil },
		"a path to somebody else": func(w *wire.RouteMessageWrapper) { w.RoutingPath[1] = other.Descriptor },
		"a path from elsewhere":   func(w *wire.RouteMessageWrapper) { w.RoutingPath[0] = other.Descriptor },
		"an endless path": func(w *wire.RouteMessageWrapper) {
			for len(w.RoutingPath) <= maxPath {
				w.RoutingPath = append(w.RoutingPath, a.self.Descriptor)
			}
		},
		"an empty path": func(w *wire.RouteMessageWrapper) { w.RoutingPath = nil },
	} {
		w := good()
		change(w)
		var remote *rpc.RemoteError
		if ack, err := a.route(methodRoute, w); !errors.As(err, &remote) {
			t.Errorf("%s: acknowledged with %v, %v, want an error", name, ack, err)
		}
	}
	if ack, err := a.route(methodRoute, good()); err != nil || ack.Error != nil {
		t.Errorf("the good one is acknowledged with %v, %v", ack, err)
	}
}

func TestRouteOnlyCloser(t *testing.T) {
	t.Parallel()
	d := newDesk(t, peerOf(t, idOf(0x10)))
	from := d.peer(idOf(0x08))
	far := d.peer(idOf(0x80)).takes(methodRoute, nil)
	near := d.peer(idOf(0x01)).takes(methodRoute, nil)
	ack, err := from.route(methodRoute, wrap("a", from.self, idOf(0x02), from.self))
	if err != nil || ack.Error != nil {
		t.Fatalf("acknowledged with %v, %v", ack, err)
	}
	d.run(time.Second)
	if len(*far) != 0 || len(*near) != 1 {
		t.Fatalf("%d went to the far peer and %d to the near one, want 0 and 1", len(*far), len(*near))
	}
	w := (*near)[0]
	if path := wire.NewPeers(w.RoutingPath); len(path) != 2 || path[0].ID != idOf(0x08) || path[1].ID != idOf(0x10) {
		t.Errorf("the path is %v, want the previous hop and the node", path)
	}
	// Towards 0x0a nobody is closer than the previous hop.
	ack, err = from.route(methodRoute, wrap("b", from.self, idOf(0x0a), from.self))
	if err != nil || ack.Error == nil || *ack.Error != wire.RouteMessageError_NO_TARGETS {
		t.Errorf("acknowledged with %v, %v, want NO_TARGETS", ack, err)
	}
	// What another branch of the search has is left to it.
	w = wrap("c", from.self, idOf(0x02), from.self)
	w.ParallelRootNodeIds = []string{idOf(0x01).String(), "rubbish"}
	if ack, err = from.route(methodRoute, w); err != nil || ack.Error == nil || *ack.Error != wire.RouteMessageError_NO_TARGETS {
		t.Errorf("acknowledged with %v, %v, want NO_TARGETS", ack, err)
	}
}

func TestHopsThatFailAreReplaced(t *testing.T) {
	t.Parallel()
	d := newDesk(t, peerOf(t, idOf(0x10)))
	refusing := d.peer(idOf(0x01)).takes(methodRoute, wire.RouteMessageError_NO_TARGETS.Enum())
	d.direct.connect(peerOf(t, idOf(0x03))) // silent
	last := d.peer(idOf(0x04)).takes(methodRoute, nil)
	beyond := peerOf(t, idOf(0x00))
	send := func() time.Duration {
		from := d.clock.Now()
		if err := d.control.Routed().Send(&wire.Message{ServiceId: "service"}, beyond, transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		n := len(*last)
		for len(*last) == n && d.clock.Now().Sub(from) < 5*time.Second {
			d.run(time.Millisecond)
		}
		return d.clock.Now().Sub(from)
	}
	if took := send(); took > time.Second || len(*refusing) != 1 {
		t.Errorf("a refusing and a silent hop have cost %v", took)
	}
	d.run(5 * time.Second)
	if took := send(); took > 100*time.Millisecond {
		t.Errorf("the second time they have cost %v", took)
	}
	// A silent peer is given up for good after its second silence.
	d.run(time.Minute)
	for range 3 {
		send()
		d.run(31 * time.Second)
	}
	if d.direct.Connected(idOf(0x03)) {
		t.Error("the silent peer is still connected")
	}
	if _, err := d.callers[idOf(0x01)].route(methodRoute, wrap("x", d.callers[idOf(0x01)].self, idOf(0x10), d.callers[idOf(0x01)].self)); err != nil {
		t.Error(err)
	}
}

func TestSendErrors(t *testing.T) {
	t.Parallel()
	self := peerOf(t, idOf(0x10))
	d := newDesk(t, self)
	routed := d.control.Routed()
	if err := routed.Send(&wire.Message{}, peerOf(t, idOf(1)), transport.SendOptions{}); !errors.Is(err, ErrNoRoute) {
		t.Errorf("without connections: %v", err)
	}
	if err := routed.Send(&wire.Message{}, self, transport.SendOptions{}); !errors.Is(err, transport.ErrSelf) {
		t.Errorf("to itself: %v", err)
	}
	d.control.Stop()
	if err := routed.Send(&wire.Message{}, peerOf(t, idOf(1)), transport.SendOptions{}); !errors.Is(err, transport.ErrStopped) {
		t.Errorf("after Stop: %v", err)
	}
	routed.Handle("late", func(*wire.Message, *wire.Peer) {})
}

// §5.5: a joining node is answered through its entry point.
func TestForwarding(t *testing.T) {
	t.Parallel()
	d := newDesk(t, peerOf(t, idOf(0x10)))
	entry := d.peer(idOf(0x40))
	forwarded := entry.takes(methodForward, nil)
	routedTo := entry.takes(methodRoute, nil)
	joiner := peerOf(t, idOf(0x77))
	w := wrap("a", joiner, idOf(0x10), joiner, entry.self)
	w.ReachableThrough = []*wire.PeerDescriptor{d.direct.self.Descriptor, entry.self.Descriptor}
	if _, err := entry.route(methodRoute, w); err != nil {
		t.Fatal(err)
	}
	send := func() {
		if err := d.control.Routed().Send(&wire.Message{ServiceId: "service"}, joiner, transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		d.run(100 * time.Millisecond)
	}
	send()
	if len(*forwarded) != 1 || len(*routedTo) != 0 {
		t.Fatalf("%d were forwarded, %d routed, want one forwarded", len(*forwarded), len(*routedTo))
	}
	f := (*forwarded)[0]
	if wire.NodeID(f.Target) != entry.self.ID || wire.NodeID(f.Message.TargetDescriptor.NodeId) != joiner.ID {
		t.Errorf("forwarded to %x for %x", f.Target, f.Message.TargetDescriptor.NodeId)
	}
	d.run(forwardFor)
	send()
	if len(*forwarded) != 1 || len(*routedTo) != 1 {
		t.Errorf("later %d were forwarded, %d routed, want one of each", len(*forwarded), len(*routedTo))
	}

	// The other side of it: the node is the entry point.
	got := 0
	d.control.Routed().Handle("service", func(*wire.Message, *wire.Peer) { got++ })
	own := wrap("b", entry.self, idOf(0x10), entry.self)
	if ack, err := entry.route(methodForward, own); err != nil || ack.Error != nil || got != 1 {
		t.Errorf("a forwarded message to the node itself: %v, %v, delivered %d times", ack, err, got)
	}
	far := d.peer(joiner.ID)
	atJoiner := far.takes(methodRoute, nil)
	w = wrap("c", entry.self, idOf(0x10), entry.self)
	w.Message.TargetDescriptor = joiner.Descriptor
	if ack, err := entry.route(methodForward, w); err != nil || ack.Error != nil {
		t.Errorf("acknowledged with %v, %v", ack, err)
	}
	d.run(100 * time.Millisecond)
	if len(*atJoiner) != 1 || (*atJoiner)[0].RequestId == "c" || wire.NodeID((*atJoiner)[0].Target) != joiner.ID {
		t.Errorf("the joiner got %v, want the message with a new request id", *atJoiner)
	}
	w = wrap("d", entry.self, idOf(0x10), entry.self)
	w.Message.TargetDescriptor = nil
	if ack, err := entry.route(methodForward, w); err != nil || ack.Error == nil {
		t.Errorf("without a target: %v, %v, want NO_TARGETS", ack, err)
	}
	if d.control.router.forwards == nil {
		t.Fatal("nothing to expire")
	}
	w = wrap("e", joiner, idOf(0x10), joiner, entry.self)
	if _, err := entry.route(methodRoute, w); err != nil {
		t.Fatal(err)
	}
}
