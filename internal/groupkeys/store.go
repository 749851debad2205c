package groupkeys

import (
	"errors"
	"fmt"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/logstore/logstore/message"
)

var (
	// ErrNotFound: the store has no such key.
	ErrNotFound = errors.New("group key not found")
	// ErrEntry: what should be stored is no entry: an id is missing or too long.
	ErrEntry = errors.New("invalid group key entry")
)

// maxPublisherLen bounds a publisher's id; the longest kind is an ML-DSA-87 key.
const maxPublisherLen = 2592

// Entry is a key with what is known about it.
type Entry struct {
	Key
	// Stream is the stream that the key is for. A publisher hands the key out to
	// subscribers of this stream only. Empty stands for all of the publisher's streams.
	Stream message.StreamID
	// Confirmed says that the key is the publisher's beyond doubt: made here, entered by
	// the user, or answered by the publisher. A key that a message announced is not.
	Confirmed bool
}

// Store keeps group keys by publisher and key id. It may be used by several goroutines.
type Store interface {
	// Get returns a key, or [ErrNotFound].
	Get(publisher message.UserID, id string) (Entry, error)
	// Put keeps a key, durably if the store is durable. A confirmed entry replaces
	// whatever is there; any other is dropped if there is one with its id.
	Put(publisher message.UserID, e Entry) error
}

// place is where a store keeps an entry.
type place struct {
	publisher message.UserID
	id        string
}

// replaces is the rule of [Store.Put]. Without it a relay could push a known key out:
// see the package's description.
func (e *Entry) replaces(old *Entry) bool { return e.Confirmed && *e != *old }

func (e *Entry) check(publisher message.UserID) error {
	if publisher == "" || len(publisher) > maxPublisherLen {
		return fmt.Errorf("%w: publisher id of %d bytes", ErrEntry, len(publisher))
	}
	if len(e.Stream) > message.MaxStreamIDLen {
		return fmt.Errorf("%w: stream id of %d bytes", ErrEntry, len(e.Stream))
	}
	if err := checkKeyID(e.ID); err != nil {
		return fmt.Errorf("%w: %w", ErrEntry, err)
	}
	return nil
}

// DefaultMemoryEntries is how many keys a [Memory] keeps if nothing else is asked for.
const DefaultMemoryEntries = 100_000

// Memory is a store that ends with the program.
type Memory struct {
	mu  sync.Mutex
	lru *simplelru.LRU[place, Entry]
}

// NewMemory makes a store of at most maxEntries keys; 0 stands for
// [DefaultMemoryEntries]. A full store forgets the key that was not used for longest.
func NewMemory(maxEntries int) *Memory {
	if maxEntries <= 0 {
		maxEntries = DefaultMemoryEntries
	}
	return &Memory{lru: newLRU[place, Entry](maxEntries)}
}

// Get implements [Store].
func (s *Memory) Get(publisher message.UserID, id string) (Entry, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e, ok := s.lru.Get(place{publisher, id}); ok {
		return e, nil
	}
	return Entry{}, fmt.Errorf("%w: %q of %s", ErrNotFound, id, shorten(publisher))
}

// Put implements [Store].
func (s *Memory) Put(publisher message.UserID, e Entry) error {
	if err := e.check(publisher); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	at := place{publisher, e.ID}
	if old, ok := s.lru.Get(at); !ok || e.replaces(&old) {
		s.lru.Add(at, e)
	}
	return nil
}

func newLRU[K comparable, V any](size int) *simplelru.LRU[K, V] {
	l, err := simplelru.NewLRU[K, V](size, nil)
	if err != nil {
		panic(err) // only a size that is not positive is refused
	}
	return l
}

// shorten writes a user id for an error text: those of ML-DSA-87 fill pages.
func shorten(u message.UserID) string {
	const most = 70
	if s := u.String(); len(s) > most {
		return s[:most] + "…"
	}
	return u.String()
}
