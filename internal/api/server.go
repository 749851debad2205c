package api

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// Ingester takes messages in. [ingest.Ingester] is one.
type Ingester interface {
	Submit(ctx context.Context, ms []*message.Message) ([]ingest.Result, error)
}

// Streams tells what holds for a stream. [streams.Registry] is one.
type Streams interface {
	Stream(ctx context.Context, id message.StreamID) (streams.Stream, error)
	MayPublish(ctx context.Context, id message.StreamID, publisher message.UserID, at int64) (until int64, err error)
	MayManage(id message.StreamID, user message.UserID) bool
	Schema(ctx context.Context, id message.StreamID) (json.RawMessage, error)
	SetSchema(ctx context.Context, id message.StreamID, raw []byte) error
}

// Deps are what a Server works with. Store, Trees, Ingest, Streams and NodeSigner
// are needed.
type Deps struct {
	Store store.Store
	// StoreID names the store in cursors. It must stay the same when the store is
	// opened again, and differ between stores.
	StoreID [16]byte
	Ingest  Ingester
	Streams Streams
	// Trees are the time trees over what Store holds.
	Trees Trees
	// NodeSigner signs what is published unsigned and the node's checkpoints; its
	// address is the node's.
	NodeSigner message.DigestSigner
	// SessionSecret authenticates sessions; 32 bytes. nil makes a random one, so
	// that sessions end with the process.
	SessionSecret []byte

	Clock      func() time.Time      // nil is time.Now
	Rand       io.Reader             // nil is crypto/rand; safe for concurrent use
	Logger     *slog.Logger          // nil discards
	Registerer prometheus.Registerer // nil keeps metrics nobody sees
	Gatherer   prometheus.Gatherer   // of /metrics; nil is Registerer, if it gathers
	Version    string                // of the program
	// Ready returns why the node cannot take requests, or nil. nil: always ready.
	Ready func(ctx context.Context) error

	// Network is what the chain says; nil for a node that stands alone.
	Network Network
	// Graph answers the GraphQL look-ups of Streamr's and the original's clients; nil
	// if there is no chain to answer from.
	Graph http.Handler
}

// Server is the HTTP surface of a node. Its handlers may be used by many
// goroutines at once.
type Server struct {
	cfg      Config
	store    store.Store
	storeID  [16]byte
	trees    Trees
	ingest   Ingester
	streams  Streams
	signer   message.DigestSigner
	writer   *nodeWriter
	sessions *sessions
	auth     *authenticator
	limits   *limits
	proxies  proxies
	codings  *codings
	metrics  *metrics
	gatherer prometheus.Gatherer
	router   router
	rand     io.Reader
	now      func() time.Time
	log      *slog.Logger
	version  string
	address  string
	ready    func(context.Context) error
	network  Network // nil if there is none
	graph    http.Handler

	queries, lives, publishes *slots

	closing context.Context // ends when Shutdown begins
	close   context.CancelFunc
}

// New makes a Server. It starts no goroutine.
func New(cfg Config, d Deps) (*Server, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	if d.Store == nil || d.Trees == nil || d.Ingest == nil || d.Streams == nil || d.NodeSigner == nil {
		return nil, errors.New("api: Deps need Store, Trees, Ingest, Streams and NodeSigner")
	}
	d = d.withDefaults()
	if n := len(d.SessionSecret); n != sessionSecretLen {
		return nil, fmt.Errorf("api: session secret is %d bytes long: want %d", n, sessionSecretLen)
	}
	s := &Server{
		cfg: cfg, store: d.Store, storeID: d.StoreID, trees: d.Trees, ingest: d.Ingest, streams: d.Streams,
		signer: d.NodeSigner, address: d.NodeSigner.UserID().String(),
		codings: newCodings(), gatherer: d.Gatherer, rand: d.Rand, now: d.Clock, log: d.Logger,
		version: d.Version, ready: d.Ready, network: d.Network, graph: d.Graph,
		queries:   newSlots(cfg.MaxQueries, cfg.MaxQueriesPerClient),
		lives:     newSlots(cfg.MaxLive, cfg.MaxLivePerClient),
		publishes: newSlots(cfg.MaxPublishes, cfg.MaxPublishesPerClient),
		sessions:  newSessions(d.SessionSecret, cfg.SessionTTL, d.Clock, d.Rand),
	}
	s.closing, s.close = context.WithCancel(context.Background())
	for _, text := range cfg.TrustedProxies {
		prefix, err := parsePrefix(text)
		if err != nil {
			return nil, err // Validate has looked
		}
		s.proxies = append(s.proxies, prefix)
	}
	var err error
	if s.auth, err = newAuthenticator(cfg, s.sessions, d.Clock); err != nil {
		return nil, err
	}
	if s.limits, err = newLimits(cfg, d.Clock); err != nil {
		return nil, err
	}
	if s.metrics, err = newMetrics(d.Registerer); err != nil {
		return nil, fmt.Errorf("api metrics: %w", err)
	}
	if s.writer, err = newNodeWriter(d.NodeSigner, d.Rand); err != nil {
		return nil, err
	}
	s.routes()
	return s, nil
}

const sessionSecretLen = 32

func (d Deps) withDefaults() Deps {
	if d.Clock == nil {
		d.Clock = time.Now
	}
	if d.Rand == nil {
		d.Rand = rand.Reader
	}
	if d.Logger == nil {
		d.Logger = slog.New(slog.DiscardHandler)
	}
	if d.SessionSecret == nil {
		d.SessionSecret = make([]byte, sessionSecretLen)
		_, _ = rand.Read(d.SessionSecret) // never fails
	}
	if d.Registerer == nil {
		d.Registerer = prometheus.NewRegistry()
	}
	if d.Gatherer == nil {
		d.Gatherer, _ = d.Registerer.(prometheus.Gatherer)
	}
	if d.Gatherer == nil {
		d.Gatherer = prometheus.NewRegistry()
	}
	return d
}

// routes are all public paths. Words come before variables of the same place.
func (s *Server) routes() {
	get, post, put, del := http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete
	for _, family := range []string{"/stores/{id}", "/streams/{id}"} {
		part := family + "/data/partitions/{partition}"
		s.router.handle(get, part+"/live", s.handleLive)
		s.router.handle(get, part+"/digest", s.handleDigest)
		s.router.handle(get, part+"/{type}", s.handleQuery)
		s.router.handle(get, family+"/partitions/{partition}/ready", s.handlePartReady)
		s.router.handle(post, family, s.handlePublishUnsigned)
	}
	s.router.handle(get, "/stores", s.handleStores)
	s.router.handle(get, "/stores/{id}", s.handleStore)
	s.router.handle(get, "/stores/{id}/schema", s.handleSchema)
	s.router.handle(put, "/stores/{id}/schema", s.handlePutSchema)
	s.router.handle(del, "/stores/{id}/schema", s.handleDeleteSchema)
	s.router.handle(post, "/messages", s.handlePublish)
	s.router.handle(get, "/auth/nonce", s.handleNonce)
	s.router.handle(post, "/auth/session", s.handleLogin)
	s.router.handle(del, "/auth/session", s.handleLogout)
	if s.graph != nil {
		for _, path := range []string{"/graphql", "/subgraphs/name/{owner}/{name}"} {
			s.router.handle(get, path, s.handleGraph)
			s.router.handle(post, path, s.handleGraph)
		}
	}
	s.router.handle(get, "/", s.handleRoot)
	s.router.handle(get, "/node", s.handleNode)
	s.router.handle(get, "/openapi.json", s.handleOpenAPI)
	s.router.handle(get, "/healthz", s.handleHealth)
	s.router.handle(get, "/readyz", s.handleReady)
}

// Handler serves the public address.
func (s *Server) Handler() http.Handler { return http.HandlerFunc(s.serve) }

// Shutdown ends live streams and long answers, telling their clients, and makes
// /readyz say no. It does not wait: http.Server's Shutdown does. It may be given to
// http.Server.RegisterOnShutdown.
func (s *Server) Shutdown() { s.close() }

// untilClosing returns a context that also ends with Shutdown.
func (s *Server) untilClosing(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(s.closing, cancel)
	return ctx, func() { stop(); cancel() }
}
