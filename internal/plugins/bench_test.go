package plugins

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/coder/websocket"
)

// BenchmarkParsePayload is the work on a device's message before it is signed.
func BenchmarkParsePayload(b *testing.B) {
	plain := []byte(`{"temperature": 21.5, "humidity": 40, "note": "` + strings.Repeat("x", 200) + `"}`)
	wrapped := []byte(`{"content": ` + string(plain) + `, "metadata": {"timestamp": 1700000000000}}`)
	for name, in := range map[string][]byte{"plain": plain, "wrapped": wrapped} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := parsePayload(in, name == "wrapped"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkWebSocketFanOut brings one message of the network to many clients.
func BenchmarkWebSocketFanOut(b *testing.B) {
	for _, clients := range []int{1, 100} {
		b.Run(fmt.Sprint(clients, " clients"), func(b *testing.B) {
			r := newRig(b)
			s, err := NewWebSocket(DefaultConfig().WebSocket, r.hub)
			if err != nil {
				b.Fatal(err)
			}
			addr := r.serve(b, s)
			conns := make([]*websocket.Conn, clients)
			for i := range conns {
				if conns[i], _, err = websocket.Dial(context.Background(), "ws://"+addr+wsPath(stream1, actSubscribe), nil); err != nil {
					b.Fatal(err)
				}
				defer func() { _ = conns[i].CloseNow() }()
			}
			part := partOf(stream1, 0)
			r.waitShown(b, part, clients)
			content := `{"temperature":21.5,"note":"` + strings.Repeat("x", 200) + `"}`
			b.ReportAllocs()
			for b.Loop() {
				r.net.inject(part, content)
				for _, c := range conns {
					if _, _, err := c.Read(context.Background()); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(b.N*clients)/b.Elapsed().Seconds(), "deliveries/s")
		})
	}
}
