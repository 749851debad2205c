package logstore

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"time"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// Verification says what happens to messages of an answer that fail their checks.
type Verification int

const (
	// VerifyStrict, the default, ends the iteration with a [VerificationError] at
	// the first message that is not validly signed, was not asked for, or is not
	// in its place in the order; and at the end of an answer, when all messages
	// were yielded, if it was not proven complete.
	VerifyStrict Verification = iota
	// VerifySkip leaves such messages out and goes on; the report counts them, and
	// says what became of the proof.
	VerifySkip
	// VerifyOff checks nothing. The report then says only what was received.
	VerifyOff
)

// Query selects messages of one stream part. With neither Last nor bounds it
// selects everything.
type Query struct {
	// Stream is "<address or ENS name>/<path>", or "/<path>" under the own address.
	Stream string
	// Partition is 0…99.
	Partition int

	// Last asks for the newest n messages, oldest first. It cannot be combined
	// with the fields below, except Verification and WithoutProof.
	Last int

	// From and To bound the event times, both included, to the millisecond. The
	// zero time means no bound.
	From, To time.Time
	// FromRef and ToRef are exact bounds, both included; they take the place of
	// From and To. In ToRef sequence number 0 stands for the whole millisecond.
	FromRef, ToRef message.Ref

	// Publisher keeps only messages of this address, Chain only those of one of
	// its message chains.
	Publisher, Chain string

	// Limit ends the answer after n messages; 0 is no limit.
	Limit int
	// Reverse gives the newest first.
	Reverse bool

	// Verification is strict unless told otherwise.
	Verification Verification

	// WithoutProof does not ask the node to prove that the answer is complete. It is
	// for nodes that cannot. A node can then leave out the newest messages of a chain,
	// whole chains, and everything of publishers that do not link their messages,
	// and nobody notices. An answer of one publisher or chain is never proven, nor
	// is one that is not verified.
	WithoutProof bool

	// Decrypt decrypts the contents of private streams, for [Message.Plain], with the keys
	// that Config.Keys has. With Config.Peer publishers are asked for those that it has
	// not, each of which takes up to half a minute if the publisher does not answer. What
	// cannot be read is yielded all the same.
	Decrypt bool
}

// queryPlan is a checked Query: what to ask the node, and what the answer must be.
type queryPlan struct {
	part      message.StreamPart
	kind      string // last, from or range
	params    url.Values
	publisher message.UserID
	check     proof.Config
	mode      Verification
	decrypt   bool
}

func (c *Client) planQuery(q Query) (queryPlan, error) {
	part, err := c.parsePart(q.Stream, q.Partition)
	if err != nil {
		return queryPlan{}, err
	}
	from, err := lowerBound(q.From, q.FromRef)
	if err != nil {
		return queryPlan{}, err
	}
	to, err := upperBound(q.To, q.ToRef)
	if err != nil {
		return queryPlan{}, err
	}
	p := queryPlan{part: part, params: url.Values{}, mode: q.Verification, decrypt: q.Decrypt}
	if err := q.checkCombination(from, to); err != nil {
		return queryPlan{}, err
	}
	if q.Publisher != "" {
		if p.publisher, err = message.ParseUserID(q.Publisher); err != nil {
			return queryPlan{}, invalidf("Publisher: %v", err)
		}
	}
	p.check = proof.Config{
		Part: part, From: from, To: to, Publisher: p.publisher, Chain: q.Chain,
		Newest: q.Last, Limit: q.Limit, Descending: q.Reverse,
		AllowNonCanonical: c.cfg.AllowNonCanonical, Verifier: c.verifier,
	}
	if q.isProvable() {
		p.check.WantProof, p.check.Node = true, c.node
		p.params.Set("proof", "range")
	}
	p.params.Set("format", "raw")
	p.params.Set("limit", strconv.Itoa(q.Limit))
	if q.Last > 0 {
		p.kind = "last"
		p.params.Set("count", strconv.Itoa(q.Last))
		return p, nil
	}
	p.planBounds(from, to, q.Chain)
	if q.Reverse {
		p.params.Set("order", "desc")
	}
	return p, nil
}

// planBounds chooses between "from" and "range".
func (p *queryPlan) planBounds(from, to message.Ref, chain string) {
	p.kind = "from"
	p.params.Set("fromTimestamp", strconv.FormatInt(from.Timestamp, 10))
	if from.Sequence != 0 {
		p.params.Set("fromSequenceNumber", strconv.Itoa(int(from.Sequence)))
	}
	if p.publisher != "" {
		p.params.Set("publisherId", p.publisher.String())
	}
	if chain != "" {
		p.params.Set("msgChainId", chain)
	}
	if to == (message.Ref{}) {
		if chain == "" {
			return
		}
		to = message.Ref{Timestamp: maxTimestamp, Sequence: maxSequence} // only "range" knows chains
	}
	p.kind = "range"
	p.params.Set("toTimestamp", strconv.FormatInt(to.Timestamp, 10))
	p.params.Set("toSequenceNumber", strconv.Itoa(int(to.Sequence)))
}

const (
	// maxTimestamp is the largest integer that every JSON reader keeps exactly.
	maxTimestamp = 1<<53 - 1
	maxSequence  = 1<<31 - 1
)

func (q Query) checkCombination(from, to message.Ref) error {
	switch {
	case q.Last < 0:
		return invalidf("Last is %d, want a positive count", q.Last)
	case q.Limit < 0:
		return invalidf("Limit is %d, want a positive count, or 0 for no limit", q.Limit)
	case q.Verification < VerifyStrict || q.Verification > VerifyOff:
		return invalidf("Verification is %d, want VerifyStrict, VerifySkip or VerifyOff", q.Verification)
	case q.Decrypt && q.Verification == VerifyOff:
		return invalidf("Decrypt needs verification: keys must not come from messages that nobody checked")
	case q.Chain != "" && q.Publisher == "":
		return invalidf("Chain needs Publisher")
	case q.Last > 0 && (from != message.Ref{} || to != message.Ref{} || q.Publisher != "" || q.Limit > 0 || q.Reverse):
		return invalidf("Last cannot be combined with bounds, filters, Limit or Reverse; Limit with Reverse selects the newest")
	case to != message.Ref{} && from.Compare(to) > 0:
		return invalidf("From %s is after To %s", from, to)
	}
	return nil
}

func lowerBound(t time.Time, ref message.Ref) (message.Ref, error) {
	if ref != (message.Ref{}) {
		if ref.Timestamp < 0 || ref.Sequence < 0 {
			return ref, invalidf("FromRef %s is negative", ref)
		}
		return ref, nil
	}
	if t.IsZero() {
		return message.Ref{}, nil
	}
	ms, err := eventMillis("From", t)
	return message.Ref{Timestamp: ms}, err
}

func upperBound(t time.Time, ref message.Ref) (message.Ref, error) {
	if ref == (message.Ref{}) {
		if t.IsZero() {
			return ref, nil
		}
		ms, err := eventMillis("To", t)
		if err != nil {
			return ref, err
		}
		ref.Timestamp = ms
	}
	if ref.Timestamp < 0 || ref.Sequence < 0 {
		return ref, invalidf("ToRef %s is negative", ref)
	}
	if ref.Sequence == 0 {
		ref.Sequence = maxSequence
	}
	return ref, nil
}

func eventMillis(field string, t time.Time) (int64, error) {
	ms := t.UnixMilli()
	if ms < 0 || ms > maxTimestamp {
		return 0, invalidf("%s %s is outside 1970…", field, t.Format(time.RFC3339))
	}
	return ms, nil
}

// Query asks for messages. It returns when the node begins to answer; the messages
// come, and are verified, while [Result.All] is iterated. The Result must be closed
// unless it was iterated to its end. ctx bounds the whole answer. A client with Config.Peer
// and no URL asks a node that the chain names for the stream; if there is none, the error is
// [ErrNoStorage].
func (c *Client) Query(ctx context.Context, q Query) (*Result, error) {
	plan, err := c.planQuery(q)
	if err != nil {
		return nil, err
	}
	if c.peer != nil && !c.hasURL {
		return c.peer.query(ctx, plan)
	}
	return c.openResult(ctx, plan)
}

// errStopped is the end of a Result that was closed by its user.
var errStopped = errors.New("result is closed")
