// Package node is a node of the Streamr network: what brokers and the SDK publish to
// and subscribe from.
//
//	n, err := node.Start(ctx, node.Config{Listen: "127.0.0.1:0", EntryPoints: entryPoints})
//	defer n.Close(ctx)
//	part, err := n.Join(ctx, id, node.JoinOptions{})
//	part.Subscribe(func(m *message.Message) { … })
//	err = part.Publish(ctx, m)
//
// Everything of a node runs in one event loop: the links (package ws), the connections
// (package connection), the control layer and the discovery layers (package dht), and
// the stream parts (package delivery). A [Core] is these without goroutines, as
// simulations use it; a [Node] is a Core on a real loop with WebSockets, safe for use by
// many goroutines.
//
// What a node hands on, it has checked: by default that the publisher has signed it. The
// owner of a stream part can ask for more, with [JoinOptions].
package node
