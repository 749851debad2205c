package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/logstore/logstore/internal/broker"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/keys"
)

// The node under test is this program, started again as a process of its own with
// this first argument and a directory.
const serveCommand = "serve-node"

// serveNode runs a standalone node with the default configuration on free ports and
// prints one line of JSON when it is ready.
func serveNode(dir string) error {
	cfg := config.Default()
	cfg.DataDir = config.Path(dir)
	cfg.HTTP.Listen, cfg.Admin.Listen = "127.0.0.1:0", "127.0.0.1:0"
	// The limits protect a node from one client; here there is only one client.
	cfg.HTTP.RateRequests, cfg.HTTP.RateBytes = 0, 0
	if err := cfg.Validate(); err != nil {
		return err
	}
	key, err := keys.FromHex(strings.Repeat("02", 32))
	if err != nil {
		return err
	}
	b, err := broker.New(cfg, broker.Options{
		Key: key, Version: "bench",
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
		Ready:  func(i broker.Info) error { return json.NewEncoder(os.Stdout).Encode(i) },
	})
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	return b.Run(ctx)
}

// node is a running node.
type node struct {
	url     string
	cmd     *exec.Cmd
	startup time.Duration // from the start of the process to its being ready
}

func startNode(dir string) (*node, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	n := &node{cmd: exec.Command(exe, serveCommand, dir)}
	n.cmd.Stderr = os.Stderr
	out, err := n.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	start := time.Now()
	if err := n.cmd.Start(); err != nil {
		return nil, err
	}
	var info broker.Info
	if err := json.NewDecoder(bufio.NewReader(out)).Decode(&info); err != nil {
		return nil, fmt.Errorf("start node on %s: %w", dir, n.cmd.Wait())
	}
	n.startup = time.Since(start)
	n.url = info.URL
	go io.Copy(io.Discard, out)
	return n, nil
}

func (n *node) stop() error {
	if err := n.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return n.cmd.Wait()
}

// peakMemory returns the largest resident size of the node's process since it
// started, in MB (10^6 bytes).
func (n *node) peakMemory() (float64, error) {
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(n.cmd.Process.Pid), "status"))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(kb), "kB")), 64)
			return v * 1024 / 1e6, err
		}
	}
	return 0, fmt.Errorf("no VmHWM in /proc/%d/status", n.cmd.Process.Pid)
}
