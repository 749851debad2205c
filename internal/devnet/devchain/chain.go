package devchain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"
)

// ErrInUse: another process, or another chain of this one, has the data directory.
var ErrInUse = errors.New("the data directory is in use")

// Config of a chain.
type Config struct {
	// ChainID, 0 for [DefaultChainID].
	ChainID uint64
	// Alloc has the accounts with money and the contracts that exist from the
	// beginning. It must not change until the chain is closed.
	Alloc types.GenesisAlloc
	// DataDir keeps the chain; empty keeps it in memory only. It is created.
	DataDir string
	// Listen is the host:port of JSON-RPC, HTTP and WebSocket on the same port. Port
	// 0 takes a free one.
	Listen string
	// GasLimit of a block, 0 for [DefaultGasLimit]. A transaction cannot have more
	// than 2^24 whatever the block has (EIP-7825).
	GasLimit uint64
	// IdleBlocks makes an empty block whenever none was made for this long. 0 makes
	// blocks for transactions only.
	IdleBlocks time.Duration
	// Logger gets go-ethereum's lines at debug level, its errors at warn. nil discards.
	Logger *slog.Logger
	// Now is the clock, nil for time.Now.
	Now func() time.Time
}

// Chain that runs. Its methods can be called at the same time.
type Chain struct {
	url    string
	client *ethclient.Client
	// closers undo what Start did, the last first.
	closers  []func() error
	closing  sync.Once
	closeErr error
}

// Start starts a chain, and returns when JSON-RPC answers. The chain runs until
// Close; ctx is for the start only. Errors: [ErrOtherGenesis], [ErrInUse], and what
// the network and the file system say.
func Start(ctx context.Context, cfg Config) (_ *Chain, err error) {
	if cfg.ChainID == 0 {
		cfg.ChainID = DefaultChainID
	}
	if cfg.GasLimit == 0 {
		cfg.GasLimit = DefaultGasLimit
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if err := checkAlloc(cfg.Alloc); err != nil {
		return nil, err
	}
	c := new(Chain)
	defer func() {
		if err != nil {
			err = errors.Join(err, c.Close())
		}
	}()
	if err := c.start(ctx, cfg); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Chain) start(ctx context.Context, cfg Config) error {
	listeners, err := listen(ctx, cfg.Listen)
	if err != nil {
		return err
	}
	for _, listener := range listeners {
		c.onClose(func() error {
			if err := listener.Close(); !errors.Is(err, net.ErrClosed) {
				return err
			}
			return nil // the server did it
		})
	}
	c.url = "http://" + reachable(listeners[0].Addr())

	unhook := sinks.add(cfg.Logger)
	c.onClose(func() error { unhook(); return nil })
	backend, err := c.openNode(cfg)
	if err != nil {
		return err
	}
	p := &producer{eth: backend, durable: cfg.DataDir != "", log: cfg.Logger, clock: clock{now: cfg.Now}}
	if err := p.recover(ctx); err != nil {
		return err
	}
	if _, err := p.mine(ctx); err != nil {
		return err
	}
	if err := indexed(ctx, backend); err != nil {
		return err
	}
	c.runProducer(p, cfg.IdleBlocks)

	events := newEventAPI(backend.APIBackend, time.Now)
	c.onClose(func() error { events.close(); return nil })
	server, err := newServer(apis(backend, p, events), cfg.Logger)
	if err != nil {
		return err
	}
	c.onClose(server.close)
	c.client = ethclient.NewClient(rpc.DialInProc(server.rpc))
	c.onClose(func() error { c.client.Close(); return nil })
	server.serve(listeners)
	return ctx.Err()
}

// openNode opens the chain's database and what works on it. go-ethereum's node and
// network are put together, but never started: nothing of them is needed, and
// started they leave goroutines and files behind.
func (c *Chain) openNode(cfg Config) (*eth.Ethereum, error) {
	nodeConfig, err := nodeConfig(cfg)
	if err != nil {
		return nil, err
	}
	stack, err := node.New(nodeConfig)
	if errors.Is(err, node.ErrDatadirUsed) {
		return nil, fmt.Errorf("%w: another devnet runs with %s; stop it or name another directory", ErrInUse, nodeConfig.DataDir)
	}
	if err != nil {
		return nil, fmt.Errorf("open EVM node: %w", err)
	}
	c.onClose(func() error {
		if err := stack.Close(); err != nil {
			return fmt.Errorf("close EVM database: %w", err)
		}
		return nil
	})
	backend, err := eth.New(stack, ethConfig(cfg))
	var mismatch *core.GenesisMismatchError
	if errors.As(err, &mismatch) {
		return nil, otherGenesis(nodeConfig.DataDir, err)
	}
	if err != nil {
		return nil, fmt.Errorf("open EVM chain: %w", err)
	}
	c.onClose(func() error {
		// What eth.New started; its own Stop waits for what Start would have.
		backend.Downloader().Terminate()
		backend.BlobCache().Stop()
		err := closePool(backend.TxPool())
		backend.BlockChain().Stop()
		rawdb.PopUncleanShutdownMarker(backend.ChainDb())
		if err = errors.Join(err, backend.Engine().Close()); err != nil {
			return fmt.Errorf("stop EVM chain: %w", err)
		}
		return nil
	})
	return backend, nil
}

// closePool closes the pool after it has looked at the last block. It does that in the
// background, where Close does not wait for it, and the database would be gone.
func closePool(pool *txpool.TxPool) error {
	// Waiting once may take the turn before the last block's; who is first is random.
	for range 8 {
		if err := pool.Sync(); err != nil {
			return err
		}
	}
	return pool.Close()
}

// nodeConfig has no network and no keys.
func nodeConfig(cfg Config) (*node.Config, error) {
	key, err := crypto.GenerateKey()
	if err != nil {
		return nil, fmt.Errorf("generate node key: %w", err)
	}
	n := &node.Config{
		Name:                "evm",
		AllowUnprotectedTxs: true, // well-known contracts are deployed with such
		DBEngine:            rawdb.DBPebble,
		Logger:              nodeLogger(cfg.Logger),
		// Nothing is in there, but go-ethereum insists on the directory and would
		// leave a temporary one behind when killed.
		KeyStoreDir: os.TempDir(),
		P2P:         p2p.Config{PrivateKey: key, NoDiscovery: true, NoDial: true}, // never started
	}
	if cfg.DataDir != "" {
		if n.DataDir, err = filepath.Abs(cfg.DataDir); err != nil {
			return nil, fmt.Errorf("data directory %s: %w", cfg.DataDir, err)
		}
		n.KeyStoreDir = n.DataDir
	}
	return n, nil
}

// ethConfig is an archive node with small caches. It keeps tries by hash and writes
// each block's at once: then whatever the process does, the state of a block that is
// on disk is as well.
func ethConfig(cfg Config) *ethconfig.Config {
	e := ethconfig.Defaults
	e.Genesis = genesis(cfg)
	e.NetworkId = cfg.ChainID
	e.SyncMode = ethconfig.FullSync
	e.StateScheme = rawdb.HashScheme
	e.NoPruning = true
	e.Preimages = false
	e.DatabaseCache, e.DatabaseHandles = 32, 256
	e.TrieCleanCache, e.TrieDirtyCache, e.SnapshotCache = 32, 0, 0
	e.TransactionHistory = 0 // look-up by hash for all
	e.LogNoHistory = true    // logs are found by reading blocks, as is quick enough here
	e.Miner.GasCeil = cfg.GasLimit
	e.Miner.GasPrice = big.NewInt(1)
	e.TxPool.PriceLimit = 1
	e.TxPool.NoLocals = true
	e.TxPool.Journal = ""
	e.TxPool.AccountSlots, e.TxPool.GlobalSlots = 10_000, 100_000
	e.TxPool.AccountQueue, e.TxPool.GlobalQueue = 10_000, 100_000
	e.BlobPool.Datadir = "" // in memory
	e.RPCTxFeeCap = 0       // no limit: the money is free
	return &e
}

// indexed waits until go-ethereum has looked whether transactions can be found by
// hash. Until then it answers the question for an unknown one with an error. It takes
// a millisecond, and there is no way to be told.
func indexed(ctx context.Context, backend *eth.Ethereum) error {
	poll := time.NewTicker(time.Millisecond)
	defer poll.Stop()
	for !backend.BlockChain().TxIndexDone() {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-poll.C:
		}
	}
	return nil
}

// runProducer lets blocks be made until Close.
func (c *Chain) runProducer(p *producer, idle time.Duration) {
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { p.run(ctx, idle) })
	c.onClose(func() error {
		cancel()
		running.Wait()
		return nil
	})
}

// reachable is the address for a program on this machine to connect to.
func reachable(a net.Addr) string {
	if tcp, ok := a.(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		return net.JoinHostPort("127.0.0.1", strconv.Itoa(tcp.Port))
	}
	return a.String()
}

func (c *Chain) onClose(f func() error) { c.closers = append(c.closers, f) }

// URL of JSON-RPC, as "http://127.0.0.1:PORT". With ws:// it is that of WebSocket.
func (c *Chain) URL() string { return c.url }

// Client calls the chain without a network between. It works until Close.
func (c *Chain) Client() *ethclient.Client { return c.client }

// Close stops the chain and waits until everything has stopped. Calls that run are
// given two seconds. It can be called again, with the same result.
func (c *Chain) Close() error {
	c.closing.Do(func() {
		var errs []error
		for i := len(c.closers) - 1; i >= 0; i-- {
			errs = append(errs, c.closers[i]())
		}
		c.closeErr = errors.Join(errs...)
	})
	return c.closeErr
}
