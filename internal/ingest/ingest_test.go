package ingest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// contracts answers for ERC-1271 publishers: true, false, or no answer.
type contracts map[message.UserID]bool

var errNoAnswer = errors.New("no answer")

func (c contracts) IsValidSignature(_ context.Context, contract message.UserID, _ [32]byte, _ []byte) (bool, error) {
	ok, known := c[contract]
	if !known {
		return false, errNoAnswer
	}
	return ok, nil
}

func TestRejections(t *testing.T) {
	t.Parallel()
	alice, bob := signer(t, 1), signer(t, 2)
	address := alice.UserID().String()
	st := openStore(t)
	reg := registry(t, st,
		streams.StreamConfig{ID: address + "/two", Partitions: 2},
		streams.StreamConfig{ID: address + "/typed", Partitions: 1, Schema: []byte(`{"type":"object","required":["n"]}`)},
	)
	if err := st.PutMeta(t.Context(), "streams/schema/"+address+"/broken", []byte(`[]`)); err != nil {
		t.Fatal(err)
	}
	in := open(t, ingest.Config{MaxAge: 24 * time.Hour, MaxMessageBytes: 10_000}, ingest.Deps{Store: st, Streams: reg})
	// change makes a good message, changes it, and signs it again if it can be.
	change := func(f func(m *message.Message)) *message.Message {
		m := unsigned(alice, 0)
		f(m)
		m.Publisher, m.SignatureType = alice.UserID(), message.SignatureSecp256k1EVM
		sig, err := alice.SignPayload(m.AppendPayload(nil))
		if err != nil {
			t.Fatal(err)
		}
		m.Signature = sig
		return m
	}
	broken := func(f func(m *message.Message)) *message.Message {
		m := signed(t, alice, 0)
		f(m)
		return m
	}
	for _, c := range []struct {
		name   string
		m      *message.Message
		code   ingest.Code
		field  string
		reason string // a part of it
	}{
		{"nil", nil, ingest.CodeMalformed, "", "no message"},
		{"empty", &message.Message{}, ingest.CodeMalformed, "streamId", "empty"},
		{"traversal", change(func(m *message.Message) { m.Stream += "/../x" }), ingest.CodeMalformed, "streamId", `".."`},
		{"invisible", change(func(m *message.Message) { m.Stream += "\u200b" }), ingest.CodeMalformed, "streamId", "U+200B"},
		{"domain in capitals", change(func(m *message.Message) {
			m.Stream = message.StreamID("0x" + strings.ToUpper(address[2:]) + "/events")
		}), ingest.CodeMalformed, "streamId", "lower case"},
		{"negative partition", change(func(m *message.Message) { m.Partition = -1 }), ingest.CodeMalformed, "streamPartition", "-1"},
		{"partition 100", change(func(m *message.Message) { m.Partition = 100 }), ingest.CodeMalformed, "streamPartition", "0…99"},
		{"negative timestamp", change(func(m *message.Message) { m.Timestamp = -1 }), ingest.CodeMalformed, "timestamp", "timestamp -1"},
		{"huge timestamp", change(func(m *message.Message) { m.Timestamp = 1 << 62 }), ingest.CodeMalformed, "timestamp", "want"},
		{"negative sequence", change(func(m *message.Message) { m.Sequence = -1 }), ingest.CodeMalformed, "sequenceNumber", "-1"},
		{"previous is not before", change(func(m *message.Message) { r := m.Ref(); m.PrevRef = &r }), ingest.CodeMalformed, "prevMsgRef", "before"},
		{"encrypted without key id", change(func(m *message.Message) { m.EncryptionType = message.EncryptionAES }), ingest.CodeMalformed, "groupKeyId", "missing"},
		{"too large", change(func(m *message.Message) { m.Content = make([]byte, 10_001) }), ingest.CodeTooLarge, "content", "at most 10000 are allowed"},
		{"key request", change(func(m *message.Message) {
			m.Content, m.Request = nil, &message.GroupKeyRequest{RequestID: "r", Recipient: bob.UserID()}
		}), ingest.CodeNotContent, "", "not stored"},
		{"future", change(func(m *message.Message) { m.Timestamp += 5*60_000 + 1 }), ingest.CodeFutureTimestamp, "timestamp",
			"timestamp 1750000300001 is 5m1s ahead of this node's clock; at most 5m0s is allowed (ingest.max_future)"},
		{"far future", change(func(m *message.Message) { m.Timestamp += 3*3_600_000 + 2*60_000 }), ingest.CodeFutureTimestamp, "timestamp", "is 3h2m ahead"},
		{"next century", change(func(m *message.Message) { m.Timestamp = 9_999_999_999_999 }), ingest.CodeFutureTimestamp, "timestamp", "is 262 years ahead"},
		{"past", change(func(m *message.Message) { m.Timestamp -= 25 * 3_600_000 }), ingest.CodePastTimestamp, "timestamp", "is 25h old; at most 24h0m0s"},
		{"ENS", change(func(m *message.Message) { m.Stream = "x.eth/a" }), ingest.CodeUnknownStream, "streamId", "streams.list"},
		{"out of range", change(func(m *message.Message) { m.Stream, m.Partition = message.StreamID(address+"/two"), 2 }), ingest.CodePartitionOutOfRange, "streamPartition", "has 2, numbered from 0"},
		{"chain id", change(func(m *message.Message) { m.Chain = "short" }), ingest.CodeNotCanonical, "msgChainId", "ingest.allow_non_canonical"},
		{"looks like a previous ref", change(func(m *message.Message) { m.Content = []byte("17499999999990") }), ingest.CodeNotCanonical, "content", "previous message ref"},
		{"changed content", broken(func(m *message.Message) { m.Content = []byte(`{}`) }), ingest.CodeInvalidSignature, "signature", "invalid signature"},
		{"no signature", broken(func(m *message.Message) { m.Signature = nil }), ingest.CodeInvalidSignature, "signature", "want 65"},
		{"other publisher", broken(func(m *message.Message) { m.Publisher = bob.UserID() }), ingest.CodeInvalidSignature, "signature", "publisher is"},
		{"unknown type", broken(func(m *message.Message) { m.SignatureType = 9 }), ingest.CodeUnsupportedSignature, "signatureType", "signature type 9"},
		{"contract without chain", broken(func(m *message.Message) { m.SignatureType = message.SignatureERC1271 }), ingest.CodeUnsupportedSignature, "signatureType", "chain"},
		{"not permitted", sign(t, bob, unsigned(alice, 0)), ingest.CodeNotPermitted, "publisherId", "streams.list"},
		{"no JSON", change(func(m *message.Message) { m.Content = []byte(`{"n":NaN}`) }), ingest.CodeInvalidContent, "content", "not JSON"},
		{"schema", change(func(m *message.Message) {
			m.Stream = message.StreamID(address + "/typed")
			m.Content = []byte(`{"m":1}`)
		}),
			ingest.CodeSchemaViolation, "content", "must have required property 'n'"},
		{"unusable schema", change(func(m *message.Message) { m.Stream = message.StreamID(address + "/broken") }), ingest.CodeSchemaViolation, "content", "cannot be used"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := submit(t, in, c.m)[0]
			if r.Outcome != ingest.Rejected || r.Err == nil {
				t.Fatalf("got %v", r.Outcome)
			}
			if r.Err.Code != c.code || r.Err.Field != c.field || !strings.Contains(r.Err.Error(), c.reason) {
				t.Errorf("got %s, field %q, %q\nwant %s, field %q, %q", r.Err.Code, r.Err.Field, r.Err, c.code, c.field, c.reason)
			}
		})
	}
}

// What is older than what the store keeps of a stream part is rejected, and said to
// be so.
func TestBelowFloor(t *testing.T) {
	t.Parallel()
	alice, bob := signer(t, 1), signer(t, 2)
	st := openStore(t)
	reg := prometheus.NewRegistry()
	in := open(t, ingest.Config{}, ingest.Deps{Store: st, Registerer: reg})
	submit(t, in, signed(t, alice, 3), signed(t, alice, 9))
	floor := now.UnixMilli() + 5
	if err := st.RaiseFloor(t.Context(), unsigned(alice, 0).Part(), floor); err != nil {
		t.Fatal(err)
	}
	results := submit(t, in, signed(t, alice, 4), signed(t, alice, 5), signed(t, bob, 4), signed(t, alice, 9),
		signed(t, alice, 4), signed(t, alice, 3))
	want := "rejected(past_timestamp) stored stored duplicate rejected(past_timestamp) duplicate"
	if got := outcomes(results); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	err := results[0].Err
	if want := fmt.Sprintf("from %d (2025-06-15T15:06:40Z) on", floor); err == nil || err.Field != "timestamp" || !strings.Contains(err.Reason, want) {
		t.Errorf("got %+v, want %q in the reason", err, want)
	}
	values := metrics(t, reg)
	for name, want := range map[string]float64{
		"logstore_ingest_stored_messages_total":                   4,
		"logstore_ingest_duplicate_messages_total":                2,
		"logstore_ingest_rejected_messages_total{past_timestamp}": 2,
	} {
		if values[name] != want {
			t.Errorf("%s is %v, want %v", name, values[name], want)
		}
	}
}

func TestSignatureCheckFails(t *testing.T) {
	t.Parallel()
	alice := signer(t, 1)
	m := signed(t, alice, 0)
	m.SignatureType = message.SignatureERC1271
	in := open(t, ingest.Config{}, ingest.Deps{Verifier: &message.Verifier{Contracts: contracts{}}})
	results := submit(t, in, m, signed(t, alice, 1))
	if got := outcomes(results); got != "rejected(signature_check_failed) stored" {
		t.Fatalf("got %s", got)
	}
	if err := results[0].Err; !err.Code.Retryable() || !errors.Is(err, errNoAnswer) {
		t.Errorf("got %v", err)
	}
}

func TestAccepted(t *testing.T) {
	t.Parallel()
	alice := signer(t, 1)
	address := alice.UserID().String()
	st := openStore(t)
	reg := registry(t, st, streams.StreamConfig{ID: address + "/events", Schema: []byte(`{"type":"object"}`)})
	in := open(t, ingest.Config{}, ingest.Deps{Store: st, Streams: reg})
	at := func(i int, f func(*message.Message)) *message.Message {
		m := unsigned(alice, i)
		f(m)
		return sign(t, alice, m)
	}
	results := submit(t, in,
		signed(t, alice, 0),
		at(300_000, func(*message.Message) {}), // just within the bound
		at(1, func(m *message.Message) { m.Timestamp = message.MinCanonicalTimestamp }),
		at(2, func(m *message.Message) { m.Content, m.ContentType = []byte{0, 1}, message.ContentBinary }),
		at(3, func(m *message.Message) {
			m.Content, m.EncryptionType, m.GroupKeyID = []byte("no JSON"), message.EncryptionAES, "k"
		}),
		at(4, func(m *message.Message) {
			m.Stream = message.StreamID(address + "/free")
			m.Content = []byte(`[1]`)
			m.Partition = 99
		}),
		at(5, func(m *message.Message) { r := message.Ref{Timestamp: now.UnixMilli() - 1}; m.PrevRef = &r }),
	)
	if got := outcomes(results); got != "stored stored stored stored stored stored stored" {
		for _, r := range results {
			t.Logf("%v", r.Err)
		}
		t.Fatalf("got %s", got)
	}
}

// Good messages are stored whatever stands beside them, and verdicts keep the order.
func TestMixedBatch(t *testing.T) {
	t.Parallel()
	alice, bob := signer(t, 1), signer(t, 2)
	st := openStore(t)
	in := open(t, ingest.Config{Workers: 3}, ingest.Deps{Store: st})
	stored := many(t, alice, 1000, 3)
	submit(t, in, stored...)

	forged := signed(t, alice, 1)
	forged.Content = []byte(`{}`)
	other := unsigned(alice, 0) // the same place as the first, another content
	other.Content = []byte(`{"n":-1}`)
	stale := unsigned(alice, 5)
	stale.Chain = "x"
	batch := []*message.Message{
		signed(t, alice, 0), forged, stored[1], sign(t, bob, unsigned(alice, 2)), signed(t, bob, 0),
		sign(t, alice, other), nil, sign(t, alice, stale), signed(t, alice, 3), signed(t, alice, 0),
	}
	results := submit(t, in, batch...)
	want := "stored rejected(invalid_signature) duplicate rejected(not_permitted) stored " +
		"stored! rejected(malformed) rejected(not_canonical) stored duplicate"
	if got := outcomes(results); got != want {
		t.Fatalf(" got %s\nwant %s", got, want)
	}
	for i, r := range results {
		if r.Outcome != ingest.Rejected && r.Key != batch[i].Key() {
			t.Errorf("result %d has the key of another message", i)
		}
	}
	if n := count(t, st, batch[0].Part()); n != 6 {
		t.Errorf("%d messages stored, want 6", n)
	}
}

// Whoever puts a forged copy in front of a message must not get the message refused.
func TestForgedTwinInBatch(t *testing.T) {
	t.Parallel()
	alice := signer(t, 1)
	st := openStore(t)
	in := open(t, ingest.Config{}, ingest.Deps{Store: st})
	good := signed(t, alice, 0)
	twin := func(f func(m *message.Message)) *message.Message {
		m := *good
		f(&m)
		return &m
	}
	results := submit(t, in,
		twin(func(m *message.Message) { m.Signature = bytes.Repeat([]byte{1}, 65) }),
		twin(func(m *message.Message) { m.Signature = nil }),
		good,
		twin(func(*message.Message) {}),
	)
	if got := outcomes(results); got != "rejected(invalid_signature) rejected(invalid_signature) stored duplicate" {
		t.Fatalf("got %s", got)
	}
	if n := count(t, st, good.Part()); n != 1 {
		t.Errorf("%d stored", n)
	}
}

// What is stored has the low-s form, so that both forms are one message.
func TestMalleatedSignature(t *testing.T) {
	t.Parallel()
	order, _ := new(big.Int).SetString("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16)
	alice := signer(t, 1)
	st := openStore(t)
	in := open(t, ingest.Config{}, ingest.Deps{Store: st})
	m := signed(t, alice, 0)
	low := bytes.Clone(m.Signature)
	high := bytes.Clone(m.Signature)
	new(big.Int).Sub(order, new(big.Int).SetBytes(low[32:64])).FillBytes(high[32:64])
	high[64] ^= 27 ^ 28
	m.Signature = high
	again := *m
	if got := outcomes(submit(t, in, m)) + " " + outcomes(submit(t, in, &again)); got != "stored duplicate" {
		t.Fatalf("got %s", got)
	}
	snap, err := st.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	for r, err := range snap.Scan(t.Context(), store.Query{Part: m.Part()}) {
		if err != nil {
			t.Fatal(err)
		}
		got, err := message.Decode(r.Wire)
		if err != nil || !bytes.Equal(got.Signature, low) {
			t.Errorf("stored signature %x (%v), want %x", got.Signature, err, low)
		}
	}
}

func TestConcurrentSubmits(t *testing.T) {
	t.Parallel()
	st := openStore(t)
	in := open(t, ingest.Config{Workers: 4, QueueMessages: 100}, ingest.Deps{Store: st})
	const submitters, each = 8, 200
	alice := signer(t, 1)
	all := many(t, alice, 0, each)
	var wg sync.WaitGroup
	var mu sync.Mutex
	tally := make(map[ingest.Outcome]int)
	for w := range submitters {
		wg.Go(func() {
			// Everybody sends everything, in pieces of another size.
			for start := 0; start < each; start += 7 + w {
				ms := make([]*message.Message, 0, 16)
				for _, m := range all[start:min(start+7+w, each)] {
					c := *m
					ms = append(ms, &c)
				}
				results, err := in.Submit(context.Background(), ms)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				for _, r := range results {
					tally[r.Outcome]++
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if tally[ingest.Stored] != each || tally[ingest.Duplicate] != each*(submitters-1) {
		t.Errorf("got %v", tally)
	}
	if n := count(t, st, all[0].Part()); n != each {
		t.Errorf("%d stored, want %d", n, each)
	}
}

// A batch may be larger than the queue; it goes through in slices.
func TestBatchLargerThanQueue(t *testing.T) {
	t.Parallel()
	for _, cfg := range []ingest.Config{{QueueMessages: 7}, {MaxMessageBytes: 1000, QueueBytes: 1}} {
		in := open(t, cfg, ingest.Deps{})
		ms := many(t, signer(t, 1), 0, 50)
		if got := outcomes(submit(t, in, ms...)); got != strings.TrimSpace(strings.Repeat("stored ", 50)) {
			t.Errorf("got %s", got)
		}
	}
	in := open(t, ingest.Config{}, ingest.Deps{})
	if results := submit(t, in); len(results) != 0 {
		t.Errorf("got %v", results)
	}
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	reg := prometheus.NewRegistry()
	in := open(t, ingest.Config{}, ingest.Deps{Registerer: reg})
	alice := signer(t, 1)
	bad := signed(t, alice, 9)
	bad.Content = nil
	submit(t, in, append(many(t, alice, 0, 3), signed(t, alice, 0), bad)...)
	for name, want := range map[string]float64{
		"logstore_ingest_received_messages_total":                         5,
		"logstore_ingest_stored_messages_total":                           3,
		"logstore_ingest_duplicate_messages_total":                        1,
		"logstore_ingest_rejected_messages_total{invalid_signature}":      1,
		"logstore_ingest_rejected_messages_total{signature_check_failed}": 0,
		"logstore_ingest_verify_seconds":                                  1,
		"logstore_ingest_queue_messages":                                  0,
		"logstore_ingest_queue_bytes":                                     0,
	} {
		if got := metrics(t, reg)[name]; got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	if err := in.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, err := reg.Gather(); len(got) != 0 || err != nil {
		t.Errorf("%d metrics after Close, %v", len(got), err)
	}
}
