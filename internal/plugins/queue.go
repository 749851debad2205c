package plugins

import (
	"context"
	"sync"
)

// queued is one payload for a client. Its bytes are shared with other queues and are not
// changed.
type queued struct {
	payload []byte
	from    *subscription // MQTT only
}

// queue is what waits for one client, bounded in number and bytes.
type queue struct {
	maxItems, maxBytes int

	mu    sync.Mutex // guards what follows
	items []queued
	bytes int
	full  bool // for ever: what came after it is lost
	some  chan struct{}
}

func newQueue(maxItems, maxBytes int) *queue {
	return &queue{maxItems: maxItems, maxBytes: maxBytes, some: make(chan struct{}, 1)}
}

// push adds an item and reports whether there was room. A single item larger than the
// bound fits into an empty queue. Once there was no room, there never is again.
func (q *queue) push(x queued) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.full || len(q.items) > 0 && (len(q.items) >= q.maxItems || q.bytes+len(x.payload) > q.maxBytes) {
		q.full = true
		return false
	}
	q.items = append(q.items, x)
	q.bytes += len(x.payload)
	select {
	case q.some <- struct{}{}:
	default: // the reader knows already
	}
	return true
}

// pop takes the oldest item, waiting for one until ctx ends. There is one reader.
func (q *queue) pop(ctx context.Context) (x queued, ok bool) {
	for {
		q.mu.Lock()
		if len(q.items) > 0 && ctx.Err() == nil {
			x = q.items[0]
			q.items[0] = queued{}
			q.items = q.items[1:]
			q.bytes -= len(x.payload)
			q.mu.Unlock()
			return x, true
		}
		q.mu.Unlock()
		select {
		case <-q.some:
		case <-ctx.Done():
			return x, false
		}
	}
}
