package pebble

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// maxReason bounds the reason that is kept for a message in quarantine, in bytes.
const maxReason = 200

// quarantine is the set of messages that were found not to be what was stored. They
// are not served: reading one is an error. It is kept in memory as a whole, and there
// is hardly ever anything in it.
type quarantine struct {
	size atomic.Int64 // of held, so that readers look no further when it is empty

	mu   sync.RWMutex
	held map[quarantineID]quarantined
}

type quarantineID struct {
	part partID
	key  message.Key
}

// quarantined is what is known of a message in quarantine.
type quarantined struct {
	since  int64 // ms since the Unix epoch
	reason string
	// lifted is the number of the commit with which the message was stored anew or
	// removed; 0 if it was not. Views of before still have the bad one.
	lifted uint64
}

func appendQuarantineKey(dst []byte, id *quarantineID) []byte {
	return append(appendPart(dst, kindQuarantine, id.part), id.key[:]...)
}

func (q quarantined) encode(dst []byte) []byte {
	return append(binary.BigEndian.AppendUint64(dst, uint64(q.since)), q.reason...)
}

func decodeQuarantined(b []byte) (q quarantined, ok bool) {
	if len(b) < 8 {
		return q, false
	}
	return quarantined{since: int64(binary.BigEndian.Uint64(b)), reason: string(b[8:])}, true
}

// load reads the set when the store is opened.
func (q *quarantine) load(s *Store) (err error) {
	q.held = make(map[quarantineID]quarantined)
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte{kindQuarantine}, UpperBound: []byte{kindQuarantine + 1}})
	if err != nil {
		return s.wrap(err, "read the quarantine")
	}
	defer func() { err = errors.Join(err, s.wrap(it.Close(), "read the quarantine")) }()
	for valid := it.First(); valid; valid = it.Next() {
		value, err := it.ValueAndErr()
		if err != nil {
			return s.wrap(err, "read the quarantine")
		}
		entry, ok := decodeQuarantined(value)
		if !ok || len(it.Key()) != messageLen {
			return s.corrupt("quarantine record %x", it.Key())
		}
		part, key := parseMessageKey(it.Key())
		q.held[quarantineID{part, key}] = entry
	}
	q.size.Store(int64(len(q.held)))
	return nil
}

// get returns what is held of a message in the view that the given number of commits
// made.
func (q *quarantine) get(commits uint64, part partID, key *message.Key) (quarantined, bool) {
	if q.size.Load() == 0 {
		return quarantined{}, false
	}
	q.mu.RLock()
	defer q.mu.RUnlock()
	entry, ok := q.held[quarantineID{part, *key}]
	return entry, ok && (entry.lifted == 0 || commits < entry.lifted)
}

// holds tells whether a message is in quarantine as far as commits to come see it.
func (q *quarantine) holds(part partID, key *message.Key) bool {
	_, ok := q.get(^uint64(0), part, key)
	return ok
}

func (q *quarantine) put(id quarantineID, entry quarantined) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.held[id] = entry
	q.size.Store(int64(len(q.held)))
}

// lift takes messages out as of a commit.
func (q *quarantine) lift(ids []quarantineID, commit uint64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, id := range ids {
		entry := q.held[id]
		entry.lifted = commit
		q.held[id] = entry
	}
}

// forget drops what was lifted before the oldest view.
func (q *quarantine) forget(oldest uint64) {
	if q.size.Load() == 0 {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	for id, entry := range q.held {
		if entry.lifted != 0 && entry.lifted <= oldest {
			delete(q.held, id)
		}
	}
	q.size.Store(int64(len(q.held)))
}

// each lists what is held, in order of part and key.
func (q *quarantine) each(visit func(quarantineID, quarantined)) {
	q.mu.RLock()
	var ids []quarantineID
	for id, entry := range q.held {
		if entry.lifted == 0 {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b quarantineID) int {
		return cmp.Or(cmp.Compare(a.part, b.part), bytes.Compare(a.key[:], b.key[:]))
	})
	entries := make([]quarantined, len(ids))
	for i, id := range ids {
		entries[i] = q.held[id]
	}
	q.mu.RUnlock()
	for i, id := range ids {
		visit(id, entries[i])
	}
}

// text says what is known of a message in quarantine.
func (q quarantined) text() string {
	return fmt.Sprintf("in quarantine since %s: %s", time.UnixMilli(q.since).UTC().Format(time.RFC3339), q.reason)
}

// refuse is the error of reading a message in quarantine, nil if it is not in
// quarantine.
func (s *Store) refuse(v *view, name message.StreamPart, part partID, key *message.Key) error {
	entry, ok := s.quarantine.get(v.commits, part, key)
	if !ok {
		return nil
	}
	return fmt.Errorf("%w: message %v %v of %s is %s (in %s; have it sent again by its publisher or another node, or %s)",
		store.ErrCorrupt, key.Ref(), key.Hash(), name, entry.text(), s.dir, corruptAdvice)
}

// setAside puts a message into quarantine, durably, unless same says that what is
// stored is not any more what was found bad; nil is nothing. It reports whether the
// message is in quarantine.
func (s *Store) setAside(ctx context.Context, part message.StreamPart, key message.Key, same func([]byte) bool, reason string) (bool, error) {
	done := make(chan bool, 1)
	err := s.submit(ctx, newChange(func(c *committer, co *commit) error {
		ps, err := c.partState(part)
		if err != nil || ps == nil {
			done <- false
			return err
		}
		id := quarantineID{ps.id, key}
		stored, err := get(s.db, appendMessageKey(nil, ps.id, &key))
		if held := s.quarantine.holds(ps.id, &key); held || err != nil || !same(stored) {
			done <- held
			return s.wrap(err, "read message %v", key)
		}
		entry := quarantined{since: s.opts.Clock().UnixMilli(), reason: strings.ToValidUTF8(reason[:min(len(reason), maxReason)], "")}
		co.set(appendQuarantineKey(nil, &id), entry.encode(nil))
		s.quarantine.put(id, entry) // at once, for all views
		done <- true
		return nil
	}))
	if err != nil {
		return false, err
	}
	return <-done, nil
}
