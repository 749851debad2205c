package groupkeys

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

// request makes a signed request of a user.
func request(t testing.TB, from *node, to message.UserID, id string, change func(*message.GroupKeyRequest), keys ...string) *message.Message {
	t.Helper()
	r := &message.GroupKeyRequest{RequestID: id, Recipient: to, PublicKey: from.c.PrivateKey.PublicKey(), GroupKeyIDs: keys, EncryptionType: from.c.PrivateKey.Type()}
	if change != nil {
		change(r)
	}
	m := &message.Message{ID: message.ID{Stream: stream, Partition: 2, Timestamp: 1_750_000_000_000, Chain: "chain"}, Request: r}
	if err := message.Sign(m, from.signer); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestUnansweredRequests(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	id := alice.publish(t, 0, `1`).GroupKeyID
	put(t, alice.store, alice.self, Entry{Key: Key{ID: "other stream"}, Stream: "example.eth/other", Confirmed: true})
	put(t, alice.store, alice.self, Entry{Key: Key{ID: "hearsay"}, Stream: stream})
	put(t, alice.store, bob.self, Entry{Key: Key{ID: "of bob"}, Stream: stream, Confirmed: true})
	stranger := w.node(3)
	w.subscribers[stranger.self] = false

	altered := request(t, bob, alice.self, "r", nil, id)
	altered.Request.PublicKey = stranger.c.PrivateKey.PublicKey() // a relay that wants the key
	for _, c := range []struct {
		name string
		m    *message.Message
	}{
		{"unknown key", request(t, bob, alice.self, "r", nil, "unknown")},
		{"no key", request(t, bob, alice.self, "r", nil)},
		{"empty key id", request(t, bob, alice.self, "r", nil, "")},
		{"key of a stream that the requester may not see", request(t, bob, alice.self, "r", nil, "other stream")},
		{"key that was only announced", request(t, bob, alice.self, "r", nil, "hearsay")},
		{"key of another publisher", request(t, bob, alice.self, "r", nil, "of bob")},
		{"somebody else asked", request(t, stranger, alice.self, "r", nil, id)},
		{"for another recipient", request(t, bob, stranger.self, "r", nil, id)},
		{"altered public key", altered},
		{"signed nonsense for a key", request(t, bob, alice.self, "r", func(r *message.GroupKeyRequest) { r.PublicKey = []byte("hello") }, id)},
		{"long request id", request(t, bob, alice.self, strings.Repeat("x", maxRequestIDLen+1), nil, id)},
		{"content", alice.publish(t, 1, `2`)},
	} {
		alice.Handle(c.m)
		if len(w.sent) != 0 {
			t.Fatalf("%s: answered", c.name)
		}
	}
	// Permission to publish was taken away: official publishers fall silent too.
	w.publishers[alice.self] = false
	alice.Handle(request(t, bob, alice.self, "r2", nil, id))
	if len(w.sent) != 0 {
		t.Fatal("answered without permission to publish")
	}
	w.publishers[alice.self] = true
	alice.Handle(request(t, bob, alice.self, "r3", nil, "unknown", id, id, "other stream"))
	if len(w.sent) != 1 || len(w.sent[0].Response.GroupKeys) != 1 || w.sent[0].Response.GroupKeys[0].ID != id {
		t.Fatal("a good request is not answered, once, with the known key")
	}
}

// The type that a request states is not signed; the public key is.
func TestStatedTypeDoesNotMatter(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	m := request(t, bob, alice.self, "r", func(r *message.GroupKeyRequest) { r.EncryptionType = message.AsymmetricRSA }, alice.publish(t, 0, `1`).GroupKeyID)
	alice.Handle(m)
	if len(w.sent) != 1 || w.sent[0].Response.EncryptionType != message.AsymmetricMLKEM {
		t.Fatal("not answered with the kind of the public key")
	}
}

func TestMinRSABits(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice := w.node(1, func(c *Config) { c.MinRSABits = 2048 })
	bob := w.node(2, func(c *Config) { c.PrivateKey = smallRSA(t) })
	carol := w.node(3)
	id := alice.publish(t, 0, `1`).GroupKeyID
	alice.Handle(request(t, bob, alice.self, "r", nil, id))
	if len(w.sent) != 0 {
		t.Error("a key went out under 640 bits")
	}
	alice.Handle(request(t, carol, alice.self, "r", nil, id))
	if len(w.sent) != 1 {
		t.Error("ML-KEM was refused for its lack of RSA bits")
	}
}

func TestFloodOfRequests(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.nodes = nil
	alice, bob, carol := w.node(1), w.node(2), w.node(3)
	w.nodes = nil // what is sent is only counted
	id := alice.publish(t, 0, `1`).GroupKeyID
	for i := range 1000 {
		alice.Handle(request(t, bob, alice.self, fmt.Sprint("r", i), nil, id))
	}
	if len(w.sent) != answerBurst {
		t.Errorf("%d answers at once, want %d", len(w.sent), answerBurst)
	}
	if w.checks != answerBurst {
		t.Errorf("%d checks for %d answers", w.checks, answerBurst)
	}
	// One flooder does not harm another subscriber.
	alice.Handle(request(t, carol, alice.self, "c", nil, id))
	if len(w.sent) != answerBurst+1 {
		t.Error("another subscriber got no answer")
	}
	w.run(time.Second)
	for i := range 100 {
		alice.Handle(request(t, bob, alice.self, fmt.Sprint("s", i), nil, id))
	}
	if n := len(w.sent) - answerBurst - 1; n != answersPerSecond {
		t.Errorf("%d answers after a second, want %d", n, answersPerSecond)
	}
	if got := alice.Stats(); got.Limited != 960+80 {
		t.Errorf("stats %+v", got)
	}
}

// Who repeats somebody's request neither gets an answer nor uses up the other's.
func TestReplayedRequests(t *testing.T) {
	t.Parallel()
	for _, checkTime := range []time.Duration{0, time.Millisecond} {
		w := newWorld(t)
		w.checkTime = checkTime
		alice, bob := w.node(1), w.node(2)
		id := alice.publish(t, 0, `1`).GroupKeyID
		recorded := request(t, bob, alice.self, "r", nil, id)
		forged := clone(t, recorded)
		forged.Request.RequestID = "forged"
		for range 100 {
			alice.Handle(recorded)
			alice.Handle(recorded) // while the first one may still be in the checks
			alice.Handle(forged)
			w.run(2 * time.Millisecond)
		}
		if len(w.sent) != 1 {
			t.Errorf("%d answers to one request", len(w.sent))
		}
		if w.checks > 2+100 { // of the recorded ones, and of all that were forged
			t.Errorf("%d checks", w.checks)
		}
		alice.Handle(request(t, bob, alice.self, "r2", nil, id))
		w.run(time.Second)
		if len(w.sent) != 2 {
			t.Error("the requester itself gets no answer any more")
		}
	}
}

func TestChecksOfRequestsAreBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.checkTime = time.Second
	alice, bob := w.node(1), w.node(2)
	id := alice.publish(t, 0, `1`).GroupKeyID
	for i := range 1000 {
		alice.Handle(request(t, bob, alice.self, fmt.Sprint("r", i), nil, id))
	}
	if w.checks != maxRequestChecks {
		t.Errorf("%d checks at a time, want %d", w.checks, maxRequestChecks)
	}
	w.run(2 * time.Second)
	if alice.checks != 0 || len(w.sent) != answerBurst {
		t.Errorf("%d checks and %d answers afterwards", alice.checks, len(w.sent))
	}
}

func TestRequestersAreBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	id := alice.publish(t, 0, `1`).GroupKeyID
	for i := range maxRequesters + 10 {
		alice.requesters.Add(message.UserID(fmt.Sprint(i)), &requester{})
	}
	for i := range rememberedRequests + 10 {
		w.run(time.Second)
		alice.Handle(request(t, bob, alice.self, fmt.Sprint("r", i), nil, id))
	}
	from, ok := alice.requesters.Get(bob.self)
	if !ok || len(from.recent) != rememberedRequests || alice.requesters.Len() != maxRequesters {
		t.Errorf("%d requesters, the last with %v requests", alice.requesters.Len(), from)
	}
}

func TestManyKeysInOneRequest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	alice, bob := w.node(1), w.node(2)
	var ids []string
	for i := range 2 * maxKeysPerRequest {
		k := Key{ID: fmt.Sprint(i), Secret: [SecretLen]byte{byte(i)}}
		put(t, alice.store, alice.self, Entry{Key: k, Confirmed: true})
		ids = append(ids, k.ID)
	}
	alice.Handle(request(t, bob, alice.self, "r", nil, ids...))
	if len(w.sent) != 1 || len(w.sent[0].Response.GroupKeys) != maxKeysPerRequest {
		t.Fatal("not answered with as many keys as are allowed")
	}
	for i, sealed := range w.sent[0].Response.GroupKeys {
		if k, err := bob.c.PrivateKey.Decrypt(&sealed); err != nil || k.ID != ids[i] || k.Secret[0] != byte(i) {
			t.Errorf("key %d: %v, %v", i, k, err)
		}
	}
}

func TestAnswerThatFailsIsLogged(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var log bytes.Buffer
	broken := errors.New("key file is locked")
	bob := w.node(2)
	alice := w.node(1, func(c *Config) {
		c.Signer = brokenSigner{c.Signer, broken}
		c.Log = slog.New(slog.NewTextHandler(&log, nil))
	})
	put(t, alice.store, alice.self, Entry{Key: testKey, Confirmed: true})
	alice.Handle(request(t, bob, alice.self, "r", nil, testKey.ID))
	if !strings.Contains(log.String(), "level=WARN") || !strings.Contains(log.String(), broken.Error()) {
		t.Errorf("log %q", log.String())
	}
	if len(w.sent) != 0 || alice.Stats().Answered != 0 {
		t.Error("counted as answered")
	}
}

// FuzzHandle feeds an exchange with whatever decodes as a message.
func FuzzHandle(f *testing.F) {
	w := newWorld(f)
	w.subscribers, w.publishers = nil, nil
	n := w.node0(f)
	overRSA, overKEM, _ := goldenExchanges(f)
	for _, v := range []goldenExchange{overRSA, overKEM} {
		f.Add([]byte(v.Request.Protobuf))
		f.Add([]byte(v.Response.Protobuf))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := message.Decode(b)
		if err != nil {
			return
		}
		switch { // aimed at us, or it would be ignored
		case m.Request != nil:
			m.Request.Recipient = n.self
		case m.Response != nil:
			m.Response.Recipient = n.self
		}
		n.Handle(m)
		w.sent = nil
	})
}

// node0 is a node that believes everybody, waits for the golden answers and has the
// golden key.
func (w *world) node0(f *testing.F) *node {
	overRSA, overKEM, _ := goldenExchanges(f)
	w.publishers, w.subscribers = map[message.UserID]bool{}, map[message.UserID]bool{}
	n := w.node(1, func(c *Config) {
		c.Authorize = func(_ *message.Message, _, _ message.UserID, done func(error)) { done(nil) }
		c.PrivateKey = overRSA.privateKey(f)
	})
	put(f, n.store, n.self, Entry{Key: overRSA.GroupKey.key(), Confirmed: true})
	for _, v := range []goldenExchange{overRSA, overKEM} {
		m := decode(f, v.Response.Protobuf)
		want := &want{Want: Want{m.Part(), m.Publisher, v.GroupKey.ID}, requestID: m.Response.RequestID}
		n.requests[want.requestID] = want
	}
	return n
}
