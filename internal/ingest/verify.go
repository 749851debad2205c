package ingest

import (
	"context"
	"fmt"
	"sync"

	"github.com/logstore/logstore/message"
)

// Signatures are checked in chunks: large enough that handing one over costs
// nothing beside checking it, and that checking many together can be cheaper than
// one by one; small enough that a batch keeps all workers busy.
const (
	minChunk = 64
	maxChunk = 1024
)

// job is a chunk of items for a worker. It is reused.
type job struct {
	ctx      context.Context
	batch    *batch
	items    []*item
	messages []*message.Message
	arena    []byte // the encodings of the good ones
}

var jobs = sync.Pool{New: func() any { return new(job) }}

// maxArena is the size of the largest arena that is kept for reuse.
const maxArena = 1 << 20

// check hands items to the workers and waits until all are checked. Each item is
// then rejected, has its encoding, or has an error.
func (b *batch) check(ctx context.Context, items []*item) error {
	chunk := chunkSize(len(items), b.in.cfg.Workers, int(b.in.checking.Add(1)))
	defer b.in.checking.Add(-1)
	// Workers use the messages, so nothing may return before they are done.
	defer b.wait.Wait()
	for start := 0; start < len(items); start += chunk {
		j := jobs.Get().(*job)
		j.ctx, j.batch = ctx, b
		j.items = append(j.items[:0], items[start:min(start+chunk, len(items))]...)
		b.jobs = append(b.jobs, j)
		b.wait.Add(1)
		select {
		case b.in.jobs <- j:
		case <-ctx.Done():
			b.wait.Done()
			return fmt.Errorf("check %d messages: %w", len(items), context.Cause(ctx))
		}
	}
	return nil
}

// chunkSize returns how many items of a batch go to a worker at a time. A batch is cut
// for as many workers as the batches that are being checked leave to each other; when
// there is work for all anyway it stays whole, which is the cheapest.
func chunkSize(items, workers, batches int) int {
	share := max(1, workers/batches)
	return min(max((items+share-1)/share, minChunk), maxChunk)
}

// releaseJobs gives the jobs and their arenas back.
func (b *batch) releaseJobs() {
	for _, j := range b.jobs {
		for _, it := range j.items {
			it.wire = nil
		}
		clear(j.items)
		clear(j.messages)
		*j = job{items: j.items[:0], messages: j.messages[:0], arena: j.arena[:0]}
		if cap(j.arena) > maxArena {
			j.arena = nil
		}
		jobs.Put(j)
	}
	clear(b.jobs)
	b.jobs = b.jobs[:0]
}

func (in *Ingester) work() {
	for j := range in.jobs {
		j.run(in)
		j.batch.wait.Done()
	}
}

func (j *job) run(in *Ingester) {
	if err := j.ctx.Err(); err != nil {
		for _, it := range j.items {
			it.err = err
		}
		return
	}
	for _, it := range j.items {
		j.messages = append(j.messages, it.m)
	}
	start := in.deps.Clock()
	verdicts := in.deps.Verifier.VerifyBatch(j.ctx, j.messages)
	in.metrics.verify.Observe(in.deps.Clock().Sub(start).Seconds())

	var permitted permission
	for i, it := range j.items {
		r := (*Rejection)(nil)
		if err := verdicts[i]; err != nil {
			if r = rejectSignature(err); r == nil {
				it.err = err
				continue
			}
		} else if r, it.err = permitted.check(j.ctx, in.deps.Streams, it.m); it.err != nil {
			continue
		}
		if r == nil {
			r = checkContent(it.m, it.key, &j.batch.streams[it.stream])
		}
		if r != nil {
			j.batch.reject(it.result, r)
			in.reportViolation(j.ctx, r)
			continue
		}
		// Only now: the check may have replaced the signature.
		from := len(j.arena)
		j.arena = it.m.AppendWire(j.arena)
		it.wire = j.arena[from:len(j.arena):len(j.arena)]
	}
}

// permission remembers the last good answer, because the messages of a chunk mostly
// are one publisher's of one stream.
type permission struct {
	stream    message.StreamID
	publisher message.UserID
	until     int64 // milliseconds since 1970
}

func (p *permission) check(ctx context.Context, s Streams, m *message.Message) (*Rejection, error) {
	if p.stream == m.Stream && p.publisher == m.Publisher && m.Timestamp < p.until {
		return nil, nil
	}
	until, err := s.MayPublish(ctx, m.Stream, m.Publisher, m.Timestamp)
	if err == nil {
		*p = permission{m.Stream, m.Publisher, until}
		return nil, nil
	}
	if r := rejectStream(err); r != nil {
		return r, nil
	}
	return nil, fmt.Errorf("look up permission of %v: %w", m.Publisher, err)
}

func (in *Ingester) reportViolation(ctx context.Context, r *Rejection) {
	v, ok := r.Cause.(*ValidationError)
	if !ok {
		return
	}
	in.metrics.violations.Inc()
	if in.deps.ValidationErrors != nil {
		in.deps.ValidationErrors(ctx, *v)
	}
}
