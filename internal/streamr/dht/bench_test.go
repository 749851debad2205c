package dht

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// BenchmarkNetwork joins a network and lets it run for a minute. Of the metrics frames/node
// and B/node say what an idle minute costs, heap-B/node how much memory a node takes.
func BenchmarkNetwork(b *testing.B) {
	for _, size := range []int{64, 256} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for b.Loop() {
				n := newNetwork(&testing.T{}, 1, simlink.Options{})
				n.grow(size, 100*time.Millisecond)
				frames, bytes := n.world.Frames, n.world.Bytes
				n.clock.RunFor(time.Minute)
				b.ReportMetric(float64(n.world.Frames-frames)/float64(size), "frames/node")
				b.ReportMetric(float64(n.world.Bytes-bytes)/float64(size), "B/node")
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				b.ReportMetric(float64(m.HeapAlloc)/float64(size), "heap-B/node")
				runtime.KeepAlive(n)
			}
		})
	}
}

// BenchmarkHop is one routed message that a node sends on, with 80 connections.
func BenchmarkHop(b *testing.B) {
	clock := loop.NewVirtual()
	direct := newSimulatedDirect(b, peerOf(b, idOf(0xff)))
	for i := range 80 {
		direct.connect(peerOf(b, wire.KeyOf(fmt.Sprint(i))))
	}
	NewControl(ControlConfig{Env: simulatedEnv(clock, 1), Transport: direct})
	from := direct.open[40]
	source := peerOf(b, idOf(0x11))
	var target wire.NodeID
	for i := range 80 {
		if target = direct.open[i].ID; target.Closer(target, from.ID) {
			break
		}
	}
	ack, err := anypb.New(&wire.RouteMessageAck{RequestId: "r"})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		w := wrap(fmt.Sprint(i), source, target, source, from)
		body, err := anypb.New(w)
		if err != nil {
			b.Fatal(err)
		}
		direct.receive(&wire.Message{ServiceId: ControlServiceID, Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
			Header: map[string]string{"method": methodRoute, "request": "request"}, RequestId: "r", Body: body,
		}}}, from)
		sent := direct.take()
		if len(sent) != 2 {
			b.Fatal("want an acknowledgement and a message that goes on")
		}
		for _, s := range sent {
			if r := s.message.GetRpcMessage(); r.GetHeader()["request"] != "" {
				r.Header, r.Body = map[string]string{"response": "response"}, ack
				direct.receive(s.message, s.to)
			}
		}
		clock.RunFor(time.Millisecond)
	}
}

// BenchmarkIdlePart is a joined stream part without anybody else in it.
func BenchmarkIdlePart(b *testing.B) {
	clock := loop.NewVirtual()
	direct := newSimulatedDirect(b, peerOf(b, idOf(0xff)))
	c := NewControl(ControlConfig{Env: simulatedEnv(clock, 1), Transport: direct})
	env := simulatedEnv(clock, 2)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d := NewDiscovery(DiscoveryConfig{Env: env, Transport: c.Routed(), Direct: direct, ServiceID: fmt.Sprint("layer1::", i)})
		d.Join(nil, JoinOptions{}, nil)
		d.JoinRing(nil)
		clock.RunFor(time.Millisecond)
		d.Stop()
	}
}
