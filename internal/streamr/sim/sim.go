package sim

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"runtime"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Config of a simulation. The zero value has the defaults.
type Config struct {
	// Nodes of the network, all in one stream part. 0 is 256.
	Nodes int
	// Messages that are published, each by a random node. 0 is 100.
	Messages int
	// Seed decides everything that is left to chance.
	Seed uint64
	// JoinEvery is the time between two nodes' starts. 0 is 100 ms.
	JoinEvery time.Duration
	// Settle is the time after the last start before the first message. 0 is 60 s.
	Settle time.Duration
	// Jitter is the part of a latency, 0 to 1, that comes on top at random.
	Jitter float64
	// Loss is the probability, 0 to 1, that a frame is sent twice.
	Loss float64
	// Progress, if set, is told what the simulation does.
	Progress func(string)
}

func (c Config) withDefaults() Config {
	if c.Nodes == 0 {
		c.Nodes = 256
	}
	if c.Messages == 0 {
		c.Messages = 100
	}
	if c.JoinEvery == 0 {
		c.JoinEvery = 100 * time.Millisecond
	}
	if c.Settle == 0 {
		c.Settle = time.Minute
	}
	if c.Progress == nil {
		c.Progress = func(string) {}
	}
	return c
}

// Report is what came out.
type Report struct {
	Nodes       int   `json:"nodes"`
	Messages    int   `json:"messages"`
	MeanLatency Ms    `json:"meanLatency"` // one way, between regions
	Join        Dist  `json:"join"`        // from a node's start to its first neighbour in the part, ms
	Delay       Dist  `json:"delay"`       // from publishing to each delivery, ms
	Hops        Dist  `json:"hops"`        // nodes that a message was handed on by, the publisher included
	Neighbors   Dist  `json:"neighbors"`   // of one node
	Delivered   int64 `json:"delivered"`
	Missed      int64 `json:"missed"` // deliveries that did not happen
	// Duplicates is how many copies of a message a node gets beyond the first.
	Duplicates float64 `json:"duplicates"`
	// FramesPerMessage is how many frames the whole network sends for one message, beyond
	// what it sends anyway.
	FramesPerMessage float64 `json:"framesPerMessage"`
	BytesPerNode     int64   `json:"bytesPerNode"` // of memory, at the end
}

// Ms is a time in milliseconds.
type Ms float64

func ms(d time.Duration) Ms { return Ms(float64(d) / float64(time.Millisecond)) }

// Dist sums up measurements.
type Dist struct {
	Mean, P50, P90, P99, Max float64
}

func distOf(values []float64) (d Dist) {
	if len(values) == 0 {
		return d
	}
	slices.Sort(values)
	at := func(q float64) float64 { return values[min(int(q*float64(len(values))), len(values)-1)] }
	for _, v := range values {
		d.Mean += v
	}
	d.Mean /= float64(len(values))
	d.P50, d.P90, d.P99, d.Max = at(0.5), at(0.9), at(0.99), values[len(values)-1]
	return d
}

// errAlone: a node found nobody.
var errAlone = errors.New("a node has found no neighbour")

// Run simulates a network.
func Run(cfg Config) (*Report, error) {
	cfg = cfg.withDefaults()
	if cfg.Nodes < 2 {
		return nil, fmt.Errorf("%d nodes: want at least 2", cfg.Nodes)
	}
	s := newSimulation(cfg)
	if err := s.join(); err != nil {
		return nil, err
	}
	s.publish()
	return s.report(), nil
}

type simulation struct {
	cfg   Config
	clock *loop.Virtual
	rand  *rand.Rand
	world *simlink.World
	part  message.StreamPart
	nodes []*simNode

	published map[int64]*flight // by timestamp
	delays    []float64
	hops      []float64
	delivered int64
	frames    int64 // of the time in which messages were published
	idle      float64
	heap      uint64
}

type simNode struct {
	index   int
	core    *node.Core
	self    *wire.Peer
	part    partHandle
	started time.Time
	joined  time.Duration // until the first neighbour; 0 if there is none
}

// partHandle is what the simulation asks of a stream part.
type partHandle interface {
	Publish(raw []byte, m *message.Message) error
	Neighbors() []*wire.Peer
}

// flight is a message on its way.
type flight struct {
	at   time.Time
	hops map[wire.NodeID]int
}

func newSimulation(cfg Config) *simulation {
	s := &simulation{
		cfg: cfg, clock: loop.NewVirtual(), rand: rand.New(rand.NewPCG(cfg.Seed, 0)),
		part:      message.StreamPart{Stream: "0x0000000000000000000000000000000000000001/simulated"},
		published: make(map[int64]*flight),
	}
	s.world = simlink.New(s.clock, s.rand, simlink.Options{Latency: Latency, Jitter: cfg.Jitter, Loss: cfg.Loss})
	return s
}

// join starts the nodes one after another; all enter through the first.
func (s *simulation) join() error {
	var entry []*wire.Peer
	for i := range s.cfg.Nodes {
		n := s.start(i, entry)
		if i == 0 {
			entry = []*wire.Peer{n.self}
		}
		s.clock.RunFor(s.cfg.JoinEvery)
		if i%256 == 255 {
			s.cfg.Progress(fmt.Sprintf("%d nodes started", i+1))
		}
	}
	s.clock.RunFor(s.cfg.Settle)
	for _, n := range s.nodes {
		if len(n.part.Neighbors()) == 0 {
			return fmt.Errorf("%w: node %d of %d, %v after the last start", errAlone, n.index, len(s.nodes), s.cfg.Settle)
		}
	}
	return nil
}

func (s *simulation) start(i int, entry []*wire.Peer) *simNode {
	host := s.world.NewHost(s.rand.IntN(len(Regions)), true)
	id := make([]byte, wire.NodeIDLen)
	for j := 0; j < len(id); j += 4 {
		binary.BigEndian.PutUint32(id[j:], s.rand.Uint32())
	}
	addr := host.Addr().As4()
	region, ip := uint32(host.Region+1), binary.BigEndian.Uint32(addr[:])
	self, err := wire.NewPeer(&wire.PeerDescriptor{
		NodeId: id, Region: &region, IpAddress: &ip,
		Websocket: &wire.ConnectivityMethod{Host: host.Addr().String(), Port: simlink.Port},
	})
	if err != nil {
		panic(err) // an address of ours
	}
	n := &simNode{index: i, self: self, started: s.clock.Now()}
	n.core = node.NewCore(node.CoreConfig{
		Env: loop.Env{
			Loop: host.Loop(), Rand: rand.New(rand.NewPCG(s.rand.Uint64(), s.rand.Uint64())),
			Log: slog.New(slog.DiscardHandler),
		},
		Network: host, Version: "simulated",
	})
	if entry == nil {
		entry = []*wire.Peer{self}
	}
	s.nodes = append(s.nodes, n)
	n.core.Start(self, entry, func(error) {})
	// As the official SDK does, a node goes on to its stream part while it still joins.
	part, err := n.core.JoinPart(s.part, node.PartOptions{
		Deliver: func(m *message.Message, _ []byte, from wire.NodeID) { s.deliver(n, m, from) },
		OnNeighbors: func(int) {
			if n.joined == 0 {
				n.joined = max(s.clock.Now().Sub(n.started), 1)
			}
		},
	}, nil)
	if err != nil {
		panic(err) // the node was started above
	}
	n.part = part
	return n
}

func (s *simulation) deliver(n *simNode, m *message.Message, from wire.NodeID) {
	f := s.published[m.Timestamp]
	if f == nil || from == n.self.ID {
		return
	}
	if _, again := f.hops[n.self.ID]; again {
		return
	}
	f.hops[n.self.ID] = f.hops[from] + 1
	s.hops = append(s.hops, float64(f.hops[n.self.ID]))
	s.delays = append(s.delays, float64(ms(s.clock.Now().Sub(f.at))))
	s.delivered++
}

// publishEvery is the time between two messages, within which the one before has arrived
// everywhere.
const publishEvery = 2 * time.Second

func (s *simulation) publish() {
	// What the network sends anyway is measured over the same time as the messages.
	span := time.Duration(s.cfg.Messages) * publishEvery
	before := s.world.Frames
	s.clock.RunFor(span)
	s.idle = float64(s.world.Frames - before)
	before = s.world.Frames
	for i := range s.cfg.Messages {
		n := s.nodes[s.rand.IntN(len(s.nodes))]
		m := &message.Message{
			ID: message.ID{
				Stream: s.part.Stream, Timestamp: s.clock.Now().UnixMilli(),
				Publisher: message.UserID(n.self.ID[:]), Chain: "AAAAAAAAAAAAAAAAAAAA",
			},
			Content: []byte(`{"simulated":true}`), Signature: make([]byte, 65), SignatureType: message.SignatureSecp256k1EVM,
		}
		s.published[m.Timestamp] = &flight{at: s.clock.Now(), hops: map[wire.NodeID]int{n.self.ID: 0}}
		if err := n.part.Publish(m.AppendWire(nil), m); err != nil {
			s.cfg.Progress("not published: " + err.Error())
		}
		s.clock.RunFor(publishEvery)
		if i%50 == 49 {
			s.cfg.Progress(fmt.Sprintf("%d messages published", i+1))
		}
	}
	s.frames = s.world.Frames - before
	var mem runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&mem)
	s.heap = mem.HeapAlloc
}

func (s *simulation) report() *Report {
	want := int64(s.cfg.Messages) * int64(len(s.nodes)-1)
	perMessage := (float64(s.frames) - s.idle) / float64(s.cfg.Messages)
	r := &Report{
		Nodes: len(s.nodes), Messages: s.cfg.Messages, MeanLatency: ms(MeanLatency()),
		Delay: distOf(s.delays), Hops: distOf(s.hops),
		Delivered: s.delivered, Missed: want - s.delivered,
		FramesPerMessage: perMessage,
		Duplicates:       perMessage/float64(len(s.nodes)-1) - 1,
		BytesPerNode:     int64(s.heap) / int64(len(s.nodes)),
	}
	var join, neighbors []float64
	for _, n := range s.nodes {
		if n.joined > 0 && n.index > 0 {
			join = append(join, float64(ms(n.joined)))
		}
		neighbors = append(neighbors, float64(len(n.part.Neighbors())))
	}
	r.Join, r.Neighbors = distOf(join), distOf(neighbors)
	return r
}
