package logstore

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/chain/wallet"
	"github.com/logstore/logstore/message"
)

// NetworkConfig says which network it is about and as whom.
type NetworkConfig struct {
	// Name of the network: "devnet", "polygon" or "amoy".
	Name string
	// RPC are the JSON-RPC addresses of its chain, the preferred first. Empty: those
	// known for the network.
	RPC []string
	// Quorum is how many of them must give the same answer. 0: one suffices.
	Quorum int
	// Contracts are addresses ("0x…") that differ from the network's own, by the
	// contract's name: LSAN, NodeManager, StoreManager, QueryManager, ReportManager,
	// StreamRegistry, StreamStorageRegistry, NodeRegistry, PriceFeed.
	Contracts map[string]string
	// Key of the account. nil: nothing can be sent, and /paths have no owner. It must
	// be able to sign digests ([message.DigestSigner]), as [Key] is.
	Key message.Signer

	// Confirm is shown what an operation is about to send and what it costs; its error
	// ends the operation before anything is sent. nil confirms everything.
	Confirm func(context.Context, *Plan) error
	// Sent is told the hash of each transaction when it is sent, and again when it is
	// sent with higher fees; Progress about each that is done. nil is told nothing.
	Sent     func(step PlanStep, hash string)
	Progress func(PlanStep, Transaction)
	// Logger of endpoints that fail and recover, and of transactions that take long.
	// nil: none.
	Logger *slog.Logger
	// Now is the clock. nil: time.Now.
	Now func() time.Time
}

// Network is one account's view of a LogStore network: what it has on the chain and
// what it can do there. All methods may be used by many goroutines at once, but the
// operations of one account are made one after the other.
//
// Amounts are integers: wei of the chain's native coin, and base units of LSAN, of
// which one pays for one byte of storage at multiplier 1 and 1e18 show as "1 LSAN" in
// a wallet. [Network.Convert] goes between them, bytes and US dollars.
//
// Streams are named as in [Client]; "/path" is one of the account's own.
type Network struct {
	wallet *wallet.Wallet
	pool   *rpcpool.Pool
	signer message.Signer
}

// OpenNetwork connects to the chain of a network and makes sure that it is the right
// one: the chain has the network's id, and there is a token contract. The errors are
// [ErrInvalid], [ErrWrongChain], [ErrNoContract] and [ErrChainUnavailable]. Close the
// Network after use.
func OpenNetwork(ctx context.Context, cfg NetworkConfig) (*Network, error) {
	network, err := lookupNetwork(cfg)
	if err != nil {
		return nil, err
	}
	pool, err := rpcpool.New(rpcpool.Config{URLs: network.RPC, ChainID: network.ChainID, Quorum: cfg.Quorum, Logger: cfg.Logger})
	if err != nil {
		return nil, fmt.Errorf("%w: network %s: %w", ErrInvalid, network.Name, err)
	}
	n, err := newNetwork(ctx, cfg, network, pool)
	if err != nil {
		pool.Close()
		return nil, err
	}
	return n, nil
}

func newNetwork(ctx context.Context, cfg NetworkConfig, network contracts.Network, pool *rpcpool.Pool) (*Network, error) {
	w := wallet.Config{Backend: pool, Network: network, Now: cfg.Now}
	if confirm := cfg.Confirm; confirm != nil {
		w.Confirm = func(ctx context.Context, p *wallet.Plan) error { return confirm(ctx, planOf(p)) }
	}
	if sent := cfg.Sent; sent != nil {
		w.Sent = func(s wallet.Step, hash common.Hash) { sent(stepOf(s), hash.Hex()) }
	}
	if progress := cfg.Progress; progress != nil {
		w.Progress = func(s wallet.Step, r wallet.Receipt) { progress(stepOf(s), transactionOf(r)) }
	}
	if cfg.Key != nil {
		account, err := accountOf(cfg.Key)
		if err != nil {
			return nil, err
		}
		w.Account = account
		sender, err := newSender(cfg, network, pool)
		if err != nil {
			return nil, err
		}
		w.Sender = sender
	}
	n := &Network{pool: pool, signer: cfg.Key}
	var err error
	if n.wallet, err = wallet.New(w); err != nil {
		return nil, err
	}
	if err := n.wallet.Check(ctx); err != nil {
		return nil, err
	}
	return n, nil
}

// accountOf is the Ethereum account of a key.
func accountOf(key message.Signer) (common.Address, error) {
	if id := key.UserID(); id.IsAddress() && key.SignatureType() == message.SignatureSecp256k1EVM {
		return common.BytesToAddress([]byte(id)), nil
	}
	return common.Address{}, invalidf("Key: a key of type %v has no account on the chain; want one of an Ethereum account", key.SignatureType())
}

// lookupNetwork finds the network and puts the configuration's addresses in.
func lookupNetwork(cfg NetworkConfig) (contracts.Network, error) {
	network, err := contracts.Lookup(cfg.Name)
	if err != nil {
		return network, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	var addresses []string
	for name, address := range cfg.Contracts {
		addresses = append(addresses, name+"="+address)
	}
	slices.Sort(addresses)
	if err := network.Override(cfg.RPC, addresses); err != nil {
		return network, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return network, nil
}

// Close ends the connections. Operations that run end with an error.
func (n *Network) Close() error {
	n.pool.Close()
	return nil
}

// Name returns the name of the network.
func (n *Network) Name() string { return n.wallet.Network().Name }

// ChainID returns the id of the network's chain.
func (n *Network) ChainID() uint64 { return n.wallet.Network().ChainID }

// ExplorerURL is where a transaction can be looked at, "" if the network has no such
// site.
func (n *Network) ExplorerURL(hash string) string {
	site := n.wallet.Network().Explorer
	if site == "" {
		return ""
	}
	return strings.TrimSuffix(site, "/") + "/tx/" + hash
}

// Account returns the address of the account with its checksum, or "" without a key.
func (n *Network) Account() string {
	if n.signer == nil {
		return ""
	}
	return n.wallet.Account().Hex()
}

// StreamID returns the full name of a stream.
func (n *Network) StreamID(name string) (string, error) {
	id, err := n.stream(name)
	return string(id), err
}

func (n *Network) stream(name string) (message.StreamID, error) {
	id, err := n.wallet.Stream(name)
	if err != nil && !errors.Is(err, ErrNoKey) {
		err = fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return id, err
}

// address reads an address, "" being the account's own.
func (n *Network) address(text string) (common.Address, error) {
	if text == "" {
		if n.signer == nil {
			return common.Address{}, fmt.Errorf("whose? %w: name an address", ErrNoKey)
		}
		return n.wallet.Account(), nil
	}
	id, err := message.ParseUserID(text)
	if err != nil || !id.IsAddress() {
		return common.Address{}, invalidf("%q is no address; want 0x and 40 hex digits", text)
	}
	return common.BytesToAddress([]byte(id)), nil
}

// newSender makes the transactions of a key. Development chains make a block for every
// transaction and none besides, so there nothing comes on top of it.
func newSender(cfg NetworkConfig, network contracts.Network, pool *rpcpool.Pool) (*tx.Sender, error) {
	signer, ok := cfg.Key.(message.DigestSigner)
	if !ok {
		return nil, invalidf("Key: it cannot sign transactions; want a Key, or a message.DigestSigner")
	}
	errs, err := wallet.Errors()
	if err != nil {
		return nil, err
	}
	c := tx.Config{Confirmations: 3, Logger: cfg.Logger}
	if network.ChainID == developmentChain {
		c.Confirmations, c.PollInterval = 0, 50*time.Millisecond
	}
	return tx.New(pool, signer, errs, c), nil
}

const developmentChain = 31337
