package wallet_test

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/chain/wallet"
)

var lsan = big.NewInt(1e18)

func times(n *big.Int, percent int64) *big.Int {
	return new(big.Int).Quo(new(big.Int).Mul(n, big.NewInt(percent)), big.NewInt(100))
}

func TestNodeLife(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.Rich)
	if _, err := w.Mint(testContext(t), new(big.Int).Mul(times(lsan, 300), big.NewInt(1e9))); err != nil {
		t.Fatal(err)
	}
	stake := func() wallet.NodeStake {
		t.Helper()
		s, err := w.NodeStake(testContext(t), w.Account())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if nodes, err := w.Nodes(testContext(t)); err != nil || len(nodes) != 0 {
		t.Errorf("nodes %v, %v", nodes, err)
	}
	done, err := w.Join(testContext(t), lsan, `{"http":"https://node.example"}`)
	if err != nil {
		t.Fatal(err)
	}
	if used, step := done.Last().GasUsed, done.Plan.Steps[1]; used > step.Gas {
		t.Errorf("joining took %d gas, %d was assumed", used, step.Gas)
	}
	nodes, err := w.Nodes(testContext(t))
	if err != nil || len(nodes) != 1 || nodes[0].Address != w.Account() || nodes[0].URL() != "https://node.example" || nodes[0].Stake.Cmp(lsan) != 0 || !nodes[0].IsStaked {
		t.Errorf("nodes %+v, %v", nodes, err)
	}
	if node, err := w.Node(testContext(t), w.Account()); err != nil || node.URL() != "https://node.example" || !node.IsStaked {
		t.Errorf("node %+v, %v", node, err)
	}

	if _, err := w.StakeNode(testContext(t), times(lsan, 50)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Delegate(testContext(t), times(lsan, 20), w.Account()); err != nil {
		t.Fatal(err)
	}
	if s := stake(); s.Own.Cmp(times(lsan, 120)) != 0 || s.Free.Cmp(times(lsan, 30)) != 0 || len(s.Waiting) != 0 || s.Required.Cmp(lsan) != 0 || s.Unbonding <= 0 {
		t.Errorf("stake %+v", s)
	}
	if _, err := w.Withdraw(testContext(t), times(lsan, 30)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Undelegate(testContext(t), times(lsan, 70), w.Account()); err != nil {
		t.Fatal(err)
	}
	s := stake()
	if s.Own.Cmp(times(lsan, 50)) != 0 || s.Free.Sign() != 0 || len(s.Waiting) != 1 || s.Waiting[0].Amount.Cmp(times(lsan, 70)) != 0 {
		t.Errorf("stake %+v", s)
	}
	if wait := time.Until(s.Waiting[0].Free); wait < s.Unbonding-time.Minute || wait > s.Unbonding+time.Minute {
		t.Errorf("free in %v, want about %v", wait, s.Unbonding)
	}
	if nodes, err := w.Nodes(testContext(t)); err != nil || nodes[0].IsStaked {
		t.Errorf("half of what is required: %+v, %v", nodes, err)
	}
	if _, err := w.Leave(testContext(t)); err != nil {
		t.Fatal(err)
	}
	if s := stake(); s.Own.Sign() != 0 || len(s.Waiting) != 2 {
		t.Errorf("after leaving %+v", s)
	}
	if nodes, err := w.Nodes(testContext(t)); err != nil || len(nodes) != 0 {
		t.Errorf("after leaving %v, %v", nodes, err)
	}
}

func TestNodeRefusals(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	one := big.NewInt(1)
	var funds *wallet.FundsError
	if _, err := w.Withdraw(testContext(t), one); !errors.As(err, &funds) || funds.What != "node stake" {
		t.Errorf("withdraw: %v", err)
	}
	if _, err := w.Undelegate(testContext(t), one, w.Account()); !errors.As(err, &funds) || funds.What != "delegation" {
		t.Errorf("undelegate: %v", err)
	}
	for name, err := range map[string]error{
		"delegate": second(w.Delegate(testContext(t), one, w.Account())),
		"leave":    second(w.Leave(testContext(t))),
		"node":     second(w.Node(testContext(t), w.Account())),
	} {
		if !errors.Is(err, wallet.ErrNoSuchNode) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, bad := range []string{"", "nonsense", "{}", "[]", `{"http":"node.example"}`, `{"http":"ftp://node.example"}`, `{"http":5}`} {
		if _, err := w.Join(testContext(t), one, bad); !errors.Is(err, wallet.ErrMetadata) {
			t.Errorf("metadata %q: %v", bad, err)
		}
	}
	for name, err := range map[string]error{
		"stake":      second(w.StakeNode(testContext(t), new(big.Int))),
		"join":       second(w.Join(testContext(t), nil, `{"http":"https://node.example"}`)),
		"delegate":   second(w.Delegate(testContext(t), nil, w.Account())),
		"undelegate": second(w.Undelegate(testContext(t), big.NewInt(-1), w.Account())),
		"withdraw":   second(w.Withdraw(testContext(t), nil)),
	} {
		if !errors.Is(err, wallet.ErrTooLittle) {
			t.Errorf("%s of nothing: %v", name, err)
		}
	}
	if n := nonce(t, chain, chain.User.Address); n != 0 {
		t.Errorf("%d transactions were sent", n)
	}
}
