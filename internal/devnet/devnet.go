package devnet

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"golang.org/x/sync/errgroup"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/broker"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/deploy"
	"github.com/logstore/logstore/internal/devnet/devchain"
	"github.com/logstore/logstore/internal/keys"
)

// Config of a devnet. The zero value is one that is thrown away, on the usual ports.
type Config struct {
	// DataDir keeps the chain and what the broker stores; "" is a directory that is
	// removed at the end.
	DataDir string
	// RPCListen, HTTPListen, StreamrListen and AdminListen are the addresses of the chain,
	// of the broker's API, of its node in the Streamr network and of its operators'
	// pages, host:port; port 0 takes a free one. "" is the default; the empty
	// AdminListen turns the pages off.
	RPCListen, HTTPListen, StreamrListen, AdminListen string
	Version                                           string
	Logger                                            *slog.Logger // nil discards
	// Ready is called once, when all is up. An error stops the devnet.
	Ready func(Info) error
}

// The default addresses: those of anvil, and of a node.
const (
	DefaultRPCListen  = "127.0.0.1:8545"
	DefaultHTTPListen = "127.0.0.1:7771"
	// DefaultStreamrListen is where clients of the Streamr network enter it.
	DefaultStreamrListen = "127.0.0.1:30300"
)

// Info is what there is to connect to. Its JSON form is that of the ready file; fields
// are added to it, never renamed.
type Info struct {
	ChainID   uint64              `json:"chainId"`
	EVMRPC    string              `json:"evmRpc"`
	Contracts contracts.Addresses `json:"contracts"`
	Accounts  []Account           `json:"accounts"`
	Brokers   []Broker            `json:"brokers"`
	// GraphURL answers the look-ups that clients make in their graph index.
	GraphURL string `json:"graphUrl"`
	DataDir  string `json:"dataDir"`
}

// Account is a funded account of the chain. Its key is known to everybody.
type Account struct {
	Address    common.Address `json:"address"`
	PrivateKey string         `json:"privateKey"`
}

// Broker is a broker of the network.
type Broker struct {
	Address string `json:"address"`
	URL     string `json:"url"`
	// EntryPoint is where clients enter the Streamr network, ws://host:port/#nodeid.
	EntryPoint string `json:"entryPoint"`
}

const (
	fundedAccounts = 10
	ownerIndex     = 10 // the account behind the funded ones owns the contracts
	brokerIndex    = 11
)

// coins of one account, and of those that run the network.
var (
	coin         = new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)
	accountCoins = new(big.Int).Mul(coin, big.NewInt(10_000))
	networkCoins = new(big.Int).Mul(coin, big.NewInt(100_000_000_000))
)

// Run starts a devnet, serves until ctx ends, and stops it. It returns nil after an
// ordinary stop.
func Run(ctx context.Context, cfg Config) (err error) {
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	if cfg.RPCListen == "" {
		cfg.RPCListen = DefaultRPCListen
	}
	if cfg.HTTPListen == "" {
		cfg.HTTPListen = DefaultHTTPListen
	}
	if cfg.StreamrListen == "" {
		cfg.StreamrListen = DefaultStreamrListen
	}
	d := &devnet{cfg: cfg, dir: cfg.DataDir}
	if d.dir == "" {
		if d.dir, err = os.MkdirTemp("", "logstore-devnet-"); err != nil {
			return fmt.Errorf("make a directory for the devnet: %w", err)
		}
		defer func() { err = errors.Join(err, os.RemoveAll(d.dir)) }()
	}
	if d.dir, err = filepath.Abs(d.dir); err != nil {
		return err
	}
	if d.accounts, err = devchain.Accounts(devchain.Mnemonic, brokerIndex+1); err != nil {
		return err
	}
	if d.network, err = contracts.Lookup("devnet"); err != nil {
		return err
	}
	if err := d.startChain(ctx); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.chain.Close()) }()
	return d.serve(ctx)
}

type devnet struct {
	cfg      Config
	dir      string
	accounts []devchain.Account
	network  contracts.Network
	chain    *devchain.Chain
}

func (d *devnet) startChain(ctx context.Context) (err error) {
	alloc := types.GenesisAlloc{}
	for i, a := range d.accounts {
		alloc[a.Address] = types.Account{Balance: accountCoins}
		if i >= fundedAccounts {
			alloc[a.Address] = types.Account{Balance: networkCoins}
		}
	}
	if err := deploy.Genesis(alloc, d.accounts[ownerIndex].Address); err != nil {
		return err
	}
	d.chain, err = devchain.Start(ctx, devchain.Config{
		ChainID: d.network.ChainID, Alloc: alloc, DataDir: filepath.Join(d.dir, "chain"), Listen: d.cfg.RPCListen,
		// Who waits for confirmations, or for a period to pass, must not wait for ever.
		IdleBlocks: 2 * time.Second,
		Logger:     d.cfg.Logger.With(slog.String("part", "devchain")),
	})
	if err != nil {
		return err
	}
	if err := d.initialize(ctx); err != nil {
		return errors.Join(err, d.chain.Close())
	}
	return nil
}

// serve runs the broker on the chain that runs.
func (d *devnet) serve(ctx context.Context) error {
	account := d.accounts[brokerIndex]
	key, err := keyOf(account)
	if err != nil {
		return err
	}
	cfg := config.Default()
	cfg.DataDir = config.Path(filepath.Join(d.dir, "broker"))
	cfg.Key.Private = config.Secret(hex.EncodeToString(account.PrivateKey[:]))
	cfg.HTTP.Listen, cfg.Admin.Listen = d.cfg.HTTPListen, d.cfg.AdminListen
	cfg.HTTP.RateRequests = 0 // whoever develops against it is the only client
	cfg.Streamr.Listen = d.cfg.StreamrListen
	cfg.Chain.Network = d.network.Name
	// A WebSocket announces new blocks, so that nothing waits for the next look.
	cfg.Chain.RPC = []string{"ws" + strings.TrimPrefix(d.chain.URL(), "http")}
	cfg.Chain.Poll = config.Duration(time.Second)
	if err := cfg.Validate(); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	up := make(chan broker.Info, 1)
	b, err := broker.New(cfg, broker.Options{
		Key: key, Version: d.cfg.Version, Logger: d.cfg.Logger,
		Ready: func(info broker.Info) error { up <- info; return nil },
	})
	if err != nil {
		return err
	}
	group.Go(func() error { return b.Run(ctx) })
	group.Go(func() error {
		select {
		case <-ctx.Done():
			return nil
		case info := <-up:
			return d.complete(ctx, key, info)
		}
	})
	return group.Wait()
}

// complete makes the broker a node of the network and tells that all is up.
func (d *devnet) complete(ctx context.Context, key *keys.Key, info broker.Info) error {
	if err := d.join(ctx, key, info.URL); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	out := Info{
		ChainID: d.network.ChainID, EVMRPC: d.chain.URL(), Contracts: d.network.Contracts,
		Brokers: []Broker{{info.Address, info.URL, info.EntryPoint}}, GraphURL: info.URL + "/graphql", DataDir: d.cfg.DataDir,
	}
	for _, a := range d.accounts[:fundedAccounts] {
		out.Accounts = append(out.Accounts, Account{a.Address, "0x" + hex.EncodeToString(a.PrivateKey[:])})
	}
	if d.cfg.Ready == nil {
		return nil
	}
	return d.cfg.Ready(out)
}

func keyOf(a devchain.Account) (*keys.Key, error) {
	return keys.FromHex(hex.EncodeToString(a.PrivateKey[:]))
}
