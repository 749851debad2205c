package graph

import (
	"iter"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// View is what is asked of the chain; a [chain.View] is one. All lists are in the order
// of their ids' bytes. It may be used by many goroutines at once.
type View interface {
	Status() chain.Status
	// Stream returns chain.ErrNoStream for a stream that does not exist.
	Stream(id message.StreamID) (chain.Stream, error)
	// Streams goes through the streams that exist, from the first one behind after.
	Streams(after message.StreamID) iter.Seq2[message.StreamID, error]
	// StreamsOf goes through the streams on which a user was ever given a permission.
	StreamsOf(user message.UserID, after message.StreamID) iter.Seq2[message.StreamID, error]
	// Users goes through the users that were ever given a permission on a stream.
	Users(id message.StreamID, after message.UserID) iter.Seq2[message.UserID, error]
	// DirectPermission is what a user itself was given last; expired times are as they
	// were given.
	DirectPermission(id message.StreamID, user message.UserID) (chain.Permission, error)

	// Stores goes through the streams that have a stake.
	Stores(after message.StreamID) iter.Seq2[chain.Store, error]

	// StorageNode returns a Streamr storage node and whether it is registered.
	StorageNode(a common.Address) (chain.StorageNode, bool, error)
	RegisteredStorageNodes() ([]chain.StorageNode, error)
	// StorageNodes returns the nodes that a stream is assigned to, registered or not.
	StorageNodes(id message.StreamID) ([]common.Address, error)
	// AssignedStreams returns the streams that are assigned to a node, which need not
	// exist any more.
	AssignedStreams(node common.Address) ([]message.StreamID, error)
}
