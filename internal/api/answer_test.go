package api

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

func TestCompression(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.fill(datasetA(t)...)
	path := "/stores/0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a%2Fgolden%2Fa/data/partitions/1/last?count=1000"
	auth := []string{"Authorization", basicAuth(t, 0x99), "Accept-Encoding"}
	plain := n.get(path, auth[:2]...)
	for header, coding := range map[string]string{
		"gzip": "gzip", "gzip, zstd": "zstd", "zstd;q=0.5, gzip": "gzip", "br": "", "*": "gzip", "gzip;q=0": "", "identity, GZIP": "gzip",
	} {
		r := n.get(path, append(auth, header)...)
		if got := r.header.Get("Content-Encoding"); got != coding {
			t.Errorf("%s: %q, want %q", header, got, coding)
			continue
		}
		if r.trailer.Get(headerComplete) != "true" {
			t.Errorf("%s: trailer %v", header, r.trailer)
		}
		var body io.Reader = bytes.NewReader(r.body)
		switch coding {
		case "gzip":
			zr, err := gzip.NewReader(body)
			if err != nil {
				t.Fatal(err)
			}
			body = zr
		case "zstd":
			zr, err := zstd.NewReader(body)
			if err != nil {
				t.Fatal(err)
			}
			defer zr.Close()
			body = zr
		}
		b, err := io.ReadAll(body)
		if err != nil || !bytes.Equal(b, plain.body) {
			t.Errorf("%s: %d bytes of %d: %v", header, len(b), len(plain.body), err)
		}
		if coding != "" && len(r.body) > len(plain.body)/2 {
			t.Errorf("%s: %d bytes of %d", header, len(r.body), len(plain.body))
		}
	}
	small := n.get("/node", "Accept-Encoding", "gzip, zstd")
	if small.header.Get("Content-Encoding") != "" || small.header.Get("Content-Length") == "" {
		t.Errorf("a small answer: %v", small.header)
	}
}

// broken is a store whose scans fail after some messages.
type broken struct {
	store.Store
	after int
}

type brokenSnapshot struct {
	store.Snapshot
	after int
}

func (b broken) Snapshot() (store.Snapshot, error) {
	if b.after < 0 {
		return nil, errors.New("bang")
	}
	snap, err := b.Store.Snapshot()
	return brokenSnapshot{snap, b.after}, err
}

func (b brokenSnapshot) Scan(ctx context.Context, q store.Query) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		n := 0
		for rec, err := range b.Snapshot.Scan(ctx, q) {
			if n++; n > b.after {
				yield(store.Record{}, fmt.Errorf("scan: %w", store.ErrCorrupt))
				return
			}
			if !yield(rec, err) {
				return
			}
		}
	}
}

// TestStoreFails: an error before the first byte is told, one after it cuts the
// connection, and never is a shorter answer taken for a whole one.
func TestStoreFails(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.fill(datasetA(t)...)
	for _, after := range []int{-1, 0, 3, 4000} {
		srv, err := New(n.cfg, Deps{Store: broken{n.store, after}, Trees: n.tree, NodeSigner: n.signer, Ingest: n.ingest, Streams: n.registry})
		if err != nil {
			t.Fatal(err)
		}
		c := *n
		c.http = newHTTP(t, srv)
		for _, coding := range []string{"identity", "gzip", "zstd"} {
			for _, f := range []string{"object", "raw", "ndjson"} {
				r := c.get("/stores/0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a%2Fgolden%2Fa/data/partitions/1/from?fromTimestamp=0&format="+f,
					"Authorization", basicAuth(t, 0x99), "Accept-Encoding", coding)
				if after == 4000 {
					if r.status != 200 || r.err == nil || r.trailer.Get(headerComplete) != "" {
						t.Errorf("%s %s: %d, %d bytes, %v", f, coding, r.status, len(r.body), r.err)
					}
					continue
				}
				if r.status != 500 {
					t.Errorf("%s %s after %d: %d", f, coding, after, r.status)
				} else if _, text := r.problem(t); text != "Failed to fetch data!" {
					t.Errorf("%s %s after %d: %s", f, coding, after, r.body)
				}
			}
		}
	}
}

// endless is a store with as many messages as anybody reads.
type endless struct{ store.Store }

type endlessSnapshot struct {
	store.Snapshot
	rec store.Record
}

func (e endless) Snapshot() (store.Snapshot, error) {
	m := plain(liveBase, 0, "a")
	m.Content = bytes.Repeat([]byte("0"), 100_000)
	snap, err := e.Store.Snapshot()
	return endlessSnapshot{snap, store.Record{Key: m.Key(), Wire: wire(m)}}, err
}

func (e endlessSnapshot) Scan(ctx context.Context, _ store.Query) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		for ctx.Err() == nil {
			if !yield(e.rec, nil) {
				return
			}
		}
		yield(store.Record{}, ctx.Err())
	}
}

// TestSlowClient: one that stops reading is cut off, and its slot is free again.
func TestSlowClient(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	cfg := n.cfg
	cfg.WriteTimeout, cfg.MaxQueries = 300*time.Millisecond, 1
	srv, err := New(cfg, Deps{Store: endless{n.store}, Trees: n.tree, NodeSigner: n.signer, Ingest: n.ingest, Streams: n.registry})
	if err != nil {
		t.Fatal(err)
	}
	c := *n
	c.http = newHTTP(t, srv)
	path := testPart + "/from?format=raw&limit=0&fromTimestamp=0"
	req, err := http.NewRequest(http.MethodGet, c.http.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", basicAuth(t, 0x99))
	resp, err := c.client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	// It holds the only slot, and reads nothing.
	if r := c.get(path, "Authorization", basicAuth(t, 0x99)); r.status != 503 || r.header.Get("Retry-After") == "" {
		t.Errorf("a second query: %d", r.status)
	}
	eventually(t, "the slot", func() bool {
		srv.queries.mu.Lock()
		defer srv.queries.mu.Unlock()
		return srv.queries.taken == 0
	})
	if _, err := io.Copy(io.Discard, resp.Body); err == nil {
		t.Error("the answer ends as if it were whole")
	}
}

// TestShutdownEndsLongAnswers, and does so without pretending that they are whole.
func TestShutdownEndsLongAnswers(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	srv, err := New(n.cfg, Deps{Store: endless{n.store}, Trees: n.tree, NodeSigner: n.signer, Ingest: n.ingest, Streams: n.registry})
	if err != nil {
		t.Fatal(err)
	}
	h := newHTTP(t, srv)
	resp, err := http.Get(h.URL + strings.Replace(testPart, "stores", "streams", 1) + "/from?fromTimestamp=0&limit=0")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.CopyN(io.Discard, resp.Body, 1<<20); err != nil {
		t.Fatal(err)
	}
	srv.Shutdown()
	if _, err := io.Copy(io.Discard, resp.Body); err == nil {
		t.Error("the answer ends as if it were whole")
	}
	http.DefaultClient.CloseIdleConnections()
}

func TestHead(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	r := n.do(http.MethodHead, testPart+"/from?format=csv&fromTimestamp=0", nil, "Authorization", basicAuth(t, 0x99))
	if r.status != 200 || r.header.Get("Content-Type") != "text/csv; charset=utf-8" || len(r.body) != 0 {
		t.Errorf("%d %v", r.status, r.header)
	}
}

func BenchmarkRangeRaw(b *testing.B) {
	n := newNode(b)
	m := plain(liveBase, 0, "a")
	m.Content = bytes.Repeat([]byte("1"), 300)
	const count = 50_000
	for i := 0; i < count; i += 1000 {
		ms := make([]*message.Message, 1000)
		for j := range ms {
			c := *m
			c.Timestamp += int64(i + j)
			ms[j] = &c
		}
		n.append(ms...)
	}
	for _, query := range []string{"limit=0&format=raw", "format=raw", "format=ndjson"} {
		b.Run(query, func(b *testing.B) {
			req := httptest.NewRequest(http.MethodGet, strings.Replace(testPart, "stores", "streams", 1)+"/from?fromTimestamp=0&"+query, nil)
			req.Header.Set("Logstore-Limit", "none")
			for b.Loop() {
				w := &countingWriter{header: make(http.Header)}
				n.server.Handler().ServeHTTP(w, req)
				b.SetBytes(int64(w.n))
			}
			b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "msg/s")
		})
	}
}

type countingWriter struct {
	header http.Header
	n      int
}

func (w *countingWriter) Header() http.Header         { return w.header }
func (w *countingWriter) WriteHeader(int)             {}
func (w *countingWriter) Write(b []byte) (int, error) { w.n += len(b); return len(b), nil }
