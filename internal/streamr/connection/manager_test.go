package connection

import (
	"log/slog"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// world is a simulated network of managers.
type world struct {
	t     *testing.T
	clock *loop.Virtual
	net   *simlink.World
	lives uint64 // nodes that were started: each has its own randomness, also after a crash
}

func newWorld(t *testing.T, o simlink.Options) *world {
	if o.Latency == nil {
		o.Latency = func(_, _ *simlink.Host) time.Duration { return 10 * time.Millisecond }
	}
	clock := loop.NewVirtual()
	return &world{t: t, clock: clock, net: simlink.New(clock, rand.New(rand.NewPCG(1, 2)), o)}
}

// node is a manager and what it tells.
type node struct {
	*Manager
	host  *simlink.Host
	clock *loop.Virtual
	log   []string // connects and disconnects
	got   []string // message ids of the service "test", as the sender calls them
}

func idOf(first byte) (id wire.NodeID) {
	for i := range id {
		id[i] = first
	}
	return id
}

// start runs a manager on a host. server says whether it tells others its address.
func (w *world) start(h *simlink.Host, id wire.NodeID, server bool, change ...func(*Config)) *node {
	w.t.Helper()
	w.lives++
	cfg := Config{
		Env:     loop.Env{Loop: h.Loop(), Rand: rand.New(rand.NewPCG(w.lives, uint64(id[0]))), Log: slog.New(slog.DiscardHandler)},
		Network: h, ApplicationVersion: "test",
	}
	for _, f := range change {
		f(&cfg)
	}
	d := &wire.PeerDescriptor{NodeId: id[:]}
	if server {
		d.Websocket = &wire.ConnectivityMethod{Host: h.Addr().String(), Port: simlink.Port}
	}
	self, err := wire.NewPeer(d)
	if err != nil {
		w.t.Fatal(err)
	}
	n := &node{Manager: New(cfg), host: h, clock: w.clock}
	n.SetSelf(self)
	n.WatchConnects(func(p *wire.Peer) { n.log = append(n.log, "+"+p.String()[:2]) })
	n.WatchDisconnects(func(p *wire.Peer, graceful bool) {
		mark := "-"
		if graceful {
			mark = "~"
		}
		n.log = append(n.log, mark+p.String()[:2])
	})
	n.Handle("test", func(m *wire.Message, from *wire.Peer) {
		n.got = append(n.got, from.String()[:2]+":"+m.GetRpcMessage().GetRequestId())
	})
	return n
}

// add makes a host with a server and a manager on it.
func (w *world) add(first byte, change ...func(*Config)) *node {
	return w.start(w.net.NewHost(0, true), idOf(first), true, change...)
}

func (n *node) send(to *node, text string, o transport.SendOptions) error {
	return n.Send(&wire.Message{ServiceId: "test", Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{RequestId: text}}}, to.Self(), o)
}

func (w *world) run(d time.Duration) { w.clock.RunFor(d) }

func want(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestSendOpensAConnectionAndBuffers(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b := w.add(0xaa), w.add(0xbb)
	if err := a.send(b, "1", transport.SendOptions{NoConnect: true}); err != transport.ErrNotConnected {
		t.Fatalf("sent without a connection: %v", err)
	}
	for _, text := range []string{"1", "2"} {
		if err := a.send(b, text, transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.send(b, "3", transport.SendOptions{NoWait: true}); err != transport.ErrNotConnected {
		t.Fatalf("sent before the connection was open: %v", err)
	}
	w.run(time.Second)
	if err := b.send(a, "4", transport.SendOptions{NoWait: true}); err != nil {
		t.Fatal(err)
	}
	w.run(time.Second)
	want(t, "b got", b.got, []string{"aa:1", "aa:2"})
	want(t, "a got", a.got, []string{"bb:4"})
	want(t, "a's log", a.log, []string{"+bb"})
	want(t, "b's log", b.log, []string{"+aa"})
	if !a.Connected(b.Self().ID) || len(b.Connections()) != 1 {
		t.Error("not listed as connected")
	}
}

func TestSimultaneousDialsEndInOneConnection(t *testing.T) {
	t.Parallel()
	for delay := range 8 {
		w := newWorld(t, simlink.Options{})
		a, b := w.add(0xaa), w.add(0xbb)
		if err := a.send(b, "1", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(time.Duration(delay) * 8 * time.Millisecond)
		if err := b.send(a, "2", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(time.Second)
		want(t, "b got", b.got, []string{"aa:1"})
		want(t, "a got", a.got, []string{"bb:2"})
		want(t, "a's log", a.log, []string{"+bb"})
		want(t, "b's log", b.log, []string{"+aa"})
		w.run(time.Minute)
		if !a.Connected(b.Self().ID) || !b.Connected(a.Self().ID) {
			t.Errorf("after %d: the connection did not last", delay)
		}
	}
}
