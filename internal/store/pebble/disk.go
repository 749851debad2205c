package pebble

import (
	"errors"
	"fmt"
	iofs "io/fs"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
)

// A reading of the free space is used for so long and for so many written bytes.
const (
	diskCheckInterval = time.Second
	diskCheckBytes    = 16 << 20
)

const ballastName = "ballast"

// diskGuard refuses appends before the disk is full, and frees the ballast if it
// gets full all the same.
type diskGuard struct {
	dir     string
	inner   vfs.FS
	log     *slog.Logger
	clock   func() time.Time
	minFree int64
	ballast int64

	written  atomic.Int64 // bytes since the last reading
	missing  atomic.Bool  // the ballast should be there but is not
	making   sync.Mutex   // the ballast is being written
	mu       sync.Mutex
	at       time.Time // of the last reading
	free     uint64
	hasFree  bool
	refusing bool
}

func newDiskGuard(dir string, o *Options) *diskGuard {
	g := &diskGuard{dir: dir, inner: o.FS, log: o.Logger, clock: o.Clock, minFree: o.MinFreeBytes, ballast: o.BallastBytes}
	g.missing.Store(g.ballast > 0)
	return g
}

// fs returns the file system for the database: one that gives the ballast away and
// tries again when a write finds the disk full.
func (g *diskGuard) fs() vfs.FS {
	if g.ballast <= 0 {
		return g.inner
	}
	return vfs.OnDiskFull(g.inner, func() {
		err := g.inner.Remove(g.inner.PathJoin(g.dir, ballastName))
		g.missing.Store(true)
		g.written.Add(diskCheckBytes) // look at the disk before the next append
		g.log.Error("the disk is full; the ballast file was given up so that what was accepted can be written",
			slog.String("dir", g.dir), slog.Int64("ballast_bytes", g.ballast), slog.Any("error", ignoreNotExist(err)))
	})
}

// check refuses an append of so many bytes with [store.ErrDiskFull] if it would
// leave less than the minimum free.
func (g *diskGuard) check(bytes int) error {
	if g.minFree < 0 {
		return nil
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.clock()
	if !g.hasFree || now.Sub(g.at) >= diskCheckInterval || g.written.Load() >= diskCheckBytes {
		usage, err := g.inner.GetDiskUsage(g.dir)
		if errors.Is(err, vfs.ErrUnsupported) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("ask for the free space of %s: %w", g.dir, err)
		}
		g.free, g.at, g.hasFree = usage.AvailBytes, now, true
		g.written.Store(0)
	}
	need := uint64(g.minFree) + uint64(bytes)
	refuse := g.free < need
	if refuse != g.refusing {
		g.refusing = refuse
		if refuse {
			g.log.Error("appends are refused: the disk is nearly full", slog.String("dir", g.dir),
				slog.Uint64("free_bytes", g.free), slog.Uint64("needed_bytes", need))
		} else {
			g.log.Info("appends are taken again: the disk has room", slog.String("dir", g.dir), slog.Uint64("free_bytes", g.free))
		}
	}
	if refuse {
		return fmt.Errorf("append: %w: %d bytes free on the disk of %s, %d needed; make room or move the store",
			store.ErrDiskFull, g.free, g.dir, need)
	}
	return nil
}

// wrote counts what a commit wrote.
func (g *diskGuard) wrote(bytes int) { g.written.Add(int64(bytes)) }

// makeBallast writes the ballast file if it is missing and there is plenty of room.
// Without one the store works as well, so that errors are only logged.
func (g *diskGuard) makeBallast() {
	g.making.Lock()
	defer g.making.Unlock()
	if !g.missing.Load() {
		return
	}
	path := g.inner.PathJoin(g.dir, ballastName)
	if info, err := g.inner.Stat(path); err == nil && info.Size() == g.ballast {
		g.missing.Store(false)
		return
	}
	usage, err := g.inner.GetDiskUsage(g.dir)
	if err != nil || usage.AvailBytes < uint64(max(g.minFree, 0)+4*g.ballast) {
		return
	}
	if err := g.writeBallast(path); err != nil {
		g.log.Warn("write the ballast file", slog.String("path", path), slog.Any("error", err))
		return
	}
	g.missing.Store(false)
}

func (g *diskGuard) writeBallast(path string) (err error) {
	f, err := g.inner.Create(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	zeros := make([]byte, 256<<10)
	for left := g.ballast; left > 0; left -= int64(len(zeros)) {
		if _, err := f.Write(zeros[:min(left, int64(len(zeros)))]); err != nil {
			return errors.Join(err, g.inner.Remove(path))
		}
	}
	return f.Sync()
}

func ignoreNotExist(err error) error {
	if errors.Is(err, iofs.ErrNotExist) {
		return nil
	}
	return err
}
