package message

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// The batch against the single check, on messages that are good, damaged, malleated
// or made for the sums to go wrong. LOGSTORE_DIFF_CASES sets the number of messages.

// verdictsDiffer checks messages in one batch and one by one and says how the
// results differ, if they do: verdict, text or the signature that is left behind.
func verdictsDiffer(ctx context.Context, batched, single *Verifier, ms []*Message) (accepted int, difference error) {
	alone := make([]Message, len(ms))
	for i, m := range ms {
		alone[i] = *m
	}
	got := batched.VerifyBatch(ctx, ms)
	for i := range alone {
		m := &alone[i]
		before := m.Signature
		want := single.Verify(ctx, m)
		if want == nil {
			accepted++
		}
		if (got[i] == nil) != (want == nil) || want != nil && got[i].Error() != want.Error() {
			return accepted, fmt.Errorf("message %d of %d: batch says %v, single check %v; signature %x, message %+v", i, len(ms), got[i], want, before, *m)
		}
		if want != nil && errors.Is(got[i], ErrInvalidSignature) != errors.Is(want, ErrInvalidSignature) {
			return accepted, fmt.Errorf("message %d of %d: kinds of %v and %v differ", i, len(ms), got[i], want)
		}
		if !bytes.Equal(ms[i].Signature, m.Signature) {
			return accepted, fmt.Errorf("message %d of %d: batch leaves signature %x, single check %x", i, len(ms), ms[i].Signature, m.Signature)
		}
	}
	return accepted, nil
}

func TestBatchAgreesWithSingleCheck(t *testing.T) {
	t.Parallel()
	total := int64(12_000)
	if s := os.Getenv("LOGSTORE_DIFF_CASES"); s != "" {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			t.Fatalf("LOGSTORE_DIFF_CASES: %v", err)
		}
		total = n
	}
	pool := newCasePool(t)
	known := new(Verifier)
	for _, m := range pool.good {
		if err := known.Verify(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	seed := rand.Uint64()
	start := time.Now()
	var done, accepted atomic.Int64
	var wg sync.WaitGroup
	for worker := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(seed, uint64(worker)))
			for done.Load() < total && !t.Failed() {
				batched := known
				if rng.IntN(8) == 0 {
					batched = new(Verifier) // learns keys on the way
				}
				size := []int{1, 1 + rng.IntN(20), 1 + rng.IntN(150), 1 + rng.IntN(1300)}[rng.IntN(4)]
				badShare := []float64{0, 0.003, 0.03, 0.3, 1}[rng.IntN(5)]
				ms := pool.batch(rng, size, badShare)
				good, err := verdictsDiffer(t.Context(), batched, new(Verifier), ms)
				if err != nil {
					t.Errorf("seed %d, worker %d: %v", seed, worker, err)
				}
				done.Add(int64(len(ms)))
				accepted.Add(int64(good))
			}
		})
	}
	wg.Wait()
	took := time.Since(start)
	t.Logf("%d cases without a difference (%d accepted), %.0f per second", done.Load(), accepted.Load(), float64(done.Load())/took.Seconds())
}

// The signature of one message in a batch of mixed ones is any bytes.
func FuzzBatchAgreesWithSingleCheck(f *testing.F) {
	pool := newCasePool(f)
	known := new(Verifier)
	for _, m := range pool.good {
		if err := known.Verify(f.Context(), m); err != nil {
			f.Fatal(err)
		}
	}
	for i := range 16 {
		f.Add(uint64(i), uint8(16*i), pool.good[i].Signature)
	}
	f.Fuzz(func(t *testing.T, seed uint64, badShare uint8, signature []byte) {
		rng := rand.New(rand.NewPCG(seed, 7))
		ms := pool.batch(rng, 24, float64(badShare)/255)
		for i := range 1 + rng.IntN(3) {
			ms[i].Signature = signature
		}
		if _, err := verdictsDiffer(t.Context(), known, new(Verifier), ms); err != nil {
			t.Fatal(err)
		}
	})
}
