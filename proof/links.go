package proof

import (
	"bytes"
	"fmt"

	"github.com/logstore/logstore/message"
)

// followLink hands a valid message to the chain tracker and counts what it says.
func (c *Checker) followLink(m *message.Message, tag message.ChainTag, index uint64) {
	s := c.chains.add(m, tag, c.floor)
	if s.newChain {
		c.report.Chains++
	}
	if s.evicted != nil {
		c.dropped(s.evicted, m, tag, index)
	}
	switch s.link {
	case linkKept:
		c.report.LinksKept++
	case linkOpen:
		c.report.ChainsOpen++
		if c.cfg.Newest > 0 && len(c.openGaps) < c.cfg.MaxProblems {
			c.openGaps = append(c.openGaps, indexedGap{gapOf(m.Publisher, m.Chain, s), index})
		}
	case linkUnchecked:
		c.report.LinksUnchecked++
	case linkFork:
		c.fault(&c.report.ChainForks, Problem{ChainFork, index, refPtr(m.Ref()),
			fmt.Sprintf("chain %q of %s: %s", m.Chain, m.Publisher, forkText(m, c.cfg.Descending))})
	case linkGap:
		c.gap(gapOf(m.Publisher, m.Chain, s), index)
	}
}

func forkText(m *message.Message, descending bool) string {
	switch {
	case descending:
		return "no later message links to this one"
	case m.PrevRef == nil:
		return "links to no message although there are earlier ones"
	}
	return fmt.Sprintf("links to %s although there are later ones before it", *m.PrevRef)
}

func gapOf(publisher message.UserID, chain string, s step) Gap {
	g := Gap{Publisher: publisher.String(), Chain: chain, Missing: Ref(s.missing), Before: Ref(s.before)}
	if s.after != nil {
		g.After = refPtr(*s.after)
	}
	return g
}

func (c *Checker) gap(g Gap, index uint64) {
	if len(c.report.Gaps) < c.cfg.MaxProblems {
		c.report.Gaps = append(c.report.Gaps, g)
	}
	before := g.Before
	c.fault(&c.report.ChainGaps, Problem{ChainGap, index, &before,
		fmt.Sprintf("chain %q of %s: message %s is not in the answer", g.Chain, g.Publisher, g.Missing)})
}

// dropped notes that a chain was forgotten while the answer had come to m. Going
// down, its open link is judged now if it can be.
func (c *Checker) dropped(e *chain, m *message.Message, tag message.ChainTag, index uint64) {
	c.report.ChainsDropped++
	if !c.cfg.Descending || !e.hasBefore {
		return
	}
	if c.passed(e, message.OrderKeyOf(m.Ref(), tag)) {
		c.gap(openGap(e), index)
		return
	}
	c.report.LinksUnchecked++
}

// passed reports whether a descending answer at position at is below the message
// that e links to.
func (c *Checker) passed(e *chain, at message.OrderKey) bool {
	k := message.OrderKeyOf(e.before, e.tag)
	return bytes.Compare(k[:], at[:]) > 0
}

func openGap(e *chain) Gap {
	return Gap{Publisher: e.publisher.String(), Chain: e.id, Missing: Ref(e.before), Before: Ref(e.last)}
}

// Finish says that the answer was received to its end. Only then can the links be
// judged that lead below what was received, and the certificate. Nothing may be added
// afterwards. It returns what the node can be blamed for in the proof, or nil.
func (c *Checker) Finish() *Problem {
	if c.report.Complete {
		return nil
	}
	c.report.Complete = true
	c.finishLinks()
	c.report.Proof, c.report.Range = c.complete.finish()
	p := c.report.Proof
	if p == nil || p.Status == Proven {
		return nil
	}
	return c.fault(&c.report.Unproven, Problem{Unproven, max(c.report.Messages, 1) - 1, nil, p.String()})
}

// finishLinks judges the links that lead below what was received.
func (c *Checker) finishLinks() {
	n := c.report.Messages
	if c.cfg.Newest > 0 && n < uint64(c.cfg.Newest) {
		// The node says that there are no more, so nothing lies below.
		for _, g := range c.openGaps {
			c.gap(g.Gap, g.index)
		}
		rest := c.report.ChainsOpen - uint64(len(c.openGaps))
		c.report.ChainGaps += rest
		c.report.ProblemsOmitted += rest
		c.report.ChainsOpen = 0
	}
	if !c.cfg.Descending {
		return
	}
	bottom := c.floor
	if c.hasPrev && (c.cfg.Limit > 0 && n >= uint64(c.cfg.Limit) || c.cfg.Newest > 0 && n >= uint64(c.cfg.Newest)) {
		bottom = floor{key: &c.lastKey}
	}
	c.chains.open(func(e *chain) {
		if bottom.contains(e.before, e.tag) {
			c.gap(openGap(e), max(n, 1)-1)
			return
		}
		c.report.ChainsOpen++
	})
}

// Truncate says that the answer broke off, and why. The report stays incomplete.
func (c *Checker) Truncate(reason error) {
	c.fault(new(uint64), Problem{Truncated, c.report.Messages, nil, textOf(reason, "ended too early")})
}
