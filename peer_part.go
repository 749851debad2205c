package logstore

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/message"
)

// peerPart is a stream part that the client takes part in, once for all who use it.
type peerPart struct {
	p     *peer
	id    message.StreamPart
	part  *node.Part // valid when ready is closed and err is nil
	ready chan struct{}
	err   error

	// Guarded by peer.mu.
	users int
	stays bool // JoinPart or Publish is one of the users

	// publishing is held by who publishes: a chain must go out in its order.
	publishing chan struct{}
	burst      burst // with publishing

	mu   sync.Mutex // guards subs
	subs []*peerSubscription
}

// join enters a stream part, or shares in it. Who has joined must leave.
func (p *peer) join(ctx context.Context, id message.StreamPart) (*peerPart, error) {
	if err := p.mustExist(ctx, id); err != nil {
		return nil, err
	}
	n, err := p.running(ctx)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	part := p.parts[id]
	if part == nil {
		if p.over {
			p.mu.Unlock()
			return nil, ErrClosed
		}
		part = &peerPart{p: p, id: id, ready: make(chan struct{}), publishing: make(chan struct{}, 1)}
		p.parts[id] = part
		p.wg.Go(func() { part.enter(n) })
	}
	part.users++
	p.mu.Unlock()
	select {
	case <-part.ready:
		err = part.err
	case <-ctx.Done():
		err = context.Cause(ctx)
	}
	if err != nil {
		part.leave()
		return nil, err
	}
	return part, nil
}

// mustExist makes sure that there is such a stream part.
func (p *peer) mustExist(ctx context.Context, id message.StreamPart) error {
	r, err := p.authority.Rules(ctx, id.Stream)
	if err != nil {
		return fmt.Errorf("look for stream %s: %w", id.Stream, err)
	}
	if int(id.Partition) >= r.partitions {
		return invalidf("partition %d: stream %s has %d, numbered from 0", id.Partition, id.Stream, r.partitions)
	}
	return nil
}

// enter is what join waits for.
func (part *peerPart) enter(n *node.Node) {
	defer close(part.ready)
	part.part, part.err = n.Join(part.p.ctx, part.id, node.JoinOptions{Check: part.check})
	if part.err == nil {
		part.part.Subscribe(part.receive)
		return
	}
	if errors.Is(part.err, node.ErrClosed) || part.p.ctx.Err() != nil {
		part.err = ErrClosed
	}
	part.p.mu.Lock()
	defer part.p.mu.Unlock()
	if part.p.parts[part.id] == part {
		delete(part.p.parts, part.id) // the next one tries again
	}
}

// leave ends one use.
func (part *peerPart) leave() {
	p := part.p
	p.mu.Lock()
	part.users--
	last := part.users == 0 && p.parts[part.id] == part
	if last {
		delete(p.parts, part.id)
	}
	p.mu.Unlock()
	if !last {
		return
	}
	leave := func() {
		<-part.ready
		if part.err == nil {
			part.part.Leave()
		}
	}
	select {
	case <-part.ready:
		leave()
	default: // who does not wait for the entering to end leaves nothing behind either
		p.spawn(leave)
	}
}

// stay joins a part for good.
func (p *peer) stay(ctx context.Context, id message.StreamPart) (*peerPart, error) {
	part, err := p.join(ctx, id)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	already := part.stays
	part.stays = true
	p.mu.Unlock()
	if already {
		part.leave()
	}
	return part, nil
}

// goAway ends what stay began.
func (p *peer) goAway(id message.StreamPart) {
	p.mu.Lock()
	part := p.parts[id]
	stays := part != nil && part.stays
	if stays {
		part.stays = false
	}
	p.mu.Unlock()
	if stays {
		part.leave()
	}
}

// joined returns a part that was joined, nil if it was not.
func (p *peer) joined(id message.StreamPart) *peerPart {
	p.mu.Lock()
	part := p.parts[id]
	p.mu.Unlock()
	if part == nil {
		return nil
	}
	select {
	case <-part.ready:
		if part.err == nil {
			return part
		}
	default:
	}
	return nil
}

// receive takes what has passed the check. The node's goroutine calls it.
func (part *peerPart) receive(m *message.Message) {
	if !m.IsContent() {
		part.p.keys.receive(m)
		return
	}
	part.mu.Lock()
	defer part.mu.Unlock()
	for _, s := range part.subs {
		s.receive(m)
	}
}

func (part *peerPart) add(s *peerSubscription) {
	part.mu.Lock()
	defer part.mu.Unlock()
	part.subs = append(part.subs, s)
}

func (part *peerPart) remove(s *peerSubscription) {
	part.mu.Lock()
	defer part.mu.Unlock()
	part.subs = slices.DeleteFunc(part.subs, func(x *peerSubscription) bool { return x == s })
}

// checkTimeout bounds the questions to the chain that a batch of messages needs.
const checkTimeout = 30 * time.Second

// check decides what the client hands on and what it reads.
func (part *peerPart) check(ctx context.Context, ms []*message.Message) []delivery.Verdict {
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	out := make([]delivery.Verdict, len(ms))
	p := part.p
	for i, err := range p.judge(ctx, part.id, ms, p.c.verifier.VerifyBatch(ctx, ms)) {
		out[i] = verdictOf(err)
	}
	return out
}

func verdictOf(err error) delivery.Verdict {
	var refused *refusal
	switch {
	case err == nil:
		return delivery.Good
	case errors.As(err, &refused):
		return delivery.Bad(refused.word)
	case errors.Is(err, errUndecided), errors.Is(err, message.ErrUnsupportedSignature):
		return delivery.Unknown
	}
	return delivery.Overloaded
}
