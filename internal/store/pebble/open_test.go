package pebble

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
)

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	t.Run("locked", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		s := open(t, dir, killOptions())
		defer closeStore(t, s)
		_, err := Open(dir, killOptions())
		wantOneOf(t, "open of a store that is open", err, ErrLocked)
		if !strings.Contains(err.Error(), dir) {
			t.Errorf("error %q does not name the directory", err)
		}
	})
	t.Run("unknown version", func(t *testing.T) {
		t.Parallel()
		fs := vfs.NewMem()
		s := open(t, "store", testOptions(fs))
		id := s.ID()
		if err := s.db.Set(infoKey, encodeInfo(formatVersion+1, id), pebble.Sync); err != nil {
			t.Fatal(err)
		}
		closeStore(t, s)
		_, err := Open("store", testOptions(fs))
		wantOneOf(t, "open", err, ErrFormat)
		if want := fmt.Sprintf("version %d", formatVersion+1); !strings.Contains(err.Error(), want) {
			t.Errorf("error %q does not say %q", err, want)
		}
	})
	t.Run("damaged info", func(t *testing.T) {
		t.Parallel()
		for _, value := range [][]byte{{}, {0, 0}, {0, 0, 0, 1}, encodeInfo(1, ID{})[:19]} {
			fs := vfs.NewMem()
			s := open(t, "store", testOptions(fs))
			if err := s.db.Set(infoKey, value, pebble.Sync); err != nil {
				t.Fatal(err)
			}
			closeStore(t, s)
			_, err := Open("store", testOptions(fs))
			wantOneOf(t, "open", err, store.ErrCorrupt)
		}
	})
	t.Run("nothing there", func(t *testing.T) {
		t.Parallel()
		o := testOptions(vfs.NewMem())
		o.MustExist = true
		_, err := Open("nowhere", o)
		wantOneOf(t, "open", err, ErrNotStore)
		_, err = Check(context.Background(), "nowhere", CheckOptions{Options: o})
		wantOneOf(t, "check", err, ErrNotStore)
		wantOneOf(t, "restore", Restore(context.Background(), "nowhere", "dst", o), ErrNotStore)
	})
	t.Run("another database", func(t *testing.T) {
		t.Parallel()
		fs := vfs.NewMem()
		db, err := pebble.Open("store", &pebble.Options{FS: fs, Logger: &listener{log: slog.New(slog.DiscardHandler)}})
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := Open("store", testOptions(fs)); err == nil || !strings.Contains(err.Error(), comparerName) {
			t.Errorf("open of another database: %v", err)
		}
	})
}

func TestStoreID(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	o := testOptions(fs)
	o.Rand = bytes.NewReader([]byte("0123456789abcdef"))
	s := open(t, "store", o)
	if id := s.ID(); string(id[:]) != "0123456789abcdef" {
		t.Errorf("id %q", id)
	}
	closeStore(t, s)
	s = open(t, "store", testOptions(fs))
	if id := s.ID(); string(id[:]) != "0123456789abcdef" {
		t.Errorf("id after reopening %q", id)
	}
	closeStore(t, s)

	o.Rand = bytes.NewReader(nil)
	if _, err := Open("other", o); err == nil {
		t.Error("a store without an id was made")
	}
	s = open(t, "other", testOptions(fs)) // and nothing is in the way of the next try
	closeStore(t, s)
}

// TestCrashDuringCreation pulls the plug at every step of making a store. It must
// be possible to open what is left.
func TestCrashDuringCreation(t *testing.T) {
	t.Parallel()
	steps := 1 << 30
	for step := 0; step < steps; step += 3 {
		fs := vfs.NewCrashableMem()
		var mu sync.Mutex
		var clone *vfs.MemFS
		n := 0
		o := testOptions(errorfs.Wrap(fs, errorfs.InjectorFunc(func(op errorfs.Op) error {
			if op.Kind.ReadOrWrite() == errorfs.OpIsRead {
				return nil
			}
			mu.Lock()
			defer mu.Unlock()
			if n++; n == step+1 {
				clone = fs.CrashClone(vfs.CrashCloneCfg{
					UnsyncedDataPercent: 50, RNG: rand.New(rand.NewPCG(uint64(step), 9)),
				})
			}
			return nil
		})))
		s := open(t, "store", o)
		mustAppend(t, s, storetest.Range(0, 5)...)
		closeStore(t, s)
		if clone == nil {
			steps = 0 // no more steps
			clone = fs
		}
		s, err := Open("store", testOptions(clone))
		if err != nil {
			t.Fatalf("after a crash at step %d: %v", step, err)
		}
		mustAppend(t, s, storetest.Range(0, 5)...)
		if keys := keysIn(t, s, storetest.Part); len(keys) != 5 {
			t.Errorf("after a crash at step %d: %d messages", step, len(keys))
		}
		closeStore(t, s)
		check(t, "store", testOptions(clone))
	}
}

func TestDiskFull(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	mem.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 1 << 20})
	now := time.Unix(1_700_000_000, 0)
	var mu sync.Mutex
	o := testOptions(mem)
	o.MinFreeBytes = 1000
	o.Clock = func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		return now
	}
	later := func() {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(2 * time.Second)
	}
	reg := prometheus.NewRegistry()
	o.Registerer = reg
	s := open(t, "store", o)
	defer closeStore(t, s)
	mustAppend(t, s, storetest.Range(0, 10)...)

	mem.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 900})
	mustAppend(t, s, storetest.At(10)) // the last reading still counts
	later()
	_, err := s.Append(context.Background(), []store.Entry{storetest.At(11)})
	wantOneOf(t, "append", err, store.ErrDiskFull)
	for _, word := range []string{"store", "900", "1000"} {
		if err != nil && !strings.Contains(err.Error(), strings.TrimSuffix(word, "000")) {
			t.Errorf("error %q does not name %q", err, word)
		}
	}
	wantOneOf(t, "put meta", s.PutMeta(context.Background(), "k", []byte("v")), store.ErrDiskFull)
	if keys := keysIn(t, s, storetest.Part); len(keys) != 11 {
		t.Errorf("%d messages, want 11", len(keys))
	}
	// Pruning makes room and must work.
	if n, err := storetest.PruneBefore(context.Background(), s, storetest.Part, storetest.Base+5); err != nil || n != 5 {
		t.Errorf("prune: %d, %v", n, err)
	}
	mem.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 1 << 20})
	later()
	mustAppend(t, s, storetest.At(11))
	if got := metricValue(t, reg, "logstore_store_refused_appends_total"); got != 1 {
		t.Errorf("%v refused appends counted, want 1", got)
	}
}

// TestBallast lets the disk be full for everything that is written until the
// ballast file is gone.
func TestBallast(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	mem.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 1 << 30})
	const path = "store/" + ballastName
	var full bool
	var mu sync.Mutex
	o := testOptions(errorfs.Wrap(mem, errorfs.InjectorFunc(func(op errorfs.Op) error {
		mu.Lock()
		defer mu.Unlock()
		if op.Kind == errorfs.OpRemove && op.Path == path {
			full = false
		}
		if full && (op.Kind == errorfs.OpFileWrite || op.Kind == errorfs.OpCreate) {
			return syscall.ENOSPC
		}
		return nil
	})))
	o.BallastBytes = 64 << 10
	o.MinFreeBytes = 1
	var logged bytes.Buffer
	o.Logger = slog.New(slog.NewTextHandler(&syncWriter{w: &logged}, nil))
	s := open(t, "store", o)
	s.disk.makeBallast()
	if size := sizeOf(t, mem, path); size != 64<<10 {
		t.Fatalf("ballast has %d bytes", size)
	}
	mu.Lock()
	full = true
	mu.Unlock()
	mem.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 64 << 10}) // no room for a new one
	mustAppend(t, s, storetest.Range(0, 100)...)
	if _, err := mem.Stat(path); err == nil {
		t.Error("the ballast is still there")
	}
	mem.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 1 << 30})
	s.disk.makeBallast()
	if size := sizeOf(t, mem, path); size != 64<<10 {
		t.Errorf("the new ballast has %d bytes", size)
	}
	closeStore(t, s)
	if !strings.Contains(logged.String(), "ballast") {
		t.Errorf("nothing was logged about the ballast:\n%s", logged.String())
	}
	check(t, "store", testOptions(mem))
}

type syncWriter struct {
	mu sync.Mutex
	w  *bytes.Buffer
}

func (w *syncWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.w.Write(p)
}

func metricValue(t testing.TB, g prometheus.Gatherer, name string) float64 {
	t.Helper()
	families, err := g.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		if f.GetName() != name {
			continue
		}
		m := f.GetMetric()[0]
		switch {
		case m.GetCounter() != nil:
			return m.GetCounter().GetValue()
		case m.GetGauge() != nil:
			return m.GetGauge().GetValue()
		case m.GetHistogram() != nil:
			return float64(m.GetHistogram().GetSampleCount())
		}
	}
	t.Fatalf("there is no metric %s", name)
	return 0
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	o := testOptions(fs)
	reg := prometheus.NewRegistry()
	o.Registerer = reg
	s := open(t, "store", o)
	mustAppend(t, s, storetest.Range(0, 10)...)
	mustAppend(t, s, storetest.At(3), storetest.Spec{Timestamp: storetest.Base + 3, Content: "x"}.Entry())
	mustAppend(t, s, storetest.At(4))
	if _, err := storetest.PruneBefore(context.Background(), s, storetest.Part, storetest.Base+2); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, storetest.At(1), storetest.At(0), storetest.At(9))
	var size int
	for _, e := range append(storetest.Range(0, 10), storetest.Spec{Timestamp: storetest.Base + 3, Content: "x"}.Entry()) {
		size += len(e.Wire)
	}
	for name, want := range map[string]float64{
		"appended_messages_total":    11,
		"appended_bytes_total":       float64(size),
		"duplicate_messages_total":   3,
		"below_floor_messages_total": 2,
		"equivocations_total":        1,
		"pruned_messages_total":      2,
		"watermark":                  11,
		"group_messages":             2,
		"commit_seconds":             4,
		"followers":                  0,
		"refused_appends_total":      0,
	} {
		if got := metricValue(t, reg, "logstore_store_"+name); got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	for _, name := range []string{"disk_bytes", "read_amplification", "compaction_debt_bytes"} {
		metricValue(t, reg, "logstore_store_"+name)
	}
	if _, err := Open("second", o); err == nil {
		t.Error("two stores with one registerer")
	}
	closeStore(t, s)
	if families, err := reg.Gather(); err != nil || len(families) != 0 {
		t.Errorf("after close %d metrics are left, %v", len(families), err)
	}
	s = open(t, "store", o)
	closeStore(t, s)
}

func TestBackupRestore(t *testing.T) {
	t.Parallel()
	fs := vfs.NewMem()
	ctx := context.Background()
	s := open(t, "store", testOptions(fs))
	mustAppend(t, s, storetest.Range(0, 500)...)
	if err := s.db.Flush(); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, storetest.Range(500, 700)...)
	if err := s.Backup(ctx, "backups/one"); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, storetest.Range(700, 800)...)
	if _, err := storetest.PruneBefore(ctx, s, storetest.Part, storetest.Base+100); err != nil {
		t.Fatal(err)
	}
	wantOneOf(t, "second backup to the same place", s.Backup(ctx, "backups/one"), ErrNotEmpty)
	wantOneOf(t, "restore over a store", Restore(ctx, "backups/one", "store", testOptions(fs)), ErrNotEmpty)
	wantOneOf(t, "restore from a store that is open", Restore(ctx, "store", "copy", testOptions(fs)), ErrLocked)
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	wantOneOf(t, "backup that was called off", s.Backup(canceled, "backups/two"), context.Canceled)
	wantOneOf(t, "restore that was called off", Restore(canceled, "backups/one", "two", testOptions(fs)), context.Canceled)
	id := s.ID()
	closeStore(t, s)
	wantOneOf(t, "backup of a closed store", s.Backup(ctx, "backups/three"), store.ErrClosed)

	if err := fs.MkdirAll("restored", 0o700); err != nil { // an empty directory is fine
		t.Fatal(err)
	}
	if err := Restore(ctx, "backups/one", "restored", testOptions(fs)); err != nil {
		t.Fatal(err)
	}
	if report := check(t, "restored", testOptions(fs)); report.Messages != 700 || report.ID != id {
		t.Errorf("restored store: %+v, want 700 messages", report)
	}
	s = open(t, "restored", testOptions(fs))
	mustAppend(t, s, storetest.Range(650, 710)...)
	if keys := keysIn(t, s, storetest.Part); len(keys) != 710 {
		t.Errorf("%d messages after the restored store went on, want 710", len(keys))
	}
	closeStore(t, s)
	for _, dir := range []string{"", "backups"} {
		names, err := fs.List(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, partialSuffix) {
				t.Errorf("%s is left over in %q", name, dir)
			}
		}
	}

	// A damaged backup is not restored, or the damage is found when it is read.
	for _, path := range filesIn(t, fs, "backups/one", ".sst") {
		damage(t, fs, path, sizeOf(t, fs, path)-5, 0xff)
	}
	if err := Restore(ctx, "backups/one", "bad", testOptions(fs)); err == nil {
		if _, problems := checkProblems(t, "bad", testOptions(fs)); len(problems) == 0 {
			t.Error("a damaged backup was restored and nothing is wrong with it")
		}
	} else if wantOneOf(t, "restore of a damaged backup", err, store.ErrCorrupt); errors.Is(err, store.ErrCorrupt) {
		if names, err := fs.List("bad"); err == nil {
			t.Errorf("a refused restore left %v", names)
		}
	}
}

// TestBackupOnDisk backs up to a real disk, where files are linked.
func TestBackupOnDisk(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := open(t, dir+"/store", killOptions())
	mustAppend(t, s, storetest.Range(0, 2000)...)
	if err := s.db.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(context.Background(), dir+"/backup"); err != nil {
		t.Fatal(err)
	}
	mustAppend(t, s, storetest.Range(2000, 2100)...)
	closeStore(t, s)
	if err := Restore(context.Background(), dir+"/backup", dir+"/restored", killOptions()); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]uint64{"/store": 2100, "/backup": 2000, "/restored": 2000} {
		if report := check(t, dir+path, killOptions()); report.Messages != want {
			t.Errorf("%s has %d messages, want %d", path, report.Messages, want)
		}
	}
}
