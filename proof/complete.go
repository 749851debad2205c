package proof

import (
	"bytes"
	"fmt"
	"time"

	"github.com/logstore/logstore/message"
)

// completeness follows an answer to see whether it is all that a certificate proves.
type completeness struct {
	asked    *Config
	cert     *Certificate // nil if the answer came with none
	verifier *Verifier
	digester *Digester // if there is no certificate: the digest of what came

	count       uint64
	first, last message.Key
	broken      bool // the order was not kept, so there is no digest
}

func newCompleteness(cfg *Config) completeness {
	c := completeness{asked: cfg, cert: cfg.Certificate}
	if c.cert != nil {
		c.verifier = NewVerifier(&c.cert.Proof, cfg.Descending)
	} else {
		c.digester = NewDigester(cfg.Descending)
	}
	return c
}

// add takes a message that is in its place in the order.
func (c *completeness) add(key *message.Key, size uint64) {
	if c.count++; c.count == 1 {
		c.first = *key
	}
	c.last = *key
	if c.verifier != nil {
		_ = c.verifier.Add(key, size) // remembered until the end
	} else if c.digester.Add(key, size) != nil {
		c.broken = true
	}
}

// finish ends the answer and says what was proven, and the sum of what came; nil if
// the messages have none.
func (c *completeness) finish() (*ProofReport, *Sum) {
	if c.cert == nil {
		var report *ProofReport
		if c.asked.WantProof {
			report = &ProofReport{Status: NotProven}
			if err := c.asked.CertificateError; err != nil {
				report = &ProofReport{Status: ProofFailed, Detail: err.Error()}
			}
		}
		if c.broken {
			return report, nil
		}
		sum := c.digester.Sum()
		return report, &sum
	}
	report := &ProofReport{Status: ProofFailed, AsOf: c.cert.Checkpoint.AsOf, Checkpoint: &c.cert.Checkpoint.Sum}
	outcome, err := c.verifier.Finish()
	if err != nil {
		report.Detail = err.Error()
		return report, nil
	}
	report.Range = &outcome.Range
	if report.Detail = c.objection(&outcome, report); report.Detail == "" {
		report.Status = Proven
	}
	return report, &outcome.Range
}

// objection says what is wrong with the certificate or its range, "" if nothing is.
func (c *completeness) objection(o *Outcome, report *ProofReport) string {
	cp := &c.cert.Checkpoint
	signer, err := cp.Signer()
	if err != nil {
		return fmt.Sprintf("the checkpoint's signature: %v", err)
	}
	report.Node = signer.String()
	switch {
	case c.asked.Node != "" && signer != c.asked.Node:
		return fmt.Sprintf("the checkpoint is signed by %s, want %s", signer, c.asked.Node)
	case cp.Part != c.asked.Part:
		return fmt.Sprintf("the checkpoint is about %s", cp.Part)
	case cp.Range != FullRange():
		return "the checkpoint is not about the whole stream part"
	case c.asked.Publisher != "" || c.asked.Chain != "":
		return "an answer of some publishers only cannot be proven complete"
	case o.Root != cp.Sum:
		return fmt.Sprintf("the messages and the proof give the root %s over %d messages, the checkpoint has %s over %d: something was left out, added or changed",
			o.Root.Digest, o.Root.Count, cp.Sum.Digest, cp.Sum.Count)
	}
	return c.rangeObjection(report)
}

// prunedBefore returns the time (ms) from which on the certificate is about the
// answer because the node has pruned what was before, 0 if that is not so.
func (c *completeness) prunedBefore() int64 {
	if c.cert == nil {
		return 0
	}
	floor := c.cert.Checkpoint.Floor
	if floor <= 0 || c.cert.Proof.Range.From != RangeOf(message.Ref{Timestamp: floor}, message.Ref{}).From {
		return 0
	}
	return floor
}

// rangeObjection compares the range that was proven with the one that was asked for.
// It may be shorter where the answer says itself that it ends early, at its limit,
// and where the node has pruned.
func (c *completeness) rangeObjection(report *ProofReport) string {
	asked, got := RangeOf(c.asked.From, c.asked.To), c.cert.Proof.Range
	if c.asked.exact != nil {
		asked = *c.asked.exact
	}
	full := c.asked.Limit > 0 && c.count == uint64(c.asked.Limit)
	newest := c.asked.Newest > 0 && c.count == uint64(c.asked.Newest)
	lowest, highest := &c.first, &c.last
	if c.asked.Descending {
		lowest, highest = highest, lowest
	}
	if bytes.Compare(got.To[:], asked.To[:]) < 0 && !(full && !c.asked.Descending && got.To == *highest) {
		return "it is about a range that ends before the one that was asked for"
	}
	if bytes.Compare(got.From[:], asked.From[:]) <= 0 {
		return ""
	}
	if (newest || full && c.asked.Descending) && got.From == *lowest {
		return ""
	}
	if report.PrunedBefore = c.prunedBefore(); report.PrunedBefore > 0 {
		return ""
	}
	return "it is about a range that begins after the one that was asked for"
}

// ProofStatus says what became of the proof of an answer.
type ProofStatus string

// The states of a proof. The texts are stable.
const (
	// Proven: the answer is all that the node's checkpoint has in the range.
	Proven ProofStatus = "proven"
	// ProofFailed: the certificate is wrong, or the answer is not what it proves.
	ProofFailed ProofStatus = "failed"
	// NotProven: a certificate was asked for, and none was given.
	NotProven ProofStatus = "not_proven"
	// ProofOpen: the answer was not received to its end.
	ProofOpen ProofStatus = "open"
)

// ProofReport says what a certificate proved about an answer.
type ProofReport struct {
	Status ProofStatus `json:"status"`
	Detail string      `json:"detail,omitempty"` // why it failed
	Node   string      `json:"node,omitempty"`   // address that signed the checkpoint
	AsOf   int64       `json:"asOf,omitempty"`   // ms; of the checkpoint
	// Checkpoint is of the whole stream part, Range of what was answered.
	Checkpoint *Sum `json:"checkpoint,omitempty"`
	Range      *Sum `json:"range,omitempty"`
	// PrunedBefore is set if the node no longer has the beginning of what was asked
	// for: the proof is about what comes from this time on (ms).
	PrunedBefore int64 `json:"prunedBefore,omitempty"`
}

func (p *ProofReport) String() string {
	switch p.Status {
	case Proven:
		s := fmt.Sprintf("complete by the checkpoint of %s over %s, signed %s", p.Node,
			count(p.Checkpoint.Count, "message"), timeText(Ref{Timestamp: p.AsOf}))
		if p.PrunedBefore > 0 {
			s += fmt.Sprintf("; NOTHING BEFORE %s, which the node has pruned", time.UnixMilli(p.PrunedBefore).UTC().Format(time.RFC3339))
		}
		return s
	case ProofFailed:
		return "FAILED: " + p.Detail
	case NotProven:
		return "NOT GIVEN, though it was asked for"
	}
	return "open: the answer was not read to its end"
}
