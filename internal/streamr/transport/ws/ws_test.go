package ws

import (
	"errors"
	"fmt"
	"strconv"
	"sync"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// patience is how long something may take that happens at once.
const patience = 10 * time.Second

// side is a network with a loop, and what its links tell.
type side struct {
	t *testing.T
	*Network
	loop *loop.Real

	mu      sync.Mutex
	changed *sync.Cond
	links   []*testLink
	actions []string
}

type testLink struct {
	transport.Link
	side   *side
	got    []string
	bytes  int
	closed []bool
}

// newSide starts a network, with a server unless the change says otherwise.
func newSide(t *testing.T, change ...func(*Config)) *side {
	t.Helper()
	s := &side{t: t, loop: loop.New()}
	s.changed = sync.NewCond(&s.mu)
	cfg := Config{Loop: s.loop, Addr: "127.0.0.1:0"}
	for _, f := range change {
		f(&cfg)
	}
	n, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	s.Network = n
	t.Cleanup(func() {
		n.Close()
		s.loop.Close()
	})
	s.loop.Do(func() {
		n.Accept(func(l transport.Link, action string) { s.start(l, action) })
	})
	return s
}

// start takes a link, in the loop.
func (s *side) start(l transport.Link, action string) *testLink {
	tl := &testLink{Link: l, side: s}
	l.Start(transport.LinkEvents{
		Message: func(m *wire.Message, size int) {
			s.note(func() { tl.got = append(tl.got, m.GetMessageId()); tl.bytes += size })
		},
		Closed: func(graceful bool) { s.note(func() { tl.closed = append(tl.closed, graceful) }) },
	})
	s.note(func() { s.links, s.actions = append(s.links, tl), append(s.actions, action) })
	return tl
}

func (s *side) note(f func()) {
	s.mu.Lock()
	f()
	s.mu.Unlock()
	s.changed.Broadcast()
}

// wait waits until something is true of what the links told.
func (s *side) wait(what string, f func() bool) {
	s.t.Helper()
	timer := time.AfterFunc(patience, s.changed.Broadcast)
	defer timer.Stop()
	deadline := time.Now().Add(patience)
	s.mu.Lock()
	defer s.mu.Unlock()
	for !f() {
		if time.Now().After(deadline) {
			s.t.Fatalf("waited in vain: %s", what)
		}
		s.changed.Wait()
	}
}

// dial opens a link to another side.
func (s *side) dial(to *side, change ...func(*transport.Address)) (*testLink, error) {
	s.t.Helper()
	a := transport.Address{Host: to.Addr().Addr().String(), Port: to.Addr().Port()}
	for _, f := range change {
		f(&a)
	}
	type result struct {
		l   *testLink
		err error
	}
	results := make(chan result, 2)
	s.loop.Do(func() {
		s.Dial(a, patience, func(l transport.Link, err error) {
			if err != nil {
				results <- result{nil, err}
				return
			}
			results <- result{s.start(l, ""), nil}
		})
	})
	r := <-results
	return r.l, r.err
}

// pair is two sides with a link, whose ends are returned.
func pair(t *testing.T, change ...func(*Config)) (client, server *testLink) {
	t.Helper()
	a, b := newSide(t), newSide(t, change...)
	client, err := a.dial(b)
	if err != nil {
		t.Fatal(err)
	}
	b.wait("an incoming link", func() bool { return len(b.links) == 1 })
	return client, b.links[0]
}

func (l *testLink) send(t *testing.T, id string, padding int) (err error) {
	t.Helper()
	frame, err := proto.Marshal(&wire.Message{MessageId: id, ServiceId: string(make([]byte, padding))})
	if err != nil {
		t.Fatal(err)
	}
	l.side.loop.Do(func() { err = l.Send(frame) })
	return err
}

func (l *testLink) wantInOrder(n int) {
	l.side.t.Helper()
	l.side.wait(strconv.Itoa(n)+" messages", func() bool { return len(l.got) >= n })
	l.side.mu.Lock()
	defer l.side.mu.Unlock()
	for i, id := range l.got {
		if id != strconv.Itoa(i) {
			l.side.t.Fatalf("message %d is %q", i, id)
		}
	}
}

func TestMessagesGoBothWaysInOrder(t *testing.T) {
	t.Parallel()
	client, server := pair(t)
	const n = 3000
	for i := range n {
		// All three encodings of a length, in both directions.
		for _, l := range []*testLink{client, server} {
			if err := l.send(t, strconv.Itoa(i), []int{0, 300, 70_000}[i%3*(i%50/49)]); err != nil {
				t.Fatal(err)
			}
		}
	}
	client.wantInOrder(n)
	server.wantInOrder(n)
	if s := client.side.Stats(); s.FramesIn != n || s.FramesOut != n || s.BytesIn == 0 || s.Writes == 0 {
		t.Errorf("stats: %+v", s)
	}
	if got := server.RemoteAddr(); !got.IsLoopback() {
		t.Errorf("remote address %v", got)
	}
}

func TestLargestFrame(t *testing.T) {
	t.Parallel()
	client, server := pair(t)
	overhead := proto.Size(&wire.Message{MessageId: "0", ServiceId: string(make([]byte, 1<<20-100))}) - (1<<20 - 100)
	if err := client.send(t, "0", 1<<20-overhead); err != nil {
		t.Fatal(err)
	}
	server.wantInOrder(1)
	if server.bytes != 1<<20 {
		t.Fatalf("sent %d bytes, want the limit", server.bytes)
	}
	if err := client.send(t, "1", 1<<20-overhead+1); err != nil {
		t.Fatal(err)
	}
	server.side.wait("the end of a link with too large a frame", func() bool { return len(server.closed) == 1 })
	client.side.wait("the end of the link at its sender", func() bool { return len(client.closed) == 1 })
	if server.closed[0] || client.closed[0] || len(server.got) != 1 {
		t.Errorf("closed %v and %v with %d messages, want no grace and 1", server.closed, client.closed, len(server.got))
	}
}

func TestCloseTellsWhetherItIsGraceful(t *testing.T) {
	t.Parallel()
	for _, graceful := range []bool{true, false} {
		for _, byServer := range []bool{true, false} {
			client, server := pair(t)
			from, to := client, server
			if byServer {
				from, to = server, client
			}
			if err := from.send(t, "0", 100_000); err != nil {
				t.Fatal(err)
			}
			from.side.loop.Do(func() { from.Close(graceful) })
			to.wantInOrder(1) // what was sent before arrives
			to.side.wait("the close", func() bool { return len(to.closed) == 1 })
			if to.closed[0] != graceful {
				t.Errorf("closed by server %v: graceful %v, want %v", byServer, to.closed[0], graceful)
			}
			if err := from.send(t, "1", 0); !errors.Is(err, transport.ErrNotConnected) {
				t.Errorf("sent after Close: %v", err)
			}
			waitOpen(t, from.side, 0)
			waitOpen(t, to.side, 0)
			if len(from.closed) != 0 {
				t.Error("the side that closed got an event")
			}
		}
	}
}

// waitOpen waits until a network has a number of connections.
func waitOpen(t *testing.T, s *side, n int) {
	t.Helper()
	eventually(t, fmt.Sprintf("%d connections", n), func() bool { return s.Stats().Open == n })
}

// eventually waits until something is true that nobody tells.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	deadline := time.Now().Add(patience)
	for !ok() {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain: %s", what)
		}
		<-tick.C
	}
}
