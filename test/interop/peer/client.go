package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// client is a peer made of the Go SDK.
type client struct {
	*logstore.Client
	network *logstore.Network
	key     message.Signer
	user    string

	mu   sync.Mutex // guards subs
	subs map[string]*subscription
}

// contact is where a node is found.
type contact struct {
	NodeID string `json:"nodeId"`
	URL    string `json:"url"`
}

func (c contact) entryPoint() string { return c.URL + "/#" + c.NodeID }

// part is a stream part, as arguments name it.
type part struct {
	Stream    string `json:"stream"`
	Partition int    `json:"partition"`
}

type clientArgs struct {
	Kind  string `json:"kind"`
	Chain struct {
		RPC       string            `json:"rpc"`
		Contracts map[string]string `json:"contracts"`
	} `json:"chain"`
	PrivateKey  string    `json:"privateKey"`
	KeyType     string    `json:"keyType"`
	EntryPoints []contact `json:"entryPoints"`
	Listen      int       `json:"listen"`
	NodeID      string    `json:"nodeId"`
	Quantum     bool      `json:"quantum"`
	GapFillMS   int       `json:"gapFillMs"`
}

func openClient(ctx context.Context, raw json.RawMessage) (*client, error) {
	var args clientArgs
	if err := json.Unmarshal(raw, &args); err != nil {
		return nil, err
	}
	if args.Kind != "client" {
		return nil, fmt.Errorf("this program has no peers of kind %s", args.Kind)
	}
	key, err := signer(args)
	if err != nil {
		return nil, err
	}
	network, err := logstore.OpenNetwork(ctx, logstore.NetworkConfig{
		Name: "devnet", RPC: []string{args.Chain.RPC}, Contracts: args.Chain.Contracts,
	})
	if err != nil {
		return nil, err
	}
	cfg := logstore.Config{
		Key: key, Network: network,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
		Peer: &logstore.PeerConfig{
			NodeID: args.NodeID, QuantumResistant: args.Quantum, RSABits: 2048,
			GapWait: time.Duration(args.GapFillMS) * time.Millisecond, GapTries: 20,
		},
	}
	for _, e := range args.EntryPoints {
		cfg.Peer.EntryPoints = append(cfg.Peer.EntryPoints, e.entryPoint())
	}
	if args.Listen != 0 {
		cfg.Peer.Listen = fmt.Sprintf("127.0.0.1:%d", args.Listen)
	}
	sdk, err := logstore.New(cfg)
	if err != nil {
		return nil, errors.Join(err, network.Close())
	}
	return &client{Client: sdk, network: network, key: key, user: sdk.Address(), subs: make(map[string]*subscription)}, nil
}

func signer(args clientArgs) (message.Signer, error) {
	var secret [32]byte
	_, _ = rand.Read(secret[:]) // never fails
	switch args.KeyType {
	case "mldsa":
		return message.NewMLDSA87Signer(secret)
	case "p256":
		return message.NewP256Signer(secret)
	}
	return logstore.KeyFromHex(strings.TrimPrefix(args.PrivateKey, "0x"))
}

func (c *client) close() error {
	c.mu.Lock()
	subs := c.subs
	c.subs = make(map[string]*subscription)
	c.mu.Unlock()
	for _, s := range subs {
		s.end()
	}
	return errors.Join(c.Client.Close(), c.network.Close())
}

func (c *client) nodeID(ctx context.Context, _ struct{}) (any, error) {
	info, err := c.PeerInfo(ctx)
	return map[string]string{"nodeId": info.NodeID}, err
}

type joinArgs struct {
	part
	Neighbours int `json:"neighbours"`
	TimeoutMS  int `json:"timeoutMs"`
}

func (c *client) join(ctx context.Context, a joinArgs) (any, error) {
	if a.TimeoutMS > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Duration(a.TimeoutMS)*time.Millisecond)
		defer cancel()
	}
	return nil, c.JoinPart(ctx, a.Stream, a.Partition, a.Neighbours)
}

func (c *client) leave(_ context.Context, a part) (any, error) {
	return nil, c.LeavePart(a.Stream, a.Partition)
}

func (c *client) neighbours(_ context.Context, a part) (any, error) {
	n, err := c.Neighbors(a.Stream, a.Partition)
	return map[string]any{"neighbours": []string{fmt.Sprintf("%d, which the SDK does not name", n)}}, err
}

func (c *client) changeKey(_ context.Context, a struct{ Stream, How string }) (any, error) {
	switch a.How {
	case "rotate":
		return nil, c.RotateKey(a.Stream)
	case "rekey":
		return nil, c.Rekey(a.Stream)
	}
	return nil, fmt.Errorf("keys are changed by rotate or rekey, not %q", a.How)
}
