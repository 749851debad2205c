package broker

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/logstore/logstore"
)

// A node reads its store in search of damage by itself.
func TestNodeScrubs(t *testing.T) {
	t.Parallel()
	dir, key := t.TempDir(), newKey(t)
	info, stop := start(t, settings(t, dir), key)
	c := client(t, info, key)
	var events []logstore.Event
	for i := range 200 {
		events = append(events, logstore.Event{Content: json.RawMessage(fmt.Sprint(i))})
	}
	if _, err := c.PublishBatch(t.Context(), "/scrubbed", events); err != nil {
		t.Fatal(err)
	}
	stop()
	// Every millisecond, so that a pass begins after these are there.
	info, _ = start(t, settings(t, dir, "store.scrub_every=1ms", "store.scrub_rate=1GiB"), key)
	for {
		body := getMetrics(t, info.AdminURL)
		if read := metric(body, "logstore_scrub_messages_total"); read >= 200 && metric(body, "logstore_scrub_passes_total") >= 1 {
			break
		}
	}
	if n := metric(getMetrics(t, info.AdminURL), "logstore_scrub_problems_total"); n != 0 {
		t.Errorf("%v problems in a sound store", n)
	}
}

func getMetrics(t *testing.T, adminURL string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, adminURL+"/metrics", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// metric reads a counter without labels, -1 if it is not there.
func metric(body, name string) float64 {
	for line := range strings.Lines(body) {
		var v float64
		if n, _ := fmt.Sscanf(line, name+" %g", &v); n == 1 {
			return v
		}
	}
	return -1
}
