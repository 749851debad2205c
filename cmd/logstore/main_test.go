package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/logstore/logstore/internal/broker"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"logstore": main})
}

// The scripts run the program as a user would. Their own commands:
//
//	exits CODE COMMAND…  runs a command that must end with this exit code
//	serving FILE         waits for a ready file and points LOGSTORE_NODE at the node
//	flip FILE            changes one bit in the middle of a file (the largest, if several match)
//	cut FILE N           removes the last N bytes of a file
//	mode FILE OCTAL      checks the permissions of a file
//	network              starts a chain with the network's contracts, see network
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LOGSTORE_HOME", filepath.Join(e.WorkDir, "home"))
			e.Setenv("LOGSTORE_HTTP_LISTEN", "127.0.0.1:0")
			e.Setenv("LOGSTORE_ADMIN_LISTEN", "127.0.0.1:0")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "serving": serving, "flip": flip, "cut": cut, "mode": mode, "network": network,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func serving(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serving FILE")
	}
	path := ts.MkAbs(args[0])
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	timeout := time.After(30 * time.Second)
	for {
		if text, err := os.ReadFile(path); err == nil {
			var info broker.Info
			ts.Check(json.Unmarshal(text, &info))
			ts.Setenv("LOGSTORE_NODE", info.URL)
			ts.Setenv("ADDRESS", info.Address)
			ts.Setenv("ADMIN", strings.TrimPrefix(info.AdminURL, "http://"))
			return
		}
		select {
		case <-tick.C:
		case <-timeout:
			ts.Fatalf("the node does not serve after 30 s")
		}
	}
}

func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: flip FILE")
	}
	paths, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	var text []byte
	var path string
	for _, p := range paths {
		b, err := os.ReadFile(p)
		ts.Check(err)
		if len(b) > len(text) {
			text, path = b, p
		}
	}
	if path == "" {
		ts.Fatalf("no file %s with anything in it", args[0])
	}
	text[len(text)/2] ^= 1
	ts.Check(os.WriteFile(path, text, 0o600))
}

func cut(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cut FILE N")
	}
	path := ts.MkAbs(args[0])
	info, err := os.Stat(path)
	ts.Check(err)
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(path, info.Size()-n))
}

func mode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mode FILE OCTAL")
	}
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[1] {
		ts.Fatalf("%s has mode %s, want %s", args[0], got, args[1])
	}
}
