package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// subscription collects what comes until it is ended.
type subscription struct {
	part   part
	cancel context.CancelFunc
	done   chan struct{}
	live   chan struct{} // closed when what is published arrives

	mu     sync.Mutex // guards what follows
	got    []record
	errors []string
	resent bool
	news   chan struct{} // closed and made anew when something comes
}

func (s *subscription) change(do func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	do()
	close(s.news)
	s.news = make(chan struct{})
}

func (s *subscription) end() {
	s.cancel()
	<-s.done
}

// ref is a place in a stream part, as the official SDK writes it.
type ref struct {
	Timestamp int64  `json:"timestamp"`
	Sequence  *int32 `json:"sequenceNumber"`
}

type resendQuery struct {
	Last      int    `json:"last"`
	From      *ref   `json:"from"`
	To        *ref   `json:"to"`
	Publisher string `json:"publisherId"`
	Chain     string `json:"msgChainId"`
}

type subscribeArgs struct {
	part
	Sub    string       `json:"sub"`
	Resend *resendQuery `json:"resend"`
}

// subscribeTimeout bounds how long a subscription takes to begin.
const subscribeTimeout = 30 * time.Second

func (c *client) subscribe(ctx context.Context, a subscribeArgs) (any, error) {
	ctx, cancel := context.WithCancel(ctx)
	s := &subscription{part: a.part, cancel: cancel, done: make(chan struct{}), live: make(chan struct{}), news: make(chan struct{})}
	o := logstore.SubscribeOptions{
		Stream: a.Stream, Partition: a.Partition,
		OnLive:    func() { close(s.live); s.change(func() { s.resent = true }) },
		OnProblem: func(err error) { s.change(func() { s.errors = append(s.errors, err.Error()) }) },
	}
	if q := a.Resend; q != nil {
		o.Last = q.Last
		if q.From != nil {
			o.FromRef.Timestamp = q.From.Timestamp
			if q.From.Sequence != nil {
				o.FromRef.Sequence = *q.From.Sequence
			}
		}
	}
	var failure error
	go func() {
		defer close(s.done)
		for d, err := range c.Client.Subscribe(ctx, o) {
			if err != nil {
				if !errors.Is(err, context.Canceled) {
					failure = err
					s.change(func() { s.errors = append(s.errors, err.Error()) })
				}
				return
			}
			content, err := d.Plain()
			s.change(func() {
				if err != nil {
					s.errors = append(s.errors, err.Error())
					return
				}
				s.got = append(s.got, newRecord(d.ID, d.ContentType, content))
			})
		}
	}()
	select {
	case <-s.live:
	case <-s.done:
		cancel()
		return nil, fmt.Errorf("the subscription has ended: %w", failure)
	case <-time.After(subscribeTimeout):
	}
	c.mu.Lock()
	c.subs[a.Sub] = s
	c.mu.Unlock()
	return nil, nil
}

func (c *client) sub(name string) (*subscription, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.subs[name]
	if s == nil {
		return nil, fmt.Errorf("there is no subscription %s", name)
	}
	return s, nil
}

type receivedArgs struct {
	Sub       string `json:"sub"`
	Count     int    `json:"count"`
	TimeoutMS int    `json:"timeoutMs"`
}

func (c *client) received(ctx context.Context, a receivedArgs) (any, error) {
	s, err := c.sub(a.Sub)
	if err != nil {
		return nil, err
	}
	timeout := time.After(time.Duration(a.TimeoutMS) * time.Millisecond)
	for {
		s.mu.Lock()
		got, problems, resent, news := s.got, s.errors, s.resent, s.news
		s.mu.Unlock()
		over := len(got) >= a.Count
		if !over {
			select {
			case <-news:
			case <-timeout:
				over = true
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
		if over {
			return map[string]any{"messages": append([]record{}, got...), "errors": append([]string{}, problems...), "resent": resent}, nil
		}
	}
}

// unsubscribe leaves the stream part with the last subscription to it, as the official SDK
// does.
func (c *client) unsubscribe(_ context.Context, a struct{ Sub string }) (any, error) {
	s, err := c.sub(a.Sub)
	if err != nil {
		return nil, err
	}
	s.end()
	c.mu.Lock()
	delete(c.subs, a.Sub)
	last := true
	for _, other := range c.subs {
		last = last && other.part != s.part
	}
	c.mu.Unlock()
	if !last {
		return nil, nil
	}
	return nil, c.LeavePart(s.part.Stream, s.part.Partition)
}

type publishArgs struct {
	Stream       string `json:"stream"`
	Partition    *int   `json:"partition"`
	PartitionKey string `json:"partitionKey"`
	Chain        string `json:"chain"`
	EveryMS      int    `json:"everyMs"`
	what
}

func (c *client) publish(ctx context.Context, a publishArgs) (any, error) {
	if a.Chain != "" {
		return nil, errors.New("the Go SDK names its chains itself")
	}
	published := []record{}
	due := time.Now()
	for _, content := range a.contents() {
		e := logstore.Event{Content: content, PartitionKey: a.PartitionKey}
		if a.Partition != nil {
			e.Partition = *a.Partition
		}
		res, err := c.PublishBatch(ctx, a.Stream, []logstore.Event{e})
		if err != nil {
			return nil, err
		}
		published = append(published, c.recordOf(res.Events[0].Receipt, content))
		due = due.Add(time.Duration(a.EveryMS) * time.Millisecond)
		if wait := time.Until(due); a.EveryMS > 0 && wait > 0 {
			select {
			case <-time.After(wait):
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
	}
	return map[string]any{"messages": published}, nil
}

// recordOf is what was published, as a receipt tells.
func (c *client) recordOf(r logstore.Receipt, content any) record {
	id := message.ID{Partition: r.Part.Partition, Timestamp: r.Ref.Timestamp, Sequence: r.Ref.Sequence, Publisher: c.key.UserID(), Chain: r.Chain}
	if text, ok := content.(json.RawMessage); ok {
		return newRecord(id, message.ContentJSON, text)
	}
	return newRecord(id, message.ContentBinary, content.([]byte))
}

type resendArgs struct {
	part
	Query resendQuery `json:"query"`
}

// resend asks storage nodes. A bound with sequence number 0 is exact here, and a whole
// millisecond in the Go SDK, so what is beyond it is left out.
func (c *client) resend(ctx context.Context, a resendArgs) (any, error) {
	q := logstore.Query{Stream: a.Stream, Partition: a.Partition, Last: a.Query.Last, Decrypt: true}
	if a.Query.Last == 0 {
		q.Publisher, q.Chain = a.Query.Publisher, a.Query.Chain
	}
	last := message.Ref{Timestamp: 1<<53 - 1}
	if f := a.Query.From; f != nil {
		q.FromRef.Timestamp = f.Timestamp
		if f.Sequence != nil {
			q.FromRef.Sequence = *f.Sequence
		}
	}
	if t := a.Query.To; t != nil {
		last = message.Ref{Timestamp: t.Timestamp, Sequence: 1<<31 - 1}
		if t.Sequence != nil {
			last.Sequence = *t.Sequence
		}
		q.ToRef = last
	}
	res, err := c.Query(ctx, q)
	if err != nil {
		return nil, err
	}
	defer res.Close()
	got := []record{}
	for m, err := range res.All() {
		if err != nil {
			return nil, err
		}
		if m.Ref().Compare(last) > 0 {
			continue
		}
		content, err := m.Plain()
		if err != nil {
			return nil, err
		}
		got = append(got, newRecord(m.ID, m.ContentType, content))
	}
	return map[string]any{"messages": got}, nil
}
