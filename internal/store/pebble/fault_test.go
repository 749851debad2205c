package pebble

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// tableStore makes a store in memory whose messages are in tables, and returns them
// in order of key and of arrival.
func tableStore(t testing.TB, fs vfs.FS) (byKey, byArrival []store.Entry) {
	t.Helper()
	s := open(t, "store", testOptions(fs))
	rng := rand.New(rand.NewPCG(3, 4))
	byKey = make([]store.Entry, 3000)
	for i, place := range rng.Perm(len(byKey)) {
		e := storetest.Spec{
			Timestamp: storetest.Base + int64(place)*5000,
			Content:   fmt.Sprintf("%d %x", place, rng.Uint64()),
		}.Entry()
		byKey[place] = e
		byArrival = append(byArrival, e)
		if i%300 == 299 {
			mustAppend(t, s, byArrival[i-299:]...)
		}
		if i%1500 == 1499 {
			if err := s.db.Compact(context.Background(), []byte{0}, []byte{0xff}, false); err != nil {
				t.Fatal(err)
			}
		}
	}
	closeStore(t, s)
	return byKey, byArrival
}

// readAll reads everything in every way. What it gets must be right as far as it
// gets; the errors are returned.
func readAll(t testing.TB, s *Store, byKey, byArrival []store.Entry) (errs []error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	sn, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer sn.Close()
	read := func(what string, n int, err error, want int) {
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", what, err))
		} else if n != want {
			t.Errorf("%s ended after %d of %d records without an error", what, n, want)
		}
	}
	compare := func(what string, r store.Record, want store.Entry) {
		if r.Key != want.Key || string(r.Wire) != string(want.Wire) {
			t.Fatalf("%s gave a wrong record: %v, want %v", what, r.Key, want.Key)
		}
	}

	n := 0
	for r, err := range sn.Scan(ctx, store.Query{Part: storetest.Part}) {
		if err != nil {
			read("scan", n, err, 0)
			break
		}
		compare("scan", r, byKey[n])
		if n++; n == len(byKey) {
			break
		}
	}
	read("scan", n, errors.Join(errs...), len(byKey))
	n = 0
	before := len(errs)
	for r, err := range sn.Scan(ctx, store.Query{Part: storetest.Part, Last: 1000, Publisher: storetest.Alice}) {
		if err != nil {
			read("last", n, err, 0)
			break
		}
		compare("last", r, byKey[len(byKey)-1000+n])
		n++
	}
	if len(errs) == before {
		read("last", n, nil, 1000)
	}
	n = 0
	before = len(errs)
	for r, err := range s.Follow(ctx, storetest.Part, 0) {
		if err != nil {
			read("follow", n, err, 0)
			break
		}
		compare("follow", r, byArrival[n])
		if n++; n == len(byArrival) {
			break
		}
	}
	if len(errs) == before {
		read("follow", n, nil, len(byArrival))
	}
	var keys []message.Key
	for i := range byKey {
		keys = append(keys, byKey[i].Key)
	}
	has, err := s.Has(ctx, storetest.Part, keys)
	if err != nil {
		errs = append(errs, fmt.Errorf("has: %w", err))
	}
	for i := range has {
		if !has[i] {
			t.Fatalf("has says that message %d is not there", i)
		}
	}
	if st, err := sn.Stats(ctx, storetest.Part); err != nil {
		errs = append(errs, fmt.Errorf("stats: %w", err))
	} else if st.Messages != uint64(len(byKey)) || st.First != byKey[0].Key.Ref() || st.Last != byKey[len(byKey)-1].Key.Ref() {
		t.Errorf("stats are wrong: %+v", st)
	}
	n = 0
	var last store.Seq
	for a, err := range sn.Arrivals(ctx, storetest.Part, 0) {
		if err != nil {
			return append(errs, fmt.Errorf("arrivals: %w", err))
		}
		if n >= len(byArrival) || a.Key != byArrival[n].Key || a.Seq <= last {
			t.Fatalf("arrival %d is %v with seq %d after %d", n, a.Key, a.Seq, last)
		}
		last = a.Seq
		n++
	}
	if n != len(byArrival) {
		t.Errorf("%d of %d arrivals", n, len(byArrival))
	}
	return errs
}

// TestReadFaults lets reads of tables fail at random. Every failure must come out
// as an error, and never as a shorter or a different answer.
func TestReadFaults(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	byKey, byArrival := tableStore(t, mem)
	failed := 0
	for seed := range uint64(60) {
		fs := cloneFS(t, mem, "store")
		var on atomic.Bool
		var reads atomic.Int64
		rng := rand.New(rand.NewPCG(seed, 5))
		failAt := rng.Int64N(150)
		o := testOptions(errorfs.Wrap(fs, errorfs.InjectorFunc(func(op errorfs.Op) error {
			if on.Load() && op.Kind == errorfs.OpFileReadAt && strings.HasSuffix(op.Path, ".sst") && reads.Add(1) > failAt {
				return errorfs.ErrInjected
			}
			return nil
		})))
		o.CacheBytes = 64 << 10
		s := open(t, "store", o)
		on.Store(true)
		errs := readAll(t, s, byKey, byArrival)
		for _, err := range errs {
			wantOneOf(t, "read", err, errorfs.ErrInjected)
		}
		if len(errs) > 0 {
			failed++
		}
		// An append that must look at the disk fails too, and nothing of it stays.
		extra := storetest.Spec{Timestamp: storetest.Base + 7000, Content: "new"}.Entry()
		_, appendErr := s.Append(context.Background(), []store.Entry{extra, byKey[10]})
		if appendErr != nil {
			wantOneOf(t, "append", appendErr, errorfs.ErrInjected)
		}
		on.Store(false)
		if _, err := s.Append(context.Background(), []store.Entry{extra}); err != nil {
			t.Errorf("append after the disk recovered: %v", err)
		}
		if keys := keysIn(t, s, storetest.Part); len(keys) != len(byKey)+1 {
			t.Errorf("%d messages, want %d", len(keys), len(byKey)+1)
		}
		closeStore(t, s)
		check(t, "store", testOptions(fs))
	}
	if failed < 10 {
		t.Errorf("only %d of 60 runs met a fault; the test tests nothing", failed)
	}
}

// TestLogFaults lets a write or sync of the log fail. The store must say why, end
// the process (here: the hook is called), acknowledge nothing from then on, and be
// whole when it is opened again.
func TestLogFaults(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		kinds []errorfs.OpKind
		err   error
		want  error
	}{
		"write fails":  {[]errorfs.OpKind{errorfs.OpFileWrite}, errorfs.ErrInjected, errorfs.ErrInjected},
		"sync fails":   {[]errorfs.OpKind{errorfs.OpFileSync, errorfs.OpFileSyncData, errorfs.OpFileSyncTo}, errorfs.ErrInjected, errorfs.ErrInjected},
		"disk is full": {[]errorfs.OpKind{errorfs.OpFileWrite}, syscall.ENOSPC, syscall.ENOSPC},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			mem := vfs.NewMem()
			var failing atomic.Bool
			o := testOptions(errorfs.Wrap(mem, errorfs.InjectorFunc(func(op errorfs.Op) error {
				if failing.Load() && strings.HasSuffix(op.Path, ".log") {
					for _, kind := range test.kinds {
						if op.Kind == kind {
							return test.err
						}
					}
				}
				return nil
			})))
			reasons := make(chan string, 16)
			o.Fatal = func(reason string) {
				select {
				case reasons <- reason:
				default:
				}
			}
			s := open(t, "store", o)
			mustAppend(t, s, storetest.Range(0, 100)...)
			failing.Store(true)
			if _, err := s.Append(context.Background(), storetest.Range(100, 200)); !errors.Is(err, test.want) {
				t.Errorf("append: %v, want %v", err, test.want)
			}
			if reason := <-reasons; !strings.Contains(reason, test.err.Error()) {
				t.Errorf("the reason is %q, want the cause in it", reason)
			}
			failing.Store(false)
			if _, err := s.Append(context.Background(), storetest.Range(100, 200)); !errors.Is(err, test.want) {
				t.Errorf("append after a fatal error: %v, want %v", err, test.want)
			}
			if keys := keysIn(t, s, storetest.Part); len(keys) != 100 {
				t.Errorf("%d messages are visible, want 100", len(keys))
			}
			// The process would have ended here; what it leaves on disk:
			after := cloneFS(t, mem, "store")
			_ = s.Close()
			s = open(t, "store", testOptions(after))
			if keys := keysIn(t, s, storetest.Part); len(keys) < 100 {
				t.Errorf("%d messages after reopening, want the 100 acknowledged ones", len(keys))
			}
			closeStore(t, s)
			check(t, "store", testOptions(after))
		})
	}
}

// failingTables lets the making of tables fail.
func failingTables(mem vfs.FS, failing *atomic.Bool) vfs.FS {
	return errorfs.Wrap(mem, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if failing.Load() && op.Kind == errorfs.OpCreate && strings.HasSuffix(op.Path, ".sst") {
			return syscall.ENOSPC
		}
		return nil
	}))
}

// TestBackgroundFaults lets flushes fail for a while. Appends go on from memory and
// the log, and nothing is lost.
func TestBackgroundFaults(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	var failing atomic.Bool
	s := open(t, "store", testOptions(failingTables(mem, &failing)))
	failing.Store(true)
	mustAppend(t, s, storetest.Range(0, 50)...)
	flushed, err := s.db.AsyncFlush()
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, storetest.Range(50, 90)...)
	failing.Store(false)
	<-flushed
	if keys := keysIn(t, s, storetest.Part); len(keys) != 90 {
		t.Errorf("%d messages, want 90", len(keys))
	}
	closeStore(t, s)
	check(t, "store", testOptions(mem))
}

// stallHandler tells when the log says that appends wait.
type stallHandler struct {
	slog.Handler
	stalled chan struct{}
	once    sync.Once
	lines   atomic.Int64
}

func (h *stallHandler) Enabled(context.Context, slog.Level) bool { return true }

func (h *stallHandler) Handle(_ context.Context, r slog.Record) error {
	if r.Message == "appends wait for compaction" {
		h.once.Do(func() { close(h.stalled) })
	}
	if r.Level >= slog.LevelError {
		h.lines.Add(1)
	}
	return nil
}

// TestStalled lets flushes fail until memory is full and appends stand still. An
// append gives up when its context ends, later ones are refused at once, reading
// goes on, and so do appends when the disk is well again.
func TestStalled(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	var failing atomic.Bool
	var now atomic.Int64
	h := &stallHandler{stalled: make(chan struct{})}
	o := testOptions(failingTables(mem, &failing))
	o.Clock = func() time.Time { return time.Unix(1_700_000_000+now.Load(), 0) }
	o.Logger = slog.New(h)
	s := open(t, "store", o)
	failing.Store(true)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		<-h.stalled
		cancel()
	}()
	var n int64
	var err error
	for err == nil {
		_, err = s.Append(ctx, storetest.Range(n, n+100))
		n += 100
	}
	wantOneOf(t, "append that stands still", err, context.Canceled)
	visible := len(keysIn(t, s, storetest.Part))
	if visible < 1000 || int64(visible) > n-100 {
		t.Errorf("%d messages are visible, %d were acknowledged", visible, n-100)
	}
	now.Add(int64(refuseAfter / time.Second))
	_, err = s.Append(context.Background(), storetest.Range(0, 1))
	wantOneOf(t, "append while nothing can be written", err, store.ErrDiskFull)
	if lines := h.lines.Load(); lines > 3 {
		t.Errorf("%d errors were logged, want few", lines)
	}

	failing.Store(false)
	for err = store.ErrDiskFull; errors.Is(err, store.ErrDiskFull); {
		_, err = s.Append(context.Background(), storetest.Range(n, n+100))
	}
	if err != nil {
		t.Fatal(err)
	}
	if keys := keysIn(t, s, storetest.Part); int64(len(keys)) != n+100 {
		t.Errorf("%d messages, want %d", len(keys), n+100)
	}
	closeStore(t, s)
	check(t, "store", testOptions(mem))
}
