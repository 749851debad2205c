package devchain

import (
	"context"
	"errors"
	"math/big"
	"net"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
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
	// No further block follows by itself: the next transaction's is the next one.
	if got := send(t, client, accounts[0], &accounts[1].Address, nil); got.BlockNumber.Uint64() != 3 {
		t.Errorf("the second transaction is in block %d, want 3", got.BlockNumber)
	}
}

func TestBatch(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{ChainID: 31338})
	var id, number, missing string
	batch := []rpc.BatchElem{
		{Method: "eth_chainId", Result: &id},
		{Method: "eth_blockNumber", Result: &number},
		{Method: "eth_noSuchThing", Result: &missing},
	}
	if err := dial(t, chain, "http").Client().BatchCallContext(testContext(t), batch); err != nil {
		t.Fatal(err)
	}
	if id != "0x7a6a" || number != "0x1" || batch[2].Error == nil {
		t.Errorf("id %q, number %q, error of an unknown method: %v", id, number, batch[2].Error)
	}
}

// A script that deploys sends all its transactions without waiting, and not always
// in order.
func TestManyTransactionsShareBlocks(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	client := dial(t, chain, "http")
	from := rich(t)[0]
	key, err := crypto.ToECDSA(from.PrivateKey[:])
	if err != nil {
		t.Fatal(err)
	}
	const n = 300
	hashes := make([]common.Hash, n)
	var sending sync.WaitGroup
	for nonce := range uint64(n) {
		tx, err := types.SignNewTx(key, types.LatestSignerForChainID(big.NewInt(DefaultChainID)), &types.DynamicFeeTx{
			ChainID: big.NewInt(DefaultChainID), Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100e9), Gas: 21_000, To: &one,
		})
		if err != nil {
			t.Fatal(err)
		}
		hashes[nonce] = tx.Hash()
		sending.Go(func() {
			if err := client.SendTransaction(testContext(t), tx); err != nil {
				t.Error(err)
			}
		})
	}
	sending.Wait()
	for _, hash := range hashes {
		receipt(t, client, hash)
	}
	t.Logf("%d transactions in %d blocks", n, head(t, client).Number.Uint64()-1)
}

func TestATransactionBelowTheBaseFeeWaits(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	client := chain.Client()
	accounts := rich(t)
	key, err := crypto.ToECDSA(accounts[1].PrivateKey[:])
	if err != nil {
		t.Fatal(err)
	}
	cheap, err := types.SignNewTx(key, types.LatestSignerForChainID(big.NewInt(DefaultChainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(DefaultChainID), GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(10), Gas: 21_000, To: &one,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := client.SendTransaction(testContext(t), cheap); err != nil {
		t.Fatal(err)
	}
	if got := send(t, client, accounts[0], &one, nil); got.BlockNumber.Uint64() != 2 || got.TransactionIndex != 0 {
		t.Errorf("the next transaction is at %d in block %d, want alone in block 2", got.TransactionIndex, got.BlockNumber)
	}
	if _, err := client.TransactionReceipt(testContext(t), cheap.Hash()); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("the cheap one's receipt: %v, want none", err)
	}
	// Empty blocks make the base fee fall until the transaction can pay it.
	for range 10 {
		call[string](t, client, "evm_mine", map[string]any{"blocks": 20})
	}
	receipt(t, client, cheap.Hash())
}

func TestBlocksCarryTheTime(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_900_000_000, 0)
	var mu sync.Mutex
	chain := start(t, Config{Now: func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		return now
	}})
	client := chain.Client()
	if got := head(t, client).Time; got != uint64(now.Add(-Lag).Unix()) {
		t.Errorf("the first block is at %d, want the lag before now", got)
	}
	for range Lag / time.Second {
		send(t, client, rich(t)[0], &one, nil)
	}
	if got := head(t, client).Time; got != uint64(now.Unix()) {
		t.Errorf("after %v's worth of blocks at once the latest is %d s in the future, want now", Lag, got-uint64(now.Unix()))
	}
	mu.Lock()
	now = now.Add(time.Hour)
	mu.Unlock()
	send(t, client, rich(t)[0], &one, nil)
	if got := head(t, client).Time; got != uint64(now.Add(-Lag).Unix()) {
		t.Errorf("an hour later a block is at %d, want %d", got, now.Add(-Lag).Unix())
	}
}

func TestStateAtOldBlocks(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	client := chain.Client()
	// Runtime code that returns how often it was called before, and counts.
	counter := program.New().
		Push(0).Op(vm.SLOAD).Push(0).Op(vm.MSTORE).
		Push(0).Op(vm.SLOAD).Push(1).Op(vm.ADD).Push(0).Op(vm.SSTORE).
		Return(0, 32).Bytes()
	created := send(t, client, rich(t)[0], nil, program.New().ReturnViaCodeCopy(counter).Bytes())
	if created.Status != types.ReceiptStatusSuccessful {
		t.Fatal("the contract was not created")
	}
	const calls = 140 // more than the 128 that a node keeps which prunes
	for range calls {
		send(t, client, rich(t)[0], &created.ContractAddress, nil)
	}
	for i := range uint64(calls) {
		number := new(big.Int).Add(created.BlockNumber, new(big.Int).SetUint64(i))
		got, err := client.CallContract(testContext(t), ethereum.CallMsg{To: &created.ContractAddress}, number)
		if err != nil {
			t.Fatal(err)
		}
		if new(big.Int).SetBytes(got).Uint64() != i {
			t.Fatalf("at block %d the count is %x, want %d", number, got, i)
		}
	}
	safe := call[map[string]any](t, client, "eth_getBlockByNumber", "safe", false)["number"]
	final := call[map[string]any](t, client, "eth_getBlockByNumber", "finalized", false)["number"]
	latest := head(t, client).Number.Uint64()
	if safe != hexutil.EncodeUint64(latest) || final != hexutil.EncodeUint64(latest-finalDepth) {
		t.Errorf("of %d blocks %s is safe and %s final", latest, safe, final)
	}
}

func TestTwoChains(t *testing.T) {
	t.Parallel()
	a, b := start(t, Config{ChainID: 1001}), start(t, Config{ChainID: 1002})
	send(t, dial(t, a, "http"), rich(t)[0], &one, nil)
	send(t, dial(t, a, "http"), rich(t)[0], &one, nil)
	send(t, dial(t, b, "http"), rich(t)[0], &one, nil)
	for chain, want := range map[*Chain]struct{ id, blocks uint64 }{a: {1001, 3}, b: {1002, 2}} {
		id, err := chain.Client().ChainID(testContext(t))
		if err != nil {
			t.Fatal(err)
		}
		if id.Uint64() != want.id || head(t, chain.Client()).Number.Uint64() != want.blocks {
			t.Errorf("chain %d has %d blocks, want %v", id, head(t, chain.Client()).Number, want)
		}
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
	send(t, dial(t, b, "ws"), rich(t)[0], &one, nil)
}

func TestGenesisIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	genesis := func(cfg Config) common.Hash {
		header, err := start(t, cfg).Client().HeaderByNumber(testContext(t), new(big.Int))
		if err != nil {
			t.Fatal(err)
		}
		return header.Hash()
	}
	first := genesis(Config{})
	if got := genesis(Config{DataDir: t.TempDir()}); got != first {
		t.Errorf("on disk %s, in memory %s", got, first)
	}
	if genesis(Config{ChainID: 5}) == first {
		t.Error("another chain id has the same genesis")
	}
}

func TestIdleBlocks(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{IdleBlocks: 10 * time.Millisecond})
	heads := make(chan *types.Header, 100)
	subscription, err := dial(t, chain, "ws").SubscribeNewHead(testContext(t), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer subscription.Unsubscribe()
	for range 3 {
		select {
		case <-heads:
		case err := <-subscription.Err():
			t.Fatalf("no block without a transaction: %v", err)
		}
	}
}

func TestStartRefuses(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, err = Start(testContext(t), Config{Listen: taken.Addr().String()})
	if !errors.Is(err, syscall.EADDRINUSE) {
		t.Errorf("a taken port: %v", err)
	}
	if _, err = Start(testContext(t), Config{Listen: "8545"}); err == nil {
		t.Error("an address without a port is no error")
	}
	_, err = Start(testContext(t), Config{Listen: "127.0.0.1:0", Alloc: types.GenesisAlloc{one: {Balance: big.NewInt(-1)}}})
	if err == nil {
		t.Error("a negative balance is no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err = Start(ctx, Config{Listen: "127.0.0.1:0"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a start that was cancelled: %v", err)
	}
}

func TestCloseEndsConnections(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	client := dial(t, chain, "ws")
	subscription, err := client.SubscribeNewHead(testContext(t), make(chan *types.Header))
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	for range 2 {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Logf("closed in %v", time.Since(began))
	select {
	case <-subscription.Err():
	case <-testContext(t).Done():
		t.Error("the subscription goes on")
	}
	if _, err := dial(t, chain, "http").BlockNumber(testContext(t)); err == nil {
		t.Error("the chain still answers")
	}
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		chain, err := Start(b.Context(), Config{Listen: "127.0.0.1:0"})
		if err != nil {
			b.Fatal(err)
		}
		if err := chain.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
