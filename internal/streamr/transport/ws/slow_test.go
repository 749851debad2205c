package ws

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"github.com/logstore/logstore/internal/streamr/transport"
)

func TestCloseNeedsNoAnswer(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	_, l := foreign(t, s) // which does not read, and so does not answer
	s.loop.Do(func() { l.Close(true) })
	waitOpen(t, s, 0)
}

func TestNothingIsDeliveredAfterClose(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	c, l := foreign(t, s)
	release := make(chan struct{})
	s.loop.Post(func() {
		<-release
		l.Close(false)
	})
	for range 3 {
		if err := c.WriteMessage(websocket.BinaryMessage, message(t, "late", 0)); err != nil {
			t.Fatal(err)
		}
	}
	eventually(t, "three frames", func() bool { return s.Stats().FramesIn == 3 })
	close(release)
	waitOpen(t, s, 0)
	s.loop.Do(func() {})
	if len(l.got)+len(l.closed) > 0 {
		t.Errorf("after Close: %q, %v", l.got, l.closed)
	}
}

func TestPeerThatDoesNotReadIsDropped(t *testing.T) {
	t.Parallel()
	const queue = 1 << 20
	s := newSide(t, func(c *Config) { c.QueueBytes, c.SlowAfter = queue, 200*time.Millisecond })
	_, l := foreign(t, s)
	eventually(t, "the end of a peer that does not read", func() bool {
		for range 50 {
			if errors.Is(l.send(t, "x", 50_000), transport.ErrBackpressure) {
				break
			}
		}
		var buffered int
		s.loop.Do(func() { buffered = l.Buffered() })
		if buffered > queue {
			t.Fatalf("%d bytes wait, over the limit of %d", buffered, queue)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		return len(l.closed) == 1
	})
	if l.closed[0] || s.Stats().Slow == 0 {
		t.Errorf("graceful %v, %+v", l.closed[0], s.Stats())
	}
	waitOpen(t, s, 0)
}

// A peer that reads, but too slowly, keeps its queue full without ever stopping the writer.
func TestQueueThatStaysFullEndsTheLink(t *testing.T) {
	t.Parallel()
	const queue, size = 100_000, 1000
	n := newSide(t, func(c *Config) { c.QueueBytes = queue }).Network
	conn := &scriptConn{closed: make(chan struct{})}
	l := newLink(n, true)
	l.conn = conn // and no writer: it is what the test takes away
	fill := func() (sent int) {
		for ; sent <= queue; sent += size {
			if err := l.Send(make([]byte, size)); err != nil {
				if !errors.Is(err, transport.ErrBackpressure) {
					t.Fatal(err)
				}
				break
			}
		}
		if got := l.Buffered(); got > queue || got < queue-2*size {
			t.Fatalf("%d bytes wait, want almost %d", got, queue)
		}
		return sent
	}
	// What the writer would do, as if the first of two buffers had been written.
	drain := func(keep int) {
		l.out.mu.Lock()
		l.out.bufs, l.out.size, l.out.writing = nil, 0, keep
		l.out.mu.Unlock()
	}
	isDead := func() bool {
		select {
		case <-conn.closed:
			return true
		default:
			return false
		}
	}
	age := func() {
		l.out.mu.Lock()
		l.out.fullSince = l.out.fullSince.Add(-n.cfg.SlowAfter)
		l.out.mu.Unlock()
	}
	fill()
	drain(queue / 3) // below half: that was a burst
	fill()
	if isDead() {
		t.Fatal("ended at once")
	}
	drain(2 * queue / 3) // not enough
	age()
	fill()
	if !isDead() || n.Stats().Slow != 1 {
		t.Error("a queue that stays full does not end the link")
	}
}

func TestLoopThatIsBehindStopsTheReading(t *testing.T) {
	t.Parallel()
	a := newSide(t, func(c *Config) { c.QueueBytes = 1 << 20 })
	b := newSide(t, func(c *Config) { c.InboxFrames = 10 })
	client, err := a.dial(b)
	if err != nil {
		t.Fatal(err)
	}
	b.wait("a link", func() bool { return len(b.links) == 1 })
	server := b.links[0]
	release := make(chan struct{})
	b.loop.Post(func() { <-release })
	const n, size = 150, 100_000
	for i := range n {
		sent := func() bool { return client.send(t, strconv.Itoa(i), size) == nil }
		if !sent() {
			// Full: most of it cannot get into the queues of both nodes and of the system.
			select {
			case <-release:
			default:
				if got := b.Stats().FramesIn; got > 12 {
					t.Errorf("%d frames were read while the loop stood still, want about 10", got)
				}
				close(release)
			}
			eventually(t, "room", sent)
		}
	}
	select {
	case <-release:
	default:
		close(release)
		t.Error("everything was taken while the loop stood still")
	}
	server.wantInOrder(n)
	if b.Stats().Throttled == 0 {
		t.Error("the reading was never held up")
	}
}

func TestRateOfAPeerIsLimited(t *testing.T) {
	t.Parallel()
	a := newSide(t)
	b := newSide(t, func(c *Config) { c.FramesPerSecond = 100 })
	client, err := a.dial(b)
	if err != nil {
		t.Fatal(err)
	}
	b.wait("a link", func() bool { return len(b.links) == 1 })
	start := time.Now()
	for i := range 150 {
		if err := client.send(t, strconv.Itoa(i), 0); err != nil {
			t.Fatal(err)
		}
	}
	b.links[0].wantInOrder(150)
	if took := time.Since(start); took < 450*time.Millisecond {
		t.Errorf("150 frames in %v, with a limit of 100 a second and a burst of 100", took)
	}
}

func TestSilentPeerIsPingedThenDropped(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	after := s.cfg.PingAfter
	_, tl := foreign(t, s) // which does not read, and so does not answer
	l := tl.Link.(*link)
	silentFor := func(d time.Duration) { l.heard.Store(time.Now().Add(-d).UnixNano()) }

	silentFor(after - time.Second)
	l.checkSilence()
	if got := l.Buffered(); got != 0 || s.Stats().Writes != 0 {
		t.Error("pinged too early")
	}
	silentFor(after)
	l.checkSilence()
	eventually(t, "a ping", func() bool { return s.Stats().Writes > 0 })
	l.paused.Store(true) // we have not listened: that is no silence
	silentFor(2 * after)
	l.checkSilence()
	l.paused.Store(false)
	silentFor(2*after - time.Second)
	l.checkSilence()
	select {
	case <-l.dead:
		t.Fatal("dropped too early")
	default:
	}
	silentFor(2 * after)
	l.checkSilence()
	s.wait("the end", func() bool { return len(tl.closed) == 1 })
	if s.Stats().Silent != 1 || tl.closed[0] {
		t.Errorf("graceful %v, %+v", tl.closed[0], s.Stats())
	}
}

func TestPingIsAnswered(t *testing.T) {
	t.Parallel()
	client, server := pair(t)
	for _, l := range []*link{client.Link.(*link), server.Link.(*link)} {
		old := time.Now().Add(-time.Minute).UnixNano()
		l.heard.Store(old)
		l.control(opPing, []byte("x"))
		eventually(t, "a pong, as a sign of life", func() bool { return l.heard.Load() != old })
	}
}
