package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/streamr/delivery"
	streamr "github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/message"
)

// The overlay node under test is this program, started again as a process of its own with
// this first argument and an entry point, "" for the first node of a network. It is set up as
// "logstore node run" sets up its node.
const overlayCommand = "serve-overlay"

// overlayOrder is one line on the standard input of an overlay node; it answers with an
// overlayAnswer.
type overlayOrder struct {
	Join      []string `json:"join,omitempty"`      // stream parts, all at once
	NoCheck   bool     `json:"noCheck,omitempty"`   // take signatures for good
	Neighbors int      `json:"neighbors,omitempty"` // wait for as many in each
}

type overlayAnswer struct {
	Address    string        `json:"address,omitempty"`
	EntryPoint string        `json:"entryPoint,omitempty"`
	NodeID     string        `json:"nodeId,omitempty"`
	Joined     time.Duration `json:"joined,omitempty"`  // until all parts were joined
	Settled    time.Duration `json:"settled,omitempty"` // until all had their neighbours
	Memory     uint64        `json:"memory"`            // bytes in use after collecting garbage, stacks included
	Goroutines int           `json:"goroutines"`
	Err        string        `json:"err,omitempty"`
}

// serveOverlay runs a node until its standard input ends.
func serveOverlay(entryPoint string) error {
	ctx := context.Background()
	cfg := streamr.Config{
		Listen: "127.0.0.1:0", MaxConnections: 1000, Version: "bench",
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	}
	if entryPoint != "" {
		e, err := streamr.ParseEntryPoint(entryPoint)
		if err != nil {
			return err
		}
		cfg.EntryPoints = []streamr.EntryPoint{e}
	}
	n, err := streamr.Start(ctx, cfg)
	if err != nil {
		return err
	}
	self, _ := n.EntryPoint()
	out, in := json.NewEncoder(os.Stdout), json.NewDecoder(os.Stdin)
	if err := out.Encode(overlayAnswer{
		Address: fmt.Sprintf("%s:%d", self.Host, self.Port), EntryPoint: self.String(), NodeID: n.ID().String(),
	}); err != nil {
		return err
	}
	for {
		var order overlayOrder
		if err := in.Decode(&order); err != nil {
			stop, cancel := context.WithTimeout(ctx, 5*time.Second)
			defer cancel()
			return errors.Join(ignoreEOF(err), n.Close(stop))
		}
		answer, err := obey(ctx, n, order)
		if err != nil {
			answer.Err = err.Error()
		}
		answer.Memory, answer.Goroutines = inUse(), runtime.NumGoroutine()
		if err := out.Encode(answer); err != nil {
			return err
		}
	}
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// obey joins stream parts.
func obey(ctx context.Context, n *streamr.Node, o overlayOrder) (a overlayAnswer, err error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	var options streamr.JoinOptions
	if o.NoCheck {
		options.Check = func(_ context.Context, ms []*message.Message) []delivery.Verdict {
			verdicts := make([]delivery.Verdict, len(ms))
			for i := range verdicts {
				verdicts[i] = delivery.Good
			}
			return verdicts
		}
	}
	start := time.Now()
	parts := make([]*streamr.Part, len(o.Join))
	each := func(f func(i int) error) error {
		errs := make([]error, len(o.Join))
		var wg sync.WaitGroup
		for i := range o.Join {
			wg.Go(func() { errs[i] = f(i) })
		}
		wg.Wait()
		return errors.Join(errs...)
	}
	err = each(func(i int) error {
		id, err := message.ParseStreamPart(o.Join[i])
		if err == nil {
			parts[i], err = n.Join(ctx, id, options)
		}
		return err
	})
	a.Joined = time.Since(start)
	if err == nil && o.Neighbors > 0 {
		err = each(func(i int) error { return parts[i].WaitNeighbors(ctx, o.Neighbors) })
	}
	a.Settled = time.Since(start)
	return a, err
}

// inUse is the memory that lives, in bytes: the heap after two collections, as the first one
// only queues finalizers, and the stacks of goroutines.
func inUse() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc + m.StackInuse
}

// overlayNode is a running node in a process of its own, ours or the official one.
type overlayNode struct {
	overlayAnswer // of its start
	cmd           *exec.Cmd
	in            io.WriteCloser
	out           *json.Decoder
}

// startOverlay starts one of our nodes.
func startOverlay(entryPoint string) (*overlayNode, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return startOverlayProcess(exec.Command(exe, overlayCommand, entryPoint))
}

func startOverlayProcess(cmd *exec.Cmd) (*overlayNode, error) {
	n := &overlayNode{cmd: cmd}
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	n.in, n.out = in, json.NewDecoder(bufio.NewReader(out))
	if err := n.out.Decode(&n.overlayAnswer); err != nil {
		return nil, fmt.Errorf("start %s: %w", cmd, errors.Join(err, n.stop()))
	}
	return n, nil
}

// order has the node do something.
func (n *overlayNode) order(o overlayOrder) (a overlayAnswer, err error) {
	if err := json.NewEncoder(n.in).Encode(o); err != nil {
		return a, err
	}
	if err := n.out.Decode(&a); err != nil {
		return a, err
	}
	if a.Err != "" {
		return a, errors.New(a.Err)
	}
	return a, nil
}

// stop ends the process: ours when its standard input ends, the official one by a signal.
func (n *overlayNode) stop() error {
	n.in.Close()
	if n.EntryPoint == "" {
		return errors.Join(n.cmd.Process.Kill(), ignoreKilled(n.cmd.Wait()))
	}
	return n.cmd.Wait()
}

func ignoreKilled(err error) error {
	if e := new(exec.ExitError); errors.As(err, &e) && !e.Exited() {
		return nil
	}
	return err
}
