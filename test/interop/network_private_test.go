//go:build interop

package interop

import (
	"testing"

	"github.com/logstore/logstore"
)

// A private stream, whose publisher changes its key in both ways. Subscribers ask for
// keys by RSA or ML-KEM. One more, who may not subscribe, gets the messages from the
// network and no key.
func encrypted(t testing.TB, l *lab, tp topology, quantum bool) {
	s := l.stage(t, tp, 1, access{}, relaySpec{})
	publisher := s.publisher(t, peerConfig{Quantum: quantum})
	l.grant(t, s.stream, logstore.RightPublish, publisher.user)
	var subscribers []*peer
	for i := range 2 {
		p := s.subscriber(t, i, peerConfig{Quantum: quantum})
		l.grant(t, s.stream, logstore.RightSubscribe, p.user)
		subscribers = append(subscribers, p)
	}
	stranger := s.subscriber(t, 2, peerConfig{Quantum: quantum, KeyTimeoutMS: 2000})
	for _, p := range append(subscribers, stranger) {
		s.subscribeAll(p)
	}
	s.joinAll(publisher)

	var want []networkMessage
	for i, how := range []string{"", "rotate", "rekey", "rotate"} {
		if how != "" {
			publisher.changeKey(s.stream, how)
		}
		want = append(want, publisher.publish(batch{Count: 50, First: 50 * i}.to(s.parts[0]))...)
	}
	s.check(want, subscribers...)
	if got := stranger.received(s.parts[0].String(), 1, 0); len(got.Messages) != 0 {
		t.Errorf("a stranger reads %d messages, such as %s", len(got.Messages), text(got.Messages[0]))
	}
}
