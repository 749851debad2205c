//go:build interop

package interop

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// parties says whose the nodes without users are and whose the clients.
type parties struct{ nodes, clients side }

// TestNetworkChaos kills nodes, publishers and subscribers in mid-stream, without a word
// to their neighbours, and starts them again. No subscriber may miss a message in the end.
func TestNetworkChaos(t *testing.T) {
	l := startLab(t)
	for _, who := range []parties{{official, official}, {ours, official}, {ours, ours}, {official, ours}} {
		t.Run(fmt.Sprintf("%s nodes, %s clients", who.nodes, who.clients), func(t *testing.T) {
			needs(t, who.nodes, who.clients)
			for name, run := range map[string]func(testing.TB, *lab, parties){
				"nodes": nodesAreKilled, "an entry point": entryPointIsKilled, "publisher and subscriber": clientsAreKilled,
			} {
				t.Run(name, func(t *testing.T) {
					t.Parallel() // they mostly wait
					twice(t, func(t testing.TB) { run(t, l, who) })
				})
			}
		})
	}
}

// going is a batch that is being published.
type going struct {
	done chan struct{}
	err  error
	got  []networkMessage
}

// start publishes without waiting for the end.
func (p *peer) start(b batch) *going {
	g := &going{done: make(chan struct{})}
	go func() {
		defer close(g.done)
		var out struct{ Messages []networkMessage }
		g.err = p.try("publish", b, &out)
		g.got = out.Messages
	}()
	return g
}

// end waits until all is published.
func (g *going) end(t testing.TB) []networkMessage {
	t.Helper()
	<-g.done
	if g.err != nil {
		t.Fatal(g.err)
	}
	return g.got
}

// after waits until a subscription got so many messages: the test goes on by what
// happens, not by the clock.
func after(p *peer, sub string, count int) {
	p.t.Helper()
	if got := p.received(sub, count, 30*time.Second); len(got.Messages) < count {
		p.t.Errorf("%s: %d messages within 30 s, want %d", p.name, len(got.Messages), count)
	}
}

const (
	streamed = 600 // messages
	everyMS  = 20
)

// Three nodes without users, the first of them the entry point of everything, are killed
// and started again one after the other while a publisher streams.
func nodesAreKilled(t testing.TB, l *lab, who parties) {
	s, st := l.storedStage(t, topology{who.nodes, who.clients, who.clients}, 1)
	at := s.parts[0]
	relays := []*relay{s.entry}
	for range 2 {
		relays = append(relays, startRelay(t, who.nodes, relaySpec{ID: randomNodeID(), EntryPoints: []contact{s.entry.contact}, Join: s.parts}))
	}
	var subscribers []*peer
	for i := range 3 {
		p := s.subscriber(t, i, peerConfig{})
		s.subscribeAll(p)
		subscribers = append(subscribers, p)
	}
	publisher := s.publisher(t, peerConfig{})
	s.joinAll(publisher)
	stream := publisher.start(batch{Count: streamed, EveryMS: everyMS}.to(at))
	for i, r := range relays {
		after(subscribers[0], at.String(), streamed*(i+1)/5)
		r.kill()
		after(subscribers[0], at.String(), streamed*(i+1)/5+50)
		r.restart()
	}
	want := stream.end(t)
	// The last message of all shows a gap before it.
	want = append(want, publisher.publish(batch{Count: 10, First: streamed, EveryMS: 100}.to(at))...)
	st.has(at, subscribers[0], len(want))
	s.check(want, subscribers...)
}

// One of two entry points is killed and comes back knowing nothing but the other. Those
// who are there go on, and who knows only the one that was killed finds them.
//
// With a single entry point the official software stays split for good: the nodes that
// were there have each other and do not ask their entry point again, and whoever comes
// later meets only those who came later as well.
func entryPointIsKilled(t testing.TB, l *lab, who parties) {
	s := l.stage(t, topology{who.nodes, who.clients, who.clients}, 1, everybody, relaySpec{})
	at := s.parts[0]
	other := startRelay(t, who.nodes, relaySpec{ID: randomNodeID(), EntryPoints: []contact{s.entry.contact}, Join: s.parts})
	s.entry.spec.EntryPoints = append(s.entry.spec.EntryPoints, other.contact) // from its restart on
	both := []contact{s.entry.contact, other.contact}
	old := s.client(t, who.clients, "old", "old subscriber", peerConfig{EntryPoints: both})
	s.subscribeAll(old)
	publisher := s.client(t, who.clients, "publishers", "publisher", peerConfig{EntryPoints: both})
	s.joinAll(publisher)
	whole := publisher.publish(batch{Count: 50}.to(at))
	s.check(whole, old)
	s.entry.kill()
	whole = append(whole, publisher.publish(batch{Count: 50, First: 50, EveryMS: 20}.to(at))...)
	s.entry.restart()
	restarted := time.Now()
	late := s.subscriber(t, 2, peerConfig{})
	s.subscribeAll(late)
	// It begins with the first message that finds it.
	for len(late.received(at.String(), 1, 0).Messages) == 0 {
		if time.Since(restarted) > 30*time.Second {
			t.Fatalf("who came after the entry point's restart got nothing within %s", time.Since(restarted))
		}
		whole = append(whole, publisher.publish(batch{Count: 1, First: len(whole), EveryMS: 100}.to(at))...)
	}
	t.Logf("who came after the restart got a message %s after it", time.Since(restarted).Round(100*time.Millisecond))
	first := len(whole)
	whole = append(whole, publisher.publish(batch{Count: 100, First: first, EveryMS: 10}.to(at))...)
	s.check(whole, old)
	checkFrom(late, at, whole, first)
}

// A publisher is killed in mid-stream, and another process goes on with its key. A
// subscriber is killed as well, and goes on where it was with a resend.
func clientsAreKilled(t testing.TB, l *lab, who parties) {
	s, _ := l.storedStage(t, topology{who.nodes, who.clients, who.clients}, 1)
	at := s.parts[0]
	stays := s.subscriber(t, 0, peerConfig{})
	s.subscribeAll(stays)
	mortal := func(name, key string, listen int) *peer {
		return s.client(t, who.clients, name+" "+randomNodeID(), name, peerConfig{PrivateKey: key, Listen: listen, EntryPoints: []contact{s.entry.contact}})
	}
	key := randomKey()
	publisher := mortal("publisher", key, 0)
	s.joinAll(publisher)
	reader := mortal("reader", randomKey(), freePort(t))
	s.subscribeAll(reader)

	first := publisher.publish(batch{Count: 100, EveryMS: 5}.to(at))
	s.check(first, stays, reader)
	reader.worker.kill()
	second := publisher.publish(batch{Count: 100, First: 100, EveryMS: 5}.to(at))
	s.check(append(slices.Clip(first), second...), stays)
	stream := publisher.start(batch{Count: 10_000, First: 200, EveryMS: 5}.to(at))
	after(stays, at.String(), 300)
	publisher.worker.kill()
	if <-stream.done; stream.err == nil {
		t.Fatal("the publisher was not killed in time")
	}
	publisher = mortal("publisher", key, 0)
	s.joinAll(publisher)
	reader = mortal("reader", randomKey(), freePort(t))
	last := first[len(first)-1]
	reader.subscribe(at.String(), at, resendQuery{From: &ref{last.Timestamp, &last.Sequence}})
	s.joinAll(reader)
	third := publisher.publish(batch{Count: 100, First: 20_000, EveryMS: 5}.to(at))
	for _, c := range []struct {
		p   *peer
		old []networkMessage
	}{{stays, append(slices.Clip(first), second...)}, {reader, append(slices.Clip(first[len(first)-1:]), second...)}} {
		// What the publisher sent while it was killed has no record, but an end.
		eventually(t, c.p.name+" gets the newest message", arrival, func() bool {
			return slices.Contains(c.p.received(at.String(), 0, 0).Messages, third[len(third)-1])
		})
		got := c.p.received(at.String(), 0, 0)
		newest := slices.DeleteFunc(slices.Clone(got.Messages), func(m networkMessage) bool { return m.Chain != third[0].Chain })
		oldest := slices.DeleteFunc(slices.Clone(got.Messages), func(m networkMessage) bool { return m.Chain != first[0].Chain })
		checkReceived(t, c.p.name+", new process", reception{newest, got.Errors, true}, third)
		if len(oldest) < len(c.old)+100 {
			t.Errorf("%s: %d messages of the killed publisher, want %d and 100 more at least", c.p.name, len(oldest), len(c.old))
			continue
		}
		checkReceived(t, c.p.name+", killed process", reception{oldest[:len(c.old)], nil, true}, c.old)
	}
}
