package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/internal/noderun"
	"github.com/logstore/logstore/internal/sample"
	"github.com/logstore/logstore/message"
)

// Config says where things are.
type Config struct {
	// Binary is the logstore program.
	Binary string
	// CacheDir keeps the downloaded data and the network's directory.
	CacheDir string
	// RPCListen, HTTPListen and StreamrListen are the addresses of the chain, of the
	// broker, and of its node in the Streamr network.
	RPCListen, HTTPListen, StreamrListen string
	// Out gets what happens, for a person to read.
	Out io.Writer
}

// Stream is the path of the stream that the data is published to.
const Stream = "/earthquakes"

// The addresses unless something else is said.
const (
	DefaultRPCListen  = "127.0.0.1:8545"
	DefaultHTTPListen = "127.0.0.1:7771"
	// DefaultStreamrListen is where clients of the Streamr network enter it.
	DefaultStreamrListen = "127.0.0.1:30300"
)

// ErrWrongAnswer says that the network's answer is not what was published.
var ErrWrongAnswer = errors.New("the answer is wrong")

// run is one demonstration on its way.
type run struct {
	cfg    Config
	say    printer
	dir    string
	events []sample.Event
	devnet *noderun.Devnet
	env    []string // for commands: the network and the first account
	key    message.Signer
	client *logstore.Client
	stream message.StreamID
}

// Run shows everything, then serves until ctx is done, which is the good end: the
// network is stopped in order and Run returns nil. Any other end is an error that
// says what to do.
func Run(ctx context.Context, cfg Config) (err error) {
	r := &run{cfg: cfg, say: printer{cfg.Out}, dir: filepath.Join(cfg.CacheDir, "devnet")}
	defer func() {
		if r.client != nil {
			err = errors.Join(err, r.client.Close())
		}
		if r.devnet != nil {
			err = errors.Join(err, r.devnet.Stop())
		}
		if err != nil && ctx.Err() != nil && errors.Is(err, context.Canceled) {
			err = nil // stopped by the user half-way
		}
	}()
	for _, step := range []func(context.Context) error{
		r.loadData, r.startNetwork, r.openKey, r.payForStorage, r.publish, r.payForQueries, r.query,
	} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	if err := r.tryNext(); err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		r.say.line("stopping")
		return nil
	case <-r.devnet.Done():
		return errors.New("the network ended by itself")
	}
}

func (r *run) loadData(ctx context.Context) error {
	path, err := sample.Fetch(ctx, sample.Config{CacheDir: filepath.Join(r.cfg.CacheDir, "sample"), Progress: r.cfg.Out})
	if err != nil {
		return err
	}
	if r.events, err = sample.ReadFile(path); err != nil {
		return err
	}
	first, last := r.events[0].Time, r.events[len(r.events)-1].Time
	r.say.step("Data: %s earthquakes of one week, with the times they happened", count(len(r.events)))
	r.say.line("from %s to %s (U.S. Geological Survey, through the npm package %s)", clock(first), clock(last), sample.Package)
	return nil
}

func (r *run) startNetwork(ctx context.Context) error {
	for _, a := range []struct{ flag, address string }{{"rpc-listen", r.cfg.RPCListen}, {"listen", r.cfg.HTTPListen}, {"streamr-listen", r.cfg.StreamrListen}} {
		if err := checkFree(ctx, a.flag, a.address); err != nil {
			return err
		}
	}
	cfg := noderun.DevnetConfig{Binary: r.cfg.Binary, Dir: r.dir, Args: []string{"--rpc-listen", r.cfg.RPCListen, "--listen", r.cfg.HTTPListen, "--streamr-listen", r.cfg.StreamrListen}}
	r.say.step("Network: an EVM chain with the contracts and ten funded accounts, and a broker, in one process")
	r.say.command("%s", strings.Join(noderun.DevnetCommand(cfg), " "))
	start := time.Now()
	devnet, err := noderun.StartDevnet(ctx, cfg)
	if err != nil {
		if ctx.Err() == nil {
			err = fmt.Errorf("%w\nif %s is from an earlier version and nothing in it matters to you, remove it and run the demo again", err, r.dir)
		}
		return err
	}
	r.devnet = devnet
	r.say.line("up in %s: chain %d at %s, broker %s at %s", seconds(time.Since(start)), devnet.ChainID, devnet.RPC, devnet.Brokers[0].Address, devnet.Brokers[0].URL)
	return nil
}

// checkFree says how to choose another address before the network has to fail for it.
func checkFree(ctx context.Context, flag, address string) error {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("%s cannot be used (%w): is another node or chain running? Stop it, or choose another address, for example\n  make run ARGS='-%s 127.0.0.1:18545'",
			address, err, flag)
	}
	return l.Close()
}

// openKey takes the first account as the publisher and the consumer.
func (r *run) openKey(context.Context) error {
	account := r.devnet.Accounts[0]
	key, err := keys.FromHex(account.PrivateKey)
	if err != nil {
		return fmt.Errorf("the first account of the network: %w", err)
	}
	r.key = key.Signer()
	if r.stream, err = message.ParseStreamID(Stream, r.key.UserID()); err != nil {
		return err
	}
	r.env = r.environment(account.PrivateKey)
	broker := r.devnet.Brokers[0]
	r.client, err = logstore.New(logstore.Config{URL: broker.URL, Key: r.key, Node: broker.Address})
	return err
}

func (r *run) publish(ctx context.Context) error {
	messages, err := sign(r.stream, r.key, r.events)
	if err != nil {
		return fmt.Errorf("sign the data: %w", err)
	}
	start := time.Now()
	res, err := r.client.PublishSigned(ctx, messages)
	if err != nil {
		return fmt.Errorf("publish the data: %w", err)
	}
	took := time.Since(start)
	if res.Stored+res.Duplicates != len(messages) {
		return fmt.Errorf("%w: published %d messages, the node took %d and had %d", ErrWrongAnswer, len(messages), res.Stored, res.Duplicates)
	}
	r.say.step("Publish: each event signed, checked by the node, on disk before the answer")
	r.say.line("stream %s", r.stream)
	r.say.line("%s messages in %s: %s stored, %s were there already", count(len(messages)), seconds(took), count(res.Stored), count(res.Duplicates))
	return nil
}
