//go:build interop

package interop

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/logstore/logstore"
)

// chainFacts is what a client is told about its chain.
type chainFacts struct {
	RPC       string            `json:"rpc"`
	ChainID   uint64            `json:"chainId"`
	GraphURL  string            `json:"graphUrl"`
	Contracts map[string]string `json:"contracts"`
}

// lab is a chain with streams on it, and workers that are used by one test after the other.
type lab struct {
	chainFacts
	owner    *logstore.Network
	ownerKey string
	broker   labBroker
	count    atomic.Int64 // of streams and peers, for their names
	turn     sync.Mutex   // for transactions of the owner, whose nonces must not cross
	mu       sync.Mutex
	workers  map[string]*worker // by side and name
	t        *testing.T
}

// labBroker is what the devnet says about its broker.
type labBroker struct {
	Address, URL, EntryPoint string
	Streamr                  *contact // EntryPoint, taken apart
}

// startLab starts a devnet. Its first account owns all streams.
func startLab(t *testing.T) *lab {
	t.Helper()
	d := startDevnet(t)
	var facts struct {
		ChainID   uint64
		EvmRPC    string
		GraphURL  string
		Contracts map[string]string
		Brokers   []labBroker
	}
	if err := json.Unmarshal(d.raw, &facts); err != nil {
		t.Fatal(err)
	}
	b := &facts.Brokers[0]
	if url, id, ok := strings.Cut(b.EntryPoint, "/#"); ok {
		b.Streamr = &contact{id, url}
	}
	l := &lab{
		chainFacts: chainFacts{facts.EvmRPC, facts.ChainID, facts.GraphURL, facts.Contracts},
		ownerKey:   d.Accounts[0].PrivateKey, broker: facts.Brokers[0], workers: map[string]*worker{}, t: t,
	}
	l.openOwner(t)
	return l
}

// openOwner connects the owner's account to the chain's contracts.
func (l *lab) openOwner(t *testing.T) {
	t.Helper()
	key, err := logstore.KeyFromHex(strings.TrimPrefix(l.ownerKey, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	l.owner, err = logstore.OpenNetwork(t.Context(), logstore.NetworkConfig{
		Name: "devnet", RPC: []string{l.RPC}, Contracts: l.Contracts, Key: key,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.owner.Close(); err != nil {
			t.Error(err)
		}
	})
}

// access says who may do what with a stream: users, or logstore.Public.
type access struct{ publishers, subscribers []string }

// stream makes a stream. Its messages are encrypted unless everybody may subscribe.
func (l *lab) stream(t testing.TB, partitions int, a access) string {
	t.Helper()
	l.turn.Lock()
	id, _, err := l.owner.CreateStream(t.Context(), fmt.Sprintf("/network/%d", l.count.Add(1)), logstore.StreamOptions{Partitions: partitions})
	l.turn.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	l.grant(t, id, logstore.RightPublish, a.publishers...)
	l.grant(t, id, logstore.RightSubscribe, a.subscribers...)
	return id
}

func (l *lab) grant(t testing.TB, stream string, right logstore.Right, users ...string) {
	t.Helper()
	l.turn.Lock()
	defer l.turn.Unlock()
	for _, user := range users {
		if _, err := l.owner.Grant(t.Context(), stream, user, []logstore.Right{right}, logstore.Forever); err != nil {
			t.Fatalf("%s: grant %v to %s: %v", stream, right, user, err)
		}
	}
}

// client opens a client with a key of its own in the worker of that name, which is
// started if need be. It is closed when the test ends.
func (l *lab) client(t testing.TB, s side, in, name string, cfg peerConfig) *peer {
	t.Helper()
	if cfg.PrivateKey == "" && cfg.KeyType == "" {
		cfg.PrivateKey = randomKey()
	}
	if cfg.Kind == "" {
		cfg.Kind = "client"
	}
	if cfg.GapFillMS == 0 {
		cfg.GapFillMS = 1000
	}
	cfg.Chain = &l.chainFacts
	p := &peer{t: t, worker: l.worker(s, in), name: fmt.Sprintf("%s %d", name, l.count.Add(1))}
	var out struct{ User string }
	p.must("open", cfg, &out)
	p.user = out.User
	t.Cleanup(p.closeQuietly)
	return p
}

// worker returns the running worker of that name. Those who kill it must use a name of
// their own.
func (l *lab) worker(s side, name string) *worker {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := string(s) + " " + name
	w := l.workers[key]
	if w != nil {
		select {
		case <-w.ended:
			w = nil
		default:
		}
	}
	if w == nil {
		w = startWorker(l.t, s)
		l.workers[key] = w
	}
	return w
}

func randomKey() string {
	var key [32]byte
	rand.Read(key[:])
	return "0x" + hex.EncodeToString(key[:])
}

func randomNodeID() string {
	var id [20]byte
	rand.Read(id[:])
	return hex.EncodeToString(id[:])
}

// checkReceived compares what a subscription got with what was published: the same
// messages in the same order on each chain, nothing twice and nothing else.
func checkReceived(t testing.TB, who string, got reception, want []networkMessage) (same bool) {
	t.Helper()
	if len(got.Errors) > 0 {
		t.Errorf("%s: %d errors, the first: %s", who, len(got.Errors), got.Errors[0])
	}
	same = slices.Equal(byChain(got.Messages), byChain(want))
	if !same {
		t.Errorf("%s: %s", who, difference(got.Messages, want))
	}
	return same
}

// byChain sorts messages by what has an order, keeping the order in it.
func byChain(messages []networkMessage) []networkMessage {
	return slices.SortedStableFunc(slices.Values(messages), func(a, b networkMessage) int {
		return strings.Compare(a.chainKey(), b.chainKey())
	})
}

func (m networkMessage) chainKey() string {
	return fmt.Sprintf("%d %s %s", m.Partition, m.Publisher, m.Chain)
}

// difference says what is missing, what is new, or that the order is another.
func difference(got, want []networkMessage) string {
	count := map[networkMessage]int{}
	for _, m := range want {
		count[m]++
	}
	var extra []networkMessage
	for _, m := range got {
		if count[m]--; count[m] < 0 {
			extra = append(extra, m)
		}
	}
	var missing []int
	for i, m := range want {
		if count[m] > 0 {
			missing = append(missing, i)
			count[m]--
		}
	}
	if len(missing) == 0 && len(extra) == 0 {
		return fmt.Sprintf("%d messages in another order", len(got))
	}
	return fmt.Sprintf("got %d of %d messages; missing are the ones at %v; %d are not expected: %s",
		len(got), len(want), firstFew(missing), len(extra), text(firstFew(extra)))
}

func firstFew[T any](list []T) []T { return list[:min(len(list), 10)] }

// eventually waits until a condition holds.
func eventually(t testing.TB, what string, within time.Duration, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(within); !holds(); <-time.After(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("within %s not: %s", within, what)
		}
	}
}
