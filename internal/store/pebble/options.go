package pebble

import (
	"bytes"
	"crypto/rand"
	"io"
	"log/slog"
	"os"
	"runtime"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/prometheus/client_golang/prometheus"
)

// Options adjusts a store. The zero value is a good choice for a node.
type Options struct {
	// FS is the file system; nil is the machine's.
	FS vfs.FS
	// Logger gets what an operator should know; nil discards it.
	Logger *slog.Logger
	// Registerer gets the metrics; nil keeps none. They are taken out again when
	// the store is closed.
	Registerer prometheus.Registerer

	// MustExist refuses to open a directory without a store instead of making one.
	MustExist bool

	// CacheBytes is the memory for blocks read from disk. Default 32 MiB. When
	// nothing is written, it has the memory of a memtable as well.
	CacheBytes int64
	// MemTableBytes is the size at which recent writes go to a file. Default 16 MiB;
	// up to three such tables can be in memory, and must be read from the log again
	// when the store is opened after a crash.
	MemTableBytes int64

	// MinFreeBytes is the room on disk below which appends are refused, so that
	// compaction and the log always have some. Default 256 MiB; negative never
	// refuses.
	MinFreeBytes int64
	// BallastBytes is the size of a file that is given up when a write finds the
	// disk full in spite of MinFreeBytes, so that the write can succeed when tried
	// again. Default 32 MiB; negative keeps none.
	BallastBytes int64

	// MaxGroupMessages and MaxGroupBytes bound what shares one fsync; a single
	// batch may be larger. Defaults 8192 and 8 MiB.
	MaxGroupMessages int
	MaxGroupBytes    int
	// MaxQueued bounds the appends that wait for the committer; when it is reached,
	// Append waits. Default 256.
	MaxQueued int
	// MaxBatchBytes bounds a single batch. Default 256 MiB.
	MaxBatchBytes int

	// blockBytes is the size of a block of a table. Default 16 KiB; for tests.
	blockBytes int

	// Rand gives the id of a new store. Default crypto/rand.
	Rand io.Reader
	// Clock tells the time. Default time.Now.
	Clock func() time.Time

	// Fatal is called after the reason was logged when the database cannot go on,
	// for instance because a write to its log failed. The default ends the process
	// with status 1. If it returns, appends fail from then on.
	Fatal func(reason string)
}

func (o Options) withDefaults() Options {
	if o.FS == nil {
		o.FS = vfs.Default
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	setDefault(&o.CacheBytes, 32<<20)
	setDefault(&o.MemTableBytes, 16<<20)
	setDefault(&o.MinFreeBytes, 256<<20)
	setDefault(&o.BallastBytes, 32<<20)
	setDefault(&o.MaxGroupMessages, 8192)
	setDefault(&o.MaxGroupBytes, 8<<20)
	setDefault(&o.MaxQueued, 256)
	setDefault(&o.MaxBatchBytes, 256<<20)
	setDefault(&o.blockBytes, 16<<10)
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Fatal == nil {
		o.Fatal = func(string) { os.Exit(1) }
	}
	return o
}

func setDefault[T comparable](p *T, v T) {
	var zero T
	if *p == zero {
		*p = v
	}
}

// pebbleFormat is the format of Pebble's own files. It has checksummed sync
// offsets in the write-ahead log, which tell a torn end (normal after a crash)
// from damage before the end (an error).
const pebbleFormat = pebble.FormatTableFormatV6

// pebbleOptions tunes Pebble for appends in nearly the order of keys, long scans
// and little memory.
func (o *Options) pebbleOptions(fs vfs.FS, events *listener) *pebble.Options {
	p := &pebble.Options{
		FS:                 fs,
		Comparer:           comparer(),
		FormatMajorVersion: pebbleFormat,
		Logger:             events,
		EventListener:      events.pebble(),
		// Pebble takes the memtables out of the cache's budget.
		CacheSize:                   o.CacheBytes + o.MemTableBytes,
		MemTableSize:                uint64(o.MemTableBytes),
		MemTableStopWritesThreshold: 3,
		// Three files in L0 that overlap start a compaction, or so many that do not
		// and are waiting for company, for compacting them together is cheaper. Only
		// a real backlog holds appends back.
		L0CompactionThreshold:     6,
		L0CompactionFileThreshold: 32,
		L0StopWritesThreshold:     24,
		LBaseMaxBytes:             128 << 20,
		MaxOpenFiles:              1000,
		BytesPerSync:              1 << 20,
		CompactionConcurrencyRange: func() (int, int) {
			return 1, max(1, runtime.GOMAXPROCS(0)/2)
		},
	}
	p.Experimental.SpanPolicyFunc = splitKinds
	for i := range p.TargetFileSizes {
		p.TargetFileSizes[i] = min(int64(16<<20)<<i, 64<<20)
	}
	for i := range p.Levels {
		// What is in L0 is rewritten soon. Below, decompression must not be what
		// limits a scan.
		profile := sstable.FastestCompression
		if i == 0 {
			profile = sstable.NoCompression
		}
		p.Levels[i] = pebble.LevelOptions{
			BlockSize:      o.blockBytes,
			IndexBlockSize: 4 * o.blockBytes,
			FilterPolicy:   bloom.FilterPolicy(10),
			FilterType:     pebble.TableFilter,
			Compression:    func() *sstable.CompressionProfile { return profile },
		}
	}
	return p
}

// splitKinds ends files where the arrival log ends, and before and after the messages.
// Both grow at their ends mostly. In files of their own they overlap little with what
// was written before, so that compactions rewrite little, and move whole files where
// they would have to merge all kinds of keys again and again.
func splitKinds(start []byte) (_ pebble.SpanPolicy, end []byte, _ error) {
	for _, kind := range []byte{kindArrival + 1, kindMessage, kindMessage + 1} {
		if end := []byte{kind}; bytes.Compare(start, end) < 0 {
			return pebble.SpanPolicy{}, end, nil
		}
	}
	return pebble.SpanPolicy{}, nil, nil
}
