package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/internal/timetree"
	"github.com/logstore/logstore/message"
)

// testTime is the clock of tests that have one, in the middle of the years that
// timestamps in them use.
var testTime = time.UnixMilli(1_750_000_000_000)

// signerOf returns the Ethereum signer whose key is one byte repeated.
func signerOf(t testing.TB, b byte) message.DigestSigner {
	t.Helper()
	s, err := message.NewEVMSigner([32]byte(bytes.Repeat([]byte{b}, 32)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// node is a whole node behind a real listener: store, ingest, streams and API.
type node struct {
	t        testing.TB
	fs       *vfs.MemFS
	store    *pebble.Store
	ingest   *ingest.Ingester
	registry *streams.Registry
	server   *Server
	http     *httptest.Server
	client   *http.Client
	reg      *prometheus.Registry
	tree     *timetree.Tree
	signer   message.DigestSigner // of the node
	cfg      Config
	deps     Deps
	stopped  bool
}

type nodeOption func(*node)

func withConfig(change func(*Config)) nodeOption { return func(n *node) { change(&n.cfg) } }
func withDeps(change func(*Deps)) nodeOption     { return func(n *node) { change(&n.deps) } }
func withFS(fs *vfs.MemFS) nodeOption            { return func(n *node) { n.fs = fs } }

// newNode starts a node with an in-memory store.
func newNode(t testing.TB, opts ...nodeOption) *node {
	t.Helper()
	n := &node{t: t, fs: vfs.NewMem(), signer: signerOf(t, 0x77), cfg: DefaultConfig()}
	n.cfg.RateRequests = 0
	for _, o := range opts {
		o(n)
	}
	var err error
	if n.store, err = pebble.Open("store", pebble.Options{FS: n.fs, MinFreeBytes: -1, BallastBytes: -1}); err != nil {
		t.Fatal(err)
	}
	if n.registry, err = streams.New(streams.Config{Policy: streams.Any, Owner: n.signer.UserID()}, n.store); err != nil {
		t.Fatal(err)
	}
	if n.tree, err = timetree.New(n.store, timetree.Config{}); err != nil {
		t.Fatal(err)
	}
	n.ingest = ingest.New(ingest.Config{}, ingest.Deps{Store: n.tree, Streams: n.registry, Clock: n.deps.Clock})
	n.reg = prometheus.NewRegistry()
	d := n.deps
	if d.Store == nil {
		d.Store = n.tree
	}
	if d.Ingest == nil {
		d.Ingest = n.ingest
	}
	if d.Streams == nil {
		d.Streams = n.registry
	}
	d.Trees, d.StoreID, d.NodeSigner, d.Registerer, d.Version = n.tree, n.store.ID(), n.signer, n.reg, "test"
	if testing.Verbose() {
		d.Logger = slog.New(slog.NewTextHandler(testWriter{t}, nil))
	}
	if n.server, err = New(n.cfg, d); err != nil {
		t.Fatal(err)
	}
	n.http = httptest.NewServer(n.server.Handler())
	n.http.Config.RegisterOnShutdown(n.server.Shutdown)
	// Nothing is decoded behind the tests' back.
	n.client = &http.Client{Transport: &http.Transport{DisableCompression: true}}
	t.Cleanup(n.stop)
	return n
}

// stop ends the node in the order of the broker.
func (n *node) stop() {
	if n.stopped {
		return
	}
	n.stopped = true
	n.server.Shutdown()
	n.client.CloseIdleConnections()
	n.http.Close()
	if err := n.ingest.Close(context.Background()); err != nil {
		n.t.Error(err)
	}
	if err := n.store.Close(); err != nil {
		n.t.Error(err)
	}
}

type testWriter struct{ t testing.TB }

func (w testWriter) Write(b []byte) (int, error) {
	w.t.Log(strings.TrimSpace(string(b)))
	return len(b), nil
}

// reply is an answer that was read to its end.
type reply struct {
	status  int
	header  http.Header
	trailer http.Header
	body    []byte
	err     error // of reading the body
}

func (r reply) problem(t testing.TB) (code, text string) {
	t.Helper()
	var p struct {
		Error string `json:"error"`
		Code  string `json:"code"`
	}
	if err := json.Unmarshal(r.body, &p); err != nil {
		t.Fatalf("answer %d is no problem: %s", r.status, r.body)
	}
	return p.Code, p.Error
}

func (r reply) decode(t testing.TB, v any) {
	t.Helper()
	if err := json.Unmarshal(r.body, v); err != nil {
		t.Fatalf("decode answer %d %q: %v", r.status, r.body, err)
	}
}

// do sends a request; header pairs follow.
func (n *node) do(method, path string, body io.Reader, header ...string) reply {
	n.t.Helper()
	req, err := http.NewRequest(method, n.http.URL+path, body)
	if err != nil {
		n.t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	return n.send(req)
}

func (n *node) send(req *http.Request) reply {
	n.t.Helper()
	resp, err := n.client.Do(req)
	if err != nil {
		n.t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	out := reply{resp.StatusCode, resp.Header, resp.Trailer, b, err}
	validateAnswer(n.t, req, out)
	return out
}

func (n *node) get(path string, header ...string) reply {
	n.t.Helper()
	return n.do(http.MethodGet, path, nil, header...)
}

// basicAuth is the original's header for the key of one byte repeated.
func basicAuth(t testing.TB, key byte) string {
	t.Helper()
	s := signerOf(t, key)
	user := s.UserID().String()
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+base64.StdEncoding.EncodeToString(personalSign(t, s, user))))
}

func personalSign(t testing.TB, s message.Signer, text string) []byte {
	t.Helper()
	sig, err := s.SignPayload([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return sig
}

// fill puts messages into the store past ingest.
func (n *node) fill(wires ...[]byte) {
	n.t.Helper()
	entries := make([]store.Entry, len(wires))
	for i, w := range wires {
		m, err := message.Decode(w)
		if err != nil {
			n.t.Fatal(err)
		}
		entries[i] = store.Entry{Part: m.Part(), Key: m.Key(), Wire: w}
	}
	if _, err := n.store.Append(context.Background(), entries); err != nil {
		n.t.Fatal(err)
	}
}

// testStream is a stream that everybody may publish to.
const testStream = message.StreamID("0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a/test")

const testPart = "/stores/0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a%2Ftest/data/partitions/0"

func escapeID(id message.StreamID) string { return url.PathEscape(string(id)) }

// chainID is canonical.
const chainID = "abcdefghij0123456789"

// signed makes a signed message at ts with a JSON content.
func signed(t testing.TB, s message.Signer, ts int64, seq int32, content string) *message.Message {
	t.Helper()
	m := &message.Message{
		ID:      message.ID{Stream: testStream, Timestamp: ts, Sequence: seq, Chain: chainID},
		Content: []byte(content),
	}
	if err := message.Sign(m, s); err != nil {
		t.Fatal(err)
	}
	return m
}

func wire(m *message.Message) []byte { return m.AppendWire(nil) }

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.TrimPrefix(s, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// eventually waits on a condition that other goroutines bring about.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-deadline:
			t.Fatalf("waited too long for %s", what)
		case <-tick.C:
		}
	}
}

func sha256Hex(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// newHTTP serves another Server over the same parts.
func newHTTP(t testing.TB, srv *Server) *httptest.Server {
	t.Helper()
	h := httptest.NewServer(srv.Handler())
	t.Cleanup(h.Close)
	return h
}
