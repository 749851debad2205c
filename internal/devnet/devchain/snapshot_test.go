package devchain

import (
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
)

func TestRevert(t *testing.T) {
	t.Parallel()
	for name, dir := range map[string]string{"in memory": "", "on disk": t.TempDir()} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			chain := start(t, Config{DataDir: dir})
			client := dial(t, chain, "ws")
			ctx := testContext(t)
			from := rich(t)[0]
			send(t, client, from, &one, nil)
			before := head(t, client)
			snapshot := call[string](t, client, "evm_snapshot")

			logs := make(chan types.Log, 10)
			subscription, err := client.SubscribeFilterLogs(ctx, ethereum.FilterQuery{}, logs)
			if err != nil {
				t.Fatal(err)
			}
			defer subscription.Unsubscribe()
			call[any](t, client, "evm_increaseTime", 1_000_000)
			logged := send(t, client, from, nil, program.New().Push(0).Push(0).Op(vm.LOG0).Bytes())
			for range 40 { // more than go-ethereum removes at once
				send(t, client, from, &one, nil)
			}
			later := call[string](t, client, "evm_snapshot")

			if !call[bool](t, client, "evm_revert", snapshot) {
				t.Fatal("evm_revert gives false")
			}
			if got := head(t, client); got.Hash() != before.Hash() {
				t.Errorf("the latest block is %d, want %d", got.Number, before.Number)
			}
			if got := call[any](t, client, "eth_getTransactionReceipt", logged.TxHash); got != nil {
				t.Errorf("a transaction that was undone has the receipt %v", got)
			}
			if got := call[map[string]string](t, client, "txpool_status"); got["pending"] != "0x0" || got["queued"] != "0x0" {
				t.Errorf("transactions are back in the pool: %v", got)
			}
			for _, removed := range []bool{false, true} {
				select {
				case log := <-logs:
					if log.TxHash != logged.TxHash || log.Removed != removed {
						t.Errorf("log of %s, removed %v; want removed %v", log.TxHash, log.Removed, removed)
					}
				case <-ctx.Done():
					t.Fatalf("no log with removed %v", removed)
				}
			}
			for _, gone := range []string{snapshot, later, "0x99"} {
				if call[bool](t, client, "evm_revert", gone) {
					t.Errorf("evm_revert(%s) of a snapshot that is gone gives true", gone)
				}
			}

			// Another history follows, with the time as it was.
			again := send(t, client, from, &one, nil)
			if again.BlockNumber.Uint64() != before.Number.Uint64()+1 {
				t.Errorf("the next block is %d, want %d", again.BlockNumber, before.Number.Uint64()+1)
			}
			if moved := head(t, client).Time - before.Time; moved > 1000 {
				t.Errorf("the next block is %d s later: time was not taken back", moved)
			}
			if err := chain.Close(); err != nil {
				t.Fatal(err)
			}
			if dir == "" {
				return
			}
			chain = start(t, Config{DataDir: dir})
			if got := head(t, chain.Client()); got.ParentHash != again.BlockHash {
				t.Errorf("after a restart block %d follows %s, want %s", got.Number, got.ParentHash, again.BlockHash)
			}
		})
	}
}

// What was undone stays so after a restart, also if nothing followed.
func TestRevertLasts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	chain := start(t, Config{DataDir: dir})
	before := head(t, chain.Client()).Hash()
	snapshot := call[string](t, chain.Client(), "evm_snapshot")
	send(t, chain.Client(), rich(t)[0], &one, nil)
	call[bool](t, chain.Client(), "evm_revert", snapshot)
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}
	chain = start(t, Config{DataDir: dir})
	if got := head(t, chain.Client()); got.ParentHash != before {
		t.Errorf("the start's block %d is not on the block of the snapshot", got.Number)
	}
}

func TestRevertBehindFinalBlocks(t *testing.T) {
	t.Parallel()
	for name, dir := range map[string]string{"in memory": "", "on disk": t.TempDir()} {
		chain := start(t, Config{DataDir: dir})
		client := chain.Client()
		snapshot := call[string](t, client, "evm_snapshot")
		call[any](t, client, "evm_mine", map[string]any{"blocks": finalDepth + 2})
		var reverted bool
		err := client.Client().CallContext(testContext(t), &reverted, "evm_revert", snapshot)
		if dir == "" && (err != nil || !reverted || head(t, client).Number.Uint64() != 1) {
			t.Errorf("%s: %v, %v", name, reverted, err)
		}
		if dir != "" && (err == nil || err.Error() != errFinal.Error()) {
			t.Errorf("%s: %v, want errFinal", name, err)
		}
	}
}
