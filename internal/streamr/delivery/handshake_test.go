package delivery

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// hall is one real node, and strangers who talk to it as the test wants.
type hall struct {
	*network
	x         *netNode
	strangers []*stranger
}

func newHall(t *testing.T, seed uint64, strangers int) *hall {
	n := newNetwork(t, seed, simlink.Options{})
	n.grow(1, 10*time.Second)
	h := &hall{network: n, x: n.nodes[0]}
	for range strangers {
		s := n.addStranger()
		h.strangers = append(h.strangers, s)
		rpc.Handle(s.endpoint, "neighborUpdate", func(c *rpc.Call, r *wire.NeighborUpdate) {
			c.Reply(&wire.NeighborUpdate{StreamPartId: r.GetStreamPartId()})
		})
	}
	n.clock.RunFor(20 * time.Second)
	return h
}

func (h *hall) request(known ...*stranger) *wire.StreamPartHandshakeRequest {
	r := &wire.StreamPartHandshakeRequest{StreamPartId: testPart.String(), RequestId: "request"}
	for _, s := range known {
		r.NeighborNodeIds = append(r.NeighborNodeIds, s.self.ID[:])
	}
	return r
}

// handshake lets a stranger ask the node, and says what it is told.
func (h *hall) handshake(s *stranger, r *wire.StreamPartHandshakeRequest) string {
	h.t.Helper()
	a, err := call[wire.StreamPartHandshakeResponse](s, h.x, "handshake", r)
	switch {
	case err != nil:
		return err.Error()
	case a.GetRequestId() != r.GetRequestId():
		return "another request id"
	case !a.GetAccepted():
		return "no"
	case a.InterleaveTargetDescriptor == nil:
		return "yes"
	}
	for i, s := range h.strangers {
		if s.self.ID == wire.NodeID(a.GetInterleaveTargetDescriptor().GetNodeId()) {
			return fmt.Sprintf("yes, for %d", i)
		}
	}
	return "yes, for somebody"
}

func (h *hall) want(what, got, want string) {
	h.t.Helper()
	if got != want {
		h.t.Errorf("%s: %s, want %s", what, got, want)
	}
}

// wantNeighbors compares the neighbours, in the order in which they came, with strangers.
func (h *hall) wantNeighbors(want ...int) {
	h.t.Helper()
	var got []int
	for _, p := range h.x.part.Neighbors() {
		got = append(got, slices.IndexFunc(h.strangers, func(s *stranger) bool { return s.self.ID == p.ID }))
	}
	if !slices.Equal(got, want) {
		h.t.Errorf("neighbours are %v, want %v", got, want)
	}
}

// answerInterleave lets a stranger answer when it is asked to take another in the node's
// place; the returned function says whom.
func (s *stranger) answerInterleave(accept bool, after time.Duration) (asked func() []wire.NodeID) {
	var ids []wire.NodeID
	rpc.Handle(s.endpoint, "interleaveRequest", func(c *rpc.Call, r *wire.InterleaveRequest) {
		ids = append(ids, wire.NodeID(r.GetInterleaveTargetDescriptor().GetNodeId()))
		s.env.Loop.After(after, func() { c.Reply(&wire.InterleaveResponse{Accepted: accept}) })
	})
	return func() []wire.NodeID { return ids }
}

func TestHandshakesAndInterleaving(t *testing.T) {
	t.Parallel()
	h := newHall(t, 100, 9)
	s := h.strangers
	wrong := h.request()
	wrong.StreamPartId = "another"
	h.want("another part", h.handshake(s[0], wrong), "no")
	for i := range 4 {
		h.want("with room", h.handshake(s[i], h.request()), "yes")
	}
	h.want("again", h.handshake(s[0], h.request()), "yes")
	h.wantNeighbors(0, 1, 2, 3)

	// The newest that the asking node does not know makes room.
	asked := s[2].answerInterleave(true, 5*time.Second)
	h.want("full", h.handshake(s[4], h.request(s[3])), "yes, for 2")
	h.wantNeighbors(0, 1, 2, 3, 4)
	h.want("the one that is to make room", h.handshake(s[2], h.request()), "no")
	h.want("more than full", h.handshake(s[5], h.request()), "no")
	h.clock.RunFor(3 * time.Second)
	h.wantNeighbors(0, 1, 2, 3, 4) // it has not yet answered
	h.clock.RunFor(3 * time.Second)
	h.wantNeighbors(0, 1, 3, 4)
	if got := asked(); len(got) != 1 || got[0] != s[4].self.ID {
		t.Errorf("the one that makes room was asked for %v", got)
	}

	// One that refuses stays.
	s[4].answerInterleave(false, 0)
	h.want("full again", h.handshake(s[5], h.request()), "yes, for 4")
	h.clock.RunFor(time.Second)
	h.wantNeighbors(0, 1, 3, 4, 5)
	h.want("more than full again", h.handshake(s[6], h.request()), "no")
}

// The two oldest neighbours stay, however many strangers come and know each other.
func TestStrangersCannotTakeAllPlaces(t *testing.T) {
	t.Parallel()
	h := newHall(t, 101, 20)
	s := h.strangers
	for i := range 4 {
		h.want("with room", h.handshake(s[i], h.request()), "yes")
	}
	for _, x := range s {
		x.answerInterleave(true, 0)
	}
	for i := 4; i < 20; i++ {
		h.handshake(s[i], h.request(s[4:]...))
		h.clock.RunFor(time.Second)
	}
	if got := h.x.part.Neighbors(); len(got) < 4 || got[0].ID != s[0].self.ID || got[1].ID != s[1].self.ID {
		t.Errorf("neighbours are %v, want the first two to stay", got)
	}
}

// A neighbour hands this node a newcomer and leaves itself. The newcomer may come first or be asked.
func TestSuccessors(t *testing.T) {
	t.Parallel()
	for _, order := range []string{"the newcomer comes first", "the neighbour asks first", "at once"} {
		t.Run(order, func(t *testing.T) {
			t.Parallel()
			h := newHall(t, 102, 6)
			s := h.strangers
			for i := range 4 {
				h.handshake(s[i], h.request())
			}
			var got []*wire.StreamPartHandshakeRequest
			rpc.Handle(s[4].endpoint, "handshake", func(c *rpc.Call, r *wire.StreamPartHandshakeRequest) {
				got = append(got, r)
				c.Reply(&wire.StreamPartHandshakeResponse{Accepted: true, RequestId: r.GetRequestId()})
			})
			come := func() {
				r := h.request()
				r.InterleaveNodeId = s[1].self.ID[:]
				h.want("newcomer", h.handshake(s[4], r), "yes") // nobody else makes room
			}
			ask := func() {
				a, err := call[wire.InterleaveResponse](s[1], h.x, "interleaveRequest", &wire.InterleaveRequest{InterleaveTargetDescriptor: s[4].self.Descriptor})
				if err != nil || !a.GetAccepted() {
					t.Errorf("interleave request: %v, %v", a, err)
				}
			}
			switch order {
			case "the newcomer comes first":
				come()
				h.wantNeighbors(0, 1, 2, 3, 4)
				ask()
			case "the neighbour asks first":
				ask()
				come()
			default:
				rpc.Invoke(s[1].endpoint, h.x.self, "interleaveRequest", &wire.InterleaveRequest{InterleaveTargetDescriptor: s[4].self.Descriptor}, rpc.Options{}, func(*wire.InterleaveResponse, error) {})
				come()
			}
			h.clock.RunFor(time.Second)
			h.wantNeighbors(0, 2, 3, 4)
			for _, r := range got {
				if string(r.GetInterleaveNodeId()) != string(s[1].self.ID[:]) || len(r.GetNeighborNodeIds()) != 4 {
					t.Errorf("the newcomer was asked with %v", r)
				}
			}
		})
	}
}

func TestInterleaveRequestsThatAreRefused(t *testing.T) {
	t.Parallel()
	h := newHall(t, 103, 4)
	s := h.strangers
	h.handshake(s[0], h.request())
	h.handshake(s[1], h.request())
	ask := func(from *stranger, target *wire.PeerDescriptor) bool {
		a, err := call[wire.InterleaveResponse](from, h.x, "interleaveRequest", &wire.InterleaveRequest{InterleaveTargetDescriptor: target})
		if err != nil {
			t.Error(err)
		}
		return a.GetAccepted()
	}
	rpc.Handle(s[3].endpoint, "handshake", func(c *rpc.Call, r *wire.StreamPartHandshakeRequest) {
		c.Reply(&wire.StreamPartHandshakeResponse{RequestId: r.GetRequestId()})
	})
	if ask(s[2], s[3].self.Descriptor) {
		t.Error("a stranger can hand on a place that it does not have")
	}
	if ask(s[0], nil) || ask(s[0], &wire.PeerDescriptor{NodeId: []byte("short")}) || ask(s[0], h.x.self.Descriptor) || ask(s[0], s[0].self.Descriptor) {
		t.Error("a place can be handed on to nobody")
	}
	if ask(s[0], s[3].self.Descriptor) {
		t.Error("a place was handed on to somebody who refused it")
	}
	h.wantNeighbors(0, 1)
	if !ask(s[0], s[1].self.Descriptor) {
		t.Error("a place cannot be handed on to one who has a place")
	}
	h.wantNeighbors(1)
}

// Two nodes ask each other at the same time.
func TestHandshakesThatCross(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 104, simlink.Options{Latency: func(_, _ *simlink.Host) time.Duration { return 50 * time.Millisecond }})
	n.grow(2, 30*time.Second)
	a, b := n.nodes[0], n.nodes[1]
	for _, x := range n.nodes {
		x.part.neighbors.remove(n.nodes[1-x.index].self.ID)
		x.part.finder.stop()
	}
	results := 0
	count := func(ok bool) {
		if ok {
			results++
		}
	}
	a.part.neighbors.handshake(b.self, nil, count)
	a.part.neighbors.handshake(b.self, nil, count) // waits for the first
	b.part.neighbors.handshake(a.self, nil, count)
	n.clock.RunFor(time.Second)
	a.part.neighbors.handshake(b.self, nil, count) // is one already
	a.part.neighbors.handshake(a.self, nil, count) // never
	n.clock.RunFor(time.Second)
	if results != 4 || len(a.part.Neighbors()) != 1 || len(b.part.Neighbors()) != 1 {
		t.Errorf("%d handshakes went well, neighbours are %v and %v", results, a.part.Neighbors(), b.part.Neighbors())
	}
	if a.part.neighbors.asked != nil || b.part.neighbors.asked != nil {
		t.Error("nodes are still asked")
	}
}

func TestNeighborUpdates(t *testing.T) {
	t.Parallel()
	h := newHall(t, 105, 8)
	s := h.strangers
	update := func(s *stranger, change func(*wire.NeighborUpdate)) (removeMe bool) {
		r := &wire.NeighborUpdate{StreamPartId: testPart.String()}
		if change != nil {
			change(r)
		}
		a, err := call[wire.NeighborUpdate](s, h.x, "neighborUpdate", r)
		if err != nil || a.GetStreamPartId() != testPart.String() {
			t.Errorf("update: %v, %v", a, err)
		}
		return a.GetRemoveMe()
	}
	listed := func(k int) func(*wire.NeighborUpdate) {
		return func(r *wire.NeighborUpdate) {
			for _, x := range s[:k] {
				r.NeighborDescriptors = append(r.NeighborDescriptors, x.self.Descriptor)
			}
		}
	}
	known := func() int { return len(h.x.part.discovery.Nearest(100, nil)) }
	if !update(s[0], listed(3)) || known() != 0 {
		t.Error("a stranger's update is taken")
	}
	for i := range 5 {
		s[i].answerInterleave(false, 0)
		h.handshake(s[i], h.request(s[:i]...))
	}
	h.wantNeighbors(0, 1, 2, 3, 4)
	if update(s[0], listed(4)) || known() == 0 {
		t.Error("a neighbour's update is not taken")
	}
	if !update(s[0], func(r *wire.NeighborUpdate) { r.StreamPartId = "another" }) {
		t.Error("an update about another part is taken")
	}
	h.wantNeighbors(0, 1, 2, 3, 4)
	if !update(s[2], listed(5)) {
		t.Error("two nodes with too many neighbours stay together")
	}
	h.wantNeighbors(0, 1, 3, 4)
	if !update(s[1], func(r *wire.NeighborUpdate) { r.RemoveMe = true }) {
		t.Error("a neighbour that has gone is told to stay")
	}
	h.wantNeighbors(0, 3, 4)
	h.clock.RunFor(2 * updateInterval)
	h.wantNeighbors(0, 3, 4)
	// One does not answer the node's own updates, one cannot, and one says to go.
	rpc.Handle(s[0].endpoint, "neighborUpdate", func(c *rpc.Call, r *wire.NeighborUpdate) {})
	rpc.Handle(s[4].endpoint, "neighborUpdate", func(c *rpc.Call, r *wire.NeighborUpdate) { c.Fail(wire.RpcErrorType_SERVER_ERROR, "") })
	rpc.Handle(s[3].endpoint, "neighborUpdate", func(c *rpc.Call, r *wire.NeighborUpdate) {
		c.Reply(&wire.NeighborUpdate{StreamPartId: r.GetStreamPartId(), RemoveMe: true})
	})
	h.clock.RunFor(2 * updateInterval)
	h.wantNeighbors()
}

func TestLeaveNotices(t *testing.T) {
	t.Parallel()
	h := newHall(t, 106, 3)
	s := h.strangers
	for i := range 3 {
		h.handshake(s[i], h.request())
	}
	leave := func(s *stranger, part string) {
		_ = s.endpoint.Notify(h.x.self, "leaveStreamPartNotice", &wire.LeaveStreamPartNotice{StreamPartId: part, IsEntryPoint: true}, transport.SendOptions{})
		h.clock.RunFor(time.Second)
	}
	leave(s[0], "another")
	h.wantNeighbors(0, 1, 2)
	leave(s[1], testPart.String())
	h.wantNeighbors(0, 2)
	// When the node leaves, its neighbours are told, and whether it was an entry point.
	var told []string
	for i := range 3 {
		rpc.Handle(s[i].endpoint, "leaveStreamPartNotice", func(_ *rpc.Call, n *wire.LeaveStreamPartNotice) {
			told = append(told, fmt.Sprint(i, n.GetStreamPartId() == testPart.String(), n.GetIsEntryPoint()))
		})
	}
	h.x.part.Leave()
	h.clock.RunFor(time.Second)
	slices.Sort(told)
	if want := []string{"0 true true", "2 true true"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if len(h.x.part.Neighbors()) != 0 {
		t.Error("there are still neighbours")
	}
}
