package message

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
)

// mutate damages, malleates or leaves alone a signed message, as n says.
func mutate(m *Message, n, bit int) {
	sig := bytes.Clone(m.Signature)
	switch n {
	case 1: // a bit anywhere in the signature
		sig[bit%65] ^= 1 << (bit % 8)
	case 2:
		sig[64] ^= 27 ^ 28
	case 3, 4: // v as raw recovery id
		sig[64] -= 27
	case 5:
		clear(sig[:32])
	case 6:
		clear(sig[32:64])
	case 7: // valid in its malleated form
		s := new(big.Int).SetBytes(sig[32:64])
		s.Sub(secp256k1Order, s).FillBytes(sig[32:64])
		sig[64] ^= 27 ^ 28
	case 8: // s above the order
		s := new(big.Int).SetBytes(sig[32:64])
		if s.Add(s, secp256k1Order); s.BitLen() <= 256 {
			s.FillBytes(sig[32:64])
		} else {
			secp256k1Order.FillBytes(sig[32:64])
		}
	case 9: // r above the order
		secp256k1Order.FillBytes(sig[:32])
	case 10:
		m.Content = append(bytes.Clone(m.Content), ' ')
	case 11:
		m.Publisher = UserID(bytes.Repeat([]byte{byte(bit)}, addressLen))
	case 12:
		sig = sig[:bit%65]
	case 13: // r and s swapped
		copy(sig, m.Signature[32:64])
		copy(sig[32:], m.Signature[:32])
	case 14: // the legacy payload of a plain message is the same
		m.SignatureType = SignatureSecp256k1Legacy
	case 15: // that of an encrypted one is not
		m.EncryptionType, m.GroupKeyID = EncryptionAES, "k"
		m.SignatureType = SignatureSecp256k1Legacy
	}
	m.Signature = sig
}

const mutations = 16

// verdictsAgree checks messages in one batch and one by one, by verifiers that know
// the publishers.
func verdictsAgree(t testing.TB, known *Verifier, ms []*Message) {
	t.Helper()
	single := make([]*Message, len(ms))
	for i, m := range ms {
		c := *m
		single[i] = &c
	}
	got := known.VerifyBatch(t.Context(), ms)
	for i, m := range single {
		want := new(Verifier).Verify(t.Context(), m)
		if (got[i] == nil) != (want == nil) || want != nil && !errors.Is(got[i], ErrInvalidSignature) {
			t.Fatalf("message %d: batch says %v, single check %v\nsignature %x", i, got[i], want, m.Signature)
		}
		if !bytes.Equal(ms[i].Signature, m.Signature) {
			t.Fatalf("message %d: batch leaves signature %x, single check %x", i, ms[i].Signature, m.Signature)
		}
	}
}

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

func TestBatchAgreesWithSingleCheck(t *testing.T) {
	known, good := knowing(t, 5, 40)
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 40 {
		badShare := []float64{0, 0.005, 0.05, 1}[round%4]
		ms := make([]*Message, 1+rng.IntN(300))
		for i := range ms {
			c := *good[rng.IntN(len(good))]
			if rng.Float64() < badShare {
				mutate(&c, rng.IntN(mutations), rng.IntN(1<<16))
			}
			ms[i] = &c
		}
		verdictsAgree(t, known, ms)
	}
}

// Swapped signatures are each valid for the other message; both are found.
func TestBatchFindsSwappedSignatures(t *testing.T) {
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

func FuzzBatchAgreesWithSingleCheck(f *testing.F) {
	known, good := knowing(f, 3, 16)
	f.Add(uint64(1), uint8(3))
	f.Add(uint64(99), uint8(200))
	f.Fuzz(func(t *testing.T, seed uint64, share uint8) {
		rng := rand.New(rand.NewPCG(seed, 7))
		ms := make([]*Message, 64)
		for i := range ms {
			c := *good[rng.IntN(len(good))]
			if rng.IntN(256) < int(share) {
				mutate(&c, rng.IntN(mutations), rng.IntN(1<<16))
			}
			ms[i] = &c
		}
		verdictsAgree(t, known, ms)
	})
}

func BenchmarkVerifyBatch(b *testing.B) {
	known, good := knowing(b, 1, 1)
	signer := testSigner(b, 1)
	for _, n := range []int{16, 64, 256, 1024} {
		ms := make([]*Message, n)
		for i := range ms {
			c := *good[0]
			c.Content = append(bytes.Repeat([]byte("x"), 300), byte(i), byte(i>>8))
			if err := Sign(&c, signer); err != nil {
				b.Fatal(err)
			}
			ms[i] = &c
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				for _, err := range known.VerifyBatch(b.Context(), ms) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/message")
		})
	}
}
