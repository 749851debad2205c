package delivery

import (
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/dht"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Entry points of a stream part in the DHT.
const (
	wantedEntryPoints = 8
	joinedEntryPoints = 4
	// keepEntry is a little less than the life of stored data, 60 s, so that there is no
	// moment without.
	keepEntry         = 50 * time.Second
	reconnectInterval = 30 * time.Second
	enoughDiscovered  = 4
	avoidRounds       = 6
)

// entryPoints finds the part's nodes through the DHT, and makes this node findable.
type entryPoints struct {
	part   *Part
	key    wire.NodeID
	stored bool // this node is one of them

	keep         *loop.Timer
	reconnecting bool
	avoiding     bool
	timers       []*loop.Timer
}

func newEntryPoints(p *Part) *entryPoints { return &entryPoints{part: p, key: wire.KeyOf(p.name)} }

func (e *entryPoints) stop() {
	e.keep.Stop()
	for _, t := range e.timers {
		t.Stop()
	}
	if e.stored {
		e.part.cfg.Control.DeleteData(e.key)
	}
}

// after runs f later, unless the part is left.
func (e *entryPoints) after(d time.Duration, f func()) {
	e.timers = append(e.timers[:0:0], e.part.cfg.Env.Loop.After(d, func() {
		if !e.part.left {
			f()
		}
	}))
}

// fetch looks the entry points up; listed is whether this node is one of them.
func (e *entryPoints) fetch(done func(others []*wire.Peer, count int, listed bool)) {
	e.part.cfg.Control.FetchData(e.key, func(entries []*wire.DataEntry) {
		if e.part.left {
			return
		}
		self := e.part.cfg.Transport.Self()
		var ds []*wire.PeerDescriptor
		listed := false
		for _, entry := range entries {
			d := new(wire.PeerDescriptor)
			if entry.GetDeleted() || entry.GetData() == nil || entry.GetData().UnmarshalTo(d) != nil {
				continue
			}
			if string(d.GetNodeId()) == string(self.ID[:]) {
				listed = true
				continue
			}
			ds = append(ds, d)
		}
		others := wire.NewPeers(ds)
		count := len(others)
		if listed {
			count++
		}
		done(others, count, listed)
	})
}

// pick takes a few by chance.
func (e *entryPoints) pick(ps []*wire.Peer) []*wire.Peer {
	ps = append([]*wire.Peer(nil), ps...)
	e.part.cfg.Env.Rand.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
	return ps[:min(len(ps), joinedEntryPoints)]
}

// join enters the part. done is called once.
func (e *entryPoints) join(done func()) {
	e.fetch(func(others []*wire.Peer, count int, _ bool) {
		if len(others) == 0 {
			e.store()
			e.avoidSplit()
			done()
			return
		}
		e.part.discovery.JoinRing(nil)
		e.part.discovery.Join(e.pick(others), dht.JoinOptions{}, func(error) {
			if e.part.left {
				return
			}
			if count < wantedEntryPoints {
				e.store()
				if len(e.part.discovery.Neighbors()) < enoughDiscovered {
					e.avoidSplit()
				}
			}
			done()
		})
	})
}

// store makes this node an entry point and keeps it one.
func (e *entryPoints) store() {
	e.stored = true
	value, err := proto.Marshal(e.part.cfg.Transport.Self().Descriptor)
	if err != nil {
		return // a descriptor that was read can be written
	}
	data := &anypb.Any{TypeUrl: "type.googleapis.com/dht.PeerDescriptor", Value: value}
	e.part.cfg.Control.StoreData(e.key, data, func([]*wire.Peer) {})
	e.keep.Stop()
	e.keep = e.part.cfg.Env.Loop.After(keepEntry, e.renew)
}

// renew stores again, if it is still wanted.
func (e *entryPoints) renew() {
	if e.part.left {
		return
	}
	e.fetch(func(others []*wire.Peer, count int, listed bool) {
		if listed || count < wantedEntryPoints {
			e.store()
			// Two halves of a part that began apart meet here.
			if len(e.part.discovery.Neighbors()) < enoughDiscovered && len(others) > 0 {
				e.part.discovery.Join(e.pick(others), dht.JoinOptions{NoDistantJoin: true, NoRetry: true}, func(error) {})
			}
			return
		}
		e.stored = false
	})
}

// refill steps in for an entry point that has left.
func (e *entryPoints) refill() {
	e.fetch(func(_ []*wire.Peer, count int, _ bool) {
		if count < wantedEntryPoints && !e.stored {
			e.store()
		}
	})
}

// avoidSplit looks several times for other parts of a network that may have begun at the
// same moment.
func (e *entryPoints) avoidSplit() {
	if e.avoiding {
		return
	}
	e.avoiding = true
	excluded := make(map[wire.NodeID]bool)
	var round func(n int)
	next := func(n int) {
		if n+1 >= avoidRounds {
			e.avoiding = false
			return
		}
		e.after(time.Second<<n, func() { round(n + 1) })
	}
	round = func(n int) {
		e.fetch(func(others []*wire.Peer, _ int, _ bool) {
			var tried []*wire.Peer
			for _, p := range others {
				if !excluded[p.ID] {
					tried = append(tried, p)
				}
			}
			if len(tried) == 0 {
				next(n)
				return
			}
			e.part.discovery.Join(tried, dht.JoinOptions{NoDistantJoin: true, NoRetry: true}, func(error) {
				if e.part.left {
					return
				}
				neighbors := peers{e.part.discovery.Neighbors()}
				if len(neighbors.list) < enoughDiscovered {
					for _, p := range tried {
						if !neighbors.has(p.ID) {
							excluded[p.ID] = true
						}
					}
				}
				next(n)
			})
		})
	}
	round(0)
}

// lonely is told that the discovery layer has lost its last neighbour.
func (e *entryPoints) lonely() {
	if e.part.left || e.reconnecting || e.avoiding {
		return
	}
	e.reconnecting = true
	e.reconnect()
}

func (e *entryPoints) reconnect() {
	again := func() {
		if len(e.part.discovery.Neighbors()) > 0 {
			e.reconnecting = false
			return
		}
		e.after(reconnectInterval, e.reconnect)
	}
	e.fetch(func(others []*wire.Peer, count int, _ bool) {
		if !e.stored && count < wantedEntryPoints {
			e.store()
		}
		if len(others) == 0 {
			again()
			return
		}
		e.part.discovery.Join(e.pick(others), dht.JoinOptions{NoRetry: true}, func(error) {
			if !e.part.left {
				again()
			}
		})
	})
}
