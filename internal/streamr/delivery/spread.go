package delivery

import (
	"math/rand/v2"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// What waits for neighbours that are still to come (§6.5).
const (
	bufferMessages = 150
	bufferBytes    = 8 << 20
	bufferTime     = 10 * time.Second
	bufferTargets  = 2
)

// spread sends messages, and keeps those that too few nodes have got for the next ones.
type spread struct {
	endpoint *rpc.Endpoint
	direct   transport.Direct
	loop     loop.Loop
	random   *rand.Rand
	envelope *wire.Message // of all messages that are sent; transports do not keep it
	buffer   []*buffered   // oldest first
	bytes    int           // in it
}

type buffered struct {
	m      *message.Message
	raw    []byte
	from   wire.NodeID
	until  time.Time
	sentTo []wire.NodeID
}

func newSpread(env loop.Env, endpoint *rpc.Endpoint, direct transport.Direct) spread {
	return spread{endpoint: endpoint, direct: direct, loop: env.Loop, random: env.Rand}
}

// send hands a message to targets, of which the first count nodes hand it on, and returns how many it
// was sent to.
func (s *spread) send(a *arrival, targets []*wire.Peer, count int) int {
	n := 0
	if len(targets) > 0 {
		n = s.direct.SendMany(s.notification(a.raw), targets)
	}
	if count < bufferTargets || n < len(targets) {
		s.keep(a, targets[:count])
	}
	return n
}

// notification makes what carries a message, for as long as no other one is made.
func (s *spread) notification(raw []byte) *wire.Message {
	if s.envelope == nil {
		s.envelope = s.endpoint.Notification("sendStreamMessage", "StreamMessage", nil)
	}
	r := s.envelope.GetRpcMessage()
	r.RequestId, r.Body.Value = wire.NewUUID(s.random), raw
	return s.envelope
}

// keep buffers a message for those who come, unless enough of the targets have got it.
func (s *spread) keep(a *arrival, targets []*wire.Peer) {
	b := &buffered{m: a.m, raw: a.raw, from: a.from, until: s.loop.Now().Add(bufferTime)}
	for _, t := range targets {
		if s.direct.Connected(t.ID) {
			b.sentTo = append(b.sentTo, t.ID)
		}
	}
	if len(b.sentTo) >= bufferTargets {
		return
	}
	s.buffer = append(s.buffer, b)
	s.bytes += len(b.raw)
	s.expire()
}

// greet sends what waits to a newcomer: all of it that wanted, which may be nil, says yes
// to. isTarget is whether the newcomer hands messages on.
func (s *spread) greet(p *wire.Peer, isTarget bool, wanted func(*message.Message) bool) {
	s.expire()
	one := []*wire.Peer{p}
	for _, b := range s.buffer {
		if b.from == p.ID || slices.Contains(b.sentTo, p.ID) || wanted != nil && !wanted(b.m) {
			continue
		}
		if s.direct.SendMany(s.notification(b.raw), one) > 0 && isTarget {
			b.sentTo = append(b.sentTo, p.ID)
		}
	}
	s.drop(func(b *buffered) bool { return len(b.sentTo) >= bufferTargets })
}

// expire drops what is too old or too much.
func (s *spread) expire() {
	if len(s.buffer) == 0 {
		return
	}
	now := s.loop.Now()
	n := 0
	for n < len(s.buffer) && (!s.buffer[n].until.After(now) || len(s.buffer)-n > bufferMessages || s.bytes > bufferBytes) {
		s.bytes -= len(s.buffer[n].raw)
		s.buffer[n] = nil
		n++
	}
	if s.buffer = s.buffer[n:]; len(s.buffer) == 0 {
		s.buffer = nil
	}
}

func (s *spread) drop(done func(*buffered) bool) {
	s.buffer = slices.DeleteFunc(s.buffer, func(b *buffered) bool {
		if !done(b) {
			return false
		}
		s.bytes -= len(b.raw)
		return true
	})
	if len(s.buffer) == 0 {
		s.buffer = nil
	}
}
