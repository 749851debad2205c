package config

import (
	"encoding/json"
	"net"
	"path/filepath"
	"time"
)

// Config is everything an operator sets. [Default] gives the defaults; the zero
// value is not usable. The fields' meaning stands in the table of keys, which
// also makes docs/configuration.md.
type Config struct {
	DataDir Path
	Node    string
	Key     Key
	HTTP    HTTP
	Admin   Admin
	Auth    Auth
	Ingest  Ingest
	Streams Streams
	Chain   Chain
	Streamr Streamr
	Plugins Plugins
	Store   Store
	Log     Log

	origins map[string]string // key → where its value came from; missing is the default
	file    string            // the file read, "" if none
	unknown []string          // warnings about the environment
}

// Key says where the node's private key is.
type Key struct {
	Keystore     Path
	PasswordFile Path
	Password     Secret
	Private      Secret
}

// HTTP configures the public address.
type HTTP struct {
	Listen            string
	TLSCert, TLSKey   Path
	CORSOrigins       []string
	MaxBody           Size
	MaxConnections    int
	MaxQueries        int
	MaxClientQueries  int
	MaxLive           int
	MaxClientLive     int
	ReadHeaderTimeout Duration
	ReadTimeout       Duration
	WriteTimeout      Duration
	IdleTimeout       Duration
	ShutdownTimeout   Duration
	RateRequests      int
	RateBurst         int
	RateMessages      int
	RateBytes         Size
	TrustedProxies    []string
}

// Admin configures the address for operators: metrics, profiles, backup.
type Admin struct {
	Listen string
}

// Auth configures who may read and publish.
type Auth struct {
	LegacyBasic     bool
	AnonymousResend bool
	SessionTTL      Duration
	Domains         []string
	APIKeys         []APIKey
}

// APIKey is a bearer key. Only its SHA-256 is kept.
type APIKey struct {
	Name    string   `json:"name"`
	SHA256  string   `json:"sha256"`
	Streams []string `json:"streams,omitempty"`
	Rights  []string `json:"rights,omitempty"`
}

// Ingest configures what is accepted.
type Ingest struct {
	MaxFuture              Duration
	MaxAge                 Duration
	AllowNonCanonical      bool
	MaxMessage             Size
	QueueMessages          int
	QueueBytes             Size
	Workers                int
	ValidationErrorsStream string
}

// Streams configures which streams the node keeps.
type Streams struct {
	Policy            string
	DefaultPartitions int
	List              []Stream
}

// Stream is what the node is told about one stream.
type Stream struct {
	ID         string
	Partitions int
	Publishers []string
	Schema     json.RawMessage // nil if there is none
	SchemaFile Path
}

// Chain configures the EVM chain that says which streams are kept, who may publish
// and who may query.
type Chain struct {
	// Network is "" for a node that stands alone.
	Network   string
	RPC       []string
	Quorum    int
	Poll      Duration
	Contracts []string // Name=0x…
	// StorageNode is an address, "" for the node's own.
	StorageNode string
}

// Streamr configures the node's place in the Streamr network.
type Streamr struct {
	// Listen is "" for a node that takes no part.
	Listen          string
	Advertise       string
	TLSCert, TLSKey Path
	// EntryPoints are in the form ws://host:port/#nodeid; none is a network of its own.
	EntryPoints    []string
	NodeID         string
	MaxConnections int
	AcceptProxies  bool
}

// Plugins configures how devices that cannot sign publish and read.
type Plugins struct {
	APIKeys   []APIKey
	HTTP      Plugin
	WebSocket WebSocketPlugin
	MQTT      MQTTPlugin
}

// Plugin is what all plug-ins have.
type Plugin struct {
	Enabled         bool
	Listen          string
	TLSCert, TLSKey Path
	APIKeys         []APIKey
	MaxConnections  int
}

// WebSocketPlugin configures the plug-in that takes WebSocket connections.
type WebSocketPlugin struct {
	Plugin
	PayloadMetadata           bool
	PingInterval, PingTimeout Duration
}

// MQTTPlugin configures the plug-in that is an MQTT broker.
type MQTTPlugin struct {
	Plugin
	PayloadMetadata bool
	StreamIDDomain  string
}

// AnyPlugin is whether one of the plug-ins is on.
func (c *Config) AnyPlugin() bool {
	return c.Plugins.HTTP.Enabled || c.Plugins.WebSocket.Enabled || c.Plugins.MQTT.Enabled
}

// Store configures the place that keeps messages.
type Store struct {
	Engine  string
	Cache   Size
	MinFree Size

	ScrubEvery Duration
	ScrubRate  Size
}

// Log configures the node's own log.
type Log struct {
	Level  string
	Format string
}

// Default returns the configuration of a node that nothing was said to. Paths are
// relative to the directory of the configuration.
func Default() *Config {
	return &Config{
		DataDir: "data",
		Key:     Key{Keystore: "key.json"},
		HTTP: HTTP{
			Listen:            "127.0.0.1:7771",
			CORSOrigins:       []string{"*"},
			MaxBody:           32 << 20,
			MaxConnections:    8192,
			MaxQueries:        256,
			MaxClientQueries:  64,
			MaxLive:           4096,
			MaxClientLive:     256,
			ReadHeaderTimeout: Duration(10 * time.Second),
			ReadTimeout:       Duration(time.Minute),
			WriteTimeout:      Duration(time.Minute),
			IdleTimeout:       Duration(2 * time.Minute),
			ShutdownTimeout:   Duration(15 * time.Second),
			RateRequests:      200,
			RateBurst:         400,
			RateBytes:         64 << 20,
		},
		Admin: Admin{Listen: "127.0.0.1:7772"},
		Auth: Auth{
			LegacyBasic:     true,
			AnonymousResend: true,
			SessionTTL:      Duration(12 * time.Hour),
		},
		Ingest: Ingest{
			MaxFuture:     Duration(5 * time.Minute),
			MaxMessage:    1 << 20,
			QueueMessages: 65536,
			QueueBytes:    256 << 20,
		},
		Streams: Streams{Policy: "owned", DefaultPartitions: 100},
		Chain:   Chain{Quorum: 1, Poll: Duration(2 * time.Second)},
		Streamr: Streamr{MaxConnections: 1000, AcceptProxies: true},
		Plugins: Plugins{
			HTTP: Plugin{Listen: "127.0.0.1:7171", MaxConnections: 1024},
			WebSocket: WebSocketPlugin{
				Plugin:       Plugin{Listen: "127.0.0.1:7170", MaxConnections: 1024},
				PingInterval: Duration(15 * time.Second), PingTimeout: Duration(15 * time.Second),
			},
			MQTT: MQTTPlugin{Plugin: Plugin{Listen: "127.0.0.1:1883", MaxConnections: 1024}},
		},
		Store: Store{
			Engine: "pebble", Cache: 32 << 20, MinFree: 256 << 20,
			ScrubEvery: Duration(7 * 24 * time.Hour), ScrubRate: 20 << 20,
		},
		Log: Log{Level: "info", Format: "text"},
	}
}

// File returns the configuration file that was read, or "" if there was none.
func (c *Config) File() string { return c.file }

// Warnings lists variables of the environment that look like keys but are none.
func (c *Config) Warnings() []string { return c.unknown }

// Origin says where the value of a key came from, for example "default" or
// "env LOGSTORE_HTTP_LISTEN".
func (c *Config) Origin(key string) string {
	if o, ok := c.origins[key]; ok {
		return o
	}
	return "default"
}

// NodeURL is the URL of the node that client commands talk to: the one configured,
// or the one that a node with this configuration has on this machine.
func (c *Config) NodeURL() string {
	if c.Node != "" {
		return c.Node
	}
	host, port, err := net.SplitHostPort(c.HTTP.Listen)
	if err != nil {
		return ""
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	scheme := "http"
	if c.HTTP.TLSCert != "" {
		scheme = "https"
	}
	return scheme + "://" + net.JoinHostPort(host, port)
}

// ChainDir is the directory of what was read from the chain, inside the data
// directory.
func (c *Config) ChainDir() string { return filepath.Join(string(c.DataDir), "chain") }

// StoreDir is the directory of the store, inside the data directory.
func (c *Config) StoreDir() string { return filepath.Join(string(c.DataDir), "store") }
