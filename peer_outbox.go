package logstore

import (
	"sync"

	"github.com/logstore/logstore/message"
)

// Bounds of what waits between the network and a consumer.
const (
	maxInbox      = 10_000
	maxInboxBytes = 32 << 20
	// maxBacklog is how many messages are taken out of the inbox before the consumer has
	// seen them.
	maxBacklog = 2048
)

// inbox takes messages from the node's goroutine, which must not wait, for the loop. When
// it is full it drops what comes: the gap shows, and is filled from storage.
type inbox struct {
	limit int // of messages; 0 is maxInbox

	mu       sync.Mutex // guards what follows
	queue    []*message.Message
	bytes    int
	dropped  uint64
	overflow bool // since the last reset
	posted   bool // the loop will look into it
}

// add takes a message; it reports whether the loop has to be told.
func (b *inbox) add(m *message.Message) (post bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.queue) >= orDefault(b.limit, maxInbox) || b.bytes+len(m.Content) > maxInboxBytes {
		b.dropped++
		b.overflow = true
		return false
	}
	b.queue = append(b.queue, m)
	b.bytes += len(m.Content)
	post, b.posted = !b.posted, true
	return post
}

// take returns at most n messages.
func (b *inbox) take(n int) []*message.Message {
	b.mu.Lock()
	defer b.mu.Unlock()
	n = min(n, len(b.queue))
	ms := b.queue[:n:n]
	b.queue = b.queue[n:]
	for _, m := range ms {
		b.bytes -= len(m.Content)
	}
	if len(b.queue) == 0 {
		b.queue = nil
	}
	return ms
}

// looked says that the loop has looked into it.
func (b *inbox) looked() {
	b.mu.Lock()
	b.posted = false
	b.mu.Unlock()
}

// isWaiting reports whether there is something that the loop should be told of again.
func (b *inbox) isWaiting() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.queue) == 0 || b.posted {
		return false
	}
	b.posted = true
	return true
}

// reset drops everything, if something was dropped before; it reports whether.
func (b *inbox) reset() (overflowed bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.overflow {
		return false
	}
	b.queue, b.bytes, b.overflow = nil, 0, false
	return true
}

// outItem is something for the consumer: a message, a problem, or the mark where the
// past ends.
type outItem struct {
	delivery Delivery
	problem  error
	live     bool
}

// outbox holds what the loop has for the consumer.
type outbox struct {
	filled chan struct{} // holds one token when something was added

	mu    sync.Mutex
	items []outItem
}

func (b *outbox) add(i outItem) {
	b.mu.Lock()
	b.items = append(b.items, i)
	b.mu.Unlock()
	select {
	case b.filled <- struct{}{}:
	default:
	}
}

func (b *outbox) len() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.items)
}

func (b *outbox) takeAll() []outItem {
	b.mu.Lock()
	defer b.mu.Unlock()
	items := b.items
	b.items = nil
	return items
}
