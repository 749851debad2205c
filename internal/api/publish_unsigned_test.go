package api

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

const apiKeyText = "test-key"

func withAPIKey(streams []string, rights ...string) nodeOption {
	return withConfig(func(c *Config) {
		c.APIKeys = append(c.APIKeys, APIKey{Name: "tests", SHA256: sha256Hex(apiKeyText), Streams: streams, Rights: rights})
	})
}

// TestPublishUnsigned signs, links and stores.
func TestPublishUnsigned(t *testing.T) {
	t.Parallel()
	n := newNode(t, withAPIKey(nil, "read", "publish"))
	auth := []string{"Authorization", "Bearer " + apiKeyText}
	path := "/streams/" + escapeID(testStream)
	r, out := n.publishTo(path+"?timestamp="+strconv.Itoa(liveBase), "application/json", []byte(` {"a": 1.0} `), auth...)
	if r.status != 200 || out.Accepted != 1 || len(out.Results) != 1 || out.Results[0].Key == "" {
		t.Fatalf("%d %s", r.status, r.body)
	}
	body := `{"t":"2023-11-14T22:13:22Z","n":2}
{"t":1700000001000,"n":1}
nonsense
{"n":"no time"}
{"t":1700000001000.9,"n":1.5}
`
	r, out = n.publishTo(path+"?timeField=t", "application/x-ndjson", []byte(body), auth...)
	if r.status != 207 || out.Accepted != 3 || out.Rejected != 2 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	for i, want := range []struct {
		line        int
		code, field string
	}{{3, "invalid_content", "content"}, {4, "malformed", "t"}} {
		if v := out.Results[i]; v.Line != want.line || v.Code != want.code || v.Field != want.field {
			t.Errorf("%+v, want %+v", v, want)
		}
	}
	n.publishTo("/stores/"+escapeID(testStream)+"?timestamp=1699999999999", "application/json", []byte(`{"old":true}`), auth...)

	var verifier message.Verifier
	var got []*message.Message
	snap, err := n.store.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	for rec, err := range snap.Scan(context.Background(), store.Query{Part: message.StreamPart{Stream: testStream}}) {
		if err != nil {
			t.Fatal(err)
		}
		m, err := message.Decode(bytes.Clone(rec.Wire))
		if err != nil {
			t.Fatal(err)
		}
		if err := verifier.Verify(context.Background(), m); err != nil || m.Publisher != n.signer.UserID() {
			t.Errorf("%v: %v by %v", m.Ref(), err, m.Publisher)
		}
		got = append(got, m)
	}
	if len(got) != 5 {
		t.Fatalf("%d messages", len(got))
	}
	// The old one begins a chain of its own; the others are linked in time order.
	if got[0].PrevRef != nil || got[0].Chain == got[1].Chain {
		t.Errorf("%+v", got[0].ID)
	}
	for i := 2; i < len(got); i++ {
		if got[i].PrevRef == nil || *got[i].PrevRef != got[i-1].Ref() || got[i].Chain != got[1].Chain {
			t.Errorf("message %d: %+v after %v", i, got[i].ID, got[i].PrevRef)
		}
	}
	if string(got[1].Content) != `{"a": 1.0}` {
		t.Errorf("content %s", got[1].Content)
	}
}

// TestPublishUnsignedKeepsChainsWhole: what a schema refuses leaves no hole in the
// node's chain, and ingest hears of it all the same.
func TestPublishUnsignedKeepsChainsWhole(t *testing.T) {
	t.Parallel()
	n := newNode(t, withAPIKey(nil, "publish"))
	if err := n.registry.SetSchema(context.Background(), testStream, []byte(`{"type":"object"}`)); err != nil {
		t.Fatal(err)
	}
	body := "{\"a\":1}\n7\n{\"a\":2}\n"
	r, out := n.publishTo("/stores/"+escapeID(testStream)+"?timestamp="+strconv.Itoa(liveBase), "application/x-ndjson", []byte(body), "Authorization", "Bearer "+apiKeyText)
	if r.status != 207 || out.Accepted != 2 || out.Results[0].Code != "schema_violation" || out.Results[0].Line != 2 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	r = n.get(strings.Replace(testPart, "stores", "streams", 1) + "/from?fromTimestamp=0")
	var ms []*message.Message
	for w, err := range format.ReadFrames(bytes.NewReader(r.body), 0) {
		if err != nil {
			t.Fatal(err)
		}
		m, err := message.Decode(bytes.Clone(w))
		if err != nil {
			t.Fatal(err)
		}
		ms = append(ms, m)
	}
	if len(ms) != 2 || ms[1].PrevRef == nil || *ms[1].PrevRef != ms[0].Ref() {
		t.Errorf("%+v", ms)
	}
}

func TestPublishUnsignedRefusals(t *testing.T) {
	t.Parallel()
	n := newNode(t, withAPIKey([]string{string(testStream), "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a/sensors/*"}, "publish"), withConfig(func(c *Config) {
		c.APIKeys = append(c.APIKeys, APIKey{Name: "reader", SHA256: sha256Hex("reader"), Rights: []string{"read"}})
	}))
	path := "/streams/" + escapeID(testStream)
	key := []string{"Authorization", "Bearer " + apiKeyText}
	for _, tt := range []struct {
		name, path, contentType, body string
		header                        []string
		status                        int
		code                          string
	}{
		{"no key", path, "application/json", `{}`, []string{"Accept", "application/json"}, 401, "unauthorized"},
		{"session in its place", path, "application/json", `{}`, []string{"Authorization", basicAuth(t, 0x99), "Accept", "application/json"}, 403, "forbidden"},
		{"key without the right", path, "application/json", `{}`, []string{"Authorization", "Bearer reader", "Accept", "application/json"}, 403, "forbidden"},
		{"another stream", "/streams/" + escapeID(testStream+"2"), "application/json", `{}`, append([]string{"Accept", "application/json"}, key...), 403, "forbidden"},
		{"by prefix", "/streams/" + escapeID("0x19E7E376E7c213b7e7e7e46cc70a5dd086daff2a/sensors/1"), "application/json", `{}`, key, 200, ""},
		{"partition", path + "?partition=100", "application/json", `{}`, key, 400, "invalid_parameter"},
		{"partition and key", path + "?partition=1&partitionKey=a", "application/json", `{}`, key, 400, "invalid_parameter"},
		{"timestamp", path + "?timestamp=soon", "application/json", `{}`, key, 400, "invalid_parameter"},
		{"future", path + "?timestamp=2100-01-01T00:00:00Z", "application/json", `{}`, key, 422, "all_rejected"},
		{"not JSON", path, "application/json", `{`, key, 422, "all_rejected"},
		{"type", path, "text/plain", `{}`, key, 415, "unsupported_media_type"},
		{"results", path + "?results=some", "application/json", `{}`, key, 400, "invalid_parameter"},
		{"stream id", "/streams/not%20an%20id", "application/json", `{}`, key, 400, "invalid_stream_id"},
	} {
		r, out := n.publishTo(tt.path, tt.contentType, []byte(tt.body), tt.header...)
		if r.status != tt.status || out.Code != tt.code {
			t.Errorf("%s: %d %s, want %d %s", tt.name, r.status, r.body, tt.status, tt.code)
		}
	}
}

func TestPublishPartitionKey(t *testing.T) {
	t.Parallel()
	n := newNode(t, withAPIKey(nil, "publish"))
	n.publishTo("/streams/"+escapeID(testStream)+"?partitionKey=berlin", "application/json", []byte(`1`), "Authorization", "Bearer "+apiKeyText)
	snap, err := n.store.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	defer snap.Close()
	for part, err := range snap.Parts(context.Background()) {
		if err != nil || part.Partition != message.PartitionOf("berlin", 100) {
			t.Errorf("%v %v", part, err)
		}
	}
}
