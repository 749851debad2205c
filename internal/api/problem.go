package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
)

// problemType begins the URI that names a kind of problem.
const problemType = "https://logstore.dev/problems/"

// code names a kind of problem. Codes are part of the API and never change.
type code string

const (
	codeInvalidParameter  code = "invalid_parameter"
	codeInvalidStreamID   code = "invalid_stream_id"
	codeInvalidCursor     code = "invalid_cursor"
	codeForeignCursor     code = "foreign_cursor"
	codePruned            code = "position_pruned"
	codeInvalidBody       code = "invalid_body"
	codeInvalidSchema     code = "invalid_schema"
	codeInvalidLogin      code = "invalid_login"
	codeUnauthorized      code = "unauthorized"
	codePaymentRequired   code = "query_stake_required"
	codeOnChain           code = "kept_on_chain"
	codeForbidden         code = "forbidden"
	codeNotFound          code = "not_found"
	codeUnknownStream     code = "unknown_stream"
	codeMethodNotAllowed  code = "method_not_allowed"
	codeTimeout           code = "request_timeout"
	codeBodyTooLarge      code = "body_too_large"
	codeMediaType         code = "unsupported_media_type"
	codeAllRejected       code = "all_rejected"
	codeRateLimited       code = "rate_limited"
	codeTooManyRequests   code = "too_many_concurrent_requests"
	codeBusy              code = "busy"
	codeDiskFull          code = "disk_full"
	codeShuttingDown      code = "shutting_down"
	codeNotReady          code = "not_ready"
	codeUnshowable        code = "content_not_json"
	codeStoreFailed       code = "store_failed"
	codeCorrupt           code = "store_corrupt"
	codeInternal          code = "internal"
	codeSignatureUnusable code = "signature_unusable"
)

// problems is the one table from codes to HTTP.
var problems = map[code]struct {
	status int
	title  string
}{
	codeInvalidParameter:  {http.StatusBadRequest, "A parameter cannot be used"},
	codeInvalidStreamID:   {http.StatusBadRequest, "That is no stream id"},
	codeInvalidCursor:     {http.StatusBadRequest, "That is no cursor"},
	codeForeignCursor:     {http.StatusBadRequest, "The cursor belongs elsewhere"},
	codePruned:            {http.StatusGone, "The position no longer exists"},
	codeInvalidBody:       {http.StatusBadRequest, "The body cannot be read"},
	codeInvalidSchema:     {http.StatusBadRequest, "That is no usable JSON Schema"},
	codeInvalidLogin:      {http.StatusUnauthorized, "Signing in was refused"},
	codeUnauthorized:      {http.StatusUnauthorized, "Who is asking?"},
	codePaymentRequired:   {http.StatusPaymentRequired, "Queries need a stake"},
	codeOnChain:           {http.StatusConflict, "This is kept on the chain"},
	codeForbidden:         {http.StatusForbidden, "Not permitted"},
	codeNotFound:          {http.StatusNotFound, "There is nothing here"},
	codeUnknownStream:     {http.StatusNotFound, "The node does not keep this stream"},
	codeMethodNotAllowed:  {http.StatusMethodNotAllowed, "Not with this method"},
	codeTimeout:           {http.StatusRequestTimeout, "The request did not arrive in time"},
	codeBodyTooLarge:      {http.StatusRequestEntityTooLarge, "The body is too large"},
	codeMediaType:         {http.StatusUnsupportedMediaType, "The body's type or coding is not supported"},
	codeAllRejected:       {http.StatusUnprocessableEntity, "No message was accepted"},
	codeRateLimited:       {http.StatusTooManyRequests, "Slow down"},
	codeTooManyRequests:   {http.StatusServiceUnavailable, "Too many answers at once"},
	codeBusy:              {http.StatusServiceUnavailable, "The node is busy"},
	codeDiskFull:          {http.StatusServiceUnavailable, "The node's disk is full"},
	codeShuttingDown:      {http.StatusServiceUnavailable, "The node is stopping"},
	codeNotReady:          {http.StatusServiceUnavailable, "The node is not ready"},
	codeUnshowable:        {http.StatusInternalServerError, "A message cannot be shown in this format"},
	codeStoreFailed:       {http.StatusInternalServerError, "The store could not be read"},
	codeCorrupt:           {http.StatusInternalServerError, "The store is damaged"},
	codeInternal:          {http.StatusInternalServerError, "Something went wrong here"},
	codeSignatureUnusable: {http.StatusInternalServerError, "The node could not sign"},
}

// problem is an error answer.
type problem struct {
	code       code
	detail     string        // for people
	legacy     string        // for the original's clients, if it differs
	retryAfter time.Duration // 0 is none
	members    []member      // further members, in order
	cause      error         // for the log only
}

type member struct {
	name  string
	value any
}

func (p *problem) Error() string {
	if p.cause != nil {
		return fmt.Sprintf("%s: %s: %v", p.code, p.detail, p.cause)
	}
	return fmt.Sprintf("%s: %s", p.code, p.detail)
}

func (p *problem) Unwrap() error { return p.cause }

func (p *problem) status() int { return problems[p.code].status }

func (p *problem) with(name string, value any) *problem {
	p.members = append(p.members, member{name, value})
	return p
}

func problemf(c code, format string, args ...any) *problem {
	return &problem{code: c, detail: fmt.Sprintf(format, args...)}
}

// badParameter is a 400 that names the parameter.
func badParameter(name, format string, args ...any) *problem {
	return problemf(codeInvalidParameter, format, args...).with("parameter", name)
}

// MarshalJSON writes "error" first, then the members of RFC 9457, then the rest.
func (p *problem) MarshalJSON() ([]byte, error) {
	entry := problems[p.code]
	text := p.legacy
	if text == "" {
		text = p.detail
	}
	all := append([]member{
		{"error", text}, {"type", problemType + string(p.code)}, {"title", entry.title},
		{"status", entry.status}, {"detail", p.detail}, {"code", p.code},
	}, p.members...)
	return marshalMembers(all)
}

func marshalMembers(all []member) ([]byte, error) {
	out := []byte{'{'}
	for i, m := range all {
		if i > 0 {
			out = append(out, ',')
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		out = append(strconv.AppendQuote(out, m.name), ':')
		out = append(out, value...)
	}
	return append(out, '}'), nil
}

// asProblem gives any error its place in the table.
func asProblem(err error) *problem {
	var p *problem
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &tooLarge):
		return problemf(codeBodyTooLarge, "the body is larger than %d bytes; send it in parts", tooLarge.Limit)
	case errors.Is(err, ingest.ErrBusy):
		return &problem{code: codeBusy, detail: "too many messages are waiting to be checked; try again", retryAfter: time.Second, cause: err}
	case errors.Is(err, store.ErrDiskFull):
		return &problem{code: codeDiskFull, detail: "the node's disk is full; nothing of this was stored", retryAfter: time.Minute, cause: err}
	case errors.Is(err, ingest.ErrClosed), errors.Is(err, store.ErrClosed):
		return &problem{code: codeShuttingDown, detail: "the node is stopping; try again", retryAfter: 5 * time.Second, cause: err}
	case errors.Is(err, store.ErrCorrupt):
		return &problem{code: codeCorrupt, detail: "Failed to fetch data!", cause: err}
	}
	return &problem{code: codeInternal, detail: "internal error", cause: err}
}

// storeProblem is asProblem for errors of reading the store.
func storeProblem(err error) *problem {
	if p := asProblem(err); p.code != codeInternal {
		return p
	}
	return &problem{code: codeStoreFailed, detail: "Failed to fetch data!", cause: err}
}

// writeProblem answers with a problem. 401 and 403 are the original's plain text
// unless the client asks for JSON.
func writeProblem(w http.ResponseWriter, r *http.Request, p *problem) {
	h := w.Header()
	for _, name := range []string{"Trailer", "Content-Encoding", "Content-Length", "Cache-Control"} {
		h.Del(name)
	}
	status := p.status()
	if p.retryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(int((p.retryAfter+time.Second-1)/time.Second)))
	}
	if (status == http.StatusUnauthorized || status == http.StatusForbidden) && !wantsJSON(r) {
		writeBody(w, status, "text/plain; charset=utf-8", []byte(http.StatusText(status)))
		return
	}
	if id := h.Get(headerRequestID); id != "" {
		p = &problem{code: p.code, detail: p.detail, legacy: p.legacy, members: append(p.members[:len(p.members):len(p.members)], member{"requestId", id})}
	}
	body, err := json.Marshal(p)
	if err != nil {
		body, status = []byte(`{"error":"internal error"}`), http.StatusInternalServerError
	}
	writeBody(w, status, "application/problem+json", body)
}

func wantsJSON(r *http.Request) bool {
	return strings.Contains(strings.ToLower(r.Header.Get("Accept")), "json")
}

func writeBody(w http.ResponseWriter, status int, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone is noticed elsewhere
}

func writeJSON(w http.ResponseWriter, status int, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode answer: %w", err)
	}
	writeBody(w, status, "application/json; charset=utf-8", body)
	return nil
}
