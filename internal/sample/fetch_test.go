package sample_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/logstore/logstore/internal/sample"
)

// npmStandIn writes a program that is called like npm and does what script
// says; $dest is the folder where an archive is expected.
func npmStandIn(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "npm")
	body := "#!/bin/sh\nfor a in \"$@\"; do [ \"$prev\" = --pack-destination ] && dest=$a; prev=$a; done\n" + script + "\n"
	if err := os.WriteFile(path, []byte(body), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFetchErrors(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		npm  string
		want error
		says string
	}{
		"no npm":         {npm: filepath.Join(t.TempDir(), "nothing-here"), want: sample.ErrNoNPM, says: "install Node.js"},
		"offline":        {npm: npmStandIn(t, "echo 'network is unreachable' >&2; exit 1"), want: sample.ErrDownload, says: "network is unreachable"},
		"says nothing":   {npm: npmStandIn(t, "exit 1"), want: sample.ErrDownload, says: "npm said: nothing"},
		"no archive":     {npm: npmStandIn(t, "exit 0"), want: sample.ErrDownload, says: "0 archives"},
		"other archive":  {npm: npmStandIn(t, "echo garbage > \"$dest/x.tgz\""), want: sample.ErrDigest, says: "nothing was kept"},
		"two archives":   {npm: npmStandIn(t, "touch \"$dest/x.tgz\" \"$dest/y.tgz\""), want: sample.ErrDownload, says: "2 archives"},
		"damaged before": {npm: npmStandIn(t, "exit 1"), want: sample.ErrDownload, says: "put the file data/earthquakes.json"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cache := filepath.Join(t.TempDir(), "cache")
			if name == "damaged before" {
				if err := os.MkdirAll(cache, 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(cache, sample.FileName), []byte("{}"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			var progress bytes.Buffer
			_, err := sample.Fetch(t.Context(), sample.Config{CacheDir: cache, NPM: tc.npm, Progress: &progress})
			if !errors.Is(err, tc.want) || !strings.Contains(err.Error(), tc.says) {
				t.Fatalf("got %v, expected %v that says %q", err, tc.want, tc.says)
			}
			if tc.want != sample.ErrNoNPM && !strings.Contains(progress.String(), "5.7 MB") {
				t.Errorf("did not say how large the download is: %q", progress.String())
			}
			left, err := filepath.Glob(filepath.Join(cache, "npm-*"))
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v %v", left, err)
			}
		})
	}
}
