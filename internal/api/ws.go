package api

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/coder/websocket"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// wsSubprotocol is the one that a browser may name.
const wsSubprotocol = "logstore.v1"

// wsSink sends a live stream on a WebSocket: JSON text frames, or for raw messages
// binary frames of uvarint cursor length ‖ cursor ‖ wire form.
type wsSink struct {
	conn    *websocket.Conn
	ctx     context.Context
	timeout time.Duration
	raw     bool
	buf     []byte
}

func (k *wsSink) send(kind websocket.MessageType, b []byte) error {
	ctx, cancel := context.WithTimeout(k.ctx, k.timeout)
	defer cancel()
	return k.conn.Write(ctx, kind, b)
}

func (k *wsSink) message(cursor []byte, rec store.Record) error {
	if k.raw {
		k.buf = binary.AppendUvarint(k.buf[:0], uint64(len(cursor)))
		k.buf = append(append(k.buf, cursor...), rec.Wire...)
		return k.send(websocket.MessageBinary, k.buf)
	}
	m, err := message.Decode(rec.Wire)
	if err != nil {
		return err
	}
	b := append(k.buf[:0], `{"type":"message","cursor":"`...)
	b = append(append(b, cursor...), `","message":`...)
	if b, err = format.AppendObject(b, m); err != nil {
		return err
	}
	k.buf = append(b, '}')
	return k.send(websocket.MessageText, k.buf)
}

func (k *wsSink) live(cursor []byte) error {
	b := append(k.buf[:0], `{"type":"live","cursor":"`...)
	k.buf = append(append(b, cursor...), `"}`...)
	return k.send(websocket.MessageText, k.buf)
}

func (s *Server) serveWebSocket(ctx context.Context, w http.ResponseWriter, r *http.Request, req *liveRequest) error {
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{
		Subprotocols: []string{wsSubprotocol},
		// What a page of another origin may do is decided by CORSOrigins, as for
		// all other paths; nothing here is authorised by cookies.
		InsecureSkipVerify: s.allowsOrigin(r.Header.Get("Origin")),
	})
	if err != nil {
		return nil // Accept has answered
	}
	defer conn.CloseNow()
	// Nothing is expected from the client; reading notices that it is gone. This
	// context does not end with the node, so that a farewell can be sent.
	connected := conn.CloseRead(r.Context())
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(connected, cancel)()
	var wg sync.WaitGroup
	wg.Go(func() { s.pingLoop(ctx, conn, cancel) })
	err = s.runLive(ctx, req, &wsSink{conn: conn, ctx: connected, timeout: s.cfg.WriteTimeout, raw: req.raw})
	stopped := ctx.Err() != nil
	cancel()
	wg.Wait()
	p := s.liveProblem(err, stopped)
	if p == nil || connected.Err() != nil || websocket.CloseStatus(err) != -1 || errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	s.closeWebSocket(conn, p)
	return nil
}

// closeWebSocket says why before it closes.
func (s *Server) closeWebSocket(conn *websocket.Conn, p *problem) {
	status := websocket.StatusInternalError
	if p.code == codeShuttingDown {
		status = websocket.StatusGoingAway
	}
	ctx, cancel := context.WithTimeout(context.Background(), wsGoodbye)
	defer cancel()
	if body, err := json.Marshal(struct {
		Type    string   `json:"type"`
		Problem *problem `json:"problem"`
	}{"error", p}); err == nil && conn.Write(ctx, websocket.MessageText, body) != nil {
		return
	}
	_ = conn.Close(status, string(p.code)) // the client may be gone
}

// wsGoodbye is how long a client has to take the reason for the end.
const wsGoodbye = 2 * time.Second

// pingLoop ends the stream of a client that does not answer.
func (s *Server) pingLoop(ctx context.Context, conn *websocket.Conn, failed func()) {
	ticker := time.NewTicker(s.cfg.KeepAlive)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		pingCtx, cancel := context.WithTimeout(ctx, s.cfg.WriteTimeout)
		err := conn.Ping(pingCtx)
		cancel()
		if err != nil {
			failed()
			return
		}
	}
}
