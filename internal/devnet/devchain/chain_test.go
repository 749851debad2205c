package devchain

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

func TestMinesATransactionAtOnce(t *testing.T) {
	t.Parallel()
	began := time.Now()
	chain := start(t, Config{})
	t.Logf("started in %v", time.Since(began))
	client := dial(t, chain, "http")
	accounts := rich(t)

	began = time.Now()
	got := send(t, client, accounts[0], &accounts[1].Address, nil)
	t.Logf("receipt after %v", time.Since(began))
	if got.Status != types.ReceiptStatusSuccessful || got.BlockNumber.Uint64() != 2 {
		t.Errorf("status %d in block %d, want success in block 2, after the start's", got.Status, got.BlockNumber)
	}
}
