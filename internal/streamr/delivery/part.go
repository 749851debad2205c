package delivery

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/dht"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Control is what a part needs of the network that all nodes share. [dht.Control] is one.
type Control interface {
	FetchData(key wire.NodeID, done func([]*wire.DataEntry))
	StoreData(key wire.NodeID, data *anypb.Any, done func(storers []*wire.Peer))
	DeleteData(key wire.NodeID)
}

// Discovery is how the nodes of a part find each other. [dht.Discovery] is one.
type Discovery interface {
	Join(entryPoints []*wire.Peer, o dht.JoinOptions, done func(error))
	JoinRing(done func())
	Stop()
	Neighbors() []*wire.Peer
	Nearest(n int, exclude func(wire.NodeID) bool) []*wire.Peer
	Random(n int, exclude func(wire.NodeID) bool) []*wire.Peer
	RingLeft(n int, exclude func(wire.NodeID) bool) []*wire.Peer
	RingRight(n int, exclude func(wire.NodeID) bool) []*wire.Peer
	Remove(id wire.NodeID)
	Add(ps []*wire.Peer)
}

// Config of a Part. Env, ID, Transport, Control and NewDiscovery are needed.
type Config struct {
	Env       loop.Env
	ID        message.StreamPart
	Transport transport.Direct
	Control   Control
	// NewDiscovery makes the discovery layer, which calls the two functions.
	NewDiscovery func(onContacts, onLonely func()) Discovery

	// AcceptProxies serves clients that take no part themselves.
	AcceptProxies bool
	// Validator decides what goes on; nil lets pass what can be read, see [Unknown].
	Validator Validator
	// Decoder, which the parts of one loop may share, makes decoding cheaper; it may be nil.
	Decoder *message.Decoder
	// Deliver gets what goes on, from others and from Publish; from is then the zero id.
	// raw is the wire form. Messages of a chain come in the order in which they arrived.
	// It may get different ones of the same ref, see the package's description: the hints of
	// the first need not be the true ones.
	Deliver func(m *message.Message, raw []byte, from wire.NodeID)
	// OnNeighbors is told how many neighbours there are when it changes.
	OnNeighbors func(n int)

	// TargetNeighbors is how many neighbours a node wants; 0 is 4.
	TargetNeighbors int
}

// ServiceID is the name of a part's delivery service.
func ServiceID(id message.StreamPart) string { return "stream-part-delivery-" + id.String() }

// Part is a node's place in one stream part. Its methods must be called in the loop.
type Part struct {
	cfg      Config
	name     string
	endpoint *rpc.Endpoint
	unwatch  func()

	discovery   Discovery
	neighbors   *neighborhood
	finder      finder
	entries     entryPoints
	rejoin      rejoin
	mixer       mixer
	proxies     *proxyServer
	temporary   peers
	inspections []*inspection
	inbox       *inbox
	spread      spread
	targets     []*wire.Peer // scratch
	stats       Stats

	tick    *loop.Timer
	onLeave func() // ends a Join that runs; nil if there is none
	left    bool
}

var (
	// ErrLeft: the node has left the part.
	ErrLeft = errors.New("the node has left the stream part")
	// ErrOtherPart: the message belongs to another part.
	ErrOtherPart = errors.New("the message belongs to another stream part")
	// ErrTooLarge: nodes of the network take no message of that size.
	ErrTooLarge = errors.New("the message is too large for the network")
	// ErrOrder: the message names a predecessor that contradicts what is known of its
	// chain; no node would hand it on.
	ErrOrder = errors.New("the message contradicts the order of its chain")
)

// defaultTarget is how many neighbours a node wants (§6.2).
const defaultTarget = 4

// New makes a part that answers others; it looks for them after Join.
func New(cfg Config) *Part {
	if cfg.TargetNeighbors == 0 {
		cfg.TargetNeighbors = defaultTarget
	}
	p := &Part{cfg: cfg, name: cfg.ID.String()}
	p.endpoint = rpc.New(cfg.Env, cfg.Transport, ServiceID(cfg.ID))
	p.spread = newSpread(cfg.Env, p.endpoint, cfg.Transport)
	p.inbox = newInbox(cfg.Env.Loop, cfg.ID, &p.stats)
	p.inbox.validator, p.inbox.decoder, p.inbox.accept = cfg.Validator, cfg.Decoder, p.accept
	p.neighbors = newNeighborhood(p)
	p.inbox.isNeighbor = p.neighbors.has
	p.finder.part, p.rejoin.part, p.mixer.part = p, p, p
	p.entries = entryPoints{part: p, key: wire.KeyOf(p.name)}
	p.discovery = cfg.NewDiscovery(func() { p.finder.start() }, p.rejoin.lonely)
	if cfg.AcceptProxies {
		p.proxies = newProxyServer(p)
	}
	rpc.HandleRaw(p.endpoint, "sendStreamMessage", "StreamMessage", p.receive)
	rpc.Handle(p.endpoint, "leaveStreamPartNotice", p.receiveLeave)
	p.serveTemporary()
	// Plumtree is an option of the other side: who does not take part goes on sending
	// everything (§6.10).
	rpc.Handle(p.endpoint, "pauseNeighbor", func(*rpc.Call, *wire.PauseNeighborRequest) {})
	rpc.Handle(p.endpoint, "resumeNeighbor", func(*rpc.Call, *wire.ResumeNeighborRequest) {})
	rpc.HandleRaw(p.endpoint, "sendMetadata", "MessageID", func(*rpc.Call, []byte) {})
	p.unwatch = cfg.Transport.WatchDisconnects(p.disconnected)
	return p
}

// ID is the stream part.
func (p *Part) ID() message.StreamPart { return p.cfg.ID }

// Join looks for the part's other nodes. done, which may be nil, is called once, when the
// first look is over; neighbours may come later.
func (p *Part) Join(done func(error)) {
	if done == nil {
		done = func(error) {}
	}
	if p.left {
		p.cfg.Env.Loop.Post(func() { done(ErrLeft) })
		return
	}
	// Parts that were joined together do their work at different times.
	p.tick = p.cfg.Env.Loop.After(updateInterval/2+p.chance(updateInterval/2), p.work)
	p.mixer.start()
	p.entries.join(done)
}

// updateInterval is the time between two rounds of neighbour updates (§6.4).
const updateInterval = 10 * time.Second

// work does what is to be done now and then.
func (p *Part) work() {
	p.tick = p.cfg.Env.Loop.After(updateInterval, p.work)
	p.neighbors.update()
	p.neighbors.review()
	p.spread.expire()
	p.inbox.tick()
	p.entries.check()
	p.mixer.check()
}

// chance is a random time below d.
func (p *Part) chance(d time.Duration) time.Duration {
	return time.Duration(p.cfg.Env.Rand.Int64N(int64(d)))
}

func (p *Part) now() time.Time { return p.cfg.Env.Loop.Now() }

// after runs f later, unless the part is left.
func (p *Part) after(d time.Duration, f func()) *loop.Timer {
	return p.cfg.Env.Loop.After(d, func() {
		if !p.left {
			f()
		}
	})
}

// Leave tells the neighbours and ends. A Join that has not ended calls its function with
// [ErrLeft].
func (p *Part) Leave() {
	if p.left {
		return
	}
	p.left = true
	if p.onLeave != nil {
		defer p.onLeave()
	}
	notice := &wire.LeaveStreamPartNotice{StreamPartId: p.name, IsEntryPoint: p.entries.stored}
	for _, n := range p.neighbors.list {
		_ = p.endpoint.Notify(n, "leaveStreamPartNotice", notice, transport.SendOptions{NoConnect: true})
	}
	if p.proxies != nil {
		p.proxies.close()
	}
	p.unwatch()
	p.tick.Stop()
	p.finder.stop()
	p.rejoin.stop()
	p.entries.stop()
	p.closeTemporary()
	p.neighbors.clear()
	p.discovery.Stop()
	p.inbox.close()
	p.endpoint.Close()
}

// Publish hands a message of this node's own to the neighbours, and to those who become
// neighbours within ten seconds. raw is its wire form, which must not change afterwards.
// A message that was published or received before is not sent again. Errors are [ErrLeft],
// [ErrOtherPart], [ErrTooLarge] and [ErrOrder].
func (p *Part) Publish(raw []byte, m *message.Message) error {
	if p.left {
		return ErrLeft
	}
	return publish(p.inbox, raw, m)
}

// maxMessage leaves room for the envelope in the largest frame that official nodes take.
const maxMessage = 1<<20 - 1<<10

func publish(b *inbox, raw []byte, m *message.Message) error {
	switch {
	case m.Part() != b.part:
		return fmt.Errorf("publish to %s: %w: %s", b.part, ErrOtherPart, m.Part())
	case len(raw) > maxMessage:
		return fmt.Errorf("publish to %s: %w: it has %d bytes, want at most %d", b.part, ErrTooLarge, len(raw), maxMessage)
	case b.own(m, raw) == isImpossible:
		return fmt.Errorf("publish to %s: %w: %v after %v", b.part, ErrOrder, m.Ref(), m.PrevRef)
	}
	return nil
}

// Neighbors lists the nodes that messages are exchanged with. The slice must not be changed.
func (p *Part) Neighbors() []*wire.Peer { return p.neighbors.list }

// Stats counts.
func (p *Part) Stats() Stats { return p.stats.clone() }

// Info is the part as node info shows it.
func (p *Part) Info() *wire.StreamPartitionInfo {
	info := &wire.StreamPartitionInfo{
		Id:                                      p.name,
		ControlLayerNeighbors:                   wire.Descriptors(p.discovery.Neighbors()),
		DeprecatedContentDeliveryLayerNeighbors: wire.Descriptors(p.neighbors.list),
	}
	for _, n := range p.neighbors.list {
		info.ContentDeliveryLayerNeighbors = append(info.ContentDeliveryLayerNeighbors, &wire.ContentDeliveryLayerNeighborInfo{PeerDescriptor: n.Descriptor})
	}
	return info
}

// receive takes a message from another node.
func (p *Part) receive(c *rpc.Call, raw []byte) {
	var inspect func(*message.Message)
	if len(p.inspections) > 0 {
		inspect = func(m *message.Message) { p.inspect(m, c.From.ID) }
	}
	p.inbox.receive(raw, c.From.ID, inspect)
}

// accept delivers a message and hands it on.
func (p *Part) accept(a *arrival) {
	p.stats.Accepted++
	if p.cfg.Deliver != nil {
		p.cfg.Deliver(a.m, a.raw, a.from)
		if p.left {
			return
		}
	}
	targets := p.targets[:0]
	for _, n := range p.neighbors.list {
		if n.ID != a.from {
			targets = append(targets, n)
		}
	}
	count := len(targets)
	if len(p.neighbors.parting) > 0 {
		targets = p.neighbors.appendParting(targets, a.from)
	}
	// Who watches this node wants to see everything that it hands on, also what came
	// from the watcher (§6.7).
	for _, t := range p.temporary.list {
		if !isTarget(targets, t) && !p.neighbors.has(t.ID) {
			targets = append(targets, t)
		}
	}
	if p.proxies != nil {
		targets = p.proxies.appendTargets(targets, a)
	}
	p.targets = targets
	p.stats.Sent += uint64(p.spread.send(a, targets, count))
}

func isTarget(targets []*wire.Peer, p *wire.Peer) bool {
	return slices.ContainsFunc(targets, func(t *wire.Peer) bool { return t.ID == p.ID })
}

func (p *Part) disconnected(peer *wire.Peer, graceful bool) {
	if p.neighbors.has(peer.ID) {
		if !graceful {
			p.mixer.lost()
		}
		p.neighbors.remove(peer.ID)
		p.finder.start(peer.ID)
	}
	p.forget(peer.ID)
}

// forget drops a node that is not neighbour any more from everywhere else.
func (p *Part) forget(id wire.NodeID) {
	p.neighbors.forget(id)
	p.removeTemporary(id)
	if p.proxies != nil {
		p.proxies.remove(id)
	}
}

func (p *Part) receiveLeave(c *rpc.Call, n *wire.LeaveStreamPartNotice) {
	if n.GetStreamPartId() != p.name {
		return
	}
	known := p.neighbors.remove(c.From.ID)
	p.forget(c.From.ID)
	p.discovery.Remove(c.From.ID)
	p.finder.start(c.From.ID)
	if n.GetIsEntryPoint() && known {
		p.entries.refill()
	}
}
