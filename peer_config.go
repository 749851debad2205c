package logstore

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/logstore/logstore/internal/order"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// PeerConfig makes a [Client] a node of the Streamr network: it publishes and subscribes
// there, without asking anybody's HTTP interface, together with other LogStore nodes and
// clients and with the official ones (protocol 1.1, SDK 103.x).
type PeerConfig struct {
	// EntryPoints are the nodes through which the client enters the network, as
	// "ws://host:port/#<node id>", or wss:// for TLS. One suffices; more make it sure. None
	// makes the client the first node of a network of its own.
	EntryPoints []string

	// Listen is the host:port of the client's own WebSocket server, port 0 taking a free
	// one. Other nodes that cannot be dialled themselves reach it there. "": no server;
	// the client takes part through connections that it makes itself.
	Listen string
	// Advertise is the host:port at which others reach the server, if that differs from
	// what the entry points see.
	Advertise string
	// NodeID is the client's node id, 40 hex digits. "": a new one each time.
	NodeID string

	// Streams answers what the chain knows about streams. nil: Config.Network.
	Streams StreamAuthority

	// QuantumResistant asks publishers for group keys with ML-KEM in place of RSA, and
	// answers only those who do so too. SDKs older than 103 do not know it.
	QuantumResistant bool
	// RSABits is the length of the key that the client makes to ask for group keys, at
	// least 2048; 0 is 4096, as official clients have it, which takes a second or several
	// when a private stream is first read.
	RSABits int
	// MinRSABits refuses subscribers that ask with shorter keys: whoever listens to the
	// network can break short ones, and then read the stream. 0 is 2048, and what official
	// clients of a development environment use (640) on a development chain.
	MinRSABits int

	// GapWait is how long a message waits for those of its publisher before it, before
	// storage nodes are asked for them, and the time between two tries. 0 is 5 s.
	GapWait time.Duration
	// GapTries is how often they are asked until the missing ones are given up. 0 is 5.
	GapTries int
}

// StreamAuthority says what holds for streams. [Network] is one, which asks the chain.
// Answers are cached: what is permitted for up to five minutes, what is not for five
// seconds, and longer while the authority cannot be reached.
type StreamAuthority interface {
	// Partitions returns the number of partitions, or [ErrNoSuchStream].
	Partitions(ctx context.Context, stream string) (int, error)
	// Permission returns what a user, "0x…", may do; what everybody may is included, and
	// is asked for with the user [Public].
	Permission(ctx context.Context, stream, user string) (StreamPermission, error)
	// StorageURLs returns the base URLs of nodes that keep the stream.
	StorageURLs(ctx context.Context, stream string) ([]string, error)
}

// minRSABits is what can be broken by nobody yet (NIST SP 800-57).
const minRSABits = 2048

func (p *PeerConfig) validate() error {
	if p == nil {
		return nil
	}
	var errs []error
	for _, e := range p.EntryPoints {
		if _, err := node.ParseEntryPoint(e); err != nil {
			errs = append(errs, err)
		}
	}
	for name, address := range map[string]string{"Listen": p.Listen, "Advertise": p.Advertise} {
		if _, _, err := net.SplitHostPort(address); address != "" && err != nil {
			errs = append(errs, fmt.Errorf("%s %q is no host:port", name, address))
		}
	}
	if p.Advertise != "" && p.Listen == "" {
		errs = append(errs, errors.New("there is no server to advertise: Advertise needs Listen"))
	}
	if p.NodeID != "" {
		if _, err := wire.ParseNodeID(p.NodeID); err != nil {
			errs = append(errs, fmt.Errorf("NodeID: %w", err))
		}
	}
	if p.RSABits != 0 && p.RSABits < minRSABits {
		errs = append(errs, fmt.Errorf("RSABits is %d, want at least %d, or 0 for the default", p.RSABits, minRSABits))
	}
	if p.MinRSABits < 0 || p.GapWait < 0 || p.GapTries < 0 {
		errs = append(errs, errors.New("MinRSABits, GapWait or GapTries is negative, want 0 for the default"))
	}
	return errors.Join(errs...)
}

// node is the configuration of the network's layer.
func (p *PeerConfig) node(c *Client) (node.Config, error) {
	cfg := node.Config{Listen: p.Listen, Advertise: p.Advertise, Version: c.cfg.UserAgent, Logger: c.cfg.Logger}
	for _, text := range p.EntryPoints {
		e, err := node.ParseEntryPoint(text)
		if err != nil {
			return cfg, err
		}
		cfg.EntryPoints = append(cfg.EntryPoints, e)
	}
	if p.NodeID != "" {
		id, err := wire.ParseNodeID(p.NodeID)
		if err != nil {
			return cfg, fmt.Errorf("NodeID: %w", err)
		}
		cfg.NodeID = &id
	}
	return cfg, nil
}

func (p *PeerConfig) gapWait() time.Duration { return orDefault(p.GapWait, order.DefaultWait) }
