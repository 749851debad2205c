package devchain

import (
	"errors"
	"fmt"
	"maps"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

const (
	// DefaultChainID is the chain id of anvil and hardhat, which wallets know as a
	// development chain.
	DefaultChainID = 31337
	// DefaultGasLimit of a block is that of anvil and hardhat.
	DefaultGasLimit = 30_000_000

	// genesisTime, 2025-01-01, is fixed so that the same accounts and contracts give
	// the same genesis everywhere. Nobody meets it: a start makes a block of today.
	genesisTime = 1735689600
)

// ErrOtherGenesis: the data directory holds a chain that began with other accounts,
// contracts, gas limit or chain id.
var ErrOtherGenesis = errors.New("the chain in the data directory has another genesis")

// rules has every fork up to Osaka from the first block on, what Ethereum's main
// network runs. It is written out here instead of taken from go-ethereum's
// development preset, because that changes with go-ethereum and chains on disk do not.
func rules(chainID uint64) *params.ChainConfig {
	zero, start := new(big.Int), new(uint64)
	return &params.ChainConfig{
		ChainID:                 new(big.Int).SetUint64(chainID),
		HomesteadBlock:          zero,
		EIP150Block:             zero,
		EIP155Block:             zero,
		EIP158Block:             zero,
		ByzantiumBlock:          zero,
		ConstantinopleBlock:     zero,
		PetersburgBlock:         zero,
		IstanbulBlock:           zero,
		MuirGlacierBlock:        zero,
		BerlinBlock:             zero,
		LondonBlock:             zero,
		ArrowGlacierBlock:       zero,
		GrayGlacierBlock:        zero,
		TerminalTotalDifficulty: zero,
		ShanghaiTime:            start,
		CancunTime:              start,
		PragueTime:              start,
		OsakaTime:               start,
		BlobScheduleConfig: &params.BlobScheduleConfig{
			Cancun: params.DefaultCancunBlobConfig,
			Prague: params.DefaultPragueBlobConfig,
		},
	}
}

// systemContracts are those that the forks of [rules] call in every block, and the
// factory for contracts at deterministic addresses that every public chain has.
func systemContracts() types.GenesisAlloc {
	alloc := make(types.GenesisAlloc)
	for address, code := range map[common.Address][]byte{
		params.BeaconRootsAddress:          params.BeaconRootsCode,          // EIP-4788
		params.HistoryStorageAddress:       params.HistoryStorageCode,       // EIP-2935
		params.WithdrawalQueueAddress:      params.WithdrawalQueueCode,      // EIP-7002
		params.ConsolidationQueueAddress:   params.ConsolidationQueueCode,   // EIP-7251
		params.DeterministicFactoryAddress: params.DeterministicFactoryCode, // EIP-7997
	} {
		alloc[address] = types.Account{Nonce: 1, Code: code, Balance: new(big.Int)}
	}
	return alloc
}

func genesis(cfg Config) *core.Genesis {
	alloc := systemContracts()
	maps.Copy(alloc, cfg.Alloc)
	return &core.Genesis{
		Config:     rules(cfg.ChainID),
		Timestamp:  genesisTime,
		GasLimit:   cfg.GasLimit,
		BaseFee:    big.NewInt(params.InitialBaseFee),
		Difficulty: new(big.Int),
		Alloc:      alloc,
		// The block's hash does not cover the chain id by itself.
		ExtraData: fmt.Appendf(nil, "logstore devnet %d", cfg.ChainID),
	}
}

func otherGenesis(dir string, mismatch error) error {
	return fmt.Errorf("%w: it began with other contracts, accounts, gas limit or chain id than this program starts with; to begin anew remove the directory %s, or name another one: %w", ErrOtherGenesis, dir, mismatch)
}

// checkAlloc refuses what go-ethereum would panic on or misread.
func checkAlloc(alloc types.GenesisAlloc) error {
	for address, account := range alloc {
		if account.Balance != nil && (account.Balance.Sign() < 0 || account.Balance.BitLen() > 256) {
			return fmt.Errorf("genesis account %s: balance %s does not fit 256 bits", address, account.Balance)
		}
	}
	return nil
}
