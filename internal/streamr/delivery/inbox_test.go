package delivery

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// box is an inbox whose verdicts the test gives.
type box struct {
	*inbox
	t         *testing.T
	clock     *loop.Virtual
	stats     Stats
	n         *network // for its publishers
	neighbors map[wire.NodeID]bool
	waiting   []judged
	passed    []*message.Message
	onPass    func(*arrival)
}

type judged struct {
	m    *message.Message
	done func(Verdict)
}

func (b *box) Validate(m *message.Message, done func(Verdict)) {
	b.waiting = append(b.waiting, judged{m, done})
}

func newBox(t *testing.T) *box {
	b := &box{t: t, clock: loop.NewVirtual(), neighbors: make(map[wire.NodeID]bool)}
	b.n = &network{t: t, clock: b.clock}
	b.inbox = newInbox(b.clock.Loop(), testPart, &b.stats)
	b.validator = b
	b.isNeighbor = func(id wire.NodeID) bool { return b.neighbors[id] }
	b.accept = func(a *arrival) {
		b.passed = append(b.passed, a.m)
		if b.onPass != nil {
			b.onPass(a)
		}
	}
	for i := range byte(4) {
		b.neighbors[nodeID(i+1)] = true
	}
	return b
}

// nodeID is the id all of whose bytes are b.
func nodeID(b byte) (id wire.NodeID) {
	for i := range id {
		id[i] = b
	}
	return id
}

func (b *box) next(p *publisher) *message.Message {
	b.clock.RunFor(time.Millisecond)
	return p.next(b.clock.Now())
}

func (b *box) take(m *message.Message, from byte) { b.receive(m.AppendWire(nil), nodeID(from), nil) }

// judge gives the verdict about the oldest message that waits for one, as simulatedCheck finds it.
func (b *box) judge() {
	b.t.Helper()
	if len(b.waiting) == 0 {
		b.t.Fatal("nothing waits for a verdict")
	}
	j := b.waiting[0]
	b.waiting = b.waiting[1:]
	j.done(judgement(j.m))
}

func (b *box) judgeAll() {
	for len(b.waiting) > 0 {
		b.judge()
	}
}

func (b *box) want(ms ...*message.Message) {
	b.t.Helper()
	say := func(ms []*message.Message) (out []string) {
		for _, m := range ms {
			out = append(out, fmt.Sprintf("%s type %d, %d bytes of key id, signature type %d", text(m), m.ContentType, len(m.GroupKeyID), m.SignatureType))
		}
		return out
	}
	if got, want := say(b.passed), say(ms); !slices.Equal(got, want) {
		b.t.Fatalf("passed:\n%q\nwant:\n%q", got, want)
	}
}

// wantIdle fails the test if anything is still held that was to be judged.
func (b *box) wantIdle() {
	b.t.Helper()
	if b.senders.all != (load{}) || b.senders.outside != (load{}) {
		b.t.Errorf("nothing waits, but the accounts hold %+v", b.senders)
	}
	for _, c := range b.chains.all {
		if c.waiting != 0 || c.ready != 0 || c.hold != nil || c.in == nil {
			b.t.Errorf("nothing waits, but chain %v is %+v", c.key, *c)
		}
	}
}

// altered is a copy that somebody has changed.
func altered(m *message.Message, change func(*message.Message)) *message.Message {
	c := *m
	c.Content = slices.Clone(m.Content)
	c.Signature = slices.Clone(m.Signature)
	change(&c)
	return &c
}

func alterContent(m *message.Message)   { m.Content[len(m.Content)-2]++ }
func alterSignature(m *message.Message) { m.Signature[3]++ }
func alterType(m *message.Message)      { m.ContentType = message.ContentBinary }
func alterKeyID(m *message.Message)     { m.GroupKeyID = "another" }
func alterPrev(m *message.Message)      { m.PrevRef = &message.Ref{Timestamp: 1} }
func alterSigType(m *message.Message)   { m.SignatureType = message.SignatureERC1271 }

func TestAlteredCopiesNeverShadowTheTrueMessage(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*message.Message){
		"content": alterContent, "signature": alterSignature, "previous ref": alterPrev,
		"content, as a contract": func(m *message.Message) { alterContent(m); alterSigType(m) },
		"content type":           alterType, "group key id": alterKeyID, "signature type": alterSigType,
	} {
		for _, order := range []string{"judged before the true one comes", "judged after it"} {
			t.Run(name+", "+order, func(t *testing.T) {
				t.Parallel()
				b := newBox(t)
				p := b.n.newPublisher()
				first, m, last := b.next(p), b.next(p), b.next(p)
				b.take(first, 1)
				b.judgeAll()
				lie := altered(m, change)
				b.take(lie, 1)
				if order == "judged before the true one comes" {
					b.judgeAll()
				}
				b.take(m, 2)
				b.take(m, 3)
				b.take(lie, 3)
				b.take(last, 2)
				b.judgeAll()
				count := 0
				for _, got := range b.passed {
					if string(got.AppendWire(nil)) == string(m.AppendWire(nil)) {
						count++
					}
				}
				if count != 1 {
					t.Errorf("the true message has passed %d times, want once", count)
				}
				if got := b.passed[len(b.passed)-1]; text(got) != text(last) {
					t.Errorf("the last message that passed is %s, want %s", text(got), text(last))
				}
			})
		}
	}
}

// A message that nobody can decide about, far in the future, makes everything else of its
// chain look old; good ones go on nevertheless.
func TestUndecidedMessagesDoNotEndAChain(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	first := b.next(p)
	b.take(first, 1)
	future := altered(b.next(p), func(m *message.Message) { m.Timestamp += 1e9; m.PrevRef = nil; alterSigType(m) })
	b.take(future, 1)
	b.judgeAll()
	b.want(first, future)
	second, third := b.next(p), b.next(p)
	b.take(second, 2)
	b.take(third, 2)
	b.judgeAll()
	b.want(first, future, second, third)
	b.take(future, 3)
	b.take(second, 3)
	b.judgeAll()
	b.want(first, future, second, third)
}

// Without anybody who can decide, a forged message that claims all refs up to a far one must
// not end a chain either: what follows what has gone on goes on.
func TestForgedRefsDoNotEndAnUndecidedChain(t *testing.T) {
	t.Parallel()
	for name, forge := range map[string]func(*message.Message){
		"after the last one":     func(m *message.Message) { m.Timestamp += 1e9 },
		"without a previous ref": func(m *message.Message) { m.Timestamp += 1e9; m.PrevRef = nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newBox(t)
			b.validator = nil
			p := b.n.newPublisher()
			first, second := b.next(p), b.next(p)
			lie := altered(second, forge)
			b.take(first, 1)
			b.take(lie, 1)
			b.take(second, 2)
			want := []*message.Message{first, lie, second}
			for range 20 {
				m := b.next(p)
				want = append(want, m)
				b.take(m, 2)
				b.take(m, 3)
				b.take(lie, 3)
				b.take(second, 4)
			}
			b.want(want...)
		})
	}
}

func TestWithoutAValidatorAFewVariantsPass(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	b.validator = nil
	p := b.n.newPublisher()
	m := b.next(p)
	lie := func(i byte) *message.Message {
		return altered(m, func(m *message.Message) { m.Content[3] = 'a' + i })
	}
	b.take(lie(0), 1)
	b.take(lie(1), 1)
	b.take(lie(2), 1) // too many of one node
	b.take(lie(0), 2)
	b.take(m, 2)
	b.take(lie(3), 3)
	b.take(lie(4), 4) // too many at all
	b.take(m, 3)
	b.want(lie(0), lie(1), m, lie(3))
	if b.stats.Variants != 2 {
		t.Errorf("%d variants counted, want 2", b.stats.Variants)
	}
}

// What this node has published is true, whatever others say of it.
func TestOwnMessagesHaveNoVariants(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	m := b.next(p)
	b.take(altered(m, alterContent), 1) // somebody knows before
	if n := b.own(m, m.AppendWire(nil)); n != isNew {
		t.Fatalf("own message: %v", n)
	}
	b.want(m)
	b.take(altered(m, alterType), 1)
	b.take(m, 2)
	b.judgeAll()
	if n := b.own(m, m.AppendWire(nil)); n != isDuplicate {
		t.Errorf("own message again: %v, want a duplicate", n)
	}
	next := b.next(p)
	b.own(next, next.AppendWire(nil))
	b.want(m, next)
	if n := b.own(altered(next, func(m *message.Message) {
		m.Timestamp += 10
		m.PrevRef = &message.Ref{Timestamp: 5}
	}), nil); n != isImpossible {
		t.Errorf("own message that contradicts its chain: %v", n)
	}
}

// While the network waits for the verdict about what somebody else has sent in the
// publisher's name, the publisher's own messages are sent.
func TestOwnMessagesDoNotWait(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	b.take(altered(b.next(p), alterContent), 1)
	m := b.next(p)
	b.own(m, m.AppendWire(nil))
	b.want(m)
	b.judgeAll()
	b.want(m)
}

func TestVerdictsInAnyOrderKeepTheOrderOfArrival(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	var ms []*message.Message
	for range 6 {
		m := b.next(p)
		ms = append(ms, m)
		b.take(m, 1)
	}
	r := rand.New(rand.NewPCG(1, 1))
	r.Shuffle(len(b.waiting), func(i, j int) { b.waiting[i], b.waiting[j] = b.waiting[j], b.waiting[i] })
	b.judgeAll()
	b.want(ms...)
	b.wantIdle()
}

// Anybody can send a message that takes long to judge in anybody's name.
func TestAVerdictThatDoesNotComeHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	for _, linked := range []bool{true, false} {
		b := newBox(t)
		p := b.n.newPublisher()
		next := func() *message.Message {
			m := b.next(p)
			if !linked {
				m.PrevRef = nil
				simulateSignature(m)
			}
			return m
		}
		first := next()
		b.take(first, 1)
		b.judge()
		slow := next()
		b.take(slow, 1)
		held := b.waiting[0]
		b.waiting = nil
		var ms []*message.Message
		for range 3 {
			m := next()
			ms = append(ms, m)
			b.take(m, 1)
		}
		b.judgeAll()
		b.want(first)
		b.clock.RunFor(overtakeAfter)
		b.want(first, ms[0], ms[1], ms[2])
		// What comes later does not wait for it either.
		later := next()
		b.take(later, 1)
		b.judge()
		b.want(first, ms[0], ms[1], ms[2], later)
		// When it turns out to be good it was not in vain.
		held.done(Good)
		held.done(Good)
		b.want(first, ms[0], ms[1], ms[2], later, slow)
		b.take(slow, 2)
		b.judgeAll()
		b.want(first, ms[0], ms[1], ms[2], later, slow)
		b.wantIdle()
	}
}

func TestOverloadLetsAnotherCopyPass(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	m := b.next(b.n.newPublisher())
	b.take(m, 1)
	b.waiting[0].done(Overloaded)
	b.waiting = nil
	b.want()
	b.take(m, 2)
	b.judgeAll()
	b.want(m)
	if b.stats.Overloaded != 1 {
		t.Errorf("%d overloaded, want 1", b.stats.Overloaded)
	}
}

func TestCopiesAndBadCopiesAreJudgedOnce(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	m := b.next(p)
	lie := altered(b.next(p), alterContent)
	for from := range byte(4) {
		b.take(m, from+1)
		b.take(lie, from+1)
	}
	if len(b.waiting) != 2 {
		t.Errorf("%d messages wait for verdicts, want 2", len(b.waiting))
	}
	b.judgeAll()
	for from := range byte(4) {
		b.take(m, from+1)
		b.take(lie, from+1)
	}
	if len(b.waiting) != 0 {
		t.Errorf("%d messages wait for verdicts again", len(b.waiting))
	}
	b.want(m)
	b.wantIdle()
	if b.stats.Bad["signature"] != 1 || b.stats.Bad["repeated"] != 4 {
		t.Errorf("bad: %v", b.stats.Bad)
	}
	// After a while it is looked at anew: a reason may have gone.
	b.tick()
	b.tick()
	b.take(lie, 1)
	b.judgeAll()
	if b.stats.Bad["signature"] != 2 {
		t.Errorf("bad: %v", b.stats.Bad)
	}
}

func TestFloodsLeaveRoomForOthers(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	flood := func(from byte) (held int) {
		p := b.n.newPublisher()
		for {
			before := b.senders.all.count
			b.take(altered(b.next(p), alterContent), from)
			if b.senders.all.count == before {
				return held
			}
			held++
		}
	}
	strangers := flood(100)
	if strangers > maxPending/4 {
		t.Errorf("a stranger holds %d of %d", strangers, maxPending)
	}
	for i := range byte(100) {
		strangers += flood(101 + i)
	}
	if strangers > maxPending/2 {
		t.Errorf("strangers hold %d of %d", strangers, maxPending)
	}
	first, second := flood(1), flood(2)
	if first < second || first > maxPending/2 {
		t.Errorf("two neighbours that flood hold %d and %d of %d", first, second, maxPending)
	}
	for from := byte(3); from <= 4; from++ {
		p := b.n.newPublisher()
		before := b.senders.all.count
		for range 200 {
			b.take(b.next(p), from)
		}
		if got := b.senders.all.count - before; got != 200 {
			t.Errorf("of 200 messages of an honest neighbour %d are looked at", got)
		}
	}
	// They do not wait until all that came before has been judged.
	for range maxJudged + 5*200 {
		b.judge()
	}
	if len(b.passed) != 400 {
		t.Errorf("%d messages have passed while others wait, want 400", len(b.passed))
	}
	b.judgeAll()
	if len(b.passed) != 400 {
		t.Errorf("%d messages passed, want 400", len(b.passed))
	}
	b.wantIdle()
	for id := range b.senders.of {
		if !b.neighbors[id] {
			t.Errorf("the account of stranger %v is still open", id)
		}
	}
}

func TestLargeMessagesCountByTheirBytes(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	for range 100 {
		m := b.next(p)
		m.Content = make([]byte, 1<<20)
		b.take(m, 1)
	}
	if got, most := len(b.waiting), maxPendingBytes/2>>20; got < most-2 || got > most {
		t.Errorf("%d megabytes of one neighbour wait, want about %d", got, most)
	}
	m := b.next(b.n.newPublisher())
	b.take(m, 2)
	b.judgeAll()
	b.want(m)
}

func TestGarbageForgetsNoChains(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	first, second := b.next(p), b.next(p)
	b.take(first, 1)
	b.take(second, 1)
	b.judgeAll()
	for range 2 * maxChains {
		b.take(altered(b.next(b.n.newPublisher()), alterContent), 1)
		b.judge()
	}
	b.tick()
	b.tick()
	b.take(first, 2)
	b.judgeAll()
	b.want(first, second)
	if len(b.chains.all) != 1 {
		t.Errorf("%d chains are known, want 1", len(b.chains.all))
	}
}

// The key exchange makes a chain of one message for every question.
func TestChainsOfOneMessageDoNotPushOutOthers(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	first, second := b.next(p), b.next(p)
	b.take(first, 1)
	b.take(second, 1)
	for range 2 * maxChains {
		m := b.next(b.n.newPublisher())
		m.Content, m.Request = nil, &message.GroupKeyRequest{RequestID: "r", Recipient: p.id, PublicKey: []byte("k"), GroupKeyIDs: []string{"g"}}
		simulateSignature(m)
		b.take(m, 1)
		b.judgeAll()
	}
	if n := b.chains.once.len + b.chains.many.len; n != maxChains {
		t.Errorf("%d chains are known, want %d", n, maxChains)
	}
	passed := len(b.passed)
	b.tick()
	b.tick()
	b.take(second, 2)
	b.judgeAll()
	if len(b.passed) != passed {
		t.Error("a message of a living chain has passed again")
	}
	// After an hour and a day of silence they are gone.
	b.clock.RunFor(onceLife + time.Minute)
	b.tick()
	if n := b.chains.once.len; n != 0 || b.chains.many.len != 1 {
		t.Errorf("%d chains of one message, %d others", n, b.chains.many.len)
	}
	b.clock.RunFor(chainLife)
	b.tick()
	if len(b.chains.all) != 0 || b.chains.gaps != 0 {
		t.Errorf("%d chains are known, with %d gaps", len(b.chains.all), b.chains.gaps)
	}
}

func TestGapsOfAllChainsAreBounded(t *testing.T) {
	t.Parallel()
	var ts chains
	now := loop.Epoch
	for i := range 40 {
		c := ts.make(chainKey{id: fmt.Sprint(i)})
		for j := range int64(maxGaps) {
			ts.add(c, &c.good, &message.Ref{Timestamp: 2 * j}, message.Ref{Timestamp: 2*j + 1}, now)
		}
		ts.rest(c)
	}
	if ts.gaps > maxAllGaps+40*fewGaps {
		t.Errorf("%d gaps are held", ts.gaps)
	}
	n := 0
	for _, c := range ts.all {
		n += c.gaps()
	}
	if n != ts.gaps {
		t.Errorf("%d gaps are counted, there are %d", ts.gaps, n)
	}
}

func TestPublishInsideDeliver(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p, q := b.n.newPublisher(), b.n.newPublisher()
	var answers []*message.Message
	b.onPass = func(a *arrival) {
		if a.m.Publisher == p.id && len(b.passed) < 10 {
			answer := b.next(q)
			answers = append(answers, answer)
			b.own(answer, answer.AppendWire(nil))
			own := b.next(p) // even on the same chain
			b.own(own, own.AppendWire(nil))
		}
	}
	m := b.next(p)
	b.take(m, 1)
	b.judgeAll()
	if len(b.passed) < 10 {
		t.Errorf("%d messages passed", len(b.passed))
	}
}

func TestCloseInsideDeliver(t *testing.T) {
	t.Parallel()
	b := newBox(t)
	p := b.n.newPublisher()
	b.onPass = func(*arrival) { b.close() }
	m, next := b.next(p), b.next(p)
	b.take(m, 1)
	b.take(next, 1)
	jobs := b.waiting
	b.waiting = nil
	jobs[1].done(Good)
	jobs[0].done(Good)
	b.take(b.next(p), 1)
	if len(b.passed) != 1 {
		t.Errorf("%d messages passed, want the first", len(b.passed))
	}
	b.clock.RunFor(time.Minute)
}
