package proof

import (
	"bytes"

	"github.com/logstore/logstore/message"
)

// chainTracker follows the links of publishers' chains through an answer. It keeps
// the state of the chains that were seen most recently.
//
// Going up, a chain is known by its last message: the next one must link to it.
// Going down, it is known by the link of its last message: the next one must be
// what that link names.
type chainTracker struct {
	max        int
	descending bool
	byTag      map[message.ChainTag]*chain
	// The chains form a ring through root in the order in which they were seen,
	// root.next being the one seen longest ago.
	root chain

	// horizon is the highest ref at which an evicted chain was last seen (going
	// up). A link to a ref above it cannot lead to an evicted chain.
	horizon message.Ref
	evicted uint64
}

type chain struct {
	prev, next *chain
	tag        message.ChainTag
	publisher  message.UserID
	id         string

	last message.Ref
	// before is going up the message before last, if hasBefore. Equivocations
	// share a ref, so that the second one is judged against it as well. Going down
	// it is what last links to.
	before    message.Ref
	hasBefore bool
}

// link is what became of one message's link.
type link uint8

const (
	linkStart     link = iota // first of its chain, and says so
	linkOpen                  // links to before the range
	linkKept                  // links to its predecessor in the answer, or is what that links to
	linkGap                   // something is missing
	linkFork                  // does not fit in a chain without branches
	linkFirst                 // going down: first seen of its chain
	linkUnchecked             // no memory to tell
)

// step is a judged link. after is the chain's last message before a gap, if any.
type step struct {
	link     link
	after    *message.Ref
	missing  message.Ref
	before   message.Ref
	newChain bool
	evicted  *chain // had to go to make room
}

// floor is where the asked range begins, for judging links that lead down to it.
type floor struct {
	ref message.Ref
	key *message.OrderKey // if set, the range begins at this key instead
}

func (f floor) contains(ref message.Ref, tag message.ChainTag) bool {
	if f.key == nil {
		return ref.Compare(f.ref) >= 0
	}
	k := message.OrderKeyOf(ref, tag)
	return bytes.Compare(k[:], f.key[:]) >= 0
}

func newChainTracker(max int, descending bool) *chainTracker {
	t := &chainTracker{max: max, descending: descending, byTag: make(map[message.ChainTag]*chain)}
	t.root.prev, t.root.next = &t.root, &t.root
	return t
}

// add judges the link of m, which must come in the order of the answer.
func (t *chainTracker) add(m *message.Message, tag message.ChainTag, f floor) step {
	c := t.byTag[tag]
	if c == nil {
		return t.addNew(m, tag, f)
	}
	t.touch(c)
	if t.descending {
		return c.stepDown(m)
	}
	return c.stepUp(m, f)
}

func (t *chainTracker) addNew(m *message.Message, tag message.ChainTag, f floor) step {
	c := &chain{tag: tag, publisher: m.Publisher, id: m.Chain, last: m.Ref()}
	s := step{link: linkFirst, newChain: true}
	if t.descending {
		c.expect(m.PrevRef)
	} else {
		s = c.judgeFirst(m, f)
		s.newChain = true
		if s.link == linkGap && t.evicted > 0 && s.missing.Compare(t.horizon) <= 0 {
			s.link = linkUnchecked
		}
	}
	t.byTag[tag] = c
	t.touch(c)
	if len(t.byTag) > t.max {
		s.evicted = t.evict()
	}
	return s
}

// stepUp judges the next message of a known chain in an ascending answer.
func (c *chain) stepUp(m *message.Message, f floor) step {
	ref := m.Ref()
	if ref == c.last { // an equivocation: shares the predecessor
		if !c.hasBefore {
			return c.judgeFirst(m, f)
		}
		return judge(m, c.before)
	}
	s := judge(m, c.last)
	c.before, c.hasBefore = c.last, true
	c.last = ref
	return s
}

// judge compares the link of m with its predecessor in the answer.
func judge(m *message.Message, predecessor message.Ref) step {
	if m.PrevRef == nil {
		return step{link: linkFork}
	}
	switch cmp := m.PrevRef.Compare(predecessor); {
	case cmp == 0:
		return step{link: linkKept}
	case cmp < 0:
		return step{link: linkFork}
	}
	after := predecessor // copied here so that only gaps allocate
	return step{link: linkGap, after: &after, missing: *m.PrevRef, before: m.Ref()}
}

// judgeFirst judges the first message of a chain in an ascending answer.
func (c *chain) judgeFirst(m *message.Message, f floor) step {
	switch {
	case m.PrevRef == nil:
		return step{link: linkStart}
	case !f.contains(*m.PrevRef, c.tag):
		return step{link: linkOpen, missing: *m.PrevRef, before: m.Ref()}
	}
	return step{link: linkGap, missing: *m.PrevRef, before: m.Ref()}
}

// stepDown judges the next message of a known chain in a descending answer.
func (c *chain) stepDown(m *message.Message) step {
	ref := m.Ref()
	if ref == c.last { // an equivocation: may link elsewhere
		if (m.PrevRef == nil) != !c.hasBefore || m.PrevRef != nil && *m.PrevRef != c.before {
			c.expectHigher(m.PrevRef)
			return step{link: linkFork}
		}
		return step{link: linkKept}
	}
	s := step{link: linkFork}
	if c.hasBefore {
		switch cmp := ref.Compare(c.before); {
		case cmp == 0:
			s.link = linkKept
		case cmp < 0:
			after := ref // copied here so that only gaps allocate
			s = step{link: linkGap, after: &after, missing: c.before, before: c.last}
		}
	}
	c.last = ref
	if s.link == linkFork {
		c.expectHigher(m.PrevRef)
	} else {
		c.expect(m.PrevRef)
	}
	return s
}

func (c *chain) expect(prev *message.Ref) {
	c.before, c.hasBefore = message.Ref{}, prev != nil
	if prev != nil {
		c.before = *prev
	}
}

// expectHigher keeps, of two links into different branches, the one that comes
// first on the way down.
func (c *chain) expectHigher(prev *message.Ref) {
	if prev != nil && (!c.hasBefore || prev.Compare(c.before) > 0) {
		c.before, c.hasBefore = *prev, true
	}
}

// open yields, at the end of a descending answer, what its chains still link to.
func (t *chainTracker) open(yield func(*chain)) {
	for c := t.root.next; c != &t.root; c = c.next {
		if c.hasBefore {
			yield(c)
		}
	}
}

// touch makes c the chain seen last.
func (t *chainTracker) touch(c *chain) {
	if c.next != nil {
		c.prev.next, c.next.prev = c.next, c.prev
	}
	c.prev, c.next = t.root.prev, &t.root
	c.prev.next, c.next.prev = c, c
}

func (t *chainTracker) evict() *chain {
	c := t.root.next
	c.prev.next, c.next.prev = c.next, c.prev
	delete(t.byTag, c.tag)
	t.evicted++
	if c.last.Compare(t.horizon) > 0 {
		t.horizon = c.last
	}
	return c
}
