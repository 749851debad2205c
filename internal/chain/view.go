package chain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/contracts"
)

// Source is where the chain is read from. An rpcpool.Pool and an ethclient.Client are
// sources.
type Source interface {
	ChainID(ctx context.Context) (*big.Int, error)
	// HeaderByNumber returns the newest header for nil.
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error)
	CodeAt(ctx context.Context, contract common.Address, block *big.Int) ([]byte, error)
}

// Config says what to look at.
type Config struct {
	// ChainID of the chain.
	ChainID uint64
	// Contracts are the addresses; none of those whose events are read may be zero.
	Contracts contracts.Addresses
	// StartBlock is the block before which there are no events of the contracts.
	StartBlock uint64
	// Poll is the time between looks for a new block, unless [View.Wake] comes before;
	// 0 is 2 s.
	Poll time.Duration
	// MaxRange is the most blocks that are asked for at once while catching up; 0 is
	// 5000. It is lowered when an endpoint refuses a range.
	MaxRange uint64
}

// Deps are what a view works with. Source is needed.
type Deps struct {
	Source Source
	// TooLarge tells a refusal of a range of blocks from other errors of Source.
	TooLarge   func(error) bool
	FS         vfs.FS                // nil is the file system
	Clock      func() time.Time      // nil is time.Now
	Logger     *slog.Logger          // nil discards
	Registerer prometheus.Registerer // nil keeps no metrics
}

// View is what one node knows of the chain. It may be used by many goroutines at once.
type View struct {
	cfg      Config
	d        Deps
	db       *db
	handlers map[event]handler
	metrics  *metrics
	wake     chan struct{} // has room for one

	writing   sync.Mutex // held while the database changes; guards observers and maxRange
	observers []func(Change)
	maxRange  uint64
	checked   bool // the chain is the one that the database is of

	mu     sync.Mutex // guards what follows
	status Status
	begun  uint64        // looks at the chain
	done   uint64        // of them, those that have ended
	ended  chan struct{} // closed and replaced when one ends
}

// Open opens the view in a directory, or begins one there. It does not ask the chain.
func Open(dir string, cfg Config, d Deps) (*View, error) {
	a := cfg.Contracts
	for name, address := range map[string]common.Address{
		"StreamRegistry": a.StreamRegistry, "StoreManager": a.StoreManager, "QueryManager": a.QueryManager, "NodeManager": a.NodeManager,
	} {
		if address == (common.Address{}) {
			return nil, fmt.Errorf("the address of the contract %s is not known; set it with chain.contracts: [%s=0x…]", name, name)
		}
	}
	if cfg.Poll == 0 {
		cfg.Poll = 2 * time.Second
	}
	if cfg.MaxRange == 0 {
		cfg.MaxRange = 5000
	}
	if d.FS == nil {
		d.FS = vfs.Default
	}
	if d.Clock == nil {
		d.Clock = time.Now
	}
	if d.Logger == nil {
		d.Logger = slog.New(slog.DiscardHandler)
	}
	if d.TooLarge == nil {
		d.TooLarge = func(error) bool { return false }
	}
	table, err := handlers(a)
	if err != nil {
		return nil, err
	}
	base, err := openDB(dir, d.FS)
	if err != nil {
		return nil, err
	}
	v := &View{
		cfg: cfg, d: d, db: base, handlers: table, maxRange: cfg.MaxRange,
		wake: make(chan struct{}, 1), ended: make(chan struct{}),
	}
	if err := v.adopt(); err != nil {
		return nil, errors.Join(err, base.p.Close())
	}
	if v.metrics, err = newMetrics(d.Registerer, v); err != nil {
		return nil, errors.Join(err, base.p.Close())
	}
	return v, nil
}

// Close closes the database. Run must have ended.
func (v *View) Close() error {
	v.metrics.unregister()
	if err := v.db.p.Close(); err != nil {
		return fmt.Errorf("close chain view: %w", err)
	}
	return nil
}

// Observe calls f after every change, from one goroutine at a time and in order,
// until the view is closed. What f reads from the view is not older than the change.
func (v *View) Observe(f func(Change)) {
	v.writing.Lock()
	defer v.writing.Unlock()
	v.observers = append(v.observers, f)
}

func (v *View) tell(c Change) {
	if c.empty() {
		return
	}
	for _, f := range v.observers {
		f(c)
	}
}

// Status returns how the view stands to the chain.
func (v *View) Status() Status {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.status
}

// identity is what a database belongs to.
type identity struct {
	Format    int                 `json:"format"`
	ChainID   uint64              `json:"chainId"`
	Contracts contracts.Addresses `json:"contracts"`
	Start     uint64              `json:"start"`
	// First is the hash of the block Start, zero until the chain has been asked.
	First common.Hash `json:"first"`
}

func (v *View) identity() identity {
	a := v.cfg.Contracts
	a.PriceFeed, a.LSAN, a.ReportManager = common.Address{}, common.Address{}, common.Address{} // not read here
	return identity{Format: formatVersion, ChainID: v.cfg.ChainID, Contracts: a, Start: v.cfg.StartBlock}
}

// adopt takes up a database where it was left, or empties it if it is of something
// else.
func (v *View) adopt() error {
	var found identity
	_, err := get(v.db.p, []byte{prefixIdentity}, &found)
	if err != nil {
		return err
	}
	want := v.identity()
	want.First = found.First
	if found != want {
		want.First = common.Hash{}
		return v.clear(want)
	}
	var at Block
	known, err := get(v.db.p, []byte{prefixCursor}, &at)
	v.status.At, v.status.Synced = at, known
	return err
}

// clear empties the database.
func (v *View) clear(id identity) error {
	t := v.db.begin(false)
	defer t.Close()
	if err := t.DeleteRange([]byte{0}, []byte{0xff}, nil); err != nil {
		return err
	}
	if err := t.write([]byte{prefixIdentity}, id); err != nil {
		return err
	}
	if err := t.commit(); err != nil {
		return err
	}
	v.mu.Lock()
	v.status = Status{Err: v.status.Err}
	v.mu.Unlock()
	return nil
}

// cursor returns the newest block that the view knows.
func (v *View) cursor() (b Block, ok bool, err error) {
	ok, err = get(v.db.p, []byte{prefixCursor}, &b)
	return b, ok, err
}

var _ reader = (*pebble.DB)(nil)
