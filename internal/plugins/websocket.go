package plugins

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"

	"github.com/coder/websocket"

	"github.com/logstore/logstore/message"
)

// WebSocketServer is the plug-in websocket: a connection to /streams/{id}/publish
// publishes, one to /streams/{id}/subscribe reads.
type WebSocketServer struct {
	*webServer
	cfg WebSocketConfig

	mu      sync.Mutex // guards closing and sockets
	closing bool
	sockets map[*socket]struct{}
	wg      sync.WaitGroup // sockets
}

// NewWebSocket makes the plug-in.
func NewWebSocket(c WebSocketConfig, hub *Hub) (*WebSocketServer, error) {
	s := &WebSocketServer{cfg: c, sockets: make(map[*socket]struct{})}
	var err error
	if s.webServer, err = newWebServer(hub, "websocket", c.Endpoint, s.Handler()); err != nil {
		return nil, err
	}
	return s, nil
}

// Serve answers on l until [WebSocketServer.Shutdown], which makes it return nil. The error
// is [ErrOpenToAll] if l is no loopback address and there are no keys.
func (s *WebSocketServer) Serve(l net.Listener) error { return s.serve(l) }

// Shutdown stops listening, tells clients that the node goes away, and cuts off at the end
// of ctx who has not gone by then; it returns the end of ctx in that case.
func (s *WebSocketServer) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.closing = true
	for k := range s.sockets {
		k.end(endShutdown)
	}
	s.mu.Unlock()
	done := make(chan struct{})
	go func() {
		s.wg.Wait()
		close(done)
	}()
	err := s.srv.Shutdown(ctx)
	select {
	case <-done:
	case <-ctx.Done():
		err = ctx.Err()
	}
	s.cancel()
	if err != nil {
		s.gates.cut()
		_ = s.srv.Close()
		<-done // nothing that they wait for is left
		return fmt.Errorf("plugin %s: shut down: %w", s.plugin, err)
	}
	return nil
}

// Handler answers requests.
func (s *WebSocketServer) Handler() http.Handler { return http.HandlerFunc(s.handle) }

// request is what the address of a connection asks for.
type socketRequest struct {
	stream     message.StreamID
	action     action
	target     target  // of publish
	partitions []int32 // of subscribe
	key        *key
}

func (s *WebSocketServer) handle(w http.ResponseWriter, req *http.Request) {
	r, err := s.read(req)
	if err != nil {
		s.refuse(w, req, err)
		return
	}
	if !s.enter() {
		s.refuse(w, req, errClosed)
		return
	}
	defer s.wg.Done()
	// Who may connect is decided by checkOrigin.
	conn, err := websocket.Accept(w, req, &websocket.AcceptOptions{InsecureSkipVerify: true})
	if err != nil {
		return // Accept has answered
	}
	conn.SetReadLimit(MaxPayload)
	k := newSocket(s, conn, r)
	s.add(k)
	defer s.remove(k)
	s.hub.log.Debug("a device has connected", slog.String("plugin", s.plugin), slog.String("key", r.key.name), slog.String("stream", string(r.stream)), slog.String("for", string(r.action)))
	k.run(s.ctx)
}

// read checks all that can be checked before the connection becomes a WebSocket.
func (s *WebSocketServer) read(req *http.Request) (r socketRequest, err error) {
	if err := s.keys.checkOrigin(req); err != nil {
		return r, err
	}
	if r.stream, r.action, err = parseSocketPath(req.URL.EscapedPath(), s.hub.owner); err != nil {
		return r, err
	}
	q, err := parseQuery(req.URL.RawQuery)
	if err != nil {
		return r, err
	}
	need := mayRead
	if r.action == actPublish {
		need = mayPublish
		r.target, err = parseTarget(r.stream, q, true)
	} else {
		r.partitions, err = parsePartitions(q)
	}
	if err != nil {
		return r, err
	}
	text, inQuery, err := one(q, "apiKey")
	if err != nil {
		return r, err
	}
	if r.key, err = s.authenticate(req, text, inQuery); err != nil {
		return r, err
	}
	return r, r.key.check(need, r.stream)
}

// enter counts a connection that will be served, unless the server is shutting down.
func (s *WebSocketServer) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return false
	}
	s.wg.Add(1)
	return true
}

func (s *WebSocketServer) add(k *socket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sockets[k] = struct{}{}
	if s.closing {
		k.end(endShutdown)
	}
}

func (s *WebSocketServer) remove(k *socket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sockets, k)
}
