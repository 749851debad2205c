package logstore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// SubscribeOptions choose what to follow, and from where. Only Stream is needed.
type SubscribeOptions struct {
	Stream    string
	Partition int

	// From begins with the messages that the node has of this event time or
	// later, in time order, before what is new. Zero begins with what is new.
	From time.Time
	// FromRef is an exact place, in the place of From.
	FromRef message.Ref
	// Last begins with the newest n messages in place of those from a time on. It needs
	// Config.Peer.
	Last int
	// Cursor goes on after the [Delivery] that it came with, whatever happened
	// since; it takes the place of From. Only nodes have cursors: it excludes Config.Peer.
	Cursor string

	// Publisher keeps only messages of this address, Chain only those of one of
	// its message chains.
	Publisher, Chain string

	// Verification is strict unless told otherwise. With Config.Peer it has no say: what
	// fails is left out, since anybody could end a subscription otherwise.
	Verification Verification
	// OnProblem, which may be nil, is told of what is missing or left out of a
	// subscription with Config.Peer, by the goroutine that iterates, at the place where it
	// belongs: [*GapError], [*UnreadableError], [ErrVerification].
	OnProblem func(error)
	// OnLive is called once, when everything that was there at the beginning has
	// been delivered and what follows is new.
	OnLive func()
}

// Delivery is a message of a subscription.
type Delivery struct {
	Message
	// Cursor resumes a subscription after this message, at the same node. It is "" with
	// Config.Peer: go on from the message's Ref there.
	Cursor string
	// Live is false for what the node already had when the subscription began.
	Live bool
}

// Subscribe follows a stream part: first, if wanted, what the node has from some
// time on, in time order, then whatever the node takes in, in the order of arrival.
// Lost connections are made anew and go on where they ended, with no message left
// out and none twice, for as long as ctx lives; the first connection is given up
// after Config.MaxRetries. Each message is verified before it is yielded.
//
// The iteration ends when ctx does, when the node refuses (an [APIError]), or at a
// message that fails verification; the reason is the last thing yielded. It may be
// iterated more than once and begins anew each time.
//
// With Config.Peer it follows the Streamr network instead: first, if wanted, what a storage
// node has, then what is published, without a gap or a message twice in between. Every
// message was signed by its publisher, who may publish to the stream; contents of private
// streams are decrypted ([Message.Plain]). The messages of each publisher's chain come in
// their order; where one is missing, the next waits for PeerConfig.GapWait, then storage nodes are
// asked for it, and in the end it is reported and left out. There is no order between
// chains. What fails its checks never ends the iteration: that is ctx, [ErrClosed], [ErrNoStorage]
// or another failure of what it begins with, [ErrNoSuchStream], [ErrUnreachable], or [ErrInvalid].
func (c *Client) Subscribe(ctx context.Context, o SubscribeOptions) iter.Seq2[Delivery, error] {
	return func(yield func(Delivery, error) bool) {
		var err error
		if c.peer != nil {
			err = c.peer.subscribe(ctx, o, yield)
		} else {
			err = c.follow(ctx, o, yield)
		}
		if err != nil {
			yield(Delivery{}, err)
		}
	}
}

// follow is Subscribe at a node.
func (c *Client) follow(ctx context.Context, o SubscribeOptions, yield func(Delivery, error) bool) error {
	s, err := c.newSubscription(o)
	if err != nil {
		return err
	}
	return s.run(ctx, yield)
}

// subscription is one iteration of Subscribe at a node.
type subscription struct {
	c         *Client
	o         SubscribeOptions
	part      message.StreamPart
	publisher message.UserID
	params    url.Values
	from      message.Ref

	cursor string // after what was delivered last
	isLive bool
	index  uint64
	recent recentKeys
}

func (c *Client) newSubscription(o SubscribeOptions) (*subscription, error) {
	part, err := c.parsePart(o.Stream, o.Partition)
	if err != nil {
		return nil, err
	}
	s := &subscription{c: c, o: o, part: part, cursor: o.Cursor, params: url.Values{"format": {"raw"}}}
	if o.Verification < VerifyStrict || o.Verification > VerifyOff {
		return nil, invalidf("Verification is %d, want VerifyStrict, VerifySkip or VerifyOff", o.Verification)
	}
	if o.Publisher != "" {
		if s.publisher, err = message.ParseUserID(o.Publisher); err != nil {
			return nil, invalidf("Publisher: %v", err)
		}
		s.params.Set("publisherId", s.publisher.String())
	}
	if o.Chain != "" {
		if o.Publisher == "" {
			return nil, invalidf("Chain needs Publisher")
		}
		s.params.Set("msgChainId", o.Chain)
	}
	if o.Last != 0 {
		return nil, invalidf("Last needs Config.Peer: query the newest, and subscribe from there")
	}
	if o.Cursor == "" {
		if s.from, err = lowerBound(o.From, o.FromRef); err != nil {
			return nil, err
		}
		if s.from != (message.Ref{}) {
			s.params.Set("from", strconv.FormatInt(s.from.Timestamp, 10))
		}
	}
	return s, nil
}

// errDone says that the consumer has had enough.
var errDone = errors.New("done")

// run connects again and again. It returns nil if the consumer stopped.
func (s *subscription) run(ctx context.Context, yield func(Delivery, error) bool) error {
	attempt, connected := 0, false
	for {
		conn, err := s.c.dial(ctx, s.request())
		if err == nil {
			connected = true
			var progress bool
			if progress, err = s.receive(ctx, conn, yield); progress {
				attempt = 0
			}
		}
		switch {
		case errors.Is(err, errDone):
			return nil
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case !isRetryable(err):
			return err
		case !connected && attempt >= s.c.cfg.MaxRetries:
			return fmt.Errorf("subscribe to %s: %w", s.part, err)
		}
		wait := s.c.backoff(attempt)
		var ae *APIError
		if errors.As(err, &ae) {
			wait = max(wait, min(ae.retryAfter, maxRetryAfter))
		}
		attempt++
		s.c.cfg.Logger.DebugContext(ctx, "subscription reconnects",
			slog.String("streamPart", s.part.String()), slog.Any("error", err), slog.Duration("wait", wait))
		if s.c.cfg.Clock.Sleep(ctx, wait) != nil {
			return context.Cause(ctx)
		}
	}
}

func (s *subscription) request() request {
	q := url.Values{}
	for k, v := range s.params {
		q[k] = v
	}
	if s.cursor != "" {
		q.Set("cursor", s.cursor)
		q.Del("from")
	}
	return request{
		method: http.MethodGet, path: partitionPath(s.part) + "/live", query: q,
		accept: "application/json", auth: true,
	}
}

// receive delivers what comes over one connection until that ends. progress
// reports whether anything came.
func (s *subscription) receive(ctx context.Context, conn *liveSource, yield func(Delivery, error) bool) (progress bool, err error) {
	verifier := s.c.verifier
	if s.o.Verification == VerifyOff {
		verifier = nil
	}
	pipe := startPipeline(ctx, conn, verifier)
	defer pipe.stop()
	for {
		b, err := pipe.next()
		if err != nil {
			return progress, err
		}
		for i := range b.frames {
			progress = true
			if err := s.deliver(&b, i, yield); err != nil {
				return progress, err
			}
		}
		if b.end != nil {
			if errors.Is(b.end, io.EOF) {
				return progress, &connError{"subscription", errors.New("the node ended it")}
			}
			return progress, b.end
		}
	}
}

// deliver yields frame i of a batch if it is a good message.
func (s *subscription) deliver(b *batch, i int, yield func(Delivery, error) bool) error {
	f, m, verdict := b.frames[i], b.messages[i], b.verdicts[i]
	if f.live {
		s.cursor = f.cursor
		if !s.isLive {
			s.isLive = true
			if s.o.OnLive != nil {
				s.o.OnLive()
			}
		}
		return nil
	}
	index := s.index
	s.index++
	if p := s.judge(m, verdict, index); p != nil && (m == nil || s.o.Verification != VerifyOff) {
		if s.o.Verification != VerifySkip {
			return &VerificationError{Problem: *p, Message: m, Err: verdict}
		}
		s.c.cfg.Logger.Warn("message of a subscription left out", slog.String("streamPart", s.part.String()), slog.String("problem", p.String()))
		s.cursor = f.cursor
		return nil
	}
	s.cursor = f.cursor
	if m.Ref().Compare(s.from) < 0 {
		return nil // of the same millisecond: nodes know no exact places here
	}
	if !s.recent.add(m.Key()) {
		s.c.cfg.Logger.Warn("node sent a message twice", slog.String("streamPart", s.part.String()), slog.String("ref", m.Ref().String()))
		return nil
	}
	if !yield(Delivery{Message: Message{Message: m}, Cursor: f.cursor, Live: s.isLive}, nil) {
		return errDone
	}
	return nil
}

// judge says what is wrong with a message, if anything.
func (s *subscription) judge(m *message.Message, verdict error, index uint64) *proof.Problem {
	problem := func(kind proof.Kind, detail string) *proof.Problem {
		p := &proof.Problem{Kind: kind, Index: index, Detail: detail}
		if m != nil {
			ref := proof.Ref(m.Ref())
			p.Ref = &ref
		}
		return p
	}
	switch {
	case m == nil:
		return problem(proof.Malformed, verdict.Error())
	case m.Part() != s.part:
		return problem(proof.NotAsked, "belongs to "+m.Part().String())
	case !m.IsContent():
		return problem(proof.NotAsked, "is a group key message, which is never stored")
	case s.publisher != "" && m.Publisher != s.publisher:
		return problem(proof.NotAsked, "is of publisher "+m.Publisher.String())
	case s.o.Chain != "" && m.Chain != s.o.Chain:
		return problem(proof.NotAsked, fmt.Sprintf("is of chain %q", m.Chain))
	case m.Timestamp < s.from.Timestamp:
		return problem(proof.NotAsked, "lies before the time that was asked for")
	case errors.Is(verdict, message.ErrInvalidSignature):
		return problem(proof.InvalidSignature, verdict.Error())
	case verdict != nil:
		return problem(proof.Unchecked, verdict.Error())
	}
	if !s.c.cfg.AllowNonCanonical {
		if err := m.CheckCanonical(message.MaxPartitions); err != nil {
			return problem(proof.NotCanonical, err.Error())
		}
	}
	return nil
}

// recentKeys remembers the last keys that were added.
type recentKeys struct {
	ring []message.Key
	next int
	set  map[message.Key]struct{}
}

// maxRecentKeys is how far apart two copies of a message may be and still be noticed.
const maxRecentKeys = 4096

// add reports whether k is new.
func (r *recentKeys) add(k message.Key) bool {
	if _, ok := r.set[k]; ok {
		return false
	}
	if r.set == nil {
		r.set = make(map[message.Key]struct{})
	}
	if len(r.ring) < maxRecentKeys {
		r.ring = append(r.ring, k)
	} else {
		delete(r.set, r.ring[r.next])
		r.ring[r.next] = k
		r.next = (r.next + 1) % maxRecentKeys
	}
	r.set[k] = struct{}{}
	return true
}
