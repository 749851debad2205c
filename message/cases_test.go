package message

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
)

// casePool holds messages that were signed once, for cases to be made of.
type casePool struct {
	good []*Message
	keys []secp256k1.ModNScalar
}

// newCasePool signs messages of some publishers: with nonces as they should be, and
// with nonces that put the point R where additions have special cases.
func newCasePool(t testing.TB) *casePool {
	p := new(casePool)
	for n := range 5 {
		key := [32]byte(bytes.Repeat([]byte{byte(n + 1)}, 32))
		signer, err := NewEVMSigner(key)
		if err != nil {
			t.Fatal(err)
		}
		var d, one, two, shared secp256k1.ModNScalar
		d.SetBytes(&key)
		one.SetInt(1)
		two.SetInt(2)
		shared.SetInt(0x5eed)
		p.keys = append(p.keys, d)
		// R = ±Q, ±G, ±2·G, and a point that many messages share. The sign comes with
		// the message: the one that makes s low.
		nonces := []*secp256k1.ModNScalar{&d, &one, &two, &shared}
		for i := range 40 {
			m := caseMessage(n, i)
			if err := Sign(m, signer); err != nil {
				t.Fatal(err)
			}
			if i < 5*len(nonces) {
				m.Signature = signWithNonce(&d, nonces[i/5], PersonalDigest(m.AppendPayload(nil)))
			}
			if err := new(Verifier).Verify(t.Context(), m); err != nil {
				t.Fatalf("message %d of publisher %d: %v", i, n, err)
			}
			p.good = append(p.good, m)
		}
	}
	return p
}

func caseMessage(publisher, i int) *Message {
	m := &Message{
		ID: ID{
			Stream: "example.eth/cases", Partition: int32(i % 3), Timestamp: 1_700_000_000_000 + int64(i),
			Sequence: int32(publisher), Chain: fmt.Sprintf("chain-%014d", publisher),
		},
		Content: bytes.Repeat([]byte{'a' + byte(i%26)}, 1+i*7),
	}
	if i%2 == 1 {
		m.PrevRef = &Ref{m.Timestamp - 1, 0}
	}
	if i%5 == 4 {
		m.NewGroupKey = &EncryptedGroupKey{"key", []byte{1, 2, 3}}
	}
	return m
}

// signWithNonce makes the signature of a digest that a nonce gives.
func signWithNonce(d, nonce *secp256k1.ModNScalar, digest [32]byte) []byte {
	var point secp256k1.JacobianPoint
	secp256k1.ScalarBaseMultNonConst(nonce, &point)
	point.ToAffine()
	var r, s, z secp256k1.ModNScalar
	r.SetBytes(point.X.Bytes())
	z.SetBytes(&digest)
	s.Mul2(&r, d).Add(&z)
	s.Mul(new(secp256k1.ModNScalar).InverseValNonConst(nonce))
	v := byte(27)
	if point.Y.IsOdd() {
		v = 28
	}
	if s.IsOverHalfOrder() {
		s.Negate()
		v ^= 27 ^ 28
	}
	rb, sb := r.Bytes(), s.Bytes()
	return append(append(rb[:], sb[:]...), v)
}

// batch returns the messages of one case: as many as asked for, some of them bad.
func (p *casePool) batch(rng *rand.Rand, size int, badShare float64) []*Message {
	ms := make([]*Message, 0, size)
	pool := p.good
	if rng.IntN(3) == 0 {
		pool = pool[:1+rng.IntN(len(pool))] // few messages: many duplicates
	}
	for len(ms) < size {
		m := *pool[rng.IntN(len(pool))]
		if rng.Float64() < badShare {
			mutate(&m, rng)
		}
		for range 1 + rng.IntN(2)*rng.IntN(3) {
			c := m
			ms = append(ms, &c)
		}
	}
	return ms[:size]
}

// mutate damages, malleates or leaves alone a signed message.
func mutate(m *Message, rng *rand.Rand) {
	switch rng.IntN(4) {
	case 0:
		mutateField(m, rng)
	case 1: // one bit anywhere in the signature
		m.Signature = bytes.Clone(m.Signature)
		m.Signature[rng.IntN(len(m.Signature))] ^= 1 << rng.IntN(8)
	default:
		m.Signature = bytes.Clone(m.Signature)
		mutateSignature(m, rng)
	}
}

func mutateField(m *Message, rng *rand.Rand) {
	switch rng.IntN(13) {
	case 0:
		m.Stream += "x"
	case 1:
		m.Partition ^= 1 << rng.IntN(6)
	case 2:
		m.Timestamp ^= 1 << rng.IntN(41)
	case 3:
		m.Sequence ^= 1 << rng.IntN(31)
	case 4: // nobody's address
		m.Publisher = UserID(bytes.Repeat([]byte{byte(rng.Uint32())}, addressLen))
	case 5: // another publisher of the test
		m.Publisher = addressOf(publicKeyBytes(byte(1 + rng.IntN(5))))
	case 6: // no address at all
		m.Publisher = m.Publisher[:rng.IntN(addressLen)]
	case 7:
		m.Chain = m.Chain[1:] + "x"
	case 8:
		m.PrevRef = &Ref{m.Timestamp - 1, rng.Int32N(2)}
	case 9:
		m.Content = bytes.Clone(m.Content)
		m.Content[rng.IntN(len(m.Content))] ^= 1 << rng.IntN(8)
	case 10:
		m.NewGroupKey = &EncryptedGroupKey{"key", []byte{1, 2, byte(rng.IntN(4))}}
	case 11: // the legacy payload of a plain message is the same, that of an encrypted one is not
		m.SignatureType = SignatureSecp256k1Legacy
		if rng.IntN(2) == 0 {
			m.EncryptionType, m.GroupKeyID = EncryptionAES, "k"
		}
	case 12:
		m.SignatureType = SignatureType(rng.IntN(7) - 1)
	}
}

func publicKeyBytes(b byte) []byte {
	return secp256k1.PrivKeyFromBytes(bytes.Repeat([]byte{b}, 32)).PubKey().SerializeUncompressed()
}

// Numbers where the ranges of r and s begin and end.
var edges = func() [][32]byte {
	p, _ := new(big.Int).SetString("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16)
	var list [][32]byte
	for _, base := range []*big.Int{new(big.Int), secp256k1Order, p, new(big.Int).Rsh(secp256k1Order, 1), new(big.Int).Lsh(big.NewInt(1), 256)} {
		for d := int64(-3); d <= 3; d++ {
			if x := new(big.Int).Add(base, big.NewInt(d)); x.Sign() >= 0 && x.BitLen() <= 256 {
				list = append(list, [32]byte(x.FillBytes(make([]byte, 32))))
			}
		}
	}
	return list
}()

func mutateSignature(m *Message, rng *rand.Rand) {
	sig := m.Signature
	r, s := sig[:32], sig[32:64]
	addOrder := func(b []byte) {
		x := new(big.Int).SetBytes(b)
		if x.Add(x, secp256k1Order); x.BitLen() <= 256 {
			x.FillBytes(b)
		}
	}
	switch rng.IntN(14) {
	case 0: // the other point
		sig[64] ^= 27 ^ 28
	case 1: // v as raw recovery id
		sig[64] -= 27
	case 2: // any v
		sig[64] = byte(rng.Uint32())
	case 3: // v of a point whose x is above the order
		sig[64] += 2
	case 4, 5: // valid in its malleated form
		x := new(big.Int).SetBytes(s)
		x.Sub(secp256k1Order, x).FillBytes(s)
		sig[64] ^= 27 ^ 28
	case 6: // high s without the other v
		x := new(big.Int).SetBytes(s)
		x.Sub(secp256k1Order, x).FillBytes(s)
	case 7:
		copy(r, edges[rng.IntN(len(edges))][:])
	case 8:
		copy(s, edges[rng.IntN(len(edges))][:])
	case 9: // s again, once around the order, if it is small enough
		clear(s[:16+rng.IntN(16)])
		addOrder(s)
	case 10: // r likewise
		clear(r[:16+rng.IntN(16)])
		if rng.IntN(2) == 0 {
			addOrder(r)
		}
	case 11:
		m.Signature = sig[:rng.IntN(len(sig))]
	case 12:
		m.Signature = append(sig, 0)
	case 13: // r and s swapped
		var t [32]byte
		copy(t[:], r)
		copy(r, s)
		copy(s, t[:])
	}
}
