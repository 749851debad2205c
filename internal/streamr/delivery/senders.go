package delivery

import "github.com/logstore/logstore/internal/streamr/wire"

// Bounds of what waits for verdicts in one part.
const (
	maxPending      = 8192
	maxPendingBytes = 32 << 20
)

// senders keeps account of the nodes that messages come from, so that one that floods
// leaves room for the others. A neighbour may hold as much as it leaves free: one alone
// gets half of all, two that flood a third each. All others together, proxied clients
// and strangers, get no more than half, and are held to the same rule among themselves.
type senders struct {
	of      map[wire.NodeID]*sender
	all     load
	outside load // of those that are no neighbours

	// turns are the queues for the validator that are not empty, in the order in which it gets a
	// message of each. Those that are no neighbours share one.
	turns  []*turn
	others turn
	judged int // how many messages the validator has now
}

type turn struct{ queue []*arrival }

// maxJudged is how many messages the validator gets at a time: enough for batches, and so
// few that a flood does not delay the messages of others much.
const maxJudged = 1024

type load struct{ count, bytes int }

func (l *load) add(n int) { l.count, l.bytes = l.count+1, l.bytes+n }

func (l *load) take(n int) { l.count, l.bytes = l.count-1, l.bytes-n }

// fits is whether one more message of n bytes keeps l within what others leave of a bound.
func (l load) fits(n int, count, bytes int, used load) bool {
	return l.count+1 <= count-used.count && l.bytes+n <= bytes-used.bytes
}

// sender is one node's account.
type sender struct {
	id      wire.NodeID
	waiting load
	// received counts what came from a neighbour, bad what of it nobody should have
	// sent; both are halved now and then, so that the past fades.
	received, bad int

	turn turn
}

// get finds or opens an account.
func (s *senders) get(id wire.NodeID) *sender {
	x := s.of[id]
	if x == nil {
		if s.of == nil {
			s.of = make(map[wire.NodeID]*sender)
		}
		x = &sender{id: id}
		s.of[id] = x
	}
	return x
}

// fadeAfter is how many messages of a neighbour are remembered, at least half of them.
const fadeAfter = 4096

// note counts a message that has come.
func (x *sender) note() {
	if x.received++; x.received >= fadeAfter {
		x.received, x.bad = x.received/2, x.bad/2
	}
}

// hold takes room for a message that waits; false if there is none.
func (s *senders) hold(x *sender, n int, neighbor bool) bool {
	switch {
	case s.all.count >= maxPending || s.all.bytes+n > maxPendingBytes:
		return false
	case neighbor:
		if !x.waiting.fits(n, maxPending, maxPendingBytes, s.all) {
			return false
		}
	default:
		if !x.waiting.fits(n, maxPending/2, maxPendingBytes/2, s.outside) {
			return false
		}
		s.outside.add(n)
	}
	x.waiting.add(n)
	s.all.add(n)
	return true
}

// free gives the room back.
func (s *senders) free(x *sender, n int, neighbor bool) {
	x.waiting.take(n)
	s.all.take(n)
	if !neighbor {
		s.outside.take(n)
	}
}

// await puts a message behind the others of its sender.
func (s *senders) await(a *arrival) {
	t := &s.others
	if a.neighbor {
		t = &a.sender.turn
	}
	if len(t.queue) == 0 {
		s.turns = append(s.turns, t)
	}
	t.queue = append(t.queue, a)
}

// next takes the message whose turn it is, nil if none may go to the validator now.
func (s *senders) next() *arrival {
	if len(s.turns) == 0 || s.judged >= maxJudged {
		return nil
	}
	t := s.turns[0]
	s.turns = s.turns[1:]
	a := t.queue[0]
	t.queue[0] = nil
	if t.queue = t.queue[1:]; len(t.queue) > 0 {
		s.turns = append(s.turns, t)
	} else {
		t.queue = nil
	}
	if len(s.turns) == 0 {
		s.turns = nil
	}
	return a
}

// isFree is whether a message may go to the validator at once.
func (s *senders) isFree() bool { return len(s.turns) == 0 && s.judged < maxJudged }

// settle closes the account of a node that nothing is known of but what waits, when
// nothing does.
func (s *senders) settle(x *sender, neighbor bool) {
	if !neighbor && x.waiting.count == 0 {
		delete(s.of, x.id)
	}
}
