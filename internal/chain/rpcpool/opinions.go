package rpcpool

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
)

// The methods of this file ask for what no two endpoints need to have in common: the
// state with the transactions that wait, and guesses. One endpoint's word is taken.

// PendingNonceAt returns an account's next nonce after the transactions that wait.
func (p *Pool) PendingNonceAt(ctx context.Context, account common.Address) (uint64, error) {
	return one(ctx, p, "eth_getTransactionCount", func(ctx context.Context, c *conn) (uint64, error) {
		return c.PendingNonceAt(ctx, account)
	})
}

// PendingCodeAt returns the code of a contract after the transactions that wait.
func (p *Pool) PendingCodeAt(ctx context.Context, account common.Address) ([]byte, error) {
	return one(ctx, p, "eth_getCode", func(ctx context.Context, c *conn) ([]byte, error) {
		return c.PendingCodeAt(ctx, account)
	})
}

// PendingCallContract runs a call after the transactions that wait.
func (p *Pool) PendingCallContract(ctx context.Context, msg ethereum.CallMsg) ([]byte, error) {
	return one(ctx, p, "eth_call", func(ctx context.Context, c *conn) ([]byte, error) {
		return c.PendingCallContract(ctx, msg)
	})
}

// EstimateGas returns the gas that a transaction is likely to need.
func (p *Pool) EstimateGas(ctx context.Context, msg ethereum.CallMsg) (uint64, error) {
	return one(ctx, p, "eth_estimateGas", func(ctx context.Context, c *conn) (uint64, error) {
		return c.EstimateGas(ctx, msg)
	})
}

// SuggestGasPrice returns a price of gas in wei for a legacy transaction.
func (p *Pool) SuggestGasPrice(ctx context.Context) (*big.Int, error) {
	return one(ctx, p, "eth_gasPrice", func(ctx context.Context, c *conn) (*big.Int, error) { return c.SuggestGasPrice(ctx) })
}

// SuggestGasTipCap returns a tip per gas in wei that gets a transaction into a block.
func (p *Pool) SuggestGasTipCap(ctx context.Context) (*big.Int, error) {
	return one(ctx, p, "eth_maxPriorityFeePerGas", func(ctx context.Context, c *conn) (*big.Int, error) { return c.SuggestGasTipCap(ctx) })
}

// FeeHistory returns what was paid in the blocks up to lastBlock, the latest for nil.
func (p *Pool) FeeHistory(ctx context.Context, blockCount uint64, lastBlock *big.Int, rewardPercentiles []float64) (*ethereum.FeeHistory, error) {
	return one(ctx, p, "eth_feeHistory", func(ctx context.Context, c *conn) (*ethereum.FeeHistory, error) {
		return c.FeeHistory(ctx, blockCount, lastBlock, rewardPercentiles)
	})
}
