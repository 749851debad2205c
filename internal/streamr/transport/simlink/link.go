package simlink

import (
	"net/netip"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// link is one end of a connection.
type link struct {
	host   *Host
	peer   *link
	events transport.LinkEvents
	opened bool // Start was called and the dialler has been told
	dead   bool

	early   []inbound // arrived before the link was open
	held    []inbound // sent, but kept back by a partition, oldest first
	since   time.Time // when the first of held was sent
	last    time.Time // when the last frame that was sent arrives
	pending int       // bytes that were sent and have not arrived
}

// inbound is a frame on its way to the peer, or its close.
type inbound struct {
	frame    []byte
	close    bool
	graceful bool
}

func newPair(dialler, server *Host) (*link, *link) {
	a, b := &link{host: dialler}, &link{host: server}
	a.peer, b.peer = b, a
	dialler.links = append(dialler.links, a)
	server.links = append(server.links, b)
	b.opened = true // the acceptor starts it before accept returns
	return a, b
}

// Start implements [transport.Link].
func (l *link) Start(e transport.LinkEvents) { l.events = e }

// RemoteAddr implements [transport.Link].
func (l *link) RemoteAddr() netip.Addr { return l.peer.host.addr }

// Buffered implements [transport.Link].
func (l *link) Buffered() int { return l.pending }

// open hands over what came before the dialler had the link.
func (l *link) open() {
	l.opened = true
	early := l.early
	l.early = nil
	for _, in := range early {
		l.arrive(in)
	}
}

// Send implements [transport.Link].
func (l *link) Send(frame []byte) error {
	if l.dead || l.host.down {
		return transport.ErrNotConnected
	}
	if l.pending+len(frame) > l.host.world.o.QueueBytes {
		return transport.ErrBackpressure
	}
	l.pending += len(frame)
	l.transmit(inbound{frame: frame})
	return nil
}

// Close implements [transport.Link].
func (l *link) Close(graceful bool) {
	if l.dead {
		return
	}
	l.transmit(inbound{close: true, graceful: graceful})
	l.end()
}

// end forgets the link at this side.
func (l *link) end() {
	l.dead = true
	l.host.links = slices.DeleteFunc(l.host.links, func(x *link) bool { return x == l })
}

// transmit sends a frame to the peer, after those that were sent before.
func (l *link) transmit(in inbound) {
	w := l.host.world
	if w.cut(l.host, l.peer.host) || len(l.held) > 0 {
		if len(l.held) == 0 {
			l.since = w.clock.Now()
			since := l.since
			w.clock.At(w.o.BreakAfter, func() {
				if len(l.held) > 0 && l.since.Equal(since) {
					l.held = nil
					l.fail()
					l.peer.fail()
				}
			})
		}
		l.held = append(l.held, in)
		return
	}
	at := w.clock.Now().Add(w.delay(l.host, l.peer.host, len(in.frame)))
	if at.Before(l.last) {
		at = l.last
	}
	l.last = at
	w.clock.At(at.Sub(w.clock.Now()), func() {
		l.pending -= len(in.frame)
		l.peer.arrive(in)
	})
}

// resume sends what a partition has kept back.
func (l *link) resume() {
	if len(l.held) == 0 || l.host.world.cut(l.host, l.peer.host) {
		return
	}
	held := l.held
	l.held = nil
	for _, in := range held {
		l.transmit(in)
	}
}

// arrive takes what the peer has sent.
func (l *link) arrive(in inbound) {
	if l.dead || l.host.down {
		return
	}
	if l.host.frozen {
		l.peer.held = append(l.peer.held, in)
		return
	}
	if !l.opened {
		l.early = append(l.early, in)
		return
	}
	if in.close {
		l.end()
		if l.events.Closed != nil {
			l.events.Closed(in.graceful)
		}
		return
	}
	w := l.host.world
	w.Frames++
	w.Bytes += int64(len(in.frame))
	if m, err := wire.DecodeFrame(in.frame); err == nil && l.events.Message != nil {
		l.events.Message(m, len(in.frame))
	}
}

// closeAfter breaks the link at this side after d.
func (l *link) closeAfter(d time.Duration, graceful bool) {
	l.host.world.clock.At(d, func() { l.arrive(inbound{close: true, graceful: graceful}) })
}

// fail breaks the link at this side, as a timeout of TCP does.
func (l *link) fail() {
	if l.dead || l.host.down {
		return
	}
	if !l.opened {
		l.early = append(l.early, inbound{close: true})
		return
	}
	l.end()
	if l.events.Closed != nil {
		l.events.Closed(false)
	}
}
