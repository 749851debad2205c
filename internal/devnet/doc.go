// Package devnet is a whole network in one process, on loopback: an EVM development
// chain with the contracts at their development addresses and funded accounts, and a
// broker in network mode. It is for development what anvil is for contracts, and runs
// the code of production: the same broker, contracts, clients and signatures. Only
// the chain is a development chain (package devchain).
//
//	err := devnet.Run(ctx, devnet.Config{DataDir: dir, Ready: func(i devnet.Info) error { ... }})
//
// The accounts' keys are known to everybody.
package devnet
