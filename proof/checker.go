package proof

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"github.com/logstore/logstore/message"
)

// Defaults of [Config].
const (
	// DefaultMaxChains takes about 40 MB when it is reached.
	DefaultMaxChains = 1 << 17
	// DefaultMaxProblems is for each kind.
	DefaultMaxProblems = 10
	// maxPublishers bounds the set that counts distinct publishers.
	maxPublishers = 1 << 16
	// minChunk and maxChunk bound how many messages a worker takes at a time: few
	// gain nothing by being checked together, and more than this gain no more.
	minChunk, maxChunk = 64, 1024
)

// Config says what was asked for. Only Part is needed.
type Config struct {
	Part message.StreamPart

	// From and To bound the refs, both included. A zero To is no bound.
	From, To message.Ref
	// Publisher and Chain, if set, are the only ones that were asked for.
	Publisher message.UserID
	Chain     string
	// Newest says that only the newest n messages were asked for, Limit that the
	// answer ends after n messages. 0 is neither.
	Newest, Limit int
	// Descending says that the newest come first.
	Descending bool

	// WantProof says that the node was asked for a certificate: an answer without
	// one is not OK then. Certificate is what it gave, nil if nothing.
	WantProof   bool
	Certificate *Certificate
	// CertificateError says why what the node gave is no certificate.
	CertificateError error
	// Node, if set, must have signed the certificate's checkpoint.
	Node message.UserID
	// exact takes the place of From, To, Limit and Newest for the certificate.
	exact *Range

	// Partitions of the stream, for the canonical profile. Default
	// [message.MaxPartitions].
	Partitions int
	// AllowNonCanonical keeps non-canonical messages from being a fault.
	AllowNonCanonical bool

	// Verifier checks signatures. Default: one that has no chain to ask.
	Verifier *message.Verifier
	// Workers check signatures side by side in Add and AddWire. Default: one per
	// core.
	Workers int
	// MaxChains bounds the chains that are followed at once; the one that was
	// silent longest is forgotten first. Default [DefaultMaxChains].
	MaxChains int
	// MaxProblems bounds the listed problems of each kind, and the listed gaps.
	// Default [DefaultMaxProblems].
	MaxProblems int
}

// Checker checks one answer. It is not safe for concurrent use.
type Checker struct {
	cfg    Config
	report Report
	last   message.Ref // of the last message that could be decoded
	listed map[Kind]int
	chains *chainTracker

	prevKey    message.Key // of the last message that was in order
	hasPrev    bool
	prevValid  message.OrderKey // of the last one with a valid signature
	hasValid   bool
	equivocal  bool // prevValid is counted as an equivocation
	floor      floor
	publishers map[message.UserID]struct{}
	lastKey    message.OrderKey // of the last message that was asked for
	// openGaps are links below the first message of a Newest answer. They turn out
	// to be gaps if it has fewer messages than were asked for. Only the first ones
	// are kept; all are in report.ChainsOpen.
	openGaps []indexedGap

	complete completeness
	decoder  message.Decoder
}

// indexedGap is a gap with the index of the message that shows it.
type indexedGap struct {
	Gap
	index uint64
}

// NewChecker begins the check of an answer.
func NewChecker(cfg Config) *Checker {
	if cfg.Partitions <= 0 {
		cfg.Partitions = message.MaxPartitions
	}
	if cfg.Verifier == nil {
		cfg.Verifier = new(message.Verifier)
	}
	if cfg.Workers <= 0 {
		cfg.Workers = runtime.GOMAXPROCS(0)
	}
	if cfg.MaxChains <= 0 {
		cfg.MaxChains = DefaultMaxChains
	}
	if cfg.MaxProblems <= 0 {
		cfg.MaxProblems = DefaultMaxProblems
	}
	c := &Checker{
		cfg:        cfg,
		listed:     make(map[Kind]int),
		chains:     newChainTracker(cfg.MaxChains, cfg.Descending),
		floor:      floor{ref: cfg.From},
		publishers: make(map[message.UserID]struct{}),
	}
	c.complete = newCompleteness(&c.cfg)
	if pruned := c.complete.prunedBefore(); pruned > cfg.From.Timestamp {
		c.floor.ref = message.Ref{Timestamp: pruned} // links below it are no gaps
	}
	if cfg.WantProof || cfg.Certificate != nil {
		c.report.Proof = &ProofReport{Status: ProofOpen}
	}
	c.report.StreamPart = cfg.Part.String()
	c.report.NotCanonicalAllowed = cfg.AllowNonCanonical
	if cfg.From != (message.Ref{}) {
		c.report.From = refPtr(cfg.From)
	}
	if cfg.To != (message.Ref{}) {
		c.report.To = refPtr(cfg.To)
	}
	return c
}

// Observe takes the next message of the answer whose signature the caller has
// checked already: verdict is what [message.Verifier.Verify] said. m is nil if the
// bytes could not be decoded; verdict is then the reason. size is the length of the
// wire form. It returns what the node can be blamed for in this message, or nil.
// Chain gaps are not blamed on the message that shows them.
func (c *Checker) Observe(m *message.Message, size int, verdict error) *Problem {
	index := c.report.Messages
	c.report.Messages++
	c.report.Bytes += uint64(size)
	if m == nil {
		return c.fault(&c.report.Malformed, Problem{Malformed, index, nil, textOf(verdict, "no message")})
	}
	ref := m.Ref()
	if c.report.First == nil {
		c.report.First = refPtr(ref)
	}
	c.last = ref
	if why := c.notAsked(m, index); why != "" {
		return c.fault(&c.report.NotAsked, Problem{NotAsked, index, refPtr(ref), why})
	}
	var blame *Problem
	valid := false
	switch {
	case verdict == nil:
		c.report.Valid++
		valid = true
	case errors.Is(verdict, message.ErrInvalidSignature):
		return c.fault(&c.report.Invalid, Problem{InvalidSignature, index, refPtr(ref), verdict.Error()})
	default:
		blame = c.fault(&c.report.Unchecked, Problem{Unchecked, index, refPtr(ref), verdict.Error()})
	}
	key := c.decoder.Key(m)
	if p := c.checkOrder(key, index); p != nil {
		return p
	}
	c.complete.add(&key, uint64(m.Size()))
	if !valid {
		return blame
	}
	if err := m.CheckCanonical(c.cfg.Partitions); err != nil {
		p := c.fault(&c.report.NotCanonical, Problem{NotCanonical, index, refPtr(ref), err.Error()})
		if !c.cfg.AllowNonCanonical {
			blame = p
		}
	}
	c.countPublisher(m.Publisher)
	c.checkEquivocation(key, index)
	c.followLink(m, key.ChainTag(), index)
	return blame
}

func (c *Checker) notAsked(m *message.Message, index uint64) string {
	switch ref := m.Ref(); {
	case m.Part() != c.cfg.Part:
		return fmt.Sprintf("belongs to %s", m.Part())
	case !m.IsContent():
		return "is a group key message, which is never stored"
	case c.cfg.Publisher != "" && m.Publisher != c.cfg.Publisher:
		return fmt.Sprintf("is of publisher %s", m.Publisher)
	case c.cfg.Chain != "" && m.Chain != c.cfg.Chain:
		return fmt.Sprintf("is of chain %q", m.Chain)
	case ref.Compare(c.cfg.From) < 0:
		return fmt.Sprintf("lies before the range, which begins at %s", c.cfg.From)
	case c.cfg.To != (message.Ref{}) && ref.Compare(c.cfg.To) > 0:
		return fmt.Sprintf("lies after the range, which ends at %s", c.cfg.To)
	case c.cfg.Limit > 0 && index >= uint64(c.cfg.Limit):
		return fmt.Sprintf("is beyond the limit of %d messages", c.cfg.Limit)
	case c.cfg.Newest > 0 && index >= uint64(c.cfg.Newest):
		return fmt.Sprintf("is beyond the newest %d messages", c.cfg.Newest)
	}
	return ""
}

// checkOrder compares with the last message that was in order, so that what is
// left after all that it objects to is sorted.
func (c *Checker) checkOrder(key message.Key, index uint64) *Problem {
	if c.hasPrev {
		cmp := bytes.Compare(key[:], c.prevKey[:])
		if c.cfg.Descending {
			cmp = -cmp
		}
		switch {
		case cmp == 0:
			return c.fault(&c.report.Duplicates, Problem{Duplicate, index, refPtr(key.Ref()), "the same message as the one before"})
		case cmp < 0:
			return c.fault(&c.report.OutOfOrder, Problem{OutOfOrder, index, refPtr(key.Ref()),
				fmt.Sprintf("comes after %s", c.prevKey.Ref())})
		}
	} else if c.cfg.Newest > 0 {
		order := key.OrderKey()
		c.floor = floor{key: &order}
	}
	c.prevKey, c.hasPrev = key, true
	c.lastKey = key.OrderKey()
	return nil
}

func (c *Checker) checkEquivocation(key message.Key, index uint64) {
	order := key.OrderKey()
	same := c.hasValid && order == c.prevValid
	if same && !c.equivocal {
		c.fault(&c.report.Equivocations, Problem{Equivocation, index, refPtr(key.Ref()),
			"the publisher signed another message for the same place in the order"})
	}
	c.prevValid, c.hasValid, c.equivocal = order, true, same
}

func (c *Checker) countPublisher(id message.UserID) {
	if _, known := c.publishers[id]; known {
		return
	}
	if len(c.publishers) >= maxPublishers {
		c.report.PublishersCapped = true
		return
	}
	c.publishers[id] = struct{}{}
	c.report.Publishers++
}

// fault counts a problem, lists it if there is room, and returns it.
func (c *Checker) fault(counter *uint64, p Problem) *Problem {
	*counter++
	if c.listed[p.Kind] >= c.cfg.MaxProblems {
		c.report.ProblemsOmitted++
	} else {
		c.listed[p.Kind]++
		c.report.Problems = append(c.report.Problems, p)
	}
	return &p
}

// Report sums up what was seen so far. It shares no memory with the Checker.
func (c *Checker) Report() Report {
	r := c.report
	if r.First != nil {
		r.Last = refPtr(c.last)
	}
	r.Gaps = slices.Clone(r.Gaps)
	r.Problems = slices.Clone(r.Problems)
	return r
}

func refPtr(r message.Ref) *Ref {
	p := Ref(r)
	return &p
}

func textOf(err error, def string) string {
	if err == nil {
		return def
	}
	return err.Error()
}
