package ingest

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/message"
)

// PublisherConfig describes a ValidationPublisher. Signer, Part, Submit and Random
// are needed.
type PublisherConfig struct {
	Signer message.Signer     // who publishes: the node
	Part   message.StreamPart // where
	// Submit takes the messages in, normally [Ingester.Submit].
	Submit func(context.Context, []*message.Message) ([]Result, error)
	Random io.Reader        // for the chain id
	Clock  func() time.Time // nil is time.Now
	Queue  int              // reports that may wait; 0 is 1024

	Logger     *slog.Logger          // nil discards
	Registerer prometheus.Registerer // nil keeps no metrics
}

// ValidationPublisher publishes what schemas refused, as messages of the node on a
// stream part, in the form of the original:
//
//	{"streamId":"0x…/weather","errors":["must be object"]}
//
// Reports about that stream itself are left out, so that none can cause another,
// and so are those about a message that was reported lately: everybody can send a
// refused message again and again.
type ValidationPublisher struct {
	cfg     PublisherConfig
	queue   chan ValidationError
	chain   *message.Chain
	last    int64 // timestamp of the last message, ms
	dropped prometheus.Counter
	recent  *lru.Cache[message.Key, struct{}]
}

// recentReports is how many messages are remembered so as not to be reported twice.
const recentReports = 4096

// publishTimeout bounds the wait for one message, so that Run can go on.
const publishTimeout = 30 * time.Second

// NewValidationPublisher makes a publisher. Nothing is published before Run.
func NewValidationPublisher(cfg PublisherConfig) (*ValidationPublisher, error) {
	setDefault(&cfg.Queue, 1024)
	if cfg.Clock == nil {
		cfg.Clock = time.Now
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	chain, err := message.RandomChainID(cfg.Random)
	if err != nil {
		return nil, fmt.Errorf("validation errors to %s: %w", cfg.Part, err)
	}
	recent, err := lru.New[message.Key, struct{}](recentReports)
	if err != nil {
		return nil, err
	}
	p := &ValidationPublisher{
		cfg:    cfg,
		queue:  make(chan ValidationError, cfg.Queue),
		chain:  message.NewChain(chain),
		recent: recent,
		dropped: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "logstore_ingest_dropped_reports_total",
			Help: "Reports of schema violations that were not published because the queue was full or publishing failed.",
		}),
	}
	return p, nil
}

// Report queues a report and returns at once. It is dropped, and counted, if the
// queue is full.
func (p *ValidationPublisher) Report(_ context.Context, e ValidationError) {
	if e.Part.Stream == p.cfg.Part.Stream {
		return
	}
	if known, _ := p.recent.ContainsOrAdd(e.Key, struct{}{}); known {
		return
	}
	select {
	case p.queue <- e:
	default:
		p.recent.Remove(e.Key)
		p.dropped.Inc()
	}
}

// Run publishes reports until ctx ends, which is no error. A report that cannot be
// published is logged, counted and dropped.
func (p *ValidationPublisher) Run(ctx context.Context) error {
	if r := p.cfg.Registerer; r != nil {
		if err := r.Register(p.dropped); err != nil {
			return fmt.Errorf("validation errors to %s: %w", p.cfg.Part, err)
		}
		defer r.Unregister(p.dropped)
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-p.queue:
			if err := p.publish(ctx, e); err != nil {
				p.dropped.Inc()
				p.cfg.Logger.Warn("schema violation not published",
					slog.String("stream", string(e.Part.Stream)), slog.String("to", p.cfg.Part.String()), slog.Any("error", err))
			}
		}
	}
}

func (p *ValidationPublisher) publish(ctx context.Context, e ValidationError) error {
	ctx, cancel := context.WithTimeout(ctx, publishTimeout)
	defer cancel()
	m, err := p.message(e)
	if err != nil {
		return err
	}
	results, err := p.cfg.Submit(ctx, []*message.Message{m})
	if err != nil {
		return err
	}
	if results[0].Outcome == Rejected {
		return results[0].Err
	}
	return nil
}

func (p *ValidationPublisher) message(e ValidationError) (*message.Message, error) {
	content, err := json.Marshal(struct {
		StreamID message.StreamID `json:"streamId"`
		Errors   []string         `json:"errors"`
	}{e.Part.Stream, schema.Texts(e.Violations)})
	if err != nil {
		return nil, fmt.Errorf("encode report: %w", err)
	}
	// A clock that was set back must not break the chain.
	p.last = max(p.last, p.cfg.Clock().UnixMilli())
	m := &message.Message{
		ID:      message.ID{Stream: p.cfg.Part.Stream, Partition: p.cfg.Part.Partition, Timestamp: p.last},
		Content: content,
	}
	return m, p.chain.SignNext(m, p.cfg.Signer)
}
