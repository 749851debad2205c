package api

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"time"

	"github.com/logstore/logstore/message"
)

// Config is what operators set. Start from [DefaultConfig]; the zero value is not
// usable.
type Config struct {
	// CORSOrigins may use the API from web pages; "*" is any origin. Default any,
	// as in the original.
	CORSOrigins []string

	// MaxBodyBytes bounds a request body, before and after decompression. Default
	// 32 MiB.
	MaxBodyBytes int64
	// MaxMessageBytes bounds one published message in its wire form. Default 1 MiB.
	MaxMessageBytes int
	// MaxFuture is how far the event time of a message that the node signs may lie
	// ahead; it should be what ingest allows. Default 5 min.
	MaxFuture time.Duration

	// ReadTimeout is how long a client may stop sending, WriteTimeout how long it
	// may stop reading, before its connection is cut. Default 60 s each.
	ReadTimeout, WriteTimeout time.Duration
	// KeepAlive is the time between signs of life on silent live streams. Default 15 s.
	KeepAlive time.Duration

	// MaxQueries and MaxQueriesPerClient bound the answers that are being sent.
	// More are refused with 503. Defaults 256 and 64.
	MaxQueries, MaxQueriesPerClient int
	// MaxPublishes and MaxPublishesPerClient bound the publish requests that are
	// being read. Defaults 1024 and 128.
	MaxPublishes, MaxPublishesPerClient int
	// MaxLive and MaxLivePerClient bound the live streams. Defaults 4096 and 256.
	MaxLive, MaxLivePerClient int

	// RateRequests is the number of requests a second that a client may make, and
	// RateBurst how many at once. 0 is no limit. Defaults 200 and 400.
	RateRequests, RateBurst int
	// RateMessages and RateBytes bound what a client may publish in a second. 0 is
	// no limit. Defaults 0 and 64 MiB.
	RateMessages int
	RateBytes    int64
	// TrustedProxies are addresses or networks whose X-Forwarded-For is believed.
	TrustedProxies []string

	// LegacyBasic accepts the original's Basic header, a signature of the caller's
	// address that never expires. The form with an expiry stays accepted without
	// it. Default true.
	LegacyBasic bool
	// AnonymousResend answers requests on /streams that have no Authorization
	// header, as storage nodes of Streamr do. Default true.
	AnonymousResend bool
	// SessionTTL is the life of a session. Default 12 h.
	SessionTTL time.Duration
	// Domains are the hosts (with port, unless it is the scheme's default) that
	// sign-in messages may name. Without any, only loopback names and the address
	// that the client connected to are accepted: the Host header is the client's
	// word, and a message that was signed for another site must open nothing here.
	Domains []string
	// ChainIDs are the chain ids that sign-in messages may name. Without any,
	// every chain is accepted.
	ChainIDs []uint64
	// APIKeys are the bearer keys of programs.
	APIKeys []APIKey
}

// APIKey is a bearer key. Only its hash is kept.
type APIKey struct {
	// Name tells keys apart in logs and metrics.
	Name string
	// SHA256 is the hash of the key's text, in hex.
	SHA256 string
	// Streams are stream ids, or beginnings of ids followed by "*". None is all.
	Streams []string
	// Rights are "read" and "publish". None is read.
	Rights []string
}

// DefaultConfig returns the documented defaults.
func DefaultConfig() Config {
	return Config{
		CORSOrigins:           []string{"*"},
		MaxBodyBytes:          32 << 20,
		MaxMessageBytes:       1 << 20,
		MaxFuture:             5 * time.Minute,
		ReadTimeout:           time.Minute,
		WriteTimeout:          time.Minute,
		KeepAlive:             15 * time.Second,
		MaxQueries:            256,
		MaxQueriesPerClient:   64,
		MaxPublishes:          1024,
		MaxPublishesPerClient: 128,
		MaxLive:               4096,
		MaxLivePerClient:      256,
		RateRequests:          200,
		RateBurst:             400,
		RateBytes:             64 << 20,
		LegacyBasic:           true,
		AnonymousResend:       true,
		SessionTTL:            12 * time.Hour,
	}
}

// Validate reports every field that cannot be used as it is, joined.
func (c Config) Validate() error {
	var errs []error
	bad := func(field string, value any, want string) {
		errs = append(errs, fmt.Errorf("api config %s: %v: want %s", field, value, want))
	}
	for _, n := range []struct {
		field string
		value int64
	}{
		{"MaxBodyBytes", c.MaxBodyBytes}, {"MaxMessageBytes", int64(c.MaxMessageBytes)},
		{"MaxFuture", int64(c.MaxFuture)}, {"ReadTimeout", int64(c.ReadTimeout)},
		{"WriteTimeout", int64(c.WriteTimeout)}, {"KeepAlive", int64(c.KeepAlive)}, {"MaxQueries", int64(c.MaxQueries)},
		{"MaxQueriesPerClient", int64(c.MaxQueriesPerClient)}, {"MaxLive", int64(c.MaxLive)},
		{"MaxPublishes", int64(c.MaxPublishes)}, {"MaxPublishesPerClient", int64(c.MaxPublishesPerClient)},
		{"MaxLivePerClient", int64(c.MaxLivePerClient)}, {"SessionTTL", int64(c.SessionTTL)},
	} {
		if n.value <= 0 {
			bad(n.field, n.value, "a positive value")
		}
	}
	for _, n := range []struct {
		field string
		value int64
	}{
		{"RateRequests", int64(c.RateRequests)}, {"RateBurst", int64(c.RateBurst)},
		{"RateMessages", int64(c.RateMessages)}, {"RateBytes", c.RateBytes},
	} {
		if n.value < 0 {
			bad(n.field, n.value, "a rate, or 0 for no limit")
		}
	}
	for _, p := range c.TrustedProxies {
		if _, err := parsePrefix(p); err != nil {
			bad("TrustedProxies", p, "an IP address or network such as 10.0.0.0/8")
		}
	}
	for _, d := range c.Domains {
		if d == "" || strings.ContainsAny(d, "/ ") {
			bad("Domains", d, "a host with an optional port, such as node.example:7771")
		}
	}
	names := make(map[string]bool)
	for i, k := range c.APIKeys {
		field := fmt.Sprintf("APIKeys[%d]", i)
		if k.Name == "" || names[k.Name] {
			bad(field+".Name", k.Name, "a name that no other key has")
		}
		names[k.Name] = true
		if _, err := newAPIKey(k); err != nil {
			errs = append(errs, fmt.Errorf("api config %s: %w", field, err))
		}
	}
	return errors.Join(errs...)
}

func parsePrefix(s string) (netip.Prefix, error) {
	if strings.Contains(s, "/") {
		return netip.ParsePrefix(s)
	}
	addr, err := netip.ParseAddr(s)
	if err != nil {
		return netip.Prefix{}, err
	}
	return addr.Prefix(addr.BitLen())
}

// apiKey is an APIKey in a form that is quick to check.
type apiKey struct {
	name     string
	sum      [32]byte
	prefixes []string // of stream ids
	exact    map[string]bool
	all      bool
	read     bool
	publish  bool
}

func newAPIKey(k APIKey) (*apiKey, error) {
	key := &apiKey{name: k.Name, exact: make(map[string]bool), all: len(k.Streams) == 0, read: len(k.Rights) == 0}
	sum, err := hex.DecodeString(k.SHA256)
	if err != nil || len(sum) != len(key.sum) {
		return nil, fmt.Errorf("SHA256: %q: want 64 hex digits", k.SHA256)
	}
	copy(key.sum[:], sum)
	for _, s := range k.Streams {
		prefix, isPrefix := strings.CutSuffix(s, "*")
		switch {
		case s == "*":
			key.all = true
		case isPrefix:
			key.prefixes = append(key.prefixes, lowerDomain(prefix))
		default:
			id, err := message.ParseStreamID(s, "")
			if err != nil {
				return nil, fmt.Errorf("streams: %w", err)
			}
			key.exact[string(id)] = true
		}
	}
	for _, right := range k.Rights {
		switch right {
		case "read":
			key.read = true
		case "publish":
			key.publish = true
		default:
			return nil, fmt.Errorf("rights: %q: want \"read\" or \"publish\"", right)
		}
	}
	return key, nil
}

// lowerDomain brings the part before the first "/" into the form of stream ids.
func lowerDomain(prefix string) string {
	domain, path, ok := strings.Cut(prefix, "/")
	if !ok {
		return strings.ToLower(prefix)
	}
	return strings.ToLower(domain) + "/" + path
}

func (k *apiKey) covers(id message.StreamID) bool {
	if k.all || k.exact[string(id)] {
		return true
	}
	for _, p := range k.prefixes {
		if strings.HasPrefix(string(id), p) {
			return true
		}
	}
	return false
}
