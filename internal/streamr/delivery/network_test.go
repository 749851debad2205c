package delivery

import (
	"crypto/sha256"
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

func TestEveryMessageReachesEveryone(t *testing.T) {
	t.Parallel()
	counts := []int{2, 3, 5, 8, 20, 100}
	if testing.Short() {
		counts = counts[:5]
	}
	for _, count := range counts {
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			t.Parallel()
			n := newNetwork(t, uint64(count), simlink.Options{Jitter: 0.2, Loss: 0.01})
			n.grow(count, 100*time.Millisecond)
			n.settle(time.Minute)
			n.wantAll(5*time.Second, n.up(), n.stream(40, 50*time.Millisecond, n.up()))
			n.clock.RunFor(20 * time.Second)
			n.wantDegrees()
		})
	}
}

// wantDegrees fails the test unless every node has about as many neighbours as it should.
func (n *network) wantDegrees() {
	n.t.Helper()
	should := min(defaultTarget, len(n.up())-1)
	if mean, least, most := n.degrees(); least < should || most > should+2 || mean > float64(should)+0.4 {
		n.t.Errorf("%d nodes have %.2f neighbours, %d to %d", len(n.up()), mean, least, most)
	}
}

// Handshakes, interleaving and exchanges must not make the numbers of neighbours drift.
func TestDegreesStay(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 60, simlink.Options{Jitter: 0.2})
	n.grow(24, 100*time.Millisecond)
	n.settle(time.Minute)
	for range 3 {
		n.clock.RunFor(4 * time.Minute)
		n.wantDegrees()
	}
	n.settle(0)
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
}

func TestManyStartAtOnce(t *testing.T) {
	t.Parallel()
	for _, count := range []int{2, 10, 25} {
		t.Run(fmt.Sprint(count), func(t *testing.T) {
			t.Parallel()
			n := newNetwork(t, 61, simlink.Options{Jitter: 0.1})
			n.grow(1, 0)
			for len(n.nodes) < count+1 {
				n.add()
			}
			// They know the network, but none of them knows that another one enters the part.
			n.clock.RunFor(20 * time.Second)
			n.nodes[0].part.Leave()
			n.nodes[0].part = nil
			n.clock.RunFor(2 * time.Minute)
			for _, x := range n.nodes[1:] {
				x.enter()
			}
			n.settle(time.Minute)
			n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
		})
	}
}

// As official nodes do, a node enters the part while it still enters the network.
func TestEnterWhileJoining(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 62, simlink.Options{})
	for range 20 {
		n.add().enter()
	}
	n.settle(time.Minute)
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
}

func TestLateJoinersGetWhatComesThen(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 63, simlink.Options{})
	n.grow(10, 200*time.Millisecond)
	n.settle(time.Minute)
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
	n.clock.RunFor(bufferTime)
	late := n.add()
	late.enter()
	n.settle(time.Minute)
	n.wantAll(5*time.Second, n.up(), n.stream(50, 50*time.Millisecond, n.nodes[:5]))
	if len(late.got) != 50 {
		t.Errorf("the late joiner got %d messages, want the 50 that were published after it came", len(late.got))
	}
}

func TestMessagesWaitForTheFirstNeighbors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name      string
		count     int
		wait      time.Duration
		want      int
		wantFirst int // index of the first that arrives
	}{
		{"a few", 20, 5 * time.Second, 20, 0},
		{"more than are kept", 200, 5 * time.Second, bufferMessages, 200 - bufferMessages},
		{"too early", 20, bufferTime + time.Second, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			n := newNetwork(t, 64, simlink.Options{})
			n.grow(1, 30*time.Second)
			x := n.add()
			n.clock.RunFor(10 * time.Second)
			p := n.newPublisher()
			for range c.count {
				n.nodes[0].publish(p.next(n.clock.Now()))
			}
			n.clock.RunFor(c.wait)
			x.enter()
			n.settle(time.Minute)
			n.clock.RunFor(time.Second)
			if len(x.got) != c.want {
				t.Fatalf("%d of %d messages arrived, want %d", len(x.got), c.count, c.want)
			}
			for i, d := range x.got {
				if want := fmt.Sprintf(`{"chain":%q,"n":%d}`, p.chain, c.wantFirst+i+1); text(d.m) != want {
					t.Fatalf("message %d is %s, want %s", i, text(d.m), want)
				}
			}
		})
	}
}

func TestLeaversAreReplacedAtOnce(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 65, simlink.Options{})
	n.grow(20, 200*time.Millisecond)
	n.settle(time.Minute)
	for i := 2; i < 10; i++ {
		n.nodes[i].leave()
	}
	n.clock.RunFor(time.Second)
	for _, x := range n.up() {
		for _, p := range x.part.Neighbors() {
			if n.byID(p.ID).down {
				t.Errorf("node %d has a neighbour that has left", x.index)
			}
		}
	}
	n.settle(10 * time.Second)
	n.clock.RunFor(10 * time.Second)
	n.wantDegrees()
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
}

// entryPoints are the nodes that are stored as entry points of the part.
func (n *network) entryPoints() (xs []*netNode) {
	n.t.Helper()
	done := false
	n.nodes[0].control.FetchData(wire.KeyOf(testPart.String()), func(es []*wire.DataEntry) {
		done = true
		for _, e := range es {
			d := new(wire.PeerDescriptor)
			if !e.GetDeleted() && e.GetData().UnmarshalTo(d) == nil {
				xs = append(xs, n.byID(wire.NodeID(d.GetNodeId())))
			}
		}
	})
	n.until(15*time.Second, "the entry points are fetched", func() bool { return done })
	return xs
}

func TestEntryPointsAreKeptAndRefilled(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 66, simlink.Options{})
	n.grow(20, time.Second)
	n.settle(time.Minute)
	for range 4 {
		n.clock.RunFor(37 * time.Second)
		if got := len(n.entryPoints()); got < wantedEntryPoints {
			t.Errorf("%d entry points are stored, want at least %d", got, wantedEntryPoints)
		}
	}
	// The one that everybody enters through stays, so that the control layer is as it was.
	for _, x := range n.entryPoints() {
		if x != n.nodes[0] {
			x.leave()
		}
	}
	n.clock.RunFor(refillWithin + 10*time.Second)
	got := n.entryPoints()
	if len(got) < wantedEntryPoints/2 {
		t.Errorf("after all entry points have left %d are stored", len(got))
	}
	for _, x := range got {
		if x.down {
			t.Errorf("node %d has left and is an entry point", x.index)
		}
	}
	// Those that were killed say nothing. Their entries end, and others look now and then.
	for _, x := range got {
		if x != n.nodes[0] {
			x.kill()
		}
	}
	n.clock.RunFor(2*lookEvery + time.Minute)
	if got, want := n.entryPoints(), min(wantedEntryPoints, len(n.up())); len(got) < want {
		t.Errorf("after entry points were killed %d are stored, want %d", len(got), want)
	}
}

// A node that joins while all stored entry points are dead is not alone for ever.
func TestDeadEntryPointsAreNoDeadEnd(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 67, simlink.Options{})
	n.grow(1, time.Second)
	n.nodes[0].part.Leave()
	n.nodes[0].part = nil
	for range 12 {
		n.add().enter()
		n.clock.RunFor(time.Second)
	}
	n.settle(time.Minute)
	for _, x := range n.entryPoints() {
		x.kill()
	}
	x := n.add()
	x.enter()
	if len(n.up()) < 2 {
		t.Fatal("nobody is left")
	}
	n.settle(3 * time.Minute)
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
}

func TestPublishErrors(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 68, simlink.Options{})
	n.grow(2, time.Second)
	n.settle(time.Minute)
	x := n.nodes[0]
	p := n.newPublisher()
	m := p.next(n.clock.Now())
	other := altered(m, func(m *message.Message) { m.Partition = 7 })
	large := altered(m, func(m *message.Message) { m.Content = make([]byte, maxMessage) })
	wantErr(t, x.part.Publish(other.AppendWire(nil), other), ErrOtherPart)
	wantErr(t, x.part.Publish(large.AppendWire(nil), large), ErrTooLarge)
	x.publish(m)
	x.publish(m)
	x.publish(p.next(n.clock.Now()))
	wrong := altered(p.next(n.clock.Now()), func(m *message.Message) { m.PrevRef = &message.Ref{Timestamp: 1} })
	wantErr(t, x.part.Publish(wrong.AppendWire(nil), wrong), ErrOrder)
	n.clock.RunFor(time.Second)
	if got := len(n.nodes[1].got); got != 2 {
		t.Errorf("%d messages arrived, want 2", got)
	}
	x.part.Leave()
	wantErr(t, x.part.Publish(m.AppendWire(nil), m), ErrLeft)
	x.part.Leave()
	var err error
	x.part.Join(func(e error) { err = e })
	n.clock.RunFor(time.Second)
	wantErr(t, err, ErrLeft)
}

// The largest message that may be published passes through the network.
func TestLargestMessage(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 69, simlink.Options{})
	n.grow(4, time.Second)
	n.settle(time.Minute)
	m := n.newPublisher().next(n.clock.Now())
	m.Content = make([]byte, maxMessage-300)
	m.Content = make([]byte, len(m.Content)+maxMessage-len(m.AppendWire(nil)))
	simulateSignature(m)
	if len(m.AppendWire(nil)) != maxMessage {
		t.Fatalf("the message has %d bytes, want %d", len(m.AppendWire(nil)), maxMessage)
	}
	n.nodes[1].publish(m)
	n.wantAll(10*time.Second, n.up(), []*message.Message{m})
}

// Leaving ends a join that has not ended.
func TestLeaveWhileJoining(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 70, simlink.Options{})
	n.grow(3, time.Second)
	x := n.add()
	for _, after := range []time.Duration{0, time.Millisecond, 50 * time.Millisecond, 300 * time.Millisecond, time.Second} {
		x.enter()
		calls := 0
		x.part.onLeave, x.part = nil, New(x.part.leaveForTest())
		x.part.Join(func(error) { calls++ })
		n.clock.RunFor(after)
		x.part.Leave()
		n.clock.RunFor(time.Minute)
		if calls != 1 {
			t.Errorf("left after %v: done was called %d times", after, calls)
		}
	}
}

// leaveForTest leaves and returns the configuration.
func (p *Part) leaveForTest() Config {
	p.Leave()
	return p.cfg
}

// trace is a hash of everything that a network's nodes have got, and when.
func trace(t *testing.T, seed uint64) string {
	n := newNetwork(t, seed, simlink.Options{Jitter: 0.3, Loss: 0.02})
	n.lie(func(m *message.Message) []*message.Message {
		return []*message.Message{altered(m, alterContent), altered(m, alterKeyID)}
	})
	n.growWithLiars(12)
	n.stream(30, 50*time.Millisecond, n.honest())
	n.nodes[7].kill()
	n.nodes[8].leave()
	n.stream(30, 50*time.Millisecond, n.honest())
	n.clock.RunFor(6 * time.Minute)
	h := sha256.New()
	for _, x := range n.nodes {
		for _, d := range x.got {
			fmt.Fprintln(h, x.index, d.at, d.from, string(d.m.AppendWire(nil)))
		}
		fmt.Fprintln(h, x.part.Stats(), x.part.Neighbors())
	}
	return fmt.Sprintf("%d frames, %x", n.world.Frames, h.Sum(nil))
}

func TestTheSameSeedGivesTheSameRun(t *testing.T) {
	t.Parallel()
	first := trace(t, 71)
	if again := trace(t, 71); again != first {
		t.Errorf("two runs differ: %s and %s", first, again)
	}
	if other := trace(t, 72); other == first {
		t.Error("runs of two seeds are the same")
	}
}
