package node

import (
	"errors"
	"slices"
	"strings"

	"github.com/logstore/logstore/internal/streamr/connection"
	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/internal/streamr/dht"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// CoreConfig is what a Core is made of.
type CoreConfig struct {
	Env            loop.Env
	Network        transport.Network
	MaxConnections int // 0 is the protocol's default
	AcceptProxies  bool
	Version        string // of the program, told to others
}

// Core is a node without goroutines of its own: everything happens in its loop, and its
// methods must be called there.
type Core struct {
	cfg     CoreConfig
	manager *connection.Manager
	control *dht.Control // nil before Start
	parts   map[message.StreamPart]*delivery.Part
	info    *infoService
	past    delivery.Stats // of the parts that were left
}

// NewCore makes a node that answers connectivity checks and refuses connections until
// Start.
func NewCore(cfg CoreConfig) *Core {
	return &Core{
		cfg: cfg,
		manager: connection.New(connection.Config{
			Env: cfg.Env, Network: cfg.Network, MaxConnections: cfg.MaxConnections,
			AcceptProxies: cfg.AcceptProxies, ApplicationVersion: cfg.Version,
		}),
		parts: make(map[message.StreamPart]*delivery.Part),
	}
}

// Connections is the layer below.
func (c *Core) Connections() *connection.Manager { return c.manager }

// Control is the layer of the network that all nodes share; nil before Start.
func (c *Core) Control() *dht.Control { return c.control }

// Start makes the node self and enters the network through the entry points, of which it
// may be one. done is called once.
func (c *Core) Start(self *wire.Peer, entryPoints []*wire.Peer, done func(error)) {
	c.manager.SetSelf(self)
	c.control = dht.NewControl(dht.ControlConfig{Env: c.cfg.Env, Transport: c.manager})
	c.manager.SetRouted(c.control.Routed())
	c.info = newInfoService(c)
	c.control.Join(entryPoints, done)
}

// errStarted: a part was asked for before Start.
var errNotStarted = errors.New("the node has not been started")

// PartOptions say what a node does with what arrives in a part.
type PartOptions struct {
	// Validator decides what is handed on; nil hands on everything that can be read.
	Validator delivery.Validator
	// Deliver gets every message, in the order of its chain, with its wire form.
	Deliver func(m *message.Message, raw []byte, from wire.NodeID)
	// OnNeighbors is told the number of neighbours when it has changed.
	OnNeighbors func(n int)
}

// JoinPart enters a stream part. done, which may be nil, is called once, when the node
// knows the part's entry points; neighbours may come later.
func (c *Core) JoinPart(id message.StreamPart, o PartOptions, done func(error)) (*delivery.Part, error) {
	if c.control == nil {
		return nil, errNotStarted
	}
	if c.parts[id] != nil {
		return nil, errors.New("the node is in this part already")
	}
	if done == nil {
		done = func(error) {}
	}
	name := id.String()
	p := delivery.New(delivery.Config{
		Env: c.cfg.Env, ID: id, Transport: c.manager, Control: c.control,
		NewDiscovery: func(onContacts, onLonely func()) delivery.Discovery {
			return dht.NewDiscovery(dht.DiscoveryConfig{
				Env: c.cfg.Env, Transport: c.control.Routed(), Direct: c.manager, ServiceID: "layer1::" + name,
				OnContacts: onContacts, OnLonely: onLonely,
			})
		},
		AcceptProxies: c.cfg.AcceptProxies, Validator: o.Validator, Deliver: o.Deliver, OnNeighbors: o.OnNeighbors,
	})
	c.parts[id] = p
	p.Join(done)
	return p, nil
}

// LeavePart leaves a stream part.
func (c *Core) LeavePart(id message.StreamPart) {
	if p := c.parts[id]; p != nil {
		delete(c.parts, id)
		c.past.Add(p.Stats())
		p.Leave()
	}
}

// Parts lists the stream parts that the node is in, by name.
func (c *Core) Parts() []*delivery.Part {
	ids := make([]message.StreamPart, 0, len(c.parts))
	for id := range c.parts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b message.StreamPart) int { return strings.Compare(a.String(), b.String()) })
	out := make([]*delivery.Part, len(ids))
	for i, id := range ids {
		out[i] = c.parts[id]
	}
	return out
}

// Stop leaves all parts and the network. done is called when the connections are closed.
func (c *Core) Stop(done func()) {
	for _, p := range c.Parts() {
		p.Leave()
	}
	clear(c.parts)
	if c.control != nil {
		c.info.close()
		c.control.Stop()
	}
	c.manager.Stop(done)
}
