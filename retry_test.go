package logstore_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// network answers requests without any network, so that time can be virtual.
type network func(*http.Request) (*http.Response, error)

func (n network) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if strings.HasSuffix(r.URL.Path, "/schema") && r.Method == http.MethodGet {
		// Asked before every batch, and not what these tests are about.
		return respond(http.StatusNotFound, "application/problem+json", `{"code":"not_found"}`), nil
	}
	return n(r)
}

// virtual makes a client of a network.
func virtual(t testing.TB, n network, cfg logstore.Config) *logstore.Client {
	t.Helper()
	cfg.HTTPClient = &http.Client{Transport: n}
	return newClient(t, cfg)
}

func respond(status int, contentType, body string, header ...string) *http.Response {
	h := http.Header{"Content-Type": {contentType}}
	for i := 0; i < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return &http.Response{
		StatusCode: status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: h, Body: io.NopCloser(strings.NewReader(body)), ContentLength: -1,
	}
}

func nodeAnswer() *http.Response {
	return respond(http.StatusOK, "application/json", `{"version":"v"}`)
}

func busy(header ...string) *http.Response {
	return respond(http.StatusServiceUnavailable, "application/problem+json",
		`{"error":"e","code":"busy","detail":"come back","requestId":"r1"}`, header...)
}

// script is a network that gives one answer after the other, and the last for ever.
type script struct {
	mu    sync.Mutex
	steps []func() (*http.Response, error)
	times []time.Time
}

func (s *script) answer(*http.Request) (*http.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	step := s.steps[min(len(s.times), len(s.steps)-1)]
	s.times = append(s.times, time.Now())
	return step()
}

func ok(r *http.Response) func() (*http.Response, error) {
	return func() (*http.Response, error) { return r, nil }
}

func fails() (*http.Response, error) { return nil, errors.New("connection refused") }

func TestBusyNodesAreAskedAgain(t *testing.T) {
	t.Parallel()
	second := time.Second
	for _, tc := range []struct {
		name     string
		steps    []func() (*http.Response, error)
		deadline time.Duration
		waits    []time.Duration // exact, or -1 for the client's own back-off
		want     error
	}{
		{"waits as long as it is told", []func() (*http.Response, error){ok(busy("Retry-After", "3")), ok(nodeAnswer())}, 0, []time.Duration{3 * second}, nil},
		{"waits until a date", []func() (*http.Response, error){
			// The virtual clock begins at midnight, 2000-01-01.
			ok(busy("Retry-After", "Sat, 01 Jan 2000 00:00:07 GMT")), ok(nodeAnswer()),
		}, 0, []time.Duration{7 * second}, nil},
		{"chooses its own time", []func() (*http.Response, error){ok(busy()), fails, ok(nodeAnswer())}, 0, []time.Duration{-1, -1}, nil},
		{"too many requests", []func() (*http.Response, error){ok(respond(429, "text/plain", "")), ok(nodeAnswer())}, 0, []time.Duration{-1}, nil},
		{"gives up", []func() (*http.Response, error){func() (*http.Response, error) { return busy(), nil }}, 0, []time.Duration{-1, -1, -1, -1, -1}, logstore.ErrUnavailable},
		{"does not wait an hour", []func() (*http.Response, error){ok(busy("Retry-After", "3600"))}, 0, nil, logstore.ErrUnavailable},
		{"does not wait beyond the deadline", []func() (*http.Response, error){ok(busy("Retry-After", "10"))}, 5 * second, nil, logstore.ErrUnavailable},
		{"takes a refusal for what it is", []func() (*http.Response, error){ok(respond(403, "text/plain", "Forbidden"))}, 0, nil, logstore.ErrForbidden},
		{"takes nonsense for what it is", []func() (*http.Response, error){ok(respond(200, "application/json", "{"))}, 0, nil, logstore.ErrProtocol},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &script{steps: tc.steps}
				c := virtual(t, s.answer, logstore.Config{})
				ctx := t.Context()
				if tc.deadline > 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, tc.deadline)
					defer cancel()
				}
				_, err := c.Node(ctx)
				if !errors.Is(err, tc.want) {
					t.Errorf("error %v, want %v", err, tc.want)
				}
				if len(s.times) != len(tc.waits)+1 {
					t.Fatalf("%d attempts, want %d", len(s.times), len(tc.waits)+1)
				}
				backoff := logstore.DefaultMinBackoff
				for i, want := range tc.waits {
					got := s.times[i+1].Sub(s.times[i])
					if want >= 0 && got != want {
						t.Errorf("wait %d took %v, want %v", i, got, want)
					}
					if want < 0 && (got < backoff/2 || got > backoff) {
						t.Errorf("wait %d took %v, want %v…%v", i, got, backoff/2, backoff)
					}
					backoff *= 2
				}
			})
		})
	}
}

func TestAPIErrorsTellEverything(t *testing.T) {
	t.Parallel()
	c := virtual(t, func(*http.Request) (*http.Response, error) { return busy(), nil }, logstore.Config{MaxRetries: -1})
	_, err := c.Node(t.Context())
	var ae *logstore.APIError
	if !errors.As(err, &ae) || ae.Status != 503 || ae.Code != "busy" || ae.Detail != "come back" || ae.RequestID != "r1" {
		t.Fatalf("%+v", err)
	}
	const want = "GET /node: 503 Service Unavailable (busy): come back [request r1]"
	if err.Error() != want {
		t.Errorf("text %q, want %q", err, want)
	}
}

func TestSilentNodesAreGivenUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := virtual(t, func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		}, logstore.Config{MaxRetries: 1, Timeout: 10 * time.Second})
		start := time.Now()
		_, err := c.Node(t.Context())
		if err == nil || !strings.Contains(err.Error(), "no answer in time") {
			t.Errorf("error %v", err)
		}
		if took := time.Since(start); took < 20*time.Second || took > 21*time.Second {
			t.Errorf("took %v, want two time-outs of 10s", took)
		}
		start = time.Now()
		if _, err = c.Query(t.Context(), logstore.Query{Stream: "a.eth/s"}); err == nil || time.Since(start) > 21*time.Second {
			t.Errorf("query: %v after %v", err, time.Since(start))
		}
	})
}

// pipeAnswer is an answer whose body is written while it is read.
func pipeAnswer(ctx context.Context) (*http.Response, *io.PipeWriter) {
	pr, pw := io.Pipe()
	context.AfterFunc(ctx, func() { pr.CloseWithError(ctx.Err()) })
	resp := respond(http.StatusOK, "application/octet-stream", "")
	resp.Body = pr
	resp.Trailer = http.Header{"Logstore-Complete": {"true"}}
	return resp, pw
}

func TestStalledAnswersEnd(t *testing.T) {
	t.Parallel()
	ms := signedMessages(t, newKey(t), "/s", 4)
	synctest.Test(t, func(t *testing.T) {
		c := virtual(t, func(r *http.Request) (*http.Response, error) {
			resp, pw := pipeAnswer(r.Context())
			go func() {
				// The pipe is closed by the reader, which is what ends this.
				_, _ = pw.Write(frames(ms[:3]))
			}()
			return resp, nil
		}, logstore.Config{})
		start := time.Now()
		got, res, err := collect(t, c, logstore.Query{Stream: string(ms[0].Stream)})
		if !errors.Is(err, logstore.ErrIncomplete) || len(got) != 3 {
			t.Errorf("%d messages, then %v", len(got), err)
		}
		if took := time.Since(start); took != logstore.DefaultIdleTimeout {
			t.Errorf("took %v", took)
		}
		if r := res.Report(); r.Complete {
			t.Errorf("report:\n%s", r)
		}
	})
}

// Who takes hours over each message must not lose the answer to a time-out.
func TestSlowReadersAreNotCutOff(t *testing.T) {
	t.Parallel()
	ms := signedMessages(t, newKey(t), "/s", 600)
	synctest.Test(t, func(t *testing.T) {
		c := virtual(t, func(r *http.Request) (*http.Response, error) {
			resp, pw := pipeAnswer(r.Context())
			go func() {
				for _, m := range ms {
					if _, err := pw.Write(frames([]*message.Message{m})); err != nil {
						return
					}
				}
				pw.Close()
			}()
			return resp, nil
		}, logstore.Config{})
		res, err := c.Query(t.Context(), logstore.Query{Stream: string(ms[0].Stream), WithoutProof: true})
		if err != nil {
			t.Fatal(err)
		}
		defer res.Close()
		n := 0
		for _, err := range res.All() {
			if err != nil {
				t.Fatal(err)
			}
			n++
			time.Sleep(time.Hour) // virtual
		}
		if r := res.Report(); n != len(ms) || !r.OK() {
			t.Errorf("%d messages, report:\n%s", n, r)
		}
	})
}

// The answer to a publish request is lost. Sending the same signed message again
// is safe, and the caller learns that it is stored.
func TestPublishingSurvivesALostAnswer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var bodies [][]byte
		c := virtual(t, func(r *http.Request) (*http.Response, error) {
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return nil, err
			}
			if bodies = append(bodies, body); len(bodies) == 1 {
				return nil, io.ErrUnexpectedEOF
			}
			return respond(200, "application/json", `{"results":[{"index":0,"status":"duplicate"}]}`), nil
		}, logstore.Config{Key: newKey(t)})
		receipt, err := c.Publish(t.Context(), "/s", 1)
		if err != nil || !receipt.Duplicate {
			t.Errorf("%+v, %v", receipt, err)
		}
		if len(bodies) != 2 || !bytes.Equal(bodies[0], bodies[1]) {
			t.Errorf("%d requests, want two that are the same", len(bodies))
		}
	})
}

// chainsOf decodes the chain ids of a request.
func chainsOf(t testing.TB, body []byte) (chains []string) {
	t.Helper()
	for len(body) > 0 {
		n := int(body[0])<<24 | int(body[1])<<16 | int(body[2])<<8 | int(body[3])
		m, err := message.Decode(body[4 : 4+n])
		if err != nil {
			t.Fatal(err)
		}
		chains = append(chains, m.Chain)
		body = body[4+n:]
	}
	return chains
}

// After a publish whose fate is unknown the chain must not go on: if the message
// is lost, a link to it would look like a gap for ever.
func TestChainEndsWithAnUnansweredMessage(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var chains []string
		down := false
		c := virtual(t, func(r *http.Request) (*http.Response, error) {
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return nil, err
			}
			chains = append(chains, chainsOf(t, body)...)
			if down {
				return nil, errors.New("network is down")
			}
			return respond(200, "application/json", `{"results":[{"index":0,"status":"stored"}]}`), nil
		}, logstore.Config{Key: newKey(t), MaxRetries: -1})
		for i := range 4 {
			down = i == 1
			_, err := c.Publish(t.Context(), "/s", i)
			if (err != nil) != down {
				t.Fatalf("event %d: %v", i, err)
			}
		}
		if chains[0] != chains[1] || chains[1] == chains[2] || chains[2] != chains[3] {
			t.Errorf("chains %q", chains)
		}
	})
}

func TestNodesThatAnswerNonsenseToPublishing(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`{}`, `{"results":[]}`, `{"results":[{"index":1,"status":"stored"}]}`, `{"results":[{"index":0,"status":"lost"}]}`,
		`{"results":[{"index":0,"status":"stored"},{"index":0,"status":"stored"}]}`, `[]`, `<html>`,
	} {
		c := virtual(t, func(*http.Request) (*http.Response, error) {
			return respond(200, "application/json", body), nil
		}, logstore.Config{Key: newKey(t)})
		if _, err := c.Publish(t.Context(), "/s", 1); !errors.Is(err, logstore.ErrProtocol) {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestLargeRequestsAreSplitForTheNode(t *testing.T) {
	t.Parallel()
	var sizes []int
	c := virtual(t, func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		n := len(chainsOf(t, body))
		if sizes = append(sizes, n); n > 3 {
			return respond(413, "application/problem+json", `{"code":"body_too_large"}`), nil
		}
		var results []string
		for i := range n {
			results = append(results, `{"index":`+string(rune('0'+i))+`,"status":"stored"}`)
		}
		return respond(200, "application/json", `{"results":[`+strings.Join(results, ",")+`]}`), nil
	}, logstore.Config{Key: newKey(t)})
	res, err := c.PublishBatch(t.Context(), "/s", events(10))
	if err != nil || res.Stored != 10 {
		t.Errorf("%+v, %v (requests %v)", res, err, sizes)
	}
}
