package pebble

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// acknowledged is what appenders were promised.
type acknowledged struct {
	mu   sync.Mutex
	keys map[message.StreamPart][]message.Key
	n    int
}

func (a *acknowledged) add(batch []store.Entry) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	for i := range batch {
		a.keys[batch[i].Part] = append(a.keys[batch[i].Part], batch[i].Key)
	}
	a.n += len(batch)
	return a.n
}

// mustHold fails unless the store has everything that was acknowledged.
func (a *acknowledged) mustHold(t testing.TB, s *Store) {
	t.Helper()
	for part, keys := range a.keys {
		has, err := s.Has(context.Background(), part, keys)
		if err != nil {
			t.Fatalf("has: %v", err)
		}
		for i := range has {
			if !has[i] {
				t.Fatalf("message %v of %s was acknowledged and is lost (%d of %d)", keys[i].Ref(), part, i, len(keys))
			}
		}
	}
}

// randomBatch makes a batch that mixes parts, late and new times, equivocations and
// repetitions.
func randomBatch(rng *rand.Rand, writer int, n *int64) (batch []store.Entry) {
	for range 1 + rng.IntN(20) {
		*n++
		batch = append(batch, storetest.Spec{
			Part:      message.StreamPart{Stream: storetest.Part.Stream, Partition: int32(rng.IntN(3))},
			Timestamp: storetest.Base + rng.Int64N(4*msPerHour),
			Chain:     fmt.Sprintf("writer-%d", writer),
			Content:   fmt.Sprintf("%d %0*d", *n, rng.IntN(400), 0),
		}.Entry())
		if rng.IntN(20) == 0 {
			again := batch[rng.IntN(len(batch))]
			other := storetest.Spec{
				Part: again.Part, Timestamp: again.Key.Ref().Timestamp,
				Chain: fmt.Sprintf("writer-%d", writer), Content: "equivocation",
			}.Entry()
			batch = append(batch, again, other)
		}
	}
	return batch
}

// TestCrash pulls the plug while several goroutines append and one prunes: what was
// not synced is lost in part. Everything acknowledged must be there, and everything
// that is there must agree.
func TestCrash(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(seed, 1))
			fs := vfs.NewCrashableMem()
			acks := &acknowledged{keys: make(map[message.StreamPart][]message.Key)}
			pruned := int64(0) // bound of everything that was pruned
			for round := range 3 {
				s := open(t, "store", testOptions(fs))
				stopAt := acks.n + 50 + rng.IntN(1500)
				crash := make(chan struct{})
				var once sync.Once
				var wg sync.WaitGroup
				for w := range 4 {
					rng := rand.New(rand.NewPCG(seed, uint64(round*10+w+2)))
					n := int64(round * 1_000_000)
					wg.Go(func() {
						for {
							select {
							case <-crash:
								return
							default:
							}
							batch := randomBatch(rng, w, &n)
							if _, err := s.Append(context.Background(), batch); err != nil {
								t.Errorf("append: %v", err)
								return
							}
							if acks.add(batch) >= stopAt {
								once.Do(func() { close(crash) })
							}
						}
					})
				}
				if seed%4 == 3 {
					bound := storetest.Base + msPerHour/4*int64(round+1)
					pruned = bound
					wg.Go(func() {
						if _, err := s.Prune(context.Background(), storetest.Part, bound); err != nil {
							t.Errorf("prune: %v", err)
						}
					})
				}
				<-crash
				acks.mu.Lock()
				clone := fs.CrashClone(vfs.CrashCloneCfg{
					UnsyncedDataPercent: rng.IntN(101),
					RNG:                 rand.New(rand.NewPCG(seed, uint64(round))),
				})
				held := &acknowledged{keys: make(map[message.StreamPart][]message.Key), n: acks.n}
				for part, keys := range acks.keys {
					for _, key := range keys {
						if part != storetest.Part || key.Ref().Timestamp >= pruned {
							held.keys[part] = append(held.keys[part], key)
						}
					}
				}
				acks.mu.Unlock()
				wg.Wait()
				closeStore(t, s)

				check(t, "store", testOptions(clone))
				s = open(t, "store", testOptions(clone))
				held.mustHold(t, s)
				closeStore(t, s)
				check(t, "store", testOptions(clone))
				fs, acks = clone, held // the next round goes on after the crash
			}
		})
	}
}
