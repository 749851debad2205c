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

	"github.com/logstore/logstore/internal/demo"
)

// What `make run` shows, from nothing to Ctrl-C, twice: the second time it finds
// everything that it paid for and stored. In the first run its walk-through is pasted into a shell. It
// downloads the data set unless the project's cache has it.
func TestDemo(t *testing.T) {
	t.Parallel()
	cache := t.TempDir()
	shareSample(t, cache)
	first := runDemo(t, cache, pasteWalkthrough)
	for _, want := range []string{
		"1,707 messages", "1,707 stored, 0 were there already", "Successfully minted tokens to network.",
		"✓ 301 of 301 publisher signatures are valid", "curl -H",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("the first run does not say %q:\n%s", want, first)
		}
	}
	second := runDemo(t, cache, func(*testing.T, string) {})
	for _, want := range []string{"0 stored, 1,707 were there already", "the stake is there from an earlier run"} {
		if !strings.Contains(second, want) {
			t.Errorf("the second run does not say %q:\n%s", want, second)
		}
	}
}

// pasteWalkthrough runs the commands that the demo printed, in a shell, as they are.
func pasteWalkthrough(t *testing.T, said string) {
	t.Helper()
	_, rest, ok := strings.Cut(said, demo.Walkthrough)
	if !ok {
		t.Fatalf("no walk-through in:\n%s", said)
	}
	script, _, _ := strings.Cut(strings.TrimPrefix(rest, "\n"), "\n\n")
	shell := exec.Command("bash", "-euxo", "pipefail", "-c", script)
	shell.Env = append(os.Environ(), "HOME="+t.TempDir())
	out, err := shell.CombinedOutput()
	if err != nil {
		t.Fatalf("the walk-through ended with %v:\n%s", err, out)
	}
	for _, want := range []string{
		"Successfully minted tokens to network.", "for Storage", "for Query", `"celsius":-3.5`, "1000000 LSAN staked on-chain for Queries.", "verdict    OK",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("the walk-through does not say %q:\n%s", want, out)
		}
	}
}

// runDemo runs the program until it says that it is ready, asks its node for a
// sign of life, does what use does, interrupts the program, and returns what it said.
func runDemo(t *testing.T, cache string, use func(t *testing.T, said string)) string {
	t.Helper()
	program, node := os.Getenv("LOGSTORE_DEMO_BIN"), os.Getenv("LOGSTORE_BIN")
	if program == "" || node == "" {
		t.Fatal("LOGSTORE_DEMO_BIN and LOGSTORE_BIN do not name the programs; run the tests with \"make interop\"")
	}
	cmd := exec.Command(program, "-logstore", node, "-cache", cache, "-listen", "127.0.0.1:0", "-rpc-listen", "127.0.0.1:0", "-streamr-listen", "127.0.0.1:0")
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
	use(t, said.String())
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
