package streams

import (
	"context"
	"sync"
)

type onceKey struct{}

// ForRequest returns a context for work that belongs together, such as the messages
// of one request: whoever answers questions about streams and may look for news
// before saying no does that once for all of it.
func ForRequest(ctx context.Context) context.Context {
	if _, ok := ctx.Value(onceKey{}).(*sync.Once); ok {
		return ctx
	}
	return context.WithValue(ctx, onceKey{}, new(sync.Once))
}

// LookAgain runs look unless that was done for this request already. It returns when
// the look that counts has ended.
func LookAgain(ctx context.Context, look func()) {
	if once, ok := ctx.Value(onceKey{}).(*sync.Once); ok {
		once.Do(look)
		return
	}
	look()
}
