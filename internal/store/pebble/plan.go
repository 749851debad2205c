package pebble

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// plan is what a group of appends will change. It is made by reading only; nothing
// of the committer changes before the plan is complete.
type plan struct {
	items []item  // in order of arrival
	order []int32 // the items' indexes in order of part and key
	parts map[partID]*partPlan
	// evidence holds the part and order key of new equivocations, as keys.
	evidence [][]byte
	newParts []message.StreamPart
	repairs  []repair // of messages in quarantine
	last     store.Seq
	nParts   partID
}

// item is an entry on its way through the plan.
type item struct {
	entry   *store.Entry
	outcome *store.Outcome
	part    partID
	seq     store.Seq // 0 if nothing is added
}

// partPlan collects what a group does to a stream part.
type partPlan struct {
	part     message.StreamPart
	state    *partState
	isNew    bool
	counts   counts // new totals
	previous store.Seq
	arrivals int // in value
	first    store.Seq
	value    []byte // the arrival record that is being made
}

func (p *plan) reset(st state) {
	clear(p.items)
	p.items, p.order = p.items[:0], p.order[:0]
	p.parts = make(map[partID]*partPlan)
	p.evidence, p.newParts = nil, nil
	p.repairs = p.repairs[:0]
	p.last, p.nParts = st.last, st.parts
}

// prepareAppend decides the outcome of every entry and fills the commit's batch. On
// an error the committer is as it was.
func (c *committer) prepareAppend(co *commit) error {
	p := &c.plan
	p.reset(c.st)
	if err := c.resolveParts(co.requests); err != nil {
		return err
	}
	if err := c.decide(); err != nil {
		return err
	}
	c.count(co)
	c.countRepairs(co)
	if co.added == 0 && co.repaired == 0 {
		return nil // nothing new: they wait for the commits before, no more
	}
	c.write(co)
	c.remember(co)
	return nil
}

// resolveParts lists the entries and finds or gives out their part ids.
func (c *committer) resolveParts(requests []*request) error {
	p := &c.plan
	var last *partPlan
	byName := make(map[message.StreamPart]*partPlan)
	for _, r := range requests {
		for i := range r.entries {
			e := &r.entries[i]
			if last == nil || last.part != e.Part {
				pp, ok := byName[e.Part]
				if !ok {
					var err error
					if pp, err = c.resolvePart(e.Part); err != nil {
						return err
					}
					byName[e.Part] = pp
				}
				last = pp
			}
			p.items = append(p.items, item{entry: e, outcome: &r.outcomes[i], part: last.state.id})
		}
	}
	return nil
}

func (c *committer) resolvePart(part message.StreamPart) (*partPlan, error) {
	p := &c.plan
	ps, err := c.partState(part)
	if err != nil {
		return nil, err
	}
	isNew := ps == nil
	if isNew {
		p.nParts++
		ps = &partState{id: p.nParts}
		p.newParts = append(p.newParts, part)
	}
	pp := &partPlan{part: part, state: ps, isNew: isNew, counts: ps.counts}
	p.parts[ps.id] = pp
	return pp, nil
}

// partState returns what is known of a part, nil if it is new.
func (c *committer) partState(part message.StreamPart) (*partState, error) {
	if ps, ok := c.parts[part]; ok {
		return ps, nil
	}
	id, err := c.s.lookupPart(c.s.db, part)
	if err != nil || id == 0 {
		return nil, err
	}
	n, err := c.s.readCounts(c.s.db, id)
	if err != nil {
		return nil, err
	}
	if len(c.parts) >= maxCachedParts {
		clear(c.parts)
	}
	ps := &partState{id, n}
	c.parts[part] = ps
	return ps, nil
}

// lookupPart returns the id of a part, 0 if it has none.
func (s *Store) lookupPart(g getter, part message.StreamPart) (partID, error) {
	b, err := get(g, appendDirectoryKey(nil, part))
	if err != nil || b == nil {
		return 0, s.wrap(err, "look up stream part %s", part)
	}
	if len(b) != 4 || binary.BigEndian.Uint32(b) == 0 {
		return 0, s.corrupt("directory entry of stream part %s is %x", part, b)
	}
	return partID(binary.BigEndian.Uint32(b)), nil
}

func (s *Store) readCounts(g getter, id partID) (counts, error) {
	b, err := get(g, appendPart(nil, kindStats, id))
	if err != nil || b == nil {
		return counts{}, s.wrap(err, "read counts of part %d", id)
	}
	n, ok := decodeCounts(b)
	if !ok {
		return counts{}, s.corrupt("counts of part %d have %d bytes", id, len(b))
	}
	return n, nil
}

// decide finds the outcome of every item: against the store by looking up the order
// keys, and among the items themselves by going through them in order.
func (c *committer) decide() (err error) {
	p := &c.plan
	for i := range p.items {
		p.order = append(p.order, int32(i))
	}
	slices.SortFunc(p.order, func(a, b int32) int {
		x, y := &p.items[a], &p.items[b]
		if x.part != y.part {
			return cmp.Compare(x.part, y.part)
		}
		if d := bytes.Compare(x.entry.Key[:], y.entry.Key[:]); d != 0 {
			return d
		}
		return cmp.Compare(a, b)
	})
	f, err := newFinder(c.s.db)
	if err != nil {
		return c.s.wrap(err, "look for duplicates")
	}
	defer func() { err = errors.Join(err, c.s.wrap(f.it.Close(), "look for duplicates")) }()

	for from := 0; from < len(p.order); {
		to := from + 1
		first := &p.items[p.order[from]]
		for to < len(p.order) && sameOrderKey(first, &p.items[p.order[to]]) {
			to++
		}
		if err := c.decideRun(f, p.order[from:to]); err != nil {
			return err
		}
		from = to
	}
	return nil
}

func sameOrderKey(a, b *item) bool {
	return a.part == b.part &&
		bytes.Equal(a.entry.Key[:message.OrderKeyLen], b.entry.Key[:message.OrderKeyLen])
}

// decideRun decides the items of one order key, which come sorted by hash and
// within a hash by arrival.
func (c *committer) decideRun(f *finder, run []int32) error {
	p := &c.plan
	var buf, headBuf [messageLen]byte
	x := &p.items[run[0]]
	pp := p.parts[x.part]
	if uint64(x.entry.Key.Ref().Timestamp) < pp.counts.floor {
		for _, index := range run {
			*p.items[index].outcome = store.BelowFloor
		}
		return nil
	}
	key := appendMessageKey(buf[:0], x.part, &x.entry.Key)
	var head []byte // the first stored key with this order key
	if !pp.isNew {
		found, err := f.find(key[:prefixLen])
		if err != nil {
			return c.s.wrap(err, "look for duplicates")
		}
		if found != nil {
			head = append(headBuf[:0], found...)
		}
	}
	first, news := -1, 0 // the new item that arrived first; how many are new
	for i, index := range run {
		x := &p.items[index]
		isDuplicate := i > 0 && x.entry.Key == p.items[run[i-1]].entry.Key
		if !isDuplicate && head != nil {
			key = appendMessageKey(buf[:0], x.part, &x.entry.Key)
			d := bytes.Compare(key, head)
			if isDuplicate = d == 0; d > 0 {
				found, err := f.find(key)
				if err != nil {
					return c.s.wrap(err, "look for duplicates")
				}
				isDuplicate = bytes.Equal(found, key)
			}
			if isDuplicate && c.s.quarantine.holds(x.part, &x.entry.Key) {
				if err := c.planRepair(index); err != nil {
					return err
				}
			}
		}
		if isDuplicate {
			*x.outcome = store.Duplicate
			continue
		}
		*x.outcome = store.Equivocation
		if news++; first < 0 || int(index) < first {
			first = int(index)
		}
	}
	if news == 0 {
		return nil
	}
	if head == nil {
		*p.items[first].outcome = store.Added
	}
	if head != nil || news > 1 {
		return c.addEvidence(pp, &p.items[run[0]])
	}
	return nil
}

// addEvidence notes an equivocation unless its order key is known for one.
func (c *committer) addEvidence(pp *partPlan, x *item) error {
	key := append(appendPart(nil, kindEvidence, x.part), x.entry.Key[:message.OrderKeyLen]...)
	known, err := get(c.s.db, key)
	if err != nil {
		return c.s.wrap(err, "read evidence")
	}
	if known == nil {
		c.plan.evidence = append(c.plan.evidence, key)
		pp.counts.equivocations++
	}
	return nil
}

// count gives every new item its sequence number and adds up the new totals.
func (c *committer) count(co *commit) {
	p := &c.plan
	for i := range p.items {
		x := &p.items[i]
		switch *x.outcome {
		case store.Duplicate:
			co.duplicates++
			continue
		case store.BelowFloor:
			co.belowFloor++
			continue
		case store.Equivocation:
			co.equivocations++
		}
		n := len(x.entry.Wire)
		p.last++
		x.seq = p.last
		co.added++
		co.addedBytes += n

		pp := p.parts[x.part]
		pp.counts.messages++
		pp.counts.bytes += uint64(n)
	}
}
