package logstore

import (
	"context"
	"fmt"
	"slices"

	"github.com/logstore/logstore/message"
)

// Publish signs one event with the client's key and sends it. stream is
// "<address or ENS name>/<path>", or "/<path>" under the own address; content is
// as in [Event]. When it returns nil the event is stored durably at the node. A
// refused event is a [*RejectedError]; after any other error the event may have
// been stored or not.
//
// With Config.Peer the event goes to the Streamr network instead, encrypted unless everybody
// may subscribe to the stream. Then nil says that it is on its way to the nodes that
// the receipt counts. Errors are [ErrNotPermitted], [ErrNoSuchStream], [ErrUnreachable],
// [ErrClosed], and [ErrInvalid].
func (c *Client) Publish(ctx context.Context, stream string, content any, opts ...PublishOption) (Receipt, error) {
	res, err := c.PublishBatch(ctx, stream, []Event{{Content: content}}, opts...)
	if err != nil {
		if len(res.Events) == 1 && res.Events[0].Err != nil {
			err = res.Events[0].Err
		}
		return Receipt{}, err
	}
	return res.Events[0].Receipt, nil
}

// PublishBatch signs events on all cores and sends them in requests of bounded
// size, the earliest event first; events of the same time keep their order. The
// error is nil only if the node has stored all of them. Else the result tells what
// became of each: where only some were refused, the error is [ErrRejected] and the
// rest is stored. An event that cannot be encoded is [ErrInvalid] before anything
// is sent. With Config.Peer the events go to the Streamr network, as [Client.Publish]
// says.
func (c *Client) PublishBatch(ctx context.Context, stream string, events []Event, opts ...PublishOption) (BatchResult, error) {
	if c.cfg.Key == nil {
		return BatchResult{}, fmt.Errorf("publish to %s: %w", stream, ErrNoKey)
	}
	o := newPublishOptions(opts)
	if c.peer != nil {
		r, err := c.peer.rulesToPublish(ctx, stream)
		if err != nil {
			return BatchResult{}, fmt.Errorf("publish to %s: %w", stream, err)
		}
		o.partitions = orDefault(o.partitions, r.partitions)
	}
	now := c.cfg.Clock.Now()
	drafts := make([]draft, len(events))
	for i, e := range events {
		d, err := c.draft(stream, e, o, now)
		if err != nil {
			return BatchResult{}, fmt.Errorf("publish to %s: event %d: %w", stream, i, err)
		}
		drafts[i] = d
	}
	if c.peer != nil {
		res, err := c.peer.publishDrafts(ctx, drafts, o)
		if err != nil {
			err = fmt.Errorf("publish to %s: %w", stream, err)
		}
		return res, err
	}
	c.setAside(ctx, drafts)
	ms, order, err := c.link(drafts)
	if err != nil {
		return BatchResult{}, fmt.Errorf("publish to %s: %w", stream, err)
	}
	s := &batchSender{c: c, messages: ms, order: order, sign: c.cfg.Key, progress: o.progress}
	return s.run(ctx)
}

// PublishSigned sends messages that are signed already, by whomever, in their
// order. The result is as of [Client.PublishBatch]. It needs no key.
func (c *Client) PublishSigned(ctx context.Context, messages []*message.Message, opts ...PublishOption) (BatchResult, error) {
	o := newPublishOptions(opts)
	order := make([]int, len(messages))
	for i, m := range messages {
		if err := m.Validate(); err != nil {
			return BatchResult{}, fmt.Errorf("publish signed messages: %w: message %d: %w", ErrInvalid, i, err)
		}
		order[i] = i
	}
	if c.peer != nil {
		return c.peer.publishSigned(ctx, messages, order, o)
	}
	s := &batchSender{c: c, messages: messages, order: order, progress: o.progress}
	return s.run(ctx)
}

// link puts drafts into their chains in the order of time. order lists the indices
// in the order of sending.
func (c *Client) link(drafts []draft) (ms []*message.Message, order []int, err error) {
	order = make([]int, len(drafts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := drafts[a].millis, drafts[b].millis; {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	ms = make([]*message.Message, len(drafts))
	for n, i := range order {
		if ms[i], err = c.chainWriter(drafts[i].part).link(drafts[i]); err != nil {
			for _, j := range order[:n] {
				c.chainWriter(ms[j].Part()).abandon(ms[j].Chain)
			}
			return nil, nil, err
		}
	}
	return ms, order, nil
}
