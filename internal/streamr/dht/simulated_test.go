package dht

import (
	"io"
	"log/slog"
	"math/rand/v2"
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// simulatedDirect stands for the connections of one node whose peers are played by a
// test: it keeps what is sent, and hands over what the test says that peers send.
type simulatedDirect struct {
	t        testing.TB
	self     *wire.Peer
	open     []*wire.Peer // ordered by id
	handlers map[string]transport.Handler
	watchers map[int]func(*wire.Peer, bool)
	watched  int
	sent     []simulatedSend
	locks    map[string]int // lock ids with the node id
	refuses  bool           // sends fail, if there is no connection
}

type simulatedSend struct {
	message *wire.Message // as it was encoded and decoded again
	to      *wire.Peer
}

func newSimulatedDirect(t testing.TB, self *wire.Peer) *simulatedDirect {
	return &simulatedDirect{
		t: t, self: self, handlers: make(map[string]transport.Handler),
		watchers: make(map[int]func(*wire.Peer, bool)), locks: make(map[string]int),
	}
}

func simulatedEnv(clock *loop.Virtual, seed uint64) loop.Env {
	return loop.Env{Loop: clock.Loop(), Rand: rand.New(rand.NewPCG(seed, 7)), Log: slog.New(slog.NewTextHandler(io.Discard, nil))}
}

func (d *simulatedDirect) Self() *wire.Peer { return d.self }

func (d *simulatedDirect) Send(m *wire.Message, to *wire.Peer, o transport.SendOptions) error {
	if (o.NoConnect || o.NoWait || d.refuses) && !d.Connected(to.ID) {
		return transport.ErrNotConnected
	}
	b, err := proto.Marshal(m)
	if err != nil {
		d.t.Fatal(err)
	}
	c := new(wire.Message)
	if err := proto.Unmarshal(b, c); err != nil {
		d.t.Fatal(err)
	}
	d.sent = append(d.sent, simulatedSend{c, to})
	return nil
}

func (d *simulatedDirect) SendMany(m *wire.Message, to []*wire.Peer) (n int) {
	for _, p := range to {
		if d.Send(m, p, transport.SendOptions{NoWait: true}) == nil {
			n++
		}
	}
	return n
}

func (d *simulatedDirect) Handle(id string, h transport.Handler) { d.handlers[id] = h }

func (d *simulatedDirect) WatchDisconnects(f func(*wire.Peer, bool)) func() {
	d.watched++
	i := d.watched
	d.watchers[i] = f
	return func() { delete(d.watchers, i) }
}

func (d *simulatedDirect) WatchConnects(func(*wire.Peer)) func() { return func() {} }
func (d *simulatedDirect) Connections() []*wire.Peer             { return d.open }
func (d *simulatedDirect) Connected(id wire.NodeID) bool         { return indexOf(d.open, id) >= 0 }

func (d *simulatedDirect) Lock(p *wire.Peer, lockID string, done func(bool)) {
	d.locks["lock "+lockID+" "+p.String()]++
	if done != nil {
		done(true)
	}
}
func (d *simulatedDirect) Unlock(p *wire.Peer, lockID string) {
	d.locks["lock "+lockID+" "+p.String()]--
}
func (d *simulatedDirect) WeakLock(id wire.NodeID, lockID string) {
	d.locks["weak "+lockID+" "+id.String()] = 1
}
func (d *simulatedDirect) WeakUnlock(id wire.NodeID, lockID string) {
	d.locks["weak "+lockID+" "+id.String()] = 0
}
func (d *simulatedDirect) SetPrivate(*wire.Peer, bool) {}
func (d *simulatedDirect) Disconnect(p *wire.Peer)     { d.disconnect(p, false) }

// connect opens a connection to a peer.
func (d *simulatedDirect) connect(p *wire.Peer) {
	d.open = append(slices.Clone(d.open), p)
	slices.SortFunc(d.open, func(a, b *wire.Peer) int { return a.ID.Compare(b.ID) })
}

func (d *simulatedDirect) disconnect(p *wire.Peer, graceful bool) {
	d.open = slices.DeleteFunc(slices.Clone(d.open), func(q *wire.Peer) bool { return q.ID == p.ID })
	for i := 1; i <= d.watched; i++ {
		if f := d.watchers[i]; f != nil {
			f(p, graceful)
		}
	}
}

// receive hands over a message of a peer.
func (d *simulatedDirect) receive(m *wire.Message, from *wire.Peer) {
	if h := d.handlers[m.GetServiceId()]; h != nil {
		h(m, from)
	}
}

// take returns what was sent since the last time.
func (d *simulatedDirect) take() []simulatedSend {
	sent := d.sent
	d.sent = nil
	return sent
}

// idOf is the id all of whose bytes are the same.
func idOf(b byte) (id wire.NodeID) {
	for i := range id {
		id[i] = b
	}
	return id
}

// peerOf makes a peer without a server.
func peerOf(t testing.TB, id wire.NodeID, change ...func(*wire.PeerDescriptor)) *wire.Peer {
	t.Helper()
	d := &wire.PeerDescriptor{NodeId: id[:]}
	for _, f := range change {
		f(d)
	}
	p, err := wire.NewPeer(d)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
