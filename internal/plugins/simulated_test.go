package plugins

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/logstore/logstore/message"
)

// simulatedNetwork is a network in memory: it signs with a real key and keeps chains, and
// carries nothing anywhere but to its own subscribers, who see what inject gives it.
type simulatedNetwork struct {
	signer message.Signer

	mu        sync.Mutex
	streams   map[message.StreamID]int // partitions
	fail      error                    // of every Publish and Subscribe
	block     chan struct{}            // Publish waits for it, or for its context
	chains    map[string]map[message.StreamPart]*message.Chain
	published []published
	subs      map[message.StreamPart][]*simulatedSub
	opened    int
	changed   chan struct{} // closed and replaced at each change
}

type published struct {
	message *message.Message
	content string
}

type simulatedSub struct{ fn func(Delivery) }

// simulatedStart is the earliest now: simulated clocks begin in 2000.
const simulatedStart = 1_700_000_000_000

const (
	stream4 = message.StreamID("0x1234567890123456789012345678901234567890/four") // 4 partitions
	stream1 = message.StreamID("0x1234567890123456789012345678901234567890/one")
)

func newSimulatedNetwork(t testing.TB) *simulatedNetwork {
	t.Helper()
	signer, err := message.NewEVMSigner([32]byte{31: 7})
	if err != nil {
		t.Fatal(err)
	}
	return &simulatedNetwork{
		signer:  signer,
		streams: map[message.StreamID]int{stream1: 1, stream4: 4, message.StreamID(signer.UserID().String() + "/mine"): 1, "sensors.eth/a/b": 1},
		chains:  make(map[string]map[message.StreamPart]*message.Chain),
		subs:    make(map[message.StreamPart][]*simulatedSub),
		changed: make(chan struct{}),
	}
}

// note wakes those who wait; the lock is held.
func (n *simulatedNetwork) note() {
	close(n.changed)
	n.changed = make(chan struct{})
}

func (n *simulatedNetwork) Partitions(_ context.Context, stream message.StreamID) (int, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	count, ok := n.streams[stream]
	if !ok {
		return 0, fmt.Errorf("%s: %w", stream, ErrUnknownStream)
	}
	return count, nil
}

func (n *simulatedNetwork) Publish(ctx context.Context, p Publication) (*message.Message, error) {
	n.mu.Lock()
	block := n.block
	n.mu.Unlock()
	if block != nil {
		select {
		case <-block:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.fail != nil {
		return nil, n.fail
	}
	parts := n.chains[p.Chain]
	if parts == nil {
		parts = make(map[message.StreamPart]*message.Chain)
		n.chains[p.Chain] = parts
	}
	if parts[p.StreamPart] == nil {
		parts[p.StreamPart] = message.NewChain(p.Chain)
	}
	m := &message.Message{ID: message.ID{Stream: p.Stream, Partition: p.Partition, Timestamp: max(time.Now().UnixMilli(), simulatedStart)}, ContentType: message.ContentJSON, Content: p.Content}
	if !p.Time.IsZero() {
		m.Timestamp = p.Time.UnixMilli()
	}
	if m.Timestamp < message.MinCanonicalTimestamp {
		return nil, fmt.Errorf("%w: it is before 2001", ErrTimestamp)
	}
	m.Publisher = n.signer.UserID()
	if err := parts[p.StreamPart].SignNext(m, n.signer); err != nil {
		return nil, err
	}
	if err := m.CheckCanonical(message.MaxPartitions); err != nil {
		return nil, err
	}
	n.published = append(n.published, published{m, string(p.Content)})
	n.note()
	return m, nil
}

func (n *simulatedNetwork) EndChain(chain string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	delete(n.chains, chain)
	n.note()
}

func (n *simulatedNetwork) Subscribe(_ context.Context, part message.StreamPart, fn func(Delivery)) (func(), error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.fail != nil {
		return nil, n.fail
	}
	s := &simulatedSub{fn}
	n.subs[part] = append(n.subs[part], s)
	n.opened++
	n.note()
	return func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.subs[part] = slices.DeleteFunc(slices.Clone(n.subs[part]), func(x *simulatedSub) bool { return x == s })
		if len(n.subs[part]) == 0 {
			delete(n.subs, part)
		}
		n.note()
	}, nil
}

// inject makes a message of somebody else arrive.
func (n *simulatedNetwork) inject(part message.StreamPart, content string) *message.Message {
	m := &message.Message{
		ID:          message.ID{Stream: part.Stream, Partition: part.Partition, Timestamp: 1_700_000_000_000, Sequence: 3, Publisher: message.UserID("\x0123456789012345678"), Chain: "abcdefghijABCDEFGHIJ"},
		ContentType: message.ContentJSON, Content: []byte(content),
	}
	n.injectMessage(m, content)
	return m
}

func (n *simulatedNetwork) injectMessage(m *message.Message, content string) {
	n.mu.Lock()
	subs := n.subs[m.Part()]
	n.mu.Unlock()
	for _, s := range subs {
		s.fn(Delivery{Message: m, Content: []byte(content)})
	}
}

// wait waits until what is said holds. It fails the test if that takes too long.
func (n *simulatedNetwork) wait(t testing.TB, what string, holds func() bool) {
	t.Helper()
	timeout := time.NewTimer(20 * time.Second)
	defer timeout.Stop()
	for {
		n.mu.Lock()
		ok, changed := holds(), n.changed
		n.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-timeout.C:
			t.Fatalf("it never came that %s", what)
		}
	}
}

// waitReaders waits until a part has exactly so many subscriptions of the network.
func (n *simulatedNetwork) waitReaders(t testing.TB, part message.StreamPart, count int) {
	t.Helper()
	n.wait(t, fmt.Sprintf("%s is subscribed to %d times", part, count), func() bool { return len(n.subs[part]) == count })
}

// waitPublished waits for the nth message that was published and returns it.
func (n *simulatedNetwork) waitPublished(t testing.TB, count int) published {
	t.Helper()
	n.wait(t, fmt.Sprintf("%d messages are published", count), func() bool { return len(n.published) >= count })
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.published[count-1]
}

// count is how many messages were published.
func (n *simulatedNetwork) count() int {
	n.mu.Lock()
	defer n.mu.Unlock()
	return len(n.published)
}

func (n *simulatedNetwork) setFail(err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.fail = err
}

func (n *simulatedNetwork) setBlock(c chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.block = c
}

// rig is a hub on a simulated network.
type rig struct {
	net *simulatedNetwork
	hub *Hub
	reg *prometheus.Registry
}

func newRig(t testing.TB, change ...func(*Limits)) *rig {
	t.Helper()
	r := &rig{net: newSimulatedNetwork(t), reg: prometheus.NewPedanticRegistry()}
	limits := DefaultLimits()
	for _, f := range change {
		f(&limits)
	}
	var err error
	r.hub, err = NewHub(HubConfig{Network: r.net, Owner: r.net.signer.UserID(), Limits: limits, Registerer: r.reg})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		r.hub.Close()
		r.net.mu.Lock()
		defer r.net.mu.Unlock()
		if len(r.net.subs) != 0 || len(r.net.chains) != 0 {
			t.Errorf("after the end %d parts are subscribed to and %d chains are kept", len(r.net.subs), len(r.net.chains))
		}
	})
	return r
}

// waitShown waits until so many devices are shown the messages of a part.
func (r *rig) waitShown(t testing.TB, part message.StreamPart, devices int) {
	t.Helper()
	waitFor(t, fmt.Sprintf("%d devices read %s", devices, part), func() bool {
		r.hub.mu.Lock()
		defer r.hub.mu.Unlock()
		p := r.hub.parts[part]
		return p != nil && len(p.readers) == devices
	})
}

// serve runs a plug-in on loopback until the test ends, and returns its address.
func (r *rig) serve(t testing.TB, s server) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- s.Serve(l) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := s.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return l.Addr().String()
}

// keyOf makes an entry for a key's text. Without rights it has both.
func keyOf(text string, rights ...string) APIKey {
	if len(rights) == 0 {
		rights = []string{"read", "publish"}
	}
	sum := sha256.Sum256([]byte(text))
	return APIKey{Name: "key-" + text[:3], SHA256: hex.EncodeToString(sum[:]), Rights: rights}
}

func (r *rig) metric(t testing.TB, c prometheus.Collector, want float64) {
	t.Helper()
	if got := testutil.ToFloat64(c); got != want {
		t.Errorf("a metric is %v, want %v", got, want)
	}
}

func counter(c prometheus.Collector) float64 { return testutil.ToFloat64(c) }
