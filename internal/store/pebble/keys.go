package pebble

import (
	"bytes"
	"encoding/binary"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// Kinds of keys: the first byte of every key in the database.
const (
	kindArrival    = 'a' // part ‖ first seq → seqs and item keys, in order of arrival
	kindPart       = 'd' // stream id ‖ 0 ‖ partition → part id
	kindEvidence   = 'e' // part ‖ order key → nothing; more than one message is kept there
	kindHour       = 'h' // only in version 1: counts of the messages of an hour
	kindInfo       = 'i' // → format version and store id
	kindMessage    = 'm' // part ‖ item key → seq ‖ wire form
	kindStats      = 'p' // part → counts
	kindQuarantine = 'q' // part ‖ item key → when and why the message was set aside
	kindState      = 's' // → last seq and number of parts
	kindPage       = 't' // part ‖ caller's key → caller's value
	kindMeta       = 'x' // caller's key → caller's value
)

// partID stands for a stream part in keys. Ids are given out from 1, in order.
type partID uint32

const (
	partLen      = 1 + 4                         // kind ‖ part id
	prefixLen    = partLen + message.OrderKeyLen // of a message key: all but the hash
	messageLen   = partLen + message.KeyLen      // of a message key
	arrivalLen   = partLen + 8                   // of an arrival key
	seqLen       = 8                             // in front of the wire form in a message value
	comparerName = "logstore.message.v1"         // stored in every file; see docs/spec/store.md
)

var (
	infoKey  = []byte{kindInfo}
	stateKey = []byte{kindState}
)

func appendPart(dst []byte, kind byte, part partID) []byte {
	return binary.BigEndian.AppendUint32(append(dst, kind), uint32(part))
}

// appendPartEnd appends the first key after all keys of the kind and part.
func appendPartEnd(dst []byte, kind byte, part partID) []byte {
	if part == ^partID(0) {
		return append(dst, kind+1)
	}
	return appendPart(dst, kind, part+1)
}

func appendMessageKey(dst []byte, part partID, key *message.Key) []byte {
	return append(appendPart(dst, kindMessage, part), key[:]...)
}

// appendRefKey appends the smallest key of the kind at or after ref.
func appendRefKey(dst []byte, kind byte, part partID, timestamp int64, sequence uint32) []byte {
	dst = appendPart(dst, kind, part)
	dst = binary.BigEndian.AppendUint64(dst, uint64(timestamp))
	return binary.BigEndian.AppendUint32(dst, sequence)
}

func appendArrivalKey(dst []byte, part partID, first store.Seq) []byte {
	return binary.BigEndian.AppendUint64(appendPart(dst, kindArrival, part), uint64(first))
}

func appendPageKey(dst []byte, part partID, key []byte) []byte {
	return append(appendPart(dst, kindPage, part), key...)
}

func appendDirectoryKey(dst []byte, part message.StreamPart) []byte {
	dst = append(append(append(dst, kindPart), part.Stream...), 0)
	return binary.BigEndian.AppendUint32(dst, uint32(part.Partition))
}

func parseDirectoryKey(key []byte) (message.StreamPart, bool) {
	n := len(key) - 5
	if n < 2 || key[0] != kindPart || key[n] != 0 {
		return message.StreamPart{}, false
	}
	return message.StreamPart{
		Stream:    message.StreamID(key[1:n]),
		Partition: int32(binary.BigEndian.Uint32(key[n+1:])),
	}, true
}

func appendMetaKey(dst []byte, key string) []byte {
	return append(append(dst, kindMeta), key...)
}

// parseMessageKey returns what a message key is made of. The key must have
// messageLen bytes.
func parseMessageKey(key []byte) (partID, message.Key) {
	return partID(binary.BigEndian.Uint32(key[1:])), message.Key(key[partLen:])
}

// comparer orders keys by their bytes. Its Split makes everything but the hash the
// prefix of a message key, so that one bloom filter probe and one seek tell
// whether any message is there under an order key.
func comparer() *pebble.Comparer {
	c := *pebble.DefaultComparer
	c.Name = comparerName
	c.Split = split
	c.ImmediateSuccessor = func(dst, prefix []byte) []byte {
		if len(prefix) < prefixLen || prefix[0] != kindMessage {
			return append(append(dst, prefix...), 0)
		}
		// A longer key would have the same prefix: count the prefix up instead.
		n := len(dst)
		dst = append(dst, prefix...)
		for i := len(dst) - 1; i >= n; i-- {
			if dst[i]++; dst[i] != 0 {
				break
			}
		}
		return dst
	}
	c.ComparePointSuffixes = bytes.Compare
	c.CompareRangeSuffixes = bytes.Compare
	return &c
}

func split(key []byte) int {
	if len(key) > prefixLen && key[0] == kindMessage {
		return prefixLen
	}
	return len(key)
}
