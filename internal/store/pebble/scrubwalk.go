package pebble

import (
	"bytes"
	"context"
	"encoding/binary"
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
		err := checkFile(ctx, sc.s.opts.FS, path, ro, func(bytes int) error { return sc.spend(ctx, bytes) })
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, store.ErrClosed):
			return err
		case err != nil:
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
		sc.judge.run(ctx, sc.o.Verify)
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
	next, failed := sc.read(ctx, v)
	if failed == nil || ctx.Err() != nil {
		return next, ctx.Err()
	}
	if errors.Is(failed, store.ErrClosed) {
		return nil, failed
	}
	if errors.Is(failed, errDirectory) { // without names no message can be judged
		sc.keep("%v", failed)
		return []byte{kindMessage + 1}, nil
	}
	from := next
	next = sc.skip(v, from)
	sc.keep("messages from %s up to %s cannot be read: %v", sc.place(from), sc.place(next), failed)
	return next, nil
}

// read fills the batch and returns the key behind what it read. With an error it is
// the key from which on reading fails.
func (sc *scrubber) read(ctx context.Context, v *view) (next []byte, err error) {
	next = sc.at.next
	it, err := v.snap.NewIter(&pebble.IterOptions{LowerBound: next, UpperBound: []byte{kindMessage + 1}})
	if err != nil {
		return next, err
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	var last []byte
	behind := func() []byte {
		if last == nil {
			return next
		}
		return append(last, 0)
	}
	for valid := it.First(); valid; valid = it.Next() {
		value, err := it.ValueAndErr()
		if err != nil {
			return behind(), err
		}
		if err := sc.take(ctx, it.Key(), value); err != nil {
			return behind(), err
		}
		if last = append(last[:0], it.Key()...); sc.judge.full() {
			return behind(), nil
		}
	}
	if it.Error() != nil {
		return behind(), nil // Close tells
	}
	return []byte{kindMessage + 1}, nil
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

// skip returns a key after from, where reading fails, from which on it works again: in
// growing steps of time until it does, and then by halving the last step. If nothing
// more of a part can be read, it tries the next.
func (sc *scrubber) skip(v *view, from []byte) []byte {
	parts := partID(0)
	if st, err := sc.s.readState(v.snap); err == nil {
		parts = st.parts
	}
	place := append(append([]byte(nil), from...), make([]byte, messageLen)...)
	part, at := partOfKey(place), int64(binary.BigEndian.Uint64(place[partLen:]))
	for {
		failing := at
		for step := int64(1); at+step > 0; step *= 2 {
			if !sc.readable(v, appendRefKey(nil, kindMessage, part, at+step, 0)) {
				failing = at + step
				continue
			}
			works := at + step
			for works-failing > 1 {
				if middle := failing + (works-failing)/2; sc.readable(v, appendRefKey(nil, kindMessage, part, middle, 0)) {
					works = middle
				} else {
					failing = middle
				}
			}
			return appendRefKey(nil, kindMessage, part, works, 0)
		}
		if part >= parts {
			return []byte{kindMessage + 1}
		}
		part, at = part+1, 0
		if start := appendPart(nil, kindMessage, part); sc.readable(v, start) {
			return start
		}
	}
}

// readable tells whether the first message from a key on can be read, or there is
// none.
func (sc *scrubber) readable(v *view, key []byte) bool {
	it, err := v.snap.NewIter(&pebble.IterOptions{LowerBound: key, UpperBound: []byte{kindMessage + 1}})
	if err != nil {
		return false
	}
	if it.First() {
		_, err = it.ValueAndErr()
	}
	return errors.Join(err, it.Close()) == nil
}

// place says where a message key is.
func (sc *scrubber) place(key []byte) string {
	if key[0] != kindMessage {
		return "the end"
	}
	full := append(append([]byte(nil), key...), make([]byte, messageLen)...)
	id, itemKey := parseMessageKey(full)
	if name, ok := sc.names[id]; ok {
		return fmt.Sprintf("%s %v", name, itemKey.Ref())
	}
	return fmt.Sprintf("key %x", key)
}
