package devices_test

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/devices"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/internal/plugins"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/message"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// simulatedChain knows two streams, on which everybody may publish: an open one, and
// one that only their users may read.
type simulatedChain struct{ readers map[string]bool }

const (
	openStream    = "0x0000000000000000000000000000000000000001/open"
	privateStream = "0x0000000000000000000000000000000000000001/private"
)

func (c *simulatedChain) Partitions(_ context.Context, stream string) (int, error) {
	if stream != openStream && stream != privateStream {
		return 0, logstore.ErrNoSuchStream
	}
	return 2, nil
}

func (c *simulatedChain) Permission(_ context.Context, stream, user string) (p logstore.StreamPermission, err error) {
	if stream != openStream && stream != privateStream {
		return p, logstore.ErrNoSuchStream
	}
	if user != logstore.Public {
		p.Publish = logstore.Forever
	}
	if stream == openStream || c.readers[user] {
		p.Subscribe = logstore.Forever
	}
	return p, nil
}

func (c *simulatedChain) StorageURLs(context.Context, string) ([]string, error) { return nil, nil }

func start(t *testing.T) (network *devices.Network, other *logstore.Client, chain *simulatedChain) {
	t.Helper()
	entry, err := node.Start(t.Context(), node.Config{Listen: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = entry.Close(context.Background()) })
	chain = &simulatedChain{readers: make(map[string]bool)}
	client := func() *logstore.Client {
		key, err := keys.Generate(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		e, _ := entry.EntryPoint()
		c, err := logstore.New(logstore.Config{
			Key:  key.Signer(),
			Peer: &logstore.PeerConfig{EntryPoints: []string{e.String()}, Listen: "127.0.0.1:0", Streams: chain, QuantumResistant: true},
		})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		chain.readers[key.String()] = true
		return c
	}
	own := client()
	other = client()
	network, err = devices.New(own, chain, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return network, other, chain
}

func part(stream string) message.StreamPart {
	return message.StreamPart{Stream: message.StreamID(stream), Partition: 1}
}

func TestDevicesPublishAndRead(t *testing.T) {
	t.Parallel()
	network, other, _ := start(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for _, stream := range []string{openStream, privateStream} {
		got := make(chan plugins.Delivery, 100)
		stop, err := network.Subscribe(ctx, part(stream), func(d plugins.Delivery) { got <- d })
		if err != nil {
			t.Fatal(err)
		}
		seen := make(chan string, 100)
		read, end := context.WithCancel(ctx)
		ended := make(chan struct{})
		live := make(chan struct{})
		go func() {
			defer close(ended)
			for d, err := range other.Subscribe(read, logstore.SubscribeOptions{Stream: stream, Partition: 1, OnLive: func() { close(live) }}) {
				if err != nil {
					return
				}
				plain, err := d.Plain()
				if err != nil {
					t.Error(err)
				}
				seen <- string(plain)
			}
		}()
		<-live
		if err := other.JoinPart(ctx, stream, 1, 1); err != nil {
			t.Fatal(err)
		}
		m, err := network.Publish(ctx, plugins.Publication{StreamPart: part(stream), Content: []byte(`{"from":"device"}`)})
		if err != nil {
			t.Fatal(err)
		}
		if m.Publisher == "" || m.Chain == "" || m.Timestamp == 0 {
			t.Errorf("published as %+v", m.ID)
		}
		if s := <-seen; s != `{"from":"device"}` {
			t.Errorf("the other got %s", s)
		}
		if _, err := other.Publish(ctx, stream, map[string]string{"from": "other"}, logstore.OnPartition(1)); err != nil {
			t.Fatal(err)
		}
		// The device's own message does not come back to it.
		if d := <-got; string(d.Content) != `{"from":"other"}` || d.Message.Part() != part(stream) {
			t.Errorf("the device got %s", d.Content)
		}
		stop()
		end()
		<-ended
	}
}

func TestErrorsInThePluginsTerms(t *testing.T) {
	t.Parallel()
	network, _, chain := start(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	none := message.StreamPart{Stream: "0x0000000000000000000000000000000000000001/none"}
	if _, err := network.Partitions(ctx, none.Stream); !errors.Is(err, plugins.ErrUnknownStream) {
		t.Errorf("partitions of no stream: %v", err)
	}
	if _, err := network.Publish(ctx, plugins.Publication{StreamPart: none, Content: []byte(`{}`)}); !errors.Is(err, plugins.ErrUnknownStream) {
		t.Errorf("publish to no stream: %v", err)
	}
	if _, err := network.Subscribe(ctx, none, func(plugins.Delivery) {}); !errors.Is(err, plugins.ErrUnknownStream) {
		t.Errorf("subscribe to no stream: %v", err)
	}
	clear(chain.readers)
	if _, err := network.Subscribe(ctx, part(privateStream), func(plugins.Delivery) {}); !errors.Is(err, plugins.ErrNoPermission) {
		t.Errorf("subscribe without permission: %v", err)
	}
	short, stop := context.WithCancel(ctx)
	stop()
	if _, err := network.Subscribe(short, part(openStream), func(plugins.Delivery) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("subscribe after the end: %v", err)
	}
}
