package ws

import (
	"bufio"
	"crypto/sha1"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"github.com/gorilla/websocket"

	"github.com/logstore/logstore/internal/streamr/transport"
)

func TestOnlyWebSocketsAreServed(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	resp, err := http.Get("http://" + s.Addr().String() + "/any?action=connectivityRequest")
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	if resp.StatusCode != http.StatusNotFound {
		t.Errorf("status %d, want 404", resp.StatusCode)
	}
}

func TestActionsPathsAndCompression(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	d := websocket.Dialer{EnableCompression: true}
	for i, c := range []struct{ url, action string }{
		{"/", ""}, {"/some/path?x=y", ""}, {"/?action=connectivityRequest", transport.ActionCheck},
		{"/?action=connectivityProbe&action=other", transport.ActionProbe}, {"/?action=%zz", ""}, {"/?action=other", "other"},
	} {
		conn, resp, err := d.Dial("ws://"+s.Addr().String()+c.url, http.Header{"Origin": {"https://other.example"}})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }()
		if got := resp.Header.Get("Sec-WebSocket-Extensions"); got != "" {
			t.Errorf("extensions %q, want none", got)
		}
		s.wait("a link", func() bool { return len(s.actions) == i+1 })
		if got := s.actions[i]; got != c.action {
			t.Errorf("%s: action %q, want %q", c.url, got, c.action)
		}
	}
}

func TestConnectionsAreBounded(t *testing.T) {
	t.Parallel()
	a, b := newSide(t), newSide(t, func(c *Config) { c.MaxConnections = 2 })
	for i := range 4 {
		_, err := a.dial(b)
		if (err == nil) != (i < 2) {
			t.Errorf("connection %d: %v", i, err)
		}
	}
	if _, err := b.dial(a); !errors.Is(err, errLimit) {
		t.Errorf("dialled over the limit: %v", err)
	}

	n := newSide(t, func(c *Config) { c.MaxPerAddress = 2 }).Network
	var added []*link
	incoming := func(addr string) error {
		l := newLink(n, true)
		l.remote = netip.MustParseAddr(addr)
		err := n.add(l)
		if err == nil {
			added = append(added, l)
		}
		return err
	}
	for _, c := range []struct {
		addr string
		ok   bool
	}{
		{"192.0.2.1", true}, {"192.0.2.1", true}, {"192.0.2.1", false}, {"192.0.2.2", true},
		{"2001:db8::1", true}, {"2001:db8::2", true}, {"2001:db8::3", false}, {"2001:db8:0:1::1", true},
		{"127.0.0.1", true}, {"127.0.0.1", true}, {"127.0.0.1", true},
	} {
		if err := incoming(c.addr); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.addr, err)
		}
	}
	for _, l := range added {
		n.remove(l)
		n.remove(l) // counts once
	}
	if len(n.perParty)+len(n.links) > 0 {
		t.Errorf("left behind: %v", n.perParty)
	}
}

func TestConnectionsWithoutARequestAreBounded(t *testing.T) {
	t.Parallel()
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var stats counters
	l := &boundedListener{Listener: inner, max: 2, stats: &stats}
	defer func() { _ = l.Close() }()
	accepted := make(chan net.Conn, 5)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				close(accepted)
				return
			}
			accepted <- c
		}
	}()
	dial := func() net.Conn {
		c, err := net.Dial("tcp", inner.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}
	dial()
	dial()
	first := <-accepted
	defer func() { _ = (<-accepted).Close() }()
	third := dial()
	if _, err := third.Read(make([]byte, 1)); err == nil || stats.refused.Load() != 1 {
		t.Errorf("the third was not refused: %v", err)
	}
	_ = first.Close()
	_ = first.Close() // counts once
	dial()
	_ = (<-accepted).Close()
}

func TestNobodyAccepts(t *testing.T) {
	t.Parallel()
	a, b := newSide(t), newSide(t)
	b.loop.Do(func() { b.Accept(nil) })
	l, err := a.dial(b)
	if err == nil { // the upgrade may be through before the refusal
		a.wait("the end", func() bool { return len(l.closed) == 1 })
	}
	waitOpen(t, b, 0)
}

func TestMountedInAnotherServer(t *testing.T) {
	t.Parallel()
	s := newSide(t, func(c *Config) { c.Addr = "" })
	if s.Addr().IsValid() {
		t.Error("listens without an address")
	}
	server := httptest.NewServer(s)
	defer server.Close()
	a := newSide(t)
	at := netip.MustParseAddrPort(strings.TrimPrefix(server.URL, "http://"))
	client, err := a.dial(s, func(x *transport.Address) { x.Host, x.Port = at.Addr().String(), at.Port() })
	if err != nil {
		t.Fatal(err)
	}
	s.wait("a link", func() bool { return len(s.links) == 1 })
	if err := client.send(t, "0", 0); err != nil {
		t.Fatal(err)
	}
	s.links[0].wantInOrder(1)
}

// TestPlainUpgrade speaks HTTP by hand, as no library would: the answer must be right by the letter.
func TestPlainUpgrade(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	c, err := net.Dial("tcp", s.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	const key = "dGhlIHNhbXBsZSBub25jZQ=="
	fmt.Fprintf(c, "GET /?action=connectivityProbe HTTP/1.1\r\nHost: x\r\nUpgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n", key)
	r := bufio.NewReader(c)
	resp, err := http.ReadResponse(r, nil)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha1.Sum([]byte(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	if resp.StatusCode != 101 || resp.Header.Get("Sec-WebSocket-Accept") != base64.StdEncoding.EncodeToString(sum[:]) {
		t.Fatalf("%v", resp)
	}
	// A frame without a mask is a client's mistake that ends the connection.
	if _, err := c.Write(appendFrame(nil, opBinary, message(t, "0", 0), false)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, r); err != nil && !errors.Is(err, net.ErrClosed) && !strings.Contains(err.Error(), "reset") {
		t.Fatal(err)
	}
	s.wait("the end", func() bool { return len(s.links) == 1 && len(s.links[0].closed) == 1 })
	if len(s.links[0].got) > 0 {
		t.Error("took a frame without a mask")
	}
}
