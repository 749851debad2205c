package devchain

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
)

// logger is creation code that logs the topic 7 and leaves nothing.
func logger() []byte {
	return program.New().Push(7).Push(0).Push(0).Op(vm.LOG1).Bytes()
}

func next[T any](t *testing.T, what string, events <-chan T) T {
	t.Helper()
	select {
	case event := <-events:
		return event
	case <-testContext(t).Done():
		t.Fatalf("no %s", what)
		panic("unreachable")
	}
}

func TestSubscribersSeeBlocks(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	ctx := testContext(t)
	for name, client := range map[string]*ethclient.Client{"WebSocket": dial(t, chain, "ws"), "in process": chain.Client()} {
		t.Run(name, func(t *testing.T) {
			heads, logs, none, pending := make(chan *types.Header, 10), make(chan types.Log, 10), make(chan types.Log, 10), make(chan common.Hash, 10)
			for _, subscribe := range []func() (ethereum.Subscription, error){
				func() (ethereum.Subscription, error) { return client.SubscribeNewHead(ctx, heads) },
				func() (ethereum.Subscription, error) {
					return client.SubscribeFilterLogs(ctx, ethereum.FilterQuery{Topics: [][]common.Hash{{slot(7)}}}, logs)
				},
				func() (ethereum.Subscription, error) {
					return client.SubscribeFilterLogs(ctx, ethereum.FilterQuery{Topics: [][]common.Hash{{slot(8)}}}, none)
				},
				func() (ethereum.Subscription, error) {
					return client.Client().EthSubscribe(ctx, pending, "newPendingTransactions")
				},
			} {
				subscription, err := subscribe()
				if err != nil {
					t.Fatal(err)
				}
				defer subscription.Unsubscribe()
			}
			got := send(t, client, rich(t)[0], nil, logger())
			if head := next(t, "block", heads); head.Hash() != got.BlockHash {
				t.Errorf("block %s, want the transaction's, %s", head.Hash(), got.BlockHash)
			}
			if log := next(t, "log", logs); log.TxHash != got.TxHash {
				t.Errorf("log of %s, want of %s", log.TxHash, got.TxHash)
			}
			if hash := next(t, "pending transaction", pending); hash != got.TxHash {
				t.Errorf("pending transaction %s, want %s", hash, got.TxHash)
			}
			if len(none) > 0 {
				t.Errorf("a log that was not asked for: %v", <-none)
			}
			for _, unsupported := range [][]any{{"newPendingTransactions", true}, {"transactionReceipts"}} {
				if _, err := client.Client().EthSubscribe(ctx, make(chan any), unsupported...); err == nil {
					t.Errorf("eth_subscribe(%v) is no error", unsupported)
				}
			}
		})
	}
	if err := dial(t, chain, "http").Client().CallContext(ctx, nil, "eth_subscribe", "newHeads"); err == nil {
		t.Error("a subscription over HTTP is no error")
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	chain := start(t, Config{})
	client := dial(t, chain, "http")
	blocks := call[string](t, client, "eth_newBlockFilter")
	logs := call[string](t, client, "eth_newFilter", map[string]any{"topics": []any{slot(7)}})
	pending := call[string](t, client, "eth_newPendingTransactionFilter")
	got := send(t, client, rich(t)[0], nil, logger())

	poll := func(id string) []any {
		for {
			if changes := call[[]any](t, client, "eth_getFilterChanges", id); len(changes) > 0 {
				return changes
			}
		}
	}
	if changes := poll(blocks); changes[0] != got.BlockHash.Hex() {
		t.Errorf("blocks %v, want %s", changes, got.BlockHash)
	}
	if changes := poll(logs); len(changes) != 1 {
		t.Errorf("logs %v, want one", changes)
	}
	if changes := poll(pending); changes[0] != got.TxHash.Hex() {
		t.Errorf("pending %v, want %s", changes, got.TxHash)
	}
	if !call[bool](t, client, "eth_uninstallFilter", pending) || call[bool](t, client, "eth_uninstallFilter", pending) {
		t.Error("eth_uninstallFilter")
	}
	// Those that are left must not outlive the chain; goleak looks.
}

// Closing while clients subscribe and receive leaves nothing behind; goleak looks.
// go-ethereum's own subscriptions do, now and then.
func TestCloseAmongSubscribers(t *testing.T) {
	t.Parallel()
	for range 5 {
		chain := start(t, Config{IdleBlocks: time.Millisecond})
		for range 10 {
			client := dial(t, chain, "ws")
			heads := make(chan *types.Header, 1000)
			if _, err := client.SubscribeNewHead(testContext(t), heads); err != nil {
				t.Fatal(err)
			}
			next(t, "block", heads)
			call[string](t, client, "eth_newBlockFilter")
		}
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Filters that nobody polls are forgotten here as well.
func TestOldFiltersAreForgotten(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_800_000_000, 0)
	a := &eventAPI{now: func() time.Time { return now }, used: make(map[rpc.ID]time.Time)}
	a.use("unused")
	a.use("polled")
	now = now.Add(2 * filterTimeout)
	a.use("polled")
	now = now.Add(2 * filterTimeout)
	a.use("new")
	if _, ok := a.used["unused"]; ok || len(a.used) != 2 {
		t.Errorf("remembered: %v", a.used)
	}
}
