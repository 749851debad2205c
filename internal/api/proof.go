package api

import (
	"context"
	"encoding/hex"
	"errors"
	"math"
	"net/http"
	"time"

	"github.com/logstore/logstore/internal/timetree"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// Trees opens the time trees of stream parts. [timetree.Tree] does.
type Trees interface {
	Open(ctx context.Context, part message.StreamPart) (*timetree.View, error)
}

// headerProof carries the certificate of an answer in base64url without padding.
const headerProof = "Logstore-Proof"

// planProof reads the parameter "proof". Only an answer that is everything within
// its bounds can be proven to be that.
func (q *queryPlan) planProof(p params) error {
	switch text := p.text("proof"); {
	case !p.has("proof"):
		return nil
	case text != "range":
		return badParameter("proof", "Query parameter \"proof\" is %q: want range", clip(text))
	}
	for _, name := range []string{"publisherId", "msgChainId", "cursor"} {
		if p.has(name) {
			return badParameter("proof", "Query parameter \"proof\" does not go with %q: only an answer with all messages between two points in time can be proven complete", name)
		}
	}
	q.prove = true
	return nil
}

// certify makes the certificate of an answer and narrows the plan to what it says:
// to what was not pruned.
func (s *Server) certify(ctx context.Context, v *timetree.View, plan *queryPlan) (*proof.Certificate, error) {
	r := v.Kept(proof.RangeOf(plan.query.From, plan.query.To))
	if r.IsEmpty() {
		return nil, problemf(codePruned, "The node has pruned what was before %s, all of the range",
			time.UnixMilli(v.Floor()).UTC().Format(time.RFC3339))
	}
	if floor := v.Floor(); plan.query.From.Timestamp < floor {
		plan.query.From = message.Ref{Timestamp: floor}
	}
	r, err := plan.shorten(ctx, v, r)
	if err != nil {
		return nil, err
	}
	return s.certificate(ctx, v, r, false)
}

// shorten cuts a range down to what the answer will have of it.
func (q *queryPlan) shorten(ctx context.Context, v *timetree.View, r proof.Range) (proof.Range, error) {
	n, newest := uint64(max(q.limit, q.stop)), q.query.Reverse
	if q.query.Last > 0 {
		n, newest = uint64(q.query.Last), true
	}
	if n == 0 {
		return r, nil
	}
	total, err := v.Sum(ctx, r)
	if err != nil || total.Count <= n {
		return r, err
	}
	if newest {
		r.From, _, err = v.Pick(ctx, r, total.Count-n)
	} else {
		r.To, _, err = v.Pick(ctx, r, n-1)
	}
	return r, err
}

// certificate proves a range of a part, or a summary of it, against a checkpoint that
// is signed now.
func (s *Server) certificate(ctx context.Context, v *timetree.View, r proof.Range, summary bool) (*proof.Certificate, error) {
	p, root, err := v.Prove(ctx, r, summary)
	if err != nil {
		return nil, err
	}
	signed, err := s.sign(v, root)
	if err != nil {
		return nil, err
	}
	return &proof.Certificate{Checkpoint: signed, Proof: *p}, nil
}

// sign makes the checkpoint of a part.
func (s *Server) sign(v *timetree.View, root proof.Sum) (proof.SignedAttestation, error) {
	return proof.Attestation{
		Part: v.Part(), Range: proof.FullRange(), Sum: root, Floor: v.Floor(), AsOf: s.now().UnixMilli(),
	}.Sign(s.signer)
}

// checkpointJSON is a signed checkpoint in answers.
type checkpointJSON struct {
	Digest    proof.Digest `json:"digest"`
	Count     uint64       `json:"count"`
	Bytes     uint64       `json:"bytes"`
	Floor     int64        `json:"floor"`
	AsOf      int64        `json:"asOf"`
	ChainID   uint64       `json:"chainId"`
	Node      string       `json:"node"`
	Signature string       `json:"signature"`
}

func (s *Server) checkpoint(ctx context.Context, v *timetree.View) (*checkpointJSON, error) {
	root, err := v.Root(ctx)
	if err != nil {
		return nil, err
	}
	signed, err := s.sign(v, root)
	if err != nil {
		return nil, err
	}
	return &checkpointJSON{
		Digest: root.Digest, Count: root.Count, Bytes: root.Bytes, Floor: signed.Floor, AsOf: signed.AsOf,
		ChainID: signed.ChainID, Node: s.address, Signature: "0x" + hex.EncodeToString(signed.Signature[:]),
	}, nil
}

// digestAnswer sums up a range.
type digestAnswer struct {
	From   int64        `json:"fromTimestamp"`
	To     int64        `json:"toTimestamp"`
	Digest proof.Digest `json:"digest"`
	Count  uint64       `json:"count"`
	Bytes  uint64       `json:"bytes"`
	// Certificate is in text form.
	Certificate *proof.Certificate `json:"certificate"`
}

// handleDigest answers with digest, count and bytes of a range, and their proof,
// without the messages.
func (s *Server) handleDigest(w http.ResponseWriter, r *http.Request, a args) error {
	id, err := a.streamID()
	if err != nil {
		return err
	}
	if err := callerOf(r).mayRead(id); err != nil {
		return err
	}
	partition, err := a.partition()
	if err != nil {
		return err
	}
	if partition < 0 || partition >= message.MaxPartitions {
		return badParameter("partition", "Path parameter \"partition\" is %d: want 0…%d", partition, message.MaxPartitions-1)
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return err
	}
	from, _, err := p.moment("fromTimestamp", s.now())
	if err != nil {
		return err
	}
	to, hasTo, err := p.moment("toTimestamp", s.now())
	if err != nil {
		return err
	}
	if !hasTo {
		to = maxMillis
	}
	if to < from {
		return badParameter("toTimestamp", "Query parameter \"toTimestamp\" (%d) lies before \"fromTimestamp\" (%d)", to, from)
	}
	v, err := s.trees.Open(r.Context(), message.StreamPart{Stream: id, Partition: int32(partition)})
	if err != nil {
		return storeProblem(err)
	}
	defer v.Close()
	rg := proof.RangeOf(message.Ref{Timestamp: from}, message.Ref{Timestamp: to, Sequence: math.MaxInt32})
	cert, err := s.certificate(r.Context(), v, rg, true)
	if err != nil {
		return treeProblem(err)
	}
	proven, err := proof.NewVerifier(&cert.Proof, false).Finish()
	if err != nil {
		return err
	}
	sum := proven.Range
	out := digestAnswer{From: from, To: to, Digest: sum.Digest, Count: sum.Count, Bytes: sum.Bytes, Certificate: cert}
	return writeJSON(w, http.StatusOK, out)
}

// treeProblem is storeProblem for what a time tree says.
func treeProblem(err error) error {
	if errors.Is(err, timetree.ErrPruned) {
		return &problem{code: codePruned, detail: err.Error(), cause: err}
	}
	return storeProblem(err)
}
