package delivery

import (
	"slices"
	"sort"

	"github.com/logstore/logstore/message"
)

// maxGaps is how many open intervals a detector remembers (§6.5).
const maxGaps = 10_000

// gap is an interval of refs of one chain that have not been seen: those after from, up to
// and with to; an open one has no end.
type gap struct {
	from, to message.Ref
	open     bool
}

// detector tells which messages of one chain are new. It is the protocol's: a list of
// intervals that are still to come. What lies before the first message that it saw counts
// as a duplicate. The zero value has seen nothing.
type detector struct {
	gaps []gap // in order, apart from each other; the last one is open
}

// novelty is what a detector says about a message.
type novelty uint8

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

// add says what a message is and remembers it. Beyond limit gaps it forgets the oldest.
func (d *detector) add(prev *message.Ref, ref message.Ref, limit int) novelty {
	n, i := d.find(prev, ref)
	switch {
	case n != isNew:
		return n
	case len(d.gaps) == 0:
		d.gaps = append(d.gaps, gap{from: ref, open: true})
		return isNew
	case prev == nil:
		d.gaps[i].from = ref // what lies between is not waited for
		return isNew
	}
	// What is left of the gap lies before the message, behind it, on both sides or nowhere.
	g := &d.gaps[i]
	before := gap{from: g.from, to: *prev}
	behind := gap{from: ref, to: g.to, open: g.open}
	isBefore, isBehind := before.from.Compare(before.to) < 0, behind.open || behind.from.Compare(behind.to) < 0
	switch {
	case isBefore && isBehind:
		*g = behind
		d.gaps = slices.Insert(d.gaps, i, before)
	case isBefore:
		*g = before
	case isBehind:
		*g = behind
	default:
		d.gaps = slices.Delete(d.gaps, i, i+1)
	}
	if extra := len(d.gaps) - limit; extra > 0 {
		d.gaps = slices.Delete(d.gaps, 0, extra)
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
	last := len(d.gaps) - 1
	if prev == nil {
		if ref.Compare(d.gaps[last].from) > 0 {
			return isNew, last
		}
		return isDuplicate, 0
	}
	i := last // the last gap that begins at prev or before it; -1 if there is none
	if prev.Compare(d.gaps[last].from) < 0 {
		i = sort.Search(last, func(i int) bool { return d.gaps[i].from.Compare(*prev) > 0 }) - 1
	}
	if i < last && ref.Compare(d.gaps[i+1].from) > 0 {
		return isImpossible, 0 // it begins before the next gap and reaches into it
	}
	switch {
	case i < 0 || !d.gaps[i].open && prev.Compare(d.gaps[i].to) >= 0:
		return isDuplicate, 0
	case !d.gaps[i].open && ref.Compare(d.gaps[i].to) > 0:
		return isImpossible, 0
	}
	return isNew, i
}
