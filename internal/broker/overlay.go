package broker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/api"
	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/internal/streamr/node/nodemetrics"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// overlay is a broker's place in the Streamr network. It is in the stream parts of all
// streams that the broker keeps: what others publish there is stored before it is handed
// on, and what the broker takes in by HTTP is published there.
type overlay struct {
	cfg      node.Config
	registry prometheus.Registerer
	ingest   submitter
	kept     keptStreams
	// announcer makes what tells of assignments; nil without a chain.
	announcer func(*node.Node) (*assignments, error)
	log       *slog.Logger
	wake      chan struct{}

	// In run, and before it.
	assignments *assignments

	mu    sync.Mutex // guards what follows
	node  *node.Node // nil until an entry point was reached
	parts map[message.StreamPart]*node.Part
}

// submitter decides about messages and stores the good ones, as [ingest.Ingester] does.
type submitter interface {
	Submit(context.Context, []*message.Message) ([]ingest.Result, error)
}

// keptStreams tells which streams the broker keeps.
type keptStreams interface {
	// Kept lists them with the numbers of their partitions.
	Kept(context.Context) (map[message.StreamID]int, error)
}

const (
	// keepInterval is how often the parts are compared with what is kept, when nothing
	// has said that it changed.
	keepInterval = time.Minute
	// enterTimeout bounds one attempt to enter the network, enterInterval is the time
	// between two.
	enterTimeout  = 30 * time.Second
	enterInterval = 5 * time.Second
	// spreadAge is how old a message may be that is taken in by HTTP and published in the
	// network as well: what is older is history, and subscribers want news.
	spreadAge = time.Minute
)

// openOverlay enters the Streamr network. Parts are joined in run.
func (b *Broker) openOverlay(ctx context.Context, in submitter, registry api.Streams) (_ *overlay, err error) {
	c := b.cfg.Streamr
	log := b.log.With(slog.String("part", "streamr"))
	cfg := node.Config{
		Listen: c.Listen, Advertise: c.Advertise, CertFile: string(c.TLSCert), KeyFile: string(c.TLSKey),
		Identity: b.o.Key.Signer(), MaxConnections: c.MaxConnections, AcceptProxies: c.AcceptProxies,
		StateFile: filepath.Join(string(b.cfg.DataDir), "streamr-peers.json"),
		Version:   b.o.Version, Logger: log,
	}
	for _, s := range c.EntryPoints {
		e, err := node.ParseEntryPoint(s)
		if err != nil {
			return nil, fmt.Errorf("streamr.entry_points: %w", err)
		}
		cfg.EntryPoints = append(cfg.EntryPoints, e)
	}
	if c.NodeID != "" {
		id, err := wire.ParseNodeID(c.NodeID)
		if err != nil {
			return nil, fmt.Errorf("streamr.node_id: %w", err)
		}
		cfg.NodeID = &id
	}
	o := &overlay{cfg: cfg, registry: b.o.Registry, ingest: in, log: log, wake: make(chan struct{}, 1), parts: make(map[message.StreamPart]*node.Part)}
	if nw := b.network.Load(); nw != nil {
		o.kept = nw
		nw.view.Observe(func(chain.Change) { o.changed() })
		if nw.storageNode == common.BytesToAddress([]byte(b.o.Key.Address())) {
			o.announcer = func(n *node.Node) (*assignments, error) {
				return newAssignments(nw.view, n, b.o.Key.Signer(), nw.storageNode, log)
			}
		}
	} else {
		l := listed{streams: registry}
		for _, s := range b.cfg.Streams.List {
			id, err := message.ParseStreamID(s.ID, b.o.Key.Address())
			if err != nil {
				return nil, err
			}
			l.ids = append(l.ids, id)
		}
		o.kept = l
	}
	// A node whose entry points are away serves what it has, and goes on trying.
	if err := o.enter(ctx); err != nil && !errors.Is(err, node.ErrUnreachable) {
		return nil, err
	}
	return o, nil
}

// enter enters the network.
func (o *overlay) enter(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, enterTimeout)
	defer cancel()
	n, err := node.Start(ctx, o.cfg)
	if errors.Is(err, node.ErrListen) {
		return fmt.Errorf("streamr.listen: %w", err)
	}
	if err != nil {
		return err
	}
	if o.announcer != nil {
		if o.assignments, err = o.announcer(n); err != nil {
			return errors.Join(err, n.Close(ctx))
		}
	}
	if err := o.registry.Register(nodemetrics.New(n)); err != nil {
		return errors.Join(fmt.Errorf("register metrics: %w", err), n.Close(ctx))
	}
	o.mu.Lock()
	o.node = n
	o.mu.Unlock()
	if e := o.entryPoint(); e != "" {
		o.log.Info("in the Streamr network", slog.String("entry_point", e))
	}
	return nil
}

// entryPoint is how others join the network through this node, "" if they cannot.
func (o *overlay) entryPoint() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.node == nil {
		return ""
	}
	e, ok := o.node.EntryPoint()
	if !ok {
		return ""
	}
	return e.String()
}

// changed says that the streams that are kept may have changed.
func (o *overlay) changed() {
	select {
	case o.wake <- struct{}{}:
	default:
	}
}

// run keeps the broker in the right parts until ctx ends.
func (o *overlay) run(ctx context.Context) error {
	for o.node == nil {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(enterInterval):
		}
		if err := o.enter(ctx); err != nil && ctx.Err() == nil {
			o.log.Warn("not in the Streamr network", slog.Any("error", err))
		}
	}
	ticker := time.NewTicker(keepInterval)
	defer ticker.Stop()
	for {
		if err := o.follow(ctx); err != nil && ctx.Err() == nil {
			o.log.Warn("the parts of the Streamr network are not up to date", slog.Any("error", err))
		}
		select {
		case <-ctx.Done():
			return nil
		case <-o.wake:
		case <-ticker.C:
		}
	}
}

// follow joins the parts that are kept now and leaves the others.
func (o *overlay) follow(ctx context.Context) error {
	kept, err := o.kept.Kept(ctx)
	if err != nil {
		return err
	}
	want := make(map[message.StreamPart]bool)
	var missing, leave []message.StreamPart
	o.mu.Lock()
	for id, partitions := range kept {
		for p := range partitions {
			part := message.StreamPart{Stream: id, Partition: int32(p)}
			want[part] = true
			if o.parts[part] == nil {
				missing = append(missing, part)
			}
		}
	}
	for part := range o.parts {
		if !want[part] {
			leave = append(leave, part)
		}
	}
	o.mu.Unlock()
	slices.SortFunc(missing, comparePart)
	var errs []error
	for _, part := range missing {
		if err := o.join(ctx, part); err != nil {
			errs = append(errs, fmt.Errorf("join %s: %w", part, err))
		}
	}
	for _, part := range leave {
		o.mu.Lock()
		p := o.parts[part]
		delete(o.parts, part)
		o.mu.Unlock()
		p.Leave()
	}
	if o.assignments != nil {
		errs = append(errs, o.assignments.announce(ctx, kept, o.part))
	}
	return errors.Join(errs...)
}

func comparePart(a, b message.StreamPart) int {
	if a.Stream != b.Stream {
		if a.Stream < b.Stream {
			return -1
		}
		return 1
	}
	return int(a.Partition - b.Partition)
}

func (o *overlay) join(ctx context.Context, part message.StreamPart) error {
	p, err := o.node.Join(ctx, part, node.JoinOptions{Check: o.check})
	if err != nil {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.parts[part] = p
	return nil
}

// part is the broker's place in a part, nil if it is not in it.
func (o *overlay) part(id message.StreamPart) *node.Part {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.parts[id]
}

// check stores what has come from the network. Only what is durable here, or was, is
// handed on to others.
func (o *overlay) check(ctx context.Context, ms []*message.Message) []delivery.Verdict {
	verdicts := make([]delivery.Verdict, len(ms))
	var content, requests []*message.Message
	var contentAt, requestAt []int
	for i, m := range ms {
		if m.IsContent() {
			content, contentAt = append(content, m), append(contentAt, i)
		} else {
			requests, requestAt = append(requests, m), append(requestAt, i)
		}
	}
	if len(requests) > 0 {
		// Group keys are between publishers and subscribers: nobody else needs them later.
		for j, v := range node.CheckSignatures(new(message.Verifier))(ctx, requests) {
			verdicts[requestAt[j]] = v
		}
	}
	if len(content) == 0 {
		return verdicts
	}
	results, err := o.ingest.Submit(ctx, content)
	if err != nil {
		o.log.Warn("messages of the Streamr network could not be stored", slog.Int("messages", len(content)), slog.Any("error", err))
	}
	for j, i := range contentAt {
		verdicts[i] = delivery.Overloaded
		if j < len(results) {
			verdicts[i] = verdictOf(results[j])
		}
	}
	return verdicts
}

// verdictOf is what follows from what became of a message.
func verdictOf(r ingest.Result) delivery.Verdict {
	if r.Outcome == ingest.Stored || r.Outcome == ingest.Duplicate {
		return delivery.Good
	}
	var rejection *ingest.Rejection
	if !errors.As(r.Err, &rejection) || rejection.Code.Retryable() || rejection.Code == ingest.CodeUnknownStream {
		return delivery.Overloaded // undecided: another copy may fare better
	}
	return delivery.Bad(string(rejection.Code))
}

// spread is a submitter that also publishes what is new in the network.
func (o *overlay) spread(in submitter) submitter { return &spreader{in, o} }

type spreader struct {
	submitter
	overlay *overlay
}

// Submit implements submitter.
func (s *spreader) Submit(ctx context.Context, ms []*message.Message) ([]ingest.Result, error) {
	results, err := s.submitter.Submit(ctx, ms)
	oldest := time.Now().Add(-spreadAge).UnixMilli()
	news := make(map[message.StreamPart][]*message.Message)
	for i, r := range results {
		if r.Outcome == ingest.Stored && ms[i].Timestamp >= oldest {
			news[ms[i].Part()] = append(news[ms[i].Part()], ms[i])
		}
	}
	for id, ms := range news {
		p := s.overlay.part(id)
		if p == nil {
			continue
		}
		// They are stored; that nobody may hear of them now is no failure of the request.
		if err := p.Publish(ctx, ms...); err != nil {
			s.overlay.log.Debug("messages were stored but not published", slog.Int("messages", len(ms)), slog.Any("error", err))
		}
	}
	return results, err
}

// close leaves the network.
func (o *overlay) close(ctx context.Context) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.node == nil {
		return nil
	}
	return o.node.Close(ctx)
}

func (n *inner) closeOverlay(ctx context.Context) error {
	if n.overlay == nil {
		return nil
	}
	return n.overlay.close(ctx)
}

// listed are the streams that the configuration names, for a broker without a chain.
type listed struct {
	streams interface {
		Stream(context.Context, message.StreamID) (streams.Stream, error)
	}
	ids []message.StreamID
}

// Kept implements keptStreams.
func (l listed) Kept(ctx context.Context) (map[message.StreamID]int, error) {
	out := make(map[message.StreamID]int)
	for _, id := range l.ids {
		s, err := l.streams.Stream(ctx, id)
		if err != nil {
			return nil, err
		}
		out[id] = s.Partitions
	}
	return out, nil
}

// Kept implements keptStreams: what has a stake, and what is assigned to the storage node.
func (n *network) Kept(context.Context) (map[message.StreamID]int, error) {
	var ids []message.StreamID
	for st, err := range n.view.Stores("") {
		if err != nil {
			return nil, err
		}
		if st.Stake.Sign() > 0 {
			ids = append(ids, st.Stream)
		}
	}
	assigned, err := n.view.AssignedStreams(n.storageNode)
	if err != nil {
		return nil, err
	}
	out := make(map[message.StreamID]int)
	for _, id := range append(ids, assigned...) {
		s, err := n.view.Stream(id)
		if err != nil {
			continue // deleted since
		}
		out[id] = s.Partitions
	}
	return out, nil
}
