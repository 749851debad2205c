package proof

import (
	"fmt"

	"github.com/logstore/logstore/message"
)

// Ref is a [message.Ref] with the JSON names of the HTTP API.
type Ref struct {
	Timestamp int64 `json:"timestamp"` // ms since the Unix epoch
	Sequence  int32 `json:"sequenceNumber"`
}

func (r Ref) String() string { return message.Ref(r).String() }

// Kind names what is wrong with a message of an answer. The texts are stable.
type Kind string

// Faults of the answer: an honest and complete node does not cause them.
const (
	// InvalidSignature: the publisher did not sign this.
	InvalidSignature Kind = "invalid_signature"
	// Unchecked: the signature is of a type that could not be checked here.
	Unchecked Kind = "unchecked_signature"
	// Malformed: the bytes are no message.
	Malformed Kind = "malformed"
	// NotAsked: another stream part, publisher or chain than asked for, a ref
	// outside the range, no content, or more messages than the limit.
	NotAsked Kind = "not_asked_for"
	// OutOfOrder: the message belongs before (descending: after) the one that
	// came before it.
	OutOfOrder Kind = "out_of_order"
	// Duplicate: the same message as the one before.
	Duplicate Kind = "duplicate"
	// ChainGap: a message inside the range links back to one that belongs inside
	// the range too and is not in the answer.
	ChainGap Kind = "chain_gap"
	// NotCanonical: the signature also fits another reading of the same bytes, so
	// it does not pin the message's place.
	NotCanonical Kind = "not_canonical"
	// Unproven: the answer was to be proven complete and is not: it came with a
	// certificate that it does not fit, or with none.
	Unproven Kind = "unproven"
	// Truncated: the answer ended before its end.
	Truncated Kind = "truncated"
)

// Faults of a publisher: an honest node hands them on.
const (
	// Equivocation: two validly signed messages for one place in the order.
	Equivocation Kind = "equivocation"
	// ChainFork: the message links to one before its predecessor in its chain, or
	// to none, so the chain has branches and says less about what is missing.
	ChainFork Kind = "chain_fork"
)

// Problem is one fault, with the message that shows it.
type Problem struct {
	Kind   Kind   `json:"kind"`
	Index  uint64 `json:"index"` // of the message in the answer, from 0
	Ref    *Ref   `json:"ref,omitempty"`
	Detail string `json:"detail"`
}

func (p Problem) String() string {
	switch {
	case p.Kind == Unproven: // it is about no message in particular
		return fmt.Sprintf("%s: %s", p.Kind, p.Detail)
	case p.Ref == nil:
		return fmt.Sprintf("%s at message %d: %s", p.Kind, p.Index, p.Detail)
	}
	return fmt.Sprintf("%s at message %d (%s): %s", p.Kind, p.Index, p.Ref, p.Detail)
}

// Gap is a place where an answer lacks at least one message of a chain.
type Gap struct {
	Publisher string `json:"publisherId"`
	Chain     string `json:"msgChainId"`
	// After is the chain's message before the gap, nil if the answer has none.
	After *Ref `json:"after,omitempty"`
	// Missing is the ref of the last message that is missing; there may be more
	// between After and it.
	Missing Ref `json:"missing"`
	// Before is the message that links to Missing.
	Before Ref `json:"before"`
}

// Report is what an answer turned out to be. See the package comment for what it
// proves.
type Report struct {
	StreamPart string `json:"streamPart"`
	From       *Ref   `json:"from,omitempty"` // as asked
	To         *Ref   `json:"to,omitempty"`

	Messages uint64 `json:"messages"` // received, whatever is wrong with them
	Bytes    uint64 `json:"bytes"`    // of their wire forms
	First    *Ref   `json:"first,omitempty"`
	Last     *Ref   `json:"last,omitempty"`
	// Complete says that the answer was received to its end, as its transport
	// tells. Whether that is all there is says Proof.
	Complete bool `json:"complete"`

	Publishers uint64 `json:"publishers"` // distinct, of checked messages
	// PublishersCapped says that there are more than Publishers.
	PublishersCapped bool `json:"publishersCapped,omitempty"`

	Valid        uint64 `json:"signaturesValid"`
	Invalid      uint64 `json:"signaturesInvalid"`
	Unchecked    uint64 `json:"signaturesUnchecked"`
	Malformed    uint64 `json:"malformed"`
	NotAsked     uint64 `json:"notAskedFor"`
	OutOfOrder   uint64 `json:"outOfOrder"`
	Duplicates   uint64 `json:"duplicates"`
	NotCanonical uint64 `json:"notCanonical"`
	// NotCanonicalAllowed says that the reader accepts those.
	NotCanonicalAllowed bool `json:"notCanonicalAllowed,omitempty"`

	Chains     uint64 `json:"chains"`       // publisher chains seen
	ChainsOpen uint64 `json:"chainsOpen"`   // of these, begun before the range
	LinksKept  uint64 `json:"linksChecked"` // messages whose predecessor is in the answer
	ChainGaps  uint64 `json:"chainGaps"`    // places where messages are missing
	ChainForks uint64 `json:"chainForks"`
	// Equivocations counts places in the order with more than one message.
	Equivocations uint64 `json:"equivocations"`
	// ChainsDropped counts chains that were forgotten because more were open than
	// memory was allowed for, LinksUnchecked the links that could not be judged
	// for that reason. A chain that comes back counts again in Chains.
	ChainsDropped  uint64 `json:"chainsDropped,omitempty"`
	LinksUnchecked uint64 `json:"linksUnchecked,omitempty"`

	// Range is the sum of the messages that came, by the time tree: their digest,
	// number and sizes. Two answers with the same digest have the same messages. Nil
	// before the end, and if messages were out of order.
	Range *Sum `json:"range,omitempty"`
	// Proof says whether the answer was proven complete; nil if that was not asked
	// for. Unproven is 1 if it was and failed.
	Proof    *ProofReport `json:"proof,omitempty"`
	Unproven uint64       `json:"unproven,omitempty"`

	Gaps     []Gap     `json:"gaps,omitempty"`     // the first of ChainGaps
	Problems []Problem `json:"problems,omitempty"` // the first of each kind
	// ProblemsOmitted counts those that Problems has no room for.
	ProblemsOmitted uint64 `json:"problemsOmitted,omitempty"`
}

// OK reports whether the answer is complete, every signature in it was checked, and
// nothing is wrong with it that a node can be blamed for. What publishers did wrong
// does not count; see [Report.PublisherFaults].
func (r Report) OK() bool { return r.Complete && r.Faults() == 0 }

// Faults counts what is wrong with the answer, apart from its being incomplete.
func (r Report) Faults() uint64 {
	n := r.Invalid + r.Unchecked + r.Malformed + r.NotAsked + r.OutOfOrder + r.Duplicates + r.ChainGaps + r.Unproven
	if !r.NotCanonicalAllowed {
		n += r.NotCanonical
	}
	return n
}

// PublisherFaults counts equivocations and chain forks.
func (r Report) PublisherFaults() uint64 { return r.Equivocations + r.ChainForks }
