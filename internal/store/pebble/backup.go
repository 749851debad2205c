package pebble

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// partialSuffix marks a backup or restore that is not complete.
const partialSuffix = ".partial"

// Backup writes a copy of the store as it is now to dir, while the store goes on.
// Files that never change again are linked if dir is on the same disk, so that
// this is quick. dir must not exist or be empty ([ErrNotEmpty]); it appears
// complete or not at all. What an interrupted backup to the same dir left in
// dir + ".partial" is removed.
func (s *Store) Backup(ctx context.Context, dir string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	fs := s.opts.FS
	err := intoPlace(fs, dir, func(partial string) error {
		if err := s.db.Checkpoint(partial, pebble.WithFlushedWAL()); err != nil {
			return err
		}
		return errors.Join(ctx.Err(), inspect(partial, &s.opts))
	})
	if err != nil {
		return wrapError(s.dir, err, "back up %s to %s", s.dir, dir)
	}
	s.opts.Logger.Info("store backed up", slog.String("dir", s.dir), slog.String("to", dir))
	return nil
}

// Restore makes a store in dst from a backup in src, which must be complete and not
// in use. dst must not exist or be empty ([ErrNotEmpty]); it appears complete or
// not at all. Of the options only FS, Logger and the sizes count. Restore shows
// that the copy opens; [Check] shows that every byte of it is right.
func Restore(ctx context.Context, src, dst string, opts Options) error {
	opts = opts.withDefaults()
	fs := opts.FS
	exists, err := holdsStore(fs, src)
	if err != nil {
		return wrapError(src, err, "restore from %s", src)
	}
	if !exists {
		return fmt.Errorf("restore from %s: %w; name the directory that `logstore backup` wrote", src, ErrNotStore)
	}
	lock, err := pebble.LockDirectory(src, fs)
	switch {
	case err == nil:
		defer lock.Close()
	case !isReadOnlyError(err): // nobody writes to read-only media
		return fmt.Errorf("restore from %s: %w: %w (make a backup first: `logstore backup`)", src, ErrLocked, err)
	}
	err = intoPlace(fs, dst, func(partial string) error {
		skip := func(path string) bool {
			name := fs.PathBase(path)
			return name == "LOCK" || name == ballastName || ctx.Err() != nil
		}
		if _, err := vfs.Clone(fs, fs, src, partial, vfs.CloneSync, vfs.CloneSkip(skip)); err != nil {
			return err
		}
		return errors.Join(ctx.Err(), inspect(partial, &opts))
	})
	if err != nil {
		return wrapError(src, err, "restore %s from %s", dst, src)
	}
	opts.Logger.Info("store restored", slog.String("dir", dst), slog.String("from", src))
	return nil
}

// intoPlace lets make fill a directory beside dir, which then becomes dir.
func intoPlace(fs vfs.FS, dir string, fill func(partial string) error) (err error) {
	dir = filepath.Clean(dir)
	names, err := fs.List(dir)
	exists := err == nil
	if ignoreNotExist(err) != nil {
		return err
	}
	if len(names) > 0 {
		return fmt.Errorf("%w: %s holds %q and more; name a new directory", ErrNotEmpty, dir, names[0])
	}
	parent := fs.PathDir(dir)
	if err := fs.MkdirAll(parent, 0o700); err != nil {
		return err
	}
	partial := dir + partialSuffix
	if err := ignoreNotExist(fs.RemoveAll(partial)); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, ignoreNotExist(fs.RemoveAll(partial)))
		}
	}()
	if err := fill(partial); err != nil {
		return err
	}
	if exists {
		if err := fs.Remove(dir); err != nil {
			return err
		}
	}
	if err := fs.Rename(partial, dir); err != nil {
		return err
	}
	d, err := fs.OpenDir(parent)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
