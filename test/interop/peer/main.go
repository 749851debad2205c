// Command peer runs clients of the Go SDK for the interoperability tests: one JSON request
// a line on standard input, one JSON answer a line on standard output. The protocol is
// described with the tests, at their type worker; the official software's side of it is
// network/worker.mjs. Requests are done side by side, and answers carry their ids.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
)

// request is a line of standard input.
type request struct {
	ID   int             `json:"id"`
	Peer string          `json:"peer"`
	Do   string          `json:"do"`
	Args json.RawMessage `json:"args"`
}

// answer is a line of standard output.
type answer struct {
	ID    int    `json:"id"`
	OK    any    `json:"ok,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(1)
	}
}

// run answers requests until the input ends.
func run(in io.Reader, out io.Writer) error {
	w := &worker{peers: make(map[string]*client), out: json.NewEncoder(out)}
	ctx, cancel := context.WithCancel(context.Background())
	lines := bufio.NewReader(in)
	var going sync.WaitGroup
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var r request
			if err := json.Unmarshal(line, &r); err != nil {
				cancel()
				return fmt.Errorf("request %q: %w", line, err)
			}
			going.Go(func() { w.answer(r.ID, func() (any, error) { return w.handle(ctx, r) }) })
		}
		if err == io.EOF { // the end of the test
			cancel()
			going.Wait()
			return w.close()
		}
		if err != nil {
			cancel()
			return err
		}
	}
}

// worker is the peers of this process.
type worker struct {
	mu    sync.Mutex // guards peers
	peers map[string]*client

	outMu sync.Mutex // guards out
	out   *json.Encoder
}

func (w *worker) answer(id int, do func() (any, error)) {
	a := answer{ID: id}
	ok, err := do()
	switch {
	case err != nil:
		a.Error = err.Error()
	case ok == nil:
		a.OK = struct{}{}
	default:
		a.OK = ok
	}
	w.outMu.Lock()
	defer w.outMu.Unlock()
	if err := w.out.Encode(a); err != nil {
		fmt.Fprintln(os.Stderr, "peer: answer:", err)
	}
}

func (w *worker) handle(ctx context.Context, r request) (any, error) {
	if r.Do == "open" {
		c, err := openClient(ctx, r.Args)
		if err != nil {
			return nil, err
		}
		w.mu.Lock()
		w.peers[r.Peer] = c
		w.mu.Unlock()
		return map[string]string{"user": c.user}, nil
	}
	w.mu.Lock()
	c := w.peers[r.Peer]
	if r.Do == "close" {
		delete(w.peers, r.Peer)
	}
	w.mu.Unlock()
	if c == nil {
		return nil, fmt.Errorf("there is no peer %s", r.Peer)
	}
	do, ok := methods[r.Do]
	if !ok {
		return nil, fmt.Errorf("a Go peer cannot %s", r.Do)
	}
	return do(ctx, c, r.Args)
}

func (w *worker) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	var first error
	for _, c := range w.peers {
		if err := c.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// method is what a peer can be told to do.
type method func(context.Context, *client, json.RawMessage) (any, error)

// with makes a method of a function with arguments.
func with[A any](f func(*client, context.Context, A) (any, error)) method {
	return func(ctx context.Context, c *client, raw json.RawMessage) (any, error) {
		var args A
		if err := json.Unmarshal(raw, &args); err != nil {
			return nil, fmt.Errorf("arguments %s: %w", raw, err)
		}
		return f(c, ctx, args)
	}
}

var methods = map[string]method{
	"nodeId":      with((*client).nodeID),
	"join":        with((*client).join),
	"leave":       with((*client).leave),
	"neighbours":  with((*client).neighbours),
	"subscribe":   with((*client).subscribe),
	"received":    with((*client).received),
	"unsubscribe": with((*client).unsubscribe),
	"publish":     with((*client).publish),
	"changeKey":   with((*client).changeKey),
	"resend":      with((*client).resend),
	"close":       with(func(c *client, _ context.Context, _ struct{}) (any, error) { return nil, c.close() }),
}
