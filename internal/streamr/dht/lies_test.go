package dht

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// fakes are descriptors of nodes that do not exist.
func (n *network) fakes(count int) (ds []*wire.PeerDescriptor) {
	for i := range count {
		id := n.randomID()
		ds = append(ds, &wire.PeerDescriptor{NodeId: id[:], Websocket: &wire.ConnectivityMethod{
			Host: fmt.Sprintf("10.77.%d.%d", i/250, i%250), Port: simlink.Port,
		}})
	}
	return ds
}

// Every lie is told by a node that half of the network gets to know.
func TestLyingNeighborsDoNotStopOthers(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 21, simlink.Options{})
	n.grow(16, 100*time.Millisecond)
	answers := []struct {
		name   string
		answer func(l *liar, target []byte) []*wire.PeerDescriptor
	}{
		{"itself a thousand times", func(l *liar, _ []byte) (ds []*wire.PeerDescriptor) {
			for range 1000 {
				ds = append(ds, l.self.Descriptor)
			}
			return ds
		}},
		{"nodes that do not exist", func(*liar, []byte) []*wire.PeerDescriptor { return n.fakes(20) }},
		{"a thousand nodes", func(*liar, []byte) []*wire.PeerDescriptor { return n.fakes(1000) }},
		{"ids that are none", func(*liar, []byte) []*wire.PeerDescriptor {
			return []*wire.PeerDescriptor{{}, {NodeId: []byte{1}}, {NodeId: make([]byte, 4000)}, {NodeId: make([]byte, 20), Websocket: &wire.ConnectivityMethod{Host: "a/b", Port: 1}}}
		}},
		{"the asked place itself", func(_ *liar, target []byte) []*wire.PeerDescriptor {
			return []*wire.PeerDescriptor{{NodeId: target}}
		}},
		{"who asks", func(*liar, []byte) []*wire.PeerDescriptor { return wire.Descriptors([]*wire.Peer{n.nodes[0].self}) }},
	}
	for _, a := range answers {
		n.liar(n.randomID(), func(l *liar) {
			rpc.Handle(l.endpoint, methodClosest, func(c *rpc.Call, q *wire.ClosestPeersRequest) {
				c.Reply(&wire.ClosestPeersResponse{Peers: a.answer(l, q.NodeId), RequestId: q.RequestId})
			})
			rpc.Handle(l.endpoint, methodPing, func(c *rpc.Call, q *wire.PingRequest) {
				c.Reply(&wire.PingResponse{RequestId: q.RequestId})
			})
			// They join by asking.
			for _, x := range n.nodes[:8] {
				rpc.Invoke(l.endpoint, x.self, methodPing, &wire.PingRequest{RequestId: "1"}, rpc.Options{}, func(_ *wire.PingResponse, err error) {
					if err != nil {
						t.Errorf("%s: %v", a.name, err)
					}
				})
			}
		})
	}
	n.clock.RunFor(2 * time.Second)
	for len(n.nodes) < 24 {
		x := n.add(true)
		from := n.clock.Now()
		n.join(x)
		n.until(20*time.Second, "the newcomer has joined", func() bool { return x.joined })
		if d := n.clock.Now().Sub(from); d > 12*time.Second {
			t.Errorf("a join among liars has taken %v", d)
		}
	}
	n.clock.RunFor(90 * time.Second)
	for _, x := range n.nodes {
		c := x.overlay.contacts
		if len(c.neighbors.list) > (maxDepth+1)*controlBucketSize || len(c.nearby) > maxNearby || len(c.random) > maxRandom {
			t.Errorf("%d neighbours, %d nearby, %d random contacts", len(c.neighbors.list), len(c.nearby), len(c.random))
		}
	}
	found := 0
	for range 20 {
		key := n.randomID()
		n.store(n.nodes[n.rand.IntN(24)], key)
		found += len(n.fetch(n.nodes[n.rand.IntN(24)], key))
	}
	if found < 18 {
		t.Errorf("among six liars %d of 20 keys are found", found)
	}
}

// reporter answers every recursive request at once with reports of its own making.
func (n *network) reporter(reports int, report func() *wire.RecursiveOperationResponse) *liar {
	return n.liar(n.randomID(), func(l *liar) {
		rpc.Handle(l.endpoint, methodPing, func(c *rpc.Call, q *wire.PingRequest) { c.Reply(&wire.PingResponse{RequestId: q.RequestId}) })
		rpc.Handle(l.endpoint, methodRequest, func(c *rpc.Call, w *wire.RouteMessageWrapper) {
			c.Reply(&wire.RouteMessageAck{RequestId: w.RequestId})
			for i := range reports {
				r := report()
				if r.RoutingPath == nil {
					r.RoutingPath = w.RoutingPath
				}
				body, err := anypb.New(r)
				if err != nil {
					n.t.Fatal(err)
				}
				inner := &wire.Message{
					MessageId: fmt.Sprint("m", i), SourceDescriptor: l.self.Descriptor, TargetDescriptor: w.SourcePeer,
					ServiceId: w.Message.GetRecursiveOperationRequest().GetSessionId(),
					Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
						Header: map[string]string{"method": methodReport, "request": "request", "notification": "notification"}, Body: body,
					}},
				}
				rpc.Invoke(l.endpoint, c.From, methodRoute, &wire.RouteMessageWrapper{
					RequestId: fmt.Sprint("r", n.rand.Uint64()), SourcePeer: l.self.Descriptor, Target: w.SourcePeer.NodeId,
					Message: inner, RoutingPath: []*wire.PeerDescriptor{l.self.Descriptor},
				}, rpc.Options{}, func(*wire.RouteMessageAck, error) {})
			}
		})
	})
}

func TestLyingReportsAreBounded(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		report func(n *network, key wire.NodeID) *wire.RecursiveOperationResponse
	}{
		{"endless nobody closer", func(*network, wire.NodeID) *wire.RecursiveOperationResponse {
			return &wire.RecursiveOperationResponse{NoCloserNodesFound: true}
		}},
		{"hops that do not exist", func(n *network, _ wire.NodeID) *wire.RecursiveOperationResponse {
			return &wire.RecursiveOperationResponse{NoCloserNodesFound: true, RoutingPath: n.fakes(20)}
		}},
		{"thousands of nodes", func(n *network, _ wire.NodeID) *wire.RecursiveOperationResponse {
			return &wire.RecursiveOperationResponse{ClosestConnectedNodes: n.fakes(300)}
		}},
		{"endless data", func(n *network, key wire.NodeID) *wire.RecursiveOperationResponse {
			r := new(wire.RecursiveOperationResponse)
			for _, d := range n.fakes(100) {
				r.DataEntries = append(r.DataEntries, entryOf(n.t, key, d, time.Unix(int64(n.rand.IntN(1e9)), 0)))
			}
			return r
		}},
		{"data that is something else", func(n *network, key wire.NodeID) *wire.RecursiveOperationResponse {
			d := n.fakes(1)[0]
			e := entryOf(n.t, key, d, time.Now())
			e.Creator = n.nodes[0].self.ID[:]
			other := entryOf(n.t, n.randomID(), d, time.Now())
			big := entryOf(n.t, key, d, time.Now())
			big.Data.Value = append(big.Data.Value, make([]byte, 10_000)...)
			return &wire.RecursiveOperationResponse{DataEntries: []*wire.DataEntry{nil, {}, e, other, big}}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			n := newNetwork(t, 22, simlink.Options{})
			key := n.randomID()
			x := n.add(true)
			n.join(x)
			l := n.reporter(80, func() *wire.RecursiveOperationResponse { return test.report(n, key) })
			l.manager.Lock(x.self, "test", nil)
			n.clock.RunFor(time.Second)
			if !x.manager.Connected(l.self.ID) {
				t.Fatal("the liar is not connected")
			}
			var es []*wire.DataEntry
			var closest []*wire.Peer
			done := 0
			from := n.clock.Now()
			x.FetchData(key, func(got []*wire.DataEntry) { es = got; done++ })
			x.FindClosest(key, func(got []*wire.Peer) { closest = got; done++ })
			n.until(11*time.Second, "the operations have ended", func() bool { return done == 2 })
			t.Logf("%v, %d entries, %d nodes", n.clock.Now().Sub(from), len(es), len(closest))
			if len(es) > maxFound || len(closest) > maxResults {
				t.Errorf("%d entries, %d nodes", len(es), len(closest))
			}
			if len(x.recursion.ops) != 0 {
				t.Error("an operation is left over")
			}
			for _, e := range es {
				if !acceptable(e, key, 2048) {
					t.Errorf("entry %v was believed", e)
				}
			}
		})
	}
}

// entryOf is a node's own descriptor, as it is stored.
func entryOf(t testing.TB, key wire.NodeID, d *wire.PeerDescriptor, created time.Time) *wire.DataEntry {
	t.Helper()
	data, err := anypb.New(d)
	if err != nil {
		t.Fatal(err)
	}
	return &wire.DataEntry{Key: key[:], Data: data, Creator: d.NodeId, CreatedAt: timestamppb.New(created), Ttl: 60_000}
}

func TestStrangersCannotSpeakForOthers(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 23, simlink.Options{})
	n.grow(3, time.Second)
	victim, reader := n.nodes[1], n.nodes[2]
	key := n.randomID()
	n.store(victim, key)
	l := n.liar(n.randomID(), func(*liar) {})
	data := victim.descriptor(t)
	now := timestamppb.New(n.clock.Now().Add(time.Hour))
	other, err := anypb.New(&wire.PingRequest{RequestId: "x"})
	if err != nil {
		t.Fatal(err)
	}
	store := func(data *anypb.Any, creator []byte) (failed error) {
		waiting := true
		rpc.Invoke(l.endpoint, n.nodes[0].self, methodStore, &wire.StoreDataRequest{Key: key[:], Data: data, Creator: creator, CreatedAt: now, Ttl: 1e9},
			rpc.Options{}, func(_ *wire.StoreDataResponse, err error) { failed, waiting = err, false })
		n.until(10*time.Second, "there is an answer", func() bool { return !waiting })
		return failed
	}
	if store(other, l.self.ID[:]) == nil {
		t.Error("stores what is no descriptor")
	}
	if store(data, l.self.ID[:]) == nil {
		t.Error("stores the descriptor of somebody else")
	}
	for _, x := range n.nodes {
		// A tombstone that its creator did not make.
		e := entryOf(t, key, victim.self.Descriptor, n.clock.Now().Add(time.Hour))
		e.Deleted = true
		_ = l.endpoint.Notify(x.self, methodReplicate, &wire.ReplicateDataRequest{Entry: e}, transport.SendOptions{})
		// A request to delete in the name of its creator.
		rpc.Invoke(l.endpoint, x.self, methodRequest, &wire.RouteMessageWrapper{
			RequestId: "d" + x.self.String()[:8], SourcePeer: victim.self.Descriptor, Target: key[:], RoutingPath: []*wire.PeerDescriptor{victim.self.Descriptor},
			Message: &wire.Message{ServiceId: ControlServiceID, Body: &wire.Message_RecursiveOperationRequest{
				RecursiveOperationRequest: &wire.RecursiveOperationRequest{SessionId: "s", Operation: wire.RecursiveOperation_DELETE_DATA},
			}},
		}, rpc.Options{}, func(_ *wire.RouteMessageAck, err error) {
			var remote *rpc.RemoteError
			if !errors.As(err, &remote) {
				t.Errorf("a request in the name of another node gets %v, want an error", err)
			}
		})
	}
	n.clock.RunFor(time.Second)
	es := n.fetch(reader, key)
	if len(es) != 1 || es[0].Deleted {
		t.Errorf("found %v, want one entry that is not deleted", es)
	}
	n.clock.RunFor(2 * time.Minute)
	if es := n.fetch(reader, key); len(es) != 0 {
		t.Errorf("%d entries live longer than a minute", len(es))
	}
}

func TestDeletedDataIsDeletedEverywhere(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 24, simlink.Options{})
	n.grow(30, 100*time.Millisecond)
	n.clock.RunFor(time.Minute)
	key := n.randomID()
	n.store(n.nodes[4], key)
	n.clock.RunFor(time.Second)
	n.nodes[4].DeleteData(key)
	n.clock.RunFor(2 * time.Second)
	for i, x := range n.nodes {
		for _, e := range x.store.get(key) {
			if !e.Deleted {
				t.Errorf("node %d keeps what its creator has deleted", i)
			}
		}
	}
	// It can be stored again.
	n.store(n.nodes[4], key)
	es := n.fetch(n.nodes[9], key)
	if len(es) != 1 || es[0].Deleted {
		t.Errorf("found %v, want one entry that is not deleted", es)
	}
}

func TestNewcomersGetTheDataThatIsTheirs(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 25, simlink.Options{})
	n.grow(20, 100*time.Millisecond)
	n.clock.RunFor(time.Minute)
	key := n.randomID()
	n.store(n.nodes[4], key)
	// The newcomer is closer to the key than anybody.
	id := key
	id[19] ^= 1
	x := n.start(n.world.NewHost(0, true), id, true)
	n.nodes = append(n.nodes, x)
	n.join(x)
	n.until(10*time.Second, "the newcomer has the data", func() bool { return x.joined && len(x.store.get(key)) == 1 })
	// One that stops hands it over.
	for _, y := range n.nodes[:20] {
		y.store.markDeleted(key, n.nodes[4].self.ID)
	}
	e := entryOf(t, key, n.nodes[4].self.Descriptor, n.clock.Now())
	x.storage.put(key, e, false)
	x.down = true
	x.Stop()
	x.manager.Stop(nil)
	n.clock.RunFor(2 * time.Second)
	if es := n.fetch(n.nodes[3], key); len(es) != 1 || es[0].Deleted {
		t.Errorf("found %v, want what was handed over", es)
	}
}

func TestFloodOfJoinsDoesNotReplaceNeighbors(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 26, simlink.Options{})
	n.grow(40, 100*time.Millisecond)
	n.clock.RunFor(time.Minute)
	x := n.nodes[3]
	before := make(map[wire.NodeID]bool)
	for _, p := range x.Neighbors() {
		before[p.ID] = true
	}
	// Each of them has ids and a connection as honest nodes have.
	for i := range 150 {
		id := n.randomID()
		copy(id[:i%3], x.self.ID[:])
		n.liar(id, func(l *liar) {
			rpc.Handle(l.endpoint, methodPing, func(c *rpc.Call, q *wire.PingRequest) { c.Reply(&wire.PingResponse{RequestId: q.RequestId}) })
			rpc.Invoke(l.endpoint, x.self, methodClosest, &wire.ClosestPeersRequest{NodeId: id[:], RequestId: "1"}, rpc.Options{}, func(*wire.ClosestPeersResponse, error) {})
		})
	}
	n.clock.RunFor(5 * time.Second)
	kept := 0
	for _, p := range x.Neighbors() {
		if before[p.ID] {
			kept++
		}
	}
	if kept < len(before)*9/10 {
		t.Errorf("after 150 strangers %d of %d neighbours are left", kept, len(before))
	}
	if max := (maxDepth + 1) * controlBucketSize; len(x.Neighbors()) > max {
		t.Errorf("%d neighbours, want at most %d", len(x.Neighbors()), max)
	}
}
