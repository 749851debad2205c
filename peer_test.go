package logstore_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/streamr/node"
)

// simulatedChain says what a stream registry would, without one.
type simulatedChain struct {
	mu      sync.Mutex
	streams map[string]*simulatedStream
	asked   int
	down    error // what every question gets
}

type simulatedStream struct {
	partitions  int
	publishers  []string // users, or logstore.Public
	subscribers []string
	storage     []string // URLs
}

func (c *simulatedChain) stream(id string) (*simulatedStream, error) {
	c.asked++
	if c.down != nil {
		return nil, c.down
	}
	s := c.streams[id]
	if s == nil {
		return nil, fmt.Errorf("%w: %s", logstore.ErrNoSuchStream, id)
	}
	return s, nil
}

func (c *simulatedChain) Partitions(_ context.Context, id string) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s, err := c.stream(id)
	if err != nil {
		return 0, err
	}
	return s.partitions, nil
}

func (c *simulatedChain) Permission(_ context.Context, id, user string) (p logstore.StreamPermission, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s, err := c.stream(id)
	if err != nil {
		return p, err
	}
	has := func(list []string) bool { return slices.Contains(list, logstore.Public) || slices.Contains(list, user) }
	if has(s.publishers) {
		p.Publish = logstore.Forever
	}
	if has(s.subscribers) {
		p.Subscribe = logstore.Forever
	}
	return p, nil
}

func (c *simulatedChain) StorageURLs(_ context.Context, id string) ([]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s, err := c.stream(id)
	if err != nil {
		return nil, err
	}
	return slices.Clone(s.storage), nil
}

// peerNet is a network of one node, with clients to be added.
type peerNet struct {
	*simulatedChain
	entry *node.Node
}

func startPeers(t *testing.T) *peerNet {
	t.Helper()
	n, err := node.Start(t.Context(), node.Config{Listen: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := n.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	return &peerNet{entry: n, simulatedChain: &simulatedChain{streams: map[string]*simulatedStream{}}}
}

// client makes a client with a key of its own.
func (n *peerNet) client(t *testing.T, change func(*logstore.Config)) *logstore.Client {
	t.Helper()
	entry, _ := n.entry.EntryPoint()
	cfg := logstore.Config{
		Key: newKey(t),
		Peer: &logstore.PeerConfig{
			EntryPoints: []string{entry.String()}, Streams: n.simulatedChain, QuantumResistant: true, // quickly made
			Listen: "127.0.0.1:0",
		},
	}
	if change != nil {
		change(&cfg)
	}
	return newClient(t, cfg)
}

// follower is a subscription that runs beside the test.
type follower struct {
	t    *testing.T
	news chan struct{}
	live chan struct{} // closed when it is
	stop context.CancelFunc
	done chan struct{}

	mu       sync.Mutex
	got      []logstore.Delivery
	problems []error
	err      error
}

func follow(t *testing.T, c *logstore.Client, o logstore.SubscribeOptions) *follower {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	f := &follower{t: t, news: make(chan struct{}, 1), live: make(chan struct{}), stop: stop, done: make(chan struct{})}
	o.OnLive = func() { close(f.live) }
	o.OnProblem = func(err error) { f.change(func() { f.problems = append(f.problems, err) }) }
	go func() {
		defer close(f.done)
		for d, err := range c.Subscribe(ctx, o) {
			f.change(func() {
				if err != nil {
					f.err = err
					return
				}
				f.got = append(f.got, d)
			})
		}
	}()
	t.Cleanup(func() {
		stop()
		<-f.done
		if f.err != nil && !errors.Is(f.err, context.Canceled) {
			t.Errorf("subscription ended: %v", f.err)
		}
	})
	select {
	case <-f.live:
	case <-f.done:
		t.Fatalf("subscription ended: %v", f.err)
	case <-time.After(30 * time.Second):
		t.Fatal("the subscription does not begin")
	}
	return f
}

func (f *follower) change(do func()) {
	f.mu.Lock()
	do()
	f.mu.Unlock()
	select {
	case f.news <- struct{}{}:
	default:
	}
}

// until waits for a condition, which is asked about with the lock held.
func (f *follower) until(what string, holds func() bool) {
	f.t.Helper()
	deadline := time.After(30 * time.Second)
	for {
		f.mu.Lock()
		ok, n, problems, err := holds(), len(f.got), f.problems, f.err
		f.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-f.news:
		case <-deadline:
			f.t.Fatalf("not within 30 s: %s; %d messages, problems %v, error %v", what, n, problems, err)
		}
	}
}

// numbers waits for n messages and returns the numbers in them.
func (f *follower) numbers(n int) []int {
	f.t.Helper()
	f.until(fmt.Sprintf("%d messages", n), func() bool { return len(f.got) >= n })
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []int
	for _, d := range f.got {
		var r reading
		if err := d.Unmarshal(&r); err != nil {
			f.t.Error(err)
		}
		out = append(out, r.N)
	}
	return out
}

// publishNumbers publishes the numbers from a to b, one by one.
func publishNumbers(t *testing.T, c *logstore.Client, stream string, a, b int) {
	t.Helper()
	for i := a; i < b; i++ {
		if _, err := c.Publish(t.Context(), stream, reading{i}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPeersExchangeMessages(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	alice, bob := net.client(t, nil), net.client(t, nil)
	stream := alice.Address() + "/numbers"
	net.streams[stream] = &simulatedStream{partitions: 2, publishers: []string{alice.Address()}, subscribers: []string{logstore.Public}}
	f := follow(t, bob, logstore.SubscribeOptions{Stream: stream, Partition: 1})
	if err := alice.JoinPart(t.Context(), stream, 1, 1); err != nil {
		t.Fatal(err)
	}
	receipt, err := alice.Publish(t.Context(), "/numbers", reading{0}, logstore.OnPartition(1))
	if err != nil || !receipt.Sent || receipt.Neighbors < 1 || receipt.Part.Partition != 1 {
		t.Errorf("receipt %+v, %v", receipt, err)
	}
	var batch []logstore.Event
	for i := 1; i < 500; i++ {
		batch = append(batch, logstore.Event{Content: reading{i}, Partition: 1})
	}
	if res, err := alice.PublishBatch(t.Context(), "/numbers", batch); err != nil || res.Sent != 499 {
		t.Errorf("%d sent, %v", res.Sent, err)
	}
	if got := f.numbers(500); !slices.Equal(got, numbers(0, 500)) {
		t.Errorf("got %v", got)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if d := f.got[0]; !d.Live || d.Cursor != "" || d.Message.Message.Publisher.String() != alice.Address() {
		t.Errorf("delivery %+v", d)
	}
}
