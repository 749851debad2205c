package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// When neighbours are exchanged for others.
const (
	mixEvery = 10 * time.Minute
	// After several neighbours were lost within lossWindow the network may have been split.
	lossWindow  = time.Minute
	suspectFrom = 2
	suspectFor  = 10 * time.Minute
	suspectMix  = time.Minute
)

// mixer exchanges a neighbour now and then.
//
// A node that has enough neighbours asks for no others. So when a network was split for long
// enough that both halves have closed their ranks, nothing would ever join them again, though
// their nodes know of each other; official nodes stay apart. Here a full node asks a random contact to
// be its neighbour and hands one of its own neighbours on to the one that the contact gives
// up: two edges of the graph are exchanged for two others, every node keeps its number of neighbours. Seldom, as
// a precaution; often, when many connections broke lately.
type mixer struct {
	part    *Part
	due     time.Time
	losses  int
	lossAt  time.Time // of the first of losses
	suspect time.Time // until when the network may be split
}

func (x *mixer) start() { x.plan() }

// plan chooses when to mix next.
func (x *mixer) plan() {
	every := mixEvery
	if x.suspects() {
		every = suspectMix
	}
	x.due = x.part.now().Add(every/2 + x.part.chance(every))
}

// hurry brings the next exchange forward.
func (x *mixer) hurry() {
	if soon := x.part.now().Add(suspectMix); soon.Before(x.due) {
		x.due = soon
	}
}

// suspects is whether the network may be split.
func (x *mixer) suspects() bool { return x.part.now().Before(x.suspect) }

// lost notes that the connection to a neighbour broke.
func (x *mixer) lost() {
	now := x.part.now()
	if now.Sub(x.lossAt) > lossWindow {
		x.losses, x.lossAt = 0, now
	}
	if x.losses++; x.losses < suspectFrom {
		return
	}
	began := !x.suspects()
	x.suspect = now.Add(suspectFor)
	if began {
		x.plan()
		x.part.entries.hurry()
	}
}

// check mixes if it is time. It is called every updateInterval.
func (x *mixer) check() {
	if x.part.now().Before(x.due) {
		return
	}
	x.plan()
	h := x.part.neighbors
	if !h.full() || len(h.asked)+len(h.giving) > 0 {
		return // the finder is at work
	}
	if p := x.choose(); p != nil {
		x.exchange(p)
	}
}

// choose picks any contact that is no neighbour.
func (x *mixer) choose() *wire.Peer {
	h, d := x.part.neighbors, x.part.discovery
	excluded := func(id wire.NodeID) bool { return h.has(id) || h.isShunned(id) }
	if ps := d.Random(1, excluded); len(ps) > 0 {
		return ps[0]
	}
	ps := d.Nearest(viewSize, excluded)
	if len(ps) == 0 {
		return nil
	}
	return ps[x.part.cfg.Env.Rand.IntN(len(ps))]
}

// exchange takes p as a neighbour in the place of the newest.
func (x *mixer) exchange(p *wire.Peer) {
	h := x.part.neighbors
	gone := h.list[len(h.list)-1]
	h.ask(p, nil, func(ok bool, target *wire.Peer) {
		if !ok || len(h.list) <= x.part.cfg.TargetNeighbors || !h.has(gone.ID) || h.isGiving(gone.ID) {
			return
		}
		if target == nil || target.ID == gone.ID {
			target = p
		}
		h.give(gone, target, nil)
	})
}
