// Package devchain is an EVM development chain inside the process: what anvil and
// hardhat are for EVM developers, made of go-ethereum's own node. There is no
// peer-to-peer network, no consensus and no key in it; whoever can reach the port
// can use it. It is for development and tests only.
//
//	alloc := types.GenesisAlloc{account: {Balance: big.NewInt(1e18)}}
//	err := devchain.Predeploy(alloc, devchain.Contract{Address: token, Creation: code})
//	chain, err := devchain.Start(ctx, devchain.Config{ChainID: 31337, Alloc: alloc, Listen: "127.0.0.1:8545"})
//	defer chain.Close()
//
// # Blocks
//
// A block is made as soon as a transaction can be executed, within milliseconds;
// transactions that arrive together share it. Every start makes one empty block, so
// that the latest block is never as old as the genesis or as the last use of the
// chain. [Config.IdleBlocks] makes further empty ones. Blocks count as safe at once
// and as final when 64 more are on top of them. State at every block stays readable.
//
// # Time
//
// Blocks carry the real time, less [Lag], plus what evm_increaseTime added. A block
// must be younger than its parent by a second at least, so that a quick sequence of
// blocks runs ahead of the clock; thanks to the lag the first few of it still are
// not in the future, as on a chain that has many validators: who sees a transaction
// that grants something and acts on it at once acts after the grant. When the chain
// idles, the latest block gets old, and eth_call at "latest" sees its time, not
// today's; evm_mine or [Config.IdleBlocks] help.
//
// # Files
//
// With [Config.DataDir] the chain is an archive on disk. A block reaches the disk
// (fsync) before anybody sees it, so that neither kill -9 nor a power loss takes a
// block back that was seen; transactions that were waiting for one are forgotten.
//
// # JSON-RPC
//
// HTTP and WebSocket, batches included: eth, net, web3, txpool, debug_trace*, and of
// anvil's methods evm_mine, evm_increaseTime, evm_setNextBlockTimestamp, evm_snapshot
// and evm_revert. The last is a reorganisation that loses blocks, for programs that
// follow the chain as well. A transaction has to be signed by whoever sends it; it can
// have 2^24 gas at most.
//
// # Goroutines
//
// Close waits for all of them. What stays in the process after the first block are
// go-ethereum's workers for signatures, core.(*txSenderCacher).cache, one for each
// processor, which have no end.
package devchain
