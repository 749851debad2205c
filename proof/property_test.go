package proof_test

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

func TestHonestAnswersAreOK(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		cfg, answer := drawQuery(t, drawChains(t))
		r := check(cfg, answer)
		if !r.OK() || r.PublisherFaults() != 0 || r.LinksUnchecked != 0 {
			t.Fatalf("honest answer to %+v:\n%s", cfg, r)
		}
		if r.Valid != uint64(len(answer)) {
			t.Fatalf("%d of %d messages counted", r.Valid, len(answer))
		}
	})
}

// A small memory must only make the checker know less, never accuse.
func TestLittleMemoryAccusesNobody(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		cfg, answer := drawQuery(t, drawChains(t))
		cfg.MaxChains = rapid.IntRange(1, 3).Draw(t, "memory")
		if r := check(cfg, answer); !r.OK() || r.PublisherFaults() != 0 {
			t.Fatalf("honest answer to %+v:\n%s", cfg, r)
		}
	})
}

// lostIsProvable reports whether the answer without message i shows that i is
// missing: its successor is there, and i lies where the answer must be complete.
func lostIsProvable(cfg proof.Config, answer []*message.Message, i int) bool {
	lost := answer[i]
	hasSuccessor := slices.ContainsFunc(answer, func(m *message.Message) bool {
		return m.Publisher == lost.Publisher && m.Chain == lost.Chain && m.PrevRef != nil && *m.PrevRef == lost.Ref()
	})
	switch last := len(answer) - 1; {
	case !hasSuccessor:
		return false
	case cfg.Newest > 0:
		// Of a full answer nobody knows where it must begin. One that was full
		// before the loss is not full any more and claims that it is everything.
		return true
	case cfg.Descending && cfg.Limit > last && last > 0:
		return true // no longer at the limit, so complete down to the bound
	case cfg.Descending && cfg.Limit > 0:
		return i < last
	}
	return true
}

func TestEveryLostLinkIsFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		cfg, answer := drawQuery(t, drawChains(t))
		if len(answer) == 0 {
			t.Skip("nothing to lose")
		}
		i := rapid.IntRange(0, len(answer)-1).Draw(t, "lost")
		if !lostIsProvable(cfg, answer, i) {
			t.Skip("nothing links to it")
		}
		rest := slices.Delete(slices.Clone(answer), i, i+1)
		r := check(cfg, rest)
		if r.ChainGaps == 0 || r.OK() {
			t.Fatalf("loss of %v (%s) was not found in the answer to %+v:\n%s", answer[i].Ref(), answer[i].Chain, cfg, r)
		}
		if !slices.ContainsFunc(r.Gaps, func(g proof.Gap) bool {
			return g.Missing == proof.Ref(answer[i].Ref()) && g.Chain == answer[i].Chain
		}) {
			t.Fatalf("no gap names %v of %s:\n%s", answer[i].Ref(), answer[i].Chain, r)
		}
	})
}

// A node that has more messages than asked for can fill up what it withholds; the
// count is right then and only the link shows it.
func TestLossInFullNewestAnswerIsFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := drawChains(t)
		if len(all) < 4 {
			t.Skip("too few")
		}
		i := rapid.IntRange(1, len(all)-2).Draw(t, "lost")
		n := rapid.IntRange(1, len(all)-1).Draw(t, "newest")
		rest := slices.Delete(slices.Clone(all), i, i+1)
		answer := rest[len(rest)-n:]
		linked := slices.ContainsFunc(answer, func(m *message.Message) bool {
			return m.Publisher == all[i].Publisher && m.Chain == all[i].Chain && m.PrevRef != nil && *m.PrevRef == all[i].Ref()
		})
		first, lost := answer[0].OrderKey(), all[i].OrderKey()
		if !linked || bytes.Compare(lost[:], first[:]) < 0 {
			t.Skip("not provable")
		}
		if r := check(proof.Config{Newest: n}, answer); r.ChainGaps != 1 {
			t.Fatalf("loss of %v was not found:\n%s", all[i].Ref(), r)
		}
	})
}

func TestEveryRepetitionAndMoveIsFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		cfg, answer := drawQuery(t, drawChains(t))
		cfg.Limit, cfg.Newest = 0, 0
		if len(answer) < 2 {
			t.Skip("too short")
		}
		i := rapid.IntRange(0, len(answer)-1).Draw(t, "what")
		j := rapid.IntRange(0, len(answer)-1).Draw(t, "where")
		bad := slices.Clone(answer)
		if i == j {
			bad = slices.Insert(bad, i, answer[i])
			if r := check(cfg, bad); r.Duplicates != 1 || r.OK() {
				t.Fatalf("repetition not found:\n%s", r)
			}
			return
		}
		bad[i], bad[j] = bad[j], bad[i]
		if r := check(cfg, bad); r.OutOfOrder == 0 || r.OK() {
			t.Fatalf("exchange of %d and %d not found:\n%s", i, j, r)
		}
	})
}

// Whatever is fed in whatever order, what is not blamed is sorted and has no
// repetition: readers that skip what is blamed rely on it.
func TestWhatIsNotBlamedIsInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		all := drawChains(t)
		fed := rapid.SliceOfN(rapid.SampledFrom(all), 0, 40).Draw(t, "fed")
		descending := rapid.Bool().Draw(t, "descending")
		c := proof.NewChecker(proof.Config{Part: part, Descending: descending})
		var last *message.Message
		for _, m := range fed {
			verdict := rapid.SampledFrom([]error{nil, message.ErrInvalidSignature, message.ErrUnsupportedSignature}).Draw(t, "verdict")
			if c.Observe(m, 1, verdict) != nil {
				continue
			}
			if last != nil {
				x, y := last.Key(), m.Key()
				if cmp := bytes.Compare(x[:], y[:]); cmp == 0 || (cmp > 0) != descending {
					t.Fatalf("%v follows %v", m.Ref(), last.Ref())
				}
			}
			last = m
		}
	})
}
