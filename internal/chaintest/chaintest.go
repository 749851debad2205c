// Package chaintest gives tests a real chain of their own, inside the process, with the
// network's contracts on it as "logstore devnet" has them: a base unit costs 1e9 wei, a
// coin half a dollar.
package chaintest

import (
	"context"
	"errors"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/deploy"
	"github.com/logstore/logstore/internal/devnet/devchain"
	"github.com/logstore/logstore/message"
)

// Chain runs until it is closed.
type Chain struct {
	*devchain.Chain
	// Network has the chain's address as its only endpoint.
	Network contracts.Network
	// User and Other have 10,000 coins. Rich has enough to be a node, and Owner that
	// too and all powers over the contracts.
	User, Other, Rich, Owner devchain.Account
}

// Start starts a chain and puts the contracts on it.
func Start(ctx context.Context) (_ *Chain, err error) {
	accounts, err := devchain.Accounts(devchain.Mnemonic, 11)
	if err != nil {
		return nil, err
	}
	network, err := contracts.Lookup("devnet")
	if err != nil {
		return nil, err
	}
	c := &Chain{Network: network, User: accounts[2], Other: accounts[3], Rich: accounts[4], Owner: accounts[10]}
	alloc := make(types.GenesisAlloc)
	for account, coins := range map[devchain.Account]int64{c.User: 1e4, c.Other: 1e4, c.Rich: 1e11, c.Owner: 1e11} {
		alloc[account.Address] = types.Account{Balance: new(big.Int).Mul(big.NewInt(coins), big.NewInt(1e18))}
	}
	if err := deploy.Genesis(alloc, c.Owner.Address); err != nil {
		return nil, err
	}
	c.Chain, err = devchain.Start(ctx, devchain.Config{ChainID: network.ChainID, Alloc: alloc, Listen: "127.0.0.1:0"})
	if err != nil {
		return nil, err
	}
	c.Network.RPC = []string{c.URL()}
	if err := c.initialize(ctx); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

func (c *Chain) initialize(ctx context.Context) error {
	signer, err := message.NewEVMSigner(c.Owner.PrivateKey)
	if err != nil {
		return err
	}
	sender := tx.New(c.Client(), signer, nil, tx.Config{PollInterval: time.Millisecond})
	return deploy.Initialize(ctx, c.Client(), sender, c.Network.Contracts, deploy.DefaultParams(c.Owner.Address))
}
