package pebble

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// TestCheckFinds changes one record of a good store in each case and wants Check to
// say what is wrong.
func TestCheckFinds(t *testing.T) {
	t.Parallel()
	good := vfs.NewMem()
	s := open(t, "store", testOptions(good))
	equivocation := storetest.Spec{Timestamp: storetest.Base + 5, Content: "equivocation"}.Entry()
	mustAppend(t, s, storetest.Range(0, 20)...)
	mustAppend(t, s, equivocation)
	mustAppend(t, s, storetest.Spec{Part: message.StreamPart{Stream: "other.eth/x"}, Timestamp: storetest.Base}.Entry())
	closeStore(t, s)
	if report := check(t, "store", testOptions(good)); report.Messages != 22 || report.Parts != 2 || report.Equivocations != 1 {
		t.Fatalf("report %+v", report)
	}

	at := storetest.At(7)
	messageKey := appendMessageKey(nil, 1, &at.Key)
	evidenceKey := append(appendPart(nil, kindEvidence, 1), equivocation.Key[:message.OrderKeyLen]...)
	arrivalKey := appendArrivalKey(nil, 1, 1)
	value := func(seq byte, wire []byte) []byte { return append([]byte{0, 0, 0, 0, 0, 0, 0, seq}, wire...) }
	otherPlace := storetest.Spec{Part: message.StreamPart{Stream: "other.eth/x"}, Timestamp: at.Key.Ref().Timestamp}.Entry()

	for name, test := range map[string]struct {
		change func(*pebble.DB) error
		want   string
	}{
		"message gone": {func(db *pebble.DB) error { return db.Delete(messageKey, pebble.Sync) },
			"in the arrival log with seq 8, but not there"},
		"content changed": {func(db *pebble.DB) error {
			wire := append([]byte(nil), at.Wire...)
			wire[strings.Index(string(wire), `"n"`)+1] = 'N'
			return db.Set(messageKey, value(8, wire), pebble.Sync)
		}, "its content gives the key"},
		"wire form not canonical": {func(db *pebble.DB) error {
			return db.Set(messageKey, value(8, append(append([]byte(nil), at.Wire...), 0xf8, 0x01, 0)), pebble.Sync)
		}, "not the canonical one"},
		"wire form cut": {func(db *pebble.DB) error {
			return db.Set(messageKey, value(8, at.Wire[:len(at.Wire)-1]), pebble.Sync)
		}, "malformed"},
		"message of another part": {func(db *pebble.DB) error {
			return db.Set(messageKey, value(8, otherPlace.Wire), pebble.Sync)
		}, "belongs to other.eth/x#0"},
		"no value": {func(db *pebble.DB) error { return db.Set(messageKey, nil, pebble.Sync) }, "its value has 0 bytes"},
		"seq changed": {func(db *pebble.DB) error { return db.Set(messageKey, value(9, at.Wire), pebble.Sync) },
			"does not have the seq 8"},
		"no seq": {func(db *pebble.DB) error { return db.Set(messageKey, value(0, at.Wire), pebble.Sync) },
			"no sequence number"},
		"message too many": {func(db *pebble.DB) error {
			e := storetest.At(100)
			return db.Set(appendMessageKey(nil, 1, &e.Key), value(23, e.Wire), pebble.Sync)
		}, "a recount gives"},
		"message of an unknown part": {func(db *pebble.DB) error {
			return db.Set(appendMessageKey(nil, 77, &at.Key), value(8, at.Wire), pebble.Sync)
		}, "message key"},
		"short message key": {func(db *pebble.DB) error { return db.Set(messageKey[:40], value(8, at.Wire), pebble.Sync) }, "message key"},
		"evidence gone":     {func(db *pebble.DB) error { return db.Delete(evidenceKey, pebble.Sync) }, "without evidence"},
		"evidence too much": {func(db *pebble.DB) error {
			return db.Set(append(appendPart(nil, kindEvidence, 1), at.Key[:message.OrderKeyLen]...), nil, pebble.Sync)
		}, "evidence for 2 equivocations, a recount gives 1"},
		"evidence key damaged": {func(db *pebble.DB) error { return db.Set([]byte("exxx"), nil, pebble.Sync) }, "evidence key"},
		"counts wrong": {func(db *pebble.DB) error {
			return db.Set(appendPart(nil, kindStats, 1), counts{messages: 5}.encode(nil), pebble.Sync)
		}, "a recount gives"},
		"counts gone":    {func(db *pebble.DB) error { return db.Delete(appendPart(nil, kindStats, 1), pebble.Sync) }, "a recount gives"},
		"counts damaged": {func(db *pebble.DB) error { return db.Set(appendPart(nil, kindStats, 1), []byte{1}, pebble.Sync) }, "counts"},
		"pruned wrong": {func(db *pebble.DB) error {
			return db.Set(appendPart(nil, kindStats, 9), counts{pruned: 5}.encode(nil), pebble.Sync)
		}, "counts"},
		"hour": {func(db *pebble.DB) error { return db.Set([]byte("h1234"), nil, pebble.Sync) }, "no known kind"},
		"in quarantine": {func(db *pebble.DB) error {
			id := quarantineID{1, at.Key}
			return db.Set(appendQuarantineKey(nil, &id), quarantined{since: 7, reason: "it was bad"}.encode(nil), pebble.Sync)
		}, "in quarantine since 1970-01-01T00:00:00Z: it was bad"},
		"in quarantine and gone": {func(db *pebble.DB) error {
			id := quarantineID{1, storetest.At(99).Key}
			return db.Set(appendQuarantineKey(nil, &id), quarantined{}.encode(nil), pebble.Sync)
		}, "there is no such message"},
		"quarantine damaged": {func(db *pebble.DB) error { return db.Set([]byte("q"), nil, pebble.Sync) }, "quarantine record"},
		"page of an unknown part": {func(db *pebble.DB) error {
			return db.Set(appendPageKey(nil, 99, []byte("k")), []byte("v"), pebble.Sync)
		}, "page key"},
		"page without a key": {func(db *pebble.DB) error {
			return db.Set(appendPageKey(nil, 1, nil), []byte("v"), pebble.Sync)
		}, "page key"},
		"page key damaged": {func(db *pebble.DB) error { return db.Set([]byte("t1"), []byte("v"), pebble.Sync) }, "page key"},
		"page too large": {func(db *pebble.DB) error {
			return db.Set(appendPageKey(nil, 1, []byte("k")), make([]byte, store.MaxPageValue+1), pebble.Sync)
		}, "bytes"},
		"arrivals gone":       {func(db *pebble.DB) error { return db.Delete(arrivalKey, pebble.Sync) }, "has 1 entries for 21 messages"},
		"arrivals cut":        {func(db *pebble.DB) error { return db.Set(arrivalKey, []byte{0, 1, 2}, pebble.Sync) }, "cannot be read"},
		"arrivals twice":      {func(db *pebble.DB) error { return twice(db, arrivalKey) }, "comes after seq"},
		"arrival key damaged": {func(db *pebble.DB) error { return db.Set([]byte("a1"), nil, pebble.Sync) }, "arrival key"},
		"part gone":           {func(db *pebble.DB) error { return db.Delete(appendDirectoryKey(nil, storetest.Part), pebble.Sync) }, "message key"},
		"part id twice": {func(db *pebble.DB) error {
			return db.Set(appendDirectoryKey(nil, message.StreamPart{Stream: "z"}), []byte{0, 0, 0, 1}, pebble.Sync)
		}, "is taken"},
		"part id of nothing": {func(db *pebble.DB) error {
			return db.Set(appendDirectoryKey(nil, message.StreamPart{Stream: "z"}), []byte{0, 0, 0, 9}, pebble.Sync)
		}, "only 2 were given out"},
		"directory damaged":    {func(db *pebble.DB) error { return db.Set([]byte("d"), []byte{1}, pebble.Sync) }, "directory entry"},
		"state behind":         {func(db *pebble.DB) error { return db.Set(stateKey, state{20, 2, 99}.encode(nil), pebble.Sync) }, "were ever added"},
		"state before commits": {func(db *pebble.DB) error { return db.Set(stateKey, state{22, 2, 1}.encode(nil), pebble.Sync) }, "commits were acknowledged"},
		"state damaged":        {func(db *pebble.DB) error { return db.Set(stateKey, []byte{1}, pebble.Sync) }, "state record"},
		"unknown kind":         {func(db *pebble.DB) error { return db.Set([]byte("zebra"), nil, pebble.Sync) }, "no known kind"},
		"last kind":            {func(db *pebble.DB) error { return db.Set([]byte{0xff, 1}, nil, pebble.Sync) }, "no known kind"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fs := cloneFS(t, good, "store")
			o := testOptions(fs).withDefaults()
			db, _, err := openDB("store", &o, fs, newListener(&o), false)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(test.change(db), db.Close()); err != nil {
				t.Fatal(err)
			}
			_, problems := checkProblems(t, "store", testOptions(fs))
			if text := fmt.Sprint(problems); !strings.Contains(text, test.want) {
				t.Errorf("problems: %s\nwant one with %q", text, test.want)
			}
		})
	}
}

// twice makes an arrival record tell everything two times.
func twice(db *pebble.DB, key []byte) error {
	value, err := get(db, key)
	if err != nil {
		return err
	}
	a, _, _ := nextArrival(value, firstSeq(key))
	return db.Set(key, appendArrival(appendArrival(nil, firstSeq(key), &a), a.seq, &a), pebble.Sync)
}

func TestCheckVerifies(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	s := open(t, "store", testOptions(fs))
	mustAppend(t, s, storetest.Range(0, 2*judgeMessages+100)...)
	mustAppend(t, s, storetest.Spec{Part: message.StreamPart{Stream: "other.eth/x"}, Timestamp: storetest.Base + 3}.Entry())
	closeStore(t, s)
	var mu sync.Mutex // for the counters
	verified, batches := 0, 0
	var problems []Problem
	o := CheckOptions{
		Options: testOptions(fs),
		Problem: func(p Problem) { problems = append(problems, p) },
		Verify: func(_ context.Context, ms []*message.Message) []error {
			mu.Lock()
			defer mu.Unlock()
			errs := make([]error, len(ms))
			for i, m := range ms {
				if len(m.Signature) != 65 {
					t.Errorf("message %v has a signature of %d bytes", m.Ref(), len(m.Signature))
				}
				if m.Timestamp == storetest.Base+600 {
					errs[i] = message.ErrInvalidSignature
				}
				m.Signature = nil // it may change the messages
			}
			verified += len(ms)
			batches++
			return errs
		},
	}
	report, err := Check(context.Background(), "store", o)
	if err != nil || verified != 2*judgeMessages+101 || batches > 5 || report.Problems != 1 || len(problems) != 1 {
		t.Fatalf("%d messages verified in %d batches, %d problems, %v", verified, batches, report.Problems, err)
	}
	want := storetest.At(600).Key
	if p := problems[0]; p.Key != want || p.Part != storetest.Part || !strings.Contains(p.String(), "invalid signature") {
		t.Errorf("problem %v", p)
	}

	ctx, cancel := context.WithCancel(context.Background())
	o.Verify = func(_ context.Context, ms []*message.Message) []error {
		cancel()
		return make([]error, len(ms))
	}
	if _, err := Check(ctx, "store", o); !errors.Is(err, context.Canceled) {
		t.Errorf("check that was called off: %v", err)
	}
}

// TestCheckChangesNothing compares the files before and after.
func TestCheckChangesNothing(t *testing.T) {
	t.Parallel()
	fs := vfs.NewCrashableMem()
	s := open(t, "store", testOptions(fs))
	mustAppend(t, s, storetest.Range(0, 300)...)
	crashed := fs.CrashClone(vfs.CrashCloneCfg{}) // with a log to replay
	closeStore(t, s)
	before := crashed.String()
	check(t, "store", testOptions(crashed))
	if after := crashed.String(); strings.ReplaceAll(after, "LOCK", "") != strings.ReplaceAll(before, "LOCK", "") {
		t.Errorf("files before:\n%s\nand after:\n%s", before, after)
	}
}
