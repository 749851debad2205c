package config

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// write puts a configuration into a directory of its own.
func write(tb testing.TB, text string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

const full = `
data_dir: data
node: https://node.example
key:
  keystore: /etc/logstore/key.json
  password_file: ~/password
http:
  listen: "0.0.0.0:80"
  cors_origins: [https://a.example, https://b.example]
  max_body: 1GiB
  write_timeout: 1h30m
auth:
  legacy_basic: false
  api_keys:
    - name: sensors
      sha256: &sum 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
      streams: [/weather, "*"]
      rights: [publish]
    - {name: other, sha256: *sum}
ingest:
  max_age: 7d
  workers: 3
streams:
  policy: listed
  list:
    - id: /weather
      partitions: 4
      publishers: ["*"]
      schema: {type: object, required: [t], properties: {t: {type: number, maximum: 1.5}}}
    - id: name.eth/path
      publishers: ["0x00000000000000000000000000000000000000aa"]
      schema_file: weather.json
log:
`

func TestLoad(t *testing.T) {
	t.Parallel()
	path := write(t, full)
	c, err := Load(Source{
		File: path,
		Environ: []string{
			"HOME=/nowhere", "LOGSTORE_HTTP_LISTEN=127.0.0.1:1", "LOGSTORE_HTTP_CORS_ORIGINS=https://c.example, https://d.example",
			"LOGSTORE_ADMIN_LISTEN=", "LOGSTORE_KEY_PASSWORD=geheim", "LOGSTORE_STORE_CACHE=8MB",
		},
		Settings: []Setting{{"http.listen", "127.0.0.1:2", "flag --set"}, {"log.level", "debug", "flag --log-level"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Validate(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	for _, p := range []struct{ what, got, want any }{
		{"data_dir", c.DataDir, Path(filepath.Join(dir, "data"))},
		{"key.keystore", c.Key.Keystore, Path("/etc/logstore/key.json")},
		{"http.listen: the flag wins", c.HTTP.Listen, "127.0.0.1:2"},
		{"its origin", c.Origin("http.listen"), "flag --set"},
		{"http.cors_origins: the environment wins", c.HTTP.CORSOrigins, []string{"https://c.example", "https://d.example"}},
		{"its origin", c.Origin("http.cors_origins"), "env LOGSTORE_HTTP_CORS_ORIGINS"},
		{"http.max_body", c.HTTP.MaxBody, Size(1 << 30)},
		{"http.write_timeout", c.HTTP.WriteTimeout, Duration(90 * time.Minute)},
		{"its origin", c.Origin("http.write_timeout"), "file " + path + ":11"},
		{"admin.listen: an empty variable is a value", c.Admin.Listen, ""},
		{"auth.api_keys", c.Auth.APIKeys[0].Streams, []string{"/weather", "*"}},
		{"auth.api_keys: alias", c.Auth.APIKeys[1].SHA256, c.Auth.APIKeys[0].SHA256},
		{"ingest.max_age", c.Ingest.MaxAge, Duration(7 * 24 * time.Hour)},
		{"ingest.max_future: the default", c.Ingest.MaxFuture, Duration(5 * time.Minute)},
		{"its origin", c.Origin("ingest.max_future"), "default"},
		{"streams.list: schema", string(c.Streams.List[0].Schema), `{"properties":{"t":{"maximum":1.5,"type":"number"}},"required":["t"],"type":"object"}`},
		{"streams.list: schema file", c.Streams.List[1].SchemaFile, Path(filepath.Join(dir, "weather.json"))},
		{"store.cache", c.Store.Cache, Size(8_000_000)},
		{"log.format: a section without keys", c.Log.Format, "text"},
		{"file", c.File(), path},
	} {
		if !reflect.DeepEqual(p.got, p.want) {
			t.Errorf("%s: %#v, want %#v", p.what, p.got, p.want)
		}
	}
}

func TestPrintReadsBack(t *testing.T) {
	t.Parallel()
	c, err := Load(Source{File: write(t, full), Environ: []string{"LOGSTORE_KEY_PASSWORD=geheim", "LOGSTORE_NODE=http://a#b:\"'"}})
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := c.Print(&first); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(first.String(), "geheim") {
		t.Error("the password was printed")
	}
	if !strings.Contains(first.String(), "# password: hidden  # env LOGSTORE_KEY_PASSWORD") {
		t.Error("nothing says that a password is set")
	}
	again, err := Load(Source{File: write(t, first.String())})
	if err != nil {
		t.Fatalf("%v\n%s", err, first.String())
	}
	if err := again.Print(&second); err != nil {
		t.Fatal(err)
	}
	comments := regexp.MustCompile(`(?m)^ *# password.*\n|  # (default|file|env).*$`)
	if a, b := comments.ReplaceAllString(first.String(), ""), comments.ReplaceAllString(second.String(), ""); a != b {
		t.Errorf("what was printed reads back as something else:\n%s\n---\n%s", a, b)
	}
}

func TestTemplate(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := Template(&out, map[string]string{"http.listen": "127.0.0.1:5", "data_dir": "data"}); err != nil {
		t.Fatal(err)
	}
	c, err := Load(Source{File: write(t, out.String())})
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if err := c.Validate(); err != nil {
		t.Error(err)
	}
	if c.HTTP.Listen != "127.0.0.1:5" || filepath.Base(string(c.DataDir)) != "data" {
		t.Errorf("listen %s, data_dir %s", c.HTTP.Listen, c.DataDir)
	}
	// With the comment signs gone, it is still a configuration: that of the defaults.
	uncommented := regexp.MustCompile(`(?m)^( *)#([a-z_]+: )`).ReplaceAllString(out.String(), "$1$2")
	all, err := Load(Source{File: write(t, uncommented)})
	if err != nil {
		t.Fatalf("%v\n%s", err, uncommented)
	}
	for _, key := range Keys() {
		if !strings.HasPrefix(all.Origin(key), "file ") && !slices.Contains([]string{"key.password", "key.private"}, key) {
			t.Errorf("the template does not show %s", key)
		}
	}
	if got := all.HTTP; !reflect.DeepEqual(got.MaxBody, Default().HTTP.MaxBody) || got.WriteTimeout != Default().HTTP.WriteTimeout {
		t.Error("the template shows other defaults than those in force")
	}
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"unknown key", "http:\n  lisen: x\n", `http.lisen: unknown key; did you mean "http.listen"? (file FILE:2)`},
		{"unknown section", "htpt:\n  listen: x\n", `htpt: unknown key; did you mean "http"? (file FILE:1)`},
		{"key without its section", "listen: x\n", `listen: unknown key; did you mean "http.listen"? (file FILE:1)`},
		{"nothing near", "completely_different: 1\n", "completely_different: unknown key (file FILE:1)"},
		{"unknown key of an item", "streams:\n  list:\n    - {id: /a, partition: 3}\n", `streams.list[0].partition: unknown key; did you mean "partitions"? (file FILE:3)`},
		{"not a size", "http:\n  max_body: big\n", `http.max_body: "big" (file FILE:2): want a size such as "512KiB", "32MiB" or a number of bytes`},
		{"not a duration", "http:\n  idle_timeout: 5\n", `http.idle_timeout: "5" (file FILE:2): want a duration such as`},
		{"not a truth", "auth: {legacy_basic: maybe}\n", `auth.legacy_basic: "maybe" (file FILE:1): want true or false`},
		{"not a number", "ingest: {workers: 1.5}\n", `ingest.workers: "1.5" (file FILE:1): want an integer`},
		{"not a list", "http: {cors_origins: x}\n", `http.cors_origins: "x" (file FILE:1): want a list`},
		{"not a single value", "data_dir: [a]\n", `data_dir: "a list" (file FILE:1): want a single value`},
		{"no section", "http: 5\n", "http: want keys with values (file FILE:1)"},
		{"no mapping", "- a\n", "configuration: want keys with values (file FILE:1)"},
		{"not a schema", "streams: {list: [{id: /a, schema: \"{oops\"}]}\n", "streams.list[0].schema: "},
		{"password in a file", "key: {password: geheim}\n", `key.password: "[hidden]" (file FILE:1): a secret, which no file may hold; set LOGSTORE_KEY_PASSWORD in the environment instead`},
		{"private key in a file", "key: {private: abc}\n", "set LOGSTORE_PRIVATE_KEY in the environment instead"},
		{"not YAML", "a: [\n", "read configuration FILE: "},
		{"a key twice", "data_dir: a\ndata_dir: b\n", "data_dir"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			path := write(t, c.text)
			_, err := Load(Source{File: path})
			if err == nil {
				t.Fatal("no error")
			}
			text := strings.ReplaceAll(err.Error(), path, "FILE")
			if !strings.Contains(text, c.want) {
				t.Errorf("error %q, want %q in it", text, c.want)
			}
			if strings.Contains(text, "geheim") {
				t.Errorf("the error shows the secret: %q", text)
			}
		})
	}
}

func TestLoadTellsAllProblems(t *testing.T) {
	t.Parallel()
	_, err := Load(Source{
		File:     write(t, "http: {max_body: x, write_timeout: y}\nnope: 1\n"),
		Environ:  []string{"LOGSTORE_STORE_CACHE=z"},
		Settings: []Setting{{"http.lissten", "a", "flag --set"}, {"key.private", "b", "flag --set"}},
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"http.max_body", "http.write_timeout", "nope", `store.cache: "z" (env LOGSTORE_STORE_CACHE)`, `did you mean "http.listen"? (flag --set)`, "other users can see"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not tell of %s:\n%v", want, err)
		}
	}
}

func TestUnknownVariableIsAWarning(t *testing.T) {
	t.Parallel()
	c, err := Load(Source{File: filepath.Join(t.TempDir(), "none.yaml"), Optional: true, Environ: []string{"LOGSTORE_HTPT_LISTEN=x", "LOGSTORE_HOME=/y"}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"environment variable LOGSTORE_HTPT_LISTEN is no configuration key; did you mean LOGSTORE_HTTP_LISTEN?"}
	if !slices.Equal(c.Warnings(), want) {
		t.Errorf("warnings %q, want %q", c.Warnings(), want)
	}
}

func TestMissingFile(t *testing.T) {
	t.Parallel()
	_, err := Load(Source{File: filepath.Join(t.TempDir(), "none.yaml")})
	if err == nil || !strings.Contains(err.Error(), "logstore init") {
		t.Errorf("error %v, want advice", err)
	}
}

func TestValidate(t *testing.T) {
	t.Parallel()
	for setting, want := range map[string]string{
		"http.listen=7771":                         `http.listen: "7771" (flag): want host:port`,
		"http.listen=localhost:70000":              "want host:port",
		"admin.listen=127.0.0.1:7771":              "want another address than http.listen",
		"node=ftp://x":                             "want a URL",
		"node=http://user:pw@x":                    "want a URL",
		"http.tls_cert=/x":                         "both, or neither",
		"http.max_body=0":                          "want a size in 1KiB…4GiB",
		"http.max_connections=0":                   "want an integer in 1…",
		"http.write_timeout=0s":                    "want more than 0",
		"http.trusted_proxies=10.0.0.0/8,nonsense": `http.trusted_proxies[1]: "nonsense"`,
		"ingest.max_message=1GiB":                  "want a size in 256…64MiB",
		"ingest.queue_bytes=1KiB":                  "want at least ingest.max_message",
		"ingest.validation_errors_stream=a b/c":    "want a stream id",
		"streams.policy=some":                      `streams.policy: "some" (flag): want one of listed, owned, any`,
		"streams.default_partitions=101":           "want an integer in 1…100",
		"streams.list=[{id: /a}, {id: /a}]":        "listed twice",
		"streams.list=[{id: \"\"}]":                "streams.list[0].id",
		"streams.list=[{id: /../a}]":               "streams.list[0].id",
		"streams.list=[{id: /a, partitions: 101}]": "streams.list[0].partitions",
		"streams.list=[{id: /a, publishers: [x]}]": "want an address",
		"auth.api_keys=[{name: a, sha256: 12}]":    "want 64 hex digits",
		"auth.api_keys=[{name: \"\", sha256: 12}]": "want a name",
		"auth.domains=a/b":                         "auth.domains[0]",
		"chain.rpc=ftp://rpc.example":              "want a URL such as https://rpc.example",
		"chain.quorum=2":                           "want an integer in 1…1",
		"chain.poll=0s":                            "want more than 0",
		"chain.contracts=LSAN":                     "want Name=0x…",
		"chain.storage_node=0x12":                  "want an address",
		"streamr.listen=x":                         "want host:port",
		"streamr.entry_points=[ws://h:1]":          "want ws://host:port/#nodeid",
		"streamr.node_id=12":                       "want 40 hex digits",
		"streamr.max_connections=1":                "want an integer in 8…",
		"streamr.tls_key=/x":                       "both, or neither",
		"store.engine=cassandra":                   "want one of pebble",
		"log.level=loud":                           "want one of debug, info, warn, error",
	} {
		s, err := ParseSetting(setting)
		if err != nil {
			t.Fatal(err)
		}
		s.Origin = "flag"
		c, err := Load(Source{File: "none.yaml", Optional: true, Settings: []Setting{s}})
		if err != nil {
			t.Errorf("%s: %v", setting, err)
			continue
		}
		if err = c.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q in it", setting, err, want)
		}
	}
}

func TestSecretsDoNotPrint(t *testing.T) {
	t.Parallel()
	k := Key{Password: "geheim", Private: "geheim"}
	for _, format := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		if s := fmt.Sprintf(format, k); strings.Contains(s, "geheim") {
			t.Errorf("%s prints %s", format, s)
		}
	}
}

func TestNodeURL(t *testing.T) {
	t.Parallel()
	c := Default()
	for _, p := range []struct{ node, listen, cert, want string }{
		{"", "127.0.0.1:7771", "", "http://127.0.0.1:7771"},
		{"", "0.0.0.0:80", "", "http://127.0.0.1:80"},
		{"", ":80", "/c", "https://127.0.0.1:80"},
		{"", "[::1]:80", "", "http://[::1]:80"},
		{"https://x", ":80", "", "https://x"},
	} {
		c.Node, c.HTTP.Listen, c.HTTP.TLSCert = p.node, p.listen, Path(p.cert)
		if got := c.NodeURL(); got != p.want {
			t.Errorf("node %q, listen %q: %s, want %s", p.node, p.listen, got, p.want)
		}
	}
}

func TestValueTexts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"5m": "5m", "60m": "1h", "90s": "1m30s", "0": "0s", "1500ms": "1.5s", "2d": "48h"} {
		d, err := ParseDuration(text)
		if err != nil || d.String() != want {
			t.Errorf("ParseDuration(%q) = %v, %v, want %s", text, d, err, want)
		}
	}
	for text, want := range map[string]string{"1024": "1KiB", "32MiB": "32MiB", "1000": "1000", "5 GB": "5000000000", "0": "0", "1TiB": "1TiB"} {
		s, err := ParseSize(text)
		if err != nil || s.String() != want {
			t.Errorf("ParseSize(%q) = %v, %v, want %s", text, s, err, want)
		}
	}
	for _, text := range []string{"", "-1", "1.5MiB", "MiB", "9999999999TiB", "1 XB"} {
		if s, err := ParseSize(text); err == nil {
			t.Errorf("ParseSize(%q) = %v, want an error", text, s)
		}
	}
	for _, text := range []string{"", "-1s", "5", "d", "1.5d"} {
		if d, err := ParseDuration(text); err == nil {
			t.Errorf("ParseDuration(%q) = %v, want an error", text, d)
		}
	}
}

// The documentation lists every key, with its default, and no other.
func TestDocumentationIsTrue(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := make(map[string]string)
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z_.]+)` \\| `?([^|]*?)`? \\| (.*) \\|$").FindAllStringSubmatch(string(text), -1) {
		documented[m[1]] = m[2] + " | " + strings.ReplaceAll(m[3], "`", "")
	}
	for _, f := range Default().fields() {
		line, err := yamlText(f)
		if err != nil {
			t.Fatal(err)
		}
		value := strings.TrimPrefix(line, name(f.key)+": ")
		if value == `""` {
			value = ""
		}
		want := value + " | " + strings.ReplaceAll(f.help, "\\", "")
		if documented[f.key] != want {
			t.Errorf("docs/configuration.md says %q about %s, want %q", documented[f.key], f.key, want)
		}
		delete(documented, f.key)
	}
	for key := range documented {
		t.Errorf("docs/configuration.md lists %s, which is no key", key)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(full)
	f.Add("a: &a [*a]\n")
	f.Add("http: {listen: !!binary aGk=}\n? [x]\n: y\n")
	f.Add("streams: {list: [{id: 1, schema: {1: 2}}, null, 3]}\n")
	f.Fuzz(func(t *testing.T, text string) {
		c := Default()
		c.origins = make(map[string]string)
		if err := c.readYAML([]byte(text), "config.yaml", "/"); err != nil {
			return
		}
		var out bytes.Buffer
		if err := c.Print(&out); err != nil {
			t.Fatal(err)
		}
		again := Default()
		again.origins = make(map[string]string)
		if err := again.readYAML(out.Bytes(), "config.yaml", "/"); err != nil {
			t.Errorf("printed configuration does not read back: %v\n%s", err, out.String())
		}
		_ = c.Validate()
	})
}
