// Package contracts has the LogStore contracts as Go programs need them: bindings with
// their creation code, and the networks that they are deployed on.
//
//	network, err := contracts.Lookup("devnet")
//	token := contracts.NewLSAN()
//	data := token.PackBalanceOf(account) // send it to network.Contracts.LSAN
//
// The Solidity sources are in src. The bindings are made from them with `make
// contracts`, which needs Node.js; building and testing the Go programs does not. A
// binding knows the errors of its contract, and those of what it inherits.
package contracts
