package delivery

import (
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// countedControl counts what a part asks of the DHT.
type countedControl struct {
	*simulatedLayers
	fetches, stores, deletes int
}

func (c *countedControl) FetchData(k wire.NodeID, done func([]*wire.DataEntry)) {
	c.fetches++
	c.simulatedLayers.FetchData(k, done)
}

func (c *countedControl) StoreData(wire.NodeID, *anypb.Any, func([]*wire.Peer)) { c.stores++ }
func (c *countedControl) DeleteData(wire.NodeID)                                { c.deletes++ }

// newCounted makes a part with so many entry points besides it, and neighbours.
func newCounted(entries int) (*Part, *countedControl) {
	l := newLayers(1)
	c := &countedControl{simulatedLayers: l}
	for i := range entries {
		p := peerOf(nodeID(byte(i + 1)))
		l.contacts = append(l.contacts, p)
		data, err := anypb.New(p.Descriptor)
		if err != nil {
			panic(err) // it is well formed
		}
		l.entries = append(l.entries, &wire.DataEntry{Data: data})
	}
	cfg := l.config()
	cfg.Control = c
	p := New(cfg)
	p.Join(nil)
	for _, n := range l.contacts[:min(len(l.contacts), defaultTarget)] {
		p.neighbors.add(n)
	}
	l.clock.RunFor(time.Second)
	return p, c
}

// answerAll answers the calls that were made, as nodes do that stay.
func (c *countedControl) answerAll() {
	for _, s := range c.sent {
		c.receive(&wire.RpcMessage{
			Header: map[string]string{"response": "response"}, RequestId: s.rpc.GetRequestId(), Body: new(anypb.Any),
		}, s.to)
	}
	c.sent = nil
}

func (c *countedControl) run(d time.Duration) {
	for ; d > 0; d -= time.Second {
		c.clock.RunFor(time.Second)
		c.answerAll()
	}
}

// Anybody can say that an entry point leaves, as often as it likes.
func TestLeaveNoticesCostLittle(t *testing.T) {
	t.Parallel()
	p, c := newCounted(wantedEntryPoints)
	before := c.fetches
	notice := &wire.LeaveStreamPartNotice{StreamPartId: p.name, IsEntryPoint: true}
	body, err := anypb.New(notice)
	if err != nil {
		t.Fatal(err)
	}
	body.TypeUrl = "type.googleapis.com/LeaveStreamPartNotice"
	for range 1000 {
		n := peerOf(nodeID(1))
		p.neighbors.add(n)
		c.receive(&wire.RpcMessage{Header: map[string]string{"method": "leaveStreamPartNotice", "request": "request", "notification": "notification"}, Body: body}, n)
		c.run(10 * time.Millisecond)
	}
	c.run(10 * time.Second)
	if got := c.fetches - before; got < 1 || got > 1000/10+2 {
		t.Errorf("1,000 notices in 1,000 s have led to %d fetches", got)
	}
	if c.stores != 0 {
		t.Error("the node has stored itself beside enough others")
	}
}

func TestEntryPointsAreStoredInTime(t *testing.T) {
	t.Parallel()
	p, c := newCounted(3)
	c.run(time.Hour)
	// Data live for 60 s, and 10 s may pass between two looks.
	if c.stores < 60 || c.stores > 100 {
		t.Errorf("the node was stored %d times in an hour", c.stores)
	}
	p.Leave()
	if c.deletes != 1 {
		t.Errorf("the entry was deleted %d times", c.deletes)
	}
}

func TestOthersLookSeldom(t *testing.T) {
	t.Parallel()
	p, c := newCounted(wantedEntryPoints)
	c.run(time.Hour)
	if c.stores != 0 || c.fetches > 30 {
		t.Errorf("a node that is no entry point has stored %d times and fetched %d times in an hour", c.stores, c.fetches)
	}
	c.entries = nil
	c.run(2 * lookEvery)
	if c.stores == 0 {
		t.Error("the node does not step in")
	}
	p.Leave()
}
