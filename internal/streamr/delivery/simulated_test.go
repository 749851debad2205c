package delivery

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/dht"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

var testPart = message.StreamPart{Stream: "0x0000000000000000000000000000000000000001/simulated"}

// network is a simulated network of whole nodes, all in one stream part: everything but the links
// and the signatures is real.
type network struct {
	t     *testing.T
	clock *loop.Virtual
	world *simlink.World
	rand  *rand.Rand
	nodes []*netNode
	keys  int // of publishers that were made

	// change, if set, changes a node's configuration before it is made.
	change func(i int, c *Config)
	// plain nodes take what they can read for good; the others check signatures, which takes
	// checkTime.
	plain     bool
	checkTime time.Duration
	liars     bool // see lie
}

// netNode is a node of a network.
type netNode struct {
	n       *network
	index   int
	host    *simlink.Host
	env     loop.Env
	self    *wire.Peer
	manager *connection.Manager
	control *dht.Control
	part    *Part
	down    bool

	check     *simulatedCheck
	publisher *publisher // of stream
	got       []delivered
	count     map[string]int // of deliveries, by wire form
}

type delivered struct {
	at   time.Time
	m    *message.Message
	from wire.NodeID
}

func newNetwork(t *testing.T, seed uint64, o simlink.Options) *network {
	t.Helper()
	if o.Latency == nil {
		// Distances differ, but are the same every time.
		o.Latency = func(a, b *simlink.Host) time.Duration {
			return time.Duration(5+(a.Index*7+b.Index*13)%60) * time.Millisecond
		}
	}
	clock := loop.NewVirtual()
	return &network{
		t: t, clock: clock, world: simlink.New(clock, rand.New(rand.NewPCG(seed, 1)), o),
		rand: rand.New(rand.NewPCG(seed, 2)), checkTime: 2 * time.Millisecond,
	}
}

func (n *network) randomID() (id wire.NodeID) {
	for i := range id {
		id[i] = byte(n.rand.Uint32())
	}
	return id
}

// add makes a node with a random id and puts it into the control layer.
func (n *network) add() *netNode {
	x := &netNode{n: n, index: len(n.nodes)}
	x.host = n.world.NewHost(0, true)
	id := n.randomID()
	n.nodes = append(n.nodes, x)
	x.start(id)
	return x
}

// start runs the node's program on its host.
func (x *netNode) start(id wire.NodeID) {
	n := x.n
	self, err := wire.NewPeer(&wire.PeerDescriptor{
		NodeId: id[:], Websocket: &wire.ConnectivityMethod{Host: x.host.Addr().String(), Port: simlink.Port},
	})
	if err != nil {
		n.t.Fatal(err)
	}
	x.self, x.down, x.got, x.count = self, false, nil, make(map[string]int)
	x.env = loop.Env{Loop: x.host.Loop(), Rand: rand.New(rand.NewPCG(n.rand.Uint64(), 3)), Log: slog.New(slog.DiscardHandler)}
	x.manager = connection.New(connection.Config{Env: x.env, Network: x.host, ApplicationVersion: "test", AcceptProxies: true})
	x.manager.SetSelf(self)
	x.control = dht.NewControl(dht.ControlConfig{Env: x.env, Transport: x.manager})
	x.manager.SetRouted(x.control.Routed())
	x.control.Join([]*wire.Peer{n.nodes[0].self}, nil)
}

// restart runs a killed node's program again, with the same id.
func (x *netNode) restart() {
	x.host = x.host.Restart()
	x.start(x.self.ID)
}

// enter puts the node into the stream part.
func (x *netNode) enter() {
	c := Config{
		Env: x.env, ID: testPart, Transport: x.manager, Control: x.control,
		NewDiscovery: func(onContacts, onLonely func()) Discovery {
			return dht.NewDiscovery(dht.DiscoveryConfig{
				Env: x.env, Transport: x.control.Routed(), Direct: x.manager, ServiceID: "layer1::" + testPart.String(),
				OnContacts: onContacts, OnLonely: onLonely,
			})
		},
		Deliver: x.deliver,
	}
	if !x.n.plain {
		x.check = &simulatedCheck{loop: x.env.Loop, takes: x.n.checkTime}
		c.Validator = x.check
	}
	if x.n.change != nil {
		x.n.change(x.index, &c)
	}
	x.part = New(c)
	x.part.Join(nil)
}

func (x *netNode) deliver(m *message.Message, raw []byte, from wire.NodeID) {
	x.got = append(x.got, delivered{x.n.clock.Now(), m, from})
	x.count[string(raw)]++
}

func (x *netNode) kill() {
	x.host.Kill()
	x.down = true
}

// leave takes the node out of the part and the network, as a program that ends does.
func (x *netNode) leave() {
	x.part.Leave()
	x.control.Stop()
	x.manager.Stop(nil)
	x.down = true
}

// grow makes nodes in the part until there are count of them, one every gap.
func (n *network) grow(count int, gap time.Duration) {
	n.t.Helper()
	for len(n.nodes) < count {
		n.add().enter()
		n.clock.RunFor(gap)
	}
}

// settle waits until the neighbours connect all honest nodes.
func (n *network) settle(d time.Duration) {
	n.t.Helper()
	n.until(d, "the neighbours connect all nodes", func() bool { return n.reached(n.honest()) == len(n.honest()) })
}

// until runs the network until a condition holds, which is looked at every 100 ms; the test fails if
// that takes longer than d.
func (n *network) until(d time.Duration, what string, condition func() bool) {
	n.t.Helper()
	for end := n.clock.Now().Add(d); !condition(); n.clock.RunFor(100 * time.Millisecond) {
		if n.clock.Now().After(end) {
			n.t.Fatalf("after %v it is not so that %s", d, what)
		}
	}
}

// up are the nodes that run.
func (n *network) up() (xs []*netNode) {
	for _, x := range n.nodes {
		if !x.down && x.part != nil {
			xs = append(xs, x)
		}
	}
	return xs
}

func (n *network) byID(id wire.NodeID) *netNode {
	for _, x := range n.nodes {
		if x.self.ID == id {
			return x
		}
	}
	return nil
}

// reached counts the nodes that are connected with the first of some, over those of them that are
// neighbours and both know it.
func (n *network) reached(of []*netNode) int {
	seen := map[*netNode]bool{of[0]: true}
	for queue := []*netNode{of[0]}; len(queue) > 0; queue = queue[1:] {
		for _, p := range queue[0].part.Neighbors() {
			y := n.byID(p.ID)
			if y == nil || seen[y] || !slices.Contains(of, y) || !y.part.neighbors.has(queue[0].self.ID) {
				continue
			}
			seen[y] = true
			queue = append(queue, y)
		}
	}
	return len(seen)
}

// degrees are how many neighbours nodes have: mean, least and most.
func (n *network) degrees() (mean float64, least, most int) {
	least = 1 << 30
	for _, x := range n.up() {
		d := len(x.part.Neighbors())
		mean += float64(d)
		least, most = min(least, d), max(most, d)
	}
	return mean / float64(len(n.up())), least, most
}

// publisher makes messages with simulated signatures.
type publisher struct {
	id    message.UserID
	chain string
	prev  *message.Ref
	count int
}

func (n *network) newPublisher() *publisher {
	n.keys++
	id := sha256.Sum256(fmt.Append(nil, "publisher ", n.keys))
	return &publisher{id: message.UserID(id[:20]), chain: fmt.Sprintf("AAAAAAAAAAAAAAAA%04d", n.keys)}
}

// next makes the publisher's next message; its content is unique.
func (p *publisher) next(now time.Time) *message.Message {
	p.count++
	m := &message.Message{
		ID: message.ID{
			Stream: testPart.Stream, Timestamp: now.UnixMilli(), Publisher: p.id, Chain: p.chain,
		},
		PrevRef: p.prev, Content: fmt.Appendf(nil, `{"chain":%q,"n":%d}`, p.chain, p.count),
	}
	if p.prev != nil && p.prev.Timestamp >= m.Timestamp {
		m.Timestamp, m.Sequence = p.prev.Timestamp, p.prev.Sequence+1
	}
	ref := m.Ref()
	p.prev = &ref
	simulateSignature(m)
	return m
}

// text is what a message says.
func text(m *message.Message) string { return string(m.Content) }

// simulateSignature takes the place of a signature, without keys: it shows whether what a
// publisher signs has been changed by somebody who does not know of simulateSignature.
func simulateSignature(m *message.Message) {
	m.SignatureType = message.SignatureSecp256k1EVM
	m.Signature = simulatedSignature(m)
}

func simulatedSignature(m *message.Message) []byte {
	h := m.Hash()
	sum := sha256.Sum256(append([]byte("simulated signature"), h[:]...))
	return append(append(sum[:], sum[:]...), 27)
}

// simulatedCheck checks simulated signatures. Those of contracts are nothing that it can decide about.
type simulatedCheck struct {
	loop  loop.Loop
	takes time.Duration
	// serial checks wait for each other.
	serial bool
	free   time.Time
	checks int
}

func (c *simulatedCheck) Validate(m *message.Message, done func(Verdict)) {
	c.checks++
	now := c.loop.Now()
	if !c.serial || c.free.Before(now) {
		c.free = now
	}
	c.free = c.free.Add(c.takes)
	c.loop.After(c.free.Sub(now), func() { done(judgement(m)) })
}

// judgement is what a check finds.
func judgement(m *message.Message) Verdict {
	switch {
	case m.SignatureType == message.SignatureERC1271:
		return Unknown
	case string(m.Signature) == string(simulatedSignature(m)):
		return Good
	}
	return Bad("signature")
}

// publish lets a node publish a message.
func (x *netNode) publish(m *message.Message) {
	x.n.t.Helper()
	if err := x.part.Publish(m.AppendWire(nil), m); err != nil {
		x.n.t.Fatal(err)
	}
}

// stream lets random nodes publish messages, each on its own chain.
func (n *network) stream(count int, gap time.Duration, from []*netNode) (ms []*message.Message) {
	n.t.Helper()
	for range count {
		x := from[n.rand.IntN(len(from))]
		if x.publisher == nil {
			x.publisher = n.newPublisher()
		}
		m := x.publisher.next(n.clock.Now())
		x.publish(m)
		ms = append(ms, m)
		n.clock.RunFor(gap)
	}
	return ms
}

// wantAll runs the network for d; then each of the nodes must have got each of the
// messages exactly once, as it was published.
func (n *network) wantAll(d time.Duration, xs []*netNode, ms []*message.Message) {
	n.t.Helper()
	n.clock.RunFor(d)
	missed, again := 0, 0
	for _, m := range ms {
		raw := m.AppendWire(nil)
		for _, x := range xs {
			switch c := x.count[string(raw)]; {
			case c == 0:
				if missed++; missed <= 5 {
					n.t.Logf("node %d has not got %s", x.index, text(m))
				}
			case c > 1:
				again++
			}
		}
	}
	if missed+again > 0 {
		n.t.Errorf("of %d deliveries %d have not happened and %d more than once", len(xs)*len(ms), missed, again)
	}
}

// stranger is a node of the control layer that takes no part, and says to a part's nodes
// what the test wants.
type stranger struct {
	*netNode
	endpoint *rpc.Endpoint
}

func (n *network) addStranger() *stranger {
	x := n.add()
	return &stranger{x, rpc.New(x.env, x.manager, ServiceID(testPart))}
}

// send sends raw bytes as a message of the stream, opening a connection if need be.
func (s *stranger) send(to *netNode, raw []byte) {
	s.n.t.Helper()
	if err := s.manager.Send(s.endpoint.Notification("sendStreamMessage", "StreamMessage", raw), to.self, transport.SendOptions{}); err != nil {
		s.n.t.Error(err)
	}
}

func wantErr(t *testing.T, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("error %v, want %v", got, want)
	}
}
