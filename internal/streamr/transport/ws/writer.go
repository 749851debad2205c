package ws

import (
	"sync"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
)

// maxWrite is what one system call writes at most; the peer has to take that much in
// Config.SlowAfter.
const maxWrite = 256 << 10

// outbox holds the frames that are to be written, one after another in buffers that the
// writer takes all at once.
type outbox struct {
	wake chan struct{} // has something when the writer shall look

	mu        sync.Mutex
	bufs      [][]byte
	size      int       // bytes in bufs
	writing   int       // bytes that the writer has taken and not written
	awake     bool      // the writer will look at bufs
	closing   bool      // a close frame is the last in bufs
	fullSince time.Time // the zero value if there was room lately
}

// buffers are shared by all links, so that an idle link has none.
var buffers = sync.Pool{New: func() any { return new([keptBuffer]byte) }}

// newBuffer has room for at least n bytes.
func newBuffer(n int) []byte {
	if n > keptBuffer {
		return make([]byte, 0, n)
	}
	return buffers.Get().(*[keptBuffer]byte)[:0]
}

// recycle gives buffers to whoever needs them next, and leaves the list empty.
func recycle(bufs [][]byte) [][]byte {
	for i, b := range bufs {
		if cap(b) == keptBuffer {
			buffers.Put((*[keptBuffer]byte)(b[:keptBuffer]))
		}
		bufs[i] = nil
	}
	return bufs[:0]
}

func (o *outbox) isClosing() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.closing
}

// Buffered implements [transport.Link].
func (l *link) Buffered() int {
	l.out.mu.Lock()
	defer l.out.mu.Unlock()
	return l.out.size + l.out.writing
}

// CopiesFrames says that a frame may be used for something else after Send.
func (l *link) CopiesFrames() {}

// Send implements [transport.Link]. It copies the frame.
func (l *link) Send(frame []byte) error {
	o := &l.out
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closing {
		return transport.ErrNotConnected
	}
	limit := l.n.cfg.QueueBytes
	waiting := o.size + o.writing
	if waiting > 0 && waiting+len(frame)+maxFrameHeader > limit {
		l.full()
		return transport.ErrBackpressure
	}
	if waiting < limit/2 {
		o.fullSince = time.Time{}
	}
	l.n.stats.framesOut.Add(1)
	l.push(opBinary, frame)
	return nil
}

// full ends the link if its queue has been full for too long. out.mu is held.
func (l *link) full() {
	o := &l.out
	switch now := time.Now(); {
	case o.fullSince.IsZero():
		o.fullSince = now
	case now.Sub(o.fullSince) >= l.n.cfg.SlowAfter:
		l.n.stats.slow.Add(1)
		l.sever()
	}
}

// push appends a frame and wakes the writer. out.mu is held.
func (l *link) push(op byte, payload []byte) {
	o := &l.out
	last := len(o.bufs) - 1
	if need := len(payload) + maxFrameHeader; last < 0 || cap(o.bufs[last])-len(o.bufs[last]) < need {
		o.bufs = append(o.bufs, newBuffer(need))
		last++
	}
	before := len(o.bufs[last])
	o.bufs[last] = appendFrame(o.bufs[last], op, payload, !l.server)
	o.size += len(o.bufs[last]) - before
	if !o.awake {
		o.awake = true
		o.wake <- struct{}{} // has room for one, and is empty while the writer sleeps
	}
}

// control sends a ping or a pong, if the peer reads.
func (l *link) control(op byte, payload []byte) {
	o := &l.out
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.closing && o.size+o.writing < l.n.cfg.QueueBytes {
		l.push(op, payload[:min(len(payload), maxControl)])
	}
}

// beginClose sends the close frame after everything that was sent before.
func (l *link) beginClose(code int) {
	o := &l.out
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.closing {
		o.closing = true
		l.push(opClose, closePayload(code))
	}
}

// write is the writing goroutine. What is sent while it writes goes out with its next system call.
func (l *link) write() {
	defer close(l.written)
	var bufs [][]byte
	for {
		select {
		case <-l.out.wake:
		case <-l.dead:
			return
		}
		for {
			var closing bool
			if bufs, closing = l.take(bufs); len(bufs) == 0 {
				break
			}
			timeout := l.n.cfg.SlowAfter
			if closing {
				timeout = min(timeout, closeTimeout)
			}
			for _, b := range bufs {
				if !l.flush(b, timeout) {
					l.sever()
					return
				}
			}
			bufs = recycle(bufs)
			if closing {
				// The reader waits for the peer's answer, but not for ever.
				_ = l.conn.SetReadDeadline(time.Now().Add(closeTimeout)) // fails if it is closed
				return
			}
		}
	}
}

// take exchanges the list of buffers for an empty one. When there is nothing to write, the
// writer may sleep.
func (l *link) take(empty [][]byte) (bufs [][]byte, closing bool) {
	o := &l.out
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.bufs) == 0 {
		o.awake = false
		return empty, o.closing
	}
	bufs, o.bufs = o.bufs, empty
	o.writing, o.size = o.size, 0
	return bufs, o.closing
}

// flush writes a buffer; false if the connection does not take it.
func (l *link) flush(b []byte, timeout time.Duration) bool {
	for len(b) > 0 {
		part := b[:min(len(b), maxWrite)]
		if err := l.conn.SetWriteDeadline(time.Now().Add(timeout)); err != nil {
			return false
		}
		if _, err := l.conn.Write(part); err != nil {
			if isTimeout(err) {
				l.n.stats.slow.Add(1)
			}
			return false
		}
		b = b[len(part):]
		l.n.stats.writes.Add(1)
		l.n.stats.bytesOut.Add(uint64(len(part)))
		l.out.mu.Lock()
		l.out.writing -= len(part)
		l.out.mu.Unlock()
	}
	return true
}

func isTimeout(err error) bool {
	t, ok := err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}
