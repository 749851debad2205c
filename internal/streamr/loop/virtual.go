package loop

import (
	"container/heap"
	"time"
)

// Epoch is where virtual time begins.
var Epoch = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)

// Virtual is a clock that jumps from one event to the next, and the loops that go by
// it. It must be used from one goroutine.
type Virtual struct {
	now    time.Time
	events eventHeap
	seq    uint64 // events of one moment run in the order in which they were made
}

// NewVirtual makes a clock that shows [Epoch].
func NewVirtual() *Virtual { return &Virtual{now: Epoch} }

// Now is the virtual time.
func (v *Virtual) Now() time.Time { return v.now }

// Loop makes a loop.
func (v *Virtual) Loop() Loop { return virtualLoop{v} }

// At runs f when d has passed.
func (v *Virtual) At(d time.Duration, f func()) *Timer {
	t := new(Timer)
	v.seq++
	heap.Push(&v.events, event{v.now.Add(max(d, 0)), v.seq, t, f})
	return t
}

// Step runs the next event; false if there is none.
func (v *Virtual) Step() bool {
	for len(v.events) > 0 {
		e := heap.Pop(&v.events).(event)
		if e.timer.stopped {
			continue
		}
		e.timer.stopped = true
		v.now = e.at
		e.f()
		return true
	}
	return false
}

// RunFor runs everything that happens within d and leaves the clock there.
func (v *Virtual) RunFor(d time.Duration) { v.RunUntil(v.now.Add(d), func() bool { return false }) }

// RunUntil runs events until stop is true after one of them, or until the deadline.
// It returns whether stop was true.
func (v *Virtual) RunUntil(deadline time.Time, stop func() bool) bool {
	if stop() {
		return true
	}
	for {
		for len(v.events) > 0 && v.events[0].timer.stopped {
			heap.Pop(&v.events)
		}
		if len(v.events) == 0 || v.events[0].at.After(deadline) {
			v.now = deadline
			return false
		}
		v.Step()
		if stop() {
			return true
		}
	}
}

type virtualLoop struct{ v *Virtual }

func (l virtualLoop) Now() time.Time                         { return l.v.now }
func (l virtualLoop) Post(f func())                          { l.v.At(0, f) }
func (l virtualLoop) After(d time.Duration, f func()) *Timer { return l.v.At(d, f) }

type event struct {
	at    time.Time
	seq   uint64
	timer *Timer
	f     func()
}

type eventHeap []event

func (h eventHeap) Len() int { return len(h) }
func (h eventHeap) Less(i, j int) bool {
	if !h[i].at.Equal(h[j].at) {
		return h[i].at.Before(h[j].at)
	}
	return h[i].seq < h[j].seq
}
func (h eventHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *eventHeap) Push(x any)   { *h = append(*h, x.(event)) }
func (h *eventHeap) Pop() any {
	old := *h
	n := len(old) - 1
	e := old[n]
	old[n] = event{}
	*h = old[:n]
	return e
}
