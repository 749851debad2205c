package devchain

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// A search over a range of blocks waited for an index that nobody made.
func TestLogsOfARangeOfBlocks(t *testing.T) {
	t.Parallel()
	emitter := common.Address{0xee}
	alloc := types.GenesisAlloc{
		rich(t)[0].Address: {Balance: new(big.Int).Exp(big.NewInt(10), big.NewInt(20), nil)},
		emitter:            {Balance: new(big.Int), Code: common.FromHex("60006000a0" + "00")}, // LOG0 without data, STOP
	}
	chain := start(t, Config{Alloc: alloc})
	client := dial(t, chain, "http")
	var want []uint64
	for range 3 {
		want = append(want, send(t, client, rich(t)[0], &emitter, nil).BlockNumber.Uint64())
		call[string](t, client, "evm_mine")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for _, q := range []ethereum.FilterQuery{
		{FromBlock: new(big.Int), Addresses: []common.Address{emitter}},
		{FromBlock: new(big.Int).SetUint64(want[0]), ToBlock: new(big.Int).SetUint64(want[2]), Addresses: []common.Address{emitter}},
	} {
		logs, err := client.FilterLogs(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		if len(logs) != len(want) {
			t.Fatalf("%d logs, want %d", len(logs), len(want))
		}
		for i, l := range logs {
			if l.BlockNumber != want[i] {
				t.Errorf("log %d is of block %d, want %d", i, l.BlockNumber, want[i])
			}
		}
	}
}
