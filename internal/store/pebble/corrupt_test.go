package pebble

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
)

// damage changes one byte of a file.
func damage(t testing.TB, fs vfs.FS, path string, offset int64, xor byte) {
	t.Helper()
	f, err := fs.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	b[offset] ^= xor
	w, err := fs.Create(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Write(b)
	if err := errors.Join(err, w.Sync(), w.Close()); err != nil {
		t.Fatal(err)
	}
}

func sizeOf(t testing.TB, fs vfs.FS, path string) int64 {
	t.Helper()
	info, err := fs.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// TestCorruptTables changes single bytes of tables. Reading gives ErrCorrupt or what
// was written, and never anything else or less; Check finds what reading finds.
func TestCorruptTables(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	byKey, byArrival := tableStore(t, mem)
	tables := filesIn(t, mem, "store", ".sst")
	found, missed := 0, 0
	for seed := range uint64(10) {
		rng := rand.New(rand.NewPCG(seed, 6))
		fs := cloneFS(t, mem, "store")
		path := tables[rng.IntN(len(tables))]
		offset := rng.Int64N(sizeOf(t, fs, path))
		if seed%3 == 0 { // the last bytes lead to everything else
			offset = sizeOf(t, fs, path) - 1 - rng.Int64N(200)
		}
		damage(t, fs, path, offset, byte(1+rng.IntN(255)))
		where := fmt.Sprintf("%s byte %d (seed %d)", path, offset, seed)

		s, err := Open("store", testOptions(fs))
		if err != nil {
			wantOneOf(t, "open with damage at "+where, err, store.ErrCorrupt)
			found++
			continue
		}
		errs := readAll(t, s, byKey, byArrival)
		for _, err := range errs {
			wantOneOf(t, "read with damage at "+where, err, store.ErrCorrupt)
			for _, word := range []string{"store", "logstore fsck", "logstore restore"} {
				if !strings.Contains(err.Error(), word) {
					t.Errorf("error %q does not name %q", err, word)
				}
			}
		}
		_ = s.Close() // may complain about the file as well
		_, problems := checkProblems(t, "store", testOptions(fs))
		switch {
		case len(errs) > 0 && len(problems) == 0:
			t.Errorf("check does not find the damage at %s that gives %v", where, errs[0])
		case len(problems) > 0:
			found++
		default:
			missed++
		}
	}
	t.Logf("%d damages were found, %d were in bytes that mean nothing", found, missed)
	if found < 5 {
		t.Errorf("only %d damages were found", found)
	}
}

// TestCorruptLog changes single bytes of the log of a store that was not flushed.
// What was acknowledged must be there, or opening must fail.
func TestCorruptLog(t *testing.T) {
	t.Parallel()
	mem := vfs.NewCrashableMem()
	s := open(t, "store", testOptions(mem))
	for i := range int64(40) {
		mustAppend(t, s, storetest.Range(i*10, i*10+10)...)
	}
	// As a crash leaves it: the log's file may be longer than what is in it.
	crashed := mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: rand.New(rand.NewPCG(1, 1))})
	closeStore(t, s)
	logs := filesIn(t, crashed, "store", ".log")
	refused, whole, lost := 0, 0, 0
	for seed := range uint64(120) {
		rng := rand.New(rand.NewPCG(seed, 7))
		fs := cloneFS(t, crashed, "store")
		path := logs[rng.IntN(len(logs))]
		damage(t, fs, path, rng.Int64N(sizeOf(t, fs, path)), byte(1+rng.IntN(255)))
		s, err := Open("store", testOptions(fs))
		if err != nil {
			wantOneOf(t, "open", err, store.ErrCorrupt)
			refused++
			continue
		}
		switch n := len(keysIn(t, s, storetest.Part)); {
		case n == 400:
			whole++
		default:
			lost++
			t.Logf("seed %d: %d of 400 messages left", seed, n)
		}
		closeStore(t, s)
	}
	t.Logf("of 120 damages %d were refused, %d harmless, %d lost something", refused, whole, lost)
	if lost > 0 {
		t.Errorf("%d damages of the log lost messages in silence", lost)
	}
}

// TestCorruptOthers changes bytes of the small files beside tables and log.
func TestCorruptOthers(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	byKey, byArrival := tableStore(t, mem)
	names, err := mem.List("store")
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(150) {
		rng := rand.New(rand.NewPCG(seed, 8))
		name := names[rng.IntN(len(names))]
		path := mem.PathJoin("store", name)
		if strings.HasSuffix(name, ".sst") || strings.HasSuffix(name, ".log") || sizeOf(t, mem, path) == 0 {
			continue
		}
		fs := cloneFS(t, mem, "store")
		offset := rng.Int64N(sizeOf(t, fs, path))
		damage(t, fs, path, offset, byte(1+rng.IntN(255)))
		s, err := Open("store", testOptions(fs))
		if err != nil {
			if strings.HasPrefix(name, "MANIFEST") {
				wantOneOf(t, "open with a damaged manifest", err, store.ErrCorrupt)
			}
			continue // of other files any refusal is right
		}
		if errs := readAll(t, s, byKey, byArrival); len(errs) > 0 {
			t.Logf("%s byte %d: %v", path, offset, errs[0])
		}
		_ = s.Close()
	}
}

// TestMissingFiles removes one file after the other.
func TestMissingFiles(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	byKey, byArrival := tableStore(t, mem)
	for _, path := range filesIn(t, mem, "store", ".sst") {
		fs := cloneFS(t, mem, "store")
		if err := fs.Remove(path); err != nil {
			t.Fatal(err)
		}
		s, err := Open("store", testOptions(fs))
		if err != nil {
			wantOneOf(t, "open without "+path, err, store.ErrCorrupt)
			continue
		}
		for _, err := range readAll(t, s, byKey, byArrival) {
			wantOneOf(t, "read without "+path, err, store.ErrCorrupt)
		}
		_ = s.Close()
	}
}

// TestCorruptAppend shows that an append which needs a damaged block fails, while
// others of the same group do not.
func TestCorruptAppend(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	byKey, _ := tableStore(t, mem)
	for _, path := range filesIn(t, mem, "store", ".sst") {
		for offset := int64(100); offset < sizeOf(t, mem, path); offset += 4096 {
			damage(t, mem, path, offset, 0x55)
		}
	}
	s, err := Open("store", testOptions(mem))
	if err != nil {
		wantOneOf(t, "open", err, store.ErrCorrupt)
		return
	}
	defer s.Close()
	_, err = s.Append(context.Background(), byKey[500:510])
	wantOneOf(t, "append of what is in damaged blocks", err, store.ErrCorrupt)
	part := storetest.Part
	part.Partition = 7
	if _, err := s.Append(context.Background(), []store.Entry{storetest.Spec{Part: part, Timestamp: storetest.Base}.Entry()}); err != nil {
		wantOneOf(t, "append of another part", err, store.ErrCorrupt) // its directory block may be damaged
	}
}

// A table that has become longer than the manifest says is damage like any other.
func TestTableOfWrongSize(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	tableStore(t, mem)
	path := filesIn(t, mem, "store", ".sst")[0]
	f, err := mem.OpenReadWrite(path, vfs.WriteCategoryUnspecified)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt([]byte("surplus"), sizeOf(t, mem, path))
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	s, err := Open("store", testOptions(mem))
	if err == nil {
		closeStore(t, s)
	}
	if !errors.Is(err, store.ErrCorrupt) {
		t.Errorf("open gave %v, want ErrCorrupt", err)
	}
}
