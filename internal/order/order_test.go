package order_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/order"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/message"
)

const alice, bob = message.UserID("aaaaaaaaaaaaaaaaaaaa"), message.UserID("bbbbbbbbbbbbbbbbbbbb")

// msg is message n of a chain that links each message to the one before, from 1 on.
func msg(publisher message.UserID, chain string, n int64) *message.Message {
	m := &message.Message{ID: message.ID{Publisher: publisher, Chain: chain, Timestamp: n}, Content: make([]byte, 10)}
	if n > 1 {
		m.PrevRef = &message.Ref{Timestamp: n - 1}
	}
	return m
}

// bench is an orderer on a virtual clock, with a record of what it did.
type bench struct {
	*order.Orderer
	clock *loop.Virtual
	log   []string
	// stored answers Fetch; nil leaves it unanswered.
	stored  func(order.Gap, func(bool))
	dropped int
}

func newBench(change func(*bench, *order.Config)) *bench {
	b := &bench{clock: loop.NewVirtual()}
	c := order.Config{
		After: func(d time.Duration, f func()) func() { return b.clock.At(d, f).Stop },
		Deliver: func(m *message.Message) {
			b.log = append(b.log, fmt.Sprintf("%s%s%d", string(m.Publisher[:1]), m.ID.Chain, m.Timestamp))
		},
		Duplicate: func(*message.Message) { b.dropped++ },
		Lost: func(g order.Gap) {
			b.log = append(b.log, fmt.Sprintf("lost %s%s%d-%d", string(g.Publisher[:1]), g.Chain.ID, g.After.Timestamp+1, g.Through.Timestamp))
		},
		Fetch: func(g order.Gap, done func(bool)) {
			b.log = append(b.log, fmt.Sprintf("look %s%s%d-%d", string(g.Publisher[:1]), g.Chain.ID, g.After.Timestamp+1, g.Through.Timestamp))
			if b.stored != nil {
				b.stored(g, done)
			}
		},
	}
	if change != nil {
		change(b, &c)
	}
	b.Orderer = order.New(c)
	return b
}

func (b *bench) push(chain string, ns ...int64) {
	for _, n := range ns {
		b.Push(msg(alice, chain, n))
	}
}

func (b *bench) expect(t *testing.T, want string) {
	t.Helper()
	if got := strings.Join(b.log, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestInOrder(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	b.push("x", 1, 2, 3)
	b.expect(t, "ax1 ax2 ax3")
}

func TestOutOfOrder(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	b.push("x", 1, 4, 3, 6)
	b.expect(t, "ax1")
	b.push("x", 2)
	b.expect(t, "ax1 ax2 ax3 ax4")
	b.push("x", 5)
	b.clock.RunFor(time.Hour)
	b.expect(t, "ax1 ax2 ax3 ax4 ax5 ax6")
	if s := b.Stats(); s != (order.Stats{Delivered: 6, Gaps: 2, Filled: 2}) || b.Held() != 0 {
		t.Errorf("stats %+v, %d held", s, b.Held())
	}
}

func TestDuplicates(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	b.push("x", 1, 1, 2, 4, 4, 1, 2, 3, 4, 3)
	b.expect(t, "ax1 ax2 ax3 ax4")
	if s := b.Stats(); s.Duplicates != 6 || b.dropped != 6 {
		t.Errorf("%d duplicates, %d dropped, want 6", s.Duplicates, b.dropped)
	}
}

// The first message that is seen begins a chain, wherever it is in it.
func TestBeginInTheMiddle(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	b.push("x", 5, 4, 6)
	b.clock.RunFor(time.Hour)
	b.expect(t, "ax5 ax6")
}

func TestChainsDoNotWaitForEachOther(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	b.push("x", 1, 3)
	b.push("y", 1, 2)
	b.Push(msg(bob, "x", 1))
	b.Push(msg(bob, "x", 2))
	b.expect(t, "ax1 ay1 ay2 bx1 bx2")
}

// A publisher that starts anew has a new chain; one that links to nothing in an old chain
// has begun it anew.
func TestChainRestart(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	b.push("x", 1, 2)
	b.push("z", 3, 4)
	again := msg(alice, "x", 9)
	again.PrevRef = nil
	b.Push(again)
	fork := msg(alice, "x", 12)
	fork.PrevRef = &message.Ref{Timestamp: 2}
	b.Push(fork)
	b.clock.RunFor(time.Hour)
	b.expect(t, "ax1 ax2 az3 az4 ax9 ax12")
	if s := b.Stats(); s.Gaps != 0 {
		t.Errorf("%d gaps", s.Gaps)
	}
}

func TestGapIsFilledFromStorage(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	b.stored = func(g order.Gap, done func(bool)) {
		b.push("x", 2, 3)
		done(true)
	}
	b.push("x", 1, 4)
	b.clock.RunFor(order.DefaultWait - 1)
	b.expect(t, "ax1")
	b.clock.RunFor(1)
	b.expect(t, "ax1 look ax2-3 ax2 ax3 ax4")
}

// What storage has only later, or only a part of, is looked for again.
func TestGapIsFilledInParts(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	tries := 0
	b.stored = func(g order.Gap, done func(bool)) {
		if tries++; tries == 2 {
			b.push("x", 2, 3)
		}
		if tries == 3 {
			b.push("x", 4)
		}
		b.clock.At(time.Second, func() { done(true) }) // as over a network
	}
	b.push("x", 1, 5)
	b.clock.RunFor(time.Hour)
	b.expect(t, "ax1 look ax2-4 look ax2-4 ax2 ax3 look ax4-4 ax4 ax5")
}

func TestGapIsGivenUp(t *testing.T) {
	t.Parallel()
	b := newBench(func(_ *bench, c *order.Config) { c.Tries, c.Wait = 3, time.Second })
	var done func(bool)
	b.stored = func(_ order.Gap, d func(bool)) { done = d; d(true) }
	b.push("x", 1, 3, 5)
	b.clock.RunFor(3*time.Second - 1)
	b.expect(t, "ax1 look ax2-2 look ax2-2")
	b.clock.RunFor(1)
	b.expect(t, "ax1 look ax2-2 look ax2-2 look ax2-2 lost ax2-2 ax3")
	done(true) // a second time, late
	b.push("x", 2)
	b.expect(t, "ax1 look ax2-2 look ax2-2 look ax2-2 lost ax2-2 ax3")
	b.clock.RunFor(time.Hour)
	b.expect(t, "ax1 look ax2-2 look ax2-2 look ax2-2 lost ax2-2 ax3 look ax4-4 look ax4-4 look ax4-4 lost ax4-4 ax5")
	if s := b.Stats(); s.Lost != 2 || s.Duplicates != 1 || s.Gaps != 2 || s.Filled != 0 {
		t.Errorf("stats %+v", s)
	}
}

func TestNowhereToLook(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*bench, *order.Config){
		"no storage":         func(_ *bench, c *order.Config) { c.Fetch = nil },
		"storage has it not": func(_ *bench, c *order.Config) { c.Fetch = func(_ order.Gap, done func(bool)) { done(false) } },
		"and knows it late": func(b *bench, c *order.Config) {
			c.Fetch = func(_ order.Gap, done func(bool)) { b.clock.At(1, func() { done(false) }) }
		},
		"and says it thrice": func(_ *bench, c *order.Config) {
			c.Fetch = func(_ order.Gap, done func(bool)) { done(false); done(true); done(true) }
		},
		"nobody is told": func(_ *bench, c *order.Config) { c.Fetch, c.Lost = nil, func(order.Gap) {} },
	} {
		b := newBench(change)
		b.push("x", 1, 3)
		b.clock.RunFor(order.DefaultWait + 1)
		if got := strings.Join(slices.DeleteFunc(b.log, func(s string) bool { return strings.HasPrefix(s, "lost") }), " "); got != "ax1 ax3" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A gap that is looked for may be filled by the network meanwhile, and the next one is
// another.
func TestGapIsFilledWhileItIsLookedFor(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	var done []func(bool)
	b.stored = func(_ order.Gap, d func(bool)) { done = append(done, d) }
	b.push("x", 1, 3)
	b.clock.RunFor(order.DefaultWait)
	b.push("x", 2, 5)
	done[0](false) // says nothing about the new gap
	b.clock.RunFor(order.DefaultWait)
	b.push("x", 4)
	done[1](true)
	b.clock.RunFor(time.Hour)
	b.expect(t, "ax1 look ax2-2 ax2 ax3 look ax4-4 ax4 ax5")
}

// What is old has no time to wait: what storage lacks of it, nobody has.
func TestSettled(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	for _, n := range []int64{3, 4, 7, 7} {
		b.PushStored(msg(alice, "x", n), true)
	}
	b.push("x", 8)
	b.expect(t, "ax3 ax4 lost ax5-6 ax7 ax8")
}

// From some time on nothing may be missing, not even the beginning of a chain.
func TestSince(t *testing.T) {
	t.Parallel()
	b := newBench(func(_ *bench, c *order.Config) { c.Since, c.MaxChains = 10, 3 })
	b.stored = func(g order.Gap, done func(bool)) {
		if g.Chain.ID == "x" {
			b.push("x", 10, 11)
		}
		done(g.Chain.ID != "y")
	}
	b.push("old", 9, 10) // links to what was before
	b.push("x", 12)
	b.expect(t, "aold9 aold10")
	b.clock.RunFor(order.DefaultWait)
	b.expect(t, "aold9 aold10 look ax10-11 ax10 ax11 ax12")
	b.push("y", 12)
	b.clock.RunFor(order.DefaultWait)
	b.expect(t, "aold9 aold10 look ax10-11 ax10 ax11 ax12 look ay10-11 lost ay10-11 ay12")
	b.log = nil
	// What is out of storage begins where storage was asked to begin.
	b.PushStored(msg(alice, "z", 15), false)
	b.PushStored(msg(alice, "z", 17), false)
	b.expect(t, "az15")
	b.push("z", 16)
	b.expect(t, "az15 az16 az17")
	b.log = nil
	b.push("y", 13, 14, 15, 16, 17, 18, 19)
	b.log = nil
	// A chain that was forgotten is not missed from the beginning on.
	b.push("old", 20)
	b.push("x", 20)
	b.clock.RunFor(order.DefaultWait)
	b.expect(t, "look aold11-19 look ax13-19")
}

func TestWhatWaitsIsBounded(t *testing.T) {
	t.Parallel()
	b := newBench(func(_ *bench, c *order.Config) { c.MaxHeld = 2 })
	b.push("x", 1, 3, 5, 7)
	b.expect(t, "ax1 lost ax2-2 ax3")
	b = newBench(func(_ *bench, c *order.Config) { c.MaxBytes = 25 })
	b.push("x", 1, 3, 5, 7)
	b.expect(t, "ax1 lost ax2-2 ax3")
	b.push("x", 6, 4)
	b.expect(t, "ax1 lost ax2-2 ax3 lost ax4-4 ax5 ax6 ax7")
	if b.Held() != 0 {
		t.Errorf("%d held", b.Held())
	}
}

func TestChainsAreForgotten(t *testing.T) {
	t.Parallel()
	b := newBench(func(_ *bench, c *order.Config) { c.MaxChains = 2 })
	b.push("x", 1, 3)
	b.push("y", 1)
	b.push("z", 1)
	b.expect(t, "ax1 ay1 lost ax2-2 ax3 az1")
	b.clock.RunFor(time.Hour)
	b.push("x", 9)
	b.expect(t, "ax1 ay1 lost ax2-2 ax3 az1 ax9")
}

func TestClose(t *testing.T) {
	t.Parallel()
	b := newBench(nil)
	var done func(bool)
	b.stored = func(_ order.Gap, d func(bool)) { done = d }
	b.push("x", 1, 3)
	b.push("y", 1, 3)
	b.clock.RunFor(order.DefaultWait)
	b.Close()
	b.Close()
	done(false)
	b.push("x", 2)
	b.PushStored(msg(alice, "x", 9), true)
	b.clock.RunFor(time.Hour)
	b.expect(t, "ax1 ay1 look ax2-2 look ay2-2")
	if b.Held() != 0 {
		t.Errorf("%d held", b.Held())
	}
}

// Messages of several chains come shuffled, some twice and some only out of storage, which
// has them with delay. All are delivered once and in the order of their chain.
func TestEverythingComesInOrder(t *testing.T) {
	t.Parallel()
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 1))
		got := map[string][]int64{}
		b := newBench(nil)
		b.Orderer = order.New(order.Config{
			Wait: time.Second, Tries: 50,
			After: func(d time.Duration, f func()) func() { return b.clock.At(d, f).Stop },
			Deliver: func(m *message.Message) {
				got[m.ID.Chain] = append(got[m.ID.Chain], m.Timestamp)
			},
			Lost: func(g order.Gap) { t.Errorf("seed %d: lost %+v", seed, g) },
			Fetch: func(g order.Gap, done func(bool)) {
				for n := g.After.Timestamp + 1; n <= g.Through.Timestamp && random.IntN(3) > 0; n++ {
					b.push(g.Chain.ID, n)
				}
				b.clock.At(time.Duration(random.IntN(3))*time.Second, func() { done(true) })
			},
		})
		chains := []string{"x", "y", "z"}
		var come []*message.Message
		for _, c := range chains {
			b.push(c, 1) // or else it begins somewhere
			for n := int64(2); n <= 30; n++ {
				for range random.IntN(3) {
					come = append(come, msg(alice, c, n))
				}
			}
		}
		random.Shuffle(len(come), func(i, j int) { come[i], come[j] = come[j], come[i] })
		for _, m := range come {
			b.Push(m)
			b.clock.RunFor(time.Duration(random.IntN(100)) * time.Millisecond)
		}
		for _, c := range chains {
			b.push(c, 31)
		}
		b.clock.RunFor(time.Hour)
		for _, c := range chains {
			if len(got[c]) != 31 || !slices.IsSorted(got[c]) || len(slices.Compact(slices.Clone(got[c]))) != 31 {
				t.Errorf("seed %d: chain %s came as %v", seed, c, got[c])
			}
		}
	}
}
