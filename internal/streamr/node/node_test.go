package node

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

var testPart = message.StreamPart{Stream: "0x0000000000000000000000000000000000000001/test", Partition: 3}

func testContext(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// start runs a node with a server until the test ends.
func start(t *testing.T, cfg Config) *Node {
	t.Helper()
	if cfg.Listen == "" {
		cfg.Listen = "127.0.0.1:0"
	}
	n, err := Start(testContext(t), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := n.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return n
}

func entryPoint(t *testing.T, n *Node) EntryPoint {
	t.Helper()
	e, ok := n.EntryPoint()
	if !ok {
		t.Fatal("the node cannot be reached")
	}
	return e
}

// user is a node in the part with what has arrived there.
type user struct {
	*Part
	got chan *message.Message
}

func join(t *testing.T, n *Node, o JoinOptions) *user {
	t.Helper()
	p, err := n.Join(testContext(t), testPart, o)
	if err != nil {
		t.Fatal(err)
	}
	u := &user{p, make(chan *message.Message, 10_000)}
	p.Subscribe(func(m *message.Message) { u.got <- m })
	return u
}

func (u *user) want(t *testing.T, m *message.Message) {
	t.Helper()
	select {
	case got := <-u.got:
		if got.Hash() != m.Hash() {
			t.Fatalf("got %v, want %v", got.ID, m.ID)
		}
	case <-testContext(t).Done():
		t.Fatalf("%v did not arrive", m.ID)
	}
}

// publisher signs messages of one chain.
type publisher struct {
	signer message.Signer
	chain  *message.Chain
	at     int64
}

func newPublisher(t *testing.T, first byte) *publisher {
	t.Helper()
	s, err := message.NewEVMSigner([32]byte{31: first})
	if err != nil {
		t.Fatal(err)
	}
	return &publisher{s, message.NewChain("AAAAAAAAAAAAAAAAAAAA"), 1_700_000_000_000}
}

func (p *publisher) message(t *testing.T, text string) *message.Message {
	t.Helper()
	p.at++
	m := &message.Message{ID: message.ID{Stream: testPart.Stream, Partition: testPart.Partition, Timestamp: p.at}, Content: []byte(text)}
	if err := p.chain.SignNext(m, p.signer); err != nil {
		t.Fatal(err)
	}
	return m
}

func waitNeighbors(t *testing.T, us ...*user) {
	t.Helper()
	for _, u := range us {
		if err := u.WaitNeighbors(testContext(t), 1); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMessagesReachEverybody(t *testing.T) {
	t.Parallel()
	first := start(t, Config{})
	others := []*Node{first}
	for range 3 {
		others = append(others, start(t, Config{EntryPoints: []EntryPoint{entryPoint(t, first)}}))
	}
	// One without a server, as behind NAT.
	hidden, err := Start(testContext(t), Config{EntryPoints: []EntryPoint{entryPoint(t, first)}})
	if err != nil {
		t.Fatal(err)
	}
	defer hidden.Close(context.Background())
	if _, ok := hidden.EntryPoint(); ok {
		t.Fatal("a node without a server says that it can be dialled")
	}
	var users []*user
	for _, n := range append(others, hidden) {
		users = append(users, join(t, n, JoinOptions{}))
	}
	waitNeighbors(t, users...)
	p := newPublisher(t, 1)
	for i := range 50 {
		m := p.message(t, fmt.Sprintf(`{"i":%d}`, i))
		if err := users[i%len(users)].Publish(testContext(t), m); err != nil {
			t.Fatal(err)
		}
		for _, u := range users {
			u.want(t, m)
		}
	}
}

func TestWhatIsNotSignedGoesNoFurther(t *testing.T) {
	t.Parallel()
	liar := start(t, Config{})
	honest := start(t, Config{EntryPoints: []EntryPoint{entryPoint(t, liar)}})
	a, b := join(t, liar, JoinOptions{}), join(t, honest, JoinOptions{})
	waitNeighbors(t, a, b)
	p := newPublisher(t, 1)
	m := p.message(t, `{"true":1}`)
	// An altered copy comes first, under the same reference.
	forged := *m
	forged.Content = []byte(`{"true":0}`)
	if err := a.Publish(testContext(t), &forged); err != nil {
		t.Fatal(err)
	}
	third := start(t, Config{EntryPoints: []EntryPoint{entryPoint(t, liar)}})
	c := join(t, third, JoinOptions{})
	waitNeighbors(t, c)
	if err := c.Publish(testContext(t), m); err != nil {
		t.Fatal(err)
	}
	c.want(t, m) // its own
	b.want(t, m)
	if s, _ := honest.Stats(); s.Messages.Bad["signature"] == 0 {
		t.Error("nobody has counted the forged message")
	}
}

func TestCheckOfTheOwnerHolds(t *testing.T) {
	t.Parallel()
	first := start(t, Config{})
	second := start(t, Config{EntryPoints: []EntryPoint{entryPoint(t, first)}})
	refuse := func(_ context.Context, ms []*message.Message) []delivery.Verdict {
		out := make([]delivery.Verdict, len(ms))
		for i, m := range ms {
			out[i] = delivery.Good
			if string(m.Content) == `"no"` {
				out[i] = delivery.Bad("because")
			}
		}
		return out
	}
	a, plain := join(t, first, JoinOptions{}), join(t, second, JoinOptions{})
	owner := join(t, second, JoinOptions{Check: refuse})
	waitNeighbors(t, a, plain)
	p := newPublisher(t, 1)
	no, yes := p.message(t, `"no"`), p.message(t, `"yes"`)
	for _, m := range []*message.Message{no, yes} {
		if err := a.Publish(testContext(t), m); err != nil {
			t.Fatal(err)
		}
	}
	plain.want(t, yes)
	owner.want(t, yes)
}

func TestLeaveAndClose(t *testing.T) {
	t.Parallel()
	first := start(t, Config{})
	second := start(t, Config{EntryPoints: []EntryPoint{entryPoint(t, first)}})
	a, b, b2 := join(t, first, JoinOptions{}), join(t, second, JoinOptions{}), join(t, second, JoinOptions{})
	waitNeighbors(t, a, b)
	b.Leave()
	p := newPublisher(t, 1)
	m := p.message(t, `1`)
	if err := a.Publish(testContext(t), m); err != nil {
		t.Fatal(err)
	}
	b2.want(t, m)
	if len(b.got) != 0 {
		t.Error("a user that has left still gets messages")
	}
	b2.Leave()
	if err := b2.Publish(testContext(t), p.message(t, `2`)); !errors.Is(err, delivery.ErrLeft) {
		t.Errorf("publish after leaving: %v", err)
	}
	if err := second.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := second.Join(testContext(t), testPart, JoinOptions{}); !errors.Is(err, ErrClosed) {
		t.Errorf("join after close: %v", err)
	}
	if _, ok := second.Stats(); ok {
		t.Error("a closed node still counts")
	}
	wrong := p.message(t, `3`)
	wrong.Partition++
	if err := a.Publish(testContext(t), wrong); err == nil {
		t.Error("a message of another part was published")
	}
}

func TestNobodyAnswers(t *testing.T) {
	t.Parallel()
	gone := start(t, Config{})
	e := entryPoint(t, gone)
	if err := gone.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(testContext(t), Config{Listen: "127.0.0.1:0", EntryPoints: []EntryPoint{e}}); !errors.Is(err, ErrUnreachable) {
		t.Errorf("got %v, want ErrUnreachable", err)
	}
	taken := start(t, Config{})
	if _, err := Start(testContext(t), Config{Listen: hostPort(entryPoint(t, taken).Host, entryPoint(t, taken).Port)}); !errors.Is(err, ErrListen) {
		t.Errorf("got %v, want ErrListen", err)
	}
}

// TestOnlyEntryPointRestarts: the node that everybody came through is killed and comes
// back; who comes then must find those who were there before.
func TestOnlyEntryPointRestarts(t *testing.T) {
	t.Parallel()
	id := wire.NodeID{1}
	cfg := Config{Listen: "127.0.0.1:0", NodeID: &id, StateFile: filepath.Join(t.TempDir(), "peers.json")}
	first, err := Start(testContext(t), cfg)
	if err != nil {
		t.Fatal(err)
	}
	e := entryPoint(t, first)
	old := start(t, Config{EntryPoints: []EntryPoint{e}})
	u := join(t, old, JoinOptions{})
	ctx := testContext(t)
	for range time.Tick(10 * time.Millisecond) {
		if _, err := os.Stat(cfg.StateFile); err == nil {
			break
		}
		if ctx.Err() != nil {
			t.Fatal("the known nodes are not written down")
		}
	}
	if err := first.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	cfg.Listen = hostPort(e.Host, e.Port)
	start(t, cfg)
	late := join(t, start(t, Config{EntryPoints: []EntryPoint{e}}), JoinOptions{})
	waitNeighbors(t, late, u)
	m := newPublisher(t, 1).message(t, `1`)
	if err := late.Publish(testContext(t), m); err != nil {
		t.Fatal(err)
	}
	u.want(t, m)
}

func TestDamagedStateFileIsNoReasonNotToStart(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "peers.json")
	for _, text := range []string{"", "{", `{"peers":["x"]}`, `{"peers":["ws://127.0.0.1:1/#0102030405060708090a0b0c0d0e0f1011121314"]}`} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		start(t, Config{StateFile: path})
	}
}

func FuzzParseRemembered(f *testing.F) {
	f.Add([]byte(`{"peers":["ws://127.0.0.1:1/#0102030405060708090a0b0c0d0e0f1011121314"]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		es, err := parseRemembered(raw)
		if err == nil && len(es) > maxRemembered {
			t.Fatalf("%d peers", len(es))
		}
	})
}

func TestStableID(t *testing.T) {
	t.Parallel()
	s, err := message.NewEVMSigner([32]byte{31: 1})
	if err != nil {
		t.Fatal(err)
	}
	a, err := stableID(0x7f000001, s)
	if err != nil {
		t.Fatal(err)
	}
	b, err := stableID(0x7f000001, s)
	if err != nil {
		t.Fatal(err)
	}
	// The beginning is what official nodes have for 127.0.0.1.
	if *a != *b || a.String()[:26] != "85a918965476b514d0e2633b03" {
		t.Fatalf("%v, then %v", a, b)
	}
}
