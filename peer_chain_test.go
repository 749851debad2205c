package logstore_test

import (
	"encoding/hex"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/nodetest"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// Publisher and subscriber know nothing but a chain and an entry point: what they may do,
// whether contents are encrypted, and where the past is kept, stands in contracts.
func TestPeersOnAChain(t *testing.T) {
	t.Parallel()
	chain := startNetwork(t)
	net := startPeers(t)
	owner := open(t, chain, chain.User, nil)
	ctx := t.Context()
	stream, _, err := owner.CreateStream(ctx, "/sensors", logstore.StreamOptions{Partitions: 3})
	if err != nil {
		t.Fatal(err)
	}
	// The storage node is one of ours, listed in the registry of storage nodes.
	storage := nodetest.Start(t, nodetest.Config{Policy: streams.Any})
	signer, err := message.NewEVMSigner(chain.User.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	pool, err := rpcpool.New(rpcpool.Config{URLs: []string{chain.URL()}, ChainID: chain.Network.ChainID})
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	sender := tx.New(pool, signer, nil, tx.Config{PollInterval: 5 * time.Millisecond})
	for _, call := range []tx.Call{
		{What: "list", To: chain.Network.Contracts.NodeRegistry, Data: contracts.NewNodeRegistry().PackCreateOrUpdateNodeSelf(`{"urls":["` + storage.URL + `"]}`)},
		{What: "assign", To: chain.Network.Contracts.StreamStorageRegistry, Data: contracts.NewStreamStorageRegistry().PackAddStorageNode(stream, chain.User.Address)},
	} {
		if _, err := sender.Send(ctx, call); err != nil {
			t.Fatal(err)
		}
	}

	key, err := logstore.KeyFromHex(hex.EncodeToString(chain.User.PrivateKey[:]))
	if err != nil {
		t.Fatal(err)
	}
	reads := open(t, chain, chain.User, func(c *logstore.NetworkConfig) { c.Key = nil })
	peer := func(key *logstore.Key, rsa bool) *logstore.Client {
		return net.client(t, func(c *logstore.Config) {
			c.Key, c.Network, c.Peer.Streams = key, reads, nil
			c.Peer.QuantumResistant, c.Peer.RSABits = !rsa, 2048
		})
	}
	bobKey, strangerKey := newKey(t), newKey(t)
	if _, err := owner.Grant(ctx, stream, bobKey.Address(), []logstore.Right{logstore.RightSubscribe}, time.Time{}); err != nil {
		t.Fatal(err)
	}
	alice, bob, stranger := peer(key, true), peer(bobKey, true), peer(strangerKey, true)
	if _, err := stranger.Publish(ctx, stream, reading{0}); !errors.Is(err, logstore.ErrNotPermitted) {
		t.Errorf("a stranger publishes: %v", err)
	}
	if _, err := alice.Publish(ctx, stream, reading{0}, logstore.OnPartition(3)); !errors.Is(err, logstore.ErrInvalid) {
		t.Errorf("partition 3 of 3: %v", err)
	}
	f := follow(t, bob, logstore.SubscribeOptions{Stream: stream, Partition: 2})
	if err := alice.JoinPart(ctx, stream, 2, 1); err != nil {
		t.Fatal(err)
	}
	var sent []*message.Message
	for i := range 10 {
		if _, err := alice.Publish(ctx, stream, reading{i}, logstore.OnPartition(2)); err != nil {
			t.Fatal(err)
		}
	}
	if got := f.numbers(10); !slices.Equal(got, numbers(0, 10)) { // the keys come by RSA
		t.Errorf("got %v", got)
	}
	f.mu.Lock()
	for _, d := range f.got {
		sent = append(sent, d.Message.Message)
		if d.EncryptionType != message.EncryptionAES {
			t.Errorf("message %s is not encrypted, and not everybody may subscribe", d.Ref())
		}
	}
	f.mu.Unlock()
	// What the storage node got, another subscription begins with.
	send(t, newClient(t, logstore.Config{URL: storage.URL, Key: key}), sent...)
	again := follow(t, bob, logstore.SubscribeOptions{Stream: stream, Partition: 2, Last: 4})
	if got := again.numbers(4); !slices.Equal(got, numbers(6, 10)) {
		t.Errorf("resend %v", got)
	}
	if got, _, err := collect(t, bob, logstore.Query{Stream: stream, Partition: 2, Decrypt: true}); err != nil || !slices.Equal(got, numbers(0, 10)) {
		t.Errorf("query %v, %v", got, err)
	}
}
