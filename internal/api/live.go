package api

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// A live stream has two phases. History is what a snapshot holds from the wanted
// time on, in time order. Then comes everything that the store took in after that
// snapshot, in order of arrival and whatever its timestamp says: a late message is
// neither lost, because it is not in the snapshot, nor sent twice, because the
// history was ended by the snapshot's sequence number.

// liveRequest is a checked request for a live stream.
type liveRequest struct {
	part      message.StreamPart
	pos       position
	resumed   bool // pos comes from a cursor
	raw       bool
	publisher message.UserID
	chain     *string
	scope     *cursorScope

	// snapshot holds the history; release lets it go, once.
	snapshot store.Snapshot
	release  func() error
}

// liveSink is a transport of live streams. Its methods are called by one goroutine.
type liveSink interface {
	// message sends one message and the cursor that resumes after it.
	message(cursor []byte, rec store.Record) error
	// live marks the change from history to live.
	live(cursor []byte) error
}

// handleLive answers GET …/live, as server-sent events or on a WebSocket.
func (s *Server) handleLive(w http.ResponseWriter, r *http.Request, a args) error {
	req, err := s.planLive(r, a)
	if err != nil {
		return err
	}
	if r.Method == http.MethodHead {
		w.Header().Set("Content-Type", "text/event-stream")
		w.WriteHeader(http.StatusOK)
		return nil
	}
	release, err := s.lives.take(callerOf(r).client)
	if err != nil {
		s.metrics.refused.WithLabelValues("live").Inc()
		return err
	}
	defer release()
	snap, err := s.store.Snapshot()
	if err != nil {
		return storeProblem(err)
	}
	req.snapshot, req.release = snap, sync.OnceValue(snap.Close)
	defer req.release()
	if req.resumed {
		if err := req.pos.check(snap.Seq()); err != nil {
			return err
		}
	} else {
		req.pos.seq = snap.Seq()
	}
	transport := "sse"
	serve := s.serveSSE
	if isUpgrade(r) {
		transport, serve = "websocket", s.serveWebSocket
	}
	gauge := s.metrics.live.WithLabelValues(transport)
	gauge.Inc()
	defer gauge.Dec()
	ctx, cancel := s.untilClosing(r.Context())
	defer cancel()
	return serve(ctx, w, r, req)
}

func (s *Server) planLive(r *http.Request, a args) (*liveRequest, error) {
	gen, err := s.generation(r)
	if err != nil {
		return nil, err
	}
	partition, err := a.partition()
	if err != nil {
		return nil, err
	}
	if partition < 0 || partition >= message.MaxPartitions {
		return nil, badParameter("partition", "Path parameter \"partition\" is %d: want 0…%d", partition, message.MaxPartitions-1)
	}
	id, err := a.streamID()
	if err != nil {
		return nil, err
	}
	if err := s.mayQuery(r, gen, id); err != nil {
		return nil, err
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	req := &liveRequest{part: message.StreamPart{Stream: id, Partition: int32(partition)}}
	req.scope = newCursorScope(s.storeID, req.part)
	switch p.text("format") {
	case "", "object":
	case "raw":
		req.raw = true
	default:
		return nil, badParameter("format", "Query parameter \"format\" is %q: want object or raw", clip(p.text("format")))
	}
	if err := req.filter(p); err != nil {
		return nil, err
	}
	return req, req.start(r, p, s.now())
}

// start decides where to begin. A browser that reconnects repeats the parameters of
// its first request, so the header with the last event's id counts first.
func (q *liveRequest) start(r *http.Request, p params, now time.Time) error {
	cursor := r.Header.Get("Last-Event-ID")
	if cursor == "" {
		cursor = p.text("cursor")
	}
	if cursor != "" {
		var err error
		q.pos, err = q.scope.parse(cursor)
		q.resumed = true
		return err
	}
	ms, given, err := p.moment("from", now)
	if err != nil {
		return err
	}
	q.pos = position{phase: phaseLive}
	if given {
		q.pos = position{phase: phaseHistory, from: ms}
	}
	return nil
}

func (q *liveRequest) filter(p params) error {
	if text := p.text("publisherId"); text != "" {
		id, err := message.ParseUserID(text)
		if err != nil {
			return badParameter("publisherId", "Query parameter \"publisherId\" is %q: want 0x and hex digits", clip(text))
		}
		q.publisher = id
	}
	if chain := p.text("msgChainId"); chain != "" {
		if q.publisher == "" {
			return problemf(codeInvalidParameter, "Invalid combination of \"publisherId\" and \"msgChainId\"")
		}
		q.chain = &chain
	}
	return nil
}

// runLive sends messages until ctx ends or sending fails.
func (s *Server) runLive(ctx context.Context, req *liveRequest, sink liveSink) error {
	var cursor []byte
	pos := req.pos
	// In a query, a sequence number of 0 is no bound; here it is an empty store.
	if pos.phase == phaseHistory && pos.seq > 0 {
		for rec, err := range req.snapshot.Scan(ctx, store.Query{
			Part: req.part, From: message.Ref{Timestamp: pos.from}, After: pos.key,
			Publisher: req.publisher, Chain: req.chain, UpTo: pos.seq,
		}) {
			if err != nil {
				return err
			}
			key := rec.Key
			pos.key = &key
			cursor = req.scope.append(cursor[:0], pos)
			if err := sink.message(cursor, rec); err != nil {
				return err
			}
		}
	}
	pos.phase, pos.key = phaseLive, nil
	// The snapshot has served; what follows needs none.
	if err := req.release(); err != nil {
		return err
	}
	if err := sink.live(req.scope.append(cursor[:0], pos)); err != nil {
		return err
	}
	for rec, err := range s.store.Follow(ctx, req.part, pos.seq) {
		if err != nil {
			return err
		}
		if wanted, err := req.wants(rec); err != nil {
			return err
		} else if !wanted {
			continue
		}
		pos.seq = rec.Seq
		cursor = req.scope.append(cursor[:0], pos)
		if err := sink.message(cursor, rec); err != nil {
			return err
		}
	}
	return nil
}

// wants filters what Follow yields.
func (q *liveRequest) wants(rec store.Record) (bool, error) {
	if rec.Key.Ref().Timestamp < q.pos.from {
		return false, nil
	}
	if q.publisher == "" {
		return true, nil
	}
	m, err := message.Decode(rec.Wire)
	if err != nil {
		return false, err
	}
	return m.Publisher == q.publisher && (q.chain == nil || m.Chain == *q.chain), nil
}
