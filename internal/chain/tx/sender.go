package tx

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/message"
)

// Signer signs for an account. A [message.DigestSigner] is one.
type Signer interface {
	// UserID is the account's address, 20 bytes.
	UserID() message.UserID
	// SignDigest returns r ‖ s ‖ v with v 27 or 28.
	SignDigest(digest [32]byte) ([]byte, error)
}

// Backend is the way to the chain. An rpcpool.Pool and an ethclient.Client are one.
type Backend interface {
	ChainID(ctx context.Context) (*big.Int, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	BalanceAt(ctx context.Context, account common.Address, number *big.Int) (*big.Int, error)
	NonceAt(ctx context.Context, account common.Address, number *big.Int) (uint64, error)
	PendingNonceAt(ctx context.Context, account common.Address) (uint64, error)
	CallContract(ctx context.Context, msg ethereum.CallMsg, number *big.Int) ([]byte, error)
	EstimateGas(ctx context.Context, msg ethereum.CallMsg) (uint64, error)
	SuggestGasPrice(ctx context.Context) (*big.Int, error)
	SuggestGasTipCap(ctx context.Context) (*big.Int, error)
	SendTransaction(ctx context.Context, tx *types.Transaction) error
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Config says how careful and how patient a Sender is. The zero value has the defaults.
type Config struct {
	// Confirmations are blocks on top of the receipt's block. 0: the receipt suffices.
	Confirmations uint64
	// BumpAfter is how long a transaction may wait before it is sent again with higher
	// fees, and how long an endpoint may refuse to be reached for the first sending.
	// 0: 30 s.
	BumpAfter time.Duration
	// MaxFeeWei bounds what one gas may cost, tip included. nil: no bound.
	MaxFeeWei *big.Int
	// PollInterval is the time between looks for the receipt. 0: 1 s.
	PollInterval time.Duration
	// Logger of transactions that are sent again. Default: none.
	Logger *slog.Logger
}

// Call is what a transaction does.
type Call struct {
	To common.Address
	// Create makes a contract, Data being its creation code. To is ignored.
	Create bool
	Data   []byte
	Value  *big.Int // wei; nil is 0
	// What it does in a few words, for errors and logs: "mint LSAN".
	What string
	// Sent, if not nil, is called with the hash when the transaction is sent, and
	// again for every version of it with higher fees.
	Sent func(common.Hash)
}

func (c Call) value() *big.Int {
	if c.Value == nil {
		return new(big.Int)
	}
	return c.Value
}

func (c Call) message(from common.Address) ethereum.CallMsg {
	msg := ethereum.CallMsg{From: from, To: &c.To, Data: c.Data, Value: c.Value}
	if c.Create {
		msg.To = nil
	}
	return msg
}

// failed puts what was tried in front of an error.
func (c Call) failed(err error) error {
	if c.What == "" {
		return err
	}
	return fmt.Errorf("%s: %w", c.What, err)
}

// Cost is what a transaction costs. Amounts are in wei.
type Cost struct {
	GasExpected  uint64   // that the dry run used
	Gas          uint64   // the limit, a fifth more
	MaxFeePerGas *big.Int // tip included; the gas price on chains without a base fee
	TipPerGas    *big.Int
	ExpectedFee  *big.Int // with the gas of the dry run at today's price
	MaxFee       *big.Int // that can be taken without a replacement
	Total        *big.Int // MaxFee and the value: what the account must have
}

// Sender makes transactions of one account. It is safe for concurrent use.
type Sender struct {
	backend Backend
	signer  Signer
	errs    *Errors
	cfg     Config
	from    common.Address

	turn chan struct{} // holds one token while nobody hands in a new transaction

	mu      sync.Mutex // protects what follows
	chainID *big.Int
	next    uint64                        // nonce after the highest that was taken, 0: none yet
	used    time.Time                     // when next was set
	open    map[uint64]*types.Transaction // sent and not known to be mined, by nonce
}

// New makes a sender. errs may be nil.
func New(b Backend, s Signer, errs *Errors, cfg Config) *Sender {
	if errs == nil {
		errs = NewErrors()
	}
	if cfg.BumpAfter <= 0 {
		cfg.BumpAfter = 30 * time.Second
	}
	if cfg.PollInterval <= 0 {
		cfg.PollInterval = time.Second
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	sender := &Sender{
		backend: b, signer: s, errs: errs, cfg: cfg, from: common.BytesToAddress([]byte(s.UserID())),
		turn: make(chan struct{}, 1), open: map[uint64]*types.Transaction{},
	}
	sender.turn <- struct{}{}
	return sender
}

// From is the account.
func (s *Sender) From() common.Address { return s.from }

// Estimate runs a call on the latest state and tells what it costs as a transaction.
// Errors: [RevertError] if the contract refuses it, [InsufficientFundsError],
// ErrFeeTooHigh, or those of the backend.
func (s *Sender) Estimate(ctx context.Context, call Call) (Cost, error) {
	p, err := s.plan(ctx, call)
	if err != nil {
		return Cost{}, call.failed(err)
	}
	return p.cost(), nil
}

// Send makes a transaction of a call and waits until it is confirmed. Besides the
// errors of Estimate there are [PendingError] when ctx ends before that, [FailedError]
// (with the receipt) when it was mined and refused, and [ReplacedError].
func (s *Sender) Send(ctx context.Context, call Call) (*types.Receipt, error) {
	p, err := s.plan(ctx, call)
	if err != nil {
		return nil, call.failed(err)
	}
	f, err := s.launch(ctx, p)
	if err != nil {
		return nil, call.failed(err)
	}
	receipt, err := s.wait(ctx, f)
	if err != nil {
		return receipt, call.failed(err)
	}
	return receipt, nil
}

// mostGas is what a transaction may have, whatever the block has: EIP-7825.
const mostGas = 1 << 24

// plan is a transaction without a nonce.
type plan struct {
	call    Call
	chainID *big.Int
	fees    fees
	used    uint64   // gas of the dry run
	gas     uint64   // limit
	have    *big.Int // balance
}

func (p plan) cost() Cost {
	c := Cost{GasExpected: p.used, Gas: p.gas, MaxFeePerGas: p.fees.max, TipPerGas: p.fees.tip}
	c.ExpectedFee = new(big.Int).Mul(new(big.Int).SetUint64(p.used), p.fees.expected())
	c.MaxFee = new(big.Int).Mul(new(big.Int).SetUint64(p.gas), p.fees.max)
	c.Total = new(big.Int).Add(c.MaxFee, p.call.value())
	return c
}

// plan makes the dry run.
func (s *Sender) plan(ctx context.Context, call Call) (p plan, err error) {
	if n := len(s.signer.UserID()); n != common.AddressLength {
		return p, fmt.Errorf("the key belongs to a user id of %d bytes: only an Ethereum account (20 bytes) can make transactions", n)
	}
	p.call = call
	if p.chainID, err = s.chain(ctx); err != nil {
		return p, err
	}
	if p.have, err = s.backend.BalanceAt(ctx, s.from, nil); err != nil {
		return p, fmt.Errorf("read the balance of %s: %w", s.from, err)
	}
	if p.call.value().Cmp(p.have) > 0 {
		return p, &InsufficientFundsError{Account: s.from, Need: p.call.value(), Have: p.have}
	}
	var head *types.Header
	if p.fees, head, err = s.market(ctx); err != nil {
		return p, err
	}
	msg := call.message(s.from)
	if p.used, err = s.backend.EstimateGas(ctx, msg); err != nil {
		return p, s.explain(ctx, msg, nil, err)
	}
	// The state may be another one when it is mined. Unused gas costs nothing.
	p.gas = min(p.used+p.used/5, max(p.used, min(mostGas, head.GasLimit)))
	if total := p.cost().Total; total.Cmp(p.have) > 0 {
		return p, &InsufficientFundsError{Account: s.from, Need: total, Have: p.have}
	}
	return p, nil
}

// explain decodes the refusal of a dry run. Some nodes send the data of a revert only
// with a call, not with an estimate.
func (s *Sender) explain(ctx context.Context, msg ethereum.CallMsg, block *big.Int, err error) error {
	r := s.errs.find(err)
	switch {
	case r == nil:
		return fmt.Errorf("dry run: %w", err)
	case len(r.Data) == 0:
		_, err := s.backend.CallContract(ctx, msg, block)
		if better := s.errs.find(err); better != nil {
			r = better
		}
	}
	return r
}

func (s *Sender) chain(ctx context.Context) (*big.Int, error) {
	s.mu.Lock()
	id := s.chainID
	s.mu.Unlock()
	if id != nil {
		return id, nil
	}
	id, err := s.backend.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask for the chain id: %w", err)
	}
	s.mu.Lock()
	s.chainID = id
	s.mu.Unlock()
	return id, nil
}

// sign makes a transaction of a plan.
func (s *Sender) sign(p plan, nonce uint64) (*types.Transaction, error) {
	var to *common.Address
	if !p.call.Create {
		to = &p.call.To
	}
	var inner types.TxData = &types.DynamicFeeTx{
		ChainID: p.chainID, Nonce: nonce, GasTipCap: p.fees.tip, GasFeeCap: p.fees.max,
		Gas: p.gas, To: to, Value: p.call.value(), Data: p.call.Data,
	}
	if p.fees.base == nil {
		inner = &types.LegacyTx{Nonce: nonce, GasPrice: p.fees.max, Gas: p.gas, To: to, Value: p.call.value(), Data: p.call.Data}
	}
	unsigned, rules := types.NewTx(inner), types.LatestSignerForChainID(p.chainID)
	sig, err := s.signer.SignDigest(rules.Hash(unsigned))
	if err != nil {
		return nil, fmt.Errorf("sign the transaction: %w", err)
	}
	if len(sig) != 65 || sig[64] < 27 {
		return nil, fmt.Errorf("sign the transaction: the signer returned %d bytes, expected r, s and v", len(sig))
	}
	sig[64] -= 27
	signed, err := unsigned.WithSignature(rules, sig)
	if err != nil {
		return nil, fmt.Errorf("sign the transaction: %w", err)
	}
	if from, err := types.Sender(rules, signed); err != nil || from != s.from {
		return nil, fmt.Errorf("sign the transaction: the signature is of %s, not of %s", from, s.from)
	}
	return signed, nil
}
