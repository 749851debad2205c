package logstore_test

import (
	"context"
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

func reversed(ns []int) []int {
	slices.Reverse(ns)
	return ns
}

func TestQueriesSelectWhatTheySay(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	key := newKey(t)
	c := newClient(t, logstore.Config{URL: node.URL, Key: key})
	publish(t, c, "/s", events(300))
	at := func(n int) time.Time { return t0.Add(time.Duration(n) * time.Second) }

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
		{"publisher, reversed", logstore.Query{Publisher: key.Address(), From: at(10), To: at(19), Reverse: true}, reversed(numbers(10, 20))},
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
