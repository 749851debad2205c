package rpcpool

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"
)

// Config says which endpoints there are and how far they are trusted.
type Config struct {
	// URLs of the endpoints, http, https, ws or wss, the preferred first. At least one.
	URLs []string
	// ChainID is what the endpoints must report. 0: what the first that answers
	// reports, which the others must then report too.
	ChainID uint64
	// Quorum is how many endpoints must give the same answer to a read, at most the
	// number of URLs. 0 and 1: one answer suffices.
	Quorum int
	// Timeout of one call to one endpoint. 0: 10 s.
	Timeout time.Duration
	// PollInterval is the time without news from a subscription after which the
	// endpoints are asked for their head. 0: 2 s.
	PollInterval time.Duration
	// Logger of endpoints that begin to fail and that work again. Default: none.
	Logger *slog.Logger
	// Metrics of the endpoints. Default: none.
	Metrics Metrics

	// Dial opens the connections of all endpoints. Default: net.Dialer, through the
	// proxy that the environment names.
	Dial func(ctx context.Context, network, addr string) (net.Conn, error)
	// Random returns a number in [0,1) for the jitter of rests. Default: math/rand.
	Random func() float64
}

const (
	maxAnswerBytes   = 64 << 20 // of one answer, decompressed
	maxErrorBytes    = 64 << 10 // of the body of an HTTP error
	firstRest        = 500 * time.Millisecond
	longestRest      = 15 * time.Second
	patience         = time.Second // how long a call waits for the end of a rest when all endpoints rest
	connectionsAlive = 90 * time.Second
)

// Errors that a call can end with besides those of the chain and of the context.
var (
	// ErrUnavailable: no endpoint answered. The text has each endpoint's reason.
	ErrUnavailable = errors.New("no RPC endpoint answers")
	// ErrBehind: endpoints answered, but none has the block that was asked for, or
	// its state.
	ErrBehind = errors.New("no RPC endpoint has that block or its state")
	// ErrNoQuorum: too few endpoints gave the same answer. The text has the answers.
	ErrNoQuorum = errors.New("the RPC endpoints do not agree")
	// ErrRangeTooLarge: an endpoint refuses to search so many blocks for logs, or to
	// return so many. Ask for half.
	ErrRangeTooLarge = errors.New("range of blocks too large for the RPC endpoint")
	// ErrClosed: the pool is closed.
	ErrClosed = errors.New("RPC pool is closed")
)

// ChainError tells that an endpoint belongs to another chain than it should.
type ChainError struct {
	Endpoint  string // as in [Status]
	Got, Want uint64 // chain ids
}

func (e *ChainError) Error() string {
	return fmt.Sprintf("rpc %s reports chain %d, want %d: fix chain.rpc", e.Endpoint, e.Got, e.Want)
}

// Pool is a set of endpoints. It is safe for concurrent use.
type Pool struct {
	cfg       Config
	endpoints []*endpoint
	primary   atomic.Int64 // index of the endpoint that is asked first
	chainID   atomic.Uint64
	transport *http.Transport

	closing context.Context // ends when the pool is closed
	cancel  context.CancelFunc
	mu      sync.Mutex // protects closed against running.Add
	closed  bool
	running sync.WaitGroup
}

// New makes a pool. It does not connect: endpoints that are down are found out by the
// calls that need them.
func New(cfg Config) (*Pool, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	proxy := http.ProxyFromEnvironment
	if cfg.Dial == nil {
		cfg.Dial = (&net.Dialer{Timeout: cfg.Timeout, KeepAlive: 30 * time.Second}).DialContext
	} else {
		proxy = nil // who dials decides
	}
	p := &Pool{cfg: cfg, transport: &http.Transport{
		Proxy:                  proxy,
		DialContext:            cfg.Dial,
		ForceAttemptHTTP2:      true,
		MaxIdleConnsPerHost:    16,
		IdleConnTimeout:        connectionsAlive,
		TLSHandshakeTimeout:    cfg.Timeout,
		MaxResponseHeaderBytes: maxErrorBytes,
	}}
	p.closing, p.cancel = context.WithCancel(context.Background())
	p.chainID.Store(cfg.ChainID)
	named := map[string]int{}
	for i, raw := range cfg.URLs {
		u, err := parseURL(raw)
		if err != nil {
			return nil, err
		}
		name := u.Scheme + "://" + u.Host
		if named[name]++; named[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, named[name])
		}
		p.endpoints = append(p.endpoints, newEndpoint(p, i, name, u))
	}
	for _, e := range p.endpoints {
		state := func() (bool, uint64) {
			s := e.status()
			return s.Healthy, s.Head
		}
		if err := cfg.Metrics.Watch(e.name, outcomes[:], state); err != nil {
			return nil, fmt.Errorf("register metrics of the RPC pool: %w", err)
		}
	}
	return p, nil
}

func (c *Config) check() error {
	switch {
	case len(c.URLs) == 0:
		return errors.New("no RPC endpoint: set chain.rpc")
	case c.Quorum < 0 || c.Quorum > len(c.URLs):
		return fmt.Errorf("a quorum of %d of %d RPC endpoints is impossible: fix chain.quorum or add to chain.rpc", c.Quorum, len(c.URLs))
	case c.Timeout < 0 || c.PollInterval < 0:
		return errors.New("the RPC pool's time limits must not be negative")
	}
	if c.Timeout == 0 {
		c.Timeout = 10 * time.Second
	}
	if c.PollInterval == 0 {
		c.PollInterval = 2 * time.Second
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Metrics == nil {
		c.Metrics = unwatched{}
	}
	if c.Random == nil {
		c.Random = rand.Float64
	}
	c.Quorum = max(c.Quorum, 1)
	return nil
}

// parseURL never repeats the URL in its errors: it may hold a key.
func parseURL(raw string) (*url.URL, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return nil, errors.New("an RPC endpoint is no URL: fix chain.rpc")
	}
	switch u.Scheme {
	case "http", "https", "ws", "wss":
	default:
		return nil, fmt.Errorf("an RPC endpoint begins with %q, expected http, https, ws or wss: fix chain.rpc", u.Scheme)
	}
	if u.Hostname() == "" {
		return nil, fmt.Errorf("an RPC endpoint (%s) has no host: fix chain.rpc", u.Scheme)
	}
	return u, nil
}

// Close ends all calls and head streams, waits for them and closes the connections.
func (p *Pool) Close() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.cancel()
	for range 2 { // at once, for what waits for an answer; later, for what was just connecting
		for _, e := range p.endpoints {
			e.disconnect()
		}
		p.running.Wait()
	}
	p.transport.CloseIdleConnections()
	if err := p.cfg.Metrics.Close(); err != nil {
		p.cfg.Logger.Warn("the metrics of the RPC pool were not closed", "error", err)
	}
}

// enter counts work that Close waits for, and ties ctx to the pool's life. Work that
// is refused gets ErrClosed.
func (p *Pool) enter(ctx context.Context) (_ context.Context, leave func(), _ error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, nil, ErrClosed
	}
	p.running.Add(1)
	ctx, cancel := context.WithCancelCause(ctx)
	stop := context.AfterFunc(p.closing, func() { cancel(ErrClosed) })
	return ctx, func() { stop(); cancel(nil); p.running.Done() }, nil
}

// Status is the state of one endpoint.
type Status struct {
	// URL is scheme, host and port, without what may be a secret.
	URL string
	// Healthy: the last call worked, and the chain is the right one. An endpoint that
	// was not needed yet is not healthy and has no LastError.
	Healthy bool
	// LastError is empty when there was none, and stays after a recovery.
	LastError string
	// Head is the number of the last head seen, 0 when there was none.
	Head uint64
	// WrongChain is the chain id of an endpoint of another chain, else 0.
	WrongChain uint64
	// RestsUntil is when an endpoint that failed is tried again.
	RestsUntil time.Time
}

// Status tells how the endpoints are, in the order of the configuration.
func (p *Pool) Status() []Status {
	list := make([]Status, len(p.endpoints))
	for i, e := range p.endpoints {
		list[i] = e.status()
	}
	return list
}
