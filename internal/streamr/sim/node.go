package sim

import (
	"encoding/binary"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// simNode is one node. Times are those of the simulation, from its beginning.
type simNode struct {
	host    *simlink.Host
	self    *wire.Peer
	part    *delivery.Part
	started time.Duration
	joined  time.Duration // from its start to its first neighbour; 0 if there was none yet
	died    time.Duration // 0 if it lives
}

func (n *simNode) alive() bool { return n.died == 0 }

// isMember is whether the node takes part at a moment: from its first neighbour on, at the
// latest after settle.
func (n *simNode) isMember(at, settle time.Duration) bool {
	since := n.started + settle
	if n.joined > 0 {
		since = min(since, n.started+n.joined)
	}
	return since <= at && n.alive()
}

// grace is how long a message may be on its way to a node that dies before it counts as
// missed.
const grace = 5 * time.Second

// expects is whether a message must reach the node: it was a member when the message was
// published, and lived long enough.
func (n *simNode) expects(f *flight, settle time.Duration) bool {
	if !n.alive() {
		if n.died < f.at+grace {
			return false
		}
		lived := *n
		lived.died = 0
		return lived.isMember(f.at, settle)
	}
	return n.isMember(f.at, settle)
}

// mortal is the loop of a node: nothing happens in it after the node's death.
type mortal struct {
	loop.Loop
	n *simNode
}

func (m mortal) Post(f func()) { m.Loop.Post(m.guard(f)) }

func (m mortal) After(d time.Duration, f func()) *loop.Timer { return m.Loop.After(d, m.guard(f)) }

func (m mortal) guard(f func()) func() {
	return func() {
		if m.n.alive() {
			f()
		}
	}
}

// entryPointConnections is how many connections the first node keeps, as entry points are
// run ("logstore node run" has the same default). With less it would turn newcomers away when they
// come faster than it can let go of others.
const entryPointConnections = 1000

// start adds a node. All enter through the first, which is its own entry point.
func (s *simulation) start() *simNode {
	host := s.world.NewHost(s.rand.IntN(len(Regions)), true)
	n := &simNode{host: host, self: s.describe(host), started: s.now()}
	connections := 0 // the default
	if len(s.nodes) == 0 {
		connections = entryPointConnections
	}
	core := node.NewCore(node.CoreConfig{
		MaxConnections: connections,
		Env: loop.Env{
			Loop: mortal{host.Loop(), n}, Rand: rand.New(rand.NewPCG(s.rand.Uint64(), s.rand.Uint64())),
			Log: slog.New(slog.DiscardHandler),
		},
		Network: host, Version: "simulated",
	})
	index := len(s.nodes)
	s.nodes = append(s.nodes, n)
	s.byID[n.self.ID] = index
	core.Start(n.self, []*wire.Peer{s.nodes[0].self}, func(error) {})
	// As the official SDK does, a node goes on to its stream part while it still joins.
	part, err := core.JoinPart(s.part, node.PartOptions{
		Deliver: func(m *message.Message, _ []byte, from wire.NodeID) { s.deliver(index, m, from) },
		OnNeighbors: func(int) {
			if n.joined == 0 {
				n.joined = max(s.now()-n.started, 1)
			}
		},
	}, nil)
	if err != nil {
		panic(err) // the node was started above
	}
	n.part = part
	return n
}

// describe makes the descriptor of a node on a host, with an id by chance.
func (s *simulation) describe(host *simlink.Host) *wire.Peer {
	id := make([]byte, wire.NodeIDLen)
	for j := 0; j < len(id); j += 4 {
		binary.BigEndian.PutUint32(id[j:], s.rand.Uint32())
	}
	addr := host.Addr().As4()
	region, ip := uint32(host.Region+1), binary.BigEndian.Uint32(addr[:])
	p, err := wire.NewPeer(&wire.PeerDescriptor{
		NodeId: id, Region: &region, IpAddress: &ip,
		Websocket: &wire.ConnectivityMethod{Host: host.Addr().String(), Port: simlink.Port},
	})
	if err != nil {
		panic(err) // an address of ours
	}
	return p
}

// kill ends a node without a word, as kill -9 does.
func (s *simulation) kill(n *simNode) {
	n.host.Kill()
	n.died = s.now()
	s.killed++
}
