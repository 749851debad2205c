package ws

import (
	"encoding/binary"
	"math/rand/v2"
)

// Frames of RFC 6455, section 5.2, all of them final.
const (
	opBinary = 0x82
	opClose  = 0x88
	opPing   = 0x89
	opPong   = 0x8a

	maskBit        = 0x80
	maxFrameHeader = 14
	maxControl     = 125
)

// Close codes. Peers take 1001 and 3001 for the wish to leave, and everything else for an accident.
const (
	codeServerLeaves = 1001
	codeClientLeaves = 3001
	codeNone         = 1005 // a close frame without a code
)

// appendFrame appends a frame. Those of a client are masked, with a key that the bytes
// of the peer's traffic do not show.
func appendFrame(b []byte, op byte, payload []byte, masked bool) []byte {
	bit := byte(0)
	if masked {
		bit = maskBit
	}
	switch n := len(payload); {
	case n < 126:
		b = append(b, op, bit|byte(n))
	case n < 1<<16:
		b = append(b, op, bit|126, byte(n>>8), byte(n))
	default:
		b = append(b, op, bit|127)
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	if !masked {
		return append(b, payload...)
	}
	key := rand.Uint32()
	b = binary.LittleEndian.AppendUint32(b, key)
	start := len(b)
	b = append(b, payload...)
	mask(b[start:], key)
	return b
}

// mask inverts the bits of b that the key, four bytes in little-endian order, has, over and over.
func mask(b []byte, key uint32) {
	wide := uint64(key)<<32 | uint64(key)
	for len(b) >= 8 {
		binary.LittleEndian.PutUint64(b, binary.LittleEndian.Uint64(b)^wide)
		b = b[8:]
	}
	for i := range b {
		b[i] ^= byte(key >> (8 * (i % 4)))
	}
}

// closePayload is the content of a close frame.
func closePayload(code int) []byte {
	if code == codeNone {
		return nil
	}
	return binary.BigEndian.AppendUint16(nil, uint16(code))
}
