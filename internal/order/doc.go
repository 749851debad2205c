// Package order puts the messages of a stream part into the order of their publishers'
// chains, and notices what is missing.
//
// A publisher links its messages: each names the one before it in its chain. A message
// whose predecessor has not come waits; after a while the gap before it is looked for
// where messages are stored, a few times; then it is given up and reported, and the chain
// goes on behind it. Chains do not wait for each other. What comes twice, or after its
// place was given up, is dropped. The first message of a chain that is seen begins it: what
// came earlier is not missed.
//
// The rules are those of the official SDK (protocol notes §7.5) with gap filling "full".
//
// An [Orderer] does no I/O and has no goroutine, lock or clock of its own: it belongs to
// one event loop, which runs its timers and calls.
package order
