package connection

import (
	"net/netip"
	"slices"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// checkInvariants fails if what the manager keeps does not fit together.
func checkInvariants(t *testing.T, m *Manager) {
	t.Helper()
	if len(m.ordered) != len(m.conns) {
		t.Fatalf("%d connections in order, %d by id", len(m.ordered), len(m.conns))
	}
	if !slices.IsSortedFunc(m.ordered, func(a, b *conn) int { return a.peer.ID.Compare(b.peer.ID) }) {
		t.Fatal("connections are not in order")
	}
	for _, c := range m.ordered {
		if m.conns[c.peer.ID] != c {
			t.Fatal("connections in order are not those by id")
		}
		if c.state == open && (c.pipe == nil || c.pipe.ended || c.pipe.conn != c || len(c.buffer) > 0) {
			t.Fatalf("open connection without an open link: %+v", c)
		}
		if c.state != open && c.deadline == nil {
			t.Fatalf("an attempt without an end: %+v", c)
		}
		if c.rival != nil && (c.rival.ended || c.rival.conn != c) {
			t.Fatalf("a rival that is gone: %+v", c.rival)
		}
	}
	for _, p := range m.halfOpen {
		if p.ended || p.deadline == nil {
			t.Fatal("a link without a handshake that is gone")
		}
	}
}

// FuzzFrames feeds a manager with what strangers may send, on links that it has accepted
// and on one that it has opened.
func FuzzFrames(f *testing.F) {
	seed := func(ms ...*wire.Message) {
		var script []byte
		for i, m := range ms {
			b, err := proto.Marshal(m)
			if err != nil {
				f.Fatal(err)
			}
			script = append(script, byte(i%4), byte(len(b)>>8), byte(len(b)))
			script = append(script, b...)
		}
		f.Add(script)
	}
	transcript := loadTranscript(f)
	seed(transcript...)
	for _, m := range transcript {
		seed(m, m, m, m, m)
	}
	id := idOf(0xbb)
	seed(&wire.Message{}, &wire.Message{}, &wire.Message{Body: &wire.Message_HandshakeResponse{HandshakeResponse: &wire.HandshakeResponse{
		SourcePeerDescriptor: &wire.PeerDescriptor{NodeId: id[:]}, ProtocolVersion: "1.1"}}})
	f.Fuzz(func(t *testing.T, script []byte) {
		w := newWorld(t, simlink.Options{})
		n := w.add(0xaa)
		links := []*scriptLink{{n: 1}, {n: 2}, {n: 3}, {n: 4}}
		n.accept(links[0], transport.ActionConnect)
		n.accept(links[1], transport.ActionConnect)
		n.accept(links[3], transport.ActionCheck)
		// The third is one that the manager has opened itself.
		peer := &wire.Peer{ID: id, Descriptor: &wire.PeerDescriptor{NodeId: id[:]}}
		c := &conn{peer: peer, state: greeting}
		c.pipe = &pipe{m: n.Manager, link: links[2], conn: c}
		c.deadline = n.env.Loop.After(pendingTimeout, func() { n.drop(c, false) })
		n.insert(c)
		links[2].Start(c.pipe.events())
		for frames := 0; len(script) >= 3 && frames < 50; frames++ {
			l := links[script[0]%4]
			size := min(int(script[1])<<8|int(script[2]), len(script)-3)
			frame := script[3 : 3+size]
			m := new(wire.Message)
			if proto.Unmarshal(frame, m) == nil && !l.closed && l.events.Message != nil {
				l.events.Message(m, size)
			} else if script[0]&0x80 != 0 && !l.closed && l.events.Closed != nil {
				l.closed = true
				l.events.Closed(script[0]&0x40 != 0)
			}
			script = script[3+size:]
			checkInvariants(t, n.Manager)
			w.run(time.Duration(size%8) * time.Second)
			checkInvariants(t, n.Manager)
		}
		stopped := false
		n.Stop(func() { stopped = true })
		w.run(time.Minute)
		checkInvariants(t, n.Manager)
		if !stopped || len(n.ordered) > 0 || len(n.halfOpen) > 0 {
			t.Fatal("does not stop")
		}
	})
}

// scriptLink is a link whose other end is the fuzzer.
type scriptLink struct {
	n      byte
	events transport.LinkEvents
	closed bool
}

func (l *scriptLink) Start(e transport.LinkEvents) { l.events = e }
func (l *scriptLink) Buffered() int                { return 0 }
func (l *scriptLink) Close(bool)                   { l.closed = true }
func (l *scriptLink) RemoteAddr() netip.Addr       { return netip.AddrFrom4([4]byte{10, 9, 9, l.n}) }
func (l *scriptLink) Send([]byte) error {
	if l.closed {
		return transport.ErrNotConnected
	}
	return nil
}

func FuzzVersion(f *testing.F) {
	for _, s := range []string{"1.1", "0.9", "1.", ".1", "1", "01.1", "+1.1", "1.1.1", "99999999999999999999.1", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if speaks(s) && (s == "" || s[0] < '0' || s[0] > '9') {
			t.Errorf("speaks %q", s)
		}
	})
}
