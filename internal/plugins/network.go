package plugins

import (
	"context"
	"errors"
	"time"

	"github.com/logstore/logstore/message"
)

// Network is what devices publish to and read from. It is used by many goroutines at once.
type Network interface {
	// Publish signs the content with the node's key and hands it to the network. It
	// returns the message as it went out. The calls for one chain come one after the other.
	//
	// Errors that it tells apart: ErrUnknownStream, ErrNoPermission, ErrTimestamp,
	// ErrUnavailable and [message.ErrPartition]; [message.ErrChainOrder] makes the caller
	// try once more with a new chain.
	Publish(ctx context.Context, p Publication) (*message.Message, error)
	// EndChain says that nothing more is published on a chain, so that it can be
	// forgotten. It returns at once.
	EndChain(chain string)
	// Subscribe calls fn with the messages that arrive in a stream part, each once, but
	// for those that went out by this Network's Publish: the [Hub] shows them itself. fn
	// does not block, and gets the messages of one chain in their order. ctx bounds the
	// call, not the subscription, which lasts until stop has returned. Errors are those
	// of Publish.
	Subscribe(ctx context.Context, part message.StreamPart, fn func(Delivery)) (stop func(), err error)
	// Partitions is how many partitions a stream has, at least 1. Errors are those of Publish.
	Partitions(ctx context.Context, stream message.StreamID) (int, error)
}

// Publication is what a device wants to publish.
type Publication struct {
	message.StreamPart
	// Time is the message's timestamp, to the millisecond; zero is now.
	Time time.Time
	// Chain is the message chain: [message.CanonicalChainIDLen] letters and digits. A chain
	// may go through several stream parts.
	Chain string
	// Content is one JSON object without blanks around its parts, in valid UTF-8.
	Content []byte
}

// Delivery is a message that came from the network. Nothing in it is changed by anybody.
type Delivery struct {
	Message *message.Message
	// Content is the message's content, decrypted.
	Content []byte
}

// Errors of a [Network] that devices are told about. They are wrapped with what happened;
// the whole text is shown to the device, but for that of ErrUnavailable and of errors that
// are none of these.
var (
	// ErrUnknownStream: there is no such stream.
	ErrUnknownStream = errors.New("there is no such stream")
	// ErrNoPermission: the node's own key may not publish to the stream, or read it.
	ErrNoPermission = errors.New("this node has no permission for the stream")
	// ErrTimestamp: the network does not take a message of that time.
	ErrTimestamp = errors.New("the timestamp is not accepted")
	// ErrUnavailable: it did not work now and may work later.
	ErrUnavailable = errors.New("the network cannot be reached now")
)
