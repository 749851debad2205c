package connection

import (
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// victims are ids of a peer for which the tie-break of node aa goes either way.
func victims(t *testing.T) (weOffer, theyOffer wire.NodeID) {
	t.Helper()
	found := 0
	for b := byte(1); found != 3; b++ {
		if offers(idOf(0xaa), idOf(b)) {
			weOffer, found = idOf(b), found|1
		} else {
			theyOffer, found = idOf(b), found|2
		}
	}
	return weOffer, theyOffer
}

func TestStrangerCannotTakeThePlaceOfALivePeer(t *testing.T) {
	t.Parallel()
	one, two := victims(t)
	for _, id := range []wire.NodeID{one, two} {
		w := newWorld(t, simlink.Options{})
		a := w.add(0xaa)
		victim := w.start(w.net.NewHost(0, false), id, false)
		if err := victim.send(a, "1", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(time.Second)
		stranger := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
		stranger.greet(id, nil)
		w.run(time.Minute)
		if got := stranger.verdict(); got != "DUPLICATE_CONNECTION" || !stranger.closed {
			t.Errorf("verdict %q, closed %v", got, stranger.closed)
		}
		if err := a.send(victim, "2", transport.SendOptions{NoWait: true}); err != nil {
			t.Fatal(err)
		}
		w.run(time.Second)
		want(t, "victim got", victim.got, []string{"aa:2"})
		want(t, "a's log", a.log, []string{"+" + id.String()[:2]})
	}
}

// A peer that has lost its power, and comes back elsewhere, must not be shut out by
// what is left of its old connection.
func TestPeerComesBackFromAnotherAddress(t *testing.T) {
	t.Parallel()
	one, two := victims(t)
	for _, id := range []wire.NodeID{one, two} {
		w := newWorld(t, simlink.Options{BreakAfter: time.Hour})
		a := w.add(0xaa)
		host := w.net.NewHost(0, false)
		if err := w.start(host, id, false).send(a, "1", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(time.Second)
		host.Freeze()
		again := w.start(w.net.NewHost(0, false), id, false)
		tries := 0
		for ; len(a.got) < 2 && tries < 3; tries++ {
			if err := again.send(a, "2", transport.SendOptions{}); err != nil {
				t.Fatal(err)
			}
			w.run(pendingTimeout)
		}
		if len(a.got) < 2 {
			t.Errorf("%s: got %q after %d tries", id, a.got, tries)
		}
	}
}

func TestSameAddressReplacesAtOnceWhereTheTieBreakSaysSo(t *testing.T) {
	t.Parallel()
	_, id := victims(t)
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	host := w.net.NewHost(0, false)
	old := w.dialRaw(host, a, transport.ActionConnect)
	old.greet(id, nil)
	w.run(100 * time.Millisecond)
	newer := w.dialRaw(host, a, transport.ActionConnect)
	newer.greet(id, nil)
	w.run(100 * time.Millisecond)
	if !old.closed || newer.verdict() != "accepted" {
		t.Errorf("old closed %v, verdict %q", old.closed, newer.verdict())
	}
	want(t, "log", a.log, []string{"+" + id.String()[:2]})
	if got := a.Stats().Replaced; got != 1 {
		t.Errorf("%d replaced, want 1", got)
	}
}

// Two nodes dial each other, and the one whose attempt has to win cannot get through: the
// other one's, which would be refused, is used.
func TestPeerWithAWrongAddressIsMetOnItsOwnConnection(t *testing.T) {
	t.Parallel()
	one, two := victims(t)
	for _, id := range []wire.NodeID{one, two} {
		w := newWorld(t, simlink.Options{})
		a := w.add(0xaa)
		b := w.start(w.net.NewHost(0, false), id, true) // says that it has a server
		b.self.Descriptor.Websocket.Host = "10.9.9.9"   // where nobody answers
		if err := a.send(b, "1", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(time.Second)
		if err := b.send(a, "2", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(5 * time.Second)
		want(t, "a got", a.got, []string{id.String()[:2] + ":2"})
		want(t, "b got", b.got, []string{"aa:1"})
	}
}

func TestAnswerOfAnotherNodeIsRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	liar := w.net.NewHost(0, true)
	r := &raw{w: w}
	liar.Accept(func(l transport.Link, _ string) { r.take(l) })
	id, other := idOf(0xbb), idOf(0xcc)
	to, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: id[:], Websocket: &wire.ConnectivityMethod{Host: liar.Addr().String(), Port: simlink.Port}})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.send(&node{Manager: &Manager{self: to}}, "1", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(100 * time.Millisecond)
	r.send(&wire.Message{Body: &wire.Message_HandshakeResponse{HandshakeResponse: &wire.HandshakeResponse{
		SourcePeerDescriptor: &wire.PeerDescriptor{NodeId: other[:]}, ProtocolVersion: "1.1",
	}}})
	w.run(time.Second)
	if !r.closed || a.HasConnection(id) || a.HasConnection(other) {
		t.Errorf("closed %v, connections %v", r.closed, a.Connections())
	}
	want(t, "log", a.log, []string{"-bb"})
}
