package devchain

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/rpc"
)

// filterTimeout is how long a filter lives that nobody asks for changes.
const filterTimeout = 5 * time.Minute

// eventAPI has eth_subscribe and the filters to poll. The filters and eth_getLogs are
// go-ethereum's. Its subscriptions cannot be waited for, and they as well as filters
// hang for ever when the chain ends before them; so the subscriptions are made here,
// on its event system, and filters are remembered, to end all of them in time.
type eventAPI struct {
	*filters.FilterAPI
	withReceipts

	events        *filters.EventSystem
	now           func() time.Time
	subscriptions sync.WaitGroup

	mu   sync.Mutex           // guards used
	used map[rpc.ID]time.Time // filters, and when they were last asked
}

// withReceipts leaves eth_subscribe("transactionReceipts") out, as [withFiles] does:
// the form of a receipt in JSON cannot be had from outside of go-ethereum.
type withReceipts interface{ TransactionReceipts() }

func newEventAPI(backend filters.Backend, now func() time.Time) *eventAPI {
	system := filters.NewFilterSystem(unindexed{backend}, filters.Config{Timeout: filterTimeout})
	return &eventAPI{
		FilterAPI:    filters.NewFilterAPI(system),
		withReceipts: nil, // for its method set only
		events:       filters.NewEventSystem(system),
		now:          now,
		used:         make(map[rpc.ID]time.Time),
	}
}

// close ends the filters and waits for the subscriptions, whose connections must have
// been closed. The chain must still be open.
func (a *eventAPI) close() {
	a.subscriptions.Wait()
	a.mu.Lock()
	defer a.mu.Unlock()
	for id := range a.used {
		a.FilterAPI.UninstallFilter(id) // false if it was too old
	}
}

// NewHeads is eth_subscribe("newHeads").
func (a *eventAPI) NewHeads(ctx context.Context) (*rpc.Subscription, error) {
	heads := make(chan *types.Header)
	return forward(ctx, a, heads, func() (*filters.Subscription, error) {
		return a.events.SubscribeNewHeads(heads), nil
	}, func(head *types.Header) []any { return []any{head} })
}

// Logs is eth_subscribe("logs", query).
func (a *eventAPI) Logs(ctx context.Context, query filters.FilterCriteria) (*rpc.Subscription, error) {
	logs := make(chan []*types.Log)
	return forward(ctx, a, logs, func() (*filters.Subscription, error) {
		return a.events.SubscribeLogs(ethereum.FilterQuery(query), logs)
	}, func(logs []*types.Log) []any {
		all := make([]any, 0, len(logs))
		for _, log := range logs {
			all = append(all, log)
		}
		return all
	})
}

// NewPendingTransactions is eth_subscribe("newPendingTransactions"), which gives hashes.
func (a *eventAPI) NewPendingTransactions(ctx context.Context, full *bool) (*rpc.Subscription, error) {
	if full != nil && *full {
		return nil, errors.New("whole pending transactions are not supported: subscribe to hashes and ask for eth_getTransactionByHash")
	}
	pending := make(chan []*types.Transaction)
	return forward(ctx, a, pending, func() (*filters.Subscription, error) {
		return a.events.SubscribePendingTxs(pending), nil
	}, func(txs []*types.Transaction) []any {
		all := make([]any, 0, len(txs))
		for _, tx := range txs {
			all = append(all, tx.Hash())
		}
		return all
	})
}

// forward subscribes and sends what comes to the client, until it leaves.
func forward[T any](ctx context.Context, a *eventAPI, events chan T, subscribe func() (*filters.Subscription, error), each func(T) []any) (*rpc.Subscription, error) {
	client, ok := rpc.NotifierFromContext(ctx)
	if !ok {
		return nil, rpc.ErrNotificationsUnsupported
	}
	source, err := subscribe()
	if err != nil {
		return nil, err
	}
	subscription := client.CreateSubscription()
	a.subscriptions.Go(func() {
		defer source.Unsubscribe()
		for {
			select {
			case event := <-events:
				for _, one := range each(event) {
					_ = client.Notify(subscription.ID, one) // Err says when it is over
				}
			case <-subscription.Err():
				return
			}
		}
	})
	return subscription, nil
}

// NewFilter is eth_newFilter.
func (a *eventAPI) NewFilter(query filters.FilterCriteria) (rpc.ID, error) {
	id, err := a.FilterAPI.NewFilter(query)
	if err == nil {
		a.use(id)
	}
	return id, err
}

// NewBlockFilter is eth_newBlockFilter.
func (a *eventAPI) NewBlockFilter() rpc.ID {
	id := a.FilterAPI.NewBlockFilter()
	a.use(id)
	return id
}

// NewPendingTransactionFilter is eth_newPendingTransactionFilter.
func (a *eventAPI) NewPendingTransactionFilter(full *bool) rpc.ID {
	id := a.FilterAPI.NewPendingTransactionFilter(full)
	a.use(id)
	return id
}

// GetFilterChanges is eth_getFilterChanges.
func (a *eventAPI) GetFilterChanges(id rpc.ID) (any, error) {
	changes, err := a.FilterAPI.GetFilterChanges(id)
	if err == nil {
		a.use(id)
	}
	return changes, err
}

// UninstallFilter is eth_uninstallFilter.
func (a *eventAPI) UninstallFilter(id rpc.ID) bool {
	a.mu.Lock()
	delete(a.used, id)
	a.mu.Unlock()
	return a.FilterAPI.UninstallFilter(id)
}

// use notes that a filter lives, and forgets those that certainly do not any more.
func (a *eventAPI) use(id rpc.ID) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.now()
	if _, known := a.used[id]; !known {
		for old, last := range a.used {
			if now.Sub(last) > 3*filterTimeout {
				delete(a.used, old)
			}
		}
	}
	a.used[id] = now
}
