package pebble

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"math"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// A chunk of records ends when it holds this much. What a reader that pauses costs
// is one chunk.
const (
	chunkBytes   = 16 << 10
	chunkRecords = 128
)

// chunk is the records that a reader looks at while it holds nothing of Pebble.
type chunk struct {
	records []store.Record
	buf     []byte // what the records' Wire share
}

func (ch *chunk) reset() {
	if ch.buf == nil {
		ch.buf = make([]byte, 0, chunkBytes+chunkBytes/2)
	}
	if cap(ch.buf) > 4*chunkBytes { // a large message came by
		ch.buf = make([]byte, 0, chunkBytes+chunkBytes/2)
	}
	ch.records, ch.buf = ch.records[:0], ch.buf[:0]
}

func (ch *chunk) add(key message.Key, seq store.Seq, wire []byte) {
	n := len(ch.buf)
	ch.buf = append(ch.buf, wire...)
	ch.records = append(ch.records, store.Record{Key: key, Seq: seq, Wire: ch.buf[n:len(ch.buf):len(ch.buf)]})
}

func (ch *chunk) full() bool {
	return len(ch.buf) >= chunkBytes || len(ch.records) >= chunkRecords
}

// filter is what a query asks of a message beyond its place in the order.
type filter struct {
	s         *Store
	v         *view
	name      message.StreamPart
	part      partID
	publisher message.UserID
	tag       []byte // the chain tag, if the chain is given
	upTo      store.Seq
}

func newFilter(s *Store, v *view, part partID, q *store.Query) filter {
	f := filter{s: s, v: v, name: q.Part, part: part, publisher: q.Publisher, upTo: q.UpTo}
	if q.Chain != nil {
		tag := message.ChainTagOf(q.Publisher, *q.Chain)
		f.tag, f.publisher = tag[:], "" // the tag stands for both
	}
	return f
}

// tagAt is where the chain tag is in a message key.
const tagAt = partLen + 8 + 4

// match reads the message that the iterator stands on and tells whether the query
// wants it. value is the seq and the wire form.
func (f *filter) match(it *pebble.Iterator) (value []byte, ok bool, err error) {
	key := it.Key()
	if len(key) != messageLen {
		return nil, false, f.s.corrupt("message key %x has %d bytes", key, len(key))
	}
	if f.tag != nil && !bytes.Equal(key[tagAt:tagAt+len(f.tag)], f.tag) {
		return nil, false, nil
	}
	// Before anything is read out of the value, which is not to be trusted.
	if err := f.s.refuse(f.v, f.name, f.part, (*message.Key)(key[partLen:])); err != nil {
		return nil, false, err
	}
	value, err = it.ValueAndErr()
	if err != nil {
		return nil, false, f.s.wrap(err, "read message %x", key[partLen:])
	}
	if len(value) <= seqLen {
		return nil, false, f.s.corrupt("message %x has %d bytes", key[partLen:], len(value))
	}
	if f.upTo != 0 && seqOf(value) > f.upTo {
		return nil, false, nil
	}
	if f.publisher != "" && string(message.PeekPublisher(value[seqLen:])) != string(f.publisher) {
		return nil, false, nil
	}
	return value, true, nil
}

func seqOf(value []byte) store.Seq { return store.Seq(binary.BigEndian.Uint64(value)) }

// queryBounds returns the keys that a query can select; ok is false if there are
// none.
func queryBounds(id partID, q *store.Query) (b bounds, ok bool) {
	if q.To != (message.Ref{}) && q.To.Timestamp < 0 {
		return b, false
	}
	b.lower = appendPart(nil, kindMessage, id)
	if q.From.Timestamp >= 0 {
		b.lower = appendRefKey(nil, kindMessage, id, q.From.Timestamp, uint32(max(q.From.Sequence, 0)))
	}
	b.upper = appendPartEnd(nil, kindMessage, id)
	if q.To != (message.Ref{}) {
		after := uint32(max(int64(q.To.Sequence)+1, 0))
		b.upper = appendRefKey(nil, kindMessage, id, q.To.Timestamp, after)
	}
	if q.After != nil {
		at := appendMessageKey(nil, id, q.After)
		if q.Reverse {
			if bytes.Compare(at, b.upper) < 0 {
				b.upper = at
			}
		} else if at = append(at, 0); bytes.Compare(at, b.lower) > 0 {
			b.lower = at
		}
	}
	return b, bytes.Compare(b.lower, b.upper) < 0
}

func checkQuery(q *store.Query) error {
	switch {
	case q.Chain != nil && q.Publisher == "":
		return fmt.Errorf("scan %s: %w: a message chain needs its publisher", q.Part, store.ErrInvalid)
	case q.Last < 0:
		return fmt.Errorf("scan %s: %w: last is %d, want 0 or more", q.Part, store.ErrInvalid, q.Last)
	case q.Limit < 0:
		return fmt.Errorf("scan %s: %w: limit is %d, want 0 or more", q.Part, store.ErrInvalid, q.Limit)
	}
	return nil
}

// Scan implements [store.Snapshot]. It copies chunks of records, so that a reader
// may take any time over them.
func (sn *snapshot) Scan(ctx context.Context, q store.Query) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		if err := sn.scan(ctx, &q, yield); err != nil {
			yield(store.Record{}, err)
		}
	}
}

// scan returns an error that must still be yielded.
func (sn *snapshot) scan(ctx context.Context, q *store.Query, yield func(store.Record, error) bool) error {
	if err := checkQuery(q); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	id, err := sn.partID(q.Part)
	if err != nil || id == 0 {
		return err
	}
	b, ok := queryBounds(id, q)
	if !ok {
		return nil
	}
	f := newFilter(sn.s, sn.v, id, q)
	limit := math.MaxInt
	if q.Limit > 0 {
		limit = q.Limit
	}
	if q.Last > 0 && q.Reverse {
		limit = min(limit, q.Last)
	} else if q.Last > 0 {
		start, err := sn.lastStart(ctx, b, &f, q.Last)
		if err != nil || start == nil {
			return err
		}
		b.lower = start
	}
	c, err := sn.newCursor(b, q.Reverse)
	if err != nil {
		return err
	}
	defer c.end()
	var ch chunk
	for more := true; more && limit > 0; {
		ch.reset()
		more, err = c.read(ctx, func(it *pebble.Iterator) (bool, error) {
			value, ok, err := f.match(it)
			if ok {
				_, key := parseMessageKey(it.Key())
				ch.add(key, seqOf(value), value[seqLen:])
			}
			return !ch.full() && len(ch.records) < limit, err
		})
		for i := range ch.records {
			if !yield(ch.records[i], nil) {
				return nil
			}
		}
		if err != nil {
			return err
		}
		limit -= len(ch.records)
	}
	return nil
}

// lastStart walks back over the n newest messages that match and returns the key
// of the oldest of them, nil if nothing matches.
func (sn *snapshot) lastStart(ctx context.Context, b bounds, f *filter, n int) (start []byte, err error) {
	c, err := sn.newCursor(b, true)
	if err != nil {
		return nil, err
	}
	defer c.end()
	for more := true; more && n > 0; {
		more, err = c.read(ctx, func(it *pebble.Iterator) (bool, error) {
			_, ok, err := f.match(it)
			if ok {
				start = append(start[:0], it.Key()...)
				n--
			}
			return n > 0, err
		})
		if err != nil {
			return nil, err
		}
	}
	return start, nil
}
