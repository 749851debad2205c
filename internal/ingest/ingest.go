package ingest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

var (
	// ErrBusy: the queue was full for as long as the caller could wait.
	ErrBusy = errors.New("node is busy")
	// ErrClosed: the ingester is closing or closed.
	ErrClosed = errors.New("node is shutting down")
)

// Config bounds what is accepted. The zero value has the defaults.
type Config struct {
	// MaxFuture is how far a timestamp may lie ahead of the node's clock. 0 is
	// 5 minutes, negative is not at all.
	MaxFuture time.Duration
	// MaxAge is how old a message may be when it arrives. 0 is any age.
	MaxAge time.Duration
	// AllowNonCanonical accepts messages whose signature fits several readings
	// (see [message.Message.CheckCanonical]).
	AllowNonCanonical bool
	// MaxMessageBytes bounds the wire form of a message. 0 is 1 MiB.
	MaxMessageBytes int
	// QueueMessages and QueueBytes bound what is being worked on or waits in a
	// Submit that was admitted. 0 is 65536 messages and 256 MiB. QueueBytes is at
	// least MaxMessageBytes.
	QueueMessages int
	QueueBytes    int64
	// MaxWait is how long a Submit waits for room. 0 is 5 s.
	MaxWait time.Duration
	// Workers is how many goroutines check signatures. 0 is one a core.
	Workers int
}

func (c Config) withDefaults() Config {
	setDefault(&c.MaxFuture, 5*time.Minute)
	setDefault(&c.MaxMessageBytes, 1<<20)
	setDefault(&c.QueueMessages, 1<<16)
	setDefault(&c.QueueBytes, 256<<20)
	setDefault(&c.MaxWait, 5*time.Second)
	setDefault(&c.Workers, runtime.NumCPU())
	c.MaxFuture = max(c.MaxFuture, 0)
	c.QueueBytes = max(c.QueueBytes, int64(c.MaxMessageBytes)+messageOverhead)
	return c
}

func setDefault[T comparable](v *T, value T) {
	var zero T
	if *v == zero {
		*v = value
	}
}

// Streams tells what holds for a stream. [streams.Registry] is one.
type Streams interface {
	// Stream returns streams.ErrUnknownStream for one that is not kept.
	Stream(ctx context.Context, id message.StreamID) (streams.Stream, error)
	// MayPublish returns nil if a publisher's message of a time, in milliseconds since
	// 1970, belongs into a stream, and then for all times before until; else
	// streams.ErrNotPermitted.
	MayPublish(ctx context.Context, id message.StreamID, publisher message.UserID, at int64) (until int64, err error)
}

// Deps are what an Ingester works with. Store and Streams are needed.
type Deps struct {
	Store      store.Store
	Streams    Streams
	Verifier   *message.Verifier     // nil asks no chain
	Clock      func() time.Time      // nil is time.Now
	Logger     *slog.Logger          // nil discards
	Registerer prometheus.Registerer // nil keeps no metrics

	// ValidationErrors is told of every message that its stream's schema refused.
	// It is called in the middle of the work and must return at once, as
	// [ValidationPublisher.Report] does. nil tells nobody.
	ValidationErrors func(context.Context, ValidationError)
}

// Ingester takes messages in. It may be used by many goroutines at once.
type Ingester struct {
	cfg     Config
	deps    Deps
	queue   *admission
	metrics *metrics

	jobs     chan *job // to the workers; closed when the last Submit has ended
	workers  sync.WaitGroup
	checking atomic.Int32 // batches that are with the workers

	mu       sync.Mutex // guards closed, and the step of inFlight from 0 to 1
	closed   bool
	inFlight sync.WaitGroup // Submits

	base context.Context // ends when Close can wait no longer
	stop context.CancelFunc
	done chan struct{} // closed when all goroutines have ended

	scratch sync.Pool // of *batch
}

// New starts an Ingester. Close ends it.
func New(cfg Config, d Deps) *Ingester {
	cfg = cfg.withDefaults()
	if d.Verifier == nil {
		d.Verifier = new(message.Verifier)
	}
	if d.Clock == nil {
		d.Clock = time.Now
	}
	if d.Logger == nil {
		d.Logger = slog.New(slog.DiscardHandler)
	}
	in := &Ingester{
		cfg:   cfg,
		deps:  d,
		queue: newAdmission(int64(cfg.QueueMessages), cfg.QueueBytes),
		jobs:  make(chan *job),
		done:  make(chan struct{}),
	}
	in.metrics = newMetrics(d.Registerer, in.queue)
	in.base, in.stop = context.WithCancel(context.Background())
	in.scratch.New = func() any { return new(batch) }
	for range cfg.Workers {
		in.workers.Go(in.work)
	}
	return in
}

// Submit decides about messages and stores the good ones. The results are in the
// order of the messages. When it returns, what is Stored or Duplicate is durable.
//
// Submit may replace a message's signature by its normal form; the messages must
// not be used by others until it returns.
//
// On an error the results are those reached until then; undecided messages have no
// Outcome. Errors are [ErrBusy], [ErrClosed], the end of ctx, [store.ErrDiskFull],
// and other failures of the store or the stream registry.
func (in *Ingester) Submit(ctx context.Context, ms []*message.Message) ([]Result, error) {
	if !in.enter() {
		return nil, ErrClosed
	}
	defer in.inFlight.Done()
	ctx, cancel := context.WithCancel(streams.ForRequest(ctx))
	defer cancel()
	defer context.AfterFunc(in.base, cancel)()

	in.metrics.received.Add(float64(len(ms)))
	results := make([]Result, len(ms))
	for start := 0; start < len(ms); {
		end, bytes := in.nextSlice(ms, start)
		if err := in.submitSlice(ctx, ms[start:end], bytes, results[start:end]); err != nil {
			if in.base.Err() != nil {
				err = ErrClosed
			}
			return results, err
		}
		start = end
	}
	return results, nil
}

func (in *Ingester) enter() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.closed {
		return false
	}
	in.inFlight.Add(1)
	return true
}

// A slice is what is admitted, checked and appended together. It is large enough
// to share an fsync and to keep all cores busy, small enough that the first
// messages of a huge batch do not wait for the last.
const (
	sliceMessages = 4096
	sliceBytes    = 8 << 20
)

// nextSlice returns where the slice that begins at start ends, and its weight.
func (in *Ingester) nextSlice(ms []*message.Message, start int) (end int, bytes int64) {
	maxMessages := min(sliceMessages, in.cfg.QueueMessages)
	maxBytes := min(sliceBytes, in.cfg.QueueBytes)
	for end = start; end < len(ms) && end-start < maxMessages; end++ {
		size := min(weight(ms[end]), in.cfg.QueueBytes) // more is refused by its size
		if end > start && bytes+size > maxBytes {
			break
		}
		bytes += size
	}
	return end, bytes
}

func (in *Ingester) submitSlice(ctx context.Context, ms []*message.Message, bytes int64, results []Result) error {
	if err := in.queue.acquire(ctx, int64(len(ms)), bytes, in.cfg.MaxWait); err != nil {
		if errors.Is(err, ErrBusy) {
			in.metrics.busy.Inc()
		}
		return fmt.Errorf("queue %d messages: %w", len(ms), err)
	}
	defer in.queue.release(int64(len(ms)), bytes)
	b := in.scratch.Get().(*batch)
	defer func() {
		b.reset()
		in.scratch.Put(b)
	}()
	b.in, b.results = in, results
	return b.run(ctx, ms)
}

// Close refuses new Submits, lets those that are admitted finish, and ends the
// workers. When ctx ends first, it cancels what is still going on and returns the
// end of ctx without waiting further. A second Close waits like the first.
func (in *Ingester) Close(ctx context.Context) error {
	in.mu.Lock()
	first := !in.closed
	in.closed = true
	in.mu.Unlock()
	if first {
		in.queue.close()
		go in.drain()
	}
	select {
	case <-in.done:
		return nil
	case <-ctx.Done():
		in.stop()
		return fmt.Errorf("close ingest: %w", ctx.Err())
	}
}

func (in *Ingester) drain() {
	defer close(in.done)
	in.inFlight.Wait()
	close(in.jobs)
	in.workers.Wait()
	in.stop()
	in.metrics.unregister()
}
