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
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// foreign connects with a foreign library to a side, and waits for the link there.
func foreign(t *testing.T, s *side) (*websocket.Conn, *testLink) {
	t.Helper()
	s.mu.Lock()
	before := len(s.links)
	s.mu.Unlock()
	c, _, err := websocket.DefaultDialer.Dial("ws://"+s.Addr().String(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	s.wait("a link", func() bool { return len(s.links) > before })
	return c, s.links[before]
}

func message(t testing.TB, id string, padding int) []byte {
	t.Helper()
	b, err := proto.Marshal(&wire.Message{MessageId: id, ServiceId: string(make([]byte, padding))})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

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

func TestTextIsIgnoredAndNonsenseCountsOnlyAFewTimes(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	c, l := foreign(t, s)
	write := func(kind int, b []byte) {
		if err := c.WriteMessage(kind, b); err != nil {
			t.Fatal(err)
		}
	}
	for range 10 {
		write(websocket.TextMessage, []byte("text"))
	}
	for range maxMalformed {
		write(websocket.BinaryMessage, []byte{0xff})
	}
	write(websocket.BinaryMessage, message(t, "0", 0))
	l.wantInOrder(1)
	write(websocket.BinaryMessage, []byte{0xff})
	s.wait("the end", func() bool { return len(l.closed) == 1 })
	if l.closed[0] || s.Stats().Malformed != maxMalformed+1 {
		t.Errorf("graceful %v, %+v", l.closed[0], s.Stats())
	}
}

func TestFragmentsAndPings(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	c, l := foreign(t, s)
	pong := make(chan string, 100)
	c.SetPongHandler(func(data string) error { pong <- data; return nil })
	frame := message(t, "0", 1000)
	w, err := c.NextWriter(websocket.BinaryMessage)
	if err != nil {
		t.Fatal(err)
	}
	for len(frame) > 0 {
		n := min(100, len(frame))
		if _, err := w.Write(frame[:n]); err != nil {
			t.Fatal(err)
		}
		frame = frame[n:]
		if err := c.WriteControl(websocket.PingMessage, []byte("are you there"), time.Now().Add(patience)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	l.wantInOrder(1)
	go func() { _, _, _ = c.NextReader() }() // ends with the connection
	if got := <-pong; got != "are you there" {
		t.Errorf("pong %q", got)
	}
}

func TestPeerGetsTheCloseCode(t *testing.T) {
	t.Parallel()
	for graceful, code := range map[bool]int{true: 1001, false: 1005} {
		s := newSide(t)
		c, l := foreign(t, s)
		s.loop.Do(func() { l.Close(graceful) })
		_, _, err := c.NextReader()
		if !websocket.IsCloseError(err, code) {
			t.Errorf("graceful %v: %v, want %d", graceful, err, code)
		}
	}
	// And the other way: its own code comes back, as the protocol wants it.
	s := newSide(t)
	c, l := foreign(t, s)
	if err := c.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(3001, "bye"), time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := c.NextReader(); !websocket.IsCloseError(err, 3001) {
		t.Errorf("echo: %v", err)
	}
	s.wait("the end", func() bool { return len(l.closed) == 1 })
	if !l.closed[0] {
		t.Error("3001 is not taken for graceful")
	}
}

func TestCloseNeedsNoAnswer(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	_, l := foreign(t, s) // which does not read, and so does not answer
	s.loop.Do(func() { l.Close(true) })
	waitOpen(t, s, 0)
}

func TestNothingIsDeliveredAfterClose(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	c, l := foreign(t, s)
	release := make(chan struct{})
	s.loop.Post(func() {
		<-release
		l.Close(false)
	})
	for range 3 {
		if err := c.WriteMessage(websocket.BinaryMessage, message(t, "late", 0)); err != nil {
			t.Fatal(err)
		}
	}
	deadline := time.Now().Add(patience)
	for s.Stats().FramesIn < 3 {
		if time.Now().After(deadline) {
			t.Fatal("not read")
		}
		time.Sleep(time.Millisecond)
	}
	close(release)
	waitOpen(t, s, 0)
	s.loop.Do(func() {})
	if len(l.got)+len(l.closed) > 0 {
		t.Errorf("after Close: %q, %v", l.got, l.closed)
	}
}

func TestFrameHeaders(t *testing.T) {
	t.Parallel()
	for size, want := range map[int]string{
		0: "8200", 125: "827d", 126: "827e007e", 65_535: "827effff", 65_536: "827f0000000000010000",
	} {
		plain := appendFrame(nil, opBinary, make([]byte, size), false)
		if got := fmt.Sprintf("%x", plain[:len(plain)-size]); got != want {
			t.Errorf("header of %d bytes is %s, want %s", size, got, want)
		}
		if masked := appendFrame(nil, opBinary, make([]byte, size), true); len(masked) != len(plain)+4 || masked[1] != plain[1]|maskBit {
			t.Errorf("masked header of %d bytes: %x", size, masked[:len(masked)-size])
		}
	}
}

func TestPeerThatDoesNotReadIsDropped(t *testing.T) {
	t.Parallel()
	const queue = 1 << 20
	s := newSide(t, func(c *Config) { c.QueueBytes, c.SlowAfter = queue, 200*time.Millisecond })
	_, l := foreign(t, s)
	deadline := time.Now().Add(patience)
	for {
		err := l.send(t, "x", 50_000)
		s.mu.Lock()
		ended := len(l.closed) == 1
		s.mu.Unlock()
		if ended {
			break
		}
		var buffered int
		s.loop.Do(func() { buffered = l.Buffered() })
		if buffered > queue {
			t.Fatalf("%d bytes wait, over the limit of %d", buffered, queue)
		}
		if errors.Is(err, transport.ErrBackpressure) {
			time.Sleep(time.Millisecond)
		}
		if time.Now().After(deadline) {
			t.Fatal("a peer that does not read stays")
		}
	}
	if l.closed[0] || s.Stats().Slow == 0 {
		t.Errorf("graceful %v, %+v", l.closed[0], s.Stats())
	}
	waitOpen(t, s, 0)
}

// A peer that reads, but too slowly, keeps its queue full without ever stopping the writer.
func TestQueueThatStaysFullEndsTheLink(t *testing.T) {
	t.Parallel()
	const queue, size = 100_000, 1000
	n := newSide(t, func(c *Config) { c.QueueBytes = queue }).Network
	conn := &scriptConn{closed: make(chan struct{})}
	l := newLink(n, true)
	l.conn = conn // and no writer: it is what the test takes away
	fill := func() (sent int) {
		for ; sent <= queue; sent += size {
			if err := l.Send(make([]byte, size)); err != nil {
				if !errors.Is(err, transport.ErrBackpressure) {
					t.Fatal(err)
				}
				break
			}
		}
		if got := l.Buffered(); got > queue || got < queue-2*size {
			t.Fatalf("%d bytes wait, want almost %d", got, queue)
		}
		return sent
	}
	// What the writer would do, as if the first of two buffers had been written.
	drain := func(keep int) {
		l.out.mu.Lock()
		l.out.bufs, l.out.size, l.out.writing = nil, 0, keep
		l.out.mu.Unlock()
	}
	isDead := func() bool {
		select {
		case <-conn.closed:
			return true
		default:
			return false
		}
	}
	age := func() {
		l.out.mu.Lock()
		l.out.fullSince = l.out.fullSince.Add(-n.cfg.SlowAfter)
		l.out.mu.Unlock()
	}
	fill()
	drain(queue / 3) // below half: that was a burst
	fill()
	if isDead() {
		t.Fatal("ended at once")
	}
	drain(2 * queue / 3) // not enough
	age()
	fill()
	if !isDead() || n.Stats().Slow != 1 {
		t.Error("a queue that stays full does not end the link")
	}
}

func TestLoopThatIsBehindStopsTheReading(t *testing.T) {
	t.Parallel()
	a := newSide(t, func(c *Config) { c.QueueBytes = 1 << 20 })
	b := newSide(t, func(c *Config) { c.InboxFrames = 10 })
	client, err := a.dial(b)
	if err != nil {
		t.Fatal(err)
	}
	b.wait("a link", func() bool { return len(b.links) == 1 })
	server := b.links[0]
	release := make(chan struct{})
	b.loop.Post(func() { <-release })
	const n, size = 150, 100_000
	for i := range n {
		for client.send(t, strconv.Itoa(i), size) != nil {
			// Full: most of it cannot get into the queues of both nodes and of the system.
			select {
			case <-release:
				time.Sleep(time.Millisecond)
			default:
				if got := b.Stats().FramesIn; got > 12 {
					t.Errorf("%d frames were read while the loop stood still, want about 10", got)
				}
				close(release)
			}
		}
	}
	select {
	case <-release:
	default:
		close(release)
		t.Error("everything was taken while the loop stood still")
	}
	server.wantInOrder(n)
	if b.Stats().Throttled == 0 {
		t.Error("the reading was never held up")
	}
}

func TestRateOfAPeerIsLimited(t *testing.T) {
	t.Parallel()
	a := newSide(t)
	b := newSide(t, func(c *Config) { c.FramesPerSecond = 100 })
	client, err := a.dial(b)
	if err != nil {
		t.Fatal(err)
	}
	b.wait("a link", func() bool { return len(b.links) == 1 })
	start := time.Now()
	for i := range 150 {
		if err := client.send(t, strconv.Itoa(i), 0); err != nil {
			t.Fatal(err)
		}
	}
	b.links[0].wantInOrder(150)
	if took := time.Since(start); took < 450*time.Millisecond {
		t.Errorf("150 frames in %v, with a limit of 100 a second and a burst of 100", took)
	}
}

func TestSilentPeerIsPingedThenDropped(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	after := s.cfg.PingAfter
	_, tl := foreign(t, s) // which does not read, and so does not answer
	l := tl.Link.(*link)
	silentFor := func(d time.Duration) { l.heard.Store(time.Now().Add(-d).UnixNano()) }

	silentFor(after - time.Second)
	l.checkSilence()
	if got := l.Buffered(); got != 0 || s.Stats().Writes != 0 {
		t.Error("pinged too early")
	}
	silentFor(after)
	l.checkSilence()
	deadline := time.Now().Add(patience)
	for s.Stats().Writes == 0 {
		if time.Now().After(deadline) {
			t.Fatal("not pinged")
		}
		time.Sleep(time.Millisecond)
	}
	l.paused.Store(true) // we have not listened: that is no silence
	silentFor(2 * after)
	l.checkSilence()
	l.paused.Store(false)
	silentFor(2*after - time.Second)
	l.checkSilence()
	select {
	case <-l.dead:
		t.Fatal("dropped too early")
	default:
	}
	silentFor(2 * after)
	l.checkSilence()
	s.wait("the end", func() bool { return len(tl.closed) == 1 })
	if s.Stats().Silent != 1 || tl.closed[0] {
		t.Errorf("graceful %v, %+v", tl.closed[0], s.Stats())
	}
}

func TestPingIsAnswered(t *testing.T) {
	t.Parallel()
	client, server := pair(t)
	for _, l := range []*link{client.Link.(*link), server.Link.(*link)} {
		old := time.Now().Add(-time.Minute).UnixNano()
		l.heard.Store(old)
		l.control(opPing, []byte("x"))
		deadline := time.Now().Add(patience)
		for l.heard.Load() == old {
			if time.Now().After(deadline) {
				t.Fatal("a pong is no sign of life, or there is none")
			}
			time.Sleep(time.Millisecond)
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
