package deploy_test

import (
	"context"
	"encoding/hex"
	"errors"
	"math/big"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/goleak"

	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/devnet/devchain"
	"github.com/logstore/logstore/internal/keys"
)

func TestMain(m *testing.M) {
	// go-ethereum's workers for signatures: as many as processors, once per process,
	// without a way to end them.
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"))
}

// testChainID is none of the known networks.
const testChainID = 424242

// testContext ends when a test hangs.
func testContext(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func accounts(t *testing.T) []devchain.Account {
	t.Helper()
	a, err := devchain.Accounts(devchain.Mnemonic, 3)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// startChain starts a chain whose accounts have money.
func startChain(t *testing.T, id uint64, alloc types.GenesisAlloc) *devchain.Chain {
	t.Helper()
	if alloc == nil {
		alloc = types.GenesisAlloc{}
	}
	for _, a := range accounts(t) {
		alloc[a.Address] = types.Account{Balance: new(big.Int).Mul(big.NewInt(10_000), big.NewInt(1e18))}
	}
	c, err := devchain.Start(testContext(t), devchain.Config{ChainID: id, Alloc: alloc, Listen: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// countingSender counts what it sends, and can be told to stop working.
type countingSender struct {
	*tx.Sender
	sent  atomic.Int64
	limit int64 // sends that work, below 0 for all
}

var errCut = errors.New("the line is cut")

func (s *countingSender) Send(ctx context.Context, call tx.Call) (*types.Receipt, error) {
	if s.limit >= 0 && s.sent.Load() >= s.limit {
		return nil, errCut
	}
	s.sent.Add(1)
	return s.Sender.Send(ctx, call)
}

func newSender(t *testing.T, c *devchain.Chain, account devchain.Account) *countingSender {
	t.Helper()
	key, err := keys.FromHex(hex.EncodeToString(account.PrivateKey[:]))
	if err != nil {
		t.Fatal(err)
	}
	return &countingSender{
		Sender: tx.New(c.Client(), key.Signer(), nil, tx.Config{PollInterval: 5 * time.Millisecond}),
		limit:  -1,
	}
}

func address(n byte) common.Address { return common.Address{19: n} }
