package groupkeys

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

const stream = message.StreamID("example.eth/s")

var part = message.StreamPart{Stream: stream, Partition: 2}

// world is a network of exchanges on one clock: every message reaches everybody, after
// the test had its way with it.
type world struct {
	t      testing.TB
	now    time.Time
	timers []*timer
	serial int
	random io.Reader

	nodes   []*node
	sent    []*message.Message
	latency time.Duration
	// intercept returns what arrives instead of a message.
	intercept func(m *message.Message) []*message.Message
	// checkTime is how long permission checks take; 0 is at once.
	checkTime   time.Duration
	publishers  map[message.UserID]bool
	subscribers map[message.UserID]bool
	checks      int
}

type timer struct {
	at     time.Time
	serial int
	f      func()
}

type node struct {
	*Exchange
	store  *Memory
	signer message.Signer
	keys   *Sequence
}

func newWorld(t testing.TB) *world {
	return &world{
		t: t, now: time.UnixMilli(1_750_000_000_000), random: newRandom(9), latency: 10 * time.Millisecond,
		publishers: map[message.UserID]bool{}, subscribers: map[message.UserID]bool{},
	}
}

func (w *world) after(d time.Duration, f func()) func() {
	w.serial++
	t := &timer{w.now.Add(d), w.serial, f}
	w.timers = append(w.timers, t)
	return func() { t.f = nil }
}

// run lets time pass.
func (w *world) run(d time.Duration) {
	end := w.now.Add(d)
	for len(w.timers) > 0 {
		first := slices.MinFunc(w.timers, func(a, b *timer) int {
			return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.serial, b.serial))
		})
		if first.at.After(end) {
			break
		}
		w.timers = slices.DeleteFunc(w.timers, func(t *timer) bool { return t == first })
		w.now = first.at
		if first.f != nil {
			first.f()
		}
	}
	w.now = end
}

// node adds a user who may both publish and subscribe.
func (w *world) node(seed byte, change ...func(*Config)) *node {
	w.t.Helper()
	signer := signerOf(w.t, seed)
	private, err := GenerateMLKEM()
	if err != nil {
		w.t.Fatal(err)
	}
	n := &node{store: NewMemory(0), signer: signer}
	c := Config{
		Signer: signer, Store: n.store, PrivateKey: private, Random: w.random,
		Now: func() time.Time { return w.now }, After: w.after,
		Send:      w.send,
		Authorize: w.authorize,
	}
	for _, f := range change {
		f(&c)
	}
	if n.Exchange, err = NewExchange(c); err != nil {
		w.t.Fatal(err)
	}
	n.keys = NewSequence(c.Store, signer.UserID(), stream, w.random)
	w.publishers[signer.UserID()], w.subscribers[signer.UserID()] = true, true
	w.nodes = append(w.nodes, n)
	return n
}

func signerOf(t testing.TB, seed byte) message.Signer {
	t.Helper()
	signer, err := message.NewEVMSigner([32]byte{31: seed})
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

func (w *world) send(m *message.Message) {
	w.sent = append(w.sent, m)
	// Over the wire, as in a network: nobody shares memory with the sender.
	m = decode(w.t, m.AppendWire(nil))
	arrive := []*message.Message{m}
	if w.intercept != nil {
		arrive = w.intercept(m)
	}
	for _, m := range arrive {
		w.deliver(m)
	}
}

func (w *world) deliver(m *message.Message) {
	w.after(w.latency, func() {
		for _, n := range w.nodes {
			n.Handle(m)
		}
	})
}

func (w *world) authorize(m *message.Message, publisher, subscriber message.UserID, done func(error)) {
	w.checks++
	check := func() {
		err := new(message.Verifier).Verify(context.Background(), m)
		switch {
		case err != nil:
		case !w.publishers[publisher]:
			err = errors.New("may not publish")
		case !w.subscribers[subscriber]:
			err = errors.New("may not subscribe")
		}
		done(err)
		done(err) // a careless check calls twice
	}
	if w.checkTime == 0 {
		check()
	} else {
		w.after(w.checkTime, check)
	}
}

// need makes n need the present key of from, and returns where the outcome will be.
func (w *world) need(n, from *node, id string) *outcome {
	o := new(outcome)
	n.Need(Want{part, from.self, id}, func(err error) { o.times, o.err = o.times+1, err })
	return o
}

type outcome struct {
	times int
	err   error
}

func (o *outcome) want(t testing.TB, err error) {
	t.Helper()
	if o.times != 1 || !errors.Is(o.err, err) {
		t.Errorf("done was called %d times, with %v; want once with %v", o.times, o.err, err)
	}
}

// publish encrypts and signs a content of the node.
func (n *node) publish(t testing.TB, sequence int32, content string) *message.Message {
	t.Helper()
	m := &message.Message{ID: message.ID{Stream: stream, Partition: 2, Timestamp: 1_750_000_000_000, Sequence: sequence, Chain: "c"}, Content: []byte(content)}
	if err := n.keys.Encrypt(m); err != nil {
		t.Fatal(err)
	}
	if err := message.Sign(m, n.signer); err != nil {
		t.Fatal(err)
	}
	return m
}

func wantStats(t testing.TB, n *node, want Stats) {
	t.Helper()
	if got := n.Stats(); got != want {
		t.Errorf("stats %+v, want %+v", got, want)
	}
}

func TestExchange(t *testing.T) {
	t.Parallel()
	rsaKey, err := GenerateRSA(2048)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*Config){
		"ML-KEM":      func(*Config) {},
		"RSA":         func(c *Config) { c.PrivateKey = rsaKey },
		"RSA of 640":  func(c *Config) { c.PrivateKey = smallRSA(t) },
		"P-256 user":  func(c *Config) { c.Signer = p256Signer(t) },
		"slow checks": func(c *Config) { c.Authorize = slow(c.Authorize, c.After) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			alice, bob := w.node(1), w.node(2, change)
			w.publishers[bob.self], w.subscribers[bob.self] = true, true
			m := alice.publish(t, 0, `{"a":1}`)
			var needed *KeyNeededError
			if _, err := Decrypt(bob.store, m); !errors.As(err, &needed) {
				t.Fatalf("%v, want a KeyNeededError", err)
			}
			o := new(outcome)
			bob.Need(needed.Want, func(err error) { o.times, o.err = o.times+1, err })
			w.run(time.Second)
			o.want(t, nil)
			wantContent(t, bob.store, m, `{"a":1}`)
			wantStats(t, alice, Stats{Answered: 1})
			wantStats(t, bob, Stats{Requested: 1, Received: 1})
			e, err := bob.store.Get(alice.self, m.GroupKeyID)
			if err != nil || !e.Confirmed || e.Stream != stream {
				t.Errorf("entry %+v, %v, want a confirmed one of the stream", e, err)
			}

			// The messages are as the protocol has them.
			if len(w.sent) != 2 {
				t.Fatalf("%d messages, want 2", len(w.sent))
			}
			request, response := w.sent[0], w.sent[1]
			for i, m := range w.sent {
				if m.Part() != part || len(m.Chain) != message.CanonicalChainIDLen || m.Sequence != 0 || m.PrevRef != nil || m.Timestamp/1000 != 1_750_000_000 {
					t.Errorf("message %d has id %+v", i, m.ID)
				}
			}
			if r := request.Request; request.Publisher != bob.self || r.Recipient != alice.self || !slices.Equal(r.GroupKeyIDs, []string{m.GroupKeyID}) || r.EncryptionType != bob.c.PrivateKey.Type() {
				t.Errorf("request %+v", r)
			}
			if r := response.Response; response.Publisher != alice.self || r.Recipient != bob.self || r.RequestID != request.Request.RequestID || r.EncryptionType != bob.c.PrivateKey.Type() {
				t.Errorf("response %+v", r)
			}

			// What is known is not asked for again.
			w.need(bob, alice, m.GroupKeyID).want(t, nil)
			if len(w.sent) != 2 {
				t.Error("asked for a known key")
			}
		})
	}
}

func p256Signer(t testing.TB) message.Signer {
	t.Helper()
	s, err := message.NewP256Signer([32]byte{31: 5})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

type authorizeFunc = func(*message.Message, message.UserID, message.UserID, func(error))

func slow(authorize authorizeFunc, after func(time.Duration, func()) func()) authorizeFunc {
	return func(m *message.Message, publisher, subscriber message.UserID, done func(error)) {
		after(100*time.Millisecond, func() { authorize(m, publisher, subscriber, done) })
	}
}

// An official publisher's answer, to the request it was given.
func TestExchangeReadsGoldenAnswers(t *testing.T) {
	t.Parallel()
	overRSA, overKEM, _ := goldenExchanges(t)
	for _, v := range []goldenExchange{overRSA, overKEM} {
		w := newWorld(t)
		request, response := decode(t, v.Request.Protobuf), decode(t, v.Response.Protobuf)
		n := w.node(1, func(c *Config) {
			c.PrivateKey = v.privateKey(t)
			c.Signer = goldenSigner{request.Publisher, c.Signer}
		})
		w.publishers[response.Publisher], w.subscribers[request.Publisher] = true, true
		o := new(outcome)
		n.Need(Want{request.Part(), response.Publisher, v.GroupKey.ID}, func(err error) { o.times, o.err = o.times+1, err })
		// The id of the golden request in place of the random one of ours.
		for id, want := range n.requests {
			delete(n.requests, id)
			want.requestID = request.Request.RequestID
			n.requests[want.requestID] = want
		}
		n.Handle(response)
		o.want(t, nil)
		if e, err := n.store.Get(response.Publisher, v.GroupKey.ID); err != nil || e.Key != v.GroupKey.key() {
			t.Errorf("%s: %v, %v", v.Name, e, err)
		}
	}
}

// goldenSigner has the name of somebody else; what it signs is not looked at.
type goldenSigner struct {
	user message.UserID
	message.Signer
}

func (s goldenSigner) UserID() message.UserID { return s.user }

// The requests that the official publisher answered, and those it did not.
func TestExchangeAnswersGoldenRequests(t *testing.T) {
	t.Parallel()
	overRSA, overKEM, silent := goldenExchanges(t)
	publisher := decode(t, overRSA.Response.Protobuf).Publisher
	for _, v := range append(silent, overRSA, overKEM) {
		w := newWorld(t)
		n := w.node(1, func(c *Config) { c.Signer = goldenSigner{publisher, c.Signer} })
		w.publishers[publisher] = true
		w.subscribers[decode(t, overRSA.Request.Protobuf).Publisher] = true
		put(t, n.store, publisher, Entry{Key: overRSA.GroupKey.key(), Confirmed: true})
		n.Handle(decode(t, v.Request.Protobuf))
		if v.Answered != nil {
			if len(w.sent) != 0 || n.Stats().Answered != 0 {
				t.Errorf("%s: answered", v.Name)
			}
			continue
		}
		if len(w.sent) != 1 {
			t.Fatalf("%s: not answered", v.Name)
		}
		got, want := w.sent[0].Response, decode(t, v.Response.Protobuf).Response
		if got.RequestID != want.RequestID || got.Recipient != want.Recipient || got.EncryptionType != want.EncryptionType || len(got.GroupKeys) != 1 {
			t.Errorf("%s: answer %+v, official %+v", v.Name, got, want)
		}
		if k, err := v.privateKey(t).Decrypt(&got.GroupKeys[0]); err != nil || k != v.GroupKey.key() {
			t.Errorf("%s: answered with %v, %v", v.Name, k, err)
		}
	}
}

func TestNewExchangeRefuses(t *testing.T) {
	t.Parallel()
	if _, err := NewExchange(Config{}); err == nil || !strings.Contains(err.Error(), "Signer") {
		t.Errorf("%v, want an error that names Signer", err)
	}
}

func TestClose(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.intercept = func(*message.Message) []*message.Message { return nil }
	w.checkTime = time.Second
	alice, bob := w.node(1), w.node(2)
	var order []int
	for i := range 50 {
		bob.Need(Want{part, alice.self, fmt.Sprint(i)}, func(err error) {
			if !errors.Is(err, ErrClosed) {
				t.Error(err)
			}
			order = append(order, i)
		})
	}
	id := alice.publish(t, 0, `1`).GroupKeyID
	bob.Need(Want{part, alice.self, id}, func(error) {})
	bob.Close()
	bob.Close()
	if len(order) != 50 || !slices.IsSorted(order) {
		t.Errorf("told in order %v", order)
	}
	w.need(bob, alice, "late").want(t, ErrClosed)

	// A check that ends after Close does nothing.
	w.intercept = nil
	carol := w.node(3)
	w.need(carol, alice, id)
	w.run(500 * time.Millisecond)
	if w.checks != 1 {
		t.Fatalf("%d checks, want one under way", w.checks)
	}
	alice.Close()
	sent := len(w.sent)
	w.run(time.Minute)
	if len(w.sent) != sent || bob.waiting != 0 {
		t.Errorf("%d messages after Close, %d waiting", len(w.sent)-sent, bob.waiting)
	}
}
