// Package delivery spreads the messages of one stream part among the nodes that are in it.
//
// A [Part] finds entry points of the stream part in the DHT, gets to know its nodes
// through a discovery layer, agrees with about four of them to be neighbours, and hands
// every new message on to all neighbours but the one it came from.
//
// The protocol tells new messages from known ones by their refs alone. Then a relay
// that alters a message and is faster than the others would keep the true one from
// everybody behind it. Here a ref only counts as known when its message has been found
// good by a [Validator]; until then every different copy is looked at, up to a bound. What is
// found bad goes no further.
//
// Source of the protocol: the official implementation, version 103.3.1, as observed.
package delivery
