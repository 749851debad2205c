package order

import (
	"math"
	"slices"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/logstore/logstore/message"
)

// Defaults of a [Config].
const (
	DefaultWait      = 5 * time.Second
	DefaultTries     = 5
	DefaultMaxHeld   = 10_000
	DefaultMaxBytes  = 64 << 20
	DefaultMaxChains = 10_000
)

// Chain names a message chain of a stream part.
type Chain struct {
	Publisher message.UserID
	ID        string
}

// Gap is a run of messages of a chain that did not come.
type Gap struct {
	Chain
	After   message.Ref // the last message that came before
	Through message.Ref // the last one that is missing
	Next    message.Ref // the one that links to it, and waits
}

// Config of an [Orderer]. After and Deliver must be set.
type Config struct {
	// Wait is how long a gap stays open before it is looked for, and between two tries. 0 is
	// [DefaultWait].
	Wait time.Duration
	// Tries is how often a gap is looked for before it is given up. 0 is [DefaultTries].
	Tries int
	// After calls f once when d has passed, unless stop was called before.
	After func(d time.Duration, f func()) (stop func())
	// Fetch looks for a gap. It gives what it finds to [Orderer.Push], in the order of the
	// chain, and then calls done once: again says whether another try may find more. Both
	// may happen before it returns. nil: there is nowhere to look, so that a gap is given up
	// after Wait.
	Fetch func(g Gap, done func(again bool))
	// Deliver gets the messages in their order. It must not call the orderer.
	Deliver func(*message.Message)
	// Duplicate, which may be nil, gets what is dropped because its place is taken. It must
	// not call the orderer.
	Duplicate func(*message.Message)
	// Lost, which may be nil, is told of a gap that is given up, before Deliver gets the
	// message behind it.
	Lost func(Gap)
	// Since, in milliseconds since 1970, is from when on nothing of a chain may be missing,
	// even if it begins unseen: where the first message that comes links to one of that
	// time or later, there is a gap from that time on. 0: the first that comes begins it.
	Since int64
	// MaxHeld and MaxBytes of content bound what waits. Beyond them, the chain that wants to
	// wait gives up its gaps. 0 are the defaults.
	MaxHeld, MaxBytes int
	// MaxChains bounds the chains that are remembered; the one that was silent for longest is
	// forgotten, and its next message begins it anew. 0 is [DefaultMaxChains].
	MaxChains int
}

// Stats counts what an orderer did.
type Stats struct {
	Delivered  uint64
	Duplicates uint64 // and what came after its place was given up
	Gaps       uint64 // that were noticed
	Filled     uint64 // of them
	Lost       uint64 // of them, given up
}

// Orderer puts the messages of one stream part into order.
type Orderer struct {
	c      Config
	chains *simplelru.LRU[Chain, *chain]
	held   int
	bytes  int
	stats  Stats
	closed bool
}

// beforeTime is the last place before a time.
func beforeTime(ms int64) message.Ref { return message.Ref{Timestamp: ms - 1, Sequence: math.MaxInt32} }

// chain is what is known of a chain.
type chain struct {
	Chain
	last message.Ref        // of what was delivered, or given up
	held []*message.Message // behind a gap, by ref
	gap  *gap               // the one before held[0]; nil if nothing is held
}

// gap is a Gap that is waited for.
type gap struct {
	Gap
	tries int
	stop  func() // of the timer; nil while it is being looked for
}

// New makes an orderer.
func New(c Config) *Orderer {
	if c.Wait == 0 {
		c.Wait = DefaultWait
	}
	if c.Tries == 0 {
		c.Tries = DefaultTries
	}
	if c.MaxHeld == 0 {
		c.MaxHeld = DefaultMaxHeld
	}
	if c.MaxBytes == 0 {
		c.MaxBytes = DefaultMaxBytes
	}
	if c.MaxChains == 0 {
		c.MaxChains = DefaultMaxChains
	}
	if c.Duplicate == nil {
		c.Duplicate = func(*message.Message) {}
	}
	if c.Lost == nil {
		c.Lost = func(Gap) {}
	}
	o := &Orderer{c: c}
	var err error
	o.chains, err = simplelru.NewLRU(c.MaxChains, func(_ Chain, forgotten *chain) { o.forget(forgotten) })
	if err != nil {
		panic(err) // only a size that is not positive is refused
	}
	return o
}

// Push takes a message whose signature was checked.
func (o *Orderer) Push(m *message.Message) { o.push(m, o.c.Since) }

// PushStored takes a message out of storage, which has all that is to come before it: its
// chain begins with it if it is new. settled says that the message is so old that what is
// missing before it will not come any more: a gap is then given up at once.
func (o *Orderer) PushStored(m *message.Message, settled bool) {
	o.push(m, 0)
	if c, ok := o.chains.Peek(Chain{m.Publisher, m.ID.Chain}); ok && settled && !o.closed {
		o.giveUpAll(c)
	}
}

func (o *Orderer) push(m *message.Message, since int64) {
	if o.closed {
		return
	}
	id := Chain{m.Publisher, m.ID.Chain}
	c, known := o.chains.Get(id)
	switch {
	case !known:
		c = &chain{Chain: id}
		o.chains.Add(id, c)
		if since > 0 && m.PrevRef != nil && m.PrevRef.Timestamp >= since {
			c.last = beforeTime(since)
			o.hold(c, m)
			return
		}
		o.deliver(c, m)
	case m.Ref().Compare(c.last) <= 0:
		o.drop(m)
	case c.isNext(m):
		o.deliver(c, m)
		o.advance(c)
	default:
		o.hold(c, m)
	}
}

// Held is how many messages wait behind gaps.
func (o *Orderer) Held() int { return o.held }

// Stats returns the counters.
func (o *Orderer) Stats() Stats { return o.stats }

// Close stops all timers and drops what waits. Later calls do nothing.
func (o *Orderer) Close() {
	if o.closed {
		return
	}
	o.closed = true
	for _, c := range o.chains.Values() {
		c.held = nil
		c.dropGap()
	}
	o.held, o.bytes = 0, 0
}

// isNext says whether nothing is missing before m, which is later than c.last. A link to
// an earlier message than the last one is a fork, the publisher's doing, and no gap.
func (c *chain) isNext(m *message.Message) bool {
	return m.PrevRef == nil || m.PrevRef.Compare(c.last) <= 0
}

func (c *chain) dropGap() {
	if c.gap != nil && c.gap.stop != nil {
		c.gap.stop()
	}
	c.gap = nil
}

func (o *Orderer) deliver(c *chain, m *message.Message) {
	c.last = m.Ref()
	o.stats.Delivered++
	o.c.Deliver(m)
}

func (o *Orderer) drop(m *message.Message) {
	o.stats.Duplicates++
	o.c.Duplicate(m)
}

// hold keeps a message until those before it come.
func (o *Orderer) hold(c *chain, m *message.Message) {
	at, found := slices.BinarySearchFunc(c.held, m.Ref(), func(h *message.Message, ref message.Ref) int { return h.Ref().Compare(ref) })
	if found {
		o.drop(m)
		return
	}
	c.held = slices.Insert(c.held, at, m)
	o.held++
	o.bytes += len(m.Content)
	o.watch(c)
	for (o.held > o.c.MaxHeld || o.bytes > o.c.MaxBytes) && c.gap != nil {
		o.giveUp(c)
	}
}

// advance delivers what is not behind a gap any more.
func (o *Orderer) advance(c *chain) {
	n := 0
	for _, m := range c.held {
		late := m.Ref().Compare(c.last) <= 0
		if !late && !c.isNext(m) {
			break
		}
		n++
		o.held--
		o.bytes -= len(m.Content)
		if late {
			o.drop(m)
		} else {
			o.deliver(c, m)
		}
	}
	c.held = slices.Delete(c.held, 0, n)
	o.watch(c)
}

// watch makes c.gap the gap before the first message that is held.
func (o *Orderer) watch(c *chain) {
	if len(c.held) == 0 {
		if c.gap != nil {
			o.stats.Filled++
			c.held = nil // of a burst
		}
		c.dropGap()
		return
	}
	first := c.held[0]
	now := Gap{c.Chain, c.last, *first.PrevRef, first.Ref()}
	if c.gap != nil && now.Through.Compare(c.gap.Through) <= 0 {
		c.gap.Gap = now // a part of it came: the rest has waited as long
		return
	}
	if c.gap != nil {
		o.stats.Filled++
	}
	c.dropGap()
	o.stats.Gaps++
	c.gap = &gap{Gap: now}
	o.wait(c)
}

// wait looks for the gap after a while.
func (o *Orderer) wait(c *chain) {
	g := c.gap
	g.stop = o.c.After(o.c.Wait, func() {
		if c.gap != g {
			return
		}
		g.stop = nil
		o.look(c)
	})
}

func (o *Orderer) look(c *chain) {
	g := c.gap
	if o.c.Fetch == nil {
		o.giveUp(c)
		return
	}
	g.tries++
	try := g.tries
	o.c.Fetch(g.Gap, func(again bool) {
		switch {
		case o.closed || c.gap != g || g.tries != try || g.stop != nil: // filled meanwhile, or said before
		case again && try < o.c.Tries:
			o.wait(c)
		default:
			o.giveUp(c)
		}
	})
}

// giveUp goes on behind the gap.
func (o *Orderer) giveUp(c *chain) {
	lost := c.gap.Gap
	c.dropGap()
	o.stats.Lost++
	c.last = lost.Through
	o.c.Lost(lost)
	o.advance(c)
}

// forget lets go of a chain that was silent for longest. What came on it must not be
// missed when it goes on.
func (o *Orderer) forget(c *chain) {
	o.giveUpAll(c)
	if o.c.Since > 0 {
		o.c.Since = max(o.c.Since, c.last.Timestamp+1)
	}
}

func (o *Orderer) giveUpAll(c *chain) {
	for c.gap != nil {
		o.giveUp(c)
	}
}
