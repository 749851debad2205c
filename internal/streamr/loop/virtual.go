package loop

import "time"

// Epoch is where virtual time begins.
var Epoch = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)

// Virtual is a clock that jumps from one event to the next, and the loops that go by
// it. It must be used from one goroutine.
type Virtual struct {
	now    time.Duration // since Epoch
	events eventHeap
	seq    uint64 // events of one moment run in the order in which they were made
}

// NewVirtual makes a clock that shows [Epoch].
func NewVirtual() *Virtual { return new(Virtual) }

// Now is the virtual time.
func (v *Virtual) Now() time.Time { return Epoch.Add(v.now) }

// Loop makes a loop.
func (v *Virtual) Loop() Loop { return virtualLoop{v} }

// At runs f when d has passed.
func (v *Virtual) At(d time.Duration, f func()) *Timer {
	t := new(Timer)
	v.seq++
	v.events.push(event{v.now + max(d, 0), v.seq, t, f})
	return t
}

// Step runs the next event; false if there is none.
func (v *Virtual) Step() bool {
	for len(v.events) > 0 {
		e := v.events.pop()
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
func (v *Virtual) RunFor(d time.Duration) { v.RunUntil(v.Now().Add(d), func() bool { return false }) }

// RunUntil runs events until stop is true after one of them, or until the deadline.
// It returns whether stop was true.
func (v *Virtual) RunUntil(deadline time.Time, stop func() bool) bool {
	if stop() {
		return true
	}
	end := deadline.Sub(Epoch)
	for {
		for len(v.events) > 0 && v.events[0].timer.stopped {
			v.events.pop()
		}
		if len(v.events) == 0 || v.events[0].at > end {
			v.now = end
			return false
		}
		v.Step()
		if stop() {
			return true
		}
	}
}

type virtualLoop struct{ v *Virtual }

func (l virtualLoop) Now() time.Time                         { return l.v.Now() }
func (l virtualLoop) Post(f func())                          { l.v.At(0, f) }
func (l virtualLoop) After(d time.Duration, f func()) *Timer { return l.v.At(d, f) }

type event struct {
	at    time.Duration // since Epoch
	seq   uint64
	timer *Timer
	f     func()
}

func (e event) before(o event) bool { return e.at < o.at || e.at == o.at && e.seq < o.seq }

// eventHeap is a heap whose nodes have four children: a simulation takes millions of
// events out of it, most of them soon after they came in.
type eventHeap []event

const children = 4

func (h *eventHeap) push(e event) {
	q := append(*h, e)
	*h = q
	i := len(q) - 1
	for i > 0 {
		parent := (i - 1) / children
		if !e.before(q[parent]) {
			break
		}
		q[i] = q[parent]
		i = parent
	}
	q[i] = e
}

// pop takes the earliest event out. There must be one.
func (h *eventHeap) pop() event {
	q := *h
	first, n := q[0], len(q)-1
	e := q[n]
	q[n] = event{}
	q = q[:n]
	*h = q
	if n == 0 {
		return first
	}
	i := 0
	for {
		least := children*i + 1
		if least >= n {
			break
		}
		for c := least + 1; c < min(children*i+1+children, n); c++ {
			if q[c].before(q[least]) {
				least = c
			}
		}
		if !q[least].before(e) {
			break
		}
		q[i] = q[least]
		i = least
	}
	q[i] = e
	return first
}
