package pebble

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// fakeTime is a clock that goes on when somebody sleeps.
type fakeTime struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func newFakeTime() *fakeTime { return &fakeTime{now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)} }

func (f *fakeTime) clock() time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.now
}

func (f *fakeTime) sleep(ctx context.Context, d time.Duration) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.now = f.now.Add(d)
	f.slept = append(f.slept, d)
	return ctx.Err()
}

// TestScrubPace counts what is read against the time that it takes.
func TestScrubPace(t *testing.T) {
	t.Parallel()
	clock := newFakeTime()
	o := testOptions(vfs.NewMem())
	o.Clock = clock.clock
	reg := prometheus.NewRegistry()
	o.Registerer = reg
	s := open(t, "store", o)
	defer closeStore(t, s)
	for i := range int64(10) {
		mustAppend(t, s, storetest.Range(i*1000, i*1000+1000)...)
	}
	if err := s.db.Flush(); err != nil {
		t.Fatal(err)
	}
	begin := clock.clock()
	const rate, every = 100_000, 24 * time.Hour
	passes, before := 0, 0.0
	err := s.Scrub(context.Background(), ScrubOptions{
		BytesPerSecond: rate, Every: every,
		Sleep: func(ctx context.Context, d time.Duration) error {
			if d > time.Hour {
				if passes++; passes == 3 {
					return errPassDone
				}
				before = metricValue(t, reg, "logstore_scrub_bytes_total")
			}
			return clock.sleep(ctx, d)
		},
	})
	if !errors.Is(err, errPassDone) {
		t.Fatalf("scrub: %v", err)
	}
	read := metricValue(t, reg, "logstore_scrub_bytes_total") - before
	took := clock.clock().Sub(begin) - 2*every // of the third pass; each began a day after the one before
	if want := time.Duration(read / rate * float64(time.Second)); took < want-time.Second || took > want+time.Second {
		t.Errorf("a pass over %.0f bytes took %v, want %v", read, took, want)
	}
	if got := metricValue(t, reg, "logstore_scrub_messages_total"); got != 30_000 {
		t.Errorf("%v messages in three passes, want 30000", got)
	}
	if read < 2e6 { // tables and messages
		t.Errorf("only %.0f bytes in a pass", read)
	}
	for _, d := range clock.slept {
		if d < scrubPause {
			t.Errorf("slept for %v", d)
		}
	}
}

// TestScrubGoesOn interrupts a pass again and again, with the store closed in
// between. What was done in the last minute is done again, and no more.
func TestScrubGoesOn(t *testing.T) {
	t.Parallel()
	clock := newFakeTime()
	fs := vfs.NewMem()
	o := testOptions(fs)
	o.Clock = clock.clock
	s := open(t, "store", o)
	const n = 12_000
	for i := range int64(n / 1000) {
		mustAppend(t, s, storetest.Range(i*1000, i*1000+1000)...)
		if err := s.db.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	interrupted := errors.New("interrupted")
	var read, rounds int
	for done := false; !done; rounds++ {
		if rounds == 50 {
			t.Fatal("the pass does not come to an end")
		}
		until := clock.clock().Add(2 * time.Minute)
		err := s.Scrub(context.Background(), ScrubOptions{
			BytesPerSecond: 10_000, // so that a batch takes about 15 seconds
			Verify: func(_ context.Context, ms []*message.Message) []error {
				read += len(ms)
				return make([]error, len(ms))
			},
			Sleep: func(ctx context.Context, d time.Duration) error {
				if d > time.Hour {
					done = true
					return errPassDone
				}
				if clock.clock().After(until) {
					return interrupted
				}
				return clock.sleep(ctx, d)
			},
		})
		if !errors.Is(err, interrupted) && !errors.Is(err, errPassDone) {
			t.Fatalf("scrub: %v", err)
		}
		closeStore(t, s)
		s = open(t, "store", o)
	}
	defer closeStore(t, s)
	if rounds < 2 || read < n || read > n+rounds*5*judgeMessages {
		t.Errorf("%d messages were read in %d rounds, want %d and little more", read, rounds, n)
	}
	s.scrubbed.mu.Lock()
	defer s.scrubbed.mu.Unlock()
	if got, ok := decodeProgress(mustMeta(t, s)); !ok || got.began != 0 || got.ended == 0 || got.last == 0 || len(got.next) != 0 {
		t.Errorf("progress %+v", got)
	}
}

func mustMeta(t testing.TB, s *Store) []byte {
	t.Helper()
	b, err := s.GetMeta(context.Background(), scrubMeta)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestScrubDamage damages tables of a store: what reading fails on the scrub finds,
// and it checks nearly all of what can still be read.
func TestScrubDamage(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	flipStore(t, mem)
	probe := open(t, "store", flipOptions(cloneFS(t, mem, "store")))
	want, _ := contents(probe, nil)
	closeStore(t, probe)
	all := 0
	for what, texts := range want {
		if strings.HasPrefix(what, "scan") {
			all += len(texts)
		}
	}
	tables := filesIn(t, mem, "store", ".sst")
	opened, judged := 0, 0
	for seed := range int64(24) {
		fs := cloneFS(t, mem, "store")
		path := tables[int(seed)%len(tables)]
		offset := sizeOf(t, fs, path) * (seed*41%97 + 1) / 100
		damage(t, fs, path, offset, 1<<(seed%8))
		where := fmt.Sprintf("%s byte %d", path, offset)
		o := flipOptions(fs)
		reg := prometheus.NewRegistry()
		o.Registerer = reg
		s, err := Open("store", o)
		if err != nil {
			continue
		}
		opened++
		scrubOnce(t, s, nil)
		problems, err := s.Problems(context.Background())
		if err != nil || len(problems) == 0 {
			t.Errorf("%s: the scrub found %v, %v", where, problems, err)
		}
		if len(problems) > 10 || !strings.Contains(fmt.Sprint(problems), strings.TrimSuffix(fs.PathBase(path), ".sst")) {
			t.Errorf("%s: problems %v", where, problems)
		}
		// Without the directory nobody knows whose the messages are, and no part can be
		// read either.
		noNames := strings.Contains(fmt.Sprint(problems), errDirectory.Error())
		if n := int(metricValue(t, reg, "logstore_scrub_messages_total")); n < all*8/10 && !noNames {
			t.Errorf("%s: %d of %d messages were checked", where, n, all)
		} else if n >= all*8/10 {
			judged++
		}
		_ = s.Close()
	}
	if opened < 12 || judged < 8 {
		t.Errorf("only %d stores could be opened, and the messages of %d checked", opened, judged)
	}
}

// TestScrubAmongOthers scrubs while messages come and go. There is nothing wrong.
func TestScrubAmongOthers(t *testing.T) {
	t.Parallel()
	s := open(t, "store", testOptions(vfs.NewMem()))
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	mustAppend(t, s, storetest.At(0))
	passes := 0
	var scrub, others sync.WaitGroup
	scrub.Go(func() {
		err := s.Scrub(ctx, ScrubOptions{
			BytesPerSecond: 1 << 40, Every: time.Nanosecond,
			Verify: func(_ context.Context, ms []*message.Message) []error { return make([]error, len(ms)) },
			Sleep: func(ctx context.Context, _ time.Duration) error {
				passes++
				return ctx.Err()
			},
		})
		wantOneOf(t, "scrub", err, context.Canceled)
	})
	for w := range int64(3) {
		others.Go(func() {
			for i := range int64(60) {
				mustAppend(t, s, storetest.Range(w*100_000+i*50, w*100_000+i*50+50)...)
				if i%10 == 5 {
					if err := s.db.Flush(); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	others.Go(func() {
		for i := range int64(30) {
			if _, err := storetest.PruneBefore(ctx, s, storetest.Part, storetest.Base+i*60); err != nil {
				t.Error(err)
			}
		}
	})
	others.Wait()
	wantOneOf(t, "second scrub", s.Scrub(ctx, ScrubOptions{}), store.ErrInvalid)
	cancel()
	scrub.Wait()
	if problems, err := s.Problems(context.Background()); err != nil || len(problems) > 0 {
		t.Errorf("problems %v, %v", problems, err)
	}
	closeStore(t, s)
}

// TestScrubEnds closes the store under a scrub that sleeps.
func TestScrubEnds(t *testing.T) {
	t.Parallel()
	s := open(t, "store", testOptions(vfs.NewMem()))
	mustAppend(t, s, storetest.Range(0, 10)...)
	asleep := make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		ended <- s.Scrub(context.Background(), ScrubOptions{Sleep: func(ctx context.Context, d time.Duration) error {
			close(asleep)
			return s.sleep(ctx, d)
		}})
	}()
	<-asleep
	closeStore(t, s)
	wantOneOf(t, "scrub", <-ended, store.ErrClosed)
	wantOneOf(t, "scrub of a closed store", s.Scrub(context.Background(), ScrubOptions{}), store.ErrClosed)
}
