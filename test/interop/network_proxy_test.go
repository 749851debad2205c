//go:build interop

package interop

import (
	"testing"
)

// The entry point serves clients that take no part in the network: one that only
// publishes, one that only subscribes, and one that does both, beside an ordinary
// subscriber. The publisher goes on as an ordinary node when its proxy is gone.
func proxies(t testing.TB, l *lab, tp topology) {
	s := l.stage(t, tp, 1, everybody, relaySpec{AcceptProxies: true})
	at := s.parts[0]
	ordinary := s.subscriber(t, 0, peerConfig{})
	// A Go client always takes part itself: who goes through a proxy is an official one.
	s.topology.publisher, s.topology.subscribers = official, official
	s.subscribeAll(ordinary)
	writer := s.publisher(t, peerConfig{})
	writer.proxies(at, "publish", s.entry.contact)
	reader := s.subscriber(t, 1, peerConfig{})
	reader.proxies(at, "subscribe", s.entry.contact)
	reader.subscribe(at.String(), at, nil)
	both := s.subscriber(t, 3, peerConfig{})
	both.proxies(at, "", s.entry.contact)
	both.subscribe(at.String(), at, nil)

	want := writer.publish(batch{Count: 100}.to(at))
	s.check(want, ordinary, reader, both)
	want = append(want, both.publish(batch{Count: 100, First: 100}.to(at))...)
	s.check(want, ordinary, reader)
	writer.proxies(at, "publish")
	writer.join(at, 1)
	want = append(want, writer.publish(batch{Count: 100, First: 200}.to(at))...)
	s.check(want, ordinary, reader)
}
