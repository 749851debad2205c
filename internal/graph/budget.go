package graph

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/graph-gophers/graphql-go/errors"
	"github.com/graph-gophers/graphql-go/introspection"

	"github.com/logstore/logstore/internal/chain"
)

// What one request may cost.
const (
	maxFields  = 100_000  // in the answer
	maxRecords = 200_000  // looked at in the view
	maxText    = 32 << 20 // bytes of ids and metadata in the answer
)

// refusal is an error that the client caused and whose text is for it.
type refusal string

func (r refusal) Error() string { return string(r) }

func refusef(format string, args ...any) error { return refusal(fmt.Sprintf(format, args...)) }

// budget counts what a request costs and ends it when that is too much: by its
// context, because the library would otherwise go on and collect an error a field.
type budget struct {
	fields, records, text atomic.Int64
	end                   context.CancelCauseFunc
	ended                 <-chan struct{}
	at                    chain.Block // what _meta says, whatever happens meanwhile
}

func (b *budget) spend(counter *atomic.Int64, n int, limit int64, why string) error {
	if counter.Add(int64(n)) <= limit {
		return nil
	}
	err := refusal(why)
	b.end(err)
	return err
}

func (b *budget) field() {
	_ = b.spend(&b.fields, 1, maxFields, fmt.Sprintf("the answer has more than %d fields; ask for less at once, with first or fewer fields", maxFields))
}

// look pays for n records of the view. It fails when the request is over.
func (b *budget) look(n int) error {
	select {
	case <-b.ended:
		return context.Canceled // the cause is known to who ended it
	default:
	}
	return b.spend(&b.records, n, maxRecords, fmt.Sprintf("this look-up went through %d records of the chain and is not at its end; narrow it, for example to one user or one stream", maxRecords))
}

// show pays for a text in the answer and returns it.
func (b *budget) show(s string) string {
	if b.spend(&b.text, len(s), maxText, fmt.Sprintf("the answer is larger than %d MiB; ask for less at once, with first or fewer fields", maxText>>20)) != nil {
		return ""
	}
	return s
}

type budgetKey struct{}

func withBudget(ctx context.Context, b *budget) context.Context {
	return context.WithValue(ctx, budgetKey{}, b)
}

// fieldCounter lets the library pay for every field that it answers.
type fieldCounter struct{}

func (fieldCounter) TraceQuery(ctx context.Context, _, _ string, _ map[string]any, _ map[string]*introspection.Type) (context.Context, func([]*errors.QueryError)) {
	return ctx, func([]*errors.QueryError) {}
}

func (fieldCounter) TraceField(ctx context.Context, _, _, _ string, _ bool, _ map[string]any) (context.Context, func(*errors.QueryError)) {
	budgetOf(ctx).field()
	return ctx, func(*errors.QueryError) {}
}

func budgetOf(ctx context.Context) *budget {
	return ctx.Value(budgetKey{}).(*budget) // ServeHTTP has put it there
}

// maxFirst is the longest list that may be asked for at once, as in the indexes.
const maxFirst = 1000

// page reads the arguments of a list.
func page(first int32, order *orderBy, by string) (int, error) {
	if order != nil && string(*order) != by {
		return 0, refusef("orderBy %s is not possible here: this list is in the order of %s", clip(string(*order)), by)
	}
	if first < 0 || first > maxFirst {
		return 0, refusef("first is %d: want 0…%d", first, maxFirst)
	}
	return int(first), nil
}

// clip shortens a client's text for a message.
func clip(s string) string {
	const most = 100
	if len(s) > most {
		s = s[:most] + "…"
	}
	return fmt.Sprintf("%q", s)
}
