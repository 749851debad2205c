package logstore

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/logstore/logstore/message"
)

// Bounds on what is read of an answer that is not streamed.
const (
	maxAnswerBytes = 64 << 20
	maxErrorBytes  = 64 << 10
)

// request is one call of the node's API. Its body can be sent again.
type request struct {
	method      string
	path        string // escaped
	query       url.Values
	body        []byte
	contentType string
	encoding    string // of body
	accept      string // default JSON
	auth        bool   // the node may want to know who asks
	noRetry     bool
	// okStatus accepts further statuses beside 2xx as an answer.
	okStatus func(int) bool
}

func (r request) operation() string { return r.method + " " + r.path }

func storePath(id message.StreamID) string { return "/stores/" + url.PathEscape(string(id)) }

func partitionPath(part message.StreamPart) string {
	return storePath(part.Stream) + "/data/partitions/" + strconv.Itoa(int(part.Partition))
}

// call makes a request, with retries, and decodes its JSON answer into out, if out
// is not nil. *json.RawMessage takes the answer as it is.
func (c *Client) call(ctx context.Context, r request, out any) error {
	return c.retry(ctx, r, func(ctx context.Context) error {
		ctx, cancel := context.WithTimeoutCause(ctx, c.cfg.Timeout, errTimeout)
		defer cancel()
		resp, err := c.send(ctx, r)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		body, err := readBounded(resp.Body, maxAnswerBytes)
		if err != nil {
			return transportError(ctx, r, err)
		}
		if out == nil {
			return nil
		}
		if err := json.Unmarshal(body, out); err != nil {
			return fmt.Errorf("%s: %w: %w", r.operation(), ErrProtocol, err)
		}
		return nil
	})
}

var (
	errTimeout = errors.New("no answer in time")
	errIdle    = errors.New("nothing heard for too long")
)

// send makes one attempt, or two where a session turns out to have ended, and
// returns an answer with a good status or an error.
func (c *Client) send(ctx context.Context, r request) (*http.Response, error) {
	for first := true; ; first = false {
		resp, credential, err := c.sendOnce(ctx, r)
		if first && errors.Is(err, ErrUnauthorized) && c.auth.refused(credential) {
			continue
		}
		return resp, err
	}
}

func (c *Client) sendOnce(ctx context.Context, r request) (*http.Response, string, error) {
	target := c.base.String() + r.path
	if len(r.query) > 0 {
		target += "?" + r.query.Encode()
	}
	var body io.Reader
	if r.body != nil {
		body = bytes.NewReader(r.body)
	}
	req, err := http.NewRequestWithContext(ctx, r.method, target, body)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", r.operation(), err)
	}
	h := req.Header
	h.Set("User-Agent", c.cfg.UserAgent)
	h.Set("Accept", orDefault(r.accept, "application/json"))
	if r.body != nil {
		h.Set("Content-Type", r.contentType)
		if r.encoding != "" {
			h.Set("Content-Encoding", r.encoding)
		}
	}
	if c.cfg.Compression != NoCompression {
		h.Set("Accept-Encoding", string(c.cfg.Compression))
	}
	credential := ""
	if r.auth {
		if credential, err = c.auth.credential(ctx); err != nil {
			return nil, "", err
		}
		if credential != "" {
			h.Set("Authorization", credential)
		}
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, credential, transportError(ctx, r, err)
	}
	if resp.StatusCode/100 == 2 || r.okStatus != nil && r.okStatus(resp.StatusCode) {
		if err := decompress(resp); err != nil {
			resp.Body.Close()
			return nil, credential, fmt.Errorf("%s: %w: %w", r.operation(), ErrProtocol, err)
		}
		return resp, credential, nil
	}
	defer resp.Body.Close()
	return nil, credential, c.apiError(resp, r.operation())
}

// apiError reads an error answer: problem details, {"error":…}, or plain text.
func (c *Client) apiError(resp *http.Response, operation string) *APIError {
	e := &APIError{
		Status: resp.StatusCode, Operation: operation,
		RequestID:  resp.Header.Get("X-Request-Id"),
		retryAfter: parseRetryAfter(resp.Header.Get("Retry-After"), c.cfg.Clock.Now()),
	}
	if err := decompress(resp); err != nil {
		return e
	}
	body, err := readBounded(resp.Body, maxErrorBytes)
	if err != nil {
		return e
	}
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	var p struct {
		Error     any    `json:"error"`
		Detail    string `json:"detail"`
		Title     string `json:"title"`
		Code      string `json:"code"`
		RequestID string `json:"requestId"`
	}
	switch {
	case strings.HasSuffix(kind, "json") && json.Unmarshal(body, &p) == nil:
		text, _ := p.Error.(string)
		e.Code = p.Code
		e.Detail = orDefault(orDefault(p.Detail, text), p.Title)
		e.RequestID = orDefault(e.RequestID, p.RequestID)
	case strings.HasPrefix(kind, "text/plain"):
		if text := strings.TrimSpace(string(body)); text != http.StatusText(e.Status) && len(text) < 500 {
			e.Detail = text
		}
	}
	return e
}

// readBounded reads all of r and refuses more than limit bytes.
func readBounded(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = fmt.Errorf("%w: more than %d bytes", ErrProtocol, limit)
	}
	return b, err
}

// connError is a request that did not get through. Sending it again may help.
type connError struct {
	operation string
	err       error
}

func (e *connError) Error() string { return e.operation + ": " + e.err.Error() }
func (e *connError) Unwrap() error { return e.err }

// transportError names the request; the URL in the error of net/http is left out
// because it repeats the path in a less readable form.
func transportError(ctx context.Context, r request, err error) error {
	var ue *url.Error
	if errors.As(err, &ue) {
		err = ue.Err
	}
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	if errors.Is(err, ErrProtocol) {
		return fmt.Errorf("%s: %w", r.operation(), err)
	}
	return &connError{r.operation(), err}
}

func parseRetryAfter(s string, now time.Time) time.Duration {
	if s == "" {
		return 0
	}
	if n, err := strconv.ParseInt(s, 10, 32); err == nil {
		return time.Duration(max(n, 0)) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil {
		return max(t.Sub(now), 0)
	}
	return 0
}
