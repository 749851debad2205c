package dht

import (
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// FetchData finds what is stored under a key, at most one entry per creator; entries may
// be marked as deleted. done is called once, within 23 s, and never before FetchData has returned.
//
// While the node is joining it asks an entry point, and waits up to 10 s for its first connection. Without
// any connection it finds what it stores itself.
func (c *Control) FetchData(key wire.NodeID, done func([]*wire.DataEntry)) {
	c.connected(func() { c.fetchData(key, done) })
}

func (c *Control) fetchData(key wire.NodeID, done func([]*wire.DataEntry)) {
	direct := func(done func([]*wire.DataEntry)) {
		c.recursion.run(key, wire.RecursiveOperation_FETCH_DATA, wire.NodeID{}, func(r operationResult) { done(r.entries) })
	}
	helpers := c.helpers()
	if len(helpers) == 0 {
		direct(done)
		return
	}
	// The entry point is asked first, and the own connections as well if it takes long.
	open, finished := 1, false
	take := func(es []*wire.DataEntry) {
		if open--; finished || open > 0 && len(es) == 0 {
			return
		}
		finished = true
		done(es)
	}
	var hedge *loop.Timer
	tryDirectly := func() {
		if hedge != nil {
			hedge.Stop()
			hedge = nil
			open++
			direct(take)
		}
	}
	hedge = c.cfg.Env.Loop.After(hedgeAfter, tryDirectly)
	c.fetchThrough(helpers[c.cfg.Env.Rand.IntN(len(helpers))], key, func(es []*wire.DataEntry) {
		if len(es) == 0 {
			tryDirectly()
		} else {
			hedge.Stop()
		}
		take(es)
	})
}

// helpers are the entry points that do the node's operations while it is joining.
func (c *Control) helpers() []*wire.Peer {
	if !c.isJoining() || c.overlay.stopped {
		return nil
	}
	return c.connectedEntryPoints()
}

// StoreData stores data under a key at the nodes closest to it, for a minute. Data must
// be the node's own descriptor; ours store nothing else. done, which may be nil, is told
// where, closest first.
func (c *Control) StoreData(key wire.NodeID, data *anypb.Any, done func(storers []*wire.Peer)) {
	c.connected(func() { c.storeData(key, data, done) })
}

func (c *Control) storeData(key wire.NodeID, data *anypb.Any, done func(storers []*wire.Peer)) {
	finish := func(storers []*wire.Peer) {
		if len(storers) > 0 && !c.overlay.stopped {
			c.own[key] = ownData{data, storers}
		}
		if done != nil {
			done(storers)
		}
	}
	directly := func() {
		c.FindClosest(key, func(closest []*wire.Peer) {
			c.storage.distribute(key, data, c.overlay.self.ID, closest, finish)
		})
	}
	helpers := c.helpers()
	if len(helpers) == 0 {
		directly()
		return
	}
	c.storeThrough(helpers[c.cfg.Env.Rand.IntN(len(helpers))], key, data, func(storers []*wire.Peer) {
		if len(storers) == 0 {
			directly()
			return
		}
		finish(storers)
	})
}

// DeleteData marks what this node has stored under the key as deleted. It does not wait.
func (c *Control) DeleteData(key wire.NodeID) {
	if c.overlay.stopped {
		return
	}
	c.recursion.run(key, wire.RecursiveOperation_DELETE_DATA, wire.NodeID{}, nil)
	c.store.markDeleted(key, c.overlay.self.ID)
	own, ok := c.own[key]
	if !ok {
		return
	}
	delete(c.own, key)
	// The request passes only by some of the storers. The others are told by a newer entry.
	now, id := timestamppb.New(c.cfg.Env.Loop.Now()), c.overlay.self.ID
	e := &wire.DataEntry{
		Key: key[:], Data: own.data, Creator: id[:], CreatedAt: now, StoredAt: now,
		Ttl: uint32(maxTTL.Milliseconds()), Deleted: true,
	}
	for _, p := range own.storers {
		if p.ID != c.overlay.self.ID {
			_ = c.overlay.endpoint.Notify(p, methodReplicate, &wire.ReplicateDataRequest{Entry: e}, transport.SendOptions{NoConnect: true})
		}
	}
}

// FindClosest finds the nodes closest to a place, closest first, at most ten, itself included.
func (c *Control) FindClosest(key wire.NodeID, done func([]*wire.Peer)) {
	c.recursion.run(key, wire.RecursiveOperation_FIND_CLOSEST_NODES, wire.NodeID{}, func(r operationResult) { done(r.closest) })
}

// connected runs f when the node has a connection. It does not wait for one outside of a
// join, or when there are no others, or for long.
func (c *Control) connected(f func()) {
	if !c.isJoining() || !c.joinCalled || len(c.entryPoints) == 0 || c.overlay.stopped || len(c.cfg.Transport.Connections()) > 0 {
		f()
		return
	}
	if c.early = append(c.early, f); len(c.early) == 1 {
		c.cfg.Env.Loop.After(connectTimeout, c.begin)
	}
}

func (c *Control) connectedTo(*wire.Peer) {
	if len(c.early) > 0 {
		c.cfg.Env.Loop.Post(c.begin)
	}
}

// begin runs the operations that have waited.
func (c *Control) begin() {
	early := c.early
	c.early = nil
	for _, f := range early {
		f()
	}
}
