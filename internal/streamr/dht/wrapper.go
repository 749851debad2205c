package dht

import (
	"encoding/hex"
	"errors"
	"slices"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// Bounds of a routed message. Every hop comes closer to the target, so honest paths have
// about as many nodes as the id of the furthest neighbour has bits that differ.
const (
	maxPath     = 32
	maxThrough  = 4
	maxParallel = 16
)

var errWrapper = errors.New("not a routed message: it needs a request id, a target and a source of 20 bytes, and at most 32 nodes on its path")

// routed is a RouteMessageWrapper that has been checked. It is shared and not changed.
type routed struct {
	*wire.RouteMessageWrapper
	target   wire.NodeID
	source   *wire.Peer
	path     []*wire.Peer  // routingPath
	parallel []wire.NodeID // parallelRootNodeIds
}

// parseRouted checks a wrapper that came from a peer. The peer must be the last on the
// path, as the next hop may only be closer to the target than the last one; and the source
// must be the first, so that at least a direct neighbour cannot speak as somebody else.
func parseRouted(w *wire.RouteMessageWrapper, from *wire.Peer) (*routed, error) {
	target, ok := nodeID(w.GetTarget())
	if !ok || w.GetRequestId() == "" || len(w.GetRequestId()) > maxRequestID || len(w.GetRoutingPath()) > maxPath || w.GetMessage() == nil {
		return nil, errWrapper
	}
	source, err := wire.NewPeer(w.GetSourcePeer())
	if err != nil {
		return nil, err
	}
	r := &routed{RouteMessageWrapper: w, target: target, source: source}
	for _, d := range w.GetRoutingPath() {
		p, err := wire.NewPeer(d)
		if err != nil {
			return nil, err
		}
		r.path = append(r.path, p)
	}
	first, last := source, source
	if n := len(r.path); n > 0 {
		first, last = r.path[0], r.path[n-1]
	}
	if first.ID != source.ID || last.ID != from.ID {
		return nil, errors.New("not a routed message: its path must begin with its source and end with who sends it")
	}
	for _, s := range w.GetParallelRootNodeIds()[:min(len(w.GetParallelRootNodeIds()), maxParallel)] {
		if b, err := hex.DecodeString(s); err == nil && len(b) == wire.NodeIDLen {
			r.parallel = append(r.parallel, wire.NodeID(b))
		}
	}
	return r, nil
}

// previous is the last hop, nil at the origin.
func (r *routed) previous() *wire.Peer {
	if len(r.path) == 0 {
		return nil
	}
	return r.path[len(r.path)-1]
}

// avoids is whether a node must not be the next hop.
func (r *routed) avoids(id wire.NodeID) bool {
	return indexOf(r.path, id) >= 0 || slices.Contains(r.parallel, id)
}

// redirected is the same message on its way to another target.
func (r *routed) redirected(requestID string, target wire.NodeID) *routed {
	w := &wire.RouteMessageWrapper{
		RequestId: requestID, SourcePeer: r.SourcePeer, Target: target[:], Message: r.Message,
		ReachableThrough: r.ReachableThrough, RoutingPath: r.RoutingPath, ParallelRootNodeIds: r.ParallelRootNodeIds,
	}
	return &routed{RouteMessageWrapper: w, target: target, source: r.source, path: r.path, parallel: r.parallel}
}

// next is the wrapper for the next hop, with the node itself on the path.
func (r *routed) next(self *wire.Peer, parallel []wire.NodeID) *wire.RouteMessageWrapper {
	w := &wire.RouteMessageWrapper{
		RequestId: r.RequestId, SourcePeer: r.SourcePeer, Target: r.Target, Message: r.Message,
		ReachableThrough: r.ReachableThrough, ParallelRootNodeIds: r.ParallelRootNodeIds,
		RoutingPath: make([]*wire.PeerDescriptor, len(r.RoutingPath)+1),
	}
	copy(w.RoutingPath, r.RoutingPath)
	w.RoutingPath[len(r.RoutingPath)] = self.Descriptor
	if len(parallel) > 0 {
		w.ParallelRootNodeIds = make([]string, 0, len(r.ParallelRootNodeIds)+len(parallel))
		w.ParallelRootNodeIds = append(w.ParallelRootNodeIds, r.ParallelRootNodeIds...)
		for _, id := range parallel {
			w.ParallelRootNodeIds = append(w.ParallelRootNodeIds, id.String())
		}
	}
	return w
}
