package logstore_test

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/chaintest"
	"github.com/logstore/logstore/internal/devnet/devchain"
	"github.com/logstore/logstore/message"
)

func startNetwork(t *testing.T) *chaintest.Chain {
	t.Helper()
	chain, err := chaintest.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	})
	return chain
}

// open opens the network of a chain as an account.
func open(t *testing.T, chain *chaintest.Chain, account devchain.Account, change func(*logstore.NetworkConfig)) *logstore.Network {
	t.Helper()
	key, err := logstore.KeyFromHex(hex.EncodeToString(account.PrivateKey[:]))
	if err != nil {
		t.Fatal(err)
	}
	cfg := logstore.NetworkConfig{Name: "devnet", RPC: []string{chain.URL()}, Key: key}
	if change != nil {
		change(&cfg)
	}
	n, err := logstore.OpenNetwork(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.Close() })
	return n
}

func equals(n *big.Int, want int64) bool { return n != nil && n.Cmp(big.NewInt(want)) == 0 }

// The way of a user: buy for dollars, make a stream, pay for storing and querying it.
func TestNetworkFromMintToStake(t *testing.T) {
	t.Parallel()
	chain := startNetwork(t)
	var plans []string
	var sent int
	n := open(t, chain, chain.User, func(c *logstore.NetworkConfig) {
		c.Confirm = func(_ context.Context, p *logstore.Plan) error { plans = append(plans, p.What); return nil }
		c.Sent = func(_ logstore.PlanStep, hash string) {
			if !strings.HasPrefix(hash, "0x") {
				t.Errorf("hash %q", hash)
			}
			sent++
		}
	})
	ctx := t.Context()
	if n.Name() != "devnet" || n.ChainID() != 31337 || n.Account() != chain.User.Address.Hex() || n.ExplorerURL("0x1") != "" {
		t.Errorf("opened %s on %d as %s", n.Name(), n.ChainID(), n.Account())
	}
	prices, err := n.Prices(ctx)
	if err != nil {
		t.Fatal(err)
	}
	wei, err := prices.Amount("5", logstore.USD, logstore.Wei)
	if err != nil || wei.String() != "10000000000000000000" {
		t.Fatalf("$5 are %v wei, %v", wei, err)
	}
	base, o, err := n.Mint(ctx, wei)
	if err != nil || !equals(base, 1e10) || len(o.Transactions) != 1 || o.Fee.Sign() <= 0 {
		t.Fatalf("minted %v, %+v, %v", base, o, err)
	}
	stream, _, err := n.CreateStream(ctx, "/weather", logstore.StreamOptions{Partitions: 3})
	if err != nil {
		t.Fatal(err)
	}
	if o, err = n.StakeStore(ctx, "/weather", big.NewInt(1000)); err != nil || len(o.Transactions) != 2 {
		t.Fatalf("stake %+v, %v", o, err)
	}
	if _, err = n.StakeQuery(ctx, big.NewInt(50)); err != nil {
		t.Fatal(err)
	}
	b, err := n.Balances(ctx, "")
	if err != nil || !equals(b.LSAN, 1e10-1050) || !equals(b.StoreStake, 1000) || !equals(b.QueryStake, 50) || b.Coin.Sign() <= 0 {
		t.Errorf("balances %+v, %v", b, err)
	}
	stake, err := n.StoreStake(ctx, stream)
	own, err2 := n.StoreStakeOf(ctx, stream, "")
	if err != nil || err2 != nil || !equals(stake, 1000) || !equals(own, 1000) {
		t.Errorf("stake of the stream %v, %v; own %v, %v", stake, err, own, err2)
	}
	if q, err := n.QueryStake(ctx, chain.User.Address.Hex()); err != nil || !equals(q, 50) {
		t.Errorf("query stake %v, %v", q, err)
	}
	stakes, err := n.StoreStakes(ctx, "")
	if err != nil || len(stakes) != 1 || stakes[0].Stream != stream || !equals(stakes[0].Amount, 1000) {
		t.Errorf("stakes %v, %v", stakes, err)
	}
	if ids, err := n.Streams(ctx, "", nil); err != nil || !slices.Equal(ids, []string{stream}) {
		t.Errorf("streams %v, %v", ids, err)
	}
	if len(plans) != 4 || sent != 6 || plans[2] != "stake 1000 base units of LSAN for storing "+stream {
		t.Errorf("%d transactions for %q", sent, plans)
	}
}

func TestNetworkStreams(t *testing.T) {
	t.Parallel()
	chain := startNetwork(t)
	n := open(t, chain, chain.User, nil)
	ctx := t.Context()
	id, _, err := n.CreateStream(ctx, "/weather", logstore.StreamOptions{Metadata: `{"x":1}`})
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"schema":     second(n.SetStreamSchema(ctx, id, json.RawMessage(`{"type":"object"}`))),
		"partitions": second(n.SetPartitions(ctx, id, 2)),
		"grant":      second(n.Grant(ctx, id, logstore.Public, []logstore.Right{logstore.RightSubscribe}, time.Time{})),
	} {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	s, err := n.Stream(ctx, "/weather")
	if err != nil || s.ID != id || s.Partitions != 2 || string(s.Schema) != `{"type":"object"}` || !s.Mine.Grant || !s.Public.Subscribe.Equal(logstore.Forever) || !s.Public.Publish.IsZero() {
		t.Errorf("stream %+v, %v", s, err)
	}
	if p, err := n.Permission(ctx, id, chain.Other.Address.Hex()); err != nil || !p.Subscribe.Equal(logstore.Forever) || p.Edit {
		t.Errorf("permission %+v, %v", p, err)
	}
	for name, err := range map[string]error{
		"revoke":   second(n.Revoke(ctx, id, logstore.Public, nil)),
		"metadata": second(n.SetMetadata(ctx, id, `{}`)),
		"delete":   second(n.DeleteStream(ctx, id)),
	} {
		if err != nil && !errors.Is(err, logstore.ErrNoSuchStream) { // the order of a map is any
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := n.Stream(ctx, id); !errors.Is(err, logstore.ErrNoSuchStream) {
		t.Errorf("deleted: %v", err)
	}
	for name, err := range map[string]error{
		"no schema":  second(n.SetStreamSchema(ctx, id, json.RawMessage(`{"type":"nonsense"}`))),
		"no user":    second(n.Grant(ctx, id, "nobody", []logstore.Right{logstore.RightEdit}, time.Time{})),
		"no stream":  second(n.StakeStore(ctx, "no stream", big.NewInt(1))),
		"no address": second(n.Balances(ctx, "nobody")),
		"no right":   second(logstore.ParseRight("own")),
	} {
		if !errors.Is(err, logstore.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestNetworkNodes(t *testing.T) {
	t.Parallel()
	chain := startNetwork(t)
	n := open(t, chain, chain.Rich, nil)
	ctx := t.Context()
	lsan := big.NewInt(1e18)
	if _, _, err := n.Mint(ctx, new(big.Int).Mul(lsan, big.NewInt(2e9))); err != nil {
		t.Fatal(err)
	}
	if _, err := n.JoinNetwork(ctx, lsan, `{"http":"https://node.example"}`); err != nil {
		t.Fatal(err)
	}
	half := new(big.Int).Rsh(lsan, 1)
	if _, err := n.StakeNode(ctx, half); err != nil {
		t.Fatal(err)
	}
	if _, err := n.Delegate(ctx, half, n.Account()); err != nil {
		t.Fatal(err)
	}
	nodes, err := n.Nodes(ctx)
	if err != nil || len(nodes) != 1 || nodes[0].URL != "https://node.example" || !nodes[0].IsStaked || nodes[0].Stake.Cmp(new(big.Int).Add(lsan, half)) != 0 {
		t.Errorf("nodes %+v, %v", nodes, err)
	}
	if _, err := n.Undelegate(ctx, half, n.Account()); err != nil {
		t.Fatal(err)
	}
	if s, err := n.NodeStake(ctx, ""); err != nil || s.Own.Cmp(lsan) != 0 || len(s.Waiting) != 1 || s.Free.Sign() != 0 || s.Unbonding <= 0 {
		t.Errorf("stake %+v, %v", s, err)
	}
	if _, err := n.WithdrawStake(ctx, half); !errors.Is(err, logstore.ErrInsufficientFunds) {
		t.Errorf("withdraw what has to wait: %v", err)
	}
	if _, err := n.LeaveNetwork(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := n.Node(ctx, ""); !errors.Is(err, logstore.ErrNoSuchNode) {
		t.Errorf("after leaving: %v", err)
	}
}

func TestOpenNetworkRefuses(t *testing.T) {
	t.Parallel()
	chain := startNetwork(t)
	p256, err := message.NewP256Signer([32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	rpc := []string{chain.URL()}
	for name, c := range map[string]struct {
		cfg  logstore.NetworkConfig
		want error
	}{
		"no network":      {logstore.NetworkConfig{Name: "mars", RPC: rpc}, logstore.ErrInvalid},
		"no name":         {logstore.NetworkConfig{RPC: rpc}, logstore.ErrInvalid},
		"no URL":          {logstore.NetworkConfig{Name: "devnet", RPC: []string{"ftp://x"}}, logstore.ErrInvalid},
		"quorum":          {logstore.NetworkConfig{Name: "devnet", RPC: rpc, Quorum: 2}, logstore.ErrInvalid},
		"another chain":   {logstore.NetworkConfig{Name: "polygon", RPC: rpc}, logstore.ErrWrongChain},
		"nobody there":    {logstore.NetworkConfig{Name: "devnet", RPC: []string{"http://127.0.0.1:1"}}, logstore.ErrChainUnavailable},
		"no contract":     {logstore.NetworkConfig{Name: "devnet", RPC: rpc, Contracts: map[string]string{"LSAN": knownAddress}}, logstore.ErrNoContract},
		"unknown name":    {logstore.NetworkConfig{Name: "devnet", RPC: rpc, Contracts: map[string]string{"Other": knownAddress}}, logstore.ErrInvalid},
		"no address":      {logstore.NetworkConfig{Name: "devnet", RPC: rpc, Contracts: map[string]string{"LSAN": "0x12"}}, logstore.ErrInvalid},
		"no Ethereum key": {logstore.NetworkConfig{Name: "devnet", RPC: rpc, Key: p256}, logstore.ErrInvalid},
	} {
		n, err := logstore.OpenNetwork(t.Context(), c.cfg)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
		if n != nil {
			n.Close()
		}
	}
}

func TestNetworkWithoutKeyReads(t *testing.T) {
	t.Parallel()
	chain := startNetwork(t)
	n := open(t, chain, chain.User, func(c *logstore.NetworkConfig) { c.Key = nil })
	ctx := t.Context()
	if n.Account() != "" {
		t.Errorf("account %s", n.Account())
	}
	if b, err := n.Balances(ctx, chain.User.Address.Hex()); err != nil || b.Coin.Sign() <= 0 {
		t.Errorf("balances %+v, %v", b, err)
	}
	if _, err := n.Stream(ctx, chain.User.Address.Hex()+"/none"); !errors.Is(err, logstore.ErrNoSuchStream) {
		t.Errorf("stream: %v", err)
	}
	_, _, mintErr := n.Mint(ctx, big.NewInt(1e9))
	_, _, createErr := n.CreateStream(ctx, "/weather", logstore.StreamOptions{})
	for name, err := range map[string]error{
		"mint": mintErr, "create": createErr, "own balances": second(n.Balances(ctx, "")),
		"leave": second(n.LeaveNetwork(ctx)), "stake": second(n.StakeQuery(ctx, big.NewInt(1))),
	} {
		if !errors.Is(err, logstore.ErrNoKey) {
			t.Errorf("%s: %v, want ErrNoKey", name, err)
		}
	}
}

func TestNetworkPricesConvert(t *testing.T) {
	t.Parallel()
	p := &logstore.NetworkPrices{Price: big.NewInt(1e9), USDPerCoin: big.NewRat(1, 2)}
	for _, c := range []struct {
		amount   *big.Rat
		from, to logstore.Unit
		want     *big.Rat
	}{
		{big.NewRat(5, 2), logstore.USD, logstore.LSAN, big.NewRat(5_000_000_000, 1)},
		{big.NewRat(123_456_789_012, 1), logstore.Wei, logstore.StorageBytes, big.NewRat(123, 1)},
		{big.NewRat(2, 1), logstore.LSAN, logstore.Wei, big.NewRat(2e9, 1)},
		{big.NewRat(2_000_000_000, 1), logstore.StorageBytes, logstore.USD, big.NewRat(1, 1)},
	} {
		if got, err := p.Convert(c.amount, c.from, c.to); err != nil || got.Cmp(c.want) != 0 {
			t.Errorf("%v: got %v, %v, want %v", c.amount, got, err, c.want)
		}
	}
	if n, err := p.Amount("1.5lsan", logstore.Wei, logstore.LSAN); err != nil || !equals(n, 15e17) {
		t.Errorf("1.5lsan are %v, %v", n, err)
	}
	if _, err := p.Amount("lots", logstore.Wei, logstore.LSAN); !errors.Is(err, logstore.ErrAmount) {
		t.Errorf("lots: %v", err)
	}
	if _, err := p.Amount("1", logstore.Wei, logstore.USD); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("to dollars: %v", err)
	}
	if _, err := p.Convert(big.NewRat(-1, 1), logstore.Wei, logstore.LSAN); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("negative: %v", err)
	}
	if _, err := p.Convert(big.NewRat(1, 1), logstore.Unit(9), logstore.LSAN); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("unknown unit: %v", err)
	}
	p.USDPerCoin, p.USDErr = nil, logstore.ErrNoPriceFeed
	if _, err := p.Amount("$5", logstore.Wei, logstore.LSAN); !errors.Is(err, logstore.ErrNoPriceFeed) {
		t.Errorf("dollars without a feed: %v", err)
	}
}
