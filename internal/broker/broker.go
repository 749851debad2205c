package broker

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"

	"github.com/logstore/logstore/internal/api"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/internal/timetree"
	"github.com/logstore/logstore/message"
)

// Options are what a broker gets from the program that runs it. Key is needed.
type Options struct {
	Key     *keys.Key
	Version string
	Logger  *slog.Logger // nil discards
	// Registry keeps the metrics that the operators' address shows; nil makes one.
	Registry *prometheus.Registry
	// Ready is called once, when the node serves on all its addresses. An error
	// stops the node.
	Ready func(Info) error
}

// Info is what a running node tells about itself.
type Info struct {
	// URL is the public address, AdminURL that for operators, "" if it is off.
	URL      string `json:"url"`
	AdminURL string `json:"adminUrl,omitempty"`
	// Address is the Ethereum address of the node's key.
	Address string `json:"address"`
	// EntryPoint is how others join the Streamr network through the node, "" if it
	// takes no part in it or cannot be reached.
	EntryPoint string `json:"entryPoint,omitempty"`
}

// Broker is a node. It runs once.
type Broker struct {
	cfg   *config.Config
	o     Options
	log   *slog.Logger
	ready atomic.Bool // whether requests are welcome

	network atomic.Pointer[network] // nil while it is not open, or if there is none
}

// New makes a broker from a validated configuration. Nothing is opened before Run.
func New(cfg *config.Config, o Options) (*Broker, error) {
	if o.Key == nil {
		return nil, errors.New("start node: no key")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Registry == nil {
		o.Registry = prometheus.NewRegistry()
	}
	return &Broker{cfg: cfg, o: o, log: o.Logger}, nil
}

// Run starts the node, serves until ctx ends, and stops it. It returns nil after an
// ordinary stop. Errors are those of a part that could not be started, that failed
// while running, or that could not be stopped in time.
func (b *Broker) Run(ctx context.Context) (err error) {
	if err := os.MkdirAll(string(b.cfg.DataDir), 0o700); err != nil {
		return fmt.Errorf("make data directory: %w", err)
	}
	// The addresses are taken first: they are the likeliest thing to be wrong, and
	// clients that come early wait for the store rather than being refused.
	ls, err := b.listen(ctx)
	if err != nil {
		return err
	}
	defer ls.close()

	st, err := b.openStore()
	if err != nil {
		return err
	}
	defer func() {
		if e := st.Close(); e != nil {
			err = errors.Join(err, fmt.Errorf("close store: %w", e))
		}
		b.log.Info("node stopped")
	}()
	if b.cfg.Chain.Network != "" {
		nw, openErr := b.openNetwork()
		if openErr != nil {
			return openErr
		}
		b.network.Store(nw)
		defer func() { err = errors.Join(err, nw.close()) }()
	}
	parts, err := b.assemble(ctx, st)
	if err != nil {
		return err
	}
	return b.serve(ctx, parts, ls)
}

func (b *Broker) openStore() (*pebble.Store, error) {
	keepMemorySmall()
	return pebble.Open(b.cfg.StoreDir(), pebble.Options{
		Logger:       b.log.With(slog.String("part", "store")),
		Registerer:   b.o.Registry,
		CacheBytes:   int64(b.cfg.Store.Cache),
		MinFreeBytes: int64(b.cfg.Store.MinFree),
	})
}

// inner is the parts between the store and the listeners.
type inner struct {
	store      *pebble.Store
	tree       *timetree.Tree
	ingest     *ingest.Ingester
	validation *ingest.ValidationPublisher // nil if reports go nowhere
	api        *api.Server
	overlay    *overlay // nil if the broker takes no part in the Streamr network
}

// assemble makes the parts, each from those below it.
func (b *Broker) assemble(ctx context.Context, st *pebble.Store) (*inner, error) {
	registry, err := b.registry(st)
	if err != nil {
		return nil, err
	}
	tree, err := timetree.New(st, timetree.Config{
		Logger: b.log.With(slog.String("part", "timetree")), Registerer: b.o.Registry,
	})
	if err != nil {
		return nil, err
	}
	n := &inner{store: st, tree: tree}
	deps := ingest.Deps{
		Store: tree, Streams: registry, Verifier: new(message.Verifier),
		Logger: b.log.With(slog.String("part", "ingest")), Registerer: b.o.Registry,
	}
	// Reports are published through ingest, which makes them: the publisher gets
	// its way in only after both exist.
	if id := b.cfg.Ingest.ValidationErrorsStream; id != "" {
		n.validation, err = b.validationPublisher(id, func(ctx context.Context, ms []*message.Message) ([]ingest.Result, error) {
			return n.ingest.Submit(ctx, ms)
		})
		if err != nil {
			return nil, err
		}
		deps.ValidationErrors = n.validation.Report
	}
	secret, err := sessionSecret(string(b.cfg.DataDir))
	if err != nil {
		return nil, err
	}
	apiConfig, err := b.apiConfig()
	if err != nil {
		return nil, err
	}
	n.ingest = ingest.New(b.ingestConfig(), deps)
	apiDeps := api.Deps{
		Store: tree, StoreID: st.ID(), Trees: tree, Ingest: n.ingest, Streams: registry,
		NodeSigner: b.o.Key.Signer(), SessionSecret: secret, Version: b.o.Version,
		Ready:  b.isReady,
		Logger: b.log.With(slog.String("part", "api")), Registerer: b.o.Registry, Gatherer: b.o.Registry,
	}
	if b.cfg.Streamr.Listen != "" {
		if n.overlay, err = b.openOverlay(ctx, n.ingest, registry); err != nil {
			return nil, errors.Join(err, n.ingest.Close(context.Background()))
		}
		apiDeps.Ingest = n.overlay.spread(n.ingest)
	}
	if nw := b.network.Load(); nw != nil {
		apiDeps.Network, apiDeps.Graph = nw, nw.graph
	}
	n.api, err = api.New(apiConfig, apiDeps)
	if err != nil {
		return nil, errors.Join(err, n.closeOverlay(context.Background()), n.ingest.Close(context.Background()))
	}
	return n, nil
}

// registry is what tells about streams: the chain, or the configuration.
func (b *Broker) registry(st *pebble.Store) (api.Streams, error) {
	if nw := b.network.Load(); nw != nil {
		return nw.streams, nil
	}
	return streams.New(b.streamsConfig(), st)
}

// serve answers requests until ctx ends or a listener fails, then stops the parts
// from the outside to the inside.
func (b *Broker) serve(ctx context.Context, n *inner, ls *listeners) error {
	public := b.publicServer(n.api.Handler())
	admin := b.adminServer(n.api.AdminHandler(), n.store)
	background, stopBackground := context.WithCancel(context.WithoutCancel(ctx))
	defer stopBackground()

	group, running := errgroup.WithContext(ctx)
	group.Go(func() error { return ignoreClosed("serve "+ls.info.URL, ls.servePublic(public)) })
	if ls.admin != nil {
		group.Go(func() error { return ignoreClosed("serve "+ls.info.AdminURL, admin.Serve(ls.admin)) })
	}
	group.Go(func() error {
		n.tree.Run(background)
		return nil
	})
	if b.cfg.Store.ScrubEvery > 0 {
		group.Go(func() error {
			b.scrub(background, n.store)
			return nil
		})
	}
	if nw := b.network.Load(); nw != nil {
		group.Go(func() error { return nw.run(background) })
	}
	if n.overlay != nil {
		group.Go(func() error { return n.overlay.run(background) })
	}
	if n.validation != nil {
		group.Go(func() error { return n.validation.Run(background) })
	}
	group.Go(func() error {
		ls.info.Address = b.o.Key.String()
		if n.overlay != nil {
			ls.info.EntryPoint = n.overlay.entryPoint()
		}
		b.ready.Store(true)
		b.log.Info("node ready", slog.String("url", ls.info.URL), slog.String("admin", ls.info.AdminURL),
			slog.String("address", ls.info.Address), slog.String("data_dir", string(b.cfg.DataDir)))
		if b.o.Ready == nil {
			return nil
		}
		return b.o.Ready(ls.info)
	})
	group.Go(func() error {
		<-running.Done()
		b.log.Info("node stopping", slog.Duration("at_most", time.Duration(b.cfg.HTTP.ShutdownTimeout)))
		err := b.stop(n, public, admin)
		stopBackground()
		return err
	})
	return group.Wait()
}

// stop ends what is under way: no new requests, live streams closed, running
// requests finished or cut at the deadline, ingest drained.
func (b *Broker) stop(n *inner, public, admin *http.Server) error {
	b.ready.Store(false)
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(b.cfg.HTTP.ShutdownTimeout))
	defer cancel()
	n.api.Shutdown()
	var errs []error
	if err := shutdown(ctx, public); err != nil {
		b.log.Warn("requests were cut off", slog.Any("error", err))
	}
	// Everything acknowledged is durable by now; this only ends the workers.
	last, cancelLast := context.WithTimeout(context.Background(), finalTimeout)
	defer cancelLast()
	if err := n.closeOverlay(last); err != nil {
		b.log.Warn("the Streamr network was left without a word", slog.Any("error", err))
	}
	if err := n.ingest.Close(last); err != nil {
		errs = append(errs, err)
	}
	if err := shutdown(last, admin); err != nil {
		b.log.Warn("admin requests were cut off", slog.Any("error", err))
	}
	return errors.Join(errs...)
}

// errNotReady is what /readyz says before and after the node serves.
var errNotReady = errors.New("the node is starting or stopping")

func (b *Broker) isReady(context.Context) error {
	if !b.ready.Load() {
		return errNotReady
	}
	if nw := b.network.Load(); nw != nil {
		return nw.ready()
	}
	return nil
}

// finalTimeout bounds the end of the parts that have nothing left to wait for.
const finalTimeout = 5 * time.Second

// shutdown lets requests finish until ctx ends and cuts off the rest.
func shutdown(ctx context.Context, srv *http.Server) error {
	err := srv.Shutdown(ctx)
	if err == nil {
		return nil
	}
	return errors.Join(err, srv.Close())
}

func ignoreClosed(what string, err error) error {
	if err == nil || errors.Is(err, http.ErrServerClosed) || errors.Is(err, net.ErrClosed) {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
