package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"text/tabwriter"
	"time"
)

// figure is one line of the closing table, in events per second.
type figure struct {
	name        string
	value, peer float64
	with        string  // the peer's setting
	target      float64 // that the ratio must reach; 0 for a figure without one
}

// printTable writes one figure a line and reports whether all reached their target.
func printTable(w io.Writer, figures []figure) bool {
	all := true
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range figures {
		ratio, verdict := f.value/f.peer, "-\t-"
		if f.target > 0 {
			verdict = fmt.Sprintf("≥%.3g\tok", f.target)
			if ratio < f.target {
				verdict, all = fmt.Sprintf("≥%.3g\tSHORT", f.target), false
			}
		}
		fmt.Fprintf(tw, "%s\t%.0f/s\t%.0f/s\t%.3f\t%s\t%s\n", f.name, f.value, f.peer, ratio, verdict, f.with)
	}
	tw.Flush()
	return all
}

// printMachine says what is measured, and on what. It refuses a temporary directory
// in memory, where an fsync means nothing.
func (b *bench) printMachine() error {
	fs, err := fileSystem(os.TempDir())
	if err != nil {
		return err
	}
	if strings.HasPrefix(fs, "tmpfs ") || strings.HasPrefix(fs, "ramfs ") {
		return fmt.Errorf("the temporary directory %s is in memory (%s): set TMPDIR to a directory on a disk", os.TempDir(), fs)
	}
	logf("%s/%s, %s, %d cores; %s is %s", runtime.GOOS, runtime.GOARCH, runtime.Version(), runtime.GOMAXPROCS(0), os.TempDir(), fs)
	for _, program := range []string{b.logstore, b.natsServer} {
		arg := "version"
		if program == b.natsServer {
			arg = "--version"
		}
		out, err := exec.Command(program, arg).Output()
		if err != nil {
			return fmt.Errorf("%s %s: %w", program, arg, err)
		}
		first, _, _ := bytes.Cut(bytes.TrimSpace(out), []byte("\n"))
		logf("%s", first)
	}
	info, _ := debug.ReadBuildInfo()
	for _, d := range info.Deps {
		if d.Path == "github.com/nats-io/nats.go" || d.Path == "github.com/transparency-dev/tessera" {
			logf("%s %s", d.Path, d.Version)
		}
	}
	return nil
}

// fileSystem returns the type and the device of the file system that holds dir.
func fileSystem(dir string) (string, error) {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return "", err
	}
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return "an unknown file system", nil // not Linux
	}
	var longest int
	found := "an unknown file system"
	for line := range strings.Lines(string(mounts)) {
		// id parent device root mountpoint options… - type source super-options
		before, after, ok := strings.Cut(line, " - ")
		left, right := strings.Fields(before), strings.Fields(after)
		if !ok || len(left) < 5 || len(right) < 2 {
			continue
		}
		point := strings.TrimSuffix(left[4], "/")
		if (dir == point || strings.HasPrefix(dir, point+"/")) && len(point) >= longest {
			longest, found = len(point), right[0]+" on "+right[1]
		}
	}
	return found, nil
}

// syncRate writes 4 KiB and syncs the file, over and over, and returns how often
// that goes in a second. It is what a disk allows whoever acknowledges one event at
// a time.
func syncRate(d time.Duration) (float64, error) {
	f, err := os.CreateTemp("", "logstore-peers-sync-")
	if err != nil {
		return 0, err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	page := bytes.Repeat([]byte("sync"), 1024)
	n, start := 0, time.Now()
	for time.Since(start) < d {
		if _, err := f.Write(page); err != nil {
			return 0, err
		}
		if err := f.Sync(); err != nil {
			return 0, err
		}
		n++
	}
	return float64(n) / time.Since(start).Seconds(), nil
}
