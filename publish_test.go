package logstore_test

import (
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

// An event that the stream's schema refuses leaves no hole in the chain of those
// around it, so that readers do not take it for withheld.
func TestRefusedEventsLeaveNoGap(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	if err := c.SetSchema(t.Context(), "/strict", json.RawMessage(`{"type":"object","required":["v"]}`)); err != nil {
		t.Fatal(err)
	}
	res, err := c.PublishBatch(t.Context(), "/strict", []logstore.Event{
		{Content: map[string]int{"v": 1}}, {Content: map[string]int{"w": 2}}, {Content: map[string]int{"v": 3}},
	})
	if !errors.Is(err, logstore.ErrRejected) || res.Stored != 2 || res.Rejected != 1 {
		t.Fatalf("%+v, %v", res, err)
	}
	_, answer, err := collect(t, c, logstore.Query{Stream: "/strict"})
	if err != nil {
		t.Fatal(err)
	}
	if report := answer.Report(); report.LinksKept != 1 || !report.OK() {
		t.Errorf("report:\n%s", report)
	}
}
