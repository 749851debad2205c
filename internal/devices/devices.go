// Package devices is the Streamr network as the plug-ins for devices see it: a client of
// the SDK that takes part in the network, and publishes and reads with the node's key,
// private streams included.
package devices

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/plugins"
	"github.com/logstore/logstore/message"
)

// Network implements [plugins.Network].
//
// The message chains are the client's: one for each stream part, whichever device a
// message comes from.
type Network struct {
	client  *logstore.Client
	streams logstore.StreamAuthority
	self    message.UserID
	log     *slog.Logger

	// Plug-ins show what devices publish themselves, so it must not come a second time from
	// the network. flight is held for reading from before a message goes out until it is in own.
	flight sync.RWMutex
	own    *lru.Cache[message.Key, struct{}]
}

// ownMessages is how many of the node's messages are remembered.
const ownMessages = 8192

var _ plugins.Network = (*Network)(nil)

// New makes a network of a client with Config.Peer. The client stays the caller's.
func New(client *logstore.Client, streams logstore.StreamAuthority, log *slog.Logger) (*Network, error) {
	self, err := message.ParseUserID(client.Address())
	if err != nil {
		return nil, fmt.Errorf("plug-ins need a client with a key: %w", err)
	}
	own, err := lru.New[message.Key, struct{}](ownMessages)
	if err != nil {
		return nil, err
	}
	return &Network{client: client, streams: streams, self: self, log: log, own: own}, nil
}

// Publish implements [plugins.Network].
func (n *Network) Publish(ctx context.Context, p plugins.Publication) (*message.Message, error) {
	opts := []logstore.PublishOption{logstore.OnPartition(int(p.Partition))}
	if !p.Time.IsZero() {
		opts = append(opts, logstore.At(p.Time))
	}
	n.flight.RLock()
	defer n.flight.RUnlock()
	r, err := n.client.Publish(ctx, string(p.Stream), json.RawMessage(p.Content), opts...)
	if err != nil {
		return nil, translate(err)
	}
	n.own.Add(r.Key, struct{}{})
	return &message.Message{
		ID: message.ID{
			Stream: r.Part.Stream, Partition: r.Part.Partition, Timestamp: r.Ref.Timestamp, Sequence: r.Ref.Sequence,
			Publisher: n.self, Chain: r.Chain,
		},
		Content: p.Content,
	}, nil
}

// EndChain implements [plugins.Network]: chains are not the devices'.
func (n *Network) EndChain(string) {}

// Partitions implements [plugins.Network].
func (n *Network) Partitions(ctx context.Context, stream message.StreamID) (int, error) {
	count, err := n.streams.Partitions(ctx, string(stream))
	return count, translate(err)
}

// Subscribe implements [plugins.Network].
func (n *Network) Subscribe(ctx context.Context, part message.StreamPart, fn func(plugins.Delivery)) (stop func(), err error) {
	// Without the permission nothing readable would ever come, and nobody would know why.
	p, err := n.streams.Permission(ctx, string(part.Stream), n.self.String())
	if err != nil {
		return nil, translate(err)
	}
	if !p.Subscribe.After(time.Now()) {
		return nil, fmt.Errorf("%w: %s may not subscribe to %s", plugins.ErrNoPermission, n.self, part.Stream)
	}
	running, cancel := context.WithCancel(context.WithoutCancel(ctx))
	began := make(chan error, 1)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		err := n.follow(running, part, fn, func() { began <- nil })
		select {
		case began <- err: // it ended before it began
		default:
			if running.Err() == nil {
				n.log.Warn("a subscription of devices ended", slog.String("stream_part", part.String()), slog.Any("error", err))
			}
		}
	}()
	stop = func() {
		cancel()
		<-ended
	}
	select {
	case err = <-began:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		stop()
		return nil, translate(err)
	}
	return stop, nil
}

// follow hands on the messages of a part until ctx ends. live is called when they come.
func (n *Network) follow(ctx context.Context, part message.StreamPart, fn func(plugins.Delivery), live func()) error {
	o := logstore.SubscribeOptions{
		Stream: string(part.Stream), Partition: int(part.Partition), OnLive: live,
		OnProblem: func(err error) {
			n.log.Debug("devices do not get a message", slog.String("stream_part", part.String()), slog.Any("error", err))
		},
	}
	for d, err := range n.client.Subscribe(ctx, o) {
		if err != nil {
			return err
		}
		if d.Publisher == n.self && n.isOwn(d.Key()) {
			continue
		}
		content, err := d.Plain()
		if err != nil {
			continue // OnProblem was told
		}
		fn(plugins.Delivery{Message: d.Message.Message, Content: content})
	}
	return ctx.Err()
}

// isOwn is whether a message of the node's key came from a device here. Another program
// may use the same key.
func (n *Network) isOwn(key message.Key) bool {
	n.flight.Lock()
	defer n.flight.Unlock()
	return n.own.Contains(key)
}

// translate says an error of the SDK in the plug-ins' terms.
func translate(err error) error {
	var as error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, logstore.ErrNoSuchStream):
		as = plugins.ErrUnknownStream
	case errors.Is(err, logstore.ErrNotPermitted):
		as = plugins.ErrNoPermission
	case errors.Is(err, logstore.ErrInvalid), errors.Is(err, message.ErrPartition),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	default:
		as = plugins.ErrUnavailable
	}
	return fmt.Errorf("%w: %w", as, err)
}
