package api

import (
	"math"
	"net/http"
	"strings"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// defaultLimit is the number of messages in an answer over plain HTTP, unless the
// client says otherwise. (The original's constant.)
const defaultLimit = 5000

// queryPlan is a checked request: what to read, and how to write it.
type queryPlan struct {
	gen   format.Generation
	kind  format.Kind
	query store.Query
	// stop ends the answer silently after n messages, limit ends it with a word
	// about what comes next. 0 is neither.
	stop, limit int
	// empty: nothing can be selected, and the store need not be asked.
	empty bool
	// legacyOrder sorts messages of one ref by publisher and chain, as the original
	// does. With a new parameter, which no old client sends, the order is the
	// store's own, which cursors name places in.
	legacyOrder bool
	scope       *cursorScope
	prove       bool      // the answer carries a certificate
	upTo        store.Seq // from a cursor; 0 is the snapshot's own
	from        int64     // lower bound of the time, for cursors
}

// newParameters are those that the original's clients do not send.
var newParameters = []string{"limit", "order", "cursor", "proof"}

// handleQuery answers last, from and range on /stores and on /streams.
func (s *Server) handleQuery(w http.ResponseWriter, r *http.Request, a args) error {
	plan, err := s.planQuery(r, a)
	if err != nil {
		return err
	}
	return s.answer(w, r, plan)
}

// generation tells which clients send a request like this, and whether they may.
func (s *Server) generation(r *http.Request) (format.Generation, error) {
	c := callerOf(r)
	if strings.HasPrefix(strings.ToLower(r.URL.Path), "/stores") {
		return format.G3, c.mayRead("")
	}
	if r.Header.Get("Authorization") != "" {
		return format.G2, c.mayRead("")
	}
	if !s.cfg.AnonymousResend {
		return format.Resend, c.mayRead("")
	}
	return format.Resend, nil
}

// planQuery checks a request in the order of the original: caller, partition,
// format, query type, its parameters.
func (s *Server) planQuery(r *http.Request, a args) (*queryPlan, error) {
	gen, err := s.generation(r)
	if err != nil {
		return nil, err
	}
	partition, err := a.partition()
	if err != nil {
		return nil, err
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	plan := &queryPlan{gen: gen}
	if plan.kind, err = chooseKind(gen, p); err != nil {
		return nil, err
	}
	if r.Header.Get("Accept") == "text/event-stream" {
		plan.kind = plan.kind.ServerSent()
	}
	id, err := a.streamID()
	if err != nil {
		return nil, err
	}
	if err := s.mayQuery(r, gen, id); err != nil {
		return nil, err
	}
	plan.legacyOrder = !isNewKind(plan.kind) && r.Header.Get("Logstore-Limit") == ""
	for _, name := range newParameters {
		plan.legacyOrder = plan.legacyOrder && !p.has(name)
	}
	if partition < 0 || partition >= message.MaxPartitions {
		if isNewKind(plan.kind) {
			return nil, badParameter("partition", "Path parameter \"partition\" is %d: want 0…%d", partition, message.MaxPartitions-1)
		}
		plan.empty = true
	} else {
		plan.query.Part = message.StreamPart{Stream: id, Partition: int32(partition)}
	}
	plan.scope = newCursorScope(s.storeID, plan.query.Part)
	if err := s.planParameters(plan, a["type"], r, p); err != nil {
		return nil, err
	}
	return plan, nil
}

func (s *Server) planParameters(plan *queryPlan, queryType string, r *http.Request, p params) error {
	if err := plan.planLimit(r, p); err != nil {
		return err
	}
	if err := plan.planProof(p); err != nil {
		return err
	}
	b := bounds{params: p, times: func(name string) (int64, error) { return plan.time(s, name, p) }}
	switch queryType {
	case "last":
		return plan.planLast(p)
	case "from":
		if err := plan.planFrom(b); err != nil {
			return err
		}
	case "range":
		if err := plan.planRange(b); err != nil {
			return err
		}
	default:
		if plan.gen == format.Resend {
			return problemf(codeInvalidParameter, "Unknown resend type")
		}
		return problemf(codeInvalidParameter, "Unknown query type: %s: want last, from, range or live", clip(queryType))
	}
	cursor := p.text("cursor")
	if id := r.Header.Get("Last-Event-ID"); id != "" && plan.kind == format.SSE {
		cursor = id // a browser that reconnects repeats its first parameters
	}
	return plan.planOrder(p, cursor, p.has("cursor"))
}

func isNewKind(k format.Kind) bool {
	return k == format.NDJSON || k == format.CSV || k == format.SSE
}

// chooseKind reads the parameter "format". The new formats work without a header
// on /streams too: no client of Streamr asks for them.
func chooseKind(gen format.Generation, p params) (format.Kind, error) {
	text := p.text("format")
	if gen == format.Resend {
		if kind, err := format.ParseKind(format.G2, text); err == nil && isNewKind(kind) {
			return kind, nil
		}
	}
	kind, err := format.ParseKind(gen, text)
	if err != nil || gen == format.G3 && p.has("format") && text == "" {
		return 0, badParameter("format", "Query parameter \"format\" is invalid: %s", clip(text)).
			with("expected", []string{"object", "raw", "ndjson", "csv", "sse"})
	}
	return kind, nil
}

// planLimit decides how many messages the answer may have.
func (q *queryPlan) planLimit(r *http.Request, p params) error {
	if q.kind.Limited() {
		q.limit = defaultLimit
	}
	if r.Header.Get("Logstore-Limit") == "none" {
		q.limit = 0
	}
	if p.has("limit") {
		n, err := p.natural("limit", 0, math.MaxInt32)
		if err != nil {
			return err
		}
		q.limit = int(n)
	}
	return nil
}

// time reads a timestamp: in the new formats in every form, else by parseInt.
func (q *queryPlan) time(s *Server, name string, p params) (int64, error) {
	if isNewKind(q.kind) {
		ms, _, err := p.moment(name, s.now())
		return ms, err
	}
	ms, err := p.integer(name, 0)
	if err == nil && ms < 0 {
		err = badParameter(name, "Query parameter %q is negative: %d: want milliseconds since 1970", name, ms)
	}
	return ms, err
}

// planLast: a positive count is the newest n, a negative one the oldest n, 0
// everything; always oldest first.
func (q *queryPlan) planLast(p params) error {
	for _, name := range []string{"order", "cursor"} {
		if p.has(name) {
			return badParameter(name, "Query parameter %q does not go with last: use from or range", name)
		}
	}
	count, err := p.integer("count", 1)
	if err != nil {
		return err
	}
	switch {
	case count > 0:
		n := int(min(count, math.MaxInt32))
		if q.limit > 0 {
			n = min(n, q.limit) // the newest of the newest
		}
		q.query.Last, q.limit = n, 0
	case count < 0:
		q.stop = int(min(-max(count, -math.MaxInt32), math.MaxInt32))
	}
	return nil
}

// planOrder reads the order and the cursor.
func (q *queryPlan) planOrder(p params, cursor string, given bool) error {
	switch p.text("order") {
	case "", "asc":
	case "desc":
		q.query.Reverse = true
	default:
		return badParameter("order", "Query parameter \"order\" is %q: want asc or desc", clip(p.text("order")))
	}
	if cursor == "" && !given {
		return nil
	}
	pos, err := q.scope.parse(cursor)
	if err != nil {
		return err
	}
	if pos.phase != phaseHistory {
		return problemf(codeForeignCursor, "the cursor stands in the live part of a stream, which has no place in time; go on with live?cursor=…")
	}
	q.query.After, q.upTo, q.from = pos.key, pos.seq, max(q.from, pos.from)
	if q.query.From.Timestamp < pos.from {
		q.query.From = message.Ref{Timestamp: pos.from}
	}
	return nil
}
