package message

import (
	"bytes"
	"fmt"
	"math/big"
	"testing"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
)

// knowing returns a verifier that has seen the test's publishers, and the number of
// good messages to draw from for each.
func knowing(t testing.TB, publishers, each int) (*Verifier, []*Message) {
	v := new(Verifier)
	var ms []*Message
	for p := range publishers {
		for i := range each {
			m := signed(t, func(m *Message) { m.Content = fmt.Appendf(nil, `{"p":%d,"i":%d}`, p, i) })
			if err := Sign(m, testSigner(t, byte(p+1))); err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				if err := v.Verify(t.Context(), m); err != nil {
					t.Fatal(err)
				}
			}
			ms = append(ms, m)
		}
	}
	return v, ms
}

// Good signatures are accepted by their sum, without single checks: what makes a
// batch fast. Sums that were never zero would go unnoticed otherwise.
func TestSumOfGoodSignaturesIsZero(t *testing.T) {
	t.Parallel()
	for _, publishers := range []int{1, 3, 40} {
		known, good := knowing(t, publishers, 8)
		b := newBatch()
		for i, m := range good {
			if !b.add(i, m, &known.keys) {
				t.Fatalf("message %d is not taken into the batch", i)
			}
		}
		errs := make([]error, len(good))
		items := b.lift(b.items, errs)
		b.weigh(items)
		for _, part := range [][]batchItem{items, items[:1], items[3:8]} {
			if sum := b.sum(part); len(items) != len(good) || !sum.IsInfinity() {
				t.Errorf("%d publishers, %d of %d messages: the sum is not zero", publishers, len(part), len(good))
			}
		}
		items[5].forKey = items[4].forKey
		if sum := b.sum(items); sum.IsInfinity() {
			t.Errorf("%d publishers: the sum is zero in spite of a bad signature", publishers)
		}
	}
}

// Swapped signatures are each valid for the other message; both are found.
func TestBatchFindsSwappedSignatures(t *testing.T) {
	t.Parallel()
	known, good := knowing(t, 1, 64)
	ms := make([]*Message, len(good))
	for i := range good {
		c := *good[i]
		ms[i] = &c
	}
	ms[3].Signature, ms[4].Signature = ms[4].Signature, ms[3].Signature
	errs := known.VerifyBatch(t.Context(), ms)
	for i, err := range errs {
		if (err != nil) != (i == 3 || i == 4) {
			t.Errorf("message %d: %v", i, err)
		}
	}
}

// Two bad signatures whose errors are opposite points add up to zero, unless each
// has a weight of its own.
func TestBatchFindsOppositeErrors(t *testing.T) {
	t.Parallel()
	known, ms := knowing(t, 1, 64)
	key := secp256k1.PrivKeyFromBytes(bytes.Repeat([]byte{1}, 32)).Key
	nonce := new(secp256k1.ModNScalar).SetInt(12345)
	bad := make(map[byte]int) // by v: R or −R, as s needed to be low
	for i, m := range ms {
		sig := signWithNonce(&key, nonce, PersonalDigest(m.AppendPayload(nil)))
		if _, ok := bad[sig[64]]; ok {
			continue
		}
		bad[sig[64]] = i
		m.Signature = sig
		if err := known.Verify(t.Context(), m); err != nil {
			t.Fatal(err)
		}
		m.Signature[64] ^= 27 ^ 28 // R becomes −R: the error is −2R
	}
	for i, err := range known.VerifyBatch(t.Context(), ms) {
		if (err != nil) != (i == bad[27] || i == bad[28]) {
			t.Errorf("message %d: %v", i, err)
		}
	}
}

// What the sum cannot judge as the single check does must not come into it: its r
// would count modulo the order of the curve, and no number divides by zero.
func TestBatchRefusesNumbersOutOfRange(t *testing.T) {
	t.Parallel()
	known, ms := knowing(t, 1, 1)
	for _, edge := range edges {
		n := new(big.Int).SetBytes(edge[:])
		inRange := n.Sign() > 0 && n.Cmp(secp256k1Order) < 0
		for name, at := range map[string]int{"r": 0, "s": 32} {
			m := *ms[0]
			m.Signature = bytes.Clone(m.Signature)
			copy(m.Signature[at:], edge[:])
			b := newBatch()
			if got := b.add(0, &m, &known.keys); got != inRange {
				t.Errorf("%s = %x: taken into the batch: %v", name, edge, got)
			}
		}
	}
}

// One core: a batch is checked by one goroutine.
func BenchmarkVerifyBatch(b *testing.B) {
	for _, c := range []struct{ n, publishers int }{{4, 1}, {16, 1}, {64, 1}, {256, 1}, {1024, 1}, {1024, 200}, {1024, 1000}} {
		known := new(Verifier)
		ms := make([]*Message, c.n)
		for i := range ms {
			signer := testSigner(b, 1)
			if i%c.publishers > 0 {
				var err error
				if signer, err = NewEVMSigner([32]byte{1, byte(i % c.publishers), byte(i % c.publishers >> 8)}); err != nil {
					b.Fatal(err)
				}
			}
			m := signed(b, func(m *Message) { m.Content = append(bytes.Repeat([]byte("x"), 398), byte(i), byte(i>>8)) })
			if err := Sign(m, signer); err != nil {
				b.Fatal(err)
			}
			if err := known.Verify(b.Context(), m); err != nil {
				b.Fatal(err)
			}
			ms[i] = m
		}
		b.Run(fmt.Sprintf("%d of %d publishers", c.n, c.publishers), func(b *testing.B) {
			for b.Loop() {
				for _, err := range known.VerifyBatch(b.Context(), ms) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(c.n), "ns/message")
		})
	}
}
