package message

import (
	"context"
	crand "crypto/rand"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/logstore/logstore/message/internal/curve"
)

// A secp256k1 signature (r, s, v) fixes the curve point R that its maker chose: r is
// R's x coordinate and v the parity of y. With the publisher's public key Q and the
// digest z, the signature is valid exactly if
//
//	R − (z/s)·G − (r/s)·Q = 0.
//
// For many signatures these left sides, each weighted with a random number, are
// added up, which costs less than computing them one by one. If all are valid the
// sum is zero; if one is not, it is zero only for one choice of its 128-bit weight.
// The multiples of G and those of one publisher's key fall together. A sum that is
// not zero is halved until the bad signatures are found. (Bellare, Garay, Rabin:
// Fast batch verification for modular exponentiation and digital signatures, small
// exponents test.)

const (
	// minBatch is the size below which checking one by one costs no more.
	minBatch = 4
	// maxBatch bounds the memory of a batch; larger ones gain little.
	maxBatch = 1024
)

// VerifyBatch checks many messages and returns the verdict of each, the same as
// [Verifier.Verify] gives. It is several times faster for publishers that the
// verifier has seen before, because it knows their public keys.
func (v *Verifier) VerifyBatch(ctx context.Context, ms []*Message) []error {
	errs := make([]error, len(ms))
	b, _ := v.batches.Get().(*batch)
	if b == nil {
		b = newBatch()
	}
	for i, m := range ms {
		if errs[i] = ctx.Err(); errs[i] != nil {
			continue
		}
		if len(b.items) == maxBatch {
			b.verify(errs)
		}
		if m.SignatureType > SignatureSecp256k1EVM || m.SignatureType < 0 || !b.add(i, m, &v.keys) {
			errs[i] = v.Verify(ctx, m)
		}
	}
	b.verify(errs)
	v.batches.Put(b)
	return errs
}

// batch is a number of secp256k1 signatures whose publishers' keys are known. It is
// empty between uses and keeps its memory.
type batch struct {
	rng    *rand.ChaCha8
	items  []batchItem
	keys   []*publicKey // of the items, each once
	places map[*publicKey]int32
	budget int // what may still be spent on halving, see spend

	summer   curve.Summer
	lifting  []curve.Compressed
	lifted   []curve.Point
	inverses []curve.Scalar
	terms    []curve.Term
	keyTerms []curve.KeyTerm
	at       []int32 // where a key is in keyTerms, plus one
}

type batchItem struct {
	index  int // in the caller's slice
	m      *Message
	sig    [secp256k1SignatureLen]byte // normalised
	digest [32]byte
	key    int32        // place in the batch's keys
	r, s   curve.Scalar // of the signature
	point  curve.Point  // R

	weight curve.Weight
	forG   curve.Scalar // weight·z/s
	forKey curve.Scalar // weight·r/s
}

func newBatch() *batch {
	var seed [32]byte
	crand.Read(seed[:])
	return &batch{rng: rand.NewChaCha8(seed), places: make(map[*publicKey]int32)}
}

// add takes a signature into the batch. It reports false, and takes nothing, if the
// key is unknown or the signature is of a shape that the single check had better
// judge.
func (b *batch) add(index int, m *Message, keys *keyCache) bool {
	key, ok := b.keyOf(m.Publisher, keys)
	if !ok {
		return false
	}
	sig, err := normalizeSecp256k1(m.Signature)
	if err != nil {
		return false
	}
	it := batchItem{index: index, m: m, sig: sig, key: key}
	if !it.r.SetBytes((*[32]byte)(sig[:32])) || !it.s.SetBytes((*[32]byte)(sig[32:64])) || it.r.IsZero() || it.s.IsZero() {
		return false
	}
	var stack [1024]byte
	it.digest = PersonalDigest(m.AppendPayload(stack[:0]))
	b.items = append(b.items, it)
	return true
}

// keyOf returns the place of a publisher's key among the batch's keys.
func (b *batch) keyOf(publisher UserID, keys *keyCache) (place int32, ok bool) {
	if n := len(b.items); n > 0 && b.items[n-1].m.Publisher == publisher {
		return b.items[n-1].key, true
	}
	key := keys.get(publisher)
	if key == nil {
		return 0, false
	}
	place, ok = b.places[key]
	if !ok {
		place = int32(len(b.keys))
		b.keys = append(b.keys, key)
		b.places[key] = place
	}
	return place, true
}

// verify judges the batch, puts the verdicts into errs and empties it.
func (b *batch) verify(errs []error) {
	items := b.items
	if len(items) >= minBatch {
		items = b.lift(items, errs)
	}
	if len(items) >= minBatch {
		b.weigh(items)
		b.budget = firstBudget(len(items))
		sum := b.sum(items)
		b.judge(items, &sum, errs)
	} else {
		verifyEach(items, errs)
	}
	clear(b.items)
	clear(b.keys)
	clear(b.places)
	b.items, b.keys = b.items[:0], b.keys[:0]
}

// lift finds the points R. Signatures that have none go to the single check; the
// others are returned.
func (b *batch) lift(items []batchItem, errs []error) []batchItem {
	b.lifting = b.lifting[:0]
	for i := range items {
		sig := &items[i].sig
		b.lifting = append(b.lifting, curve.Compressed{X: [32]byte(sig[:32]), OddY: sig[64] == 28})
	}
	b.lifted = slices.Grow(b.lifted[:0], len(items))[:len(items)]
	curve.Lift(b.lifted, b.lifting)
	n := 0
	for i := range items {
		if b.lifted[i].IsInfinity() {
			items[i].verifySingle(errs)
			continue
		}
		if n != i {
			items[n] = items[i]
		}
		items[n].point = b.lifted[i]
		n++
	}
	return items[:n]
}

// weigh draws the weights. It must not happen before all signatures are known:
// who knows the weights can make bad signatures whose sum is zero.
func (b *batch) weigh(items []batchItem) {
	b.inverses = b.inverses[:0]
	for i := range items {
		b.inverses = append(b.inverses, items[i].s)
	}
	curve.InvertAll(b.inverses)
	for i := range items {
		it := &items[i]
		it.weight = curve.Weight{A: int64(b.rng.Uint64()), B: int64(b.rng.Uint64())}
		weight := it.weight.Scalar()
		weight.Mul(&weight, &b.inverses[i])
		it.forG.SetBytes(&it.digest)
		it.forG.Mul(&it.forG, &weight)
		it.forKey.Mul(&it.r, &weight)
	}
}

// sum computes the weighted sum of the items' left sides.
func (b *batch) sum(items []batchItem) curve.Jacobian {
	b.terms = b.terms[:0]
	b.keyTerms = append(b.keyTerms[:0], curve.KeyTerm{Key: curve.Generator()})
	b.at = slices.Grow(b.at[:0], len(b.keys))[:len(b.keys)]
	clear(b.at)
	for i := range items {
		it := &items[i]
		b.terms = append(b.terms, curve.Term{Point: &it.point, Weight: it.weight})
		forG := &b.keyTerms[0].Scalar
		forG.Add(forG, &it.forG)
		at := &b.at[it.key]
		if *at == 0 {
			b.keyTerms = append(b.keyTerms, curve.KeyTerm{Key: b.keys[it.key].prepared()})
			*at = int32(len(b.keyTerms))
		}
		forKey := &b.keyTerms[*at-1].Scalar
		forKey.Add(forKey, &it.forKey)
	}
	for i := range b.keyTerms {
		k := &b.keyTerms[i].Scalar
		k.Neg(k)
	}
	return b.summer.Sum(b.terms, b.keyTerms)
}

// judge gives the verdicts of items whose weighted sum is known.
func (b *batch) judge(items []batchItem, sum *curve.Jacobian, errs []error) {
	half := len(items) / 2
	switch {
	case sum.IsInfinity():
		for i := range items {
			items[i].accept()
		}
		b.budget += reward * len(items)
	case len(items) < minHalved || !b.spend(half+sumOverhead):
		verifyEach(items, errs)
	default:
		left := b.sum(items[:half])
		var right curve.Jacobian
		right.Sub(sum, &left)
		b.judge(items[:half], &left, errs)
		b.judge(items[half:], &right, errs)
	}
}

// Halving pays if it finds good signatures that need no single check then. So a
// batch gets a budget that suffices to halve it once down to a single check, and
// every group that turns out good adds less to it than it saved. If there are none,
// the sums come on top of the single checks and are a small share of those.
//
// The unit is the cost of one more term in a sum, about 1/18 of a single check.
const (
	// minHalved is the size below which checking one by one costs less than halving.
	minHalved = 8
	// sumOverhead is what a sum costs besides its terms.
	sumOverhead = 40
	// reward is what a good signature adds to the budget.
	reward = 12
)

func firstBudget(items int) int {
	return items + sumOverhead*bits.Len(uint(items/minHalved))
}

// spend takes a cost from the budget, if it is there.
func (b *batch) spend(cost int) bool {
	if cost > b.budget {
		return false
	}
	b.budget -= cost
	return true
}

func verifyEach(items []batchItem, errs []error) {
	for i := range items {
		items[i].verifySingle(errs)
	}
}

func (it *batchItem) verifySingle(errs []error) {
	_, errs[it.index] = checkSecp256k1(it.m, it.digest, it.sig)
}

// accept leaves the message as the single check would.
func (it *batchItem) accept() {
	if it.sig != [secp256k1SignatureLen]byte(it.m.Signature) {
		sig := it.sig // the item is used again
		it.m.Signature = sig[:]
	}
}
