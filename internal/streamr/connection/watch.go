package connection

import "slices"

// watchers is an ordered list of functions that can be taken out again, also while they
// are being called.
type watchers[F any] struct {
	list []*F
}

func (w *watchers[F]) add(f F) (cancel func()) {
	p := &f
	// The old list may be in use by a loop over it, so it is not changed.
	w.list = append(slices.Clip(w.list), p)
	return func() {
		kept := make([]*F, 0, len(w.list))
		for _, q := range w.list {
			if q != p {
				kept = append(kept, q)
			}
		}
		w.list = kept
	}
}

// each calls the watchers that were there at its start, but not those taken out since.
func (w *watchers[F]) each(call func(F)) {
	for _, p := range w.list {
		if slices.Contains(w.list, p) {
			call(*p)
		}
	}
}
