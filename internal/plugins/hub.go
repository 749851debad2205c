package plugins

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"slices"
	"sync"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/message"
)

// HubConfig is what the plug-ins of a node share.
type HubConfig struct {
	Network Network
	// Owner is the node's address: a stream id that begins with "/" is put under it.
	Owner      message.UserID
	Limits     Limits                // zero: [DefaultLimits]
	Logger     *slog.Logger          // nil discards
	Registerer prometheus.Registerer // nil keeps no metrics to itself
	Random     io.Reader             // nil is [rand.Reader]
}

// Hub stands between the servers of the plug-ins and the network. It subscribes once to a
// stream part for all devices that read it, and shows them what devices publish. It may be
// used by many goroutines at once.
//
// No lock is held while the network is called, but for EndChain; when the network calls the
// hub, locks are taken for a moment only.
type Hub struct {
	net     Network
	owner   message.UserID
	limits  Limits
	log     *slog.Logger
	metrics *metrics

	ctx    context.Context // ends when the hub closes
	cancel context.CancelFunc
	wg     sync.WaitGroup // calls of the network that nobody waits for

	randomMu sync.Mutex // guards random, which need not be safe for many at once
	random   io.Reader

	mu     sync.Mutex // guards closed and parts, and the fields of all hubParts
	closed bool
	parts  map[message.StreamPart]*hubPart
}

// hubPart is a stream part that somebody reads.
type hubPart struct {
	readers []*reader // replaced, never changed: it is read without the lock
	// opened is closed when the network has answered; err and stop are set before.
	opened chan struct{}
	err    error
	stop   func()
}

// reader is one subscription of one device.
type reader struct{ show func(*event) }

// NewHub makes a hub. The error is that of registering metrics.
func NewHub(c HubConfig) (*Hub, error) {
	if c.Network == nil {
		return nil, errors.New("plugins: a hub needs a network")
	}
	if c.Limits == (Limits{}) {
		c.Limits = DefaultLimits()
	}
	if err := c.Limits.validate(); err != nil {
		return nil, err
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Random == nil {
		c.Random = rand.Reader
	}
	m, err := newMetrics(c.Registerer)
	if err != nil {
		return nil, err
	}
	h := &Hub{net: c.Network, owner: c.Owner, limits: c.Limits, log: c.Logger, metrics: m, random: c.Random, parts: make(map[message.StreamPart]*hubPart)}
	h.ctx, h.cancel = context.WithCancel(context.Background())
	return h, nil
}

// Close ends all subscriptions and waits for the network to have let go of them. The
// servers must have been shut down before.
func (h *Hub) Close() {
	h.cancel()
	h.mu.Lock()
	h.closed = true
	h.mu.Unlock()
	h.wg.Wait()
	h.metrics.unregister()
}

// subscribe makes show be called with the messages of a part until leave is called; a call
// may be under way when leave returns. show must not block. Errors are those of the network.
func (h *Hub) subscribe(ctx context.Context, part message.StreamPart, show func(*event)) (leave func(), err error) {
	r := &reader{show}
	h.mu.Lock()
	if h.closed {
		h.mu.Unlock()
		return nil, errClosed
	}
	p := h.parts[part]
	if p == nil {
		p = &hubPart{opened: make(chan struct{})}
		h.parts[part] = p
		h.metrics.parts.Inc()
		h.wg.Go(func() { h.open(part, p) })
	}
	p.readers = append(slices.Clip(p.readers), r)
	h.mu.Unlock()
	leave = func() { h.leave(part, p, r) }
	select {
	case <-p.opened:
		if p.err != nil {
			leave()
			return nil, p.err
		}
		return leave, nil
	case <-ctx.Done():
		leave()
		return nil, ctx.Err()
	}
}

// open asks the network for a part. It has its own time: who came first may be gone
// while others wait.
func (h *Hub) open(part message.StreamPart, p *hubPart) {
	ctx, cancel := context.WithTimeout(h.ctx, h.limits.NetworkTimeout)
	defer cancel()
	stop, err := h.net.Subscribe(ctx, part, func(d Delivery) { h.deliver(p, d, nil) })
	h.mu.Lock()
	if err != nil {
		p.err = err
		h.forget(part, p)
	} else {
		p.stop = stop
	}
	unused := len(p.readers) == 0
	close(p.opened)
	h.mu.Unlock()
	if unused && stop != nil {
		stop()
	}
}

// forget makes the next reader ask the network again. The lock is held.
func (h *Hub) forget(part message.StreamPart, p *hubPart) {
	if h.parts[part] == p {
		delete(h.parts, part)
		h.metrics.parts.Dec()
	}
}

func (h *Hub) leave(part message.StreamPart, p *hubPart, r *reader) {
	h.mu.Lock()
	before := len(p.readers)
	p.readers = slices.DeleteFunc(slices.Clone(p.readers), func(x *reader) bool { return x == r })
	last := before > 0 && len(p.readers) == 0
	if last {
		h.forget(part, p)
	}
	stop := p.stop // nil until open is done, which then does what follows
	h.mu.Unlock()
	if last && stop != nil {
		stop()
	}
}

// deliver shows a message to those who read a part.
func (h *Hub) deliver(p *hubPart, d Delivery, origin *chain) {
	h.mu.Lock()
	readers := p.readers
	h.mu.Unlock()
	if len(readers) == 0 {
		return
	}
	e := newEvent(d)
	if e == nil {
		h.metrics.unshown.Inc()
		return
	}
	e.origin = origin
	for _, r := range readers {
		r.show(e)
	}
}

// echo shows what a device published to those who read here.
func (h *Hub) echo(m *message.Message, content []byte, origin *chain) {
	h.mu.Lock()
	p := h.parts[m.Part()]
	h.mu.Unlock()
	if p != nil {
		h.deliver(p, Delivery{Message: m, Content: content}, origin)
	}
}

// newChainID makes the id of a message chain.
func (h *Hub) newChainID() (string, error) {
	h.randomMu.Lock()
	defer h.randomMu.Unlock()
	return message.RandomChainID(h.random)
}

// partitions is how many a stream has. A network that answers nonsense is not believed.
func (h *Hub) partitions(ctx context.Context, stream message.StreamID) (int, error) {
	n, err := h.net.Partitions(ctx, stream)
	if err != nil {
		return 0, err
	}
	return min(max(n, 1), message.MaxPartitions), nil
}

// logFailure notes that something a device wanted did not work. What is its own fault is
// in the metrics; a line for each would let it fill the log.
func (h *Hub) logFailure(what string, err error, attrs ...slog.Attr) {
	level := slog.LevelDebug
	if classify(err).again {
		level = slog.LevelWarn
	}
	h.log.LogAttrs(context.Background(), level, what, append(attrs, slog.Any("error", err))...)
}
