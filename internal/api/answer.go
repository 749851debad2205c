package api

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"time"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/internal/store"
)

const (
	// flushEvery is how long what was found may wait for more when a scan finds
	// little.
	flushEvery = 500 * time.Millisecond
	// checkFlushEvery is the number of messages between looks at the clock.
	checkFlushEvery = 256
	// answerBuffer is the size of the pieces that go out.
	answerBuffer = 64 << 10
)

// answer writes what a plan selects.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, plan *queryPlan) error {
	h := w.Header()
	h.Set("Content-Type", plan.kind.ContentType())
	if r.Method == http.MethodHead {
		w.WriteHeader(http.StatusOK)
		return nil
	}
	release, err := s.queries.take(callerOf(r).client)
	if err != nil {
		s.metrics.refused.WithLabelValues("queries").Inc()
		return err
	}
	defer release()
	ctx, cancel := s.untilClosing(r.Context())
	defer cancel()

	h.Set("Trailer", headerComplete)
	body := &answerBody{w: w, control: http.NewResponseController(w), began: time.Now()}
	out := format.New(plan.kind, body, format.Options{BufferSize: answerBuffer})
	meta, err := s.write(ctx, out, body, plan)
	if err == nil {
		err = out.Close(meta)
	}
	if err != nil {
		return s.answerError(ctx, err)
	}
	if !body.started { // an empty body
		w.WriteHeader(http.StatusOK)
	}
	if err := closeBody(w); err != nil {
		return err
	}
	h.Set(headerComplete, "true")
	return nil
}

// answerError tells the node's faults from the client's.
func (s *Server) answerError(ctx context.Context, err error) error {
	if errors.Is(err, format.ErrContent) {
		return &problem{code: codeUnshowable, detail: "a stored message says JSON and is not; format=raw shows it", cause: err}
	}
	var p *problem
	switch {
	case errors.Is(err, errGone):
		return err
	case errors.As(err, &p):
		return p
	}
	if ctx.Err() != nil && s.closing.Err() != nil {
		return &problem{code: codeShuttingDown, detail: "the node is stopping; try again", retryAfter: 5 * time.Second, cause: err}
	}
	return storeProblem(err)
}

// write writes the messages and returns what ends the answer.
func (s *Server) write(ctx context.Context, out format.Writer, body *answerBody, plan *queryPlan) (format.Meta, error) {
	var meta format.Meta
	if plan.empty {
		return meta, nil
	}
	snap, err := s.openFor(ctx, body.w.Header(), plan)
	if err != nil {
		return meta, err
	}
	defer snap.Close()
	if plan.upTo == 0 {
		plan.upTo = snap.Seq()
	}
	pos := position{phase: phaseHistory, seq: plan.upTo, from: plan.from, key: plan.query.After}
	if err := pos.check(snap.Seq()); err != nil {
		return meta, err
	}
	plan.query.UpTo = plan.upTo
	var cursor []byte
	n := 0
	for rec, err := range plan.records(ctx, snap) {
		if err != nil {
			return meta, err
		}
		if plan.stop > 0 && n == plan.stop {
			break
		}
		if plan.limit > 0 && n == plan.limit {
			meta.HasNext, meta.Next = true, rec.Key.Ref()
			break
		}
		n++
		key := rec.Key
		pos.key = &key
		if plan.kind.WantsCursor() {
			cursor = plan.scope.append(cursor[:0], pos)
		}
		if err := out.WriteMessage(format.Record{Wire: rec.Wire, Cursor: cursor}); err != nil {
			return meta, err
		}
		if n%checkFlushEvery == 0 {
			if err := body.flushIfLate(out); err != nil {
				return meta, err
			}
		}
	}
	if isNewKind(plan.kind) {
		meta.Cursor = plan.scope.text(pos)
	}
	return meta, nil
}

// openFor opens a snapshot, and puts the certificate into the header if the plan wants
// one.
func (s *Server) openFor(ctx context.Context, h http.Header, plan *queryPlan) (store.Snapshot, error) {
	if !plan.prove {
		return s.store.Snapshot()
	}
	v, err := s.trees.Open(ctx, plan.query.Part)
	if err != nil {
		return nil, err
	}
	cert, err := s.certify(ctx, v, plan)
	if err == nil {
		var text []byte
		text, err = cert.MarshalText()
		h.Set(headerProof, string(text))
	}
	if err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return v, nil
}

// records reads the plan's messages.
func (q *queryPlan) records(ctx context.Context, snap store.Snapshot) iter.Seq2[store.Record, error] {
	if q.legacyOrder {
		return legacyOrder(ctx, snap, q.query)
	}
	query := q.query
	switch {
	case q.stop > 0:
		query.Limit = q.stop
	case q.limit > 0:
		query.Limit = q.limit + 1 // one more tells whether there is more
	}
	return snap.Scan(ctx, query)
}

// answerBody passes pieces on and knows when the last one went out.
type answerBody struct {
	w       http.ResponseWriter
	control *http.ResponseController
	began   time.Time // of the wait for the next piece
	started bool
}

func (b *answerBody) Write(p []byte) (int, error) {
	b.started = true
	b.began = time.Now()
	n, err := b.w.Write(p)
	if err != nil {
		err = fmt.Errorf("%w: %w", errGone, err)
	}
	return n, err
}

// errGone: the client went away, or was too slow, before the answer was whole.
var errGone = errors.New("client is gone")

// flushIfLate sends what there is if nothing was sent for a while.
func (b *answerBody) flushIfLate(out format.Writer) error {
	if time.Since(b.began) < flushEvery {
		return nil
	}
	if err := out.Flush(); err != nil {
		return err
	}
	b.began = time.Now()
	return b.control.Flush()
}
