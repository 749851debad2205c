package deploy

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/devnet/devchain"
)

// What the price feed of a development chain says at first: half a dollar a coin, which
// its owner can change.
const (
	devFeedDecimals    = 8
	devFeedAnswer      = 50_000_000
	devFeedDescription = "POL / USD"
)

// Genesis puts all contracts into the genesis of a development chain, at the addresses
// of the network devnet: proxies that are not set up yet, see [Initialize], and a price
// feed that the owner sets. Not for use while somebody else uses alloc.
func Genesis(alloc types.GenesisAlloc, owner common.Address) error {
	network, err := contracts.Lookup("devnet")
	if err != nil {
		return err
	}
	if _, ok := alloc[Factory]; !ok {
		alloc[Factory] = types.Account{Nonce: 1, Code: params.DeterministicFactoryCode, Balance: new(big.Int)}
	}
	var list []devchain.Contract
	for _, p := range parts() {
		implementation := implementationAddress(p.creation)
		list = append(list,
			devchain.Contract{Address: implementation, Creation: p.creation},
			devchain.Contract{Address: of(network.Contracts, p.name), Creation: proxyCreation(implementation)})
	}
	feed := append(common.FromHex(contracts.SettablePriceFeedMetaData.Bin),
		contracts.NewSettablePriceFeed().PackConstructor(owner, devFeedDecimals, devFeedDescription, big.NewInt(devFeedAnswer))...)
	list = append(list, devchain.Contract{Address: network.Contracts.PriceFeed, Creation: feed})
	if err := devchain.Predeploy(alloc, list...); err != nil {
		return fmt.Errorf("put the contracts into the genesis: %w", err)
	}
	return nil
}
