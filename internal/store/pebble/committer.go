package pebble

import (
	"errors"
	"fmt"
	"time"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// committer owns all writing. Everything in it belongs to its one goroutine.
type committer struct {
	s  *Store
	st state

	// parts is a cache of what the next group will need, written through.
	parts map[message.StreamPart]*partState

	plan plan // reused from group to group
}

// maxCachedParts bounds the caches of stream parts. They are emptied when full: with
// so many parts in turn no cache would help much.
const maxCachedParts = 8192

// partState is what the committer knows of a stream part.
type partState struct {
	id     partID
	counts counts
}

// commit is a batch on its way to the disk and the requests that wait for it.
type commit struct {
	requests []*request
	batch    *pebble.Batch // nil if there is nothing to write
	size     int           // bytes of the batch
	snap     *pebble.Snapshot
	seq      store.Seq
	commits  uint64               // the number of this commit
	touched  []message.StreamPart // that have new messages
	began    time.Time            // when it was handed to the database

	added, addedBytes, duplicates, equivocations, belowFloor, pruned, repaired int

	lifted []quarantineID // what leaves the quarantine with this commit
}

func newCommitter(s *Store, st state) *committer {
	return &committer{s: s, st: st, parts: make(map[message.StreamPart]*partState)}
}

// run takes requests until the store is closed, then refuses the rest.
func (c *committer) run() {
	defer close(c.s.syncing)
	var next *request
	for {
		first := next
		next = nil
		if first == nil {
			select {
			case first = <-c.s.queue:
			case <-c.s.quit:
				c.drain()
				return
			}
		}
		var group []*request
		group, next = c.gather(first)
		c.commit(group)
	}
}

func (c *committer) drain() {
	for {
		select {
		case r := <-c.s.queue:
			if r.state.CompareAndSwap(waiting, taken) {
				r.finish(store.ErrClosed)
			}
		default:
			return
		}
	}
}

// gather adds what waits in the queue to a group, up to the bounds of a group. It
// returns a request that must be on its own as next.
func (c *committer) gather(first *request) (group []*request, next *request) {
	messages, bytes := 0, 0
	for r := first; ; {
		if r.state.CompareAndSwap(waiting, taken) {
			if r.change != nil {
				if len(group) == 0 {
					return []*request{r}, nil
				}
				r.state.Store(waiting)
				return group, r
			}
			group = append(group, r)
			messages += len(r.entries)
			bytes += r.bytes
		}
		if messages >= c.s.opts.MaxGroupMessages || bytes >= c.s.opts.MaxGroupBytes {
			return group, nil
		}
		select {
		case r = <-c.s.queue:
		default:
			return group, nil
		}
	}
}

// commit prepares a group and sends it on its way. When the group cannot be
// prepared, for instance because a block that it needs is corrupt, its requests are
// tried one by one, so that one of them cannot harm the others.
func (c *committer) commit(group []*request) {
	if len(group) == 0 {
		return
	}
	err := c.tryCommit(group)
	switch {
	case err == nil:
	case len(group) == 1:
		group[0].finish(err)
	default:
		for _, r := range group {
			if err := c.tryCommit([]*request{r}); err != nil {
				r.finish(err)
			}
		}
	}
}

// tryCommit returns an error if and only if nothing was changed and no request
// was finished.
func (c *committer) tryCommit(group []*request) error {
	if err := c.s.events.failure(); err != nil {
		return fmt.Errorf("append: %w", err)
	}
	co := &commit{requests: group}
	var err error
	if r := group[0]; r.change != nil {
		co.batch = c.s.db.NewBatch()
		if err = r.change(c, co); err == nil && co.batch.Empty() {
			co.batch, err = nil, co.batch.Close() // there was nothing to change
		}
	} else {
		err = c.prepareAppend(co)
	}
	if err != nil {
		if co.batch != nil {
			err = errors.Join(err, co.batch.Close())
		}
		return err
	}
	for _, r := range group {
		close(r.copied)
	}
	co.began = c.s.opts.Clock()
	co.seq = c.st.last
	if co.batch != nil {
		c.st.commits++
		co.commits = c.st.commits
		c.s.quarantine.lift(co.lifted, co.commits)
		co.set(stateKey, c.st.encode(nil))
		co.size = co.batch.Len()
		if err := c.s.db.ApplyNoSyncWait(co.batch, pebble.Sync); err != nil {
			c.s.events.Fatalf("write to the log in %s: %v", c.s.dir, err)
		}
		if c.s.events.failure() == nil {
			co.snap = c.s.db.NewSnapshot()
		}
	}
	c.s.syncing <- co
	return nil
}

// publish waits for the commits to become durable, in order, and makes them
// visible.
func (s *Store) publish() {
	for co := range s.syncing {
		err := s.makeDurable(co)
		if err == nil {
			err = s.show(co)
		}
		if err != nil {
			err = fmt.Errorf("append: %w", err)
		} else {
			s.metrics.committed(co, s.opts.Clock().Sub(co.began))
		}
		for _, r := range co.requests {
			r.finish(err)
		}
	}
}

func (s *Store) makeDurable(co *commit) error {
	if co.batch == nil {
		return s.events.failure()
	}
	if err := s.events.failure(); err != nil {
		return err // the batch may never end
	}
	if err := co.batch.SyncWait(); err != nil {
		s.events.Fatalf("sync the log in %s: %v", s.dir, err)
		return s.events.failure()
	}
	s.disk.wrote(co.size)
	s.watermark.set(co.commits)
	return co.batch.Close()
}

// show makes a durable commit the current view and wakes who waits for it.
func (s *Store) show(co *commit) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, part := range co.touched {
		if w := s.waiters[part]; w != nil {
			close(w.more)
			w.more = make(chan struct{})
		}
	}
	if co.snap == nil {
		return nil
	}
	old := s.current
	s.current = &view{seq: co.seq, commits: co.commits, snap: co.snap, refs: 1}
	s.views[s.current] = struct{}{}
	err := s.releaseLocked(old)
	s.quarantine.forget(s.oldestLocked())
	return err
}

// set, delete and deleteRange put a change into the commit's batch. Writing to a
// batch in memory cannot fail.
func (co *commit) set(key, value []byte) { _ = co.batch.Set(key, value, nil) }

func (co *commit) delete(key []byte) { _ = co.batch.Delete(key, nil) }

func (co *commit) deleteRange(from, to []byte) { _ = co.batch.DeleteRange(from, to, nil) }
