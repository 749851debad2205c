package delivery

import (
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// post is a spread over simulated connections that shows who gets what.
type post struct {
	*simulatedLayers
	spread
	got  map[wire.NodeID][]string
	dead map[wire.NodeID]bool // connections that break when they are written to
}

func newPost() *post {
	p := &post{simulatedLayers: newLayers(1), got: make(map[wire.NodeID][]string), dead: make(map[wire.NodeID]bool)}
	p.spread = newSpread(p.env, rpc.New(p.env, p.simulatedLayers, "test"), p)
	return p
}

func (p *post) SendMany(m *wire.Message, to []*wire.Peer) (n int) {
	for _, t := range to {
		if !p.dead[t.ID] {
			p.got[t.ID] = append(p.got[t.ID], string(m.GetRpcMessage().GetBody().GetValue()))
			n++
		}
	}
	return n
}

func (p *post) Connected(id wire.NodeID) bool { return !p.dead[id] }

var _ transport.Direct = (*post)(nil)

func (p *post) want(t *testing.T, id byte, want ...string) {
	t.Helper()
	if got := p.got[nodeID(id)]; !slices.Equal(got, want) {
		t.Errorf("node %d got %q, want %q", id, got, want)
	}
}

func (p *post) publish(text string, from byte, to ...byte) {
	a := &arrival{m: new(message.Message), raw: []byte(text)}
	if from != 0 {
		a.from = nodeID(from)
	}
	var targets []*wire.Peer
	for _, id := range to {
		targets = append(targets, peerOf(nodeID(id)))
	}
	p.send(a, targets, len(targets))
}

func (p *post) come(id byte) { p.greet(peerOf(nodeID(id)), true, nil) }

func TestSpreadKeepsWhatTooFewHaveGot(t *testing.T) {
	t.Parallel()
	p := newPost()
	p.publish("to nobody", 0)
	p.publish("to one", 0, 1)
	p.publish("to two", 0, 1, 2)
	p.publish("from three", 3)
	p.dead[nodeID(4)] = true
	p.publish("one of two is gone", 0, 1, 4)
	p.come(1)
	p.want(t, 1, "to one", "to two", "one of two is gone", "to nobody", "from three")
	p.come(3)
	p.want(t, 3, "to nobody", "to one", "one of two is gone")
	p.come(5) // what came from the third node has gone to one only
	p.want(t, 5, "from three")
	p.come(6)
	p.want(t, 6)
	if p.buffer != nil || p.bytes != 0 {
		t.Errorf("%d messages are kept, %d bytes", len(p.buffer), p.bytes)
	}
}

func TestSpreadIsBounded(t *testing.T) {
	t.Parallel()
	p := newPost()
	large := string(make([]byte, 1<<20))
	for range 20 {
		p.publish(large, 0)
	}
	if len(p.buffer) != bufferBytes>>20 || p.bytes > bufferBytes {
		t.Errorf("%d messages are kept, %d bytes", len(p.buffer), p.bytes)
	}
	for range 2 * bufferMessages {
		p.publish("small", 0)
	}
	if len(p.buffer) != bufferMessages || p.bytes != bufferMessages*len("small") {
		t.Errorf("%d messages are kept, %d bytes", len(p.buffer), p.bytes)
	}
	p.clock.RunFor(bufferTime - time.Millisecond)
	p.publish("last", 0)
	p.clock.RunFor(time.Millisecond)
	p.expire()
	if len(p.buffer) != 1 {
		t.Errorf("%d messages are kept after their time", len(p.buffer)-1)
	}
	p.clock.RunFor(bufferTime)
	p.come(1)
	p.want(t, 1)
	if p.buffer != nil || p.bytes != 0 {
		t.Errorf("%d messages are kept, %d bytes", len(p.buffer), p.bytes)
	}
}
