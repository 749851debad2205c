package proof

import (
	"context"
	"slices"
	"sync"

	"github.com/logstore/logstore/message"
)

// AddWire decodes the next messages of the answer and checks them. The only error
// is that of ctx; what is wrong with the messages is in the report.
func (c *Checker) AddWire(ctx context.Context, wires ...[]byte) error {
	ms := make([]*message.Message, len(wires))
	errs := make([]error, len(wires))
	var good []*message.Message
	for i, w := range wires {
		if ms[i], errs[i] = c.decoder.Decode(w); errs[i] == nil {
			good = append(good, ms[i])
		} else {
			ms[i] = nil
		}
	}
	verdicts, err := c.verify(ctx, good)
	if err != nil {
		return err
	}
	for i, m := range ms {
		if m != nil {
			errs[i], verdicts = verdicts[0], verdicts[1:]
		}
		c.Observe(m, len(wires[i]), errs[i])
	}
	return nil
}

// Add checks the next messages of the answer. As [message.Verifier] does, it may
// replace a malleated signature in them by its normal form. The only error is that
// of ctx; what is wrong with the messages is in the report.
func (c *Checker) Add(ctx context.Context, ms ...*message.Message) error {
	verdicts, err := c.verify(ctx, ms)
	if err != nil {
		return err
	}
	var buf []byte
	for i, m := range ms {
		buf = m.AppendWire(buf[:0])
		c.Observe(m, len(buf), verdicts[i])
	}
	return nil
}

// verify checks signatures on several cores.
func (c *Checker) verify(ctx context.Context, ms []*message.Message) ([]error, error) {
	verdicts := make([]error, 0, len(ms))
	size := min(max((len(ms)+c.cfg.Workers-1)/c.cfg.Workers, minChunk), maxChunk)
	if len(ms) <= size || c.cfg.Workers == 1 {
		verdicts = c.cfg.Verifier.VerifyBatch(ctx, ms)
		return verdicts, ctx.Err()
	}
	chunks := slices.Collect(slices.Chunk(ms, size))
	results := make([][]error, len(chunks))
	work := make(chan int)
	var wg sync.WaitGroup
	for range min(c.cfg.Workers, len(chunks)) {
		wg.Go(func() {
			for i := range work {
				results[i] = c.cfg.Verifier.VerifyBatch(ctx, chunks[i])
			}
		})
	}
	for i := range chunks {
		work <- i
	}
	close(work)
	wg.Wait()
	for _, r := range results {
		verdicts = append(verdicts, r...)
	}
	return verdicts, ctx.Err()
}
