package pebble

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
)

// ErrFormat: the store was written in a format that this program does not read.
var ErrFormat = errors.New("unknown store format")

// ErrLocked: another process has the store open.
var ErrLocked = errors.New("store is in use")

// ErrNotStore: the directory holds no store.
var ErrNotStore = errors.New("no store here")

// ErrNotEmpty: a backup or restore was to go into a place that is taken.
var ErrNotEmpty = errors.New("destination is not empty")

const corruptAdvice = "stop the node, run `logstore fsck`, and bring the data back with `logstore restore`"

// wrap gives an error of the database the meaning that callers branch on. What
// tells the operation and its subject.
func (s *Store) wrap(err error, what string, args ...any) error {
	return wrapError(s.dir, err, what, args...)
}

func wrapError(dir string, err error, what string, args ...any) error {
	if err == nil {
		return nil
	}
	op := fmt.Sprintf(what, args...)
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, store.ErrCorrupt), errors.Is(err, store.ErrDiskFull), errors.Is(err, store.ErrClosed):
		return err
	case pebble.IsCorruptionError(err), errors.Is(err, fs.ErrNotExist), isSizeMismatch(err):
		return fmt.Errorf("%s: %w: %w (in %s; %s)", op, store.ErrCorrupt, err, dir, corruptAdvice)
	case vfs.IsNoSpaceError(err):
		return fmt.Errorf("%s: %w: %w (free some space on the disk of %s)", op, store.ErrDiskFull, err, dir)
	}
	return fmt.Errorf("%s: %w", op, err)
}

// corrupt reports a key or value that is not what this package writes.
func (s *Store) corrupt(what string, args ...any) error {
	return fmt.Errorf("%w: %s (in %s; %s)", store.ErrCorrupt, fmt.Sprintf(what, args...), s.dir, corruptAdvice)
}

// isSizeMismatch tells that a file is longer or shorter than the manifest says. Pebble
// has no mark on this error.
func isSizeMismatch(err error) bool {
	return strings.Contains(err.Error(), "object size mismatch")
}

// isReadOnlyError tells that a lock file could not be made because nothing can be
// written there.
func isReadOnlyError(err error) bool {
	return errors.Is(err, syscall.EROFS) || errors.Is(err, fs.ErrPermission)
}
