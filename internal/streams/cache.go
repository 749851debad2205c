package streams

import (
	"sync"
	"sync/atomic"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/logstore/logstore/message"
)

// The memory for what is known about streams is bounded: everybody may give their
// own streams schemas, and a compiled one can take a hundred times its text. A
// stream that fell out costs a look at where it came from and, if it has a schema,
// its compilation.
const (
	cachedStreams     = 10_000
	cachedSchemaBytes = 4 << 20
)

// Cache keeps what was found out about streams. It may be used by many goroutines at
// once.
type Cache[T any] struct {
	lru   *lru.Cache[message.StreamID, T]
	size  func(T) int // bytes of the schema
	bytes atomic.Int64

	// mu is held for reading between looking something up at its source and putting it
	// into the cache, and for writing while it changes in both, so that what is old
	// never stays in the cache.
	mu sync.RWMutex
}

// NewCache makes a cache; schemaBytes returns the length of the schema that a value
// holds.
func NewCache[T any](schemaBytes func(T) int) (*Cache[T], error) {
	c := &Cache[T]{size: schemaBytes}
	var err error
	c.lru, err = lru.NewWithEvict(cachedStreams, func(_ message.StreamID, v T) { c.bytes.Add(-int64(c.size(v))) })
	return c, err
}

// Get returns the value for a stream, from the cache or from look. Errors of look are
// not kept.
func (c *Cache[T]) Get(id message.StreamID, look func() (T, error)) (T, error) {
	if v, ok := c.lru.Get(id); ok {
		return v, nil
	}
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, err := look()
	if err != nil {
		return v, err
	}
	if there, ok, _ := c.lru.PeekOrAdd(id, v); ok {
		return there, nil
	}
	for bytes := c.bytes.Add(int64(c.size(v))); bytes > cachedSchemaBytes && c.lru.Len() > 1; bytes = c.bytes.Load() {
		c.lru.RemoveOldest()
	}
	return v, nil
}

// Change runs f, which changes what look finds of a stream, and forgets the stream.
func (c *Cache[T]) Change(id message.StreamID, f func() error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	// Out of the cache in any case: a change that failed may still have happened.
	defer c.lru.Remove(id)
	return f()
}

// Forget forgets a stream after its source has changed.
func (c *Cache[T]) Forget(id message.StreamID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lru.Remove(id)
}

// ForgetAll forgets all streams.
func (c *Cache[T]) ForgetAll() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lru.Purge()
}
