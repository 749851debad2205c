package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
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
	// CacheDir keeps the downloaded data and the node's directory.
	CacheDir string
	// Out gets what happens, for a person to read.
	Out io.Writer
	// Getenv looks up the environment; the node reads the same one.
	Getenv func(string) string
}

// Stream is the path of the stream that the data is published to.
const Stream = "/earthquakes"

// Addresses of a node that nothing was said to.
const (
	httpVariable, defaultHTTP   = "LOGSTORE_HTTP_LISTEN", "127.0.0.1:7771"
	adminVariable, defaultAdmin = "LOGSTORE_ADMIN_LISTEN", "127.0.0.1:7772"
)

// ErrWrongAnswer says that the node's answer is not what was published.
var ErrWrongAnswer = errors.New("the answer is wrong")

// run is one demonstration on its way.
type run struct {
	cfg    Config
	say    printer
	dir    string
	events []sample.Event
	node   *noderun.Node
	key    message.Signer
	client *logstore.Client
	stream message.StreamID
}

// Run shows everything, then serves until ctx is done, which is the good end: the
// node is stopped in order and Run returns nil. Any other end is an error that
// says what to do.
func Run(ctx context.Context, cfg Config) (err error) {
	r := &run{cfg: cfg, say: printer{cfg.Out}, dir: filepath.Join(cfg.CacheDir, "demo")}
	defer func() {
		if r.client != nil {
			err = errors.Join(err, r.client.Close())
		}
		if r.node != nil {
			err = errors.Join(err, r.node.Stop())
		}
		if err != nil && ctx.Err() != nil && errors.Is(err, context.Canceled) {
			err = nil // stopped by the user half-way
		}
	}()
	for _, step := range []func(context.Context) error{r.loadData, r.startNode, r.openKey, r.publish, r.query} {
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
	case <-r.node.Done():
		return errors.New("the node ended by itself")
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

func (r *run) startNode(ctx context.Context) error {
	for _, a := range []struct{ variable, fallback string }{{httpVariable, defaultHTTP}, {adminVariable, defaultAdmin}} {
		if err := r.checkFree(ctx, a.variable, a.fallback); err != nil {
			return err
		}
	}
	r.say.step("Node: one broker, no peers, no token")
	again := noderun.HasNode(r.dir)
	if !again {
		r.say.command("%s", strings.Join(noderun.InitCommand(r.cfg.Binary, r.dir), " "))
	}
	r.say.command("%s broker start --dir %s", r.cfg.Binary, r.dir)
	if err := os.MkdirAll(r.cfg.CacheDir, 0o755); err != nil {
		return fmt.Errorf("make the cache folder: %w", err)
	}
	node, err := noderun.Start(ctx, noderun.Config{Binary: r.cfg.Binary, Dir: r.dir})
	if err != nil {
		if again && ctx.Err() == nil {
			err = fmt.Errorf("%w\n%s is from an earlier run; if nothing in it matters to you, remove it and run the demo again", err, r.dir)
		}
		return err
	}
	r.node = node
	r.say.line("node %s serves %s", node.Address, node.URL)
	return nil
}

// checkFree says which variable chooses another address before the node has to
// fail for it.
func (r *run) checkFree(ctx context.Context, variable, fallback string) error {
	address := r.cfg.Getenv(variable)
	if address == "" {
		address = fallback
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", address)
	if err != nil {
		return fmt.Errorf("%s cannot be used (%w): is another node running? Stop it, or choose other addresses, for example\n  %s=127.0.0.1:8771 %s=127.0.0.1:8772 make run",
			address, err, httpVariable, adminVariable)
	}
	return l.Close()
}

// openKey takes the node's own key as the publisher's, so that the commands shown
// at the end work on the same streams.
func (r *run) openKey(context.Context) error {
	password, err := keys.PasswordFile(filepath.Join(r.dir, "password"))
	if err != nil {
		return fmt.Errorf("read the password of the demo's key: %w; remove %s to start afresh", err, r.dir)
	}
	key, err := keys.Open(filepath.Join(r.dir, "key.json"), password)
	if err != nil {
		return fmt.Errorf("open the demo's key: %w; remove %s to start afresh", err, r.dir)
	}
	r.key = key.Signer()
	if r.stream, err = message.ParseStreamID(Stream, r.key.UserID()); err != nil {
		return err
	}
	r.client, err = logstore.New(logstore.Config{URL: r.node.URL, Key: r.key, Node: r.node.Address})
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
