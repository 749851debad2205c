package pebble

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// sampleEntry makes a message like those of a sensor: about 300 bytes of JSON, a
// signature that looks random, a timestamp of its own.
func sampleEntry(rng *rand.Rand, n int64) store.Entry {
	m := &message.Message{
		ID: message.ID{
			Stream: storetest.Part.Stream, Timestamp: storetest.Base + n,
			Publisher: storetest.Alice, Chain: storetest.ChainA,
		},
		Content: fmt.Appendf(nil, `{"sensor":"station-%04d","at":"2024-03-05T10:%02d:%02d.%03dZ","temperature":%.4f,"humidity":%.4f,`+
			`"pressure":%.3f,"wind":{"speed":%.3f,"direction":%d},"location":{"lat":%.6f,"lon":%.6f},"battery":%.2f,"status":"ok",`+
			`"note":"measured by the device and sent over the radio link","serial":"%016x","firmware":"3.14.%d"}`,
			rng.IntN(2000), n/60000%60, n/1000%60, n%1000, rng.Float64()*40, rng.Float64()*100, 950+rng.Float64()*100,
			rng.Float64()*30, rng.IntN(360), rng.Float64()*180-90, rng.Float64()*360-180, rng.Float64()*4, rng.Uint64(), rng.IntN(9)),
		Signature:     make([]byte, 65),
		SignatureType: message.SignatureSecp256k1EVM,
		PrevRef:       &message.Ref{Timestamp: storetest.Base + n - 1},
	}
	for i := range m.Signature {
		m.Signature[i] = byte(rng.Uint32())
	}
	return store.Entry{Part: m.Part(), Key: m.Key(), Wire: m.AppendWire(nil)}
}

func benchStores(b *testing.B, run func(b *testing.B, s *Store)) {
	b.Run("mem", func(b *testing.B) {
		s := open(b, "store", Options{FS: vfs.NewMem(), BallastBytes: -1})
		defer s.Close()
		run(b, s)
	})
	b.Run("disk", func(b *testing.B) {
		s := open(b, b.TempDir(), Options{BallastBytes: -1})
		defer s.Close()
		run(b, s)
	})
}

// BenchmarkAppend appends from 8 goroutines; one op is one message.
func BenchmarkAppend(b *testing.B) {
	for _, size := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("batch=%d", size), func(b *testing.B) {
			benchStores(b, func(b *testing.B, s *Store) {
				const goroutines = 8
				// The same content under changing keys: making messages costs more
				// than storing them.
				rng := rand.New(rand.NewPCG(1, 2))
				samples := make([]store.Entry, 1000)
				for i := range samples {
					samples[i] = sampleEntry(rng, int64(i))
				}
				b.SetBytes(int64(len(samples[0].Wire)))
				b.ReportAllocs()
				var next atomic.Int64
				var wg sync.WaitGroup
				b.ResetTimer()
				for range goroutines {
					wg.Go(func() {
						batch := make([]store.Entry, size)
						for {
							from := next.Add(int64(size)) - int64(size)
							if from >= int64(b.N) {
								return
							}
							for i := range batch {
								n := from + int64(i)
								batch[i] = samples[n%1000]
								tag := batch[i].Key.OrderKey()
								key := message.OrderKeyOf(message.Ref{Timestamp: storetest.Base + n}, message.ChainTag(tag[12:]))
								copy(batch[i].Key[:], key[:])
							}
							if _, err := s.Append(context.Background(), batch); err != nil {
								b.Error(err)
								return
							}
						}
					})
				}
				wg.Wait()
			})
		})
	}
}

// fill appends n sample messages and returns them.
func fill(b *testing.B, s *Store, n int) []store.Entry {
	rng := rand.New(rand.NewPCG(1, 2))
	all := make([]store.Entry, 0, n)
	for len(all) < n {
		from := len(all)
		for range min(1000, n-from) {
			all = append(all, sampleEntry(rng, int64(len(all))))
		}
		if _, err := s.Append(context.Background(), all[from:]); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.db.Flush(); err != nil {
		b.Fatal(err)
	}
	return all
}

// BenchmarkAppendDuplicates appends what is there already, in batches of 1000.
func BenchmarkAppendDuplicates(b *testing.B) {
	benchStores(b, func(b *testing.B, s *Store) {
		all := fill(b, s, 100_000)
		b.ResetTimer()
		b.ReportAllocs()
		for n := 0; n < b.N; n += 1000 {
			from := n % len(all)
			if _, err := s.Append(context.Background(), all[from:from+1000]); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkHas asks for 1000 keys at a time, half of which are there.
func BenchmarkHas(b *testing.B) {
	benchStores(b, func(b *testing.B, s *Store) {
		all := fill(b, s, 100_000)
		keys := make([]message.Key, len(all))
		for i := range all {
			keys[i] = all[i].Key
			keys[i][len(keys[i])-1] ^= byte(i & 1)
		}
		b.ResetTimer()
		b.ReportAllocs()
		for n := 0; n < b.N; n += 1000 {
			from := n % len(keys)
			if _, err := s.Has(context.Background(), storetest.Part, keys[from:from+1000]); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkScan reads a part; one op is one message. The bare variant is what
// Pebble's iterator alone needs for the same bytes, the target is 0.8 of its speed.
func BenchmarkScan(b *testing.B) {
	s := open(b, b.TempDir(), Options{BallastBytes: -1})
	defer s.Close()
	all := fill(b, s, 400_000)
	if err := s.db.Compact(context.Background(), []byte{0}, []byte{0xff}, false); err != nil {
		b.Fatal(err)
	}
	var sink byte
	b.Run("bare", func(b *testing.B) {
		b.SetBytes(int64(len(all[0].Wire)))
		for n := 0; n < b.N; {
			it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte{kindMessage}, UpperBound: []byte{kindMessage + 1}})
			if err != nil {
				b.Fatal(err)
			}
			for valid := it.First(); valid && n < b.N; valid = it.Next() {
				v, err := it.ValueAndErr()
				if err != nil {
					b.Fatal(err)
				}
				sink += v[len(v)-1]
				n++
			}
			if err := it.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	query := func(q store.Query) func(*testing.B) {
		return func(b *testing.B) {
			b.SetBytes(int64(len(all[0].Wire)))
			b.ReportAllocs()
			q.Part = storetest.Part
			for n := 0; n < b.N; {
				sn, err := s.Snapshot()
				if err != nil {
					b.Fatal(err)
				}
				for r, err := range sn.Scan(context.Background(), q) {
					if err != nil {
						b.Fatal(err)
					}
					sink += r.Wire[len(r.Wire)-1]
					if n++; n >= b.N {
						break
					}
				}
				sn.Close()
			}
		}
	}
	b.Run("range", query(store.Query{}))
	b.Run("reverse", query(store.Query{Reverse: true}))
	b.Run("publisher", query(store.Query{Publisher: storetest.Alice}))
	b.Run("last", query(store.Query{Last: 5000}))
	b.Run("limit=10", query(store.Query{Limit: 10, From: message.Ref{Timestamp: storetest.Base + 200_000}}))
	b.Run("follow", func(b *testing.B) {
		b.SetBytes(int64(len(all[0].Wire)))
		for n := 0; n < b.N; {
			for r, err := range s.Follow(context.Background(), storetest.Part, 0) {
				if err != nil {
					b.Fatal(err)
				}
				sink += r.Wire[0]
				if n++; n >= b.N || r.Seq == s.Watermark() {
					break
				}
			}
		}
	})
}

// BenchmarkCheck checks a store of signed messages of one publisher on one core and
// on all; one op is one message of about 550 bytes. Without signatures it shows what
// the rest of the check costs.
func BenchmarkCheck(b *testing.B) {
	const n = 20_000
	signer, err := message.NewEVMSigner([32]byte{31: 7})
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	s := open(b, dir, Options{BallastBytes: -1})
	rng := rand.New(rand.NewPCG(1, 2))
	var size int
	var batch []store.Entry
	for i := range n {
		m, err := message.Decode(sampleEntry(rng, int64(i)).Wire)
		if err != nil {
			b.Fatal(err)
		}
		m.Publisher = signer.UserID()
		if err := message.Sign(m, signer); err != nil {
			b.Fatal(err)
		}
		batch = append(batch, store.Entry{Part: m.Part(), Key: m.Key(), Wire: m.AppendWire(nil)})
		size += len(batch[i].Wire)
	}
	for from := 0; from < n; from += 1000 {
		mustAppend(b, s, batch[from:from+1000]...)
	}
	if err := s.db.Compact(context.Background(), []byte{0}, []byte{0xff}, false); err != nil {
		b.Fatal(err)
	}
	closeStore(b, s)
	var verifier message.Verifier
	for name, verify := range map[string]VerifyFunc{"bare": nil, "signatures": verifier.VerifyBatch} {
		for _, cores := range []int{1, runtime.NumCPU()} {
			b.Run(fmt.Sprintf("%s/cores=%d", name, cores), func(b *testing.B) {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
				b.SetBytes(int64(size / n))
				b.ReportAllocs()
				for done := 0; done < b.N; done += n {
					report, err := Check(context.Background(), dir, CheckOptions{Options: Options{BallastBytes: -1}, Verify: verify})
					if err != nil || report.Problems > 0 || report.Messages != n {
						b.Fatalf("report %+v, %v", report, err)
					}
				}
			})
		}
	}
}

// BenchmarkPage reads single pages of a snapshot, of 10,000 with 4 kB each.
func BenchmarkPage(b *testing.B) {
	benchStores(b, func(b *testing.B, s *Store) {
		ctx := context.Background()
		mustAppend(b, s, storetest.At(0))
		value := make([]byte, 4000)
		var pages []store.Page
		for i := range 10_000 {
			pages = append(pages, store.Page{Part: storetest.Part, Key: fmt.Appendf(nil, "%06d", i), Value: value})
		}
		if err := s.PutPages(ctx, pages); err != nil {
			b.Fatal(err)
		}
		if err := s.db.Flush(); err != nil {
			b.Fatal(err)
		}
		sn, err := s.Snapshot()
		if err != nil {
			b.Fatal(err)
		}
		defer sn.Close()
		b.ReportAllocs()
		b.ResetTimer()
		for n := 0; n < b.N; n++ {
			if page, err := sn.Page(ctx, storetest.Part, pages[n*7919%len(pages)].Key); err != nil || len(page) != len(value) {
				b.Fatalf("page of %d bytes, %v", len(page), err)
			}
		}
	})
}
