package dht

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Of recursive operations (§5.7): one request travels towards a key, and every node on its
// way reports to the origin.
const (
	methodReport   = "sendResponse"
	reportTypeName = "dht.RecursiveOperationResponse"

	operationTimeout = 10 * time.Second
	// completeAfter is how long reports may still come after the first of a node that
	// knows nobody closer, and how long none may come at all.
	completeAfter = 4 * time.Second
	// graceAfter is how long they may after the first data was found. Official nodes
	// do not have it; one silent node holds them up for as long as completeAfter.
	graceAfter = time.Second

	maxResults    = 10
	reportSize    = 5 // closest connections in a report
	maxOperations = 4096
)

// recursion takes part in recursive operations of others and runs the node's own.
type recursion struct {
	env    loop.Env
	self   *wire.Peer
	router *router
	store  *dataStore
	ops    map[string]*operation // by session
	stats  *Stats
}

// serve answers the call of RecursiveOperationRpc.
func (r *recursion) serve(e *rpc.Endpoint) {
	rpc.Handle(e, methodRequest, func(c *rpc.Call, w *wire.RouteMessageWrapper) {
		r.router.receive(c, w, r.handle)
	})
}

// handle takes a request of another node: it sends it on, and reports.
func (r *recursion) handle(m *routed) *wire.RouteMessageError {
	q := m.Message.GetRecursiveOperationRequest()
	if q == nil || q.GetSessionId() == "" || len(q.GetSessionId()) > maxRequestID || m.source.ID == r.self.ID {
		r.stats.Refused++
		return wire.RouteMessageError_NO_TARGETS.Enum()
	}
	report, failure := r.step(m, q.GetOperation(), nil)
	if report != nil {
		r.report(m.source, q.GetSessionId(), report)
	}
	return failure
}

// step does what every node on the way does, the origin too. The report is nil if there is
// nothing to report.
func (r *recursion) step(m *routed, op wire.RecursiveOperation, o *routeOptions) (*wire.RecursiveOperationResponse, *wire.RouteMessageError) {
	closest := make([]*wire.Peer, 0, reportSize)
	for p := range byDistance(r.router.direct.Connections(), m.target) {
		if !r.router.silences.quiet(p.ID) {
			closest = append(closest, p)
		}
		if len(closest) == reportSize {
			break
		}
	}
	report := &wire.RecursiveOperationResponse{
		ClosestConnectedNodes: wire.Descriptors(closest), RoutingPath: m.RoutingPath,
	}
	switch op {
	case wire.RecursiveOperation_FETCH_DATA:
		report.DataEntries = r.store.get(m.target)
	case wire.RecursiveOperation_DELETE_DATA:
		r.store.markDeleted(m.target, m.source.ID)
	}
	if m.target == r.self.ID {
		report.NoCloserNodesFound = true
		return report, nil
	}
	failure := r.router.route(m, methodRequest, o)
	switch {
	case failure == nil:
		report.NoCloserNodesFound = len(closest) > 0 && m.previous() != nil && !m.target.Closer(closest[0].ID, r.self.ID)
	case *failure == wire.RouteMessageError_NO_TARGETS:
		report.NoCloserNodesFound = true
	default:
		return nil, failure
	}
	return report, failure
}

// report tells the origin, over the network.
func (r *recursion) report(origin *wire.Peer, session string, report *wire.RecursiveOperationResponse) {
	m, err := notification(r.env, session, methodReport, report)
	if err != nil {
		return
	}
	// An origin that cannot be reached does without.
	_ = r.router.send(m, origin)
}

// operationResult is what an operation has found: nodes closest to the key, itself
// included, and entries, if it was to fetch them.
type operationResult struct {
	closest []*wire.Peer
	entries []*wire.DataEntry
}

// run executes an operation of the node's own. done, which may be nil, is called once, and never before run has
// returned. exclude is not asked as the first one; zero excludes nobody.
func (r *recursion) run(key wire.NodeID, kind wire.RecursiveOperation, exclude wire.NodeID, done func(operationResult)) {
	op := newOperation(r, key, kind, done)
	if len(r.router.direct.Connections()) == 0 || len(r.ops) >= maxOperations || r.router.stopped {
		op.take(&wire.RecursiveOperationResponse{DataEntries: r.store.get(key)}, r.self)
		if kind == wire.RecursiveOperation_DELETE_DATA {
			r.store.markDeleted(key, r.self.ID)
		}
		r.env.Loop.Post(op.finish)
		return
	}
	op.start(exclude)
}

// stop ends what runs with what there is.
func (r *recursion) stop() {
	for _, op := range sortedOperations(r.ops) {
		op.finish()
	}
}
