package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/dht"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	reconnectInterval = 30 * time.Second
	avoidRounds       = 6 // with 1, 2, 4 … s between them
)

// rejoin finds the part again: after a start at which others may have started too (§6.1), and
// when the discovery layer has lost its last neighbour (§6.8). Only one of the two runs.
type rejoin struct {
	part  *Part
	runs  bool
	timer *loop.Timer
}

func (r *rejoin) stop() { r.timer.Stop() }

// avoidSplit looks several times for other nodes of a part that may have begun at the same
// moment.
func (r *rejoin) avoidSplit() {
	if r.runs {
		return
	}
	r.runs = true
	r.avoidRound(0, make(map[wire.NodeID]struct{}))
}

func (r *rejoin) avoidRound(n int, excluded map[wire.NodeID]struct{}) {
	p := r.part
	next := func() {
		if n+1 < avoidRounds {
			r.timer = p.after(time.Second<<n, func() { r.avoidRound(n+1, excluded) })
			return
		}
		r.runs = false
		// An entry point meets others when it stores itself again.
		if len(p.discovery.Neighbors()) == 0 && !p.entries.stored {
			r.lonely()
		}
	}
	p.entries.fetch(func(others []*wire.Peer, _ int, _ bool) {
		var tried []*wire.Peer
		for _, q := range others {
			if _, ok := excluded[q.ID]; !ok {
				tried = append(tried, q)
			}
		}
		if len(tried) == 0 {
			next()
			return
		}
		p.discovery.Join(tried, dht.JoinOptions{NoDistantJoin: true, NoRetry: true}, func(error) {
			if p.left {
				return
			}
			if neighbors := (peers{p.discovery.Neighbors()}); len(neighbors.list) < enoughDiscovered {
				for _, q := range tried {
					if !neighbors.has(q.ID) {
						excluded[q.ID] = struct{}{}
					}
				}
			}
			next()
		})
	})
}

// lonely is told that the discovery layer has lost its last neighbour.
func (r *rejoin) lonely() {
	if r.part.left || r.runs {
		return
	}
	r.runs = true
	r.reconnect()
}

func (r *rejoin) reconnect() {
	p := r.part
	again := func() {
		if len(p.discovery.Neighbors()) > 0 {
			r.runs = false
			return
		}
		r.timer = p.after(reconnectInterval, r.reconnect)
	}
	p.entries.fetch(func(others []*wire.Peer, count int, _ bool) {
		if !p.entries.stored && count < wantedEntryPoints {
			p.entries.store()
		}
		if len(others) == 0 {
			again()
			return
		}
		p.discovery.Join(p.entries.pick(others), dht.JoinOptions{NoRetry: true}, func(error) {
			if !p.left {
				again()
			}
		})
	})
}
