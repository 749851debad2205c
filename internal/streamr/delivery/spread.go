package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// What waits for neighbours that are still to come.
const (
	bufferMessages = 150
	bufferTime     = 10 * time.Second
	bufferTargets  = 2
)

// spread sends messages, and keeps those that too few have got for the next neighbours.
type spread struct {
	endpoint *rpc.Endpoint
	direct   transport.Direct
	loop     loop.Loop
	targets  []*wire.Peer // scratch
	buffer   []*buffered  // oldest first
}

type buffered struct {
	raw    []byte
	from   wire.NodeID
	until  time.Time
	sentTo []wire.NodeID
}

// send hands a message to targets and returns how many it was sent to.
func (s *spread) send(a *arrival, targets []*wire.Peer) int {
	n := 0
	if len(targets) > 0 {
		n = s.direct.SendMany(s.endpoint.Notification("sendStreamMessage", "StreamMessage", a.raw), targets)
	}
	if n >= bufferTargets {
		return n
	}
	b := &buffered{raw: a.raw, from: a.from, until: s.loop.Now().Add(bufferTime)}
	for _, t := range targets {
		b.sentTo = append(b.sentTo, t.ID)
	}
	s.expire()
	if len(s.buffer) >= bufferMessages {
		s.buffer[0] = nil
		s.buffer = s.buffer[1:]
	}
	s.buffer = append(s.buffer, b)
	return n
}

// greet sends what waits to a new neighbour.
func (s *spread) greet(p *wire.Peer) {
	s.expire()
	kept := s.buffer[:0]
	one := []*wire.Peer{p}
	for _, b := range s.buffer {
		if b.from != p.ID && !b.sent(p.ID) && s.direct.SendMany(s.endpoint.Notification("sendStreamMessage", "StreamMessage", b.raw), one) > 0 {
			b.sentTo = append(b.sentTo, p.ID)
		}
		if len(b.sentTo) < bufferTargets {
			kept = append(kept, b)
		}
	}
	clear(s.buffer[len(kept):])
	s.buffer = kept
}

func (b *buffered) sent(id wire.NodeID) bool {
	for _, s := range b.sentTo {
		if s == id {
			return true
		}
	}
	return false
}

func (s *spread) expire() {
	now := s.loop.Now()
	n := 0
	for n < len(s.buffer) && !s.buffer[n].until.After(now) {
		s.buffer[n] = nil
		n++
	}
	if s.buffer = s.buffer[n:]; len(s.buffer) == 0 {
		s.buffer = nil
	}
}
