package devnet_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/broker"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/devnet/devchain"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/message"
)

// account acts on a devnet: transactions through JSON-RPC, messages and queries
// through the broker.
type account struct {
	t      *testing.T
	d      *running
	key    *keys.Key
	sender *tx.Sender
	eth    *ethclient.Client
}

func (d *running) account(t *testing.T, i int) *account {
	t.Helper()
	return d.with(t, d.Accounts[i].PrivateKey)
}

func (d *running) with(t *testing.T, privateKey string) *account {
	t.Helper()
	key, err := keys.FromHex(privateKey)
	if err != nil {
		t.Fatal(err)
	}
	eth, err := ethclient.Dial(d.EVMRPC)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(eth.Close)
	return &account{t, d, key, tx.New(eth, key.Signer(), nil, tx.Config{PollInterval: 10 * time.Millisecond}), eth}
}

// owner is the account that owns the contracts.
func (d *running) owner(t *testing.T) *account {
	t.Helper()
	accounts, err := devchain.Accounts(devchain.Mnemonic, len(d.Accounts)+1)
	if err != nil {
		t.Fatal(err)
	}
	return d.with(t, hex.EncodeToString(accounts[len(d.Accounts)].PrivateKey[:]))
}

func (a *account) address() common.Address { return common.BytesToAddress([]byte(a.key.Address())) }

// send makes a transaction and waits for it.
func (a *account) send(to common.Address, data []byte, value *big.Int) {
	a.t.Helper()
	ctx, cancel := context.WithTimeout(a.t.Context(), 30*time.Second)
	defer cancel()
	if _, err := a.sender.Send(ctx, tx.Call{To: to, Data: data, Value: value}); err != nil {
		a.t.Fatal(err)
	}
}

// mint buys LSAN for as many wei; the devnet's price is 1e9 wei for a base unit.
func (a *account) mint(wei int64) {
	a.t.Helper()
	a.send(a.d.Contracts.LSAN, contracts.NewLSAN().PackMint(), big.NewInt(wei))
}

func (a *account) approve(spender common.Address, amount int64) {
	a.t.Helper()
	a.send(a.d.Contracts.LSAN, contracts.NewLSAN().PackApprove(spender, big.NewInt(amount)), nil)
}

func (a *account) createStream(path, metadata string) message.StreamID {
	a.t.Helper()
	a.send(a.d.Contracts.StreamRegistry, contracts.NewStreamRegistry().PackCreateStream(path, metadata), nil)
	return message.StreamID(a.key.String() + path)
}

func (a *account) stake(id message.StreamID, amount int64) {
	a.t.Helper()
	a.approve(a.d.Contracts.StoreManager, amount)
	a.send(a.d.Contracts.StoreManager, contracts.NewStoreManager().PackStake(string(id), big.NewInt(amount)), nil)
}

// publish sends one message and returns the code of its rejection, "" if it was stored.
func (a *account) publish(id message.StreamID, partition int32, at time.Time) (code, text string) {
	a.t.Helper()
	m := &message.Message{
		ID:      message.ID{Stream: id, Partition: partition, Timestamp: at.UnixMilli(), Chain: "abcdefghij0123456789"},
		Content: []byte(`{"n":1}`),
	}
	if err := message.Sign(m, a.key.Signer()); err != nil {
		a.t.Fatal(err)
	}
	var frame bytes.Buffer
	wire := m.AppendWire(nil)
	frame.Write([]byte{byte(len(wire) >> 24), byte(len(wire) >> 16), byte(len(wire) >> 8), byte(len(wire))})
	frame.Write(wire)
	res, err := http.Post(a.d.Brokers[0].URL+"/messages", "application/octet-stream", &frame)
	if err != nil {
		a.t.Fatal(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		a.t.Fatal(err)
	}
	var answer struct {
		Results []struct{ Code, Reason string }
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		a.t.Fatalf("%d %s: %v", res.StatusCode, raw, err)
	}
	if len(answer.Results) == 0 && res.StatusCode == http.StatusOK {
		return "", ""
	}
	return answer.Results[0].Code, answer.Results[0].Reason
}

// query asks for the last message and returns the status and the body.
func (a *account) query(id message.StreamID) (int, string) {
	a.t.Helper()
	user := a.key.String()
	sig, err := a.key.Signer().SignPayload([]byte(user))
	if err != nil {
		a.t.Fatal(err)
	}
	req, err := http.NewRequest(http.MethodGet, fmt.Sprintf("%s/stores/%s/data/partitions/0/last", a.d.Brokers[0].URL, url.PathEscape(string(id))), nil)
	if err != nil {
		a.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(user+":"+base64.StdEncoding.EncodeToString(sig))))
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		a.t.Fatal(err)
	}
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	if err != nil {
		a.t.Fatal(err)
	}
	return res.StatusCode, string(raw)
}

func (a *account) wantPublished(id message.StreamID, want string) {
	a.t.Helper()
	if code, text := a.publish(id, 0, time.Now()); code != want {
		a.t.Errorf("publishing: %q, want %q: %s", code, want, text)
	}
}

// The life of a stream, without a restart: what the chain says counts for the next
// request.
func TestBrokerDoesWhatTheChainSays(t *testing.T) {
	t.Parallel()
	d := start(t, "")
	owner, other := d.account(t, 0), d.account(t, 1)
	id := message.StreamID(owner.key.String() + "/a")
	owner.wantPublished(id, "unknown_stream")
	owner.createStream("/a", `{"partitions":2}`)
	owner.wantPublished(id, "unknown_stream")
	owner.mint(1e18)
	owner.stake(id, 1000)
	owner.wantPublished(id, "")
	if code, _ := owner.publish(id, 2, time.Now()); code != "partition_out_of_range" {
		t.Errorf("a third partition: %q", code)
	}
	// What happened before the stream was made may be brought in.
	if code, text := owner.publish(id, 1, time.UnixMilli(1_700_000_000_000)); code != "" {
		t.Errorf("an old event: %q: %s", code, text)
	}

	// Permissions.
	other.wantPublished(id, "not_permitted")
	registry := contracts.NewStreamRegistry()
	owner.send(d.Contracts.StreamRegistry, registry.PackGrantPermission(string(id), other.address(), 2), nil)
	other.wantPublished(id, "")
	owner.send(d.Contracts.StreamRegistry, registry.PackRevokePermission(string(id), other.address(), 2), nil)
	eventually(t, "the revocation counts", func() bool {
		code, _ := other.publish(id, 0, time.Now().Add(time.Minute))
		return code == "not_permitted"
	})

	// Queries.
	if status, body := other.query(id); status != http.StatusPaymentRequired || !strings.Contains(body, "logstore query stake") {
		t.Errorf("without a stake: %d %s", status, body)
	}
	other.mint(1e12)
	other.approve(d.Contracts.QueryManager, 5)
	other.send(d.Contracts.QueryManager, contracts.NewQueryManager().PackStake(big.NewInt(5)), nil)
	if status, body := other.query(id); status != http.StatusOK || !strings.Contains(body, `"n":1`) {
		t.Errorf("with a stake: %d %s", status, body)
	}
}

// What the settlement will do later is done here by the contracts' owner: he makes
// himself the one who may capture.
func TestStoringStopsWithTheStakeAndGoesOnWithAnother(t *testing.T) {
	t.Parallel()
	d := start(t, "")
	publisher, contractsOwner := d.account(t, 0), d.owner(t)
	publisher.mint(1e18)
	id := publisher.createStream("/a", "{}")
	publisher.stake(id, 100)
	publisher.wantPublished(id, "")
	stores := contracts.NewStoreManager()
	contractsOwner.send(d.Contracts.StoreManager, stores.PackSetParent(contractsOwner.address()), nil)
	capture := func(amount int64) {
		contractsOwner.send(d.Contracts.StoreManager, stores.PackCapture(string(id), big.NewInt(amount), big.NewInt(1)), nil)
	}
	capture(60)
	publisher.wantPublished(id, "")
	capture(60)
	eventually(t, "the broker stops", func() bool {
		code, _ := publisher.publish(id, 0, time.Now())
		return code == "unknown_stream"
	})
	publisher.stake(id, 1)
	publisher.wantPublished(id, "")
}

// A reorganisation that removes a stake: the broker stops as if it had never been there,
// and keeps what it stored.
func TestReorganisationTakesAStakeAway(t *testing.T) {
	t.Parallel()
	d := start(t, "")
	a := d.account(t, 0)
	a.mint(1e18)
	id := a.createStream("/a", "{}")
	a.wantPublished(id, "unknown_stream")
	snapshot := rpcCall[string](a, "evm_snapshot")
	a.stake(id, 100)
	a.wantPublished(id, "")
	if !rpcCall[bool](a, "evm_revert", snapshot) {
		t.Fatal("the chain was not taken back")
	}
	rpcCall[any](a, "evm_mine")
	eventually(t, "the broker stops", func() bool {
		code, _ := a.publish(id, 0, time.Now())
		return code == "unknown_stream"
	})
	// The account's transactions are gone from the chain, too, so a new sender begins.
	a = d.account(t, 0)
	a.stake(id, 1)
	a.wantPublished(id, "")
}

func rpcCall[T any](a *account, method string, args ...any) T {
	a.t.Helper()
	var out T
	if err := a.eth.Client().CallContext(a.t.Context(), &out, method, args...); err != nil {
		a.t.Fatalf("%s: %v", method, err)
	}
	return out
}

// A broker that cannot reach the chain serves what it has, and says so.
func TestBrokerWithoutItsChain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := start(t, dir)
	a, stranger := d.account(t, 0), d.account(t, 1)
	a.mint(1e18)
	id := a.createStream("/a", "{}")
	a.stake(id, 100)
	a.approve(d.Contracts.QueryManager, 5)
	a.send(d.Contracts.QueryManager, contracts.NewQueryManager().PackStake(big.NewInt(5)), nil)
	a.wantPublished(id, "")
	if status, body := a.query(id); status != http.StatusOK {
		t.Fatalf("%d %s", status, body)
	}
	if err := d.stop(); err != nil {
		t.Fatal(err)
	}

	cfg := config.Default()
	cfg.DataDir = config.Path(filepath.Join(dir, "broker"))
	cfg.HTTP.Listen, cfg.Admin.Listen = "127.0.0.1:0", ""
	cfg.Chain.Network, cfg.Chain.RPC = "devnet", []string{"http://127.0.0.1:1"}
	up := make(chan broker.Info, 1)
	b, err := broker.New(cfg, broker.Options{Key: a.key, Ready: func(i broker.Info) error { up <- i; return nil }})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- b.Run(ctx) }()
	defer func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	}()
	d.Brokers[0].URL = (<-up).URL
	var ready struct {
		Status string
		Chain  struct{ Problem string }
	}
	eventually(t, "the node says that it cannot follow the chain", func() bool {
		res, err := http.Get(d.Brokers[0].URL + "/readyz")
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		return res.StatusCode == http.StatusOK && json.NewDecoder(res.Body).Decode(&ready) == nil && ready.Status == "degraded"
	})
	if !strings.Contains(ready.Chain.Problem, "127.0.0.1:1") {
		t.Errorf("the problem does not name the endpoint: %q", ready.Chain.Problem)
	}
	a.wantPublished(id, "")
	if status, body := a.query(id); status != http.StatusOK {
		t.Errorf("a consumer with a stake: %d %s", status, body)
	}
	if status, _ := stranger.query(id); status != http.StatusPaymentRequired {
		t.Errorf("a consumer without: %d", status)
	}
}

// A devnet that is kept has everything after a restart, and goes on.
func TestRestart(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := start(t, dir)
	a := d.account(t, 0)
	a.mint(1e18)
	id := a.createStream("/a", "{}")
	a.stake(id, 100)
	a.wantPublished(id, "")
	if err := d.stop(); err != nil {
		t.Fatal(err)
	}
	d = start(t, dir)
	a = d.account(t, 0)
	a.wantPublished(id, "")
	a.approve(d.Contracts.QueryManager, 5)
	a.send(d.Contracts.QueryManager, contracts.NewQueryManager().PackStake(big.NewInt(5)), nil)
	if status, body := a.query(id); status != http.StatusOK || !strings.Contains(body, `"n":1`) {
		t.Errorf("%d %s", status, body)
	}
}

func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-deadline:
			t.Fatalf("waited too long: %s", what)
		case <-tick.C:
		}
	}
}
