package ws

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync/atomic"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
)

func TestURL(t *testing.T) {
	t.Parallel()
	for want, a := range map[string]transport.Address{
		"ws://10.0.0.1:80/":                                {Host: "10.0.0.1", Port: 80},
		"wss://node.example:443/":                          {Host: "node.example", Port: 443, TLS: true},
		"ws://[::1]:1/":                                    {Host: "::1", Port: 1},
		"ws://[2001:db8::1]:1/":                            {Host: "[2001:db8::1]", Port: 1},
		"ws://127.0.0.1:40/?action=connectivityRequest":    {Host: "127.0.0.1", Port: 40, Action: transport.ActionCheck},
		"wss://node.example:443/?action=connectivityProbe": {Host: "node.example", Port: 443, TLS: true, Action: transport.ActionProbe},
	} {
		if got := URL(a); got != want {
			t.Errorf("%+v is %s, want %s", a, got, want)
		}
	}
}

func TestTLS(t *testing.T) {
	t.Parallel()
	// The certificate of a test server, which no authority has signed.
	donor := httptest.NewUnstartedServer(nil)
	donor.StartTLS()
	defer donor.Close()
	s := newSide(t, func(c *Config) { c.TLS = &tls.Config{Certificates: donor.TLS.Certificates} })
	stranger := newSide(t)
	secure := func(a *transport.Address) { a.TLS = true }
	if _, err := stranger.dial(s, secure); err == nil {
		t.Error("took a certificate that nobody has signed")
	}
	if _, err := stranger.dial(s); err == nil {
		t.Error("spoke plainly to a TLS server")
	}
	if _, err := stranger.dial(s, func(a *transport.Address) { a.TLS, a.Insecure = true, true }); err != nil {
		t.Fatal(err)
	}
	s.wait("a link", func() bool { return len(s.links) == 1 })
	pool := x509.NewCertPool()
	pool.AddCert(donor.Certificate())
	friend := newSide(t, func(c *Config) { c.RootCAs = pool })
	l, err := friend.dial(s, secure)
	if err != nil {
		t.Fatal(err)
	}
	s.wait("two links", func() bool { return len(s.links) == 2 })
	if err := l.send(t, "0", 200_000); err != nil {
		t.Fatal(err)
	}
	s.links[1].wantInOrder(1)
	friend.loop.Do(func() { l.Close(true) })
	s.wait("the end", func() bool { return len(s.links[1].closed) == 1 })
	if !s.links[1].closed[0] {
		t.Error("not graceful")
	}
}

func TestDialErrors(t *testing.T) {
	t.Parallel()
	a := newSide(t)
	// A server that is none of ours.
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	at := func(s string) func(*transport.Address) {
		p := netip.MustParseAddrPort(s)
		return func(x *transport.Address) { x.Host, x.Port = p.Addr().String(), p.Port() }
	}
	if _, err := a.dial(a, at(other.Listener.Addr().String())); err == nil {
		t.Error("a server without WebSockets")
	}
	// Nobody there.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	if _, err := a.dial(a, at(l.Addr().String())); err == nil {
		t.Error("nobody there")
	}
	// A server that says nothing.
	mute, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = mute.Close() }()
	p := netip.MustParseAddrPort(mute.Addr().String())
	result := make(chan error, 2)
	start := time.Now()
	a.loop.Do(func() {
		a.Dial(transport.Address{Host: p.Addr().String(), Port: p.Port()}, 100*time.Millisecond, func(_ transport.Link, err error) { result <- err })
	})
	if err := <-result; err == nil || time.Since(start) > patience/2 {
		t.Errorf("a silent server: %v after %v", err, time.Since(start))
	}
	waitOpen(t, a, 0)
	if got := a.Stats().DialFailed; got != 3 {
		t.Errorf("%d failed, want 3", got)
	}
	if _, err := New(Config{Loop: a.loop, Addr: a.Addr().String()}); !errors.Is(err, ErrListen) {
		t.Errorf("an address in use: %v", err)
	}
}

func TestDialIsNotToldAfterCancel(t *testing.T) {
	t.Parallel()
	a, b := newSide(t), newSide(t)
	address := transport.Address{Host: "127.0.0.1", Port: b.Addr().Port()}
	var told atomic.Int32
	var waits []func()
	for i := range 20 {
		var cancel func()
		a.loop.Do(func() {
			cancel = a.Dial(address, patience, func(transport.Link, error) { told.Add(1) })
			if i%2 == 0 {
				cancel()
			}
		})
		if i%2 == 1 {
			// Once it is through, and its link waits for the loop.
			waits = append(waits, func() { a.loop.Do(cancel) })
		}
	}
	a.loop.Do(func() {
		for _, w := range waits {
			go w()
		}
	})
	b.wait("links", func() bool { return true })
	waitSettled(t, a)
	if got := told.Load(); got > 10 {
		t.Errorf("told %d times, 10 were not cancelled at once", got)
	}
}

// waitSettled waits until a network has no goroutines that dial.
func waitSettled(t *testing.T, s *side) {
	t.Helper()
	eventually(t, "the end of all dials", func() bool {
		st := s.Stats()
		return st.Dialled+st.DialFailed >= 20
	})
}

func TestCloseEndsEverything(t *testing.T) {
	t.Parallel()
	b := newSide(t)
	l := loop.New()
	defer l.Close()
	n, err := New(Config{Loop: l, Addr: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	mute, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = mute.Close() }()
	opened, failed := make(chan transport.Link, 1), make(chan error, 3)
	l.Do(func() {
		done := func(x transport.Link, err error) {
			if err != nil {
				failed <- err
				return
			}
			x.Start(transport.LinkEvents{})
			opened <- x
		}
		n.Dial(transport.Address{Host: "127.0.0.1", Port: b.Addr().Port()}, patience, done)
		n.Dial(transport.Address{Host: "127.0.0.1", Port: netip.MustParseAddrPort(mute.Addr().String()).Port()}, time.Hour, done)
	})
	link := <-opened
	if _, err := b.dial(b, func(a *transport.Address) { a.Port = n.Addr().Port() }); err != nil {
		t.Fatal(err)
	}
	l.Do(func() {
		if err := link.Send(message(t, "0", 1_000_000)); err != nil {
			t.Error(err)
		}
		link.Close(true)
	})
	n.Close()
	<-failed // the dial to the mute server
	b.wait("the goodbye", func() bool { return len(b.links) == 2 && len(b.links[0].closed)+len(b.links[1].closed) == 2 })
	arrived := false
	for _, x := range b.links {
		arrived = arrived || len(x.got) == 1 && x.closed[0]
	}
	if !arrived {
		t.Error("what was sent, and the goodbye, did not arrive")
	}
	l.Do(func() {
		n.Dial(transport.Address{Host: "127.0.0.1", Port: 1}, patience, func(_ transport.Link, err error) { failed <- err })
	})
	if err := <-failed; !errors.Is(err, transport.ErrStopped) {
		t.Errorf("dial after Close: %v", err)
	}
	n.Close() // twice is once
}

func TestLookup(t *testing.T) {
	t.Parallel()
	a := newSide(t)
	got := make(chan []netip.Addr, 1)
	for host, found := range map[string]bool{"127.0.0.1": true, "localhost": true, "no such host": false} {
		a.Lookup(host, func(addrs []netip.Addr) { got <- addrs })
		if addrs := <-got; (len(addrs) > 0) != found {
			t.Errorf("%s: %v", host, addrs)
		}
	}
}
