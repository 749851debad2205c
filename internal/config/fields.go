package config

import "strings"

// field is one key: its name, where its value goes, and what it means.
type field struct {
	key   string
	value any // pointer: *string, *bool, *int, *Path, *Duration, *Size, *Secret, *[]string, *[]APIKey, *[]Stream
	help  string
}

// envOnly reports whether the key is a secret, which no file may hold.
func (f field) envOnly() bool {
	_, secret := f.value.(*Secret)
	return secret
}

// envName is the variable that overrides the key.
func (f field) envName() string {
	switch f.key {
	case "key.private":
		return "LOGSTORE_PRIVATE_KEY"
	}
	return "LOGSTORE_" + strings.ToUpper(strings.ReplaceAll(f.key, ".", "_"))
}

// fields is the table of all keys, in the order in which they are shown.
func (c *Config) fields() []field {
	return []field{
		{"data_dir", &c.DataDir, "directory of the store and the node's own files"},
		{"node", &c.Node, "URL of the node that client commands talk to; empty: the address in http.listen"},

		{"key.keystore", &c.Key.Keystore, "encrypted keystore file (Web3 Secret Storage) with the node's private key"},
		{"key.password_file", &c.Key.PasswordFile, "file with the password of the keystore; empty: LOGSTORE_KEY_PASSWORD, or ask on the terminal"},
		{"key.password", &c.Key.Password, "password of the keystore; from the environment only"},
		{"key.private", &c.Key.Private, "private key as 64 hex digits, instead of a keystore; from the environment only"},

		{"http.listen", &c.HTTP.Listen, "public address, host:port; port 0 takes a free one"},
		{"http.tls_cert", &c.HTTP.TLSCert, "PEM file with the certificate chain; with tls_key it turns TLS on"},
		{"http.tls_key", &c.HTTP.TLSKey, "PEM file with the certificate's private key"},
		{"http.cors_origins", &c.HTTP.CORSOrigins, "origins whose web pages may use the API; \"*\" is any"},
		{"http.max_body", &c.HTTP.MaxBody, "largest request body"},
		{"http.max_connections", &c.HTTP.MaxConnections, "connections at once; more wait in the system's queue"},
		{"http.max_queries", &c.HTTP.MaxQueries, "answers sent at once; more are refused with 503"},
		{"http.max_client_queries", &c.HTTP.MaxClientQueries, "answers sent at once to one client"},
		{"http.max_live", &c.HTTP.MaxLive, "live streams at once"},
		{"http.max_client_live", &c.HTTP.MaxClientLive, "live streams at once of one client"},
		{"http.read_header_timeout", &c.HTTP.ReadHeaderTimeout, "how long a client may take to send its request header"},
		{"http.read_timeout", &c.HTTP.ReadTimeout, "how long a client may stop sending in the middle of a request"},
		{"http.write_timeout", &c.HTTP.WriteTimeout, "how long a client may stop reading before its answer is cut off"},
		{"http.idle_timeout", &c.HTTP.IdleTimeout, "how long an idle connection is kept"},
		{"http.shutdown_timeout", &c.HTTP.ShutdownTimeout, "how long running requests may go on when the node stops"},
		{"http.rate_requests", &c.HTTP.RateRequests, "requests per second and client; 0 is no limit"},
		{"http.rate_burst", &c.HTTP.RateBurst, "requests that a client may make at once before the rate counts"},
		{"http.rate_messages", &c.HTTP.RateMessages, "messages published per second and client; 0 is no limit"},
		{"http.rate_bytes", &c.HTTP.RateBytes, "bytes published per second and client; 0 is no limit"},
		{"http.trusted_proxies", &c.HTTP.TrustedProxies, "addresses or networks of proxies whose X-Forwarded-For is believed"},

		{"admin.listen", &c.Admin.Listen, "address for metrics, health, profiles and backup; keep it private; empty turns it off"},

		{"auth.legacy_basic", &c.Auth.LegacyBasic, "accept the original's Basic header, a signature that never expires"},
		{"auth.anonymous_resend", &c.Auth.AnonymousResend, "answer Streamr resend requests on /streams without authentication"},
		{"auth.session_ttl", &c.Auth.SessionTTL, "life of a session after signing in with Ethereum"},
		{"auth.domains", &c.Auth.Domains, "hosts (host or host:port) that sign-in messages may name; empty: loopback names and the address that the client connected to"},
		{"auth.api_keys", &c.Auth.APIKeys, "API keys, as made by \"logstore api-key new\""},

		{"ingest.max_future", &c.Ingest.MaxFuture, "how far a message's timestamp may lie in the future"},
		{"ingest.max_age", &c.Ingest.MaxAge, "how old a message may be when it arrives; 0 is any age"},
		{"ingest.allow_non_canonical", &c.Ingest.AllowNonCanonical, "accept messages whose signature fits several readings"},
		{"ingest.max_message", &c.Ingest.MaxMessage, "largest message in its wire form"},
		{"ingest.queue_messages", &c.Ingest.QueueMessages, "messages that may wait to be checked; more wait at the client"},
		{"ingest.queue_bytes", &c.Ingest.QueueBytes, "bytes that may wait to be checked"},
		{"ingest.workers", &c.Ingest.Workers, "signatures checked at once; 0 is one on each processor"},
		{"ingest.validation_errors_stream", &c.Ingest.ValidationErrorsStream, "stream that gets a report of every message its schema refused, for example /validation-errors; empty: none"},

		{"streams.policy", &c.Streams.Policy, "listed: only the streams listed here; owned: these, and each publisher's own; any: every stream"},
		{"streams.default_partitions", &c.Streams.DefaultPartitions, "partitions of streams that are not listed"},
		{"streams.list", &c.Streams.List, "streams with their own rules"},

		{"chain.network", &c.Chain.Network, "devnet, polygon or amoy: the chain decides which streams are kept, who may publish and who may query; empty: the node stands alone, and the section streams decides"},
		{"chain.rpc", &c.Chain.RPC, "JSON-RPC addresses of the chain, http(s) or ws(s); more than one for fail-over; empty: those known for the network"},
		{"chain.quorum", &c.Chain.Quorum, "how many of them must give the same answer"},
		{"chain.poll", &c.Chain.Poll, "time between looks for a new block where the address does not announce them"},
		{"chain.contracts", &c.Chain.Contracts, "addresses of contracts that differ from the network's own, as Name=0x…, for example LSAN=0x…"},
		{"chain.storage_node", &c.Chain.StorageNode, "Streamr storage node address whose assigned streams are kept as well; empty: the node's own address"},

		{"streamr.listen", &c.Streamr.Listen, "WebSocket address of the node in the Streamr network, host:port; empty: the node takes no part in it"},
		{"streamr.advertise", &c.Streamr.Advertise, "host:port at which others reach that address; empty: what the entry points see, or streamr.listen if there are none"},
		{"streamr.tls_cert", &c.Streamr.TLSCert, "PEM file with the certificate chain of that address; with tls_key it turns TLS on, which browsers need"},
		{"streamr.tls_key", &c.Streamr.TLSKey, "PEM file with the certificate's private key"},
		{"streamr.entry_points", &c.Streamr.EntryPoints, "nodes to join the network through, as ws://host:port/#nodeid; empty: the node is the first of a network"},
		{"streamr.node_id", &c.Streamr.NodeID, "node id as 40 hex digits; empty: derived from the IP address and the node's key"},
		{"streamr.max_connections", &c.Streamr.MaxConnections, "connections to other nodes that are kept; above it the least useful idle ones are closed"},
		{"streamr.accept_proxies", &c.Streamr.AcceptProxies, "let clients that take no part in the network publish and subscribe through this node"},

		{"plugins.api_keys", &c.Plugins.APIKeys, "API keys for all plug-ins, as in auth.api_keys; a plug-in without keys listens on loopback only"},
		{"plugins.http.enabled", &c.Plugins.HTTP.Enabled, "switches on the plug-in that takes POST requests of devices; it needs streamr.listen and chain.network"},
		{"plugins.http.listen", &c.Plugins.HTTP.Listen, "its address, host:port"},
		{"plugins.http.tls_cert", &c.Plugins.HTTP.TLSCert, "PEM file with its certificate chain; with tls_key it turns TLS on"},
		{"plugins.http.tls_key", &c.Plugins.HTTP.TLSKey, "PEM file with the certificate's private key"},
		{"plugins.http.api_keys", &c.Plugins.HTTP.APIKeys, "its API keys, instead of plugins.api_keys"},
		{"plugins.http.max_connections", &c.Plugins.HTTP.MaxConnections, "connections at once; more are closed"},
		{"plugins.websocket.enabled", &c.Plugins.WebSocket.Enabled, "switches on the plug-in that takes WebSocket connections of devices; it needs streamr.listen and chain.network"},
		{"plugins.websocket.listen", &c.Plugins.WebSocket.Listen, "its address, host:port"},
		{"plugins.websocket.tls_cert", &c.Plugins.WebSocket.TLSCert, "PEM file with its certificate chain; with tls_key it turns TLS on"},
		{"plugins.websocket.tls_key", &c.Plugins.WebSocket.TLSKey, "PEM file with the certificate's private key"},
		{"plugins.websocket.api_keys", &c.Plugins.WebSocket.APIKeys, "its API keys, instead of plugins.api_keys"},
		{"plugins.websocket.max_connections", &c.Plugins.WebSocket.MaxConnections, "connections at once; more are closed"},
		{"plugins.websocket.payload_metadata", &c.Plugins.WebSocket.PayloadMetadata, "payloads are wrapped: {\"content\": …, \"metadata\": …}"},
		{"plugins.websocket.ping_interval", &c.Plugins.WebSocket.PingInterval, "silence after which a client is pinged; 0 never"},
		{"plugins.websocket.ping_timeout", &c.Plugins.WebSocket.PingTimeout, "time to answer a ping; 0 is for ever"},
		{"plugins.mqtt.enabled", &c.Plugins.MQTT.Enabled, "switches on the plug-in that is an MQTT broker for devices; it needs streamr.listen and chain.network"},
		{"plugins.mqtt.listen", &c.Plugins.MQTT.Listen, "its address, host:port"},
		{"plugins.mqtt.tls_cert", &c.Plugins.MQTT.TLSCert, "PEM file with its certificate chain; with tls_key it turns TLS on"},
		{"plugins.mqtt.tls_key", &c.Plugins.MQTT.TLSKey, "PEM file with the certificate's private key"},
		{"plugins.mqtt.api_keys", &c.Plugins.MQTT.APIKeys, "its API keys, instead of plugins.api_keys"},
		{"plugins.mqtt.max_connections", &c.Plugins.MQTT.MaxConnections, "connections at once; more are closed"},
		{"plugins.mqtt.payload_metadata", &c.Plugins.MQTT.PayloadMetadata, "payloads are wrapped: {\"content\": …, \"metadata\": …}"},
		{"plugins.mqtt.stream_id_domain", &c.Plugins.MQTT.StreamIDDomain, "put before topics: <domain>/<topic> is the stream id; empty: topics are stream ids"},

		{"store.engine", &c.Store.Engine, "what keeps the messages: pebble (embedded)"},
		{"store.cache", &c.Store.Cache, "memory for cached blocks"},
		{"store.min_free", &c.Store.MinFree, "room that must be left on the disk; below it messages are refused"},
		{"store.scrub_every", &c.Store.ScrubEvery, "time from one reading of the whole store, in search of damage, to the next; 0 turns it off"},
		{"store.scrub_rate", &c.Store.ScrubRate, "bytes that this reads in a second, at most"},

		{"log.level", &c.Log.Level, "debug, info, warn or error"},
		{"log.format", &c.Log.Format, "text or json"},
	}
}

// section is the part of a key before its last dot, "" for top-level keys.
func section(key string) string {
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		return key[:i]
	}
	return ""
}

var sectionHelp = map[string]string{
	"key":     "The node's key: it signs what the node publishes itself and names the node.",
	"http":    "The public address.",
	"admin":   "The operators' address.",
	"auth":    "Who may read, and publish unsigned data.",
	"ingest":  "What is accepted.",
	"streams": "Which streams are kept, with how many partitions, and who may publish.",
	"chain":   "The network that the node belongs to.",
	"store":   "Where messages are kept.",
	"streamr": "The node's place in the Streamr network.",
	"plugins": "How devices that cannot sign publish and read; see plugins.md.",
	"log":     "The node's log, on stderr.",
}

// Keys returns the names of all keys, in order.
func Keys() []string {
	var keys []string
	for _, f := range Default().fields() {
		keys = append(keys, f.key)
	}
	return keys
}
