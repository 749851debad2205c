//go:build interop

package interop

import (
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore"
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

// TestNetwork runs the official SDK and ours in one Streamr network on a devnet. In each
// topology one node is the only entry point and takes part in the stream parts.
func TestNetwork(t *testing.T) {
	l := startLab(t)
	for _, tp := range topologies {
		t.Run(tp.String(), func(t *testing.T) {
			needs(t, tp.entry, tp.publisher, tp.subscribers)
			for _, s := range []struct {
				name string
				run  func(*testing.T, *lab, topology)
			}{
				{"every message arrives", everyMessageArrives},
			} {
				t.Run(s.name, func(t *testing.T) { s.run(t, l, tp) })
			}
		})
	}
}

const messagesEach = 1000

// Three stream parts, one publisher, four subscribers of which two have no server: they
// can meet the others only through the entry point or a node with a server.
func everyMessageArrives(t *testing.T, l *lab, tp topology) {
	pub := logstore.Public
	stream := l.stream(t, 3, access{[]string{pub}, []string{pub}})
	parts := []part{{stream, 0}, {stream, 1}, {stream, 2}}
	entry := startRelay(t, tp.entry, relaySpec{ID: randomNodeID(), Join: parts})
	var subscribers []*peer
	for i := range 4 {
		cfg := peerConfig{EntryPoints: []contact{entry.contact}}
		if i%2 == 0 {
			cfg.Listen = freePort(t)
		}
		p := l.client(t, tp.subscribers, "subscribers", fmt.Sprint("subscriber ", i), cfg)
		for _, at := range parts {
			p.subscribe(at.String(), at, nil)
		}
		subscribers = append(subscribers, p)
	}
	publisher := l.client(t, tp.publisher, "publishers", "publisher", peerConfig{EntryPoints: []contact{entry.contact}})
	for _, p := range append(subscribers, publisher) {
		for _, at := range parts {
			p.join(at, 1)
		}
	}
	start := time.Now()
	want := map[part][]networkMessage{}
	for _, at := range parts {
		want[at] = publisher.publish(batch{Count: messagesEach}.to(at))
	}
	t.Logf("published %s", time.Since(start))
	for _, p := range subscribers {
		for _, at := range parts {
			checkReceived(t, fmt.Sprintf("%s on partition %d", p.name, at.Partition), p.received(at.String(), messagesEach, 15*time.Second), want[at])
		}
	}
	t.Logf("received %s", time.Since(start))
}
