package logstore

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"time"
)

// maxFrameBytes bounds one message of an answer; no node takes in larger ones.
const maxFrameBytes = 16 << 20

// headerComplete is the trailer by which a node says that an answer is whole.
const headerComplete = "Logstore-Complete"

// openStream makes a request whose answer is frames, read at leisure. The answer
// has to begin within the time-out, and must not pause for longer than the idle
// time-out while somebody waits for it.
func (c *Client) openStream(ctx context.Context, r request) (*frameSource, error) {
	var src *frameSource
	err := c.retry(ctx, r, func(ctx context.Context) error {
		ctx, cancel := context.WithCancelCause(ctx)
		timer := time.AfterFunc(c.cfg.Timeout, func() { cancel(errTimeout) })
		resp, err := c.send(ctx, r)
		if !timer.Stop() && err == nil {
			resp.Body.Close()
			err = transportError(ctx, r, errTimeout)
		}
		if err != nil {
			cancel(nil)
			return err
		}
		body := &idleBody{body: resp.Body, ctx: ctx, idle: c.cfg.IdleTimeout}
		body.timer = time.AfterFunc(c.cfg.IdleTimeout, func() { cancel(errIdle) })
		body.timer.Stop()
		src = &frameSource{resp: resp, r: bufio.NewReaderSize(body, 64<<10), cancel: cancel}
		return nil
	})
	if err != nil {
		return nil, err
	}
	kind, _, _ := mime.ParseMediaType(src.resp.Header.Get("Content-Type"))
	if kind != "application/octet-stream" {
		src.Close()
		return nil, fmt.Errorf("%s: %w: content type %q, want application/octet-stream", r.operation(), ErrProtocol, kind)
	}
	return src, nil
}

// idleBody cancels the request when a Read waits for too long. A reader that takes
// its time between reads is none of its business.
type idleBody struct {
	body  io.Reader
	ctx   context.Context // of the request; only asked for its cause
	idle  time.Duration
	timer *time.Timer
}

func (b *idleBody) Read(p []byte) (int, error) {
	b.timer.Reset(b.idle)
	n, err := b.body.Read(p)
	b.timer.Stop()
	if err != nil && !errors.Is(err, io.EOF) {
		if cause := context.Cause(b.ctx); cause != nil {
			err = cause
		}
	}
	return n, err
}

// frameSource reads u32 length ‖ message, again and again, from an answer.
type frameSource struct {
	resp   *http.Response
	r      *bufio.Reader
	cancel context.CancelCauseFunc
}

// Close ends the request.
func (s *frameSource) Close() error {
	s.cancel(errStopped)
	return s.resp.Body.Close()
}

// next returns io.EOF only where the node says that the answer is whole.
func (s *frameSource) next() (frame, error) {
	wire, err := s.read()
	if errors.Is(err, io.EOF) && s.resp.Trailer.Get(headerComplete) != "true" {
		err = errors.New("the node did not say that it is whole (a proxy that drops HTTP trailers has the same effect)")
	}
	return frame{wire: wire}, err
}

// read returns a bare io.EOF only between frames.
func (s *frameSource) read() ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(s.r, head[:]); err == io.EOF {
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("length of a message: %w", err)
	}
	n := int64(binary.BigEndian.Uint32(head[:]))
	if n > maxFrameBytes {
		return nil, fmt.Errorf("%w: message of %d bytes, at most %d expected", ErrProtocol, n, maxFrameBytes)
	}
	const trusted = 64 << 10 // more is only allocated as it comes
	if n <= trusted {
		wire := make([]byte, n)
		if _, err := io.ReadFull(s.r, wire); err != nil {
			return nil, fmt.Errorf("message of %d bytes: %w", n, noEOF(err))
		}
		return wire, nil
	}
	wire, err := io.ReadAll(io.LimitReader(s.r, n))
	if err == nil && int64(len(wire)) < n {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return nil, fmt.Errorf("message of %d bytes: %w", n, err)
	}
	return wire, nil
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// ready reports whether a whole frame was received already.
func (s *frameSource) ready() bool {
	buffered := s.r.Buffered()
	if buffered < 4 {
		return false
	}
	head, err := s.r.Peek(4)
	return err == nil && int64(buffered) >= 4+int64(binary.BigEndian.Uint32(head))
}
