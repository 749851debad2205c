// Package keccak is Keccak-256, the hash function of Ethereum: SHA3-256 as it was
// before the standard changed its padding.
package keccak

import "encoding/binary"

const (
	// Size is the length of a hash in bytes.
	Size = 32
	// rate is how many bytes go into the state between two permutations.
	rate  = 136
	lanes = 25
)

// Hash takes bytes and gives their hash. The zero value is ready for use; it may be
// copied.
type Hash struct {
	state [lanes]uint64
	block [rate]byte
	n     int // bytes in block, always fewer than rate
}

// Write adds p to what is hashed.
func (h *Hash) Write(p []byte) {
	if h.n > 0 {
		n := copy(h.block[h.n:], p)
		h.n, p = h.n+n, p[n:]
		if h.n < rate {
			return
		}
		h.absorb(&h.block)
		h.n = 0
	}
	for len(p) >= rate {
		h.absorb((*[rate]byte)(p))
		p = p[rate:]
	}
	h.n = copy(h.block[:], p)
}

func (h *Hash) absorb(b *[rate]byte) {
	for i := range rate / 8 {
		h.state[i] ^= binary.LittleEndian.Uint64(b[8*i:])
	}
	permute(&h.state)
}

// Sum returns the hash of all that was written. It ends the use of h.
func (h *Hash) Sum() (sum [Size]byte) {
	clear(h.block[h.n:])
	h.block[h.n] ^= 0x01
	h.block[rate-1] ^= 0x80
	h.absorb(&h.block)
	for i := range Size / 8 {
		binary.LittleEndian.PutUint64(sum[8*i:], h.state[i])
	}
	return sum
}
