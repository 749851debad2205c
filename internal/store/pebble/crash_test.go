package pebble

import (
	"context"
	"encoding/binary"
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
	mu    sync.Mutex
	keys  map[message.StreamPart][]message.Key
	n     int
	pages uint64 // the number in the last pages
	floor int64
}

func (a *acknowledged) set(pages uint64, floor int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.pages, a.floor = max(a.pages, pages), max(a.floor, floor)
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
	sn, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer sn.Close()
	var numbers [2]uint64
	for i, key := range pageKeys {
		value, err := sn.Page(context.Background(), storetest.Part, key)
		if err != nil {
			t.Fatalf("page: %v", err)
		}
		if value != nil {
			numbers[i] = binary.BigEndian.Uint64(value)
		}
	}
	if numbers[0] != numbers[1] || numbers[0] < a.pages {
		t.Fatalf("pages have the numbers %d, %d was acknowledged", numbers, a.pages)
	}
	if st, err := sn.Stats(context.Background(), storetest.Part); err != nil || st.Floor < a.floor {
		t.Fatalf("floor is %d, %v; %d was acknowledged", st.Floor, err, a.floor)
	}
}

// pageKeys are always written together.
var pageKeys = [2][]byte{[]byte("first"), []byte("second")}

func putPages(s *Store, number uint64) error {
	value := binary.BigEndian.AppendUint64(make([]byte, 0, 5000), number)[:5000]
	return s.PutPages(context.Background(), []store.Page{
		{Part: storetest.Part, Key: pageKeys[0], Value: value},
		{Part: storetest.Part, Key: pageKeys[1], Value: value},
	})
}

const hour int64 = 60 * 60 * 1000 // ms

// randomBatch makes a batch that mixes parts, late and new times, equivocations and
// repetitions.
func randomBatch(rng *rand.Rand, writer int, n *int64) (batch []store.Entry) {
	for range 1 + rng.IntN(20) {
		*n++
		batch = append(batch, storetest.Spec{
			Part:      message.StreamPart{Stream: storetest.Part.Stream, Partition: int32(rng.IntN(3))},
			Timestamp: storetest.Base + rng.Int64N(4*hour),
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
				mustAppend(t, s, storetest.At(5*hour)) // so that the part is there
				wg.Go(func() {
					for n := uint64(round*1_000_000 + 1); ; n++ {
						select {
						case <-crash:
							return
						default:
						}
						if err := putPages(s, n); err != nil {
							t.Errorf("put pages: %v", err)
							return
						}
						acks.set(n, 0)
					}
				})
				if seed%4 == 3 {
					bound := storetest.Base + hour/4*int64(round+1)
					pruned = bound
					wg.Go(func() {
						if _, err := storetest.PruneBefore(context.Background(), s, storetest.Part, bound); err != nil {
							t.Errorf("prune: %v", err)
							return
						}
						acks.set(0, bound)
					})
				}
				<-crash
				acks.mu.Lock()
				clone := fs.CrashClone(vfs.CrashCloneCfg{
					UnsyncedDataPercent: rng.IntN(101),
					RNG:                 rand.New(rand.NewPCG(seed, uint64(round))),
				})
				held := &acknowledged{keys: make(map[message.StreamPart][]message.Key), n: acks.n, pages: acks.pages, floor: acks.floor}
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
