package devchain

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strconv"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/tracers"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native" // callTracer and its kin, for debug_trace*
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/version"
)

// maxMine bounds how many blocks one evm_mine makes.
const maxMine = 1000

// apis are what JSON-RPC clients can call. Of what go-ethereum offers, the
// namespaces that change the node (admin, miner, most of debug) are left out: any
// web page may call this server.
func apis(backend *eth.Ethereum, p *producer, events *eventAPI) []rpc.API {
	var list []rpc.API
	for _, api := range backend.APIs() {
		switch api.Namespace {
		case "eth", "txpool":
			list = append(list, api)
		}
	}
	return append(list,
		rpc.API{Namespace: "eth", Service: events},
		rpc.API{Namespace: "debug", Service: traceAPI{tracers.NewAPI(backend.APIBackend), nil}},
		rpc.API{Namespace: "web3", Service: web3API{}},
		rpc.API{Namespace: "net", Service: netAPI{strconv.FormatUint(p.eth.BlockChain().Config().ChainID.Uint64(), 10)}},
		rpc.API{Namespace: "evm", Service: &evmAPI{p}},
	)
}

// traceAPI is go-ethereum's debug_trace* without the methods that read and write
// files: a method that two embedded types have is a method of neither.
type traceAPI struct {
	*tracers.API
	withFiles
}

// withFiles lists the methods to leave out.
type withFiles interface {
	TraceBlockFromFile()
	StandardTraceBlockToFile()
	StandardTraceBadBlockToFile()
}

// netAPI is of a node without a network; go-ethereum's own waits for one.
type netAPI struct{ id string }

// Version is the network id, here the chain id, in decimal.
func (a netAPI) Version() string { return a.id }

// Listening is true: what clients want to know is whether the node works.
func (netAPI) Listening() bool { return true }

// PeerCount is always zero.
func (netAPI) PeerCount() hexutil.Uint { return 0 }

type web3API struct{}

// ClientVersion names the program, go-ethereum's version and Go's.
func (web3API) ClientVersion() string {
	return fmt.Sprintf("logstore-devnet/go-ethereum-v%d.%d.%d/%s-%s/%s", version.Major, version.Minor, version.Patch, runtime.GOOS, runtime.GOARCH, runtime.Version())
}

// Sha3 is Keccak-256.
func (web3API) Sha3(input hexutil.Bytes) hexutil.Bytes { return crypto.Keccak256(input) }

// evmAPI has the methods of anvil and hardhat that tests use to move time and to
// undo blocks, with the same names, arguments and results.
type evmAPI struct{ p *producer }

// Mine makes a block, or as many as the options say.
func (a *evmAPI) Mine(ctx context.Context, options *mineOptions) (string, error) {
	if options == nil {
		options = new(mineOptions)
	}
	blocks := uint64(1)
	if options.Blocks != nil {
		blocks = uint64(*options.Blocks)
	}
	if blocks > maxMine {
		return "", fmt.Errorf("%d blocks at once: at most %d", blocks, maxMine)
	}
	if options.Timestamp != nil {
		if err := a.SetNextBlockTimestamp(*options.Timestamp); err != nil {
			return "", err
		}
	}
	for range blocks {
		if _, err := a.p.mine(ctx); err != nil {
			return "", err
		}
	}
	return "0x0", nil
}

// IncreaseTime moves the time of all blocks to come and returns by how many seconds
// it has been moved altogether.
func (a *evmAPI) IncreaseTime(seconds quantity) (int64, error) {
	a.p.mu.Lock()
	defer a.p.mu.Unlock()
	total, err := a.p.clock.increase(uint64(seconds))
	if err != nil {
		return 0, err
	}
	return total, a.p.saveOffset()
}

// SetNextBlockTimestamp sets the time of the next block; time goes on from there.
func (a *evmAPI) SetNextBlockTimestamp(timestamp quantity) error {
	a.p.mu.Lock()
	defer a.p.mu.Unlock()
	return a.p.clock.setNext(uint64(timestamp), a.p.eth.BlockChain().CurrentBlock().Time)
}

// Snapshot remembers the latest block and the time, for [evmAPI.Revert].
func (a *evmAPI) Snapshot() hexutil.Uint64 { return hexutil.Uint64(a.p.snapshot()) }

// Revert undoes all blocks after a snapshot and forgets the snapshot and the ones
// after it. It returns false if there is no such snapshot.
func (a *evmAPI) Revert(ctx context.Context, id quantity) (bool, error) {
	err := a.p.revert(ctx, uint64(id))
	if errors.Is(err, errNoSnapshot) {
		return false, nil
	}
	return err == nil, err
}

// quantity is a number as clients write it: a JSON number, or a string with a
// decimal or 0x-prefixed hexadecimal number.
type quantity uint64

func (q *quantity) UnmarshalJSON(raw []byte) error {
	text := string(bytes.TrimSpace(raw))
	if len(text) > 0 && text[0] == '"' {
		if err := json.Unmarshal(raw, &text); err != nil {
			return err
		}
	}
	base := 10
	if len(text) > 2 && text[:2] == "0x" {
		text, base = text[2:], 16
	}
	n, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		return fmt.Errorf("%.40q is not a whole number from 0 to 2^64-1, decimal or hexadecimal with 0x", text)
	}
	*q = quantity(n)
	return nil
}

// mineOptions are evm_mine's: the block's time alone, or an object.
type mineOptions struct {
	Timestamp *quantity `json:"timestamp"`
	Blocks    *quantity `json:"blocks"`
}

func (o *mineOptions) UnmarshalJSON(raw []byte) error {
	if len(raw) > 0 && raw[0] != '{' {
		return json.Unmarshal(raw, &o.Timestamp)
	}
	type plain mineOptions
	return json.Unmarshal(raw, (*plain)(o))
}
