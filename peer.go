package logstore

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/message"
)

// Errors of the Streamr network, to branch on with errors.Is.
var (
	// ErrUnreachable: no entry point of the network answers.
	ErrUnreachable = node.ErrUnreachable
	// ErrClosed: the client was closed.
	ErrClosed = errors.New("client is closed")
	// ErrNoPeer: the call is about the Streamr network, and Config.Peer is not set.
	ErrNoPeer = errors.New("the client is no node of the Streamr network; set Config.Peer")
	// ErrNoStorage: no node that can be asked keeps the stream.
	ErrNoStorage = errors.New("the stream is kept nowhere; assign a storage node to it, or stake for it")
)

// peer is a client's place in the Streamr network.
//
// Three kinds of goroutines meet here. The node's own hands over what arrives, and must
// not wait. The loop puts messages into order and exchanges keys: all that needs no lock
// because it happens there. And those of the user, who publish, and read what the
// loop has put into an outbox.
type peer struct {
	c         *Client
	cfg       *PeerConfig
	authority *authority
	self      message.UserID // "" without a key

	ctx    context.Context // ends when the client closes
	cancel context.CancelFunc
	wg     sync.WaitGroup // of all goroutines but the loop's
	loop   *loop.Real

	starting chan struct{} // held to read and change node, and to start it
	node     *node.Node    // nil until it is needed
	closed   bool

	mu        sync.Mutex // guards what follows
	over      bool       // nothing may be begun any more
	parts     map[message.StreamPart]*peerPart
	sequences map[message.StreamID]*keySequence

	keys     *keyExchange
	lastKeys *lastKeys
	// fetches bounds the gaps that are looked for at a time.
	fetches chan struct{}
}

const maxFetches = 4

// newPeer prepares a peer. It touches the network when it is first needed.
func newPeer(c *Client) *peer {
	p := &peer{
		c: c, cfg: c.cfg.Peer, self: c.owner(), loop: loop.New(),
		starting: make(chan struct{}, 1), fetches: make(chan struct{}, maxFetches),
		parts: make(map[message.StreamPart]*peerPart), sequences: make(map[message.StreamID]*keySequence),
	}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	from := p.cfg.Streams
	if from == nil {
		from = c.cfg.Network
	}
	p.authority = newAuthority(from, c.cfg.Clock.Now)
	p.keys, p.lastKeys = &keyExchange{p: p}, newLastKeys()
	return p
}

// running returns the node, which it starts if need be.
func (p *peer) running(ctx context.Context) (*node.Node, error) {
	select {
	case p.starting <- struct{}{}:
		defer func() { <-p.starting }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	switch {
	case p.closed:
		return nil, ErrClosed
	case p.node != nil:
		return p.node, nil
	}
	cfg, err := p.cfg.node(p.c)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if err := p.keys.start(); err != nil {
		return nil, err
	}
	for attempt := 0; ; attempt++ {
		n, err := node.Start(ctx, cfg)
		if err == nil {
			p.node = n
			return n, nil
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		// An entry point that is busy does not answer in the second that it is given.
		if attempt >= p.c.cfg.MaxRetries || !errors.Is(err, node.ErrUnreachable) || p.c.cfg.Clock.Sleep(ctx, p.c.backoff(attempt)) != nil {
			return nil, err
		}
	}
}

// closeTimeout bounds leaving the network.
const closeTimeout = 5 * time.Second

// close leaves the network and ends everything that goes on there.
func (p *peer) close() error {
	p.cancel()
	p.starting <- struct{}{}
	defer func() { <-p.starting }()
	if p.closed {
		return nil
	}
	p.closed = true
	p.mu.Lock()
	p.over = true
	p.mu.Unlock()
	var err error
	if p.node != nil {
		ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
		defer cancel()
		err = p.node.Close(ctx)
	}
	p.loop.Do(p.keys.close)
	p.wg.Wait()
	p.loop.Close()
	return err
}

// spawn runs f in a goroutine that close waits for; false if it is too late for that.
func (p *peer) spawn(f func()) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over {
		return false
	}
	p.wg.Go(f)
	return true
}

// PeerInfo says who a client is in the Streamr network.
type PeerInfo struct {
	NodeID string // 40 hex digits
	// EntryPoint is how others can enter the network through this client, in the form of
	// PeerConfig.EntryPoints; "" if it has no server that can be reached.
	EntryPoint string
}

// PeerInfo enters the network, if the client has not done so, and says as whom. Errors are
// [ErrNoPeer], [ErrUnreachable], and the end of ctx.
func (c *Client) PeerInfo(ctx context.Context) (PeerInfo, error) {
	if c.peer == nil {
		return PeerInfo{}, ErrNoPeer
	}
	n, err := c.peer.running(ctx)
	if err != nil {
		return PeerInfo{}, err
	}
	info := PeerInfo{NodeID: n.ID().String()}
	if e, ok := n.EntryPoint(); ok {
		info.EntryPoint = e.String()
	}
	return info, nil
}

// JoinPart takes part in a partition of a stream until [Client.LeavePart] or Close, and
// waits until the client has so many neighbours there, nodes to exchange messages with.
// Publish and Subscribe join by themselves; this is for who wants to be there before, or to
// pass on messages of others. Errors are [ErrNoPeer], [ErrUnreachable], [ErrNoSuchStream],
// [ErrInvalid], and the end of ctx.
func (c *Client) JoinPart(ctx context.Context, stream string, partition, neighbors int) error {
	if c.peer == nil {
		return ErrNoPeer
	}
	id, err := c.parsePart(stream, partition)
	if err != nil {
		return err
	}
	part, err := c.peer.stay(ctx, id)
	if err != nil {
		return err
	}
	return part.part.WaitNeighbors(ctx, neighbors)
}

// LeavePart ends what JoinPart, or Publish, began. Subscriptions go on.
func (c *Client) LeavePart(stream string, partition int) error {
	if c.peer == nil {
		return ErrNoPeer
	}
	id, err := c.parsePart(stream, partition)
	if err != nil {
		return err
	}
	c.peer.goAway(id)
	return nil
}

// Neighbors is how many nodes the client exchanges messages with in a partition of a
// stream; 0 if it takes no part there.
func (c *Client) Neighbors(stream string, partition int) (int, error) {
	if c.peer == nil {
		return 0, ErrNoPeer
	}
	id, err := c.parsePart(stream, partition)
	if err != nil {
		return 0, err
	}
	if part := c.peer.joined(id); part != nil {
		return part.part.Neighbors(), nil
	}
	return 0, nil
}
