package timetree

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// Config of a [Tree]. The zero value is fine.
type Config struct {
	Clock      func() time.Time      // default time.Now
	Logger     *slog.Logger          // default: none
	Registerer prometheus.Registerer // default: no metrics

	// MaxAge is how long a message may be missing from the pages on disk. Views have
	// it all the same. Default one minute.
	MaxAge time.Duration
	// MaxPending is how many messages of a stream part may be missing before its
	// pages are brought up to date at once. Default 16384.
	MaxPending int
}

// lookEvery is how often Run looks for what is due.
const lookEvery = time.Second

// Tree is a [store.Store] that keeps a time tree for each of its stream parts.
type Tree struct {
	store.Store
	cfg     Config
	metrics *metrics

	updating chan struct{} // holds a token while somebody writes pages

	// maxOverlay is how many messages a view adds in memory; above that it has the
	// pages brought up to date first. maxGrowth bounds what one step adds to the
	// pages, and so the step's memory. Tests make them small.
	maxOverlay, maxGrowth int

	mu    sync.Mutex
	dirty map[message.StreamPart]*dirt
	due   chan struct{} // has a token if a part has MaxPending messages
}

// dirt is what is known to be missing from a part's pages.
type dirt struct {
	since   time.Time
	pending int
}

// New returns a tree over a store. [Tree.Run] must run for the pages to be brought up
// to date in the background; everything else works without.
func New(s store.Store, cfg Config) (*Tree, error) {
	if cfg.Clock == nil {
		cfg.Clock = time.Now
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	if cfg.MaxAge <= 0 {
		cfg.MaxAge = time.Minute
	}
	if cfg.MaxPending <= 0 {
		cfg.MaxPending = 1 << 14
	}
	t := &Tree{
		Store: s, cfg: cfg,
		updating:   make(chan struct{}, 1),
		maxOverlay: 2048, maxGrowth: 1 << 16,
		dirty: make(map[message.StreamPart]*dirt),
		due:   make(chan struct{}, 1),
	}
	var err error
	t.metrics, err = newMetrics(t, cfg.Registerer)
	return t, err
}

// Append implements [store.Store].
func (t *Tree) Append(ctx context.Context, batch []store.Entry) ([]store.Outcome, error) {
	outcomes, err := t.Store.Append(ctx, batch)
	if err != nil {
		return outcomes, err // if it was stored after all, Run finds it
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	var last message.StreamPart
	var d *dirt
	for i, o := range outcomes {
		if o != store.Added && o != store.Equivocation {
			continue
		}
		if d == nil || batch[i].Part != last {
			last = batch[i].Part
			d = t.noteLocked(last)
		}
		if d.pending++; d.pending == t.cfg.MaxPending {
			select {
			case t.due <- struct{}{}:
			default:
			}
		}
	}
	return outcomes, nil
}

func (t *Tree) noteLocked(part message.StreamPart) *dirt {
	d := t.dirty[part]
	if d == nil {
		d = &dirt{since: t.cfg.Clock()}
		t.dirty[part] = d
	}
	return d
}

// Run brings the pages up to date until ctx ends, beginning with what a former
// process left undone.
func (t *Tree) Run(ctx context.Context) {
	if err := t.findDirty(ctx); err != nil && ctx.Err() == nil {
		t.cfg.Logger.Error("looking for stream parts whose time tree is behind failed", slog.Any("error", err))
	}
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-t.due:
		}
		parts := t.takeDue()
		if len(parts) == 0 {
			continue
		}
		if err := t.Update(ctx, parts...); err != nil && ctx.Err() == nil && !errors.Is(err, store.ErrClosed) {
			t.cfg.Logger.Error("time tree was not brought up to date; it will be tried again", slog.Any("error", err))
			t.metrics.failures.Inc()
		}
	}
}

// findDirty notes the parts that have messages which their tree has not.
func (t *Tree) findDirty(ctx context.Context) error {
	snap, err := t.Store.Snapshot()
	if err != nil {
		return err
	}
	defer snap.Close()
	for part, err := range snap.Parts(ctx) {
		if err != nil {
			return err
		}
		src, err := openSource(ctx, snap, part)
		if err != nil {
			return err
		}
		for _, err := range snap.Arrivals(ctx, part, src.upTo) {
			if err != nil {
				return err
			}
			t.mu.Lock()
			t.noteLocked(part).since = time.Time{}
			t.mu.Unlock()
			break
		}
	}
	return nil
}

// takeDue returns the parts whose pages are to be brought up to date now.
func (t *Tree) takeDue() (parts []message.StreamPart) {
	now := t.cfg.Clock()
	t.mu.Lock()
	defer t.mu.Unlock()
	for part, d := range t.dirty {
		if d.pending >= t.cfg.MaxPending || now.Sub(d.since) >= t.cfg.MaxAge {
			parts = append(parts, part)
		}
	}
	return parts
}

// note remembers that parts are behind, to be tried again when MaxAge has passed.
func (t *Tree) note(parts ...message.StreamPart) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, part := range parts {
		t.noteLocked(part)
	}
}
