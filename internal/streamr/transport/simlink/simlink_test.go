package simlink

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// pair is two hosts with a link between them, and what arrives at the second.
type pair struct {
	clock    *loop.Virtual
	world    *World
	a, b     *Host
	la, lb   transport.Link
	got      []string
	closedAt map[string]bool
}

func connect(t *testing.T, o Options) *pair {
	t.Helper()
	clock := loop.NewVirtual()
	p := &pair{clock: clock, world: New(clock, rand.New(rand.NewPCG(1, 2)), o), closedAt: make(map[string]bool)}
	p.a, p.b = p.world.NewHost(0, false), p.world.NewHost(1, true)
	p.b.Accept(func(l transport.Link, action string) {
		p.lb = l
		l.Start(transport.LinkEvents{
			Message: func(m *wire.Message, _ int) { p.got = append(p.got, m.GetMessageId()) },
			Closed:  func(graceful bool) { p.closedAt["b"] = graceful },
		})
	})
	p.a.Dial(transport.Address{Host: p.b.Addr().String(), Port: Port}, 10*time.Second, func(l transport.Link, err error) {
		if err != nil {
			t.Fatal(err)
		}
		p.la = l
		l.Start(transport.LinkEvents{Closed: func(graceful bool) { p.closedAt["a"] = graceful }})
	})
	clock.RunFor(2 * time.Second)
	if p.la == nil || p.lb == nil {
		t.Fatal("no link after 2 s")
	}
	return p
}

func (p *pair) send(t *testing.T, from, to int) {
	t.Helper()
	for i := from; i < to; i++ {
		frame, err := proto.Marshal(&wire.Message{MessageId: strconv.Itoa(i)})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.la.Send(frame); err != nil {
			t.Fatal(err)
		}
	}
}

func (p *pair) want(t *testing.T, n int) {
	t.Helper()
	var want []string
	for i := range n {
		want = append(want, strconv.Itoa(i))
	}
	if !slices.Equal(p.got, want) {
		t.Fatalf("%d frames arrived, want %d in order: %v", len(p.got), n, p.got)
	}
}

func fixed(d time.Duration) func(_, _ *Host) time.Duration {
	return func(_, _ *Host) time.Duration { return d }
}

func TestFramesArriveInOrderAfterTheirLatency(t *testing.T) {
	p := connect(t, Options{Latency: fixed(80 * time.Millisecond)})
	p.send(t, 0, 10)
	p.clock.RunFor(79 * time.Millisecond)
	p.want(t, 0)
	p.clock.RunFor(time.Millisecond)
	p.want(t, 10)
}

func TestLossDelaysButLosesNothing(t *testing.T) {
	p := connect(t, Options{Latency: fixed(10 * time.Millisecond), Jitter: 0.5, Loss: 0.3})
	p.send(t, 0, 200)
	p.clock.RunFor(15 * time.Millisecond)
	if len(p.got) == 200 {
		t.Fatal("loss of 30 % has delayed nothing")
	}
	p.clock.RunFor(time.Minute)
	p.want(t, 200)
}

func TestPartitionHoldsBackAndBreaks(t *testing.T) {
	p := connect(t, Options{Latency: fixed(10 * time.Millisecond), BreakAfter: 20 * time.Second})
	p.world.Partition(func(h *Host) int { return h.Index })
	p.send(t, 0, 5)
	p.clock.RunFor(10 * time.Second)
	p.want(t, 0)
	p.world.Heal()
	p.clock.RunFor(time.Second)
	p.want(t, 5)

	p.world.Partition(func(h *Host) int { return h.Index })
	p.send(t, 5, 6)
	p.clock.RunFor(21 * time.Second)
	p.want(t, 5)
	if len(p.closedAt) != 2 {
		t.Fatalf("closed: %v, want both sides", p.closedAt)
	}
}

func TestKillAndFreeze(t *testing.T) {
	p := connect(t, Options{Latency: fixed(10 * time.Millisecond)})
	p.b.Freeze()
	p.send(t, 0, 3)
	p.clock.RunFor(5 * time.Second)
	p.want(t, 0)
	p.b.Thaw()
	p.clock.RunFor(time.Second)
	p.want(t, 3)

	p.b.Kill()
	p.clock.RunFor(time.Second)
	if graceful, ok := p.closedAt["a"]; !ok || graceful {
		t.Fatalf("closed: %v, want a without grace", p.closedAt)
	}
	var refused error
	dial := func() {
		refused = fmt.Errorf("not called")
		p.a.Dial(transport.Address{Host: p.b.Addr().String(), Port: Port}, time.Second, func(_ transport.Link, err error) { refused = err })
		p.clock.RunFor(2 * time.Second)
	}
	if dial(); refused == nil {
		t.Fatal("a killed host took a connection")
	}
	again := p.b.Restart()
	again.Accept(func(l transport.Link, _ string) { l.Start(transport.LinkEvents{}) })
	if dial(); refused != nil {
		t.Fatal(refused)
	}
}

func TestQueueIsBounded(t *testing.T) {
	p := connect(t, Options{Latency: fixed(10 * time.Millisecond), QueueBytes: 1000})
	if err := p.la.Send(make([]byte, 900)); err != nil {
		t.Fatal(err)
	}
	if err := p.la.Send(make([]byte, 200)); err == nil {
		t.Fatal("took more than the bound")
	}
	p.clock.RunFor(time.Second)
	if err := p.la.Send(make([]byte, 200)); err != nil {
		t.Fatal(err)
	}
}
