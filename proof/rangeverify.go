package proof

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/logstore/logstore/message"
)

// subtree is a piece of the tree while a range proof is made or checked.
type subtree struct {
	sum  Sum
	zone Zone // of all its keys; Across if they are in several
	// whole says that the piece stands in the proof as a subtree, by its sum alone.
	whole bool
	bits  int // of the place that the proof gives to a whole subtree
}

// Verifier checks a [RangeProof]: it is fed the messages of an answer in order and
// computes from them, and from the proof, the root that the whole stream part must
// have. It holds a few kilobytes whatever the length of the answer.
type Verifier struct {
	proof *RangeProof
	fold  *Fold[subtree]
	// inner lists the largest subtrees within the range: what the digest of the
	// range is made of, so that the messages need not be hashed a second time.
	inner []Part
	began bool
	err   error
}

// NewVerifier begins the check of a proof. The messages come in ascending or in
// descending order.
func NewVerifier(p *RangeProof, descending bool) *Verifier {
	v := &Verifier{proof: p}
	v.fold = NewFold(v.join)
	v.fold.descending = descending
	return v
}

// Add takes the next message; size is its [message.Message.Size]. Errors are
// [ErrOrder] and [ErrProof], the latter if the message lies outside the range; they
// remain.
func (v *Verifier) Add(key *message.Key, size uint64) error {
	v.begin()
	switch {
	case v.err != nil:
	case v.proof.Summary:
		v.err = invalid("a summary is checked without messages")
	case !v.proof.Range.Contains(key):
		v.err = invalid("a message lies outside the range that it is about")
	default:
		v.add(Region{*key, KeyBits}, subtree{sum: LeafSum(key, size), zone: Inside})
	}
	return v.err
}

// begin adds what stands before the first message.
func (v *Verifier) begin() {
	if v.began {
		return
	}
	v.began = true
	first, zone := v.proof.Before, Before
	if v.fold.descending {
		first, zone = v.proof.After, After
	}
	v.addParts(first, zone)
	if v.proof.Summary {
		v.addParts(v.proof.Inside, Inside)
	}
}

func (v *Verifier) addParts(parts []Part, zone Zone) {
	for i := range parts {
		p := &parts[i]
		if v.fold.descending {
			p = &parts[len(parts)-1-i]
		}
		if v.err != nil {
			return
		}
		if v.proof.Range.ZoneOf(p.At) != zone {
			v.err = invalid("a subtree is not on its side of the range")
			return
		}
		if p.Sum.Count == 0 {
			v.err = invalid("a subtree is empty")
			return
		}
		sum := p.Sum
		if p.isLeaf() {
			sum = LeafSum(&p.At.Key, p.Sum.Bytes) // it must not stand for more
		}
		v.add(p.At, subtree{sum: sum, zone: zone, whole: !p.isLeaf(), bits: p.At.Bits})
	}
}

// add gives a piece to the fold, which may find a fault in what came before.
func (v *Verifier) add(at Region, t subtree) {
	if err := v.fold.Add(at, t); v.err == nil {
		v.err = err
	}
}

// join makes a node out of its children and sees to it that each child stands in
// the proof in the one form that it must have.
func (v *Verifier) join(prefix *message.Key, depth int, left, right subtree) subtree {
	node := subtree{sum: JoinSums(prefix, depth, &left.sum, &right.sum), zone: left.zone}
	if left.zone == Inside && right.zone == Inside && !v.proof.Summary {
		return node // nearly always
	}
	at := RegionOf(*prefix, depth)
	v.checkForm(&left, at.Child(0))
	v.checkForm(&right, at.Child(1))
	if left.zone != right.zone {
		node.zone = Across
		v.noteInner(&left, at.Child(0))
		v.noteInner(&right, at.Child(1))
	}
	return node
}

// noteInner keeps a subtree that has grown as far as the range reaches.
func (v *Verifier) noteInner(t *subtree, at Region) {
	if t.zone == Inside {
		v.inner = append(v.inner, Part{at, t.sum})
	}
}

// checkForm checks a piece of the tree at its place, which is known only now. Where
// the place alone shows on which side of the range a piece is, the proof must have
// it as a whole subtree, and otherwise must not: then what lies in between has been
// looked at down to where it is certain. Without this, subtrees that reach into the
// range could be passed off as lying beside it.
func (v *Verifier) checkForm(t *subtree, at Region) {
	if v.err != nil || t.zone == Across || t.zone == Inside && !v.proof.Summary {
		return
	}
	certain := v.proof.Range.ZoneOf(at) == t.zone
	switch {
	case t.whole && (!certain || t.bits != at.Bits):
		v.err = invalid("a subtree does not stand where it says")
	case !t.whole && certain && at.Bits != KeyBits:
		v.err = invalid("a subtree is given in pieces that belongs together")
	}
}

// Outcome is what a range proof proves, if Root is what the whole stream part is
// known to have.
type Outcome struct {
	Root  Sum // of the whole stream part
	Range Sum // of what lies in the range
}

// Finish ends the answer. Errors are [ErrOrder] and [ErrProof]. That there is none
// proves nothing yet: the root must be compared with one that is known.
func (v *Verifier) Finish() (Outcome, error) {
	v.begin()
	last, zone := v.proof.After, After
	if v.fold.descending {
		last, zone = v.proof.Before, Before
	}
	v.addParts(last, zone)
	if errors.Is(v.err, ErrOrder) {
		v.err = fmt.Errorf("%w: its subtrees and the messages are %w", ErrProof, v.err)
	}
	if v.err != nil {
		return Outcome{}, v.err
	}
	var o Outcome
	if root, ok := v.fold.Finish(); ok {
		v.checkForm(&root, Region{})
		v.noteInner(&root, Region{})
		o.Root = root.sum
	}
	if v.err != nil {
		return Outcome{}, v.err
	}
	o.Range = v.sumInner()
	return o, nil
}

func (v *Verifier) sumInner() Sum {
	slices.SortFunc(v.inner, func(a, b Part) int { return bytes.Compare(a.At.Key[:], b.At.Key[:]) })
	d := NewDigester(false)
	for i := range v.inner {
		// They are parts of one tree, which has been put together already.
		_ = d.AddSum(v.inner[i].At, v.inner[i].Sum)
	}
	return d.Sum()
}

// Prover makes a [RangeProof]: it is fed the parts of a tree in ascending order,
// subtrees where these do not reach over a boundary of the range, and leaves.
type Prover struct {
	proof RangeProof
	fold  *Fold[provenSubtree]
}

type provenSubtree struct {
	subtree
	parts []Part // what stands for it in the proof, as far as it is known yet
}

// NewProver begins a proof. A summary also proves count and bytes of the range
// without its messages.
func NewProver(r Range, summary bool) *Prover {
	p := &Prover{proof: RangeProof{Range: r, Summary: summary}}
	p.fold = NewFold(p.join)
	return p
}

// Add takes the next part of the tree: a leaf if at has [KeyBits] bits. The error
// is [ErrOrder].
func (p *Prover) Add(at Region, sum Sum) error {
	t := provenSubtree{subtree: subtree{sum: sum, zone: p.proof.Range.ZoneOf(at)}}
	if at.Bits == KeyBits && p.isListed(t.zone) {
		t.parts = []Part{{at, sum}}
	}
	return p.fold.Add(at, t)
}

// isListed tells whether pieces of a zone stand in the proof.
func (p *Prover) isListed(z Zone) bool { return z == Before || z == After || p.proof.Summary }

func (p *Prover) join(prefix *message.Key, depth int, left, right provenSubtree) provenSubtree {
	at := RegionOf(*prefix, depth)
	p.settle(&left, at.Child(0))
	p.settle(&right, at.Child(1))
	t := provenSubtree{subtree{sum: JoinSums(prefix, depth, &left.sum, &right.sum), zone: left.zone}, append(left.parts, right.parts...)}
	if left.zone != right.zone {
		t.zone = Across
	}
	return t
}

// settle replaces the parts of a piece by the piece, if its place says enough.
func (p *Prover) settle(t *provenSubtree, at Region) {
	if t.zone != Across && p.isListed(t.zone) && at.Bits != KeyBits && p.proof.Range.ZoneOf(at) == t.zone {
		t.parts = []Part{{at, t.sum}}
	}
}

// Finish returns the proof and the root of the tree.
func (p *Prover) Finish() (*RangeProof, Sum) {
	root, ok := p.fold.Finish()
	if !ok {
		return &p.proof, Sum{}
	}
	p.settle(&root, Region{})
	for _, part := range root.parts {
		switch p.proof.Range.ZoneOf(part.At) {
		case Before:
			p.proof.Before = append(p.proof.Before, part)
		case After:
			p.proof.After = append(p.proof.After, part)
		default:
			p.proof.Inside = append(p.proof.Inside, part)
		}
	}
	return &p.proof, root.sum
}
