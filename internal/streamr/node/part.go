package node

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// JoinOptions say what is asked of messages in a part.
type JoinOptions struct {
	// Check decides what is handed on, in place of [CheckSignatures]. If a part is joined
	// more than once, the first Check holds for all.
	Check Check
}

// Part is one user's place in a stream part. It may be used by many goroutines at once.
type Part struct {
	node  *Node
	id    message.StreamPart
	entry *entry
	check Check
}

// entry is a part that the node is in, with those who use it. It is used in the loop.
type entry struct {
	part        *delivery.Part
	checker     *checker
	users       []*Part
	subscribers []*subscription
	neighbors   int
	waiting     []*neighborWait
	ready       bool
	readyErr    error
	onReady     []chan error
}

type subscription struct {
	user *Part
	f    func(*message.Message)
}

type neighborWait struct {
	n    int
	done chan struct{}
}

// Join enters a stream part, or shares in it if the node is in it already. It returns
// when the node has looked for others; neighbours may come later ([Part.WaitNeighbors]).
func (n *Node) Join(ctx context.Context, id message.StreamPart, o JoinOptions) (*Part, error) {
	p := &Part{node: n, id: id, check: o.Check}
	ready := make(chan error, 1)
	ok := n.loop.Do(func() {
		e := n.parts[id]
		if e == nil {
			e = n.enter(id)
		}
		p.entry = e
		e.users = append(e.users, p)
		e.checker.set(e.check())
		if e.ready {
			ready <- e.readyErr
		} else {
			e.onReady = append(e.onReady, ready)
		}
	})
	if !ok {
		return nil, ErrClosed
	}
	select {
	case err := <-ready:
		if err != nil {
			p.Leave()
			return nil, fmt.Errorf("join stream part %s: %w", id, err)
		}
		return p, nil
	case <-ctx.Done():
		p.Leave()
		return nil, ctx.Err()
	case <-n.ctx.Done():
		return nil, ErrClosed
	}
}

// enter makes the node enter a part. It runs in the loop.
func (n *Node) enter(id message.StreamPart) *entry {
	e := new(entry)
	e.checker = &checker{loop: n.loop, ctx: n.ctx, wg: &n.wg, check: defaultCheck}
	n.parts[id] = e
	done := func(err error) {
		e.ready, e.readyErr = true, err
		for _, c := range e.onReady {
			c <- err
		}
		e.onReady = nil
	}
	var err error
	e.part, err = n.core.JoinPart(id, PartOptions{
		Validator: e.checker,
		Deliver: func(m *message.Message, _ []byte, _ wire.NodeID) {
			for _, s := range e.subscribers {
				s.f(m)
			}
		},
		OnNeighbors: e.setNeighbors,
	}, done)
	if err != nil {
		done(err)
	}
	return e
}

func (e *entry) setNeighbors(n int) {
	e.neighbors = n
	e.waiting = slices.DeleteFunc(e.waiting, func(w *neighborWait) bool {
		if n < w.n {
			return false
		}
		close(w.done)
		return true
	})
}

// check is the first that a user has asked for.
func (e *entry) check() Check {
	for _, u := range e.users {
		if u.check != nil {
			return u.check
		}
	}
	return defaultCheck
}

var defaultCheck = CheckSignatures(new(message.Verifier))

// ID is the stream part.
func (p *Part) ID() message.StreamPart { return p.id }

// Publish hands signed messages to the part's other nodes, in their order. It returns when
// they are on their way; who is not connected then may miss them. One that cannot be published keeps back no
// other; the errors are joined.
func (p *Part) Publish(ctx context.Context, ms ...*message.Message) error {
	raw := make([][]byte, len(ms))
	for i, m := range ms {
		raw[i] = m.AppendWire(make([]byte, 0, m.Size()))
	}
	errs := make([]error, len(ms))
	ok := p.node.loop.Do(func() {
		for i, m := range ms {
			errs[i] = p.entry.part.Publish(raw[i], m)
		}
	})
	if !ok {
		return ErrClosed
	}
	return errors.Join(errs...)
}

// Subscribe calls f with every message that arrives in the part, and with what this node
// publishes. f is called in the order of each publisher's chain, by the node's own goroutine: it
// must return at once and must not call the node. The message must not be changed.
func (p *Part) Subscribe(f func(*message.Message)) (cancel func()) {
	s := &subscription{p, f}
	p.node.loop.Do(func() { p.entry.subscribers = append(p.entry.subscribers, s) })
	return func() {
		p.node.loop.Do(func() {
			p.entry.subscribers = slices.DeleteFunc(slices.Clone(p.entry.subscribers), func(x *subscription) bool { return x == s })
		})
	}
}

// Neighbors is how many nodes of the part this node exchanges messages with.
func (p *Part) Neighbors() (n int) {
	p.node.loop.Do(func() { n = p.entry.neighbors })
	return n
}

// WaitNeighbors waits until there are n neighbours, or for the end of ctx.
func (p *Part) WaitNeighbors(ctx context.Context, n int) error {
	w := &neighborWait{n, make(chan struct{})}
	ok := p.node.loop.Do(func() {
		if p.entry.neighbors >= n {
			close(w.done)
			return
		}
		p.entry.waiting = append(p.entry.waiting, w)
	})
	if !ok {
		return ErrClosed
	}
	select {
	case <-w.done:
		return nil
	case <-p.node.ctx.Done():
		return ErrClosed
	case <-ctx.Done():
		p.node.loop.Do(func() {
			p.entry.waiting = slices.DeleteFunc(p.entry.waiting, func(x *neighborWait) bool { return x == w })
		})
		return fmt.Errorf("wait for %d neighbours in %s: %w", n, p.id, ctx.Err())
	}
}

// Leave ends this user's part. The node leaves the stream part with its last user.
func (p *Part) Leave() {
	p.node.loop.Do(func() {
		e := p.entry
		if e == nil || !slices.Contains(e.users, p) {
			return
		}
		e.users = slices.DeleteFunc(e.users, func(x *Part) bool { return x == p })
		e.subscribers = slices.DeleteFunc(slices.Clone(e.subscribers), func(s *subscription) bool { return s.user == p })
		if len(e.users) > 0 {
			e.checker.set(e.check())
			return
		}
		delete(p.node.parts, p.id)
		p.node.core.LeavePart(p.id)
	})
}
