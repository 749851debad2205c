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

// process is a running logstore program, a child of this one.
type process struct {
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

// start runs a command that writes a ready file, waits for the file and decodes it
// into ready. The program's log goes to node.log in dir.
func start(ctx context.Context, binary, dir string, args []string, ready any) (*process, error) {
	path := filepath.Join(dir, "ready.json")
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("remove the mark of an earlier start: %w", err)
	}
	p := &process{log: filepath.Join(dir, "node.log"), done: make(chan struct{})}
	log, err := os.Create(p.log)
	if err != nil {
		return nil, fmt.Errorf("make the node's log: %w", err)
	}
	defer log.Close() // the process has its own
	p.cmd = exec.Command(binary, append(args, "--ready-file", path)...)
	p.cmd.Stdout, p.cmd.Stderr = log, log
	p.cmd.SysProcAttr = ownGroup()
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the node: %w", err)
	}
	go func() {
		p.err = p.cmd.Wait()
		close(p.done)
	}()
	if err := p.waitReady(ctx, path, ready); err != nil {
		select {
		case <-p.done: // said in err
		default:
			err = errors.Join(err, p.Stop())
		}
		return nil, err
	}
	return p, nil
}

// waitReady waits for the file that the program writes when it serves.
func (p *process) waitReady(ctx context.Context, path string, ready any) error {
	ctx, cancel := context.WithTimeoutCause(ctx, startTimeout, fmt.Errorf("not ready after %s", startTimeout))
	defer cancel()
	tick := time.NewTicker(readyPoll)
	defer tick.Stop()
	for {
		raw, err := os.ReadFile(path)
		if err == nil {
			if err := json.Unmarshal(raw, ready); err != nil {
				return fmt.Errorf("read the ready file: %w", err)
			}
			return nil
		}
		select {
		case <-tick.C:
		case <-p.done:
			return fmt.Errorf("the node ended before it served (%w); it said:\n%s", exitOf(p.err), p.LastLog())
		case <-ctx.Done():
			return fmt.Errorf("start the node: %w; it said:\n%s", context.Cause(ctx), p.LastLog())
		}
	}
}

// Done is closed when the node's process has ended.
func (p *process) Done() <-chan struct{} { return p.done }

// Stop tells the node to finish and waits until its process has ended. It returns
// an error if the node did not end in time or not well; it may be called again.
func (p *process) Stop() error {
	select {
	case <-p.done:
	default:
		if err := p.cmd.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("stop the node: %w", errors.Join(err, p.cmd.Process.Kill()))
		}
	}
	timeout := time.NewTimer(stopTimeout)
	defer timeout.Stop()
	select {
	case <-p.done:
	case <-timeout.C:
		err := p.cmd.Process.Kill()
		<-p.done
		return errors.Join(fmt.Errorf("the node did not stop within %s and was killed", stopTimeout), err)
	}
	if p.err != nil {
		return fmt.Errorf("the node ended badly: %w; it said:\n%s", p.err, p.LastLog())
	}
	return nil
}

// LastLog is the end of what the node wrote to its log.
func (p *process) LastLog() string {
	const lines, most = 12, 4 << 10
	raw, err := os.ReadFile(p.log)
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
