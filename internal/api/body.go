package api

import (
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"
	"time"
)

// minBodyRate is what a client must send on average, in bytes a second, once it
// had ReadTimeout to begin.
const minBodyRate = 4 << 10

// timedReader reads a request body and gives up on a client that stops sending, or
// drips.
type timedReader struct {
	r        io.Reader
	control  *http.ResponseController
	timeout  time.Duration
	began    time.Time
	deadline time.Time
	read     int64
}

func (t *timedReader) Read(p []byte) (int, error) {
	now := time.Now()
	if t.deadline.Sub(now) < t.timeout*3/4 {
		t.deadline = now.Add(t.timeout)
		if total := t.began.Add(t.timeout + time.Duration(t.read)*time.Second/minBodyRate); total.Before(t.deadline) {
			t.deadline = total
		}
		// Connections that know no deadline (in tests) have no slow client either.
		_ = t.control.SetReadDeadline(t.deadline)
	}
	n, err := t.r.Read(p)
	t.read += int64(n)
	return n, err
}

// cappedReader fails once more than limit bytes came out of a decompressor.
type cappedReader struct {
	r     io.Reader
	limit int64
	read  int64
}

func (c *cappedReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.read += int64(n); c.read > c.limit {
		return 0, &http.MaxBytesError{Limit: c.limit}
	}
	return n, err
}

// openBody returns the body of a request as it was before its content coding, with
// all limits applied, and what gives back its resources.
func (s *Server) openBody(w http.ResponseWriter, r *http.Request) (io.Reader, func(), error) {
	limit := s.cfg.MaxBodyBytes
	if r.ContentLength > limit {
		return nil, nil, asProblem(&http.MaxBytesError{Limit: limit})
	}
	timed := &timedReader{
		r: http.MaxBytesReader(w, r.Body, limit), control: http.NewResponseController(w),
		timeout: s.cfg.ReadTimeout, began: time.Now(),
	}
	body, done, err := decodeBody(timed, r.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, nil, err
	}
	if body != io.Reader(timed) {
		body = &cappedReader{r: body, limit: limit}
	}
	return body, done, nil
}

// bodyProblem tells what went wrong while a body was read.
func bodyProblem(err error) *problem {
	var p *problem
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &tooLarge):
		return asProblem(err)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return &problem{code: codeTimeout, detail: "the body did not arrive in time", cause: err}
	}
	return &problem{code: codeInvalidBody, detail: "the body ended early or is damaged: " + err.Error(), cause: err}
}

// mediaType returns the type of a body without parameters, in lower case.
func mediaType(r *http.Request) string {
	header := r.Header.Get("Content-Type")
	if t, _, err := mime.ParseMediaType(header); err == nil {
		return t
	}
	t, _, _ := strings.Cut(header, ";")
	return strings.ToLower(strings.TrimSpace(t))
}

// The types of publish bodies. Names in use for newline-delimited JSON differ.
func isNDJSON(t string) bool {
	switch t {
	case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines", "application/json-lines":
		return true
	}
	return false
}
