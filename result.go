package logstore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"sync"

	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// Result is an answer that is being received. It is read by one goroutine; Report
// and Close may be called by others.
type Result struct {
	c    *Client
	plan queryPlan
	pipe *pipeline

	mu      sync.Mutex // guards checker
	checker *proof.Checker

	// missing are the group keys that publishers were asked for in vain.
	missing map[groupkeys.Want]error

	batch batch // what next takes messages from
	pos   int
	err   error // sticky end: io.EOF or what went wrong
}

func (c *Client) openResult(ctx context.Context, plan queryPlan) (*Result, error) {
	src, err := c.openStream(ctx, request{
		method: http.MethodGet, path: partitionPath(plan.part) + "/" + plan.kind, query: plan.params,
		accept: "application/octet-stream, application/problem+json", auth: true,
	})
	if err != nil {
		return nil, err
	}
	return c.newResult(ctx, plan, src, src.resp.Header), nil
}

func (c *Client) newResult(ctx context.Context, plan queryPlan, src source, h http.Header) *Result {
	r := &Result{c: c, plan: plan}
	if plan.check.WantProof {
		check := &r.plan.check
		check.Certificate, check.CertificateError = certificateOf(h)
	}
	r.checker = proof.NewChecker(r.plan.check)
	verifier := c.verifier
	if plan.mode == VerifyOff {
		verifier = nil
	}
	r.pipe = startPipeline(ctx, src, verifier)
	return r
}

// All yields the messages in the order of the query. Each has passed its checks, as
// far as the query's Verification says, before it is yielded. An error is the last
// thing yielded: [VerificationError], [ErrIncomplete] or that of the context. An
// iteration that was left can be gone on with by another call of All.
func (r *Result) All() iter.Seq2[Message, error] {
	return func(yield func(Message, error) bool) {
		for {
			m, err := r.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Message{}, err)
				return
			}
			if !yield(r.open(m), nil) {
				return
			}
		}
	}
}

// Report tells what was proven about the messages so far; about the whole answer
// after All has ended. See package proof for what it means.
func (r *Result) Report() proof.Report {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.checker.Report()
}

// Close ends the answer, whole or not, and frees what it holds. It may be called
// more than once.
func (r *Result) Close() error {
	r.pipe.stop()
	return nil
}

// next returns the next good message, io.EOF at the end of a whole answer, or what
// went wrong.
func (r *Result) next() (*message.Message, error) {
	for r.err == nil {
		if r.pos == len(r.batch.frames) {
			if r.batch.end != nil {
				r.finish(r.judgeEnd(r.batch.end))
				break
			}
			b, err := r.pipe.next()
			if err != nil {
				r.finish(err)
				break
			}
			r.batch, r.pos = b, 0
			continue
		}
		i := r.pos
		r.pos++
		m, ok := r.take(i)
		if ok {
			return m, nil
		}
	}
	return nil, r.err
}

// take checks message i of the batch. ok is false if it is not to be yielded; the
// iteration may be over then.
func (r *Result) take(i int) (m *message.Message, ok bool) {
	m, verdict := r.batch.messages[i], r.batch.verdicts[i]
	r.batch.messages[i] = nil
	r.mu.Lock()
	problem := r.checker.Observe(m, len(r.batch.frames[i].wire), verdict)
	r.mu.Unlock()
	switch {
	case problem == nil, m != nil && r.plan.mode == VerifyOff:
		return m, true
	case r.plan.mode == VerifySkip:
		return nil, false
	}
	r.finish(&VerificationError{Problem: *problem, Message: m, Err: verdict})
	return nil, false
}

// incomplete is the end of a strict iteration whose answer was not proven complete.
func (r *Result) incomplete(p proof.Problem) error {
	check := &r.plan.check
	if check.Certificate == nil && check.CertificateError == nil {
		p.Detail += "; a node that cannot prove its answers is asked with Query.WithoutProof"
	}
	return &VerificationError{Problem: p, Err: check.CertificateError}
}

// finish makes err the end of the iteration, or what it finds wrong at a good end.
func (r *Result) finish(err error) {
	r.mu.Lock()
	switch {
	case errors.Is(err, io.EOF):
		if p := r.checker.Finish(); p != nil && r.plan.mode == VerifyStrict {
			err = r.incomplete(*p)
		}
	case errors.Is(err, ErrIncomplete):
		r.checker.Truncate(err)
	}
	r.mu.Unlock()
	r.err = err
	r.pipe.stop()
}

// judgeEnd tells a whole answer from one that was cut short, and by whom.
func (r *Result) judgeEnd(err error) error {
	switch ctx := r.pipe.ctx; {
	case errors.Is(err, io.EOF):
		return io.EOF
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.Is(err, errStopped):
		return errStopped
	}
	return fmt.Errorf("%w: %w", ErrIncomplete, err)
}
