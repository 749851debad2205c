package delivery

import "github.com/logstore/logstore/message"

// maxGaps is how many open intervals a detector remembers.
const maxGaps = 10_000

// gap is an interval of refs of one chain that have not been seen: those after from, up to
// and with to; an open one has no end.
type gap struct {
	from, to message.Ref
	open     bool
}

// detector tells which messages of one chain are new. It is the protocol's: a list of
// intervals that are still to come. What lies before the first message that it saw counts
// as a duplicate.
type detector struct {
	gaps []gap // in order; the last one is open
	max  int   // 0 is maxGaps
}

// novelty is what a detector says about a message.
type novelty int

const (
	isNew novelty = iota
	isDuplicate
	isImpossible // it contradicts what was seen
)

// look says what a message is, without remembering it.
func (d *detector) look(prev *message.Ref, ref message.Ref) novelty {
	n, _ := d.find(prev, ref)
	return n
}

// add says what a message is and remembers it.
func (d *detector) add(prev *message.Ref, ref message.Ref) novelty {
	n, i := d.find(prev, ref)
	if n != isNew {
		return n
	}
	if len(d.gaps) == 0 {
		d.gaps = append(d.gaps, gap{from: ref, open: true})
		return isNew
	}
	g := d.gaps[i]
	if prev == nil {
		d.gaps[i].from = ref // what lies between is not waited for
		return isNew
	}
	left := gap{from: g.from, to: *prev}
	right := gap{from: ref, to: g.to, open: g.open}
	var put []gap
	if left.from.Compare(left.to) < 0 {
		put = append(put, left)
	}
	if right.open || right.from.Compare(right.to) < 0 {
		put = append(put, right)
	}
	d.gaps = append(d.gaps[:i], append(put, d.gaps[i+1:]...)...)
	limit := d.max
	if limit == 0 {
		limit = maxGaps
	}
	if len(d.gaps) > limit {
		d.gaps = append(d.gaps[:0], d.gaps[len(d.gaps)-limit:]...)
	}
	return isNew
}

// find looks up the gap that a message falls into.
func (d *detector) find(prev *message.Ref, ref message.Ref) (novelty, int) {
	if prev != nil && prev.Compare(ref) >= 0 {
		return isImpossible, 0
	}
	if len(d.gaps) == 0 {
		return isNew, 0
	}
	if prev == nil {
		last := len(d.gaps) - 1
		if ref.Compare(d.gaps[last].from) > 0 {
			return isNew, last
		}
		return isDuplicate, 0
	}
	for i := len(d.gaps) - 1; i >= 0; i-- {
		g := d.gaps[i]
		switch {
		case prev.Compare(g.from) < 0:
			// It may begin before the gap and reach into it.
			if ref.Compare(g.from) > 0 {
				return isImpossible, 0
			}
		case g.open || prev.Compare(g.to) < 0:
			if !g.open && ref.Compare(g.to) > 0 {
				return isImpossible, 0
			}
			return isNew, i
		default:
			return isDuplicate, 0
		}
	}
	return isDuplicate, 0
}
