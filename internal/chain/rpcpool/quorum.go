package rpcpool

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/rpc"
)

// read asks for a fact of the chain: of one endpoint or, with a quorum, of as many as
// must agree. Values are compared by the JSON of what key makes of them.
func read[T any](ctx context.Context, p *Pool, method string, key func(T) any, f question[T]) (T, error) {
	if p.cfg.Quorum == 1 {
		return one(ctx, p, method, f)
	}
	return agreed(ctx, p, method, key, f)
}

// same is the key of values that are compared whole.
func same[T any](v T) any { return v }

// agreed asks as many endpoints at once as are needed for the quorum, and another one
// for each that fails or disagrees.
func agreed[T any](ctx context.Context, p *Pool, method string, key func(T) any, f question[T]) (T, error) {
	var zero T
	ctx, leave, err := p.enter(ctx)
	if err != nil {
		return zero, err
	}
	defer leave()
	rest := p.awake(ctx, p.cfg.Quorum)
	replies := make(chan reply[T], len(rest))
	votes := map[string]int{}
	reasons := map[*endpoint]error{}
	running, best := 0, 0
	var lags, tooLarge error
	for {
		for running < p.cfg.Quorum-best && len(rest) > 0 {
			e := rest[0]
			p.running.Go(func() { replies <- ask(ctx, e, f) })
			running, rest = running+1, rest[1:]
		}
		if running < p.cfg.Quorum-best {
			break
		}
		r := <-replies
		running--
		switch r.verdict {
		case answered, missing:
			text := canonical(key, r)
			votes[text]++
			best = max(best, votes[text])
			if votes[text] == p.cfg.Quorum {
				return r.value, r.err
			}
			if errors.Is(r.err, ErrRangeTooLarge) {
				tooLarge = r.err
			}
			reasons[r.from] = fmt.Errorf("says %s", shorten(text))
		case aborted:
			return zero, fmt.Errorf("%s: %w", method, r.err)
		case behind:
			lags, reasons[r.from] = ErrBehind, r.err
		default:
			reasons[r.from] = r.err
		}
	}
	switch {
	case tooLarge != nil:
		return zero, tooLarge
	case len(votes) > 0:
		return zero, p.refusal(method, fmt.Errorf("%w (%d must)", ErrNoQuorum, p.cfg.Quorum), reasons)
	case lags != nil:
		return zero, p.refusal(method, lags, reasons)
	}
	return zero, p.refusal(method, ErrUnavailable, reasons)
}

// canonical is the text by which replies are compared. The texts of errors differ from
// server to server, so reverted calls are compared by their data.
func canonical[T any](key func(T) any, r reply[T]) string {
	if r.verdict == missing {
		return "null"
	}
	if r.err != nil {
		var withData rpc.DataError
		if errors.As(r.err, &withData) && withData.ErrorData() != nil {
			return fmt.Sprintf("error with data %v", withData.ErrorData())
		}
		return "error " + r.err.Error()
	}
	text, err := json.Marshal(key(r.value))
	if err != nil {
		return "unprintable answer: " + err.Error()
	}
	return string(text)
}

func shorten(text string) string {
	const most = 100
	if len(text) > most {
		return fmt.Sprintf("%s… (%d bytes)", text[:most], len(text))
	}
	return text
}
