// Package storetest checks that a store keeps the promises of package store.
//
// Every backend runs the same suite:
//
//	storetest.Run(t, storetest.Backend{Open: open, Reopen: reopen})
//
// The suite speaks to the store through its interface alone. What is special to a
// backend, such as what happens to its files in a crash, is the backend's own
// tests' business.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// Backend makes stores to test.
type Backend struct {
	// Open returns a new, empty store. The suite closes it.
	Open func(testing.TB) store.Store
	// Reopen closes a store and opens it again with what it holds.
	Reopen func(testing.TB, store.Store) store.Store
}

// Run runs the suite, each part of it on stores of its own.
func Run(t *testing.T, b Backend) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, Backend)
	}{
		{"append is idempotent", testIdempotent},
		{"append keeps equivocations", testEquivocations},
		{"append refuses what makes no sense", testAppendInvalid},
		{"append under a context that ended", testAppendContext},
		{"has", testHas},
		{"scan selects", testScanCases},
		{"scan refuses what makes no sense", testScanInvalid},
		{"scan of many messages", testScanMany},
		{"scan of few among many messages", testScanSparse},
		{"scan under a context that ends", testScanContext},
		{"snapshot does not change", testSnapshotIsolation},
		{"batches are seen whole", testWholeBatches},
		{"follow", testFollow},
		{"follow concurrent appends", testFollowConcurrent},
		{"follow while pruning", testFollowPrune},
		{"everything at once", testEverythingAtOnce},
		{"floor", testFloor},
		{"floor among concurrent appends", testFloorConcurrent},
		{"prune", testPrune},
		{"prune in many steps", testPruneMany},
		{"stats", testStats},
		{"arrivals", testArrivals},
		{"pages", testPages},
		{"pages refuse what makes no sense", testPagesInvalid},
		{"pages are of the moment of the snapshot", testPagesIsolation},
		{"parts", testParts},
		{"meta", testMeta},
		{"closed", testClosed},
		{"model", testModel},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, b)
		})
	}
}

// Base is the time of the first message of most tests: a full hour.
const Base int64 = 1_699_999_200_000

// Publishers of test messages. Their signatures are not real.
const (
	Alice message.UserID = "alice---------------"
	Bob   message.UserID = "bob-----------------"
)

// Chains of test messages.
const (
	ChainA = "aaaaaaaaaaaaaaaaaaaa"
	ChainB = "bbbbbbbbbbbbbbbbbbbb"
)

// Part is the stream part of most tests.
var Part = message.StreamPart{Stream: "0x0000000000000000000000000000000000000001/test", Partition: 0}

// Spec describes a test message.
type Spec struct {
	Part      message.StreamPart // Part, if zero
	Timestamp int64
	Sequence  int32
	Publisher message.UserID // Alice, if empty
	Chain     string         // ChainA, if empty
	Content   string
}

// Entry makes the entry of a test message, with a made-up signature.
func (s Spec) Entry() store.Entry {
	if s.Part.Stream == "" {
		s.Part = Part
	}
	if s.Publisher == "" {
		s.Publisher = Alice
	}
	if s.Chain == "" {
		s.Chain = ChainA
	}
	m := &message.Message{
		ID: message.ID{
			Stream: s.Part.Stream, Partition: s.Part.Partition, Timestamp: s.Timestamp, Sequence: s.Sequence,
			Publisher: s.Publisher, Chain: s.Chain,
		},
		Content:       []byte(s.Content),
		Signature:     make([]byte, 65),
		SignatureType: message.SignatureSecp256k1EVM,
	}
	return store.Entry{Part: s.Part, Key: m.Key(), Wire: m.AppendWire(nil)}
}

// At returns an entry of the default part n ms after Base.
func At(n int64) store.Entry {
	return Spec{Timestamp: Base + n, Content: fmt.Sprintf(`{"n":%d}`, n)}.Entry()
}

// Range returns the entries At(from) to At(to-1).
func Range(from, to int64) []store.Entry {
	var entries []store.Entry
	for n := from; n < to; n++ {
		entries = append(entries, At(n))
	}
	return entries
}

func openStore(t testing.TB, b Backend) store.Store {
	t.Helper()
	s := b.Open(t)
	t.Cleanup(func() {
		if err := s.Close(); err != nil && !errors.Is(err, store.ErrClosed) {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

func appendAll(t testing.TB, s store.Store, batch ...store.Entry) []store.Outcome {
	t.Helper()
	outcomes, err := s.Append(context.Background(), batch)
	if err != nil {
		t.Fatalf("append: %v", err)
	}
	if len(outcomes) != len(batch) {
		t.Fatalf("append gave %d outcomes for %d entries", len(outcomes), len(batch))
	}
	return outcomes
}

func wantOutcomes(t testing.TB, got []store.Outcome, want ...store.Outcome) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("outcomes %v, want %v", got, want)
	}
}

// got is a record with its bytes copied.
type got struct {
	key  message.Key
	seq  store.Seq
	wire string
}

// collect copies records until the sequence ends or has given limit of them.
func collect(seq iter.Seq2[store.Record, error], limit int) (records []got, err error) {
	for r, err := range seq {
		if err != nil {
			return records, err
		}
		records = append(records, got{r.Key, r.Seq, string(r.Wire)})
		if len(records) == limit {
			break
		}
	}
	return records, nil
}

func scan(t testing.TB, sn store.Snapshot, q store.Query) []got {
	t.Helper()
	records, err := collect(sn.Scan(context.Background(), q), -1)
	if err != nil {
		t.Fatalf("scan %+v: %v", q, err)
	}
	return records
}

func snapshotOf(t testing.TB, s store.Store) store.Snapshot {
	t.Helper()
	sn, err := s.Snapshot()
	if err != nil {
		t.Fatalf("snapshot: %v", err)
	}
	t.Cleanup(func() {
		if err := sn.Close(); err != nil {
			t.Errorf("close snapshot: %v", err)
		}
	})
	return sn
}

// wantEntries compares records with entries, in order.
func wantEntries(t testing.TB, records []got, want []store.Entry) {
	t.Helper()
	for i := range min(len(records), len(want)) {
		if records[i].key != want[i].Key || records[i].wire != string(want[i].Wire) {
			t.Fatalf("record %d is %v (%d bytes), want %v (%d bytes)",
				i, records[i].key.Ref(), len(records[i].wire), want[i].Key.Ref(), len(want[i].Wire))
		}
	}
	if len(records) != len(want) {
		t.Fatalf("%d records, want %d", len(records), len(want))
	}
}
