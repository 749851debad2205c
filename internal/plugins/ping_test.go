package plugins

import (
	"context"
	"net"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"

	"github.com/logstore/logstore/message"
)

// pipeListener is a listener in memory, for tests in which time is simulated.
type pipeListener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipeListener() *pipeListener {
	return &pipeListener{conns: make(chan net.Conn), done: make(chan struct{})}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return pipeAddr{} }

func (l *pipeListener) dial(ctx context.Context) (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case l.conns <- there:
		return here, nil
	case <-l.done:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

// bufferedConn does not make who writes wait, as a network does not at first.
type bufferedConn struct {
	net.Conn
	out  chan []byte
	done chan struct{}
	once sync.Once
}

func newBufferedConn(inner net.Conn) *bufferedConn {
	c := &bufferedConn{Conn: inner, out: make(chan []byte, 1000), done: make(chan struct{})}
	go func() {
		for {
			select {
			case b := <-c.out:
				if _, err := inner.Write(b); err != nil {
					return
				}
			case <-c.done:
				return
			}
		}
	}()
	return c
}

func (c *bufferedConn) Write(b []byte) (int, error) {
	select {
	case c.out <- slices.Clone(b):
		return len(b), nil
	case <-c.done:
		return 0, net.ErrClosed
	}
}

func (c *bufferedConn) Close() error {
	c.once.Do(func() { close(c.done) })
	return c.Conn.Close()
}

// pipedWebSocket is a plug-in in simulated time, with one client on it.
type pipedWebSocket struct {
	*rig
	conn *websocket.Conn
	raw  net.Conn
	from time.Time // when the client had connected
}

func newPipedWebSocket(t *testing.T, a action, change func(*WebSocketConfig)) *pipedWebSocket {
	t.Helper()
	r := newRig(t)
	cfg := DefaultConfig().WebSocket
	change(&cfg)
	s, err := NewWebSocket(cfg, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	l := newPipeListener()
	served := make(chan error, 1)
	go func() { served <- s.Serve(l) }()
	p := &pipedWebSocket{rig: r}
	transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var err error
		if p.raw, err = l.dial(ctx); err != nil {
			return nil, err
		}
		return newBufferedConn(p.raw), nil
	}}
	p.conn, _, err = websocket.Dial(t.Context(), "ws://localhost"+wsPath(stream1, a), &websocket.DialOptions{HTTPClient: &http.Client{Transport: transport}})
	if err != nil {
		t.Fatal(err)
	}
	p.from = time.Now()
	t.Cleanup(func() {
		_ = p.conn.CloseNow()
		if err := s.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
		if err := <-served; err != nil {
			t.Error(err)
		}
		transport.CloseIdleConnections()
	})
	return p
}

// listen reads, and so answers pings, until the connection ends. It tells when that was.
func (p *pipedWebSocket) listen() (ended chan time.Duration) {
	ended = make(chan time.Duration, 1)
	go func() {
		for {
			if _, _, err := p.conn.Read(context.Background()); err != nil {
				ended <- time.Since(p.from)
				return
			}
		}
	}()
	return ended
}

func TestPingsFindClientsThatAreGone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := newPipedWebSocket(t, actSubscribe, func(*WebSocketConfig) {})
		ended := p.listen()
		time.Sleep(time.Hour)
		synctest.Wait()
		select {
		case at := <-ended:
			t.Fatalf("a client that answers pings was cut off after %v", at)
		default:
		}
		p.metric(t, p.hub.metrics.ended.WithLabelValues("websocket", "silent"), 0)
	})
	synctest.Test(t, func(t *testing.T) {
		p := newPipedWebSocket(t, actSubscribe, func(*WebSocketConfig) {})
		// It takes what comes, and says nothing.
		ended := make(chan time.Duration, 1)
		go func() {
			for b := make([]byte, 100); ; {
				if _, err := p.raw.Read(b); err != nil {
					ended <- time.Since(p.from)
					return
				}
			}
		}()
		if at := <-ended; at < 15*time.Second || at > 16*time.Second {
			t.Errorf("a silent client was cut off after %v, want 15 s after the first ping", at)
		}
		p.net.waitReaders(t, message.StreamPart{Stream: stream1}, 0)
		p.metric(t, p.hub.metrics.ended.WithLabelValues("websocket", "silent"), 1)
	})
}

func TestPingsCanBeOff(t *testing.T) {
	t.Parallel()
	for _, change := range []func(*WebSocketConfig){
		func(c *WebSocketConfig) { c.PingInterval = 0 },
		func(c *WebSocketConfig) { c.PingTimeout = 0 },
	} {
		synctest.Test(t, func(t *testing.T) {
			p := newPipedWebSocket(t, actSubscribe, change)
			p.net.waitReaders(t, message.StreamPart{Stream: stream1}, 1)
			gone := make(chan struct{})
			go func() {
				defer close(gone)
				for b := make([]byte, 100); ; {
					if _, err := p.raw.Read(b); err != nil {
						return
					}
				}
			}()
			time.Sleep(time.Hour)
			synctest.Wait()
			select {
			case <-gone:
				t.Error("a silent client was cut off")
			default:
			}
			_ = p.raw.Close()
			<-gone
		})
	}
}

// Publishing may take longer than a client has to answer a ping: the node hears nothing
// meanwhile, and must not think that the client is gone.
func TestPingsBearWithTheNodeItself(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := newPipedWebSocket(t, actPublish, func(c *WebSocketConfig) { c.PingInterval, c.PingTimeout = time.Second, time.Second })
		ended := p.listen()
		block := make(chan struct{})
		p.net.setBlock(block)
		if err := p.conn.Write(t.Context(), websocket.MessageText, []byte(`{"a":1}`)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Second)
		close(block)
		p.net.waitPublished(t, 1)
		time.Sleep(time.Minute)
		synctest.Wait()
		select {
		case at := <-ended:
			t.Errorf("cut off after %v", at)
		default:
		}
	})
}
