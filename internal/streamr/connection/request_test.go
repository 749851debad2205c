package connection

import (
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// simulatedRoutes carries messages between nodes that need not be connected, as the DHT does.
type simulatedRoutes struct {
	clock *loop.Virtual
	ends  map[wire.NodeID]*simulatedRoute
}

type simulatedRoute struct {
	all      *simulatedRoutes
	self     *wire.Peer
	handlers map[string]transport.Handler
	sent     int
}

func (s *simulatedRoutes) add(n *node) *simulatedRoute {
	r := &simulatedRoute{all: s, self: n.Self(), handlers: make(map[string]transport.Handler)}
	s.ends[n.Self().ID] = r
	n.SetRouted(r)
	return r
}

func (r *simulatedRoute) Self() *wire.Peer { return r.self }

func (r *simulatedRoute) Send(m *wire.Message, to *wire.Peer, _ transport.SendOptions) error {
	r.sent++
	b, err := proto.Marshal(m)
	if err != nil {
		return err
	}
	r.all.clock.At(100*time.Millisecond, func() {
		got := new(wire.Message)
		if err := proto.Unmarshal(b, got); err != nil {
			panic(err)
		}
		if end := r.all.ends[to.ID]; end != nil && end.handlers[got.GetServiceId()] != nil {
			end.handlers[got.GetServiceId()](got, r.self)
		}
	})
	return nil
}

func (r *simulatedRoute) Handle(id string, h transport.Handler) { r.handlers[id] = h }

func (r *simulatedRoute) WatchDisconnects(func(*wire.Peer, bool)) func() { return func() {} }

func TestPeerWithoutAServerIsAskedToDial(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	routes := &simulatedRoutes{clock: w.clock, ends: make(map[wire.NodeID]*simulatedRoute)}
	one, two := victims(t)
	for _, id := range []wire.NodeID{one, two} { // the tie-break plays no role here
		a := w.add(0xaa)
		b := w.start(w.net.NewHost(0, false), id, false)
		ra, rb := routes.add(a), routes.add(b)
		for _, text := range []string{"1", "2"} {
			if err := a.send(b, text, transport.SendOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		w.run(time.Second)
		want(t, "b got", b.got, []string{"aa:1", "aa:2"})
		if ra.sent != 1 || rb.sent != 0 {
			t.Errorf("%d and %d routed messages, want 1 and 0", ra.sent, rb.sent)
		}
		if b.Stats().Dialled != 1 || a.Stats().Dialled != 0 {
			t.Error("the wrong node has dialled")
		}
	}
}

func TestPeerThatDoesNotDialIsGivenUp(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	routes := &simulatedRoutes{clock: w.clock, ends: make(map[wire.NodeID]*simulatedRoute)}
	a, b := w.add(0xaa), w.start(w.net.NewHost(0, false), idOf(0xbb), false)
	routes.add(a)
	if err := a.send(b, "1", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(pendingTimeout + time.Second)
	want(t, "a's log", a.log, []string{"-bb"})
	a.SetRouted(nil)
	if err := a.send(b, "1", transport.SendOptions{}); err != transport.ErrUnreachable {
		t.Errorf("without a routed transport: %v", err)
	}
}

func TestRequestsToDialAreLimited(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	ask := func(first byte, host string) {
		id := idOf(first)
		p, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: id[:], Websocket: &wire.ConnectivityMethod{Host: host, Port: simlink.Port}})
		if err != nil {
			t.Fatal(err)
		}
		a.dialOnRequest(p)
	}
	ask(0xaa, "10.0.0.77") // ourselves
	if got := a.Stats().Dialled; got != 0 {
		t.Fatalf("%d dials to ourselves", got)
	}
	// One host under many ids.
	for i := range maxAskedPerMinute + 20 {
		ask(byte(i), "10.0.0.77")
		if i%20 == 0 {
			w.run(pendingTimeout / 10)
		}
	}
	if got := a.Stats().Dialled; got != maxAskedPerMinute {
		t.Errorf("%d dials to one host, want %d", got, maxAskedPerMinute)
	}
	w.run(time.Minute)
	// Many hosts.
	for i := range 160 {
		ask(byte(i), "10.1.0."+string([]byte{'0' + byte(i/100), '0' + byte(i/10%10), '0' + byte(i%10)})[1:])
	}
	if got := a.Stats().Pending; got != maxAskedDials {
		t.Errorf("%d dials at a time, want %d", got, maxAskedDials)
	}
}
