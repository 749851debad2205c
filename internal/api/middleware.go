package api

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	headerRequestID = "X-Request-Id"
	headerComplete  = "Logstore-Complete"
	maxRequestIDLen = 64
)

// serve is the path of every public request: identity, limits, dispatch, and what
// is recorded afterwards.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	began := s.now()
	rec := newRecorder(w, s.cfg.WriteTimeout)
	rec.extend()
	requestID := s.requestID(r)
	rec.Header().Set(headerRequestID, requestID)
	s.cors(rec.Header(), r)
	rec.Header().Set("X-Content-Type-Options", "nosniff")
	rec.Header().Set("Referrer-Policy", "no-referrer")

	rt, a, err := s.router.find(r.URL)
	pattern := "none"
	if rt != nil {
		pattern = rt.pattern
	}
	c := &caller{}
	defer func() {
		abort := s.recovered(recover(), rec, r, requestID)
		s.record(rec, r, pattern, c, requestID, began)
		if abort {
			panic(http.ErrAbortHandler)
		}
	}()
	if r.Method == http.MethodOptions {
		preflight(rec, r, rt)
		return
	}
	c = s.identify(r)
	r = withCaller(r, c)
	if wait, ok := s.limits.request(c.client); !ok {
		s.metrics.refused.WithLabelValues("requests").Inc()
		writeProblem(rec, r, &problem{code: codeRateLimited, detail: "too many requests from this client", retryAfter: wait})
		return
	}
	if err != nil {
		writeProblem(rec, r, asProblem(err))
		return
	}
	h, ok := rt.handler(r.Method)
	if !ok {
		rec.Header().Set("Allow", rt.allowed())
		writeProblem(rec, r, problemf(codeMethodNotAllowed, "%s is not possible here: want %s", clip(r.Method), rt.allowed()))
		return
	}
	s.run(rec, r, h, a, requestID)
}

// run calls a handler and gives its error the right end.
func (s *Server) run(rec *recorder, r *http.Request, h handlerFunc, a args, requestID string) {
	var out http.ResponseWriter = rec
	if coding := chooseCoding(r.Header.Get("Accept-Encoding")); coding != "" && r.Method != http.MethodHead && !isUpgrade(r) {
		c := &compressor{ResponseWriter: rec, codings: s.codings, coding: coding}
		defer c.release()
		out = c
	}
	err := h(out, r, a)
	if err == nil {
		err = closeBody(out)
	}
	if err == nil {
		return
	}
	if rec.hijacked || errors.Is(err, errGone) || r.Context().Err() != nil && errors.Is(err, context.Canceled) {
		panic(http.ErrAbortHandler) // there is nobody to answer
	}
	p := asProblem(err)
	if status := p.status(); status >= 500 && status != http.StatusServiceUnavailable {
		s.log.Error("request failed", slog.String("request", requestID), slog.String("path", r.URL.Path), slog.Any("error", err))
	}
	if rec.started() {
		// What is good goes out, then the connection is cut: the client must not
		// take this for the whole.
		_ = http.NewResponseController(out).Flush()
		panic(http.ErrAbortHandler)
	}
	// What a compressor holds back was never sent.
	writeProblem(rec, r, p)
}

// identify reads the Authorization header and decides what limits count by.
func (s *Server) identify(r *http.Request) *caller {
	ip := s.clientIP(r)
	c := s.auth.authenticate(r, ip, func() bool { return s.limits.mayTry(ip) })
	if c.denied != nil && c.denied.code != codeRateLimited {
		s.limits.failed(ip)
	}
	if c.denied != nil || !c.anonymous() {
		s.metrics.authenticated(c)
	}
	return c
}

// recovered answers for a handler that panicked. It returns whether the connection
// has to be cut, which handlers ask for with http.ErrAbortHandler.
func (s *Server) recovered(cause any, rec *recorder, r *http.Request, requestID string) (abort bool) {
	if cause == nil {
		return false
	}
	if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		return true
	}
	s.log.Error("request panicked", slog.String("request", requestID), slog.String("path", r.URL.Path),
		slog.Any("panic", cause), slog.String("stack", string(debug.Stack())))
	if rec.started() {
		return true
	}
	writeProblem(rec, r, problemf(codeInternal, "internal error"))
	return false
}

func (s *Server) record(rec *recorder, r *http.Request, pattern string, c *caller, requestID string, began time.Time) {
	took := s.now().Sub(began)
	status := rec.status
	if status == 0 {
		status = http.StatusOK
	}
	s.metrics.requests.WithLabelValues(pattern, methodLabel(r.Method), strconv.Itoa(status)).Inc()
	s.metrics.bytes.WithLabelValues(pattern).Add(float64(rec.bytes))
	if !strings.HasSuffix(pattern, "/live") {
		s.metrics.seconds.WithLabelValues(pattern).Observe(took.Seconds())
	}
	s.log.Debug("request answered", slog.String("request", requestID), slog.String("method", methodLabel(r.Method)),
		slog.String("route", pattern), slog.Int("status", status), slog.Int64("bytes", rec.bytes),
		slog.Duration("took", took), slog.String("client", c.client))
}

// requestID takes a client's own id over if it is harmless in a log.
func (s *Server) requestID(r *http.Request) string {
	id := r.Header.Get(headerRequestID)
	harmless := len(id) > 0 && len(id) <= maxRequestIDLen && !strings.ContainsFunc(id, func(c rune) bool {
		return c != '-' && c != '_' && c != '.' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')
	})
	if harmless {
		return id
	}
	var b [8]byte
	if _, err := io.ReadFull(s.rand, b[:]); err != nil {
		return "none"
	}
	return hex.EncodeToString(b[:])
}

// cors sets what the original sends on every answer.
func (s *Server) cors(h http.Header, r *http.Request) {
	h.Set("Vary", "Origin")
	h.Set("Access-Control-Allow-Credentials", "true")
	origin := r.Header.Get("Origin")
	if origin == "" || !s.allowsOrigin(origin) {
		return
	}
	h.Set("Access-Control-Allow-Origin", origin)
	if r.Method != http.MethodOptions {
		h.Set("Access-Control-Expose-Headers", "Retry-After, "+headerProof+", "+headerRequestID)
	}
}

func (s *Server) allowsOrigin(origin string) bool {
	return slices.Contains(s.cfg.CORSOrigins, "*") || slices.Contains(s.cfg.CORSOrigins, origin)
}

// preflight answers OPTIONS for any path, as the original does.
func preflight(w http.ResponseWriter, r *http.Request, rt *route) {
	h := w.Header()
	h.Set("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
	h.Set("Vary", "Origin, Access-Control-Request-Headers")
	if asked := r.Header.Get("Access-Control-Request-Headers"); asked != "" {
		h.Set("Access-Control-Allow-Headers", asked)
	}
	if rt != nil {
		h.Set("Allow", rt.allowed())
	}
	h.Set("Content-Length", "0")
	w.WriteHeader(http.StatusNoContent)
}

func isUpgrade(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}
