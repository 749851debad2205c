package demo

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/sample"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

func testEvents() []sample.Event {
	const noon = 1_517_745_600_000 // 2018-02-04T12:00:00Z
	return []sample.Event{
		{Time: noon - 86_400_000, Key: "ci", Content: []byte(`{"magnitude":1}`)},
		{Time: noon, Key: "ak", Content: []byte(`{"magnitude":2}`)},
		{Time: noon, Key: "ci", Content: []byte(`{"magnitude":3.1}`)},
		{Time: noon, Key: "ci", Content: []byte(`{"magnitude":null}`)},
		{Time: noon + 86_400_000, Key: "ak", Content: []byte(`{"magnitude":5}`)},
	}
}

func signed(t *testing.T) []*message.Message {
	t.Helper()
	key, err := message.NewEVMSigner([32]byte{31: 7})
	if err != nil {
		t.Fatal(err)
	}
	stream, err := message.ParseStreamID(Stream, key.UserID())
	if err != nil {
		t.Fatal(err)
	}
	messages, err := sign(stream, key, testEvents())
	if err != nil {
		t.Fatal(err)
	}
	return messages
}

// A second run must publish the very same bytes, or it would fill the store.
func TestSignIsDeterministic(t *testing.T) {
	t.Parallel()
	first, second := signed(t), signed(t)
	for i := range first {
		if !bytes.Equal(first[i].AppendWire(nil), second[i].AppendWire(nil)) {
			t.Errorf("message %d differs between two runs", i)
		}
	}
}

func TestSignedMessagesAreCanonicalAndLinked(t *testing.T) {
	t.Parallel()
	messages := signed(t)
	for i, m := range messages {
		if err := errors.Join(m.CheckCanonical(1), m.CheckContent(), new(message.Verifier).Verify(t.Context(), m)); err != nil {
			t.Errorf("message %d: %v", i, err)
		}
	}
	for i, want := range []int{-1, -1, 0, 2, 1} {
		got := messages[i].PrevRef
		switch {
		case want < 0 && got != nil:
			t.Errorf("message %d begins its chain but names %s", i, got)
		case want >= 0 && (got == nil || *got != messages[want].Ref()):
			t.Errorf("message %d names %v, expected message %d (%s)", i, got, want, messages[want].Ref())
		}
	}
	if messages[1].Chain == messages[2].Chain {
		t.Error("events of two groups are on one chain")
	}
}

func TestSignRefusesEventsOutOfOrder(t *testing.T) {
	t.Parallel()
	key, err := message.NewEVMSigner([32]byte{31: 7})
	if err != nil {
		t.Fatal(err)
	}
	stream, err := message.ParseStreamID(Stream, key.UserID())
	if err != nil {
		t.Fatal(err)
	}
	events := testEvents()
	events[0], events[2] = events[2], events[0]
	if _, err := sign(stream, key, events); !errors.Is(err, message.ErrChainOrder) {
		t.Fatalf("got %v, expected message.ErrChainOrder", err)
	}
}

func TestBusiestDay(t *testing.T) {
	t.Parallel()
	want := time.Date(2018, 2, 4, 0, 0, 0, 0, time.UTC)
	if got := busiestDay(testEvents()); !got.Equal(want) {
		t.Fatalf("got %s, expected %s", got, want)
	}
}

func TestSameEvents(t *testing.T) {
	t.Parallel()
	all := signed(t)
	from := busiestDay(testEvents())
	to := from.Add(day - time.Millisecond)
	changed := *all[2]
	changed.Content = []byte(`{"magnitude":3.2}`)
	for name, tc := range map[string]struct {
		got  []*message.Message
		says string
	}{
		"right":    {all[1:4], ""},
		"missing":  {all[1:3], "2 messages, the source has 3"},
		"too many": {all[0:4], "4 messages, the source has 3"},
		"changed":  {[]*message.Message{all[1], &changed, all[3]}, "message 1"},
		"swapped":  {[]*message.Message{all[2], all[1], all[3]}, "message 0"},
	} {
		err := sameEvents(tc.got, testEvents(), from, to)
		if tc.says == "" && err != nil || tc.says != "" && (!errors.Is(err, ErrWrongAnswer) || !strings.Contains(err.Error(), tc.says)) {
			t.Errorf("%s: got %v, expected %q", name, err, tc.says)
		}
	}
}

func TestRefusesForgery(t *testing.T) {
	t.Parallel()
	for i, m := range signed(t) {
		if err := refusesForgery(t.Context(), m); err != nil {
			t.Errorf("message %d: %v", i, err)
		}
	}
}

func TestRefusesOmission(t *testing.T) {
	t.Parallel()
	all := signed(t)
	p := proof.NewProver(proof.FullRange(), false)
	for _, m := range all {
		key := m.Key()
		if err := p.Add(proof.RegionOf(key, proof.KeyBits), proof.LeafSum(&key, uint64(m.Size()))); err != nil {
			t.Fatal(err)
		}
	}
	rp, root := p.Finish()
	cert := &proof.Certificate{Proof: *rp}
	cert.Checkpoint.Sum = root
	if err := refusesOmission(all, cert); err != nil {
		t.Error(err)
	}
	// A checkpoint that holds without the message is what must not go unnoticed.
	without := proof.NewDigester(false)
	for i, m := range all {
		key := m.Key()
		if i == len(all)/2 {
			continue
		}
		if err := without.Add(&key, uint64(m.Size())); err != nil {
			t.Fatal(err)
		}
	}
	cert.Checkpoint.Sum = without.Sum()
	if err := refusesOmission(all, cert); !errors.Is(err, ErrWrongAnswer) {
		t.Errorf("got %v, expected ErrWrongAnswer", err)
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 1707: "1,707", 1234567: "1,234,567"} {
		if got := count(n); got != want {
			t.Errorf("count(%d) = %q, expected %q", n, got, want)
		}
	}
}
