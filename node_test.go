package logstore_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/nodetest"
	"github.com/logstore/logstore/message"
)

// t0 is the event time that tests count from.
var t0 = time.UnixMilli(1_700_000_000_000)

// newKey returns a fresh key.
func newKey(t testing.TB) *logstore.Key {
	t.Helper()
	k, err := logstore.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func newClient(t testing.TB, cfg logstore.Config) *logstore.Client {
	t.Helper()
	c, err := logstore.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// reading is the content of most test events.
type reading struct {
	N int `json:"n"`
}

// events makes n events, a second apart from t0 on.
func events(n int) []logstore.Event {
	out := make([]logstore.Event, n)
	for i := range out {
		out[i] = logstore.Event{Content: reading{i}, Time: t0.Add(time.Duration(i) * time.Second)}
	}
	return out
}

func publish(t testing.TB, c *logstore.Client, stream string, es []logstore.Event, opts ...logstore.PublishOption) logstore.BatchResult {
	t.Helper()
	res, err := c.PublishBatch(t.Context(), stream, es, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// collect reads an answer to its end.
func collect(t testing.TB, c *logstore.Client, q logstore.Query) ([]int, *logstore.Result, error) {
	t.Helper()
	res, err := c.Query(t.Context(), q)
	if err != nil {
		return nil, nil, err
	}
	defer res.Close()
	var got []int
	for m, err := range res.All() {
		if err != nil {
			return got, res, err
		}
		var r reading
		if err := m.Unmarshal(&r); err != nil {
			t.Fatal(err)
		}
		got = append(got, r.N)
	}
	return got, res, nil
}

func numbers(from, to int) []int {
	var out []int
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

func TestQueriesSelectWhatTheySay(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	key := newKey(t)
	c := newClient(t, logstore.Config{URL: node.URL, Key: key})
	publish(t, c, "/s", events(300))
	at := func(n int) time.Time { return t0.Add(time.Duration(n) * time.Second) }
	reversed := func(ns []int) []int { slices.Reverse(ns); return ns }

	for _, tc := range []struct {
		name string
		q    logstore.Query
		want []int
	}{
		{"everything", logstore.Query{}, numbers(0, 300)},
		{"last", logstore.Query{Last: 7}, numbers(293, 300)},
		{"more than there are", logstore.Query{Last: 1000}, numbers(0, 300)},
		{"from", logstore.Query{From: at(290)}, numbers(290, 300)},
		{"to", logstore.Query{To: at(9)}, numbers(0, 10)},
		{"range", logstore.Query{From: at(100), To: at(199)}, numbers(100, 200)},
		{"exact bounds", logstore.Query{
			FromRef: message.Ref{Timestamp: at(5).UnixMilli(), Sequence: 1}, ToRef: message.Ref{Timestamp: at(8).UnixMilli()},
		}, numbers(6, 9)},
		{"limit", logstore.Query{From: at(100), Limit: 5}, numbers(100, 105)},
		{"reverse", logstore.Query{From: at(100), To: at(199), Reverse: true}, reversed(numbers(100, 200))},
		{"newest by limit", logstore.Query{Limit: 3, Reverse: true}, reversed(numbers(297, 300))},
		{"publisher", logstore.Query{Publisher: key.Address()}, numbers(0, 300)},
		{"publisher with an upper bound", logstore.Query{Publisher: key.Address(), From: at(10), To: at(19)}, numbers(10, 20)},
		{"another publisher", logstore.Query{Publisher: "0x0000000000000000000000000000000000000001"}, nil},
		{"empty range", logstore.Query{From: at(1000)}, nil},
		{"empty partition", logstore.Query{Partition: 3}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			tc.q.Stream = "/s"
			got, res, err := collect(t, c, tc.q)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tc.want, got); d != "" {
				t.Errorf("messages (-want +got):\n%s", d)
			}
			if r := res.Report(); !r.OK() || r.Valid != uint64(len(tc.want)) {
				t.Errorf("report:\n%s", r)
			}
		})
	}

	t.Run("chain", func(t *testing.T) {
		t.Parallel()
		res, err := c.Query(t.Context(), logstore.Query{Stream: "/s", Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		defer res.Close()
		chain := ""
		for m, err := range res.All() {
			if err != nil {
				t.Fatal(err)
			}
			chain = m.Chain
		}
		for _, q := range []logstore.Query{
			{Stream: "/s", Publisher: key.Address(), Chain: chain},
			{Stream: "/s", Publisher: key.Address(), Chain: chain, To: at(299), Reverse: true},
		} {
			if got, _, err := collect(t, c, q); err != nil || len(got) != 300 {
				t.Errorf("%d messages, %v", len(got), err)
			}
		}
	})
}

func TestPublishedEventsComeBack(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	for _, compression := range []logstore.Compression{logstore.NoCompression, logstore.GzipCompression, logstore.ZstdCompression} {
		t.Run("compression "+string(compression), func(t *testing.T) {
			t.Parallel()
			c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t), Compression: compression, BatchMessages: 64})
			var progress []int
			res := publish(t, c, "/many", events(200), logstore.OnProgress(func(done, total int) { progress = append(progress, done, total) }))
			if res.Stored != 200 || res.Duplicates+res.Rejected+res.Unsent != 0 {
				t.Errorf("result %+v", res)
			}
			if d := cmp.Diff([]int{64, 200, 128, 200, 192, 200, 200, 200}, progress); d != "" {
				t.Errorf("progress (-want +got):\n%s", d)
			}
			got, result, err := collect(t, c, logstore.Query{Stream: "/many"})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(numbers(0, 200), got); d != "" {
				t.Errorf("messages (-want +got):\n%s", d)
			}
			if r := result.Report(); !r.OK() || r.LinksKept != 199 || r.Chains != 1 {
				t.Errorf("report:\n%s", r)
			}
		})
	}
}

func TestContentsAreKeptAsTheyAre(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	verbatim := json.RawMessage(`{ "b" : 1.0, "a":12345678901234567890 }`)
	for i, content := range []any{verbatim, []byte{0, 1, 255}, "text", nil, 7} {
		receipt, err := c.Publish(t.Context(), "/kinds", content, logstore.At(t0.Add(time.Duration(i)*time.Millisecond)), logstore.OnPartition(4))
		if err != nil {
			t.Fatal(err)
		}
		if receipt.Part.Partition != 4 || receipt.Ref.Timestamp != t0.UnixMilli()+int64(i) || receipt.Duplicate {
			t.Errorf("receipt %+v", receipt)
		}
	}
	res, err := c.Query(t.Context(), logstore.Query{Stream: "/kinds", Partition: 4})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	var got []string
	for m, err := range res.All() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%d %s", m.ContentType, m.Content))
	}
	want := []string{"0 " + string(verbatim), "1 \x00\x01\xff", `0 "text"`, "0 null", "0 7"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("contents (-want +got):\n%s", d)
	}
}

func TestSchemaRefusesEventsByName(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	ctx := t.Context()
	if _, err := c.Schema(ctx, "/typed"); !errors.Is(err, logstore.ErrNotFound) {
		t.Fatalf("schema that was never set: %v", err)
	}
	schema := json.RawMessage(`{"type":"object","properties":{"n":{"type":"integer","maximum":2}}}`)
	if err := c.SetSchema(ctx, "/typed", schema); err != nil {
		t.Fatal(err)
	}
	if got, err := c.Schema(ctx, "/typed"); err != nil || string(got) != string(schema) {
		t.Errorf("schema %s, %v", got, err)
	}
	res, err := c.PublishBatch(ctx, "/typed", events(5))
	if !errors.Is(err, logstore.ErrRejected) {
		t.Fatalf("error %v", err)
	}
	var rejected *logstore.RejectedError
	if !errors.As(err, &rejected) || rejected.Index != 3 || rejected.Code != "schema_violation" || rejected.Reason == "" {
		t.Errorf("rejection %+v", rejected)
	}
	if res.Stored != 3 || res.Rejected != 2 || res.Events[2].Err != nil || !errors.Is(res.Events[4].Err, logstore.ErrRejected) {
		t.Errorf("result %+v", res)
	}
	if _, err := c.Publish(ctx, "/typed", reading{9}, logstore.At(t0.Add(10*time.Second))); !errors.As(err, &rejected) {
		t.Errorf("single event: %v", err)
	}
	// What was refused must not leave a hole in the chain of what follows.
	if err := c.RemoveSchema(ctx, "/typed"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Publish(ctx, "/typed", reading{9}, logstore.At(t0.Add(11*time.Second))); err != nil {
		t.Fatal(err)
	}
	_, result, err := collect(t, c, logstore.Query{Stream: "/typed"})
	if err != nil {
		t.Fatal(err)
	}
	if r := result.Report(); !r.OK() || r.Messages != 4 || r.Chains != 2 {
		t.Errorf("report:\n%s", r)
	}
	stranger := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	if err := stranger.SetSchema(ctx, c.Address()+"/typed", schema); !errors.Is(err, logstore.ErrForbidden) {
		t.Errorf("schema set by a stranger: %v", err)
	}
	if err := c.SetSchema(ctx, "/typed", json.RawMessage(`{"type":"no such type"}`)); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("no schema: %v", err)
	}
}

func TestChainsOnlyGoForward(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	// Later first: within a batch the order of time is made.
	es := events(10)
	slices.Reverse(es)
	publish(t, c, "/order", es)
	// Earlier than what was published: a chain of its own.
	publish(t, c, "/order", []logstore.Event{{Content: reading{-1}, Time: t0.Add(-time.Hour)}})
	got, res, err := collect(t, c, logstore.Query{Stream: "/order"})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(numbers(-1, 10), got); d != "" {
		t.Errorf("messages (-want +got):\n%s", d)
	}
	if r := res.Report(); !r.OK() || r.Chains != 2 || r.LinksKept != 9 {
		t.Errorf("report:\n%s", r)
	}
}

func TestManyGoroutinesShareOneChain(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	const workers, each = 8, 10
	errs := make(chan error, workers)
	for w := range workers {
		go func() {
			for i := range each {
				if _, err := c.Publish(t.Context(), "/busy", reading{w*each + i}); err != nil {
					errs <- err
					return
				}
			}
			errs <- nil
		}()
	}
	for range workers {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
	got, res, err := collect(t, c, logstore.Query{Stream: "/busy"})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	if d := cmp.Diff(numbers(0, workers*each), got); d != "" {
		t.Errorf("messages (-want +got):\n%s", d)
	}
	if r := res.Report(); !r.OK() || r.Chains != 1 {
		t.Errorf("report:\n%s", r)
	}
}

func TestPublishSignedTwiceIsADuplicate(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	key := newKey(t)
	ms := signedMessages(t, key, "/ready-made", 5)
	c := newClient(t, logstore.Config{URL: node.URL})
	first, err := c.PublishSigned(t.Context(), ms)
	if err != nil || first.Stored != 5 {
		t.Fatalf("%+v, %v", first, err)
	}
	again, err := c.PublishSigned(t.Context(), ms)
	if err != nil || again.Duplicates != 5 || !again.Events[0].Duplicate {
		t.Fatalf("%+v, %v", again, err)
	}
	ms[2].Content = []byte(`"forged"`)
	res, err := c.PublishSigned(t.Context(), ms[2:3])
	if !errors.Is(err, logstore.ErrRejected) || res.Rejected != 1 {
		t.Fatalf("%+v, %v", res, err)
	}
}

// signedMessages makes a chain of n messages, a second apart from t0 on, in the
// key's own stream.
func signedMessages(t testing.TB, key message.Signer, path string, n int) []*message.Message {
	t.Helper()
	chain := message.NewChain("abcdefghijklmnopqrst")
	var out []*message.Message
	for i := range n {
		ref, prev, err := chain.Next(t0.Add(time.Duration(i) * time.Second).UnixMilli())
		if err != nil {
			t.Fatal(err)
		}
		m := &message.Message{
			ID: message.ID{
				Stream:    message.StreamID(key.UserID().String() + path),
				Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID(),
			},
			PrevRef: prev, Content: fmt.Appendf(nil, `{"n":%d}`, i),
		}
		if err := message.Sign(m, key); err != nil {
			t.Fatal(err)
		}
		out = append(out, m)
	}
	return out
}

func TestPartitionKeysChooseAsStreamrDoes(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	r, err := c.Publish(t.Context(), "/keyed", 1, logstore.ByKey("sensor-7", 10))
	if err != nil {
		t.Fatal(err)
	}
	if want := message.PartitionOf("sensor-7", 10); r.Part.Partition != want {
		t.Errorf("partition %d, want %d", r.Part.Partition, want)
	}
	res := publish(t, c, "/keyed", []logstore.Event{
		{Content: 1, PartitionKey: "a"}, {Content: 2, PartitionKey: "b"}, {Content: 3, Partition: 9},
	}, logstore.Partitions(10))
	for i, want := range []int32{message.PartitionOf("a", 10), message.PartitionOf("b", 10), 9} {
		if got := res.Events[i].Part.Partition; got != want {
			t.Errorf("event %d: partition %d, want %d", i, got, want)
		}
	}
	if _, err := c.PublishBatch(t.Context(), "/keyed", []logstore.Event{{Content: 1, PartitionKey: "a"}}); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("key without the number of partitions: %v", err)
	}
}

func TestStatsAndStreams(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	ctx := t.Context()
	publish(t, c, "/stats", events(100))
	stats, err := c.Stats(ctx, "/stats", logstore.StatsOptions{From: t0, To: t0.Add(99 * time.Second), Buckets: 10})
	if err != nil {
		t.Fatal(err)
	}
	if stats.Messages != 100 || len(stats.Partitions) != 1 || stats.Partitions[0].First.Timestamp != t0.UnixMilli() ||
		stats.Histogram == nil || len(stats.Histogram.Buckets) == 0 || stats.Histogram.WidthMillis <= 0 {
		t.Errorf("stats %+v", stats)
	}
	list, err := c.Streams(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].StreamID != c.Address()+"/stats" || list[0].Messages != 100 || !slices.Equal(list[0].Partitions, []int{0}) {
		t.Errorf("streams %+v", list)
	}
	info, err := c.Node(ctx)
	if err != nil || info.Address != node.Key.UserID().String() || info.Version != "test" || info.Mode != "standalone" {
		t.Errorf("node %+v, %v", info, err)
	}
	if err := c.Ready(ctx); err != nil {
		t.Error(err)
	}
}

func TestReadersSayWhoTheyAre(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	key := newKey(t)
	publish(t, newClient(t, logstore.Config{URL: node.URL, Key: key}), "/auth", events(3))
	for _, tc := range []struct {
		name string
		cfg  logstore.Config
		want error
	}{
		{"session", logstore.Config{Key: newKey(t)}, nil},
		{"legacy header", logstore.Config{Key: newKey(t), LegacyBasic: true}, nil},
		{"nobody", logstore.Config{}, logstore.ErrUnauthorized},
		{"unknown API key", logstore.Config{APIKey: "wrong"}, logstore.ErrUnauthorized},
		{"session for another host", logstore.Config{Key: newKey(t), AuthDomain: "bank.example"}, logstore.ErrUnauthorized},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			tc.cfg.URL = node.URL
			_, _, err := collect(t, newClient(t, tc.cfg), logstore.Query{Stream: key.UserID().String() + "/auth"})
			if !errors.Is(err, tc.want) {
				t.Errorf("error %v, want %v", err, tc.want)
			}
		})
	}
}

func TestContextEndsAnAnswer(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	publish(t, c, "/long", events(3000))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	res, err := c.Query(ctx, logstore.Query{Stream: "/long"})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	var last error
	n := 0
	for _, err := range res.All() {
		if last = err; err == nil {
			n++
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) || n == 0 || n == 3000 {
		t.Errorf("%d messages, then %v", n, last)
	}
	if r := res.Report(); r.Complete || r.OK() {
		t.Errorf("report:\n%s", r)
	}
}

func TestIterationCanBeGoneOnWith(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	publish(t, c, "/parts", events(20))
	res, err := c.Query(t.Context(), logstore.Query{Stream: "/parts"})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	n := 0
	for range res.All() {
		if n++; n == 5 {
			break
		}
	}
	for _, err := range res.All() {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if r := res.Report(); n != 20 || !r.OK() {
		t.Errorf("%d messages, report:\n%s", n, r)
	}
	for range res.All() {
		t.Error("something comes after the end")
	}
}
