package groupkeys

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/logstore/logstore/message"
)

const (
	// AnswerTimeout is how long the answer to a request is waited for. (Official SDK.)
	AnswerTimeout = 30 * time.Second
	// MaxRequestsPerSecond bounds what an exchange sends; further requests wait for
	// their turn. (Official SDK.)
	MaxRequestsPerSecond = 20
	// MaxWants bounds the keys that are waited for at a time.
	MaxWants = 1000
	// MaxWaiting bounds the calls of [Exchange.Need] that wait at a time.
	MaxWaiting = 10_000
	// maxRequestIDLen bounds the ids of foreign requests, of which some are remembered.
	maxRequestIDLen = 256
)

var (
	// ErrNoAnswer: the publisher did not answer in [AnswerTimeout]. It may be offline, may
	// not have the key, or may not accept us as a subscriber.
	ErrNoAnswer = errors.New("publisher did not answer with the group key")
	// ErrBusy: too much waits already.
	ErrBusy = errors.New("too many group keys are waited for")
	// ErrClosed: the exchange was closed.
	ErrClosed = errors.New("key exchange is closed")
)

// Config is what an [Exchange] works with. All but the last two must be set.
type Config struct {
	// Signer is who asks and answers.
	Signer message.Signer
	// Store has the keys that are given away and gets those that come in.
	Store Store
	// PrivateKey reads the answers: of [GenerateMLKEM] or [GenerateRSA]. Publishers with
	// an SDK older than ML-KEM answer RSA only.
	PrivateKey *PrivateKey

	// Now is the time; After calls f once when d has passed, unless stop was called.
	Now   func() time.Time
	After func(d time.Duration, f func()) (stop func())
	// Random is a source of unpredictable bytes.
	Random io.Reader

	// Send publishes a signed request or answer on its stream part. It must not call back
	// into the exchange.
	Send func(m *message.Message)
	// Authorize finds out whether the signature of m is valid, publisher may publish to
	// m.Stream, and subscriber may subscribe to it. It calls done once, at once or
	// later, with nil or the reason why not. The cheap check should come first.
	Authorize func(m *message.Message, publisher, subscriber message.UserID, done func(error))

	// MinRSABits refuses requests with shorter RSA keys than that; 0 stands for
	// [MinRSABits], which is what official publishers do. Whoever listens can break a key of
	// less than 1024 bits, and then read the stream: set 2048 outside of tests if no
	// subscriber runs the official SDK's development environment.
	MinRSABits int
	// Log gets what nobody else hears of: own answers that did not come about as warnings,
	// refused messages as debug. Nil is silence.
	Log *slog.Logger
}

// Validate reports what is missing.
func (c *Config) Validate() error {
	for _, field := range []struct {
		name string
		set  bool
	}{
		{"Signer", c.Signer != nil}, {"Store", c.Store != nil}, {"PrivateKey", c.PrivateKey != nil},
		{"Now", c.Now != nil}, {"After", c.After != nil}, {"Random", c.Random != nil},
		{"Send", c.Send != nil}, {"Authorize", c.Authorize != nil},
	} {
		if !field.set {
			return fmt.Errorf("key exchange: %s is not set", field.name)
		}
	}
	return nil
}

// Stats counts what an exchange did.
type Stats struct {
	Requested uint64 // requests sent
	Received  uint64 // keys that came in
	TimedOut  uint64 // requests that nobody answered
	Answered  uint64 // answers sent
	Refused   uint64 // requests and answers that were not believed, and did nothing
	Limited   uint64 // requests that were dropped because there were too many
}

// Exchange asks publishers for keys and answers those who ask for ours. It has no
// goroutines and no locks: it belongs to one event loop, in which all its functions
// and callbacks run.
type Exchange struct {
	c     Config
	self  message.UserID
	stats Stats

	// As a subscriber: wants by key, those that were sent by request id, and the others
	// in their order.
	wants     map[wantKey]*want
	requests  map[string]*want
	queue     []*want
	sent      [MaxRequestsPerSecond]time.Time // when the last requests went out, a ring
	nextSent  int
	stopQueue func() // nil if no timer runs
	waiting   int
	serial    uint64
	closed    bool

	// As a publisher.
	requesters *simplelru.LRU[message.UserID, *requester]
	checks     int
}

// NewExchange makes an exchange. The error is that of [Config.Validate].
func NewExchange(c Config) (*Exchange, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	return &Exchange{
		c:          c,
		self:       c.Signer.UserID(),
		wants:      map[wantKey]*want{},
		requests:   map[string]*want{},
		requesters: newLRU[message.UserID, *requester](maxRequesters),
	}, nil
}

// Handle takes a message of a stream part: a request for keys or an answer. Others,
// and those for other users, it ignores. Nothing needs to be checked before, except
// that the message came in on its stream part.
func (e *Exchange) Handle(m *message.Message) {
	switch {
	case e.closed:
	case m.Request != nil && m.Request.Recipient == e.self:
		e.onRequest(m)
	case m.Response != nil && m.Response.Recipient == e.self:
		e.onResponse(m)
	}
}

// Stats returns the counters.
func (e *Exchange) Stats() Stats { return e.stats }

// Close ends all waiting with [ErrClosed]. Checks that are on their way end in
// nothing.
func (e *Exchange) Close() {
	if e.closed {
		return
	}
	e.closed = true
	if e.stopQueue != nil {
		e.stopQueue()
	}
	all := make([]*want, 0, len(e.wants))
	for _, w := range e.wants {
		all = append(all, w)
	}
	slices.SortFunc(all, func(a, b *want) int { return cmp.Compare(a.serial, b.serial) })
	for _, w := range all {
		e.finish(w, ErrClosed)
	}
}

// publish signs a request or an answer and sends it: on a message chain of its own, as
// the protocol has it.
func (e *Exchange) publish(part message.StreamPart, m *message.Message) error {
	chain, err := message.RandomChainID(e.c.Random)
	if err != nil {
		return err
	}
	m.ID = message.ID{Stream: part.Stream, Partition: part.Partition, Timestamp: e.c.Now().UnixMilli(), Chain: chain}
	if err := message.Sign(m, e.c.Signer); err != nil {
		return err
	}
	e.c.Send(m)
	return nil
}

// refuse counts a message that does nothing, and says why for whoever looks into it.
func (e *Exchange) refuse(m *message.Message, why string, err error) {
	e.stats.Refused++
	e.c.Log.Debug("key exchange message refused", "stream_part", m.Part().String(), "from", shorten(m.Publisher), "why", why, "error", err)
}

// authorize has m checked, and calls then at most once, while the exchange is open.
func (e *Exchange) authorize(m *message.Message, publisher, subscriber message.UserID, then func(error)) {
	called := false
	e.c.Authorize(m, publisher, subscriber, func(err error) {
		if called || e.closed {
			return
		}
		called = true
		then(err)
	})
}
