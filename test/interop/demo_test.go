//go:build interop

package interop

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What `make run` shows, from nothing to Ctrl-C, twice: the second time it finds
// everything that it stored. It downloads the data set unless the project's cache
// has it.
func TestDemo(t *testing.T) {
	t.Parallel()
	cache := t.TempDir()
	shareSample(t, cache)
	first := runDemo(t, cache)
	for _, want := range []string{
		"1,707 messages", "1,707 stored, 0 were there already",
		"✓ 301 of 301 publisher signatures are valid", " query range --dir ", "curl -H",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("the first run does not say %q:\n%s", want, first)
		}
	}
	if second := runDemo(t, cache); !strings.Contains(second, "0 stored, 1,707 were there already") {
		t.Errorf("the second run does not find the messages of the first:\n%s", second)
	}
}

// runDemo runs the program until it says that it is ready, asks its node for a
// sign of life, interrupts it, and returns what it said.
func runDemo(t *testing.T, cache string) string {
	t.Helper()
	program, node := os.Getenv("LOGSTORE_DEMO_BIN"), os.Getenv("LOGSTORE_BIN")
	if program == "" || node == "" {
		t.Fatal("LOGSTORE_DEMO_BIN and LOGSTORE_BIN do not name the programs; run the tests with \"make interop\"")
	}
	cmd := exec.Command(program, "-logstore", node, "-cache", cache)
	cmd.Env = append(os.Environ(), "LOGSTORE_HTTP_LISTEN=127.0.0.1:0", "LOGSTORE_ADMIN_LISTEN=127.0.0.1:0")
	var said, stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	deadline := time.AfterFunc(2*time.Minute, func() { cmd.Process.Kill() })
	defer deadline.Stop()

	url := ""
	lines := bufio.NewScanner(io.TeeReader(stdout, &said))
	for url == "" && lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "ready: "); ok {
			url, _, _ = strings.Cut(rest, " ")
		}
	}
	if url == "" {
		t.Fatalf("the demo ended before it was ready (%v):\n%s%s", cmd.Wait(), said.Bytes(), stderr.Bytes())
	}
	checkHealthy(t, url)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() { // to the end, so that the program can write
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("the demo ended with %v after an interrupt:\n%s%s", err, said.Bytes(), stderr.Bytes())
	}
	return said.String()
}

func checkHealthy(t *testing.T, url string) {
	t.Helper()
	res, err := http.Get(url + "/healthz")
	if err != nil {
		t.Error(err)
		return
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("GET /healthz: %s", res.Status)
	}
}

// shareSample saves a download where the project's cache has the file already.
func shareSample(t *testing.T, cache string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", ".cache", "sample", "earthquakes.json"))
	if err != nil {
		return
	}
	dir := filepath.Join(cache, "sample")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "earthquakes.json"), data, 0o600); err != nil {
		t.Fatal(err)
	}
}
