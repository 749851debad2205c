package pebble

import (
	"encoding/binary"
	"io"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// formatVersion is the version of the layout of keys and values. A store of an older
// version, down to oldestVersion, is read as it is and is brought up to date when it
// is opened for writing.
const (
	formatVersion = 2
	oldestVersion = 1
)

// ID names a store for as long as it lives; backups have the id of the original.
type ID [16]byte

const infoLen = 4 + len(ID{})

func encodeInfo(version uint32, id ID) []byte {
	return append(binary.BigEndian.AppendUint32(nil, version), id[:]...)
}

// state is what the committer must know to go on.
type state struct {
	last    store.Seq
	parts   partID // the number of part ids given out
	commits uint64 // batches ever written
}

func (s state) encode(dst []byte) []byte {
	dst = binary.BigEndian.AppendUint64(dst, uint64(s.last))
	dst = binary.BigEndian.AppendUint32(dst, uint32(s.parts))
	return binary.BigEndian.AppendUint64(dst, s.commits)
}

func decodeState(b []byte) (s state, ok bool) {
	if len(b) != 20 {
		return s, false
	}
	return state{
		last:    store.Seq(binary.BigEndian.Uint64(b)),
		parts:   partID(binary.BigEndian.Uint32(b[8:])),
		commits: binary.BigEndian.Uint64(b[12:]),
	}, true
}

// counts sums up a stream part. The first three fields are what a recount must find.
type counts struct {
	messages      uint64
	bytes         uint64
	equivocations uint64 // order keys with more than one message
	pruned        uint64
	floor         uint64 // ms; what is older is refused
}

const (
	countsLen  = 5 * 8
	countsLen1 = 4 * 8 // in version 1, without a floor
)

func (c counts) encode(dst []byte) []byte {
	dst = binary.BigEndian.AppendUint64(dst, c.messages)
	dst = binary.BigEndian.AppendUint64(dst, c.bytes)
	dst = binary.BigEndian.AppendUint64(dst, c.equivocations)
	dst = binary.BigEndian.AppendUint64(dst, c.pruned)
	return binary.BigEndian.AppendUint64(dst, c.floor)
}

func decodeCounts(b []byte) (c counts, ok bool) {
	switch len(b) {
	case countsLen:
		c.floor = binary.BigEndian.Uint64(b[countsLen1:])
	case countsLen1:
	default:
		return c, false
	}
	return counts{
		floor:         c.floor,
		messages:      binary.BigEndian.Uint64(b),
		bytes:         binary.BigEndian.Uint64(b[8:]),
		equivocations: binary.BigEndian.Uint64(b[16:]),
		pruned:        binary.BigEndian.Uint64(b[24:]),
	}, true
}

// maxArrivals bounds the entries of one arrival record, so that a reader that
// goes on in the middle of one has little to skip.
const maxArrivals = 256

// arrival is one entry of an arrival record.
type arrival struct {
	seq store.Seq
	key message.Key
}

// appendArrival appends an entry; previous is the seq of the entry before, or the
// seq in the record's key for the first.
func appendArrival(dst []byte, previous store.Seq, a *arrival) []byte {
	dst = binary.AppendUvarint(dst, uint64(a.seq-previous))
	return append(dst, a.key[:]...)
}

// nextArrival takes an entry off the front of an arrival record.
func nextArrival(b []byte, previous store.Seq) (a arrival, rest []byte, ok bool) {
	delta, n := binary.Uvarint(b)
	if n <= 0 || len(b) < n+message.KeyLen {
		return a, nil, false
	}
	return arrival{previous + store.Seq(delta), message.Key(b[n:])}, b[n+message.KeyLen:], true
}

// partOfKey and firstSeq read the fixed fields of keys.
func partOfKey(key []byte) partID { return partID(binary.BigEndian.Uint32(key[1:])) }
func firstSeq(key []byte) store.Seq {
	return store.Seq(binary.BigEndian.Uint64(key[partLen:]))
}

// getter is what snapshots and databases have in common.
type getter interface {
	Get(key []byte) ([]byte, io.Closer, error)
}

// get returns a copy of a value, nil if there is none. An empty value is not nil.
func get(g getter, key []byte) ([]byte, error) {
	v, closer, err := g.Get(key)
	if err == pebble.ErrNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v = append(make([]byte, 0, len(v)+1), v...)
	return v, closer.Close()
}
