package devchain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"
)

const (
	maxBatch         = 1000     // calls in a batch
	maxBatchResponse = 25 << 20 // bytes of the answer to a batch
	maxRequest       = 5 << 20  // bytes
	closeTimeout     = 2 * time.Second
)

// server answers JSON-RPC over HTTP and WebSocket on the same port.
type server struct {
	rpc     *rpc.Server
	http    *http.Server
	log     *slog.Logger
	serving sync.WaitGroup // Serve calls
	sockets sync.WaitGroup // WebSocket connections, which http.Server forgets

	mu sync.Mutex // guards the rest
	// unused are connections without a request yet. Clients open some in reserve, and
	// http.Server waits for those as if a request were under way.
	unused  map[net.Conn]struct{}
	closing bool
}

// listen takes the port. Programs that connect to "localhost" may mean ::1, so a
// port on 127.0.0.1 is taken there as well, where the machine has IPv6.
func listen(ctx context.Context, address string) ([]net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("listen address %q: expected host:port: %w", address, err)
	}
	var lc net.ListenConfig
	if host == "localhost" {
		host = "127.0.0.1"
	}
	// A free port on one address may be taken on the other: try others.
	for attempt := 0; ; attempt++ {
		first, err := lc.Listen(ctx, "tcp", net.JoinHostPort(host, port))
		if err != nil {
			return nil, fmt.Errorf("listen for JSON-RPC: %w", err)
		}
		if host != "127.0.0.1" {
			return []net.Listener{first}, nil
		}
		_, taken, _ := net.SplitHostPort(first.Addr().String())
		second, err := lc.Listen(ctx, "tcp6", net.JoinHostPort("::1", taken))
		if err == nil {
			return []net.Listener{first, second}, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			return []net.Listener{first}, nil // no IPv6 here
		}
		first.Close()
		if port != "0" || attempt == 20 {
			return nil, fmt.Errorf("listen for JSON-RPC: another program has the port on ::1, where some clients look for localhost: %w", err)
		}
	}
}

func newServer(list []rpc.API, log *slog.Logger) (*server, error) {
	s := &server{rpc: rpc.NewServer(), log: log, unused: make(map[net.Conn]struct{})}
	s.rpc.SetBatchLimits(maxBatch, maxBatchResponse)
	s.rpc.SetHTTPBodyLimit(maxRequest)
	for _, api := range list {
		if err := s.rpc.RegisterName(api.Namespace, api.Service); err != nil {
			return nil, fmt.Errorf("register JSON-RPC namespace %s: %w", api.Namespace, err)
		}
	}
	timeouts := rpc.DefaultHTTPTimeouts
	s.http = &http.Server{
		Handler:           s.handler(),
		ConnState:         s.connState,
		ReadTimeout:       timeouts.ReadTimeout,
		ReadHeaderTimeout: timeouts.ReadHeaderTimeout,
		WriteTimeout:      timeouts.WriteTimeout,
		IdleTimeout:       timeouts.IdleTimeout,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	return s, nil
}

// serve starts to answer on the listeners. Closing the server closes them.
func (s *server) serve(listeners []net.Listener) {
	for _, listener := range listeners {
		s.serving.Go(func() {
			if err := s.http.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
				s.log.Error("JSON-RPC server ended", "address", listener.Addr().String(), "error", err)
			}
		})
	}
}

// handler lets web pages of any origin call, because wallets and applications under
// development have any. A host name other than localhost is refused: a page that
// made its own name point here would be of the same origin as the chain.
func (s *server) handler() http.Handler {
	calls := node.NewHTTPHandlerStack(s.rpc, []string{"*"}, []string{"localhost"}, nil, false)
	sockets := s.rpc.WebsocketHandler([]string{"*"})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path != "/" && r.URL.Path != "":
			http.NotFound(w, r)
		case strings.EqualFold(r.Header.Get("Upgrade"), "websocket"):
			s.sockets.Add(1)
			defer s.sockets.Done()
			sockets.ServeHTTP(w, r)
		default:
			calls.ServeHTTP(w, r)
		}
	})
}

func (s *server) connState(conn net.Conn, state http.ConnState) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case state != http.StateNew:
		delete(s.unused, conn)
	case s.closing:
		conn.Close()
	default:
		s.unused[conn] = struct{}{}
	}
}

// close ends connections, open calls after a short time, and waits for all of it.
func (s *server) close() error {
	s.mu.Lock()
	s.closing = true
	for conn := range s.unused {
		conn.Close()
	}
	s.mu.Unlock()
	s.rpc.Stop() // closes WebSocket connections
	ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
	defer cancel()
	err := s.http.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = s.http.Close()
	}
	s.serving.Wait()
	s.sockets.Wait()
	return err
}
