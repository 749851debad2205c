package broker

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// maxHeaderBytes bounds a request header; tokens and cursors are far smaller.
const maxHeaderBytes = 32 << 10

// listeners are the addresses of a node.
type listeners struct {
	public, admin net.Listener // admin is nil if it is off
	tls           *tls.Config  // nil without TLS
	info          Info
}

// listen takes the addresses.
func (b *Broker) listen(ctx context.Context) (*listeners, error) {
	ls := new(listeners)
	scheme := "http"
	if b.cfg.HTTP.TLSCert != "" {
		cert, err := tls.LoadX509KeyPair(string(b.cfg.HTTP.TLSCert), string(b.cfg.HTTP.TLSKey))
		if err != nil {
			return nil, fmt.Errorf("http.tls_cert and http.tls_key: %w", err)
		}
		ls.tls = &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}
		scheme = "https"
	}
	maxOpen := clampToFiles(b.cfg.HTTP.MaxConnections)
	if maxOpen < b.cfg.HTTP.MaxConnections {
		b.log.Warn("fewer connections than configured, because the system allows too few open files",
			slog.Int("max_connections", b.cfg.HTTP.MaxConnections), slog.Int("possible", maxOpen))
	}
	evictions := prometheus.NewCounter(prometheus.CounterOpts{
		Name: "logstore_http_evicted_connections_total",
		Help: "Connections without a request that were closed to make room for new clients.",
	})
	if err := b.o.Registry.Register(evictions); err != nil {
		return nil, fmt.Errorf("register metrics: %w", err)
	}
	inner, err := bind(ctx, "http.listen", b.cfg.HTTP.Listen)
	if err != nil {
		return nil, err
	}
	ls.public = newGate(inner, maxOpen, evictions.Inc)
	ls.info.URL = scheme + "://" + reachable(inner.Addr())
	if b.cfg.Admin.Listen == "" {
		return ls, nil
	}
	if ls.admin, err = bind(ctx, "admin.listen", b.cfg.Admin.Listen); err != nil {
		return nil, errors.Join(err, ls.public.Close())
	}
	ls.info.AdminURL = "http://" + reachable(ls.admin.Addr())
	return ls, nil
}

func bind(ctx context.Context, key, addr string) (net.Listener, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s: %s is in use, perhaps by another node; choose another port: %w", key, addr, err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	return l, nil
}

// reachable is the host and port at which this machine reaches a listener.
func reachable(addr net.Addr) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return addr.String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port)
}

func (ls *listeners) close() {
	_ = ls.public.Close()
	if ls.admin != nil {
		_ = ls.admin.Close()
	}
}

// servePublic serves the public address with or without TLS.
func (ls *listeners) servePublic(srv *http.Server) error {
	if ls.tls == nil {
		return srv.Serve(ls.public)
	}
	srv.TLSConfig = ls.tls
	return srv.ServeTLS(ls.public, "", "")
}

// publicServer has a bound on what a client may take before its request has begun;
// the API bounds the rest, because only it knows which answers may be long.
func (b *Broker) publicServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           countRequests(h),
		ConnContext:       connContext,
		ConnState:         connState,
		ReadHeaderTimeout: time.Duration(b.cfg.HTTP.ReadHeaderTimeout),
		IdleTimeout:       time.Duration(b.cfg.HTTP.IdleTimeout),
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(b.log.Handler(), slog.LevelDebug),
	}
}
