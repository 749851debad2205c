package logstore

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/message"
)

// A message that the node refuses leaves a gap in the publisher's chain: the next
// one links to it, and readers cannot tell a refused message from one that is
// withheld. So the client looks at the stream's schema itself, and gives each event
// that does not fit a chain of its own. It is sent all the same: the node decides,
// and reports the violation where it is configured to.

// schemaTTL is how long the schema of a stream is taken to be unchanged. A stale one
// does no more harm than none.
const schemaTTL = time.Minute

// maxSchemas bounds the schemas that are remembered.
const maxSchemas = 1000

// schemaCache remembers the schemas of streams that are published to.
type schemaCache struct {
	mu      sync.Mutex // guards streams
	streams map[message.StreamID]cachedSchema
}

type cachedSchema struct {
	schema *schema.Schema // nil: none, or none that could be had
	until  time.Time
}

// schemaOf returns the compiled schema of a stream, nil if there is none or the node
// does not say.
func (c *Client) schemaOf(ctx context.Context, id message.StreamID) *schema.Schema {
	now := c.cfg.Clock.Now()
	c.schemas.mu.Lock()
	cached, ok := c.schemas.streams[id]
	c.schemas.mu.Unlock()
	if ok && now.Before(cached.until) {
		return cached.schema
	}
	var raw json.RawMessage
	err := c.call(ctx, request{method: http.MethodGet, path: storePath(id) + "/schema", noRetry: true}, &raw)
	cached = cachedSchema{until: now.Add(schemaTTL)}
	if err == nil {
		cached.schema, _ = schema.Compile(raw) // a draft this client does not know is none
	}
	c.schemas.mu.Lock()
	defer c.schemas.mu.Unlock()
	if c.schemas.streams == nil || len(c.schemas.streams) >= maxSchemas {
		c.schemas.streams = make(map[message.StreamID]cachedSchema)
	}
	c.schemas.streams[id] = cached
	return cached.schema
}

// setAside marks the drafts that the node will probably refuse. A single one needs no
// look: nothing is linked to it before the node has answered.
func (c *Client) setAside(ctx context.Context, drafts []draft) {
	if len(drafts) < 2 {
		return
	}
	for i := range drafts {
		d := &drafts[i]
		if s := c.schemaOf(ctx, d.part.Stream); s != nil {
			d.alone = d.contentType != message.ContentJSON || len(s.Validate(d.content)) > 0
		}
	}
}
