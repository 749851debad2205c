package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/message"
)

// peerFlags make a command a node of the Streamr network while it runs.
type peerFlags struct {
	entryPoints []string
	listen      string
	keys        string
}

func (f *peerFlags) add(flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.entryPoints, "entry-point", nil, "`node` of the Streamr network, ws://host:port/#nodeid: publish and subscribe there, without asking a node's API; may be repeated")
	flags.StringVar(&f.listen, "listen", "", "`address` of a WebSocket server of its own, host:port, that nodes of the network can dial (default: none)")
	flags.StringVar(&f.keys, "group-keys", "", "`directory` that keeps the keys of private streams, encrypted with $LOGSTORE_GROUP_KEYS_PASSWORD (default: memory, for this run)")
}

func (f *peerFlags) active() bool { return len(f.entryPoints) > 0 }

// groupKeysPassword encrypts the directory of --group-keys.
const groupKeysPassword = "LOGSTORE_GROUP_KEYS_PASSWORD"

// peer is a client that is a node of the network, with the chain it asks.
type peer struct {
	*logstore.Client
	network *logstore.Network
}

// openPeer makes a client that publishes and subscribes in the network.
func (a *app) openPeer(ctx context.Context, c *config.Config, signer message.Signer, f peerFlags) (_ *peer, err error) {
	if c.Chain.Network == "" {
		return nil, &exitError{exitUsage, errNoNetwork}
	}
	password := a.getenv(groupKeysPassword)
	if f.keys != "" && password == "" {
		return nil, usagef("--group-keys: set %s to the password that encrypts the directory", groupKeysPassword)
	}
	network, err := logstore.OpenNetwork(ctx, logstore.NetworkConfig{
		Name: c.Chain.Network, RPC: c.Chain.RPC, Quorum: c.Chain.Quorum, Contracts: contractMap(c.Chain.Contracts), Key: signer,
	})
	if err != nil {
		return nil, err
	}
	cfg := logstore.Config{
		Key: signer, Network: network, UserAgent: "logstore-cli/" + version(),
		Peer: &logstore.PeerConfig{EntryPoints: f.entryPoints, Listen: f.listen},
	}
	if f.keys != "" {
		dir, err := filepath.Abs(f.keys)
		if err != nil {
			return nil, errors.Join(err, network.Close())
		}
		cfg.Keys = logstore.KeyStoreConfig{Dir: dir, Password: password}
	}
	client, err := logstore.New(cfg)
	if err != nil {
		return nil, errors.Join(err, network.Close())
	}
	return &peer{client, network}, nil
}

// Close leaves the network.
func (p *peer) Close() error { return errors.Join(p.Client.Close(), p.network.Close()) }

// meetTimeout is how long a command waits for somebody to publish to.
const meetTimeout = 15 * time.Second

// mayPublish says before anything is read whether publishing can work, and whether the
// stream is private.
func (p *peer) mayPublish(ctx context.Context, stream string) (private bool, err error) {
	mine, err := p.network.Permission(ctx, stream, p.Address())
	if err != nil {
		return false, err
	}
	if now := time.Now(); !mine.Publish.After(now) {
		return false, fmt.Errorf("%w: %s may not publish to %s", logstore.ErrNotPermitted, p.Address(), stream)
	}
	everybody, err := p.network.Permission(ctx, stream, logstore.Public)
	return !everybody.Subscribe.After(time.Now()), err
}

// meet waits for a neighbour in a stream part: what is published before there is one may be
// heard by nobody.
func (p *peer) meet(ctx context.Context, stream string, partition int) error {
	ctx, cancel := context.WithTimeout(ctx, meetTimeout)
	defer cancel()
	err := p.JoinPart(ctx, stream, partition, 1)
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("nobody else is in partition %d of %s, so nobody would hear of it: start a subscriber, or a broker that keeps the stream: %w", partition, stream, err)
	}
	return err
}
