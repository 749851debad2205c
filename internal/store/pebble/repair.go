package pebble

import (
	"encoding/binary"
	"errors"
	"log/slog"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// repair is a message in quarantine that was handed in again.
type repair struct {
	item int32 // in the plan
	seq  store.Seq
	old  int // bytes of the wire form that is replaced
}

// planRepair notes that an item takes the place of the bad message under its key.
func (c *committer) planRepair(index int32) error {
	x := &c.plan.items[index]
	key := appendMessageKey(nil, x.part, &x.entry.Key)
	stored, err := get(c.s.db, key)
	if err != nil {
		return c.s.wrap(err, "read message %v in quarantine", x.entry.Key)
	}
	r := repair{item: index, old: len(x.entry.Wire)}
	var hint store.Seq
	if len(stored) >= seqLen {
		hint = seqOf(stored)
		// The new form can be of another length, with another kind of signature. But if
		// the old one is no message at all, its length is likely not what was counted.
		if _, err := message.Decode(stored[seqLen:]); err == nil {
			r.old = len(stored) - seqLen
		}
	}
	if r.seq, err = c.seqOfArrival(x.part, &x.entry.Key, hint); err != nil {
		return err
	}
	c.plan.repairs = append(c.plan.repairs, r)
	return nil
}

// seqOfArrival finds the seq of a message in the arrival log, where it is told by the
// hint or, if that is no good, by a look at the whole log of the part.
func (c *committer) seqOfArrival(part partID, key *message.Key, hint store.Seq) (_ store.Seq, err error) {
	it, err := c.s.db.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindArrival, part),
		UpperBound: appendPartEnd(nil, kindArrival, part),
	})
	if err != nil {
		return 0, c.s.wrap(err, "read the arrival log of part %d", part)
	}
	defer func() { err = errors.Join(err, c.s.wrap(it.Close(), "read the arrival log of part %d", part)) }()
	look := func() (store.Seq, error) {
		rest, err := it.ValueAndErr()
		if err != nil || len(it.Key()) != arrivalLen {
			return 0, err
		}
		for a, ok := (arrival{seq: firstSeq(it.Key())}), true; len(rest) > 0; {
			if a, rest, ok = nextArrival(rest, a.seq); !ok {
				break
			}
			if a.key == *key {
				return a.seq, nil
			}
		}
		return 0, nil
	}
	if hint < ^store.Seq(0) && it.SeekLT(appendArrivalKey(nil, part, hint+1)) {
		if seq, err := look(); err != nil || seq != 0 {
			return seq, err
		}
	}
	for valid := it.First(); valid; valid = it.Next() {
		if seq, err := look(); err != nil || seq != 0 {
			return seq, err
		}
	}
	return 0, errors.Join(it.Error(), c.s.corrupt("message %v is not in the arrival log of part %d", key, part))
}

// countRepairs adds what the repairs change to the totals.
func (c *committer) countRepairs(co *commit) {
	p := &c.plan
	for _, r := range p.repairs {
		x := &p.items[r.item]
		pp := p.parts[x.part]
		pp.counts.bytes += uint64(len(x.entry.Wire)) - uint64(r.old)
		co.lifted = append(co.lifted, quarantineID{x.part, x.entry.Key})
		co.repaired++
	}
}

// writeRepairs puts the repairs into the batch. They keep their seqs.
func (c *committer) writeRepairs(co *commit) {
	p := &c.plan
	for _, r := range p.repairs {
		x := &p.items[r.item]
		id := quarantineID{x.part, x.entry.Key}
		value := append(binary.BigEndian.AppendUint64(nil, uint64(r.seq)), x.entry.Wire...)
		co.set(appendMessageKey(nil, x.part, &x.entry.Key), value)
		co.delete(appendQuarantineKey(nil, &id))
		c.s.opts.Logger.Info("a message in quarantine was stored anew",
			slog.String("part", p.parts[x.part].part.String()), slog.String("key", x.entry.Key.String()))
	}
}
