package plugins

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"time"

	"github.com/logstore/logstore/message"
)

// Addresses on which the plug-ins listen unless configured otherwise; the ports are those
// of the official node.
const (
	DefaultHTTPListen      = "127.0.0.1:7171"
	DefaultWebSocketListen = "127.0.0.1:7170"
	DefaultMQTTListen      = "127.0.0.1:1883"
)

// MaxPayload bounds what a device sends as one message, in bytes. (Official node: limit of
// the HTTP body.)
const MaxPayload = 1 << 20

// Config is what operators set. Start from [DefaultConfig]; all plug-ins are off in it.
type Config struct {
	// APIKeys open the plug-ins that have none of their own.
	APIKeys   []APIKey
	HTTP      HTTPConfig
	WebSocket WebSocketConfig
	MQTT      MQTTConfig
	Limits    Limits
}

// Endpoint is what all plug-ins have.
type Endpoint struct {
	Enabled bool
	// Listen is host:port. Without API keys the host must be a loopback address.
	Listen string
	// TLSCert and TLSKey are PEM files; both or none.
	TLSCert, TLSKey string
	// APIKeys replace those that all plug-ins share.
	APIKeys []APIKey
	// MaxConnections bounds the connections at once; more are closed. Default 1024.
	MaxConnections int
}

// HTTPConfig of the plug-in that takes POST requests.
type HTTPConfig struct {
	Endpoint
}

// WebSocketConfig of the plug-in that takes WebSocket connections.
type WebSocketConfig struct {
	Endpoint
	// PayloadMetadata wraps payloads, both ways: {"content": …, "metadata": …}.
	PayloadMetadata bool
	// PingInterval is after how long a silence a client is pinged, 0 is never;
	// PingTimeout how long it then has before its connection is cut, 0 is for ever.
	// Defaults 15 s each.
	PingInterval, PingTimeout time.Duration
}

// MQTTConfig of the plug-in that is an MQTT broker.
type MQTTConfig struct {
	Endpoint
	// PayloadMetadata wraps payloads, both ways: {"content": …, "metadata": …}.
	PayloadMetadata bool
	// StreamIDDomain and a slash are put before topics to make stream ids: an Ethereum
	// address or an ENS name. Empty: topics are stream ids.
	StreamIDDomain string
}

// Limits of what clients can make grow. Operators seldom need to change them.
type Limits struct {
	// QueueMessages and QueueBytes bound what waits for one subscriber; with more the
	// subscriber is cut off. Defaults 1024 and 8 MiB.
	QueueMessages int
	QueueBytes    int
	// MaxSubscriptions bounds the topics of one MQTT client. Default 256.
	MaxSubscriptions int
	// WriteTimeout is how long a client may take no bytes. Default 10 s.
	WriteTimeout time.Duration
	// ReadTimeout is how long a client may take to send a request, or to introduce
	// itself. Default 10 s.
	ReadTimeout time.Duration
	// NetworkTimeout bounds one publication or subscription. Default 30 s.
	NetworkTimeout time.Duration
}

// DefaultConfig returns the documented defaults.
func DefaultConfig() Config {
	endpoint := func(listen string) Endpoint { return Endpoint{Listen: listen, MaxConnections: 1024} }
	return Config{
		HTTP:      HTTPConfig{Endpoint: endpoint(DefaultHTTPListen)},
		WebSocket: WebSocketConfig{Endpoint: endpoint(DefaultWebSocketListen), PingInterval: 15 * time.Second, PingTimeout: 15 * time.Second},
		MQTT:      MQTTConfig{Endpoint: endpoint(DefaultMQTTListen)},
		Limits:    DefaultLimits(),
	}
}

// DefaultLimits returns the documented defaults.
func DefaultLimits() Limits {
	return Limits{
		QueueMessages:    1024,
		QueueBytes:       8 << 20,
		MaxSubscriptions: 256,
		WriteTimeout:     10 * time.Second,
		ReadTimeout:      10 * time.Second,
		NetworkTimeout:   30 * time.Second,
	}
}

// ErrOpenToAll: a plug-in without API keys would be reachable from other machines.
var ErrOpenToAll = errors.New("a plug-in without API keys may listen on loopback only")

// Validate reports everything that cannot be used as it is, joined. Among the errors is
// [ErrOpenToAll]. What is off is not looked at.
func (c Config) Validate() error {
	var errs []error
	for _, e := range []struct {
		name string
		Endpoint
	}{{"http", c.HTTP.Endpoint}, {"websocket", c.WebSocket.Endpoint}, {"mqtt", c.MQTT.Endpoint}} {
		if e.Enabled {
			errs = append(errs, c.with(e.Endpoint).validate("plugins."+e.name))
		}
	}
	if c.WebSocket.Enabled && (c.WebSocket.PingInterval < 0 || c.WebSocket.PingTimeout < 0) {
		errs = append(errs, errors.New("plugins.websocket: ping_interval and ping_timeout: want a duration, or 0 for none"))
	}
	if c.MQTT.Enabled {
		errs = append(errs, c.MQTT.checkDomain())
	}
	if c.HTTP.Enabled || c.WebSocket.Enabled || c.MQTT.Enabled {
		errs = append(errs, c.Limits.validate())
	}
	return errors.Join(errs...)
}

// with returns e with the keys that are in force for it.
func (c Config) with(e Endpoint) Endpoint {
	if len(e.APIKeys) == 0 {
		e.APIKeys = c.APIKeys
	}
	return e
}

func (e Endpoint) validate(name string) error {
	var errs []error
	host, port, err := net.SplitHostPort(e.Listen)
	if _, perr := strconv.ParseUint(port, 10, 16); err != nil || perr != nil {
		return fmt.Errorf("%s.listen %q: want host:port, such as 127.0.0.1:7171", name, e.Listen)
	}
	if len(e.APIKeys) == 0 && !isLoopbackHost(host) {
		errs = append(errs, fmt.Errorf("%s.listen %s: %w: make a key with \"logstore api-key new NAME\" and put its entry into plugins.api_keys, or listen on 127.0.0.1:%s",
			name, e.Listen, ErrOpenToAll, port))
	}
	if (e.TLSCert == "") != (e.TLSKey == "") {
		errs = append(errs, fmt.Errorf("%s: tls_cert and tls_key belong together: set both or none", name))
	}
	if e.MaxConnections <= 0 {
		errs = append(errs, fmt.Errorf("%s.max_connections %d: want a positive number", name, e.MaxConnections))
	}
	for _, k := range e.APIKeys {
		if _, err := newKey(k, someOwner); err != nil {
			errs = append(errs, fmt.Errorf("%s.api_keys: %w", name, err))
		}
	}
	return errors.Join(errs...)
}

// someOwner stands for the node's address where only the form of an id matters.
var someOwner = message.UserID(make([]byte, 20))

// isLoopbackHost tells whether only this machine reaches a listener on host. Of names only
// localhost is trusted to mean that.
func isLoopbackHost(host string) bool {
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}

func (c MQTTConfig) checkDomain() error {
	if c.StreamIDDomain == "" {
		return nil
	}
	if _, err := message.ParseStreamID(c.StreamIDDomain+"/x", ""); err != nil {
		return fmt.Errorf("plugins.mqtt.stream_id_domain %q: want an Ethereum address or an ENS name", c.StreamIDDomain)
	}
	return nil
}

func (l Limits) validate() error {
	for _, v := range []struct {
		name  string
		value int64
	}{
		{"QueueMessages", int64(l.QueueMessages)}, {"QueueBytes", int64(l.QueueBytes)}, {"MaxSubscriptions", int64(l.MaxSubscriptions)},
		{"WriteTimeout", int64(l.WriteTimeout)}, {"ReadTimeout", int64(l.ReadTimeout)}, {"NetworkTimeout", int64(l.NetworkTimeout)},
	} {
		if v.value <= 0 {
			return fmt.Errorf("plugins: limit %s %d: want a positive value", v.name, v.value)
		}
	}
	return nil
}
