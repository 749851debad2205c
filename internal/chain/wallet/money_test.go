package wallet_test

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/chain/wallet"
	"github.com/logstore/logstore/internal/chaintest"
)

func TestPrices(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	p, err := w.Prices(testContext(t))
	if err != nil {
		t.Fatal(err)
	}
	if !is(p.WeiPerByte, 1e9) || !is(p.Multiplier, 1) || !is(p.Price, 1e9) || !is(p.MinimumDeposit, 0) {
		t.Errorf("prices %+v", p)
	}
	usd, err := w.USDPerCoin(testContext(t))
	if err != nil || usd.Cmp(big.NewRat(1, 2)) != 0 {
		t.Errorf("a coin costs %v dollars, %v", usd, err)
	}
}

// The price feed counts as far as it is young enough.
func TestOldPricesAreRefused(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	cfg := configFor(t, chain, chain.User)
	cfg.MaxPriceAge = time.Hour
	cfg.Now = func() time.Time { return time.Now().Add(100 * 365 * 24 * time.Hour) }
	w := open(t, cfg)
	if _, err := w.USDPerCoin(testContext(t)); !errors.Is(err, wallet.ErrStalePrice) {
		t.Errorf("a price from a hundred years ago: %v", err)
	}
	if _, err := w.Rates(testContext(t), true); !errors.Is(err, wallet.ErrStalePrice) {
		t.Errorf("rates with dollars: %v", err)
	}
	rates, err := w.Rates(testContext(t), false)
	if err != nil || rates.USD != nil || !is(rates.Wei, 1e9) {
		t.Errorf("rates without dollars: %+v, %v", rates, err)
	}
	cfg.Network.Contracts.PriceFeed = common.Address{}
	if _, err := open(t, cfg).USDPerCoin(testContext(t)); !errors.Is(err, wallet.ErrNoPriceFeed) {
		t.Errorf("without a feed: %v", err)
	}
}

// Whole units are bought; what does not pay for one comes back.
func TestMint(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	before := balances(t, w)
	done, err := w.Mint(testContext(t), big.NewInt(123_456_789_012))
	if err != nil {
		t.Fatal(err)
	}
	after := balances(t, w)
	if !is(done.Minted(), 123) || !is(after.LSAN, 123) {
		t.Errorf("minted %v, have %v, want 123", done.Minted(), after.LSAN)
	}
	paid := new(big.Int).Sub(before.Coin, after.Coin)
	if paid.Sub(paid, done.Fee()); !is(paid, 123e9) {
		t.Errorf("paid %v wei besides the fee %v, want 123e9", paid, done.Fee())
	}
	if p := done.Plan; len(p.Steps) != 1 || !is(p.Coin, 123_456_789_012) || p.LSAN.Sign() != 0 {
		t.Errorf("plan %+v", p)
	}
	if p := done.Plan; done.Fee().Cmp(p.Fee) > 0 || p.Expected.Cmp(p.Fee) > 0 || done.Fee().Sign() <= 0 {
		t.Errorf("the fee was %v, expected %v, at most %v", done.Fee(), p.Expected, p.Fee)
	}
}

// setPrices makes the owner of the token set its prices.
func setPrices(t *testing.T, chain *chaintest.Chain, calls ...[]byte) {
	t.Helper()
	sender := configFor(t, chain, chain.Owner).Sender
	for _, data := range calls {
		if _, err := sender.Send(testContext(t), tx.Call{To: chain.Network.Contracts.LSAN, Data: data, What: "set"}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMintBelowTheMinimum(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	for _, wei := range []*big.Int{nil, big.NewInt(0), big.NewInt(999_999_999)} {
		if _, err := w.Mint(testContext(t), wei); !errors.Is(err, wallet.ErrTooLittle) || !strings.Contains(err.Error(), "1000000000 wei") {
			t.Errorf("%v wei: %v", wei, err)
		}
	}
	token := contracts.NewLSAN()
	setPrices(t, chain, token.PackSetMultipler(big.NewInt(3)))
	if _, err := w.Mint(testContext(t), big.NewInt(2e9)); !errors.Is(err, wallet.ErrTooLittle) || !strings.Contains(err.Error(), "3000000000 wei") {
		t.Errorf("less than price(): %v", err)
	}
	setPrices(t, chain, token.PackSetMinimumDeposit(big.NewInt(5e9)))
	if _, err := w.Mint(testContext(t), big.NewInt(4e9)); !errors.Is(err, wallet.ErrTooLittle) || !strings.Contains(err.Error(), "5000000000 wei") {
		t.Errorf("less than the minimum deposit: %v", err)
	}
	if n := nonce(t, chain, chain.User.Address); n != 0 {
		t.Errorf("%d transactions were sent", n)
	}
	if done, err := w.Mint(testContext(t), big.NewInt(9e9)); err != nil || !is(done.Minted(), 3) {
		t.Errorf("at three times the price: %v", err)
	}
}

// An approval is exact, is made only where it is needed, and leaves nothing behind.
func TestApprovalIsExact(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	mint(t, w, 1000)
	allowance := func() *big.Int {
		token, at := contracts.NewLSAN(), chain.Network.Contracts
		out, err := chain.Client().CallContract(testContext(t), callTo(at.LSAN, token.PackAllowance(chain.User.Address, at.QueryManager)), nil)
		if err != nil {
			t.Fatal(err)
		}
		n, err := token.UnpackAllowance(out)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	done, err := w.StakeQuery(testContext(t), big.NewInt(50))
	if err != nil {
		t.Fatal(err)
	}
	if len(done.Plan.Steps) != 2 || !done.Plan.Steps[1].Assumed || done.Plan.Steps[0].Assumed || !is(done.Plan.LSAN, 50) {
		t.Errorf("plan %+v", done.Plan)
	}
	if used := done.Last().GasUsed; used > done.Plan.Steps[1].Gas {
		t.Errorf("the stake took %d gas, %d was assumed", used, done.Plan.Steps[1].Gas)
	}
	if n := allowance(); n.Sign() != 0 {
		t.Errorf("an allowance of %v is left", n)
	}
	if b := balances(t, w); !is(b.QueryStake, 50) || !is(b.LSAN, 950) {
		t.Errorf("balances %+v", b)
	}

	// An allowance that suffices is used, and the stake can be tried out.
	approve := contracts.NewLSAN().PackApprove(chain.Network.Contracts.QueryManager, big.NewInt(100))
	if _, err := configFor(t, chain, chain.User).Sender.Send(testContext(t), tx.Call{To: chain.Network.Contracts.LSAN, Data: approve}); err != nil {
		t.Fatal(err)
	}
	if done, err = w.StakeQuery(testContext(t), big.NewInt(60)); err != nil || len(done.Plan.Steps) != 1 || done.Plan.Steps[0].Assumed {
		t.Errorf("with an allowance: %+v, %v", done, err)
	}
	// What is left of it does not suffice for the next.
	if done, err = w.StakeQuery(testContext(t), big.NewInt(60)); err != nil || len(done.Plan.Steps) != 2 {
		t.Errorf("with too small an allowance: %+v, %v", done, err)
	}
	if n := allowance(); n.Sign() != 0 {
		t.Errorf("an allowance of %v is left", n)
	}
}

func callTo(to common.Address, data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &to, Data: data}
}

// Nothing is sent unless it was confirmed.
func TestConfirm(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	cfg := configFor(t, chain, chain.User)
	var seen *wallet.Plan
	answer := errors.New("too dear")
	cfg.Confirm = func(_ context.Context, p *wallet.Plan) error { seen = p; return answer }
	var sent []common.Hash
	cfg.Sent = func(_ wallet.Step, hash common.Hash) { sent = append(sent, hash) }
	var progress []wallet.Receipt
	cfg.Progress = func(_ wallet.Step, r wallet.Receipt) { progress = append(progress, r) }
	w := open(t, cfg)
	if _, err := w.Mint(testContext(t), big.NewInt(5e9)); !errors.Is(err, answer) {
		t.Errorf("refused plan: %v", err)
	}
	if n := nonce(t, chain, chain.User.Address); n != 0 || len(sent) != 0 {
		t.Errorf("%d transactions were sent", n)
	}
	if seen == nil || seen.What != "mint 5 base units of LSAN for 5000000000 wei" || seen.Fee.Sign() <= 0 {
		t.Errorf("plan %+v", seen)
	}
	answer = nil
	done, err := w.Mint(testContext(t), big.NewInt(5e9))
	if err != nil {
		t.Fatal(err)
	}
	if len(sent) != 1 || len(progress) != 1 || sent[0] != done.Last().Hash || progress[0].Hash != sent[0] {
		t.Errorf("sent %v, progress %v, done %v", sent, progress, done.Receipts)
	}
}

func TestWhatIsMissing(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	mint(t, w, 10)
	var funds *wallet.FundsError
	if _, err := w.StakeQuery(testContext(t), big.NewInt(11)); !errors.As(err, &funds) || funds.What != "LSAN" || !is(funds.Need, 11) || !is(funds.Have, 10) {
		t.Errorf("more LSAN than there is: %v", err)
	}
	much := new(big.Int).Mul(big.NewInt(20_000), big.NewInt(1e18))
	if _, err := w.Mint(testContext(t), much); !errors.As(err, &funds) || funds.What != "coin" || funds.Need.Cmp(much) != 0 {
		t.Errorf("more coin than there is: %v", err)
	}
	// All of the coin leaves nothing for the fee.
	all := balances(t, w).Coin
	if _, err := w.Mint(testContext(t), all); !errors.Is(err, wallet.ErrInsufficientFunds) {
		t.Errorf("all of the coin: %v", err)
	}
	for _, amount := range []*big.Int{nil, big.NewInt(0), big.NewInt(-1)} {
		if _, err := w.StakeQuery(testContext(t), amount); !errors.Is(err, wallet.ErrTooLittle) {
			t.Errorf("%v base units: %v", amount, err)
		}
	}
	reader := configFor(t, chain, chain.User)
	reader.Sender = nil
	if _, err := open(t, reader).Mint(testContext(t), big.NewInt(1e9)); !errors.Is(err, wallet.ErrNoKey) {
		t.Errorf("without a key: %v", err)
	}
}

func TestWrongChainOrAddress(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	cfg := configFor(t, chain, chain.User)
	cfg.Backend = chain.Client() // which belongs to no network
	cfg.Network.ChainID = 137
	if _, err := open(t, cfg).Prices(testContext(t)); !errors.Is(err, wallet.ErrWrongChain) || !strings.Contains(err.Error(), "chain 31337") {
		t.Errorf("wrong chain: %v", err)
	}
	cfg = configFor(t, chain, chain.User)
	cfg.Network.Contracts.LSAN = chain.Other.Address
	w := open(t, cfg)
	_, readErr := w.Prices(testContext(t))
	_, mintErr := w.Mint(testContext(t), big.NewInt(1e9))
	for _, err := range []error{readErr, mintErr, w.Check(testContext(t))} {
		if !errors.Is(err, wallet.ErrNoContract) || !strings.Contains(err.Error(), "there is no contract LSAN at "+chain.Other.Address.Hex()+" on chain 31337: wrong network or address; see chain.network, chain.contracts") {
			t.Errorf("no contract: %v", err)
		}
	}
	cfg.Network.Contracts.LSAN = common.Address{}
	if err := open(t, cfg).Check(testContext(t)); !errors.Is(err, wallet.ErrNoContract) || !strings.Contains(err.Error(), "the network devnet has no LSAN") {
		t.Errorf("no address: %v", err)
	}
	// A contract, but another one.
	cfg.Network.Contracts.LSAN = chain.Network.Contracts.QueryManager
	if _, err := open(t, cfg).Prices(testContext(t)); err == nil {
		t.Error("prices of something else were read")
	}
	if n := nonce(t, chain, chain.User.Address); n != 0 {
		t.Errorf("%d transactions were sent", n)
	}
}

// What only the contract can know comes back with its reason.
func TestRefusalsAreExplained(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	setPrices(t, chain, contracts.NewLSAN().PackPause())
	_, err := walletOf(t, chain, chain.User).Mint(testContext(t), big.NewInt(1e9))
	if !errors.Is(err, wallet.ErrReverted) || !strings.Contains(err.Error(), "EnforcedPause (the token is paused)") {
		t.Errorf("mint while paused: %v", err)
	}
	var refusal *wallet.RevertedError
	if !errors.As(err, &refusal) || refusal.Reason != "EnforcedPause" {
		t.Errorf("refusal %+v", refusal)
	}
	if n := nonce(t, chain, chain.User.Address); n != 0 {
		t.Errorf("%d transactions were sent", n)
	}
}
