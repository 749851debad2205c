package rpcpool

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// question asks one endpoint something.
type question[T any] func(ctx context.Context, c *conn) (T, error)

// reply is what became of a question to one endpoint.
type reply[T any] struct {
	from    *endpoint
	value   T
	err     error
	verdict verdict
}

// ask puts a question to one endpoint, in the time of one call, and notes how the
// endpoint did.
func ask[T any](ctx context.Context, e *endpoint, f question[T]) reply[T] {
	start := time.Now()
	limited, cancel := context.WithTimeout(ctx, e.pool.cfg.Timeout)
	defer cancel()
	r := reply[T]{from: e}
	var c *conn
	for range 2 {
		if c, r.err = e.ready(limited); r.err == nil {
			r.value, r.err = f(limited, c)
		}
		if c == nil || !c.lost.Load() {
			break
		}
		e.drop(c) // the other side closed it while it was idle: not a failure yet
	}
	switch r.verdict, r.err = classify(r.err); {
	case r.verdict == failed && ctx.Err() != nil:
		r.verdict, r.err = aborted, ctx.Err()
		if errors.Is(context.Cause(ctx), ErrClosed) {
			r.err = ErrClosed
		}
	case r.verdict == failed:
		// A slow answer says nothing about a connection that others may be using.
		if c != nil && e.pushes() && limited.Err() == nil {
			e.drop(c)
		}
		r.err = e.describe(r.err)
		e.failed(r.err)
	default:
		e.worked()
	}
	e.pool.cfg.Metrics.Call(e.name, outcomes[r.verdict], time.Since(start))
	return r
}

// one asks the endpoints one after the other until one answers. When all fail, and one
// of them has rested soon, they are asked a second time.
func one[T any](ctx context.Context, p *Pool, method string, f question[T]) (T, error) {
	var zero T
	ctx, leave, err := p.enter(ctx)
	if err != nil {
		return zero, err
	}
	defer leave()
	var reasons map[*endpoint]error
	for range 2 {
		reasons = map[*endpoint]error{}
		var last [aborted]error // by verdict
		for _, e := range p.awake(ctx, 1) {
			r := ask(ctx, e, f)
			switch r.verdict {
			case answered:
				p.primary.Store(int64(e.index))
				return r.value, r.err
			case aborted:
				return zero, fmt.Errorf("%s: %w", method, r.err)
			}
			last[r.verdict], reasons[e] = r.err, r.err
		}
		switch {
		case last[missing] != nil:
			return zero, last[missing]
		case last[behind] != nil:
			return zero, p.refusal(method, ErrBehind, reasons)
		case last[unable] != nil && last[failed] == nil:
			return zero, last[unable]
		}
	}
	return zero, p.refusal(method, ErrUnavailable, reasons)
}

// awake lists the endpoints that do not rest, the one that answered last first. If
// there are fewer than need, it waits a little for one more.
func (p *Pool) awake(ctx context.Context, need int) []*endpoint {
	for waited := false; ; waited = true {
		var list []*endpoint
		shortest := patience + 1
		first := int(p.primary.Load())
		for i := range p.endpoints {
			e := p.endpoints[i]
			switch { // the primary goes to the place of the first
			case i == 0:
				e = p.endpoints[first]
			case i <= first:
				e = p.endpoints[i-1]
			}
			if rest, _ := e.rest(); rest > 0 {
				shortest = min(shortest, rest)
				continue
			}
			list = append(list, e)
		}
		if len(list) >= need || waited || shortest > patience {
			return list
		}
		select {
		case <-time.After(shortest):
		case <-ctx.Done():
			return list
		}
	}
}

// refusal is the error of a call that no endpoint, or too few, answered. Reasons of
// endpoints that were not asked are added.
func (p *Pool) refusal(method string, kind error, reasons map[*endpoint]error) error {
	err := &callError{method: method, kind: kind}
	for _, e := range p.endpoints {
		reason, asked := reasons[e]
		if !asked {
			rest, last := e.rest()
			if last == nil || rest <= 0 {
				continue
			}
			reason = fmt.Errorf("%w (asked again in %v)", last, rest.Round(100*time.Millisecond))
		} else {
			reason = e.describe(reason)
		}
		err.reasons = append(err.reasons, reason)
	}
	return err
}

type callError struct {
	method  string
	kind    error
	reasons []error // of the endpoints, in their order
}

func (e *callError) Error() string {
	texts := make([]string, len(e.reasons))
	for i, reason := range e.reasons {
		texts[i] = reason.Error()
	}
	return e.method + ": " + e.kind.Error() + ": " + strings.Join(texts, "; ")
}

func (e *callError) Unwrap() []error { return append([]error{e.kind}, e.reasons...) }
