package api

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// event is one server-sent event.
type sseEvent struct{ kind, id, data string }

// timestamp of the message in the event.
func (e sseEvent) ref(t testing.TB) string {
	t.Helper()
	var m struct {
		Timestamp      int64
		SequenceNumber int32
		MsgChainID     string
	}
	if err := json.Unmarshal([]byte(e.data), &m); err != nil {
		t.Fatalf("%+v: %v", e, err)
	}
	return fmt.Sprintf("%d/%d/%s", m.Timestamp, m.SequenceNumber, m.MsgChainID)
}

// sseClient reads a live stream as a browser does.
type sseClient struct {
	t      testing.TB
	cancel context.CancelFunc
	body   io.ReadCloser
	r      *bufio.Reader
}

func (n *node) live(query, lastEventID string) *sseClient {
	n.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, n.http.URL+testPart+"/live?"+query, nil)
	if err != nil {
		n.t.Fatal(err)
	}
	req.Header.Set("Authorization", basicAuth(n.t, 0x99))
	if lastEventID != "" {
		req.Header.Set("Last-Event-ID", lastEventID)
	}
	resp, err := n.client.Do(req)
	if err != nil {
		cancel()
		n.t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != "text/event-stream" {
		b, _ := io.ReadAll(resp.Body)
		cancel()
		n.t.Fatalf("status %d: %s", resp.StatusCode, b)
	}
	return &sseClient{n.t, cancel, resp.Body, bufio.NewReader(resp.Body)}
}

func (c *sseClient) close() {
	c.cancel()
	c.body.Close()
}

// next returns the next event; false at the end of the stream.
func (c *sseClient) next() (sseEvent, bool) {
	var e sseEvent
	for {
		line, err := c.r.ReadString('\n')
		if err != nil {
			return e, false
		}
		line = strings.TrimSuffix(line, "\n")
		name, value, _ := strings.Cut(line, ": ")
		switch {
		case line == "":
			if e.data != "" {
				return e, true
			}
			e = sseEvent{}
		case name == "event":
			e.kind = value
		case name == "id":
			e.id = value
		case name == "data":
			e.data = value
		}
	}
}

func (c *sseClient) want(kind string) sseEvent {
	c.t.Helper()
	e, ok := c.next()
	if !ok || e.kind != kind {
		c.t.Fatalf("event %+v (%v), want %s", e, ok, kind)
	}
	return e
}

// plain makes a message that no signature check will see.
func plain(ts int64, seq int32, chain string) *message.Message {
	return &message.Message{
		ID:        message.ID{Stream: testStream, Timestamp: ts, Sequence: seq, Publisher: testStream.Owner(), Chain: chain},
		Content:   []byte(`{"n":1}`),
		Signature: make([]byte, 65), SignatureType: message.SignatureSecp256k1EVM,
	}
}

func (n *node) append(ms ...*message.Message) {
	entries := make([]store.Entry, len(ms))
	for i, m := range ms {
		entries[i] = store.Entry{Part: m.Part(), Key: m.Key(), Wire: wire(m)}
	}
	if _, err := n.store.Append(context.Background(), entries); err != nil {
		n.t.Error(err)
	}
}

const liveBase = 1_700_000_000_000

// TestLiveHasNoGapAndNoDuplicate follows a stream from the past while publishers
// add messages everywhere in time, with a client that hangs up again and again and
// resumes with its last cursor.
func TestLiveHasNoGapAndNoDuplicate(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	var want sync.Map
	add := func(ts int64, seq int32, chain string) {
		want.Store(fmt.Sprintf("%d/%d/%s", ts, seq, chain), true)
		n.append(plain(ts, seq, chain))
	}
	for i := range int64(300) {
		add(liveBase+i*10, 0, "past")
	}
	n.append(plain(liveBase-1, 0, "before")) // not asked for

	// The snapshot of the first connection comes before all that follows.
	c := n.live("from="+strconv.Itoa(liveBase), "")
	const publishers, each = 4, 150
	var wg sync.WaitGroup
	defer wg.Wait()
	for p := range publishers {
		wg.Go(func() {
			rnd := rand.New(rand.NewPCG(1, uint64(p)))
			for i := range each {
				// Late ones hit what the reader has passed and what it has not.
				add(liveBase+rnd.Int64N(6000), int32(i), "p"+strconv.Itoa(p))
				if i%50 == 0 {
					n.append(plain(liveBase-1-rnd.Int64N(1000), int32(i), "before"+strconv.Itoa(p)))
				}
			}
		})
	}
	got := make(map[string]int)
	rnd := rand.New(rand.NewPCG(2, 2))
	cursor, phases := "", 0
	for ; len(got) < 300+publishers*each; c = n.live("from="+strconv.Itoa(liveBase), cursor) {
		for range 1 + rnd.IntN(120) {
			e, ok := c.next()
			if !ok {
				t.Fatal("the stream ended")
			}
			cursor = e.id
			if e.kind == "live" {
				phases++
				continue
			}
			ref := e.ref(t)
			if _, known := want.Load(ref); !known {
				t.Fatalf("%s was not asked for", ref)
			}
			if got[ref]++; got[ref] > 1 {
				t.Fatalf("%s came twice", ref)
			}
			if len(got) == 300+publishers*each {
				break
			}
		}
		c.close()
	}
	c.close()
	if phases == 0 {
		t.Error("no event tells when the history has ended")
	}
}

// TestLiveResumesAfterRestart resumes in either phase at a node that was stopped
// and opened its store again.
func TestLiveResumesAfterRestart(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for i := range int64(10) {
		n.append(plain(liveBase+i, 0, "a"))
	}
	c := n.live("from="+strconv.Itoa(liveBase), "")
	var inHistory sseEvent
	for i := range 10 {
		e := c.want("message")
		if i == 3 {
			inHistory = e
		}
	}
	c.want("live")
	n.append(plain(liveBase+5, 1, "late"))
	inLive := c.want("message")
	n.append(plain(liveBase+6, 1, "late"))
	c.close()
	n.stop()

	n = newNode(t, withFS(n.fs))
	n.append(plain(liveBase, 9, "later"))
	for _, tt := range []struct {
		cursor string
		want   []string
	}{
		{inLive.id, []string{"live", "late", "later"}},
		{inHistory.id, []string{"a", "a", "a", "a", "a", "a", "live", "late", "late", "later"}},
	} {
		c := n.live("cursor="+tt.cursor, "")
		for i, want := range tt.want {
			e, ok := c.next()
			if !ok {
				t.Fatal("the stream ended")
			}
			if got := e.ref(t); want == "live" && e.kind != "live" || want != "live" && !strings.HasSuffix(got, "/"+want) {
				t.Errorf("event %d is %+v, want %s", i, e, want)
			}
		}
		c.close()
	}
}

// TestLiveFromQueryCursor goes on live where an NDJSON answer ended.
func TestLiveFromQueryCursor(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for i := range int64(5) {
		n.append(plain(liveBase+i, 0, "a"))
	}
	r := n.get(testPart+"/from?format=ndjson&limit=3&fromTimestamp="+strconv.Itoa(liveBase), "Authorization", basicAuth(t, 0x99))
	lines := strings.Split(strings.TrimSpace(string(r.body)), "\n")
	var meta struct {
		Cursor  string
		HasNext bool
	}
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &meta); err != nil || len(lines) != 4 || !meta.HasNext {
		t.Fatalf("%v: %s", err, r.body)
	}
	c := n.live("cursor="+meta.Cursor, "")
	defer c.close()
	c.want("message")
	c.want("message")
	c.want("live")
}

func TestLiveOnlyNew(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.append(plain(liveBase, 0, "a"))
	c := n.live("", "")
	defer c.close()
	c.want("live")
	n.append(plain(liveBase-10, 0, "b"))
	if e := c.want("message"); !strings.HasSuffix(e.ref(t), "/b") {
		t.Errorf("got %+v", e)
	}
}

func TestLiveFilters(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	other := plain(liveBase, 0, "a")
	other.Publisher = signerOf(t, 0x22).UserID()
	n.append(plain(liveBase, 0, "a"), plain(liveBase, 0, "b"), other)
	c := n.live("from="+strconv.Itoa(liveBase)+"&msgChainId=b&publisherId="+testStream.Owner().String(), "")
	defer c.close()
	c.want("message")
	c.want("live")
	other.Timestamp++
	n.append(other, plain(liveBase+1, 0, "a"), plain(liveBase+1, 0, "b"))
	if e := c.want("message"); !strings.HasSuffix(e.ref(t), "/b") {
		t.Errorf("got %+v", e)
	}
}

func TestLiveRefusals(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.append(plain(liveBase, 0, "a"))
	elsewhere := newCursorScope(n.store.ID(), message.StreamPart{Stream: testStream, Partition: 1})
	foreign := newCursorScope([16]byte{1}, message.StreamPart{Stream: testStream})
	here := newCursorScope(n.store.ID(), message.StreamPart{Stream: testStream})
	for _, tt := range []struct {
		query  string
		status int
		code   string
	}{
		{"from=yesterday", 400, "invalid_parameter"},
		{"from=-5x", 400, "invalid_parameter"},
		{"format=csv", 400, "invalid_parameter"},
		{"publisherId=bob", 400, "invalid_parameter"},
		{"msgChainId=a", 400, "invalid_parameter"},
		{"cursor=abc", 400, "invalid_cursor"},
		{"cursor=" + elsewhere.text(position{phase: phaseLive, seq: 1}), 400, "foreign_cursor"},
		{"cursor=" + foreign.text(position{phase: phaseLive, seq: 1}), 400, "foreign_cursor"},
		{"cursor=" + here.text(position{phase: phaseLive, seq: 99}), 410, "position_pruned"},
	} {
		r := n.get(testPart+"/live?"+tt.query, "Authorization", basicAuth(t, 0x99))
		if code, text := r.problem(t); r.status != tt.status || code != tt.code {
			t.Errorf("%s: %d %s (%s), want %d %s", tt.query, r.status, code, text, tt.status, tt.code)
		}
	}
	if r := n.get(testPart + "/live"); r.status != http.StatusUnauthorized {
		t.Errorf("without a header: %d", r.status)
	}
	if r := n.do(http.MethodHead, testPart+"/live", nil, "Authorization", basicAuth(t, 0x99)); r.status != http.StatusOK {
		t.Errorf("HEAD: %d", r.status)
	}
}

// TestLiveAnonymousOnStreams: the path of Streamr's clients is open.
func TestLiveAnonymousOnStreams(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, n.http.URL+strings.Replace(testPart, "stores", "streams", 1)+"/live", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := n.client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
	}
}

// TestLiveEndsWithTheNode: clients are told, and nothing is left behind.
func TestLiveEndsWithTheNode(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	c := n.live("", "")
	defer c.close()
	c.want("live")
	n.server.Shutdown()
	if e := c.want("error"); !strings.Contains(e.data, "shutting_down") {
		t.Errorf("%+v", e)
	}
	if _, ok := c.next(); ok {
		t.Error("the stream goes on")
	}
	eventually(t, "the slot", func() bool {
		n.server.lives.mu.Lock()
		defer n.server.lives.mu.Unlock()
		return n.server.lives.taken == 0
	})
}

func TestLiveSlots(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.MaxLivePerClient = 1 }))
	c := n.live("", "")
	defer c.close()
	c.want("live")
	r := n.get(testPart+"/live", "Authorization", basicAuth(t, 0x99))
	if code, _ := r.problem(t); r.status != 503 || code != "too_many_concurrent_requests" || r.header.Get("Retry-After") == "" {
		t.Errorf("status %d, code %s", r.status, code)
	}
}

// TestLiveKeepAlive: a silent stream shows every 15 seconds that it lives.
func TestLiveKeepAlive(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	synctest.Test(t, func(t *testing.T) {
		srv, err := New(n.cfg, Deps{Store: silent{n.store}, Trees: n.tree, NodeSigner: n.signer, Ingest: n.ingest, Streams: n.registry})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Second)
		defer cancel()
		r := httptest.NewRequestWithContext(ctx, http.MethodGet, strings.Replace(testPart, "stores", "streams", 1)+"/live", nil)
		w := httptest.NewRecorder()
		srv.Handler().ServeHTTP(w, r)
		if got := strings.Count(w.Body.String(), ": keep-alive\n\n"); got != 3 {
			t.Errorf("%d signs of life in 50 s, want 3:\n%s", got, w.Body)
		}
	})
}

// silent is a store whose snapshots are empty and which takes nothing in; it does
// no I/O, so that a virtual clock can run.
type silent struct{ store.Store }

func (silent) Snapshot() (store.Snapshot, error) { return silentSnapshot{}, nil }

func (silent) Follow(ctx context.Context, _ message.StreamPart, _ store.Seq) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		<-ctx.Done()
		yield(store.Record{}, ctx.Err())
	}
}

type silentSnapshot struct{ store.Snapshot }

func (silentSnapshot) Seq() store.Seq { return 0 }
func (silentSnapshot) Close() error   { return nil }

func TestLiveRelativeTimes(t *testing.T) {
	t.Parallel()
	now := func() time.Time { return testTime }
	n := newNode(t, withDeps(func(d *Deps) { d.Clock = now }))
	for _, age := range []time.Duration{3 * time.Hour, 30 * time.Minute, time.Minute} {
		n.append(plain(testTime.Add(-age).UnixMilli(), 0, age.String()))
	}
	for from, want := range map[string]int{
		"-1h": 2, "-2m": 1, "-1d": 3, "-1w": 3, "now": 0,
		testTime.Add(-time.Hour).Format(time.RFC3339):                                               2,
		url.QueryEscape(testTime.Add(-time.Hour).In(time.FixedZone("", 7200)).Format(time.RFC3339)): 2,
		strconv.FormatInt(testTime.Add(-2*time.Minute).UnixMilli(), 10):                             1,
	} {
		c := n.live("from="+from, "")
		got := 0
		for {
			e, ok := c.next()
			if !ok {
				t.Fatal("the stream ended")
			}
			if e.kind == "live" {
				break
			}
			got++
		}
		if got != want {
			t.Errorf("from=%s: %d messages, want %d", from, got, want)
		}
		c.close()
	}
}
