package groupkeys

import (
	"fmt"
	"slices"
	"time"

	"github.com/logstore/logstore/message"
)

// maxChecks bounds the answers to one request that are checked at a time. More than
// one, because altered copies may come before the good one.
const maxChecks = 4

// wantKey is what makes two wants the same. Partitions of a stream share their keys.
type wantKey struct {
	stream    message.StreamID
	publisher message.UserID
	keyID     string
}

func (w *Want) key() wantKey { return wantKey{w.Part.Stream, w.Publisher, w.KeyID} }

// want is a key that is waited for.
type want struct {
	Want
	serial    uint64
	done      []func(error)
	requestID string // "" until it is sent
	stop      func() // of the timeout
	checks    int    // answers that are being checked
}

// Need asks for a key, and calls done once: with nil when the store has it from the
// publisher itself, or with [ErrNoAnswer], [ErrBusy], [ErrClosed], [ErrKeyID], or an
// error of the store or the signer. That may be before Need returns. Who needs a key
// that is already asked for waits with the others.
func (e *Exchange) Need(need Want, done func(error)) {
	if e.closed {
		done(ErrClosed)
		return
	}
	if err := checkKeyID(need.KeyID); err != nil {
		done(err)
		return
	}
	if have, err := e.c.Store.Get(need.Publisher, need.KeyID); err == nil && have.Confirmed {
		done(nil)
		return
	}
	w := e.wants[need.key()]
	if e.waiting == MaxWaiting || w == nil && len(e.wants) == MaxWants {
		done(fmt.Errorf("%w: %q of publisher %s", ErrBusy, need.KeyID, shorten(need.Publisher)))
		return
	}
	e.waiting++
	if w != nil {
		w.done = append(w.done, done)
		return
	}
	e.serial++
	w = &want{Want: need, serial: e.serial, done: []func(error){done}}
	e.wants[need.key()] = w
	e.queue = append(e.queue, w)
	e.drain()
}

// confirm asks for a key, unless that is under way, for nobody in particular.
func (e *Exchange) confirm(need Want) {
	if e.wants[need.key()] == nil {
		e.Need(need, func(error) {})
	}
}

// drain sends as many requests as the limit allows.
func (e *Exchange) drain() {
	for len(e.queue) > 0 && !e.closed && e.stopQueue == nil {
		now := e.c.Now()
		// The oldest of the last requests must be a second old.
		if wait := e.sent[e.nextSent].Add(time.Second).Sub(now); wait > 0 {
			e.stopQueue = e.c.After(wait, func() {
				e.stopQueue = nil
				e.drain()
			})
			return
		}
		w := e.queue[0]
		e.queue = slices.Delete(e.queue, 0, 1)
		e.sent[e.nextSent] = now
		e.nextSent = (e.nextSent + 1) % len(e.sent)
		if err := e.request(w); err != nil {
			e.finish(w, fmt.Errorf("ask for group key: %w", err))
		}
	}
}

func (e *Exchange) request(w *want) error {
	id, err := randomUUID(e.c.Random)
	if err != nil {
		return err
	}
	w.requestID = id
	e.requests[id] = w
	w.stop = e.c.After(AnswerTimeout, func() {
		e.stats.TimedOut++
		e.finish(w, fmt.Errorf("%w: %q of publisher %s, asked for in %s for %v; is it online, and may this user subscribe?",
			ErrNoAnswer, w.KeyID, shorten(w.Publisher), w.Part, AnswerTimeout))
	})
	err = e.publish(w.Part, &message.Message{Request: &message.GroupKeyRequest{
		RequestID:      id,
		Recipient:      w.Publisher,
		PublicKey:      e.c.PrivateKey.PublicKey(),
		GroupKeyIDs:    []string{w.KeyID},
		EncryptionType: e.c.PrivateKey.Type(),
	}})
	if err == nil {
		e.stats.Requested++
	}
	return err
}

// onResponse takes an answer. One that is not what was asked for leaves the request
// open: the good one may still come.
func (e *Exchange) onResponse(m *message.Message) {
	w := e.requests[m.Response.RequestID]
	if w == nil || w.Publisher != m.Publisher || w.Part.Stream != m.Stream {
		e.refuse(m, "nothing of the kind was asked for", nil)
		return
	}
	i := slices.IndexFunc(m.Response.GroupKeys, func(k message.EncryptedGroupKey) bool { return k.ID == w.KeyID })
	if i < 0 {
		e.refuse(m, "the key is not in the answer", nil)
		return
	}
	if w.checks == maxChecks {
		e.refuse(m, "other answers to the same request are being checked", nil)
		return
	}
	w.checks++
	e.authorize(m, m.Publisher, e.self, func(err error) {
		w.checks--
		switch {
		case e.requests[w.requestID] != w: // answered or timed out in the meantime
		case err != nil:
			e.refuse(m, "not authorized", err)
		default:
			e.receive(w, m, &m.Response.GroupKeys[i])
		}
	})
}

func (e *Exchange) receive(w *want, m *message.Message, encrypted *message.EncryptedGroupKey) {
	k, err := e.c.PrivateKey.Decrypt(encrypted)
	if err != nil {
		e.refuse(m, "the key cannot be read", err)
		return
	}
	e.stats.Received++
	e.finish(w, e.c.Store.Put(w.Publisher, Entry{Key: k, Stream: w.Part.Stream, Confirmed: true}))
}

// finish takes a want out and tells all who wait for it, in the order in which they came.
func (e *Exchange) finish(w *want, err error) {
	delete(e.wants, w.key())
	delete(e.requests, w.requestID)
	if i := slices.Index(e.queue, w); i >= 0 {
		e.queue = slices.Delete(e.queue, i, i+1)
	}
	if w.stop != nil {
		w.stop()
	}
	e.waiting -= len(w.done)
	for _, done := range w.done {
		done(err)
	}
}
