package dht

import (
	"errors"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// routeOptions are for the origin of a recursive operation.
type routeOptions struct {
	exclude wire.NodeID // is not the first hop; zero excludes nobody
	// ended, which may be nil, is told how many first hops have taken the request over.
	ended func(successes int)
}

// journey is a message's way from this node to its next hops (§5.5): two at the origin,
// one further on.
type journey struct {
	r       *router
	m       *routed
	method  string
	options routeOptions

	parallelism int
	tried       []wire.NodeID
	roots       []wire.NodeID // first hops that have not failed, if the request is our own
	open        int
	failed      int
	succeeded   int
	deadline    time.Time
	ended       bool
}

func newJourney(r *router, m *routed, method string, o *routeOptions) *journey {
	j := &journey{r: r, m: m, method: method, parallelism: 1, deadline: r.env.Loop.Now().Add(routeTimeout)}
	if m.source.ID == r.self.ID && len(m.path) == 0 {
		j.parallelism = originParallel
		// A target that is connected and speaks needs no second way.
		if method != methodRequest && r.direct.Connected(m.target) && !r.silences.quiet(m.target) {
			j.parallelism = 1
		}
	}
	if o != nil {
		j.options = *o
	}
	return j
}

// candidates are the nodes to try next. Silent ones are tried when nothing else has worked.
func (j *journey) candidates() []*wire.Peer {
	speaking, quiet := j.r.candidates(j.m, func(id wire.NodeID) bool {
		return id == j.options.exclude || slices.Contains(j.tried, id)
	})
	if len(speaking) == 0 && j.succeeded == 0 && j.open == 0 {
		return quiet
	}
	return speaking
}

func (j *journey) start(next []*wire.Peer) {
	hops := next[:max(0, min(len(next), j.parallelism-j.open))]
	for _, p := range hops {
		j.tried = append(j.tried, p.ID)
		j.open++
		// Each branch must know of the others to stay apart from them.
		if j.method == methodRequest && j.m.source.ID == j.r.self.ID {
			j.roots = append(j.roots, p.ID)
		}
	}
	for _, p := range hops {
		j.send(p)
	}
}

// send hands the message to a next hop. If that takes long another one gets it as well:
// who gets it twice knows by its id.
func (j *journey) send(p *wire.Peer) {
	late := j.r.env.Loop.After(hopLateAfter, func() {
		if !j.ended && !j.r.stopped && len(j.tried) < maxTried && j.failed < maxFailedHops {
			j.parallelism++
			j.start(j.candidates())
			j.parallelism--
		}
	})
	w := j.m.next(j.r.self, j.roots)
	o := rpc.Options{Timeout: hopTimeout, SendOptions: transport.SendOptions{NoConnect: true}}
	rpc.Invoke(j.r.endpoint, p, j.method, w, o, func(ack *wire.RouteMessageAck, err error) {
		late.Stop()
		j.answered(p, ack, err)
	})
}

func (j *journey) answered(p *wire.Peer, ack *wire.RouteMessageAck, err error) {
	j.open--
	if j.r.stopped {
		return
	}
	switch {
	case err == nil:
		j.r.heard(p)
	case errors.Is(err, rpc.ErrTimeout):
		j.r.noteSilence(p)
	}
	if j.ended {
		return
	}
	duplicateAtTarget := j.method == methodRoute && p.ID == j.m.target && ack.GetError() == wire.RouteMessageError_DUPLICATE
	if err == nil && (ack.Error == nil || duplicateAtTarget) {
		j.succeeded++
		next := j.candidates()
		switch {
		case j.succeeded >= j.parallelism || len(next) == 0:
			j.end()
		case j.open == 0:
			j.goOn(next)
		}
		return
	}
	j.roots = slices.DeleteFunc(j.roots, func(id wire.NodeID) bool { return id == p.ID })
	j.failed++
	var next []*wire.Peer
	if j.failed < maxFailedHops {
		next = j.candidates()
	}
	switch {
	case len(next) > 0:
		j.goOn(next)
	case j.open == 0:
		j.end()
	}
}

func (j *journey) goOn(next []*wire.Peer) {
	if !j.r.env.Loop.Now().Before(j.deadline) {
		j.end()
		return
	}
	j.start(next)
}

func (j *journey) end() {
	j.ended = true
	if j.succeeded == 0 && j.method != methodRequest { // which ends somewhere
		j.r.stats.Lost++
	}
	if j.options.ended != nil {
		j.options.ended(j.succeeded)
	}
}
