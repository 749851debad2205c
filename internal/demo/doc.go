// Package demo shows what a node does, on real data: it runs the logstore program
// as a user would, publishes a week of earthquakes at the times they happened,
// asks for one day of them, checks the answer, and leaves the node running for
// whoever wants to try more. `make run` is this.
//
// A second run finds its data: the key, the message chains and so the signatures
// are the same, and the node takes every message as a duplicate.
package demo
