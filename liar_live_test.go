package logstore_test

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// liveNode speaks the live protocol as each connection's script says.
type liveNode struct {
	t      testing.TB
	script []func(context.Context, *websocket.Conn) error

	mu      sync.Mutex
	queries []string // of each connection
}

func (n *liveNode) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	turn := len(n.queries)
	n.queries = append(n.queries, r.URL.Query().Get("from")+"|"+r.URL.Query().Get("cursor"))
	n.mu.Unlock()
	conn, err := websocket.Accept(w, r, nil)
	if err != nil {
		n.t.Error(err)
		return
	}
	defer conn.CloseNow()
	// The client says nothing; this notices its end.
	ctx := conn.CloseRead(r.Context())
	if turn >= len(n.script) {
		turn = len(n.script) - 1
	}
	if err := n.script[turn](ctx, conn); err == nil {
		conn.Close(websocket.StatusGoingAway, "")
	}
}

// liveFrame is a binary frame with the message's number as cursor.
func liveFrame(cursor string, m *message.Message) []byte {
	b := binary.AppendUvarint(nil, uint64(len(cursor)))
	return m.AppendWire(append(b, cursor...))
}

// sends is a script that sends messages, with c<index> for a cursor.
func sends(ms []*message.Message, indices ...int) func(context.Context, *websocket.Conn) error {
	return func(ctx context.Context, conn *websocket.Conn) error {
		for _, i := range indices {
			if err := conn.Write(ctx, websocket.MessageBinary, liveFrame(fmt.Sprint("c", i), ms[i])); err != nil {
				return err
			}
		}
		return nil
	}
}

func sendsText(text string) func(context.Context, *websocket.Conn) error {
	return func(ctx context.Context, conn *websocket.Conn) error {
		return conn.Write(ctx, websocket.MessageText, []byte(text))
	}
}

func isSilent(ctx context.Context, _ *websocket.Conn) error {
	<-ctx.Done()
	return ctx.Err()
}

func TestLiveNodesAreHeldToTheirWord(t *testing.T) {
	t.Parallel()
	honest := signedMessages(t, newKey(t), "/s", 6)
	stream := string(honest[0].Stream)
	type steps = []func(context.Context, *websocket.Conn) error
	type change = func(ms []*message.Message)
	const gone = `{"type":"error","problem":{"status":410,"code":"pruned","detail":"too old"}}`

	for _, tc := range []struct {
		name    string
		change  change
		script  func(ms []*message.Message) steps
		mode    logstore.Verification
		from    bool
		want    []int // and then
		err     error // or, if nil, the test stops after want
		kind    proof.Kind
		queries []string
		idle    time.Duration
	}{
		{
			name: "goes on after its last message", from: true, want: numbers(0, 6),
			script: func(ms []*message.Message) steps {
				return steps{sends(ms, 0, 1), sends(ms, 2), sends(ms), sends(ms, 3, 4, 5)}
			},
			queries: []string{"1700000000000|", "|c1", "|c2", "|c2"},
		},
		{
			name: "goes on from the live mark", want: []int{3},
			script: func(ms []*message.Message) steps {
				return steps{sendsText(`{"type":"live","cursor":"mark"}`), sends(ms, 3)}
			},
			queries: []string{"|", "|mark"},
		},
		{
			name: "sends twice", want: numbers(0, 4),
			script: func(ms []*message.Message) steps { return steps{sends(ms, 0, 1, 0, 1, 2), sends(ms, 2, 3)} },
		},
		{
			name: "forges", want: numbers(0, 2), err: message.ErrInvalidSignature, kind: proof.InvalidSignature,
			change: func(ms []*message.Message) { ms[2].Content = []byte(`{"n":20}`) },
			script: func(ms []*message.Message) steps { return steps{sends(ms, 0, 1, 2, 3)} },
		},
		{
			name: "forges, and is skipped", want: []int{0, 1, 3}, mode: logstore.VerifySkip,
			change: func(ms []*message.Message) { ms[2].Content = []byte(`{"n":20}`) },
			script: func(ms []*message.Message) steps { return steps{sends(ms, 0, 1, 2, 3)} },
		},
		{
			name: "forges, and nobody looks", want: []int{0, 1, 20, 3}, mode: logstore.VerifyOff,
			change: func(ms []*message.Message) { ms[2].Content = []byte(`{"n":20}`) },
			script: func(ms []*message.Message) steps { return steps{sends(ms, 0, 1, 2, 3)} },
		},
		{
			name: "sends what lies before the beginning", from: true, err: logstore.ErrVerification, kind: proof.NotAsked,
			change: func(ms []*message.Message) { ms[0].Timestamp -= 5 },
			script: func(ms []*message.Message) steps { return steps{sends(ms, 0)} },
		},
		{
			name: "sends another partition", err: logstore.ErrVerification, kind: proof.NotAsked,
			change: func(ms []*message.Message) { ms[0].Partition++ },
			script: func(ms []*message.Message) steps { return steps{sends(ms, 0)} },
		},
		{
			name: "says why it ends", want: []int{0}, err: &logstore.APIError{},
			script: func(ms []*message.Message) steps { return steps{sends(ms, 0), sendsText(gone)} },
		},
		{
			name: "restarts", want: numbers(0, 2),
			script: func(ms []*message.Message) steps {
				return steps{sends(ms, 0), sendsText(`{"type":"error","problem":{"status":503,"code":"shutting_down"}}`), sends(ms, 1)}
			},
		},
		{
			name: "speaks in tongues", err: logstore.ErrProtocol,
			script: func([]*message.Message) steps { return steps{sendsText(`hello`)} },
		},
		{
			name: "will speak of new things", want: []int{0},
			script: func(ms []*message.Message) steps { return steps{sendsText(`{"type":"weather"}`), sends(ms, 0)} },
		},
		{
			name: "falls silent", want: []int{0}, idle: 20 * time.Millisecond,
			script: func(ms []*message.Message) steps { return steps{isSilent, isSilent, sends(ms, 0)} },
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var ms []*message.Message
			for _, m := range honest {
				c := *m
				ms = append(ms, &c)
			}
			if tc.change != nil {
				tc.change(ms)
			}
			node := &liveNode{t: t, script: tc.script(ms)}
			c := ask(t, node, logstore.Config{MinBackoff: time.Millisecond, MaxBackoff: time.Millisecond, IdleTimeout: tc.idle})
			o := logstore.SubscribeOptions{Stream: stream, Verification: tc.mode}
			if tc.from {
				o.From = t0
			}
			var got []int
			var last error
			for d, err := range c.Subscribe(t.Context(), o) {
				if last = err; err != nil {
					break
				}
				if got = append(got, numbersOf(t, []logstore.Delivery{d})...); tc.err == nil && len(got) == len(tc.want) {
					break
				}
			}
			if d := cmp.Diff(tc.want, got); d != "" {
				t.Errorf("messages (-want +got):\n%s", d)
			}
			var (
				ae   *logstore.APIError
				verr *logstore.VerificationError
			)
			if _, isAPI := tc.err.(*logstore.APIError); isAPI {
				if !errors.As(last, &ae) || ae.Status != 410 || ae.Detail != "too old" {
					t.Errorf("ended with %v", last)
				}
			} else if !errors.Is(last, tc.err) {
				t.Errorf("ended with %v, want %v", last, tc.err)
			}
			if tc.kind != "" && (!errors.As(last, &verr) || verr.Problem.Kind != tc.kind) {
				t.Errorf("ended with %v, want %s", last, tc.kind)
			}
			node.mu.Lock()
			defer node.mu.Unlock()
			if tc.queries != nil && !slices.Equal(node.queries, tc.queries) {
				t.Errorf("asked %q, want %q", node.queries, tc.queries)
			}
		})
	}
}

func TestSubscribeGivesUpWhereNobodyIs(t *testing.T) {
	t.Parallel()
	c := newClient(t, logstore.Config{
		URL: "http://127.0.0.1:1", MaxRetries: 2, MinBackoff: time.Millisecond, MaxBackoff: time.Millisecond,
	})
	n := 0
	for _, err := range c.Subscribe(t.Context(), logstore.SubscribeOptions{Stream: "a.eth/s"}) {
		if n++; err == nil {
			t.Error("no error")
		}
	}
	if n != 1 {
		t.Errorf("%d elements, want one error", n)
	}
}
