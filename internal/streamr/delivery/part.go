package delivery

import (
	"errors"
	"fmt"
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
	// Deliver gets what goes on, in the order of each chain, from others and from
	// Publish; from is then the zero id. raw is the wire form.
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

	discovery Discovery
	neighbors *neighborhood
	finder    *finder
	entries   *entryPoints
	proxies   *proxyServer
	temporary peers
	inbox     *inbox
	spread    *spread
	stats     Stats

	stopUpdates func()
	left        bool
}

// ErrLeft: the node has left the part.
var ErrLeft = errors.New("the node has left the stream part")

// New makes a part that answers others; it looks for them after Join.
func New(cfg Config) *Part {
	if cfg.TargetNeighbors == 0 {
		cfg.TargetNeighbors = 4
	}
	p := &Part{cfg: cfg, name: cfg.ID.String()}
	p.endpoint = rpc.New(cfg.Env, cfg.Transport, ServiceID(cfg.ID))
	p.spread = &spread{endpoint: p.endpoint, direct: cfg.Transport, loop: cfg.Env.Loop}
	p.inbox = newInbox(cfg.Validator, &p.stats, p.accept)
	p.neighbors = newNeighborhood(p)
	p.finder = &finder{part: p}
	p.entries = newEntryPoints(p)
	p.discovery = cfg.NewDiscovery(p.finder.start, p.entries.lonely)
	if cfg.AcceptProxies {
		p.proxies = newProxyServer(p)
	}
	rpc.HandleRaw(p.endpoint, "sendStreamMessage", "StreamMessage", p.receive)
	rpc.Handle(p.endpoint, "leaveStreamPartNotice", p.receiveLeave)
	rpc.Handle(p.endpoint, "openConnection", p.openTemporary)
	rpc.Handle(p.endpoint, "closeConnection", func(c *rpc.Call, _ *wire.CloseTemporaryConnection) { p.temporary.remove(c.From.ID) })
	// Plumtree is an option of the other side: who does not take part goes on sending everything.
	rpc.Handle(p.endpoint, "pauseNeighbor", func(*rpc.Call, *wire.PauseNeighborRequest) {})
	rpc.Handle(p.endpoint, "resumeNeighbor", func(*rpc.Call, *wire.ResumeNeighborRequest) {})
	rpc.HandleRaw(p.endpoint, "sendMetadata", "MessageID", func(*rpc.Call, []byte) {})
	p.unwatch = cfg.Transport.WatchDisconnects(func(peer *wire.Peer, _ bool) { p.forget(peer.ID) })
	return p
}

// ID is the stream part.
func (p *Part) ID() message.StreamPart { return p.cfg.ID }

// Join looks for the part's other nodes. done, which may be nil, is called once, when the
// first look is over; neighbours may come later.
func (p *Part) Join(done func(error)) {
	p.stopUpdates = p.cfg.Env.Every(updateInterval, p.neighbors.update)
	p.entries.join(func() {
		if done != nil {
			done(nil)
		}
	})
}

// Leave tells the neighbours and ends.
func (p *Part) Leave() {
	if p.left {
		return
	}
	p.left = true
	notice := &wire.LeaveStreamPartNotice{StreamPartId: p.name, IsEntryPoint: p.entries.stored}
	for _, n := range p.neighbors.list {
		_ = p.endpoint.Notify(n, "leaveStreamPartNotice", notice, transport.SendOptions{NoConnect: true})
	}
	if p.proxies != nil {
		p.proxies.close(notice)
	}
	p.unwatch()
	if p.stopUpdates != nil {
		p.stopUpdates()
	}
	p.finder.stop()
	p.entries.stop()
	p.neighbors.clear()
	p.discovery.Stop()
	p.inbox.closed = true
	p.endpoint.Close()
}

// Publish hands a message of this node's own to the neighbours, and to those who become
// neighbours within ten seconds. raw is its wire form, which must not change afterwards.
// A message that was published before is not sent again.
func (p *Part) Publish(raw []byte, m *message.Message) error {
	if p.left {
		return ErrLeft
	}
	if m.Part() != p.cfg.ID {
		return fmt.Errorf("publish to %s: the message belongs to %s", p.name, m.Part())
	}
	if len(raw) > maxMessage {
		return fmt.Errorf("publish to %s: the message has %d bytes, want at most %d", p.name, len(raw), maxMessage)
	}
	p.inbox.own(m, raw)
	return nil
}

// maxMessage leaves room for the envelope in the largest frame that official nodes take.
const maxMessage = 1<<20 - 1<<10

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
	m, err := message.Decode(raw)
	if err != nil {
		p.stats.bad("malformed")
		return
	}
	if m.Part() != p.cfg.ID {
		p.stats.bad("other part")
		return
	}
	p.stats.Received++
	p.inbox.receive(m, raw, c.From.ID)
}

// accept delivers a message and hands it on.
func (p *Part) accept(a *arrival) {
	p.stats.Accepted++
	if p.cfg.Deliver != nil {
		p.cfg.Deliver(a.m, a.raw, a.from)
	}
	targets := p.spread.targets[:0]
	for _, n := range p.neighbors.list {
		if n.ID != a.from {
			targets = append(targets, n)
		}
	}
	// A node that watches this one wants to see what it hands on, its own messages as well.
	targets = append(targets, p.temporary.list...)
	if p.proxies != nil {
		targets = p.proxies.appendTargets(targets, a)
	}
	p.spread.targets = targets
	p.stats.Sent += uint64(p.spread.send(a, targets))
}

// forget drops a node that is not connected any more.
func (p *Part) forget(id wire.NodeID) {
	p.neighbors.remove(id)
	p.temporary.remove(id)
	if p.proxies != nil {
		p.proxies.remove(id)
	}
}

func (p *Part) receiveLeave(c *rpc.Call, n *wire.LeaveStreamPartNotice) {
	if n.GetStreamPartId() != p.name {
		return
	}
	p.forget(c.From.ID)
	p.discovery.Remove(c.From.ID)
	if n.GetIsEntryPoint() {
		p.entries.refill()
	}
}

// maxTemporary is how many nodes may watch this one.
const maxTemporary = 10

func (p *Part) openTemporary(c *rpc.Call, _ *wire.TemporaryConnectionRequest) {
	ok := p.temporary.has(c.From.ID) || len(p.temporary.list) < maxTemporary
	if ok {
		p.temporary.add(c.From)
	}
	c.Reply(&wire.TemporaryConnectionResponse{Accepted: ok})
}

// updateInterval is the time between two rounds of neighbour updates.
const updateInterval = 10 * time.Second
