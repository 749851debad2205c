package devnet_test

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/message"
)

// hidden is a node of the Streamr network without a server: two of them reach each other
// through the broker only.
func (d *running) hidden(t *testing.T) *node.Node {
	t.Helper()
	e, err := node.ParseEntryPoint(d.Brokers[0].EntryPoint)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	n, err := node.Start(ctx, node.Config{EntryPoints: []node.EntryPoint{e}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = n.Close(context.Background()) })
	return n
}

func joinPart(t *testing.T, n *node.Node, id message.StreamPart) (*node.Part, <-chan *message.Message) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	p, err := n.Join(ctx, id, node.JoinOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := make(chan *message.Message, 1000)
	p.Subscribe(func(m *message.Message) { got <- m })
	if err := p.WaitNeighbors(ctx, 1); err != nil {
		t.Fatal(err)
	}
	return p, got
}

func receive(t *testing.T, got <-chan *message.Message, want string) {
	t.Helper()
	select {
	case m := <-got:
		if string(m.Content) != want {
			t.Fatalf("got %s, want %s", m.Content, want)
		}
	case <-time.After(30 * time.Second):
		t.Fatalf("%s did not arrive", want)
	}
}

func (a *account) spread(p *node.Part, content string) {
	a.t.Helper()
	m := &message.Message{
		ID:      message.ID{Stream: p.ID().Stream, Partition: p.ID().Partition, Timestamp: time.Now().UnixMilli(), Chain: "abcdefghij0123456789"},
		Content: []byte(content),
	}
	if err := message.Sign(m, a.key.Signer()); err != nil {
		a.t.Fatal(err)
	}
	if err := p.Publish(a.t.Context(), m); err != nil {
		a.t.Fatal(err)
	}
}

// The broker stores what comes from the network before it hands it on, and hands on
// nothing that may not be stored.
func TestBrokerInTheStreamrNetwork(t *testing.T) {
	t.Parallel()
	d := start(t, "")
	owner, stranger := d.account(t, 0), d.account(t, 1)
	owner.mint(1e18)
	id := owner.createStream("/a", `{"partitions":1}`)
	owner.stake(id, 1000)
	part := message.StreamPart{Stream: id}
	from, _ := joinPart(t, d.hidden(t), part)
	_, got := joinPart(t, d.hidden(t), part)

	stranger.spread(from, `{"n":"forbidden"}`)
	owner.spread(from, `{"n":"stored"}`)
	receive(t, got, `{"n":"stored"}`)
	owner.approve(d.Contracts.QueryManager, 5)
	owner.send(d.Contracts.QueryManager, contracts.NewQueryManager().PackStake(big.NewInt(5)), nil)
	if status, body := owner.query(id); status != http.StatusOK || !strings.Contains(body, `"n":"stored"`) {
		t.Errorf("what arrived is not stored: %d %s", status, body)
	}

	// What comes by HTTP is news for the network, what is old is not.
	if code, text := owner.publish(id, 0, time.Now().Add(-time.Hour)); code != "" {
		t.Fatalf("%s: %s", code, text)
	}
	if code, text := owner.publish(id, 0, time.Now()); code != "" {
		t.Fatalf("%s: %s", code, text)
	}
	receive(t, got, `{"n":1}`)
	owner.spread(from, `{"n":"last"}`)
	receive(t, got, `{"n":"last"}`)
}

// Who assigns a stream to the broker's storage node hears of it on its assignment stream.
func TestAssignmentIsAnnounced(t *testing.T) {
	t.Parallel()
	d := start(t, "")
	owner := d.account(t, 0)
	id := owner.createStream("/a", `{"partitions":2}`)
	_, got := joinPart(t, d.hidden(t), message.StreamPart{Stream: message.StreamID(strings.ToLower(d.Brokers[0].Address) + "/assignments")})
	assign := contracts.NewStreamStorageRegistry().PackAddStorageNode(string(id), common.HexToAddress(d.Brokers[0].Address))
	owner.send(d.Contracts.StreamStorageRegistry, assign, nil)
	for p := range 2 {
		receive(t, got, fmt.Sprintf(`{"streamPart":"%s#%d"}`, id, p))
	}
}
