// Package simlink simulates a network on a virtual clock: hosts, and between them links
// that behave as TCP connections do.
//
// What is lost on the way is sent again, so loss shows as delay, and what comes after
// it waits. A partition holds frames back until it heals, or until the connections
// break. Everything is decided by the clock and the given randomness: the same seed
// gives the same run.
package simlink

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
)

// Options of a simulated network. The zero value has no latency and no faults.
type Options struct {
	// Latency is the one-way delay between two hosts. nil is none.
	Latency func(from, to *Host) time.Duration
	// Jitter is the part of the latency, 0 to 1, that is added at random.
	Jitter float64
	// Loss is the probability, 0 to 1, that a frame has to be sent again.
	Loss float64
	// Bandwidth is how many bytes a second a host can send. 0 is without bound.
	Bandwidth int64
	// BreakAfter is how long a connection survives without its frames arriving. 0 is 30 s.
	BreakAfter time.Duration
	// QueueBytes bounds what a link holds that has not arrived. 0 is 8 MiB.
	QueueBytes int
}

// minRetransmit is the least time after which TCP sends again (RFC 6298 asks for a
// second; systems use 200 ms).
const minRetransmit = 200 * time.Millisecond

// World is a simulated network.
type World struct {
	clock *loop.Virtual
	rand  *rand.Rand
	o     Options

	hosts   map[netip.Addr]*Host
	ordered []*Host
	blocked func(a, b *Host) bool

	// Frames and Bytes count what has arrived.
	Frames, Bytes int64
}

// New makes a network without hosts.
func New(clock *loop.Virtual, r *rand.Rand, o Options) *World {
	if o.BreakAfter == 0 {
		o.BreakAfter = 30 * time.Second
	}
	if o.QueueBytes == 0 {
		o.QueueBytes = 8 << 20
	}
	return &World{clock: clock, rand: r, o: o, hosts: make(map[netip.Addr]*Host)}
}

// NewHost adds a host. Server says whether others can dial it; region is for the
// latency function. Its address is 10.x.y.z, its port [Port].
func (w *World) NewHost(region int, server bool) *Host {
	n := len(w.ordered) + 1
	addr := netip.AddrFrom4([4]byte{10, byte(n >> 16), byte(n >> 8), byte(n)})
	h := &Host{world: w, loop: w.clock.Loop(), addr: addr, Index: n - 1, Region: region, server: server}
	w.hosts[addr] = h
	w.ordered = append(w.ordered, h)
	return h
}

// Port is the port of every simulated server.
const Port = 30300

// Partition keeps hosts of different sides from each other until Heal. side is asked
// whenever a frame is on its way.
func (w *World) Partition(side func(*Host) int) {
	w.blocked = func(a, b *Host) bool { return side(a) != side(b) }
}

// Heal ends the partition.
func (w *World) Heal() {
	w.blocked = nil
	for _, h := range w.ordered {
		for _, l := range h.links {
			l.resume()
		}
	}
}

func (w *World) cut(a, b *Host) bool {
	return a.frozen || b.frozen || w.blocked != nil && w.blocked(a, b)
}

// delay is the one-way time of one frame.
func (w *World) delay(from, to *Host, size int) time.Duration {
	var d time.Duration
	if w.o.Latency != nil {
		d = w.o.Latency(from, to)
	}
	if w.o.Jitter > 0 {
		d += time.Duration(float64(d) * w.o.Jitter * w.rand.Float64())
	}
	for w.o.Loss > 0 && w.rand.Float64() < w.o.Loss {
		d += max(minRetransmit, 2*d)
	}
	if w.o.Bandwidth > 0 {
		d += from.occupy(time.Duration(float64(size) / float64(w.o.Bandwidth) * float64(time.Second)))
	}
	return d
}

// Host is one simulated machine. It implements [transport.Network].
type Host struct {
	world  *World
	loop   loop.Loop
	addr   netip.Addr
	server bool
	accept func(transport.Link, string)
	links  []*link // in the order in which they were made
	down   bool
	frozen bool
	busy   time.Time // until when its line is taken

	// Index counts the hosts of a world from 0.
	Index int
	// Region is what the host was made with.
	Region int
}

// Addr is the host's address.
func (h *Host) Addr() netip.Addr { return h.addr }

// Loop is the host's event loop.
func (h *Host) Loop() loop.Loop { return h.loop }

// occupy takes the host's line for d after what is being sent, and returns the whole time.
func (h *Host) occupy(d time.Duration) time.Duration {
	now := h.world.clock.Now()
	if h.busy.Before(now) {
		h.busy = now
	}
	h.busy = h.busy.Add(d)
	return h.busy.Sub(now)
}

// Accept implements [transport.Network].
func (h *Host) Accept(f func(transport.Link, string)) { h.accept = f }

// Kill ends the host's program as kill -9 does: its peers see their connections break.
// The host makes no more links; what its loop still runs has no effect on others.
func (h *Host) Kill() {
	h.down, h.accept = true, nil
	for _, l := range h.links {
		l.peer.closeAfter(h.world.delay(h, l.peer.host, 0), false)
		l.dead = true
	}
	h.links = nil
}

// Restart returns the host that takes the place of a killed one, at the same address.
// What ran on the old one stays without effect.
func (h *Host) Restart() *Host {
	n := &Host{world: h.world, loop: h.world.clock.Loop(), addr: h.addr, Index: h.Index, Region: h.Region, server: h.server}
	h.world.hosts[h.addr] = n
	h.world.ordered[h.Index] = n
	return n
}

// Freeze stops all traffic of the host without closing anything, as a machine
// without power or a program that hangs, until Thaw.
func (h *Host) Freeze() { h.frozen = true }

// Thaw ends Freeze.
func (h *Host) Thaw() {
	h.frozen = false
	for _, l := range h.links {
		l.resume()
		l.peer.resume()
	}
}

var (
	errRefused = errors.New("connection refused")
	errTimeout = errors.New("connection timed out")
)

// Dial implements [transport.Network].
func (h *Host) Dial(a transport.Address, timeout time.Duration, done func(transport.Link, error)) (cancel func()) {
	canceled := false
	finish := func(after time.Duration, err error) {
		h.world.clock.At(after, func() {
			if !canceled && !h.down {
				done(nil, fmt.Errorf("dial %s: %w", a.Host, err))
			}
		})
	}
	cancel = func() { canceled = true }
	addr, err := netip.ParseAddr(a.Host)
	to := h.world.hosts[addr]
	if err != nil || to == nil || h.world.cut(h, to) {
		finish(timeout, errTimeout)
		return cancel
	}
	there := h.world.delay(h, to, 0)
	back := h.world.delay(to, h, 0)
	if !to.server || a.Port != Port || to.down {
		finish(there+back, errRefused)
		return cancel
	}
	if there+back > timeout {
		finish(timeout, errTimeout)
		return cancel
	}
	// TCP and the upgrade to a WebSocket take two round trips; the second half of the
	// last one is the first that the dialler can use.
	h.world.clock.At(2*there+back, func() {
		if to.down || to.accept == nil || h.down || h.world.cut(h, to) {
			finish(back, errRefused)
			return
		}
		mine, theirs := newPair(h, to)
		to.accept(theirs, a.Action)
		h.world.clock.At(back, func() {
			switch {
			case canceled || h.down:
				mine.Close(false)
			case mine.dead:
				done(nil, fmt.Errorf("dial %s: %w", a.Host, errRefused))
			default:
				done(mine, nil)
				mine.open()
			}
		})
	})
	return cancel
}
