package delivery

import (
	"hash/maphash"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// overtakeAfter is how long a message whose verdict is known waits for the earlier ones of
// its chain. Anybody can send a message that takes long to judge, in anybody's name. It does not count from
// the arrival: where many messages wait, verdicts that were asked for together cross.
const overtakeAfter = 500 * time.Millisecond

// maxOvertaking bounds the refs that are kept of messages that have overtaken others.
const maxOvertaking = 256

// inbox decides which of the messages that arrive go on, and in what order.
type inbox struct {
	loop      loop.Loop
	part      message.StreamPart
	decoder   *message.Decoder // nil decodes each message for itself
	validator Validator        // nil lets everything pass, undecided
	// isNeighbor says who may use more of the room for what waits.
	isNeighbor func(wire.NodeID) bool
	accept     func(*arrival)
	stats      *Stats

	recent   recent
	variants variants
	senders  senders
	chains   chains
	judging  bool
	closed   bool
}

// arrival is a message that has arrived, or that this node publishes.
type arrival struct {
	m    *message.Message
	raw  []byte
	from wire.NodeID // zero for an own one

	chain    *chain
	next     *arrival // in the chain
	sender   *sender
	neighbor bool // what the sender was when it came
	sum      uint64
	since    time.Time
	judged   time.Time // when its verdict came, if it has to wait for its turn
	decided  bool
	late     bool // others of the chain have overtaken it
	verdict  Verdict
}

func newInbox(l loop.Loop, part message.StreamPart, stats *Stats) *inbox {
	b := &inbox{loop: l, part: part, stats: stats}
	b.recent.seed = maphash.MakeSeed()
	b.variants.hash.SetSeed(b.recent.seed)
	return b
}

// own takes a message that this node publishes; its verdict is good. novelty is what the
// chain says of it: only a new one goes on.
func (b *inbox) own(m *message.Message, raw []byte) novelty {
	k := keyOf(m)
	c := b.chains.get(k)
	if c == nil {
		c = b.chains.make(k)
	}
	n := b.chains.add(c, &c.good, m.PrevRef, m.Ref(), b.loop.Now())
	if c.waiting == 0 {
		b.chains.rest(c)
	}
	if n == isNew {
		b.recent.seen.put(b.recent.sum(raw), false)
		b.pass(&arrival{m: m, raw: raw, chain: c, verdict: Good})
	}
	return n
}

// receive takes a message from another node. raw must not change afterwards. inspect, if
// not nil, sees every message that can be read.
func (b *inbox) receive(raw []byte, from wire.NodeID, inspect func(*message.Message)) {
	if b.closed {
		return
	}
	neighbor := b.isNeighbor(from)
	s := b.senders.get(from)
	s.note()
	b.consider(raw, s, neighbor, inspect)
	b.senders.settle(s, neighbor)
}

func (b *inbox) consider(raw []byte, s *sender, neighbor bool, inspect func(*message.Message)) {
	sum := b.recent.sum(raw)
	if bad, known := b.recent.seen.get(sum); known && inspect == nil {
		b.stats.Received++
		if bad {
			s.bad++
			b.stats.bad("repeated")
		} else {
			b.stats.Duplicates++
		}
		return
	}
	m, err := b.decoder.Decode(raw)
	switch {
	case err != nil:
		b.refuse(s, "malformed")
		return
	case m.Part() != b.part:
		b.refuse(s, "other part")
		return
	}
	b.stats.Received++
	if inspect != nil {
		inspect(m)
		if _, known := b.recent.seen.get(sum); known {
			b.stats.Duplicates++
			return
		}
	}
	a := &arrival{m: m, raw: raw, from: s.id, sender: s, neighbor: neighbor, sum: sum, since: b.loop.Now()}
	a.chain = b.chains.get(keyOf(m))
	if a.chain != nil && !b.isWorthALook(a) {
		return
	}
	if !b.senders.hold(s, len(raw), neighbor) {
		b.stats.Overloaded++
		return
	}
	b.recent.seen.put(sum, false)
	b.enqueue(a)
	if b.validator == nil {
		b.decide(a, Unknown)
		return
	}
	if b.judging || !b.senders.isFree() {
		b.senders.await(a)
		return
	}
	b.judge(a)
}

// judge gives the validator a message, and what has waited for it when it is done.
func (b *inbox) judge(first *arrival) {
	b.judging = true
	for a := first; a != nil && !b.closed; a = b.senders.next() {
		b.senders.judged++
		b.validator.Validate(a.m, func(v Verdict) {
			if a.decided || b.closed {
				return
			}
			b.senders.judged--
			b.decide(a, v)
			if !b.judging { // it has not given the verdict at once
				b.judge(b.senders.next())
			}
		})
	}
	b.judging = false
}

// refuse counts a message that its sender should not have sent.
func (b *inbox) refuse(s *sender, reason string) {
	s.bad++
	b.stats.bad(reason)
}

// isWorthALook is whether a message may be one that goes on.
func (b *inbox) isWorthALook(a *arrival) bool {
	c := a.chain
	switch c.good.look(a.m.PrevRef, a.m.Ref()) {
	case isImpossible:
		b.stats.bad("order")
		return false
	case isDuplicate:
		return b.isEarly(a) || b.mayDiffer(a, true)
	}
	return true
}

// isEarly is whether a message comes before the first that was seen of its chain, but not
// by much. The protocol's detector takes it for a duplicate.
func (b *inbox) isEarly(a *arrival) bool {
	c, ref := a.chain, a.m.Ref()
	if c.times == 0 || c.early >= maxEarly || ref.Compare(c.first) >= 0 || c.first.Timestamp-ref.Timestamp > earlyBefore || b.loop.Now().Sub(c.began) > earlyTime {
		return false
	}
	_, known := b.variants.isOther(c, a, 0)
	return !known
}

// mayDiffer is whether a message under a known ref differs from those that have gone on.
func (b *inbox) mayDiffer(a *arrival, signed bool) bool {
	meaning := b.variants.meaning(a.m, signed)
	other, known := b.variants.isOther(a.chain, a, meaning)
	switch {
	case other:
		return true
	case known:
		b.stats.Variants++
	default:
		b.stats.Duplicates++
	}
	return false
}

// enqueue puts a message behind the others of its chain.
func (b *inbox) enqueue(a *arrival) {
	if a.chain == nil {
		a.chain = b.chains.make(keyOf(a.m))
	}
	c := a.chain
	b.chains.busy(c)
	if c.tail == nil {
		c.head = a
	} else {
		c.tail.next = a
	}
	c.tail = a
	c.waiting++
}

// decide takes the verdict about a message and lets go what waits for nothing any more.
func (b *inbox) decide(a *arrival, v Verdict) {
	if b.closed || a.decided {
		return
	}
	a.decided, a.verdict = true, v
	c := a.chain
	if a.late {
		b.finish(a)
	} else {
		if c.ready++; a != c.head {
			a.judged = b.loop.Now()
		}
		b.release(c)
	}
	if c.waiting == 0 && !b.closed {
		c.overtaking = nil
		b.chains.rest(c)
	}
}

// release finishes the messages at the head of a chain whose verdicts are known. What waits
// behind one whose verdict is not known overtakes it after a while.
func (b *inbox) release(c *chain) {
	for c.head != nil && c.head.decided && !b.closed {
		c.hold.Stop()
		c.hold = nil
		c.ready--
		b.finish(c.unlink())
	}
	if c.ready == 0 || c.hold != nil || b.closed {
		return
	}
	wait := overtakeAfter - b.loop.Now().Sub(c.firstReady().judged)
	c.hold = b.loop.After(max(wait, 0), func() {
		c.hold = nil
		for c.head != nil && !c.head.decided {
			c.unlink().late = true
		}
		b.release(c)
	})
}

// firstReady is the first message whose verdict is known.
func (c *chain) firstReady() *arrival {
	a := c.head
	for !a.decided {
		a = a.next
	}
	return a
}

// unlink takes the first message out.
func (c *chain) unlink() *arrival {
	a := c.head
	if c.head = a.next; c.head == nil {
		c.tail = nil
	}
	a.next = nil
	return a
}

// finish does what the verdict says.
func (b *inbox) finish(a *arrival) {
	c := a.chain
	c.waiting--
	b.senders.free(a.sender, len(a.raw), a.neighbor)
	defer b.senders.settle(a.sender, b.isNeighbor(a.from))
	switch a.verdict.kind {
	case kindBad:
		b.recent.seen.put(a.sum, true)
		b.refuse(a.sender, a.verdict.reason)
	case kindOverloaded:
		b.recent.seen.drop(a.sum)
		b.stats.Overloaded++
	case kindGood:
		b.finishGood(a)
	default:
		b.finishUnsure(a)
	}
}

func (b *inbox) finishGood(a *arrival) {
	c, ref := a.chain, a.m.Ref()
	switch b.chains.add(c, &c.good, a.m.PrevRef, ref, a.since) {
	case isImpossible:
		b.stats.bad("order")
		return
	case isDuplicate:
		// It was new when it came; only those that have overtaken it can make it old.
		switch {
		case a.late && len(c.overtaking) < maxOvertaking && !slices.Contains(c.overtaking, ref):
		case b.isEarly(a):
			c.early++
		case !b.mayDiffer(a, true):
			return
		}
	}
	b.pass(a)
}

func (b *inbox) finishUnsure(a *arrival) {
	c := a.chain
	if c.good.look(a.m.PrevRef, a.m.Ref()) != isNew && !b.isEarly(a) {
		b.stats.Duplicates++
		return
	}
	if c.unsure == nil {
		c.unsure = new(detector)
	}
	switch b.chains.add(c, c.unsure, a.m.PrevRef, a.m.Ref(), a.since) {
	case isImpossible:
		if !b.variants.mayFollow(c, a, b.variants.meaning(a.m, false)) {
			b.stats.bad("order")
			return
		}
	case isDuplicate:
		if b.isEarly(a) {
			c.early++
		} else if !b.variants.mayFollow(c, a, b.variants.meaning(a.m, false)) && !b.mayDiffer(a, false) {
			return
		}
	}
	b.pass(a)
}

// pass lets a message go on.
func (b *inbox) pass(a *arrival) {
	c := a.chain
	if c.waiting > 0 && len(c.overtaking) < maxOvertaking {
		c.overtaking = append(c.overtaking, a.m.Ref())
	}
	b.variants.remember(c, a, b.variants.meaning(a.m, a.verdict.kind == kindGood))
	b.accept(a)
}

// tick lets memories fade. It is called every updateInterval.
func (b *inbox) tick() {
	b.recent.seen.turn()
	b.variants.passed.turn()
	b.chains.age(b.loop.Now())
}

// close drops what waits.
func (b *inbox) close() {
	b.closed = true
	for _, c := range b.chains.all {
		c.hold.Stop() // in no order that anybody could see
	}
}
