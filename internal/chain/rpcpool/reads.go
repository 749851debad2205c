package rpcpool

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

var (
	_ bind.Backend                 = (*Pool)(nil)
	_ bind.PendingContractCaller   = (*Pool)(nil)
	_ bind.BlockHashContractCaller = (*Pool)(nil)
	_ ethereum.ChainIDReader       = (*Pool)(nil)
	_ ethereum.BlockNumberReader   = (*Pool)(nil)
	_ ethereum.FeeHistoryReader    = (*Pool)(nil)
)

// at pins a read of the latest block to a number when several endpoints must agree on
// it: their latest blocks are rarely the same.
func (p *Pool) at(ctx context.Context, number *big.Int) (*big.Int, error) {
	if p.cfg.Quorum == 1 || number != nil && (!number.IsInt64() || number.Int64() != rpc.LatestBlockNumber.Int64()) {
		return number, nil
	}
	latest, err := p.BlockNumber(ctx)
	return new(big.Int).SetUint64(latest), err
}

// readAt is read for methods that take the number of a block.
func readAt[T any](ctx context.Context, p *Pool, method string, number *big.Int, f func(context.Context, *conn, *big.Int) (T, error)) (T, error) {
	number, err := p.at(ctx, number)
	if err != nil {
		var zero T
		return zero, err
	}
	return read(ctx, p, method, same, func(ctx context.Context, c *conn) (T, error) { return f(ctx, c, number) })
}

// ChainID returns the id of the chain.
func (p *Pool) ChainID(ctx context.Context) (*big.Int, error) {
	return read(ctx, p, "eth_chainId", same, func(ctx context.Context, c *conn) (*big.Int, error) { return c.ChainID(ctx) })
}

// BlockNumber returns the number of the latest block. With a quorum of q it is the
// highest that q endpoints have.
func (p *Pool) BlockNumber(ctx context.Context) (uint64, error) {
	if p.cfg.Quorum > 1 {
		return p.commonHead(ctx, p.cfg.Quorum)
	}
	return one(ctx, p, "eth_blockNumber", blockNumber)
}

func blockNumber(ctx context.Context, c *conn) (uint64, error) {
	number, err := c.BlockNumber(ctx)
	if err == nil {
		c.endpoint.head.Store(number)
	}
	return number, err
}

// commonHead asks all endpoints for their head and returns the q-th highest.
func (p *Pool) commonHead(ctx context.Context, q int) (uint64, error) {
	ctx, leave, err := p.enter(ctx)
	if err != nil {
		return 0, err
	}
	defer leave()
	awake := p.awake(ctx, q)
	replies := make(chan reply[uint64], len(awake))
	for _, e := range awake {
		p.running.Go(func() { replies <- ask(ctx, e, blockNumber) })
	}
	var numbers []uint64
	var leader *endpoint
	reasons := map[*endpoint]error{}
	for range awake {
		switch r := <-replies; r.verdict {
		case answered:
			numbers = append(numbers, r.value)
			if r.value == slices.Max(numbers) {
				leader = r.from
			}
			reasons[r.from] = fmt.Errorf("says %d", r.value)
		case aborted:
			return 0, fmt.Errorf("eth_blockNumber: %w", r.err)
		default:
			reasons[r.from] = r.err
		}
	}
	switch {
	case len(numbers) == 0:
		return 0, p.refusal("eth_blockNumber", ErrUnavailable, reasons)
	case len(numbers) < q:
		return 0, p.refusal("eth_blockNumber", fmt.Errorf("%w (%d must)", ErrNoQuorum, q), reasons)
	case q == 1:
		p.primary.Store(int64(leader.index))
	}
	slices.Sort(numbers)
	return numbers[len(numbers)-q], nil
}

// HeaderByNumber returns a header of the canonical chain, the latest for nil.
// ethereum.NotFound if no endpoint has it.
func (p *Pool) HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error) {
	return readAt(ctx, p, "eth_getBlockByNumber", number, func(ctx context.Context, c *conn, number *big.Int) (*types.Header, error) {
		return c.HeaderByNumber(ctx, number)
	})
}

// HeaderByHash returns the header of a block. ethereum.NotFound if no endpoint has it.
func (p *Pool) HeaderByHash(ctx context.Context, hash common.Hash) (*types.Header, error) {
	return read(ctx, p, "eth_getBlockByHash", same, func(ctx context.Context, c *conn) (*types.Header, error) {
		return c.HeaderByHash(ctx, hash)
	})
}

// FilterLogs returns the logs that fit the query. ErrRangeTooLarge asks for a smaller
// range of blocks. An endpoint that has not reached the end of the range is passed
// over: many servers silently leave out what they do not have yet. BlockTimestamp of
// the logs is 0 where endpoints do not send it.
func (p *Pool) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	if q.BlockHash != nil && (q.FromBlock != nil || q.ToBlock != nil) {
		return nil, errors.New("search for logs either in a block given by its hash or in a range of blocks")
	}
	if q.BlockHash == nil {
		var err error
		if q.ToBlock, err = p.at(ctx, q.ToBlock); err != nil {
			return nil, err
		}
	}
	return read(ctx, p, "eth_getLogs", asSet, func(ctx context.Context, c *conn) ([]types.Log, error) {
		if err := c.reached(ctx, q.ToBlock); err != nil {
			return nil, err
		}
		logs, err := c.FilterLogs(ctx, q)
		if err != nil && rangeRefused(err) {
			return nil, fmt.Errorf("%w: %w", ErrRangeTooLarge, c.endpoint.describe(err))
		}
		return logs, err
	})
}

// asSet is the key of logs: servers may sort them differently and leave out times.
func asSet(logs []types.Log) any {
	set := make([]string, len(logs))
	for i, log := range logs {
		log.BlockTimestamp = 0
		text, err := json.Marshal(log)
		if err != nil {
			text = []byte(err.Error())
		}
		set[i] = string(text)
	}
	slices.Sort(set)
	return set
}

// withoutTimes is the key of receipts, whose logs have times from some servers only.
func withoutTimes(r *types.Receipt) any {
	if r == nil {
		return nil
	}
	c := *r
	c.Logs = nil
	for _, log := range r.Logs {
		l := *log // receipts with a null here were refused
		l.BlockTimestamp = 0
		c.Logs = append(c.Logs, &l)
	}
	return &c
}

var errBehind = errors.New("behind")

// reached tells whether the endpoint has the block with the number.
func (c *conn) reached(ctx context.Context, number *big.Int) error {
	if number == nil || number.Sign() < 0 || number.IsUint64() && number.Uint64() <= c.endpoint.head.Load() {
		return nil
	}
	head, err := blockNumber(ctx, c)
	if err == nil && number.Cmp(new(big.Int).SetUint64(head)) > 0 {
		err = fmt.Errorf("%w: its head is block %d, block %v is wanted", errBehind, head, number)
	}
	return err
}

// SubscribeFilterLogs always fails: logs of a subscription are lost with a connection
// that breaks. Use FilterLogs after every head of [Pool.Heads].
func (p *Pool) SubscribeFilterLogs(context.Context, ethereum.FilterQuery, chan<- types.Log) (ethereum.Subscription, error) {
	return nil, rpc.ErrNotificationsUnsupported
}

// CallContract runs a call on the state after a block, the latest for nil.
func (p *Pool) CallContract(ctx context.Context, msg ethereum.CallMsg, number *big.Int) ([]byte, error) {
	return readAt(ctx, p, "eth_call", number, func(ctx context.Context, c *conn, number *big.Int) ([]byte, error) {
		return c.CallContract(ctx, msg, number)
	})
}

// CallContractAtHash runs a call on the state after a block.
func (p *Pool) CallContractAtHash(ctx context.Context, msg ethereum.CallMsg, hash common.Hash) ([]byte, error) {
	return read(ctx, p, "eth_call", same, func(ctx context.Context, c *conn) ([]byte, error) {
		return c.CallContractAtHash(ctx, msg, hash)
	})
}

// CodeAt returns the code of a contract after a block, the latest for nil.
func (p *Pool) CodeAt(ctx context.Context, account common.Address, number *big.Int) ([]byte, error) {
	return readAt(ctx, p, "eth_getCode", number, func(ctx context.Context, c *conn, number *big.Int) ([]byte, error) {
		return c.CodeAt(ctx, account, number)
	})
}

// CodeAtHash returns the code of a contract after a block.
func (p *Pool) CodeAtHash(ctx context.Context, account common.Address, hash common.Hash) ([]byte, error) {
	return read(ctx, p, "eth_getCode", same, func(ctx context.Context, c *conn) ([]byte, error) {
		return c.CodeAtHash(ctx, account, hash)
	})
}

// BalanceAt returns an account's balance in wei after a block, the latest for nil.
func (p *Pool) BalanceAt(ctx context.Context, account common.Address, number *big.Int) (*big.Int, error) {
	return readAt(ctx, p, "eth_getBalance", number, func(ctx context.Context, c *conn, number *big.Int) (*big.Int, error) {
		return c.BalanceAt(ctx, account, number)
	})
}

// StorageAt returns a contract's storage slot after a block, the latest for nil.
func (p *Pool) StorageAt(ctx context.Context, account common.Address, key common.Hash, number *big.Int) ([]byte, error) {
	return readAt(ctx, p, "eth_getStorageAt", number, func(ctx context.Context, c *conn, number *big.Int) ([]byte, error) {
		return c.StorageAt(ctx, account, key, number)
	})
}

// NonceAt returns an account's next nonce after a block, the latest for nil.
func (p *Pool) NonceAt(ctx context.Context, account common.Address, number *big.Int) (uint64, error) {
	return readAt(ctx, p, "eth_getTransactionCount", number, func(ctx context.Context, c *conn, number *big.Int) (uint64, error) {
		return c.NonceAt(ctx, account, number)
	})
}

// TransactionReceipt returns the receipt of a transaction that is in a block.
// ethereum.NotFound if no endpoint has it.
func (p *Pool) TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	return read(ctx, p, "eth_getTransactionReceipt", withoutTimes, func(ctx context.Context, c *conn) (*types.Receipt, error) {
		r, err := c.TransactionReceipt(ctx, hash)
		if err == nil && slices.Contains(r.Logs, nil) {
			err = errors.New("a receipt has a log that is null")
		}
		return r, err
	})
}

// TransactionByHash returns a transaction, and whether it is not in a block yet.
// ethereum.NotFound if no endpoint has it.
func (p *Pool) TransactionByHash(ctx context.Context, hash common.Hash) (tx *types.Transaction, isPending bool, err error) {
	type answer struct {
		Tx      *types.Transaction
		Pending bool
	}
	a, err := read(ctx, p, "eth_getTransactionByHash", same, func(ctx context.Context, c *conn) (a answer, err error) {
		a.Tx, a.Pending, err = c.TransactionByHash(ctx, hash)
		return a, err
	})
	return a.Tx, a.Pending, err
}
