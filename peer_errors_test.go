package logstore_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// ended returns what ends a subscription that must not yield anything.
func ended(ctx context.Context, c *logstore.Client, o logstore.SubscribeOptions) error {
	for d, err := range c.Subscribe(ctx, o) {
		if err == nil {
			return errors.New("a message: " + d.Ref().String())
		}
		return err
	}
	return nil
}

func TestPeersSayWhatIsWrong(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	c := net.client(t, nil)
	ctx := t.Context()
	mine, others := c.Address()+"/mine", strings.ToLower(knownAddress)+"/others"
	net.streams[mine] = &simulatedStream{partitions: 2, publishers: []string{c.Address()}, subscribers: []string{logstore.Public}}
	net.streams[others] = &simulatedStream{partitions: 1, subscribers: []string{logstore.Public}}
	second := func(_ any, err error) error { return err }
	for name, e := range map[string]struct{ got, want error }{
		"publish without permission": {second(c.Publish(ctx, others, 1)), logstore.ErrNotPermitted},
		"publish to no stream":       {second(c.Publish(ctx, "/none", 1)), logstore.ErrNoSuchStream},
		"publish beyond the end":     {second(c.Publish(ctx, mine, 1, logstore.OnPartition(2))), logstore.ErrInvalid},
		"publish what is no JSON":    {second(c.Publish(ctx, mine, func() {})), logstore.ErrInvalid},
		"subscribe to no stream":     {ended(ctx, c, logstore.SubscribeOptions{Stream: "/none"}), logstore.ErrNoSuchStream},
		"subscribe beyond the end":   {ended(ctx, c, logstore.SubscribeOptions{Stream: mine, Partition: 2}), logstore.ErrInvalid},
		"a node's cursor":            {ended(ctx, c, logstore.SubscribeOptions{Stream: mine, Cursor: "x"}), logstore.ErrInvalid},
		"two beginnings":             {ended(ctx, c, logstore.SubscribeOptions{Stream: mine, Last: 1, From: t0}), logstore.ErrInvalid},
		"chain without publisher":    {ended(ctx, c, logstore.SubscribeOptions{Stream: mine, Chain: "x"}), logstore.ErrInvalid},
		"publisher that is none":     {ended(ctx, c, logstore.SubscribeOptions{Stream: mine, Publisher: "me"}), logstore.ErrInvalid},
		"join beyond the end":        {c.JoinPart(ctx, mine, 7, 0), logstore.ErrInvalid},
		"keys of no stream":          {c.RotateKey(""), logstore.ErrInvalid},
	} {
		if !errors.Is(e.got, e.want) {
			t.Errorf("%s: %v, want %v", name, e.got, e.want)
		}
	}
	early, cancel := context.WithCancelCause(ctx)
	why := errors.New("changed my mind")
	cancel(why)
	if err := ended(early, c, logstore.SubscribeOptions{Stream: mine}); !errors.Is(err, why) {
		t.Errorf("subscribe with a context that has ended: %v", err)
	}
	nobody := newClient(t, logstore.Config{
		MinBackoff: time.Millisecond, MaxBackoff: time.Millisecond, MaxRetries: 1, Key: newKey(t),
		Peer: &logstore.PeerConfig{EntryPoints: []string{"ws://127.0.0.1:1/#" + strings.Repeat("0a", 20)}, Streams: net.simulatedChain},
	})
	if _, err := nobody.PeerInfo(ctx); !errors.Is(err, logstore.ErrUnreachable) {
		t.Errorf("nobody there: %v", err)
	}
	reader := net.client(t, func(c *logstore.Config) { c.Key = nil })
	if _, err := reader.Publish(ctx, mine, 1); !errors.Is(err, logstore.ErrNoKey) {
		t.Errorf("publish without a key: %v", err)
	}
	if err := reader.Rekey(mine); !errors.Is(err, logstore.ErrNoKey) {
		t.Errorf("rekey without a key: %v", err)
	}
}

func TestCloseEndsEverything(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	c := net.client(t, nil)
	stream := c.Address() + "/s"
	net.streams[stream] = &simulatedStream{partitions: 1, publishers: []string{c.Address()}, subscribers: []string{logstore.Public}}
	live, end := make(chan struct{}), make(chan error, 1)
	go func() {
		end <- ended(t.Context(), c, logstore.SubscribeOptions{Stream: stream, OnLive: func() { close(live) }})
	}()
	<-live
	for range 2 {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}
	if err := <-end; !errors.Is(err, logstore.ErrClosed) {
		t.Errorf("the subscription ended with %v", err)
	}
	if _, err := c.Publish(t.Context(), stream, 1); !errors.Is(err, logstore.ErrClosed) {
		t.Errorf("publish: %v", err)
	}
	if err := ended(t.Context(), c, logstore.SubscribeOptions{Stream: stream}); !errors.Is(err, logstore.ErrClosed) {
		t.Errorf("subscribe: %v", err)
	}
	if _, err := c.PeerInfo(t.Context()); !errors.Is(err, logstore.ErrClosed) {
		t.Errorf("info: %v", err)
	}
	unused := net.client(t, nil)
	if err := unused.Close(); err != nil { // that never touched the network
		t.Error(err)
	}
}

func TestWhoIsNoPeer(t *testing.T) {
	t.Parallel()
	c := newClient(t, logstore.Config{Key: newKey(t)})
	_, infoErr := c.PeerInfo(t.Context())
	_, neighborsErr := c.Neighbors("/s", 0)
	for name, err := range map[string]error{
		"info": infoErr, "join": c.JoinPart(t.Context(), "/s", 0, 0), "leave": c.LeavePart("/s", 0),
		"rotate": c.RotateKey("/s"), "rekey": c.Rekey("/s"), "neighbors": neighborsErr,
	} {
		if !errors.Is(err, logstore.ErrNoPeer) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := ended(t.Context(), c, logstore.SubscribeOptions{Stream: "/s", Last: 1}); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("Last of a node: %v", err)
	}
}

func TestPeerConfigIsChecked(t *testing.T) {
	t.Parallel()
	chain := &simulatedChain{}
	for want, c := range map[string]logstore.Config{
		"needs Network":          {Peer: &logstore.PeerConfig{}},
		"entry point":            {Peer: &logstore.PeerConfig{Streams: chain, EntryPoints: []string{"http://x"}}},
		"no host:port":           {Peer: &logstore.PeerConfig{Streams: chain, Listen: "here"}},
		"no server to advertise": {Peer: &logstore.PeerConfig{Streams: chain, Advertise: "x:1"}},
		"NodeID":                 {Peer: &logstore.PeerConfig{Streams: chain, NodeID: "12"}},
		"want at least 2048":     {Peer: &logstore.PeerConfig{Streams: chain, RSABits: 1024}},
		"negative, want 0":       {Peer: &logstore.PeerConfig{Streams: chain, GapWait: -1}},
		"GapTries is negative":   {Peer: &logstore.PeerConfig{Streams: chain, GapTries: -1}},
	} {
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	good := logstore.Config{Peer: &logstore.PeerConfig{Streams: chain, Listen: "127.0.0.1:0", Advertise: "x.example:1", NodeID: strings.Repeat("0a", 20), RSABits: 3072}}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	var _ logstore.StreamAuthority = (*logstore.Network)(nil)
	var _ message.ContractVerifier = (*logstore.Network)(nil)
}
