package logstore

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/logstore/logstore/proof"
)

// NodeInfo describes a node.
type NodeInfo struct {
	Address string    `json:"address"` // of the node's own key
	Version string    `json:"version"`
	Mode    string    `json:"mode"`
	Time    time.Time `json:"time"` // by the node's clock
}

// StreamSummary is one stream in the list of a node.
type StreamSummary struct {
	StreamID   string     `json:"streamId"`
	Partitions []int      `json:"partitions"` // those that hold messages
	Messages   uint64     `json:"messages"`
	Bytes      uint64     `json:"bytes"`
	First      *proof.Ref `json:"first"` // nil if empty
	Last       *proof.Ref `json:"last"`
}

// PartitionStats sums up one partition at a node.
type PartitionStats struct {
	Partition     int        `json:"partition"`
	Messages      uint64     `json:"messages"`
	Bytes         uint64     `json:"bytes"`
	First         *proof.Ref `json:"first"` // nil if empty
	Last          *proof.Ref `json:"last"`
	Equivocations uint64     `json:"equivocations"`
	Pruned        uint64     `json:"pruned"` // messages removed so far
	// Checkpoint is what the node signed about the partition, nil if it signs none.
	Checkpoint *Checkpoint `json:"checkpoint,omitempty"`
}

// Histogram counts messages by event time. Empty buckets are left out.
type Histogram struct {
	WidthMillis int64    `json:"width"`
	Buckets     []Bucket `json:"buckets"`
}

// Bucket is one bar of a histogram.
type Bucket struct {
	Start    int64  `json:"start"` // ms since the Unix epoch
	Messages uint64 `json:"messages"`
	Bytes    uint64 `json:"bytes"`
}

// StreamStats sums up a stream at a node.
type StreamStats struct {
	StreamID   string           `json:"streamId"`
	Partitions []PartitionStats `json:"partitions"`
	Messages   uint64           `json:"messages"`
	Bytes      uint64           `json:"bytes"`
	Histogram  *Histogram       `json:"histogram,omitempty"`
}

// StatsOptions choose what Stats counts into the histogram. The zero value is the
// whole stream in the node's default number of buckets.
type StatsOptions struct {
	From, To  time.Time // both included; zero is no bound
	Buckets   int       // at most 1000; 0 is the node's default
	Partition *int      // nil is all
}

// Node asks who the node is.
func (c *Client) Node(ctx context.Context) (NodeInfo, error) {
	var info NodeInfo
	err := c.call(ctx, request{method: http.MethodGet, path: "/node"}, &info)
	return info, err
}

// Ready returns nil if the node takes requests, without signing in. It does not
// wait for it; an unready node is [ErrUnavailable].
func (c *Client) Ready(ctx context.Context) error {
	return c.call(ctx, request{method: http.MethodGet, path: "/readyz", noRetry: true}, nil)
}

// Streams lists the streams that the node holds messages of.
func (c *Client) Streams(ctx context.Context) ([]StreamSummary, error) {
	var out struct {
		Stores []StreamSummary `json:"stores"`
	}
	err := c.call(ctx, request{method: http.MethodGet, path: "/stores", auth: true}, &out)
	return out.Stores, err
}

// Stats sums up what the node holds of a stream. The figures are the node's word,
// with its signature under the checkpoints ([Checkpoint.Verify]); [Client.Digest]
// proves those of a range.
func (c *Client) Stats(ctx context.Context, stream string, o StatsOptions) (StreamStats, error) {
	var stats StreamStats
	part, err := c.parsePart(stream, 0)
	if err != nil {
		return stats, err
	}
	q := url.Values{}
	for _, b := range []struct {
		name string
		t    time.Time
	}{{"from", o.From}, {"to", o.To}} {
		if b.t.IsZero() {
			continue
		}
		ms, err := eventMillis(b.name, b.t)
		if err != nil {
			return stats, err
		}
		q.Set(b.name, strconv.FormatInt(ms, 10))
	}
	if o.Buckets != 0 {
		q.Set("buckets", strconv.Itoa(o.Buckets))
	}
	if o.Partition != nil {
		q.Set("partition", strconv.Itoa(*o.Partition))
	}
	err = c.call(ctx, request{method: http.MethodGet, path: storePath(part.Stream), query: q, auth: true}, &stats)
	return stats, err
}

// Schema returns the JSON Schema that the node checks the stream's content
// against, or [ErrNotFound] if there is none.
func (c *Client) Schema(ctx context.Context, stream string) (json.RawMessage, error) {
	part, err := c.parsePart(stream, 0)
	if err != nil {
		return nil, err
	}
	var schema json.RawMessage
	err = c.call(ctx, request{method: http.MethodGet, path: storePath(part.Stream) + "/schema"}, &schema)
	return schema, err
}

// SetSchema makes the node check all further content of the stream. schema is
// encoded as JSON (json.RawMessage and []byte are taken as they are). Only the
// owner of the stream's domain and the node's operator may do this.
func (c *Client) SetSchema(ctx context.Context, stream string, schema any) error {
	part, err := c.parsePart(stream, 0)
	if err != nil {
		return err
	}
	if b, ok := schema.([]byte); ok {
		schema = json.RawMessage(b)
	}
	body, _, err := encodeContent(schema)
	if err != nil {
		return err
	}
	return c.call(ctx, request{
		method: http.MethodPut, path: storePath(part.Stream) + "/schema", auth: true,
		body: body, contentType: "application/json",
	}, nil)
}

// RemoveSchema makes the node take any content again.
func (c *Client) RemoveSchema(ctx context.Context, stream string) error {
	part, err := c.parsePart(stream, 0)
	if err != nil {
		return err
	}
	return c.call(ctx, request{method: http.MethodDelete, path: storePath(part.Stream) + "/schema", auth: true}, nil)
}
