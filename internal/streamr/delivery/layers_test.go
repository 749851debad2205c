package delivery

import (
	"io"
	"log/slog"
	"math/rand/v2"
	"slices"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/dht"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// simulatedLayers stand for the layers below one part: connections whose peers are played by a
// test, contacts, and what is stored in the DHT. Everybody is connected.
type simulatedLayers struct {
	self     *wire.Peer
	clock    *loop.Virtual
	env      loop.Env
	handlers map[string]transport.Handler
	watchers []func(*wire.Peer, bool)
	sent     []simulatedSend // requests and answers
	copies   int             // of messages
	locks    map[string]int

	contacts []*wire.Peer
	entries  []*wire.DataEntry
	onLonely func()
}

type simulatedSend struct {
	rpc *wire.RpcMessage
	to  *wire.Peer
}

func newLayers(seed uint64) *simulatedLayers {
	clock := loop.NewVirtual()
	return &simulatedLayers{
		self: peerOf(nodeID(0xff)), clock: clock,
		env: loop.Env{
			Loop: clock.Loop(), Rand: rand.New(rand.NewPCG(seed, 7)), Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		},
		handlers: make(map[string]transport.Handler), locks: make(map[string]int),
	}
}

func peerOf(id wire.NodeID) *wire.Peer {
	p, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: id[:], Websocket: &wire.ConnectivityMethod{Host: "10.0.0.1", Port: 1}})
	if err != nil {
		panic(err) // it is well formed
	}
	return p
}

func (l *simulatedLayers) config() Config {
	return Config{
		Env: l.env, ID: testPart, Transport: l, Control: l, AcceptProxies: true,
		NewDiscovery: func(_, onLonely func()) Discovery {
			l.onLonely = onLonely
			return simulatedDiscovery{l}
		},
	}
}

func (l *simulatedLayers) Self() *wire.Peer { return l.self }

func (l *simulatedLayers) Send(m *wire.Message, to *wire.Peer, _ transport.SendOptions) error {
	if _, err := proto.Marshal(m); err != nil {
		return err
	}
	if len(l.sent) < 1000 {
		l.sent = append(l.sent, simulatedSend{m.GetRpcMessage(), to})
	}
	return nil
}

func (l *simulatedLayers) SendMany(_ *wire.Message, to []*wire.Peer) int {
	l.copies += len(to)
	return len(to)
}

func (l *simulatedLayers) Handle(id string, h transport.Handler) { l.handlers[id] = h }

func (l *simulatedLayers) WatchDisconnects(f func(*wire.Peer, bool)) func() {
	l.watchers = append(l.watchers, f)
	i := len(l.watchers) - 1
	return func() { l.watchers[i] = nil }
}

func (l *simulatedLayers) disconnect(p *wire.Peer, graceful bool) {
	for _, f := range l.watchers {
		if f != nil {
			f(p, graceful)
		}
	}
}

func (l *simulatedLayers) WatchConnects(func(*wire.Peer)) func()                 { return func() {} }
func (l *simulatedLayers) Connections() []*wire.Peer                             { return nil }
func (l *simulatedLayers) Connected(wire.NodeID) bool                            { return true }
func (l *simulatedLayers) Lock(p *wire.Peer, id string, _ func(bool))            { l.locks[id+p.String()]++ }
func (l *simulatedLayers) Unlock(p *wire.Peer, id string)                        { l.locks[id+p.String()]-- }
func (l *simulatedLayers) WeakLock(id wire.NodeID, lock string)                  { l.locks[lock+id.String()]++ }
func (l *simulatedLayers) WeakUnlock(id wire.NodeID, lock string)                { l.locks[lock+id.String()]-- }
func (l *simulatedLayers) SetPrivate(*wire.Peer, bool)                           {}
func (l *simulatedLayers) Disconnect(*wire.Peer)                                 {}
func (l *simulatedLayers) DeleteData(wire.NodeID)                                {}
func (l *simulatedLayers) StoreData(wire.NodeID, *anypb.Any, func([]*wire.Peer)) {}

func (l *simulatedLayers) FetchData(_ wire.NodeID, done func([]*wire.DataEntry)) {
	l.env.Loop.Post(func() { done(l.entries) })
}

// receive hands over an RPC of a peer.
func (l *simulatedLayers) receive(m *wire.RpcMessage, from *wire.Peer) {
	if h := l.handlers[ServiceID(testPart)]; h != nil {
		h(&wire.Message{ServiceId: ServiceID(testPart), Body: &wire.Message_RpcMessage{RpcMessage: m}}, from)
	}
}

// heldLocks counts the locks that are held.
func (l *simulatedLayers) heldLocks() (n int) {
	for _, k := range l.locks {
		if k < 0 {
			return -1000
		}
		n += k
	}
	return n
}

type simulatedDiscovery struct{ *simulatedLayers }

func (d simulatedDiscovery) Join(_ []*wire.Peer, _ dht.JoinOptions, done func(error)) {
	if done != nil {
		d.env.Loop.Post(func() { done(nil) })
	}
}
func (d simulatedDiscovery) JoinRing(func())         {}
func (d simulatedDiscovery) Stop()                   {}
func (d simulatedDiscovery) Neighbors() []*wire.Peer { return d.contacts[:min(4, len(d.contacts))] }
func (d simulatedDiscovery) Nearest(n int, exclude func(wire.NodeID) bool) (ps []*wire.Peer) {
	for _, p := range d.contacts {
		if len(ps) < n && (exclude == nil || !exclude(p.ID)) {
			ps = append(ps, p)
		}
	}
	return ps
}

func (d simulatedDiscovery) Random(n int, exclude func(wire.NodeID) bool) []*wire.Peer {
	return d.Nearest(n, exclude)
}

func (d simulatedDiscovery) RingLeft(int, func(wire.NodeID) bool) []*wire.Peer  { return nil }
func (d simulatedDiscovery) RingRight(int, func(wire.NodeID) bool) []*wire.Peer { return nil }

func (d simulatedDiscovery) Remove(id wire.NodeID) {
	d.simulatedLayers.contacts = slices.DeleteFunc(d.contacts, func(p *wire.Peer) bool { return p.ID == id })
}

func (d simulatedDiscovery) Add(ps []*wire.Peer) {
	for _, p := range ps {
		if len(d.contacts) < 50 && !slices.ContainsFunc(d.contacts, func(q *wire.Peer) bool { return q.ID == p.ID }) {
			d.simulatedLayers.contacts = append(d.contacts, p)
		}
	}
}
