package chain_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain"
)

const chainID = 31337

// addresses of the contracts of the simulated chain.
var addresses = contracts.Addresses{
	LSAN: common.Address{1}, NodeManager: common.Address{2}, StoreManager: common.Address{3}, QueryManager: common.Address{4},
	StreamRegistry: common.Address{5}, StreamStorageRegistry: common.Address{6}, NodeRegistry: common.Address{7},
}

// simulatedChain is a chain of blocks with events, without an EVM. It can be forked,
// be out of reach, lag, and refuse ranges.
type simulatedChain struct {
	t testing.TB

	mu       sync.Mutex
	blocks   []simulatedBlock
	time     uint64
	fork     byte // makes the blocks of each fork differ
	down     error
	lag      int    // newest blocks that are not shown
	maxRange uint64 // 0 refuses none
	calls    map[string]int
	id       uint64
}

type simulatedBlock struct {
	header *types.Header
	logs   []types.Log
}

func newSimulatedChain(t testing.TB) *simulatedChain {
	c := &simulatedChain{t: t, time: 1_750_000_000, calls: map[string]int{}, id: chainID}
	c.mine()
	return c
}

// event is an event to be put into a block.
func (c *simulatedChain) event(contract common.Address, meta *bind.MetaData, name string, args ...any) types.Log {
	c.t.Helper()
	parsed, err := meta.ParseABI()
	if err != nil {
		c.t.Fatal(err)
	}
	e, ok := parsed.Events[name]
	if !ok {
		c.t.Fatalf("no event %s", name)
	}
	topics := []common.Hash{e.ID}
	var plain []any
	for i, input := range e.Inputs {
		if !input.Indexed {
			plain = append(plain, args[i])
			continue
		}
		switch v := args[i].(type) {
		case common.Address:
			topics = append(topics, common.BytesToHash(v[:]))
		case bool:
			topic := common.Hash{}
			if v {
				topic[31] = 1
			}
			topics = append(topics, topic)
		default:
			c.t.Fatalf("indexed %T", v)
		}
	}
	data, err := e.Inputs.NonIndexed().Pack(plain...)
	if err != nil {
		c.t.Fatalf("event %s: %v", name, err)
	}
	return types.Log{Address: contract, Topics: topics, Data: data}
}

// mine makes a block with events, two seconds after the one before.
func (c *simulatedChain) mine(events ...types.Log) chain.Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.time += 2
	h := &types.Header{Number: big.NewInt(int64(len(c.blocks))), Time: c.time, Extra: []byte{c.fork}, Difficulty: new(big.Int), BaseFee: new(big.Int)}
	if n := len(c.blocks); n > 0 {
		h.ParentHash = c.blocks[n-1].header.Hash()
	}
	receipt := &types.Receipt{}
	for i := range events {
		receipt.Logs = append(receipt.Logs, &events[i])
	}
	h.Bloom = types.CreateBloom(receipt)
	hash := h.Hash()
	for i := range events {
		events[i].BlockNumber, events[i].BlockHash, events[i].Index = uint64(len(c.blocks)), hash, uint(i)
	}
	c.blocks = append(c.blocks, simulatedBlock{h, events})
	return chain.Block{Number: h.Number.Uint64(), Hash: hash, Time: h.Time}
}

func (c *simulatedChain) mineMany(n int) {
	for range n {
		c.mine()
	}
}

// dropAfter takes away all blocks above a number; what is mined next is another fork.
func (c *simulatedChain) dropAfter(number uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.blocks = c.blocks[:number+1]
	c.time = c.blocks[number].header.Time
	c.fork++
}

func (c *simulatedChain) set(f func(*simulatedChain)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	f(c)
}

func (c *simulatedChain) enter(call string) (visible []simulatedBlock, err error) {
	c.calls[call]++
	return c.blocks[:len(c.blocks)-c.lag], c.down
}

func (c *simulatedChain) ChainID(context.Context) (*big.Int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := c.enter("ChainID")
	return new(big.Int).SetUint64(c.id), err
}

func (c *simulatedChain) CodeAt(_ context.Context, a common.Address, _ *big.Int) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := c.enter("CodeAt")
	if a != addresses.StoreManager {
		return nil, err
	}
	return []byte{1}, err
}

func (c *simulatedChain) HeaderByNumber(_ context.Context, n *big.Int) (*types.Header, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	visible, err := c.enter("HeaderByNumber")
	if err != nil {
		return nil, err
	}
	if n == nil {
		return visible[len(visible)-1].header, nil
	}
	if n.Uint64() >= uint64(len(visible)) {
		return nil, ethereum.NotFound
	}
	return visible[n.Uint64()].header, nil
}

var errTooLarge = errors.New("range too large")

func (c *simulatedChain) FilterLogs(_ context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	visible, err := c.enter("FilterLogs")
	if err != nil {
		return nil, err
	}
	from, to := uint64(0), uint64(0)
	if q.BlockHash != nil {
		found := false
		for _, b := range visible {
			if b.header.Hash() == *q.BlockHash {
				from, to, found = b.header.Number.Uint64(), b.header.Number.Uint64(), true
			}
		}
		if !found {
			return nil, errors.New("unknown block")
		}
	} else {
		from, to = q.FromBlock.Uint64(), q.ToBlock.Uint64()
		if c.maxRange > 0 && to-from+1 > c.maxRange {
			return nil, errTooLarge
		}
	}
	var out []types.Log
	for n := from; n <= to && n < uint64(len(visible)); n++ {
		for _, l := range visible[n].logs {
			for _, a := range q.Addresses {
				if l.Address == a {
					out = append(out, l)
				}
			}
		}
	}
	return out, nil
}

// open opens a view of the chain on a file system.
func (c *simulatedChain) open(fs vfs.FS) *chain.View {
	c.t.Helper()
	v, err := chain.Open("view", chain.Config{ChainID: chainID, Contracts: addresses, MaxRange: 100}, chain.Deps{
		Source: c, FS: fs, TooLarge: func(err error) bool { return errors.Is(err, errTooLarge) },
		Logger: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return v
}

func (c *simulatedChain) created(id, metadata string) types.Log {
	return c.event(addresses.StreamRegistry, &contracts.StreamRegistryMetaData, "StreamCreated", id, metadata)
}

func (c *simulatedChain) deleted(id string) types.Log {
	return c.event(addresses.StreamRegistry, &contracts.StreamRegistryMetaData, "StreamDeleted", id)
}

func (c *simulatedChain) permitted(id string, user common.Address, publishUntil *big.Int) types.Log {
	return c.event(addresses.StreamRegistry, &contracts.StreamRegistryMetaData, "PermissionUpdated",
		id, user, false, false, publishUntil, new(big.Int), false)
}

func (c *simulatedChain) staked(id string, amount int64) types.Log {
	return c.event(addresses.StoreManager, &contracts.StoreManagerMetaData, "StoreUpdated", id, true, big.NewInt(amount))
}

func (c *simulatedChain) captured(id string, fees int64) types.Log {
	return c.event(addresses.StoreManager, &contracts.StoreManagerMetaData, "DataStored", id, big.NewInt(fees), big.NewInt(1))
}

func (c *simulatedChain) queryStaked(a common.Address, amount int64) types.Log {
	return c.event(addresses.QueryManager, &contracts.QueryManagerMetaData, "Stake", a, big.NewInt(amount))
}

var forever = new(big.Int).SetBytes(common.MaxHash[:])

func userOf(name string) common.Address { return common.BytesToAddress(crypto.Keccak256([]byte(name))) }

func streamOf(owner common.Address, path string) string {
	return fmt.Sprintf("%#x%s", owner, path)
}
