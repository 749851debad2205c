package tx

import (
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/devnet/devchain"
	"github.com/logstore/logstore/message"
)

var (
	_ Backend = (*rpcpool.Pool)(nil)
	_ Backend = (*ethclient.Client)(nil)
	_ Signer  = message.DigestSigner(nil)
)

// All parts as in a node: a chain behind HTTP and WebSocket, a pool that wants both to
// agree, and one endpoint that is not there.
func TestThroughAPoolOfEndpoints(t *testing.T) {
	t.Parallel()
	accounts, err := devchain.Accounts(devchain.Mnemonic, 1)
	if err != nil {
		t.Fatal(err)
	}
	chain, err := devchain.Start(t.Context(), devchain.Config{Listen: "127.0.0.1:0", Alloc: types.GenesisAlloc{
		accounts[0].Address: {Balance: new(big.Int).Mul(coin, big.NewInt(100))},
		mirror:              {Code: mirrorCode, Balance: new(big.Int)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	})
	pool, err := rpcpool.New(rpcpool.Config{
		URLs:    []string{"http://127.0.0.1:1/key", chain.URL(), strings.Replace(chain.URL(), "http", "ws", 1)},
		ChainID: devchain.DefaultChainID, Quorum: 2, PollInterval: 50 * time.Millisecond,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	signer, err := message.NewEVMSigner([32]byte(accounts[0].PrivateKey))
	if err != nil {
		t.Fatal(err)
	}
	s := New(pool, signer, NewErrors(parsedABI(t)), Config{PollInterval: 5 * time.Millisecond})

	_, err = s.Estimate(t.Context(), Call{To: mirror, Data: encode(t, parsedABI(t).Errors["error_taken"])})
	var revert *RevertError
	if !errors.As(err, &revert) || revert.Name != "error_taken" {
		t.Errorf("error %v", err)
	}
	heads := pool.Heads(t.Context())
	const many = 5
	done := make(chan result, many)
	for range many {
		go func() {
			r, err := s.Send(t.Context(), Call{To: plain, Value: big.NewInt(1)})
			done <- result{r, err}
		}()
	}
	highest := uint64(0)
	for range many {
		highest = max(highest, succeeded(t, done).BlockNumber.Uint64())
	}
	if got, err := pool.BalanceAt(t.Context(), plain, nil); err != nil || got.Int64() != many {
		t.Errorf("balance %v, %v", got, err)
	}
	for h := range heads {
		if h.Number >= highest {
			break
		}
	}
	if s := pool.Status(); s[0].Healthy || !s[1].Healthy || !s[2].Healthy {
		t.Errorf("status %+v", s)
	}
}
