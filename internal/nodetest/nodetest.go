// Package nodetest starts a real node inside a test: the same store, ingest and
// HTTP surface as in production, on a loopback port and with its disk in memory.
//
//	node := nodetest.Start(t, nodetest.Config{})
//	client, err := logstore.New(logstore.Config{URL: node.URL, Key: key})
//
// Where there is no test to clean up, as in examples, [New] and [Node.Close] do.
package nodetest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/api"
	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/internal/timetree"
	"github.com/logstore/logstore/message"
)

// Config changes the node. The zero value is a node that keeps every stream of
// whoever owns its domain, with a fixed key and without rate limits.
type Config struct {
	// API is changed from its defaults by this function, if there is one.
	API func(*api.Config)
	// Ingest is as in production. The zero value is its defaults.
	Ingest ingest.Config
	// Streams are listed, Policy holds for the others. Default [streams.Owned].
	Streams []streams.StreamConfig
	Policy  streams.Policy
	// Clock of the whole node. Default: the system's.
	Clock func() time.Time
	// Logger gets what the node logs. Default: nobody.
	Logger *slog.Logger
}

// Node is a running node.
type Node struct {
	// URL is the node's base URL.
	URL string
	// Key is the node's own key, which is also its operator's.
	Key message.DigestSigner
	// Store is what the node keeps. Tests may look, and should not write.
	Store store.Store

	server *httptest.Server
	conns  *cutter
	api    *api.Server
	ingest *ingest.Ingester
}

// nodeKey is the private key of every node of this package.
var nodeKey = [32]byte{30: 0x10, 31: 0x57}

// Start runs a node until the test ends.
func Start(tb testing.TB, cfg Config) *Node {
	tb.Helper()
	n, err := New(cfg)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := n.Close(); err != nil {
			tb.Error(err)
		}
	})
	return n
}

// New runs a node until Close.
func New(cfg Config) (*Node, error) {
	key, err := message.NewEVMSigner(nodeKey)
	if err != nil {
		return nil, fmt.Errorf("node key: %w", err)
	}
	st, err := pebble.Open("node", pebble.Options{FS: vfs.NewMem(), MinFreeBytes: -1, BallastBytes: -1, CacheBytes: 8 << 20, MemTableBytes: 4 << 20})
	if err != nil {
		return nil, err
	}
	n := &Node{Key: key, Store: st}
	if err := n.start(cfg, st); err != nil {
		return nil, errors.Join(err, n.Close())
	}
	return n, nil
}

func (n *Node) start(cfg Config, st *pebble.Store) error {
	registry, err := streams.New(streams.Config{Streams: cfg.Streams, Policy: cfg.Policy, Owner: n.Key.UserID()}, st)
	if err != nil {
		return err
	}
	tree, err := timetree.New(st, timetree.Config{Clock: cfg.Clock, Logger: cfg.Logger})
	if err != nil {
		return err
	}
	n.ingest = ingest.New(cfg.Ingest, ingest.Deps{Store: tree, Streams: registry, Clock: cfg.Clock, Logger: cfg.Logger})
	settings := api.DefaultConfig()
	settings.RateRequests, settings.RateMessages, settings.RateBytes = 0, 0, 0
	if cfg.API != nil {
		cfg.API(&settings)
	}
	n.api, err = api.New(settings, api.Deps{
		Store: tree, StoreID: st.ID(), Trees: tree, Ingest: n.ingest, Streams: registry, NodeSigner: n.Key,
		Clock: cfg.Clock, Logger: cfg.Logger, Version: "test",
	})
	if err != nil {
		return err
	}
	n.server = httptest.NewUnstartedServer(n.api.Handler())
	n.conns = &cutter{Listener: n.server.Listener, conns: make(map[net.Conn]struct{})}
	n.server.Listener = n.conns
	n.server.Start()
	n.URL = n.server.URL
	return nil
}

// CutConnections breaks every connection, as a network can, at any moment, and
// returns how many there were.
func (n *Node) CutConnections() int { return n.conns.cut() }

// Close stops the node and loses what it kept.
func (n *Node) Close() error {
	if n.api != nil {
		n.api.Shutdown()
	}
	if n.server != nil {
		n.conns.cut()
		n.server.Close()
	}
	var errs []error
	if n.ingest != nil {
		errs = append(errs, n.ingest.Close(context.Background()))
	}
	return errors.Join(append(errs, n.Store.Close())...)
}
