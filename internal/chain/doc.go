// Package chain is what the EVM chain says about the network, as seen by one node:
// the streams with their metadata, who may publish when, the stakes for storing and
// querying, the nodes, and the storage nodes that streams are assigned to.
//
// A [View] reads the contracts' events once, from the block in which the contracts
// were made, folds them into a small database, and follows the chain from there. It
// answers from that database, without asking the chain, and goes on answering what
// it knows when no endpoint of the chain can be reached.
//
// The newest blocks are read one by one and by hash, so that an endpoint that lags
// cannot hide an event. What each of them changed is kept for a while: when the
// chain reorganises, the view goes back to the last common block and forward again.
// A database of another chain, other contracts or a deeper reorganisation is built
// anew.
//
//	v, err := chain.Open(dir, chain.Config{...}, chain.Deps{Source: pool})
//	go v.Run(ctx)
//	...
//	stake, err := v.StoreStake("0x…/weather")
//
// Locks: View.writing is held by whoever changes the database and calls the
// observers; an observer may take locks of its own and must not call back into
// Refresh.
package chain
