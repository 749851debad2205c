package rpcpool

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/gorilla/websocket"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// simulatedNet is a network in memory: pipes instead of sockets, so that a test in a
// bubble of synctest has its own time.
type simulatedNet struct {
	t     *testing.T
	mu    sync.Mutex
	hosts map[string]*simulatedEndpoint
}

func newSimulatedNet(t *testing.T) *simulatedNet {
	return &simulatedNet{t: t, hosts: map[string]*simulatedEndpoint{}}
}

func (n *simulatedNet) dial(ctx context.Context, _, addr string) (net.Conn, error) {
	n.mu.Lock()
	e := n.hosts[addr]
	n.mu.Unlock()
	if e == nil || e.isDown() {
		return nil, fmt.Errorf("dial tcp %s: connection refused", addr)
	}
	client, server := net.Pipe()
	select {
	case e.listener.conns <- server:
		e.mu.Lock()
		e.dials++
		e.open = append(e.open, server)
		e.mu.Unlock()
		return client, nil
	case <-e.listener.done:
		return nil, errors.New("connection refused")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// endpoint starts a server at host:80 on chain 137 with the given head.
func (n *simulatedNet) endpoint(host string, head uint64) *simulatedEndpoint {
	e := &simulatedEndpoint{
		net: n, chainID: 137, head: head, salt: 0, calls: map[string]int{}, results: map[string]any{},
		listener: &pipeListener{conns: make(chan net.Conn), done: make(chan struct{})},
	}
	server := &http.Server{Handler: e}
	var running sync.WaitGroup
	running.Go(func() { _ = server.Serve(e.listener) })
	n.mu.Lock()
	n.hosts[host+":80"] = e
	n.mu.Unlock()
	n.t.Cleanup(func() {
		e.breakConnections()
		_ = server.Close()
		running.Wait()
	})
	return e
}

type pipeListener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}
func (l *pipeListener) Close() error   { l.once.Do(func() { close(l.done) }); return nil }
func (l *pipeListener) Addr() net.Addr { return &net.TCPAddr{} }

// simulatedEndpoint is a JSON-RPC server whose faults are chosen by a test.
type simulatedEndpoint struct {
	net      *simulatedNet
	listener *pipeListener

	mu      sync.Mutex
	down    bool
	hung    bool   // takes requests and never answers
	status  int    // of every HTTP answer, if not 0
	body    string // of every HTTP answer, if not empty
	chainID uint64
	head    uint64
	salt    byte           // of block hashes: another salt is another fork
	results map[string]any // by method; *jsonError is an error
	calls   map[string]int
	dials   int
	open    []net.Conn
	sockets []*simulatedSocket
}

type simulatedSocket struct {
	mu         sync.Mutex
	conn       *websocket.Conn
	subscribed bool
}

func (s *simulatedSocket) send(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.conn.WriteMessage(websocket.TextMessage, []byte(text))
}

func (e *simulatedEndpoint) set(change func(*simulatedEndpoint)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	change(e)
}

func (e *simulatedEndpoint) isDown() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.down
}

func (e *simulatedEndpoint) called(method string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.calls[method]
}

func (e *simulatedEndpoint) breakConnections() {
	e.mu.Lock()
	open := e.open
	e.open, e.sockets = nil, nil
	e.mu.Unlock()
	for _, c := range open {
		c.Close()
	}
}

func (e *simulatedEndpoint) hashOf(number uint64) common.Hash {
	return common.Hash{0: e.salt, 31: byte(number), 30: byte(number >> 8)}
}

func (e *simulatedEndpoint) header(number uint64) map[string]any {
	h := &types.Header{Number: new(big.Int).SetUint64(number), Difficulty: new(big.Int), Time: 1_700_000_000 + number, Extra: []byte{e.salt}}
	text, _ := json.Marshal(h)
	m := map[string]any{}
	_ = json.Unmarshal(text, &m)
	m["hash"] = e.hashOf(number)
	m["parentHash"] = e.hashOf(number - 1)
	return m
}

// push makes the head the newest and tells subscribers.
func (e *simulatedEndpoint) push(head uint64) {
	e.mu.Lock()
	e.head = head
	text, _ := json.Marshal(e.header(head))
	sockets := e.sockets
	e.mu.Unlock()
	for _, s := range sockets {
		s.mu.Lock()
		subscribed := s.subscribed
		s.mu.Unlock()
		if subscribed {
			s.send(`{"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"0x1","result":` + string(text) + `}}`)
		}
	}
}

func (e *simulatedEndpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Upgrade") != "" {
		e.serveSocket(w, r)
		return
	}
	var req request
	_ = json.NewDecoder(r.Body).Decode(&req)
	answer := e.answer(req)
	e.mu.Lock()
	hung, status, body := e.hung, e.status, e.body
	e.mu.Unlock()
	if hung {
		<-r.Context().Done()
		return
	}
	if body != "" {
		answer = body
	}
	w.Header().Set("Content-Type", "application/json")
	if status != 0 {
		w.WriteHeader(status)
	}
	_, _ = w.Write([]byte(answer))
}

func (e *simulatedEndpoint) serveSocket(w http.ResponseWriter, r *http.Request) {
	up := websocket.Upgrader{}
	conn, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	s := &simulatedSocket{conn: conn}
	e.set(func(e *simulatedEndpoint) { e.sockets = append(e.sockets, s) })
	for {
		var req request
		if conn.ReadJSON(&req) != nil {
			return
		}
		answer := e.answer(req)
		e.mu.Lock()
		hung := e.hung
		e.mu.Unlock()
		if hung {
			continue
		}
		s.send(answer)
		if req.Method == "eth_subscribe" {
			s.mu.Lock()
			s.subscribed = true
			s.mu.Unlock()
		}
	}
}

type request struct {
	ID     json.RawMessage   `json:"id"`
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

func (e *simulatedEndpoint) answer(req request) string {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.calls[req.Method]++
	result, ok := e.results[req.Method]
	if !ok {
		result = e.standard(req)
	}
	var text []byte
	if bad, ok := result.(*jsonError); ok {
		text, _ = json.Marshal(map[string]any{"jsonrpc": "2.0", "id": req.ID, "error": bad})
	} else {
		text, _ = json.Marshal(map[string]any{"jsonrpc": "2.0", "id": req.ID, "result": result})
	}
	return string(text)
}

// standard is the answer of a chain whose blocks are empty.
func (e *simulatedEndpoint) standard(req request) any {
	switch req.Method {
	case "eth_chainId":
		return hexutil.Uint64(e.chainID)
	case "eth_blockNumber":
		return hexutil.Uint64(e.head)
	case "eth_subscribe":
		return "0x1"
	case "eth_unsubscribe":
		return true
	case "eth_getLogs":
		return []types.Log{}
	case "eth_getBlockByNumber":
		tag := strings.Trim(string(req.Params[0]), `"`)
		number := e.head
		if tag != "latest" {
			number, _ = hexutil.DecodeUint64(tag)
		}
		if number > e.head {
			return nil
		}
		return e.header(number)
	case "eth_getBalance":
		tag := strings.Trim(string(req.Params[1]), `"`)
		if number, err := hexutil.DecodeUint64(tag); err == nil && number > e.head {
			return &jsonError{Code: -32000, Message: "header not found"}
		}
		return "0x7"
	}
	return &jsonError{Code: -32601, Message: "the method " + req.Method + " does not exist/is not available"}
}

// testPool makes a pool of http endpoints by host name, without jitter.
func (n *simulatedNet) pool(cfg Config) *Pool {
	n.t.Helper()
	cfg.Dial = n.dial
	if cfg.Random == nil {
		cfg.Random = func() float64 { return 1 }
	}
	p, err := New(cfg)
	if err != nil {
		n.t.Fatal(err)
	}
	n.t.Cleanup(p.Close)
	return p
}

// simulate runs a test in a bubble.
func simulate(t *testing.T, f func(t *testing.T, n *simulatedNet)) {
	t.Helper()
	t.Parallel()
	synctest.Test(t, func(t *testing.T) { f(t, newSimulatedNet(t)) })
}

func next(t *testing.T, heads <-chan Head, within time.Duration) Head {
	t.Helper()
	select {
	case h, ok := <-heads:
		if !ok {
			t.Fatal("the stream of heads ended")
		}
		return h
	case <-time.After(within):
		t.Fatalf("no head within %v", within)
	}
	panic("unreachable")
}

func none(t *testing.T, heads <-chan Head, within time.Duration) {
	t.Helper()
	select {
	case h := <-heads:
		t.Fatalf("unexpected head %+v", h)
	case <-time.After(within):
	}
}
