package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// unsignedRequest is a checked request to sign and publish JSON.
type unsignedRequest struct {
	stream    streams.Stream
	part      message.StreamPart
	timestamp int64    // of events without a time of their own, ms
	timeField []string // path of the member that holds the time; nil is none
}

// event is one value to sign.
type event struct {
	item
	content   []byte
	timestamp int64
	// violates the stream's schema: ingest will refuse it, and report it.
	violates bool
}

// handlePublishUnsigned takes JSON from a program with an API key and signs it with
// the node's own key.
func (s *Server) handlePublishUnsigned(w http.ResponseWriter, r *http.Request, a args) error {
	id, err := a.streamID()
	if err != nil {
		return err
	}
	if err := callerOf(r).mayPublish(id); err != nil {
		return err
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return err
	}
	answer, err := newPublishAnswer(p)
	if err != nil {
		return err
	}
	req, err := s.planUnsigned(r.Context(), id, p)
	if err != nil {
		return err
	}
	body, done, err := s.openPublish(w, r)
	if err != nil {
		return err
	}
	defer done()
	var src eventReader
	switch t := mediaType(r); {
	case isNDJSON(t):
		src = newLineReader(body, s.cfg.MaxMessageBytes)
	case t == "application/json" || t == "":
		answer.all = true
		src = &wholeReader{r: body, limit: s.cfg.MaxMessageBytes}
	default:
		return problemf(codeMediaType, "Content-Type %q: want application/json or application/x-ndjson", clip(t))
	}
	if err := s.publishUnsigned(r.Context(), callerOf(r).client, req, src, answer); err != nil {
		return partly(err, answer)
	}
	return answer.write(w)
}

func (s *Server) planUnsigned(ctx context.Context, id message.StreamID, p params) (*unsignedRequest, error) {
	stream, err := s.streams.Stream(ctx, id)
	if err != nil {
		return nil, streamProblem(err)
	}
	if _, err := s.streams.MayPublish(ctx, id, s.writer.signer.UserID(), s.now().UnixMilli()); err != nil {
		return nil, streamProblem(err)
	}
	req := &unsignedRequest{stream: stream, part: message.StreamPart{Stream: id}, timestamp: s.now().UnixMilli()}
	if p.has("partition") && p.has("partitionKey") {
		return nil, badParameter("partition", "Query parameters \"partition\" and \"partitionKey\": want one of them")
	}
	partition, err := p.natural("partition", 0, int64(stream.Partitions)-1)
	if err != nil {
		return nil, err
	}
	req.part.Partition = int32(partition)
	if key := p.text("partitionKey"); key != "" {
		req.part.Partition = message.PartitionOf(key, stream.Partitions)
	}
	if ms, given, err := p.moment("timestamp", s.now()); err != nil {
		return nil, err
	} else if given {
		req.timestamp = ms
	}
	if field := p.text("timeField"); field != "" {
		req.timeField = strings.Split(field, ".")
	}
	return req, nil
}

// streamProblem is asProblem for what the registry says about a stream.
func streamProblem(err error) error {
	switch {
	case errors.Is(err, streams.ErrUnknownStream):
		return &problem{code: codeUnknownStream, detail: err.Error(), cause: err}
	case errors.Is(err, streams.ErrOnChain):
		return &problem{code: codeOnChain, detail: err.Error(), cause: err}
	case errors.Is(err, streams.ErrNotPermitted):
		return &problem{code: codeForbidden, detail: err.Error(), cause: err}
	}
	return storeProblem(err)
}

// eventReader yields the texts of a body; see lineReader.next.
type eventReader interface {
	next() (item, []byte, error)
}

// wholeReader is an eventReader of a body that is one value.
type wholeReader struct {
	r     io.Reader
	limit int
	read  bool
}

func (o *wholeReader) next() (item, []byte, error) {
	if o.read {
		return item{}, nil, io.EOF
	}
	o.read = true
	body, err := io.ReadAll(io.LimitReader(o.r, int64(o.limit)+1))
	if err != nil {
		return item{}, nil, err
	}
	if len(body) > o.limit {
		return item{rejected: tooLarge(len(body), o.limit)}, nil, nil
	}
	if body = bytes.TrimSpace(body); len(body) == 0 {
		return item{}, nil, io.EOF
	}
	return item{size: len(body)}, body, nil
}

// publishUnsigned reads, signs and submits slice after slice.
func (s *Server) publishUnsigned(ctx context.Context, client string, req *unsignedRequest, src eventReader, answer *publishAnswer) error {
	for {
		var events []event
		size := 0
		var readErr error
		for len(events) < sliceMessages && size < sliceBytes {
			it, text, err := src.next()
			if err != nil {
				readErr = err
				break
			}
			events = append(events, s.event(req, it, text))
			size += it.size
		}
		if len(events) > 0 {
			if err := s.limits.publish(ctx, client, len(events), size); err != nil {
				s.metrics.refused.WithLabelValues("publish_rate").Inc()
				return err
			}
			sl, err := s.writer.submit(ctx, s.ingest, req.part, events)
			if err != nil {
				return err
			}
			if err := s.report(sl, answer); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(readErr, io.EOF):
			return nil
		case readErr != nil:
			return bodyProblem(readErr)
		}
	}
}

// event checks one value as far as that is possible before it is signed. What
// would only turn out to be wrong later leaves a hole in the node's message chain.
func (s *Server) event(req *unsignedRequest, it item, text []byte) event {
	e := event{item: it, content: bytes.Clone(text), timestamp: req.timestamp}
	if it.rejected != nil {
		return e
	}
	if !json.Valid(text) {
		e.rejected = &ingest.Rejection{Code: ingest.CodeInvalidContent, Field: "content", Reason: "the content is not JSON: " + jsonFault(text)}
		return e
	}
	if req.timeField != nil {
		ms, err := eventTime(text, req.timeField, s.now())
		if err != nil {
			e.rejected = &ingest.Rejection{Code: ingest.CodeMalformed, Field: strings.Join(req.timeField, "."), Reason: err.Error()}
			return e
		}
		e.timestamp = ms
	}
	if ahead := e.timestamp - s.now().UnixMilli(); ahead > s.cfg.MaxFuture.Milliseconds() {
		e.rejected = &ingest.Rejection{Code: ingest.CodeFutureTimestamp, Field: "timestamp", Reason: fmt.Sprintf(
			"timestamp %d lies %v in the future, at most %v allowed", e.timestamp, time.Duration(ahead)*time.Millisecond, s.cfg.MaxFuture)}
		return e
	}
	e.violates = req.stream.Validator != nil && len(req.stream.Validator.Validate(text)) > 0
	return e
}

func jsonFault(text []byte) string {
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		return err.Error()
	}
	return "unknown fault"
}

// eventTime finds the time in an event: a number of milliseconds, or a text.
func eventTime(text []byte, path []string, now time.Time) (int64, error) {
	name := strings.Join(path, ".")
	raw := json.RawMessage(text)
	for _, field := range path {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(raw, &object); err != nil {
			return 0, fmt.Errorf("timeField %s: there is no object that could hold it", name)
		}
		var ok bool
		if raw, ok = object[field]; !ok {
			return 0, fmt.Errorf("timeField %s is missing", name)
		}
	}
	var value string
	if err := json.Unmarshal(raw, &value); err == nil {
		if ms, ok := parseMoment(value, now); ok && value != "now" && !strings.HasPrefix(value, "-") {
			return ms, nil
		}
	} else if f, err := strconv.ParseFloat(string(raw), 64); err == nil && f >= 0 && f <= maxMillis {
		return int64(math.Floor(f)), nil
	}
	return 0, fmt.Errorf("timeField %s is %s: want milliseconds since 1970 or an RFC 3339 time", name, clip(string(raw)))
}
