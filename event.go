package logstore

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/logstore/logstore/message"
)

// Event is what is to be published: a content and when it happened.
type Event struct {
	// Content is encoded as JSON, except that [json.RawMessage] is taken as it is
	// (it must be JSON) and []byte is published as binary content.
	Content any
	// Time is the event time, kept to the millisecond. Zero means now, or up to a
	// second later if that keeps the event behind one that was published before.
	Time time.Time
	// Partition chooses the partition, unless PartitionKey is set.
	Partition int
	// PartitionKey chooses the partition as Streamr's clients do; events with one
	// key share a partition. It needs [Partitions].
	PartitionKey string
}

// PublishOption changes what one call of Publish or PublishBatch does.
type PublishOption func(*publishOptions)

type publishOptions struct {
	time         time.Time
	partition    int
	partitionKey string
	partitions   int
	progress     func(done, total int)
}

// At sets the event time of events that have none of their own.
func At(t time.Time) PublishOption { return func(o *publishOptions) { o.time = t } }

// OnPartition sets the partition of events that name none.
func OnPartition(p int) PublishOption { return func(o *publishOptions) { o.partition = p } }

// ByKey lets a key choose among the stream's partitions, for events that have no
// key of their own.
func ByKey(key string, partitions int) PublishOption {
	return func(o *publishOptions) { o.partitionKey, o.partitions = key, partitions }
}

// Partitions tells how many partitions the stream has, for events with a
// PartitionKey. A client with Config.Peer knows it from the chain.
func Partitions(n int) PublishOption { return func(o *publishOptions) { o.partitions = n } }

// OnProgress is called after each request of a batch with the number of events
// that the node has answered for so far.
func OnProgress(f func(done, total int)) PublishOption {
	return func(o *publishOptions) { o.progress = f }
}

// Receipt says where an accepted event is kept.
type Receipt struct {
	Part message.StreamPart
	Ref  message.Ref // timestamp and sequence number
	// Chain is the publisher's message chain that the message is a link of.
	Chain string
	Key   message.Key // names the message within Part
	// Duplicate: the node had this very message already, for example from an
	// earlier attempt whose answer was lost.
	Duplicate bool
	// Equivocation: the node has another message of the same publisher, chain and
	// ref. Both are kept, as evidence.
	Equivocation bool
	// Sent: the message went to the Streamr network, by a client with Config.Peer; whether
	// anybody stored it is not known. Neighbors is to how many nodes it went at once. If
	// there were none, it goes to the first that come within ten seconds.
	Sent      bool
	Neighbors int
}

func (r *Receipt) place(m *message.Message) { r.Part, r.Ref, r.Chain = m.Part(), m.Ref(), m.Chain }

// EventResult is the outcome of one event of a batch: a receipt or an error.
type EventResult struct {
	Receipt
	// Err is a *RejectedError where the node refused the event, or the error of
	// the request that it was part of. Nil: stored.
	Err error
}

// BatchResult is the outcome of a batch. Stored, Sent, Duplicates, Rejected and Unsent
// add up to the number of events.
type BatchResult struct {
	Stored, Duplicates, Rejected int
	// Sent events are those that were handed to the Streamr network, by a client with
	// Config.Peer.
	Sent int
	// Unsent events have no answer from the node: their request failed, or was
	// not made any more. They may have been stored.
	Unsent int
	Events []EventResult // in the order of the call
}

func newPublishOptions(opts []PublishOption) publishOptions {
	var o publishOptions
	for _, opt := range opts {
		opt(&o)
	}
	return o
}

// draft is a checked event, not linked and not signed yet.
type draft struct {
	part        message.StreamPart
	millis      int64
	isNow       bool // nobody said when, so the time may be moved a little
	content     []byte
	contentType message.ContentType
	alone       bool // to be linked to nothing; see setAside
}

// draft checks one event. now is used if nothing says when it happened.
func (c *Client) draft(stream string, e Event, o publishOptions, now time.Time) (draft, error) {
	partition := orDefault(e.Partition, o.partition)
	key := e.PartitionKey
	if key == "" && e.Partition == 0 {
		key = o.partitionKey
	}
	if key != "" {
		if o.partitions < 1 || o.partitions > message.MaxPartitions {
			return draft{}, invalidf("a partition key needs the stream's number of partitions in 1…%d, not %d; give it by ByKey or Partitions", message.MaxPartitions, o.partitions)
		}
		partition = int(message.PartitionOf(key, o.partitions))
	}
	part, err := c.parsePart(stream, partition)
	if err != nil {
		return draft{}, err
	}
	t := e.Time
	if t.IsZero() {
		t = o.time
	}
	isNow := t.IsZero()
	if isNow {
		t = now
	}
	ms, err := eventMillis("Time", t)
	if err != nil {
		return draft{}, err
	}
	content, kind, err := encodeContent(e.Content)
	if err != nil {
		return draft{}, err
	}
	return draft{part: part, millis: ms, isNow: isNow, content: content, contentType: kind}, nil
}

func encodeContent(v any) ([]byte, message.ContentType, error) {
	switch v := v.(type) {
	case []byte:
		return v, message.ContentBinary, nil
	case json.RawMessage:
		if !json.Valid(v) {
			return nil, 0, invalidf("content is a json.RawMessage that is not JSON")
		}
		return v, message.ContentJSON, nil
	}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, 0, fmt.Errorf("%w: content: %w", ErrInvalid, err)
	}
	return b, message.ContentJSON, nil
}
