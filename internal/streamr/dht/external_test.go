package dht

import (
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// A node that has a connection, but whose join has not ended, has its entry point work for it.
func TestJoiningNodesUseTheirEntryPoint(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 41, simlink.Options{})
	n.grow(20, 100*time.Millisecond)
	key := n.randomID()
	n.store(n.nodes[5], key)
	x := n.add(false)
	n.join(x)
	n.until(5*time.Second, "there is a connection", func() bool { return x.manager.Connected(n.nodes[0].self.ID) })
	if !x.isJoining() {
		t.Fatal("the join has ended before it could be tested")
	}
	operations := n.nodes[0].Stats().Operations
	var found []*wire.DataEntry
	var storers []*wire.Peer
	done := 0
	x.FetchData(key, func(es []*wire.DataEntry) { found = es; done++ })
	x.StoreData(key, x.descriptor(t), func(ps []*wire.Peer) { storers = ps; done++ })
	n.until(5*time.Second, "both have ended", func() bool { return done == 2 })
	if len(found) != 1 || len(storers) != copies {
		t.Errorf("found %d entries, stored at %d nodes", len(found), len(storers))
	}
	if n.nodes[0].Stats().Operations != operations+2 || x.Stats().Operations != 0 {
		t.Error("the operations were not the entry point's")
	}
	creators := map[wire.NodeID]bool{}
	for _, e := range n.fetch(n.nodes[7], key) {
		creators[wire.NodeID(e.Creator)] = true
	}
	if len(creators) != 2 || !creators[x.self.ID] {
		t.Errorf("stored are entries of %v, want also that of %v", creators, x.self)
	}
}

// A program that uses the network at once after it has started must not find it empty.
func TestOperationsWaitForTheFirstConnection(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 45, simlink.Options{})
	n.grow(10, 100*time.Millisecond)
	key := n.randomID()
	n.store(n.nodes[5], key)
	x := n.add(true)
	n.join(x)
	var storers []*wire.Peer
	x.StoreData(key, x.descriptor(t), func(ps []*wire.Peer) { storers = ps })
	if es := n.fetch(x, key); len(es) != 1 {
		t.Errorf("found %d entries, want 1", len(es))
	}
	n.clock.RunFor(5 * time.Second)
	if len(storers) != copies {
		t.Errorf("stored at %d nodes", len(storers))
	}
	// If nobody can be reached they end all the same.
	n.nodes[0].host.Freeze()
	y := n.add(true)
	n.join(y)
	from := n.clock.Now()
	if es := n.fetch(y, key); len(es) != 0 {
		t.Errorf("found %d entries without a connection", len(es))
	}
	if d := n.clock.Now().Sub(from); d != connectTimeout {
		t.Errorf("it took %v, want %v", d, connectTimeout)
	}
	z := n.add(true)
	n.join(z)
	ended := false
	z.FetchData(key, func([]*wire.DataEntry) { ended = true })
	z.waiting = nil // Join says that it was stopped
	z.Stop()
	if n.clock.RunFor(0); !ended {
		t.Error("Stop leaves a fetch open")
	}
	y.waiting = nil
}

// It does not depend on it, though.
func TestEntryPointsThatDoNotWork(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 42, simlink.Options{})
	n.grow(10, 100*time.Millisecond)
	key := n.randomID()
	n.store(n.nodes[5], key)
	neighbors := wire.Descriptors([]*wire.Peer{n.nodes[0].self, n.nodes[1].self, n.nodes[2].self})
	deaf := n.liar(n.randomID(), func(l *liar) {
		rpc.Handle(l.endpoint, methodPing, func(c *rpc.Call, q *wire.PingRequest) { c.Reply(&wire.PingResponse{RequestId: q.RequestId}) })
		rpc.Handle(l.endpoint, methodClosest, func(c *rpc.Call, q *wire.ClosestPeersRequest) {
			c.Reply(&wire.ClosestPeersResponse{Peers: neighbors, RequestId: q.RequestId})
		})
		rpc.Handle(l.endpoint, methodExternalFetch, func(*rpc.Call, *wire.ExternalFetchDataRequest) {})
	})
	x := n.add(true)
	x.Join([]*wire.Peer{deaf.self}, nil)
	n.until(5*time.Second, "there is a connection", func() bool { return x.manager.Connected(deaf.self.ID) })
	from := n.clock.Now()
	if es := n.fetch(x, key); len(es) != 1 {
		t.Errorf("found %d entries", len(es))
	}
	if d := n.clock.Now().Sub(from); d > 5*time.Second {
		t.Errorf("it took %v", d)
	}
}

// One peer cannot have everything done at once.
func TestExternalOperationsAreLimited(t *testing.T) {
	t.Parallel()
	d := newDesk(t, peerOf(t, idOf(0x10)))
	a := d.peer(idOf(0x20))
	d.direct.connect(peerOf(t, idOf(0x30))) // silent, so that operations take long
	refused, answered := 0, 0
	key := idOf(0x31)
	for range 3 * maxExternalPerPeer {
		rpc.Invoke(a.endpoint, d.direct.self, methodExternalFetch, &wire.ExternalFetchDataRequest{Key: key[:]}, rpc.Options{Timeout: 20 * time.Second},
			func(_ *wire.ExternalFetchDataResponse, err error) {
				if err != nil {
					refused++
				} else {
					answered++
				}
			})
	}
	d.run(20 * time.Second)
	if answered != maxExternalPerPeer || refused != 2*maxExternalPerPeer {
		t.Errorf("%d answered, %d refused, want %d and %d", answered, refused, maxExternalPerPeer, 2*maxExternalPerPeer)
	}
	if x := d.control.external; x.total != 0 || len(x.running) != 0 {
		t.Errorf("%d are counted after all have ended", x.total)
	}
}

// Without WebRTC two nodes without servers never meet; data must be found all the same.
func TestNetworkOfNodesWithoutServers(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 43, simlink.Options{})
	for i := range 40 {
		x := n.add(i%4 == 0)
		n.join(x)
		n.clock.RunFor(300 * time.Millisecond)
	}
	n.until(time.Minute, "all have joined", func() bool {
		for _, x := range n.nodes {
			if !x.joined {
				return false
			}
		}
		return true
	})
	n.clock.RunFor(time.Minute)
	found := 0
	for range 30 {
		key := n.randomID()
		// Of the ten closest nodes some cannot be reached.
		if len(n.store(n.nodes[n.rand.IntN(40)], key)) == 0 {
			t.Error("no copy is stored")
		}
		found += len(n.fetch(n.nodes[n.rand.IntN(40)], key))
	}
	if found < 27 {
		t.Errorf("%d of 30 keys are found", found)
	}
}

func TestFirstNode(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 44, simlink.Options{})
	x := n.add(true)
	y := n.add(true)
	z := n.add(true)
	// Two entry points that name each other; the other one comes later.
	entries := []*wire.Peer{x.self, y.self}
	joined := map[*netNode]bool{}
	join := func(x *netNode) {
		x.Join(entries, func(err error) {
			if err != nil {
				t.Error(err)
			}
			joined[x] = true
		})
	}
	y.host.Freeze()
	join(x)
	n.until(15*time.Second, "the first node has joined", func() bool { return joined[x] })
	key := n.randomID()
	if storers := n.store(x, key); len(storers) != 1 || len(n.fetch(x, key)) != 1 {
		t.Error("a node alone does not find what it has stored itself")
	}
	join(z)
	n.until(15*time.Second, "another node has joined", func() bool { return joined[z] })
	if len(n.fetch(z, key)) != 1 {
		t.Error("the other node does not find it")
	}
	y.host.Thaw()
	join(y)
	n.until(time.Minute, "the second entry point is found", func() bool { return len(x.Neighbors()) == 2 && len(y.Neighbors()) == 2 })
	if len(n.fetch(y, key)) > 1 {
		t.Error("found more than there is")
	}
}
