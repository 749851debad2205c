package tx

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

func tenthMore(old, now *big.Int) bool {
	least := new(big.Int).Mul(old, big.NewInt(1125))
	return new(big.Int).Mul(now, big.NewInt(1000)).Cmp(least) >= 0
}

func TestFeesRiseWhileNothingIsMined(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{BumpAfter: 20 * time.Second})
		var told []common.Hash
		done := send(t.Context(), s, Call{To: plain, Value: coin, Sent: func(h common.Hash) { told = append(told, h) }})
		time.Sleep(19 * time.Second)
		if n := len(w.back.broadcasts()); n != 1 {
			t.Fatalf("sent %d times too early", n)
		}
		time.Sleep(42 * time.Second)
		waits(t, done)
		sent := w.back.broadcasts()
		if len(sent) != 4 || len(told) != 4 {
			t.Fatalf("sent %d times, told of %d", len(sent), len(told))
		}
		for i, tx := range sent[1:] {
			if tx.Nonce() != sent[0].Nonce() || !tenthMore(sent[i].GasFeeCap(), tx.GasFeeCap()) || !tenthMore(sent[i].GasTipCap(), tx.GasTipCap()) {
				t.Errorf("version %d: nonce %d, fee %v → %v, tip %v → %v", i+1, tx.Nonce(), sent[i].GasFeeCap(), tx.GasFeeCap(), sent[i].GasTipCap(), tx.GasTipCap())
			}
		}
		w.commit()
		if r := succeeded(t, done); r.TxHash != sent[3].Hash() {
			t.Errorf("mined %v, want the version with the highest fee", r.TxHash)
		}
		if w.balance(plain).Cmp(coin) != 0 {
			t.Error("it was done more than once")
		}
	})
}

// An older version may be the one that a miner takes.
func TestOlderVersionIsMined(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{BumpAfter: 5 * time.Second})
		done := send(t.Context(), s, Call{To: plain})
		synctest.Wait()
		w.back.set(func(b *faultyBackend) { b.swallow = true }) // the replacement
		time.Sleep(6 * time.Second)
		w.commit()
		if r := succeeded(t, done); r.TxHash != w.back.broadcasts()[0].Hash() || len(w.back.broadcasts()) != 2 {
			t.Errorf("mined %v of %d versions", r.TxHash, len(w.back.broadcasts()))
		}
	})
}

func TestSwallowedTransactionIsSentAgain(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		w.back.swallow = true
		done := send(t.Context(), w.sender(Config{}), Call{To: plain, Value: coin})
		w.commit()
		time.Sleep(5 * time.Second)
		waits(t, done)
		w.back.set(func(b *faultyBackend) { b.swallow = false })
		time.Sleep(30 * time.Second)
		w.commit()
		succeeded(t, done)
	})
}

// Also at the limit of the fee, where nothing can be raised.
func TestSwallowedTransactionAtTheLimit(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		w.back.swallow = true
		done := send(t.Context(), w.sender(Config{MaxFeeWei: big.NewInt(1.1e9)}), Call{To: plain})
		w.back.set(func(b *faultyBackend) { b.swallow = false })
		time.Sleep(31 * time.Second)
		sent := w.back.broadcasts()
		if len(sent) != 2 || sent[0].Hash() != sent[1].Hash() {
			t.Fatalf("sent %d times", len(sent))
		}
		w.commit()
		succeeded(t, done)
	})
}

// The answer is lost, the transaction is not. It must not be made twice.
func TestLostAnswer(t *testing.T) {
	for name, mined := range map[string]bool{"waiting": false, "mined": true} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(t *testing.T, w *world) {
				w.back.lost = true
				done := send(t.Context(), w.sender(Config{}), Call{To: plain, Value: coin})
				waits(t, done)
				if mined {
					w.commit()
				}
				w.back.set(func(b *faultyBackend) { b.lost = false })
				time.Sleep(2 * time.Second)
				if !mined {
					w.commit()
				}
				succeeded(t, done)
				if w.balance(plain).Cmp(coin) != 0 {
					t.Error("it was done more than once")
				}
			})
		})
	}
}

// The same, but the endpoints do not show the receipt yet: nobody can know.
func TestLostAnswerWithoutReceipt(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		w.back.lost = true
		done := send(t.Context(), w.sender(Config{}), Call{To: plain, Value: coin})
		w.commit()
		w.back.set(func(b *faultyBackend) { b.sendErr, b.blind = chainError{text: "nonce too low"}, true })
		r := <-done
		var pending *PendingError
		if !errors.As(r.err, &pending) || pending.Sent || pending.Hash != w.back.broadcasts()[0].Hash() || !strings.Contains(r.err.Error(), "may have been sent or not") {
			t.Fatalf("error %v", r.err)
		}
		if w.balance(plain).Cmp(coin) != 0 {
			t.Error("it was done more than once")
		}
	})
}

func TestEndpointsOutOfReach(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		w.back.sendErr = errLine
		first := send(t.Context(), s, Call{To: plain, Value: big.NewInt(1)})
		second := send(t.Context(), s, Call{To: plain, Value: big.NewInt(2)})
		time.Sleep(20 * time.Second)
		waits(t, first)
		w.back.set(func(b *faultyBackend) { b.sendErr = nil })
		time.Sleep(2 * time.Second)
		w.commit()
		a, b := succeeded(t, first), succeeded(t, second)
		if a.TxHash == b.TxHash || w.balance(plain).Int64() != 3 {
			t.Errorf("balance %v", w.balance(plain))
		}
		// For good: the nonce is given back.
		w.back.set(func(b *faultyBackend) { b.sendErr = errLine })
		start := time.Now()
		_, err := s.Send(t.Context(), Call{To: plain})
		var pending *PendingError
		if !errors.As(err, &pending) || !errors.Is(err, errLine) || pending.Nonce != 2 || time.Since(start) != 30*time.Second {
			t.Fatalf("error %v after %v", err, time.Since(start))
		}
		w.back.set(func(b *faultyBackend) { b.sendErr = nil })
		third := send(t.Context(), s, Call{To: plain})
		w.commit()
		succeeded(t, third)
	})
}

func TestRefusedTransactionGivesItsNonceBack(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		w.back.sendErr = chainError{text: "oversized data"}
		_, err := s.Send(t.Context(), Call{To: plain})
		if err == nil || err.Error() != "send the transaction: oversized data" {
			t.Fatalf("error %v", err)
		}
		w.back.set(func(b *faultyBackend) { b.sendErr = chainError{text: "VM Exception: revert", data: "0x"} })
		if _, err = s.Send(t.Context(), Call{To: plain}); err == nil || err.Error() != "execution reverted without a reason" {
			t.Fatalf("error %v", err)
		}
		w.back.set(func(b *faultyBackend) { b.sendErr = chainError{text: "transaction underpriced"} })
		if _, err = s.Send(t.Context(), Call{To: plain}); err == nil || !strings.Contains(err.Error(), "in 16 tries") {
			t.Fatalf("error %v", err)
		}
		sent := w.back.broadcasts()
		if last := sent[len(sent)-1]; last.Nonce() != 0 || !tenthMore(sent[len(sent)-2].GasTipCap(), last.GasTipCap()) {
			t.Errorf("nonce %d, tip %v", last.Nonce(), last.GasTipCap())
		}
		w.back.set(func(b *faultyBackend) { b.sendErr = nil })
		done := send(t.Context(), s, Call{To: plain})
		w.commit()
		succeeded(t, done)
	})
}

// Another program with the same key, whose transactions the endpoint that is asked for
// the nonce has not noticed.
func TestNonceTakenByAnotherProgram(t *testing.T) {
	for name, mined := range map[string]bool{"waiting": false, "mined": true} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(t *testing.T, w *world) {
				other := w.sender(Config{})
				a := send(t.Context(), other, Call{To: plain, Value: big.NewInt(1)})
				b := send(t.Context(), other, Call{To: plain, Value: big.NewInt(2)})
				if mined {
					w.commit()
				}
				w.back.set(func(b *faultyBackend) { b.pending = func(uint64) uint64 { return 0 } })
				done := send(t.Context(), w.sender(Config{}), Call{To: plain, Value: big.NewInt(2)})
				w.commit()
				for _, d := range []chan result{a, b, done} {
					succeeded(t, d)
				}
				if w.balance(plain).Int64() != 5 {
					t.Errorf("balance %v, want 5", w.balance(plain))
				}
			})
		})
	}
}

func TestPushedOutByAnotherProgram(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		w.back.swallow = true
		done := send(t.Context(), s, Call{To: plain, Value: big.NewInt(1), What: "pay"})
		w.back.set(func(b *faultyBackend) { b.swallow = false })
		other := send(t.Context(), w.sender(Config{}), Call{To: plain, Value: big.NewInt(2)})
		w.commit()
		succeeded(t, other)
		time.Sleep(20 * time.Second)
		waits(t, done) // the endpoints may only be late with the receipt
		time.Sleep(20 * time.Second)
		r := <-done
		var replaced *ReplacedError
		if !errors.As(r.err, &replaced) || replaced.Nonce != 0 || replaced.Hash != w.back.broadcasts()[0].Hash() {
			t.Fatalf("error %v", r.err)
		}
		next := send(t.Context(), s, Call{To: plain})
		w.commit()
		succeeded(t, next)
	})
}

func TestLateReceipts(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		w.back.blind = true
		done := send(t.Context(), w.sender(Config{}), Call{To: plain})
		w.commit()
		time.Sleep(20 * time.Second)
		waits(t, done)
		w.back.set(func(b *faultyBackend) { b.asked = errLine })
		time.Sleep(5 * time.Minute)
		waits(t, done)
		w.back.set(func(b *faultyBackend) { b.blind, b.asked = false, nil })
		succeeded(t, done)
		if n := len(w.back.broadcasts()); n != 1 {
			t.Errorf("sent %d times", n)
		}
	})
}

// What nobody waits for any more must not hold up what comes later.
func TestAbandonedTransactionIsSentAgain(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		w.back.swallow = true
		ctx, cancel := context.WithCancel(t.Context())
		abandoned := send(ctx, s, Call{To: plain, Value: big.NewInt(1)})
		cancel()
		if r := <-abandoned; !errors.Is(r.err, context.Canceled) {
			t.Fatal(r.err)
		}
		w.back.set(func(b *faultyBackend) { b.swallow = false })
		done := send(t.Context(), s, Call{To: plain, Value: big.NewInt(2)})
		w.commit()
		succeeded(t, done)
		if w.balance(plain).Int64() != 3 {
			t.Errorf("balance %v, want 3: both", w.balance(plain))
		}
		next := send(t.Context(), s, Call{To: plain})
		if len(s.open) != 1 {
			t.Errorf("%d transactions are remembered, one is open", len(s.open))
		}
		w.commit()
		succeeded(t, next)
	})
}

// The endpoints forget both of two; the lower one's waiter is slower.
func TestForgottenLowerNonceIsSentAgain(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		w.back.swallow = true
		ctx, cancel := context.WithCancel(t.Context())
		lower := send(ctx, s, Call{To: plain, Value: big.NewInt(1)})
		upper := send(t.Context(), s, Call{To: plain, Value: big.NewInt(2)})
		cancel()
		<-lower
		w.back.set(func(b *faultyBackend) { b.swallow = false })
		time.Sleep(31 * time.Second)
		w.commit()
		succeeded(t, upper)
		if w.balance(plain).Int64() != 3 {
			t.Errorf("balance %v", w.balance(plain))
		}
	})
}

func TestReorganisationThrowsOut(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		root := w.commit()
		s := w.sender(Config{Confirmations: 3})
		done := send(t.Context(), s, Call{To: plain, Value: coin})
		w.commit()
		time.Sleep(2 * time.Second)
		waits(t, done)
		if w.balance(plain).Cmp(coin) != 0 {
			t.Fatal("not mined")
		}
		w.fork(root)
		// The other fork has no transaction of ours, and becomes the longer one.
		for range 4 {
			w.do(func() { w.chain.Rollback(); w.chain.Commit() })
		}
		if head, _ := w.back.HeaderByNumber(t.Context(), nil); head.Number.Int64() != 5 || w.balance(plain).Sign() != 0 {
			t.Fatalf("head %v, balance %v: no reorganisation", head.Number, w.balance(plain))
		}
		time.Sleep(2 * time.Second)
		waits(t, done)
		if n := len(w.back.broadcasts()); n != 2 {
			t.Errorf("sent %d times, want again after the reorganisation", n)
		}
		for range 4 {
			waits(t, done)
			w.commit()
			time.Sleep(2 * time.Second)
		}
		r := succeeded(t, done)
		if r.BlockNumber.Int64() != 6 || w.balance(plain).Cmp(coin) != 0 {
			t.Errorf("block %v, balance %v", r.BlockNumber, w.balance(plain))
		}
	})
}

func TestResetOfTheChainIsNoticed(t *testing.T) {
	inWorld(t, func(t *testing.T, w *world) {
		s := w.sender(Config{})
		s.next, s.used = 40, time.Now()
		ctx, cancel := context.WithCancel(t.Context())
		done := send(ctx, s, Call{To: plain})
		if n := w.back.broadcasts()[0].Nonce(); n != 40 {
			t.Errorf("nonce %d: endpoints that lag are not trusted", n)
		}
		cancel()
		<-done
		s.open = map[uint64]*types.Transaction{}
		time.Sleep(trusted + time.Second)
		second := send(t.Context(), s, Call{To: plain})
		w.commit()
		succeeded(t, second)
	})
}
