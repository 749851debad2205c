package pebble

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
)

// inspectBefore looks at an existing store before it is opened for writing, because
// that would clear away what is left of data that is missing.
func inspectBefore(dir string, opts *Options) error {
	exists, err := holdsStore(opts.FS, dir)
	if err != nil || !exists {
		return wrapError(dir, err, "open store %s", dir)
	}
	err = inspect(dir, opts)
	if errors.Is(err, ErrNotStore) && !opts.MustExist {
		return nil // it was about to be made when something ended the process
	}
	return err
}

// inspect opens a store without changing it and fails if acknowledged commits are
// missing.
func inspect(dir string, opts *Options) error {
	db, id, err := openDB(dir, opts, opts.FS, newListener(opts), true)
	if err != nil {
		return err
	}
	st, err := (&Store{dir: dir}).readState(db)
	if err == nil {
		err = checkWatermark(opts.FS, dir, id, st)
	}
	return errors.Join(err, db.Close())
}

// openDB opens Pebble and reads the info record, which a new store gets.
func openDB(dir string, opts *Options, fs vfs.FS, events *listener, readOnly bool) (_ *pebble.DB, id ID, err error) {
	exists, err := holdsStore(fs, dir)
	if err != nil {
		return nil, id, wrapError(dir, err, "open store %s", dir)
	}
	if !exists {
		if err := noTraces(fs, dir); err != nil {
			return nil, id, err
		}
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
	compactions := newScheduler(&events.background)
	popts.Experimental.CompactionScheduler = compactions
	db, err := pebble.Open(dir, popts)
	if err != nil {
		return nil, id, wrapError(dir, err, "open store %s", dir)
	}
	if err := compactions.release(db); err != nil {
		return nil, id, errors.Join(err, db.Close())
	}
	id, version, err := readInfo(dir, db, opts, readOnly)
	if err == nil && version < formatVersion && !readOnly {
		err = upgrade(dir, db, id, opts)
	}
	if err != nil {
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

// noTraces fails if there are files in dir that only a complete store has. Without
// an info record they mean that something led away from the data, not that there is
// none.
func noTraces(fs vfs.FS, dir string) error {
	names, err := fs.List(dir)
	if err != nil {
		return wrapError(dir, ignoreNotExist(err), "list %s", dir)
	}
	for _, name := range names {
		if name == watermarkName || strings.HasSuffix(name, ".sst") {
			return fmt.Errorf("open store %s: %w: there is a file %s, but nothing that leads to the data; %s",
				dir, store.ErrCorrupt, name, corruptAdvice)
		}
	}
	return nil
}

func readInfo(dir string, db *pebble.DB, opts *Options, readOnly bool) (id ID, version uint32, err error) {
	b, err := get(db, infoKey)
	switch {
	case err != nil:
		return id, 0, wrapError(dir, err, "read info record of %s", dir)
	case b == nil:
		if err := noTraces(opts.FS, dir); err != nil {
			return id, 0, err
		}
		if readOnly {
			return id, 0, fmt.Errorf("open store %s: %w: it was never completed", dir, ErrNotStore)
		}
		id, err = createInfo(dir, db, opts)
		return id, formatVersion, err
	case len(b) < 4:
		return id, 0, fmt.Errorf("open store %s: %w: info record has %d bytes; %s", dir, store.ErrCorrupt, len(b), corruptAdvice)
	}
	version = binary.BigEndian.Uint32(b)
	if version < oldestVersion || version > formatVersion {
		return id, 0, fmt.Errorf("open store %s: %w: it has version %d, this program reads versions %d to %d; use the logstore release that wrote it, or a newer one",
			dir, ErrFormat, version, oldestVersion, formatVersion)
	}
	if len(b) != infoLen {
		return id, 0, fmt.Errorf("open store %s: %w: info record has %d bytes; %s", dir, store.ErrCorrupt, len(b), corruptAdvice)
	}
	return ID(b[4:]), version, nil
}

// upgrade brings a store of an older version up to date, whole or not at all. What
// version 1 kept beyond version 2 are counters by the hour.
func upgrade(dir string, db *pebble.DB, id ID, opts *Options) error {
	b := db.NewBatch()
	err := errors.Join(
		b.Set(infoKey, encodeInfo(formatVersion, id), nil),
		b.DeleteRange([]byte{kindHour}, []byte{kindHour + 1}, nil),
		db.Apply(b, pebble.Sync), b.Close())
	if err != nil {
		return wrapError(dir, err, "bring store %s to version %d", dir, formatVersion)
	}
	opts.Logger.Info("store brought to a newer version", slog.String("dir", dir), slog.Int("version", formatVersion))
	return nil
}

// createInfo makes a new store of an empty database.
func createInfo(dir string, db *pebble.DB, opts *Options) (id ID, err error) {
	if _, err := io.ReadFull(opts.Rand, id[:]); err != nil {
		return id, fmt.Errorf("draw an id for store %s: %w", dir, err)
	}
	if err := db.Set(infoKey, encodeInfo(formatVersion, id), pebble.Sync); err != nil {
		return id, wrapError(dir, err, "write info record of %s", dir)
	}
	// Pebble makes the first log before it goes over to the newest format. With the
	// flush comes a log whose chunks tell up to where it was synced.
	return id, wrapError(dir, db.Flush(), "write info record of %s", dir)
}
