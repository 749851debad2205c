package timetree

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// ErrPruned: the range reaches below the floor of the stream part. What is there
// can be proven as a whole only; a range from the floor on can be proven.
var ErrPruned = errors.New("range reaches into what was pruned")

// holdsSeal tells whether the walk must go into a subtree although it lies on one
// side of a range: in the whole tree, sealed subtrees hang below the same node.
func (s *source) holdsSeal(at proof.Region) bool {
	return len(s.seal) > 0 && at.Contains(&s.seal[len(s.seal)-1].At.Key)
}

// prover feeds a [proof.Prover].
type prover struct {
	src *source
	r   proof.Range
	to  *proof.Prover
}

func (p *prover) subtree(at proof.Region, sum *proof.Sum) (open bool, err error) {
	if p.r.ZoneOf(at) == proof.Across || p.src.holdsSeal(at) {
		return true, nil
	}
	return false, p.to.Add(at, *sum)
}

func (p *prover) leaf(key *message.Key, size uint64) error {
	return p.to.Add(proof.Region{Key: *key, Bits: proof.KeyBits}, proof.LeafSum(key, size))
}

// prove makes a range proof and returns the root of the whole tree with it.
func (s *source) prove(ctx context.Context, r proof.Range, summary bool) (*proof.RangeProof, proof.Sum, error) {
	p := &prover{s, r, proof.NewProver(r, summary)}
	for i := range s.seal {
		zone := r.ZoneOf(s.seal[i].At)
		if zone == proof.Across || zone == proof.Inside && !summary {
			return nil, proof.Sum{}, s.belowFloor()
		}
		if err := p.to.Add(s.seal[i].At, s.seal[i].Sum); err != nil {
			return nil, proof.Sum{}, s.corrupt("its seal is %v", err)
		}
	}
	if err := s.walk(ctx, p); err != nil {
		return nil, proof.Sum{}, s.explain(err)
	}
	rp, root := p.to.Finish()
	return rp, root, nil
}

func (s *source) belowFloor() error {
	return fmt.Errorf("%w: %s is kept from %s on", ErrPruned, s.part, time.UnixMilli(s.floor).UTC().Format(time.RFC3339Nano))
}

// explain turns the complaint of a fold into one about the tree.
func (s *source) explain(err error) error {
	if errors.Is(err, proof.ErrOrder) {
		return s.corrupt("its subtrees are %v", err)
	}
	return err
}

// summer feeds a [proof.Digester] with what lies in a range.
type summer struct {
	src *source
	r   proof.Range
	to  *proof.Digester
}

func (m *summer) subtree(at proof.Region, sum *proof.Sum) (open bool, err error) {
	switch m.r.ZoneOf(at) {
	case proof.Across:
		return true, nil
	case proof.Inside:
		if m.src.holdsSeal(at) {
			return true, nil
		}
		return false, m.to.AddSum(at, *sum)
	}
	return false, nil
}

func (m *summer) leaf(key *message.Key, size uint64) error {
	if !m.r.Contains(key) {
		return nil
	}
	return m.to.Add(key, size)
}

// sum computes the sum of a range.
func (s *source) sum(ctx context.Context, r proof.Range) (proof.Sum, error) {
	m := &summer{s, r, proof.NewDigester(false)}
	for i := range s.seal {
		switch r.ZoneOf(s.seal[i].At) {
		case proof.Across:
			return proof.Sum{}, s.belowFloor()
		case proof.Inside:
			if err := m.to.AddSum(s.seal[i].At, s.seal[i].Sum); err != nil {
				return proof.Sum{}, s.corrupt("its seal is %v", err)
			}
		}
	}
	if err := s.walk(ctx, m); err != nil {
		return proof.Sum{}, s.explain(err)
	}
	return m.to.Sum(), nil
}

// picker looks for the n-th message of a range.
type picker struct {
	r     proof.Range
	n     uint64 // still to be passed
	found *message.Key
}

var errFound = errors.New("found")

func (p *picker) subtree(at proof.Region, sum *proof.Sum) (open bool, err error) {
	switch p.r.ZoneOf(at) {
	case proof.Across:
		return true, nil
	case proof.Inside:
		if p.n >= sum.Count {
			p.n -= sum.Count
			return false, nil
		}
		return true, nil
	}
	return false, nil
}

func (p *picker) leaf(key *message.Key, _ uint64) error {
	switch {
	case !p.r.Contains(key):
	case p.n == 0:
		k := *key
		p.found = &k
		return errFound
	default:
		p.n--
	}
	return nil
}

// pick returns the key of the n-th message of a range, counted from 0, and false if
// it has no more than n.
func (s *source) pick(ctx context.Context, r proof.Range, n uint64) (key message.Key, ok bool, err error) {
	p := &picker{r: r, n: n}
	if err := s.walk(ctx, p); err != nil && err != errFound {
		return key, false, err
	}
	if p.found == nil {
		return key, false, nil
	}
	return *p.found, true, nil
}
