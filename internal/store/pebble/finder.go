package pebble

import (
	"bytes"

	"github.com/cockroachdb/pebble/v2"
)

const (
	// A plain seek costs as much as a few seeks with a bloom filter, so the gap that
	// it finds must answer for at least so many keys more.
	worthwhileGap = 4
	// maxFiltered bounds how many keys are sought with the filter before a gap is
	// tried again.
	maxFiltered = 64
)

// finder looks message keys up. Keys mostly come in order and belong where nothing
// is stored yet, at the end of a part or in a gap that a batch on its way left. So it
// seeks what is stored next, and until the keys have come that far it knows without
// looking that they are not there. Where messages lie so close that this does not pay
// it asks the bloom filters, key by key.
//
// Keys may be asked for in any order.
type finder struct {
	it *pebble.Iterator // over message keys

	// Of the keys from low to next only next is stored; with toEnd there is nothing
	// at all from low on. Without a gap low is empty.
	low, next       []byte
	toEnd           bool
	lowBuf, nextBuf [messageLen]byte

	answered int // keys for which the gap had the answer
	filtered int // keys that are still to be sought with the filter
	pause    int // how many these were to be when it came to them last
}

// newFinder makes a finder on what r holds. The caller closes its iterator.
func newFinder(r pebble.Reader) (*finder, error) {
	it, err := r.NewIter(&pebble.IterOptions{
		LowerBound:   []byte{kindMessage},
		UpperBound:   []byte{kindMessage + 1},
		UseL6Filters: true,
	})
	if err != nil {
		return nil, err
	}
	return &finder{it: it}, nil
}

// find returns the first stored key at or after the given one that has the same
// prefix, nil if there is none. The key may be a prefix alone. The answer is valid
// until the next call.
func (f *finder) find(key []byte) ([]byte, error) {
	switch {
	case f.inGap(key):
		f.answered++
	case f.filtered > 0:
		f.filtered--
		return f.findFiltered(key)
	case !f.seekGap(key):
		return f.findFiltered(key)
	}
	if f.toEnd || !bytes.HasPrefix(f.next, key[:prefixLen]) {
		return nil, nil
	}
	return f.next, nil
}

func (f *finder) inGap(key []byte) bool {
	return f.low != nil && bytes.Compare(f.low, key) <= 0 && (f.toEnd || bytes.Compare(key, f.next) <= 0)
}

// seekGap finds the gap that begins at key. It returns false if the last one was too
// small to go on with this, or if a block is damaged: that need not be one in which
// the key itself would lie.
func (f *finder) seekGap(key []byte) bool {
	if f.low != nil {
		f.low = nil
		if f.answered < worthwhileGap {
			f.pause = min(2*f.pause+worthwhileGap, maxFiltered)
			f.filtered = f.pause
			return false
		}
		f.pause = 0
	}
	f.answered = 0
	f.toEnd = !f.it.SeekGE(key)
	if f.toEnd && f.it.Error() != nil {
		f.filtered = maxFiltered
		return false
	}
	f.low = append(f.lowBuf[:0], key...)
	if !f.toEnd {
		f.next = append(f.nextBuf[:0], f.it.Key()...)
	}
	return true
}

func (f *finder) findFiltered(key []byte) ([]byte, error) {
	if f.it.SeekPrefixGE(key) {
		return f.it.Key(), nil
	}
	return nil, f.it.Error()
}
