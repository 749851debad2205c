package plugins

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

type httpRig struct {
	*rig
	url    string
	client *http.Client
	server *HTTPServer
}

func newHTTPRig(t *testing.T, change func(*HTTPConfig), limits ...func(*Limits)) *httpRig {
	t.Helper()
	r := newRig(t, limits...)
	cfg := DefaultConfig().HTTP
	if change != nil {
		change(&cfg)
	}
	s, err := NewHTTP(cfg, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{}
	h := &httpRig{rig: r, url: "http://" + r.serve(t, s), client: &http.Client{Transport: transport}, server: s}
	t.Cleanup(transport.CloseIdleConnections)
	return h
}

// post sends a request and returns the status and body of the answer.
func (h *httpRig) post(t *testing.T, path, body string, headers ...string) (int, string, http.Header) {
	t.Helper()
	return h.do(t, http.MethodPost, path, body, headers...)
}

func (h *httpRig) do(t *testing.T, method, path, body string, headers ...string) (int, string, http.Header) {
	t.Helper()
	req, err := http.NewRequest(method, h.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			req.Host = headers[i+1]
			continue
		}
		req.Header.Set(headers[i], headers[i+1])
	}
	res, err := h.client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(b), res.Header
}

func pathOf(id message.StreamID) string { return "/streams/" + url.QueryEscape(string(id)) }

func TestHTTPPublishes(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	status, body, _ := h.post(t, pathOf(stream1)+"/", ` { "foo" : "bar", "n": 12345678901234567890.10 } `, "Content-Type", "application/json")
	if status != 200 || body != "OK" {
		t.Fatalf("%d %q", status, body)
	}
	p := h.net.waitPublished(t, 1)
	if p.content != `{"foo":"bar","n":12345678901234567890.10}` {
		t.Errorf("content %s", p.content)
	}
	if p.message.Stream != stream1 || p.message.Partition != 0 {
		t.Errorf("published to %s", p.message.Part())
	}
	if age := time.Since(time.UnixMilli(p.message.Timestamp)); age < 0 || age > time.Minute {
		t.Errorf("timestamp %d", p.message.Timestamp)
	}
	if err := new(message.Verifier).Verify(context.Background(), p.message); err != nil {
		t.Error(err)
	}
}

func TestHTTPParameters(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	for _, tt := range []struct {
		name, query string
		time        int64 // 0: any
		partition   int32 // -1: any
	}{
		{"milliseconds", "timestamp=1234567890123", 1234567890123, -1},
		{"ISO 8601", "timestamp=2021-02-03T04:05:06Z", 1612325106000, -1},
		{"ISO 8601 with a zone", "timestamp=2021-02-03T06:05:06.007%2B02:00", 1612325106007, -1},
		{"plus as it is", "timestamp=2021-02-03T06:05:06+02:00", 1612325106000, -1},
		{"date", "timestamp=2021-02-03", 1612310400000, -1},
		{"partition", "partition=3", 0, 3},
		{"key", "partitionKey=foo", 0, message.PartitionOf("foo", 4)},
		{"empty key", "partitionKey=", 0, message.PartitionOf("", 4)},
		{"others are ignored", "sequenceNumber=7&msgChainId=x&partition=1", 0, 1},
	} {
		if status, body, _ := h.post(t, pathOf(stream4)+"?"+tt.query, `{"a":1}`); status != 200 {
			t.Errorf("%s: %d %s", tt.name, status, body)
			continue
		}
		m := h.net.waitPublished(t, h.net.count()).message
		if tt.time != 0 && m.Timestamp != tt.time {
			t.Errorf("%s: timestamp %d, want %d", tt.name, m.Timestamp, tt.time)
		}
		if tt.partition >= 0 && m.Partition != tt.partition {
			t.Errorf("%s: partition %d, want %d", tt.name, m.Partition, tt.partition)
		}
	}
}

// Messages without a choice of a partition keep to one partition and one chain.
func TestHTTPKeepsOrder(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	const n = 40
	for i := range n {
		if status, body, _ := h.post(t, pathOf(stream4), fmt.Sprintf(`{"i":%d}`, i)); status != 200 {
			t.Fatal(status, body)
		}
	}
	first := h.net.published[0].message
	for i := 1; i < n; i++ {
		m := h.net.published[i].message
		if m.Part() != first.Part() || m.Chain != first.Chain {
			t.Fatalf("message %d went to %s on chain %s, the first to %s on %s", i, m.Part(), m.Chain, first.Part(), first.Chain)
		}
		if before := h.net.published[i-1].message.Ref(); m.PrevRef == nil || *m.PrevRef != before {
			t.Fatalf("message %d follows %v, want %v", i, m.PrevRef, before)
		}
	}
}

// A device hands in what it measured while it was off; others go on with now.
func TestHTTPTakesOldMessages(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	for _, query := range []string{"", "?timestamp=1600000000000", "?timestamp=1500000000000", ""} {
		if status, body, _ := h.post(t, pathOf(stream1)+query, `{}`); status != 200 {
			t.Fatalf("%q: %d %s", query, status, body)
		}
	}
	p := h.net.published
	if p[0].message.Chain != p[3].message.Chain || *p[3].message.PrevRef != p[0].message.Ref() {
		t.Error("the chain did not go on after older messages")
	}
	if p[1].message.Chain == p[0].message.Chain || p[1].message.Chain == p[2].message.Chain {
		t.Error("an older message was put on a chain with newer ones")
	}
}

func TestHTTPRefuses(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	big := `{"x":"` + strings.Repeat("x", MaxPayload) + `"}`
	for _, tt := range []struct {
		name, path, body string
		status           int
		says             string
	}{
		{"empty", pathOf(stream1), "", 400, "empty"},
		{"not JSON", pathOf(stream1), "invalid-json", 400, "not JSON"},
		{"half an object", pathOf(stream1), `{"a":1`, 400, "not JSON"},
		{"array", pathOf(stream1), `[1]`, 400, "not a JSON object"},
		{"number", pathOf(stream1), `1`, 400, "not a JSON object"},
		{"null", pathOf(stream1), `null`, 400, "not a JSON object"},
		{"not UTF-8", pathOf(stream1), "{\"a\":\"\xff\"}", 400, "UTF-8"},
		{"bad timestamp", pathOf(stream1) + "?timestamp=yesterday", `{}`, 400, "timestamp"},
		{"negative timestamp", pathOf(stream1) + "?timestamp=-5", `{}`, 400, "timestamp"},
		{"timestamp twice", pathOf(stream1) + "?timestamp=5&timestamp=6", `{}`, 400, "2 times"},
		{"timestamp that the network refuses", pathOf(stream1) + "?timestamp=12345678", `{}`, 422, "before 2001"},
		{"partition that is no number", pathOf(stream1) + "?partition=x", `{}`, 400, "partition"},
		{"negative partition", pathOf(stream1) + "?partition=-123", `{}`, 400, "partition"},
		{"partition the stream does not have", pathOf(stream4) + "?partition=4", `{}`, 422, "numbered from 0"},
		{"partition no stream has", pathOf(stream4) + "?partition=123", `{}`, 422, "at most"},
		{"partition and key", pathOf(stream4) + "?partition=1&partitionKey=foo", `{}`, 422, "only one"},
		{"query that cannot be read", pathOf(stream4) + "?partitionKey=%zz", `{}`, 400, "query"},
		{"stream id", "/streams/foo%00bar", `{}`, 400, "stream id"},
		{"unknown stream", "/streams/0x1234567890123456789012345678901234567890%2Fother", `{}`, 404, "no such stream"},
		{"too large", pathOf(stream1), big, 413, "1048576"},
	} {
		status, body, header := h.post(t, tt.path, tt.body)
		if status != tt.status || !strings.Contains(body, tt.says) || !strings.HasPrefix(body, `{"error":"`) {
			t.Errorf("%s: %d %s, want %d with %q", tt.name, status, clip(body), tt.status, tt.says)
		}
		if got := header.Get("Content-Type"); got != "application/json; charset=utf-8" {
			t.Errorf("%s: Content-Type %s", tt.name, got)
		}
	}
	if h.net.count() != 0 {
		t.Errorf("%d messages were published", h.net.count())
	}
	if status, _, header := h.do(t, http.MethodGet, pathOf(stream1), ""); status != 405 || header.Get("Allow") != "POST, OPTIONS" {
		t.Errorf("GET: %d, Allow %q", status, header.Get("Allow"))
	}
	if status, _, _ := h.post(t, "/other", "{}"); status != 404 {
		t.Errorf("other path: %d", status)
	}
	h.metric(t, h.hub.metrics.published.WithLabelValues("http", "too_large"), 1)
	h.metric(t, h.hub.metrics.published.WithLabelValues("http", "unknown_stream"), 1)
	h.metric(t, h.hub.metrics.published.WithLabelValues("http", "partition"), 2)
}

func TestHTTPTellsWhatTheNetworkSays(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	for _, tt := range []struct {
		err    error
		status int
		says   string
	}{
		{ErrNoPermission, 403, "no permission"},
		{fmt.Errorf("dial 10.1.2.3: %w", ErrUnavailable), 503, "cannot be reached"},
		{errors.New("disk is on fire"), 500, "the node's log"},
	} {
		h.net.setFail(tt.err)
		status, body, _ := h.post(t, pathOf(stream1), `{}`)
		if status != tt.status || !strings.Contains(body, tt.says) {
			t.Errorf("%v: %d %s", tt.err, status, body)
		}
		if strings.Contains(body, "10.1.2.3") || strings.Contains(body, "fire") {
			t.Errorf("an answer tells about the node's inside: %s", body)
		}
	}
}

func TestHTTPStreamIDs(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	owner := h.net.signer.UserID().String()
	for path, want := range map[string]message.StreamID{
		"/streams/%2Fmine": message.StreamID(owner + "/mine"), // a path belongs to the node
		"/streams/" + strings.ToUpper(owner[2:]) + "x":         "",
		"/streams/0x" + strings.ToUpper(owner[2:]) + "%2fmine": message.StreamID(owner + "/mine"),
		"/streams/sensors.eth/a/b":                             "sensors.eth/a/b", // leniently
	} {
		status, body, _ := h.post(t, path, `{}`)
		if want == "" {
			if status == 200 {
				t.Errorf("%s: %d", path, status)
			}
			continue
		}
		if status != 200 {
			t.Errorf("%s: %d %s", path, status, body)
		} else if got := h.net.waitPublished(t, h.net.count()).message.Stream; got != want {
			t.Errorf("%s: published to %s, want %s", path, got, want)
		}
	}
}

func TestHTTPKeys(t *testing.T) {
	t.Parallel()
	reader, limited := keyOf("reader-key", "read"), keyOf("limited-key")
	limited.Streams = []string{"sensors.eth/*"}
	h := newHTTPRig(t, func(c *HTTPConfig) { c.APIKeys = []APIKey{keyOf("device-key"), reader, limited} })
	for _, tt := range []struct {
		name, header string
		path         string
		status       int
	}{
		{"none", "", pathOf(stream1), 401},
		{"other scheme", "Basic ZGV2aWNlLWtleQ==", pathOf(stream1), 401},
		{"wrong", "Bearer device-kex", pathOf(stream1), 403},
		{"empty", "Bearer ", pathOf(stream1), 401},
		{"only the beginning", "Bearer device", pathOf(stream1), 403},
		{"right", "Bearer device-key", pathOf(stream1), 200},
		{"letter case of the scheme", "bearer device-key", pathOf(stream1), 200},
		{"may only read", "Bearer reader-key", pathOf(stream1), 403},
		{"other streams", "Bearer limited-key", pathOf(stream1), 403},
		{"its streams", "Bearer limited-key", "/streams/sensors.eth%2Fa%2Fb", 200},
		{"in the address", "", pathOf(stream1) + "?apiKey=device-key", 401},
	} {
		var headers []string
		if tt.header != "" {
			headers = []string{"Authorization", tt.header}
		}
		status, body, header := h.post(t, tt.path, `{}`, headers...)
		if status != tt.status {
			t.Errorf("%s: %d %s, want %d", tt.name, status, body, tt.status)
		}
		if (status == 401) != (header.Get("WWW-Authenticate") == "Bearer") {
			t.Errorf("%s: WWW-Authenticate %q", tt.name, header.Get("WWW-Authenticate"))
		}
	}
	h.metric(t, h.hub.metrics.signIns.WithLabelValues("http", "wrong_key"), 2)
}

func TestHTTPForPages(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, func(c *HTTPConfig) { c.APIKeys = []APIKey{keyOf("device-key")} })
	status, _, header := h.do(t, http.MethodOptions, pathOf(stream1), "", "Origin", "https://page.example", "Access-Control-Request-Method", "POST",
		"Access-Control-Request-Headers", "authorization")
	if status != 204 || header.Get("Access-Control-Allow-Origin") != "https://page.example" || header.Get("Access-Control-Allow-Credentials") != "true" ||
		header.Get("Access-Control-Allow-Headers") != "authorization" || !strings.Contains(header.Get("Access-Control-Allow-Methods"), "POST") {
		t.Errorf("preflight: %d %v", status, header)
	}
	status, _, header = h.post(t, pathOf(stream1), `{}`, "Origin", "https://page.example", "Authorization", "Bearer device-key")
	if status != 200 || header.Get("Access-Control-Allow-Origin") != "https://page.example" {
		t.Errorf("post: %d %v", status, header)
	}
}

// A page that the operator looks at must not publish in the node's name.
func TestHTTPWithoutKeysIsClosedToOtherSites(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	for _, tt := range []struct {
		name    string
		headers []string
		status  int
	}{
		{"another site", []string{"Origin", "https://page.example"}, 403},
		{"a file or sandbox", []string{"Origin", "null"}, 403},
		{"a name that looks alike", []string{"Origin", "http://localhost.page.example"}, 403},
		{"a site whose name points here", []string{"Host", "page.example:7171"}, 403},
		{"a page of this machine", []string{"Origin", "http://localhost:3000"}, 200},
		{"no page", nil, 200},
	} {
		if status, body, _ := h.post(t, pathOf(stream1), `{}`, tt.headers...); status != tt.status {
			t.Errorf("%s: %d %s, want %d", tt.name, status, body, tt.status)
		}
	}
}

func TestHTTPCompressedBodies(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	zip := func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, _ = w.Write([]byte(s))
		_ = w.Close()
		return b.String()
	}
	if status, body, _ := h.post(t, pathOf(stream1), zip(`{"a":1}`), "Content-Encoding", "gzip"); status != 200 {
		t.Error(status, body)
	} else if p := h.net.waitPublished(t, 1); p.content != `{"a":1}` {
		t.Error(p.content)
	}
	for _, tt := range []struct {
		encoding, body string
		status         int
	}{
		{"gzip", zip(`{"a":"` + strings.Repeat(" ", 2*MaxPayload) + `"}`), 413},
		{"gzip", "no gzip", 400},
		{"br", "x", 415},
	} {
		if status, body, _ := h.post(t, pathOf(stream1), tt.body, "Content-Encoding", tt.encoding); status != tt.status {
			t.Errorf("%s: %d %s, want %d", tt.encoding, status, body, tt.status)
		}
	}
}

func TestHTTPManyAtOnce(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, nil)
	const devices, each = 50, 20
	var wg sync.WaitGroup
	for range devices {
		wg.Go(func() {
			for range each {
				if status, body, _ := h.post(t, pathOf(stream1), `{}`); status != 200 {
					t.Error(status, body)
				}
			}
		})
	}
	wg.Wait()
	if n := h.net.count(); n != devices*each {
		t.Errorf("%d messages were published, want %d", n, devices*each)
	}
	h.metric(t, h.hub.metrics.published.WithLabelValues("http", "published"), devices*each)
}

func TestHTTPBoundsConnections(t *testing.T) {
	t.Parallel()
	h := newHTTPRig(t, func(c *HTTPConfig) { c.MaxConnections = 2 })
	addr := strings.TrimPrefix(h.url, "http://")
	var open []net.Conn
	for range 2 {
		c, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = c.Close() }()
		// An answer shows that the server has the connection.
		if _, err := fmt.Fprintf(c, "OPTIONS / HTTP/1.1\r\nHost: localhost\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Read(make([]byte, 12)); err != nil {
			t.Fatal(err)
		}
		open = append(open, c)
	}
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := c.Read(make([]byte, 1)); err == nil {
		t.Error("a third connection was let in")
	}
	h.metric(t, h.hub.metrics.refused.WithLabelValues("http"), 1)
	_ = open[0].Close()
}

// Requests under way are finished, and cut off when the time is over.
func TestHTTPShutdown(t *testing.T) {
	t.Parallel()
	for _, finishes := range []bool{true, false} {
		r := newRig(t)
		s, err := NewHTTP(DefaultConfig().HTTP, r.hub)
		if err != nil {
			t.Fatal(err)
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		served := make(chan error, 1)
		go func() { served <- s.Serve(l) }()
		block := make(chan struct{})
		r.net.setBlock(block)
		status := make(chan int, 1)
		go func() {
			res, err := http.Post("http://"+l.Addr().String()+pathOf(stream1), "", strings.NewReader(`{}`))
			if err != nil {
				status <- 0
				return
			}
			_ = res.Body.Close()
			status <- res.StatusCode
		}()
		// The request is under way once its chain is in use.
		waitFor(t, "the request has come", func() bool {
			s.streams.mu.Lock()
			defer s.streams.mu.Unlock()
			return len(s.streams.chains) == 1
		})
		timeout := 10 * time.Second
		if !finishes {
			timeout = 50 * time.Millisecond
		}
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		if finishes {
			close(block)
		}
		err = s.Shutdown(ctx)
		cancel()
		got := <-status
		if finishes && (err != nil || got != 200) {
			t.Errorf("a request that finishes: %d, %v", got, err)
		}
		if !finishes && (!errors.Is(err, context.DeadlineExceeded) || got == 200) {
			t.Errorf("a request that does not finish: %d, %v", got, err)
		}
		if err := <-served; err != nil {
			t.Error(err)
		}
	}
	http.DefaultClient.CloseIdleConnections()
}

// waitFor waits until something holds that nobody tells of.
func waitFor(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !holds(); <-time.After(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("it never came that %s", what)
		}
	}
}

// A stranger's connection is not kept, and a simple client of HTTP/1.0 is served.
func TestHTTPConnections(t *testing.T) {
	t.Parallel()
	open := newHTTPRig(t, nil)
	locked := newHTTPRig(t, func(c *HTTPConfig) { c.APIKeys = []APIKey{keyOf("device-key")} })
	for _, tt := range []struct {
		rig           *httpRig
		request, says string
		kept          bool
	}{
		{open, "POST " + pathOf(stream1) + " HTTP/1.0\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n{}", "200 OK", true},
		{locked, "POST " + pathOf(stream1) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}", "401 Unauthorized", false},
		{locked, "POST " + pathOf(stream1) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer other\r\nContent-Length: 2\r\n\r\n{}", "403 Forbidden", false},
		{locked, "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "404 Not Found", false},
		{locked, "POST " + pathOf(stream1) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer device-key\r\nContent-Length: 2\r\n\r\n{}", "200 OK", true},
	} {
		c, err := net.Dial("tcp", strings.TrimPrefix(tt.rig.url, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(c, tt.request); err != nil {
			t.Fatal(err)
		}
		res, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatal(err)
		}
		if res.Status != tt.says || res.Close == tt.kept {
			t.Errorf("%s: %s, closes %v", tt.request, res.Status, res.Close)
		}
		_ = res.Body.Close()
		_ = c.Close()
	}
}

func TestHubsDoNotShareARegistry(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	if _, err := NewHub(HubConfig{Network: r.net, Registerer: r.reg}); err == nil {
		t.Error("metrics were registered twice")
	}
	if _, err := NewHub(HubConfig{}); err == nil {
		t.Error("a hub without a network")
	}
}
