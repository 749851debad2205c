package logstore

import (
	"context"
	"errors"
	"io"
	"runtime"
	"sync"

	"github.com/logstore/logstore/message"
)

// Bounds of a batch that is verified at once. A batch also ends where the network
// makes the next message wait, so that messages are not held back.
const (
	batchMessages = 512
	batchBytes    = 1 << 20
)

// errNotVerified is the verdict on messages that nobody checked.
var errNotVerified = errors.New("verification is off")

// frame is a message as it was received, in memory of its own.
type frame struct {
	wire   []byte
	cursor string // of a subscription: goes on after this message
	live   bool   // no message, but the mark where a subscription's history ends
}

// source is where frames come from.
type source interface {
	// next waits for a frame. Its error ends the source; io.EOF is a good end.
	next() (frame, error)
	// ready reports whether next will not wait.
	ready() bool
	// Close makes next return soon, and waits for what the source has running.
	io.Closer
}

// decoders keep what they know of streams and publishers from batch to batch.
var decoders = sync.Pool{New: func() any { return new(message.Decoder) }}

// batch is a run of frames and what they turned out to be.
type batch struct {
	frames   []frame
	messages []*message.Message // nil where the frame is no message
	verdicts []error            // why not, or what the signature check said
	end      error              // set on the last batch
}

// pipeline reads a source ahead of its consumer, and decodes and verifies on all
// cores. Memory is bounded: only a few batches are under way at any time.
type pipeline struct {
	src      source
	verifier *message.Verifier // nil checks nothing
	queue    chan chan batch   // batches in order; each is delivered when verified
	ctx      context.Context   // of the caller; only asked for its end
	cancel   context.CancelFunc
	wg       sync.WaitGroup
	stops    sync.Once
}

// startPipeline takes over src.
func startPipeline(ctx context.Context, src source, verifier *message.Verifier) *pipeline {
	inner, cancel := context.WithCancel(ctx)
	p := &pipeline{
		src: src, verifier: verifier, queue: make(chan chan batch, 2*runtime.GOMAXPROCS(0)),
		ctx: ctx, cancel: cancel,
	}
	p.wg.Go(func() { p.read(inner) })
	return p
}

// read cuts the source into batches until it ends.
func (p *pipeline) read(ctx context.Context) {
	defer close(p.queue)
	for {
		b := readBatch(p.src)
		out := make(chan batch, 1)
		select {
		case p.queue <- out:
		case <-ctx.Done():
			return
		}
		last := b.end != nil
		// At most as many of these are alive as the queue holds, and two.
		p.wg.Go(func() {
			b.verify(ctx, p.verifier)
			out <- b
		})
		if last {
			return
		}
	}
}

func readBatch(src source) (b batch) {
	size := 0
	for len(b.frames) < batchMessages && size < batchBytes {
		if len(b.frames) > 0 && !src.ready() {
			break
		}
		f, err := src.next()
		if err != nil {
			b.end = err
			break
		}
		size += len(f.wire)
		b.frames = append(b.frames, f)
	}
	return b
}

func (b *batch) verify(ctx context.Context, verifier *message.Verifier) {
	b.messages = make([]*message.Message, len(b.frames))
	b.verdicts = make([]error, len(b.frames))
	good := make([]*message.Message, 0, len(b.frames))
	index := make([]int, 0, len(b.frames))
	decoder := decoders.Get().(*message.Decoder)
	defer decoders.Put(decoder)
	for i, f := range b.frames {
		if f.live {
			continue
		}
		m, err := decoder.Decode(f.wire)
		if err != nil {
			b.verdicts[i] = err
			continue
		}
		b.messages[i], b.verdicts[i] = m, errNotVerified
		good, index = append(good, m), append(index, i)
	}
	if verifier == nil {
		return
	}
	for n, err := range verifier.VerifyBatch(ctx, good) {
		b.verdicts[index[n]] = err
	}
}

// next returns the next verified batch.
func (p *pipeline) next() (batch, error) {
	out, ok := <-p.queue
	if !ok {
		if p.ctx.Err() != nil {
			return batch{}, context.Cause(p.ctx)
		}
		return batch{}, errStopped
	}
	b := <-out
	if p.ctx.Err() != nil { // verdicts may be those of a check that was called off
		return batch{}, context.Cause(p.ctx)
	}
	return b, nil
}

// stop ends the pipeline and its source, and waits for its goroutines.
func (p *pipeline) stop() {
	p.stops.Do(func() {
		p.cancel()
		p.src.Close() // its error says nothing about what was received
		p.wg.Wait()
	})
}
