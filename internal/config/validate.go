package config

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/logstore/logstore/message"
)

// Validate checks what the values mean, alone and together, and joins all that is
// wrong. Each error is a [*Problem].
func (c *Config) Validate() error {
	v := validator{c: c}
	v.listen("http.listen", c.HTTP.Listen)
	if c.Admin.Listen != "" {
		v.listen("admin.listen", c.Admin.Listen)
		if _, port, _ := net.SplitHostPort(c.HTTP.Listen); c.Admin.Listen == c.HTTP.Listen && port != "0" {
			v.bad("admin.listen", c.Admin.Listen, "want another address than http.listen")
		}
	}
	v.checkNode()
	v.check(c.DataDir != "", "data_dir", "", "want a directory")
	v.check(c.Key.Keystore != "" || c.Key.Private != "", "key.keystore", "", "want a file, or a key in LOGSTORE_PRIVATE_KEY")
	v.check((c.HTTP.TLSCert == "") == (c.HTTP.TLSKey == ""), "http.tls_cert", string(c.HTTP.TLSCert), "want http.tls_cert and http.tls_key both, or neither")

	v.size("http.max_body", c.HTTP.MaxBody, 1<<10, 1<<32)
	v.integer("http.max_connections", c.HTTP.MaxConnections, 1, 1<<20)
	v.integer("http.max_queries", c.HTTP.MaxQueries, 1, 1<<20)
	v.integer("http.max_client_queries", c.HTTP.MaxClientQueries, 1, 1<<20)
	v.integer("http.max_live", c.HTTP.MaxLive, 1, 1<<20)
	v.integer("http.max_client_live", c.HTTP.MaxClientLive, 1, 1<<20)
	v.positive("http.read_header_timeout", c.HTTP.ReadHeaderTimeout)
	v.positive("http.read_timeout", c.HTTP.ReadTimeout)
	v.positive("http.write_timeout", c.HTTP.WriteTimeout)
	v.positive("http.idle_timeout", c.HTTP.IdleTimeout)
	v.positive("http.shutdown_timeout", c.HTTP.ShutdownTimeout)
	v.integer("http.rate_requests", c.HTTP.RateRequests, 0, 1<<30)
	v.integer("http.rate_burst", c.HTTP.RateBurst, 0, 1<<30)
	v.integer("http.rate_messages", c.HTTP.RateMessages, 0, 1<<30)
	for i, p := range c.HTTP.TrustedProxies {
		_, errAddr := netip.ParseAddr(p)
		_, errNet := netip.ParsePrefix(p)
		v.check(errAddr == nil || errNet == nil, fmt.Sprintf("http.trusted_proxies[%d]", i), p, "want an IP address or a network such as 10.0.0.0/8")
	}

	v.positive("auth.session_ttl", c.Auth.SessionTTL)
	for i, d := range c.Auth.Domains {
		v.check(d != "" && !strings.ContainsAny(d, "/ "), fmt.Sprintf("auth.domains[%d]", i), d, "want a host with an optional port, such as node.example:7771")
	}
	v.apiKeys("auth.api_keys", c.Auth.APIKeys)

	v.size("ingest.max_message", c.Ingest.MaxMessage, 256, 64<<20)
	v.integer("ingest.queue_messages", c.Ingest.QueueMessages, 1, 1<<26)
	v.check(c.Ingest.QueueBytes >= c.Ingest.MaxMessage, "ingest.queue_bytes", c.Ingest.QueueBytes.String(), "want at least ingest.max_message")
	v.integer("ingest.workers", c.Ingest.Workers, 0, 1024)
	if id := c.Ingest.ValidationErrorsStream; id != "" {
		v.streamID("ingest.validation_errors_stream", id)
	}

	v.oneOf("streams.policy", c.Streams.Policy, "listed", "owned", "any")
	v.integer("streams.default_partitions", c.Streams.DefaultPartitions, 1, message.MaxPartitions)
	v.streams()

	v.chain()
	v.streamr()
	v.apiKeys("plugins.api_keys", c.Plugins.APIKeys)
	v.apiKeys("plugins.http.api_keys", c.Plugins.HTTP.APIKeys)
	v.apiKeys("plugins.websocket.api_keys", c.Plugins.WebSocket.APIKeys)
	v.apiKeys("plugins.mqtt.api_keys", c.Plugins.MQTT.APIKeys)
	if c.AnyPlugin() {
		v.check(c.Streamr.Listen != "" && c.Chain.Network != "", "plugins", "", "want streamr.listen and chain.network set, since the plug-ins publish to the Streamr network with the rights that the chain knows")
	}

	v.oneOf("store.engine", c.Store.Engine, "pebble")
	v.oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	v.oneOf("log.format", c.Log.Format, "text", "json")
	return errors.Join(v.problems...)
}

type validator struct {
	c        *Config
	problems []error
}

func (v *validator) bad(key, value, want string) {
	base, _, _ := strings.Cut(key, "[")
	v.problems = append(v.problems, &Problem{key, value, v.c.Origin(base), want})
}

func (v *validator) check(ok bool, key, value, want string) {
	if !ok {
		v.bad(key, value, want)
	}
}

func (v *validator) listen(key, addr string) {
	host, port, err := net.SplitHostPort(addr)
	_, perr := strconv.ParseUint(port, 10, 16)
	v.check(err == nil && perr == nil && !strings.ContainsAny(host, " /"), key, addr, "want host:port, for example 127.0.0.1:7771")
}

func (v *validator) checkNode() {
	if v.c.Node == "" {
		return
	}
	u, err := url.Parse(v.c.Node)
	v.check(err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && u.RawQuery == "",
		"node", v.c.Node, "want a URL such as http://127.0.0.1:7771")
}

func (v *validator) positive(key string, d Duration) {
	v.check(d > 0, key, d.String(), "want more than 0")
}

func (v *validator) integer(key string, n, low, high int) {
	v.check(n >= low && n <= high, key, strconv.Itoa(n), fmt.Sprintf("want an integer in %d…%d", low, high))
}

func (v *validator) size(key string, n, low, high Size) {
	v.check(n >= low && n <= high, key, n.String(), fmt.Sprintf("want a size in %s…%s", low, high))
}

func (v *validator) oneOf(key, value string, allowed ...string) {
	v.check(slices.Contains(allowed, value), key, value, "want one of "+strings.Join(allowed, ", "))
}

// anyOwner stands for the node's own address, under which path-only ids go.
var anyOwner = message.UserID(make([]byte, 20))

func (v *validator) streamID(key, id string) {
	if _, err := message.ParseStreamID(id, anyOwner); err != nil {
		v.bad(key, id, "want a stream id (0x…/path, name.eth/path, or /path for the node's own): "+err.Error())
	}
}

func (v *validator) apiKeys(list string, keys []APIKey) {
	names := make(map[string]bool)
	for i, k := range keys {
		key := fmt.Sprintf("%s[%d]", list, i)
		v.check(k.Name != "" && !names[k.Name], key+".name", k.Name, "want a name that no other key has")
		names[k.Name] = true
		sum, err := hex.DecodeString(k.SHA256)
		v.check(err == nil && len(sum) == 32, key+".sha256", k.SHA256, "want 64 hex digits, as made by \"logstore api-key new\"")
		for _, right := range k.Rights {
			v.oneOf(key+".rights", right, "read", "publish")
		}
		for _, id := range k.Streams {
			if id != "*" {
				v.streamID(key+".streams", strings.TrimSuffix(id, "*"))
			}
		}
	}
}

// Names of networks and contracts are checked where they are looked up; the
// configuration does not know which there are.
func (v *validator) streamr() {
	c := v.c.Streamr
	if c.Listen != "" {
		v.listen("streamr.listen", c.Listen)
	}
	if c.Advertise != "" {
		v.listen("streamr.advertise", c.Advertise)
	}
	v.check((c.TLSCert == "") == (c.TLSKey == ""), "streamr.tls_cert", string(c.TLSCert), "want streamr.tls_cert and streamr.tls_key both, or neither")
	for i, e := range c.EntryPoints {
		u, err := url.Parse(e)
		ok := err == nil && (u.Scheme == "ws" || u.Scheme == "wss") && u.Port() != "" && u.Hostname() != "" && isNodeID(u.Fragment)
		v.check(ok, fmt.Sprintf("streamr.entry_points[%d]", i), e, "want ws://host:port/#nodeid with 40 hex digits, or wss://…")
	}
	v.check(c.NodeID == "" || isNodeID(c.NodeID), "streamr.node_id", c.NodeID, "want 40 hex digits")
	v.integer("streamr.max_connections", c.MaxConnections, 8, 1<<20)
}

// isNodeID is whether s names a node of the Streamr network.
func isNodeID(s string) bool {
	raw, err := hex.DecodeString(s)
	return err == nil && len(raw) == 20
}

func (v *validator) chain() {
	c := v.c.Chain
	for i, text := range c.RPC {
		u, err := url.Parse(text)
		ok := err == nil && slices.Contains([]string{"http", "https", "ws", "wss"}, u.Scheme) && u.Host != ""
		v.check(ok, fmt.Sprintf("chain.rpc[%d]", i), "[hidden]", "want a URL such as https://rpc.example or ws://127.0.0.1:8545")
	}
	v.integer("chain.quorum", c.Quorum, 1, max(1, len(c.RPC)))
	v.positive("chain.poll", c.Poll)
	for i, text := range c.Contracts {
		_, address, ok := strings.Cut(text, "=")
		v.check(ok && isAddress(address), fmt.Sprintf("chain.contracts[%d]", i), text, "want Name=0x… with 40 hex digits, for example LSAN=0x…")
	}
	v.check(c.StorageNode == "" || isAddress(c.StorageNode), "chain.storage_node", c.StorageNode, "want an address, 0x… with 40 hex digits")
}

func isAddress(text string) bool {
	digits, ok := strings.CutPrefix(text, "0x")
	raw, err := hex.DecodeString(digits)
	return ok && err == nil && len(raw) == 20
}

func (v *validator) streams() {
	ids := make(map[string]bool)
	for i, s := range v.c.Streams.List {
		key := fmt.Sprintf("streams.list[%d]", i)
		v.streamID(key+".id", s.ID)
		v.check(!ids[s.ID], key+".id", s.ID, "listed twice")
		ids[s.ID] = true
		v.integer(key+".partitions", s.Partitions, 0, message.MaxPartitions)
		for _, p := range s.Publishers {
			if p == "*" {
				continue
			}
			_, err := message.ParseUserID(p)
			v.check(err == nil, key+".publishers", p, "want an address 0x…, or * for anyone")
		}
		v.check(s.Schema == nil || s.SchemaFile == "", key+".schema_file", string(s.SchemaFile), "want schema or schema_file, not both")
	}
}
