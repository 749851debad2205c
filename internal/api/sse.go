package api

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// eventWriter sends server-sent events. What is written is flushed at once when the
// stream was quiet, and gathered for a moment when it is not. It is used by the
// reader of the store and by the goroutine that keeps the connection alive.
type eventWriter struct {
	w       http.ResponseWriter
	control *http.ResponseController

	mu    sync.Mutex // guards the rest, and w
	buf   []byte
	sent  time.Time // last flush
	err   error
	dirty chan struct{} // holds an element if buf waits to be flushed
	raw   bool
	b64   []byte
}

const (
	// gatherFor is how long events wait for others behind a flush.
	gatherFor = 3 * time.Millisecond
	// gatherBytes is how much waits at most.
	gatherBytes = 32 << 10
)

func (e *eventWriter) message(cursor []byte, rec store.Record) error {
	m, err := message.Decode(rec.Wire)
	if err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.raw {
		e.b64 = base64.StdEncoding.AppendEncode(e.b64[:0], rec.Wire)
		e.buf = format.AppendEvent(e.buf, "message", cursor, e.b64)
		return e.gather()
	}
	data, err := format.AppendObject(e.b64[:0], m)
	if err != nil {
		return err
	}
	e.b64 = data
	e.buf = format.AppendEvent(e.buf, "message", cursor, data)
	return e.gather()
}

func (e *eventWriter) live(cursor []byte) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.buf = format.AppendEvent(e.buf, "live", cursor, []byte(`{"type":"live"}`))
	return e.flush()
}

// gather flushes now or leaves it to the other goroutine. e.mu is held.
func (e *eventWriter) gather() error {
	if e.err != nil {
		return e.err
	}
	if len(e.buf) >= gatherBytes || time.Since(e.sent) > gatherFor {
		return e.flush()
	}
	select {
	case e.dirty <- struct{}{}:
	default:
	}
	return nil
}

// flush sends everything. e.mu is held.
func (e *eventWriter) flush() error {
	if e.err != nil || len(e.buf) == 0 {
		return e.err
	}
	if _, e.err = e.w.Write(e.buf); e.err == nil {
		e.err = e.control.Flush()
	}
	e.buf = e.buf[:0]
	e.sent = time.Now()
	return e.err
}

// keepAlive flushes what waits, and sends a comment on a silent connection. It
// ends with ctx, or when sending fails; it then calls failed.
func (e *eventWriter) keepAlive(ctx context.Context, every time.Duration, failed func()) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		ping := false
		select {
		case <-ctx.Done():
			return
		case <-e.dirty:
			timer := time.NewTimer(gatherFor)
			select {
			case <-timer.C:
			case <-ctx.Done():
				timer.Stop()
				return
			}
		case <-ticker.C:
			ping = true
		}
		e.mu.Lock()
		if ping && time.Since(e.sent) >= every/2 {
			e.buf = append(e.buf, ": keep-alive\n\n"...)
		}
		err := e.flush()
		e.mu.Unlock()
		if err != nil {
			failed()
			return
		}
	}
}

func (s *Server) serveSSE(ctx context.Context, w http.ResponseWriter, r *http.Request, req *liveRequest) error {
	if c, ok := w.(*compressor); ok {
		// A compressor for every silent reader would cost more memory than it saves.
		w = c.ResponseWriter
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	control := http.NewResponseController(w)
	// The server's own limit on reading a request must not end a stream.
	_ = control.SetReadDeadline(time.Time{})
	w.WriteHeader(http.StatusOK)

	ctx, cancel := context.WithCancel(ctx)
	e := &eventWriter{w: w, control: control, raw: req.raw, dirty: make(chan struct{}, 1)}
	e.buf = append(e.buf, "retry: 2000\n\n"...)
	e.mu.Lock()
	err := e.flush()
	e.mu.Unlock()
	var wg sync.WaitGroup
	wg.Go(func() { e.keepAlive(ctx, s.cfg.KeepAlive, cancel) })
	if err == nil {
		err = s.runLive(ctx, req, e)
	}
	stopped := ctx.Err() != nil
	cancel()
	wg.Wait()

	e.mu.Lock()
	defer e.mu.Unlock()
	if e.err != nil || r.Context().Err() != nil {
		return nil // the client is gone
	}
	if p := s.liveProblem(err, stopped); p != nil {
		if body, err := json.Marshal(p); err == nil {
			e.buf = format.AppendEvent(e.buf, "error", nil, body)
		}
	}
	_ = e.flush()
	return nil
}

// liveProblem tells the client why its stream ends; nil if it asked for the end.
func (s *Server) liveProblem(err error, stopped bool) *problem {
	switch {
	case s.closing.Err() != nil:
		return problemf(codeShuttingDown, "the node is stopping; come back with the last cursor")
	case err == nil || stopped && errors.Is(err, context.Canceled):
		return nil
	case errors.Is(err, format.ErrContent):
		return problemf(codeUnshowable, "a stored message says JSON and is not; format=raw shows it")
	}
	return storeProblem(err)
}
