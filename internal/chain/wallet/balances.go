package wallet

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/message"
)

// Balances is what an account has. LSAN and stakes are in base units.
type Balances struct {
	Coin       *big.Int // wei
	LSAN       *big.Int // in the account
	QueryStake *big.Int // for its queries
	StoreStake *big.Int // of its own for storing, on all streams together
}

// Balances reads what an account has.
func (w *Wallet) Balances(ctx context.Context, account common.Address) (Balances, error) {
	var b Balances
	if err := w.checkChain(ctx); err != nil {
		return b, err
	}
	var err error
	if b.Coin, err = w.cfg.Backend.BalanceAt(ctx, account, nil); err != nil {
		return b, fmt.Errorf("read balance: %w", err)
	}
	if b.LSAN, err = w.LSANOf(ctx, account); err != nil {
		return b, err
	}
	if b.QueryStake, err = w.QueryStakeOf(ctx, account); err != nil {
		return b, err
	}
	b.StoreStake, err = w.StoreStakeOf(ctx, account)
	return b, err
}

// LSANOf reads how many base units of LSAN an account has.
func (w *Wallet) LSANOf(ctx context.Context, account common.Address) (*big.Int, error) {
	c := contracts.NewLSAN()
	return read(ctx, w, w.lsan(), c.PackBalanceOf(account), c.UnpackBalanceOf)
}

// QueryStakeOf reads what is left of an account's stake for queries, in base units.
func (w *Wallet) QueryStakeOf(ctx context.Context, account common.Address) (*big.Int, error) {
	c := contracts.NewQueryManager()
	return read(ctx, w, w.queryManager(), c.PackBalanceOf(account), c.UnpackBalanceOf)
}

// StoreStakeOf reads what is left of an account's stakes for storing, on all streams
// together, in base units.
func (w *Wallet) StoreStakeOf(ctx context.Context, account common.Address) (*big.Int, error) {
	c := contracts.NewStoreManager()
	return read(ctx, w, w.storeManager(), c.PackBalanceOf(account), c.UnpackBalanceOf)
}

// StreamStake reads everybody's stake on a stream together, in base units.
func (w *Wallet) StreamStake(ctx context.Context, stream message.StreamID) (*big.Int, error) {
	c := contracts.NewStoreManager()
	return read(ctx, w, w.storeManager(), c.PackStores(string(stream)), c.UnpackStores)
}

// StreamStakeOf reads an account's part of the stake on a stream, in base units.
func (w *Wallet) StreamStakeOf(ctx context.Context, stream message.StreamID, account common.Address) (*big.Int, error) {
	c := contracts.NewStoreManager()
	return read(ctx, w, w.storeManager(), c.PackStoreBalanceOf(account, string(stream)), c.UnpackStoreBalanceOf)
}
