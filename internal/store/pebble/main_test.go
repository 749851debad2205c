package pebble

import (
	"context"
	"errors"
	"os"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(killDirEnv); dir != "" {
		os.Exit(killChild(dir)) // we are the process that a test kills
	}
	goleak.VerifyTestMain(m)
}

// testOptions are for stores in memory: small, and without anything about disks.
func testOptions(fs vfs.FS) Options {
	return Options{
		FS: fs, CacheBytes: 1 << 20, MemTableBytes: 256 << 10,
		MinFreeBytes: -1, BallastBytes: -1,
		Fatal: func(string) {},
	}
}

func open(t testing.TB, dir string, o Options) *Store {
	t.Helper()
	s, err := Open(dir, o)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return s
}

func closeStore(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func mustAppend(t testing.TB, s store.Store, batch ...store.Entry) {
	t.Helper()
	if _, err := s.Append(context.Background(), batch); err != nil {
		t.Fatalf("append: %v", err)
	}
}

// keysIn scans a part and returns its keys in order.
func keysIn(t testing.TB, s *Store, part message.StreamPart) (keys []message.Key) {
	t.Helper()
	sn, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer sn.Close()
	for r, err := range sn.Scan(context.Background(), store.Query{Part: part}) {
		if err != nil {
			t.Fatalf("scan: %v", err)
		}
		keys = append(keys, r.Key)
	}
	return keys
}

// check runs Check and fails the test on any problem.
func check(t testing.TB, dir string, o Options) Report {
	t.Helper()
	report, problems := checkProblems(t, dir, o)
	for _, p := range problems {
		t.Errorf("check: %v", p)
	}
	return report
}

func checkProblems(t testing.TB, dir string, o Options) (Report, []Problem) {
	t.Helper()
	var problems []Problem
	report, err := Check(context.Background(), dir, CheckOptions{
		Options: o, Problem: func(p Problem) { problems = append(problems, p) },
	})
	if err != nil {
		t.Fatalf("check: %v", err)
	}
	if report.Problems != len(problems) {
		t.Errorf("check reported %d problems and counted %d", len(problems), report.Problems)
	}
	return report, problems
}

func TestConformance(t *testing.T) {
	t.Parallel()
	storetest.Run(t, storetest.Backend{
		Open: func(t testing.TB) store.Store { return open(t, "store", testOptions(vfs.NewMem())) },
		Reopen: func(t testing.TB, s store.Store) store.Store {
			p := s.(*Store)
			closeStore(t, p)
			check(t, p.dir, p.opts)
			return open(t, p.dir, p.opts)
		},
	})
}

// flushing is a store that moves what was appended into files all the time, so that
// the suite meets tables, bloom filters and compactions.
type flushing struct {
	*Store
	appends atomic.Int64
}

func (s *flushing) Append(ctx context.Context, batch []store.Entry) ([]store.Outcome, error) {
	outcomes, err := s.Store.Append(ctx, batch)
	if err != nil || s.enter() != nil {
		return outcomes, err
	}
	defer s.leave()
	switch n := s.appends.Add(1); {
	case n%32 == 0:
		err = s.db.Compact(ctx, []byte{0}, []byte{0xff}, false)
	case n%3 == 0:
		err = s.db.Flush()
	}
	return outcomes, err
}

func TestConformanceOnTables(t *testing.T) {
	t.Parallel()
	storetest.Run(t, storetest.Backend{
		Open: func(t testing.TB) store.Store { return &flushing{Store: open(t, "store", testOptions(vfs.NewMem()))} },
		Reopen: func(t testing.TB, s store.Store) store.Store {
			p := s.(*flushing).Store
			if err := p.db.Compact(context.Background(), []byte{0}, []byte{0xff}, false); err != nil {
				t.Fatal(err)
			}
			closeStore(t, p)
			return &flushing{Store: open(t, p.dir, p.opts)}
		},
	})
}

// cloneFS copies an in-memory directory into a file system of its own.
func cloneFS(t testing.TB, fs vfs.FS, dir string) *vfs.MemFS {
	t.Helper()
	clone := vfs.NewMem()
	if _, err := vfs.Clone(fs, clone, dir, dir, vfs.CloneSync); err != nil {
		t.Fatal(err)
	}
	return clone
}

// filesIn lists the files of a directory whose names end in suffix.
func filesIn(t testing.TB, fs vfs.FS, dir, suffix string) (paths []string) {
	t.Helper()
	names, err := fs.List(dir)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	for _, name := range names {
		if len(name) >= len(suffix) && name[len(name)-len(suffix):] == suffix {
			paths = append(paths, fs.PathJoin(dir, name))
		}
	}
	return paths
}

// wantOneOf fails unless err is one of the targets.
func wantOneOf(t testing.TB, what string, err error, targets ...error) {
	t.Helper()
	if !slices.ContainsFunc(targets, func(target error) bool { return errors.Is(err, target) }) {
		t.Errorf("%s: %v, want one of %v", what, err, targets)
	}
}
