package delivery

import (
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// client is a node outside of the network, without a server, that uses the part through
// proxies.
type client struct {
	*Proxy
	self    *wire.Peer
	host    *simlink.Host
	manager *connection.Manager
	count   map[string]int // of deliveries, by wire form
	changes []int
}

func (n *network) addClient(user message.UserID, validate bool) *client {
	h := n.world.NewHost(0, false)
	id := n.randomID()
	self, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: id[:]})
	if err != nil {
		n.t.Fatal(err)
	}
	env := loop.Env{Loop: h.Loop(), Rand: rand.New(rand.NewPCG(n.rand.Uint64(), 4)), Log: slog.New(slog.DiscardHandler)}
	c := &client{self: self, host: h, count: make(map[string]int)}
	c.manager = connection.New(connection.Config{Env: env, Network: h, ApplicationVersion: "test"})
	c.manager.SetSelf(self)
	cfg := ProxyConfig{
		Env: env, ID: testPart, Transport: c.manager, User: user, Private: true,
		Deliver:       func(_ *message.Message, raw []byte, _ wire.NodeID) { c.count[string(raw)]++ },
		OnConnections: func(k int) { c.changes = append(c.changes, k) },
	}
	if validate {
		cfg.Validator = &simulatedCheck{loop: env.Loop, takes: time.Millisecond}
	}
	c.Proxy = NewProxy(cfg)
	return c
}

func (c *client) set(n *network, nodes []*netNode, d Direction, count int) (connected int) {
	n.t.Helper()
	ended := false
	if err := c.Set(peersOf(nodes), d, count, func(k int) { connected, ended = k, true }); err != nil {
		n.t.Fatal(err)
	}
	n.until(30*time.Second, "the proxies are set", func() bool { return ended })
	return connected
}

func peersOf(nodes []*netNode) (ps []*wire.Peer) {
	for _, x := range nodes {
		ps = append(ps, x.self)
	}
	return ps
}

// proxied makes a network that accepts proxies, all but its last node.
func proxied(t *testing.T, seed uint64) *network {
	n := newNetwork(t, seed, simlink.Options{})
	n.change = func(i int, c *Config) { c.AcceptProxies = i < 7 }
	n.grow(8, 200*time.Millisecond)
	n.settle(time.Minute)
	return n
}

func (c *client) publish(t *testing.T, m *message.Message) {
	t.Helper()
	if err := c.Publish(m.AppendWire(nil), m); err != nil {
		t.Fatal(err)
	}
}

func (c *client) has(ms ...*message.Message) (count int) {
	for _, m := range ms {
		count += c.count[string(m.AppendWire(nil))]
	}
	return count
}

func TestProxiesCarryMessagesBothWays(t *testing.T) {
	t.Parallel()
	for _, d := range []Direction{PublishAndSubscribe, PublishOnly, SubscribeOnly} {
		t.Run(d.String(), func(t *testing.T) {
			t.Parallel()
			n := proxied(t, 90)
			p := n.newPublisher()
			c := n.addClient(p.id, true)
			if got := c.set(n, n.nodes[2:4], d, 0); got != 2 || len(c.Connections()) != 2 {
				t.Fatalf("%d proxies are connected, want 2", got)
			}
			down := n.stream(20, 20*time.Millisecond, n.up())
			n.wantAll(time.Second, n.up(), down)
			if got, want := c.has(down...), map[bool]int{true: 20}[d != PublishOnly]; got != want {
				t.Errorf("the client got %d messages, want %d", got, want)
			}
			var up []*message.Message
			for range 20 {
				m := p.next(n.clock.Now())
				if d == SubscribeOnly {
					wantErr(t, c.Publish(m.AppendWire(nil), m), ErrDirection)
					continue
				}
				c.publish(t, m)
				c.publish(t, m)
				up = append(up, m)
				n.clock.RunFor(20 * time.Millisecond)
			}
			n.wantAll(time.Second, n.up(), up)
			if got := c.has(up...); got != len(up) {
				t.Errorf("the client got %d of its own %d messages", got, len(up))
			}
			c.Close()
			n.clock.RunFor(time.Second)
			for _, x := range n.nodes[:7] {
				if len(x.part.proxies.clients) > 0 {
					t.Errorf("node %d still serves the client", x.index)
				}
			}
			wantErr(t, c.Publish(nil, p.next(n.clock.Now())), ErrLeft)
			wantErr(t, c.Set(nil, d, 0, nil), ErrLeft)
		})
	}
}

// Requests for group keys go to the clients of the user that they ask, answers to those
// that subscribe.
func TestProxiesCarryTheKeyExchange(t *testing.T) {
	t.Parallel()
	n := proxied(t, 91)
	p, q := n.newPublisher(), n.newPublisher()
	publisher, other := n.addClient(p.id, true), n.addClient(q.id, true)
	subscriber := n.addClient(q.id, true)
	publisher.set(n, n.nodes[2:4], PublishOnly, 0)
	other.set(n, n.nodes[2:4], PublishOnly, 0)
	subscriber.set(n, n.nodes[4:5], SubscribeOnly, 0)
	request := altered(q.next(n.clock.Now()), func(m *message.Message) {
		m.Content, m.Request = nil, &message.GroupKeyRequest{RequestID: "r", Recipient: p.id, PublicKey: []byte("k"), GroupKeyIDs: []string{"g"}}
		simulateSignature(m)
	})
	subscriber.publish(t, request)
	n.clock.RunFor(time.Second)
	if publisher.has(request) != 1 || other.has(request) != 0 {
		t.Errorf("the request reached the publisher %d times, another client %d times", publisher.has(request), other.has(request))
	}
	answer := altered(p.next(n.clock.Now()), func(m *message.Message) {
		m.Content, m.Response = nil, &message.GroupKeyResponse{RequestID: "r", Recipient: q.id, GroupKeys: []message.EncryptedGroupKey{{ID: "g", Data: []byte("d")}}}
		simulateSignature(m)
	})
	publisher.publish(t, answer)
	n.clock.RunFor(time.Second)
	if subscriber.has(answer) != 1 || other.has(answer) != 0 {
		t.Errorf("the answer reached the subscriber %d times, a publisher %d times", subscriber.has(answer), other.has(answer))
	}
	n.wantAll(0, n.up(), []*message.Message{request, answer})
}

func TestProxiesThatAreLostAreReplaced(t *testing.T) {
	t.Parallel()
	n := proxied(t, 92)
	c := n.addClient("user", true)
	if got := c.set(n, n.nodes[1:7], PublishAndSubscribe, 2); got != 2 {
		t.Fatalf("%d proxies are connected, want 2", got)
	}
	for i := range 3 {
		x := n.byID(c.Connections()[0].ID)
		if i == 1 {
			x.leave()
		} else {
			x.kill()
		}
		n.clock.RunFor(2 * time.Second)
		if got := c.Connections(); len(got) != 2 || slices.ContainsFunc(got, func(p *wire.Peer) bool { return p.ID == x.self.ID }) {
			t.Errorf("two seconds after the loss of a proxy these are connected: %v", got)
		}
	}
	ms := n.stream(10, 20*time.Millisecond, n.up())
	n.clock.RunFor(time.Second)
	if got := c.has(ms...); got != 10 {
		t.Errorf("the client got %d of 10 messages", got)
	}
}

// With one proxy only, what is published while it restarts waits for it.
func TestMessagesWaitForALostProxy(t *testing.T) {
	t.Parallel()
	n := proxied(t, 93)
	p := n.newPublisher()
	c := n.addClient(p.id, true)
	c.set(n, n.nodes[3:4], PublishAndSubscribe, 1)
	n.nodes[3].kill()
	n.clock.RunFor(time.Second)
	n.nodes[3].restart()
	n.nodes[3].enter()
	var ms []*message.Message
	for range 5 {
		ms = append(ms, p.next(n.clock.Now()))
		c.publish(t, ms[len(ms)-1])
		n.clock.RunFor(time.Second)
	}
	n.wantAll(2*proxyRetry, n.up(), ms)
	if len(c.Connections()) != 1 {
		t.Error("the proxy is not connected again")
	}
	if want := []int{1, 0, 1}; !slices.Equal(c.changes, want) {
		t.Errorf("told of %v connections, want %v", c.changes, want)
	}
}

func TestSetChangesProxies(t *testing.T) {
	t.Parallel()
	n := proxied(t, 94)
	c := n.addClient("user", true)
	serving := func() (s []string) {
		for _, x := range n.nodes {
			if x.part.proxies == nil {
				continue
			}
			for _, k := range x.part.proxies.clients {
				s = append(s, fmt.Sprintf("%d subscribe %v", x.index, k.subscribe))
			}
		}
		return s
	}
	check := func(want ...string) {
		t.Helper()
		n.clock.RunFor(time.Second)
		if got := serving(); !slices.Equal(got, want) {
			t.Errorf("served by %q, want %q", got, want)
		}
	}
	wantErr(t, c.Set(peersOf(n.nodes[:2]), PublishOnly, 3, nil), ErrProxies)
	wantErr(t, c.Set(peersOf(n.nodes[:2]), PublishOnly, -1, nil), ErrProxies)
	c.set(n, n.nodes[1:4], PublishAndSubscribe, 0)
	check("1 subscribe true", "2 subscribe true", "3 subscribe true")
	c.set(n, n.nodes[2:5], PublishAndSubscribe, 0)
	check("2 subscribe true", "3 subscribe true", "4 subscribe true")
	c.set(n, n.nodes[2:5], PublishOnly, 0)
	check("2 subscribe false", "3 subscribe false", "4 subscribe false")
	if got := c.set(n, n.nodes[2:5], PublishOnly, 1); got != 1 || len(serving()) != 1 {
		n.clock.RunFor(time.Second)
		if len(serving()) != 1 {
			t.Errorf("served by %q, want one", serving())
		}
	}
	// A Set while another one runs ends that.
	var order []int
	if err := c.Set(peersOf(n.nodes[5:7]), SubscribeOnly, 0, func(k int) { order = append(order, 1) }); err != nil {
		t.Fatal(err)
	}
	if err := c.Set(peersOf(n.nodes[6:7]), PublishAndSubscribe, 0, func(k int) { order = append(order, 2, k) }); err != nil {
		t.Fatal(err)
	}
	check("6 subscribe true")
	if !slices.Equal(order, []int{1, 2, 1}) {
		t.Errorf("told %v", order)
	}
	c.set(n, nil, PublishAndSubscribe, 0)
	check()
}

func TestNodesThatAreNoProxies(t *testing.T) {
	t.Parallel()
	n := proxied(t, 95)
	outside := n.addStranger() // is not in the part
	n.clock.RunFor(time.Second)
	dead := n.add()
	dead.kill()
	c := n.addClient("user", true)
	nodes := []*netNode{n.nodes[7], outside.netNode, dead, n.nodes[3]}
	if got := c.set(n, nodes, PublishAndSubscribe, 1); got != 1 || c.Connections()[0].ID != n.nodes[3].self.ID {
		t.Errorf("%d proxies are connected, want the one that can be", got)
	}
	c2 := n.addClient("user", true)
	if got := c2.set(n, nodes[:3], PublishAndSubscribe, 0); got != 0 {
		t.Errorf("%d proxies are connected, want none", got)
	}
	// It goes on trying.
	dead.restart()
	n.clock.RunFor(10 * time.Second)
	dead.enter()
	dead.part.proxies = newProxyServer(dead.part)
	n.clock.RunFor(3 * proxyRetry)
	if got := c2.Connections(); len(got) != 1 {
		t.Errorf("%d proxies are connected later, want 1", len(got))
	}
}

// Connections to clients stay out of the network's DHT.
func TestPrivateConnections(t *testing.T) {
	t.Parallel()
	n := proxied(t, 96)
	c := n.addClient("user", true)
	c.set(n, n.nodes[2:3], PublishAndSubscribe, 1)
	n.clock.RunFor(time.Second)
	m := n.nodes[2].manager
	if !m.HasConnection(c.self.ID) || m.Connected(c.self.ID) {
		t.Error("the connection is not private")
	}
	c.Close()
}

// A client takes messages from its proxies only.
func TestClientsListenToTheirProxiesOnly(t *testing.T) {
	t.Parallel()
	n := proxied(t, 97)
	c := n.addClient("user", true)
	c.set(n, n.nodes[2:4], PublishAndSubscribe, 1)
	other := n.nodes[2]
	if c.Connections()[0].ID == other.self.ID {
		other = n.nodes[3]
	}
	c.manager.Lock(other.self, "test", nil)
	n.clock.RunFor(time.Second)
	m := n.newPublisher().next(n.clock.Now())
	other.manager.SendMany(other.part.spread.notification(m.AppendWire(nil)), []*wire.Peer{c.self})
	n.clock.RunFor(time.Second)
	if c.has(m) != 0 || c.Stats().Bad["stranger"] != 1 {
		t.Errorf("a message of a stranger was delivered %d times, refused %d times", c.has(m), c.Stats().Bad["stranger"])
	}
}

// Proxies lie as well as others; one that is true is enough.
func TestLyingProxies(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 98, simlink.Options{})
	n.lie(func(m *message.Message) []*message.Message {
		return []*message.Message{altered(m, alterContent), altered(m, alterKeyID)}
	})
	lie := n.change
	n.change = func(i int, c *Config) { lie(i, c); c.AcceptProxies = true }
	n.growWithLiars(9)
	c := n.addClient("user", true)
	c.set(n, []*netNode{n.nodes[3], n.nodes[6], n.nodes[7]}, PublishAndSubscribe, 0)
	ms := n.stream(30, 50*time.Millisecond, n.honest())
	n.wantAll(time.Second, n.honest(), ms)
	if got := c.has(ms...); got != 30 {
		t.Errorf("the client got %d of 30 messages", got)
	}
}

func TestProxyServerIsBounded(t *testing.T) {
	t.Parallel()
	n := proxied(t, 99)
	x := n.nodes[2]
	s := n.addStranger()
	n.clock.RunFor(time.Second)
	ask := func(user int) bool {
		r, err := call[wire.ProxyConnectionResponse](s, x, "requestConnection", &wire.ProxyConnectionRequest{UserId: make([]byte, user)})
		return err == nil && r.GetAccepted()
	}
	if !ask(20) || !ask(maxUserLength) || ask(maxUserLength+1) || len(x.part.proxies.clients) != 0 {
		t.Error("user ids are not bounded")
	}
	for range maxProxied {
		x.part.proxies.clients = append(x.part.proxies.clients, proxyClient{peer: n.nodes[0].self})
	}
	if ask(20) {
		t.Error("clients are not bounded")
	}
}
