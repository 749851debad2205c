package wallet

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/message"
)

// The number of blocks that are searched at once. Endpoints allow different numbers;
// it is halved when one refuses, and grows while none does.
const (
	firstWindow = 10_000
	mostWindow  = 1_000_000
)

// ListStreams finds the streams under an address, by the registry's events since the
// network began. On a long chain this takes a while: an endpoint that searches 10000
// blocks at a time is asked once for every 10000 blocks. progress, which may be nil, is
// told how far the search is.
func (w *Wallet) ListStreams(ctx context.Context, owner common.Address, progress func(block, last uint64)) ([]message.StreamID, error) {
	if err := w.checkContract(ctx, w.streams()); err != nil {
		return nil, err
	}
	last, err := w.cfg.Backend.BlockNumber(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask for the newest block: %w", err)
	}
	found := newStreamList(owner)
	window := uint64(firstWindow)
	for from := w.cfg.Network.StartBlock; from <= last; {
		to := min(from+window-1, last)
		logs, err := w.cfg.Backend.FilterLogs(ctx, ethereum.FilterQuery{
			FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
			Addresses: []common.Address{w.at.StreamRegistry}, Topics: [][]common.Hash{found.topics()},
		})
		switch {
		case errors.Is(err, rpcpool.ErrRangeTooLarge) && window > 1:
			window /= 2
			continue
		case err != nil:
			return nil, fmt.Errorf("search the blocks %d to %d for streams: %w", from, to, err)
		}
		for i := range logs {
			found.add(&logs[i])
		}
		if progress != nil {
			progress(to, last)
		}
		from, window = to+1, min(window*2, mostWindow)
	}
	return found.list(), nil
}

// StakeOn is an account's stake on a stream.
type StakeOn struct {
	Stream message.StreamID
	Amount *big.Int // base units that are left of it
}

const stakesPerPage = 100

// StakesOf finds the streams that an account has a stake on for storing.
func (w *Wallet) StakesOf(ctx context.Context, account common.Address) ([]StakeOn, error) {
	c := contracts.NewStoreManager()
	var stakes []StakeOn
	for seen := 0; ; {
		page, err := read(ctx, w, w.storeManager(), c.PackStoresOf(account, big.NewInt(int64(seen)), big.NewInt(stakesPerPage)), c.UnpackStoresOf)
		if err != nil {
			return nil, err
		}
		n := len(page.Ids)
		if len(page.Balances) != n || n > stakesPerPage {
			return nil, fmt.Errorf("read %s: a page of %d streams and %d stakes", w.storeManager().name, n, len(page.Balances))
		}
		for i, id := range page.Ids {
			if page.Balances[i].Sign() > 0 {
				stakes = append(stakes, StakeOn{message.StreamID(id), page.Balances[i]})
			}
		}
		if seen += n; n < stakesPerPage {
			return stakes, nil
		}
	}
}
