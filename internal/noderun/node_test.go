package noderun

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// standIn writes a program that is called like logstore. The script sees $cmd
// ("init" or "broker"), $dir and $ready.
func standIn(t *testing.T, script string) Config {
	t.Helper()
	path := filepath.Join(t.TempDir(), "logstore")
	body := `#!/bin/sh
cmd=$1
for a in "$@"; do
  case "$prev" in --dir) dir=$a;; --ready-file) ready=$a;; esac
  prev=$a
done
if [ "$cmd" = init ]; then mkdir -p "$dir" && touch "$dir/config.yaml" || exit 1; fi
` + script + "\n"
	if err := os.WriteFile(path, []byte(body), 0o755); err != nil {
		t.Fatal(err)
	}
	return Config{Binary: path, Dir: filepath.Join(t.TempDir(), "node")}
}

// These run one after the other: a program that is being written cannot be run,
// and a fork of another test could hold it open.
func TestStart(t *testing.T) {
	const serve = `
[ "$cmd" = broker ] || exit 0
trap 'kill $! 2>/dev/null; exit %' INT
echo "{\"url\":\"http://127.0.0.1:1\",\"address\":\"0xabc\"}" > "$ready.tmp" && mv "$ready.tmp" "$ready"
sleep 60 & wait
`
	t.Run("serves and stops", func(t *testing.T) {
		node, err := Start(t.Context(), standIn(t, strings.ReplaceAll(serve, "%", "0")))
		if err != nil {
			t.Fatal(err)
		}
		if node.URL != "http://127.0.0.1:1" || node.Address != "0xabc" {
			t.Errorf("got %+v", node)
		}
		if err := node.Stop(); err != nil {
			t.Error(err)
		}
		if err := node.Stop(); err != nil {
			t.Errorf("second stop: %v", err)
		}
		<-node.Done()
	})
	t.Run("stops badly", func(t *testing.T) {
		node, err := Start(t.Context(), standIn(t, strings.ReplaceAll(serve, "%", "3")))
		if err != nil {
			t.Fatal(err)
		}
		if err := node.Stop(); err == nil || !strings.Contains(err.Error(), "exit status 3") {
			t.Errorf("got %v, expected exit status 3", err)
		}
	})
	for name, tc := range map[string]struct{ script, says string }{
		"init fails":            {`echo "disk is full" >&2; exit 1`, "disk is full"},
		"ends at once":          {`[ "$cmd" = init ] && exit 0; echo "the store is locked" >&2; exit 2`, "the store is locked"},
		"ends without an error": {`[ "$cmd" = init ] && exit 0; echo "nothing to do"`, "exit status 0"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Start(t.Context(), standIn(t, tc.script))
			if err == nil || !strings.Contains(err.Error(), tc.says) {
				t.Fatalf("got %v, expected an error that says %q", err, tc.says)
			}
		})
	}
	t.Run("gives up with its context", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		_, err := Start(ctx, standIn(t, `[ "$cmd" = init ] && exit 0; exec sleep 60`))
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("got %v, expected context.DeadlineExceeded", err)
		}
	})
	t.Run("no program", func(t *testing.T) {
		_, err := Start(t.Context(), Config{Binary: filepath.Join(t.TempDir(), "none"), Dir: t.TempDir()})
		if !errors.Is(err, os.ErrNotExist) {
			t.Fatalf("got %v, expected os.ErrNotExist", err)
		}
	})
}
