package logstore

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// RangeSum is what a node's checkpoint proves about the messages of a stream part
// between two times, without the messages.
type RangeSum struct {
	StreamPart string `json:"streamPart"`
	From       int64  `json:"from"` // ms since the Unix epoch, included
	To         int64  `json:"to"`   // ms, included; without a bound the end of the year 9999
	proof.Sum
	Node string `json:"node"` // address that signed the checkpoint
	AsOf int64  `json:"asOf"` // ms; when it did, by its own clock
	// Checkpoint sums up the whole stream part.
	Checkpoint proof.Sum `json:"checkpoint"`
	// Certificate is the proof, for whoever wants to check it again.
	Certificate *proof.Certificate `json:"-"`
}

// lastTimestamp is the last millisecond that nodes know times of.
const lastTimestamp = 253402300799999

// Digest asks for the digest, number and size of the messages between two times, both
// included (the zero time is no bound), and checks the node's proof of them. Two nodes
// that give the same digest have the same messages there, whatever else they have; so
// has an answer whose [proof.Report] has that digest. The cost does not grow with the
// range. A proof that does not hold is a [VerificationError]; see [Config.Node] for
// whose word it is.
func (c *Client) Digest(ctx context.Context, stream string, partition int, from, to time.Time) (RangeSum, error) {
	part, err := c.parsePart(stream, partition)
	if err != nil {
		return RangeSum{}, err
	}
	lowest, err := lowerBound(from, message.Ref{})
	if err != nil {
		return RangeSum{}, err
	}
	highest, err := upperBound(to, message.Ref{})
	if err != nil {
		return RangeSum{}, err
	}
	if to.IsZero() {
		highest = message.Ref{Timestamp: lastTimestamp, Sequence: maxSequence}
	}
	if lowest.Compare(highest) > 0 {
		return RangeSum{}, invalidf("From %s is after To %s", lowest, highest)
	}
	var answer struct {
		proof.Sum
		Certificate string `json:"certificate"`
	}
	err = c.call(ctx, request{
		method: http.MethodGet, path: partitionPath(part) + "/digest", auth: true,
		query: url.Values{
			"fromTimestamp": {strconv.FormatInt(lowest.Timestamp, 10)},
			"toTimestamp":   {strconv.FormatInt(highest.Timestamp, 10)},
		},
	}, &answer)
	if err != nil {
		return RangeSum{}, err
	}
	sum := RangeSum{StreamPart: part.String(), From: lowest.Timestamp, To: highest.Timestamp}
	if err := sum.prove(answer.Certificate, part, proof.RangeOf(lowest, highest), c.node); err != nil {
		return RangeSum{}, fmt.Errorf("digest of %s: %w", part, unproven(err))
	}
	if sum.Sum != answer.Sum {
		return RangeSum{}, fmt.Errorf("digest of %s: %w", part, unproven(
			fmt.Errorf("the node says %d messages with digest %s, its proof %d with %s", answer.Count, answer.Sum.Digest, sum.Count, sum.Sum.Digest)))
	}
	return sum, nil
}

// prove takes the sum from a certificate, if that is what it should be.
func (s *RangeSum) prove(text string, part message.StreamPart, r proof.Range, node message.UserID) error {
	cert, err := parseCertificate(text)
	if err != nil {
		return err
	}
	cp := &cert.Checkpoint
	signer, err := checkSigner(cp, part, node)
	if err != nil {
		return err
	}
	if cert.Proof.Range != r {
		return fmt.Errorf("the proof is about another range than was asked for")
	}
	outcome, err := proof.NewVerifier(&cert.Proof, false).Finish()
	if err != nil {
		return err
	}
	if outcome.Root != cp.Sum {
		return fmt.Errorf("the proof gives the root %s over %d messages, the checkpoint has %s over %d",
			outcome.Root.Digest, outcome.Root.Count, cp.Sum.Digest, cp.Sum.Count)
	}
	s.Sum, s.Checkpoint = outcome.Range, cp.Sum
	s.Node, s.AsOf, s.Certificate = signer.String(), cp.AsOf, cert
	return nil
}

// unproven makes a VerificationError that blames no message.
func unproven(err error) error {
	return &VerificationError{Problem: proof.Problem{Kind: proof.Unproven, Detail: err.Error()}, Err: err}
}
