package rpcpool

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

func TestHeadsByPolling(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a := n.endpoint("a", 100)
		p := n.pool(Config{URLs: []string{"http://a"}, ChainID: 137})
		ctx, cancel := context.WithCancel(t.Context())
		heads := p.Heads(ctx)
		h := next(t, heads, time.Second)
		if h.Number != 100 || h.Hash != a.hashOf(100) || h.Parent != a.hashOf(99) || h.Time.Unix() != 1_700_000_100 {
			t.Fatalf("head %+v", h)
		}
		none(t, heads, 10*time.Second)
		a.set(func(e *simulatedEndpoint) { e.head = 103 })
		if h = next(t, heads, 3*time.Second); h.Number != 103 {
			t.Fatalf("head %+v", h)
		}
		a.set(func(e *simulatedEndpoint) { e.salt = 1 })
		if h = next(t, heads, 3*time.Second); h.Number != 103 || h.Hash[0] != 1 {
			t.Fatalf("head %+v after a reorganisation", h)
		}
		a.set(func(e *simulatedEndpoint) { e.head = 7 })
		if h = next(t, heads, 3*time.Second); h.Number != 7 {
			t.Fatalf("head %+v after a reset of the chain", h)
		}
		cancel()
		if _, open := <-heads; open {
			t.Error("a head after the end")
		}
	})
}

func TestPushedHeads(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a := n.endpoint("a", 100)
		p := n.pool(Config{URLs: []string{"ws://a"}, ChainID: 137, PollInterval: time.Hour})
		heads := p.Heads(t.Context())
		next(t, heads, time.Second)
		for number := uint64(101); number < 110; number++ {
			synctest.Wait()
			a.push(number)
			if h := next(t, heads, time.Millisecond); h.Number != number || h.Hash != a.hashOf(number) {
				t.Fatalf("head %+v, want %d", h, number)
			}
		}
		// The connection dies: a new subscription, on a connection that was checked.
		a.breakConnections()
		time.Sleep(2 * time.Second)
		a.push(111)
		if h := next(t, heads, time.Millisecond); h.Number != 111 {
			t.Fatalf("head %+v after the second subscription", h)
		}
		if a.called("eth_subscribe") != 2 || a.called("eth_chainId") != 2 {
			t.Errorf("%d subscriptions, %d questions for the chain; want 2 and 2", a.called("eth_subscribe"), a.called("eth_chainId"))
		}
		// A slow reader gets the newest.
		for number := uint64(112); number < 120; number++ {
			a.push(number)
			synctest.Wait()
		}
		if h := next(t, heads, time.Millisecond); h.Number != 119 {
			t.Fatalf("head %+v for a slow reader, want 119", h)
		}
	})
}

func TestDeadSubscriptionDoesNotStopTheView(t *testing.T) {
	faults := map[string]func(*simulatedEndpoint){
		"silent": func(a *simulatedEndpoint) { a.set(func(e *simulatedEndpoint) { e.sockets = nil }) },
		"hung":   func(a *simulatedEndpoint) { a.set(func(e *simulatedEndpoint) { e.hung, e.sockets = true, nil }) },
		"down": func(a *simulatedEndpoint) {
			a.set(func(e *simulatedEndpoint) { e.down = true })
			a.breakConnections()
		},
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			simulate(t, func(t *testing.T, n *simulatedNet) {
				a, b := n.endpoint("a", 100), n.endpoint("b", 100)
				p := n.pool(Config{URLs: []string{"ws://a", "http://b"}, ChainID: 137, Timeout: time.Second})
				heads := p.Heads(t.Context())
				next(t, heads, time.Second)
				synctest.Wait()
				fault(a)
				for number := uint64(101); number < 110; number++ {
					a.set(func(e *simulatedEndpoint) { e.head = number })
					b.set(func(e *simulatedEndpoint) { e.head = number })
					if h := next(t, heads, 4*time.Second); h.Number != number {
						t.Fatalf("head %+v, want %d", h, number)
					}
				}
			})
		})
	}
}

// A second endpoint that is behind must not look like a reorganisation.
func TestHeadsOfAnEndpointThatLags(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 100), n.endpoint("b", 90)
		p := n.pool(Config{URLs: []string{"http://a", "ws://b"}, ChainID: 137})
		heads := p.Heads(t.Context())
		next(t, heads, time.Second)
		synctest.Wait()
		b.push(91)
		b.push(92)
		none(t, heads, time.Second)
		// When the better one is gone, what it told still counts.
		a.set(func(e *simulatedEndpoint) { e.down = true })
		a.breakConnections()
		b.push(99)
		for range 3 {
			select {
			case h := <-heads:
				if h.Number != 99 {
					t.Fatalf("head %+v", h)
				}
			case <-time.After(5 * time.Second):
			}
		}
		b.push(101)
		if h := next(t, heads, time.Second); h.Number != 101 {
			t.Fatalf("head %+v, want 101", h)
		}
	})
}

// The endpoint that is asked first answers well, but stands still.
func TestStuckPrimaryIsLeft(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 100), n.endpoint("b", 100)
		p := n.pool(Config{URLs: []string{"http://a", "http://b"}, ChainID: 137})
		heads := p.Heads(t.Context())
		next(t, heads, time.Second)
		b.set(func(e *simulatedEndpoint) { e.head = 200 })
		if h := next(t, heads, (stuckLooks+2)*2*time.Second); h.Number != 200 {
			t.Fatalf("head %+v, want 200", h)
		}
		_ = a
	})
}

func TestHeadsWithQuorum(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b, c := n.endpoint("a", 100), n.endpoint("b", 100), n.endpoint("c", 100)
		p := n.pool(Config{URLs: []string{"ws://a", "http://b", "http://c"}, ChainID: 137, Quorum: 2, PollInterval: 4 * time.Second})
		heads := p.Heads(t.Context())
		if h := next(t, heads, time.Second); h.Number != 100 {
			t.Fatalf("head %+v", h)
		}
		time.Sleep(2 * time.Second)
		// One endpoint alone is not believed, however far it says it is.
		a.push(1000)
		none(t, heads, 10*time.Second)
		// A pushed head is told as soon as another endpoint has it.
		a.push(101)
		synctest.Wait()
		c.set(func(e *simulatedEndpoint) { e.head = 101 })
		if h := next(t, heads, 1500*time.Millisecond); h.Number != 101 {
			t.Fatalf("head %+v, want 101", h)
		}
		// Another fork of one endpoint alone is not believed either.
		a.set(func(e *simulatedEndpoint) { e.salt = 9 })
		a.push(102)
		none(t, heads, 10*time.Second)
		b.set(func(e *simulatedEndpoint) { e.head = 102 })
		c.set(func(e *simulatedEndpoint) { e.head = 102 })
		if h := next(t, heads, 5*time.Second); h.Number != 102 || h.Hash[0] != 0 {
			t.Fatalf("head %+v, want 102 of the majority", h)
		}
	})
}

func TestHeadsWhileEverythingIsDown(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a := n.endpoint("a", 100)
		a.down = true
		p := n.pool(Config{URLs: []string{"ws://a"}, ChainID: 137})
		heads := p.Heads(t.Context())
		none(t, heads, time.Minute)
		a.set(func(e *simulatedEndpoint) { e.down = false })
		if h := next(t, heads, longestRest+2*time.Second); h.Number != 100 {
			t.Fatalf("head %+v", h)
		}
	})
}

// An idle WebSocket that the server closed is opened again without a failure, and the
// chain behind it is checked again.
func TestIdleSocketIsReplaced(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		a, b := n.endpoint("a", 100), n.endpoint("b", 100)
		p := n.pool(Config{URLs: []string{"ws://a", "ws://b"}, ChainID: 137})
		balance(t, p)
		a.breakConnections()
		synctest.Wait()
		balance(t, p)
		if a.dials != 2 || b.dials != 0 || p.Status()[0].LastError != "" {
			t.Errorf("dialled %d and %d times, %+v", a.dials, b.dials, p.Status()[0])
		}
		// The same when the chain is what is asked for.
		a.breakConnections()
		synctest.Wait()
		p.endpoints[0].checked = false
		balance(t, p)
		if a.dials != 3 || b.dials != 0 || p.Status()[0].LastError != "" {
			t.Errorf("dialled %d and %d times, %+v", a.dials, b.dials, p.Status()[0])
		}
		a.breakConnections()
		synctest.Wait()
		a.set(func(e *simulatedEndpoint) { e.chainID = 1 })
		balance(t, p)
		if s := p.Status()[0]; s.WrongChain != 1 || b.called("eth_getBalance") != 1 {
			t.Errorf("status %+v, second endpoint asked %d times", s, b.called("eth_getBalance"))
		}
	})
}

func TestSendsToAll(t *testing.T) {
	tx := types.NewTx(&types.DynamicFeeTx{})
	const method = "eth_sendRawTransaction"
	simulate(t, func(t *testing.T, n *simulatedNet) {
		p, a, b, c := twoOfThree(n)
		ok := "0x0000000000000000000000000000000000000000000000000000000000000001"
		set := func(e *simulatedEndpoint, result any) {
			e.set(func(e *simulatedEndpoint) { e.results[method] = result })
		}
		a.hung = true
		set(b, &jsonError{Code: -32000, Message: "already known"})
		set(c, ok)
		start := time.Now()
		if err := p.SendTransaction(t.Context(), tx); err != nil || time.Since(start) != 0 {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		synctest.Wait()
		if b.called(method) != 1 || c.called(method) != 1 {
			t.Errorf("sent %d and %d times, want to all", b.called(method), c.called(method))
		}
		time.Sleep(time.Minute)
		low := &jsonError{Code: -32000, Message: "nonce too low"}
		a.set(func(e *simulatedEndpoint) { e.hung, e.down = false, true })
		a.breakConnections()
		set(b, low)
		if err := p.SendTransaction(t.Context(), tx); err != nil {
			t.Errorf("%v, although one took it", err)
		}
		set(c, low)
		if err := p.SendTransaction(t.Context(), tx); err == nil || err.Error() != low.Message {
			t.Errorf("error %v, want the chain's", err)
		}
		for _, e := range []*simulatedEndpoint{b, c} {
			e.set(func(e *simulatedEndpoint) { e.down = true })
			e.breakConnections()
		}
		err := p.SendTransaction(t.Context(), tx)
		errorIs(t, err, ErrUnavailable, "rpc http://a", "rpc http://b", "rpc http://c")
	})
}
