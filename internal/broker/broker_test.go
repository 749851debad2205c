package broker

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/internal/store/pebble"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m)
}

// settings make a configuration for a node in a directory of its own.
func settings(t *testing.T, dir string, pairs ...string) *config.Config {
	t.Helper()
	src := config.Source{File: filepath.Join(dir, "config.yaml"), Optional: true}
	for _, p := range append([]string{"http.listen=127.0.0.1:0", "admin.listen=127.0.0.1:0"}, pairs...) {
		s, err := config.ParseSetting(p)
		if err != nil {
			t.Fatal(err)
		}
		src.Settings = append(src.Settings, s)
	}
	c, err := config.Load(src)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	return c
}

func newKey(t *testing.T) *keys.Key {
	t.Helper()
	k, err := keys.Generate(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// start runs a node and returns when it serves. stop ends it and returns what Run
// returned.
func start(t *testing.T, cfg *config.Config, key *keys.Key) (info Info, stop func() error) {
	t.Helper()
	ready := make(chan Info, 1)
	b, err := New(cfg, Options{Key: key, Version: "test", Ready: func(i Info) error { ready <- i; return nil }})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- b.Run(ctx) }()
	stopped := false
	stop = func() error {
		cancel()
		if stopped {
			return nil
		}
		stopped = true
		return <-done
	}
	t.Cleanup(func() {
		if err := stop(); err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	select {
	case info = <-ready:
		return info, stop
	case err := <-done:
		stopped = true
		t.Fatalf("Run: %v", err)
		return Info{}, nil
	}
}

func client(t *testing.T, info Info, key *keys.Key) *logstore.Client {
	t.Helper()
	c, err := logstore.New(logstore.Config{URL: info.URL, Key: key.Signer()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func contents(t *testing.T, c *logstore.Client, stream string) []string {
	t.Helper()
	res, err := c.Query(t.Context(), logstore.Query{Stream: stream})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for m, err := range res.All() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(m.Content))
	}
	if r := res.Report(); !r.OK() {
		t.Errorf("report: %s", r)
	}
	return out
}

func TestNodeKeepsWhatItAcknowledged(t *testing.T) {
	t.Parallel()
	dir, key := t.TempDir(), newKey(t)
	info, stop := start(t, settings(t, dir), key)
	c := client(t, info, key)
	if _, err := c.Publish(t.Context(), "/s", map[string]int{"n": 1}); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, c, "/s"); len(got) != 1 || got[0] != `{"n":1}` {
		t.Errorf("contents %q", got)
	}
	c.Close()
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"session.secret"} {
		if info, err := os.Stat(filepath.Join(dir, "data", name)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v, want mode 0600", name, info.Mode(), err)
		}
	}

	info, _ = start(t, settings(t, dir), key)
	if got := contents(t, client(t, info, key), "/s"); len(got) != 1 {
		t.Errorf("contents after a restart %q", got)
	}
}

func TestNodePublishesValidationErrors(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	info, _ := start(t, settings(t, t.TempDir(),
		"ingest.validation_errors_stream=/errors", `streams.list=[{id: /s, schema: {type: object}}]`), key)
	c := client(t, info, key)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	live := make(chan struct{})
	reports := make(chan string, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for d, err := range c.Subscribe(ctx, logstore.SubscribeOptions{Stream: "/errors", OnLive: func() { close(live) }}) {
			if err != nil {
				return
			}
			reports <- string(d.Content)
		}
	}()
	<-live
	if _, err := c.Publish(t.Context(), "/s", 5); !errors.Is(err, logstore.ErrRejected) {
		t.Errorf("Publish: %v, want ErrRejected", err)
	}
	if got := <-reports; !strings.Contains(got, key.String()+"/s") || !strings.Contains(got, "must be object") {
		t.Errorf("report %s", got)
	}
	cancel()
	<-done
}

// A client that follows a stream must not hold the node up when it stops.
func TestNodeStopsWithOpenSubscriptions(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	info, stop := start(t, settings(t, t.TempDir()), key)
	c := client(t, info, key)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	live, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for range c.Subscribe(ctx, logstore.SubscribeOptions{Stream: "/s", OnLive: func() { close(live) }}) {
			continue
		}
	}()
	<-live
	if err := stop(); err != nil {
		t.Errorf("Run: %v", err)
	}
	cancel()
	<-done
}

func TestAddressInUse(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	info, _ := start(t, settings(t, t.TempDir()), key)
	u, err := url.Parse(info.URL)
	if err != nil {
		t.Fatal(err)
	}
	b, err := New(settings(t, t.TempDir(), "http.listen="+u.Host), Options{Key: key})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "http.listen: "+u.Host+" is in use") {
		t.Errorf("Run: %v, want a word about the address", err)
	}
}

func TestDirectoryInUse(t *testing.T) {
	t.Parallel()
	dir, key := t.TempDir(), newKey(t)
	start(t, settings(t, dir), key)
	b, err := New(settings(t, dir), Options{Key: key})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Run(t.Context()); !errors.Is(err, pebble.ErrLocked) {
		t.Errorf("Run: %v, want pebble.ErrLocked", err)
	}
}

func TestReadyErrorStopsTheNode(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	b, err := New(settings(t, t.TempDir()), Options{Key: newKey(t), Ready: func(Info) error { return broken }})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Run(t.Context()); !errors.Is(err, broken) {
		t.Errorf("Run: %v, want the error of Ready", err)
	}
}

func TestBadSessionSecret(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, sessionSecretFile), []byte("oops"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sessionSecret(dir); err == nil || strings.Contains(err.Error(), "oops") {
		t.Errorf("error %v, want one that does not show the secret", err)
	}
}

func TestOnlineBackup(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	info, stop := start(t, settings(t, t.TempDir()), key)
	c := client(t, info, key)
	if _, err := c.Publish(t.Context(), "/s", 1); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	to := filepath.Join(dir, "data", "store")
	ask := func(query string) (int, string) {
		res, err := http.Post(info.AdminURL+"/backup?"+query, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		return res.StatusCode, string(body)
	}
	q := "dir=" + url.QueryEscape(to)
	if status, body := ask(q); status != http.StatusOK {
		t.Fatalf("backup: %d %s", status, body)
	}
	if status, body := ask(q); status != http.StatusConflict || !strings.Contains(body, "not_empty") {
		t.Errorf("second backup: %d %s, want 409", status, body)
	}
	if status, body := ask("dir=relative"); status != http.StatusBadRequest {
		t.Errorf("relative path: %d %s, want 400", status, body)
	}
	c.Close()
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	info, _ = start(t, settings(t, dir), key)
	if got := contents(t, client(t, info, key), "/s"); len(got) != 1 {
		t.Errorf("contents of the backup %q", got)
	}
	http.DefaultClient.CloseIdleConnections()
}

// fakeStore notes where it was asked to go.
type fakeStore struct{ dirs []string }

func (f *fakeStore) Backup(_ context.Context, dir string) error {
	f.dirs = append(f.dirs, dir)
	return nil
}

func TestBackupIsForThisMachineOnly(t *testing.T) {
	t.Parallel()
	b, err := New(config.Default(), Options{Key: newKey(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, method, peer, host string
		header                   map[string]string
		want                     int
	}{
		{"the command", "POST", "127.0.0.1:5", "127.0.0.1:7772", nil, 200},
		{"by name", "POST", "[::1]:5", "localhost:7772", nil, 200},
		{"GET", "GET", "127.0.0.1:5", "127.0.0.1:7772", nil, 404},
		{"from elsewhere", "POST", "10.0.0.1:5", "127.0.0.1:7772", nil, 403},
		{"by a name that was made to point here", "POST", "127.0.0.1:5", "evil.example:7772", nil, 403},
		{"from a web page", "POST", "127.0.0.1:5", "127.0.0.1:7772", map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{"from a web page, older browser", "POST", "127.0.0.1:5", "127.0.0.1:7772", map[string]string{"Origin": "https://evil.example"}, 403},
	} {
		st := new(fakeStore)
		h := b.adminServer(http.NotFoundHandler(), st).Handler
		r := httptest.NewRequest(c.method, "/backup?dir=/x", nil)
		r.RemoteAddr, r.Host = c.peer, c.host
		for k, v := range c.header {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.want || (len(st.dirs) > 0) != (c.want == 200) {
			t.Errorf("%s: %d with %d backups, want %d", c.name, w.Code, len(st.dirs), c.want)
		}
		if c.want == 200 && !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: answer %s", c.name, w.Body)
		}
	}
}
