package logstore_test

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/streamr/node"
)

// One client publishes in batches, another one reads: signing, the way over loopback
// WebSockets, checking, ordering, and in a private stream encryption.
func BenchmarkPeers(b *testing.B) {
	for _, kind := range []string{"public", "private"} {
		b.Run(kind, func(b *testing.B) { benchmarkPeers(b, kind == "public") })
	}
}

func benchmarkPeers(b *testing.B, public bool) {
	entry, err := node.Start(b.Context(), node.Config{Listen: "127.0.0.1:0"})
	if err != nil {
		b.Fatal(err)
	}
	defer entry.Close(context.Background())
	at, _ := entry.EntryPoint()
	chain := &simulatedChain{streams: map[string]*simulatedStream{}}
	client := func() *logstore.Client {
		return newClient(b, logstore.Config{Key: newKey(b), Peer: &logstore.PeerConfig{
			EntryPoints: []string{at.String()}, Streams: chain, QuantumResistant: true, Listen: "127.0.0.1:0",
		}})
	}
	writer, reader := client(), client()
	stream := writer.Address() + "/bench"
	s := &simulatedStream{partitions: 1, publishers: []string{writer.Address()}, subscribers: []string{reader.Address()}}
	if public {
		s.subscribers = []string{logstore.Public}
	}
	chain.streams[stream] = s
	live, got := make(chan struct{}), make(chan int, 1)
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	want := b.N
	go func() {
		n := 0
		for _, err := range reader.Subscribe(ctx, logstore.SubscribeOptions{
			Stream: stream, OnLive: func() { close(live) }, OnProblem: func(err error) { b.Error(err) },
		}) {
			if n++; err != nil || n == want {
				break
			}
		}
		got <- n
	}()
	<-live
	if err := writer.JoinPart(b.Context(), stream, 0, 1); err != nil {
		b.Fatal(err)
	}
	content := json.RawMessage(fmt.Sprintf(`{"pad":"%0200d"}`, 0))
	events := make([]logstore.Event, b.N)
	for i := range events {
		events[i].Content = content
	}
	b.ResetTimer()
	if _, err := writer.PublishBatch(b.Context(), stream, events); err != nil {
		b.Fatal(err)
	}
	select {
	case n := <-got:
		if n != b.N {
			b.Fatalf("%d messages of %d", n, b.N)
		}
	case <-time.After(time.Minute):
		b.Fatal("messages are missing")
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
}
