package delivery

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/message"
)

// Bounds of what is remembered of chains.
const (
	maxChains = 4096
	// minOnce is how many of them may be chains of one message, of which the key exchange
	// makes many: they do not push out chains that live.
	minOnce = maxChains / 4
	// maxAllGaps is how many gaps all chains together may have before each is held to fewGaps.
	maxAllGaps = 100_000
	fewGaps    = 100
	// How long a chain is remembered after its last message. Its messages would be new again.
	chainLife = 24 * time.Hour
	onceLife  = time.Hour
	// What comes a moment after the first message that was seen of a chain may still be one
	// that was published a moment before it: a node that has just found its neighbours gets the
	// messages of a burst in any order.
	earlyTime   = 5 * time.Second
	earlyBefore = 10_000 // milliseconds between the two
	maxEarly    = 64
)

type chainKey struct {
	publisher message.UserID
	id        string
}

func keyOf(m *message.Message) chainKey { return chainKey{m.Publisher, m.Chain} }

// chain is what is known of one publisher's chain.
type chain struct {
	key chainKey
	// good has seen what was found good. unsure, nil as long as there is nothing, has seen what passed
	// undecided: such a message must never keep a good one out.
	good   detector
	unsure *detector

	// Messages that wait for verdicts, in the order of arrival.
	head, tail *arrival
	ready      int         // how many of them have their verdict and wait for their turn
	hold       *loop.Timer // until the first of them is overtaken
	waiting    int         // how many have none, or wait; those that were overtaken included
	overtaking []message.Ref

	first      message.Ref // the first message that went on
	began      time.Time   // when it did
	early      int         // how many went on afterwards that come before it
	times      int         // how many messages have gone on
	used       time.Time   // when the last of them did
	prev, next *chain      // in a chainList, if nothing waits
	in         *chainList
}

// gaps counts the intervals that the detectors hold.
func (c *chain) gaps() int {
	n := len(c.good.gaps)
	if c.unsure != nil {
		n += len(c.unsure.gaps)
	}
	return n
}

// chains are the chains of a part that are remembered, and those for which something waits.
type chains struct {
	all  map[chainKey]*chain
	once chainList // of one message, the last used first
	many chainList
	gaps int
}

// get finds a chain, nil if it is not known.
func (t *chains) get(k chainKey) *chain { return t.all[k] }

// make begins one.
func (t *chains) make(k chainKey) *chain {
	if t.all == nil {
		t.all = make(map[chainKey]*chain)
	}
	c := &chain{key: k}
	t.all[k] = c
	return c
}

// limit is how many gaps a detector may have now.
func (t *chains) limit() int {
	if t.gaps > maxAllGaps {
		return fewGaps
	}
	return maxGaps
}

// add remembers a message in one of c's detectors.
func (t *chains) add(c *chain, d *detector, prev *message.Ref, ref message.Ref, now time.Time) novelty {
	before := len(d.gaps)
	n := d.add(prev, ref, t.limit())
	t.gaps += len(d.gaps) - before
	if n == isNew {
		if c.times == 0 {
			c.first, c.began = ref, now
		}
		c.used = now
		c.times++
	}
	return n
}

// busy takes a chain out of those that may be forgotten.
func (t *chains) busy(c *chain) {
	if c.in != nil {
		c.in.remove(c)
	}
}

// rest puts a chain for which nothing waits where it belongs, and forgets the one that was
// silent for longest if there are too many. It begins anew with its next message.
func (t *chains) rest(c *chain) {
	t.busy(c)
	switch c.times {
	case 0:
		delete(t.all, c.key)
		return
	case 1:
		t.once.push(c)
	default:
		t.many.push(c)
	}
	for t.once.len+t.many.len > maxChains {
		if t.once.len > minOnce || t.many.len == 0 {
			t.forget(t.once.last)
		} else {
			t.forget(t.many.last)
		}
	}
}

// age forgets chains that have been silent for long.
func (t *chains) age(now time.Time) {
	for c := t.once.last; c != nil && now.Sub(c.used) > onceLife; c = t.once.last {
		t.forget(c)
	}
	for c := t.many.last; c != nil && now.Sub(c.used) > chainLife; c = t.many.last {
		t.forget(c)
	}
}

func (t *chains) forget(c *chain) {
	t.busy(c)
	t.gaps -= c.gaps()
	delete(t.all, c.key)
}

// chainList is a list of chains, the last used first.
type chainList struct {
	first, last *chain
	len         int
}

func (l *chainList) push(c *chain) {
	c.in, c.prev, c.next = l, nil, l.first
	if l.first != nil {
		l.first.prev = c
	} else {
		l.last = c
	}
	l.first = c
	l.len++
}

func (l *chainList) remove(c *chain) {
	if c.prev != nil {
		c.prev.next = c.next
	} else {
		l.first = c.next
	}
	if c.next != nil {
		c.next.prev = c.prev
	} else {
		l.last = c.prev
	}
	c.in, c.prev, c.next = nil, nil, nil
	l.len--
}
