//go:build interop

package interop

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestVerifierInWebAssembly runs the verifier outside of Go, and compares the typed
// data that nodes sign with ethers.
func TestVerifierInWebAssembly(t *testing.T) {
	t.Parallel()
	wasm := filepath.Join(t.TempDir(), "verifier.wasm")
	build := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-o", wasm, "../../cmd/verifier-wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	root, err := exec.CommandContext(t.Context(), "go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules, err := filepath.Abs("streamr")
	if err != nil {
		t.Fatal(err)
	}
	run := exec.CommandContext(t.Context(), "node", "verifier/run.mjs", wasm,
		filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"), "../../proof/testdata/timetree.json", modules)
	out, err := run.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
}
