package tx

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"go.uber.org/goleak"

	"github.com/logstore/logstore/message"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m,
		// Of the simulated chain: one set for the whole process, and one that ends late.
		goleak.IgnoreTopFunction("github.com/ethereum/go-ethereum/core.(*txSenderCacher).cache"),
		goleak.IgnoreTopFunction("github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain"))
}

var (
	// mirror reverts with its call data, and takes calls without any.
	mirror     = common.Address{0: 0xc0, 19: 1}
	mirrorCode = common.FromHex("36600557005b36600060003736" + "6000fd")
	// once takes one call, and refuses all later ones with error_taken().
	once = common.Address{0: 0xc0, 19: 2}
	// plain is an account without code.
	plain = common.Address{0: 0xc0, 19: 3}
	coin  = big.NewInt(1e18) // wei
)

const testABI = `[
 {"type":"error","name":"error_taken","inputs":[]},
 {"type":"error","name":"error_stakeTooLow","inputs":[{"name":"have","type":"uint256"},{"name":"need","type":"uint256"}]},
 {"type":"error","name":"error_mixed","inputs":[{"name":"who","type":"address"},{"name":"id","type":"bytes32"},{"name":"note","type":"string"},{"name":"raw","type":"bytes"},{"name":"","type":"bool"},{"name":"list","type":"uint16[]"}]}
]`

func parsedABI(t testing.TB) abi.ABI {
	t.Helper()
	a, err := abi.JSON(strings.NewReader(testABI))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// world is a chain in this process, and an account with 100 coins. The chain runs
// outside of the bubble in which a test has its own time: the sender's polls and
// patience cost nothing, and blocks are made when the test says so.
type world struct {
	t       *testing.T
	chain   *simulated.Backend
	client  simulated.Client
	key     *ecdsa.PrivateKey
	from    common.Address
	back    *faultyBackend
	outside chan func()
	done    chan struct{}
	busy    sync.Mutex // one errand at a time
}

// inWorld runs a test in a bubble, on a chain of its own.
func inWorld(t *testing.T, f func(t *testing.T, w *world)) {
	t.Helper()
	t.Parallel()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, key: key, from: crypto.PubkeyToAddress(key.PublicKey), outside: make(chan func()), done: make(chan struct{})}
	id := parsedABI(t).Errors["error_taken"].ID
	code := append(common.FromHex("600054600c576001600055005b63"), id[:4]...)
	code = append(code, common.FromHex("60e01b60005260046000fd")...)
	w.chain = simulated.NewBackend(types.GenesisAlloc{
		w.from: {Balance: new(big.Int).Mul(coin, big.NewInt(100))},
		mirror: {Code: mirrorCode, Balance: new(big.Int)},
		once:   {Code: code, Balance: new(big.Int)},
	})
	w.client = w.chain.Client()
	w.back = &faultyBackend{Backend: (*gateway)(w)}
	var running sync.WaitGroup
	running.Go(func() {
		for errand := range w.outside {
			errand()
			w.done <- struct{}{}
		}
	})
	t.Cleanup(func() {
		close(w.outside)
		running.Wait()
		if err := w.chain.Close(); err != nil {
			t.Error(err)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		w.t = t
		f(t, w)
	})
}

// do runs something outside of the bubble. Waiting for it does not let time pass.
func (w *world) do(f func()) {
	w.busy.Lock()
	defer w.busy.Unlock()
	w.outside <- f
	<-w.done
}

func (w *world) commit() (hash common.Hash) {
	synctest.Wait() // for what the sender was about to send
	w.do(func() { hash = w.chain.Commit() })
	return hash
}

func (w *world) fork(at common.Hash) {
	w.do(func() {
		if err := w.chain.Fork(at); err != nil {
			w.t.Error(err)
		}
	})
}

func (w *world) sender(cfg Config) *Sender {
	w.t.Helper()
	signer, err := message.NewEVMSigner([32]byte(crypto.FromECDSA(w.key)))
	if err != nil {
		w.t.Fatal(err)
	}
	return New(w.back, signer, NewErrors(parsedABI(w.t)), cfg)
}

type result struct {
	receipt *types.Receipt
	err     error
}

// send starts a Send and returns when it waits for time to pass, or is done.
func send(ctx context.Context, s *Sender, call Call) chan result {
	done := make(chan result, 1)
	go func() {
		r, err := s.Send(ctx, call)
		done <- result{r, err}
	}()
	synctest.Wait()
	return done
}

func waits(t *testing.T, done <-chan result) {
	t.Helper()
	synctest.Wait()
	select {
	case r := <-done:
		t.Fatalf("done too early: %v, %v", r.receipt, r.err)
	default:
	}
}

// succeeded waits for the end of a Send.
func succeeded(t *testing.T, done <-chan result) *types.Receipt {
	t.Helper()
	r := <-done
	if r.err != nil {
		t.Fatal(r.err)
	}
	return r.receipt
}

func (w *world) balance(of common.Address) *big.Int {
	w.t.Helper()
	b, err := (*gateway)(w).BalanceAt(w.t.Context(), of, nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return b
}

// gateway is the chain as seen from inside of the bubble.
type gateway world

func errand[T any](g *gateway, f func(ctx context.Context, c simulated.Client) (T, error)) (v T, err error) {
	(*world)(g).do(func() { v, err = f(context.Background(), g.client) })
	return v, err
}

func (g *gateway) ChainID(context.Context) (*big.Int, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (*big.Int, error) { return c.ChainID(ctx) })
}
func (g *gateway) HeaderByNumber(_ context.Context, n *big.Int) (*types.Header, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (*types.Header, error) { return c.HeaderByNumber(ctx, n) })
}
func (g *gateway) BalanceAt(_ context.Context, a common.Address, n *big.Int) (*big.Int, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (*big.Int, error) { return c.BalanceAt(ctx, a, n) })
}
func (g *gateway) NonceAt(_ context.Context, a common.Address, n *big.Int) (uint64, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (uint64, error) { return c.NonceAt(ctx, a, n) })
}
func (g *gateway) PendingNonceAt(_ context.Context, a common.Address) (uint64, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (uint64, error) { return c.PendingNonceAt(ctx, a) })
}
func (g *gateway) CallContract(_ context.Context, m ethereum.CallMsg, n *big.Int) ([]byte, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) ([]byte, error) { return c.CallContract(ctx, m, n) })
}
func (g *gateway) EstimateGas(_ context.Context, m ethereum.CallMsg) (uint64, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (uint64, error) { return c.EstimateGas(ctx, m) })
}
func (g *gateway) SuggestGasPrice(context.Context) (*big.Int, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (*big.Int, error) { return c.SuggestGasPrice(ctx) })
}
func (g *gateway) SuggestGasTipCap(context.Context) (*big.Int, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (*big.Int, error) { return c.SuggestGasTipCap(ctx) })
}
func (g *gateway) SendTransaction(_ context.Context, t *types.Transaction) error {
	_, err := errand(g, func(ctx context.Context, c simulated.Client) (struct{}, error) {
		return struct{}{}, c.SendTransaction(ctx, t)
	})
	return err
}
func (g *gateway) TransactionReceipt(_ context.Context, h common.Hash) (*types.Receipt, error) {
	return errand(g, func(ctx context.Context, c simulated.Client) (*types.Receipt, error) {
		return c.TransactionReceipt(ctx, h)
	})
}

// faultyBackend is a real chain behind simulated faults.
type faultyBackend struct {
	Backend
	mu      sync.Mutex
	swallow bool // takes transactions and forgets them
	sendErr error
	lost    bool     // hands transactions on, but the answer is lost
	blind   bool     // has no receipts
	price   *big.Int // of gas, on a chain without a base fee
	noTip   bool     // does not know the question for the tip
	sent    []*types.Transaction
	pending func(uint64) uint64 // changes what PendingNonceAt says
	asked   error               // answers reads with it
}

var errLine = errors.New("simulated: connection reset")

// chainError is an answer of a node, simulated.
type chainError struct {
	text string
	data any
}

func (e chainError) Error() string  { return e.text }
func (e chainError) ErrorCode() int { return -32000 }
func (e chainError) ErrorData() any { return e.data }

func (b *faultyBackend) set(change func(*faultyBackend)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	change(b)
}

func (b *faultyBackend) broadcasts() []*types.Transaction {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]*types.Transaction(nil), b.sent...)
}

func (b *faultyBackend) SendTransaction(ctx context.Context, t *types.Transaction) error {
	b.mu.Lock()
	b.sent = append(b.sent, t)
	swallow, err, lost := b.swallow, b.sendErr, b.lost
	b.mu.Unlock()
	switch {
	case err != nil:
		return err
	case swallow:
		return nil
	case lost:
		_ = b.Backend.SendTransaction(ctx, t)
		return errLine
	}
	return b.Backend.SendTransaction(ctx, t)
}

func (b *faultyBackend) TransactionReceipt(ctx context.Context, h common.Hash) (*types.Receipt, error) {
	b.mu.Lock()
	blind := b.blind
	b.mu.Unlock()
	if blind {
		return nil, ethereum.NotFound
	}
	return b.Backend.TransactionReceipt(ctx, h)
}

func (b *faultyBackend) PendingNonceAt(ctx context.Context, a common.Address) (uint64, error) {
	n, err := b.Backend.PendingNonceAt(ctx, a)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pending != nil {
		n = b.pending(n)
	}
	return n, err
}

func (b *faultyBackend) NonceAt(ctx context.Context, a common.Address, block *big.Int) (uint64, error) {
	b.mu.Lock()
	err := b.asked
	b.mu.Unlock()
	if err != nil {
		return 0, err
	}
	return b.Backend.NonceAt(ctx, a, block)
}

func (b *faultyBackend) HeaderByNumber(ctx context.Context, n *big.Int) (*types.Header, error) {
	h, err := b.Backend.HeaderByNumber(ctx, n)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.price != nil && err == nil {
		h.BaseFee = nil
	}
	return h, err
}

func (b *faultyBackend) SuggestGasPrice(ctx context.Context) (*big.Int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.price != nil {
		return new(big.Int).Set(b.price), nil
	}
	return b.Backend.SuggestGasPrice(ctx)
}

func (b *faultyBackend) SuggestGasTipCap(ctx context.Context) (*big.Int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.noTip {
		return nil, chainError{text: "the method eth_maxPriorityFeePerGas does not exist/is not available"}
	}
	return b.Backend.SuggestGasTipCap(ctx)
}
