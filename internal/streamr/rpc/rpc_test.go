package rpc

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// simulatedTransport joins two nodes with 10 ms of latency.
type simulatedTransport struct {
	clock    *loop.Virtual
	self     *wire.Peer
	other    *simulatedTransport
	handlers map[string]transport.Handler
	watchers []func(*wire.Peer, bool)
	mute     bool
	sent     []*wire.Message
}

func (s *simulatedTransport) Self() *wire.Peer { return s.self }

func (s *simulatedTransport) Send(m *wire.Message, to *wire.Peer, _ transport.SendOptions) error {
	if s.mute {
		return nil
	}
	if to.ID != s.other.self.ID {
		return transport.ErrNotConnected
	}
	s.sent = append(s.sent, m)
	b, err := proto.Marshal(m)
	if err != nil {
		return err
	}
	s.clock.At(10*time.Millisecond, func() {
		got := new(wire.Message)
		if err := proto.Unmarshal(b, got); err != nil {
			panic(err)
		}
		if h := s.other.handlers[got.ServiceId]; h != nil {
			h(got, s.self)
		}
	})
	return nil
}

func (s *simulatedTransport) Handle(id string, h transport.Handler) { s.handlers[id] = h }

func (s *simulatedTransport) WatchDisconnects(f func(*wire.Peer, bool)) func() {
	s.watchers = append(s.watchers, f)
	return func() { s.watchers = nil }
}

type fixture struct {
	clock  *loop.Virtual
	env    loop.Env
	ta, tb *simulatedTransport
	a, b   *Endpoint
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{clock: loop.NewVirtual()}
	f.env = loop.Env{Loop: f.clock.Loop(), Rand: rand.New(rand.NewPCG(1, 1))}
	node := func(first byte) *simulatedTransport {
		id := make([]byte, wire.NodeIDLen)
		id[0] = first
		p, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: id, Websocket: &wire.ConnectivityMethod{Host: "h", Port: 1}})
		if err != nil {
			t.Fatal(err)
		}
		return &simulatedTransport{clock: f.clock, self: p, handlers: make(map[string]transport.Handler)}
	}
	f.ta, f.tb = node(1), node(2)
	f.ta.other, f.tb.other = f.tb, f.ta
	f.a, f.b = New(f.env, f.ta, "layer0"), New(f.env, f.tb, "layer0")
	return f
}

func (f *fixture) ping(o Options) (result func() (string, error)) {
	var id string
	err := errors.New("no answer yet")
	Invoke(f.a, f.tb.self, "ping", &wire.PingRequest{RequestId: "x"}, o, func(r *wire.PingResponse, e error) {
		id, err = r.GetRequestId(), e
	})
	return func() (string, error) { return id, err }
}

func TestCallAndLateAnswer(t *testing.T) {
	f := newFixture(t)
	Handle(f.b, "ping", func(c *Call, r *wire.PingRequest) {
		if c.From.ID != f.ta.self.ID || c.IsNotice() {
			t.Errorf("asked by %v, notice %v", c.From, c.IsNotice())
		}
		f.clock.At(time.Second, func() {
			c.Reply(&wire.PingResponse{RequestId: r.RequestId})
			c.Fail(wire.RpcErrorType_SERVER_ERROR, "second answer")
		})
	})
	result := f.ping(Options{})
	f.clock.RunFor(2 * time.Second)
	if id, err := result(); id != "x" || err != nil {
		t.Fatalf("got %q, %v", id, err)
	}
	if len(f.tb.sent) != 1 {
		t.Fatalf("%d answers, want 1", len(f.tb.sent))
	}
	if len(f.a.pending) != 0 || len(f.a.order) != 0 {
		t.Fatal("the finished call is still kept")
	}
}

func TestCallsFail(t *testing.T) {
	var remote *RemoteError
	f := newFixture(t)

	result := f.ping(Options{})
	f.clock.RunFor(time.Second)
	if _, err := result(); !errors.As(err, &remote) || remote.Type != wire.RpcErrorType_UNKNOWN_RPC_METHOD {
		t.Fatalf("unknown method: %v", err)
	}

	Handle(f.b, "ping", func(c *Call, _ *wire.PingRequest) { c.Fail(wire.RpcErrorType_SERVER_TIMEOUT, "") })
	result = f.ping(Options{})
	f.clock.RunFor(time.Second)
	if _, err := result(); !errors.As(err, &remote) || remote.Type != wire.RpcErrorType_SERVER_TIMEOUT {
		t.Fatalf("error of value 0: %v", err)
	}

	Handle(f.b, "ping", func(*Call, *wire.LeaveNotice) {})
	result = f.ping(Options{})
	f.clock.RunFor(time.Second)
	if _, err := result(); !errors.As(err, &remote) || remote.Type != wire.RpcErrorType_CLIENT_ERROR {
		t.Fatalf("wrong type: %v", err)
	}

	f.tb.handlers["layer0"] = nil
	result = f.ping(Options{})
	f.clock.RunFor(4999 * time.Millisecond)
	if _, err := result(); errors.Is(err, ErrTimeout) {
		t.Fatal("gave up too early")
	}
	f.clock.RunFor(time.Millisecond)
	if _, err := result(); !errors.Is(err, ErrTimeout) {
		t.Fatalf("silence: %v", err)
	}

	result = f.ping(Options{Timeout: time.Minute})
	f.ta.watchers[0](f.tb.self, true)
	if _, err := result(); !errors.Is(err, ErrDisconnected) {
		t.Fatalf("disconnected: %v", err)
	}

	result = f.ping(Options{Timeout: time.Minute})
	f.a.Close()
	if _, err := result(); !errors.Is(err, ErrClosed) {
		t.Fatalf("closed: %v", err)
	}
	result = f.ping(Options{})
	f.clock.RunFor(time.Millisecond)
	if _, err := result(); !errors.Is(err, ErrClosed) {
		t.Fatalf("after close: %v", err)
	}
}

func TestSomebodyElseCannotAnswer(t *testing.T) {
	f := newFixture(t)
	f.tb.handlers["layer0"] = nil
	result := f.ping(Options{})
	f.clock.RunFor(time.Second)
	body, err := anypb.New(&wire.PingResponse{RequestId: "forged"})
	if err != nil {
		t.Fatal(err)
	}
	id := f.ta.sent[0].GetRpcMessage().GetRequestId()
	forged := &wire.Message{ServiceId: "layer0", Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
		Header: map[string]string{"method": "ping", "response": "response"}, RequestId: id, Body: body,
	}}}
	f.ta.handlers["layer0"](forged, f.ta.self)
	if id, _ := result(); id == "forged" {
		t.Fatal("an answer of another node was taken")
	}
	f.ta.handlers["layer0"](forged, f.tb.self)
	if id, err := result(); id != "forged" || err != nil {
		t.Fatalf("the asked node's answer: %q, %v", id, err)
	}
}

func TestNotifications(t *testing.T) {
	f := newFixture(t)
	var got int
	Handle(f.b, "leaveNotice", func(c *Call, _ *wire.LeaveNotice) {
		got++
		if !c.IsNotice() {
			t.Error("not a notice")
		}
		c.Reply(&wire.PingResponse{})
	})
	var raw []byte
	HandleRaw(f.b, "sendStreamMessage", "StreamMessage", func(_ *Call, b []byte) { raw = b })
	if err := f.a.Notify(f.tb.self, "leaveNotice", &wire.LeaveNotice{}, transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := f.ta.Send(f.a.Notification("sendStreamMessage", "StreamMessage", []byte{1, 2, 3}), f.tb.self, transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	f.clock.RunFor(time.Second)
	if got != 1 || string(raw) != "\x01\x02\x03" || len(f.tb.sent) != 0 {
		t.Fatalf("%d notices, raw %x, %d answers", got, raw, len(f.tb.sent))
	}
}

// TestEmptyNotificationKey: official nodes write the key "notification" with an empty
// value on requests.
func TestEmptyNotificationKey(t *testing.T) {
	f := newFixture(t)
	Handle(f.b, "ping", func(c *Call, r *wire.PingRequest) { c.Reply(&wire.PingResponse{RequestId: r.RequestId}) })
	body, err := anypb.New(&wire.PingRequest{RequestId: "x"})
	if err != nil {
		t.Fatal(err)
	}
	f.tb.handlers["layer0"](&wire.Message{ServiceId: "layer0", Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
		Header:    map[string]string{"method": "ping", "request": "request", "notification": ""},
		RequestId: "1", Body: body,
	}}}, f.ta.self)
	if len(f.tb.sent) != 1 {
		t.Fatal("a request with an empty notification key got no answer")
	}
}

// FuzzReceive: no message makes an endpoint panic.
func FuzzReceive(f *testing.F) {
	b, err := proto.Marshal(&wire.RpcMessage{Header: map[string]string{"method": "ping", "request": "request"}, RequestId: "1"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		m := new(wire.RpcMessage)
		if proto.Unmarshal(b, m) != nil {
			return
		}
		x := newFixture(t)
		Handle(x.b, "ping", func(c *Call, r *wire.PingRequest) { c.Reply(&wire.PingResponse{RequestId: r.GetRequestId()}) })
		x.tb.handlers["layer0"](&wire.Message{Body: &wire.Message_RpcMessage{RpcMessage: m}}, x.ta.self)
	})
}
