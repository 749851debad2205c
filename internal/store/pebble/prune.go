package pebble

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// pruneChunk is how many messages one commit removes. Appends wait meanwhile.
const pruneChunk = 2048

// RaiseFloor implements [store.Store]. The committer does it, so that no append that
// it has not published yet can slip through.
func (s *Store) RaiseFloor(ctx context.Context, part message.StreamPart, before int64) error {
	return s.submit(ctx, newChange(func(c *committer, co *commit) error {
		ps, err := c.partState(part)
		if err != nil {
			return err
		}
		if ps == nil {
			return fmt.Errorf("raise the floor of %s: %w: no such stream part", part, store.ErrInvalid)
		}
		if before <= int64(ps.counts.floor) {
			return nil
		}
		ps.counts.floor = uint64(before)
		co.set(appendPart(nil, kindStats, ps.id), ps.counts.encode(nil))
		return nil
	}))
}

// Prune implements [store.Store]. It works in chunks: when it ends early, because
// of ctx or a crash, the oldest messages are gone and everything agrees.
func (s *Store) Prune(ctx context.Context, part message.StreamPart) (removed uint64, err error) {
	for {
		result := make(chan int, 1)
		err := s.submit(ctx, newChange(func(c *committer, co *commit) error {
			n, err := c.prune(co, part)
			result <- n
			return err
		}))
		if err != nil {
			return removed, err
		}
		n := <-result
		removed += uint64(n)
		if n < pruneChunk {
			return removed, nil
		}
	}
}

// pruning collects what a chunk takes away.
type pruning struct {
	id     partID
	seqs   []store.Seq
	counts counts
	end    []byte // the key after the last message that goes
	lifted []quarantineID
}

// prune puts the removal of the next chunk of messages into the commit.
func (c *committer) prune(co *commit, part message.StreamPart) (int, error) {
	ps, err := c.partState(part)
	if err != nil || ps == nil || ps.counts.floor == 0 {
		return 0, err
	}
	p := &pruning{id: ps.id, counts: ps.counts}
	if err := c.collectPruned(p); err != nil || len(p.seqs) == 0 {
		return 0, c.s.wrap(err, "prune %s", part)
	}
	evidence, err := c.countEvidence(p)
	if err != nil {
		return 0, c.s.wrap(err, "prune %s", part)
	}
	if p.counts.equivocations < evidence {
		return 0, c.s.corrupt("the counts of %s say %d equivocations, there are more", part, p.counts.equivocations)
	}
	p.counts.equivocations -= evidence
	if err := c.pruneArrivals(co, p); err != nil {
		return 0, c.s.wrap(err, "prune the arrival log of %s", part)
	}

	// Nothing can go wrong any more.
	co.pruned = len(p.seqs)
	co.deleteRange(appendPart(nil, kindMessage, p.id), p.end)
	co.deleteRange(appendPart(nil, kindEvidence, p.id), p.evidenceEnd())
	for i := range p.lifted {
		co.delete(appendQuarantineKey(nil, &p.lifted[i]))
	}
	co.lifted = p.lifted
	co.set(appendPart(nil, kindStats, p.id), p.counts.encode(nil))
	ps.counts = p.counts
	return len(p.seqs), nil
}

func (p *pruning) evidenceEnd() []byte {
	return append([]byte{kindEvidence}, p.end[1:prefixLen]...)
}

// collectPruned finds the messages that go. A chunk never splits the messages of
// one order key, so that evidence stays or goes as a whole.
func (c *committer) collectPruned(p *pruning) (err error) {
	it, err := c.s.db.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindMessage, p.id),
		UpperBound: appendRefKey(nil, kindMessage, p.id, int64(p.counts.floor), 0),
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	var previous message.OrderKey
	for valid := it.First(); valid; valid = it.Next() {
		if len(it.Key()) != messageLen {
			return c.s.corrupt("message key %x has %d bytes", it.Key(), len(it.Key()))
		}
		_, key := parseMessageKey(it.Key())
		if len(p.seqs) >= pruneChunk && key.OrderKey() != previous {
			p.end = append([]byte(nil), it.Key()[:prefixLen]...)
			break
		}
		previous = key.OrderKey()
		value, err := it.ValueAndErr()
		if err != nil {
			return err
		}
		if len(value) <= seqLen {
			return c.s.corrupt("message %v has %d bytes", key, len(value))
		}
		n := uint64(len(value) - seqLen)
		seq := seqOf(value)
		if c.s.quarantine.holds(p.id, &key) {
			if seq, err = c.seqOfArrival(p.id, &key, seq); err != nil {
				return err
			}
			p.lifted = append(p.lifted, quarantineID{p.id, key})
		}
		p.seqs = append(p.seqs, seq)
		if p.counts.messages < 1 || p.counts.bytes < n {
			return c.s.corrupt("the counts of part %d are too small", p.id)
		}
		p.counts.messages--
		p.counts.bytes -= n
		p.counts.pruned++
	}
	if p.end == nil {
		p.end = append(appendRefKey(nil, kindMessage, p.id, int64(p.counts.floor), 0), make([]byte, 16)...)
	}
	slices.Sort(p.seqs)
	return it.Error()
}

// countEvidence counts the evidence of the messages that go.
func (c *committer) countEvidence(p *pruning) (n uint64, err error) {
	it, err := c.s.db.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindEvidence, p.id),
		UpperBound: p.evidenceEnd(),
	})
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	for valid := it.First(); valid; valid = it.Next() {
		n++
	}
	return n, it.Error()
}

// pruneArrivals takes the seqs out of the arrival log. Records keep their keys, so
// that a record is found as before.
func (c *committer) pruneArrivals(co *commit, p *pruning) (err error) {
	it, err := c.s.db.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindArrival, p.id),
		UpperBound: appendPartEnd(nil, kindArrival, p.id),
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	for i := 0; i < len(p.seqs); {
		// The record that holds a seq is the last one that begins at or before it.
		if !it.SeekLT(appendArrivalKey(nil, p.id, p.seqs[i]+1)) {
			return errors.Join(it.Error(), c.s.corrupt("seq %d is not in the arrival log", p.seqs[i]))
		}
		rest, err := it.ValueAndErr()
		if err != nil {
			return err
		}
		if len(it.Key()) != arrivalLen {
			return c.s.corrupt("arrival key %x", it.Key())
		}
		first := firstSeq(it.Key())
		previous, begin := first, i
		var kept []byte
		for a := (arrival{seq: first}); len(rest) > 0; {
			var ok bool
			if a, rest, ok = nextArrival(rest, a.seq); !ok {
				return c.s.corrupt("arrival record %x", it.Key())
			}
			if i < len(p.seqs) && a.seq == p.seqs[i] {
				i++
				continue
			}
			kept = appendArrival(kept, previous, &a)
			previous = a.seq
		}
		if i == begin {
			return c.s.corrupt("seq %d is not in the arrival log", p.seqs[i])
		}
		if len(kept) == 0 {
			co.delete(it.Key())
		} else {
			co.set(it.Key(), kept)
		}
	}
	return it.Error()
}
