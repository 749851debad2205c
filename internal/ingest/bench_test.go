package ingest_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/message"
)

// The benchmarks report messages a second. Compare with BenchmarkRecovery: what
// go-ethereum's recovery alone reaches on the same cores, nothing else done.

const (
	benchBatch      = 500
	benchSubmitters = 8
)

func openDisk(b *testing.B) store.Store {
	b.Helper()
	st, err := pebble.Open(b.TempDir(), pebble.Options{MinFreeBytes: -1, BallastBytes: -1})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := st.Close(); err != nil {
			b.Error(err)
		}
	})
	return st
}

func benchMessages(b *testing.B, n int) []*message.Message {
	b.Helper()
	alice := signer(b, 1)
	ms := make([]*message.Message, n)
	var wg sync.WaitGroup
	for part := range 2 {
		wg.Go(func() {
			for i := part; i < n; i += 2 {
				m := unsigned(alice, 0)
				m.Timestamp, m.Sequence = now.UnixMilli()-int64(i/1000), int32(i%1000)
				m.Content = make([]byte, 300)
				for j := range m.Content {
					m.Content[j] = 'a' + byte((i+j)%26)
				}
				m.Content[0], m.Content[299] = '"', '"'
				if err := message.Sign(m, alice); err != nil {
					b.Error(err)
				}
				ms[i] = m
			}
		})
	}
	wg.Wait()
	return ms
}

// submitAll sends batches from several submitters and returns the outcomes.
func submitAll(b *testing.B, in *ingest.Ingester, ms []*message.Message) (stored, duplicates int64) {
	b.Helper()
	var next, s, d atomic.Int64
	var wg sync.WaitGroup
	for range benchSubmitters {
		wg.Go(func() {
			for {
				start := int(next.Add(benchBatch)) - benchBatch
				if start >= len(ms) {
					return
				}
				results, err := in.Submit(context.Background(), ms[start:min(start+benchBatch, len(ms))])
				if err != nil {
					b.Error(err)
					return
				}
				for _, r := range results {
					switch r.Outcome {
					case ingest.Stored:
						s.Add(1)
					case ingest.Duplicate:
						d.Add(1)
					}
				}
			}
		})
	}
	wg.Wait()
	return s.Load(), d.Load()
}

func BenchmarkSubmitFresh(b *testing.B) {
	ms := benchMessages(b, b.N)
	st := openDisk(b)
	in := open(b, ingest.Config{}, ingest.Deps{Store: st})
	b.ReportAllocs()
	b.ResetTimer()
	stored, _ := submitAll(b, in, ms)
	b.StopTimer()
	if stored != int64(b.N) {
		b.Fatalf("%d of %d stored", stored, b.N)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "msg/s")
}

func BenchmarkSubmitDuplicates(b *testing.B) {
	ms := benchMessages(b, 20_000)
	in := open(b, ingest.Config{}, ingest.Deps{Store: openDisk(b)})
	submitAll(b, in, ms)
	again := make([]*message.Message, b.N)
	for i := range again {
		again[i] = ms[i%len(ms)]
	}
	b.ReportAllocs()
	b.ResetTimer()
	_, duplicates := submitAll(b, in, again)
	b.StopTimer()
	if duplicates != int64(b.N) {
		b.Fatalf("%d of %d were duplicates", duplicates, b.N)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "msg/s")
}

func BenchmarkSubmitOne(b *testing.B) {
	ms := benchMessages(b, b.N)
	in := open(b, ingest.Config{}, ingest.Deps{Store: openDisk(b)})
	b.ReportAllocs()
	b.ResetTimer()
	for i := range ms {
		if _, err := in.Submit(context.Background(), ms[i:i+1]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRecovery(b *testing.B) {
	m := benchMessages(b, 1)[0]
	digest := message.PersonalDigest(m.AppendPayload(nil))
	sig := append([]byte(nil), m.Signature...)
	sig[64] -= 27
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := crypto.SigToPub(digest[:], sig); err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "msg/s")
}
