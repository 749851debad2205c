package groupkeys

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

// reading is a reader whose deliveries are written down.
type reading struct {
	Reader
	got []string
}

func (w *world) reading(n *node) *reading {
	r := new(reading)
	r.Exchange = n.Exchange
	r.Deliver = func(m *message.Message, content []byte, err error) {
		text := string(content)
		switch {
		case errors.Is(err, ErrNoAnswer) && errors.Is(err, ErrKeyNeeded):
			text = "no answer"
		case errors.Is(err, ErrNotEncrypted):
			text = "plain"
		case errors.Is(err, ErrBusy):
			text = "busy"
		case errors.Is(err, message.ErrContent):
			text = "no JSON"
		case err != nil:
			text = err.Error()
		}
		r.got = append(r.got, fmt.Sprintf("%s%d %s", m.Chain, m.Sequence, text))
	}
	return r
}

func (r *reading) want(t testing.TB, want ...string) {
	t.Helper()
	if !slices.Equal(r.got, want) {
		t.Errorf("delivered %q, want %q", r.got, want)
	}
	r.got = nil
}

func (r *reading) wantIdle(t testing.TB) {
	t.Helper()
	if r.Waiting() != 0 || len(r.chains) != 0 {
		t.Errorf("%d messages wait in %d chains", r.Waiting(), len(r.chains))
	}
}

// on puts a message on another chain.
func on(chain string, m *message.Message) *message.Message {
	m.Chain = chain
	return m
}

func TestReaderKeepsTheOrderOfAChain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	r := w.reading(bob)
	carol := w.node(3)
	m := carol.publish(t, 0, `"c"`)
	w.need(bob, carol, m.GroupKeyID)
	w.run(time.Second)

	r.Push(alice.publish(t, 0, `0`))
	if err := alice.keys.Rotate(); err != nil {
		t.Fatal(err)
	}
	r.Push(alice.publish(t, 1, `1`)) // announces
	r.Push(alice.publish(t, 2, `2`))
	if err := alice.keys.Rekey(); err != nil {
		t.Fatal(err)
	}
	r.Push(alice.publish(t, 3, `3`))
	r.Push(on("d", m)) // of another chain, readable at once
	r.want(t, `d0 "c"`)
	if r.Waiting() != 4 {
		t.Errorf("%d messages wait, want 4", r.Waiting())
	}
	sent := len(w.sent)
	w.run(time.Second)
	r.want(t, "c0 0", "c1 1", "c2 2", "c3 3")
	r.wantIdle(t)
	// Two requests: the key between them was announced.
	if n := len(w.sent) - sent; n != 3 { // the first went out in Push
		t.Errorf("%d messages for two keys", n+1)
	}
}

func TestReaderGivesUpOnAKeyOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	lost := true
	w.onAnswer(func(m *message.Message) []*message.Message {
		if lost {
			return nil
		}
		return []*message.Message{m}
	})
	alice, bob := w.node(1), w.node(2)
	r := w.reading(bob)
	for i := range int32(5) {
		r.Push(alice.publish(t, i, fmt.Sprint(i)))
	}
	w.run(AnswerTimeout + time.Second)
	r.want(t, "c0 no answer", "c1 no answer", "c2 no answer", "c3 no answer", "c4 no answer")
	r.wantIdle(t)
	// But a message that comes later makes us ask again.
	lost = false
	r.Push(alice.publish(t, 5, `5`))
	w.run(time.Second)
	r.want(t, "c5 5")
}

func TestReaderRefusals(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	r := w.reading(bob)
	plain := func(i int32, content string) *message.Message {
		return &message.Message{ID: message.ID{Stream: stream, Publisher: alice.self, Chain: "c", Sequence: i}, Content: []byte(content)}
	}
	r.Push(plain(0, `1`))
	r.AllowPlain = true
	r.Push(plain(1, `1`))
	r.Push(plain(2, `{`))
	r.Push(&message.Message{ID: plain(3, ``).ID, Response: &message.GroupKeyResponse{}})
	r.want(t, "c0 plain", "c1 1", "c2 no JSON", "c3 plain")
	r.wantIdle(t)

	r.MaxWaiting = 2
	for i := range int32(4) {
		r.Push(alice.publish(t, i, fmt.Sprint(i)))
	}
	r.want(t, "c2 busy", "c3 busy")
	w.run(time.Second)
	r.want(t, "c0 0", "c1 1")
	r.wantIdle(t)
}

// Deliver may push, also to the chain that is being delivered.
func TestReaderPushInDeliver(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	r := w.reading(bob)
	deliver := r.Deliver
	next := []*message.Message{alice.publish(t, 1, `1`), on("d", alice.publish(t, 0, `2`))}
	r.Deliver = func(m *message.Message, content []byte, err error) {
		for len(next) > 0 {
			first := next[0]
			next = next[1:]
			r.Push(first)
		}
		deliver(m, content, err)
	}
	r.Push(alice.publish(t, 0, `0`))
	w.run(time.Second)
	r.want(t, "d0 2", "c0 0", "c1 1")
	r.wantIdle(t)
}

// A relay that turns JSON into binary and changes the key id brings a wrong key into
// the store; the publisher puts it right.
func TestReaderHasBinaryKeysConfirmed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	r := w.reading(bob)
	binary := func(m *message.Message) *message.Message { m.ContentType = message.ContentBinary; return m }
	old := alice.publish(t, 0, `0`)
	r.Push(old)
	if err := alice.keys.Rekey(); err != nil {
		t.Fatal(err)
	}
	r.Push(alice.publish(t, 1, `1`))
	w.run(time.Second)
	r.want(t, "c0 0", "c1 1")
	if err := alice.keys.Rotate(); err != nil {
		t.Fatal(err)
	}
	altered := binary(alice.publish(t, 2, `2`))
	altered.GroupKeyID = old.GroupKeyID
	r.Push(altered)
	r.got = nil // garbage: nothing shows it
	r.Push(binary(alice.publish(t, 3, `3`)))
	if r.got[0] == "c3 3" {
		t.Fatal("the key was not poisoned")
	}
	r.got = nil
	for i := range int32(20) { // one request is enough
		r.Push(binary(alice.publish(t, 4+i, `8`)))
	}
	r.got = nil
	w.run(time.Second)
	r.Push(binary(alice.publish(t, 40, `9`)))
	r.want(t, "c40 9")
	if got := bob.Stats(); got.Requested != 3 {
		t.Errorf("%d requests, want 3", got.Requested)
	}
}
