package groupkeys

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func files(t testing.TB, path string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		if f.Name() != headerName {
			names = append(names, f.Name())
		}
	}
	return names
}

func write(t testing.TB, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestDirectorySurvivesTheProgram(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "deep", "keys")
	s := openTest(t, path)
	for i := range 10 {
		put(t, s, alice, entry(fmt.Sprint(i), byte(i), i%2 == 0))
	}
	s = openTest(t, path)
	for i := range 10 {
		wantEntry(t, s, alice, entry(fmt.Sprint(i), byte(i), i%2 == 0))
	}
	if n := len(files(t, path)); n != 10 {
		t.Errorf("%d files, want 10", n)
	}
}

// Two programs of one user may run at once.
func TestDirectoryIsSharedByProcesses(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	open := make([]*Directory, 4)
	var wg sync.WaitGroup
	for i := range open {
		wg.Go(func() {
			s, err := OpenDirectoryWithSecret(path, [32]byte{1})
			if err != nil {
				t.Error(err)
				return
			}
			open[i] = s
		})
	}
	wg.Wait()
	if t.Failed() {
		return
	}
	for i, s := range open {
		put(t, s, alice, entry(fmt.Sprint(i), byte(i), true))
	}
	for _, s := range open {
		for i := range open {
			wantEntry(t, s, alice, entry(fmt.Sprint(i), byte(i), true))
		}
	}
}

func TestDirectoryShowsNothing(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "keys")
	s := openTest(t, path)
	e := entry("a-key-id-to-look-for", 1, true)
	e.Secret = [SecretLen]byte([]byte("0123456789abcdef0123456789abcdef"))
	put(t, s, alice, e)
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("directory has mode %v, %v, want 0700", info.Mode(), err)
	}
	for _, name := range append(files(t, path), headerName) {
		file := filepath.Join(path, name)
		info, err := os.Stat(file)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v, %v, want 0600", name, info.Mode(), err)
		}
		all := name + string(readFile(t, file))
		for _, secret := range []string{e.ID, string(e.Secret[:]), string(alice), alice.String()[2:], string(e.Stream)} {
			if strings.Contains(all, secret) {
				t.Errorf("%s shows %q", name, secret)
			}
		}
	}
	// The same entry again, in another store, is other bytes under another name.
	other, err := OpenDirectoryWithSecret(t.TempDir(), [32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	put(t, other, alice, e)
	if files(t, other.path)[0] == files(t, path)[0] {
		t.Error("two stores name a key alike")
	}
}

func TestDirectoryPassword(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	open := func(password string) (*Directory, error) {
		return openDirectory(path, &fromPassword{password: password, n: minScryptN})
	}
	s, err := open("geheim")
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, alice, entry("1", 1, true))
	// The parameters of the file count, not those of the program.
	if s, err = OpenDirectory(path, "geheim"); err != nil {
		t.Fatal(err)
	}
	wantEntry(t, s, alice, entry("1", 1, true))
	if _, err := open("falsch"); !errors.Is(err, ErrPassword) || !strings.Contains(err.Error(), path) {
		t.Errorf("wrong password: %v, want ErrPassword with the path", err)
	}
	if _, err := OpenDirectoryWithSecret(path, [32]byte{1}); !errors.Is(err, ErrPassword) {
		t.Errorf("secret for a password: %v, want ErrPassword", err)
	}

	path = t.TempDir()
	openTest(t, path)
	if _, err := open("geheim"); !errors.Is(err, ErrPassword) {
		t.Errorf("password for a secret: %v, want ErrPassword", err)
	}
	if _, err := OpenDirectoryWithSecret(path, [32]byte{2}); !errors.Is(err, ErrPassword) {
		t.Errorf("wrong secret: %v, want ErrPassword", err)
	}
}

func TestDirectoryFindsDamage(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	s := openTest(t, path)
	put(t, s, alice, entry("1", 1, true))
	file := filepath.Join(path, s.fileName(place{alice, "1"}))
	other := filepath.Join(path, s.fileName(place{alice, "2"}))
	good := readFile(t, file)
	changed := bytes.Clone(good)
	changed[len(changed)/2] ^= 1
	for name, bad := range map[string][]byte{
		"empty": {}, "cut": good[:len(good)-1], "changed": changed, "longer": append(bytes.Clone(good), 0),
		"huge": make([]byte, maxFileLen+1),
	} {
		write(t, file, bad)
		if _, err := openTest(t, path).Get(alice, "1"); !errors.Is(err, ErrDamaged) && name != "huge" || err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v, want ErrDamaged with the file's name", name, err)
		}
		// Nothing is written over a file that might still be rescued.
		if err := openTest(t, path).Put(alice, entry("1", 2, true)); err == nil {
			t.Errorf("%s: was replaced", name)
		}
	}
	// A file under another's name is not that one.
	write(t, other, good)
	if _, err := openTest(t, path).Get(alice, "2"); !errors.Is(err, ErrDamaged) {
		t.Errorf("moved file: %v, want ErrDamaged", err)
	}
	write(t, file, good)
	wantEntry(t, openTest(t, path), alice, entry("1", 1, true))
}

func TestDirectoryFindsDamagedHeader(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	openTest(t, path)
	file := filepath.Join(path, headerName)
	good := string(readFile(t, file))
	for name, bad := range map[string]string{
		"empty":     "",
		"no JSON":   "x",
		"version":   strings.Replace(good, `"version": 1`, `"version": 2`, 1),
		"unknown":   strings.Replace(good, `"version": 1`, `"version": 1, "x": 2`, 1),
		"salt":      strings.Replace(good, `"salt": "`, `"salt": "00`, 1),
		"check":     strings.Replace(good, `"check": "`, `"check": "zz`, 1),
		"no scrypt": strings.Replace(good, `"secret"`, `"scrypt", "n": 1073741824`, 1),
	} {
		write(t, file, []byte(bad))
		var err error
		if name == "no scrypt" {
			_, err = OpenDirectory(path, "x")
		} else {
			_, err = OpenDirectoryWithSecret(path, [32]byte{1})
		}
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", name, err)
		}
	}
}

// A crash may leave a file that was being written; never one that is half a key.
func TestDirectorySweepsAfterACrash(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	s := openTest(t, path)
	put(t, s, alice, entry("1", 1, true))
	old, young := filepath.Join(path, tempPrefix+"old"), filepath.Join(path, tempPrefix+"young")
	write(t, old, []byte("half a"))
	write(t, young, []byte("half a"))
	long := time.Now().Add(-2 * tempAge)
	if err := os.Chtimes(old, long, long); err != nil {
		t.Fatal(err)
	}
	s = openTest(t, path)
	wantEntry(t, s, alice, entry("1", 1, true))
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("what an old crash left is there: %v", err)
	}
	if _, err := os.Stat(young); err != nil {
		t.Errorf("what another process may be writing is gone: %v", err)
	}
}

func TestDirectoryCacheIsBounded(t *testing.T) {
	t.Parallel()
	s := openTest(t, t.TempDir())
	s.cache.Resize(2)
	for i := range 5 {
		put(t, s, alice, entry(fmt.Sprint(i), byte(i), true))
	}
	for i := range 5 {
		wantEntry(t, s, alice, entry(fmt.Sprint(i), byte(i), true))
	}
	if n := s.cache.Len(); n != 2 {
		t.Errorf("%d entries in memory, want 2", n)
	}
}

func TestDirectoryErrorsOfTheFileSystem(t *testing.T) {
	t.Parallel()
	path := t.TempDir()
	write(t, filepath.Join(path, "file"), nil)
	if _, err := OpenDirectoryWithSecret(filepath.Join(path, "file"), [32]byte{}); err == nil {
		t.Error("a file was opened as a directory")
	}
	s := openTest(t, filepath.Join(path, "keys"))
	if err := os.RemoveAll(s.path); err != nil {
		t.Fatal(err)
	}
	if err := s.Put(alice, entry("1", 1, true)); err == nil {
		t.Error("Put into a directory that is gone")
	}
	if _, err := s.Get(alice, "1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get after a Put that failed: %v, want ErrNotFound", err)
	}
}

func FuzzDecodeEntry(f *testing.F) {
	e := entry("id", 7, true)
	f.Add(appendEntry(nil, place{alice, "id"}, &e))
	f.Add([]byte{1, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		at, e, err := decodeEntry(b)
		if err != nil {
			return
		}
		if got := appendEntry(nil, at, &e); !bytes.Equal(got, b) {
			t.Errorf("there and back: %x, want %x", got, b)
		}
		if len(b) > maxEntryLen {
			t.Errorf("an entry of %d bytes", len(b))
		}
	})
}

func FuzzDecodeHeader(f *testing.F) {
	path := f.TempDir()
	openTest(f, path)
	f.Add(readFile(f, filepath.Join(path, headerName)))
	f.Add([]byte(`{"version":1}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, salt, check, err := decodeHeader(b)
		if err == nil && (len(salt) != saltLen || len(check) != 32) {
			t.Errorf("salt of %d and check of %d bytes", len(salt), len(check))
		}
	})
}

func FuzzOpenFile(f *testing.F) {
	s := openTest(f, f.TempDir())
	put(f, s, alice, entry("1", 1, true))
	name := s.fileName(place{alice, "1"})
	good := readFile(f, filepath.Join(s.path, name))
	f.Add(good)
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := s.open(name, b); err == nil && !bytes.Equal(b, good) {
			t.Error("a forged file was read")
		}
	})
}

func BenchmarkDirectoryPut(b *testing.B) {
	s := openTest(b, b.TempDir())
	for i := 0; b.Loop(); i++ {
		put(b, s, alice, entry(fmt.Sprint(i), 1, true))
	}
}

func BenchmarkDirectoryGetFromFile(b *testing.B) {
	s := openTest(b, b.TempDir())
	put(b, s, alice, entry("1", 1, true))
	for b.Loop() {
		s.cache.Purge()
		if _, err := s.Get(alice, "1"); err != nil {
			b.Fatal(err)
		}
	}
}

// Half a second and 128 MiB are what each guess of a password shall cost.
func BenchmarkOpenDirectory(b *testing.B) {
	path := b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := OpenDirectory(path, "x"); err != nil {
			b.Fatal(err)
		}
	}
}
