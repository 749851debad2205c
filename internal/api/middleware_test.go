package api

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"

	"github.com/logstore/logstore/message"
)

func TestMeta(t *testing.T) {
	t.Parallel()
	var unready atomic.Bool
	n := newNode(t, withDeps(func(d *Deps) {
		d.Ready = func(context.Context) error {
			if unready.Load() {
				return errors.New("still warming up")
			}
			return nil
		}
	}))
	if r := n.get("/"); r.status != 200 || !strings.Contains(string(r.body), n.signer.UserID().String()) {
		t.Errorf("%d %s", r.status, r.body)
	}
	if r := n.get("/", "Accept", "text/html,*/*"); r.header.Get("Content-Type") != "text/html; charset=utf-8" || !strings.Contains(string(r.body), "/openapi.json") {
		t.Errorf("%v %s", r.header, r.body)
	}
	var node nodeAnswer
	n.get("/node").decode(t, &node)
	if node.Mode != "standalone" || node.Version != "test" || time.Since(node.Time) > time.Minute {
		t.Errorf("%+v", node)
	}
	if r := n.get("/openapi.json"); r.status != 200 || len(r.body) != len(openAPI) {
		t.Errorf("%d, %d bytes", r.status, len(r.body))
	}
	if r := n.get("/healthz"); r.status != 200 {
		t.Errorf("healthz: %d", r.status)
	}
	if r := n.get("/readyz"); r.status != 200 {
		t.Errorf("readyz: %d", r.status)
	}
	unready.Store(true)
	if r := n.get("/readyz"); r.status != 503 || !strings.Contains(string(r.body), "warming up") {
		t.Errorf("not ready: %d %s", r.status, r.body)
	}
	unready.Store(false)
	n.server.Shutdown()
	if r := n.get("/readyz"); r.status != 503 {
		t.Errorf("stopping: %d", r.status)
	}
}

func TestAdmin(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.get(testPart + "/last")
	h := httptest.NewServer(n.server.AdminHandler())
	defer h.Close()
	for path, want := range map[string]string{
		"/metrics": `logstore_http_requests_total{method="GET",route="/stores/{id}/data/partitions/{partition}/{type}",status="401"} 1`,
		"/healthz": `"ok"`, "/readyz": `"ready"`, "/debug/pprof/": "goroutine", "/debug/pprof/heap?debug=1": "heap profile",
	} {
		resp, err := n.client.Get(h.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != 200 || !strings.Contains(string(b), want) {
			t.Errorf("%s: %d %v, want %s in\n%.500s", path, resp.StatusCode, err, want, b)
		}
	}
	for _, path := range []string{"/metrics", "/debug/pprof/"} {
		if r := n.get(path); r.status != 404 {
			t.Errorf("%s on the public address: %d", path, r.status)
		}
	}
	families, err := n.reg.Gather()
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := promlint.NewWithMetricFamilies(families).Lint(); err != nil || len(problems) > 0 {
		t.Errorf("%v %v", problems, err)
	}
}

func TestCORS(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.CORSOrigins = []string{"https://app.example"} }))
	for origin, want := range map[string]string{"https://app.example": "https://app.example", "https://evil.example": "", "": ""} {
		if r := n.get("/node", "Origin", origin); r.header.Get("Access-Control-Allow-Origin") != want || r.header.Get("Vary") != "Origin" {
			t.Errorf("%q: %v", origin, r.header)
		}
		r := n.do(http.MethodOptions, "/messages", nil, "Origin", origin, "Access-Control-Request-Method", "POST")
		if r.status != 204 || r.header.Get("Access-Control-Allow-Origin") != want {
			t.Errorf("preflight %q: %d %v", origin, r.status, r.header)
		}
	}
}

func TestRequestIDs(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	if r := n.get("/node", "X-Request-Id", "my-id_1.2"); r.header.Get("X-Request-Id") != "my-id_1.2" {
		t.Errorf("%v", r.header)
	}
	for _, id := range []string{"", "a b", strings.Repeat("x", 65), "<script>"} {
		r := n.get("/nothing", "X-Request-Id", id)
		if got := r.header.Get("X-Request-Id"); len(got) != 16 || !strings.Contains(string(r.body), `"requestId":"`+got+`"`) {
			t.Errorf("%q: %q %s", id, got, r.body)
		}
	}
}

func TestMethods(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for path, allow := range map[string]string{
		testPart + "/last": "GET, HEAD, OPTIONS", "/messages": "OPTIONS, POST",
		"/stores/x/schema": "DELETE, GET, HEAD, OPTIONS, PUT", "/auth/session": "DELETE, OPTIONS, POST",
	} {
		r := n.do(http.MethodPatch, path, nil)
		if code, _ := r.problem(t); r.status != 405 || code != "method_not_allowed" || r.header.Get("Allow") != allow {
			t.Errorf("%s: %d %s, Allow %s", path, r.status, code, r.header.Get("Allow"))
		}
	}
}

func TestRateLimit(t *testing.T) {
	t.Parallel()
	var now atomic.Int64
	now.Store(testTime.UnixNano())
	n := newNode(t, withConfig(func(c *Config) { c.RateRequests, c.RateBurst = 1, 3 }),
		withDeps(func(d *Deps) { d.Clock = func() time.Time { return time.Unix(0, now.Load()) } }))
	count := func(header ...string) (served int) {
		for range 10 {
			r := n.get("/node", header...)
			switch r.status {
			case 200:
				served++
			case 429:
				if code, _ := r.problem(t); code != "rate_limited" || r.header.Get("Retry-After") != "1" {
					t.Errorf("%s, Retry-After %s", r.body, r.header.Get("Retry-After"))
				}
			default:
				t.Errorf("%d %s", r.status, r.body)
			}
		}
		return served
	}
	if got := count(); got != 3 {
		t.Errorf("%d requests at once, want the burst of 3", got)
	}
	if got := count("Authorization", basicAuth(t, 0x99)); got != 3 {
		t.Errorf("%d requests of a client with a name, want 3 of its own", got)
	}
	now.Add(int64(2 * time.Second))
	if got := count(); got != 2 {
		t.Errorf("%d requests two seconds later, want 2", got)
	}
}

func TestClientIP(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.TrustedProxies = []string{"10.0.0.0/8", "2001:db8::1"} }))
	for _, tt := range []struct{ remote, forwarded, want string }{
		{"1.2.3.4:5", "", "1.2.3.4"},
		{"1.2.3.4:5", "9.9.9.9", "1.2.3.4"}, // not one of ours: may say what it likes
		{"10.1.1.1:5", "9.9.9.9", "9.9.9.9"},
		{"10.1.1.1:5", "6.6.6.6, 9.9.9.9, 10.2.2.2", "9.9.9.9"},
		{"10.1.1.1:5", "", "10.1.1.1"},
		{"10.1.1.1:5", "nonsense", "10.1.1.1"},
		{"[::ffff:1.2.3.4]:5", "", "1.2.3.4"},
		{"[2001:db8:1:2:3::4]:5", "", "2001:db8:1:2::/64"},
		{"[fe80::1%eth0]:5", "", "fe80::/64"},
		{"@", "", "unknown"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = tt.remote
		if tt.forwarded != "" {
			r.Header.Set("X-Forwarded-For", tt.forwarded)
		}
		if got := n.server.clientIP(r); got != tt.want {
			t.Errorf("%s via %q: %s, want %s", tt.remote, tt.forwarded, got, tt.want)
		}
	}
}

// panicking is an ingester with a bug.
type panicking struct{ Streams }

func (panicking) MayManage(message.StreamID, message.UserID) bool { panic("a bug") }

// TestPanic: a bug costs one request, and says nothing to strangers.
func TestPanic(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	srv, err := New(n.cfg, Deps{Store: n.store, Trees: n.tree, NodeSigner: n.signer, Ingest: n.ingest, Streams: panicking{n.registry}})
	if err != nil {
		t.Fatal(err)
	}
	c := *n
	c.http = newHTTP(t, srv)
	r := c.do(http.MethodDelete, "/stores/"+escapeID(testStream)+"/schema", nil, "Authorization", basicAuth(t, 0x99))
	if code, _ := r.problem(t); r.status != 500 || code != "internal" || strings.Contains(string(r.body), "bug") {
		t.Errorf("%d %s", r.status, r.body)
	}
	if r := c.get("/node"); r.status != 200 {
		t.Errorf("afterwards: %d", r.status)
	}
}

func TestConfigValidate(t *testing.T) {
	t.Parallel()
	if err := DefaultConfig().Validate(); err != nil {
		t.Fatal(err)
	}
	good := APIKey{Name: "a", SHA256: sha256Hex("a")}
	for want, change := range map[string]func(*Config){
		"MaxBodyBytes":   func(c *Config) { c.MaxBodyBytes = 0 },
		"WriteTimeout":   func(c *Config) { c.WriteTimeout = -1 },
		"RateRequests":   func(c *Config) { c.RateRequests = -1 },
		"TrustedProxies": func(c *Config) { c.TrustedProxies = []string{"proxy"} },
		"Domains":        func(c *Config) { c.Domains = []string{"https://x/"} },
		"APIKeys[0].Name": func(c *Config) {
			c.APIKeys = []APIKey{{SHA256: good.SHA256}}
		},
		"APIKeys[1].Name": func(c *Config) { c.APIKeys = []APIKey{good, good} },
		"SHA256":          func(c *Config) { c.APIKeys = []APIKey{{Name: "a", SHA256: "xx"}} },
		"rights": func(c *Config) {
			c.APIKeys = []APIKey{{Name: "a", SHA256: good.SHA256, Rights: []string{"write"}}}
		},
		"streams": func(c *Config) {
			c.APIKeys = []APIKey{{Name: "a", SHA256: good.SHA256, Streams: []string{"a b"}}}
		},
	} {
		c := DefaultConfig()
		change(&c)
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
		if _, err := New(c, Deps{}); err == nil {
			t.Errorf("%s: New took it", want)
		}
	}
	if _, err := New(DefaultConfig(), Deps{}); err == nil {
		t.Error("New needs a store")
	}
}

// TestManySlowPublishers: those who send nothing lose their place, and meanwhile
// nobody else is kept out for longer than that.
func TestManySlowPublishers(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.ReadTimeout, c.MaxPublishesPerClient = 300*time.Millisecond, 5 }))
	conns := make([]net.Conn, 5)
	for i := range conns {
		conn, err := net.Dial("tcp", n.http.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		conns[i] = conn
		fmt.Fprintf(conn, "POST /messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\n\x00\x00")
	}
	eventually(t, "the places to be taken", func() bool {
		n.server.publishes.mu.Lock()
		defer n.server.publishes.mu.Unlock()
		return n.server.publishes.taken == 5
	})
	if r, _ := n.publish("application/octet-stream", frames(batch(t, 1)...)); r.status != 503 {
		t.Errorf("beyond the places: %d", r.status)
	}
	for _, conn := range conns {
		resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusRequestTimeout {
			t.Errorf("a client that sends nothing: %d", resp.StatusCode)
		}
	}
	if r, _ := n.publish("application/octet-stream", frames(batch(t, 1)...)); r.status != 200 {
		t.Errorf("afterwards: %d", r.status)
	}
}
