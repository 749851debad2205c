package tx

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/logstore/logstore/message"
)

func TestSendWaitsForConfirmations(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{Confirmations: 2})
		var hashes []common.Hash
		done := send(t.Context(), s, Call{To: plain, Value: coin, Sent: func(h common.Hash) { hashes = append(hashes, h) }})
		waits(t, done)
		for range 3 { // the receipt's block and two on top
			waits(t, done)
			w.commit()
			time.Sleep(time.Second)
		}
		r := succeeded(t, done)
		if !slices.Equal(hashes, []common.Hash{r.TxHash}) || w.balance(plain).Cmp(coin) != 0 {
			t.Errorf("hashes %v, receipt of %v, balance %v", hashes, r.TxHash, w.balance(plain))
		}
		if len(s.open) != 0 {
			t.Errorf("%d transactions still open", len(s.open))
		}
	})
}

func TestCostIsNotExceeded(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		call := Call{To: plain, Value: coin}
		cost, err := s.Estimate(t.Context(), call)
		if err != nil {
			t.Fatal(err)
		}
		before := w.balance(w.from)
		done := send(t.Context(), s, call)
		w.commit()
		r := succeeded(t, done)
		paid := before.Sub(before, w.balance(w.from))
		if paid.Cmp(cost.Total) > 0 || r.GasUsed > cost.Gas || cost.GasExpected != r.GasUsed {
			t.Errorf("paid %v and %d gas, promised at most %+v", paid, r.GasUsed, cost)
		}
		if sum := new(big.Int).Add(cost.MaxFee, coin); sum.Cmp(cost.Total) != 0 || cost.ExpectedFee.Cmp(cost.MaxFee) >= 0 {
			t.Errorf("%+v does not add up", cost)
		}
	})
}

func TestRefusedCallIsNotSent(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		data, err := parsedABI(t).Errors["error_stakeTooLow"].Inputs.Pack(big.NewInt(1), big.NewInt(5))
		if err != nil {
			t.Fatal(err)
		}
		id := parsedABI(t).Errors["error_stakeTooLow"].ID
		call := Call{To: mirror, Data: append(id[:4:4], data...), What: "stake on a stream"}
		_, err = s.Send(t.Context(), call)
		var revert *RevertError
		if !errors.As(err, &revert) || revert.Name != "error_stakeTooLow" {
			t.Fatalf("error %v", err)
		}
		if want := "stake on a stream: execution reverted: error_stakeTooLow(have 1, need 5)"; err.Error() != want {
			t.Errorf("error %q, want %q", err, want)
		}
		if _, again := s.Estimate(t.Context(), call); again == nil || again.Error() != err.Error() {
			t.Errorf("Estimate says %v", again)
		}
		if len(w.back.broadcasts()) != 0 {
			t.Error("it was sent")
		}
	})
}

func TestInsufficientFunds(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		have := w.balance(w.from)
		for name, value := range map[string]*big.Int{
			"more than there is":       new(big.Int).Add(have, big.NewInt(1)),
			"nothing left for the fee": have,
		} {
			_, err := s.Send(t.Context(), Call{To: plain, Value: value, What: "mint"})
			var funds *InsufficientFundsError
			if !errors.As(err, &funds) || !errors.Is(err, ErrInsufficientFunds) {
				t.Fatalf("%s: %v", name, err)
			}
			if funds.Have.Cmp(have) != 0 || funds.Need.Cmp(have) <= 0 || !strings.Contains(err.Error(), "mint: insufficient funds: "+w.from.Hex()) {
				t.Errorf("%s: %v", name, err)
			}
		}
		// Enough for each alone, not for both: the node knows.
		half := new(big.Int).Div(new(big.Int).Mul(have, big.NewInt(6)), big.NewInt(10))
		first := send(t.Context(), s, Call{To: plain, Value: half})
		_, err := s.Send(t.Context(), Call{To: plain, Value: half})
		if !errors.Is(err, ErrInsufficientFunds) || !strings.Contains(err.Error(), "of which other transactions that wait need some") {
			t.Errorf("second of two: %v", err)
		}
		w.commit()
		if r := succeeded(t, first); r.Status != types.ReceiptStatusSuccessful {
			t.Error("the first failed")
		}
		// Its nonce was given back.
		third := send(t.Context(), s, Call{To: plain})
		w.commit()
		succeeded(t, third)
	})
}

func TestManyAtOnceGetConsecutiveNonces(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		const many = 12
		var all []chan result
		for range many {
			all = append(all, send(t.Context(), s, Call{To: plain, Value: big.NewInt(1)}))
		}
		sent := w.back.broadcasts()
		w.commit()
		for _, done := range all {
			succeeded(t, done)
		}
		var nonces []uint64
		for _, tx := range sent {
			nonces = append(nonces, tx.Nonce())
		}
		for i := range uint64(many) {
			if !slices.Contains(nonces, i) {
				t.Fatalf("nonces %v, want 0…%d", nonces, many-1)
			}
		}
		if got := w.balance(plain); got.Int64() != many {
			t.Errorf("%v of %d arrived", got, many)
		}
	})
}

// The dry runs of both pass, as neither is mined; then one spoils the other.
func TestFailureInTheBlockIsExplained(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		first := send(t.Context(), s, Call{To: once, What: "first"})
		second := send(t.Context(), s, Call{To: once, What: "second"})
		w.commit()
		succeeded(t, first)
		r := <-second
		var failed *FailedError
		var revert *RevertError
		if !errors.As(r.err, &failed) || !errors.As(r.err, &revert) || revert.Name != "error_taken" || r.receipt == nil || failed.Receipt != r.receipt {
			t.Fatalf("%v, %v", r.receipt, r.err)
		}
		if text := r.err.Error(); !strings.HasPrefix(text, "second: transaction 0x") || !strings.HasSuffix(text, "failed in block 1: execution reverted: error_taken") {
			t.Errorf("error %q", text)
		}
	})
}

func TestCreatesContracts(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		// Returns the code that follows it.
		creation := append(common.FromHex("6010600c60003960106000f3"), mirrorCode...)
		done := send(t.Context(), s, Call{Create: true, Data: creation, What: "deploy"})
		w.commit()
		r := succeeded(t, done)
		if r.ContractAddress != crypto.CreateAddress(w.from, 0) {
			t.Fatalf("made at %v", r.ContractAddress)
		}
		_, err := s.Estimate(t.Context(), Call{To: r.ContractAddress, Data: []byte{1}})
		if err == nil || err.Error() != "execution reverted: unknown error 0x01" {
			t.Errorf("the contract says %v", err)
		}
	})
}

func TestChainWithoutBaseFee(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		w.back.price = big.NewInt(5e9)
		s := w.sender(Config{})
		done := send(t.Context(), s, Call{To: plain, Value: coin})
		if sent := w.back.broadcasts(); sent[0].Type() != types.LegacyTxType || sent[0].GasPrice().Int64() != 5e9 {
			t.Errorf("sent type %d at %v", sent[0].Type(), sent[0].GasPrice())
		}
		time.Sleep(31 * time.Second)
		if sent := w.back.broadcasts(); len(sent) != 2 || sent[1].GasPrice().Int64() != 5_625_000_000 {
			t.Errorf("sent %d times", len(sent))
		}
		w.commit()
		succeeded(t, done)
	})
}

func TestFeeLimit(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		_, err := w.sender(Config{MaxFeeWei: big.NewInt(1)}).Send(t.Context(), Call{To: plain})
		if !errors.Is(err, ErrFeeTooHigh) || !strings.Contains(err.Error(), "the limit is 1: wait or raise it") {
			t.Errorf("error %v", err)
		}
		// The limit is above the base fee (0.875 gwei) and below what would be offered.
		limit := big.NewInt(1e9)
		s := w.sender(Config{MaxFeeWei: limit})
		done := send(t.Context(), s, Call{To: plain})
		time.Sleep(5 * time.Minute)
		for _, tx := range w.back.broadcasts() {
			if tx.GasFeeCap().Cmp(limit) > 0 || tx.GasTipCap().Cmp(limit) > 0 {
				t.Errorf("offered %v, tip %v", tx.GasFeeCap(), tx.GasTipCap())
			}
		}
		w.commit()
		succeeded(t, done)
	})
}

func TestNodeWithoutTips(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		w.back.noTip = true
		done := send(t.Context(), w.sender(Config{}), Call{To: plain})
		w.commit()
		succeeded(t, done)
	})
}

func TestOtherKeysCannotSend(t *testing.T) {
	t.Parallel()
	signer, err := message.NewP256Signer([32]byte{31: 7})
	if err != nil {
		t.Fatal(err)
	}
	s := New(nil, p256{signer}, nil, Config{})
	if _, err := s.Estimate(t.Context(), Call{}); err == nil || !strings.Contains(err.Error(), "33 bytes") {
		t.Errorf("error %v", err)
	}
}

type p256 struct{ message.Signer }

func (p256) SignDigest([32]byte) ([]byte, error) { return nil, errors.New("not a secp256k1 key") }

func TestEndOfContext(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		_, err := s.Send(ctx, Call{To: plain, Value: coin, What: "pay"})
		var pending *PendingError
		if !errors.As(err, &pending) || !errors.Is(err, context.DeadlineExceeded) || !pending.Sent || !strings.Contains(err.Error(), pending.Hash.Hex()) {
			t.Fatalf("error %v", err)
		}
		w.commit()
		if r, err := w.back.TransactionReceipt(t.Context(), pending.Hash); err != nil || r.Status != 1 {
			t.Errorf("receipt %v, %v", r, err)
		}
		// Before it was sent, there is nothing to look up.
		_, err = s.Send(ctx, Call{To: plain})
		if err == nil || errors.As(err, new(*PendingError)) {
			synctest.Wait()
			t.Errorf("error %v", err)
		}
	})
}
