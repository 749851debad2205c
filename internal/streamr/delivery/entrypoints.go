package delivery

import (
	"slices"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/dht"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Entry points of a stream part in the DHT (§5.9).
const (
	wantedEntryPoints = 8
	joinedEntryPoints = 4
	enoughDiscovered  = 4
	// maxEntryPoints is how many of them are looked at: anybody can store some.
	maxEntryPoints = 100
	// An entry is kept by storing it again before stored data end, which is after 60 s.
	// Finding out whether it is still wanted takes some seconds of that.
	keepEvery = 40 * time.Second
	// lookEvery is how often a node that is no entry point looks whether there are enough.
	lookEvery = 5 * time.Minute
	// hurryAfter is for when the network may have been split, as long as that is so.
	hurryAfter = 30 * time.Second
	// refillWithin is when the place of an entry point that has left is taken: others have the same idea.
	refillWithin = 4 * time.Second
)

// maxKnown is how many contacts are looked through for an entry point.
const maxKnown = 200

const descriptorType = "type.googleapis.com/dht.PeerDescriptor"

// entryPoints finds the part's nodes through the DHT, and makes this node findable.
type entryPoints struct {
	part      *Part
	key       wire.NodeID
	stored    bool // this node is one of them
	checking  bool
	refilling bool
	due       time.Time // when to look after them
}

// stop takes this node out of the entry points.
func (e *entryPoints) stop() {
	if e.stored {
		e.part.cfg.Control.DeleteData(e.key)
	}
}

// fetch looks the entry points up; listed is whether this node is one of them. done is not
// called after the part was left.
func (e *entryPoints) fetch(done func(others []*wire.Peer, count int, listed bool)) {
	e.part.cfg.Control.FetchData(e.key, func(entries []*wire.DataEntry) {
		if e.part.left {
			return
		}
		self := e.part.cfg.Transport.Self().ID
		var ds []*wire.PeerDescriptor
		listed := false
		for _, entry := range entries[:min(len(entries), maxEntryPoints)] {
			d := new(wire.PeerDescriptor)
			if entry.GetDeleted() || entry.GetData().GetTypeUrl() != descriptorType || proto.Unmarshal(entry.GetData().GetValue(), d) != nil {
				continue
			}
			if string(d.GetNodeId()) == string(self[:]) {
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
	ps = slices.Clone(ps)
	e.part.cfg.Env.Rand.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
	return ps[:min(len(ps), joinedEntryPoints)]
}

// join enters the part (§6.1). done is called once.
func (e *entryPoints) join(done func(error)) {
	p := e.part
	e.due = p.now().Add(lookEvery/2 + p.chance(lookEvery))
	ended := false
	end := func(err error) {
		if !ended {
			ended, p.onLeave = true, nil
			done(err)
		}
	}
	p.onLeave = func() { end(ErrLeft) }
	e.fetch(func(others []*wire.Peer, count int, _ bool) {
		if len(others) == 0 {
			e.store()
			p.rejoin.avoidSplit()
			end(nil)
			return
		}
		p.discovery.Join(e.pick(others), dht.JoinOptions{}, func(error) {
			if p.left {
				return
			}
			found := len(p.discovery.Neighbors())
			if count < wantedEntryPoints {
				e.store()
			}
			// Nobody to be found among many: they may all have gone a moment ago.
			if found == 0 || count < wantedEntryPoints && found < enoughDiscovered {
				p.rejoin.avoidSplit()
			}
			end(nil)
		})
		p.discovery.JoinRing(nil) // beginning with the contacts that Join has been told of
	})
}

// store makes this node an entry point and keeps it one.
func (e *entryPoints) store() {
	value, err := proto.Marshal(e.part.cfg.Transport.Self().Descriptor)
	if err != nil {
		return // a descriptor that was read can be written
	}
	e.stored = true
	e.due = e.part.now().Add(keepEvery)
	e.part.cfg.Control.StoreData(e.key, &anypb.Any{TypeUrl: descriptorType, Value: value}, nil)
}

// hurry brings the next look forward.
func (e *entryPoints) hurry() {
	if soon := e.part.now().Add(hurryAfter); soon.Before(e.due) {
		e.due = soon
	}
}

// check looks after the entry points if it is time. It is called every updateInterval.
//
// Official nodes look at them only to store themselves again. Here they are also how the
// halves of a part find each other that began apart or were split.
func (e *entryPoints) check() {
	p := e.part
	if e.checking || p.now().Before(e.due) {
		return
	}
	e.checking = true
	e.fetch(func(others []*wire.Peer, count int, listed bool) {
		e.checking = false
		e.stored = e.stored && listed
		if e.due = p.now().Add(lookEvery/2 + p.chance(lookEvery)); p.mixer.suspects() {
			e.hurry()
		}
		if e.stored || count < wantedEntryPoints {
			e.store()
		}
		e.meet(others)
	})
}

// meet gets to know entry points, and the nodes around them, if this node has few contacts
// or does not know them.
func (e *entryPoints) meet(others []*wire.Peer) {
	d := e.part.discovery
	if len(d.Neighbors()) >= enoughDiscovered && !e.part.mixer.suspects() {
		neighbors := peers{d.Neighbors()}
		known := peers{d.Nearest(maxKnown, nil)}
		others = slices.DeleteFunc(slices.Clone(others), func(p *wire.Peer) bool { return neighbors.has(p.ID) || known.has(p.ID) })
		others = e.pick(others)
		others = others[:min(len(others), 1)]
	}
	if len(others) > 0 {
		d.Join(e.pick(others), dht.JoinOptions{NoDistantJoin: true, NoRetry: true}, nil)
	}
}

// refill steps in for an entry point that has left.
func (e *entryPoints) refill() {
	if e.refilling || e.stored {
		return
	}
	e.refilling = true
	e.part.after(e.part.chance(refillWithin), func() {
		e.fetch(func(_ []*wire.Peer, count int, _ bool) {
			if count < wantedEntryPoints && !e.stored {
				e.store()
			}
			// Anybody can say that an entry point has left, as often as it likes.
			e.part.after(updateInterval, func() { e.refilling = false })
		})
	})
}
