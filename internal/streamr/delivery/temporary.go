package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Temporary connections and inspections (§6.7).
const (
	maxTemporary   = 10 // nodes that may watch this one
	maxInspections = 10
	inspectionTime = 60 * time.Second
	maxInspected   = 10_000 // messages of one inspection
	temporaryLock  = "system/content-delivery/temporary-connection/"
	inspectionLock = "inspector-"
)

// serveTemporary lets others watch what this node hands on.
func (p *Part) serveTemporary() {
	rpc.Handle(p.endpoint, "openConnection", func(c *rpc.Call, _ *wire.TemporaryConnectionRequest) {
		ok := p.temporary.has(c.From.ID) || len(p.temporary.list) < maxTemporary
		if ok && p.temporary.add(c.From) {
			p.cfg.Transport.WeakLock(c.From.ID, temporaryLock+p.name)
		}
		c.Reply(&wire.TemporaryConnectionResponse{Accepted: ok})
	})
	rpc.Handle(p.endpoint, "closeConnection", func(c *rpc.Call, _ *wire.CloseTemporaryConnection) {
		p.removeTemporary(c.From.ID)
	})
}

func (p *Part) removeTemporary(id wire.NodeID) {
	if p.temporary.remove(id) {
		p.cfg.Transport.WeakUnlock(id, temporaryLock+p.name)
	}
}

// closeTemporary lets go of those that watch, and ends inspections without a result.
func (p *Part) closeTemporary() {
	for _, t := range p.temporary.list {
		p.cfg.Transport.WeakUnlock(t.ID, temporaryLock+p.name)
	}
	p.temporary.list = nil
	for _, i := range p.inspections {
		p.endInspection(i)
		i.done(InspectionAborted)
	}
	p.inspections = nil
}

// InspectionResult is what an inspection has shown.
type InspectionResult int

const (
	// InspectionAborted: it did not take place, or the part was left.
	InspectionAborted InspectionResult = iota
	// InspectionPassed: the node has handed a message on that others have sent as well.
	InspectionPassed
	// InspectionFailed: others have sent messages, and the node has handed none of them on.
	InspectionFailed
	// InspectionSilent: there were no messages to see.
	InspectionSilent
)

// String is the result for people.
func (r InspectionResult) String() string {
	switch r {
	case InspectionPassed:
		return "passed"
	case InspectionFailed:
		return "failed"
	case InspectionSilent:
		return "silent"
	}
	return "aborted"
}

// inspection watches one node.
type inspection struct {
	of    *wire.Peer
	seen  map[inspected]bool // true for what came from that node, false for what came from others
	other bool               // others have sent something
	end   *loop.Timer
	done  func(InspectionResult)
}

type inspected struct {
	chain chainKey
	ref   message.Ref
}

// Inspect looks for up to a minute whether a node of the part hands messages on. done is
// called once, later.
func (p *Part) Inspect(peer *wire.Peer, done func(InspectionResult)) {
	abort := func() { p.cfg.Env.Loop.Post(func() { done(InspectionAborted) }) }
	if p.left || len(p.inspections) >= maxInspections || peer.ID == p.cfg.Transport.Self().ID {
		abort()
		return
	}
	i := &inspection{of: peer, seen: make(map[inspected]bool), done: done}
	p.inspections = append(p.inspections, i)
	rpc.Invoke(p.endpoint, peer, "openConnection", &wire.TemporaryConnectionRequest{}, rpc.Options{}, func(r *wire.TemporaryConnectionResponse, err error) {
		if p.left {
			return // it was ended then
		}
		if err != nil || !r.GetAccepted() {
			p.finishInspection(i, InspectionAborted)
			return
		}
		p.cfg.Transport.WeakLock(peer.ID, inspectionLock+p.name)
		i.end = p.after(inspectionTime, func() {
			switch {
			case i.other:
				p.finishInspection(i, InspectionFailed)
			default:
				p.finishInspection(i, InspectionSilent)
			}
		})
	})
}

// inspect notes who has sent a message.
func (p *Part) inspect(m *message.Message, from wire.NodeID) {
	k := inspected{keyOf(m), m.Ref()}
	for n := 0; n < len(p.inspections); n++ {
		i := p.inspections[n]
		its := from == i.of.ID
		i.other = i.other || !its
		was, known := i.seen[k]
		switch {
		case known && was != its:
			p.finishInspection(i, InspectionPassed)
			n--
		case !known && len(i.seen) < maxInspected:
			i.seen[k] = its
		}
	}
}

func (p *Part) finishInspection(i *inspection, r InspectionResult) {
	for n, x := range p.inspections {
		if x == i {
			p.inspections = append(p.inspections[:n:n], p.inspections[n+1:]...)
			p.endInspection(i)
			i.done(r)
			return
		}
	}
}

// endInspection tells the node that nobody watches it any more.
func (p *Part) endInspection(i *inspection) {
	_ = p.endpoint.Notify(i.of, "closeConnection", &wire.CloseTemporaryConnection{}, transport.SendOptions{NoConnect: true})
	if i.end != nil {
		i.end.Stop()
		p.cfg.Transport.WeakUnlock(i.of.ID, inspectionLock+p.name)
	}
}
