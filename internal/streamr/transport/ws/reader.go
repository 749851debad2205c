package ws

import (
	"errors"
	"io"
	"sync"
	"time"

	"github.com/gorilla/websocket"

	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	// maxMalformed is how many frames that are no message a peer may send.
	maxMalformed = 3
	// maxTurn is how many messages of one link the loop handles before it is another's turn.
	maxTurn = 64
	// keptBuffer is the largest buffer that a link keeps while nothing is read or written.
	keptBuffer = 64 << 10
	// closeTimeout is how long the end of a connection may take in each of its steps.
	closeTimeout = 2 * time.Second
)

// inbound is a message that was read.
type inbound struct {
	m    *wire.Message
	size int
}

// inbox holds what was read and the loop has not handled.
type inbox struct {
	room chan struct{} // has something when the reader may go on

	mu        sync.Mutex
	queue     []inbound
	frames    int // in the queue and in the link's batch
	bytes     int
	full      bool // the reader waits for room
	scheduled bool // deliver has been posted
	ended     bool // nothing comes any more
	graceful  bool
}

// read is the reading goroutine. It owns the end of the link.
func (l *link) read() {
	bucket := newBucket(l.n.cfg.FramesPerSecond, l.n.cfg.BytesPerSecond, time.Now())
	l.silence.Reset(l.n.cfg.PingAfter)
	err := l.readAll(&bucket)
	var closed *websocket.CloseError
	graceful := errors.As(err, &closed) && (closed.Code == codeServerLeaves || closed.Code == codeClientLeaves)
	if closed != nil && closed.Code != websocket.CloseAbnormalClosure { // which is how the library calls an end without a close frame
		// The peer waits for our close frame, behind what was to be sent.
		select {
		case <-l.written:
		case <-time.After(closeTimeout):
		}
	}
	l.sever()
	l.silence.Stop()
	<-l.written
	l.n.remove(l)
	l.in.mu.Lock()
	l.in.ended, l.in.graceful = true, graceful
	l.schedule()
	l.in.mu.Unlock()
}

var (
	errMalformed = errors.New("the peer sends what is no message")
	errBroken    = errors.New("the connection was ended")
)

// readAll reads messages until the connection ends.
func (l *link) readAll(bucket *bucket) error {
	var buf []byte
	malformed := 0
	for {
		kind, r, err := l.ws.NextReader()
		if err != nil {
			return err
		}
		if buf, err = readFrame(r, buf); err != nil {
			return err
		}
		if !l.pause(bucket.take(len(buf), l.heardFrame(len(buf)))) {
			return errBroken
		}
		if kind != websocket.BinaryMessage || l.out.isClosing() {
			continue
		}
		m, err := wire.DecodeFrame(buf)
		if err != nil {
			l.n.stats.malformed.Add(1)
			if malformed++; malformed > maxMalformed {
				return errMalformed
			}
			continue
		}
		l.n.stats.framesIn.Add(1)
		if !l.put(inbound{m, len(buf)}) {
			return errBroken
		}
		if cap(buf) > keptBuffer {
			buf = nil
		}
	}
}

// readFrame reads all of r into buf, which grows.
func readFrame(r io.Reader, buf []byte) ([]byte, error) {
	const least = 1024
	buf = buf[:0]
	for {
		if len(buf) == cap(buf) {
			grown := make([]byte, len(buf), max(least, 2*cap(buf)))
			copy(grown, buf)
			buf = grown
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
}

// heardFrame notes that the peer is there.
func (l *link) heardFrame(size int) time.Time {
	now := time.Now()
	l.heard.Store(now.UnixNano())
	l.n.stats.bytesIn.Add(uint64(size))
	return now
}

// pause holds up the reading of a peer that sends too fast; false if the link has ended.
func (l *link) pause(d time.Duration) bool {
	if d == 0 {
		return true
	}
	l.n.stats.throttled.Add(1)
	l.paused.Store(true)
	defer l.paused.Store(false)
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-l.dead:
		return false
	}
}

// put hands a message to the loop, and waits while there are too many; false if the
// link has ended.
func (l *link) put(e inbound) bool {
	in := &l.in
	in.mu.Lock()
	in.queue = append(in.queue, e)
	in.frames++
	in.bytes += e.size
	l.schedule()
	in.full = in.frames >= l.n.cfg.InboxFrames || in.bytes >= l.n.cfg.InboxBytes
	full := in.full
	in.mu.Unlock()
	if !full {
		return true
	}
	l.n.stats.throttled.Add(1)
	l.paused.Store(true)
	defer func() {
		l.heard.Store(time.Now().UnixNano())
		l.paused.Store(false)
	}()
	select {
	case <-in.room:
		return true
	case <-l.dead:
		return false
	}
}

// schedule has deliver run in the loop. in.mu is held.
func (l *link) schedule() {
	if !l.in.scheduled {
		l.in.scheduled = true
		l.n.cfg.Loop.Post(l.deliver)
	}
}

// deliver runs in the loop and hands over what was read: some of it, if it is much, so
// that one peer cannot keep others waiting.
func (l *link) deliver() {
	in := &l.in
	if l.next == len(l.batch) {
		in.mu.Lock()
		l.batch, in.queue = in.queue, l.batch[:0]
		in.mu.Unlock()
		l.next = 0
	}
	first, size := l.next, 0
	for end := min(first+maxTurn, len(l.batch)); l.next < end; l.next++ {
		e := l.batch[l.next]
		l.batch[l.next] = inbound{}
		size += e.size
		if !l.closed && l.events.Message != nil {
			l.events.Message(e.m, e.size)
		}
	}
	in.mu.Lock()
	in.frames -= l.next - first
	in.bytes -= size
	if in.full && in.frames <= l.n.cfg.InboxFrames/2 && in.bytes <= l.n.cfg.InboxBytes/2 {
		in.full = false
		in.room <- struct{}{} // has room for one, and full was set since the last
	}
	more := l.next < len(l.batch) || len(in.queue) > 0
	in.scheduled = more
	over := in.ended && !more
	in.mu.Unlock()
	switch {
	case more:
		l.n.cfg.Loop.Post(l.deliver)
	case over && !l.closed:
		l.closed = true
		if l.events.Closed != nil {
			l.events.Closed(in.graceful)
		}
	}
}

// checkSilence pings a peer that has long said nothing, and gives up one that does not
// answer: the protocol has no sign of life of its own, and a peer without power closes nothing.
func (l *link) checkSilence() {
	after := l.n.cfg.PingAfter
	silent := time.Since(time.Unix(0, l.heard.Load()))
	switch {
	case l.paused.Load(): // we do not listen
	case silent >= 2*after:
		l.n.stats.silent.Add(1)
		l.sever()
		return
	case silent >= after:
		l.control(opPing, nil)
	}
	select {
	case <-l.dead:
	default:
		l.silence.Reset(max(after/10, after-silent%after))
	}
}
