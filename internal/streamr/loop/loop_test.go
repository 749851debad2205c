package loop

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestRealRunsOneAfterAnother(t *testing.T) {
	l := New()
	defer l.Close()
	var wg sync.WaitGroup
	count := 0 // without a lock: the race detector watches
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 1000 {
				l.Post(func() { count++ })
			}
		}()
	}
	wg.Wait()
	var got int
	if !l.Do(func() { got = count }) || got != 8000 {
		t.Fatalf("%d functions ran, want 8000", got)
	}
}

func TestRealKeepsTheOrderOfPosts(t *testing.T) {
	l := New()
	defer l.Close()
	var got []int
	for i := range 100 {
		l.Post(func() { got = append(got, i) })
	}
	l.Do(func() {})
	if !slices.IsSorted(got) || len(got) != 100 {
		t.Fatalf("ran as %v", got)
	}
}

func TestRealTimers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := New()
		defer l.Close()
		var got []string
		l.Do(func() {
			l.After(2*time.Second, func() { got = append(got, "two") })
			l.After(time.Second, func() { got = append(got, "one") })
			l.After(time.Second, func() { got = append(got, "stopped") }).Stop()
			var late *Timer
			// Both are due at once: the first still keeps the second from running.
			l.After(3*time.Second, func() { late.Stop() })
			late = l.After(3*time.Second+time.Nanosecond, func() { got = append(got, "late") })
		})
		time.Sleep(5 * time.Second)
		l.Do(func() {
			if !slices.Equal(got, []string{"one", "two"}) {
				t.Errorf("timers ran as %v", got)
			}
		})
	})
}

func TestRealDropsWhatComesAfterClose(t *testing.T) {
	l := New()
	l.Close()
	l.Post(func() { t.Error("ran after Close") })
	if l.Do(func() {}) {
		t.Error("Do says that it ran after Close")
	}
}

func TestEvery(t *testing.T) {
	v := NewVirtual()
	env := Env{Loop: v.Loop()}
	n := 0
	var stop func()
	stop = env.Every(time.Second, func() {
		if n++; n == 3 {
			stop()
		}
	})
	v.RunFor(time.Minute)
	if n != 3 {
		t.Fatalf("ran %d times, want 3", n)
	}
}

func TestVirtualRunsByTimeThenByOrder(t *testing.T) {
	v := NewVirtual()
	var got []string
	note := func(s string) func() { return func() { got = append(got, s) } }
	v.At(2*time.Second, note("d"))
	v.At(time.Second, note("b"))
	v.At(time.Second, note("c"))
	v.Loop().Post(note("a"))
	v.At(time.Second, note("never")).Stop()
	v.At(time.Hour, note("later"))
	v.RunFor(time.Minute)
	if !slices.Equal(got, []string{"a", "b", "c", "d"}) {
		t.Fatalf("ran as %v", got)
	}
	if v.Now() != Epoch.Add(time.Minute) {
		t.Fatalf("clock at %v", v.Now())
	}
	if !v.RunUntil(Epoch.Add(2*time.Hour), func() bool { return len(got) == 5 }) || v.Now() != Epoch.Add(time.Hour) {
		t.Fatalf("stopped at %v with %v", v.Now(), got)
	}
}

func TestVirtualOrdersMany(t *testing.T) {
	v := NewVirtual()
	r := rand.New(rand.NewPCG(1, 2))
	type ran struct {
		at  time.Duration
		seq int
	}
	var want, got []ran
	for i := range 2000 {
		e := ran{time.Duration(r.IntN(300)) * time.Millisecond, i}
		timer := v.At(e.at, func() {
			if v.Now() != Epoch.Add(e.at) {
				t.Errorf("event for %v ran at %v", e.at, v.Now().Sub(Epoch))
			}
			got = append(got, e)
		})
		if r.IntN(3) == 0 {
			timer.Stop()
			continue
		}
		want = append(want, e)
	}
	slices.SortStableFunc(want, func(a, b ran) int { return cmp.Compare(a.at, b.at) })
	v.RunFor(time.Second)
	if !slices.Equal(got, want) || v.Now() != Epoch.Add(time.Second) {
		t.Fatalf("%d events ran, want %d in the order of their times", len(got), len(want))
	}
}
