package ws

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// scriptConn is a connection whose peer has sent what the fuzzer says, and then closed.
type scriptConn struct {
	in      *bytes.Reader
	closed  chan struct{}
	once    sync.Once
	written int // by the writing goroutine, and read after its end
}

func (c *scriptConn) Read(b []byte) (int, error) { return c.in.Read(b) }
func (c *scriptConn) Write(b []byte) (int, error) {
	c.written += len(b)
	return len(b), nil
}
func (c *scriptConn) Close() error                     { c.once.Do(func() { close(c.closed) }); return nil }
func (c *scriptConn) LocalAddr() net.Addr              { return &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 1} }
func (c *scriptConn) RemoteAddr() net.Addr             { return &net.TCPAddr{IP: net.IPv4(192, 0, 2, 2), Port: 2} }
func (c *scriptConn) SetDeadline(time.Time) error      { return nil }
func (c *scriptConn) SetReadDeadline(time.Time) error  { return nil }
func (c *scriptConn) SetWriteDeadline(time.Time) error { return nil }

// hijackable is the response of a server that gives its connection away.
type hijackable struct {
	*httptest.ResponseRecorder
	conn net.Conn
}

func (h hijackable) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return h.conn, bufio.NewReadWriter(bufio.NewReader(strings.NewReader("")), bufio.NewWriter(io.Discard)), nil
}

// FuzzConnection gives a server what comes after the upgrade. Whatever it is, the link
// has to end, and to say so once.
func FuzzConnection(f *testing.F) {
	masked := func(op byte, payload []byte) []byte { return appendFrame(nil, op, payload, true) }
	f.Add(masked(opBinary, message(f, "0", 10)))
	f.Add(append(masked(opPing, []byte("x")), masked(opClose, closePayload(3001))...))
	f.Add(append(masked(opBinary, message(f, "0", 70_000)), 0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff))
	f.Add(bytes.Repeat(masked(0x81, []byte("text")), 3))
	f.Add(bytes.Repeat(masked(opBinary, []byte{0xff}), 5))
	f.Add([]byte{0x02, 0x80, 0, 0, 0, 0, 0x00, 0x80, 0, 0, 0, 0, 0x80, 0x80, 0, 0, 0, 0})
	f.Add([]byte{0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe9})
	f.Fuzz(func(t *testing.T, script []byte) {
		l := loop.New()
		defer l.Close()
		n, err := New(Config{Loop: l, FramesPerSecond: 1 << 30, BytesPerSecond: 1 << 40})
		if err != nil {
			t.Fatal(err)
		}
		defer n.Close()
		ended := make(chan bool, 2)
		total := 0
		l.Do(func() {
			n.Accept(func(link transport.Link, _ string) {
				link.Start(transport.LinkEvents{
					Message: func(m *wire.Message, size int) {
						total += size
						if m == nil || size > 1<<20 {
							t.Error("no message, or too large a one")
						}
					},
					Closed: func(graceful bool) { ended <- graceful },
				})
			})
		})
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		for k, v := range map[string]string{"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="} {
			r.Header.Set(k, v)
		}
		n.ServeHTTP(hijackable{httptest.NewRecorder(), &scriptConn{in: bytes.NewReader(script), closed: make(chan struct{})}}, r)
		select {
		case <-ended:
		case <-time.After(patience):
			t.Fatal("the link does not end")
		}
		l.Do(func() {})
		if len(ended) > 0 || total > len(script) {
			t.Errorf("%d ends more, %d bytes of messages in %d", len(ended), total, len(script))
		}
	})
}

func FuzzQuery(f *testing.F) {
	for _, q := range []string{"", "action=connectivityRequest", "action=%", "a=b;action=c", "action=a&action=b", "=&&="} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, query string) {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.RawQuery = query
		if got := actionOf(r); got != "" && !strings.Contains(query, "action=") && !strings.Contains(query, "%") {
			t.Errorf("action %q in %q", got, query)
		}
	})
}

func FuzzMask(f *testing.F) {
	f.Add([]byte("hello, world"), uint32(0x01020304))
	f.Fuzz(func(t *testing.T, b []byte, key uint32) {
		got := bytes.Clone(b)
		mask(got, key)
		for i := range b {
			if want := b[i] ^ byte(key>>(8*(i%4))); got[i] != want {
				t.Fatalf("byte %d is %x, want %x", i, got[i], want)
			}
		}
	})
}

func TestBucket(t *testing.T) {
	t.Parallel()
	now := time.Unix(0, 0)
	b := newBucket(10, 1000, now)
	for i := range 10 {
		if wait := b.take(10, now); wait != 0 {
			t.Fatalf("frame %d of a burst waits %v", i, wait)
		}
	}
	if wait := b.take(10, now); wait != 100*time.Millisecond {
		t.Errorf("the frame after the burst: %v, want 100 ms", wait)
	}
	now = now.Add(time.Hour)
	if wait := b.take(3000, now); wait != 2*time.Second {
		t.Errorf("three times the bytes of a second: %v, want 2 s", wait)
	}
}
