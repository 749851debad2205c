package wire

import (
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
)

// NewUUID makes a random UUID (version 4, RFC 9562) for messages, requests and
// sessions. Give it a generator that was seeded from the system's randomness, so that a
// stranger cannot guess the ids that answers are matched by.
func NewUUID(r *rand.Rand) string {
	var s [UUIDLen]byte
	return string(AppendUUID(s[:0], r))
}

// UUIDLen is the length of a UUID's text.
const UUIDLen = 36

// AppendUUID is as NewUUID, without a string.
func AppendUUID(to []byte, r *rand.Rand) []byte {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], r.Uint64())
	binary.BigEndian.PutUint64(b[8:], r.Uint64())
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	var s [UUIDLen]byte
	hex.Encode(s[0:8], b[0:4])
	s[8] = '-'
	hex.Encode(s[9:13], b[4:6])
	s[13] = '-'
	hex.Encode(s[14:18], b[6:8])
	s[18] = '-'
	hex.Encode(s[19:23], b[8:10])
	s[23] = '-'
	hex.Encode(s[24:], b[10:])
	return append(to, s[:]...)
}
