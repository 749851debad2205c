package pebble

import (
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
)

func TestMain(m *testing.M) {
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

func TestConformance(t *testing.T) {
	t.Parallel()
	storetest.Run(t, storetest.Backend{
		Open: func(t testing.TB) store.Store { return open(t, "store", testOptions(vfs.NewMem())) },
		Reopen: func(t testing.TB, s store.Store) store.Store {
			p := s.(*Store)
			if err := p.Close(); err != nil {
				t.Fatalf("close: %v", err)
			}
			return open(t, p.dir, p.opts)
		},
	})
}
