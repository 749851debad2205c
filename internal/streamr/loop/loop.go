// Package loop runs the protocol code of a node: one function after another, never two
// at once, so that the code needs no locks and its order of events can be repeated.
//
// A [Real] loop has a goroutine and the system's clock. The loops of a [Virtual] share
// one goroutine and a virtual clock: a network of thousands of nodes runs in one
// process, as fast as it can, and the same way every time from the same seed.
package loop

import (
	crand "crypto/rand"
	"log/slog"
	"math/rand/v2"
	"sync"
	"time"
)

// Loop runs functions one after another.
type Loop interface {
	// Now is the loop's time.
	Now() time.Time
	// Post runs f later, after what was posted before. Any goroutine may call it; it
	// never blocks. After the loop has been closed f is dropped.
	Post(f func())
	// After runs f in the loop when d has passed. It must be called in the loop.
	After(d time.Duration, f func()) *Timer
}

// Timer is a function that waits for its time.
type Timer struct {
	stopped bool
	cancel  func()
}

// Stop keeps the function from running, if it has not run yet. It must be called in
// the loop. A nil Timer can be stopped.
func (t *Timer) Stop() {
	if t == nil || t.stopped {
		return
	}
	t.stopped = true
	if t.cancel != nil {
		t.cancel()
	}
}

// Env is what protocol code gets from outside: it has no other source of time,
// chance or output.
type Env struct {
	Loop Loop
	Rand *rand.Rand
	Log  *slog.Logger
}

// Every runs f in every interval until the returned function is called, the first
// time after one interval.
func (e Env) Every(d time.Duration, f func()) (stop func()) {
	var timer *Timer
	stopped := false
	var tick func()
	tick = func() {
		f()
		if !stopped {
			timer = e.Loop.After(d, tick)
		}
	}
	timer = e.Loop.After(d, tick)
	return func() {
		stopped = true
		timer.Stop()
	}
}

// NewRand makes a generator seeded from the system's randomness.
func NewRand() *rand.Rand {
	var seed [32]byte
	_, _ = crand.Read(seed[:]) // never fails
	return rand.New(rand.NewChaCha8(seed))
}

// Real is a loop with a goroutine of its own.
type Real struct {
	wake chan struct{}
	done chan struct{}

	mu     sync.Mutex
	queue  []func()
	closed bool
}

// New starts a loop. Close ends it.
func New() *Real {
	l := &Real{wake: make(chan struct{}, 1), done: make(chan struct{})}
	go l.run()
	return l
}

// Now implements [Loop].
func (l *Real) Now() time.Time { return time.Now() }

// Post implements [Loop].
func (l *Real) Post(f func()) {
	l.mu.Lock()
	if l.closed {
		l.mu.Unlock()
		return
	}
	l.queue = append(l.queue, f)
	first := len(l.queue) == 1
	l.mu.Unlock()
	if first {
		select {
		case l.wake <- struct{}{}:
		default:
		}
	}
}

// After implements [Loop].
func (l *Real) After(d time.Duration, f func()) *Timer {
	t := new(Timer)
	timer := time.AfterFunc(d, func() {
		l.Post(func() {
			if !t.stopped {
				t.stopped = true
				f()
			}
		})
	})
	t.cancel = func() { timer.Stop() }
	return t
}

// Do runs f in the loop and waits for its end; false if the loop was closed before.
// It must not be called in the loop.
func (l *Real) Do(f func()) bool {
	ran := make(chan struct{})
	l.Post(func() {
		f()
		close(ran)
	})
	select {
	case <-ran:
		return true
	case <-l.done:
		select {
		case <-ran:
			return true
		default:
			return false
		}
	}
}

// Close drops what waits and returns when the function that runs has ended. It must
// not be called in the loop.
func (l *Real) Close() {
	l.mu.Lock()
	l.closed = true
	l.queue = nil
	l.mu.Unlock()
	select {
	case l.wake <- struct{}{}:
	default:
	}
	<-l.done
}

func (l *Real) run() {
	defer close(l.done)
	var batch []func()
	for {
		l.mu.Lock()
		batch, l.queue = l.queue, batch[:0]
		closed := l.closed
		l.mu.Unlock()
		if closed {
			return
		}
		if len(batch) == 0 {
			<-l.wake
			continue
		}
		for i, f := range batch {
			f()
			batch[i] = nil
		}
		// A burst must not leave its memory behind for ever.
		if cap(batch) > 4096 {
			batch = nil
		}
	}
}
