package logstore

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// liveBuffer is how many received frames wait to be verified at most. Beyond it the
// node has to wait.
const liveBuffer = 1024

// liveSource reads the frames of one WebSocket connection.
type liveSource struct {
	conn   *websocket.Conn
	cancel context.CancelCauseFunc
	frames chan frame
	err    error // why frames was closed; read after that
	wg     sync.WaitGroup
}

// dial opens a subscription's connection. It makes one attempt, or two where a
// session turns out to have ended.
func (c *Client) dial(ctx context.Context, r request) (*liveSource, error) {
	for first := true; ; first = false {
		src, credential, err := c.dialOnce(ctx, r)
		if first && errors.Is(err, ErrUnauthorized) && c.auth.refused(credential) {
			continue
		}
		return src, err
	}
}

func (c *Client) dialOnce(ctx context.Context, r request) (*liveSource, string, error) {
	dialCtx, stop := context.WithTimeoutCause(ctx, c.cfg.Timeout, errTimeout)
	defer stop()
	credential, err := c.auth.credential(dialCtx)
	if err != nil {
		return nil, "", err
	}
	header := http.Header{"User-Agent": {c.cfg.UserAgent}, "Accept": {r.accept}}
	if credential != "" {
		header.Set("Authorization", credential)
	}
	connCtx, cancel := context.WithCancelCause(ctx)
	idle := time.AfterFunc(c.cfg.IdleTimeout, func() { cancel(errIdle) })
	conn, resp, err := websocket.Dial(dialCtx, c.base.String()+r.path+"?"+r.query.Encode(), &websocket.DialOptions{
		HTTPClient: c.http, HTTPHeader: header,
		OnPingReceived: func(context.Context, []byte) bool {
			idle.Reset(c.cfg.IdleTimeout)
			return true
		},
	})
	if err != nil {
		idle.Stop()
		cancel(err)
		if resp != nil && resp.StatusCode != http.StatusSwitchingProtocols {
			return nil, credential, c.apiError(resp, r.operation())
		}
		return nil, credential, transportError(dialCtx, r, err)
	}
	conn.SetReadLimit(maxFrameBytes + 1024)
	s := &liveSource{conn: conn, cancel: cancel, frames: make(chan frame, liveBuffer)}
	s.wg.Go(func() {
		defer idle.Stop()
		defer close(s.frames)
		s.err = s.receive(connCtx, idle, c.cfg.IdleTimeout)
	})
	return s, credential, nil
}

// receive reads frames until the connection ends. The idle timer runs only while
// it waits for the node, not while it waits for the consumer.
func (s *liveSource) receive(ctx context.Context, idle *time.Timer, timeout time.Duration) error {
	for {
		idle.Reset(timeout)
		kind, data, err := s.conn.Read(ctx)
		idle.Stop()
		if err != nil {
			if cause := context.Cause(ctx); cause != nil {
				err = cause
			}
			return &connError{"subscription", err}
		}
		f, ok, err := parseLiveFrame(kind, data)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		select {
		case s.frames <- f:
		case <-ctx.Done():
			return &connError{"subscription", context.Cause(ctx)}
		}
	}
}

// parseLiveFrame reads one WebSocket message: binary ones are uvarint cursor
// length ‖ cursor ‖ message, text ones JSON with a type. ok is false for types that
// mean nothing to this client.
func parseLiveFrame(kind websocket.MessageType, data []byte) (f frame, ok bool, err error) {
	if kind == websocket.MessageBinary {
		n, size := binary.Uvarint(data)
		if size <= 0 || n > uint64(len(data)-size) {
			return frame{}, false, fmt.Errorf("subscription: %w: cursor of a message cannot be read", ErrProtocol)
		}
		rest := data[size:]
		return frame{cursor: string(rest[:n]), wire: rest[n:]}, true, nil
	}
	var text struct {
		Type    string `json:"type"`
		Cursor  string `json:"cursor"`
		Problem struct {
			Status int    `json:"status"`
			Code   string `json:"code"`
			Detail string `json:"detail"`
		} `json:"problem"`
	}
	if err := json.Unmarshal(data, &text); err != nil {
		return frame{}, false, fmt.Errorf("subscription: %w: %w", ErrProtocol, err)
	}
	switch text.Type {
	case "live":
		return frame{cursor: text.Cursor, live: true}, true, nil
	case "error":
		p := text.Problem
		return frame{}, false, &APIError{Status: p.Status, Code: p.Code, Detail: p.Detail, Operation: "subscription"}
	}
	return frame{}, false, nil
}

func (s *liveSource) next() (frame, error) {
	f, ok := <-s.frames
	if !ok {
		return frame{}, s.err
	}
	return f, nil
}

func (s *liveSource) ready() bool { return len(s.frames) > 0 }

// Close ends the connection without waiting for the node to agree.
func (s *liveSource) Close() error {
	s.cancel(errStopped)
	err := s.conn.CloseNow()
	s.wg.Wait()
	return err
}
