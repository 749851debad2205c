package plugins

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/logstore/logstore/message"
)

// slowOpening is a simulated network whose Subscribe waits.
type slowOpening struct {
	*simulatedNetwork
	asked  chan struct{}
	answer chan error
}

func (n *slowOpening) Subscribe(ctx context.Context, part message.StreamPart, fn func(Delivery)) (func(), error) {
	n.asked <- struct{}{}
	select {
	case err := <-n.answer:
		if err != nil {
			return nil, err
		}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return n.simulatedNetwork.Subscribe(ctx, part, fn)
}

func newSlowHub(t *testing.T) (*Hub, *slowOpening) {
	t.Helper()
	n := &slowOpening{newSimulatedNetwork(t), make(chan struct{}, 10), make(chan error)}
	h, err := NewHub(HubConfig{Network: n})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(h.Close)
	return h, n
}

// Who gives up while the network is still being asked leaves nothing behind, and does not
// spoil it for others.
func TestHubWhileOpening(t *testing.T) {
	t.Parallel()
	h, n := newSlowHub(t)
	part := partOf(stream1, 0)
	impatient, give := context.WithCancel(context.Background())
	first := make(chan error, 1)
	go func() {
		_, err := h.subscribe(impatient, part, func(*event) { t.Error("shown to who has left") })
		first <- err
	}()
	<-n.asked
	shown := make(chan string, 10)
	type result struct {
		leave func()
		err   error
	}
	second := make(chan result, 1)
	go func() {
		leave, err := h.subscribe(context.Background(), part, func(e *event) { shown <- string(e.content) })
		second <- result{leave, err}
	}()
	waitFor(t, "both wait", func() bool {
		h.mu.Lock()
		defer h.mu.Unlock()
		return len(h.parts[part].readers) == 2
	})
	give()
	if err := <-first; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	n.answer <- nil
	r := <-second
	if r.err != nil {
		t.Fatal(r.err)
	}
	n.inject(part, `{"a":1}`)
	if got := <-shown; got != `{"a":1}` {
		t.Error(got)
	}
	r.leave()
	r.leave() // once more does nothing
	n.waitReaders(t, part, 0)
}

func TestHubWhenAllLeaveWhileOpening(t *testing.T) {
	t.Parallel()
	h, n := newSlowHub(t)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, _ = h.subscribe(ctx, partOf(stream1, 0), func(*event) {})
	}()
	<-n.asked
	cancel()
	<-done
	n.answer <- nil
	waitFor(t, "it was opened", func() bool {
		n.mu.Lock()
		defer n.mu.Unlock()
		return n.opened == 1
	})
	n.waitReaders(t, partOf(stream1, 0), 0)
}

func TestHubAsksAgainAfterAFailure(t *testing.T) {
	t.Parallel()
	h, n := newSlowHub(t)
	for _, want := range []error{ErrUnavailable, nil} {
		got := make(chan error, 1)
		go func() {
			leave, err := h.subscribe(context.Background(), partOf(stream1, 0), func(*event) {})
			if err == nil {
				leave()
			}
			got <- err
		}()
		<-n.asked
		n.answer <- want
		if err := <-got; !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
	n.waitReaders(t, partOf(stream1, 0), 0)
}

func TestHubIsClosed(t *testing.T) {
	t.Parallel()
	h, err := NewHub(HubConfig{Network: newSimulatedNetwork(t)})
	if err != nil {
		t.Fatal(err)
	}
	h.Close()
	if _, err := h.subscribe(context.Background(), partOf(stream1, 0), func(*event) {}); !errors.Is(err, ErrUnavailable) {
		t.Error(err)
	}
}

// Many come, read, publish and go at once, in any order; the books are right in the end.
func TestHubUnderLoad(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	var shown atomic.Int64
	var wg sync.WaitGroup
	for worker := range 16 {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(1, uint64(worker)))
			c, err := r.hub.newChain("test")
			if err != nil {
				t.Error(err)
				return
			}
			defer c.end()
			for range 100 {
				part := partOf(stream4, random.Int32N(4))
				leave, err := r.hub.subscribe(context.Background(), part, func(*event) { shown.Add(1) })
				if err != nil {
					t.Error(err)
					return
				}
				g := target{stream: stream4, partition: &part.Partition}
				if err := c.publish(context.Background(), g, payload{content: []byte(`{}`)}, firstPartition); err != nil {
					t.Error(err)
				}
				leave()
			}
		})
	}
	wg.Wait()
	if shown.Load() < 1600 {
		t.Errorf("%d messages were shown to those who had published them and others, of 1600", shown.Load())
	}
	for p := range int32(4) {
		r.net.waitReaders(t, partOf(stream4, p), 0)
	}
	r.metric(t, r.hub.metrics.parts, 0)
}

// The chains of plug-in http are bounded, and one that is in use outlives being forgotten.
func TestStreamChainsForgetTheOldest(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	s := newStreamChains(r.hub, "http")
	s.max = 3
	used, err := s.get("stream-0")
	if err != nil {
		t.Fatal(err)
	}
	ended := func(c *streamChain) bool {
		r.net.mu.Lock()
		defer r.net.mu.Unlock()
		return r.net.chains[c.id] == nil
	}
	publish := func(c *streamChain) {
		if err := c.publish(context.Background(), target{stream: stream1}, payload{content: []byte(`{}`)}, c.partition); err != nil {
			t.Fatal(err)
		}
	}
	publish(used)
	var others []*streamChain
	for i := 1; i <= 3; i++ {
		c, err := s.get(message.StreamID(fmt.Sprint("stream-", i)))
		if err != nil {
			t.Fatal(err)
		}
		publish(c)
		s.put(c)
		others = append(others, c)
	}
	if len(s.chains) != 3 || s.order.Len() != 3 {
		t.Errorf("%d chains are kept, want 3", len(s.chains))
	}
	if ended(used) {
		t.Error("a chain ended in the hands of its user")
	}
	s.put(used)
	if !ended(used) {
		t.Error("a forgotten chain did not end with its last user")
	}
	if again, err := s.get("stream-2"); err != nil || again != others[1] {
		t.Errorf("another chain for the same stream: %v", err)
	} else {
		s.put(again)
	}
	s.end()
	for i, c := range others {
		if !ended(c) {
			t.Errorf("chain %d has not ended", i+1)
		}
	}
	if _, err := s.get("stream-9"); !errors.Is(err, ErrUnavailable) {
		t.Errorf("after the end: %v", err)
	}
}

func TestQueueBounds(t *testing.T) {
	t.Parallel()
	q := newQueue(3, 10)
	push := func(n int) bool { return q.push(queued{payload: make([]byte, n)}) }
	if !push(20) {
		t.Error("an item larger than the bound does not fit into an empty queue")
	}
	if x, ok := q.pop(context.Background()); !ok || len(x.payload) != 20 {
		t.Error("it does not come out")
	}
	for i, want := range []bool{true, true, false} {
		if push(5) != want {
			t.Errorf("5 bytes for the %d. time, of 10 in all: %v", i+1, !want)
		}
	}
	if _, ok := q.pop(context.Background()); !ok || push(1) {
		t.Error("there is room after there was none: an item was lost unnoticed")
	}
	q = newQueue(3, 10)
	for i, want := range []bool{true, true, true, false} {
		if push(0) != want {
			t.Errorf("item %d of 3: %v", i+1, !want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, ok := q.pop(ctx); ok {
		t.Error("an item came out after the end")
	}
}

func TestReasonsFitIntoCloseFrames(t *testing.T) {
	t.Parallel()
	long := message.StreamID("sensors.eth/")
	for range 100 {
		long += "é€"
		e := endOf(fmt.Errorf("%s: %w", long, ErrUnknownStream))
		if len(e.text) > maxReason {
			t.Fatalf("%d bytes", len(e.text))
		}
		for _, r := range e.text {
			if r == 0xfffd {
				t.Fatalf("%q was cut within a character", e.text)
			}
		}
	}
}
