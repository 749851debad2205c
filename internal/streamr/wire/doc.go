// Package wire holds what Streamr nodes of protocol version 1.1 send to each other.
//
// The field numbers in the .proto files are the protocol's; the definitions are ours.
// Beside the generated types there are [NodeID] and [Peer]: descriptors come from
// strangers and are checked once, in [NewPeer], where they enter.
package wire

//go:generate ../../../scripts/proto.sh
