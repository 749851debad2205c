package plugins

import (
	"errors"
	"strings"
	"testing"
)

func TestDefaultsAreOff(t *testing.T) {
	t.Parallel()
	c := DefaultConfig()
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
	if c.HTTP.Enabled || c.WebSocket.Enabled || c.MQTT.Enabled {
		t.Error("a plug-in is on by default")
	}
	c.HTTP.Enabled, c.WebSocket.Enabled, c.MQTT.Enabled = true, true, true
	if err := c.Validate(); err != nil {
		t.Errorf("the defaults of what is switched on: %v", err)
	}
	for _, e := range []struct{ listen, port string }{{c.HTTP.Listen, ":7171"}, {c.WebSocket.Listen, ":7170"}, {c.MQTT.Listen, ":1883"}} {
		if e.listen != "127.0.0.1"+e.port {
			t.Errorf("listens on %s, want port %s of the official node on loopback", e.listen, e.port)
		}
	}
}

func TestWithoutKeysOnlyLoopback(t *testing.T) {
	t.Parallel()
	for listen, ok := range map[string]bool{
		"127.0.0.1:1": true, "127.8.8.8:1": true, "[::1]:1": true, "localhost:1": true, "[::ffff:127.0.0.1]:1": true,
		":1": false, "0.0.0.0:1": false, "[::]:1": false, "192.168.0.2:1": false, "node.example:1": false, "localhost.example:1": false,
	} {
		c := DefaultConfig()
		c.HTTP.Enabled, c.HTTP.Listen = true, listen
		err := c.Validate()
		if (err == nil) != ok || !ok && (!errors.Is(err, ErrOpenToAll) || !strings.Contains(err.Error(), "api-key new")) {
			t.Errorf("%s: %v", listen, err)
		}
		c.APIKeys = []APIKey{keyOf("device-key")}
		if err := c.Validate(); err != nil {
			t.Errorf("%s with a key: %v", listen, err)
		}
		c.APIKeys, c.HTTP.APIKeys = nil, c.APIKeys
		if err := c.Validate(); err != nil {
			t.Errorf("%s with a key of its own: %v", listen, err)
		}
	}
}

func TestValidateTellsWhatToDo(t *testing.T) {
	t.Parallel()
	for says, change := range map[string]func(*Config){
		"plugins.http.listen":             func(c *Config) { c.HTTP.Listen = "7171" },
		"plugins.mqtt.listen":             func(c *Config) { c.MQTT.Listen = "127.0.0.1:99999" },
		"tls_cert and tls_key":            func(c *Config) { c.WebSocket.TLSCert = "x.pem" },
		"plugins.http.max_connections":    func(c *Config) { c.HTTP.MaxConnections = 0 },
		"plugins.mqtt.stream_id_domain":   func(c *Config) { c.MQTT.StreamIDDomain = "no domain" },
		"ping_interval":                   func(c *Config) { c.WebSocket.PingInterval = -1 },
		"limit QueueBytes":                func(c *Config) { c.Limits.QueueBytes = 0 },
		"64 hex digits":                   func(c *Config) { c.APIKeys = []APIKey{{Name: "x", SHA256: "abc"}} },
		"want read or publish":            func(c *Config) { k := keyOf("device-key", "write"); c.APIKeys = []APIKey{k} },
		"an API key has no name":          func(c *Config) { k := keyOf("device-key"); k.Name = ""; c.MQTT.APIKeys = []APIKey{k} },
		"invalid stream id":               func(c *Config) { k := keyOf("device-key"); k.Streams = []string{"a b"}; c.APIKeys = []APIKey{k} },
		"plugins.websocket.listen 0.0.0.": func(c *Config) { c.WebSocket.Listen = "0.0.0.0:7170" },
	} {
		c := DefaultConfig()
		c.HTTP.Enabled, c.WebSocket.Enabled, c.MQTT.Enabled = true, true, true
		change(&c)
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("want %q: %v", says, err)
		}
		c.HTTP.Enabled, c.WebSocket.Enabled, c.MQTT.Enabled = false, false, false
		if err := c.Validate(); err != nil {
			t.Errorf("%q: what is off is looked at: %v", says, err)
		}
	}
}

func TestKeyStreams(t *testing.T) {
	t.Parallel()
	entry := keyOf("device-key")
	entry.Streams = []string{"/own", "/weather/*", "Sensors.ETH/a", "SENSORS.eth/rooms/*"}
	k, err := newKey(entry, fuzzOwner)
	if err != nil {
		t.Fatal(err)
	}
	for stream, ok := range map[string]bool{
		fuzzOwner.String() + "/own": true, fuzzOwner.String() + "/weather/x": true, fuzzOwner.String() + "/own/x": false,
		"sensors.eth/a": true, "sensors.eth/ab": false, "sensors.eth/rooms/1": true, "sensors.eth/rooms": false, "other.eth/own": false,
	} {
		id, err := parseStream(stream, fuzzOwner)
		if err != nil {
			t.Fatal(err)
		}
		if err := k.check(mayPublish, id); (err == nil) != ok {
			t.Errorf("%s: %v", stream, err)
		}
	}
	none, err := newKey(APIKey{Name: "x", SHA256: entry.SHA256}, fuzzOwner)
	if err != nil {
		t.Fatal(err)
	}
	if none.check(mayRead, stream1) != nil || none.check(mayPublish, stream1) == nil {
		t.Error("a key without rights may do more than read")
	}
}
