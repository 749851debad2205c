package api

import (
	"context"
	"errors"
	"io"
	"net/http"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/message"
)

// A publish request is read and submitted in slices: large enough to share an fsync
// and to keep all cores checking signatures, small enough that a body of any size
// needs little memory.
const (
	sliceMessages = 512
	sliceBytes    = 1 << 20
	// slicesInFlight are submitted while the next one is read.
	slicesInFlight = 2
)

// maxListed bounds the verdicts in an answer; more are only counted.
const (
	maxListed    = 1000
	maxListedAll = 1 << 16 // with results=all
)

// item is one message of a publish request.
type item struct {
	index    int // among the messages of the request, from 0
	line     int // of the body, from 1; 0 if the body has no lines
	message  *message.Message
	rejected *ingest.Rejection // instead of message
	size     int
}

// itemReader reads a body. Errors other than io.EOF say that the body cannot be
// read any further; what is wrong with one message stands in its item.
type itemReader interface {
	next() (item, error)
}

// verdict is what the answer says about one message.
type verdict struct {
	Index        int    `json:"index"`
	Line         int    `json:"line,omitempty"`
	Status       string `json:"status"`
	Key          string `json:"key,omitempty"`
	Equivocation bool   `json:"equivocation,omitempty"`
	Code         string `json:"code,omitempty"`
	Field        string `json:"field,omitempty"`
	Reason       string `json:"reason,omitempty"`
}

// publishAnswer is the answer to a publish request.
type publishAnswer struct {
	Accepted   int       `json:"accepted"`
	Duplicates int       `json:"duplicates"`
	Rejected   int       `json:"rejected"`
	Results    []verdict `json:"results"`
	// Omitted verdicts did not fit into Results.
	Omitted int `json:"omitted,omitempty"`

	all  bool // list what was accepted, too
	room int
}

func newPublishAnswer(p params) (*publishAnswer, error) {
	out := &publishAnswer{Results: []verdict{}, room: maxListed}
	switch p.text("results") {
	case "":
	case "all":
		out.all, out.room = true, maxListedAll
	default:
		return nil, badParameter("results", "Query parameter \"results\" is %q: want all, or leave it out", clip(p.text("results")))
	}
	return out, nil
}

// add counts one verdict. A result without outcome is left out.
func (a *publishAnswer) add(it item, res ingest.Result) {
	v := verdict{Index: it.index, Line: it.line}
	rejection := it.rejected
	if rejection == nil && res.Outcome == ingest.Rejected {
		rejection = res.Err
	}
	switch {
	case rejection != nil:
		a.Rejected++
		v.Status, v.Code, v.Field, v.Reason = "rejected", string(rejection.Code), rejection.Field, rejection.Reason
	case res.Outcome == ingest.Stored:
		a.Accepted++
		v.Status, v.Equivocation = "stored", res.Equivocation
	case res.Outcome == ingest.Duplicate:
		a.Duplicates++
		v.Status = "duplicate"
	default:
		return
	}
	if rejection == nil && !res.Equivocation && !a.all {
		return
	}
	if len(a.Results) == a.room {
		a.Omitted++
		return
	}
	if rejection == nil {
		v.Key = res.Key.String()
	}
	a.Results = append(a.Results, v)
}

func (a *publishAnswer) total() int { return a.Accepted + a.Duplicates + a.Rejected }

// members are the answer's members in a problem.
func (a *publishAnswer) members() []member {
	out := []member{{"accepted", a.Accepted}, {"duplicates", a.Duplicates}, {"rejected", a.Rejected}, {"results", a.Results}}
	if a.Omitted > 0 {
		out = append(out, member{"omitted", a.Omitted})
	}
	return out
}

// write sends the answer: 200 if all is well, 207 if some messages were refused
// (the others are stored), 422 if all were.
func (a *publishAnswer) write(w http.ResponseWriter) error {
	switch {
	case a.total() == 0:
		return problemf(codeInvalidBody, "the body holds no message")
	case a.Rejected == a.total():
		first := "see results"
		if len(a.Results) > 0 {
			first = a.Results[0].Reason
		}
		p := problemf(codeAllRejected, "no message was accepted: %s", clip(first))
		p.members = a.members()
		return p
	case a.Rejected > 0:
		return writeJSON(w, http.StatusMultiStatus, a)
	}
	return writeJSON(w, http.StatusOK, a)
}

// handlePublish takes signed messages of any streams. The signature is all the
// authority that is needed.
func (s *Server) handlePublish(w http.ResponseWriter, r *http.Request, _ args) error {
	if c := callerOf(r); c.denied != nil {
		return c.denied
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return err
	}
	answer, err := newPublishAnswer(p)
	if err != nil {
		return err
	}
	body, done, err := s.openPublish(w, r)
	if err != nil {
		return err
	}
	defer done()
	var src itemReader
	switch t := mediaType(r); {
	case t == "application/octet-stream" || t == "application/x-protobuf":
		src = newFrameReader(body, s.cfg.MaxMessageBytes)
	case isNDJSON(t):
		src = newSignedLineReader(body, s.cfg.MaxMessageBytes)
	case t == "application/json":
		answer.all = true
		src = &signedReader{r: body}
	default:
		return problemf(codeMediaType, "Content-Type %q: want application/octet-stream (frames), application/x-ndjson or application/json", clip(t))
	}
	if err := s.publishAll(r.Context(), callerOf(r).client, src, answer); err != nil {
		return partly(err, answer)
	}
	return answer.write(w)
}

// openPublish begins to read what is published, if the client has not too many such
// requests under way. done ends it.
func (s *Server) openPublish(w http.ResponseWriter, r *http.Request) (body io.Reader, done func(), err error) {
	release, err := s.publishes.take(callerOf(r).client)
	if err != nil {
		s.metrics.refused.WithLabelValues("publishes").Inc()
		return nil, nil, err
	}
	body, closeBody, err := s.openBody(w, r)
	if err != nil {
		release()
		return nil, nil, err
	}
	return body, func() { closeBody(); release() }, nil
}

// partly makes an error of one that came after some messages were decided about.
func partly(err error, answer *publishAnswer) error {
	p := *asProblem(err)
	if answer.total() > 0 {
		p.detail += "; what came before is decided, see the other members"
	}
	p.members = append(p.members[:len(p.members):len(p.members)], answer.members()...)
	p.members = append(p.members, member{"processed", answer.total()})
	return &p
}

// slice is a part of a request on its way through ingest.
type slice struct {
	items   []item
	bytes   int
	results []ingest.Result // of those items that have a message
	err     error
	done    chan struct{} // closed when results are there
}

// read fills the slice. It returns io.EOF with the last items.
func (sl *slice) read(src itemReader) error {
	for len(sl.items) < sliceMessages && sl.bytes < sliceBytes {
		it, err := src.next()
		if err != nil {
			return err
		}
		sl.items = append(sl.items, it)
		sl.bytes += it.size
	}
	return nil
}

func (sl *slice) messages() []*message.Message {
	ms := make([]*message.Message, 0, len(sl.items))
	for _, it := range sl.items {
		if it.rejected == nil {
			ms = append(ms, it.message)
		}
	}
	return ms
}

// report adds the verdicts to the answer.
func (s *Server) report(sl *slice, answer *publishAnswer) error {
	before := *answer
	next := 0
	for _, it := range sl.items {
		var res ingest.Result
		if it.rejected == nil {
			if next < len(sl.results) {
				res = sl.results[next]
			}
			next++
		}
		answer.add(it, res)
	}
	s.metrics.published.WithLabelValues("stored").Add(float64(answer.Accepted - before.Accepted))
	s.metrics.published.WithLabelValues("duplicate").Add(float64(answer.Duplicates - before.Duplicates))
	s.metrics.published.WithLabelValues("rejected").Add(float64(answer.Rejected - before.Rejected))
	return sl.err
}

// publishAll reads, submits and reports, with a few slices on their way at once.
// Verdicts stand in the answer in the order of the messages. Every goroutine that
// it starts has ended when it returns.
func (s *Server) publishAll(ctx context.Context, client string, src itemReader, answer *publishAnswer) error {
	var flying []*slice
	land := func() error {
		sl := flying[0]
		flying = flying[1:]
		<-sl.done
		return s.report(sl, answer)
	}
	var failed error
	for failed == nil {
		sl := &slice{done: make(chan struct{})}
		readErr := sl.read(src)
		if len(sl.items) > 0 {
			if failed = s.limits.publish(ctx, client, len(sl.items), sl.bytes); failed != nil {
				s.metrics.refused.WithLabelValues("publish_rate").Inc()
				break
			}
			flying = append(flying, sl)
			go s.submit(ctx, sl)
		}
		if len(flying) == slicesInFlight {
			failed = land()
		}
		if readErr != nil {
			if failed == nil && !errors.Is(readErr, io.EOF) {
				failed = bodyProblem(readErr)
			}
			break
		}
	}
	for len(flying) > 0 {
		if err := land(); failed == nil {
			failed = err
		}
	}
	return failed
}

// submit takes a slice in. What was read is decided about even if the client is
// gone, or sends no more; ingest bounds its waits itself.
func (s *Server) submit(ctx context.Context, sl *slice) {
	defer close(sl.done)
	if ms := sl.messages(); len(ms) > 0 {
		sl.results, sl.err = s.ingest.Submit(context.WithoutCancel(ctx), ms)
	}
}
