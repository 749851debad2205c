package graph

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	graphql "github.com/graph-gophers/graphql-go"
	gqlerrors "github.com/graph-gophers/graphql-go/errors"
	"github.com/graph-gophers/graphql-go/log"
)

//go:embed schema.graphqls
var schemaText string

const (
	maxBody       = 64 << 10
	maxDepth      = 15  // the usual introspection query has 13
	maxSelections = 300 // the usual introspection query has about 200
	// maxOverlap bounds the comparing of fields of one name.
	maxOverlap = 10_000
)

// Config has defaults that fit a node.
type Config struct {
	// MaxConcurrent is the most requests that are answered at once; others wait. 0 is 4.
	MaxConcurrent int
	// Timeout is the longest that one may take, waiting included; 0 is 10 s.
	Timeout time.Duration
	// Logger gets what goes wrong inside; nil discards.
	Logger *slog.Logger
}

// handler answers GraphQL over HTTP.
type handler struct {
	cfg    Config
	view   View
	schema *graphql.Schema
	slots  chan struct{}
}

// New returns a handler that answers look-ups from a view: POST with
// {"query", "variables", "operationName"}, or GET with parameters of these names. The
// answer has status 200 and is {"data": …} or, if anything went wrong,
// {"errors": [{"message": …}]}.
func New(view View, cfg Config) (http.Handler, error) {
	if cfg.MaxConcurrent == 0 {
		cfg.MaxConcurrent = 4
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = 10 * time.Second
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	h := &handler{cfg: cfg, view: view, slots: make(chan struct{}, cfg.MaxConcurrent)}
	var err error
	h.schema, err = graphql.ParseSchema(schemaText, &query{view},
		graphql.UseStringDescriptions(),
		graphql.MaxDepth(maxDepth), graphql.MaxSelections(maxSelections),
		graphql.MaxQueryLength(maxBody), graphql.OverlapValidationLimit(maxOverlap),
		// The view is local: reading it in parallel gains nothing.
		graphql.MaxParallelism(1),
		graphql.DisableFieldSelections(),
		graphql.Tracer(fieldCounter{}),
		graphql.Logger(log.LoggerFunc(h.logPanic)), graphql.PanicHandler(panicked{}))
	if err != nil {
		return nil, fmt.Errorf("graph schema: %w", err)
	}
	return h, nil
}

// lookup is a request as it comes.
type lookup struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var res graphql.Response
	in, err := readLookup(w, r)
	if err == nil {
		res, err = h.answer(r.Context(), in)
	}
	if err != nil {
		res = failed(h.public(err))
	}
	body, err := json.Marshal(&res)
	if err != nil { // what the library wrote is not JSON
		h.cfg.Logger.Error("graph answer cannot be written", slog.Any("error", err))
		body = []byte(`{"errors":[{"message":"internal error"}]}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	// Nobody is left to tell if this fails.
	_, _ = w.Write(body)
}

func readLookup(w http.ResponseWriter, r *http.Request) (in lookup, err error) {
	if r.Method == http.MethodGet {
		q := r.URL.Query()
		in.Query, in.OperationName = q.Get("query"), q.Get("operationName")
		if v := q.Get("variables"); v != "" {
			err = decode(strings.NewReader(v), &in.Variables)
		}
	} else {
		err = decode(http.MaxBytesReader(w, r.Body, maxBody), &in)
	}
	if err == nil && in.Query == "" {
		err = refusal(`no query; send {"query": "{ _meta { block { number } } }"}`)
	}
	return in, err
}

func decode(r io.Reader, v any) error {
	raw, err := io.ReadAll(r)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return refusef("the request is larger than %d KiB", tooLarge.Limit>>10)
	case err != nil:
		return refusef("the request cannot be read: %v", err)
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return refusef("the request is not a JSON object with query and variables: %v", err)
	}
	return nil
}

// answer runs a look-up within its budget.
func (h *handler) answer(ctx context.Context, in lookup) (graphql.Response, error) {
	ctx, stop := context.WithTimeout(ctx, h.cfg.Timeout)
	defer stop()
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
	case <-ctx.Done():
		return graphql.Response{}, refusal("too many look-ups at once; try again later")
	}
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	b := &budget{end: end, ended: ctx.Done(), at: h.view.Status().At}
	if b.at.Hash == (common.Hash{}) {
		return graphql.Response{}, refusal("the chain has not been read yet; try again later")
	}
	ctx = withBudget(ctx, b)
	res := h.schema.Exec(ctx, in.Query, in.OperationName, in.Variables)
	if names := unusedVariables(res.Errors); len(names) > 0 {
		res = h.schema.Exec(ctx, withoutVariables(in.Query, names), in.OperationName, in.Variables)
	}
	if err := context.Cause(ctx); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			err = refusef("the look-up took longer than %v; narrow it", h.cfg.Timeout)
		}
		return graphql.Response{}, err
	}
	if len(res.Errors) == 0 {
		return *res, nil
	}
	// The clients look at errors only if there is no data, and take what is missing of
	// it for an answer.
	res.Data = nil
	res.Errors = res.Errors[:min(len(res.Errors), maxErrors)]
	for _, e := range res.Errors {
		h.explain(e)
	}
	return *res, nil
}

// explain makes an error of the library one for the client.
func (h *handler) explain(e *gqlerrors.QueryError) {
	if e.ResolverError != nil {
		e.Message = h.public(e.ResolverError).Error()
	}
	if e.Message == "graphql-ws protocol header is missing" { // what the library says to a subscription
		e.Message = "no subscriptions are offered by the schema"
	}
	if e.Rule == "FieldsOnCorrectTypeRule" || e.Rule == "KnownArgumentNamesRule" {
		e.Message += " This node answers only a part of the graph indexes of Streamr and LogStore; ask { __schema { types { name fields { name } } } } which."
	}
	if len(e.Message) > maxMessage {
		e.Message = e.Message[:maxMessage] + "…"
	}
}

// What is said about errors, whose texts may repeat what the client sent.
const (
	maxErrors  = 10
	maxMessage = 1000 // bytes
)

// public returns the error that the client may see.
func (h *handler) public(err error) error {
	var r refusal
	if errors.As(err, &r) || errors.Is(err, context.Canceled) {
		return err
	}
	h.cfg.Logger.Error("graph look-up failed", slog.Any("error", err))
	return errors.New("the chain's view cannot be read now; the node's operator finds the reason in its log")
}

func failed(err error) graphql.Response {
	return graphql.Response{Errors: []*gqlerrors.QueryError{{Message: err.Error()}}}
}

// The library panics on numbers and strings that Go cannot hold.
func unreadable(value any) error {
	err, ok := value.(error)
	var number *strconv.NumError
	if ok && (errors.As(err, &number) || errors.Is(err, strconv.ErrSyntax)) {
		return refusef("a value in the query cannot be read: %v", err)
	}
	return nil
}

func (h *handler) logPanic(ctx context.Context, value any) {
	if unreadable(value) == nil {
		h.cfg.Logger.ErrorContext(ctx, "graph look-up panicked", slog.Any("panic", value), slog.String("stack", string(debug.Stack())))
	}
}

// panicked makes the answer for a panic.
type panicked struct{}

func (panicked) MakePanicError(_ context.Context, value any) *gqlerrors.QueryError {
	if err := unreadable(value); err != nil {
		return &gqlerrors.QueryError{Message: err.Error()}
	}
	return &gqlerrors.QueryError{Message: "internal error"}
}
