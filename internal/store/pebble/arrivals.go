package pebble

import (
	"context"
	"errors"
	"iter"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// Arrivals implements [store.Snapshot]. It reads the arrival log alone, not the
// messages.
func (sn *snapshot) Arrivals(ctx context.Context, part message.StreamPart, after store.Seq) iter.Seq2[store.Arrival, error] {
	return func(yield func(store.Arrival, error) bool) {
		b, err := sn.arrivalBounds(part, after)
		if err != nil {
			yield(store.Arrival{}, err)
			return
		}
		if b.lower == nil {
			return
		}
		chunksOf(ctx, sn, b, func(chunk []store.Arrival, it *pebble.Iterator) ([]store.Arrival, bool, error) {
			rest, err := it.ValueAndErr()
			if err != nil {
				return nil, false, sn.s.wrap(err, "read the arrival log of %s", part)
			}
			if len(it.Key()) != arrivalLen {
				return nil, false, sn.s.corrupt("arrival key %x", it.Key())
			}
			for a := (arrival{seq: firstSeq(it.Key())}); len(rest) > 0; {
				var ok bool
				if a, rest, ok = nextArrival(rest, a.seq); !ok {
					return nil, false, sn.s.corrupt("arrival record %x", it.Key())
				}
				if a.seq > after {
					chunk = append(chunk, store.Arrival{Seq: a.seq, Key: a.key})
				}
			}
			return chunk, len(chunk) >= maxArrivals, nil
		})(yield)
	}
}

// arrivalBounds returns where the arrivals after a seq are in the log: the first may
// be inside of the record that begins at or before it. There are no bounds for an
// unknown part.
func (sn *snapshot) arrivalBounds(part message.StreamPart, after store.Seq) (b bounds, err error) {
	v, err := sn.hold()
	if err != nil {
		return b, err
	}
	defer sn.s.release(v)
	if err := sn.s.enter(); err != nil {
		return b, err
	}
	defer sn.s.leave()
	id, err := sn.s.partIn(v, part)
	if err != nil || id == 0 || after >= v.seq {
		return b, err
	}
	b = bounds{lower: appendPart(nil, kindArrival, id), upper: appendPartEnd(nil, kindArrival, id)}
	it, err := v.snap.NewIter(&pebble.IterOptions{LowerBound: b.lower, UpperBound: b.upper})
	if err != nil {
		return bounds{}, sn.s.wrap(err, "read the arrival log of %s", part)
	}
	if it.SeekLT(appendArrivalKey(nil, id, after+1)) {
		b.lower = append([]byte(nil), it.Key()...)
	}
	if err := errors.Join(it.Error(), it.Close()); err != nil {
		return bounds{}, sn.s.wrap(err, "read the arrival log of %s", part)
	}
	return b, nil
}
