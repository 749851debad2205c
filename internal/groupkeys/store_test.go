package groupkeys

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/logstore/logstore/message"
)

const (
	alice = message.UserID("aaaaaaaaaaaaaaaaaaaa")
	bob   = message.UserID("bbbbbbbbbbbbbbbbbbbb")
)

// stores are all kinds of store; each must keep what [Store] promises.
func stores(t *testing.T) map[string]Store {
	t.Helper()
	return map[string]Store{"Memory": NewMemory(0), "Directory": openTest(t, t.TempDir())}
}

func openTest(t testing.TB, path string) *Directory {
	t.Helper()
	s, err := OpenDirectoryWithSecret(path, [32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func entry(id string, secret byte, confirmed bool) Entry {
	return Entry{Key: Key{ID: id, Secret: [SecretLen]byte{secret}}, Stream: "example.eth/s", Confirmed: confirmed}
}

func put(t testing.TB, s Store, publisher message.UserID, e Entry) {
	t.Helper()
	if err := s.Put(publisher, e); err != nil {
		t.Fatal(err)
	}
}

func wantEntry(t testing.TB, s Store, publisher message.UserID, want Entry) {
	t.Helper()
	if got, err := s.Get(publisher, want.ID); err != nil || got != want {
		t.Errorf("Get(%q) = %+v, %v", want.ID, got, err)
	}
}

func TestStore(t *testing.T) {
	t.Parallel()
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, err := s.Get(alice, "1"); !errors.Is(err, ErrNotFound) {
				t.Errorf("empty store: %v, want ErrNotFound", err)
			}
			put(t, s, alice, entry("1", 1, false))
			put(t, s, bob, entry("1", 2, true))
			wantEntry(t, s, alice, entry("1", 1, false))
			wantEntry(t, s, bob, entry("1", 2, true))

			// What a message announces replaces nothing.
			put(t, s, alice, entry("1", 3, false))
			wantEntry(t, s, alice, entry("1", 1, false))
			put(t, s, bob, entry("1", 3, false))
			wantEntry(t, s, bob, entry("1", 2, true))

			// What the publisher says does.
			put(t, s, alice, entry("1", 4, true))
			wantEntry(t, s, alice, entry("1", 4, true))
			put(t, s, alice, entry("1", 5, true))
			wantEntry(t, s, alice, entry("1", 5, true))

			// Ids are any text.
			for i, id := range []string{"../../etc/passwd", "\x00", "ключ", strings.Repeat("x", MaxKeyIDLen)} {
				put(t, s, alice, entry(id, byte(i), true))
				wantEntry(t, s, alice, entry(id, byte(i), true))
			}
			for _, c := range []struct {
				publisher message.UserID
				e         Entry
			}{
				{"", entry("1", 1, true)},
				{message.UserID(strings.Repeat("x", maxPublisherLen+1)), entry("1", 1, true)},
				{alice, entry("", 1, true)},
				{alice, entry(strings.Repeat("x", MaxKeyIDLen+1), 1, true)},
				{alice, Entry{Key: testKey, Stream: message.StreamID(strings.Repeat("x", message.MaxStreamIDLen+1))}},
			} {
				if err := s.Put(c.publisher, c.e); !errors.Is(err, ErrEntry) {
					t.Errorf("Put(%d bytes, id of %d): %v, want ErrEntry", len(c.publisher), len(c.e.ID), err)
				}
			}
		})
	}
}

// A publisher whose id ends as another's key id begins must not share its place.
func TestStoreKeepsPublishersApart(t *testing.T) {
	t.Parallel()
	for name, s := range stores(t) {
		put(t, s, "ab", entry("c", 1, true))
		if _, err := s.Get("a", "bc"); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", name, err)
		}
	}
}

func TestStoreManyGoroutines(t *testing.T) {
	t.Parallel()
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var wg sync.WaitGroup
			for g := range 4 {
				wg.Go(func() {
					for i := range 20 {
						id := fmt.Sprint(i)
						if err := s.Put(alice, entry(id, byte(i), g%2 == 0)); err != nil {
							t.Error(err)
						}
						if e, err := s.Get(alice, id); err != nil || e.Secret[0] != byte(i) {
							t.Errorf("Get(%s) = %v, %v", id, e, err)
						}
					}
				})
			}
			wg.Wait()
			for i := range 20 {
				wantEntry(t, s, alice, entry(fmt.Sprint(i), byte(i), true))
			}
		})
	}
}

func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	s := NewMemory(2)
	for i := range 3 {
		put(t, s, alice, entry(fmt.Sprint(i), 1, true))
	}
	if _, err := s.Get(alice, "0"); !errors.Is(err, ErrNotFound) {
		t.Errorf("the oldest of three keys in a store of two: %v", err)
	}
	wantEntry(t, s, alice, entry("2", 1, true))
}
