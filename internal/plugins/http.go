package plugins

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/logstore/logstore/message"
)

// maxHeader bounds a request header; ids and keys are far smaller.
const maxHeader = 16 << 10

// maxBodyTime is how long the body of a request may take: 1 MiB over a slow link.
const maxBodyTime = 50 * time.Second

// webServer is what the plug-ins over HTTP have in common: an HTTP/1.1 server whose
// connections have bounds.
type webServer struct {
	hub      *Hub
	plugin   string
	endpoint Endpoint
	keys     keyring
	srv      *http.Server
	ctx      context.Context // of requests; ends when a shutdown runs out of time
	cancel   context.CancelFunc
	gates    gates
}

func newWebServer(hub *Hub, plugin string, e Endpoint, h http.Handler) (*webServer, error) {
	keys, err := newKeyring(e.APIKeys, hub.owner)
	if err != nil {
		return nil, fmt.Errorf("plugin %s: %w", plugin, err)
	}
	s := &webServer{hub: hub, plugin: plugin, endpoint: e, keys: keys}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	l := hub.limits
	s.srv = &http.Server{
		Handler:           h,
		BaseContext:       func(net.Listener) context.Context { return s.ctx },
		ReadHeaderTimeout: l.ReadTimeout,
		ReadTimeout:       l.ReadTimeout + maxBodyTime,
		// From the end of the header on: the body, the network, the answer.
		WriteTimeout:   maxBodyTime + l.NetworkTimeout + l.WriteTimeout,
		IdleTimeout:    time.Minute,
		MaxHeaderBytes: maxHeader,
		ErrorLog:       slog.NewLogLogger(hub.log.Handler(), slog.LevelDebug),
		Protocols:      new(http.Protocols),
	}
	// One request at a time on a connection, so that the bound on connections is one on
	// requests; and WebSocket needs it.
	s.srv.Protocols.SetHTTP1(true)
	return s, nil
}

// serve answers until the server is shut down.
func (s *webServer) serve(l net.Listener) error {
	tlsConfig, err := s.endpoint.loadTLS()
	if err != nil {
		return fmt.Errorf("plugin %s: %w", s.plugin, err)
	}
	g, err := newGate(l, s.plugin, s.endpoint, s.keys.isOpen(), s.hub.metrics)
	if err != nil {
		return err
	}
	s.gates.add(g)
	if tlsConfig == nil {
		err = s.srv.Serve(g)
	} else {
		s.srv.TLSConfig = tlsConfig
		err = s.srv.ServeTLS(g, "", "")
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("plugin %s: %w", s.plugin, err)
}

// authenticate finds the key of a request. The keys may also stand in the query of a
// WebSocket's address, as browsers cannot set its headers.
func (s *webServer) authenticate(req *http.Request, query string, inQuery bool) (*key, error) {
	text, given := bearer(req)
	if inQuery {
		text, given = query, true
	}
	k, err := s.keys.find(text, given)
	s.hub.metrics.signIn(s.plugin, err)
	return k, err
}

// refuse answers with an error.
func (s *webServer) refuse(w http.ResponseWriter, req *http.Request, err error) {
	c := classify(err)
	s.hub.logFailure("a device's request was refused", err, slog.String("plugin", s.plugin), slog.String("path", req.URL.Path))
	switch c.http {
	case http.StatusUnauthorized:
		w.Header().Set("WWW-Authenticate", "Bearer")
		fallthrough
	case http.StatusForbidden:
		// Connections are scarce: a stranger's is not kept for another request.
		w.Header().Set("Connection", "close")
	case http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", "5")
	}
	body, _ := json.Marshal(struct { // a string always has a form in JSON
		Error string `json:"error"`
	}{c.tell(err)})
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(c.http)
	_, _ = w.Write(append(body, '\n')) // the client may be gone
}

// shutdown lets requests under way finish until ctx ends, then cuts them off.
func (s *webServer) shutdown(ctx context.Context) error {
	err := s.srv.Shutdown(ctx)
	s.cancel()
	if err != nil {
		s.gates.cut()
		_ = s.srv.Close()
		return fmt.Errorf("plugin %s: shut down: %w", s.plugin, err)
	}
	return nil
}

// HTTPServer is the plug-in http: POST /streams/{id} publishes one message.
type HTTPServer struct {
	*webServer
	streams *streamChains
}

// NewHTTP makes the plug-in.
func NewHTTP(c HTTPConfig, hub *Hub) (*HTTPServer, error) {
	s := new(HTTPServer)
	var err error
	if s.webServer, err = newWebServer(hub, "http", c.Endpoint, s.Handler()); err != nil {
		return nil, err
	}
	s.streams = newStreamChains(hub, "http")
	return s, nil
}

// Serve answers on l until [HTTPServer.Shutdown], which makes it return nil. The error is
// [ErrOpenToAll] if l is no loopback address and there are no keys.
func (s *HTTPServer) Serve(l net.Listener) error { return s.serve(l) }

// Shutdown stops listening, lets requests under way finish until ctx ends, then cuts them
// off, and returns the end of ctx in that case.
func (s *HTTPServer) Shutdown(ctx context.Context) error {
	err := s.shutdown(ctx)
	s.streams.end()
	return err
}

// Handler answers requests.
func (s *HTTPServer) Handler() http.Handler { return http.HandlerFunc(s.handle) }

func (s *HTTPServer) handle(w http.ResponseWriter, req *http.Request) {
	if err := s.keys.checkOrigin(req); err != nil {
		s.refuse(w, req, err)
		return
	}
	allowOrigin(w, req)
	if req.Method == http.MethodOptions {
		preflight(w, req)
		return
	}
	stream, ok, err := parseHTTPPath(req.URL.EscapedPath(), s.hub.owner)
	switch {
	case !ok:
		w.Header().Set("Connection", "close")
		http.Error(w, "nothing is here; POST to /streams/<stream id>", http.StatusNotFound)
		return
	case req.Method != http.MethodPost:
		w.Header().Set("Allow", "POST, OPTIONS")
		w.Header().Set("Connection", "close")
		http.Error(w, "only POST is answered here", http.StatusMethodNotAllowed)
		return
	}
	k, kerr := s.authenticate(req, "", false)
	if kerr != nil {
		s.refuse(w, req, kerr)
		return
	}
	if err == nil {
		err = s.publish(w, req, k, stream)
	}
	if err != nil {
		s.refuse(w, req, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("OK")) // the client may be gone
}

// publish publishes the body of a request.
func (s *HTTPServer) publish(w http.ResponseWriter, req *http.Request, k *key, stream message.StreamID) error {
	t, p, err := s.read(w, req, k, stream)
	if err != nil {
		s.hub.metrics.publication(s.plugin, time.Time{}, err)
		return err
	}
	c, err := s.streams.get(stream)
	if err != nil {
		return err
	}
	defer s.streams.put(c)
	return c.publish(req.Context(), t, p, c.partition)
}

// read takes a request apart.
func (s *HTTPServer) read(w http.ResponseWriter, req *http.Request, k *key, stream message.StreamID) (t target, p payload, err error) {
	if err := k.check(mayPublish, stream); err != nil {
		return t, p, err
	}
	q, err := parseQuery(req.URL.RawQuery)
	if err != nil {
		return t, p, err
	}
	if t, err = parseTarget(stream, q, false); err != nil {
		return t, p, err
	}
	at, err := timestampParam(q)
	if err != nil {
		return t, p, err
	}
	body, err := readBody(w, req)
	if err != nil {
		return t, p, err
	}
	if p, err = parsePayload(body, false); err != nil {
		return t, p, err
	}
	p.time = at
	return t, p, nil
}
