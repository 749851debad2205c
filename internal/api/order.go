package api

import (
	"bytes"
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// maxGroup bounds how many messages of one ref are sorted; a part with more of
// them is an attack, and gets the store's order from there on.
const maxGroup = 1024

// maxGroupBytes bounds their wire forms.
const maxGroupBytes = 16 << 20

// legacyOrder scans in the order of the original: within one timestamp and
// sequence number by publisher and chain id, where the store's order is by a hash
// of the two. Nearly every group has one member, which passes through undecoded.
func legacyOrder(ctx context.Context, snap store.Snapshot, q store.Query) iter.Seq2[store.Record, error] {
	return func(yield func(store.Record, error) bool) {
		g := group{snap: snap, query: q, first: q.Last > 0}
		for rec, err := range snap.Scan(ctx, q) {
			if err != nil {
				yield(store.Record{}, err)
				return
			}
			if g.holds(rec.Key) {
				g.add(rec)
				continue
			}
			if !g.flush(ctx, yield) {
				return
			}
			g.add(rec)
		}
		g.flush(ctx, yield)
	}
}

// group gathers the messages of one ref.
type group struct {
	snap  store.Snapshot
	query store.Query
	// first: the group stands where "last" cut the stream, and may be the tail of
	// a larger one whose members have another order there.
	first   bool
	members []store.Record
	bytes   int
	free    [][]byte // buffers of members that are gone
}

const refLen = 12 // of a key: timestamp and sequence number

func (g *group) holds(key message.Key) bool {
	return len(g.members) == 0 ||
		len(g.members) < maxGroup && g.bytes < maxGroupBytes && bytes.Equal(g.members[0].Key[:refLen], key[:refLen])
}

// add keeps a copy: a record is valid only until the scan goes on.
func (g *group) add(rec store.Record) {
	var buf []byte
	if n := len(g.free); n > 0 {
		buf, g.free = g.free[n-1][:0], g.free[:n-1]
	}
	rec.Wire = append(buf, rec.Wire...)
	g.members = append(g.members, rec)
	g.bytes += len(rec.Wire)
}

func (g *group) flush(ctx context.Context, yield func(store.Record, error) bool) bool {
	if len(g.members) == 0 {
		return true
	}
	if err := g.sort(ctx); err != nil {
		yield(store.Record{}, err)
		return false
	}
	for _, m := range g.members {
		if !yield(m, nil) {
			return false
		}
		g.free = append(g.free, m.Wire)
	}
	g.members, g.bytes = g.members[:0], 0
	return true
}

func (g *group) sort(ctx context.Context) error {
	if g.first {
		g.first = false
		if err := g.widen(ctx); err != nil {
			return err
		}
	}
	if len(g.members) == 1 {
		return nil
	}
	return sortLegacy(g.members)
}

// widen replaces the group by the same number of messages from the end of the
// whole group at that ref.
func (g *group) widen(ctx context.Context) error {
	ref := g.members[0].Key.Ref()
	whole := g.query
	whole.From, whole.To, whole.Last, whole.Limit = ref, ref, 0, maxGroup+1
	if ref == (message.Ref{}) {
		return nil // cannot be bounded from above, and is no plausible time
	}
	var all []store.Record
	size := 0
	for rec, err := range g.snap.Scan(ctx, whole) {
		if err != nil {
			return err
		}
		rec.Wire = bytes.Clone(rec.Wire)
		all = append(all, rec)
		if size += len(rec.Wire); size > maxGroupBytes {
			return nil
		}
	}
	if len(all) <= len(g.members) || len(all) > maxGroup {
		return nil
	}
	if err := sortLegacy(all); err != nil {
		return err
	}
	g.members = append(g.members[:0], all[len(all)-len(g.members):]...)
	return nil
}

func sortLegacy(recs []store.Record) error {
	type item struct {
		rec       store.Record
		publisher message.UserID
		chain     string
	}
	items := make([]item, len(recs))
	for i, rec := range recs {
		m, err := message.Decode(rec.Wire)
		if err != nil {
			return err
		}
		items[i] = item{rec, m.Publisher, m.Chain}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.publisher, b.publisher), cmp.Compare(a.chain, b.chain))
	})
	for i := range items {
		recs[i] = items[i].rec
	}
	return nil
}
