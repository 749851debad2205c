package node

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/message"
)

// Check decides about messages before they are handed on: one verdict for each. It may
// block; it runs beside the network, on many messages at a time when many wait.
type Check func(ctx context.Context, ms []*message.Message) []delivery.Verdict

// CheckSignatures is the check of a node that knows nothing of the streams it carries: it
// keeps out what its publisher did not sign. Signatures of contracts (ERC-1271) pass, since
// only the chain could tell.
func CheckSignatures(v *message.Verifier) Check {
	return func(ctx context.Context, ms []*message.Message) []delivery.Verdict {
		out := make([]delivery.Verdict, len(ms))
		for i, err := range v.VerifyBatch(ctx, ms) {
			switch {
			case err == nil:
				out[i] = delivery.Good
			case errors.Is(err, message.ErrUnsupportedSignature):
				out[i] = delivery.Unknown
			default:
				out[i] = delivery.Bad("signature")
			}
		}
		return out
	}
}

// Bounds of a checker.
const (
	maxCheckBatch = 256
	maxCheckQueue = 20_000
)

// checker runs a Check outside the loop. It implements [delivery.Validator].
type checker struct {
	loop  loop.Loop
	ctx   context.Context
	wg    *sync.WaitGroup
	check Check

	mu      sync.Mutex // guards check and what follows
	queue   []checkJob
	workers int
}

// set changes the check for what has not been looked at.
func (c *checker) set(check Check) {
	c.mu.Lock()
	c.check = check
	c.mu.Unlock()
}

type checkJob struct {
	m    *message.Message
	done func(delivery.Verdict)
}

// Validate implements [delivery.Validator]: done runs in the loop, later.
func (c *checker) Validate(m *message.Message, done func(delivery.Verdict)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.queue) >= maxCheckQueue || c.ctx.Err() != nil {
		c.loop.Post(func() { done(delivery.Overloaded) })
		return
	}
	c.queue = append(c.queue, checkJob{m, done})
	// A second worker pays only when the first cannot keep up.
	if c.workers == 0 || len(c.queue) > maxCheckBatch && c.workers < runtime.GOMAXPROCS(0) {
		c.workers++
		c.wg.Go(c.work)
	}
}

// work decides about what waits, until nothing does.
func (c *checker) work() {
	ms := make([]*message.Message, 0, maxCheckBatch)
	for {
		c.mu.Lock()
		n := min(len(c.queue), maxCheckBatch)
		if n == 0 {
			c.workers--
			c.queue = nil
			c.mu.Unlock()
			return
		}
		jobs := c.queue[:n:n]
		c.queue = c.queue[n:]
		check := c.check
		c.mu.Unlock()

		ms = ms[:0]
		for _, j := range jobs {
			ms = append(ms, j.m)
		}
		verdicts := check(c.ctx, ms)
		c.loop.Post(func() {
			for i, j := range jobs {
				j.done(verdicts[i])
			}
		})
	}
}
