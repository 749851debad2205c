package api

import (
	"context"
	"math"
	"net/http"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// refJSON is a ref in answers; nil where there is none.
type refJSON struct {
	Timestamp int64 `json:"timestamp"`
	Sequence  int32 `json:"sequenceNumber"`
}

func toRefJSON(r message.Ref, exists bool) *refJSON {
	if !exists {
		return nil
	}
	return &refJSON{r.Timestamp, r.Sequence}
}

type storeSummary struct {
	StreamID   message.StreamID `json:"streamId"`
	Partitions []int32          `json:"partitions"`
	Messages   uint64           `json:"messages"`
	Bytes      uint64           `json:"bytes"`
	First      *refJSON         `json:"first"`
	Last       *refJSON         `json:"last"`

	first, last message.Ref
}

func (t *storeSummary) add(partition int32, st store.Stats) {
	t.Partitions = append(t.Partitions, partition)
	t.Bytes += st.Bytes
	if st.Messages == 0 {
		return
	}
	if t.Messages == 0 || st.First.Compare(t.first) < 0 {
		t.first = st.First
	}
	if t.Messages == 0 || st.Last.Compare(t.last) > 0 {
		t.last = st.Last
	}
	t.Messages += st.Messages
	t.First, t.Last = toRefJSON(t.first, true), toRefJSON(t.last, true)
}

type storesAnswer struct {
	Stores []*storeSummary `json:"stores"`
	// Next continues the list with after=, if there are more.
	Next message.StreamID `json:"next,omitempty"`
}

// maxStores is the most that one answer lists, and the default.
const maxStores = 10000

// handleStores lists the streams that messages are stored of.
func (s *Server) handleStores(w http.ResponseWriter, r *http.Request, _ args) error {
	c := callerOf(r)
	if err := c.mayRead(""); err != nil {
		return err
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return err
	}
	limit, err := p.natural("limit", maxStores, maxStores)
	if err != nil {
		return err
	}
	if limit == 0 {
		limit = maxStores
	}
	snap, err := s.store.Snapshot()
	if err != nil {
		return storeProblem(err)
	}
	defer snap.Close()
	out := storesAnswer{Stores: []*storeSummary{}}
	var last *storeSummary
	for part, err := range snap.Parts(r.Context()) {
		if err != nil {
			return storeProblem(err)
		}
		if string(part.Stream) <= p.text("after") || c.key != nil && !c.key.covers(part.Stream) {
			continue
		}
		if last == nil || last.StreamID != part.Stream {
			if len(out.Stores) == int(limit) {
				out.Next = last.StreamID
				break
			}
			last = &storeSummary{StreamID: part.Stream}
			out.Stores = append(out.Stores, last)
		}
		st, err := snap.Stats(r.Context(), part)
		if err != nil {
			return storeProblem(err)
		}
		last.add(part.Partition, st)
	}
	return writeJSON(w, http.StatusOK, out)
}

type partitionStats struct {
	Partition     int32    `json:"partition"`
	Messages      uint64   `json:"messages"`
	Bytes         uint64   `json:"bytes"`
	First         *refJSON `json:"first"`
	Last          *refJSON `json:"last"`
	Equivocations uint64   `json:"equivocations"`
	Pruned        uint64   `json:"pruned"`
}

type storeAnswer struct {
	StreamID   message.StreamID `json:"streamId"`
	Partitions []partitionStats `json:"partitions"`
	Messages   uint64           `json:"messages"`
	Bytes      uint64           `json:"bytes"`
	Histogram  *histogramJSON   `json:"histogram,omitempty"`

	first, last message.Ref
}

type histogramJSON struct {
	WidthMillis int64        `json:"width"`
	Buckets     []bucketJSON `json:"buckets"`
}

type bucketJSON struct {
	Start    int64  `json:"start"`
	Messages uint64 `json:"messages"`
	Bytes    uint64 `json:"bytes"`
}

const (
	defaultBuckets = 60
	maxBuckets     = 1000
)

// handleStore sums up one stream, partition by partition, with a histogram over
// time. A stream without messages has zero figures.
func (s *Server) handleStore(w http.ResponseWriter, r *http.Request, a args) error {
	id, err := a.streamID()
	if err != nil {
		return err
	}
	if err := callerOf(r).mayRead(id); err != nil {
		return err
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return err
	}
	want, err := p.natural("partition", -1, message.MaxPartitions-1)
	if err != nil {
		return err
	}
	buckets, err := p.natural("buckets", defaultBuckets, maxBuckets)
	if err != nil {
		return err
	}
	from, hasFrom, err := p.moment("from", s.now())
	if err != nil {
		return err
	}
	to, hasTo, err := p.moment("to", s.now())
	if err != nil {
		return err
	}
	if hasFrom && hasTo && to < from {
		return badParameter("to", "Query parameter \"to\" (%d) lies before \"from\" (%d)", to, from)
	}
	snap, err := s.store.Snapshot()
	if err != nil {
		return storeProblem(err)
	}
	defer snap.Close()
	out, err := sumUp(r.Context(), snap, id, int32(want))
	if err != nil {
		return storeProblem(err)
	}
	if buckets > 0 && out.Messages > 0 {
		if !hasFrom {
			from = out.first.Timestamp
		}
		if !hasTo {
			to = max(out.last.Timestamp, from)
		}
		if out.Histogram, err = histogram(r.Context(), snap, out, from, to, int(buckets)); err != nil {
			return storeProblem(err)
		}
	}
	return writeJSON(w, http.StatusOK, out)
}

// sumUp adds up the partitions of a stream, or one of them.
func sumUp(ctx context.Context, snap store.Snapshot, id message.StreamID, want int32) (*storeAnswer, error) {
	out := &storeAnswer{StreamID: id, Partitions: []partitionStats{}}
	for partition := range int32(message.MaxPartitions) {
		if want >= 0 && partition != want {
			continue
		}
		st, err := snap.Stats(ctx, message.StreamPart{Stream: id, Partition: partition})
		if err != nil {
			return nil, err
		}
		if st == (store.Stats{}) {
			continue
		}
		holds := st.Messages > 0
		out.Partitions = append(out.Partitions, partitionStats{
			Partition: partition, Messages: st.Messages, Bytes: st.Bytes,
			First: toRefJSON(st.First, holds), Last: toRefJSON(st.Last, holds),
			Equivocations: st.Equivocations, Pruned: st.Pruned,
		})
		if holds {
			if out.Messages == 0 || st.First.Compare(out.first) < 0 {
				out.first = st.First
			}
			if out.Messages == 0 || st.Last.Compare(out.last) > 0 {
				out.last = st.Last
			}
		}
		out.Messages += st.Messages
		out.Bytes += st.Bytes
	}
	return out, nil
}

// histogram adds up the histograms of the partitions. They agree on the width,
// because it follows from the span of time; should one be coarser, all are asked
// for that one.
func histogram(ctx context.Context, snap store.Snapshot, sum *storeAnswer, from, to int64, buckets int) (*histogramJSON, error) {
	var width time.Duration
	total := make(map[int64]*bucketJSON)
	for _, ps := range sum.Partitions {
		h, err := countByTime(ctx, snap, message.StreamPart{Stream: sum.StreamID, Partition: ps.Partition}, from, to, buckets)
		if err != nil {
			return nil, err
		}
		width = max(width, h.Width)
		for _, b := range h.Buckets {
			t := total[b.Start]
			if t == nil {
				t = &bucketJSON{Start: b.Start}
				total[b.Start] = t
			}
			t.Messages += b.Messages
			t.Bytes += b.Bytes
		}
	}
	out := &histogramJSON{WidthMillis: width.Milliseconds(), Buckets: []bucketJSON{}}
	byStart := make(map[int64]bucketJSON)
	for start, b := range total {
		if out.WidthMillis > 0 {
			start -= start % out.WidthMillis
		}
		sum := byStart[start]
		byStart[start] = bucketJSON{start, sum.Messages + b.Messages, sum.Bytes + b.Bytes}
	}
	for _, b := range byStart {
		out.Buckets = append(out.Buckets, b)
	}
	slices.SortFunc(out.Buckets, func(a, b bucketJSON) int { return int(min(max(a.Start-b.Start, -1), 1)) })
	return out, nil
}

// countByTime makes the histogram of a part by reading its messages.
func countByTime(ctx context.Context, snap store.Snapshot, part message.StreamPart, from, to int64, buckets int) (store.Histogram, error) {
	h := store.Histogram{Width: store.BucketWidth(from, to, buckets, 0)}
	if to < 0 {
		return h, nil
	}
	q := store.Query{Part: part, From: message.Ref{Timestamp: from}, To: message.Ref{Timestamp: to, Sequence: math.MaxInt32}}
	for r, err := range snap.Scan(ctx, q) {
		if err != nil {
			return store.Histogram{}, err
		}
		at := r.Key.Ref().Timestamp
		start := at - at%h.Width.Milliseconds()
		if n := len(h.Buckets); n == 0 || h.Buckets[n-1].Start != start {
			h.Buckets = append(h.Buckets, store.Bucket{Start: start})
		}
		b := &h.Buckets[len(h.Buckets)-1]
		b.Messages++
		b.Bytes += uint64(len(r.Wire))
	}
	return h, nil
}
