// Package timetree keeps the time tree of every stream part of a store: the Merkle
// tree that digests, proofs, counts and histograms come from. What the tree is and
// how it is hashed says docs/spec/timetree.md; package proof has the part of it that
// a verifier needs.
//
// # How it is kept
//
// The tree is cut into pages by the number of messages below a node: a subtree of at
// most 32 messages is a bucket, of which only the sum is kept and whose leaves are
// read from the store when they are needed; one of up to 32 × 32 messages has a page
// that lists its buckets; one of up to 32 × 32 × 32 a page that lists those pages'
// sums; and so on. A page has no inner nodes: they follow from the places of what it
// lists. So a path through the tree of ten million messages is four pages and a
// bucket, and all pages together cost about two bytes a message.
//
// A part's root record says up to which sequence number of the store the tree has
// grown. What came later is dirty: the store's own log of arrivals remembers it, so
// nothing else must survive a crash. [Tree] brings the pages up to date in the
// background, in batches; a [View] adds what is dirty in memory, so that it always
// shows exactly the messages of its snapshot.
//
// Growing and reading are the same walk: from the root down to the buckets that
// matter, handing on everything else as sums, and folding the pieces together again.
//
// # Pruning
//
// When old messages go, the root stays. The subtrees below the floor are kept as the
// sums that a range proof from the floor on needs beside it, a few dozen at most: the
// seal. Everything below them is removed, and nothing can be added there any more.
package timetree
