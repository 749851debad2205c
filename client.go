package logstore

import (
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/message"
)

// Client talks to one node. All methods may be used by many goroutines at once.
// One Client per process and node is enough; it keeps connections, the session and
// the message chains that its events are linked into.
type Client struct {
	cfg      Config
	base     *url.URL
	http     *http.Client
	ownHTTP  bool
	verifier *message.Verifier
	node     message.UserID // that must sign checkpoints, "" for any
	auth     authorizer
	keys     groupkeys.Store

	schemas schemaCache

	hasURL bool  // by the configuration
	peer   *peer // nil without Config.Peer

	othersMu sync.Mutex // guards others
	others   map[string]*Client

	chainsMu sync.Mutex // guards the map; each writer has its own lock
	chains   map[message.StreamPart]*chainWriter
}

// New checks cfg and makes a Client. It does not talk to the node yet; ask
// [Client.Ready] or [Client.Node] to know whether one is there.
func New(cfg Config) (*Client, error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	hasURL := cfg.URL != ""
	cfg = cfg.withDefaults()
	base, err := parseBaseURL(cfg.URL)
	if err != nil {
		return nil, err
	}
	node, err := parseNode(cfg.Node)
	if err != nil {
		return nil, err
	}
	c := &Client{
		cfg:      cfg,
		node:     node,
		base:     base,
		http:     cfg.HTTPClient,
		hasURL:   hasURL,
		verifier: &message.Verifier{Contracts: cfg.Contracts},
		chains:   make(map[message.StreamPart]*chainWriter),
	}
	if c.http == nil {
		c.http = &http.Client{Transport: newTransport()}
		c.ownHTTP = true
	}
	c.auth = newAuthorizer(c)
	if c.keys, err = cfg.Keys.open(); err != nil {
		return nil, fmt.Errorf("config Keys: %w", err)
	}
	if cfg.Peer != nil {
		c.peer = newPeer(c)
	}
	return c, nil
}

// newTransport keeps a few idle connections for concurrent publishers and leaves
// compression to Config.Compression.
func newTransport() *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = 32
	t.DisableCompression = true
	t.ResponseHeaderTimeout = 0 // bounded per call
	t.IdleConnTimeout = 90 * time.Second
	return t
}

// Close lets go of idle connections, and leaves the Streamr network, which takes a few
// seconds at most. Results and subscriptions over HTTP that are still open go on until they
// are closed themselves; those of the network end with [ErrClosed].
func (c *Client) Close() error {
	var err error
	if c.peer != nil {
		err = c.peer.close()
	}
	if c.ownHTTP {
		c.http.CloseIdleConnections()
	}
	return err
}

// URL returns the base URL of the node.
func (c *Client) URL() string { return c.base.String() }

// Address returns the id that events are published under, or "" without a key.
func (c *Client) Address() string {
	if c.cfg.Key == nil {
		return ""
	}
	return c.cfg.Key.UserID().String()
}

// owner is put in front of stream ids that begin with "/".
func (c *Client) owner() message.UserID {
	if c.cfg.Key == nil {
		return ""
	}
	return c.cfg.Key.UserID()
}
