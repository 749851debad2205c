//go:build interop

package interop

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A worker is a process that runs peers of a Streamr network: of the official software
// (network/worker.mjs) or of ours. Both are driven alike, by lines of JSON:
//
//	→ {"id":7,"peer":"alice","do":"publish","args":{…}}
//	← {"id":7,"ok":{…}}            or {"id":7,"error":"text"}
//
// Requests are not answered in order. A worker ends when its standard input does. Lines
// on its standard output that are not JSON objects with an id are its log.
//
// Parts of arguments that come up often: a stream part is "stream" (full id) and
// "partition"; a node is {"nodeId":"40 hex digits","url":"ws://host:port"}; a message is
// what networkMessage says. Every answer is an object, {} if nothing else is said. "join"
// with neighbours waits until the peer has as many on that stream part, at most timeoutMs.
//
//	open {"kind":…, …}   makes the peer of that name. Kinds:
//	  "client": {chain:{rpc,chainId,graphUrl,contracts:{StreamRegistry,StreamStorageRegistry,NodeRegistry}},
//	     privateKey "0x…" | keyType "p256" or "mldsa" (the worker draws the key),
//	     entryPoints:[node], listen (port of a WebSocket server on 127.0.0.1; absent: none),
//	     nodeId? (else drawn), acceptProxies?, quantum? (ML-KEM: asks with it, answers nothing else),
//	     gapFillMs (waiting before a gap is filled, and between tries; 20 tries),
//	     keyTimeoutMs? (how long a message waits for its key; 30 s)} → {user}
//	     It must not touch the network before it is told to do something there.
//	  "relay": {entryPoints, listen, nodeId, acceptProxies?}: a node without users that
//	     runs when this returns. Does nodeId, join, leave, neighbours, close. Ours is a
//	     program of its own instead (startRelay).
//	  "bridge": as client, and broker (URL). Does join, stored, close. Official only.
//	nodeId {} → {nodeId}             joins the network
//	join {part, neighbours?, timeoutMs?}, leave {part}
//	neighbours {part} → {neighbours:[node ids]}
//	subscribe {sub (a name), part, resend?}   resend as in the SDK: {last:n}, {from:{timestamp,sequenceNumber?}}
//	received {sub, count, timeoutMs} → {messages:[message], errors:[text], resent}
//	     what came so far, in order, as soon as it is count messages or time is up
//	unsubscribe {sub}
//	publish {part or stream and partitionKey, chain?, everyMs?, what} → {messages:[message]}, when the last is
//	     handed to the network. What: count and first: JSON {"n":first+i,"pad":""}, the pad being
//	     x's up to size bytes in all; then items: [{"text": JSON as JSON.stringify writes it} or {"base64": binary}].
//	publishWithGaps {part, count, withhold:[numbers], broker (URL)} → {messages}: one chain, all of it uploaded to the
//	     broker first, and then sent to the network but for some of it. Official only.
//	changeKey {stream, how: "rotate" or "rekey"}
//	proxies {part, nodes, direction? ("publish", "subscribe"), connections}   [] ends them
//	inspect {part, node} → {served}
//	resend {part, query} → {messages}   query as in the SDK: {last}, {from}, {from,to,publisherId?,msgChainId?}
//	assign {stream, node (storage node's address), waitMs?}   a transaction; with waitMs until the node has said so
//	stored {part} → {count, errors}
//	close {}                          leaves the network in good order
type worker struct {
	t       testing.TB
	cmd     *exec.Cmd
	log     *lockedBuffer
	ended   chan struct{}
	wait    error // valid when ended is closed
	mu      sync.Mutex
	in      io.WriteCloser
	next    int
	waiting map[int]chan workerAnswer
}

type workerAnswer struct {
	ID    int             `json:"id"`
	OK    json.RawMessage `json:"ok"`
	Error string          `json:"error"`
}

// lockedBuffer is a log that several goroutines write.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// startWorker runs a worker of a side until the test ends.
func startWorker(t testing.TB, s side) *worker {
	t.Helper()
	var cmd *exec.Cmd
	switch s {
	case official:
		cmd = officialWorkerCommand(t)
	case ours:
		cmd = ourWorkerCommand(t)
	}
	w := &worker{t: t, cmd: cmd, log: new(lockedBuffer), ended: make(chan struct{}), waiting: map[int]chan workerAnswer{}}
	cmd.Stderr = w.log
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if w.in, err = cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go w.read(out)
	t.Cleanup(w.stop)
	return w
}

func officialWorkerCommand(t testing.TB) *exec.Cmd {
	t.Helper()
	if _, err := os.Stat(filepath.Join("streamr", "node_modules")); err != nil {
		t.Fatal("test/interop/streamr is not installed: run the tests with \"make interop\"")
	}
	cmd := exec.Command("node", "--no-warnings", "worker.mjs")
	cmd.Dir = "network"
	cmd.Env = append(os.Environ(), "LOG_LEVEL=error", "LOG_COLORS=false")
	return cmd
}

// read gives answers to those who wait for them, until the worker ends.
func (w *worker) read(out io.Reader) {
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadBytes('\n')
		var a workerAnswer
		switch {
		case bytes.HasPrefix(line, []byte(`{"id":`)) && json.Unmarshal(line, &a) == nil:
			w.mu.Lock()
			to := w.waiting[a.ID]
			delete(w.waiting, a.ID)
			w.mu.Unlock()
			if to != nil {
				to <- a
			}
		case len(line) > 0:
			_, _ = w.log.Write(line) // a buffer takes everything
		}
		if err != nil {
			break
		}
	}
	w.wait = w.cmd.Wait()
	close(w.ended)
}

// errWorkerEnded is what requests to a worker get that has ended, by itself or killed.
var errWorkerEnded = errors.New("the worker has ended")

// request asks a peer and reads its answer into out, unless that is nil.
func (w *worker) request(ctx context.Context, peer, do string, args, out any) error {
	answer := make(chan workerAnswer, 1)
	w.mu.Lock()
	w.next++
	id := w.next
	w.waiting[id] = answer
	line, err := json.Marshal(map[string]any{"id": id, "peer": peer, "do": do, "args": args})
	if err == nil {
		_, err = w.in.Write(append(line, '\n'))
	}
	w.mu.Unlock()
	if errors.Is(err, os.ErrClosed) || errors.Is(err, syscall.EPIPE) {
		err = errWorkerEnded
	}
	if err != nil {
		return fmt.Errorf("%s %s: %w", peer, do, err)
	}
	select {
	case a := <-answer:
		if a.Error != "" {
			return fmt.Errorf("%s %s: %s", peer, do, a.Error)
		}
		if out == nil {
			return nil
		}
		return json.Unmarshal(a.OK, out)
	case <-w.ended:
		return fmt.Errorf("%s %s: %w (%v): %s", peer, do, errWorkerEnded, w.wait, tail(w.log.String()))
	case <-ctx.Done():
		return fmt.Errorf("%s %s: %w: %s", peer, do, context.Cause(ctx), tail(w.log.String()))
	}
}

// kill ends the worker as a crash of its machine would: nobody is told.
func (w *worker) kill() {
	_ = w.cmd.Process.Kill() // fails if it has ended
	<-w.ended
}

// stop ends the worker with its input, and by force if it does not listen.
func (w *worker) stop() {
	w.mu.Lock()
	_ = w.in.Close() // fails if it has been closed
	w.mu.Unlock()
	select {
	case <-w.ended:
	case <-time.After(5 * time.Second):
		w.kill()
	}
	if w.t.Failed() {
		if log := tail(w.log.String()); log != "" {
			w.t.Logf("worker %s: %s", strings.Join(w.cmd.Args, " "), log)
		}
	}
}

// tail is the end of a log.
func tail(log string) string {
	const most = 4000
	if len(log) > most {
		return "…" + log[len(log)-most:]
	}
	return log
}
