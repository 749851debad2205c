package logstore

import (
	"fmt"
	"io"
	"sync"

	"github.com/logstore/logstore/message"
)

// maxNowShift is how far the time of an event that happens "now" may be moved, in
// milliseconds, to stay in its chain when goroutines overtake each other or the
// clock steps back.
const maxNowShift = 1000

// chainWriter links the messages of one stream part. A chain only goes forward in
// time: an event from before its last one begins a new chain, as Streamr's rules
// want. So does whatever follows a message that the node refused or that may be
// lost, because a link to it would look like a gap for ever.
type chainWriter struct {
	random io.Reader

	mu    sync.Mutex // guards what follows
	chain *message.Chain
	last  int64
}

func (c *Client) chainWriter(part message.StreamPart) *chainWriter {
	c.chainsMu.Lock()
	defer c.chainsMu.Unlock()
	w := c.chains[part]
	if w == nil {
		w = &chainWriter{random: c.cfg.Rand}
		c.chains[part] = w
	}
	return w
}

// link makes the next message of the chain, not signed yet.
func (w *chainWriter) link(d draft) (*message.Message, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if d.alone {
		return w.linkAlone(d)
	}
	millis := d.millis
	if w.chain != nil && millis < w.last {
		if d.isNow && w.last-millis <= maxNowShift {
			millis = w.last
		} else {
			w.chain = nil
		}
	}
	if w.chain == nil {
		id, err := message.RandomChainID(w.random)
		if err != nil {
			return nil, err
		}
		w.chain = message.NewChain(id)
	}
	ref, prev, err := w.chain.Next(millis)
	if err != nil {
		return nil, fmt.Errorf("link event: %w", err)
	}
	w.last = millis
	return d.message(ref, prev, w.chain.ID()), nil
}

// linkAlone makes a message on a chain of its own. w.mu is held.
func (w *chainWriter) linkAlone(d draft) (*message.Message, error) {
	id, err := message.RandomChainID(w.random)
	if err != nil {
		return nil, err
	}
	return d.message(message.Ref{Timestamp: d.millis}, nil, id), nil
}

func (d draft) message(ref message.Ref, prev *message.Ref, chain string) *message.Message {
	return &message.Message{
		ID: message.ID{
			Stream: d.part.Stream, Partition: d.part.Partition,
			Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain,
		},
		PrevRef: prev, Content: d.content, ContentType: d.contentType,
	}
}

// abandon ends the chain with this id, if it is still the current one.
func (w *chainWriter) abandon(id string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.chain != nil && w.chain.ID() == id {
		w.chain = nil
	}
}
