package groupkeys

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/logstore/logstore/message"
)

// ErrDamaged: a file of the store was changed or is not its own.
var ErrDamaged = errors.New("damaged group key file")

const (
	cacheEntries = 1024
	// tempPrefix starts the names of files that are being written.
	tempPrefix = ".new-"
	// tempAge is after what time such a file is what a crash left behind.
	tempAge = time.Hour
)

// Directory is a store of encrypted files, one for each key, readable by their owner
// only. A file appears whole or not at all, so that neither a crash nor a second
// process with the same directory can harm a key. The names of the files say nothing
// about what is in them.
//
// At most 1,024 keys are in memory at a time. A key takes a block of the file system,
// usually 4 kB.
type Directory struct {
	path string
	name []byte      // HMAC key of file names
	aead cipher.AEAD // with random nonces

	mu    sync.Mutex // keeps a late reader from putting an old entry into the cache
	cache *simplelru.LRU[place, Entry]
}

// OpenDirectory opens the store in a directory, which it makes if there is none. The
// password is the one that the store was made with: [ErrPassword]. Deriving the key
// from it takes about half a second and 128 MiB.
func OpenDirectory(path, password string) (*Directory, error) {
	return openDirectory(path, &fromPassword{password: password, n: scryptN})
}

// OpenDirectoryWithSecret is [OpenDirectory] for a program that has a secret of full
// entropy, and takes no time.
func OpenDirectoryWithSecret(path string, secret [32]byte) (*Directory, error) {
	return openDirectory(path, fromSecret(secret))
}

func openDirectory(path string, from source) (*Directory, error) {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, fmt.Errorf("open group key store: %w", err)
	}
	s := &Directory{path: path, cache: newLRU[place, Entry](cacheEntries)}
	master, err := s.unlock(from)
	if err != nil {
		return nil, fmt.Errorf("open group key store %s: %w", path, err)
	}
	s.name = subkey(master, "file names")
	block, err := aes.NewCipher(subkey(master, "file contents"))
	if err != nil {
		panic(err) // a subkey has the right length
	}
	if s.aead, err = cipher.NewGCMWithRandomNonce(block); err != nil {
		panic(err) // the block is AES
	}
	return s, s.sweep()
}

// Get implements [Store]. It may also return [ErrDamaged] or an error of the file system.
func (s *Directory) Get(publisher message.UserID, id string) (Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.get(place{publisher, id})
}

// Put implements [Store]. When it returns nil the key survives a crash.
func (s *Directory) Put(publisher message.UserID, e Entry) error {
	if err := e.check(publisher); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	at := place{publisher, e.ID}
	old, err := s.get(at)
	switch {
	case errors.Is(err, ErrNotFound):
	case err != nil:
		return err
	case !e.replaces(&old):
		return nil
	}
	name := s.fileName(at)
	sealed := s.aead.Seal(nil, nil, appendEntry(nil, at, &e), []byte(name))
	if err := s.writeFile(name, sealed, os.Rename); err != nil {
		return fmt.Errorf("store group key: %w", err)
	}
	s.cache.Add(at, e)
	return nil
}

func (s *Directory) get(at place) (Entry, error) {
	if e, ok := s.cache.Get(at); ok {
		return e, nil
	}
	name := s.fileName(at)
	sealed, err := readBounded(filepath.Join(s.path, name), maxFileLen)
	if errors.Is(err, fs.ErrNotExist) {
		return Entry{}, fmt.Errorf("%w: %q of %s", ErrNotFound, at.id, shorten(at.publisher))
	}
	if err != nil {
		return Entry{}, fmt.Errorf("read group key: %w", err)
	}
	e, err := s.open(name, sealed)
	if err != nil {
		return Entry{}, fmt.Errorf("%w %s: restore it from a backup, or remove it to ask the publisher for the key again: %w", ErrDamaged, filepath.Join(s.path, name), err)
	}
	s.cache.Add(at, e)
	return e, nil
}

// open reads what a file holds, which must have been written under its name.
func (s *Directory) open(name string, sealed []byte) (Entry, error) {
	plain, err := s.aead.Open(nil, nil, sealed, []byte(name))
	if err != nil {
		return Entry{}, err
	}
	_, e, err := decodeEntry(plain)
	return e, err
}

// fileName returns the name of a key's file: whoever lacks the store's key cannot
// find out which keys there are, and no foreign text gets into a path.
func (s *Directory) fileName(at place) string {
	h := hmac.New(sha256.New, s.name)
	fmt.Fprintf(h, "%d:%s%s", len(at.publisher), at.publisher, at.id)
	return hex.EncodeToString(h.Sum(nil))
}

// writeFile writes a file beside its final place and then puts it there in one step,
// which is os.Rename or, where it must not replace a file, os.Link.
func (s *Directory) writeFile(name string, content []byte, place func(from, to string) error) error {
	f, err := os.CreateTemp(s.path, tempPrefix+"*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already after a rename
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := place(f.Name(), filepath.Join(s.path, name)); err != nil {
		return err
	}
	return syncDirectory(s.path)
}

// sweep removes what crashes left behind, but nothing that another process may just
// be writing.
func (s *Directory) sweep() error {
	files, err := os.ReadDir(s.path)
	if err != nil {
		return fmt.Errorf("open group key store: %w", err)
	}
	for _, f := range files {
		if !strings.HasPrefix(f.Name(), tempPrefix) {
			continue
		}
		if info, err := f.Info(); err == nil && time.Since(info.ModTime()) > tempAge {
			os.Remove(filepath.Join(s.path, f.Name())) // another process may have been quicker
		}
	}
	return nil
}

func readBounded(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, fmt.Errorf("%s has %d bytes, at most %d expected", path, info.Size(), most)
	}
	return os.ReadFile(path)
}

func syncDirectory(path string) error {
	if runtime.GOOS == "windows" {
		return nil // has no such thing; NTFS keeps the order of renames
	}
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
