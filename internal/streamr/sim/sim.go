package sim

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Run simulates a network. Errors are [ErrConfig].
func Run(cfg Config) (*Report, error) {
	cfg = cfg.withDefaults()
	if err := cfg.check(); err != nil {
		return nil, err
	}
	s := newSimulation(cfg)
	s.join()
	s.publish()
	return s.report(), nil
}

type simulation struct {
	cfg   Config
	clock *loop.Virtual
	rand  *rand.Rand
	world *simlink.World
	part  message.StreamPart
	nodes []*simNode // in the order of their starts, the dead included
	byID  map[wire.NodeID]int

	flights []*flight // in the order in which they were published
	inAir   map[int64]*flight
	killed  int

	before, after counts // of the time in which messages were published
	heap          uint64
}

// flight is a message on its way.
type flight struct {
	publisher *simNode
	at        time.Duration
	arrivals  []arrival // by node
}

// arrival is how a message came to a node; no hops if it did not.
type arrival struct {
	delay time.Duration
	hops  int
}

func (f *flight) arrival(node int) arrival {
	if node < len(f.arrivals) {
		return f.arrivals[node]
	}
	return arrival{}
}

func newSimulation(cfg Config) *simulation {
	s := &simulation{
		cfg: cfg, clock: loop.NewVirtual(), rand: rand.New(rand.NewPCG(cfg.Seed, 0)),
		part:  message.StreamPart{Stream: "0x0000000000000000000000000000000000000001/simulated"},
		byID:  make(map[wire.NodeID]int),
		inAir: make(map[int64]*flight),
	}
	s.world = simlink.New(s.clock, s.rand, simlink.Options{Latency: Latency, Jitter: cfg.Jitter, Loss: cfg.Loss})
	return s
}

// now is the time since the beginning.
func (s *simulation) now() time.Duration { return s.clock.Now().Sub(loop.Epoch) }

// join starts the nodes one after another, and lets them find each other.
func (s *simulation) join() {
	for i := range s.cfg.Nodes {
		s.start()
		s.clock.RunFor(s.cfg.JoinEvery)
		if i%256 == 255 {
			s.cfg.Progress(fmt.Sprintf("%d nodes started", i+1))
		}
	}
	s.clock.RunFor(s.cfg.Settle)
}

// landing is the time after the last message in which what is late may still arrive. A node
// that has lost its neighbours gets what they keep for it within ten seconds.
const landing = 15 * time.Second

// publish sends the messages, while nodes die and others come.
func (s *simulation) publish() {
	s.before = s.count()
	dying := 0.0 // nodes that should have died and have not
	for i := range s.cfg.Messages {
		dying += s.cfg.Churn * float64(s.cfg.Nodes) * s.cfg.PublishEvery.Minutes()
		for ; dying >= 1; dying-- {
			if n := s.pick(); n != nil {
				s.kill(n)
				s.start()
			}
		}
		if n := s.pick(); n != nil {
			s.publishFrom(n)
		}
		s.clock.RunFor(s.cfg.PublishEvery)
		if i%100 == 99 {
			s.cfg.Progress(fmt.Sprintf("%d messages published", i+1))
		}
	}
	s.clock.RunFor(landing)
	s.after = s.count()
	var mem runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&mem)
	s.heap = mem.HeapAlloc
}

// pick draws a member, but not the first node; nil if there is none.
func (s *simulation) pick() *simNode {
	var members []*simNode
	for _, n := range s.nodes[1:] {
		if n.isMember(s.now(), s.cfg.Settle) {
			members = append(members, n)
		}
	}
	if len(members) == 0 {
		return nil
	}
	return members[s.rand.IntN(len(members))]
}

func (s *simulation) publishFrom(n *simNode) {
	m := &message.Message{
		ID: message.ID{
			Stream: s.part.Stream, Timestamp: s.clock.Now().UnixMilli(),
			Publisher: message.UserID(n.self.ID[:]), Chain: "AAAAAAAAAAAAAAAAAAAA",
		},
		Content: []byte(`{"simulated":true}`), Signature: make([]byte, 65), SignatureType: message.SignatureSecp256k1EVM,
	}
	f := &flight{publisher: n, at: s.now(), arrivals: make([]arrival, len(s.nodes))}
	s.flights = append(s.flights, f)
	s.inAir[m.Timestamp] = f
	if err := n.part.Publish(m.AppendWire(nil), m); err != nil {
		panic(err) // a member, and a message of its part
	}
}

// deliver notes the first arrival of a message at a node.
func (s *simulation) deliver(at int, m *message.Message, from wire.NodeID) {
	f := s.inAir[m.Timestamp]
	if f == nil || s.nodes[at] == f.publisher {
		return
	}
	for len(f.arrivals) <= at {
		f.arrivals = append(f.arrivals, arrival{})
	}
	if f.arrivals[at].hops == 0 {
		f.arrivals[at] = arrival{s.now() - f.at, f.arrival(s.byID[from]).hops + 1}
	}
}
