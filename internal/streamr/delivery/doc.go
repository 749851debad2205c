// Package delivery spreads the messages of one stream part among the nodes that are in it.
//
// A [Part] finds entry points of the stream part in the DHT, gets to know its nodes
// through a discovery layer, agrees with about four of them to be neighbours, and hands
// every new message on to all neighbours but the one it came from. A [Proxy] sends and
// gets messages through such nodes, without being one.
//
//	part := delivery.New(delivery.Config{…, Validator: check, Deliver: take})
//	part.Join(func(error) { … })
//	err := part.Publish(raw, m)
//
// # What is handed on
//
// The protocol tells new messages from known ones by their refs alone. Then a relay
// that alters a message and is faster than the others would keep the true one from
// everybody behind it. Here what a ref counts for depends on the [Validator]:
//
//   - What is bad goes no further, and leaves no trace but a count.
//   - What is good makes its ref known. A copy that differs in a hint (content type,
//     encryption, group key id: no signature covers them) goes on as well, a few for each ref, since
//     nobody can tell which of them is true. Whoever reads the messages must expect them.
//   - What nobody here can decide about goes on, a few for each ref, but never makes
//     a good one look known.
//
// Verdicts may come late and in any order: the messages of a chain keep their order of arrival,
// but one without a verdict holds the others up for half a second at most. What waits for verdicts is
// bounded for each neighbour, and each has its turn, so a flood delays and displaces the
// messages of its own sender. An honest official node hands on what it is sent
// without a look, so a neighbour that sends little but garbage is only given up when
// others are better and there are enough of them.
//
// # What the protocol cannot prevent
//
// Whoever surrounds a node from its beginning, so that all its contacts are of one hand, decides what it sees.
// Later it is hard: the two oldest neighbours are never given away to
// newcomers. Who only withholds messages cannot be told from one that has none; several neighbours are the
// remedy, and [Part.Inspect] a test. Undecided messages can be forged.
// Entry points in the DHT can be stored, and those of others deleted, by anybody.
//
// # Differences from official nodes
//
// Unmodified nodes cannot tell these from their own ways: a neighbour is only given away
// if the newcomer takes its place; who was given away gets messages for some seconds more; now and then
// two edges of the graph are exchanged for two others, so that the halves of a network that was split
// grow together; nodes that are no entry points look every few minutes whether there are enough.
//
// Everything runs in one event loop, without locks or goroutines, and the same way every time from
// the same seed. An idle part takes about five kilobytes.
//
// Source of the protocol: the official implementation, version 103.3.1, as observed
// (protocol notes §6, cited as § in comments).
package delivery
