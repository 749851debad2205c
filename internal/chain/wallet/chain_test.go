package wallet_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/chain/wallet"
	"github.com/logstore/logstore/internal/chaintest"
	"github.com/logstore/logstore/internal/devnet/devchain"
	"github.com/logstore/logstore/message"
)

func testContext(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func startChain(t *testing.T) *chaintest.Chain {
	t.Helper()
	chain, err := chaintest.Start(testContext(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	})
	return chain
}

// configFor is the configuration of an account's wallet on a chain.
func configFor(t *testing.T, chain *chaintest.Chain, account devchain.Account) wallet.Config {
	t.Helper()
	pool, err := rpcpool.New(rpcpool.Config{URLs: chain.Network.RPC, ChainID: chain.Network.ChainID})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	signer, err := message.NewEVMSigner(account.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	errs, err := wallet.Errors()
	if err != nil {
		t.Fatal(err)
	}
	return wallet.Config{
		Backend: pool, Account: account.Address, Network: chain.Network,
		Sender: tx.New(pool, signer, errs, tx.Config{PollInterval: 5 * time.Millisecond}),
	}
}

func open(t *testing.T, cfg wallet.Config) *wallet.Wallet {
	t.Helper()
	w, err := wallet.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// walletOf is an account's wallet on a chain.
func walletOf(t *testing.T, chain *chaintest.Chain, account devchain.Account) *wallet.Wallet {
	t.Helper()
	return open(t, configFor(t, chain, account))
}

// mint buys base units.
func mint(t *testing.T, w *wallet.Wallet, base int64) {
	t.Helper()
	done, err := w.Mint(testContext(t), new(big.Int).Mul(big.NewInt(base), big.NewInt(1e9)))
	if err != nil {
		t.Fatal(err)
	}
	if done.Minted().Int64() != base {
		t.Fatalf("minted %v, want %d", done.Minted(), base)
	}
}

// nonce is how many transactions an account has made.
func nonce(t *testing.T, chain *chaintest.Chain, account common.Address) uint64 {
	t.Helper()
	n, err := chain.Client().NonceAt(testContext(t), account, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func balances(t *testing.T, w *wallet.Wallet) wallet.Balances {
	t.Helper()
	b, err := w.Balances(testContext(t), w.Account())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func is(n *big.Int, want int64) bool { return n != nil && n.Cmp(big.NewInt(want)) == 0 }
