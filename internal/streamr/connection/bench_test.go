package connection

import (
	"fmt"
	"io"
	"log/slog"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/ws"
	"github.com/logstore/logstore/internal/streamr/wire"
)

const benchService = "stream-part-delivery-0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a/bench#0"

// forwarder is a node on WebSockets that hands every message it gets on to all its other peers.
type forwarder struct {
	loop *loop.Real
	net  *ws.Network
	m    *Manager
}

func newForwarder(tb testing.TB) *forwarder {
	f := &forwarder{loop: loop.New()}
	var err error
	if f.net, err = ws.New(ws.Config{Loop: f.loop, Addr: "127.0.0.1:0", FramesPerSecond: 10_000_000, BytesPerSecond: 10 << 30}); err != nil {
		tb.Fatal(err)
	}
	env := loop.Env{Loop: f.loop, Rand: loop.NewRand(), Log: slog.New(slog.DiscardHandler)}
	self, err := NewSelf(&wire.ConnectivityResponse{
		Websocket: &wire.ConnectivityMethod{Host: "127.0.0.1", Port: uint32(f.net.Addr().Port())}, IpAddress: 127<<24 + 1,
	}, Identity{}, env.Rand)
	if err != nil {
		tb.Fatal(err)
	}
	f.loop.Do(func() {
		f.m = New(Config{Env: env, Network: f.net})
		f.m.SetSelf(self)
		e := rpc.New(env, f.m, benchService)
		rpc.HandleRaw(e, "sendStreamMessage", "StreamMessage", func(c *rpc.Call, value []byte) {
			to := slices.DeleteFunc(slices.Clone(f.m.Connections()), func(p *wire.Peer) bool { return p == c.From })
			f.m.SendMany(e.Notification("sendStreamMessage", "StreamMessage", value), to)
		})
	})
	tb.Cleanup(func() {
		stopped := make(chan struct{})
		f.loop.Post(func() { f.m.Stop(func() { close(stopped) }) })
		<-stopped
		f.net.Close()
		f.loop.Close()
	})
	return f
}

// client connects to a forwarder with as little code of ours as possible.
func (f *forwarder) client(tb testing.TB, first byte) net.Conn {
	tb.Helper()
	c, _, err := websocket.DefaultDialer.Dial(ws.URL(transport.Address{Host: "127.0.0.1", Port: f.net.Addr().Port()}), nil)
	if err != nil {
		tb.Fatal(err)
	}
	id := idOf(first)
	b, err := proto.Marshal(&wire.Message{MessageId: "h", Body: &wire.Message_HandshakeRequest{HandshakeRequest: &wire.HandshakeRequest{
		SourcePeerDescriptor: &wire.PeerDescriptor{NodeId: id[:]}, ProtocolVersion: "1.1",
	}}})
	if err != nil {
		tb.Fatal(err)
	}
	if err := c.WriteMessage(websocket.BinaryMessage, b); err != nil {
		tb.Fatal(err)
	}
	if _, b, err = c.ReadMessage(); err != nil {
		tb.Fatal(err)
	}
	m := new(wire.Message)
	if err := proto.Unmarshal(b, m); err != nil || m.GetHandshakeResponse() == nil || m.GetHandshakeResponse().Error != nil {
		tb.Fatalf("handshake: %v %v", m, err)
	}
	tb.Cleanup(func() { _ = c.Close() })
	return c.NetConn()
}

// benchFrame is a masked WebSocket frame with a content message, and where its message id is.
func benchFrame(tb testing.TB, payload int) (frame []byte, at int) {
	e, err := proto.Marshal(&wire.Message{
		MessageId: "00000000-0000-0000-0000-000000000000", ServiceId: benchService,
		Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
			Header:    map[string]string{"method": "sendStreamMessage", "request": "request", "notification": "notification"},
			RequestId: "00000000-0000-0000-0000-000000000000",
			Body:      &anypb.Any{TypeUrl: "type.googleapis.com/StreamMessage", Value: make([]byte, payload)},
		}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	// A mask of zeros changes nothing.
	frame = append([]byte{0x82, 0x80 | 126, byte(len(e) >> 8), byte(len(e)), 0, 0, 0, 0}, e...)
	return frame, 8 + 2
}

// number writes the number of a message into its id.
func number(frame []byte, at int, i int) { copy(frame[at:], fmt.Sprintf("%08x", i)) }

func BenchmarkForwardToFour(b *testing.B) {
	f := newForwarder(b)
	frame, at := benchFrame(b, 300)
	received := len(frame) - 4 // without the mask
	var wg sync.WaitGroup
	for i := range 4 {
		c := f.client(b, byte(0x10+i))
		wg.Go(func() {
			buf := make([]byte, 64<<10)
			if n, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, io.LimitReader(c, int64(received*b.N)), buf); n != int64(received*b.N) {
				b.Errorf("received %d of %d bytes: %v", n, received*b.N, err)
			}
		})
	}
	p := f.client(b, 0x20)
	b.SetBytes(int64(len(frame)))
	b.ResetTimer()
	var out []byte
	for i := range b.N {
		number(frame, at, i)
		if out = append(out, frame...); len(out) > 32<<10 || i == b.N-1 {
			if _, err := p.Write(out); err != nil {
				b.Fatal(err)
			}
			out = out[:0]
		}
	}
	wg.Wait()
	b.StopTimer()
	s := f.net.Stats()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "msg/s")
	b.ReportMetric(float64(s.FramesOut)/float64(s.Writes), "frames/write")
}

// BenchmarkForwardLatency sends 1,000 messages a second and reports how much later they arrive.
func BenchmarkForwardLatency(b *testing.B) {
	f := newForwarder(b)
	frame, at := benchFrame(b, 300)
	received := len(frame) - 4
	sent := make([]time.Time, b.N)
	delays := make([]time.Duration, 4*b.N)
	var wg sync.WaitGroup
	for i := range 4 {
		c := f.client(b, byte(0x10+i))
		wg.Go(func() {
			buf := make([]byte, received)
			for j := range b.N {
				if _, err := io.ReadFull(c, buf); err != nil {
					b.Error(err)
					return
				}
				delays[4*j+i] = time.Since(sent[j])
			}
		})
	}
	p := f.client(b, 0x20)
	b.ResetTimer()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for i := range b.N {
		<-tick.C
		number(frame, at, i)
		sent[i] = time.Now()
		if _, err := p.Write(frame); err != nil {
			b.Fatal(err)
		}
	}
	wg.Wait()
	slices.Sort(delays)
	for _, q := range []struct {
		name string
		at   float64
	}{{"p50-µs", 0.5}, {"p99-µs", 0.99}, {"max-µs", 1}} {
		b.ReportMetric(float64(delays[min(int(q.at*float64(len(delays))), len(delays)-1)].Microseconds()), q.name)
	}
}
