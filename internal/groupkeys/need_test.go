package groupkeys

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

// onlyGood lets requests through and hands answers to f.
func (w *world) onAnswer(f func(m *message.Message) []*message.Message) {
	w.intercept = func(m *message.Message) []*message.Message {
		if m.Response == nil {
			return []*message.Message{m}
		}
		return f(m)
	}
}

func clone(t testing.TB, m *message.Message) *message.Message {
	t.Helper()
	return decode(t, bytes.Clone(m.AppendWire(nil)))
}

// Everything that an answer must not be. Each lie comes before the good answer, which
// must be taken nevertheless, and alone, when nothing must come of it.
func TestLyingAnswers(t *testing.T) {
	t.Parallel()
	sign := func(t *testing.T, m *message.Message, seed byte) *message.Message {
		if err := message.Sign(m, signerOf(t, seed)); err != nil {
			t.Fatal(err)
		}
		return m
	}
	forged := []byte("not the key that was encrypted")
	for _, lie := range []struct {
		name   string
		change func(t *testing.T, m *message.Message) *message.Message
	}{
		{"altered key data", func(t *testing.T, m *message.Message) *message.Message {
			m.Response.GroupKeys[0].Data[1600] ^= 1
			return m
		}},
		{"altered key id", func(t *testing.T, m *message.Message) *message.Message {
			m.Response.GroupKeys[0].ID += "x"
			return m
		}},
		{"moved border of id and data", func(t *testing.T, m *message.Message) *message.Message {
			k := &m.Response.GroupKeys[0]
			k.ID, k.Data = k.ID+string(k.Data[:1]), k.Data[1:]
			return m
		}},
		{"other request", func(t *testing.T, m *message.Message) *message.Message {
			m.Response.RequestID += "x"
			return sign(t, m, 1)
		}},
		{"other recipient", func(t *testing.T, m *message.Message) *message.Message {
			m.Response.Recipient = signerOf(t, 3).UserID()
			return sign(t, m, 1)
		}},
		{"other stream", func(t *testing.T, m *message.Message) *message.Message {
			m.Stream = "example.eth/other"
			return sign(t, m, 1)
		}},
		{"other publisher, who may publish", func(t *testing.T, m *message.Message) *message.Message {
			return sign(t, m, 3)
		}},
		{"somebody in the publisher's name", func(t *testing.T, m *message.Message) *message.Message {
			publisher := m.Publisher
			sign(t, m, 3).Publisher = publisher
			return m
		}},
		{"no keys", func(t *testing.T, m *message.Message) *message.Message {
			m.Response.GroupKeys = nil
			return sign(t, m, 1)
		}},
		{"signed nonsense", func(t *testing.T, m *message.Message) *message.Message {
			m.Response.GroupKeys[0].Data = forged
			return sign(t, m, 1)
		}},
		{"a request of the same id", func(t *testing.T, m *message.Message) *message.Message {
			return sign(t, &message.Message{ID: m.ID, Request: &message.GroupKeyRequest{RequestID: m.Response.RequestID, Recipient: m.Response.Recipient, GroupKeyIDs: []string{m.Response.GroupKeys[0].ID}}}, 1)
		}},
	} {
		for _, alone := range []bool{false, true} {
			for _, checkTime := range []time.Duration{0, time.Second} {
				t.Run(fmt.Sprintf("%s/alone=%v/checks=%v", lie.name, alone, checkTime), func(t *testing.T) {
					t.Parallel()
					w := newWorld(t)
					w.checkTime = checkTime
					alice, bob := w.node(1), w.node(2)
					w.node(3)
					w.onAnswer(func(m *message.Message) []*message.Message {
						arrive := []*message.Message{lie.change(t, clone(t, m))}
						if !alone {
							arrive = append(arrive, m)
						}
						return arrive
					})
					id := alice.publish(t, 0, `1`).GroupKeyID
					o := w.need(bob, alice, id)
					w.run(10 * time.Second)
					if !alone {
						o.want(t, nil)
						want, err := alice.store.Get(alice.self, id)
						if err != nil {
							t.Fatal(err)
						}
						wantEntry(t, bob.store, alice.self, want)
						return
					}
					if o.times != 0 {
						t.Fatalf("a lie was taken: %v", o.err)
					}
					w.run(AnswerTimeout)
					o.want(t, ErrNoAnswer)
					for _, user := range []message.UserID{alice.self, bob.self, signerOf(t, 3).UserID()} {
						if _, err := bob.store.Get(user, id); !errors.Is(err, ErrNotFound) {
							t.Errorf("a key of %s came into the store: %v", user, err)
						}
					}
					if len(bob.wants)+len(bob.requests)+len(bob.queue)+bob.waiting != 0 {
						t.Error("something is left behind")
					}
				})
			}
		}
	}
}

func TestAnswerFromWhoMayNotPublish(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	id := alice.publish(t, 0, `1`).GroupKeyID
	w.onAnswer(func(m *message.Message) []*message.Message {
		w.publishers[alice.self] = false // taken away while the answer travels
		return []*message.Message{m}
	})
	o := w.need(bob, alice, id)
	w.run(AnswerTimeout + time.Second)
	o.want(t, ErrNoAnswer)
	if bob.Stats().Refused != 1 {
		t.Errorf("stats %+v", bob.Stats())
	}
}

// A recorded answer opens nothing a second time, not even for the same key.
func TestReplayedAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	id := alice.publish(t, 0, `1`).GroupKeyID
	var recorded *message.Message
	w.onAnswer(func(m *message.Message) []*message.Message { recorded = m; return []*message.Message{m, m, m} })
	w.checkTime = time.Millisecond
	w.need(bob, alice, id)
	w.run(time.Second)
	if got := bob.Stats(); got.Received != 1 {
		t.Errorf("stats %+v, want one key", got)
	}
	bob.store.lru.Purge()
	w.onAnswer(func(m *message.Message) []*message.Message { return nil })
	o := w.need(bob, alice, id)
	w.deliver(recorded)
	w.run(AnswerTimeout + time.Second)
	o.want(t, ErrNoAnswer)
}

// A flood of bad copies must not make us check them all.
func TestFloodOfAnswers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.checkTime = time.Second
	alice, bob := w.node(1), w.node(2)
	id := alice.publish(t, 0, `1`).GroupKeyID
	w.onAnswer(func(m *message.Message) []*message.Message {
		var flood []*message.Message
		for range 100 {
			bad := clone(t, m)
			bad.Signature[3] ^= 1
			flood = append(flood, bad)
		}
		return flood
	})
	w.need(bob, alice, id)
	w.run(10 * time.Second)
	if w.checks != 1+maxChecks {
		t.Errorf("%d checks, want one of the request and %d of answers", w.checks, maxChecks)
	}
}

func TestNeedsOfOneKeyAreOneRequest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	id := alice.publish(t, 0, `1`).GroupKeyID
	var order []int
	for i := range 10 {
		p := part
		p.Partition = int32(i)
		bob.Need(Want{p, alice.self, id}, func(err error) {
			if err != nil {
				t.Error(err)
			}
			order = append(order, i)
		})
	}
	w.run(time.Second)
	if len(w.sent) != 2 || len(order) != 10 || order[0] != 0 || order[9] != 9 {
		t.Errorf("%d messages, woken in order %v", len(w.sent), order)
	}
}

func TestNoAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	first := w.need(bob, alice, "unknown")
	w.run(AnswerTimeout - time.Millisecond)
	if first.times != 0 {
		t.Fatalf("gave up early: %v", first.err)
	}
	second := w.need(bob, alice, "unknown")
	w.run(time.Millisecond)
	first.want(t, ErrNoAnswer)
	second.want(t, ErrNoAnswer)
	// Whoever needs the key later has it asked for again.
	third := w.need(bob, alice, "unknown")
	if third.times != 0 || len(w.sent) != 2 {
		t.Errorf("not asked again: %v, %d messages", third.err, len(w.sent))
	}
	if got := bob.Stats(); got.TimedOut != 1 || got.Requested != 2 {
		t.Errorf("stats %+v", got)
	}
}

// In no second there are more than 20 requests, and all get their turn.
func TestRequestsAreLimited(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var times []time.Time
	w.intercept = func(*message.Message) []*message.Message {
		times = append(times, w.now)
		return nil
	}
	alice, bob := w.node(1), w.node(2)
	for i := range 65 {
		w.need(bob, alice, fmt.Sprint(i))
		if i == 30 {
			w.run(1300 * time.Millisecond)
		}
	}
	w.run(10 * time.Second)
	if len(times) != 65 {
		t.Fatalf("%d requests, want 65", len(times))
	}
	for i := MaxRequestsPerSecond; i < len(times); i++ {
		if d := times[i].Sub(times[i-MaxRequestsPerSecond]); d < time.Second {
			t.Errorf("request %d came %v after the one 20 before it", i, d)
		}
	}
	if d := times[64].Sub(times[0]); d > 4*time.Second {
		t.Errorf("65 requests took %v", d)
	}
}

func TestWaitingIsBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.intercept = func(*message.Message) []*message.Message { return nil }
	alice, bob := w.node(1), w.node(2)
	all := make([]*outcome, MaxWants)
	for i := range all {
		all[i] = w.need(bob, alice, fmt.Sprint(i))
	}
	w.need(bob, alice, "one more").want(t, ErrBusy)
	for range MaxWaiting - MaxWants {
		w.need(bob, alice, "0")
	}
	w.need(bob, alice, "0").want(t, ErrBusy)
	w.run(MaxWants/MaxRequestsPerSecond*time.Second + AnswerTimeout + time.Second)
	for _, o := range all {
		o.want(t, ErrNoAnswer)
	}
	if len(bob.wants)+len(bob.requests)+len(bob.queue)+bob.waiting != 0 {
		t.Error("something is left behind")
	}
}

func TestNeedErrors(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice := w.node(1)
	w.need(alice, alice, "").want(t, ErrKeyID)
	broken := errors.New("key file is locked")
	bob := w.node(2, func(c *Config) { c.Signer = brokenSigner{c.Signer, broken} })
	w.need(bob, alice, "k").want(t, broken)
	if len(bob.wants)+len(bob.requests)+bob.waiting != 0 || bob.Stats().Requested != 0 {
		t.Error("something is left behind")
	}
	full := errors.New("disk is full")
	carol := w.node(3, func(c *Config) { c.Store = brokenStore{c.Store, full} })
	o := w.need(carol, alice, alice.publish(t, 0, `1`).GroupKeyID)
	w.run(time.Second)
	o.want(t, full)
}

type brokenSigner struct {
	message.Signer
	err error
}

func (s brokenSigner) SignPayload([]byte) ([]byte, error) { return nil, s.err }

type brokenStore struct {
	Store
	err error
}

func (s brokenStore) Put(message.UserID, Entry) error { return s.err }
