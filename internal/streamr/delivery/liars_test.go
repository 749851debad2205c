package delivery

import (
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// liar is the transport of a node that takes part as all do, but says something else than
// it was told.
type liar struct {
	transport.Direct
	part *Part
	// say is what is sent in the place of a message.
	say func(m *message.Message) []*message.Message
}

// SendMany implements [transport.Direct].
func (l *liar) SendMany(w *wire.Message, to []*wire.Peer) int {
	m, err := message.Decode(w.GetRpcMessage().GetBody().GetValue())
	if err != nil {
		panic(err) // what was received could be read
	}
	for _, x := range l.say(m) {
		l.Direct.SendMany(l.part.spread.notification(x.AppendWire(nil)), to)
	}
	return len(to)
}

// lie lets every third node but the first few of a network lie.
func (n *network) lie(say func(*message.Message) []*message.Message) {
	n.liars = true
	n.change = func(i int, c *Config) {
		if n.lies(i) {
			c.Validator = nil // it hands on whatever comes
			c.Transport = &liar{Direct: c.Transport, say: say}
		}
	}
}

func (n *network) lies(i int) bool { return n.liars && i > 2 && i%3 == 0 }

// honest are the nodes that do not lie, and run.
func (n *network) honest() (xs []*netNode) {
	for _, x := range n.up() {
		if !n.lies(x.index) {
			xs = append(xs, x)
		}
	}
	return xs
}

func (n *network) growWithLiars(count int) {
	n.t.Helper()
	for len(n.nodes) < count {
		x := n.add()
		x.enter()
		if l, ok := x.part.cfg.Transport.(*liar); ok {
			l.part = x.part
		}
		n.clock.RunFor(200 * time.Millisecond)
	}
	n.settle(time.Minute)
}

func TestLiarsCannotKeepMessagesFromOthers(t *testing.T) {
	t.Parallel()
	alter := func(change func(*message.Message)) func(*message.Message) []*message.Message {
		return func(m *message.Message) []*message.Message { return []*message.Message{altered(m, change)} }
	}
	for name, say := range map[string]func(*message.Message) []*message.Message{
		"content":      alter(alterContent),
		"signature":    alter(alterSignature),
		"content type": alter(alterType),
		"group key id": alter(alterKeyID),
		"previous ref": alter(alterPrev),
		"as a contract's": alter(func(m *message.Message) {
			alterContent(m)
			alterSigType(m)
		}),
		"nothing": func(*message.Message) []*message.Message { return nil },
		"everything": func(m *message.Message) []*message.Message {
			return []*message.Message{altered(m, alterContent), m, altered(m, alterType), altered(m, alterKeyID), altered(m, alterSignature), m}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := newNetwork(t, 50, simlink.Options{Jitter: 0.3})
			n.lie(say)
			n.checkTime = 20 * time.Millisecond // who lies is faster than who checks
			n.growWithLiars(16)                 // 5 of them lie
			n.wantAll(5*time.Second, n.honest(), n.stream(40, 50*time.Millisecond, n.honest()))
			for _, x := range n.honest() {
				for _, d := range x.got {
					if v := judgement(d.m); v.kind == kindBad {
						t.Fatalf("node %d has got a message with a bad signature", x.index)
					}
				}
			}
		})
	}
}

// sent counts the copies that honest nodes have sent.
func (n *network) sent() (count uint64) {
	for _, x := range n.honest() {
		count += x.part.Stats().Sent
	}
	return count
}

func TestReplayedMessagesGoNowhere(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 51, simlink.Options{})
	n.grow(12, 200*time.Millisecond)
	n.settle(time.Minute)
	s := n.addStranger()
	n.clock.RunFor(5 * time.Second)
	ms := n.stream(50, 20*time.Millisecond, n.up())
	n.wantAll(5*time.Second, n.up(), ms)
	before := n.sent()
	for range 20 {
		for _, x := range n.up() {
			for _, m := range ms {
				s.send(x, m.AppendWire(nil))
			}
		}
		n.clock.RunFor(7 * time.Second)
	}
	n.wantAll(time.Second, n.up(), ms)
	if after := n.sent(); after != before {
		t.Errorf("%d copies of old messages were handed on", after-before)
	}
}

// A neighbour and a stranger flood one node with more than it can check.
func TestFloodsDoNotStopTheStream(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 52, simlink.Options{})
	n.change = func(i int, c *Config) {
		if v, ok := c.Validator.(*simulatedCheck); ok {
			v.serial, v.takes = true, time.Millisecond
		}
	}
	n.grow(10, 200*time.Millisecond)
	n.settle(time.Minute)
	s := n.addStranger()
	n.clock.RunFor(5 * time.Second)
	victim := n.nodes[4]
	bad := n.byID(victim.part.Neighbors()[0].ID)
	p := n.newPublisher()
	garbage := func() []byte {
		return altered(p.next(n.clock.Now()), alterContent).AppendWire(nil)
	}
	var ms []*message.Message
	for range 100 {
		for range 250 { // in a tenth of a second, of which it can check 100
			s.send(victim, garbage())
			bad.manager.SendMany(bad.part.spread.notification(garbage()), []*wire.Peer{victim.self})
		}
		ms = append(ms, n.stream(2, 50*time.Millisecond, n.up())...)
	}
	n.wantAll(20*time.Second, n.up(), ms)
	if victim.part.Stats().Overloaded == 0 {
		t.Error("the flood was too small to overload the node")
	}
	for _, x := range n.up() {
		if x != victim && x.part.Stats().Bad["signature"] > 0 {
			t.Errorf("node %d got what the flooded node should have kept back", x.index)
		}
	}
}

func TestNeighborsThatSendOnlyGarbageAreReplaced(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 53, simlink.Options{})
	n.lie(func(m *message.Message) []*message.Message { return []*message.Message{altered(m, alterContent)} })
	n.growWithLiars(18)
	believed := func() (pairs int) {
		for _, x := range n.honest() {
			for _, p := range x.part.Neighbors() {
				if n.lies(n.byID(p.ID).index) {
					pairs++
				}
			}
		}
		return pairs
	}
	before := believed()
	n.stream(1500, 40*time.Millisecond, n.honest())
	pairs := believed()
	for _, x := range n.honest() {
		if len(x.part.Neighbors()) < 2 {
			t.Errorf("node %d has %d neighbours", x.index, len(x.part.Neighbors()))
		}
	}
	if pairs > before/2 {
		t.Errorf("honest nodes had %d liars as neighbours, and still have %d", before, pairs)
	}
	n.settle(2 * suspectMix)
	n.wantAll(5*time.Second, n.honest(), n.stream(50, 20*time.Millisecond, n.honest()))
}

// Official nodes hand garbage on. Where all neighbours do, giving them up would help nobody.
func TestNobodyIsGivenUpWhereAllSendGarbage(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 54, simlink.Options{})
	n.change = func(i int, c *Config) {
		if i != 5 {
			c.Validator = nil
		}
	}
	n.grow(12, 200*time.Millisecond)
	n.settle(time.Minute)
	s := n.addStranger()
	n.clock.RunFor(5 * time.Second)
	victim := n.nodes[5]
	p := n.newPublisher()
	for range 40 {
		for range 25 {
			s.send(n.nodes[1], altered(p.next(n.clock.Now()), alterContent).AppendWire(nil))
		}
		n.clock.RunFor(time.Second)
	}
	stats := victim.part.Stats()
	if stats.Bad["signature"] < 900 {
		t.Errorf("only %d bad messages came", stats.Bad["signature"])
	}
	if stats.Replaced > 0 || len(victim.part.Neighbors()) < 4 {
		t.Errorf("%d neighbours were given up, %d are left", stats.Replaced, len(victim.part.Neighbors()))
	}
	n.wantAll(5*time.Second, n.up(), n.stream(20, 50*time.Millisecond, n.up()))
}
