package plugins

import (
	"context"
	"errors"
	"time"

	"github.com/logstore/logstore/message"
)

// chain is one message chain. Its messages are published one at a time, so that they are
// shown in their order.
type chain struct {
	hub    *Hub
	plugin string // label of metrics
	id     string
	turn   chan struct{} // holds one token, which who publishes takes
}

func (h *Hub) newChain(plugin string) (*chain, error) {
	id, err := h.newChainID()
	if err != nil {
		return nil, err
	}
	c := &chain{hub: h, plugin: plugin, id: id, turn: make(chan struct{}, 1)}
	c.turn <- struct{}{}
	return c, nil
}

// end makes the network forget the chain.
func (c *chain) end() { c.hub.net.EndChain(c.id) }

// publish sends a payload to its target and shows it to those who read it here. t.partition
// may be missing; elsewhere is the partition then, unless the target has a key.
func (c *chain) publish(ctx context.Context, t target, p payload, elsewhere func(count int) int32) (err error) {
	began := time.Now()
	defer func() { c.hub.metrics.publication(c.plugin, began, err) }()
	ctx, cancel := context.WithTimeout(ctx, c.hub.limits.NetworkTimeout)
	defer cancel()
	partition, err := c.pick(ctx, t, p, elsewhere)
	if err != nil {
		return err
	}
	select {
	case <-c.turn:
		defer func() { c.turn <- struct{}{} }()
	case <-ctx.Done():
		return ctx.Err()
	}
	out := Publication{StreamPart: message.StreamPart{Stream: t.stream, Partition: partition}, Time: p.time, Chain: c.id, Content: p.content}
	m, err := c.hub.net.Publish(ctx, out)
	if errors.Is(err, message.ErrChainOrder) {
		m, err = c.publishAlone(ctx, out)
	}
	if err != nil {
		return err
	}
	c.hub.echo(m, p.content, c)
	return nil
}

// publishAlone sends a message that is older than the last of its chain, as when a device
// hands in what it measured while it was off, on a chain of its own.
func (c *chain) publishAlone(ctx context.Context, out Publication) (*message.Message, error) {
	var err error
	if out.Chain, err = c.hub.newChainID(); err != nil {
		return nil, err
	}
	defer c.hub.net.EndChain(out.Chain)
	return c.hub.net.Publish(ctx, out)
}

// pick chooses the partition. The error is [message.ErrPartition] if the stream has no such one.
func (c *chain) pick(ctx context.Context, t target, p payload, elsewhere func(count int) int32) (int32, error) {
	count, err := c.hub.partitions(ctx, t.stream)
	if err != nil {
		return 0, err
	}
	switch {
	case t.partition != nil:
		return *t.partition, checkPartition(*t.partition, count)
	case t.key != nil:
		return pickByKey(*t.key, false, count), nil
	case t.field != nil:
		if key, isNumber, ok := field(p.content, *t.field); ok {
			return pickByKey(key, isNumber, count), nil
		}
	}
	return elsewhere(count), nil
}
