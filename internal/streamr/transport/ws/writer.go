package ws

import (
	"sync"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
)

// maxWrite is what one system call writes at most; the peer has to take that much in
// Config.SlowAfter.
const maxWrite = 256 << 10

// outbox holds the frames that are to be written, one after another in one buffer, and is
// exchanged for an empty one when the writer takes it.
type outbox struct {
	wake chan struct{} // has something when the writer shall look

	mu        sync.Mutex
	buf       []byte
	writing   int       // bytes that the writer has taken and not written
	awake     bool      // the writer will look at buf
	closing   bool      // a close frame is the last in buf
	fullSince time.Time // the zero value if there was room lately
}

// buffers are shared by all links, so that an idle link has none.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, keptBuffer); return &b }}

func (o *outbox) isClosing() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.closing
}

// Buffered implements [transport.Link].
func (l *link) Buffered() int {
	l.out.mu.Lock()
	defer l.out.mu.Unlock()
	return len(l.out.buf) + l.out.writing
}

// Send implements [transport.Link]. It copies the frame.
func (l *link) Send(frame []byte) error {
	o := &l.out
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closing {
		return transport.ErrNotConnected
	}
	limit := l.n.cfg.QueueBytes
	waiting := len(o.buf) + o.writing
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
	if o.buf == nil {
		o.buf = (*buffers.Get().(*[]byte))[:0]
	}
	o.buf = appendFrame(o.buf, op, payload, !l.server)
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
	if !o.closing && len(o.buf)+o.writing < l.n.cfg.QueueBytes {
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
	for {
		select {
		case <-l.out.wake:
		case <-l.dead:
			return
		}
		for {
			buf, closing := l.take()
			if len(buf) == 0 {
				break
			}
			timeout := l.n.cfg.SlowAfter
			if closing {
				timeout = min(timeout, closeTimeout)
			}
			if !l.flush(buf, timeout) {
				l.sever()
				return
			}
			if closing {
				// The reader waits for the peer's answer, but not for ever.
				_ = l.conn.SetReadDeadline(time.Now().Add(closeTimeout)) // fails if it is closed
				return
			}
		}
	}
}

// take exchanges the buffer. When there is nothing, the writer may sleep.
func (l *link) take() (buf []byte, closing bool) {
	o := &l.out
	o.mu.Lock()
	defer o.mu.Unlock()
	buf, o.buf = o.buf, nil
	o.writing = len(buf)
	o.awake = len(buf) > 0
	return buf, o.closing
}

// flush writes a buffer and gives it back; false if the connection does not take it.
func (l *link) flush(buf []byte, timeout time.Duration) bool {
	for rest := buf; len(rest) > 0; {
		part := rest[:min(len(rest), maxWrite)]
		if err := l.conn.SetWriteDeadline(time.Now().Add(timeout)); err != nil {
			return false
		}
		if _, err := l.conn.Write(part); err != nil {
			if isTimeout(err) {
				l.n.stats.slow.Add(1)
			}
			return false
		}
		rest = rest[len(part):]
		l.n.stats.writes.Add(1)
		l.n.stats.bytesOut.Add(uint64(len(part)))
		l.out.mu.Lock()
		l.out.writing = len(rest)
		l.out.mu.Unlock()
	}
	if cap(buf) <= keptBuffer {
		buf = buf[:0]
		buffers.Put(&buf)
	}
	return true
}

func isTimeout(err error) bool {
	t, ok := err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}
