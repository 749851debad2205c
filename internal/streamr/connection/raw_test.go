package connection

import (
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// raw is a peer that says what a test tells it to.
type raw struct {
	w      *world
	link   transport.Link
	got    []*wire.Message
	closed bool
}

// dialRaw opens a link to a node without introducing itself.
func (w *world) dialRaw(from *simlink.Host, to *node, action string) *raw {
	w.t.Helper()
	r := &raw{w: w}
	from.Dial(transport.Address{Host: to.host.Addr().String(), Port: simlink.Port, Action: action}, time.Second, func(l transport.Link, err error) {
		if err != nil {
			w.t.Errorf("dial: %v", err)
			return
		}
		r.take(l)
	})
	w.run(100 * time.Millisecond)
	if r.link == nil {
		w.t.Fatal("no link")
	}
	return r
}

func (r *raw) take(l transport.Link) {
	r.link = l
	l.Start(transport.LinkEvents{
		Message: func(m *wire.Message, _ int) { r.got = append(r.got, m) },
		Closed:  func(bool) { r.closed = true },
	})
}

func (r *raw) send(m *wire.Message) {
	r.w.t.Helper()
	b, err := proto.Marshal(m)
	if err != nil {
		r.w.t.Fatal(err)
	}
	if err := r.link.Send(b); err != nil {
		r.w.t.Fatal(err)
	}
}

// greet sends a handshake request that a change may spoil.
func (r *raw) greet(as wire.NodeID, change func(*wire.HandshakeRequest)) {
	r.w.t.Helper()
	h := &wire.HandshakeRequest{SourcePeerDescriptor: &wire.PeerDescriptor{NodeId: as[:]}, ProtocolVersion: "1.1"}
	if change != nil {
		change(h)
	}
	r.send(&wire.Message{MessageId: "greeting", ServiceId: serviceHandshaker, Body: &wire.Message_HandshakeRequest{HandshakeRequest: h}})
}

// call sends a request for the service "test".
func (r *raw) call(messageID, text string) {
	r.w.t.Helper()
	r.send(&wire.Message{MessageId: messageID, ServiceId: "test", Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{RequestId: text}}})
}

// verdict is what a node answered to the handshake: "accepted", the name of an error, or "".
func (r *raw) verdict() string {
	for _, m := range r.got {
		if h := m.GetHandshakeResponse(); h != nil {
			if h.Error != nil {
				return h.GetError().String()
			}
			return "accepted"
		}
	}
	return ""
}

func TestHandshakeRules(t *testing.T) {
	t.Parallel()
	stranger := idOf(0xcc)
	for name, c := range map[string]struct {
		as      wire.NodeID
		change  func(*wire.HandshakeRequest)
		verdict string
		open    bool
	}{
		"accepted":             {as: stranger, verdict: "accepted", open: true},
		"minor does not count": {as: stranger, change: func(h *wire.HandshakeRequest) { h.ProtocolVersion = "1.99" }, verdict: "accepted", open: true},
		"newer major":          {as: stranger, change: func(h *wire.HandshakeRequest) { h.ProtocolVersion = "2.0" }, verdict: "accepted", open: true},
		"older major":          {as: stranger, change: func(h *wire.HandshakeRequest) { h.ProtocolVersion = "0.9" }, verdict: "UNSUPPORTED_PROTOCOL_VERSION"},
		"no version":           {as: stranger, change: func(h *wire.HandshakeRequest) { h.ProtocolVersion = "" }, verdict: "UNSUPPORTED_PROTOCOL_VERSION"},
		"not a version":        {as: stranger, change: func(h *wire.HandshakeRequest) { h.ProtocolVersion = "1.x" }, verdict: "UNSUPPORTED_PROTOCOL_VERSION"},
		"right target": {as: stranger, change: func(h *wire.HandshakeRequest) {
			id := idOf(0xaa)
			h.TargetPeerDescriptor = &wire.PeerDescriptor{NodeId: id[:]}
		}, verdict: "accepted", open: true},
		"other target": {as: stranger, change: func(h *wire.HandshakeRequest) {
			id := idOf(0xab)
			h.TargetPeerDescriptor = &wire.PeerDescriptor{NodeId: id[:]}
		}, verdict: "INVALID_TARGET_PEER_DESCRIPTOR"},
		"our own id":    {as: idOf(0xaa)},
		"no descriptor": {as: stranger, change: func(h *wire.HandshakeRequest) { h.SourcePeerDescriptor = nil }},
		"short id":      {as: stranger, change: func(h *wire.HandshakeRequest) { h.SourcePeerDescriptor.NodeId = []byte{1} }},
		"port 0": {as: stranger, change: func(h *wire.HandshakeRequest) {
			h.SourcePeerDescriptor.Websocket = &wire.ConnectivityMethod{Host: "h"}
		}},
	} {
		w := newWorld(t, simlink.Options{})
		a := w.add(0xaa)
		r := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
		r.greet(c.as, c.change)
		w.run(time.Second)
		if got := r.verdict(); got != c.verdict || r.closed == c.open || a.HasConnection(c.as) != c.open {
			t.Errorf("%s: verdict %q, closed %v, connection %v; want %q, open %v", name, got, r.closed, a.HasConnection(c.as), c.verdict, c.open)
		}
		if s := a.Stats(); s.HalfOpen != 0 || s.Pending != 0 {
			t.Errorf("%s: left behind %+v", name, s)
		}
	}
}

func TestHandshakeMustComeInTime(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	r := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
	w.run(pendingTimeout - time.Second)
	if r.closed {
		t.Fatal("closed too early")
	}
	w.run(2 * time.Second)
	if !r.closed || a.Stats().HalfOpen != 0 {
		t.Fatal("a link without a handshake stays")
	}
}

func TestFirstMessageMustBeTheHandshake(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	r := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
	r.call("1", "early")
	w.run(time.Second)
	if !r.closed || len(a.got) > 0 {
		t.Fatalf("closed %v, got %q", r.closed, a.got)
	}
}

func TestOnlyCallsAndEachOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa, func(c *Config) { c.DuplicateMemory = 3 })
	r := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
	s := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
	r.greet(idOf(0xbb), nil)
	s.greet(idOf(0xcc), nil)
	w.run(time.Second)
	r.call("1", "first")
	r.call("1", "again")
	r.greet(idOf(0xdd), nil) // no effect any more
	r.send(&wire.Message{MessageId: "2", ServiceId: "test"})
	w.run(time.Second)
	s.call("1", "the same id from another")
	w.run(time.Second)
	r.call("3", "x")
	r.call("4", "y")
	r.call("1", "forgotten by now")
	w.run(time.Second)
	want(t, "got", a.got, []string{"bb:first", "cc:the same id from another", "bb:x", "bb:y", "bb:forgotten by now"})
	if got := a.Stats().Duplicates; got != 1 {
		t.Errorf("%d duplicates, want 1", got)
	}
	if a.HasConnection(idOf(0xdd)) {
		t.Error("a second handshake has made a connection")
	}
}

func TestNobodyIsAcceptedBeforeSetSelf(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	a.self = nil
	r := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
	w.run(time.Second)
	if !r.closed {
		t.Fatal("accepted")
	}
}

// Whatever a message says, its sender is the node at the other end.
func TestSenderIsTheOneOfTheConnection(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	var got *wire.Message
	a.Handle("test", func(m *wire.Message, _ *wire.Peer) { got = m })
	r := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
	r.greet(idOf(0xbb), nil)
	w.run(time.Second)
	other := idOf(0xcc)
	r.send(&wire.Message{
		MessageId: "1", ServiceId: "test", SourceDescriptor: &wire.PeerDescriptor{NodeId: other[:]},
		Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{}},
	})
	w.run(time.Second)
	if id := idOf(0xbb); string(got.GetSourceDescriptor().GetNodeId()) != string(id[:]) {
		t.Errorf("sender %x", got.GetSourceDescriptor().GetNodeId())
	}
}

// listenRaw is a peer with a server that says what a test tells it to, and what leads to it.
func (w *world) listenRaw(id wire.NodeID) (r *raw, at *node) {
	w.t.Helper()
	h := w.net.NewHost(0, true)
	r = &raw{w: w}
	h.Accept(func(l transport.Link, _ string) { r.take(l) })
	p, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: id[:], Websocket: &wire.ConnectivityMethod{Host: h.Addr().String(), Port: simlink.Port}})
	if err != nil {
		w.t.Fatal(err)
	}
	return r, &node{Manager: &Manager{self: p}, host: h}
}

// answer sends a handshake response.
func (r *raw) answer(as wire.NodeID, refusal *wire.HandshakeError) {
	r.send(&wire.Message{Body: &wire.Message_HandshakeResponse{HandshakeResponse: &wire.HandshakeResponse{
		SourcePeerDescriptor: &wire.PeerDescriptor{NodeId: as[:]}, Error: refusal, ProtocolVersion: "1.1",
	}}})
}

// An official node that wins the tie-break refuses our attempt while its own is on the way.
func TestRefusedDuplicateWaitsForThePeer(t *testing.T) {
	t.Parallel()
	_, id := victims(t)
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	server, b := w.listenRaw(id)
	if err := a.send(b, "waits", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(100 * time.Millisecond)
	server.answer(id, wire.HandshakeError_DUPLICATE_CONNECTION.Enum())
	w.run(time.Second)
	own := w.dialRaw(b.host, a, transport.ActionConnect)
	own.greet(id, nil)
	w.run(time.Second)
	if !server.closed || own.verdict() != "accepted" || len(own.got) != 2 || own.got[1].GetRpcMessage().GetRequestId() != "waits" {
		t.Errorf("refused link closed %v, the peer's own got %v", server.closed, own.got)
	}
	want(t, "log", a.log, []string{"+" + id.String()[:2]})

	// And if nothing comes, it is over.
	server, b = w.listenRaw(idOf(0xcd))
	if err := a.send(b, "waits", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(100 * time.Millisecond)
	server.answer(id, wire.HandshakeError_DUPLICATE_CONNECTION.Enum())
	w.run(awaitDuplicate + time.Second)
	want(t, "log", a.log[1:], []string{"-cd"})
}

func TestOwnAttemptThatWinsRefusesThePeers(t *testing.T) {
	t.Parallel()
	id, _ := victims(t)
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	server, b := w.listenRaw(id)
	if err := a.send(b, "1", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(100 * time.Millisecond)
	own := w.dialRaw(b.host, a, transport.ActionConnect)
	own.greet(id, nil)
	w.run(100 * time.Millisecond)
	if got := own.verdict(); got != "" {
		t.Fatalf("verdict %q before it is known", got)
	}
	server.answer(id, nil)
	w.run(100 * time.Millisecond)
	if got := own.verdict(); got != "DUPLICATE_CONNECTION" || !own.closed || server.closed || !a.HasConnection(id) {
		t.Errorf("verdict %q, closed %v and %v", got, own.closed, server.closed)
	}
}

func TestLinksWithoutHandshakeAreBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa, func(c *Config) { c.HandshakesPerMinute = 2 * maxHalfOpen })
	refused := 0
	for range maxHalfOpen + 5 {
		l := &scriptLink{}
		if a.accept(l, transport.ActionConnect); l.closed {
			refused++
		}
	}
	if refused != 5 || a.Stats().HalfOpen != maxHalfOpen {
		t.Errorf("%d refused, want 5", refused)
	}
	w.run(pendingTimeout)
	if got := a.Stats().HalfOpen; got != 0 {
		t.Errorf("%d left", got)
	}
}

func TestLimitsOfStrangers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa, func(c *Config) { c.HandshakesPerMinute, c.MaxOpen = 3, 4 })
	one, other := w.net.NewHost(0, false), w.net.NewHost(0, false)
	verdicts := func(h *simlink.Host, first byte, n int) (accepted int) {
		for i := range n {
			r := w.dialRaw(h, a, transport.ActionConnect)
			if !r.closed {
				r.greet(idOf(first+byte(i)), nil)
				w.run(100 * time.Millisecond)
			}
			if r.verdict() == "accepted" {
				accepted++
			}
		}
		return accepted
	}
	if got := verdicts(one, 0x10, 5); got != 3 {
		t.Errorf("%d handshakes of one address, want 3", got)
	}
	if got := verdicts(other, 0x20, 3); got != 1 {
		t.Errorf("%d connections more, want 1 up to the limit", got)
	}
	w.run(time.Minute)
	a.cfg.MaxOpen = 100
	if got := verdicts(one, 0x30, 5); got != 3 {
		t.Errorf("%d handshakes in the next minute, want 3", got)
	}
}
