package graph

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the answers that golden tests compare with")

// newHandler never gives up for want of time.
func newHandler(t testing.TB, v View) http.Handler {
	t.Helper()
	h, err := New(v, Config{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// post returns the answer to a request's body.
func post(t testing.TB, h http.Handler, body string) string {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body)))
	if w.Code != http.StatusOK {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	if got := w.Header().Get("Content-Type"); got != "application/json; charset=utf-8" {
		t.Fatalf("content type %q", got)
	}
	return w.Body.String()
}

// ask returns the answer to a query without variables.
func ask(t testing.TB, h http.Handler, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	return post(t, h, string(body))
}

// The requests are what the clients of these versions sent, byte for byte; the answers
// were checked by hand when they were written.
func TestWhatClientsAsk(t *testing.T) {
	t.Parallel()
	requests, err := filepath.Glob("testdata/*/*.request.json")
	if err != nil || len(requests) < 20 {
		t.Fatalf("found %d requests, %v", len(requests), err)
	}
	h := newHandler(t, simulatedWorld())
	for _, file := range requests {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), "testdata/"), ".request.json")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := json.Indent(&got, []byte(post(t, h, string(body))), "", "  "); err != nil {
				t.Fatal(err)
			}
			got.WriteByte('\n')
			golden := strings.TrimSuffix(file, ".request.json") + ".answer.json"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; run the tests with -update and look at what is new", err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
		})
	}
}
