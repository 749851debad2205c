package logstore_test

import (
	"context"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/nodetest"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// BenchmarkQuery reads a stream over HTTP. Strict against off is what verification
// costs, against without-proof what the proof does; BenchmarkVerify is the signature
// check alone, on one core.
func BenchmarkQuery(b *testing.B) {
	node := nodetest.Start(b, nodetest.Config{})
	c := newClient(b, logstore.Config{URL: node.URL, Key: newKey(b)})
	const n = 5000
	if _, err := c.PublishBatch(context.Background(), "/bench", events(n)); err != nil {
		b.Fatal(err)
	}
	for name, q := range map[string]logstore.Query{
		"strict": {}, "without-proof": {WithoutProof: true}, "off": {Verification: logstore.VerifyOff},
	} {
		q.Stream = "/bench"
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				res, err := c.Query(context.Background(), q)
				if err != nil {
					b.Fatal(err)
				}
				got := 0
				for _, err := range res.All() {
					if err != nil {
						b.Fatal(err)
					}
					got++
				}
				if got != n {
					b.Fatalf("%d messages, want %d", got, n)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "messages/s")
		})
	}
}

func BenchmarkVerify(b *testing.B) {
	m := signedMessages(b, newKey(b), "/s", 1)[0]
	v := new(message.Verifier)
	for b.Loop() {
		if err := v.Verify(context.Background(), m); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkObserve is the part of checking that cannot be spread over cores.
func BenchmarkObserve(b *testing.B) {
	ms := signedMessages(b, newKey(b), "/s", 1000)
	part := ms[0].Part()
	b.ReportAllocs()
	for b.Loop() {
		c := proof.NewChecker(proof.Config{Part: part})
		for _, m := range ms {
			c.Observe(m, 300, nil)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(ms)), "ns/message")
}
