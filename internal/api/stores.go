package api

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/timetree"
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
	// Checkpoint is of all messages that the partition ever had.
	Checkpoint *checkpointJSON `json:"checkpoint"`
}

type storeAnswer struct {
	StreamID   message.StreamID `json:"streamId"`
	Partitions []partitionStats `json:"partitions"`
	Messages   uint64           `json:"messages"`
	Bytes      uint64           `json:"bytes"`
	Histogram  *histogramJSON   `json:"histogram,omitempty"`

	first, last message.Ref
	views       []*timetree.View // of the partitions
}

func (a *storeAnswer) close() {
	for _, v := range a.views {
		v.Close()
	}
}

type histogramJSON struct {
	WidthMillis int64        `json:"width"`
	Buckets     []bucketJSON `json:"buckets"`
}

// add takes buckets in; those of the same time fall together.
func (h *histogramJSON) add(buckets []timetree.Bucket) *histogramJSON {
	slices.SortStableFunc(buckets, func(a, b timetree.Bucket) int { return cmp.Compare(a.Start, b.Start) })
	for _, b := range buckets {
		n := len(h.Buckets)
		if n == 0 || h.Buckets[n-1].Start != b.Start {
			h.Buckets = append(h.Buckets, bucketJSON{Start: b.Start})
			n++
		}
		h.Buckets[n-1].Messages += b.Messages
		h.Buckets[n-1].Bytes += b.Bytes
	}
	return h
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
	out := &storeAnswer{StreamID: id, Partitions: []partitionStats{}}
	defer out.close()
	if err := s.sumUp(r.Context(), out, int32(want)); err != nil {
		return treeProblem(err)
	}
	if buckets > 0 && out.Messages > 0 {
		if !hasFrom {
			from = out.first.Timestamp
		}
		if !hasTo {
			to = max(out.last.Timestamp, from)
		}
		if out.Histogram, err = countByTime(r.Context(), out.views, from, to, int(buckets)); err != nil {
			return treeProblem(err)
		}
	}
	return writeJSON(w, http.StatusOK, out)
}

// sumUp adds up the partitions of a stream, or one of them. It leaves their views
// open.
func (s *Server) sumUp(ctx context.Context, out *storeAnswer, want int32) error {
	snap, err := s.store.Snapshot()
	if err != nil {
		return err
	}
	defer snap.Close()
	for partition := range int32(message.MaxPartitions) {
		part := message.StreamPart{Stream: out.StreamID, Partition: partition}
		if want >= 0 && partition != want {
			continue
		}
		if st, err := snap.Stats(ctx, part); err != nil || st == (store.Stats{}) {
			if err != nil {
				return err
			}
			continue
		}
		v, err := s.trees.Open(ctx, part)
		if err != nil {
			return err
		}
		out.views = append(out.views, v)
		st, err := v.Stats(ctx, part)
		if err != nil {
			return err
		}
		checkpoint, err := s.checkpoint(ctx, v)
		if err != nil {
			return err
		}
		holds := st.Messages > 0
		out.Partitions = append(out.Partitions, partitionStats{
			Partition: partition, Messages: st.Messages, Bytes: st.Bytes,
			First: toRefJSON(st.First, holds), Last: toRefJSON(st.Last, holds),
			Equivocations: st.Equivocations, Pruned: st.Pruned, Checkpoint: checkpoint,
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
	return nil
}

// countByTime adds up the histograms of parts, which agree on the width: it follows
// from the span of time.
func countByTime(ctx context.Context, views []*timetree.View, from, to int64, buckets int) (*histogramJSON, error) {
	out := &histogramJSON{Buckets: []bucketJSON{}}
	var all []timetree.Bucket
	for _, v := range views {
		h, err := v.Histogram(ctx, from, to, buckets)
		if err != nil {
			return nil, err
		}
		out.WidthMillis = h.Width.Milliseconds()
		all = append(all, h.Buckets...)
	}
	return out.add(all), nil
}
