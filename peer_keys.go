package logstore

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/message"
)

// keyExchange answers subscribers who ask for the client's group keys, and asks other
// publishers for theirs. Asking has an exchange of its own, because the key pair that it
// needs takes long to make, and is needed only where a private stream is read.
type keyExchange struct {
	p *peer

	mu     sync.Mutex // guards inbox and posted
	inbox  []*message.Message
	posted bool // the loop will look into it

	// In the loop.
	answering *groupkeys.Exchange // nil without a key
	asking    *groupkeys.Exchange
	making    bool // of asking
	waiting   []func(*groupkeys.Exchange, error)
}

// maxKeyMessages bounds the requests and answers that wait for the loop. Those beyond are
// dropped: who asks, asks again.
const maxKeyMessages = 1000

// authorizeTimeout bounds the questions to the chain that a request or an answer needs.
const authorizeTimeout = 20 * time.Second

// start makes the exchange that answers. It may be called again.
func (k *keyExchange) start() (err error) {
	k.p.loop.Do(func() {
		if k.answering != nil || k.p.self == "" {
			return
		}
		var unused *groupkeys.PrivateKey // it asks nothing
		if unused, err = groupkeys.GenerateMLKEM(); err == nil {
			k.answering, err = groupkeys.NewExchange(k.config(unused))
		}
	})
	return err
}

func (k *keyExchange) config(private *groupkeys.PrivateKey) groupkeys.Config {
	c := k.p.c
	return groupkeys.Config{
		Signer: c.cfg.Key, Store: c.keys, PrivateKey: private, Random: c.cfg.Rand,
		Now:        k.p.loop.Now,
		After:      func(d time.Duration, f func()) func() { return k.p.loop.After(d, f).Stop },
		Send:       k.send,
		Authorize:  k.authorize,
		MinRSABits: k.minRSABits(),
		Log:        c.cfg.Logger,
	}
}

func (k *keyExchange) minRSABits() int {
	cfg, network := k.p.cfg, k.p.c.cfg.Network
	switch {
	case cfg.QuantumResistant:
		return math.MaxInt // no RSA
	case cfg.MinRSABits != 0:
		return cfg.MinRSABits
	case network != nil && network.ChainID() == developmentChain:
		return groupkeys.MinRSABits
	}
	return minRSABits
}

// close ends both exchanges. It runs in the loop.
func (k *keyExchange) close() {
	for _, e := range []*groupkeys.Exchange{k.answering, k.asking} {
		if e != nil {
			e.Close()
		}
	}
	k.made(nil, ErrClosed)
}

// receive takes a message of a stream part that is no content. Any goroutine may call it.
func (k *keyExchange) receive(m *message.Message) {
	switch self := k.p.self; {
	case m.Request != nil && m.Request.Recipient == self:
	case m.Response != nil && m.Response.Recipient == self:
	default:
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.inbox) == maxKeyMessages {
		return
	}
	k.inbox = append(k.inbox, m)
	if !k.posted {
		k.posted = true
		k.p.loop.Post(k.handle)
	}
}

// handle runs in the loop.
func (k *keyExchange) handle() {
	k.mu.Lock()
	ms := k.inbox
	k.inbox, k.posted = nil, false
	k.mu.Unlock()
	for _, m := range ms {
		switch {
		case m.Request != nil && k.answering != nil:
			k.answering.Handle(m)
		case m.Response != nil && k.asking != nil:
			k.asking.Handle(m)
		}
	}
}

// send publishes a request or an answer. Each is on a chain of its own, so that their
// order does not matter.
func (k *keyExchange) send(m *message.Message) {
	p := k.p
	p.spawn(func() {
		part := p.joined(m.Part())
		if part == nil {
			return // left in the meantime
		}
		if err := part.part.Publish(p.ctx, m); err != nil && p.ctx.Err() == nil {
			p.c.cfg.Logger.Warn("group key message not published", "stream_part", m.Part().String(), "error", err)
		}
	})
}

// authorize finds out whether a request or an answer is to be believed.
func (k *keyExchange) authorize(m *message.Message, publisher, subscriber message.UserID, done func(error)) {
	p := k.p
	p.spawn(func() {
		ctx, cancel := context.WithTimeoutCause(p.ctx, authorizeTimeout, errTimeout)
		defer cancel()
		err := p.c.verifier.Verify(ctx, m)
		if err == nil {
			err = p.mayPublish(ctx, m.Stream, publisher)
		}
		if err == nil {
			err = p.maySubscribe(ctx, m.Stream, subscriber)
		}
		p.loop.Post(func() { done(err) })
	})
}

// withAsking calls then with the exchange that asks, which it makes if need be. Both run
// in the loop.
func (k *keyExchange) withAsking(then func(*groupkeys.Exchange, error)) {
	switch {
	case k.p.self == "":
		then(nil, fmt.Errorf("ask for a group key: %w: publishers give keys to users whom they know", ErrNoKey))
		return
	case k.asking != nil:
		then(k.asking, nil)
		return
	}
	k.waiting = append(k.waiting, then)
	if k.making {
		return
	}
	k.making = true
	started := k.p.spawn(func() {
		private, err := k.keyPair()
		k.p.loop.Post(func() { k.made(private, err) })
	})
	if !started {
		k.made(nil, ErrClosed)
	}
}

func (k *keyExchange) keyPair() (*groupkeys.PrivateKey, error) {
	if k.p.cfg.QuantumResistant {
		return groupkeys.GenerateMLKEM()
	}
	return groupkeys.GenerateRSA(k.p.cfg.RSABits)
}

func (k *keyExchange) made(private *groupkeys.PrivateKey, err error) {
	k.making = false
	if err == nil {
		k.asking, err = groupkeys.NewExchange(k.config(private))
	}
	waiting := k.waiting
	k.waiting = nil
	for _, then := range waiting {
		then(k.asking, err)
	}
}

// fetchKey asks a publisher for a key, which is in the store when it returns nil.
func (p *peer) fetchKey(ctx context.Context, want groupkeys.Want) error {
	part, err := p.join(ctx, want.Part)
	if err != nil {
		return err
	}
	defer part.leave()
	done := make(chan error, 1)
	p.loop.Post(func() {
		p.keys.withAsking(func(e *groupkeys.Exchange, err error) {
			if err != nil {
				done <- err
				return
			}
			e.Need(want, func(err error) { done <- err })
		})
	})
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-p.ctx.Done():
		return ErrClosed
	}
}

// keySequence is the keys that the client encrypts one stream with.
type keySequence struct {
	mu       sync.Mutex // guards sequence
	sequence *groupkeys.Sequence
}

func (p *peer) keysFor(id message.StreamID) *keySequence {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.sequences[id]
	if s == nil {
		s = &keySequence{sequence: groupkeys.NewSequence(p.c.keys, p.self, id, p.c.cfg.Rand)}
		p.sequences[id] = s
	}
	return s
}

// RotateKey makes a new key for a private stream that the client publishes to. The next
// message carries it, encrypted with the present one, and those behind it are encrypted
// with it: who can read the stream goes on reading it. Errors are [ErrNoPeer], [ErrNoKey],
// [ErrInvalid], and those of the key store.
func (c *Client) RotateKey(stream string) error {
	return c.changeKey(stream, (*groupkeys.Sequence).Rotate)
}

// Rekey makes a new key for a private stream that the client publishes to, from the next
// message on. All readers have to ask for it, and those who may no longer subscribe do
// not get it: the chain is asked anew, whatever it said before. Errors are those of
// [Client.RotateKey].
func (c *Client) Rekey(stream string) error {
	return c.changeKey(stream, (*groupkeys.Sequence).Rekey)
}

func (c *Client) changeKey(stream string, change func(*groupkeys.Sequence) error) error {
	if c.peer == nil {
		return ErrNoPeer
	}
	if c.cfg.Key == nil {
		return fmt.Errorf("group key of %s: %w", stream, ErrNoKey)
	}
	part, err := c.parsePart(stream, 0)
	if err != nil {
		return err
	}
	c.peer.authority.Doubt(part.Stream)
	s := c.peer.keysFor(part.Stream)
	s.mu.Lock()
	defer s.mu.Unlock()
	return change(s.sequence)
}

// encrypt encrypts what is to be published.
func (s *keySequence) encrypt(m *message.Message) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sequence.Encrypt(m)
}
