package devchain

import (
	"context"
	"log/slog"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	if runAsVictim() {
		return
	}
	// go-ethereum's workers for signatures: as many as processors, once per process,
	// without a way to end them.
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"))
}

// patience is how long a test waits for what takes milliseconds.
const patience = 30 * time.Second

func testContext(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	return ctx
}

// rich are the accounts that have money on the chains of the tests.
func rich(t *testing.T) []Account {
	t.Helper()
	accounts, err := Accounts(Mnemonic, 3)
	if err != nil {
		t.Fatal(err)
	}
	return accounts
}

func richAlloc(t *testing.T) types.GenesisAlloc {
	alloc := make(types.GenesisAlloc)
	for _, account := range rich(t) {
		alloc[account.Address] = types.Account{Balance: new(big.Int).Mul(big.NewInt(10_000), big.NewInt(1e18))}
	}
	return alloc
}

// start starts a chain with what the configuration leaves out filled in, and closes
// it at the end of the test.
func start(t *testing.T, cfg Config) *Chain {
	t.Helper()
	if cfg.Alloc == nil {
		cfg.Alloc = richAlloc(t)
	}
	if cfg.Listen == "" {
		cfg.Listen = "127.0.0.1:0"
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.NewTextHandler(warnings{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
	}
	chain, err := Start(testContext(t), cfg)
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

var quiet = slog.New(slog.DiscardHandler)

// warnings fails the test: nothing that the tests do is worth one.
type warnings struct{ t *testing.T }

func (w warnings) Write(line []byte) (int, error) {
	w.t.Errorf("logged: %s", line)
	return len(line), nil
}

// dial connects over the network, by HTTP or WebSocket as the scheme says.
func dial(t *testing.T, chain *Chain, scheme string) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(testContext(t), scheme+strings.TrimPrefix(chain.URL(), "http"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// sign makes a transaction of the account with the nonce it is at.
func sign(t *testing.T, client *ethclient.Client, from Account, to *common.Address, data []byte) *types.Transaction {
	t.Helper()
	ctx := testContext(t)
	id, err := client.ChainID(ctx)
	if err != nil {
		t.Fatal(err)
	}
	nonce, err := client.PendingNonceAt(ctx, from.Address)
	if err != nil {
		t.Fatal(err)
	}
	key, err := crypto.ToECDSA(from.PrivateKey[:])
	if err != nil {
		t.Fatal(err)
	}
	tx, err := types.SignNewTx(key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID:   id,
		Nonce:     nonce,
		GasTipCap: big.NewInt(1e9),
		GasFeeCap: big.NewInt(100e9),
		Gas:       1_000_000,
		To:        to,
		Value:     big.NewInt(1),
		Data:      data,
	})
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// send sends a transaction and waits for its receipt.
func send(t *testing.T, client *ethclient.Client, from Account, to *common.Address, data []byte) *types.Receipt {
	t.Helper()
	tx := sign(t, client, from, to, data)
	if err := client.SendTransaction(testContext(t), tx); err != nil {
		t.Fatal(err)
	}
	return receipt(t, client, tx.Hash())
}

// receipt waits for a transaction's receipt as clients do: by asking again.
func receipt(t *testing.T, client *ethclient.Client, hash common.Hash) *types.Receipt {
	t.Helper()
	ctx := testContext(t)
	for {
		receipt, err := client.TransactionReceipt(ctx, hash)
		if err == nil {
			return receipt
		}
		select {
		case <-ctx.Done():
			t.Fatalf("no receipt of %s: %v", hash, err)
		case <-time.After(time.Millisecond):
		}
	}
}

func head(t *testing.T, client *ethclient.Client) *types.Header {
	t.Helper()
	header, err := client.HeaderByNumber(testContext(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return header
}

// call calls a JSON-RPC method.
func call[T any](t *testing.T, client *ethclient.Client, method string, args ...any) T {
	t.Helper()
	var result T
	if err := client.Client().CallContext(testContext(t), &result, method, args...); err != nil {
		t.Fatalf("%s: %v", method, err)
	}
	return result
}
