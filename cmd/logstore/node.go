package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

func (a *app) nodeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "node",
		Short:   "Run a node of the Streamr network that stores nothing",
		GroupID: "node",
	}
	cmd.AddCommand(a.nodeRunCommand())
	return cmd
}

func (a *app) nodeRunCommand() *cobra.Command {
	var nodeID, level string
	var entryPoints, join []string
	cfg := node.Config{Version: version()}
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Run an entry point, relay or proxy of the Streamr network until Ctrl-C",
		Long: `Runs a node of the Streamr network: others can join the network through it, it passes
on the messages of the stream parts it is told to join, after it has checked their
signatures, and it serves clients that take no part themselves (--accept-proxies). It needs no
chain and keeps nothing. When it is ready it writes one line of JSON with its id and address.`,
		Example: `  logstore node run --listen 127.0.0.1:30300
  logstore node run --listen 0.0.0.0:30301 --entry-point ws://127.0.0.1:30300/#85a9…
  logstore node run --listen 127.0.0.1:30302 --join 0x…/weather#0 --accept-proxies`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := new(slog.Level).UnmarshalText([]byte(level)); err != nil {
				return usagef("--log-level: %q: want debug, info, warn or error", level)
			}
			cfg.Logger = newLogger(a.err, config.Log{Level: level})
			if nodeID != "" {
				id, err := wire.ParseNodeID(nodeID)
				if err != nil {
					return usagef("--node-id: %v", err)
				}
				cfg.NodeID = &id
			}
			for _, s := range entryPoints {
				e, err := node.ParseEntryPoint(s)
				if err != nil {
					return usagef("--entry-point: %v", err)
				}
				cfg.EntryPoints = append(cfg.EntryPoints, e)
			}
			var parts []message.StreamPart
			for _, s := range join {
				p, err := message.ParseStreamPart(s)
				if err != nil {
					return usagef("--join: %v", err)
				}
				parts = append(parts, p)
			}
			return a.runNode(cmd.Context(), cfg, parts)
		},
	}
	f := cmd.Flags()
	f.StringVar(&cfg.Listen, "listen", "127.0.0.1:30300", "`address` of the WebSocket server, host:port; port 0 takes a free one; empty: no server")
	f.StringVar(&cfg.Advertise, "advertise", "", "host:port at which others reach it (default: what the entry points see)")
	f.StringVar(&cfg.CertFile, "tls-cert", "", "PEM `file` with the certificate chain; with --tls-key it turns TLS on")
	f.StringVar(&cfg.KeyFile, "tls-key", "", "PEM `file` with the certificate's private key")
	f.StringVar(&nodeID, "node-id", "", "node id as 40 hex digits (default: derived from the IP address and chance)")
	f.StringArrayVar(&entryPoints, "entry-point", nil, "`node` to join the network through, ws://host:port/#nodeid; may be repeated; none: the first node of a network")
	f.StringArrayVar(&join, "join", nil, "stream `part` to take part in, as 0x…/path#partition; may be repeated")
	f.BoolVar(&cfg.AcceptProxies, "accept-proxies", false, "let clients publish and subscribe through this node")
	f.StringVar(&cfg.StateFile, "state", "", "`file` that keeps the addresses of nodes that were known, to find the way back after a restart (default: none)")
	f.IntVar(&cfg.MaxConnections, "max-connections", 1000, "connections above which the least useful idle ones are closed")
	f.StringVar(&level, "log-level", "info", "debug, info, warn or error")
	return cmd
}

// nodeReady is what "node run" writes when it is ready.
type nodeReady struct {
	NodeID     string `json:"nodeId"`
	URL        string `json:"url,omitempty"`
	EntryPoint string `json:"entryPoint,omitempty"`
}

// stopTimeout bounds how long a node takes to leave the network.
const stopTimeout = 5 * time.Second

func (a *app) runNode(ctx context.Context, cfg node.Config, parts []message.StreamPart) (err error) {
	n, err := node.Start(ctx, cfg)
	if err != nil {
		return err
	}
	defer func() {
		stop, cancel := context.WithTimeout(context.Background(), stopTimeout)
		defer cancel()
		err = errors.Join(err, n.Close(stop))
	}()
	for _, id := range parts {
		if _, err := n.Join(ctx, id, node.JoinOptions{}); err != nil {
			return err
		}
	}
	ready := nodeReady{NodeID: n.ID().String()}
	if e, ok := n.EntryPoint(); ok {
		ready.URL, ready.EntryPoint = e.URL(), e.String()
	}
	if err := a.writeJSON(ready); err != nil {
		return fmt.Errorf("tell that the node is ready: %w", err)
	}
	<-ctx.Done()
	return nil
}
