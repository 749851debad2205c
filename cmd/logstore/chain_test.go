package main

import (
	"context"
	"encoding/hex"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/logstore/logstore/internal/chaintest"
)

// network starts a chain with the network's contracts and makes it the configured one,
// for the account of $KEY and $ADDRESS. There are the accounts $OTHER with $OTHER_KEY,
// $RICH with $RICH_KEY, which can buy as much LSAN as an operator needs, and the owner of
// the contracts with $OWNER_KEY.
func network(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: network")
	}
	chain, err := chaintest.Start(context.Background())
	ts.Check(err)
	ts.Defer(func() { ts.Check(chain.Close()) })
	ts.Setenv("LOGSTORE_CHAIN_NETWORK", chain.Network.Name)
	ts.Setenv("LOGSTORE_CHAIN_RPC", chain.URL())
	ts.Setenv("LOGSTORE_PRIVATE_KEY", hex.EncodeToString(chain.User.PrivateKey[:]))
	ts.Setenv("KEY", hex.EncodeToString(chain.User.PrivateKey[:]))
	ts.Setenv("ADDRESS", chain.User.Address.Hex())
	ts.Setenv("OTHER_KEY", hex.EncodeToString(chain.Other.PrivateKey[:]))
	ts.Setenv("OTHER", chain.Other.Address.Hex())
	ts.Setenv("RICH_KEY", hex.EncodeToString(chain.Rich.PrivateKey[:]))
	ts.Setenv("RICH", chain.Rich.Address.Hex())
	ts.Setenv("OWNER_KEY", hex.EncodeToString(chain.Owner.PrivateKey[:]))
}
