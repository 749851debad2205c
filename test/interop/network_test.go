//go:build interop

package interop

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// topology says whose software does what in a scenario.
type topology struct {
	entry, publisher, subscribers side
}

func (tp topology) String() string {
	if tp == (topology{official, official, official}) {
		return "official only"
	}
	return fmt.Sprintf("%s entry point, %s publisher, %s subscribers", tp.entry, tp.publisher, tp.subscribers)
}

// topologies are those in which every scenario is run. The first is the baseline: what
// fails there is no fault of ours.
var topologies = []topology{
	{official, official, official},
	{ours, official, official},
	{ours, ours, official},
	{ours, official, ours},
	{official, ours, ours},
}

// scenario is one thing that must work whoever does what.
type scenario struct {
	name string
	run  func(t testing.TB, l *lab, tp topology)
}

var scenarios = []scenario{
	{"every message arrives", everyMessageArrives},
	{"contents come as they were", contentsArrive},
	{"partition keys", partitionKeys},
	{"encrypted, keys by RSA", func(t testing.TB, l *lab, tp topology) { encrypted(t, l, tp, false) }},
	{"encrypted, keys by ML-KEM", func(t testing.TB, l *lab, tp topology) { encrypted(t, l, tp, true) }},
	{"proxies", proxies},
	{"resends", resends},
	{"gaps are filled", gapsAreFilled},
	{"leaving and coming back", leaving},
}

// TestNetwork runs the official SDK and ours in one Streamr network on a devnet. In each
// topology one node is the only entry point and takes part in the stream parts.
func TestNetwork(t *testing.T) {
	l := startLab(t)
	for _, tp := range topologies {
		t.Run(tp.String(), func(t *testing.T) {
			needs(t, tp.entry, tp.publisher, tp.subscribers)
			for i, s := range scenarios {
				t.Run(s.name, func(t *testing.T) {
					if i > 0 {
						t.Parallel() // with each other: they wait more than they work
					}
					twice(t, func(t testing.TB) { s.run(t, l, tp) })
				})
			}
		})
	}
}

const (
	messagesEach = 1000
	arrival      = 15 * time.Second // of the last message, after it was published
)

var everybody = access{[]string{logstore.Public}, []string{logstore.Public}}

// stage is a stream whose parts a sole entry point takes part in.
type stage struct {
	*lab
	topology
	stream string
	parts  []part
	entry  *relay
}

func (l *lab) stage(t testing.TB, tp topology, partitions int, a access, spec relaySpec) *stage {
	t.Helper()
	s := &stage{lab: l, topology: tp, stream: l.stream(t, partitions, a)}
	for i := range partitions {
		s.parts = append(s.parts, part{s.stream, i})
	}
	spec.ID, spec.Join = randomNodeID(), s.parts
	s.entry = startRelay(t, tp.entry, spec)
	return s
}

// publisher opens a client of the publisher's side. None has a server: it reaches those
// that have none either only through others.
func (s *stage) publisher(t testing.TB, cfg peerConfig) *peer {
	t.Helper()
	cfg.EntryPoints = []contact{s.entry.contact}
	return s.client(t, s.topology.publisher, "publishers", "publisher", cfg)
}

// subscriber opens a client of the subscribers' side; every second has a server. They are
// spread over two processes, as there are two cores at least.
func (s *stage) subscriber(t testing.TB, i int, cfg peerConfig) *peer {
	t.Helper()
	cfg.EntryPoints = []contact{s.entry.contact}
	if i%2 == 0 {
		cfg.Listen = freePort(t)
	}
	return s.client(t, s.subscribers, fmt.Sprint("subscribers ", i/2%2), fmt.Sprint("subscriber ", i), cfg)
}

// subscribeAll subscribes a peer to all parts of the stream and waits for a neighbour on each.
func (s *stage) subscribeAll(p *peer) {
	p.t.Helper()
	for _, at := range s.parts {
		p.subscribe(at.String(), at, nil)
	}
	s.joinAll(p)
}

func (s *stage) joinAll(p *peer) {
	p.t.Helper()
	for _, at := range s.parts {
		p.join(at, 1)
	}
}

// check compares what peers get on all parts of the stream with what was published.
func (s *stage) check(published []networkMessage, peers ...*peer) {
	end := time.Now().Add(arrival)
	for _, p := range peers {
		p.t.Helper()
		for _, at := range s.parts {
			want := on(at, published)
			got := p.received(at.String(), len(want), time.Until(end))
			if !checkReceived(p.t, fmt.Sprintf("%s on partition %d", p.name, at.Partition), got, want) {
				p.t.Logf("its neighbours: %v", p.neighbours(at))
			}
		}
	}
}

// on picks the messages of a stream part.
func on(at part, messages []networkMessage) []networkMessage {
	return slices.DeleteFunc(slices.Clone(messages), func(m networkMessage) bool { return m.Partition != at.Partition })
}

// Three stream parts, one publisher, three subscribers of which two have no server: they
// can meet the publisher only through the entry point or the subscriber with a server.
func everyMessageArrives(t testing.TB, l *lab, tp topology) {
	s := l.stage(t, tp, 3, everybody, relaySpec{})
	var subscribers []*peer
	for _, i := range []int{0, 1, 3} {
		p := s.subscriber(t, i, peerConfig{})
		s.subscribeAll(p)
		subscribers = append(subscribers, p)
	}
	publisher := s.publisher(t, peerConfig{})
	s.joinAll(publisher)
	start := time.Now()
	var want []networkMessage
	for _, at := range s.parts {
		want = append(want, publisher.publish(batch{Count: messagesEach}.to(at))...)
	}
	published := time.Since(start)
	s.check(want, subscribers...)
	t.Logf("%d messages handed over in %s, all received after %s", len(want), published.Round(time.Millisecond), time.Since(start).Round(time.Millisecond))
}

// Messages with the same partition key are on the partition that the key says.
func partitionKeys(t testing.TB, l *lab, tp topology) {
	const partitions = 5
	s := l.stage(t, tp, partitions, everybody, relaySpec{})
	subscriber := s.subscriber(t, 0, peerConfig{})
	s.subscribeAll(subscriber)
	publisher := s.publisher(t, peerConfig{})
	s.joinAll(publisher)
	var want []networkMessage
	for i, key := range []string{"a", "B", "device-17", "ключ", "🔑", "0", "-1", "key with spaces"} {
		got := publisher.publish(batch{Stream: s.stream, PartitionKey: key, Count: 20, First: i * 20})
		if at := int(message.PartitionOf(key, partitions)); len(got) != 20 || got[0].Partition != at || got[19].Partition != at {
			t.Errorf("key %q: %d messages on partition %d, want 20 on %d", key, len(got), got[0].Partition, at)
		}
		want = append(want, got...)
	}
	s.check(want, subscriber)
}

// A subscriber leaves in mid-stream: the others go on without a gap, and it gets what is
// new when it comes back. Another one inspects the entry point and finds that it passes
// on what others do.
func leaving(t testing.TB, l *lab, tp topology) {
	s := l.stage(t, tp, 1, everybody, relaySpec{})
	at := s.parts[0]
	stays, leaves := s.subscriber(t, 0, peerConfig{}), s.subscriber(t, 1, peerConfig{})
	s.subscribeAll(stays)
	s.subscribeAll(leaves)
	publisher := s.publisher(t, peerConfig{})
	s.joinAll(publisher)
	stream := publisher.start(batch{Count: 200, EveryMS: 20}.to(at))
	after(leaves, at.String(), 50)
	leaves.unsubscribe(at.String())
	// A Go client does not inspect others.
	if s.subscribers == official && !stays.inspect(at, s.entry.contact) {
		t.Error("a subscriber that inspects the entry point says that it does not pass on messages")
	}
	all := stream.end(t)
	s.check(all, stays)
	s.subscribeAll(leaves)
	s.joinAll(publisher)
	all = append(all, publisher.publish(batch{Count: 50, First: len(all)}.to(at))...)
	s.check(all, stays)
	checkFrom(leaves, at, all, len(all)-50)
}

// checkFrom checks that a peer that came in mid-stream got everything from some message
// on, which is not later than the one at latest. What its neighbours still have in their
// buffers comes first.
func checkFrom(p *peer, at part, published []networkMessage, latest int) {
	p.t.Helper()
	newest := published[len(published)-1]
	var got reception
	eventually(p.t, p.name+" gets the newest message", arrival, func() bool {
		got = p.received(at.String(), 0, 0)
		return slices.Contains(got.Messages, newest)
	})
	begin := slices.Index(published, got.Messages[0])
	if begin < 0 || begin > latest {
		p.t.Errorf("%s begins with the message at %d of %d, want %d at the latest", p.name, begin, len(published), latest)
		return
	}
	checkReceived(p.t, p.name, got, published[begin:])
}
