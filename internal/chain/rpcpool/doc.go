// Package rpcpool uses several JSON-RPC endpoints of one EVM chain as if they were
// one. Its [Pool] has the methods of go-ethereum's client, so it stands wherever the
// interfaces of package bind or a part of them are wanted:
//
//	pool, err := rpcpool.New(rpcpool.Config{URLs: urls, ChainID: 137, Quorum: 2})
//	…
//	defer pool.Close()
//	logs, err := pool.FilterLogs(ctx, query)
//	for head := range pool.Heads(ctx) { … }
//
// What it promises:
//
//   - An endpoint that is down, slow, over its rate limit, behind the chain or on
//     another chain is passed over. It rests for a while that doubles with every
//     failure, and is tried again. An answer of the chain itself, such as a reverted
//     call, is never asked for twice.
//   - With a quorum of q, no less than q endpoints gave the answer that a read
//     returns. What is an opinion and no fact has no quorum: prices of gas, estimates
//     and everything about pending transactions.
//   - An endpoint's chain id is asked before its first use, after every failure and on
//     every new connection.
//   - Answers are bounded in size and calls in time.
//   - URLs often carry keys. Errors, logs, metrics and [Pool.Status] name an endpoint
//     by scheme, host and port only.
//
// It keeps no answers: caching belongs to who knows what may be kept.
//
// Locks: an endpoint's slot is held while it connects, its mutex only for moments;
// nobody holds one mutex and asks for another.
package rpcpool
