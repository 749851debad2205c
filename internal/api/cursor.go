package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// phase says in which of the two orders a reader is.
type phase uint8

const (
	// phaseHistory reads what the store held at one moment, in key order.
	phaseHistory phase = 1
	// phaseLive reads what came in after that moment, in order of arrival.
	phaseLive phase = 2
)

// position is where a reader stands in a stream part. Together with the store it
// says exactly what has been read and what has not, in either phase: in history
// everything up to key among the messages that were there at seq, live everything
// up to seq.
type position struct {
	phase phase
	// seq is, in history, the last message that belongs to it; live, the last one
	// that was read.
	seq store.Seq
	// from leaves out messages with an earlier timestamp (ms).
	from int64
	// key is the last message read in history; nil if there was none yet.
	key *message.Key
}

// A cursor is, in base64url without padding:
//
//	version u8 (1) ‖ phase u8 ‖ store [8] ‖ stream part [8] ‖ uvarint seq ‖ uvarint from ‖ [key [60]] ‖ crc32 [4]
//
// store and stream part are beginnings of SHA-256 hashes. They and the checksum
// keep a cursor from being used by accident where it means something else; they are
// no secret, and a forged cursor reads nothing that a timestamp would not.
const (
	cursorVersion = 1
	cursorHead    = 2 + 8 + 8
	maxCursorText = 256
)

var cursorEncoding = base64.RawURLEncoding.Strict()

// cursorScope makes and reads the cursors of one stream part at one store.
type cursorScope struct {
	store, part [8]byte
	buf         []byte
}

func newCursorScope(id [16]byte, part message.StreamPart) *cursorScope {
	storeSum, partSum := sha256.Sum256(id[:]), sha256.Sum256([]byte(part.String()))
	return &cursorScope{store: [8]byte(storeSum[:8]), part: [8]byte(partSum[:8])}
}

// append appends the text of a cursor to dst. Not safe for concurrent use.
func (c *cursorScope) append(dst []byte, p position) []byte {
	b := append(c.buf[:0], cursorVersion, byte(p.phase))
	b = append(append(b, c.store[:]...), c.part[:]...)
	b = binary.AppendUvarint(b, uint64(p.seq))
	b = binary.AppendUvarint(b, uint64(p.from))
	if p.key != nil {
		b = append(b, p.key[:]...)
	}
	b = binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
	c.buf = b
	return cursorEncoding.AppendEncode(dst, b)
}

func (c *cursorScope) text(p position) string { return string(c.append(nil, p)) }

// parse reads a cursor that this scope must have made.
func (c *cursorScope) parse(text string) (position, error) {
	bad := func() (position, error) {
		return position{}, problemf(codeInvalidCursor, "cursor %q cannot be read: want one exactly as the node gave it", clip(text))
	}
	if len(text) > maxCursorText {
		return bad()
	}
	b, err := cursorEncoding.DecodeString(text)
	if err != nil || len(b) < cursorHead+2+4 || b[0] != cursorVersion {
		return bad()
	}
	body, sum := b[:len(b)-4], binary.BigEndian.Uint32(b[len(b)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return bad()
	}
	p := position{phase: phase(body[1])}
	rest := body[cursorHead:]
	seq, n := binary.Uvarint(rest)
	if n <= 0 {
		return bad()
	}
	rest = rest[n:]
	from, n := binary.Uvarint(rest)
	if n <= 0 || from > maxMillis {
		return bad()
	}
	rest = rest[n:]
	p.seq, p.from = store.Seq(seq), int64(from)
	switch {
	case len(rest) == 0:
	case len(rest) == message.KeyLen && p.phase == phaseHistory:
		key := message.Key(rest)
		p.key = &key
	default:
		return bad()
	}
	if p.phase != phaseHistory && p.phase != phaseLive {
		return bad()
	}
	switch {
	case [8]byte(body[2:10]) != c.store:
		return position{}, problemf(codeForeignCursor, "the cursor was given by another node or store; start again from the timestamp of the last message")
	case [8]byte(body[10:18]) != c.part:
		return position{}, problemf(codeForeignCursor, "the cursor belongs to another stream or partition")
	}
	return p, nil
}

// check refuses a position that the store has not reached: it was put back to an
// older state, and what came after has other numbers now.
func (p position) check(last store.Seq) error {
	if p.seq > last {
		return problemf(codePruned, "the cursor is ahead of this store, which was restored from an older state; start again from the timestamp of the last message")
	}
	return nil
}
