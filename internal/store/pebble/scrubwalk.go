package pebble

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
)

// files reads the tables that are there now and that were not read yet in this pass.
// New ones are left to the next.
func (sc *scrubber) files(ctx context.Context) error {
	numbers, err := sc.tables()
	if err != nil {
		return err
	}
	ro := sc.s.opts.readerOptions()
	for _, number := range numbers {
		if number <= sc.at.file {
			continue
		}
		path := tablePath(sc.s.opts.FS, sc.s.dir, number)
		var stop error
		err := checkFile(ctx, sc.s.opts.FS, path, ro, func(bytes int) error {
			stop = sc.spend(ctx, bytes)
			return stop
		})
		if stop != nil {
			return stop
		}
		if err != nil {
			gone, e := sc.isGone(number, err)
			if e != nil {
				return e
			}
			if !gone {
				sc.keep("file %s: %v", path, err)
			}
		}
		sc.at.file = number
		if err := sc.save(ctx, false); err != nil {
			return err
		}
	}
	return nil
}

func (sc *scrubber) tables() ([]uint64, error) {
	if err := sc.s.enter(); err != nil {
		return nil, err
	}
	defer sc.s.leave()
	numbers, err := liveTables(sc.s.db)
	return numbers, sc.s.wrap(err, "list the files of %s", sc.s.dir)
}

// isGone tells whether a table could not be read because a compaction has done away
// with it.
func (sc *scrubber) isGone(number uint64, err error) (bool, error) {
	if !errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	numbers, err := sc.tables()
	return err == nil && !slices.Contains(numbers, number), err
}

// messages checks the messages from the place on where the pass is. Each batch is read
// from the view of its moment, so that the scrub keeps nothing alive that could go.
func (sc *scrubber) messages(ctx context.Context) error {
	for sc.at.next[0] == kindMessage {
		sc.judge.reset()
		sc.seqs = sc.seqs[:0]
		next, err := sc.fill(ctx)
		if err != nil {
			return err
		}
		sc.judge.run(ctx, &sc.decoder, sc.o.Verify)
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, v := range sc.judge.verdicts {
			if err := sc.condemn(ctx, v); err != nil {
				return err
			}
		}
		sc.s.metrics.scrubMessages.Add(float64(len(sc.judge.items)))
		if err := sc.spend(ctx, len(sc.judge.wires)); err != nil {
			return err
		}
		sc.at.next = next
		if err := sc.save(ctx, false); err != nil {
			return err
		}
	}
	return nil
}

// condemn puts a bad message into quarantine. One that was replaced or pruned
// meanwhile is none of the scrub's business any more.
func (sc *scrubber) condemn(ctx context.Context, v verdict) error {
	it, seq := &sc.judge.items[v.index], sc.seqs[v.index]
	wire := sc.judge.wires[it.from:it.to]
	same := func(stored []byte) bool {
		if len(wire) == 0 {
			return stored != nil && len(stored) <= seqLen
		}
		return len(stored) > seqLen && seqOf(stored) == seq && bytes.Equal(stored[seqLen:], wire)
	}
	held, err := sc.s.setAside(ctx, it.part, it.key, same, v.text)
	switch {
	case ctx.Err() != nil || errors.Is(err, store.ErrClosed):
		return err
	case err != nil:
		sc.keep("%s: message %v %v: %s; and it cannot be put into quarantine: %v", it.part, it.key.Ref(), it.key.Hash(), v.text, err)
	case held:
		sc.report(Problem{it.part, it.key, v.text})
	}
	return nil
}

// fill reads the next batch and returns the key to go on with. What cannot be read is
// reported and passed over.
func (sc *scrubber) fill(ctx context.Context) (next []byte, err error) {
	v, err := sc.s.acquire()
	if err != nil {
		return nil, err
	}
	defer sc.s.release(v)
	if err := sc.s.enter(); err != nil {
		return nil, err
	}
	defer sc.s.leave()
	gap, failed := sc.read(ctx, v)
	switch {
	case failed == nil || ctx.Err() != nil:
		return gap.lower, ctx.Err()
	case errors.Is(failed, store.ErrClosed):
		return nil, failed
	case errors.Is(failed, errDirectory): // without names no message can be judged
		sc.keep("%v", failed)
		return []byte{kindMessage + 1}, nil
	case gap.upper == nil:
		gap.upper = skip(v.snap, sc.partsIn(v), gap.lower)
	}
	sc.keep("messages from %s up to %s cannot be read: %v", sc.place(gap.lower), sc.place(gap.upper), failed)
	return gap.upper, nil
}

// read fills the batch. Without an error the lower bound of the gap is the key to go
// on with; with one the gap is what cannot be read, without an upper bound if that is
// not known.
func (sc *scrubber) read(ctx context.Context, v *view) (gap bounds, err error) {
	gap.lower = sc.at.next
	it, err := v.snap.NewIter(&pebble.IterOptions{LowerBound: gap.lower, UpperBound: []byte{kindMessage + 1}})
	if err != nil {
		return gap, err
	}
	defer func() {
		if e := it.Close(); err == nil {
			err = e
		}
	}()
	var last []byte
	for valid := it.First(); valid; valid = it.Next() {
		last = append(append(last[:0], it.Key()...), 0)
		value, err := it.ValueAndErr()
		if err != nil { // the value has a block of its own; the next key can be read
			return bounds{last[:len(last)-1], last}, err
		}
		if err := sc.take(ctx, it.Key(), value); err != nil {
			return gap, err
		}
		if gap.lower = last; sc.judge.full() {
			return gap, nil
		}
	}
	if it.Error() == nil {
		gap.lower = []byte{kindMessage + 1}
	}
	return gap, nil // Close tells
}

var errDirectory = errors.New("the directory of stream parts cannot be read")

// take puts a message into the batch.
func (sc *scrubber) take(ctx context.Context, key, value []byte) (err error) {
	if len(key) != messageLen {
		sc.keep("message key %x has %d bytes", key, len(key))
		return nil
	}
	id, itemKey := parseMessageKey(key)
	name, ok := sc.names[id]
	if !ok {
		if sc.names, err = sc.s.partNames(ctx); err != nil {
			return fmt.Errorf("%w: %w", errDirectory, err)
		}
		if name, ok = sc.names[id]; !ok {
			sc.keep("message key %x is of no known stream part", key)
			return nil
		}
	}
	if len(value) <= seqLen {
		sc.judge.add(name, itemKey, nil)
		sc.seqs = append(sc.seqs, 0)
		return nil
	}
	sc.judge.add(name, itemKey, value[seqLen:])
	sc.seqs = append(sc.seqs, seqOf(value))
	return nil
}

// partsIn returns how many part ids a view has, 0 if that cannot be read.
func (sc *scrubber) partsIn(v *view) partID {
	st, err := sc.s.readState(v.snap)
	if err != nil {
		return 0
	}
	return st.parts
}

// place says where a message key is.
func (sc *scrubber) place(key []byte) string {
	if key[0] != kindMessage {
		return "the end"
	}
	id, ref := placeOf(key)
	if name, ok := sc.names[id]; ok {
		return fmt.Sprintf("%s %v", name, ref)
	}
	return fmt.Sprintf("key %x", key)
}
