// Package dht is how Streamr nodes find each other (protocol version 1.1).
//
// There is one DHT that all nodes share, the control layer, which is [Control]. It has
// three uses: it finds nodes (k-buckets, joins), it carries messages over the connections of
// others ([Control.Routed]), and it stores under a stream part's key the descriptors of
// some of its nodes. And there is a small DHT for each stream part, its discovery layer,
// which is [Discovery]: its calls are routed over the control layer, and what it finds
// the delivery layer takes its neighbours from.
//
// Numbers in comments such as §5.4 are sections of the description of the protocol
// that this package was built from. Where a node does not do as official nodes do, a
// comment says so, and why; official nodes do not notice. The larger differences:
//
//   - A full bucket keeps the neighbours that live; official nodes take the newcomer.
//   - A node that leaves questions open is left out, then dropped; hops, copies and
//     searches that take long get company instead of being waited for.
//   - Once a minute a node looks where it knows least, and for a way back to nodes that it has lost.
//   - Only descriptors of their creators are stored and believed, within [Limits].
//   - An entry is passed on with the time it has left to live, so it ends after a minute.
//   - A routed message must come from the last node on its path, so that direct neighbours
//     cannot speak for others; routed calls do not reach the control layer itself.
//
// What the protocol leaves open to strangers is said at [Control] and [Discovery].
//
// All code runs in the loop of its environment, calls back instead of blocking, and gives
// the same run for the same seed.
package dht
