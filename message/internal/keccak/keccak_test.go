package keccak

import (
	"bytes"
	"encoding/hex"
	"testing"

	"golang.org/x/crypto/sha3"
)

func TestKnownHashes(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":    "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
		"abc": "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
	} {
		var h Hash
		h.Write([]byte(in))
		if got := h.Sum(); hex.EncodeToString(got[:]) != want {
			t.Errorf("%q: %x, want %s", in, got, want)
		}
	}
}

func oracle(b []byte) [Size]byte {
	h := sha3.NewLegacyKeccak256()
	h.Write(b)
	return [Size]byte(h.Sum(nil))
}

// Every length around two block borders, written in one piece and in two.
func TestAgreesWithXCrypto(t *testing.T) {
	t.Parallel()
	data := make([]byte, 3*rate)
	for i := range data {
		data[i] = byte(i * 7)
	}
	for n := range len(data) {
		want := oracle(data[:n])
		for _, cut := range []int{0, 1, n / 2, n} {
			var h Hash
			h.Write(data[:min(cut, n)])
			h.Write(data[min(cut, n):n])
			if got := h.Sum(); got != want {
				t.Fatalf("%d bytes, cut at %d: %x, want %x", n, cut, got, want)
			}
		}
	}
}

func FuzzAgreesWithXCrypto(f *testing.F) {
	f.Add([]byte("abc"), uint(1))
	f.Add(bytes.Repeat([]byte{0xff}, 2*rate), uint(rate))
	f.Fuzz(func(t *testing.T, b []byte, cut uint) {
		cut %= uint(len(b)) + 1
		var h Hash
		h.Write(b[:cut])
		h.Write(b[cut:])
		if got, want := h.Sum(), oracle(b); got != want {
			t.Fatalf("%x, want %x", got, want)
		}
	})
}

func BenchmarkSum(b *testing.B) {
	data := make([]byte, 600)
	b.Run("own", func(b *testing.B) {
		for b.Loop() {
			var h Hash
			h.Write(data)
			h.Sum()
		}
	})
	b.Run("x-crypto", func(b *testing.B) {
		h := sha3.NewLegacyKeccak256()
		var sum [Size]byte
		for b.Loop() {
			h.Reset()
			h.Write(data)
			h.Sum(sum[:0])
		}
	})
}
