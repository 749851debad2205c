package api

import (
	"math"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/message"
)

// bounds reads the parameters of from and range.
type bounds struct {
	params
	times func(name string) (int64, error)
}

// sequence reads a sequence number; what is no number is the default, as in the
// original.
func (b bounds) sequence(name string, missing int64) int64 {
	n, ok := parseInt(b.text(name))
	if !ok {
		return missing
	}
	return n
}

func (q *queryPlan) planFrom(b bounds) error {
	if !b.has("fromTimestamp") && !b.has("cursor") {
		return badParameter("fromTimestamp", "Query parameter \"fromTimestamp\" required.")
	}
	if err := q.lowerBound(b); err != nil {
		return err
	}
	return q.filter(b, b.text("publisherId"), "")
}

func (q *queryPlan) planRange(b bounds) error {
	if b.has("fromOffset") || b.has("toOffset") {
		return problemf(codeInvalidParameter, "Query parameters \"fromOffset\" and \"toOffset\" are no longer supported. Please use \"fromTimestamp\" and \"toTimestamp\".")
	}
	if !b.has("fromTimestamp") && !b.has("cursor") {
		return badParameter("fromTimestamp", "Query parameter \"fromTimestamp\" required.")
	}
	if err := q.lowerBound(b); err != nil {
		return err
	}
	if !b.has("toTimestamp") {
		family := "stores"
		if q.gen == format.Resend {
			family = "streams"
		}
		return badParameter("toTimestamp", "Query parameter \"toTimestamp\" required as well. To request all messages since a timestamp, use the endpoint /%s/:id/data/partitions/:partition/from", family)
	}
	if err := q.upperBound(b); err != nil {
		return err
	}
	publisher, chain := b.text("publisherId"), b.text("msgChainId")
	if (publisher == "") != (chain == "") && (publisher == "" || q.legacyOrder) {
		return problemf(codeInvalidParameter, "Invalid combination of \"publisherId\" and \"msgChainId\"")
	}
	return q.filter(b, publisher, chain)
}

func (q *queryPlan) lowerBound(b bounds) error {
	ms, err := b.times("fromTimestamp")
	if err != nil {
		return err
	}
	q.from = min(ms, maxMillis)
	q.query.From = message.Ref{Timestamp: ms, Sequence: clampSequence(b.sequence("fromSequenceNumber", 0))}
	return nil
}

func (q *queryPlan) upperBound(b bounds) error {
	ms, err := b.times("toTimestamp")
	if err != nil {
		return err
	}
	sequence := b.sequence("toSequenceNumber", math.MaxInt32)
	switch {
	case sequence == 0 && q.gen != format.Resend:
		// LogStore's SDK 0.0.7 always sends 0, for no bound. Streamr's means it.
		sequence = math.MaxInt32
	case sequence < 0 && ms == 0:
		q.empty = true
	case sequence < 0: // nothing of that millisecond
		ms, sequence = ms-1, math.MaxInt32
	}
	q.query.To = message.Ref{Timestamp: ms, Sequence: clampSequence(sequence)}
	if q.query.From.Compare(q.query.To) > 0 {
		if isNewKind(q.kind) {
			return badParameter("toTimestamp", "Query parameter \"toTimestamp\" (%s) lies before \"fromTimestamp\" (%s)", q.query.To, q.query.From)
		}
		q.empty = true
	}
	return nil
}

func clampSequence(n int64) int32 { return int32(min(max(n, 0), math.MaxInt32)) }

// filter reads publisher and chain. The original compares the publisher as text,
// so that what is no address finds nothing there; letter case does not matter here.
func (q *queryPlan) filter(b bounds, publisher, chain string) error {
	if publisher == "" {
		return nil
	}
	id, err := message.ParseUserID(publisher)
	switch {
	case err == nil:
		q.query.Publisher = id
	case q.gen == format.G3 && q.legacyOrder:
		q.empty = true
	default:
		return badParameter("publisherId", "Query parameter \"publisherId\" is %q: want 0x and hex digits", clip(publisher))
	}
	if chain != "" {
		q.query.Chain = &chain
	}
	return nil
}
