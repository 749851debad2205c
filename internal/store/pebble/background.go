package pebble

import (
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// When flushes fail, Pebble tries again at once and for ever, and when memory is
// full of what could not be flushed, writing stands still. These bound the damage.
const (
	retryPause   = 100 * time.Millisecond // before a table is tried again
	refuseAfter  = 5 * time.Second        // of failing flushes, appends are refused
	compactAfter = 2 * time.Second        // of a compaction that failed, the next may begin
	failureEvery = 10 * time.Second       // one line in the log
)

// background keeps account of how the work in the background goes.
type background struct {
	log   *slog.Logger
	clock func() time.Time

	mu      sync.Mutex
	failing bool      // the last flush or compaction failed
	ended   error     // how the last flush ended; not every error means that it failed
	err     error     // why the last flush failed; nil if it went well
	since   time.Time // the first of the flushes that failed
	compact time.Time // when a compaction failed last
	logged  time.Time // the last line about a failure
}

// flushEnded hears of every flush, before failed hears of those that went wrong.
func (b *background) flushEnded(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ended = err; err != nil {
		return
	}
	if b.err != nil {
		b.log.Info("background writes succeed again")
	}
	b.failing, b.err = false, nil
}

// compactionEnded hears of every compaction.
func (b *background) compactionEnded(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err == nil {
		b.failing = b.err != nil
	}
}

// failed hears of every flush and compaction that went wrong. It logs some of them;
// there can be ten a second.
func (b *background) failed(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.clock()
	b.failing = true
	if b.ended != nil && b.ended.Error() == err.Error() {
		if b.err == nil {
			b.since = now
		}
		b.err, b.ended = err, nil
	} else {
		b.compact = now
	}
	if !b.logged.IsZero() && now.Sub(b.logged) < failureEvery {
		return
	}
	b.logged = now
	b.log.Error("a background write failed and will be tried again", slog.Any("error", err))
}

// mayCompact tells whether a compaction may begin. One that fails, for instance on a
// corrupt file, is not tried again at once.
func (b *background) mayCompact() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.compact.IsZero() || b.clock().Sub(b.compact) >= compactAfter
}

// refusal returns why nothing should be appended now, nil if nothing speaks against
// it.
func (b *background) refusal() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil || b.clock().Sub(b.since) < refuseAfter {
		return nil
	}
	return fmt.Errorf("background writes have failed since %s: %w", b.since.UTC().Format(time.RFC3339), b.err)
}

// pacedFS makes the next table wait while the last ones failed.
type pacedFS struct {
	vfs.FS
	background *background
}

// Unwrap is for [vfs.Root].
func (fs pacedFS) Unwrap() vfs.FS { return fs.FS }

// Create implements [vfs.FS].
func (fs pacedFS) Create(name string, category vfs.DiskWriteCategory) (vfs.File, error) {
	if strings.HasSuffix(name, ".sst") {
		fs.background.mu.Lock()
		failing := fs.background.failing
		fs.background.mu.Unlock()
		if failing {
			time.Sleep(retryPause)
		}
	}
	return fs.FS.Create(name, category)
}
