package pebble

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

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
}

var _ store.Store = (*Store)(nil)

// view is the store as it was after a certain commit had become durable. Fields
// are guarded by Store.mu.
type view struct {
	seq  store.Seq
	snap *pebble.Snapshot // nil once closed
	refs int
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
	events := &listener{log: opts.Logger, fatal: opts.Fatal}
	start := opts.Clock()
	disk := newDiskGuard(dir, &opts)
	db, id, err := openDB(dir, &opts, disk.fs(), events, false)
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
	s.current = &view{seq: st.last, snap: s.db.NewSnapshot(), refs: 1}
	s.views[s.current] = struct{}{}
	if s.metrics, err = newMetrics(s, s.opts.Registerer); err != nil {
		return errors.Join(err, s.current.snap.Close())
	}
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

// openDB opens Pebble and reads the info record, which a new store gets.
func openDB(dir string, opts *Options, fs vfs.FS, events *listener, readOnly bool) (_ *pebble.DB, id ID, err error) {
	exists, err := holdsStore(fs, dir)
	if err != nil {
		return nil, id, wrapError(dir, err, "open store %s", dir)
	}
	if !exists && (opts.MustExist || readOnly) {
		return nil, id, fmt.Errorf("open store %s: %w; check the path", dir, ErrNotStore)
	}
	if !readOnly {
		if err := fs.MkdirAll(dir, 0o700); err != nil {
			return nil, id, wrapError(dir, err, "make store directory %s", dir)
		}
	}
	// The lock is taken first, so that "in use" cannot be taken for anything else.
	lock, err := pebble.LockDirectory(dir, fs)
	if err != nil {
		return nil, id, fmt.Errorf("open store %s: %w: %w (stop the node that runs on this directory first)", dir, ErrLocked, err)
	}
	defer func() { err = errors.Join(err, lock.Close()) }()

	popts := opts.pebbleOptions(fs, events)
	popts.Lock = lock
	popts.ReadOnly = readOnly
	db, err := pebble.Open(dir, popts)
	if err != nil {
		return nil, id, wrapError(dir, err, "open store %s", dir)
	}
	if id, err = readInfo(dir, db, opts, readOnly); err != nil {
		return nil, id, errors.Join(err, db.Close())
	}
	return db, id, nil
}

// holdsStore tells whether Pebble was ever opened in dir.
func holdsStore(fs vfs.FS, dir string) (bool, error) {
	if _, err := fs.Stat(dir); err != nil {
		return false, ignoreNotExist(err)
	}
	desc, err := pebble.Peek(dir, fs)
	if err != nil {
		return false, err
	}
	return desc.Exists, nil
}

func readInfo(dir string, db *pebble.DB, opts *Options, readOnly bool) (id ID, err error) {
	b, err := get(db, infoKey)
	switch {
	case err != nil:
		return id, wrapError(dir, err, "read info record of %s", dir)
	case b == nil:
		if readOnly {
			return id, fmt.Errorf("open store %s: %w: the info record is missing", dir, ErrNotStore)
		}
		return createInfo(dir, db, opts)
	case len(b) < 4:
		return id, fmt.Errorf("open store %s: %w: info record has %d bytes; %s", dir, store.ErrCorrupt, len(b), corruptAdvice)
	}
	if v := binary.BigEndian.Uint32(b); v != formatVersion {
		return id, fmt.Errorf("open store %s: %w: it has version %d, this program reads version %d; use the logstore release that wrote it, or a newer one",
			dir, ErrFormat, v, formatVersion)
	}
	if len(b) != infoLen {
		return id, fmt.Errorf("open store %s: %w: info record has %d bytes; %s", dir, store.ErrCorrupt, len(b), corruptAdvice)
	}
	return ID(b[4:]), nil
}

// createInfo makes a new store of an empty database.
func createInfo(dir string, db *pebble.DB, opts *Options) (id ID, err error) {
	it, err := db.NewIter(nil)
	if err != nil {
		return id, wrapError(dir, err, "read %s", dir)
	}
	empty := !it.First()
	if err := errors.Join(it.Error(), it.Close()); err != nil {
		return id, wrapError(dir, err, "read %s", dir)
	}
	if !empty {
		return id, fmt.Errorf("open store %s: %w: there is data but no info record; %s", dir, store.ErrCorrupt, corruptAdvice)
	}
	if _, err := io.ReadFull(opts.Rand, id[:]); err != nil {
		return id, fmt.Errorf("draw an id for store %s: %w", dir, err)
	}
	if err := db.Set(infoKey, encodeInfo(formatVersion, id), pebble.Sync); err != nil {
		return id, wrapError(dir, err, "write info record of %s", dir)
	}
	return id, nil
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
	errs = append(errs, s.db.Close())
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
