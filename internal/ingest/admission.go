package ingest

import (
	"context"
	"sync"
	"time"
)

// admission lets work in while it stays below two bounds, messages and bytes, and
// makes the rest wait in the order in which it came.
type admission struct {
	maxMessages, maxBytes int64

	mu       sync.Mutex // guards all below
	messages int64
	bytes    int64
	waiting  []*waiter
	closed   bool
}

type waiter struct {
	messages, bytes int64
	admitted        chan error // buffered; gets nil or ErrClosed
}

func newAdmission(maxMessages, maxBytes int64) *admission {
	return &admission{maxMessages: maxMessages, maxBytes: maxBytes}
}

// acquire takes room for messages and bytes, neither more than its bound, and waits
// for it no longer than maxWait. Errors are ErrBusy, ErrClosed and the end of ctx.
func (a *admission) acquire(ctx context.Context, messages, bytes int64, maxWait time.Duration) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	a.mu.Lock()
	if a.closed {
		a.mu.Unlock()
		return ErrClosed
	}
	if len(a.waiting) == 0 && a.fits(messages, bytes) {
		a.messages += messages
		a.bytes += bytes
		a.mu.Unlock()
		return nil
	}
	w := &waiter{messages, bytes, make(chan error, 1)}
	a.waiting = append(a.waiting, w)
	a.mu.Unlock()

	timer := time.NewTimer(maxWait)
	defer timer.Stop()
	var err error
	select {
	case err := <-w.admitted:
		return err
	case <-timer.C:
		err = ErrBusy
	case <-ctx.Done():
		err = ctx.Err()
		if context.Cause(ctx) == context.DeadlineExceeded {
			err = ErrBusy // the caller, too, could not wait longer
		}
	}
	if a.withdraw(w) {
		return err
	}
	return <-w.admitted // it came in the same moment
}

func (a *admission) fits(messages, bytes int64) bool {
	return a.messages+messages <= a.maxMessages && a.bytes+bytes <= a.maxBytes
}

// withdraw takes w out of the line, unless it was admitted already.
func (a *admission) withdraw(w *waiter) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	for i, other := range a.waiting {
		if other == w {
			a.waiting = append(a.waiting[:i], a.waiting[i+1:]...)
			a.admit() // w may have been what those behind it waited for
			return true
		}
	}
	return false
}

// release gives room back.
func (a *admission) release(messages, bytes int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.messages -= messages
	a.bytes -= bytes
	a.admit()
}

// admit lets in those at the head of the line. mu is held.
func (a *admission) admit() {
	for len(a.waiting) > 0 && a.fits(a.waiting[0].messages, a.waiting[0].bytes) {
		w := a.waiting[0]
		a.waiting[0] = nil
		a.waiting = a.waiting[1:]
		a.messages += w.messages
		a.bytes += w.bytes
		w.admitted <- nil
	}
}

// close sends those in the line away. What was admitted goes on.
func (a *admission) close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.closed = true
	for _, w := range a.waiting {
		w.admitted <- ErrClosed
	}
	a.waiting = nil
}

// load returns what is taken now.
func (a *admission) load() (messages, bytes int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.messages, a.bytes
}
