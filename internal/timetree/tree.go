package timetree

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
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

const (
	// maxOverlay is how many messages a view adds in memory; above that it has the
	// pages brought up to date first.
	maxOverlay = 2048
	// maxGrowth bounds what one step adds to a tree, and so the step's memory.
	maxGrowth = 1 << 16
	// maxCommitBytes and maxCommitPages bound the pages that are written together.
	maxCommitBytes = 4 << 20
	maxCommitPages = 4096
	// lookEvery is how often Run looks for what is due.
	lookEvery = time.Second
)

// Tree is a [store.Store] that keeps a time tree for each of its stream parts.
type Tree struct {
	store.Store
	cfg     Config
	metrics *metrics

	updating chan struct{} // holds a token while somebody writes pages

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
		updating: make(chan struct{}, 1),
		dirty:    make(map[message.StreamPart]*dirt),
		due:      make(chan struct{}, 1),
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

// Update brings the pages of stream parts up to date with what the store has now. It
// goes on with the other parts when one fails, and returns all errors.
func (t *Tree) Update(ctx context.Context, parts ...message.StreamPart) error {
	select {
	case t.updating <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-t.updating }()
	start := t.cfg.Clock()
	defer func() { t.metrics.seconds.Observe(t.cfg.Clock().Sub(start).Seconds()) }()

	var errs []error
	for todo := parts; len(todo) > 0; {
		var err error
		if todo, err = t.step(ctx, todo); err != nil {
			errs = append(errs, err)
		}
		if err := ctx.Err(); err != nil {
			t.note(todo...)
			return errors.Join(append(errs, err)...)
		}
	}
	return errors.Join(errs...)
}

// step grows the trees of some of the parts, by at most maxGrowth each, writes their
// pages together, and returns the parts that are still behind. An error is about
// parts that are not among these.
func (t *Tree) step(ctx context.Context, parts []message.StreamPart) (behind []message.StreamPart, err error) {
	t.mu.Lock()
	for _, part := range parts {
		delete(t.dirty, part) // before the snapshot: what comes after it is noted again
	}
	t.mu.Unlock()
	snap, err := t.Store.Snapshot()
	if err != nil {
		t.note(parts...)
		return nil, err
	}
	defer snap.Close()
	var (
		b    pageBatch
		done []message.StreamPart
		errs []error
	)
	for i, part := range parts {
		if b.full() {
			behind = append(behind, parts[i:]...)
			break
		}
		more, err := t.stepPart(ctx, snap, part, &b)
		switch {
		case err != nil:
			errs = append(errs, err)
			t.note(part)
		case more:
			behind = append(behind, part)
			fallthrough
		default:
			done = append(done, part)
		}
	}
	if err := b.write(ctx, t.Store); err != nil {
		t.note(done...)
		t.note(behind...)
		return nil, errors.Join(append(errs, fmt.Errorf("write pages of the time tree: %w", err))...)
	}
	t.metrics.pages.Add(float64(len(b.pages)))
	return behind, errors.Join(errs...)
}

// note remembers that parts are behind, to be tried again when MaxAge has passed.
func (t *Tree) note(parts ...message.StreamPart) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, part := range parts {
		t.noteLocked(part)
	}
}

func (t *Tree) stepPart(ctx context.Context, snap store.Snapshot, part message.StreamPart, b *pageBatch) (more bool, err error) {
	src, err := openSource(ctx, snap, part)
	if err != nil {
		return false, err
	}
	keys, upTo, more, err := arrivals(ctx, src, maxGrowth)
	if err != nil || len(keys) == 0 {
		return false, err
	}
	if src.upTo == 0 && len(keys) <= bucketSize {
		return false, nil // a view has it as fast from the messages; pages would cost more than they
	}
	grown, err := grow(ctx, src, keys, upTo)
	if err != nil {
		return false, err
	}
	b.add(grown)
	t.metrics.messages.Add(float64(len(keys)))
	return more, nil
}

// arrivals returns the keys of the messages that a tree has not, at most limit, and
// the sequence number that it will have grown to with them.
func arrivals(ctx context.Context, src *source, limit int) (keys []message.Key, upTo store.Seq, more bool, err error) {
	for a, err := range src.snap.Arrivals(ctx, src.part, src.upTo) {
		if err != nil {
			return nil, 0, false, fmt.Errorf("read what is new in %s: %w", src.part, err)
		}
		if len(keys) == limit {
			return keys, upTo, true, nil
		}
		keys, upTo = append(keys, a.Key), a.Seq
	}
	return keys, src.snap.Seq(), false, nil
}

// pageBatch collects pages that are written together.
type pageBatch struct {
	pages []store.Page
	bytes int
}

func (b *pageBatch) full() bool { return b.bytes >= maxCommitBytes || len(b.pages) >= maxCommitPages }

// add takes all that changed in a tree.
func (b *pageBatch) add(s *source) {
	places := slices.SortedFunc(maps.Keys(s.overlay), func(x, y proof.Region) int {
		return cmp.Or(compareKeys(x.Key, y.Key), cmp.Compare(x.Bits, y.Bits))
	})
	for _, at := range places {
		var value []byte
		if p := s.overlay[at]; p != nil {
			value = p.encode(at)
		}
		b.put(s.part, appendPageKey(nil, at), value)
	}
	b.put(s.part, recordKey, s.record.encode())
}

func (b *pageBatch) put(part message.StreamPart, key, value []byte) {
	b.pages = append(b.pages, store.Page{Part: part, Key: key, Value: value})
	b.bytes += len(key) + len(value)
}

func (b *pageBatch) write(ctx context.Context, s store.Store) error {
	if len(b.pages) == 0 {
		return nil
	}
	return s.PutPages(ctx, b.pages)
}

// PruneBefore removes the messages of a part with a timestamp before the given one
// (ms since the Unix epoch), and makes sure that no such messages come again. The
// root of the part's tree stays what it was. It returns how many messages it removed.
func (t *Tree) PruneBefore(ctx context.Context, part message.StreamPart, before int64) (removed uint64, err error) {
	if before <= 0 {
		return 0, ctx.Err()
	}
	if err := t.RaiseFloor(ctx, part, before); err != nil {
		return 0, fmt.Errorf("prune %s: %w", part, err)
	}
	// From here on nothing comes below the floor. What came before is in the tree
	// after this.
	if err := t.Update(ctx, part); err != nil {
		return 0, fmt.Errorf("prune %s: %w", part, err)
	}
	if err := t.sealPart(ctx, part, before); err != nil {
		return 0, fmt.Errorf("prune %s: %w", part, err)
	}
	return t.Store.Prune(ctx, part)
}

func (t *Tree) sealPart(ctx context.Context, part message.StreamPart, before int64) error {
	select {
	case t.updating <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-t.updating }()
	snap, err := t.Store.Snapshot()
	if err != nil {
		return err
	}
	defer snap.Close()
	src, err := openSource(ctx, snap, part)
	if err != nil || before <= src.floor {
		return err
	}
	sealed, err := seal(ctx, src, before)
	if err != nil {
		return err
	}
	// The record and what it leads to go together; pages that nothing leads to any
	// more do no harm and may follow later.
	var changed, gone pageBatch
	for at, p := range sealed.overlay {
		if p == nil {
			gone.put(part, appendPageKey(nil, at), nil)
			delete(sealed.overlay, at)
		}
	}
	changed.add(sealed)
	if err := changed.write(ctx, t.Store); err != nil {
		return err
	}
	for chunk := range slices.Chunk(gone.pages, maxCommitPages) {
		if err := t.Store.PutPages(ctx, chunk); err != nil {
			return err
		}
	}
	return nil
}
