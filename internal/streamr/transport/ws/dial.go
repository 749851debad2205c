package ws

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"

	"github.com/logstore/logstore/internal/streamr/transport"
)

// dialer opens WebSockets to servers whose certificates are checked, or not.
type dialer struct {
	tcp              net.Dialer
	secure, insecure websocket.Dialer
}

func newDialer(cfg Config) dialer {
	d := websocket.Dialer{
		ReadBufferSize:  readBuffer,
		WriteBufferPool: new(sync.Pool),
	}
	secure, insecure := d, d
	secure.TLSClientConfig = &tls.Config{RootCAs: cfg.RootCAs, MinVersion: tls.VersionTLS12}
	insecure.TLSClientConfig = &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS12} // probes of self-signed servers carry no data
	return dialer{net.Dialer{KeepAlive: cfg.PingAfter}, secure, insecure}
}

// URL is the WebSocket address of a node.
func URL(a transport.Address) string {
	u := url.URL{Scheme: "ws", Host: net.JoinHostPort(strings.Trim(a.Host, "[]"), strconv.Itoa(int(a.Port))), Path: "/"}
	if a.TLS {
		u.Scheme = "wss"
	}
	if a.Action != transport.ActionConnect {
		u.RawQuery = url.Values{"action": {a.Action}}.Encode()
	}
	return u.String()
}

// Dial implements [transport.Network].
func (n *Network) Dial(a transport.Address, timeout time.Duration, done func(transport.Link, error)) (cancel func()) {
	ctx, stop := context.WithTimeout(n.ctx, timeout)
	canceled := false // only in the loop
	finish := func(l *link, err error) {
		n.cfg.Loop.Post(func() {
			switch {
			case canceled:
				if l != nil {
					l.abandon()
				}
			case err != nil:
				done(nil, err)
			default:
				done(l, nil)
				l.run()
			}
		})
	}
	started := n.start(func() {
		defer stop()
		l, err := n.dial(ctx, a)
		if err != nil {
			n.stats.dialFailed.Add(1)
			finish(nil, err)
			return
		}
		n.stats.dialled.Add(1)
		finish(l, nil)
	})
	if !started {
		stop()
		finish(nil, transport.ErrStopped)
	}
	return func() {
		canceled = true
		stop()
	}
}

func (n *Network) dial(ctx context.Context, a transport.Address) (*link, error) {
	target := URL(a)
	l := newLink(n, false)
	if err := n.add(l); err != nil {
		return nil, fmt.Errorf("dial %s: %w", target, err)
	}
	d := n.dialer.secure
	if a.Insecure {
		d = n.dialer.insecure
	}
	// The library looks at the context's deadline only, once the TCP connection is open.
	unwatch := func() bool { return true }
	d.NetDialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		conn, err := n.dialer.tcp.DialContext(ctx, network, addr)
		if err == nil {
			unwatch = context.AfterFunc(ctx, func() { _ = conn.Close() })
		}
		return conn, err
	}
	conn, resp, err := d.DialContext(ctx, target, nil)
	if !unwatch() && err == nil {
		_ = conn.Close()
		err = context.Cause(ctx)
	}
	if err != nil {
		n.remove(l)
		if resp != nil {
			err = fmt.Errorf("%w: status %d", err, resp.StatusCode)
		}
		return nil, fmt.Errorf("dial %s: %w", target, err)
	}
	l.remote = parseRemote(conn.RemoteAddr().String())
	l.use(conn)
	return l, nil
}

// parseRemote reads the address of a peer, the zero value if it has none.
func parseRemote(s string) netip.Addr {
	p, err := netip.ParseAddrPort(s)
	if err != nil {
		return netip.Addr{}
	}
	return p.Addr().Unmap()
}
