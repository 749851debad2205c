// Package store defines what LogStore asks of a place that keeps messages.
//
// A store holds, for every stream part, a set of verified messages in the total
// order of their item keys, and beside it the order in which this store took them
// in: every new message gets the next [Seq]. The first order answers queries; the
// second lets a reader follow from the past into the present without a gap or a
// duplicate, whatever timestamps late messages carry.
//
// Beside the messages of a part it keeps pages: small values of other packages,
// such as the pages of a tree over the messages. A [Snapshot] shows messages,
// arrivals and pages of the same moment.
//
// The promises, checked by package storetest for every backend:
//
//   - Append returns only when what it accepted is durable, and is idempotent.
//   - A batch becomes visible whole or not at all; a [Snapshot] never changes.
//   - Nothing is visible before it is durable.
//   - Reading streams: memory is bounded whatever the length of the range.
//   - Two messages with one order key and different hashes are both kept, and
//     their order key is kept as evidence.
//   - What cannot be read, or is known to be damaged, is an error, never a shorter
//     answer.
//
// A store trusts its caller: verification happens before it, in package ingest.
package store

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/logstore/logstore/message"
)

// Errors that callers branch on.
var (
	// ErrClosed: the store was closed.
	ErrClosed = errors.New("store is closed")
	// ErrCorrupt: bytes on disk are not what was written. Never retried.
	ErrCorrupt = errors.New("store is corrupt")
	// ErrDiskFull: an append was refused whole because the disk has too little
	// room left. Reading goes on.
	ErrDiskFull = errors.New("disk is full")
	// ErrInvalid: the request makes no sense; the text names the field.
	ErrInvalid = errors.New("invalid request")
)

// Seq numbers messages in the order in which a store took them in, from 1, across
// all stream parts. It means nothing outside this store.
type Seq uint64

// Entry is a message to append: its place and its wire form, which must be the
// encoding of [message.Message.AppendWire] and agree with Part and Key.
type Entry struct {
	Part message.StreamPart
	Key  message.Key
	Wire []byte
}

// Outcome says what Append did with an entry.
type Outcome uint8

// The outcomes of an append.
const (
	// Added: new, and durable now.
	Added Outcome = iota + 1
	// Duplicate: a message with this key was there already (or earlier in the same
	// batch). The first one is kept, unless it is known to be damaged: then the new
	// one takes its place in silence.
	Duplicate
	// Equivocation: added, and another message with the same order key was there.
	Equivocation
	// BelowFloor: not stored, because its timestamp is below the floor of its stream
	// part; see RaiseFloor. This goes before Duplicate.
	BelowFloor
)

// Record is a stored message as reading yields it. Wire is valid only until the
// iteration goes on.
type Record struct {
	Key  message.Key
	Seq  Seq
	Wire []byte
}

// Arrival tells that the store took in a message.
type Arrival struct {
	Seq Seq
	Key message.Key
}

// Bounds of pages.
const (
	MaxPageKey   = 128     // bytes; at least 1
	MaxPageValue = 1 << 20 // bytes
)

// Page is a small value that another package keeps for a stream part, such as a page
// of a tree over its messages.
type Page struct {
	Part  message.StreamPart
	Key   []byte
	Value []byte // nil removes the page
}

// Query selects messages of one stream part. The zero value of every field but
// Part means "no restriction".
type Query struct {
	Part message.StreamPart

	// From and To bound the refs, both inclusive. A zero To means no upper bound.
	From, To message.Ref

	// After continues a scan: only keys strictly after it (before it, if Reverse).
	After *message.Key

	Publisher message.UserID // "" is any
	Chain     *string        // nil is any; needs Publisher

	// UpTo leaves out messages that the store took in later. 0 means the
	// snapshot's own.
	UpTo Seq

	// Last keeps only the newest n of what the rest selects, still yielded in
	// ascending order (descending, if Reverse). 0 keeps all.
	Last int
	// Limit ends the scan after n messages. 0 is no limit.
	Limit int
	// Reverse yields in descending order.
	Reverse bool
}

// Snapshot is a view of the store at one moment. It must be closed.
type Snapshot interface {
	io.Closer
	// Seq is the last message that the snapshot holds.
	Seq() Seq
	// Scan yields the selected messages in key order. An error ends the
	// iteration; it is yielded with a zero Record.
	Scan(ctx context.Context, q Query) iter.Seq2[Record, error]
	// Stats sums up a stream part. An unknown part has zero counts.
	Stats(ctx context.Context, part message.StreamPart) (Stats, error)
	// Parts yields the known stream parts, ordered by stream id and partition.
	Parts(ctx context.Context) iter.Seq2[message.StreamPart, error]
	// Equivocations yields the order keys under which more than one message is
	// kept, in order.
	Equivocations(ctx context.Context, part message.StreamPart) iter.Seq2[message.OrderKey, error]
	// Arrivals yields the keys of a part's messages that the store took in after the
	// given sequence number, in that order. Messages that were removed are left out.
	Arrivals(ctx context.Context, part message.StreamPart, after Seq) iter.Seq2[Arrival, error]
	// Page returns what PutPages stored for a part under key, nil if there is
	// nothing. The value is the caller's.
	Page(ctx context.Context, part message.StreamPart, key []byte) ([]byte, error)
	// Pages yields the pages of a part in order of their keys. Key and Value are
	// valid only until the iteration goes on.
	Pages(ctx context.Context, part message.StreamPart) iter.Seq2[Page, error]
}

// Stats sums up a stream part.
type Stats struct {
	Messages      uint64
	Bytes         uint64      // of the wire forms
	First, Last   message.Ref // zero if empty
	Equivocations uint64      // order keys under which more than one message is kept
	Pruned        uint64      // messages removed by Prune so far
	Floor         int64       // ms since the Unix epoch; 0 if there is none; see RaiseFloor
}

// Store keeps messages. All methods may be used by many goroutines at once.
type Store interface {
	io.Closer

	// Append stores a batch of any number of stream parts. When it returns nil,
	// every entry is durable and has its outcome; on an error none of the batch
	// is acknowledged (a retry is safe: appending is idempotent).
	Append(ctx context.Context, batch []Entry) ([]Outcome, error)

	// Has reports for each key of a part whether a message is stored under it that can
	// be served. It sees what is durable.
	Has(ctx context.Context, part message.StreamPart, keys []message.Key) ([]bool, error)

	// Snapshot opens a view of what is durable now.
	Snapshot() (Snapshot, error)

	// Follow yields the messages of a part that the store took in after the given
	// sequence number, in that order, and waits for more until ctx ends, which is
	// then the last error yielded. A slow reader holds no memory.
	Follow(ctx context.Context, part message.StreamPart, after Seq) iter.Seq2[Record, error]

	// PutPages stores pages of any number of stream parts, all of them or none. When
	// it returns nil they are durable, and they become visible together. Of several
	// pages with one key the last one counts. A part without a message so far, and a
	// key or value out of bounds, is [ErrInvalid].
	PutPages(ctx context.Context, pages []Page) error

	// RaiseFloor makes the store refuse, from its return on, messages of the part
	// with a timestamp before the given one (ms since the Unix epoch): Append gives
	// them the outcome [BelowFloor]. What is stored stays until Prune removes it. A
	// floor never falls: a lower one changes nothing and is no error. A part without
	// a message so far is [ErrInvalid].
	RaiseFloor(ctx context.Context, part message.StreamPart, before int64) error

	// Prune removes the messages of a part below its floor and returns how many
	// these were.
	Prune(ctx context.Context, part message.StreamPart) (uint64, error)

	// GetMeta and PutMeta keep small durable values of other packages, such as
	// the schema of a stream. Keys start with the package's name. A missing key
	// gives nil; putting nil removes.
	GetMeta(ctx context.Context, key string) ([]byte, error)
	PutMeta(ctx context.Context, key string, value []byte) error
}
