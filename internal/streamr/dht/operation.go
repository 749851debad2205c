package dht

import (
	"cmp"
	"slices"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Bounds of what reports can make an origin keep. Whoever is on the way knows the
// session and can report what it likes.
const (
	maxReports = 64
	maxHops    = 256
	maxFound   = 128
)

// operation is a recursive operation at its origin.
type operation struct {
	r       *recursion
	id      string
	key     wire.NodeID
	kind    wire.RecursiveOperation
	done    func(operationResult)
	started uint64

	closest  *nearest
	found    []*wire.DataEntry // one per creator, in the order in which they came
	known    map[wire.NodeID]struct{}
	reported map[wire.NodeID]struct{}
	noCloser map[wire.NodeID]struct{} // who has nobody closer
	wanted   int                      // of them before a search without result ends
	reports  int

	deadline, fallback, grace, idle *loop.Timer
	finished                        bool
}

func newOperation(r *recursion, key wire.NodeID, kind wire.RecursiveOperation, done func(operationResult)) *operation {
	r.stats.Operations++
	op := &operation{
		r: r, id: wire.NewUUID(r.env.Rand), key: key, kind: kind, done: done, started: r.stats.Operations,
		closest: newNearest(key, maxResults),
		known:   make(map[wire.NodeID]struct{}), reported: make(map[wire.NodeID]struct{}), noCloser: make(map[wire.NodeID]struct{}),
		wanted: 1,
	}
	op.closest.add(r.self)
	return op
}

func sortedOperations(all map[string]*operation) []*operation {
	ops := make([]*operation, 0, len(all))
	for _, op := range all {
		ops = append(ops, op)
	}
	slices.SortFunc(ops, func(a, b *operation) int { return cmp.Compare(a.started, b.started) })
	return ops
}

func (op *operation) start(exclude wire.NodeID) {
	r := op.r
	r.ops[op.id] = op
	routedTransport{r.router}.Handle(op.id, op.receive)
	op.deadline = r.env.Loop.After(operationTimeout, op.finish)
	if len(r.router.direct.Connections()) > 1 {
		op.wanted = 2
	}
	m := &routed{
		RouteMessageWrapper: &wire.RouteMessageWrapper{
			RequestId: wire.NewUUID(r.env.Rand), SourcePeer: r.self.Descriptor, Target: op.key[:],
			Message: &wire.Message{
				MessageId: wire.NewUUID(r.env.Rand), ServiceId: ControlServiceID,
				Body: &wire.Message_RecursiveOperationRequest{
					RecursiveOperationRequest: &wire.RecursiveOperationRequest{SessionId: op.id, Operation: op.kind},
				},
			},
		},
		target: op.key, source: r.self,
	}
	report, failure := r.step(m, op.kind, &routeOptions{exclude: exclude, ended: op.routed})
	if report == nil {
		r.env.Loop.Post(op.finish)
		return
	}
	if failure != nil || op.key == r.self.ID {
		op.wanted = 1 // the own report is the only one
	}
	r.env.Loop.Post(func() { op.take(report, r.self) })
}

// routed is told how many first hops have taken the request over: no more can come to an end.
func (op *operation) routed(successes int) {
	op.wanted = min(op.wanted, max(successes, 1))
	if successes == 0 {
		op.finish()
		return
	}
	op.check()
}

// receive takes a report from the network.
func (op *operation) receive(m *wire.Message, from *wire.Peer) {
	report := new(wire.RecursiveOperationResponse)
	body := m.GetRpcMessage().GetBody()
	if body.GetTypeUrl() != "type.googleapis.com/"+reportTypeName || proto.Unmarshal(body.GetValue(), report) != nil {
		return
	}
	if len(report.GetRoutingPath()) == 0 || len(report.GetRoutingPath()) > maxPath {
		return // only the origin has an empty path
	}
	if op.reports++; op.reports > maxReports {
		return
	}
	op.take(report, from)
}

// take adds what a node has to report.
func (op *operation) take(report *wire.RecursiveOperationResponse, from *wire.Peer) {
	if op.finished {
		return
	}
	op.idle.Stop()
	op.idle = op.r.env.Loop.After(completeAfter, op.finish)
	path := wire.NewPeers(report.GetRoutingPath())
	for _, p := range path {
		if p.ID != op.r.self.ID && len(op.known) < maxHops {
			op.known[p.ID] = struct{}{}
		}
	}
	if len(path) > 0 {
		// A node reports the path as it has received it: without itself. Its last hop
		// has certainly done its part.
		op.reported[path[len(path)-1].ID] = struct{}{}
	}
	for _, p := range someOf(report.GetClosestConnectedNodes()) {
		op.closest.add(p)
	}
	entries := report.GetDataEntries()
	for _, e := range entries[:min(len(entries), maxFound/2)] {
		op.addEntry(e)
	}
	if report.GetNoCloserNodesFound() {
		op.noCloser[from.ID] = struct{}{}
	}
	op.check()
}

// addEntry keeps the newest entry of each creator.
func (op *operation) addEntry(e *wire.DataEntry) {
	if op.kind != wire.RecursiveOperation_FETCH_DATA || !acceptable(e, op.key, op.r.store.limits.EntryBytes) {
		return
	}
	i := slices.IndexFunc(op.found, func(x *wire.DataEntry) bool { return string(x.Creator) == string(e.Creator) })
	if i < 0 {
		if len(op.found) < maxFound {
			op.found = append(op.found, e)
		}
		return
	}
	order := e.GetCreatedAt().AsTime().Compare(op.found[i].GetCreatedAt().AsTime())
	if order > 0 || order == 0 && (e.Deleted || op.found[i].Stale && !op.found[i].Deleted) {
		op.found[i] = e
	}
}

// check ends the operation when there is nothing to wait for (§5.7).
func (op *operation) check() {
	if op.finished {
		return
	}
	fetching := op.kind == wire.RecursiveOperation_FETCH_DATA
	fresh := slices.ContainsFunc(op.found, func(e *wire.DataEntry) bool { return !e.Stale })
	if len(op.noCloser) > 0 && op.allReported() && (fetching && fresh || len(op.noCloser) >= op.wanted) {
		op.finish()
		return
	}
	if len(op.noCloser) > 0 && op.fallback == nil {
		// The second way of a search often ends at better nodes; official nodes wait for
		// it only when they fetch.
		wait := completeAfter
		if !fetching {
			wait = graceAfter
		}
		op.fallback = op.r.env.Loop.After(wait, op.finish)
	}
	live := slices.ContainsFunc(op.found, func(e *wire.DataEntry) bool { return !e.Stale && !e.Deleted })
	if live && op.grace == nil {
		op.grace = op.r.env.Loop.After(graceAfter, op.finish)
	}
}

// allReported is whether every hop that is known of has reported.
func (op *operation) allReported() bool {
	for id := range op.known {
		if _, ok := op.reported[id]; !ok {
			return false
		}
	}
	return true
}

func (op *operation) finish() {
	if op.finished {
		return
	}
	op.finished = true
	op.deadline.Stop()
	op.fallback.Stop()
	op.grace.Stop()
	op.idle.Stop()
	delete(op.r.ops, op.id)
	routedTransport{op.r.router}.Handle(op.id, nil)
	if op.done != nil {
		op.done(operationResult{op.closest.list, op.found})
	}
}
