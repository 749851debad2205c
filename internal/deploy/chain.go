package deploy

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
)

// Chain is what is read of a chain. An rpcpool.Pool and an ethclient.Client are one.
type Chain interface {
	ChainID(ctx context.Context) (*big.Int, error)
	CodeAt(ctx context.Context, account common.Address, number *big.Int) ([]byte, error)
	StorageAt(ctx context.Context, account common.Address, key common.Hash, number *big.Int) ([]byte, error)
	CallContract(ctx context.Context, msg ethereum.CallMsg, number *big.Int) ([]byte, error)
}

// Sender makes transactions of one account and waits for them. A tx.Sender is one.
type Sender interface {
	From() common.Address
	Send(ctx context.Context, call tx.Call) (*types.Receipt, error)
}

// errNoAnswer: a contract reverted, or what it returned is nothing that it could return.
var errNoAnswer = errors.New("no answer")

// read calls a view of a contract.
func read[T any](ctx context.Context, c Chain, to common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var zero T
	out, err := c.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
	var reverted rpc.DataError
	if errors.As(err, &reverted) {
		return zero, fmt.Errorf("%w of %s: %w", errNoAnswer, to, err)
	}
	if err != nil {
		return zero, fmt.Errorf("call %s: %w", to, err)
	}
	value, err := unpack(out)
	if err != nil {
		return zero, fmt.Errorf("%w of %s: %w", errNoAnswer, to, err)
	}
	return value, nil
}

// ownerOf reads the owner of any of the proxied contracts; zero: it is not set up.
func ownerOf(ctx context.Context, c Chain, proxy common.Address) (common.Address, error) {
	// The function is the same in all of them.
	binding := contracts.NewNodeRegistry()
	return read(ctx, c, proxy, binding.PackOwner(), binding.UnpackOwner)
}

func checkChainID(ctx context.Context, c Chain, network contracts.Network) error {
	id, err := c.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("ask for the chain id: %w", err)
	}
	if !id.IsUint64() || id.Uint64() != network.ChainID {
		return fmt.Errorf("the endpoint is of chain %v, but %s is chain %d: name an endpoint of that chain", id, network.Name, network.ChainID)
	}
	return nil
}
