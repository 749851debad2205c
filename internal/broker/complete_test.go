package broker

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore"
)

// A reader that looks at thousands of messages and wants few of them pauses in
// between. The message at which it paused was once left out: a query by publisher
// lacked messages, and the histogram counted fewer than there are. The proof only
// notices where a later message of the same chain links to the lost one.
func TestLongScansLeaveNothingOut(t *testing.T) {
	t.Parallel()
	const messages, every = 9000, 1000
	node, many, few := newKey(t), newKey(t), newKey(t)
	const stream = "0x00000000000000000000000000000000000000aa/m"
	info, _ := start(t, settings(t, t.TempDir(), fmt.Sprintf(`streams.list=[{id: %s, publishers: ["*"]}]`, stream)), node)

	// The few lie at regular places, and at those where a reader pauses.
	isFew := func(i int) bool { return i%every == 0 || (i+1)%4096 == 0 || i%4096 == 0 || i%4097 == 4096 }
	begin := time.UnixMilli(1709294400000)
	var byMany, byFew []logstore.Event
	for i := range messages {
		e := logstore.Event{Content: json.RawMessage(fmt.Sprint(i)), Time: begin.Add(time.Duration(i) * time.Millisecond)}
		if isFew(i) {
			byFew = append(byFew, e)
		} else {
			byMany = append(byMany, e)
		}
	}
	reader := client(t, info, few)
	if _, err := client(t, info, many).PublishBatch(t.Context(), stream, byMany); err != nil {
		t.Fatal(err)
	}
	if _, err := reader.PublishBatch(t.Context(), stream, byFew); err != nil {
		t.Fatal(err)
	}

	res, err := reader.Query(t.Context(), logstore.Query{Stream: stream, Publisher: few.String()})
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]bool)
	for m, err := range res.All() {
		if err != nil {
			t.Fatal(err)
		}
		got[string(m.Content)] = true
	}
	for _, e := range byFew {
		if text := string(e.Content.(json.RawMessage)); !got[text] {
			t.Errorf("the query by publisher left out message %s", text)
		}
	}

	stats, err := reader.Stats(t.Context(), stream, logstore.StatsOptions{Buckets: 1})
	if err != nil {
		t.Fatal(err)
	}
	var counted uint64
	for _, b := range stats.Histogram.Buckets {
		counted += b.Messages
	}
	if stats.Messages != messages || counted != messages {
		t.Errorf("%d messages, %d in the histogram, want %d in both", stats.Messages, counted, messages)
	}
}
