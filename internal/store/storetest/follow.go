package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// deadline ends a test that hangs.
const deadline = 30 * time.Second

func testFollow(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()

	// The part need not exist yet.
	type result struct {
		records []got
		err     error
	}
	early := make(chan result, 1)
	go func() {
		records, err := collect(s.Follow(ctx, Part, 0), 5)
		early <- result{records, err}
	}()
	other := message.StreamPart{Stream: "z.eth/other"}
	appendAll(t, s, Spec{Part: other, Timestamp: Base}.Entry())
	// Order of arrival, not of time; late ones come last.
	in := []store.Entry{At(10), At(20), At(5), At(30), At(1)}
	appendAll(t, s, in[0], in[1], in[0])
	appendAll(t, s, Spec{Part: other, Timestamp: Base + 1}.Entry(), in[2], Spec{Part: other, Timestamp: Base + 2}.Entry(), in[3])
	appendAll(t, s, in[4], in[1])
	r := <-early
	if r.err != nil {
		t.Fatal(r.err)
	}
	wantEntries(t, r.records, in)
	for i, want := range []store.Seq{2, 3, 5, 7, 8} {
		if r.records[i].seq != want {
			t.Errorf("record %d has seq %d, want %d", i, r.records[i].seq, want)
		}
	}

	s = b.Reopen(t, s)
	defer s.Close()
	for after := store.Seq(0); after < 8; after++ {
		var want []store.Entry
		for i := range in {
			if r.records[i].seq > after {
				want = append(want, in[i])
			}
		}
		records, err := collect(s.Follow(ctx, Part, after), len(want))
		if err != nil {
			t.Fatal(err)
		}
		wantEntries(t, records, want)
	}
	// At the end it waits for the context.
	short, stop := context.WithCancel(ctx)
	var last error
	n := 0
	for _, err := range s.Follow(short, Part, 5) {
		if last = err; err == nil {
			if n++; n == 2 {
				stop()
			}
		}
	}
	if n != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d records, then %v; want 2, then context.Canceled", n, last)
	}
	stop()
	short, stop = context.WithCancel(ctx)
	stop()
	if records, err := collect(s.Follow(short, Part, 1000), -1); len(records) != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d records, %v from the future", len(records), err)
	}
}

// testFollowConcurrent lets several followers read while several appenders write:
// each must get every message of its part exactly once, with rising seqs.
func testFollowConcurrent(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	const appenders, batches, size = 4, 40, 7
	parts := []message.StreamPart{Part, {Stream: Part.Stream, Partition: 1}}
	var wg sync.WaitGroup
	for a := range appenders {
		wg.Go(func() {
			for n := range batches {
				var batch []store.Entry
				for i := range size {
					// Timestamps run backwards: all messages are late.
					batch = append(batch, Spec{
						Part: parts[(n+i)%2], Timestamp: Base + int64(1e6-n*1000-i),
						Chain: fmt.Sprintf("chain-%d", a), Content: "x",
					}.Entry())
				}
				if _, err := s.Append(ctx, batch); err != nil {
					t.Errorf("append: %v", err)
				}
			}
		})
	}
	total := make(map[message.StreamPart]int)
	for n := range batches {
		for i := range size {
			total[parts[(n+i)%2]] += appenders
		}
	}
	for f := range 6 {
		wg.Go(func() {
			part := parts[f%2]
			seen := make(map[message.Key]bool)
			last := store.Seq(0)
			for len(seen) < total[part] {
				// Break off now and then and go on from there.
				n := 0
				for r, err := range s.Follow(ctx, part, last) {
					if err != nil {
						t.Errorf("follow: %v after %d of %d", err, len(seen), total[part])
						return
					}
					if r.Seq <= last || seen[r.Key] {
						t.Errorf("seq %d after %d, seen before: %v", r.Seq, last, seen[r.Key])
						return
					}
					last, seen[r.Key] = r.Seq, true
					if n++; n == 50+f || len(seen) == total[part] {
						break
					}
				}
			}
		})
	}
	wg.Wait()
}

// testEverythingAtOnce appends, prunes and writes pages and meta values from several
// goroutines: nobody must wait for ever, and in the end everything must be there.
func testEverythingAtOnce(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	const rounds = 150
	old := message.StreamPart{Stream: Part.Stream, Partition: 9}
	var tooOld atomic.Uint64 // messages that came below the floor
	appendAll(t, s, Spec{Timestamp: Base + 1_000_000}.Entry())
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			for i := range int64(rounds) {
				outcomes, err := s.Append(ctx, []store.Entry{
					Spec{Timestamp: Base + i, Chain: fmt.Sprint("writer-", w)}.Entry(),
					Spec{Part: old, Timestamp: Base + i, Chain: fmt.Sprint("writer-", w)}.Entry(),
				})
				if err != nil {
					t.Errorf("append: %v", err)
				} else if outcomes[1] == store.BelowFloor {
					tooOld.Add(1)
				}
			}
		})
		wg.Go(func() {
			for i := range rounds {
				page := store.Page{Part: Part, Key: fmt.Append(nil, "page-", w), Value: fmt.Append(nil, i)}
				if err := s.PutPages(ctx, []store.Page{page}); err != nil {
					t.Errorf("put pages: %v", err)
				}
			}
		})
		wg.Go(func() {
			for i := range rounds {
				if err := s.PutMeta(ctx, fmt.Sprint("key-", w), fmt.Append(nil, i)); err != nil {
					t.Errorf("put meta: %v", err)
				}
			}
		})
	}
	var pruned uint64
	wg.Go(func() {
		for i := range int64(rounds) {
			n, err := PruneBefore(ctx, s, old, Base+i)
			if err != nil {
				t.Errorf("prune: %v", err)
			}
			pruned += n
		}
	})
	wg.Wait()
	sn := snapshotOf(t, s)
	if records := scan(t, sn, store.Query{Part: Part}); len(records) != 3*rounds+1 {
		t.Errorf("%d messages, want %d", len(records), 3*rounds+1)
	}
	st, err := sn.Stats(ctx, old)
	if err != nil || st.Pruned != pruned || st.Messages+pruned+tooOld.Load() != 3*rounds {
		t.Errorf("stats %+v, %v; of %d, %d were pruned and %d came too late", st, err, 3*rounds, pruned, tooOld.Load())
	}
	if records := scan(t, sn, store.Query{Part: old}); uint64(len(records)) != st.Messages {
		t.Errorf("%d messages of the pruned part, stats say %d", len(records), st.Messages)
	}
	for w := range 3 {
		if v, err := s.GetMeta(ctx, fmt.Sprint("key-", w)); err != nil || string(v) != fmt.Sprint(rounds-1) {
			t.Errorf("meta of writer %d is %q, %v", w, v, err)
		}
		if v, err := sn.Page(ctx, Part, fmt.Append(nil, "page-", w)); err != nil || string(v) != fmt.Sprint(rounds-1) {
			t.Errorf("page of writer %d is %q, %v", w, v, err)
		}
	}
}

func testFollowPrune(t *testing.T, b Backend) {
	s := openStore(t, b)
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	const n = 3000
	for i := int64(0); i < n; i += 100 {
		appendAll(t, s, Range(i, i+100)...)
	}
	// While a follower is on its way, the first half goes; it must still get all of
	// the second half, and no message twice.
	last := int64(-1)
	count := 0
	for r, err := range s.Follow(ctx, Part, 0) {
		if err != nil {
			t.Fatal(err)
		}
		if count++; count == 10 {
			if removed, err := PruneBefore(ctx, s, Part, Base+n/2); err != nil || removed != n/2 {
				t.Fatalf("prune removed %d, %v", removed, err)
			}
		}
		ts := r.Key.Ref().Timestamp - Base
		if ts != last+1 && ts != n/2 {
			t.Fatalf("message %d after %d", ts, last)
		}
		if last = ts; ts == n-1 {
			break
		}
	}
	// From a place that is gone it goes on with what is left.
	records, err := collect(s.Follow(ctx, Part, 100), n/2)
	if err != nil {
		t.Fatal(err)
	}
	wantEntries(t, records, Range(n/2, n))
	records, err = collect(s.Follow(ctx, Part, n/2+50), n/2-50)
	if err != nil {
		t.Fatal(err)
	}
	wantEntries(t, records, Range(n/2+50, n))
}
