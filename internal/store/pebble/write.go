package pebble

import (
	"encoding/binary"

	"github.com/logstore/logstore/internal/store"
)

// write turns the plan into the commit's batch.
func (c *committer) write(co *commit) {
	p := &c.plan
	co.batch = c.s.db.NewBatchWithSize(co.addedBytes + co.added*(2*messageLen+32) + 4096)

	for i, part := range p.newParts {
		co.set(appendDirectoryKey(nil, part), binary.BigEndian.AppendUint32(nil, uint32(c.st.parts)+uint32(i)+1))
	}
	for _, key := range p.evidence {
		co.set(key, nil)
	}
	// In order of key, which the memtable likes.
	for _, index := range p.order {
		x := &p.items[index]
		if x.seq == 0 {
			continue
		}
		op := co.batch.SetDeferred(messageLen, seqLen+len(x.entry.Wire))
		appendMessageKey(op.Key[:0], x.part, &x.entry.Key)
		binary.BigEndian.PutUint64(op.Value, uint64(x.seq))
		copy(op.Value[seqLen:], x.entry.Wire)
		_ = op.Finish() // fails for indexed batches only, which this is not
	}
	c.writeRepairs(co)
	for i := range p.items {
		if x := &p.items[i]; x.seq != 0 {
			p.parts[x.part].arrive(co, x)
		}
	}
	var buf [64]byte
	for id, pp := range p.parts {
		pp.flush(co)
		if pp.counts != pp.state.counts {
			co.set(appendPart(nil, kindStats, id), pp.counts.encode(buf[:0]))
			co.touched = append(co.touched, pp.part)
		}
	}
}

// arrive adds an item to the arrival record of its part.
func (pp *partPlan) arrive(co *commit, x *item) {
	if pp.arrivals == maxArrivals {
		pp.flush(co)
	}
	if pp.arrivals == 0 {
		pp.first, pp.previous = x.seq, x.seq
	}
	pp.value = appendArrival(pp.value, pp.previous, &arrival{x.seq, x.entry.Key})
	pp.previous = x.seq
	pp.arrivals++
}

func (pp *partPlan) flush(co *commit) {
	if pp.arrivals == 0 {
		return
	}
	co.set(appendArrivalKey(nil, pp.state.id, pp.first), pp.value)
	pp.value, pp.arrivals = pp.value[:0], 0
}

// remember makes the plan what the committer goes on from.
func (c *committer) remember(co *commit) {
	p := &c.plan
	c.st.last, c.st.parts = p.last, p.nParts
	for _, pp := range p.parts {
		pp.state.counts = pp.counts
		if pp.isNew {
			if len(c.parts) >= maxCachedParts {
				clear(c.parts)
			}
			c.parts[pp.part] = pp.state
		}
	}
}

// statsOf is what callers see of counts.
func (c counts) stats() store.Stats {
	return store.Stats{
		Messages: c.messages, Bytes: c.bytes, Equivocations: c.equivocations, Pruned: c.pruned, Floor: int64(c.floor),
	}
}
