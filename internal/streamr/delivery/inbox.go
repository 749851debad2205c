package delivery

import (
	"container/list"
	"crypto/sha256"

	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Bounds of what is kept about messages of one part.
const (
	maxChains       = 4096
	maxVariants     = 4 // copies of one ref that are looked at
	maxPending      = 8192
	maxPendingBytes = 32 << 20
	maxUndecided    = 64 // refs of one chain that passed undecided and are remembered by content
	maxReasons      = 64
)

// inbox decides which of the messages that arrive go on, and in what order.
type inbox struct {
	validator Validator // nil lets everything pass, undecided
	accept    func(in *arrival)
	stats     *Stats

	chains map[chainKey]*list.Element // of *chain
	recent *list.List                 // of *chain, the last used first
	bytes  int
	count  int
	closed bool
}

type chainKey struct {
	publisher message.UserID
	id        string
}

// chain is what is known of one publisher's chain.
type chain struct {
	key   chainKey
	seen  detector
	queue []*arrival // waiting for verdicts, in the order of arrival
	// undecided remembers what passed without a verdict: another content of the same ref
	// may be the true one.
	undecided map[message.Ref][][32]byte
	order     []message.Ref // of undecided, oldest first
}

// arrival is a message that has arrived, or that this node publishes.
type arrival struct {
	m       *message.Message
	raw     []byte
	from    wire.NodeID
	sum     [32]byte // of raw
	decided bool
	verdict Verdict
}

func newInbox(v Validator, stats *Stats, accept func(*arrival)) *inbox {
	return &inbox{validator: v, stats: stats, accept: accept, chains: make(map[chainKey]*list.Element), recent: list.New()}
}

// chainOf finds or begins a chain.
func (b *inbox) chainOf(key chainKey) *chain {
	if e := b.chains[key]; e != nil {
		b.recent.MoveToFront(e)
		return e.Value.(*chain)
	}
	c := &chain{key: key}
	b.chains[key] = b.recent.PushFront(c)
	// A chain that is forgotten begins anew with its next message.
	for e := b.recent.Back(); b.recent.Len() > maxChains && e != nil; {
		prev := e.Prev()
		if old := e.Value.(*chain); len(old.queue) == 0 {
			b.recent.Remove(e)
			delete(b.chains, old.key)
		}
		e = prev
	}
	return c
}

func keyOf(m *message.Message) chainKey { return chainKey{m.Publisher, m.Chain} }

// own takes a message that this node publishes; false if it is not new.
func (b *inbox) own(m *message.Message, raw []byte) bool {
	c := b.chainOf(keyOf(m))
	if c.seen.add(m.PrevRef, m.Ref()) != isNew {
		return false
	}
	b.accept(&arrival{m: m, raw: raw})
	return true
}

// receive takes a message from another node. raw must not change afterwards.
func (b *inbox) receive(m *message.Message, raw []byte, from wire.NodeID) {
	if b.closed {
		return
	}
	a := &arrival{m: m, raw: raw, from: from, sum: sha256.Sum256(raw)}
	var c *chain
	if e := b.chains[keyOf(m)]; e != nil {
		c = e.Value.(*chain)
		if !b.isWorthALook(c, a) {
			return
		}
	} else if m.PrevRef != nil && m.PrevRef.Compare(m.Ref()) >= 0 {
		b.stats.bad("order")
		return
	}
	if b.count >= maxPending || b.bytes+len(raw) > maxPendingBytes {
		b.stats.Overloaded++
		return
	}
	if c == nil {
		c = b.chainOf(keyOf(m))
	}
	c.queue = append(c.queue, a)
	b.count++
	b.bytes += len(raw)
	if b.validator == nil {
		b.decide(c, a, Unknown)
		return
	}
	b.validator.Validate(m, func(v Verdict) { b.decide(c, a, v) })
}

// isWorthALook is whether a message may be new: not seen, not being looked at in this form,
// and not the fifth form of one.
func (b *inbox) isWorthALook(c *chain, a *arrival) bool {
	variants := 0
	for _, q := range c.queue {
		if q.m.Ref() != a.m.Ref() {
			continue
		}
		if q.sum == a.sum {
			b.stats.Duplicates++
			return false
		}
		variants++
	}
	if variants >= maxVariants {
		b.stats.Variants++
		return false
	}
	switch c.seen.look(a.m.PrevRef, a.m.Ref()) {
	case isImpossible:
		b.stats.bad("order")
		return false
	case isDuplicate:
		if b.isVariant(c, a) {
			return true
		}
		b.stats.Duplicates++
		return false
	}
	return true
}

// isVariant is whether a ref has passed undecided, and not in this form.
func (b *inbox) isVariant(c *chain, a *arrival) bool {
	sums := c.undecided[a.m.Ref()]
	if len(sums) == 0 || len(sums) >= maxVariants {
		return false
	}
	for _, s := range sums {
		if s == a.sum {
			return false
		}
	}
	return true
}

// decide takes the verdict about a message and lets go what waits for nothing any more.
func (b *inbox) decide(c *chain, a *arrival, v Verdict) {
	if b.closed || a.decided {
		return
	}
	a.decided, a.verdict = true, v
	for len(c.queue) > 0 && c.queue[0].decided {
		a := c.queue[0]
		c.queue[0] = nil
		c.queue = c.queue[1:]
		b.count--
		b.bytes -= len(a.raw)
		b.finish(c, a)
	}
	if len(c.queue) == 0 {
		c.queue = nil
		if len(c.seen.gaps) == 0 { // nothing good has ever come on it
			if e := b.chains[c.key]; e != nil && e.Value == c {
				b.recent.Remove(e)
				delete(b.chains, c.key)
			}
		}
	}
}

func (b *inbox) finish(c *chain, a *arrival) {
	switch a.verdict.kind {
	case kindBad:
		b.stats.bad(a.verdict.reason)
		return
	case kindOverloaded:
		b.stats.Overloaded++
		return
	}
	switch c.seen.add(a.m.PrevRef, a.m.Ref()) {
	case isImpossible:
		b.stats.bad("order")
		return
	case isDuplicate:
		if a.verdict.kind == kindGood || !b.isVariant(c, a) {
			b.stats.Duplicates++
			return
		}
	}
	if a.verdict.kind == kindUnknown {
		c.remember(a)
	}
	b.accept(a)
}

func (c *chain) remember(a *arrival) {
	ref := a.m.Ref()
	if c.undecided == nil {
		c.undecided = make(map[message.Ref][][32]byte)
	}
	if c.undecided[ref] == nil {
		c.order = append(c.order, ref)
		if len(c.order) > maxUndecided {
			delete(c.undecided, c.order[0])
			c.order = c.order[1:]
		}
	}
	c.undecided[ref] = append(c.undecided[ref], a.sum)
}
