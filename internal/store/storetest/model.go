package storetest

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// model is the naive twin of a store: lists, searched from end to end.
type model struct {
	seq   store.Seq
	parts map[message.StreamPart]*modelPart
}

type modelPart struct {
	records []modelRecord // in order of key
	pruned  uint64
	floor   int64
	pages   map[string]string
}

type modelRecord struct {
	store.Entry
	seq       store.Seq
	publisher message.UserID
	chain     string
}

func newModel() *model { return &model{parts: make(map[message.StreamPart]*modelPart)} }

func (m *model) clone() *model {
	c := &model{m.seq, make(map[message.StreamPart]*modelPart)}
	for name, p := range m.parts {
		c.parts[name] = &modelPart{slices.Clone(p.records), p.pruned, p.floor, maps.Clone(p.pages)}
	}
	return c
}

func (m *model) append(specs []Spec) (outcomes []store.Outcome) {
	for _, spec := range specs {
		e := spec.Entry()
		p := m.parts[e.Part]
		if p == nil {
			p = &modelPart{pages: make(map[string]string)}
			m.parts[e.Part] = p
		}
		if spec.Timestamp < p.floor {
			outcomes = append(outcomes, store.BelowFloor)
			continue
		}
		outcome := store.Added
		for _, r := range p.records {
			if r.Key == e.Key {
				outcome = store.Duplicate
				break
			}
			if r.Key.OrderKey() == e.Key.OrderKey() {
				outcome = store.Equivocation
			}
		}
		outcomes = append(outcomes, outcome)
		if outcome == store.Duplicate {
			continue
		}
		m.seq++
		p.records = append(p.records, modelRecord{e, m.seq, spec.Publisher, spec.Chain})
		slices.SortFunc(p.records, func(a, b modelRecord) int { return bytes.Compare(a.Key[:], b.Key[:]) })
	}
	return outcomes
}

func (m *model) prune(part message.StreamPart) (removed uint64) {
	p := m.parts[part]
	if p == nil {
		return 0
	}
	n := len(p.records)
	p.records = slices.DeleteFunc(p.records, func(r modelRecord) bool { return r.Key.Ref().Timestamp < p.floor })
	removed = uint64(n - len(p.records))
	p.pruned += removed
	return removed
}

func (m *model) part(part message.StreamPart) *modelPart {
	if p := m.parts[part]; p != nil {
		return p
	}
	return new(modelPart)
}

// scan does what [store.Query] says, field by field.
func (m *model) scan(q store.Query) (records []got) {
	for _, r := range m.part(q.Part).records {
		ref := r.Key.Ref()
		switch {
		case ref.Compare(q.From) < 0,
			q.To != (message.Ref{}) && ref.Compare(q.To) > 0,
			q.After != nil && !q.Reverse && bytes.Compare(r.Key[:], q.After[:]) <= 0,
			q.After != nil && q.Reverse && bytes.Compare(r.Key[:], q.After[:]) >= 0,
			q.Publisher != "" && r.publisher != q.Publisher,
			q.Chain != nil && r.chain != *q.Chain,
			q.UpTo != 0 && r.seq > q.UpTo:
			continue
		}
		records = append(records, got{r.Key, r.seq, string(r.Wire)})
	}
	if q.Last > 0 && len(records) > q.Last {
		records = records[len(records)-q.Last:]
	}
	if q.Reverse {
		slices.Reverse(records)
	}
	if q.Limit > 0 && len(records) > q.Limit {
		records = records[:q.Limit]
	}
	return records
}

func (m *model) stats(part message.StreamPart) (st store.Stats) {
	p := m.part(part)
	st.Pruned, st.Floor = p.pruned, p.floor
	st.Equivocations = uint64(len(m.equivocations(part)))
	for i, r := range p.records {
		if i == 0 {
			st.First = r.Key.Ref()
		}
		st.Last = r.Key.Ref()
		st.Messages++
		st.Bytes += uint64(len(r.Wire))
	}
	return st
}

func (m *model) arrivals(part message.StreamPart, after store.Seq) (arrivals []store.Arrival) {
	for _, r := range m.part(part).records {
		if r.seq > after {
			arrivals = append(arrivals, store.Arrival{Seq: r.seq, Key: r.Key})
		}
	}
	slices.SortFunc(arrivals, func(a, b store.Arrival) int { return cmp.Compare(a.Seq, b.Seq) })
	return arrivals
}

func (m *model) equivocations(part message.StreamPart) (keys []message.OrderKey) {
	records := m.part(part).records
	for i := 1; i < len(records); i++ {
		k := records[i].Key.OrderKey()
		if k == records[i-1].Key.OrderKey() && (len(keys) == 0 || keys[len(keys)-1] != k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// Small domains, so that messages collide in every way.
var (
	modelParts = []message.StreamPart{Part, {Stream: Part.Stream, Partition: 1}, {Stream: "m.eth/x"}}
	modelTimes = []int64{0, 1, 2, 999, 3_599_999, 3_600_000, 3_600_001, 86_400_000, 90_000_000}
)

func drawSpec(t *rapid.T) Spec {
	return Spec{
		Part:      rapid.SampledFrom(modelParts).Draw(t, "part"),
		Timestamp: Base + rapid.SampledFrom(modelTimes).Draw(t, "timestamp"),
		Sequence:  rapid.SampledFrom([]int32{0, 0, 0, 1}).Draw(t, "sequence"),
		Publisher: rapid.SampledFrom([]message.UserID{Alice, Bob}).Draw(t, "publisher"),
		Chain:     rapid.SampledFrom([]string{ChainA, ChainB}).Draw(t, "chain"),
		Content:   rapid.SampledFrom([]string{"1", "22", "333"}).Draw(t, "content"),
	}
}

func drawRef(t *rapid.T, name string) message.Ref {
	return message.Ref{
		Timestamp: Base + rapid.SampledFrom(modelTimes).Draw(t, name+" timestamp"),
		Sequence:  rapid.Int32Range(-1, 3).Draw(t, name+" sequence"),
	}
}

func drawQuery(t *rapid.T, m *model) store.Query {
	q := store.Query{Part: rapid.SampledFrom(modelParts).Draw(t, "part")}
	maybe := rapid.Bool()
	if maybe.Draw(t, "with from") {
		q.From = drawRef(t, "from")
	}
	if maybe.Draw(t, "with to") {
		q.To = drawRef(t, "to")
	}
	if maybe.Draw(t, "with after") {
		key := drawSpec(t).Entry().Key
		q.After = &key
	}
	if maybe.Draw(t, "with publisher") {
		q.Publisher = rapid.SampledFrom([]message.UserID{Alice, Bob}).Draw(t, "publisher")
		if maybe.Draw(t, "with chain") {
			chain := rapid.SampledFrom([]string{ChainA, ChainB, "c"}).Draw(t, "chain")
			q.Chain = &chain
		}
	}
	if maybe.Draw(t, "with up to") {
		q.UpTo = store.Seq(rapid.Uint64Range(0, uint64(m.seq)+1).Draw(t, "up to"))
	}
	if maybe.Draw(t, "with last") {
		q.Last = rapid.IntRange(0, 12).Draw(t, "last")
	}
	if maybe.Draw(t, "with limit") {
		q.Limit = rapid.IntRange(0, 12).Draw(t, "limit")
	}
	q.Reverse = maybe.Draw(t, "reverse")
	return q
}

// testModel drives a store and the model with the same random commands.
func testModel(t *testing.T, b Backend) {
	rapid.Check(t, func(rt *rapid.T) {
		run := &modelRun{t: t, rt: rt, b: b, s: b.Open(t), m: newModel()}
		defer func() {
			run.dropSnapshot()
			if err := run.s.Close(); err != nil {
				rt.Fatalf("close: %v", err)
			}
		}()
		rt.Repeat(map[string]func(*rapid.T){
			"append":   run.append,
			"floor":    run.floor,
			"prune":    run.prune,
			"pages":    run.pages,
			"reopen":   run.reopen,
			"snapshot": run.snapshot,
			"query":    run.query,
			"sums":     run.sums,
			"follow":   run.follow,
		})
	})
}

type modelRun struct {
	t  *testing.T
	rt *rapid.T
	b  Backend
	s  store.Store
	m  *model

	// A snapshot that is kept for a while, and what it must show.
	sn  store.Snapshot
	old *model
}

func (r *modelRun) append(t *rapid.T) {
	var specs []Spec
	var batch []store.Entry
	for range rapid.IntRange(1, 12).Draw(t, "size") {
		spec := drawSpec(t)
		specs, batch = append(specs, spec), append(batch, spec.Entry())
	}
	outcomes, err := r.s.Append(context.Background(), batch)
	if want := r.m.append(specs); err != nil || fmt.Sprint(outcomes) != fmt.Sprint(want) {
		t.Fatalf("outcomes %v, %v; want %v", outcomes, err, want)
	}
}

func (r *modelRun) floor(t *rapid.T) {
	part := rapid.SampledFrom(modelParts).Draw(t, "part")
	before := Base + rapid.SampledFrom(modelTimes).Draw(t, "before")
	err := r.s.RaiseFloor(context.Background(), part, before)
	p := r.m.parts[part]
	if p == nil {
		if !errors.Is(err, store.ErrInvalid) {
			t.Fatalf("floor of an unknown part: %v", err)
		}
		return
	}
	if p.floor = max(p.floor, before); err != nil {
		t.Fatalf("raise floor: %v", err)
	}
}

func (r *modelRun) prune(t *rapid.T) {
	part := rapid.SampledFrom(modelParts).Draw(t, "part")
	n, err := r.s.Prune(context.Background(), part)
	if want := r.m.prune(part); err != nil || n != want {
		t.Fatalf("prune removed %d, %v; want %d", n, err, want)
	}
}

func (r *modelRun) pages(t *rapid.T) {
	var pages []store.Page
	known := true
	for range rapid.IntRange(0, 6).Draw(t, "size") {
		p := store.Page{
			Part: rapid.SampledFrom(modelParts).Draw(t, "part"),
			Key:  []byte(rapid.SampledFrom([]string{"a", "ab", "b", "\x00", "\xff\xff"}).Draw(t, "key")),
		}
		if rapid.IntRange(0, 3).Draw(t, "keep") > 0 {
			p.Value = fmt.Append([]byte{}, rapid.SampledFrom([]string{"", "1", "22"}).Draw(t, "value"))
		}
		known = known && r.m.parts[p.Part] != nil
		pages = append(pages, p)
	}
	err := r.s.PutPages(context.Background(), pages)
	if !known {
		if !errors.Is(err, store.ErrInvalid) {
			t.Fatalf("put pages of an unknown part: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatalf("put pages: %v", err)
	}
	for _, p := range pages {
		if p.Value == nil {
			delete(r.m.parts[p.Part].pages, string(p.Key))
		} else {
			r.m.parts[p.Part].pages[string(p.Key)] = string(p.Value)
		}
	}
}

func (r *modelRun) reopen(*rapid.T) {
	r.dropSnapshot()
	r.s = r.b.Reopen(r.t, r.s)
}

func (r *modelRun) snapshot(t *rapid.T) {
	r.dropSnapshot()
	sn, err := r.s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	r.sn, r.old = sn, r.m.clone()
}

func (r *modelRun) dropSnapshot() {
	if r.sn != nil {
		if err := r.sn.Close(); err != nil {
			r.rt.Fatal(err)
		}
		r.sn = nil
	}
}

// view returns a snapshot and what it must show: a new one or the kept one.
func (r *modelRun) view(t *rapid.T) (store.Snapshot, *model, func()) {
	if r.sn != nil && rapid.Bool().Draw(t, "old snapshot") {
		return r.sn, r.old, func() {}
	}
	sn, err := r.s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return sn, r.m, func() { sn.Close() }
}

func (r *modelRun) query(t *rapid.T) {
	sn, m, done := r.view(t)
	defer done()
	q := drawQuery(t, m)
	records, err := collect(sn.Scan(context.Background(), q), -1)
	if want := m.scan(q); err != nil || !slices.Equal(records, want) {
		t.Fatalf("query %+v gave %d records, %v; want %d", q, len(records), err, len(want))
	}
}

func (r *modelRun) sums(t *rapid.T) {
	sn, m, done := r.view(t)
	defer done()
	ctx := context.Background()
	if sn.Seq() != m.seq {
		t.Fatalf("snapshot has seq %d, want %d", sn.Seq(), m.seq)
	}
	part := rapid.SampledFrom(modelParts).Draw(t, "part")
	st, err := sn.Stats(ctx, part)
	if want := m.stats(part); err != nil || st != want {
		t.Fatalf("stats %+v, %v; want %+v", st, err, want)
	}
	var keys []message.OrderKey
	for key, err := range sn.Equivocations(ctx, part) {
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	if want := m.equivocations(part); !slices.Equal(keys, want) {
		t.Fatalf("evidence %v, want %v", keys, want)
	}
	after := store.Seq(rapid.Uint64Range(0, uint64(m.seq)+1).Draw(t, "after"))
	arrivals, err := collectArrivals(sn, part, after)
	if want := m.arrivals(part, after); err != nil || !slices.Equal(arrivals, want) {
		t.Fatalf("arrivals after %d: %v, %v; want %v", after, arrivals, err, want)
	}
	pages, err := collectPages(sn, part)
	if want := m.part(part).pages; err != nil || !maps.Equal(pages, want) {
		t.Fatalf("pages %q, %v; want %q", pages, err, want)
	}
	for _, key := range []string{"a", "b", "none"} {
		value, err := sn.Page(ctx, part, []byte(key))
		if want, ok := pages[key]; err != nil || string(value) != want || (value != nil) != ok {
			t.Fatalf("page %q is %q, %v; want %q", key, value, err, want)
		}
	}
}

func (r *modelRun) follow(t *rapid.T) {
	part := rapid.SampledFrom(modelParts).Draw(t, "part")
	after := store.Seq(rapid.Uint64Range(0, uint64(r.m.seq)).Draw(t, "after"))
	var want []got
	for _, rec := range r.m.part(part).records {
		if rec.seq > after {
			want = append(want, got{rec.Key, rec.seq, string(rec.Wire)})
		}
	}
	slices.SortFunc(want, func(a, b got) int { return int(a.seq) - int(b.seq) })
	if len(want) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	records, err := collect(r.s.Follow(ctx, part, after), len(want))
	if err != nil || !slices.Equal(records, want) {
		t.Fatalf("follow after %d gave %d records, %v; want %d", after, len(records), err, len(want))
	}
}
