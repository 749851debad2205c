package delivery

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Times and names of proxied parts (§6.9).
const (
	proxyTimeout = 5 * time.Second
	proxyRetry   = 10 * time.Second
	// proxyLock is followed by the stream part, so that a part that ends does not undo the
	// lock of another one at the same node.
	proxyLock = "system/proxy-client"
)

// Direction is what a client wants of its proxies.
type Direction uint8

// The directions. Whatever it is, group key requests and answers go both ways as far as the
// key exchange needs them.
const (
	PublishAndSubscribe Direction = iota
	PublishOnly
	SubscribeOnly
)

// String is the direction for people.
func (d Direction) String() string {
	switch d {
	case PublishOnly:
		return "publish"
	case SubscribeOnly:
		return "subscribe"
	}
	return "publish and subscribe"
}

func (d Direction) wire() *wire.ProxyDirection {
	switch d {
	case PublishOnly:
		return wire.ProxyDirection_PUBLISH.Enum()
	case SubscribeOnly:
		return wire.ProxyDirection_SUBSCRIBE.Enum()
	}
	return nil
}

// ProxyConfig says how a client uses a stream part through others. Env, ID and Transport
// are needed.
type ProxyConfig struct {
	Env loop.Env
	ID  message.StreamPart
	// Transport opens the connections. The node need not be in the network.
	Transport transport.Direct
	// User is who asks: group key requests to this user are handed on to the client.
	User message.UserID
	// Private asks the proxies to keep the connections out of the network's DHT, as is
	// right for a node all of whose stream parts are proxied.
	Private bool

	// Validator decides what is delivered; nil delivers what can be read, see [Unknown].
	Validator Validator
	// Decoder, which the parts of one loop may share, makes decoding cheaper; it may be nil.
	Decoder *message.Decoder
	// Deliver gets messages as a [Config]'s does.
	Deliver func(m *message.Message, raw []byte, from wire.NodeID)
	// OnConnections, which may be nil, is told how many proxies are connected when it changes.
	OnConnections func(n int)
}

var (
	// ErrDirection: the client has asked its proxies for messages only.
	ErrDirection = errors.New("the proxies were set to subscribe only")
	// ErrProxies: the number of connections does not fit the list of nodes.
	ErrProxies = errors.New("invalid number of proxy connections")
)

// Proxy is a client's place in one stream part: it sends and gets messages through nodes
// that are in the part, without being in it. Its methods must be called in the loop.
//
// It hands nothing on from one proxy to another.
type Proxy struct {
	cfg      ProxyConfig
	name     string
	endpoint *rpc.Endpoint
	unwatch  func()
	inbox    *inbox
	spread   spread
	stats    Stats

	nodes     []*wire.Peer // that may be used
	direction Direction
	count     int // of connections that are wanted

	connected []proxyConnection // in the order in which they came
	asked     peers
	failed    peers // asked in vain since the last retry
	onSet     func(connected int)
	retry     *loop.Timer
	stopTicks func()
	closed    bool
}

type proxyConnection struct {
	peer      *wire.Peer
	direction Direction
}

// NewProxy makes a proxied part. It does nothing before Set.
func NewProxy(cfg ProxyConfig) *Proxy {
	p := &Proxy{cfg: cfg, name: cfg.ID.String()}
	p.endpoint = rpc.New(cfg.Env, cfg.Transport, ServiceID(cfg.ID))
	p.spread = newSpread(cfg.Env, p.endpoint, cfg.Transport)
	p.inbox = newInbox(cfg.Env.Loop, cfg.ID, &p.stats)
	p.inbox.validator, p.inbox.decoder, p.inbox.accept = cfg.Validator, cfg.Decoder, p.accept
	p.inbox.isNeighbor = func(id wire.NodeID) bool { return p.index(id) >= 0 }
	rpc.HandleRaw(p.endpoint, "sendStreamMessage", "StreamMessage", p.receive)
	rpc.Handle(p.endpoint, "leaveStreamPartNotice", func(c *rpc.Call, n *wire.LeaveStreamPartNotice) {
		if n.GetStreamPartId() == p.name {
			p.lost(c.From.ID)
		}
	})
	p.unwatch = cfg.Transport.WatchDisconnects(func(peer *wire.Peer, _ bool) { p.lost(peer.ID) })
	p.stopTicks = cfg.Env.Every(updateInterval, func() {
		p.spread.expire()
		p.inbox.tick()
	})
	return p
}

// ID is the stream part.
func (p *Proxy) ID() message.StreamPart { return p.cfg.ID }

// Set says which nodes to use, for what, and how many of them; 0 is all. It takes the
// place of what was set before; no nodes end all connections. done, which may be nil, is called once
// with the number of connections, when there are enough or every node was asked; what is missing is tried
// again every 10 s. A later Set calls it too. Errors are [ErrProxies] and [ErrLeft].
func (p *Proxy) Set(nodes []*wire.Peer, d Direction, count int, done func(connected int)) error {
	switch {
	case p.closed:
		return ErrLeft
	case count < 0 || count > len(nodes):
		return fmt.Errorf("%w: %d of %d nodes, want at most all of them", ErrProxies, count, len(nodes))
	}
	p.told()
	var set peers
	for _, n := range nodes {
		set.add(n)
	}
	p.nodes, p.direction, p.count = set.list, d, count
	if count == 0 || count > len(p.nodes) {
		p.count = len(p.nodes)
	}
	p.failed, p.onSet = peers{}, done
	for _, c := range slices.Clone(p.connected) {
		if !p.isWanted(c.peer.ID) || c.direction != d {
			p.release(c.peer)
		}
	}
	for len(p.connected) > p.count {
		p.release(p.connected[p.cfg.Env.Rand.IntN(len(p.connected))].peer)
	}
	p.connect()
	return nil
}

// told ends the wait of a Set.
func (p *Proxy) told() {
	if f := p.onSet; f != nil {
		p.onSet = nil
		n := len(p.connected)
		p.cfg.Env.Loop.Post(func() { f(n) })
	}
}

func (p *Proxy) index(id wire.NodeID) int {
	return slices.IndexFunc(p.connected, func(c proxyConnection) bool { return c.peer.ID == id })
}

func (p *Proxy) isWanted(id wire.NodeID) bool {
	return slices.ContainsFunc(p.nodes, func(n *wire.Peer) bool { return n.ID == id })
}

// connect asks as many nodes as connections are missing.
func (p *Proxy) connect() {
	p.retry.Stop()
	p.retry = nil
	var free []*wire.Peer
	for _, n := range p.nodes {
		if p.index(n.ID) < 0 && !p.asked.has(n.ID) && !p.failed.has(n.ID) {
			free = append(free, n)
		}
	}
	p.cfg.Env.Rand.Shuffle(len(free), func(i, j int) { free[i], free[j] = free[j], free[i] })
	missing := p.count - len(p.connected) - len(p.asked.list)
	for _, n := range free[:max(0, min(missing, len(free)))] {
		p.ask(n)
	}
	if len(p.asked.list) > 0 {
		return
	}
	p.told()
	if len(p.connected) < p.count {
		p.failed = peers{}
		p.retry = p.cfg.Env.Loop.After(proxyRetry, p.connect)
	}
}

// ask asks a node to be a proxy.
func (p *Proxy) ask(n *wire.Peer) {
	p.asked.add(n)
	d := p.direction
	request := &wire.ProxyConnectionRequest{Direction: d.wire(), UserId: []byte(p.cfg.User)}
	rpc.Invoke(p.endpoint, n, "requestConnection", request, rpc.Options{Timeout: proxyTimeout}, func(r *wire.ProxyConnectionResponse, err error) {
		p.asked.remove(n.ID)
		switch {
		case p.closed:
			return
		case err != nil || !r.GetAccepted():
			p.cfg.Env.Log.Debug("node is no proxy", "node", n, "part", p.name, "error", err)
			p.failed.add(n)
		case !p.isWanted(n.ID) || d != p.direction || len(p.connected) >= p.count:
			p.sayGoodbye(n) // Set was called meanwhile
		default:
			p.connected = append(p.connected, proxyConnection{n, d})
			p.cfg.Transport.Lock(n, p.lock(), nil)
			if p.cfg.Private {
				p.cfg.Transport.SetPrivate(n, true)
			}
			p.spread.greet(n, true, nil)
			p.changed()
		}
		p.connect()
	})
}

func (p *Proxy) lock() string { return proxyLock + "/" + p.name }

func (p *Proxy) changed() {
	if p.cfg.OnConnections != nil {
		p.cfg.OnConnections(len(p.connected))
	}
}

// lost takes a proxy out that is gone and looks for another.
func (p *Proxy) lost(id wire.NodeID) {
	i := p.index(id)
	if i < 0 {
		return
	}
	n := p.connected[i].peer
	p.connected = slices.Delete(slices.Clone(p.connected), i, i+1)
	p.cfg.Transport.Unlock(n, p.lock())
	p.changed()
	// It is asked again only when the others were asked.
	p.failed.add(n)
	p.cfg.Env.Loop.Post(func() {
		if !p.closed {
			p.connect()
		}
	})
}

// release gives a proxy up.
func (p *Proxy) release(n *wire.Peer) {
	p.connected = slices.DeleteFunc(slices.Clone(p.connected), func(c proxyConnection) bool { return c.peer.ID == n.ID })
	p.sayGoodbye(n)
	p.cfg.Transport.Unlock(n, p.lock())
	p.changed()
}

func (p *Proxy) sayGoodbye(n *wire.Peer) {
	notice := &wire.LeaveStreamPartNotice{StreamPartId: p.name}
	_ = p.endpoint.Notify(n, "leaveStreamPartNotice", notice, transport.SendOptions{NoConnect: true})
}

// Publish hands a message of this client's own to the proxies, and to those that are
// connected within ten seconds if there are fewer than two. raw is its wire form, which must not change
// afterwards. A message that was published or received before is not sent again. Errors are [ErrLeft],
// [ErrDirection], [ErrOtherPart], [ErrTooLarge] and [ErrOrder].
func (p *Proxy) Publish(raw []byte, m *message.Message) error {
	switch {
	case p.closed:
		return ErrLeft
	case p.direction == SubscribeOnly && m.IsContent():
		return fmt.Errorf("publish to %s: %w", p.name, ErrDirection)
	}
	return publish(p.inbox, raw, m)
}

// Connections lists the connected proxies.
func (p *Proxy) Connections() []*wire.Peer {
	out := make([]*wire.Peer, len(p.connected))
	for i, c := range p.connected {
		out[i] = c.peer
	}
	return out
}

// Stats counts.
func (p *Proxy) Stats() Stats { return p.stats.clone() }

// Close tells the proxies and ends.
func (p *Proxy) Close() {
	if p.closed {
		return
	}
	p.closed = true
	p.told()
	p.retry.Stop()
	p.stopTicks()
	p.unwatch()
	for _, c := range p.connected {
		p.sayGoodbye(c.peer)
		p.cfg.Transport.Unlock(c.peer, p.lock())
	}
	p.connected = nil
	p.inbox.close()
	p.endpoint.Close()
}

// receive takes a message from a proxy. One may send before its answer has come.
func (p *Proxy) receive(c *rpc.Call, raw []byte) {
	if p.index(c.From.ID) < 0 && !p.asked.has(c.From.ID) {
		p.stats.bad("stranger")
		return
	}
	p.inbox.receive(raw, c.From.ID, nil)
}

// accept delivers a message, and sends it if it is an own one.
func (p *Proxy) accept(a *arrival) {
	p.stats.Accepted++
	if p.cfg.Deliver != nil {
		p.cfg.Deliver(a.m, a.raw, a.from)
	}
	if a.from != (wire.NodeID{}) || p.closed {
		return
	}
	targets := p.Connections()
	p.stats.Sent += uint64(p.spread.send(a, targets, len(targets)))
}
