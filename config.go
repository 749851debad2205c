package logstore

import (
	"context"
	crand "crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/logstore/logstore/message"
)

// DefaultURL is where a node listens unless it was told otherwise.
const DefaultURL = "http://127.0.0.1:7771"

// Defaults of [Config].
const (
	// DefaultTimeout bounds one attempt of a call whose answer is not streamed.
	DefaultTimeout = 30 * time.Second
	// DefaultIdleTimeout ends a streamed answer, or reconnects a subscription,
	// on which nothing was heard for this long. Nodes send a sign of life every
	// 15 seconds on subscriptions.
	DefaultIdleTimeout = time.Minute
	// DefaultMaxRetries follows the first attempt, with the default back-off for
	// about six seconds in all.
	DefaultMaxRetries = 5
	// DefaultMinBackoff and DefaultMaxBackoff bound the wait before a retry. It
	// doubles each time and half of it is random.
	DefaultMinBackoff = 200 * time.Millisecond
	DefaultMaxBackoff = 15 * time.Second
	// DefaultBatchMessages and DefaultBatchBytes bound one request of a batch.
	DefaultBatchMessages = 1000
	DefaultBatchBytes    = 4 << 20
)

// Compression is a content coding for bodies in both directions.
type Compression string

// The codings that every node knows.
const (
	NoCompression   Compression = ""
	GzipCompression Compression = "gzip"
	ZstdCompression Compression = "zstd"
)

// Config says how to reach a node and who is asking. The zero value reads, without
// signing in, from a node on this machine.
type Config struct {
	// URL is the node's base URL. Default [DefaultURL].
	URL string

	// Node is the address that must have signed the node's checkpoints, by which
	// answers are proven complete. Get it from the operator, or from what an earlier
	// report named. Without it any signer will do: reports then say who it was, and
	// whoever answers at URL is trusted to be the node.
	Node string

	// Key signs published events, and signs in where a node asks for that. It
	// never leaves the process. Without a key a Client only reads and passes on
	// messages that somebody else signed. See [Key] for the usual kinds.
	Key message.Signer

	// APIKey is sent instead of signing in with Key.
	APIKey string

	// LegacyBasic authorises by the original's static header, a signature of the
	// own address that never expires, instead of a session. Only for nodes that
	// know nothing else.
	LegacyBasic bool

	// AuthDomain is the name that a node may ask this client to sign in to.
	// Default: the host and port of URL. It keeps a node from collecting a
	// signature that opens a session at another one.
	AuthDomain string

	// Contracts answers for publishers that are contracts (ERC-1271). Without it
	// their signatures cannot be checked, which is reported as such.
	Contracts message.ContractVerifier

	// AllowNonCanonical accepts messages whose signed bytes have more than one
	// reading. Reports still count them. A peer does not hand on others.
	AllowNonCanonical bool

	// Peer makes the client a node of the Streamr network: Publish and Subscribe then go
	// there. Queries are still answered over HTTP, by the node at URL, or if that is "" by
	// one that the chain names for the stream; everything else by the node at URL. nil: no
	// peer.
	Peer *PeerConfig
	// Network is where a peer asks the chain: who may publish and subscribe, and where
	// streams are kept. Close does not close it. If Contracts is nil, it answers for contracts too.
	Network *Network

	// Keys says where the group keys of private streams are kept. The zero value is in
	// memory.
	Keys KeyStoreConfig

	// Compression of what is sent and asked for. Default none, which is the
	// fastest on a local network.
	Compression Compression

	// Timeout bounds each attempt of a call whose answer is not streamed.
	// Default [DefaultTimeout].
	Timeout time.Duration
	// IdleTimeout bounds the silence on streamed answers. Default
	// [DefaultIdleTimeout].
	IdleTimeout time.Duration

	// MaxRetries is the number of further attempts after one that a node was too
	// busy for (429, 502, 503, 504) or that did not reach it. Every call of a Client is
	// safe to repeat: publishing a signed message twice stores it once. Default
	// [DefaultMaxRetries]; negative is none. Subscriptions reconnect without end.
	MaxRetries int
	// MinBackoff and MaxBackoff bound the waits in between, unless the node names
	// one (Retry-After). Defaults [DefaultMinBackoff], [DefaultMaxBackoff].
	MinBackoff, MaxBackoff time.Duration

	// BatchMessages and BatchBytes bound the requests that PublishBatch and
	// PublishSigned split their work into. Defaults [DefaultBatchMessages],
	// [DefaultBatchBytes].
	BatchMessages, BatchBytes int

	// HTTPClient makes the requests. Its Timeout should be 0, as it would cut
	// streamed answers. Default: an own one that keeps connections open.
	HTTPClient *http.Client
	// UserAgent is the header of that name. Default "logstore-go".
	UserAgent string
	// Logger hears of retries and reconnections (debug) and of anomalies in what
	// a node sends (warn). Default: nobody.
	Logger *slog.Logger
	// Clock tells and spends time. Default: the system's.
	Clock Clock
	// Rand gives the randomness of message chain ids and of back-off. Default
	// crypto/rand. It must be safe for concurrent use.
	Rand io.Reader
}

// Clock tells and spends time. Tests give their own.
type Clock interface {
	Now() time.Time
	// Sleep returns after d, or earlier with ctx's error.
	Sleep(ctx context.Context, d time.Duration) error
}

type systemClock struct{}

func (systemClock) Now() time.Time { return time.Now() }

func (systemClock) Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Validate reports every field that cannot be used as it is, joined. The zero
// Config is valid.
func (c Config) Validate() error {
	var errs []error
	bad := func(field, format string, args ...any) {
		errs = append(errs, fmt.Errorf("config %s: %s", field, fmt.Sprintf(format, args...)))
	}
	if c.URL != "" {
		if _, err := parseBaseURL(c.URL); err != nil {
			bad("URL", "%v", err)
		}
	}
	if _, err := parseNode(c.Node); err != nil {
		bad("Node", "%v", err)
	}
	if err := c.Keys.validate(); err != nil {
		bad("Keys", "%v", err)
	}
	if err := c.Peer.validate(); err != nil {
		bad("Peer", "%v", err)
	}
	if c.Peer != nil && c.Peer.Streams == nil && c.Network == nil {
		bad("Peer", "needs Network, or Peer.Streams, to know who may publish")
	}
	switch c.Compression {
	case NoCompression, GzipCompression, ZstdCompression:
	default:
		bad("Compression", "%q is unknown, want \"\", \"gzip\" or \"zstd\"", c.Compression)
	}
	for name, d := range map[string]time.Duration{
		"Timeout": c.Timeout, "IdleTimeout": c.IdleTimeout, "MinBackoff": c.MinBackoff, "MaxBackoff": c.MaxBackoff,
	} {
		if d < 0 {
			bad(name, "%v is negative, want a duration, or 0 for the default", d)
		}
	}
	if c.BatchMessages < 0 {
		bad("BatchMessages", "%d is negative, want a count, or 0 for the default", c.BatchMessages)
	}
	if c.BatchBytes < 0 {
		bad("BatchBytes", "%d is negative, want a number of bytes, or 0 for the default", c.BatchBytes)
	}
	if c.LegacyBasic {
		switch {
		case c.APIKey != "":
			bad("LegacyBasic", "cannot be combined with APIKey, choose one")
		case c.Key == nil:
			bad("LegacyBasic", "needs Key, whose address it sends")
		}
	}
	if strings.ContainsAny(c.APIKey, " \r\n\t") {
		bad("APIKey", "contains white space")
	}
	return errors.Join(errs...)
}

func (c Config) withDefaults() Config {
	c.URL = orDefault(c.URL, DefaultURL)
	c.Timeout = orDefault(c.Timeout, DefaultTimeout)
	c.IdleTimeout = orDefault(c.IdleTimeout, DefaultIdleTimeout)
	c.MinBackoff = orDefault(c.MinBackoff, DefaultMinBackoff)
	c.MaxBackoff = max(orDefault(c.MaxBackoff, DefaultMaxBackoff), c.MinBackoff)
	c.BatchMessages = orDefault(c.BatchMessages, DefaultBatchMessages)
	c.BatchBytes = orDefault(c.BatchBytes, DefaultBatchBytes)
	c.UserAgent = orDefault(c.UserAgent, "logstore-go")
	c.MaxRetries = max(orDefault(c.MaxRetries, DefaultMaxRetries), 0)
	c.Clock = orDefault[Clock](c.Clock, systemClock{})
	c.Rand = orDefault(c.Rand, crand.Reader)
	if c.Contracts == nil && c.Network != nil {
		c.Contracts = c.Network
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c
}

func orDefault[T comparable](v, def T) T {
	var zero T
	if v == zero {
		return def
	}
	return v
}

// parseNode reads the address of a node's key; "" is any.
func parseNode(s string) (message.UserID, error) {
	if s == "" {
		return "", nil
	}
	node, err := message.ParseUserID(s)
	if err == nil && !node.IsAddress() {
		err = fmt.Errorf("%q has %d bytes, want the 20 of an Ethereum address", s, len(node))
	}
	return node, err
}

// parseBaseURL reads an absolute http(s) URL that paths can be appended to.
func parseBaseURL(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil {
		return nil, fmt.Errorf("%q is not a URL, want one like %s", s, DefaultURL)
	}
	switch {
	case u.Scheme != "http" && u.Scheme != "https", u.Host == "":
		return nil, fmt.Errorf("%q has no http or https scheme and host, want one like %s", s, DefaultURL)
	case u.User != nil:
		return nil, errors.New("credentials do not belong in a URL, use Key or APIKey")
	case u.RawQuery != "" || u.Fragment != "":
		return nil, fmt.Errorf("%q has a query or fragment, want only scheme, host and path", s)
	}
	u.Path = strings.TrimRight(u.Path, "/")
	u.RawPath = strings.TrimRight(u.RawPath, "/")
	return u, nil
}
