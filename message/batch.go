package message

import (
	"context"
	crand "crypto/rand"
	"encoding/binary"
	"math/rand/v2"
	"sync"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark-crypto/ecc/secp256k1"
	"github.com/consensys/gnark-crypto/ecc/secp256k1/fp"
	"github.com/consensys/gnark-crypto/ecc/secp256k1/fr"
)

// A secp256k1 signature (r, s, v) fixes the curve point R that its maker chose: r is
// R's x coordinate and v the parity of y. With the publisher's public key Q and the
// digest z, the signature is valid exactly if
//
//	R − (z/s)·G − (r/s)·Q = 0.
//
// For many signatures these left sides, each weighted with a random number, are
// added up and computed as one multi-scalar multiplication. If all are valid the sum
// is zero; if one is not, it is zero only for one choice of its 128-bit weight.
// Terms of one publisher fall together. A sum that is not zero is halved until the
// bad signatures are found. (Bellare, Garay, Rabin: Fast batch verification for
// modular exponentiation and digital signatures, small exponents test.)

const (
	// minBatch is the size below which checking one by one costs no more.
	minBatch = 12
	// maxBatch bounds the memory of a batch; larger ones gain little.
	maxBatch = 1024
	// maxKeys bounds the cache of public keys (about 150 bytes each).
	maxKeys = 1 << 16
)

// VerifyBatch checks many messages and returns the verdict of each, the same as
// [Verifier.Verify] gives. It is several times faster for publishers that the
// verifier has seen before, because it knows their public keys.
func (v *Verifier) VerifyBatch(ctx context.Context, ms []*Message) []error {
	errs := make([]error, len(ms))
	var b batch
	for i, m := range ms {
		if errs[i] = ctx.Err(); errs[i] != nil {
			continue
		}
		if len(b.items) == maxBatch {
			b.verify(errs)
			b.items = b.items[:0]
		}
		if m.SignatureType > SignatureSecp256k1EVM || m.SignatureType < 0 || !b.add(i, m, v.keys.get(m.Publisher)) {
			errs[i] = v.Verify(ctx, m)
		}
	}
	b.verify(errs)
	return errs
}

// batch is a number of secp256k1 signatures whose publishers' keys are known.
type batch struct {
	items []batchItem
	rng   *rand.ChaCha8
}

type batchItem struct {
	index  int // in the caller's slice
	m      *Message
	sig    [secp256k1SignatureLen]byte // normalised
	digest [32]byte
	key    *publicKey
	point  secp256k1.G1Affine // R
	a, b   fr.Element         // z/s, r/s
}

// add takes a signature into the batch. It reports false, and takes nothing, if the
// key is unknown or the signature is of a shape that the single check had better
// judge.
func (b *batch) add(index int, m *Message, key *publicKey) bool {
	if key == nil {
		return false
	}
	sig, err := normalizeSecp256k1(m.Signature)
	if err != nil {
		return false
	}
	it := batchItem{index: index, m: m, sig: sig, key: key}
	// a holds s for now; verify inverts all of them together.
	if it.b.SetBytesCanonical(sig[:32]) != nil || it.a.SetBytesCanonical(sig[32:64]) != nil ||
		it.a.IsZero() || it.b.IsZero() || !liftX(&it.point, sig[:32], sig[64]-27) {
		return false
	}
	var stack [1024]byte
	it.digest = PersonalDigest(m.AppendPayload(stack[:0]))
	b.items = append(b.items, it)
	return true
}

// liftX finds the point with the given x coordinate and parity of y.
func liftX(p *secp256k1.G1Affine, x []byte, odd byte) bool {
	if p.X.SetBytesCanonical(x) != nil {
		return false
	}
	var yy, seven fp.Element
	seven.SetUint64(7)
	yy.Square(&p.X).Mul(&yy, &p.X).Add(&yy, &seven)
	if p.Y.Sqrt(&yy) == nil {
		return false
	}
	if y := p.Y.Bytes(); y[31]&1 != odd {
		p.Y.Neg(&p.Y)
	}
	return true
}

// verify judges the batch and puts the verdicts into errs.
func (b *batch) verify(errs []error) {
	if len(b.items) < minBatch {
		for i := range b.items {
			b.items[i].verifySingle(errs)
		}
		return
	}
	inverses := make([]fr.Element, len(b.items))
	for i := range b.items {
		inverses[i] = b.items[i].a
	}
	inverses = fr.BatchInvert(inverses)
	for i := range b.items {
		it := &b.items[i]
		it.b.Mul(&it.b, &inverses[i])
		it.a.SetBytes(it.digest[:])
		it.a.Mul(&it.a, &inverses[i])
	}
	if b.rng == nil {
		var seed [32]byte
		crand.Read(seed[:])
		b.rng = rand.NewChaCha8(seed)
	}
	b.bisect(b.items, errs)
}

func (b *batch) bisect(items []batchItem, errs []error) {
	switch {
	case len(items) < minBatch:
		for i := range items {
			items[i].verifySingle(errs)
		}
	case b.sumIsZero(items):
		for i := range items {
			items[i].accept()
		}
	default:
		half := len(items) / 2
		b.bisect(items[:half], errs)
		b.bisect(items[half:], errs)
	}
}

func (it *batchItem) accept() {
	if it.sig != [secp256k1SignatureLen]byte(it.m.Signature) {
		it.m.Signature = it.sig[:]
	}
}

func (it *batchItem) verifySingle(errs []error) {
	_, errs[it.index] = checkSecp256k1(it.m, it.digest, it.sig)
}

// sumIsZero computes the weighted sum of the items' left sides.
func (b *batch) sumIsZero(items []batchItem) bool {
	points := make([]secp256k1.G1Affine, 0, len(items)+8)
	scalars := make([]fr.Element, 0, len(items)+8)
	var forG, t fr.Element
	forKey := make(map[*publicKey]int) // where the key's point is in points
	for i := range items {
		points = append(points, items[i].point)
		scalars = append(scalars, b.weight())
	}
	for i := range items {
		it := &items[i]
		forG.Add(&forG, t.Mul(&scalars[i], &it.a))
		at, ok := forKey[it.key]
		if !ok {
			at = len(points)
			forKey[it.key] = at
			points = append(points, it.key.point)
			scalars = append(scalars, fr.Element{})
		}
		scalars[at].Sub(&scalars[at], t.Mul(&scalars[i], &it.b))
	}
	_, g := secp256k1.Generators()
	points = append(points, g)
	scalars = append(scalars, *forG.Neg(&forG))
	var sum secp256k1.G1Jac
	if _, err := sum.MultiExp(points, scalars, ecc.MultiExpConfig{NbTasks: 1}); err != nil {
		return false // the single checks decide
	}
	return sum.Z.IsZero()
}

// weight returns a random number of 128 bits, not zero.
func (b *batch) weight() (w fr.Element) {
	var buf [16]byte
	binary.LittleEndian.PutUint64(buf[:], b.rng.Uint64()|1)
	binary.LittleEndian.PutUint64(buf[8:], b.rng.Uint64())
	w.SetBytes(buf[:])
	return w
}

// publicKey is a publisher's key as the batch check needs it.
type publicKey struct{ point secp256k1.G1Affine }

// keyCache remembers the keys of publishers whose signature was checked. The zero
// value is ready for use.
type keyCache struct {
	mu   sync.RWMutex
	keys map[UserID]*publicKey
}

func (c *keyCache) get(publisher UserID) *publicKey {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.keys[publisher]
}

// learn keeps the uncompressed public key of a publisher.
func (c *keyCache) learn(publisher UserID, uncompressed *[65]byte) {
	if c.get(publisher) != nil {
		return
	}
	k := new(publicKey)
	k.point.X.SetBytes(uncompressed[1:33])
	k.point.Y.SetBytes(uncompressed[33:])
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.keys == nil || len(c.keys) >= maxKeys {
		c.keys = make(map[UserID]*publicKey)
	}
	c.keys[publisher] = k
}
