package delivery

import "hash/maphash"

// maxRecent is how many entries a half of a memory holds.
const maxRecent = 4096

// halves is a memory of what was lately: of the newest maxRecent entries at least, for a
// while. It is made of two halves. What is old goes all at once, when the newer half is
// full or with the clock, and so an idle part holds nothing.
type halves[K comparable, V any] struct{ newer, older map[K]V }

func (h *halves[K, V]) get(k K) (v V, ok bool) {
	if v, ok = h.newer[k]; !ok {
		v, ok = h.older[k]
	}
	return v, ok
}

func (h *halves[K, V]) put(k K, v V) {
	if h.newer == nil {
		h.newer = make(map[K]V)
	}
	h.newer[k] = v
	if len(h.newer) >= maxRecent {
		h.turn()
	}
}

func (h *halves[K, V]) drop(k K) {
	delete(h.newer, k)
	delete(h.older, k)
}

// turn forgets the older half. Where much comes its map is used again.
func (h *halves[K, V]) turn() {
	h.newer, h.older = h.older, h.newer
	if len(h.older) < maxRecent/8 {
		h.newer = nil
	}
	if len(h.older) == 0 {
		h.older = nil
	}
	clear(h.newer)
}

// recent knows the bytes of messages that have lately arrived again, so that a copy costs
// no more than a hash. It keeps 64 bits with a secret seed: nobody can make a bad message
// that is taken for a good one.
type recent struct {
	seed maphash.Seed
	seen halves[uint64, bool] // true for what was found bad
}

func (r *recent) sum(raw []byte) uint64 { return maphash.Bytes(r.seed, raw) }
