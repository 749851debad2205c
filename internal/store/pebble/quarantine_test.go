package pebble

import (
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

var errPassDone = errors.New("the pass is done")

// scrubOnce lets a pass run to its end.
func scrubOnce(t testing.TB, s *Store, verify VerifyFunc) {
	t.Helper()
	err := s.Scrub(context.Background(), ScrubOptions{
		Verify: verify, BytesPerSecond: 1 << 40, Every: 1000 * time.Hour,
		Sleep: func(_ context.Context, d time.Duration) error {
			if d > time.Hour {
				return errPassDone
			}
			return nil
		},
	})
	if !errors.Is(err, errPassDone) {
		t.Fatalf("scrub: %v", err)
	}
}

// spoil changes what is stored of a message, behind the back of the store.
func spoil(t testing.TB, s *Store, e store.Entry, change func(value []byte) []byte) {
	t.Helper()
	key := appendMessageKey(nil, 1, &e.Key)
	value, err := get(s.db, key)
	if err != nil || value == nil {
		t.Fatalf("value of %v: %x, %v", e.Key, value, err)
	}
	if err := s.db.Set(key, change(value), pebble.Sync); err != nil {
		t.Fatal(err)
	}
	if err := s.PutMeta(context.Background(), "spoiled", nil); err != nil { // makes a new view
		t.Fatal(err)
	}
}

// flipLast changes the last byte, which belongs to the content.
func flipLast(value []byte) []byte {
	value[len(value)-1] ^= 4
	return value
}

func scanErr(s *Store, q store.Query) (n int, err error) {
	sn, err := s.Snapshot()
	if err != nil {
		return 0, err
	}
	defer sn.Close()
	return scanSnapshot(sn, q)
}

func scanSnapshot(sn store.Snapshot, q store.Query) (n int, err error) {
	q.Part = storetest.Part
	for _, err := range sn.Scan(context.Background(), q) {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// TestQuarantine takes a message through its life: it goes bad, is found, is not
// served, survives a restart in this state, is handed in again and is good.
func TestQuarantine(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	fs := vfs.NewMem()
	o := testOptions(fs)
	reg := prometheus.NewRegistry()
	o.Registerer = reg
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	o.Clock = func() time.Time { return now }
	s := open(t, "store", o)
	mustAppend(t, s, storetest.Range(0, 20)...)
	bad := storetest.At(7)
	before, err := s.Snapshot() // which the good message is in
	if err != nil {
		t.Fatal(err)
	}
	spoil(t, s, bad, flipLast)
	if n, err := scanErr(s, store.Query{}); n != 20 || err != nil {
		t.Fatalf("%d messages, %v, before the scrub", n, err)
	}
	scrubOnce(t, s, nil)

	refused := func(what string, n int, err error, want int) {
		t.Helper()
		if n != want || !errors.Is(err, store.ErrCorrupt) {
			t.Errorf("%s: %d messages and %v; want %d and ErrCorrupt", what, n, err, want)
			return
		}
		for _, word := range []string{bad.Key.Hash().String(), storetest.Part.String(), "quarantine since 2026-03-01T12:00:00Z", "sent again", "logstore fsck"} {
			if !strings.Contains(err.Error(), word) {
				t.Errorf("%s: error %q does not name %q", what, err, word)
			}
		}
	}
	look := func() {
		t.Helper()
		at := func(n int64) message.Ref { return message.Ref{Timestamp: storetest.Base + n} }
		n, err := scanErr(s, store.Query{})
		refused("scan", n, err, 7)
		n, err = scanErr(s, store.Query{Reverse: true})
		refused("reverse scan", n, err, 12)
		n, err = scanErr(s, store.Query{Publisher: storetest.Bob})
		refused("scan for a publisher", n, err, 0)
		n, err = scanErr(s, store.Query{Last: 15})
		refused("scan of the last", n, err, 0)
		for _, q := range []store.Query{{To: at(6)}, {From: at(8)}, {Last: 12}, {Limit: 7}} {
			if _, err := scanErr(s, q); err != nil {
				t.Errorf("scan %+v: %v", q, err)
			}
		}
		var records int
		for _, err = range s.Follow(ctx, storetest.Part, 0) {
			if err != nil {
				break
			}
			records++
		}
		refused("follow", records, err, 7)
		has, err := s.Has(ctx, storetest.Part, []message.Key{storetest.At(6).Key, bad.Key})
		if err != nil || !has[0] || has[1] {
			t.Errorf("has %v, %v; want the good one only", has, err)
		}
		problems, err := s.Problems(ctx)
		if err != nil || len(problems) != 1 || problems[0].Key != bad.Key || problems[0].Part != storetest.Part {
			t.Errorf("problems %v, %v", problems, err)
		}
		sn, err := s.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		defer sn.Close()
		arrivals := 0
		for _, err := range sn.Arrivals(ctx, storetest.Part, 0) {
			if arrivals++; err != nil {
				t.Error(err)
			}
		}
		if st, err := sn.Stats(ctx, storetest.Part); err != nil || st.Messages != 20 || arrivals != 20 {
			t.Errorf("stats %+v, %v, %d arrivals; want 20, what is known of it stays", st, err, arrivals)
		}
	}
	look()
	// Whoever saw the good one does not know whether it was.
	n, err := scanSnapshot(before, store.Query{})
	refused("snapshot of before", n, err, 7)
	if err := before.Close(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{
		"logstore_store_quarantined_messages": 1, "logstore_scrub_problems_total": 1, "logstore_scrub_messages_total": 20,
		"logstore_scrub_passes_total": 1, "logstore_scrub_age_seconds": 0,
	} {
		if got := metricValue(t, reg, name); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	closeStore(t, s)
	if _, problems := checkProblems(t, "store", testOptions(fs)); len(problems) != 2 || problems[0].Key != bad.Key || problems[1].Key != bad.Key {
		t.Errorf("check: %v", problems)
	}
	now = now.Add(time.Hour)
	s = open(t, "store", o)
	look()

	during, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	outcomes, err := s.Append(ctx, []store.Entry{storetest.At(6), bad, bad, storetest.At(30)})
	if err != nil || outcomes[0] != store.Duplicate || outcomes[1] != store.Duplicate || outcomes[2] != store.Duplicate || outcomes[3] != store.Added {
		t.Fatalf("outcomes %v, %v", outcomes, err)
	}
	n, err = scanSnapshot(during, store.Query{})
	refused("snapshot of before the repair", n, err, 7)
	if err := during.Close(); err != nil {
		t.Fatal(err)
	}
	whole := func() {
		t.Helper()
		sn, err := s.Snapshot()
		if err != nil {
			t.Fatal(err)
		}
		defer sn.Close()
		for r, err := range sn.Scan(ctx, store.Query{Part: storetest.Part, From: bad.Key.Ref(), Limit: 1}) {
			if err != nil || r.Seq != 8 || string(r.Wire) != string(bad.Wire) {
				t.Errorf("the repaired message has seq %d and %x, %v", r.Seq, r.Wire, err)
			}
		}
		if n, err := scanErr(s, store.Query{}); n != 21 || err != nil {
			t.Errorf("%d messages, %v", n, err)
		}
		if problems, err := s.Problems(ctx); err != nil || len(problems) != 0 {
			t.Errorf("problems %v, %v", problems, err)
		}
	}
	whole()
	if got := metricValue(t, reg, "logstore_store_repaired_messages_total"); got != 1 {
		t.Errorf("%v messages repaired, want 1", got)
	}
	if got := metricValue(t, reg, "logstore_store_quarantined_messages"); got != 0 {
		t.Errorf("%v messages in quarantine, want 0", got)
	}
	scrubOnce(t, s, nil)
	whole()
	closeStore(t, s)
	check(t, "store", testOptions(fs))
	s = open(t, "store", o)
	whole()
	closeStore(t, s)
}

// TestQuarantineWithoutSeq loses the seq with the message: it is found again in the
// arrival log, by who repairs and by who prunes.
func TestQuarantineWithoutSeq(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	other := storetest.Spec{Part: message.StreamPart{Stream: "other.eth/x"}, Timestamp: storetest.Base}.Entry()
	for name, damage := range map[string]func([]byte) []byte{
		"wrong seq": func(value []byte) []byte {
			binary.BigEndian.PutUint64(value, 3)
			return flipLast(value)
		},
		"huge seq": func(value []byte) []byte {
			binary.BigEndian.PutUint64(value, ^uint64(0))
			return flipLast(value)
		},
		"no wire form": func(value []byte) []byte { return value[:seqLen] },
		"nothing":      func([]byte) []byte { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fs := vfs.NewMem()
			s := open(t, "store", testOptions(fs))
			for i := range int64(20) {
				mustAppend(t, s, storetest.At(i), other)
			}
			bad, pruned := storetest.At(15), storetest.At(2)
			mustAppend(t, s, storetest.Spec{Timestamp: storetest.Base + 15, Content: "second"}.Entry())
			spoil(t, s, bad, damage)
			spoil(t, s, pruned, flipLast)
			scrubOnce(t, s, nil)
			if _, err := scanErr(s, store.Query{}); !errors.Is(err, store.ErrCorrupt) {
				t.Errorf("scan: %v", err)
			}
			mustAppend(t, s, bad)
			if n, err := storetest.PruneBefore(ctx, s, storetest.Part, storetest.Base+5); err != nil || n != 5 {
				t.Errorf("prune removed %d, %v", n, err)
			}
			if n, err := scanErr(s, store.Query{}); n != 16 || err != nil {
				t.Errorf("%d messages, %v", n, err)
			}
			if problems, err := s.Problems(ctx); err != nil || len(problems) != 0 {
				t.Errorf("problems %v, %v", problems, err)
			}
			closeStore(t, s)
			check(t, "store", testOptions(fs))
		})
	}
}

// A message that was replaced or removed since it was found bad stays out of
// quarantine.
func TestQuarantineTooLate(t *testing.T) {
	t.Parallel()
	s := open(t, "store", testOptions(vfs.NewMem()))
	defer closeStore(t, s)
	mustAppend(t, s, storetest.Range(0, 3)...)
	for name, key := range map[string]message.Key{"changed": storetest.At(1).Key, "gone": storetest.At(9).Key} {
		held, err := s.setAside(context.Background(), storetest.Part, key, func([]byte) bool { return false }, "why")
		if held || err != nil {
			t.Errorf("%s: held %v, %v", name, held, err)
		}
	}
	part := message.StreamPart{Stream: "unknown.eth/x"}
	if held, err := s.setAside(context.Background(), part, storetest.At(1).Key, func([]byte) bool { return true }, "why"); held || err != nil {
		t.Errorf("unknown part: held %v, %v", held, err)
	}
	if n, err := scanErr(s, store.Query{}); n != 3 || err != nil {
		t.Errorf("%d messages, %v", n, err)
	}
}
