package logstore

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/logstore/logstore/message"
)

// The network keeps the newest 150 messages of a part for ten seconds, for the first
// neighbours. Who publishes more than that before there are any would lose them.
const (
	// neighborWait is how long the first message in a part waits for somebody to hear it.
	neighborWait = 5 * time.Second
	// burstMessages are published without a neighbour in burstTime.
	burstMessages = 100
	burstTime     = 10 * time.Second
)

// burst counts what was published while there was no neighbour.
type burst struct {
	waited bool // for the first neighbour
	count  int
	until  time.Time
}

// publishDrafts links, encrypts, signs and publishes drafts.
func (p *peer) publishDrafts(ctx context.Context, drafts []draft, o publishOptions) (BatchResult, error) {
	parts, err := p.enterAll(ctx, len(drafts), func(i int) message.StreamPart { return drafts[i].part })
	if err != nil {
		return BatchResult{}, err
	}
	defer release(parts)
	ms, order, err := p.c.link(drafts)
	if err != nil {
		return BatchResult{}, err
	}
	b := &peerBatch{p: p, parts: parts, sender: &batchSender{c: p.c, messages: ms, order: order, sign: p.c.cfg.Key, progress: o.progress}}
	return b.run(ctx)
}

// publishSigned publishes messages that are signed already.
func (p *peer) publishSigned(ctx context.Context, ms []*message.Message, order []int, o publishOptions) (BatchResult, error) {
	for _, m := range ms {
		if err := p.mayPublish(ctx, m.Stream, m.Publisher); err != nil {
			return BatchResult{}, err
		}
	}
	parts, err := p.enterAll(ctx, len(ms), func(i int) message.StreamPart { return ms[i].Part() })
	if err != nil {
		return BatchResult{}, err
	}
	defer release(parts)
	b := &peerBatch{p: p, parts: parts, sender: &batchSender{c: p.c, messages: ms, order: order, progress: o.progress}}
	return b.run(ctx)
}

// enterAll takes part in the parts of n messages, for good, because subscribers of private
// streams will ask for keys there. It returns when nobody else publishes in them.
func (p *peer) enterAll(ctx context.Context, n int, partOf func(int) message.StreamPart) ([]*peerPart, error) {
	seen := make(map[message.StreamPart]bool)
	var ids []message.StreamPart
	for i := range n {
		if id := partOf(i); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	// Always in the same order, so that nobody waits in a circle.
	slices.SortFunc(ids, func(a, b message.StreamPart) int {
		return cmp.Or(cmp.Compare(a.Stream, b.Stream), cmp.Compare(a.Partition, b.Partition))
	})
	parts := make([]*peerPart, len(ids))
	for i, id := range ids {
		var err error
		if parts[i], err = p.stay(ctx, id); err != nil {
			return nil, err
		}
	}
	for i, part := range parts {
		select {
		case part.publishing <- struct{}{}:
		case <-ctx.Done():
			release(parts[:i])
			return nil, context.Cause(ctx)
		}
	}
	return parts, nil
}

func release(parts []*peerPart) {
	for _, part := range parts {
		<-part.publishing
	}
}

// rulesToPublish makes sure that the client may publish, and tells what holds for the
// stream.
func (p *peer) rulesToPublish(ctx context.Context, stream string) (rules, error) {
	id, err := p.c.parsePart(stream, 0)
	if err != nil {
		return rules{}, err
	}
	r, err := p.authority.Rules(ctx, id.Stream)
	if err != nil {
		return r, err
	}
	return r, p.mayPublish(ctx, id.Stream, p.self)
}

// peerBatch is a batch on its way into the network.
type peerBatch struct {
	p      *peer
	parts  []*peerPart
	sender *batchSender // for its messages, their results, and signing
}

// run publishes the batch, a bounded number of messages at a time.
func (b *peerBatch) run(ctx context.Context) (BatchResult, error) {
	s := b.sender
	s.result.Events = make([]EventResult, len(s.messages))
	for i, m := range s.messages {
		s.result.Events[i].place(m)
	}
	var failure error
	for rest := s.order; len(rest) > 0 && failure == nil; {
		n := min(len(rest), b.p.c.cfg.BatchMessages)
		if s.sign != nil {
			failure = b.sign(ctx, rest[:n])
		}
		for todo := rest[:n]; len(todo) > 0 && failure == nil; {
			var done int
			done, failure = b.publish(ctx, todo)
			todo = todo[done:]
		}
		rest = rest[n:]
		if s.progress != nil && failure == nil {
			s.progress(len(s.order)-len(rest), len(s.order))
		}
	}
	return s.finish(failure)
}

// sign encrypts, in the order of the batch, and signs.
func (b *peerBatch) sign(ctx context.Context, indices []int) error {
	for _, i := range indices {
		m := b.sender.messages[i]
		r, err := b.p.authority.Rules(ctx, m.Stream)
		if err != nil {
			return err
		}
		if r.public {
			continue
		}
		if err := b.p.keysFor(m.Stream).encrypt(m); err != nil {
			return fmt.Errorf("event %d: %w", i, err)
		}
	}
	return b.sender.signAll(indices)
}

// maxRun is how many messages are handed to the network at a time.
const maxRun = 64

// publish hands messages to the network: the first ones, as many as are of one part. It
// returns how many. After an error they may have been sent or not.
func (b *peerBatch) publish(ctx context.Context, indices []int) (n int, err error) {
	messages := b.sender.messages
	id := messages[indices[0]].Part()
	part := b.parts[slices.IndexFunc(b.parts, func(p *peerPart) bool { return p.id == id })]
	neighbors, err := part.awaitNeighbor(ctx)
	if err != nil {
		return 0, err
	}
	most := maxRun
	if neighbors == 0 {
		most = 1 // awaitNeighbor counts them
	}
	var run []*message.Message
	for _, i := range indices[:min(most, len(indices))] {
		if messages[i].Part() != id {
			break
		}
		run = append(run, messages[i])
	}
	if err := part.part.Publish(ctx, run...); err != nil {
		return 0, fmt.Errorf("publish to %s: %w", id, err)
	}
	for _, i := range indices[:len(run)] {
		e := &b.sender.result.Events[i]
		e.Key, e.Sent, e.Neighbors = messages[i].Key(), true, neighbors
	}
	b.sender.result.Sent += len(run)
	return len(run), nil
}

// awaitNeighbor waits, for a while, for somebody to publish to. It returns how many there
// are. Alone, a part takes a few messages at a time.
func (part *peerPart) awaitNeighbor(ctx context.Context) (int, error) {
	n := part.part.Neighbors()
	b := &part.burst
	if n > 0 {
		*b = burst{waited: true}
		return n, nil
	}
	clock := part.p.c.cfg.Clock
	wait := time.Duration(0)
	switch {
	case !b.waited:
		b.waited, wait = true, neighborWait
	case b.count == burstMessages:
		wait = b.until.Sub(clock.Now())
	}
	if wait > 0 {
		short, cancel := context.WithTimeout(ctx, wait)
		defer cancel()
		if err := part.part.WaitNeighbors(short, 1); err != nil && short.Err() == nil {
			return 0, err // the node is closed
		}
		if err := context.Cause(ctx); err != nil {
			return 0, err
		}
		n = part.part.Neighbors()
	}
	if now := clock.Now(); !now.Before(b.until) {
		b.count, b.until = 0, now.Add(burstTime)
	}
	b.count++
	return n, nil
}
