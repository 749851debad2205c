// Package connection makes a node out of links: it introduces itself to peers, keeps at
// most one connection to each, and decides which to close.
//
// [Manager] implements [transport.Direct] on any [transport.Network]. It promises that a
// handler sees, as the sender of a message, the node at the other end of the connection,
// whatever the message says. It refuses connections before [Manager.SetSelf], but answers
// connectivity checks from the start, because an entry point may have to ask itself.
//
// Who a peer is rests on its own word: protocol 1.1 has no proof that a node id belongs to
// the one who claims it. See [Manager] for what is done about that, and what cannot be.
package connection
