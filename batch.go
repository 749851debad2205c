package logstore

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"sync"

	"github.com/logstore/logstore/message"
)

// batchSender sends messages in requests of bounded size, one after the other, so
// that what was not sent is the end of the batch. The next request is signed and
// encoded while one is on its way.
type batchSender struct {
	c        *Client
	messages []*message.Message
	order    []int          // indices of messages in the order of sending
	sign     message.Signer // nil: they are signed
	progress func(done, total int)

	result BatchResult
	first  *RejectedError
}

// parcel is one request: messages by index, and their frames.
type parcel struct {
	indices []int
	body    []byte
	ends    []int // ends[i] is where the frame of indices[i] ends in body
	err     error
}

func (s *batchSender) run(ctx context.Context) (BatchResult, error) {
	s.result.Events = make([]EventResult, len(s.messages))
	for i, m := range s.messages {
		s.result.Events[i].place(m)
	}
	parcels := make(chan parcel)
	pctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(parcels)
		s.prepare(pctx, parcels)
	})
	sent := 0
	var failure error
	for p := range parcels {
		if failure = s.deliver(ctx, p); failure != nil {
			break
		}
		sent += len(p.indices)
		if s.progress != nil {
			s.progress(sent, len(s.messages))
		}
	}
	cancel()
	for range parcels { // lets prepare end
	}
	wg.Wait()
	if failure == nil && sent < len(s.messages) {
		failure = context.Cause(ctx)
	}
	return s.finish(failure)
}

// prepare signs and encodes parcel after parcel.
func (s *batchSender) prepare(ctx context.Context, out chan<- parcel) {
	rest := s.order
	for len(rest) > 0 && ctx.Err() == nil {
		n := min(len(rest), s.c.cfg.BatchMessages)
		p := parcel{indices: rest[:n]}
		if s.sign != nil {
			p.err = s.signAll(p.indices)
		}
		if p.err == nil {
			p.encode(s.messages, s.c.cfg.BatchBytes)
			rest = rest[len(p.indices):]
		}
		select {
		case out <- p:
		case <-ctx.Done():
			return
		}
		if p.err != nil {
			return
		}
	}
}

// signAll signs on all cores what is not signed yet.
func (s *batchSender) signAll(indices []int) error {
	workers := min(runtime.GOMAXPROCS(0), len(indices))
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(indices); i += workers {
				if m := s.messages[indices[i]]; m.Signature == nil {
					if err := message.Sign(m, s.sign); err != nil {
						errs[w] = fmt.Errorf("event %d: %w", indices[i], err)
						return
					}
				}
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// encode fills the body with frames and keeps as many indices as fit, at least one.
func (p *parcel) encode(ms []*message.Message, maxBytes int) {
	for n, i := range p.indices {
		start := len(p.body)
		p.body = append(p.body, 0, 0, 0, 0)
		p.body = ms[i].AppendWire(p.body)
		binary.BigEndian.PutUint32(p.body[start:], uint32(len(p.body)-start-4))
		if n > 0 && len(p.body) > maxBytes {
			p.body, p.indices = p.body[:start], p.indices[:n]
			return
		}
		p.ends = append(p.ends, len(p.body))
	}
}

// halves splits a parcel that is too large for the node.
func (p parcel) halves() (a, b parcel) {
	mid := len(p.indices) / 2
	cut := p.ends[mid-1]
	a = parcel{indices: p.indices[:mid], body: p.body[:cut], ends: p.ends[:mid]}
	b = parcel{indices: p.indices[mid:], body: p.body[cut:]}
	for _, e := range p.ends[mid:] {
		b.ends = append(b.ends, e-cut)
	}
	return a, b
}

// deliver sends a parcel, in parts if the node wants smaller requests.
func (s *batchSender) deliver(ctx context.Context, p parcel) error {
	if p.err != nil {
		return p.err
	}
	answer, err := s.c.postFrames(ctx, p.body)
	if errors.Is(err, ErrTooLarge) && len(p.indices) > 1 {
		a, b := p.halves()
		if err := s.deliver(ctx, a); err != nil {
			return err
		}
		return s.deliver(ctx, b)
	}
	if err != nil {
		return err
	}
	return s.record(p, answer)
}

// publishAnswer is the node's answer to POST /messages.
type publishAnswer struct {
	Results []struct {
		Index        int    `json:"index"`
		Status       string `json:"status"`
		Equivocation bool   `json:"equivocation"`
		Code         string `json:"code"`
		Field        string `json:"field"`
		Reason       string `json:"reason"`
	} `json:"results"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

func (c *Client) postFrames(ctx context.Context, frames []byte) (publishAnswer, error) {
	body, encoding, err := compressBody(c.cfg.Compression, frames)
	if err != nil {
		return publishAnswer{}, fmt.Errorf("compress request: %w", err)
	}
	var raw json.RawMessage
	err = c.call(ctx, request{
		method: http.MethodPost, path: "/messages", query: url.Values{"results": {"all"}},
		body: body, contentType: "application/octet-stream", encoding: encoding,
		// A batch of which everything was refused is answered with this status.
		okStatus: func(status int) bool { return status == http.StatusUnprocessableEntity },
	}, &raw)
	if err != nil {
		return publishAnswer{}, err
	}
	var answer publishAnswer
	if err := json.Unmarshal(raw, &answer); err != nil {
		return answer, fmt.Errorf("POST /messages: %w: %w", ErrProtocol, err)
	}
	return answer, nil
}

// record enters the node's verdicts. Every event needs exactly one.
func (s *batchSender) record(p parcel, answer publishAnswer) error {
	if len(answer.Results) == 0 && answer.Code != "" {
		return &APIError{
			Status: http.StatusUnprocessableEntity, Code: answer.Code, Detail: answer.Detail, Operation: "POST /messages",
		}
	}
	seen := make([]bool, len(p.indices))
	for _, r := range answer.Results {
		if r.Index < 0 || r.Index >= len(seen) || seen[r.Index] {
			return fmt.Errorf("POST /messages: %w: result index %d of %d is out of range or repeated", ErrProtocol, r.Index, len(seen))
		}
		seen[r.Index] = true
		index := p.indices[r.Index]
		e := &s.result.Events[index]
		switch r.Status {
		case "stored":
			s.result.Stored++
		case "duplicate":
			s.result.Duplicates++
			e.Duplicate = true
		case "rejected":
			s.result.Rejected++
			rejected := &RejectedError{Index: index, Code: r.Code, Field: r.Field, Reason: r.Reason}
			e.Err = rejected
			if s.first == nil || index < s.first.Index {
				s.first = rejected
			}
			continue
		default:
			return fmt.Errorf("POST /messages: %w: status %q of message %d", ErrProtocol, r.Status, r.Index)
		}
		e.Key, e.Equivocation = s.messages[index].Key(), r.Equivocation
	}
	for n, ok := range seen {
		if !ok {
			return fmt.Errorf("POST /messages: %w: no result for message %d", ErrProtocol, n)
		}
	}
	return nil
}

// finish marks what has no answer, ends the chains that cannot be continued, and
// makes the error of the whole.
func (s *batchSender) finish(failure error) (BatchResult, error) {
	for i := range s.result.Events {
		e := &s.result.Events[i]
		if e.Err == nil && e.Key == (message.Key{}) {
			e.Err = failure
			s.result.Unsent++
		}
		if e.Err != nil && s.sign != nil {
			s.c.chainWriter(e.Part).abandon(s.messages[i].Chain)
		}
	}
	n := len(s.result.Events)
	switch {
	case failure != nil && n == 1:
		return s.result, fmt.Errorf("publish: %w", failure)
	case failure != nil:
		return s.result, fmt.Errorf("publish: %d of %d events have no answer: %w", s.result.Unsent, n, failure)
	case s.first != nil:
		return s.result, fmt.Errorf("publish: %d of %d events rejected, the first: %w", s.result.Rejected, n, s.first)
	}
	return s.result, nil
}
