package ingest_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/goleak"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// now is what all clocks of the tests show.
var now = time.UnixMilli(1_750_000_000_000)

func clock() time.Time { return now }

// signer returns a publisher of its own for each number.
func signer(t testing.TB, n byte) message.Signer {
	t.Helper()
	s, err := message.NewEVMSigner([32]byte{31: n})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func openStore(t testing.TB) store.Store {
	t.Helper()
	st, err := pebble.Open("store", pebble.Options{FS: vfs.NewMem(), BallastBytes: -1, MinFreeBytes: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

func registry(t testing.TB, st store.Store, list ...streams.StreamConfig) *streams.Registry {
	t.Helper()
	r, err := streams.New(streams.Config{Streams: list}, st)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// open makes an ingester that is closed when the test ends. Missing deps are filled in.
func open(t testing.TB, cfg ingest.Config, d ingest.Deps) *ingest.Ingester {
	t.Helper()
	if d.Store == nil {
		d.Store = openStore(t)
	}
	if d.Streams == nil {
		d.Streams = registry(t, d.Store)
	}
	if d.Clock == nil {
		d.Clock = clock
	}
	in := ingest.New(cfg, d)
	t.Cleanup(func() {
		if err := in.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return in
}

const chainID = "abcdefghijABCDEFGHIJ"

// unsigned makes the i-th message of the signer's own stream /events.
func unsigned(s message.Signer, i int) *message.Message {
	return &message.Message{
		ID: message.ID{
			Stream:    message.StreamID(s.UserID().String() + "/events"),
			Timestamp: now.UnixMilli() + int64(i),
			Chain:     chainID,
		},
		Content: fmt.Appendf(nil, `{"n":%d}`, i),
	}
}

func sign(t testing.TB, s message.Signer, m *message.Message) *message.Message {
	t.Helper()
	if err := message.Sign(m, s); err != nil {
		t.Fatal(err)
	}
	return m
}

func signed(t testing.TB, s message.Signer, i int) *message.Message {
	t.Helper()
	return sign(t, s, unsigned(s, i))
}

func many(t testing.TB, s message.Signer, from, n int) []*message.Message {
	t.Helper()
	ms := make([]*message.Message, n)
	for i := range ms {
		ms[i] = signed(t, s, from+i)
	}
	return ms
}

func submit(t testing.TB, in *ingest.Ingester, ms ...*message.Message) []ingest.Result {
	t.Helper()
	results, err := in.Submit(t.Context(), ms)
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != len(ms) {
		t.Fatalf("%d results for %d messages", len(results), len(ms))
	}
	return results
}

// outcomes writes results as a text: "stored duplicate rejected(malformed)".
func outcomes(results []ingest.Result) string {
	texts := make([]string, len(results))
	for i, r := range results {
		texts[i] = r.Outcome.String()
		if r.Err != nil {
			texts[i] += "(" + string(r.Err.Code) + ")"
		}
		if r.Equivocation {
			texts[i] += "!"
		}
	}
	return strings.Join(texts, " ")
}

func count(t testing.TB, st store.Store, part message.StreamPart) int {
	t.Helper()
	snap, err := st.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	n := 0
	for _, err := range snap.Scan(t.Context(), store.Query{Part: part}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

// metrics reads a registry: counters and gauges by value, histograms by count.
func metrics(t testing.TB, reg *prometheus.Registry) map[string]float64 {
	t.Helper()
	families, err := reg.Gather()
	if err != nil {
		t.Fatal(err)
	}
	values := make(map[string]float64)
	for _, f := range families {
		for _, m := range f.GetMetric() {
			name := f.GetName()
			for _, l := range m.GetLabel() {
				name += "{" + l.GetValue() + "}"
			}
			switch {
			case m.GetCounter() != nil:
				values[name] = m.GetCounter().GetValue()
			case m.GetGauge() != nil:
				values[name] = m.GetGauge().GetValue()
			case m.GetHistogram() != nil:
				values[name] = float64(m.GetHistogram().GetSampleCount())
			}
		}
	}
	return values
}
