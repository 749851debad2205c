package broker

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"testing"
	"time"
)

// gated serves a handler behind a gate.
func gated(t *testing.T, max int, h http.Handler) (addr string, evicted *atomic.Int64) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	evicted = new(atomic.Int64)
	srv := &http.Server{Handler: countRequests(h), ConnContext: connContext, ConnState: connState}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(newGate(l, max, func() { evicted.Add(1) })) }()
	t.Cleanup(func() {
		srv.Close()
		if err := <-done; !errors.Is(err, http.ErrServerClosed) {
			t.Errorf("Serve: %v", err)
		}
	})
	return l.Addr().String(), evicted
}

func dial(t *testing.T, addr string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if err := c.SetDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return c
}

func get(c net.Conn) error {
	if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
		return err
	}
	res, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, res.Body)
	return err
}

func TestGateGivesWayToNewClients(t *testing.T) {
	t.Parallel()
	addr, evicted := gated(t, 3, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok") }))

	var slow []net.Conn
	for range 3 { // these never finish their header
		c := dial(t, addr)
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nX-Slow: "); err != nil {
			t.Fatal(err)
		}
		slow = append(slow, c)
	}
	for range 10 {
		c := dial(t, addr)
		if err := get(c); err != nil {
			t.Fatalf("a client beside slow ones: %v", err)
		}
		if err := get(c); err != nil {
			t.Fatalf("its second request: %v", err)
		}
	}
	if n := evicted.Load(); n != 10 {
		t.Errorf("%d connections gave way, want 10", n)
	}
	for _, c := range slow {
		if _, err := io.ReadAll(c); errors.Is(err, context.DeadlineExceeded) {
			t.Error("a slow connection is still open")
		}
	}
}

func TestGateKeepsRequestsUnderWay(t *testing.T) {
	t.Parallel()
	begun, finish := make(chan struct{}), make(chan struct{})
	addr, evicted := gated(t, 2, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		begun <- struct{}{}
		<-finish
		io.WriteString(w, "ok")
	}))
	results := make(chan error, 3)
	ask := func() {
		c := dial(t, addr)
		go func() { results <- get(c) }()
	}
	ask()
	<-begun
	ask()
	<-begun
	ask() // has to wait for one of the two
	finish <- struct{}{}
	<-begun
	finish <- struct{}{}
	finish <- struct{}{}
	for range 3 {
		if err := <-results; err != nil {
			t.Errorf("request: %v", err)
		}
	}
	if n := evicted.Load(); n != 1 {
		t.Errorf("%d connections gave way, want only the one that was done", n)
	}
}

func TestGateClosesWhileFull(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g := newGate(l, 1, func() { t.Error("a busy connection gave way") })
	dial(t, l.Addr().String())
	c, err := g.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.(*gateConn).begin()
	dial(t, l.Addr().String())
	result := make(chan error, 1)
	go func() {
		_, err := g.Accept()
		result <- err
	}()
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-result; !errors.Is(err, net.ErrClosed) {
		t.Errorf("Accept: %v, want net.ErrClosed", err)
	}
}
