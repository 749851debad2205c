package dht

import (
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// ExternalApiRpc (§5.4): a node that is still joining has others do its operations.
const (
	methodExternalFetch = "externalFetchData"
	methodExternalStore = "externalStoreData"
	methodExternalFind  = "externalFindClosestNodes"

	externalTimeout = 10 * time.Second
	// hedgeAfter is how long an entry point has the question to itself. A silent
	// neighbour of its can take it all of its ten seconds.
	hedgeAfter = 2500 * time.Millisecond

	maxExternal        = 256 // operations for others that run at once
	maxExternalPerPeer = 32
)

// external runs operations for others.
type external struct {
	c       *Control
	running map[wire.NodeID]int
	total   int
}

// admit is whether another operation of a peer may run; leave must be called when it has ended.
func (x *external) admit(call *rpc.Call) (leave func(), ok bool) {
	id := call.From.ID
	if x.total >= maxExternal || x.running[id] >= maxExternalPerPeer || x.c.overlay.stopped {
		x.c.stats.Refused++
		call.Fail(wire.RpcErrorType_SERVER_ERROR, "too many operations at once")
		return nil, false
	}
	x.total++
	x.running[id]++
	return func() {
		x.total--
		if x.running[id]--; x.running[id] == 0 {
			delete(x.running, id)
		}
	}, true
}

// serve answers the calls. The peer that asks is not the first that is asked.
func (x *external) serve(e *rpc.Endpoint) {
	find := func(call *rpc.Call, rawKey []byte, kind wire.RecursiveOperation, reply func(operationResult)) {
		x.c.heard(call.From)
		key, ok := nodeID(rawKey)
		if !ok {
			call.Fail(wire.RpcErrorType_CLIENT_ERROR, "a key must have 20 bytes")
			return
		}
		leave, ok := x.admit(call)
		if !ok {
			return
		}
		x.c.recursion.run(key, kind, call.From.ID, func(r operationResult) {
			leave()
			reply(r)
		})
	}
	rpc.Handle(e, methodExternalFetch, func(call *rpc.Call, q *wire.ExternalFetchDataRequest) {
		find(call, q.GetKey(), wire.RecursiveOperation_FETCH_DATA, func(r operationResult) {
			call.Reply(&wire.ExternalFetchDataResponse{Entries: r.entries})
		})
	})
	rpc.Handle(e, methodExternalFind, func(call *rpc.Call, q *wire.ExternalFindClosestNodesRequest) {
		find(call, q.GetNodeId(), wire.RecursiveOperation_FIND_CLOSEST_NODES, func(r operationResult) {
			call.Reply(&wire.ExternalFindClosestNodesResponse{ClosestNodes: wire.Descriptors(r.closest)})
		})
	})
	rpc.Handle(e, methodExternalStore, func(call *rpc.Call, q *wire.ExternalStoreDataRequest) {
		if p := describedBy(q.GetData()); p == nil || p.ID != call.From.ID {
			x.c.stats.Refused++
			call.Fail(wire.RpcErrorType_SERVER_ERROR, "a node stores its own descriptor only")
			return
		}
		find(call, q.GetKey(), wire.RecursiveOperation_FIND_CLOSEST_NODES, func(r operationResult) {
			x.c.storage.distribute(wire.NodeID(q.GetKey()), q.GetData(), call.From.ID, r.closest, func(storers []*wire.Peer) {
				call.Reply(&wire.ExternalStoreDataResponse{Storers: wire.Descriptors(storers)})
			})
		})
	})
}

// fetchThrough asks an entry point. It gets nil if that does not answer.
func (c *Control) fetchThrough(p *wire.Peer, key wire.NodeID, done func([]*wire.DataEntry)) {
	q := &wire.ExternalFetchDataRequest{Key: key[:]}
	rpc.Invoke(c.overlay.endpoint, p, methodExternalFetch, q, rpc.Options{Timeout: externalTimeout}, func(r *wire.ExternalFetchDataResponse, _ error) {
		var es []*wire.DataEntry
		for _, e := range r.GetEntries()[:min(len(r.GetEntries()), maxFound)] {
			if acceptable(e, key, c.store.limits.EntryBytes) {
				es = append(es, e)
			}
		}
		done(es)
	})
}

// storeThrough has an entry point store.
func (c *Control) storeThrough(p *wire.Peer, key wire.NodeID, data *anypb.Any, done func([]*wire.Peer)) {
	q := &wire.ExternalStoreDataRequest{Key: key[:], Data: data}
	rpc.Invoke(c.overlay.endpoint, p, methodExternalStore, q, rpc.Options{Timeout: externalTimeout}, func(r *wire.ExternalStoreDataResponse, _ error) {
		done(someOf(r.GetStorers()))
	})
}
