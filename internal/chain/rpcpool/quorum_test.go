package rpcpool

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// three simulated endpoints of which two must agree.
func twoOfThree(n *simulatedNet) (p *Pool, a, b, c *simulatedEndpoint) {
	a, b, c = n.endpoint("a", 100), n.endpoint("b", 100), n.endpoint("c", 100)
	p = n.pool(Config{URLs: []string{"http://a", "http://b", "http://c"}, ChainID: 137, Quorum: 2})
	return p, a, b, c
}

func TestLiarIsOutvoted(t *testing.T) {
	lies := map[string]any{
		"number": "0x8", "error": &jsonError{Code: 3, Message: "execution reverted"}, "nothing": nil,
	}
	for name, lie := range lies {
		t.Run(name, func(t *testing.T) {
			simulate(t, func(t *testing.T, n *simulatedNet) {
				p, a, b, c := twoOfThree(n)
				balance(t, p)
				if got := a.called("eth_getBalance") + b.called("eth_getBalance") + c.called("eth_getBalance"); got != 2 {
					t.Errorf("%d endpoints were asked, two suffice", got)
				}
				a.set(func(e *simulatedEndpoint) { e.results["eth_getBalance"] = lie })
				balance(t, p)
			})
		})
	}
}

func TestNoQuorumNamesWhoSaidWhat(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, _, c := twoOfThree(n)
		a.results["eth_getBalance"] = "0x8"
		c.results["eth_getBalance"] = &jsonError{Code: -32603, Message: "oops"}
		_, err := p.BalanceAt(t.Context(), someone, nil)
		errorIs(t, err, ErrNoQuorum, "rpc http://a: says 8", "rpc http://b: says 7", "rpc http://c: oops", "(2 must)")
		// The one that failed is told of while it rests, too.
		_, err = p.BalanceAt(t.Context(), someone, big.NewInt(100))
		errorIs(t, err, ErrNoQuorum, "rpc http://a: says 8", "rpc http://b: says 7")
	})
}

func TestQuorumWithOneDown(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, b, _ := twoOfThree(n)
		a.down = true
		balance(t, p)
		b.set(func(e *simulatedEndpoint) { e.down = true })
		b.breakConnections()
		_, err := p.BalanceAt(t.Context(), someone, nil)
		errorIs(t, err, ErrNoQuorum, "rpc http://a: dial tcp", "rpc http://c: says 100")
	})
}

// The latest blocks of endpoints differ: reads of the latest are pinned to one that a
// quorum has.
func TestLatestIsWhatAQuorumHas(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, b, c := twoOfThree(n)
		a.head, b.head, c.head = 1<<60, 101, 99 // a lies about its head, c lags
		if got, err := p.BlockNumber(t.Context()); err != nil || got != 101 {
			t.Errorf("block number %d, %v; want 101, which two have", got, err)
		}
		h, err := p.HeaderByNumber(t.Context(), nil)
		if err != nil || h.Number.Int64() != 101 {
			t.Fatalf("header %v, %v", h, err)
		}
		balance(t, p)
	})
}

func TestQuorumOfNothing(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, b, _ := twoOfThree(n)
		a.results["eth_getTransactionReceipt"] = nil
		b.results["eth_getTransactionReceipt"] = nil
		_, err := p.TransactionReceipt(t.Context(), common.Hash{1})
		errorIs(t, err, ethereum.NotFound)
	})
}

func TestRevertsAreComparedByData(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, b, c := twoOfThree(n)
		a.results["eth_call"] = &jsonError{Code: 3, Message: "execution reverted: no", Data: "0x01"}
		b.results["eth_call"] = "0x"
		c.results["eth_call"] = &jsonError{Code: -32015, Message: "VM execution error (revert)", Data: "0x01"}
		_, err := p.CallContract(t.Context(), ethereum.CallMsg{To: &someone}, nil)
		if err == nil || !strings.Contains(err.Error(), "revert") {
			t.Errorf("error %v, want the one of two endpoints", err)
		}
	})
}

func TestLogsAreComparedAsASet(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, b, c := twoOfThree(n)
		first := types.Log{Address: someone, Topics: []common.Hash{{1}}, BlockNumber: 50, Index: 1}
		second := types.Log{Address: someone, Topics: []common.Hash{{2}}, BlockNumber: 50, Index: 2}
		timed := second
		timed.BlockTimestamp = 1_700_000_000
		a.results["eth_getLogs"] = []types.Log{first, second}
		b.results["eth_getLogs"] = []types.Log{timed, first}
		c.results["eth_getLogs"] = []types.Log{first}
		logs, err := p.FilterLogs(t.Context(), ethereum.FilterQuery{})
		if err != nil || len(logs) != 2 {
			t.Fatalf("logs %v, %v", logs, err)
		}
		// One leaves out a log, one refuses: too few for a quorum, but a smaller range may work.
		b.set(func(e *simulatedEndpoint) {
			e.results["eth_getLogs"] = &jsonError{Code: -32000, Message: "block range too large"}
		})
		_, err = p.FilterLogs(t.Context(), ethereum.FilterQuery{})
		errorIs(t, err, ErrRangeTooLarge)
	})
}

func TestHungEndpointAndQuorum(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, _, _ := twoOfThree(n)
		balance(t, p)
		a.set(func(e *simulatedEndpoint) { e.hung = true })
		start := time.Now()
		balance(t, p)
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("took %v", took)
		}
		start = time.Now()
		balance(t, p)
		if took := time.Since(start); took != 0 {
			t.Errorf("the one that rests was waited for %v", took)
		}
	})
}
