package rpcpool

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

// endpoint is one URL, how it does, and the connection to it.
type endpoint struct {
	pool    *Pool
	index   int    // in Pool.endpoints
	name    string // for people: nothing secret in it
	url     *url.URL
	secrets []string // parts of the URL that must not be printed

	slot chan struct{} // holds one token while nobody connects
	head atomic.Uint64 // number of the last head seen

	mu      sync.Mutex // protects what follows
	conn    *conn
	checked bool // the chain id was asked since the last failure
	state   Status
	lastErr error
	fails   int // in a row
}

// conn is a connection to an endpoint. It never reconnects by itself: the endpoint
// behind the name may be another one then.
type conn struct {
	*ethclient.Client
	endpoint *endpoint
	lost     atomic.Bool // the connection broke and the client wanted a new one
}

var errLost = errors.New("connection lost")

func newEndpoint(p *Pool, index int, name string, u *url.URL) *endpoint {
	e := &endpoint{pool: p, index: index, name: name, url: u, slot: make(chan struct{}, 1), state: Status{URL: name}}
	e.slot <- struct{}{}
	secrets := append(strings.Split(u.EscapedPath(), "/"), u.RawQuery, u.Fragment)
	for _, values := range u.Query() {
		secrets = append(secrets, values...)
	}
	if u.User != nil {
		password, _ := u.User.Password()
		secrets = append(secrets, u.User.String(), password, u.User.Username())
	}
	for _, s := range secrets {
		if len(s) > 3 { // "v2", "rpc": neither secret nor safe to replace in a text
			e.secrets = append(e.secrets, s)
		}
	}
	return e
}

// dial makes a connection. For http there is nothing to do yet.
func (e *endpoint) dial(ctx context.Context) (*conn, error) {
	c := &conn{endpoint: e}
	if !e.pushes() {
		client, err := rpc.DialOptions(ctx, e.url.String(), rpc.WithHTTPClient(&http.Client{
			Transport: boundedTransport{e.pool.transport},
			// A redirect would carry the key in the URL or in a header to somebody else.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		}))
		if err != nil {
			return nil, err
		}
		c.Client = ethclient.NewClient(client)
		return c, nil
	}
	var dialled atomic.Bool
	dialer := websocket.Dialer{
		Proxy:            e.pool.transport.Proxy,
		HandshakeTimeout: e.pool.cfg.Timeout,
		NetDialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			if dialled.Swap(true) {
				c.lost.Store(true)
				return nil, errLost
			}
			return e.pool.cfg.Dial(ctx, network, addr)
		},
	}
	client, err := rpc.DialOptions(ctx, e.url.String(), rpc.WithWebsocketDialer(dialer), rpc.WithWebsocketMessageSizeLimit(maxAnswerBytes))
	if err != nil {
		return nil, err
	}
	c.Client = ethclient.NewClient(client)
	return c, nil
}

// pushes tells whether the endpoint can have subscriptions.
func (e *endpoint) pushes() bool { return e.url.Scheme == "ws" || e.url.Scheme == "wss" }

// ready returns a connection to an endpoint whose chain is the right one. With an
// error it returns the connection that does not work, if there is one.
func (e *endpoint) ready(ctx context.Context) (*conn, error) {
	if c, checked := e.current(); checked {
		return c, nil
	}
	select {
	case <-e.slot:
		defer func() { e.slot <- struct{}{} }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	c, checked := e.current()
	if checked {
		return c, nil
	}
	if c == nil || c.lost.Load() {
		e.disconnect()
		var err error
		if c, err = e.dial(ctx); err != nil {
			return nil, err
		}
		e.mu.Lock()
		e.conn = c
		e.mu.Unlock()
	}
	id, err := c.ChainID(ctx)
	if err != nil {
		return c, err // for who asks whether the connection is lost
	}
	// The first answer decides when nothing is configured.
	e.pool.chainID.CompareAndSwap(0, id.Uint64())
	if want := e.pool.chainID.Load(); !id.IsUint64() || id.Uint64() != want {
		return nil, &ChainError{Endpoint: e.name, Got: id.Uint64(), Want: want}
	}
	e.mu.Lock()
	e.checked = true
	e.mu.Unlock()
	return c, nil
}

func (e *endpoint) current() (c *conn, checked bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.conn, e.conn != nil && e.checked
}

// disconnect closes the connection, if there is one.
func (e *endpoint) disconnect() {
	e.mu.Lock()
	c := e.conn
	e.conn, e.checked = nil, false
	e.mu.Unlock()
	if c != nil {
		c.Close()
	}
}

// drop is called when c broke: others may have replaced it already.
func (e *endpoint) drop(c *conn) {
	if current, _ := e.current(); current == c {
		e.disconnect()
	}
}

// worked notes a call that the endpoint answered.
func (e *endpoint) worked() {
	e.mu.Lock()
	recovered := e.fails > 0
	e.fails, e.state.Healthy, e.state.WrongChain, e.state.RestsUntil = 0, true, 0, time.Time{}
	e.mu.Unlock()
	if recovered {
		e.pool.cfg.Logger.Info("RPC endpoint works again", "endpoint", e.name)
	}
}

// failed notes a failure and lets the endpoint rest.
func (e *endpoint) failed(err error) {
	var wrong *ChainError
	e.mu.Lock()
	if time.Now().Before(e.state.RestsUntil) { // of many calls at once the first decides
		e.mu.Unlock()
		return
	}
	e.fails++
	rest := min(firstRest<<min(e.fails-1, 10), longestRest)
	// Full rests would make all clients of an endpoint come back at the same moment.
	rest = rest/2 + time.Duration(e.pool.cfg.Random()*float64(rest/2))
	e.checked = false
	e.lastErr, e.state.Healthy, e.state.LastError, e.state.RestsUntil = err, false, err.Error(), time.Now().Add(rest)
	e.state.WrongChain = 0
	if errors.As(err, &wrong) {
		e.state.WrongChain = wrong.Got
	}
	first := e.fails == 1
	e.mu.Unlock()
	if first {
		e.pool.cfg.Logger.Warn("RPC endpoint fails", "endpoint", e.name, "error", err.Error())
	}
}

func (e *endpoint) status() Status {
	e.mu.Lock()
	defer e.mu.Unlock()
	s := e.state
	s.Head = e.head.Load()
	return s
}

// rest returns how long the endpoint still rests, and after which error.
func (e *endpoint) rest() (time.Duration, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return time.Until(e.state.RestsUntil), e.lastErr
}
