//go:build interop

package interop

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"
)

// side is whose software a node or peer is.
type side string

const (
	official side = "official"
	ours     side = "Go"
)

// oursWaitsFor is the reason why there is nothing to test of ours yet. "" when there is.
const oursWaitsFor = ""

// needs skips a test until every side it needs is there. What needs the official side only
// says nothing about ours: it is the baseline, which is run when it is asked for.
func needs(t *testing.T, sides ...side) {
	t.Helper()
	if !slices.Contains(sides, ours) && oursWaitsFor == "" && os.Getenv("LOGSTORE_INTEROP_BASELINE") == "" {
		t.Skip("official software alone; set LOGSTORE_INTEROP_BASELINE=1 to run it")
	}
	for _, s := range sides {
		if s == ours && oursWaitsFor != "" {
			t.Skipf("waits for %s", oursWaitsFor)
		}
	}
}

// relaySpec is a node without users that others dial.
type relaySpec struct {
	ID            string // 40 hex digits
	Port          int
	EntryPoints   []contact // itself if it is the first
	Join          []part
	AcceptProxies bool
	Worker        *worker // an official node runs there; nil: in a process of its own, which can be killed
}

func (s relaySpec) contact() contact {
	return contact{s.ID, fmt.Sprintf("ws://127.0.0.1:%d", s.Port)}
}

// relay is a running node without users, of either side.
type relay struct {
	contact
	t    testing.TB
	side side
	spec relaySpec
	kill func() // as a crash
}

// startRelay runs a node until the test ends.
func startRelay(t testing.TB, s side, spec relaySpec) *relay {
	t.Helper()
	if spec.Port == 0 {
		spec.Port = freePort(t)
	}
	r := &relay{contact: spec.contact(), t: t, side: s, spec: spec}
	if len(spec.EntryPoints) == 0 {
		r.spec.EntryPoints = []contact{r.contact}
	}
	r.start()
	return r
}

func (r *relay) start() {
	r.t.Helper()
	if r.side == ours {
		r.startOurs()
		return
	}
	w := r.spec.Worker
	if w == nil {
		w = startWorker(r.t, official)
	}
	p := &peer{t: r.t, worker: w, name: "relay " + r.spec.ID}
	p.must("open", peerConfig{
		Kind: "relay", EntryPoints: r.spec.EntryPoints, Listen: r.spec.Port, NodeID: r.spec.ID, AcceptProxies: r.spec.AcceptProxies,
	}, nil)
	for _, at := range r.spec.Join {
		p.must("join", joinArgs{part: at}, nil)
	}
	r.kill = w.kill
	if r.spec.Worker != nil {
		r.kill = func() { r.t.Fatal("other nodes run in the same process") }
		r.t.Cleanup(p.closeQuietly)
	}
}

// restart starts the node anew under the same id and address.
func (r *relay) restart() {
	r.t.Helper()
	r.start()
}

// ourNodeArgs is the one place that knows how our node is told what to do.
func ourNodeArgs(spec relaySpec, self contact) []string {
	args := []string{"node", "run", "--listen", fmt.Sprintf("127.0.0.1:%d", spec.Port), "--node-id", spec.ID}
	for _, e := range spec.EntryPoints {
		if e != self {
			args = append(args, "--entry-point", e.URL+"/#"+e.NodeID)
		}
	}
	for _, at := range spec.Join {
		args = append(args, "--join", at.String())
	}
	if spec.AcceptProxies {
		args = append(args, "--accept-proxies")
	}
	return args
}

// startOurs runs "logstore node run" and waits for its line that it is ready: a contact.
func (r *relay) startOurs() {
	r.t.Helper()
	binary := os.Getenv("LOGSTORE_BIN")
	if binary == "" {
		r.t.Fatal("LOGSTORE_BIN does not name the program; run the tests with \"make interop\"")
	}
	log := new(lockedBuffer)
	cmd := exec.Command(binary, ourNodeArgs(r.spec, r.contact)...)
	cmd.Stderr = log
	out, err := cmd.StdoutPipe()
	if err != nil {
		r.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		r.t.Fatal(err)
	}
	lines := make(chan []byte, 1)
	ended := make(chan error, 1)
	go func() {
		reader := bufio.NewReader(out)
		line, _ := reader.ReadBytes('\n') // what is wrong with it, is seen below
		lines <- line
		_, _ = reader.WriteTo(log) // until the process ends
		ended <- cmd.Wait()
	}()
	var once sync.Once
	end := func(s os.Signal) {
		once.Do(func() {
			_ = cmd.Process.Signal(s) // fails if it has ended
			select {
			case <-ended:
			case <-time.After(10 * time.Second):
				r.t.Errorf("node %s does not stop: %s", r.spec.ID[:4], tail(log.String()))
				_ = cmd.Process.Kill()
				<-ended
			}
		})
	}
	r.kill = func() { end(syscall.SIGKILL) }
	r.t.Cleanup(func() { end(syscall.SIGTERM) })
	ctx, cancel := context.WithTimeout(r.t.Context(), 30*time.Second)
	defer cancel()
	select {
	case line := <-lines:
		var got contact
		if err := json.Unmarshal(line, &got); err != nil || got != r.contact {
			r.t.Fatalf("the node says %q instead of %s (%v): %s", line, text(r.contact), err, tail(log.String()))
		}
	case <-ctx.Done():
		r.t.Fatalf("the node is not ready: %s", tail(log.String()))
	}
}

// ourWorkerCommand runs peers of ours, by the protocol of worker.
func ourWorkerCommand(t testing.TB) *exec.Cmd {
	t.Helper()
	buildPeer.Do(func() {
		if out, err := exec.Command("go", "build", "-o", peerProgram, "./peer").CombinedOutput(); err != nil {
			errPeer = fmt.Errorf("build our peers' program: %w: %s", err, out)
		}
	})
	if errPeer != nil {
		t.Fatal(errPeer)
	}
	return exec.Command(peerProgram)
}

// The program is built once, for all tests, where the project keeps its tools.
var (
	buildPeer sync.Once
	errPeer   error
)

const peerProgram = "../../.cache/bin/interop-peer"

// freePort finds a port that nobody listens on. The official software cannot be told to
// take any and say which.
func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}
