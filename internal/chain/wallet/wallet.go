package wallet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/message"
)

// Backend reads the chain; rpcpool.Pool and go-ethereum's client do.
type Backend interface {
	ChainID(ctx context.Context) (*big.Int, error)
	BlockNumber(ctx context.Context) (uint64, error)
	CodeAt(ctx context.Context, account common.Address, number *big.Int) ([]byte, error)
	BalanceAt(ctx context.Context, account common.Address, number *big.Int) (*big.Int, error)
	CallContract(ctx context.Context, call ethereum.CallMsg, number *big.Int) ([]byte, error)
	FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error)
}

// Sender makes transactions of the account; tx.Sender does.
type Sender interface {
	Estimate(ctx context.Context, c tx.Call) (tx.Cost, error)
	Send(ctx context.Context, c tx.Call) (*types.Receipt, error)
}

// Config of a wallet.
type Config struct {
	Backend Backend
	// Sender of the account's transactions, nil to read only.
	Sender Sender
	// Account whose wallet it is. The zero address can only read what belongs to
	// nobody, such as prices.
	Account common.Address
	Network contracts.Network

	// Confirm is shown what an operation is about to do. An error of it is the
	// operation's error, and nothing is sent. nil confirms everything.
	Confirm func(context.Context, *Plan) error
	// Sent is told the hash when a step's transaction is sent, and again when it is sent
	// with higher fees. Progress is told about each step that is done. nil is told
	// nothing.
	Sent     func(Step, common.Hash)
	Progress func(Step, Receipt)
	// MaxPriceAge is how old a price in US dollars may be. 0: 24 hours, and without
	// bound on a development chain, whose feed is set by hand.
	MaxPriceAge time.Duration
	// Now is the clock, nil for time.Now.
	Now func() time.Time
}

// Wallet is an account on a network. Its methods can be used by many goroutines at
// once.
type Wallet struct {
	cfg     Config
	at      contracts.Addresses
	errs    *tx.Errors
	checked atomic.Bool // the chain id was the right one
}

// developmentChain is the chain id of development networks.
const developmentChain = 31337

// New makes a wallet. It does not ask the chain yet.
func New(cfg Config) (*Wallet, error) {
	if cfg.Backend == nil {
		return nil, errors.New("wallet: no backend")
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.MaxPriceAge == 0 && cfg.Network.ChainID != developmentChain {
		cfg.MaxPriceAge = 24 * time.Hour
	}
	errs, err := Errors()
	if err != nil {
		return nil, err
	}
	return &Wallet{cfg: cfg, at: cfg.Network.Contracts, errs: errs}, nil
}

// Account is the address whose wallet it is.
func (w *Wallet) Account() common.Address { return w.cfg.Account }

// Network is where the wallet is.
func (w *Wallet) Network() contracts.Network { return w.cfg.Network }

// owner is the account as the user that streams belong to.
func (w *Wallet) owner() message.UserID {
	if w.cfg.Account == (common.Address{}) {
		return ""
	}
	return message.UserID(w.cfg.Account.Bytes())
}

// Stream reads a stream's name; "/path" is a stream of the account's own.
func (w *Wallet) Stream(name string) (message.StreamID, error) {
	if strings.HasPrefix(name, "/") && w.owner() == "" {
		return "", fmt.Errorf("stream %s: whose? %w; or write the owner's address in front", name, ErrNoKey)
	}
	id, err := message.ParseStreamID(name, w.owner())
	if err != nil {
		return "", fmt.Errorf("stream %q: %w", name, err)
	}
	return id, nil
}

// checkChain makes sure, once, that the endpoint belongs to the network.
func (w *Wallet) checkChain(ctx context.Context) error {
	if w.checked.Load() {
		return nil
	}
	id, err := w.cfg.Backend.ChainID(ctx)
	var wrong *rpcpool.ChainError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%w: %w, which is that of the network %s; see chain.network", ErrWrongChain, wrong, w.cfg.Network.Name)
	}
	if err != nil {
		return fmt.Errorf("ask for the chain id: %w", err)
	}
	if want := new(big.Int).SetUint64(w.cfg.Network.ChainID); id.Cmp(want) != 0 {
		return fmt.Errorf("%w: the RPC endpoint is on chain %v, but the network %s is on chain %v; see chain.network, chain.rpc", ErrWrongChain, id, w.cfg.Network.Name, want)
	}
	w.checked.Store(true)
	return nil
}

// contract is one of the network's contracts.
type contract struct {
	name    string // as in chain.contracts
	address common.Address
}

func (w *Wallet) lsan() contract         { return contract{"LSAN", w.at.LSAN} }
func (w *Wallet) nodeManager() contract  { return contract{"NodeManager", w.at.NodeManager} }
func (w *Wallet) storeManager() contract { return contract{"StoreManager", w.at.StoreManager} }
func (w *Wallet) queryManager() contract { return contract{"QueryManager", w.at.QueryManager} }
func (w *Wallet) streams() contract      { return contract{"StreamRegistry", w.at.StreamRegistry} }

// checkContract makes sure that there is a contract: the EVM takes a call to nowhere,
// and the money with it, for a success.
func (w *Wallet) checkContract(ctx context.Context, c contract) error {
	if err := w.checkChain(ctx); err != nil {
		return err
	}
	if c.address == (common.Address{}) {
		return fmt.Errorf("%w: the network %s has no %s; see chain.network, chain.contracts", ErrNoContract, w.cfg.Network.Name, c.name)
	}
	code, err := w.cfg.Backend.CodeAt(ctx, c.address, nil)
	if err != nil {
		return fmt.Errorf("look for the contract %s: %w", c.name, err)
	}
	if len(code) == 0 {
		return fmt.Errorf("%w %s at %s on chain %d: wrong network or address; see chain.network, chain.contracts", ErrNoContract, c.name, c.address, w.cfg.Network.ChainID)
	}
	return nil
}

// read calls a view function. A call to an address without a contract succeeds with
// an empty answer, so this is where wrong networks show.
func read[T any](ctx context.Context, w *Wallet, c contract, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var zero T
	if err := w.checkChain(ctx); err != nil {
		return zero, err
	}
	if c.address == (common.Address{}) {
		return zero, w.checkContract(ctx, c)
	}
	out, err := w.cfg.Backend.CallContract(ctx, ethereum.CallMsg{From: w.cfg.Account, To: &c.address, Data: data}, nil)
	if err != nil {
		return zero, fmt.Errorf("read %s: %w", c.name, w.explain(err))
	}
	value, err := unpack(out)
	if err != nil {
		if missing := w.checkContract(ctx, c); missing != nil {
			return zero, missing
		}
		return zero, fmt.Errorf("read %s: unexpected answer; is %s the address of this contract? %w", c.name, c.address, err)
	}
	return value, nil
}

// call describes a transaction to a contract.
func (c contract) call(what string, data []byte) tx.Call {
	return tx.Call{To: c.address, Data: data, What: what}
}

// Check makes sure that the endpoint belongs to the network: the chain has its id, and
// the token contract is there.
func (w *Wallet) Check(ctx context.Context) error { return w.checkContract(ctx, w.lsan()) }
