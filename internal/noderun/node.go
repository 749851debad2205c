// Package noderun runs the logstore program as a child process, the way a user
// would, and waits until it serves. The demonstration and the tests against other
// people's software start their nodes with it.
//
//	node, err := noderun.Start(ctx, noderun.Config{Binary: "bin/logstore", Dir: dir})
//	defer node.Stop()
//	client, err := logstore.New(logstore.Config{URL: node.URL})
package noderun

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Config says which node to run.
type Config struct {
	// Binary is the logstore program.
	Binary string
	// Dir is the node's directory. If it has no configuration yet, "logstore init" makes one.
	Dir string
	// Settings are given to "broker start" as --set key=value.
	Settings []string
}

// Node is a running node, a child process of this one.
type Node struct {
	// URL is the public address, AdminURL the one for operators.
	URL      string `json:"url"`
	AdminURL string `json:"adminUrl"`
	// Address is the Ethereum address of the node's key.
	Address string `json:"address"`

	cmd  *exec.Cmd
	log  string
	done chan struct{} // closed when the process has ended
	err  error         // how; to be read after done
}

const (
	startTimeout = 30 * time.Second
	stopTimeout  = 20 * time.Second
	readyPoll    = 20 * time.Millisecond
)

// Start makes the node's directory if there is none, starts the node and waits
// until it answers. Its log goes to node.log in the directory. The node lives until
// [Node.Stop], whatever happens to ctx, which only bounds the start.
func Start(ctx context.Context, cfg Config) (*Node, error) {
	if !HasNode(cfg.Dir) {
		if err := initNode(ctx, cfg); err != nil {
			return nil, err
		}
	}
	ready := filepath.Join(cfg.Dir, "ready.json")
	if err := os.Remove(ready); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("remove the mark of an earlier start: %w", err)
	}
	n := &Node{log: filepath.Join(cfg.Dir, "node.log"), done: make(chan struct{})}
	log, err := os.Create(n.log)
	if err != nil {
		return nil, fmt.Errorf("make the node's log: %w", err)
	}
	defer log.Close() // the process has its own
	args := []string{"broker", "start", "--dir", cfg.Dir, "--ready-file", ready}
	for _, s := range cfg.Settings {
		args = append(args, "--set", s)
	}
	n.cmd = exec.Command(cfg.Binary, args...)
	n.cmd.Stdout, n.cmd.Stderr = log, log
	n.cmd.SysProcAttr = ownGroup()
	if err := n.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the node: %w", err)
	}
	go func() {
		n.err = n.cmd.Wait()
		close(n.done)
	}()
	if err := n.waitReady(ctx, ready); err != nil {
		select {
		case <-n.done: // said in err
		default:
			err = errors.Join(err, n.Stop())
		}
		return nil, err
	}
	return n, nil
}

// HasNode reports whether a node was made in dir, so that Start will not make one.
func HasNode(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "config.yaml"))
	return err == nil
}

// InitCommand is what Start runs to make a node. The password of its key lies
// beside it, so a slow key derivation would only cost time.
func InitCommand(binary, dir string) []string {
	return []string{binary, "init", "--dir", dir, "--insecure-light-kdf"}
}

func initNode(ctx context.Context, cfg Config) error {
	args := InitCommand(cfg.Binary, cfg.Dir)
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", cmd, err, bytes.TrimSpace(out))
	}
	return nil
}

// waitReady waits for the file that the node writes when it serves.
func (n *Node) waitReady(ctx context.Context, path string) error {
	ctx, cancel := context.WithTimeoutCause(ctx, startTimeout, fmt.Errorf("not ready after %s", startTimeout))
	defer cancel()
	tick := time.NewTicker(readyPoll)
	defer tick.Stop()
	for {
		raw, err := os.ReadFile(path)
		if err == nil && json.Unmarshal(raw, n) == nil && n.URL != "" {
			return nil
		}
		select {
		case <-tick.C:
		case <-n.done:
			return fmt.Errorf("the node ended before it served (%w); it said:\n%s", exitOf(n.err), n.LastLog())
		case <-ctx.Done():
			return fmt.Errorf("start the node: %w; it said:\n%s", context.Cause(ctx), n.LastLog())
		}
	}
}

// Done is closed when the node's process has ended.
func (n *Node) Done() <-chan struct{} { return n.done }

// Stop tells the node to finish and waits until its process has ended. It returns
// an error if the node did not end in time or not well; it may be called again.
func (n *Node) Stop() error {
	select {
	case <-n.done:
	default:
		if err := n.cmd.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("stop the node: %w", errors.Join(err, n.cmd.Process.Kill()))
		}
	}
	timeout := time.NewTimer(stopTimeout)
	defer timeout.Stop()
	select {
	case <-n.done:
	case <-timeout.C:
		err := n.cmd.Process.Kill()
		<-n.done
		return errors.Join(fmt.Errorf("the node did not stop within %s and was killed", stopTimeout), err)
	}
	if n.err != nil {
		return fmt.Errorf("the node ended badly: %w; it said:\n%s", n.err, n.LastLog())
	}
	return nil
}

// LastLog is the end of what the node wrote to its log.
func (n *Node) LastLog() string {
	const lines, most = 12, 4 << 10
	raw, err := os.ReadFile(n.log)
	if err != nil {
		return err.Error()
	}
	raw = bytes.TrimSpace(raw[max(0, len(raw)-most):])
	all := bytes.Split(raw, []byte("\n"))
	return string(bytes.Join(all[max(0, len(all)-lines):], []byte("\n")))
}

func exitOf(err error) error {
	if err == nil {
		return errors.New("exit status 0")
	}
	return err
}
