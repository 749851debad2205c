package pebble

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// gate holds back the syncs of the log while it is shut.
type gate struct {
	mu     sync.Mutex
	cond   *sync.Cond
	shut   bool
	held   int // syncs that wait
	passed int // syncs that went through
}

func newGate() *gate {
	g := new(gate)
	g.cond = sync.NewCond(&g.mu)
	return g
}

func isLogSync(op errorfs.Op) bool {
	switch op.Kind {
	case errorfs.OpFileSync, errorfs.OpFileSyncData, errorfs.OpFileSyncTo:
		return strings.HasSuffix(op.Path, ".log")
	}
	return false
}

func (g *gate) fs(inner vfs.FS) vfs.FS {
	return errorfs.Wrap(inner, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if !isLogSync(op) {
			return nil
		}
		g.mu.Lock()
		defer g.mu.Unlock()
		g.held++
		g.cond.Broadcast()
		for g.shut {
			g.cond.Wait()
		}
		g.held--
		g.passed++
		return nil
	}))
}

func (g *gate) set(shut bool) (passed int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shut = shut
	g.cond.Broadcast()
	return g.passed
}

func (g *gate) waitHeld() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for g.held == 0 {
		g.cond.Wait()
	}
}

// TestNothingVisibleBeforeDurable looks at the store while the disk takes its time
// over a sync: the message must not be there in any way, not even as a duplicate
// that is acknowledged.
func TestNothingVisibleBeforeDurable(t *testing.T) {
	t.Parallel()
	g := newGate()
	s := open(t, "store", testOptions(g.fs(vfs.NewMem())))
	defer closeStore(t, s)
	ctx := context.Background()
	mustAppend(t, s, storetest.Range(0, 10)...)

	g.set(true)
	late := storetest.Spec{Timestamp: storetest.Base + 3, Content: "equivocation"}.Entry()
	type answer struct {
		outcomes []store.Outcome
		err      error
	}
	appended := make(chan answer, 2)
	appendOne := func() {
		outcomes, err := s.Append(ctx, []store.Entry{late})
		appended <- answer{outcomes, err}
	}
	go appendOne()
	g.waitHeld()
	go appendOne() // a duplicate of something that is not durable

	if has, err := s.Has(ctx, storetest.Part, []message.Key{late.Key}); err != nil || has[0] {
		t.Errorf("has %v, %v before the sync", has, err)
	}
	if keys := keysIn(t, s, storetest.Part); len(keys) != 10 {
		t.Errorf("%d messages are visible before the sync, want 10", len(keys))
	}
	sn, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer sn.Close()
	if st, err := sn.Stats(ctx, storetest.Part); err != nil || st.Messages != 10 || st.Equivocations != 0 || sn.Seq() != 10 {
		t.Errorf("stats %+v, %v, seq %d before the sync", st, err, sn.Seq())
	}
	select {
	case a := <-appended:
		t.Fatalf("append returned %v, %v before the sync", a.outcomes, a.err)
	default:
	}

	g.set(false)
	outcomes := make(map[store.Outcome]int)
	for range 2 {
		a := <-appended
		if a.err != nil {
			t.Fatal(a.err)
		}
		outcomes[a.outcomes[0]]++
	}
	if outcomes[store.Equivocation] != 1 || outcomes[store.Duplicate] != 1 {
		t.Errorf("outcomes %v, want an equivocation and a duplicate of it", outcomes)
	}
	if keys := keysIn(t, s, storetest.Part); len(keys) != 11 {
		t.Errorf("%d messages are visible after the sync, want 11", len(keys))
	}
}

// TestAppendsShareSyncs holds a sync back while many appends queue up: they must go
// out together.
func TestAppendsShareSyncs(t *testing.T) {
	t.Parallel()
	g := newGate()
	s := open(t, "store", testOptions(g.fs(vfs.NewMem())))
	defer closeStore(t, s)
	const n = 200
	before := g.set(true)
	var requests []*request
	for i := range int64(n) {
		requests = append(requests, newRequest([]store.Entry{storetest.At(i)}, 1))
		s.queue <- requests[i]
	}
	g.set(false)
	for _, r := range requests {
		if <-r.done; r.err != nil || r.outcomes[0] != store.Added {
			t.Fatalf("outcome %v, %v", r.outcomes, r.err)
		}
	}
	// The committer can have taken three groups before the gate was opened.
	if passed := g.set(false) - before; passed > 10 {
		t.Errorf("%d appends took %d syncs", n, passed)
	}
	if keys := keysIn(t, s, storetest.Part); len(keys) != n {
		t.Errorf("%d messages, want %d", len(keys), n)
	}
}

// askedContext tells when somebody begins to wait for its end.
type askedContext struct {
	context.Context
	asked chan struct{}
}

func (c askedContext) Done() <-chan struct{} {
	c.asked <- struct{}{}
	return c.Context.Done()
}

// TestAppendWithdrawn lets contexts end while the committer is busy: what was not
// taken yet must not be stored, and the caller gets its memory back.
func TestAppendWithdrawn(t *testing.T) {
	t.Parallel()
	g := newGate()
	o := testOptions(g.fs(vfs.NewMem()))
	o.MaxQueued, o.MaxGroupMessages = 2, 1
	s := open(t, "store", o)
	defer closeStore(t, s)
	g.set(true)
	var wg sync.WaitGroup
	stored := func(i int64) { wg.Go(func() { mustAppend(t, s, storetest.At(i)) }) }
	withdraw := func(i int64, asks int) {
		t.Helper()
		ctx, cancel := context.WithCancel(context.Background())
		asked := askedContext{ctx, make(chan struct{})}
		result := make(chan error)
		go func() {
			_, err := s.Append(asked, []store.Entry{storetest.At(i)})
			result <- err
		}()
		for range asks {
			<-asked.asked
		}
		cancel()
		for {
			select {
			case <-asked.asked:
				continue
			case err := <-result:
				if !errors.Is(err, context.Canceled) {
					t.Errorf("append: %v, want context.Canceled", err)
				}
				return
			}
		}
	}
	// Publisher, channel and committer hold a message each.
	for i := range int64(3) {
		r := newRequest([]store.Entry{storetest.At(i)}, 1)
		s.queue <- r
		for r.state.Load() != taken {
			runtime.Gosched()
		}
	}
	withdraw(100, 2) // from the queue
	stored(3)
	for len(s.queue) < o.MaxQueued {
		runtime.Gosched()
	}
	withdraw(101, 1) // before it got into the queue
	stored(4)
	g.set(false)
	wg.Wait()
	if keys := keysIn(t, s, storetest.Part); len(keys) != 5 {
		t.Errorf("%d messages, want 5 and none that was withdrawn", len(keys))
	}
}

// TestGroupedWithBad puts an append that cannot be prepared into one group with
// others: it alone must fail.
func TestGroupedWithBad(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	s := open(t, "store", testOptions(fs))
	bad := func(n int64) store.Entry {
		return storetest.Spec{Part: message.StreamPart{Stream: "bad.eth/x"}, Timestamp: storetest.Base + n}.Entry()
	}
	mustAppend(t, s, storetest.At(0))
	mustAppend(t, s, bad(0))
	if err := s.db.Set(appendPart(nil, kindStats, 2), []byte("damaged"), pebble.Sync); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	g := newGate()
	s = open(t, "store", testOptions(g.fs(fs)))
	defer closeStore(t, s)
	g.set(true)
	entries := []store.Entry{
		storetest.At(2), bad(1), storetest.At(3), bad(2), storetest.At(4),
	}
	var requests []*request
	for _, e := range entries {
		r := newRequest([]store.Entry{e}, 1)
		requests = append(requests, r)
		s.queue <- r
	}
	g.set(false)
	for i, r := range requests {
		<-r.done
		if isBad := i == 1 || i == 3; isBad != errors.Is(r.err, store.ErrCorrupt) || !isBad && r.err != nil {
			t.Errorf("append %d: %v", i, r.err)
		}
	}
	if keys := keysIn(t, s, storetest.Part); len(keys) != 4 {
		t.Errorf("%d messages, want 4", len(keys))
	}
}

// TestCloseWithFullQueue closes a store whose committer is held up. Every append is
// stored or refused, and none hangs.
func TestCloseWithFullQueue(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	g := newGate()
	o := testOptions(g.fs(fs))
	o.MaxQueued, o.MaxGroupMessages = 4, 1
	s := open(t, "store", o)
	g.set(true)
	var mu sync.Mutex
	var stored []message.Key
	refused := 0
	var wg sync.WaitGroup
	for i := range int64(20) {
		wg.Go(func() {
			e := storetest.At(i)
			_, err := s.Append(context.Background(), []store.Entry{e})
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				stored = append(stored, e.Key)
			case errors.Is(err, store.ErrClosed):
				refused++
			default:
				t.Errorf("append: %v", err)
			}
		})
	}
	g.waitHeld()
	for len(s.queue) < o.MaxQueued {
		runtime.Gosched()
	}
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		closeStore(t, s)
	}()
	<-s.quit
	g.set(false)
	<-closed
	wg.Wait()
	s = open(t, "store", testOptions(fs))
	defer closeStore(t, s)
	if keys := keysIn(t, s, storetest.Part); len(keys) != len(stored) || len(stored)+refused != 20 {
		t.Errorf("%d messages are there, %d were acknowledged, %d refused", len(keys), len(stored), refused)
	}
}

// TestCloseFinishesAppends closes a store under load: every append either is stored
// or gets ErrClosed.
func TestCloseFinishesAppends(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	s := open(t, "store", testOptions(fs))
	var mu sync.Mutex
	var stored []message.Key
	var wg sync.WaitGroup
	begun := make(chan struct{})
	for w := range int64(4) {
		wg.Go(func() {
			for i := int64(0); ; i++ {
				e := storetest.At(w*1_000_000 + i)
				_, err := s.Append(context.Background(), []store.Entry{e})
				if err != nil {
					if !errors.Is(err, store.ErrClosed) {
						t.Errorf("append: %v", err)
					}
					return
				}
				mu.Lock()
				if stored = append(stored, e.Key); len(stored) == 200 {
					close(begun)
				}
				mu.Unlock()
			}
		})
	}
	<-begun
	closeStore(t, s)
	wg.Wait()
	s = open(t, "store", testOptions(fs))
	defer closeStore(t, s)
	has, err := s.Has(context.Background(), storetest.Part, stored)
	if err != nil {
		t.Fatal(err)
	}
	for i := range has {
		if !has[i] {
			t.Fatalf("message %d of %d was acknowledged and is lost", i, len(has))
		}
	}
}

// TestSlowReader takes the iterator away from readers that pause, over and over.
// They must not notice.
func TestSlowReader(t *testing.T) {
	t.Parallel()
	s := open(t, "store", testOptions(vfs.NewMem()))
	defer closeStore(t, s)
	all := storetest.Range(0, 1000)
	mustAppend(t, s, all...)
	for _, reverse := range []bool{false, true} {
		sn, err := s.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for r, err := range sn.Scan(context.Background(), store.Query{Part: storetest.Part, Reverse: reverse}) {
			if err != nil {
				t.Fatal(err)
			}
			want := all[n]
			if reverse {
				want = all[len(all)-1-n]
			}
			if r.Key != want.Key || string(r.Wire) != string(want.Wire) {
				t.Fatalf("record %d is %v, want %v", n, r.Key.Ref(), want.Key.Ref())
			}
			n++
			if n%50 == 0 {
				mustAppend(t, s, storetest.At(int64(1000+n))) // must not be seen
				for range 4 {
					s.reapOnce()
				}
				for _, c := range s.openCursors() {
					if c.it != nil {
						t.Fatal("a pausing reader still has its iterator")
					}
				}
			}
		}
		if n != len(all) {
			t.Errorf("%d records, want %d", n, len(all))
		}
		if err := sn.Close(); err != nil {
			t.Error(err)
		}
		all = append(all[:0], storetest.Range(0, 1000)...)
		for i := int64(50); i <= 1000; i += 50 {
			all = append(all, storetest.At(1000+i))
		}
	}
	if n := len(s.openCursors()); n != 0 {
		t.Errorf("%d cursors are left over", n)
	}
	if n := len(s.views); n != 1 {
		t.Errorf("%d views are open, want the current one", n)
	}
	if n := len(s.waiters); n != 0 {
		t.Errorf("%d waiters are left over", n)
	}
}
