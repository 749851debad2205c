// Package demo shows what a network does, on real data: it runs the logstore program
// as a user would, starts a devnet, pays for storage and queries on its chain,
// publishes a week of earthquakes at the times they happened, asks for one day of them,
// checks the answer, and leaves the network running for whoever wants to try more.
// `make run` is this.
//
// A second run finds its data: the accounts, the message chains and so the signatures
// are the same, and the broker takes every message as a duplicate.
package demo
