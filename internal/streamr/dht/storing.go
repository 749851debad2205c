package dht

import (
	"slices"
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Of stored data (§5.8).
const (
	methodStore     = "storeData"
	methodReplicate = "replicateData"

	copies         = 5
	storeTimeout   = 8 * time.Second // of storing at all nodes; who asks us to store waits ten
	sweepInterval  = 10 * time.Second
	replicateDelay = 250 * time.Millisecond // newcomers are looked at together
	replicateBurst = 64                     // entries sent per replicateDelay
	maxReplicas    = 50_000                 // that wait
	handOverMax    = 1000                   // keys handed over when the node stops
)

// storage keeps a node's share of the data, and hands it to others when the nodes around it change.
type storage struct {
	env       loop.Env
	self      *wire.Peer
	endpoint  *rpc.Endpoint
	store     *dataStore
	neighbors func() []*wire.Peer
	heard     func(*wire.Peer)
	silent    func(*wire.Peer) // a node has not answered
	stats     *Stats

	sweeping  *loop.Timer
	newcomers []wire.NodeID // since replicate ran
	queue     []replica     // waits to be sent
	timer     *loop.Timer   // of replicate
	stopped   bool
}

type replica struct {
	key wire.NodeID
	to  *wire.Peer
}

// serve answers the calls of StoreRpc.
func (s *storage) serve() {
	rpc.Handle(s.endpoint, methodStore, func(c *rpc.Call, q *wire.StoreDataRequest) {
		s.heard(c.From)
		e := &wire.DataEntry{
			Key: q.GetKey(), Data: q.GetData(), Creator: q.GetCreator(), CreatedAt: q.GetCreatedAt(),
			StoredAt: timestamppb.New(s.env.Loop.Now()), Ttl: q.GetTtl(),
		}
		key, ok := nodeID(e.Key)
		if !ok || !acceptable(e, key, s.store.limits.EntryBytes) {
			s.stats.Refused++
			c.Fail(wire.RpcErrorType_SERVER_ERROR, "only descriptors of their creators are stored")
			return
		}
		if !s.keep(key, e, c.From) && !s.store.has(key, wire.NodeID(e.Creator)) {
			c.Fail(wire.RpcErrorType_SERVER_ERROR, "there is no room")
			return
		}
		c.Reply(&wire.StoreDataResponse{})
	})
	rpc.Handle(s.endpoint, methodReplicate, func(c *rpc.Call, q *wire.ReplicateDataRequest) {
		s.heard(c.From)
		e := q.GetEntry()
		key, ok := nodeID(e.GetKey())
		// Only the creator says that its entry is no longer wanted.
		if !ok || !acceptable(e, key, s.store.limits.EntryBytes) || e.GetDeleted() && wire.NodeID(e.GetCreator()) != c.From.ID {
			s.stats.Refused++
			return
		}
		e.Stale = false
		if s.keep(key, e, c.From) {
			s.passOn(key, c.From)
		}
	})
}

// keep stores an entry that came from a peer, and notes if this is the wrong node for it.
func (s *storage) keep(key wire.NodeID, e *wire.DataEntry, from *wire.Peer) bool {
	stored := s.put(key, e, wire.NodeID(e.GetCreator()) == from.ID)
	if indexOf(s.storers(key, s.neighbors()), s.self.ID) < 0 {
		s.store.markStale(key)
	}
	return stored
}

func (s *storage) put(key wire.NodeID, e *wire.DataEntry, firstHand bool) bool {
	if s.stopped {
		return false
	}
	if s.sweeping == nil {
		s.sweeping = s.env.Loop.After(sweepInterval, s.sweep)
	}
	return s.store.put(key, e, firstHand)
}

func (s *storage) sweep() {
	s.sweeping = nil
	s.store.sweep()
	if len(s.store.keys) > 0 && !s.stopped {
		s.sweeping = s.env.Loop.After(sweepInterval, s.sweep)
	}
}

// storers are the nodes that a key belongs to, of those that this one knows well.
func (s *storage) storers(key wire.NodeID, neighbors []*wire.Peer) []*wire.Peer {
	closest := newNearest(key, copies)
	closest.add(s.self)
	for _, p := range neighbors {
		closest.add(p)
	}
	return closest.list
}

// passOn sends what a peer has replicated here to the other storers if this node is the closest
// of them, and to the closest one otherwise.
func (s *storage) passOn(key wire.NodeID, from *wire.Peer) {
	targets := s.storers(key, s.neighbors())
	if targets[0].ID != s.self.ID {
		targets = targets[:1]
	}
	for _, p := range targets {
		if p.ID != from.ID && p.ID != s.self.ID {
			s.enqueue(key, p)
		}
	}
	s.schedule()
}

func (s *storage) enqueue(key wire.NodeID, to *wire.Peer) {
	if len(s.queue) < maxReplicas {
		s.queue = append(s.queue, replica{key, to})
	}
}

// newcomer notes a node that may have become a storer.
func (s *storage) newcomer(p *wire.Peer) {
	if len(s.store.keys) == 0 || s.stopped || slices.Contains(s.newcomers, p.ID) {
		return
	}
	s.newcomers = append(s.newcomers, p.ID)
	s.schedule()
}

func (s *storage) schedule() {
	if s.timer == nil && !s.stopped {
		s.timer = s.env.Loop.After(replicateDelay, s.replicate)
	}
}

// replicate gives newcomers the keys that belong to them now, if this node was the closest to
// the key so far; a node that a key has moved away from marks it as stale.
func (s *storage) replicate() {
	s.timer = nil
	newcomers := s.newcomers
	s.newcomers = nil
	if len(newcomers) > 0 {
		isNew := func(p *wire.Peer) bool { return slices.Contains(newcomers, p.ID) }
		neighbors := s.neighbors()
		for _, key := range s.store.sortedKeys() {
			storers := s.storers(key, neighbors)
			before := slices.DeleteFunc(slices.Clone(storers), isNew)
			switch {
			case len(before) > 0 && before[0].ID == s.self.ID:
				for _, p := range storers {
					if isNew(p) {
						s.enqueue(key, p)
					}
				}
			case indexOf(storers, s.self.ID) < 0:
				s.store.markStale(key)
			}
		}
	}
	for n := 0; len(s.queue) > 0 && n < replicateBurst; {
		n += s.send(s.queue[0].key, s.queue[0].to, transport.SendOptions{})
		s.queue = s.queue[1:]
	}
	if len(s.queue) > 0 {
		s.schedule()
	} else {
		s.queue = nil
	}
}

// send gives the entries of a key to another node. It returns how many there were.
func (s *storage) send(key wire.NodeID, to *wire.Peer, o transport.SendOptions) int {
	s.store.expire(key)
	for _, x := range s.store.keys[key] {
		// What the other misses it gets from others, or with the next minute.
		_ = s.endpoint.Notify(to, methodReplicate, &wire.ReplicateDataRequest{Entry: s.store.remaining(x)}, o)
	}
	return len(s.store.keys[key])
}

// stop hands everything over to the neighbours that are closest to it.
func (s *storage) stop() {
	s.timer.Stop()
	s.sweeping.Stop()
	neighbors := s.neighbors()
	keys := s.store.sortedKeys()
	for _, key := range keys[:min(len(keys), handOverMax)] {
		closest := newNearest(key, copies)
		for _, p := range neighbors {
			closest.add(p)
		}
		for _, p := range closest.list {
			s.send(key, p, transport.SendOptions{NoConnect: true})
		}
	}
	s.stopped = true
	s.queue, s.newcomers = nil, nil
}
