package pebble

import (
	"errors"
	"math"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/message"
)

// A read that fails on a damaged block is dear: Pebble tries every single bit of the
// block to say which one was flipped. These bound how many of them it takes to get past
// the block, at the price of passing over some messages behind it.
const (
	skipFactor = 8 // by which the steps grow
	skipHalves = 3 // how often the last step is halved
)

// iterable is what snapshots and databases have in common.
type iterable interface {
	NewIter(*pebble.IterOptions) (*pebble.Iterator, error)
}

// skip returns a message key after from, where reading fails, from which on it works
// again: it takes growing steps of time until it does and halves the last one a few
// times. If nothing more of a part can be read, it tries the next, up to the given one.
func skip(r iterable, last partID, from []byte) []byte {
	part, ref := placeOf(from)
	for {
		if key := skipInPart(r, part, ref.Timestamp); key != nil {
			return key
		}
		if part >= last {
			return []byte{kindMessage + 1}
		}
		part++
		ref = message.Ref{Timestamp: firstTime(r, part)}
		if start := appendPart(nil, kindMessage, part); readable(r, start) {
			return start
		}
	}
}

// firstTime guesses from the arrival log when the messages of a part begin. It is only
// for the first step.
func firstTime(r iterable, part partID) int64 {
	it, err := r.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindArrival, part), UpperBound: appendPartEnd(nil, kindArrival, part),
	})
	if err != nil {
		return 0
	}
	defer it.Close() // of no use if it fails
	if !it.First() || len(it.Key()) != arrivalLen {
		return 0
	}
	rest, err := it.ValueAndErr()
	first := int64(math.MaxInt64)
	for a, ok := (arrival{seq: firstSeq(it.Key())}), err == nil; ok && len(rest) > 0; {
		if a, rest, ok = nextArrival(rest, a.seq); ok {
			first = min(first, a.key.Ref().Timestamp)
		}
	}
	if first == math.MaxInt64 {
		return 0
	}
	return max(first-1, 0)
}

// skipInPart returns nil if reading fails whatever the step.
func skipInPart(r iterable, part partID, at int64) []byte {
	failing := at
	for step := int64(1); step < 1<<60 && at+step > 0; step *= skipFactor {
		works := at + step
		if !readable(r, appendRefKey(nil, kindMessage, part, works, 0)) {
			failing = works
			continue
		}
		for i := 0; i < skipHalves && works-failing > 1; i++ {
			if middle := failing + (works-failing)/2; readable(r, appendRefKey(nil, kindMessage, part, middle, 0)) {
				works = middle
			} else {
				failing = middle
			}
		}
		return appendRefKey(nil, kindMessage, part, works, 0)
	}
	return nil
}

// readable tells whether the first message from a key on can be read, or there is
// none.
func readable(r iterable, key []byte) bool {
	it, err := r.NewIter(&pebble.IterOptions{LowerBound: key, UpperBound: []byte{kindMessage + 1}})
	if err != nil {
		return false
	}
	if it.First() {
		_, err = it.ValueAndErr()
	}
	return errors.Join(err, it.Close()) == nil
}

// placeOf returns the part and the ref in a message key or the beginning of one.
func placeOf(key []byte) (partID, message.Ref) {
	part, itemKey := parseMessageKey(append(append([]byte(nil), key...), make([]byte, messageLen)...))
	return part, itemKey.Ref()
}
