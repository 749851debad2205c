package connection

import (
	"errors"
	"net/netip"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// check asks entry points and returns what came of it.
func (n *node) check(w *world, r *wire.ConnectivityRequest, entryPoints ...*wire.Peer) (answer *wire.ConnectivityResponse, took time.Duration, err error) {
	w.t.Helper()
	start, times := w.clock.Now(), 0
	n.CheckConnectivity(entryPoints, r, func(a *wire.ConnectivityResponse, e error) {
		answer, err, took = a, e, w.clock.Now().Sub(start)
		times++
	})
	w.run(time.Minute)
	if times != 1 {
		w.t.Errorf("told %d times", times)
	}
	return answer, took, err
}

func TestConnectivityCheck(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		server  bool
		request *wire.ConnectivityRequest
		open    bool
	}{
		"reachable":           {true, &wire.ConnectivityRequest{Port: simlink.Port}, true},
		"reachable by name":   {true, &wire.ConnectivityRequest{Port: simlink.Port, Host: proto.String("10.0.0.2")}, true},
		"other port":          {true, &wire.ConnectivityRequest{Port: simlink.Port + 1}, false},
		"no server":           {false, &wire.ConnectivityRequest{}, false},
		"unreachable":         {false, &wire.ConnectivityRequest{Port: simlink.Port}, false},
		"somebody else":       {true, &wire.ConnectivityRequest{Port: simlink.Port, Host: proto.String("10.0.0.1")}, false},
		"unknown name":        {true, &wire.ConnectivityRequest{Port: simlink.Port, Host: proto.String("node.example")}, false},
		"loopback of another": {true, &wire.ConnectivityRequest{Port: simlink.Port, Host: proto.String("127.0.0.1")}, false},
		"not a host":          {true, &wire.ConnectivityRequest{Port: simlink.Port, Host: proto.String("a/b?c")}, false},
		"not a port":          {true, &wire.ConnectivityRequest{Port: 1 << 20}, false},
	} {
		w := newWorld(t, simlink.Options{})
		a := w.add(0xaa)
		a.self = nil // answers before it knows itself
		b := w.start(w.net.NewHost(0, c.server), idOf(0xbb), false)
		entry := &wire.Peer{ID: idOf(0xaa), Descriptor: &wire.PeerDescriptor{Websocket: &wire.ConnectivityMethod{Host: "10.0.0.1", Port: simlink.Port}}}
		got, took, err := b.check(w, c.request, entry)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		host := "10.0.0.2"
		if c.request.Host != nil {
			host = c.request.GetHost()
		}
		want := &wire.ConnectivityResponse{Host: host, NatType: "unknown", IpAddress: 10<<24 + 2, ProtocolVersion: "1.1"}
		if c.open {
			want.NatType = "open_internet"
			want.Websocket = &wire.ConnectivityMethod{Host: host, Port: simlink.Port}
		}
		if !proto.Equal(got, want) || took > 2*time.Second {
			t.Errorf("%s: after %v\n%v, want\n%v", name, took, got, want)
		}
		w.run(time.Minute)
		if s := a.Stats(); s.HalfOpen != 0 || s.Checks != 1 {
			t.Errorf("%s: left behind %+v", name, s)
		}
		if s := b.Stats(); s.HalfOpen != 0 {
			t.Errorf("%s: left behind by the probe %+v", name, s)
		}
	}
}

func TestCheckGoesOnToTheNextEntryPoint(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	good := w.add(0xaa)
	b := w.start(w.net.NewHost(0, true), idOf(0xbb), false)
	answers := func(change func(m *wire.ConnectivityResponse) bool) *wire.Peer { // false: no answer
		h := w.net.NewHost(0, true)
		h.Accept(func(l transport.Link, _ string) {
			l.Start(transport.LinkEvents{Message: func(*wire.Message, int) {
				r := &wire.ConnectivityResponse{Host: "h", ProtocolVersion: "1.1"}
				if !change(r) {
					return
				}
				frame, err := proto.Marshal(&wire.Message{Body: &wire.Message_ConnectivityResponse{ConnectivityResponse: r}})
				if err != nil {
					t.Fatal(err)
				}
				if err := l.Send(frame); err != nil {
					t.Error(err)
				}
			}})
		})
		return &wire.Peer{Descriptor: &wire.PeerDescriptor{Websocket: &wire.ConnectivityMethod{Host: h.Addr().String(), Port: simlink.Port}}}
	}
	silent := answers(func(*wire.ConnectivityResponse) bool { return false })
	old := answers(func(r *wire.ConnectivityResponse) bool { r.ProtocolVersion = "0.1"; return true })
	gone := &wire.Peer{Descriptor: &wire.PeerDescriptor{Websocket: &wire.ConnectivityMethod{Host: "10.7.7.7", Port: simlink.Port}}}

	got, _, err := b.check(w, &wire.ConnectivityRequest{}, silent, gone, old, good.Self())
	if err != nil || got.GetHost() != "10.0.0.2" {
		t.Errorf("%v, %v", got, err)
	}
	_, took, err := b.check(w, &wire.ConnectivityRequest{}, silent, gone, old)
	if !errors.Is(err, ErrNoEntryPoint) {
		t.Errorf("error %v", err)
	}
	// 5 s without an answer, 1 s without a connection, two pauses.
	if least := 10 * time.Second; took < least || took > least+time.Second {
		t.Errorf("took %v, want about %v", took, least)
	}
	if _, _, err := b.check(w, &wire.ConnectivityRequest{}); !errors.Is(err, ErrNoEntryPoint) {
		t.Errorf("without entry points: %v", err)
	}
	b.CheckConnectivity([]*wire.Peer{good.Self()}, &wire.ConnectivityRequest{}, func(*wire.ConnectivityResponse, error) { t.Error("told after cancel") })()
	cancel := b.CheckConnectivity([]*wire.Peer{good.Self()}, &wire.ConnectivityRequest{}, func(*wire.ConnectivityResponse, error) { t.Error("told after cancel") })
	w.run(55 * time.Millisecond) // the request is on its way
	cancel()
	w.run(time.Minute)
}

func TestEntryPointChecksItself(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	self := a.self
	a.self = nil
	got, _, err := a.check(w, &wire.ConnectivityRequest{Port: simlink.Port, Host: proto.String("10.0.0.1")}, self)
	if err != nil || got.GetNatType() != "open_internet" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestChecksAreLimited(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa, func(c *Config) { c.ChecksPerMinute = 2 })
	b := w.start(w.net.NewHost(0, true), idOf(0xbb), false)
	for i, ok := range []bool{true, true, false} {
		r := w.dialRaw(b.host, a, transport.ActionCheck)
		if !r.closed {
			r.send(&wire.Message{Body: &wire.Message_ConnectivityRequest{ConnectivityRequest: &wire.ConnectivityRequest{}}})
			r.send(&wire.Message{Body: &wire.Message_ConnectivityRequest{ConnectivityRequest: &wire.ConnectivityRequest{}}})
			w.run(100 * time.Millisecond)
		}
		if r.closed == ok || ok && len(r.got) != 1 {
			t.Errorf("check %d: closed %v, %d answers", i, r.closed, len(r.got))
		}
	}
	w.run(pendingTimeout)
	if s := a.Stats(); s.HalfOpen != 0 {
		t.Errorf("%d links of checks stay", s.HalfOpen)
	}
}

// resolving is a network that knows names.
type resolving struct {
	*simlink.Host
	names map[string][]netip.Addr
}

func (r resolving) Lookup(host string, done func([]netip.Addr)) {
	r.Loop().Post(func() { done(r.names[host]) })
}

func TestCheckResolvesNames(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	names := map[string][]netip.Addr{
		"own.example":   {netip.MustParseAddr("10.9.0.9"), netip.MustParseAddr("10.0.0.2")},
		"other.example": {netip.MustParseAddr("10.0.0.1")},
	}
	var dialled []string
	a := w.add(0xaa, func(c *Config) { c.Network = dialLog{resolving{c.Network.(*simlink.Host), names}, &dialled} })
	b := w.start(w.net.NewHost(0, true), idOf(0xbb), false)
	for _, host := range []string{"own.example", "other.example", "none.example", "127.0.0.1"} {
		if _, _, err := b.check(w, &wire.ConnectivityRequest{Port: simlink.Port, Host: proto.String(host)}, a.Self()); err != nil {
			t.Error(err)
		}
	}
	want(t, "probed", dialled, []string{"own.example"})
}

type dialLog struct {
	resolving
	dialled *[]string
}

func (d dialLog) Dial(a transport.Address, timeout time.Duration, done func(transport.Link, error)) func() {
	*d.dialled = append(*d.dialled, a.Host)
	return d.resolving.Dial(a, timeout, done)
}

func TestNewSelf(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	n := w.add(0xaa)
	answer := &wire.ConnectivityResponse{Websocket: &wire.ConnectivityMethod{Host: "node.example", Port: 443, Tls: true}, IpAddress: 127<<24 + 1}
	p, err := NewSelf(answer, Identity{Region: 7}, n.env.Rand)
	if err != nil {
		t.Fatal(err)
	}
	// The prefix that all nodes of 127.0.0.1 have.
	if got := p.ID.String()[:26]; got != "85a918965476b514d0e2633b03" {
		t.Errorf("node id %s", p.ID)
	}
	if d := p.Descriptor; d.GetRegion() != 7 || d.GetIpAddress() != answer.IpAddress || len(d.GetPublicKey()) != 20 || len(d.GetSignature()) != 65 || !p.HasServer() {
		t.Errorf("descriptor %v", d)
	}
	id := idOf(0x12)
	if p, err = NewSelf(&wire.ConnectivityResponse{}, Identity{ID: &id}, n.env.Rand); err != nil || p.ID != id || p.HasServer() {
		t.Errorf("%v, %v", p, err)
	}
	if _, err := NewSelf(&wire.ConnectivityResponse{Websocket: &wire.ConnectivityMethod{Host: "a b", Port: 1}}, Identity{}, n.env.Rand); !errors.Is(err, wire.ErrPeer) {
		t.Errorf("a host that is none: %v", err)
	}
}
