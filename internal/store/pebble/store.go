package pebble

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// Store is a [store.Store] in a directory. [Open] makes one.
type Store struct {
	dir     string
	opts    Options
	db      *pebble.DB
	id      ID
	events  *listener
	disk    *diskGuard
	metrics *metrics

	watermark *watermark

	queue   chan *request // to the committer
	syncing chan *commit  // from the committer to the publisher
	quit    chan struct{} // closed when Close begins
	stopped chan struct{} // closed when committer, publisher and reaper have ended

	mu      sync.Mutex
	closed  bool
	active  sync.WaitGroup                 // calls that are inside Pebble now; Add only under mu
	current *view                          // what readers see
	views   map[*view]struct{}             // all that are open, current among them
	cursors map[*cursor]struct{}           // all that may hold an iterator
	waiters map[message.StreamPart]*waiter // followers that wait for more

	ids        partIDs
	quarantine quarantine
	scrubbed   scrubbed
}

// partIDs is a cache of the ids of stream parts that are durable.
type partIDs struct {
	sync.RWMutex
	of map[message.StreamPart]partID
}

var _ store.Store = (*Store)(nil)

// view is the store as it was after a certain commit had become durable. Fields
// are guarded by Store.mu.
type view struct {
	seq     store.Seq
	commits uint64           // the number of the commit
	snap    *pebble.Snapshot // nil once closed
	refs    int
}

// waiter is what the followers of a stream part wait on.
type waiter struct {
	more chan struct{} // closed when something was appended
	refs int
}

// Open opens the store in dir, or makes one if there is none and opts allows it.
// Errors are [ErrLocked], [ErrFormat], [ErrNotStore], [store.ErrCorrupt] or what the
// file system says.
func Open(dir string, opts Options) (*Store, error) {
	opts = opts.withDefaults()
	events := newListener(&opts)
	start := opts.Clock()
	if err := inspectBefore(dir, &opts); err != nil {
		return nil, err
	}
	disk := newDiskGuard(dir, &opts)
	db, id, err := openDB(dir, &opts, pacedFS{disk.fs(), &events.background}, events, false)
	if err != nil {
		return nil, err
	}
	s := &Store{
		dir: dir, opts: opts, db: db, id: id, events: events, disk: disk,
		queue:   make(chan *request, opts.MaxQueued),
		syncing: make(chan *commit, 1),
		quit:    make(chan struct{}),
		stopped: make(chan struct{}),
		views:   make(map[*view]struct{}),
		cursors: make(map[*cursor]struct{}),
		waiters: make(map[message.StreamPart]*waiter),
	}
	if err := s.start(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	opts.Logger.Info("store open", slog.String("dir", dir), slog.String("store", hex.EncodeToString(id[:])),
		slog.Uint64("watermark", uint64(s.current.seq)), slog.Duration("took", opts.Clock().Sub(start)))
	return s, nil
}

// start reads where the store stands and starts its goroutines.
func (s *Store) start() error {
	st, err := s.readState(s.db)
	if err != nil {
		return err
	}
	s.scrubbed.ended = s.opts.Clock()
	if err := s.quarantine.load(s); err != nil {
		return err
	}
	s.current = &view{seq: st.last, commits: st.commits, snap: s.db.NewSnapshot(), refs: 1}
	s.views[s.current] = struct{}{}
	if s.metrics, err = newMetrics(s, s.opts.Registerer); err != nil {
		return errors.Join(err, s.current.snap.Close())
	}
	s.watermark = openWatermark(s.opts.FS, s.dir, s.id, s.opts.Logger)

	committer := newCommitter(s, st)
	var running sync.WaitGroup
	running.Go(committer.run)
	running.Go(s.publish)
	running.Go(s.reap)
	go func() {
		running.Wait()
		close(s.stopped)
	}()
	return nil
}

func (s *Store) readState(g getter) (state, error) {
	b, err := get(g, stateKey)
	if err != nil || b == nil {
		return state{}, s.wrap(err, "read state")
	}
	st, ok := decodeState(b)
	if !ok {
		return state{}, s.corrupt("state record has %d bytes", len(b))
	}
	return st, nil
}

// ID returns the id that the store got when it was made. Cursors and tools use it
// to tell stores apart.
func (s *Store) ID() ID { return s.id }

// Dir returns the directory of the store.
func (s *Store) Dir() string { return s.dir }

// Watermark returns the last sequence number that is durable and visible.
func (s *Store) Watermark() store.Seq {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current.seq
}

// Close ends all reading and following with [store.ErrClosed], finishes the appends
// that are under way and closes the files. Closing twice gives [store.ErrClosed].
func (s *Store) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return store.ErrClosed
	}
	s.closed = true
	close(s.quit)
	s.mu.Unlock()

	<-s.stopped
	s.active.Wait()

	// From here on nobody is in the database and nobody comes in.
	var errs []error
	for _, c := range s.openCursors() {
		errs = append(errs, c.pause())
	}
	s.mu.Lock()
	for v := range s.views {
		errs = append(errs, v.snap.Close())
		v.snap = nil
	}
	s.mu.Unlock()
	s.metrics.close()
	errs = append(errs, s.watermark.close(), s.db.Close())
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("close store %s: %w", s.dir, err)
	}
	return nil
}

// enter begins a call into the database, which leave ends. Close waits for it.
func (s *Store) enter() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return store.ErrClosed
	}
	s.active.Add(1)
	return nil
}

func (s *Store) leave() { s.active.Done() }

// acquire returns the current view, which release gives back.
func (s *Store) acquire() (*view, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, store.ErrClosed
	}
	s.current.refs++
	return s.current, nil
}

func (s *Store) release(v *view) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.releaseLocked(v)
}

func (s *Store) releaseLocked(v *view) error {
	if v.refs--; v.refs > 0 || v.snap == nil {
		return nil
	}
	delete(s.views, v)
	snap := v.snap
	v.snap = nil
	return snap.Close()
}

// oldestLocked returns the number of commits that the oldest open view is made of.
func (s *Store) oldestLocked() uint64 {
	oldest := s.current.commits
	for v := range s.views {
		oldest = min(oldest, v.commits)
	}
	return oldest
}

// reapInterval is how often paused readers are looked for.
const reapInterval = time.Second

// reap takes the iterators away from readers that have not come back for a while,
// for an iterator keeps memtables and files alive. It also looks after the ballast.
func (s *Store) reap() {
	ticker := time.NewTicker(reapInterval)
	defer ticker.Stop()
	for {
		s.disk.makeBallast()
		select {
		case <-s.quit:
			return
		case <-ticker.C:
			s.reapOnce()
		}
	}
}

func (s *Store) reapOnce() {
	for _, c := range s.openCursors() {
		if c.idle.Add(1) > 2 {
			if err := c.pause(); err != nil {
				s.opts.Logger.Warn("close the iterator of a slow reader", slog.Any("error", err))
			}
		}
	}
}

func (s *Store) openCursors() []*cursor {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Keys(s.cursors))
}

// GetMeta returns the value of a caller's key, nil if there is none.
func (s *Store) GetMeta(ctx context.Context, key string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v, err := s.acquire()
	if err != nil {
		return nil, err
	}
	defer s.release(v)
	return s.getAt(v, appendMetaKey(nil, key), "read meta %q", key)
}

// getAt returns the value of a key in a view, nil if there is none.
func (s *Store) getAt(v *view, key []byte, what string, args ...any) ([]byte, error) {
	if err := s.enter(); err != nil {
		return nil, err
	}
	defer s.leave()
	b, err := get(v.snap, key)
	return b, s.wrap(err, what, args...)
}
