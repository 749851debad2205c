package plugins

import (
	"container/list"
	"sync"

	"github.com/logstore/logstore/message"
)

// maxStreamChains bounds the streams for which the plug-in http keeps a chain.
const maxStreamChains = 4096

// streamChains keep a message chain for each stream that requests publish to, and the
// partition of those that choose none: at random, but always the same, so that order is
// kept. (Official node and SDK: getDefaultPartition.) What was not used for the longest
// time is forgotten first.
type streamChains struct {
	hub    *Hub
	plugin string
	max    int

	mu     sync.Mutex // guards what follows
	ended  bool
	chains map[message.StreamID]*list.Element // of *streamChain
	order  list.List                          // the most recently used first
}

// streamChain is the chain of one stream.
type streamChain struct {
	*chain
	stream message.StreamID

	users int  // requests that use it; guarded by streamChains.mu
	gone  bool // forgotten: ends with its last user
}

func newStreamChains(hub *Hub, plugin string) *streamChains {
	return &streamChains{hub: hub, plugin: plugin, max: maxStreamChains, chains: make(map[message.StreamID]*list.Element)}
}

// get returns the chain of a stream for one use; put gives it back.
func (s *streamChains) get(stream message.StreamID) (*streamChain, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return nil, errClosed
	}
	if place, ok := s.chains[stream]; ok {
		s.order.MoveToFront(place)
		c := place.Value.(*streamChain)
		c.users++
		return c, nil
	}
	inner, err := s.hub.newChain(s.plugin)
	if err != nil {
		return nil, err
	}
	c := &streamChain{chain: inner, stream: stream, users: 1}
	s.chains[stream] = s.order.PushFront(c)
	if s.order.Len() > s.max {
		s.forget(s.order.Back())
	}
	return c, nil
}

func (s *streamChains) put(c *streamChain) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.users--; c.users == 0 && c.gone {
		c.end()
	}
}

// forget drops a chain, which ends when nobody uses it. The lock is held.
func (s *streamChains) forget(place *list.Element) {
	c := s.order.Remove(place).(*streamChain)
	delete(s.chains, c.stream)
	if c.gone = true; c.users == 0 {
		c.end()
	}
}

// end forgets all chains; there are no more.
func (s *streamChains) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	for s.order.Len() > 0 {
		s.forget(s.order.Back())
	}
}

// partition is where messages without any choice of a partition go. A chain's id is random.
func (c *streamChain) partition(count int) int32 { return message.PartitionOf(c.id, count) }
