package rpcpool

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

var someone = common.Address{1}

func balance(t *testing.T, p *Pool) {
	t.Helper()
	got, err := p.BalanceAt(t.Context(), someone, nil)
	if err != nil || got.Int64() != 7 {
		t.Fatalf("balance %v, %v; want 7", got, err)
	}
}

// errorIs checks the kind of an error and what its text tells.
func errorIs(t *testing.T, err, kind error, parts ...string) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Fatalf("error %v, want one that is %q", err, kind)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q does not tell %q", err, part)
		}
	}
}

func TestFailsOver(t *testing.T) {
	faults := map[string]func(*simulatedEndpoint){
		"down":        func(e *simulatedEndpoint) { e.down = true },
		"hung":        func(e *simulatedEndpoint) { e.hung = true },
		"bad gateway": func(e *simulatedEndpoint) { e.status, e.body = 502, "<html>bad gateway" },
		"too many":    func(e *simulatedEndpoint) { e.status, e.body = 429, `{"error":{"code":1,"message":"slow down"}}` },
		"forbidden":   func(e *simulatedEndpoint) { e.status, e.body = 403, "who are you?" },
		"redirected":  func(e *simulatedEndpoint) { e.status, e.body = 307, "elsewhere" },
		"garbage":     func(e *simulatedEndpoint) { e.body = "\x00\xff garbage" },
		"empty":       func(e *simulatedEndpoint) { e.body = "{}" },
		"wrong type":  func(e *simulatedEndpoint) { e.results["eth_getBalance"] = []int{1} },
		"endless":     func(e *simulatedEndpoint) { e.body = `{"id":1,"result":"` + strings.Repeat("0", maxAnswerBytes) + `"}` },
		"deep":        func(e *simulatedEndpoint) { e.body = strings.Repeat("[", 1<<20) },
		"limit": func(e *simulatedEndpoint) {
			e.results["eth_getBalance"] = &jsonError{Code: -32005, Message: "limit exceeded"}
		},
		"limit in text": func(e *simulatedEndpoint) {
			e.results["eth_getBalance"] = &jsonError{Code: -32000, Message: "Your app has exceeded its compute units per second capacity"}
		},
		"internal":    func(e *simulatedEndpoint) { e.results["eth_getBalance"] = &jsonError{Code: -32603, Message: "oops"} },
		"other chain": func(e *simulatedEndpoint) { e.chainID = 1 },
		"behind": func(e *simulatedEndpoint) {
			e.results["eth_getBalance"] = &jsonError{Code: -32000, Message: "missing trie node 01ab (path )"}
		},
		"no such method": func(e *simulatedEndpoint) {
			e.results["eth_getBalance"] = &jsonError{Code: -32601, Message: "the method eth_getBalance does not exist"}
		},
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			simulate(t, func(t *testing.T, n *simulatedNet) {
				a, b := n.endpoint("a", 100), n.endpoint("b", 100)
				p := n.pool(Config{URLs: []string{"http://a", "http://b"}, ChainID: 137})
				balance(t, p)
				if b.called("eth_getBalance") != 0 {
					t.Fatal("the second endpoint was asked without need")
				}
				a.set(fault)
				if a.isDown() {
					a.breakConnections()
				}
				p.endpoints[0].checked = false // as after a new connection
				balance(t, p)
				if b.called("eth_getBalance") != 1 {
					t.Fatal("the second endpoint was not asked")
				}
				asked := a.called("eth_getBalance")
				balance(t, p)
				if a.called("eth_getBalance") != asked {
					t.Error("the first endpoint is asked again at once")
				}
			})
		})
	}
}

func TestAnswersOfTheChainAreFinal(t *testing.T) {
	answers := map[string]*jsonError{
		"reverted":           {Code: 3, Message: "execution reverted: rate limit exceeded", Data: "0x08c379a0"},
		"reverted, old":      {Code: -32015, Message: "VM execution error: revert"},
		"insufficient funds": {Code: -32000, Message: "insufficient funds for gas * price + value"},
		"nonce too low":      {Code: -32000, Message: "nonce too low: next nonce 5, tx nonce 3"},
		"invalid params":     {Code: -32602, Message: "invalid argument 0: hex string has length 38, want 40"},
	}
	for name, want := range answers {
		t.Run(name, func(t *testing.T) {
			simulate(t, func(t *testing.T, n *simulatedNet) {
				a, b := n.endpoint("a", 100), n.endpoint("b", 100)
				p := n.pool(Config{URLs: []string{"http://a", "http://b"}, ChainID: 137})
				a.results["eth_call"] = want
				_, err := p.CallContract(t.Context(), ethereum.CallMsg{To: &someone}, nil)
				var got rpc.DataError
				if !errors.As(err, &got) || got.Error() != want.Message || got.ErrorData() != want.Data {
					t.Fatalf("error %v, want %v with its data", err, want)
				}
				if b.called("eth_call") != 0 {
					t.Error("the second endpoint was asked too")
				}
				// The same inside a refused HTTP request.
				a.set(func(e *simulatedEndpoint) {
					e.status, e.body = 400, `{"id":1,"error":{"code":3,"message":"execution reverted","data":"0x12"}}`
				})
				_, err = p.CallContract(t.Context(), ethereum.CallMsg{To: &someone}, nil)
				if !errors.As(err, &got) || got.ErrorData() != "0x12" {
					t.Fatalf("error %v, want the one in the body", err)
				}
			})
		})
	}
}

func TestWrongChainIsNeverUsed(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a := n.endpoint("a", 100)
		a.chainID = 1
		p := n.pool(Config{URLs: []string{"http://u:p@a/v2/SECRET"}, ChainID: 137})
		_, err := p.BalanceAt(t.Context(), someone, nil)
		errorIs(t, err, ErrUnavailable, "rpc http://a reports chain 1, want 137: fix chain.rpc")
		var wrong *ChainError
		if !errors.As(err, &wrong) || wrong.Got != 1 || a.called("eth_getBalance") != 0 {
			t.Fatalf("%v after %d calls", err, a.called("eth_getBalance"))
		}
		if s := p.Status()[0]; s.WrongChain != 1 || s.Healthy || s.URL != "http://a" {
			t.Errorf("status %+v", s)
		}
		a.set(func(e *simulatedEndpoint) { e.chainID = 137 })
		time.Sleep(longestRest)
		balance(t, p)
		if s := p.Status()[0]; s.WrongChain != 0 || !s.Healthy {
			t.Errorf("status %+v", s)
		}
	})
}

// Without a configured chain the first that answers decides: a pool is one chain.
func TestAnyChainIsStillOne(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 100), n.endpoint("b", 100)
		b.chainID = 5
		p := n.pool(Config{URLs: []string{"http://a", "http://b"}})
		if id, err := p.ChainID(t.Context()); err != nil || id.Int64() != 137 {
			t.Fatalf("chain %v, %v", id, err)
		}
		a.set(func(e *simulatedEndpoint) { e.down = true })
		a.breakConnections()
		_, err := p.BalanceAt(t.Context(), someone, nil)
		errorIs(t, err, ErrUnavailable, "rpc http://b reports chain 5, want 137")
	})
}

func TestDownAtStartThenUp(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 100), n.endpoint("b", 100)
		for _, e := range []*simulatedEndpoint{a, b} {
			e.down = true
		}
		p := n.pool(Config{URLs: []string{"http://a", "ws://b"}, ChainID: 137})
		_, err := p.BalanceAt(t.Context(), someone, nil)
		errorIs(t, err, ErrUnavailable, "eth_getBalance: ", "rpc http://a: dial tcp a:80: connection refused", "rpc ws://b: dial tcp b:80: connection refused")
		// While all rest the reasons are still told.
		_, err = p.BalanceAt(t.Context(), someone, nil)
		errorIs(t, err, ErrUnavailable, "rpc http://a", "rpc ws://b", "connection refused")
		b.set(func(e *simulatedEndpoint) { e.down = false })
		time.Sleep(longestRest)
		balance(t, p)
		if s := p.Status(); s[0].Healthy || s[0].LastError == "" || !s[1].Healthy {
			t.Errorf("status %+v", s)
		}
	})
}

// One endpoint that says "too many requests" for a moment does not fail the caller.
func TestShortFailureOfTheOnlyEndpoint(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a := n.endpoint("a", 100)
		p := n.pool(Config{URLs: []string{"http://a"}, ChainID: 137})
		balance(t, p)
		a.set(func(e *simulatedEndpoint) { e.status = 429 })
		time.AfterFunc(firstRest/2, func() { a.set(func(e *simulatedEndpoint) { e.status = 0 }) })
		start := time.Now()
		balance(t, p)
		if took := time.Since(start); took != firstRest {
			t.Errorf("the second try came after %v, want %v", took, firstRest)
		}
	})
}

func TestRestsGrowAndAreBounded(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a := n.endpoint("a", 100)
		a.status = 503
		jitter := 1.0
		p := n.pool(Config{URLs: []string{"http://a"}, ChainID: 137, Random: func() float64 { return jitter }})
		e := p.endpoints[0]
		want := firstRest
		for range 12 {
			before := a.called("eth_chainId")
			r := ask(t.Context(), e, blockNumber)
			if r.verdict != failed || a.called("eth_chainId") != before+1 {
				t.Fatalf("verdict %v after %d calls", r.verdict, a.called("eth_chainId")-before)
			}
			if rest, _ := e.rest(); rest != want {
				t.Fatalf("rests %v, want %v", rest, want)
			}
			e.failed(r.err) // a call that was under way at the same time
			if rest, _ := e.rest(); rest != want {
				t.Fatalf("a second failure of the same moment made it %v", rest)
			}
			time.Sleep(want)
			want = min(2*want, longestRest)
		}
		jitter = 0
		ask(t.Context(), e, blockNumber)
		if rest, _ := e.rest(); rest != longestRest/2 {
			t.Errorf("with the other end of the jitter it rests %v, want %v", rest, longestRest/2)
		}
		time.Sleep(longestRest)
		a.set(func(e *simulatedEndpoint) { e.status = 0 })
		balance(t, p)
		a.set(func(e *simulatedEndpoint) { e.status = 503 })
		jitter = 1
		ask(t.Context(), e, blockNumber)
		if rest, _ := e.rest(); rest != firstRest {
			t.Errorf("after it worked it rests %v, want %v", rest, firstRest)
		}
	})
}

func TestHungEndpointCostsOneTimeout(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 100), n.endpoint("b", 100)
		a.hung = true
		p := n.pool(Config{URLs: []string{"http://a", "http://b"}, ChainID: 137, Timeout: 3 * time.Second})
		start := time.Now()
		balance(t, p)
		if took := time.Since(start); took != 3*time.Second {
			t.Errorf("took %v, want the timeout of one call", took)
		}
		if s := p.Status()[0]; !strings.Contains(s.LastError, "no answer within 3s") {
			t.Errorf("status %+v", s)
		}
		// The caller's own end is nobody's failure.
		b.set(func(e *simulatedEndpoint) { e.hung = true })
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := p.BalanceAt(ctx, someone, nil)
		errorIs(t, err, context.DeadlineExceeded)
		if !p.Status()[1].Healthy {
			t.Error("the endpoint was blamed for the caller's deadline")
		}
	})
}

func TestBlockThatNobodyHas(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 100), n.endpoint("b", 101)
		p := n.pool(Config{URLs: []string{"http://a", "http://b"}, ChainID: 137})
		if h, err := p.HeaderByNumber(t.Context(), big.NewInt(101)); err != nil || h.Number.Int64() != 101 {
			t.Fatalf("header %v, %v: the second endpoint has it", h, err)
		}
		_, err := p.HeaderByNumber(t.Context(), big.NewInt(102))
		errorIs(t, err, ethereum.NotFound)
		_, err = p.BalanceAt(t.Context(), someone, big.NewInt(102))
		errorIs(t, err, ErrBehind, "rpc http://a: header not found", "rpc http://b: header not found")
		for _, s := range p.Status() {
			if !s.Healthy {
				t.Errorf("%s rests because of a block that does not exist", s.URL)
			}
		}
		_, err = p.SuggestGasTipCap(t.Context())
		var refused rpc.Error
		if !errors.As(err, &refused) || refused.ErrorCode() != -32601 {
			t.Errorf("error %v, want the one for a method that no endpoint has", err)
		}
		_, _ = a, b
	})
}

// Servers leave out the logs of blocks that they do not have yet, without a word.
func TestLogsOfAnEndpointThatLags(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 90), n.endpoint("b", 100)
		b.results["eth_getLogs"] = []types.Log{{Address: someone, Topics: []common.Hash{}, BlockNumber: 95}}
		p := n.pool(Config{URLs: []string{"http://a", "http://b"}, ChainID: 137})
		logs, err := p.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: big.NewInt(80), ToBlock: big.NewInt(95)})
		if err != nil || len(logs) != 1 || a.called("eth_getLogs") != 0 {
			t.Fatalf("logs %v, %v", logs, err)
		}
		_, err = p.FilterLogs(t.Context(), ethereum.FilterQuery{ToBlock: big.NewInt(101)})
		errorIs(t, err, ErrBehind, "rpc http://b: behind: its head is block 100, block 101 is wanted")
	})
}

func TestRangeTooLarge(t *testing.T) {
	refusals := map[string]*jsonError{
		"infura":    {Code: -32005, Message: "query returned more than 10000 results. Try with this block range [0x1, 0x2]."},
		"alchemy":   {Code: -32602, Message: "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and no limit on the response size"},
		"polygon":   {Code: -32000, Message: "Block range is too large"},
		"ankr":      {Code: -32600, Message: "block range is too wide"},
		"quicknode": {Code: -32614, Message: "eth_getLogs is limited to a 10,000 range"},
		"geth":      {Code: -32000, Message: "exceed maximum block range: 5000"},
		"short":     {Code: -32005, Message: "limit exceeded"},
	}
	for name, refusal := range refusals {
		t.Run(name, func(t *testing.T) {
			simulate(t, func(t *testing.T, n *simulatedNet) {
				a := n.endpoint("a", 100)
				a.results["eth_getLogs"] = refusal
				p := n.pool(Config{URLs: []string{"http://a"}, ChainID: 137})
				_, err := p.FilterLogs(t.Context(), ethereum.FilterQuery{})
				errorIs(t, err, ErrRangeTooLarge, "rpc http://a", refusal.Message[:10])
				if !p.Status()[0].Healthy {
					t.Error("the endpoint is blamed")
				}
			})
		})
	}
	for _, other := range []string{"daily request limit exceeded", "exceeded its compute units per second", "block range extends beyond current head block"} {
		if rangeRefused(&jsonError{Code: -32005, Message: other}) {
			t.Errorf("%q taken for a range that is too large", other)
		}
	}
}

func TestSecretsAreNotPrinted(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		const url = "http://user:passw0rd@a/v3/0123456789abcdef?token=t0ken"
		a := n.endpoint("a", 100)
		a.status, a.body = 500, "cannot serve /v3/0123456789abcdef?token=t0ken for user:passw0rd"
		p := n.pool(Config{URLs: []string{url, "http://down/0123456789abcdef", "ws://down/0123456789abcdef"}, ChainID: 137})
		_, err := p.BalanceAt(t.Context(), someone, nil)
		text := err.Error()
		for e := err; e != nil; e = errors.Unwrap(e) {
			text += e.Error()
		}
		for _, s := range p.Status() {
			text += s.URL + s.LastError
		}
		for _, secret := range []string{"passw0rd", "0123456789abcdef", "t0ken"} {
			if strings.Contains(text, secret) {
				t.Errorf("%q is in %s", secret, text)
			}
		}
		for _, bad := range []string{"http://a/\x7fs3cret", "s3cret", "ftp://s3cret", "http:///s3cret", "http://a b/s3cret"} {
			if _, err := New(Config{URLs: []string{bad}}); err == nil || strings.Contains(err.Error(), "cret/") || strings.Contains(err.Error(), "s3cret") {
				t.Errorf("%q: %v", bad, err)
			}
		}
	})
}

func TestConfigIsChecked(t *testing.T) {
	t.Parallel()
	for want, cfg := range map[string]Config{
		"set chain.rpc":               {},
		"quorum of 2 of 1":            {URLs: []string{"http://a"}, Quorum: 2},
		"quorum of -1":                {URLs: []string{"http://a"}, Quorum: -1},
		"must not be negative":        {URLs: []string{"http://a"}, Timeout: -1},
		"expected http, https, ws or": {URLs: []string{"ipc://a"}},
	} {
		if _, err := New(cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", cfg, err, want)
		}
	}
}

func TestClosedPool(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a := n.endpoint("a", 100)
		a.hung = true
		p := n.pool(Config{URLs: []string{"http://a"}, ChainID: 137})
		done := make(chan error, 1)
		go func() {
			_, err := p.BalanceAt(context.Background(), someone, nil)
			done <- err
		}()
		heads := p.Heads(context.Background())
		synctest.Wait()
		p.Close()
		errorIs(t, <-done, ErrClosed)
		if _, open := <-heads; open {
			t.Error("a head from a closed pool")
		}
		_, err := p.BlockNumber(t.Context())
		errorIs(t, err, ErrClosed)
		if _, open := <-p.Heads(t.Context()); open {
			t.Error("a head from a closed pool")
		}
	})
}
