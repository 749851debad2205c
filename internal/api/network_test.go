package api

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

// simulatedNetwork is what a chain says, as a test writes it.
type simulatedNetwork struct {
	mu       sync.Mutex
	stakes   map[message.UserID]bool
	assigned map[message.StreamID]bool
	status   ChainStatus
}

func (n *simulatedNetwork) MayQuery(_ context.Context, consumer message.UserID) error {
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.stakes[consumer] {
		return ErrNoStake
	}
	return nil
}

func (n *simulatedNetwork) IsStorageNodeOf(_ context.Context, id message.StreamID) (bool, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.assigned[id], nil
}

func (n *simulatedNetwork) Chain() ChainStatus {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.status
}

func (n *simulatedNetwork) set(f func()) {
	n.mu.Lock()
	defer n.mu.Unlock()
	f()
}

func newNetworkNode(t *testing.T, opts ...nodeOption) (*node, *simulatedNetwork) {
	nw := &simulatedNetwork{stakes: map[message.UserID]bool{}, assigned: map[message.StreamID]bool{}, status: ChainStatus{Network: "devnet", ChainID: 31337, Block: 5, Head: 5}}
	return newNode(t, append(opts, withDeps(func(d *Deps) { d.Network = nw }))...), nw
}

func TestQueriesNeedAStake(t *testing.T) {
	t.Parallel()
	n, nw := newNetworkNode(t, withConfig(func(c *Config) {
		c.APIKeys = []APIKey{{Name: "k", SHA256: sha256Hex("secret"), Streams: []string{"*"}, Rights: []string{"read"}}}
	}))
	publisher := signerOf(t, 0x01)
	n.fill(wire(signed(t, publisher, 1_700_000_000_000, 0, `{"n":1}`)))
	consumer := signerOf(t, 0x99)
	nested := strings.Replace(testPart, "/stores/", "/streams/", 1)

	for path, text := range map[string]string{
		testPart + "/last": "Not enough balance staked for query", nested + "/last": "Not enough balance",
		testPart + "/from?fromTimestamp=1": "Not enough balance staked for query", testPart + "/live": "Not enough balance staked for query",
	} {
		r := n.get(path, "Authorization", basicAuth(t, 0x99))
		code, got := r.problem(t)
		if r.status != http.StatusPaymentRequired || code != "query_stake_required" || got != text {
			t.Errorf("%s: %d %s %q, want 402 with %q", path, r.status, code, got, text)
		}
		if !strings.Contains(string(r.body), "logstore query stake") || !strings.Contains(string(r.body), consumer.UserID().String()) {
			t.Errorf("%s: the answer does not say what to do: %s", path, r.body)
		}
	}
	// In the order of the original: the header, the partition and the format come first,
	// the parameters after.
	for path, status := range map[string]int{
		strings.Replace(testPart, "/0", "/x", 1) + "/last": 400, testPart + "/last?format=xml": 400, testPart + "/last?count=x": 402, testPart + "/nothing": 402,
	} {
		if r := n.get(path, "Authorization", basicAuth(t, 0x99)); r.status != status {
			t.Errorf("%s: %d, want %d", path, r.status, status)
		}
	}
	if r := n.get(testPart + "/last"); r.status != http.StatusUnauthorized {
		t.Errorf("without a header: %d", r.status)
	}
	// The operator's own, and those to whom he gave a key, need no stake.
	for who, header := range map[string]string{"the node's own key": basicAuth(t, 0x77), "an API key": "Bearer secret"} {
		if r := n.get(testPart+"/last", "Authorization", header); r.status != http.StatusOK {
			t.Errorf("%s: %d %s", who, r.status, r.body)
		}
	}
	nw.set(func() { nw.stakes[consumer.UserID()] = true })
	if r := n.get(testPart+"/last", "Authorization", basicAuth(t, 0x99)); r.status != http.StatusOK || !strings.Contains(string(r.body), `"n":1`) {
		t.Errorf("with a stake: %d %s", r.status, r.body)
	}
	nw.set(func() { nw.stakes[consumer.UserID()] = false })
	if r := n.get(testPart+"/last", "Authorization", basicAuth(t, 0x99)); r.status != http.StatusPaymentRequired {
		t.Errorf("after the stake ran out: %d", r.status)
	}
}

func TestAnonymousResendsAreForAssignedStreams(t *testing.T) {
	t.Parallel()
	n, nw := newNetworkNode(t)
	n.fill(wire(signed(t, signerOf(t, 0x01), 1_700_000_000_000, 0, `{"n":1}`)))
	path := strings.Replace(testPart, "/stores/", "/streams/", 1) + "/last?count=1"
	if r := n.get(path); r.status != http.StatusUnauthorized {
		t.Errorf("a stream that is not assigned: %d %s", r.status, r.body)
	}
	nw.set(func() { nw.assigned[testStream] = true })
	if r := n.get(path); r.status != http.StatusOK || len(r.body) == 0 {
		t.Errorf("an assigned stream: %d %q", r.status, r.body)
	}
}

func TestReadyTellsOfTheChain(t *testing.T) {
	t.Parallel()
	n, nw := newNetworkNode(t)
	var ready struct {
		Status string
		Chain  *ChainStatus
	}
	n.get("/readyz").decode(t, &ready)
	if ready.Status != "ready" || ready.Chain == nil || ready.Chain.Block != 5 || ready.Chain.AgreedAt != nil {
		t.Errorf("%+v", ready)
	}
	at := time.UnixMilli(1_700_000_000_000).UTC()
	nw.set(func() { nw.status.Problem, nw.status.AgreedAt = "no RPC endpoint answers", &at })
	r := n.get("/readyz")
	r.decode(t, &ready)
	if r.status != http.StatusOK || ready.Status != "degraded" || ready.Chain.Problem == "" || !ready.Chain.AgreedAt.Equal(at) {
		t.Errorf("%d %+v", r.status, ready)
	}
	var who struct {
		Mode  string
		Chain *ChainStatus
	}
	n.get("/node").decode(t, &who)
	if who.Mode != "network" || who.Chain == nil || who.Chain.Network != "devnet" {
		t.Errorf("%+v", who)
	}
}
