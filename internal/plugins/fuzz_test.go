package plugins

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/logstore/logstore/message"
)

var fuzzOwner = message.UserID("\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff\x00\x01\x02\x03\x04")

// FuzzPayload: what is accepted is a compact JSON object with the same meaning, and what
// devices get of it again reads as the same.
func FuzzPayload(f *testing.F) {
	for _, s := range []string{
		`{"a":1}`, ` { "a" : [ 1 , "x\u00e9\ud800" ] } `, `{"content":{"a":1},"metadata":{"timestamp":1600000000000}}`,
		`{"content":{},"metadata":{"timestamp":"2021-02-03T04:05:06.789+02:00"}}`, `{"content":{},"metadata":null}`, `{"Content":{}}`,
		`{"content":{},"metadata":{"timestamp":{}}}`, `{"content":[]}`, `{"content":null}`, `[]`, `null`, `"x"`, "", "{\"a\":\"\xff\"}", `{"a":1}{}`,
		`{"content":{"a":1},"content":{"b":2}}`, strings.Repeat(`{"a":`, 20000), `{"content":{},"metadata":{"timestamp":1e400}}`,
	} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, b []byte, wrapped bool) {
		before := slices.Clone(b)
		p, err := parsePayload(b, wrapped)
		if !bytes.Equal(b, before) {
			t.Fatal("the input was changed")
		}
		if err != nil {
			if c := classify(err); c.name != "malformed" && c.name != "too_large" {
				t.Fatalf("class %s: %v", c.name, err)
			}
			return
		}
		var compact bytes.Buffer
		if !utf8.Valid(p.content) || !isObject(p.content) || json.Compact(&compact, p.content) != nil || !bytes.Equal(compact.Bytes(), p.content) {
			t.Fatalf("accepted %q", p.content)
		}
		if ms := p.time.UnixMilli(); !p.time.IsZero() && (ms < 0 || ms > maxMillis) {
			t.Fatalf("time %v", p.time)
		}
		m := &message.Message{ID: message.ID{Timestamp: 5, Sequence: 6, Publisher: fuzzOwner, Chain: string(b[:min(len(b), 30)])}, ContentType: message.ContentJSON}
		e := newEvent(Delivery{Message: m, Content: p.content})
		if e == nil {
			t.Fatalf("%q is published and not shown", p.content)
		}
		again, err := parsePayload(e.payload(true), true)
		if len(e.payload(true)) > MaxPayload {
			return
		}
		if err != nil || !bytes.Equal(again.content, p.content) || again.time.UnixMilli() != 5 {
			t.Fatalf("%q became %q, %v, %v", p.content, again.content, again.time, err)
		}
	})
}

// FuzzEvent: whatever comes from the network, what devices get is JSON in UTF-8.
func FuzzEvent(f *testing.F) {
	f.Add([]byte(`{"a":1}`), "abc")
	f.Add([]byte(`{"a":1},"metadata":{}`), "\xff\"")
	f.Add([]byte("{\"a\":\"\xff\"}"), "")
	f.Add([]byte(` {}`), "</script>")
	f.Fuzz(func(t *testing.T, content []byte, chain string) {
		m := &message.Message{ID: message.ID{Publisher: fuzzOwner, Chain: chain}, ContentType: message.ContentJSON}
		e := newEvent(Delivery{Message: m, Content: content})
		if e == nil {
			return
		}
		for _, wrapped := range []bool{false, true} {
			b := e.payload(wrapped)
			var fields map[string]json.RawMessage
			if !utf8.Valid(b) || json.Unmarshal(b, &fields) != nil {
				t.Fatalf("devices get %q", b)
			}
			if wrapped && (len(fields) != 2 || !bytes.Equal(bytes.TrimSpace(fields["content"]), bytes.TrimSpace(content))) {
				t.Fatalf("%q became %q", content, b)
			}
		}
	})
}

// FuzzQuery: parameters are refused, or are within their bounds.
func FuzzQuery(f *testing.F) {
	for _, s := range []string{
		"partition=3", "partition=99", "partition=100", "partition=-1", "partition=+1", "partition=1&partition=2", "partitionKey=%C3%A9",
		"partitionKeyField=a&partitionKey=b", "partitions=0,2,5", "partitions=", "partitions=1,,2", "timestamp=1600000000000", "timestamp=2021-02-03",
		"timestamp=9223372036854775807", "timestamp=-1", "timestamp=10000-01-01T00:00:00Z", "%zz", "a;b", "timestamp=2021-02-03T04:05:06+02:00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		q, err := parseQuery(raw)
		if err != nil {
			return
		}
		for _, fields := range []bool{false, true} {
			g, err := parseTarget(stream4, q, fields)
			if err != nil {
				if c := classify(err); c.http/100 != 4 {
					t.Fatalf("%v: status %d", err, c.http)
				}
				continue
			}
			choices := 0
			if g.partition != nil {
				choices++
				if *g.partition < 0 || *g.partition >= message.MaxPartitions {
					t.Fatalf("partition %d", *g.partition)
				}
			}
			if g.key != nil {
				choices++
			}
			if g.field != nil {
				choices++
			}
			if choices > 1 || g.field != nil && !fields {
				t.Fatalf("%q: %d choices", raw, choices)
			}
		}
		if list, err := parsePartitions(q); err == nil {
			if len(list) == 0 || len(list) > message.MaxPartitions {
				t.Fatalf("%d partitions", len(list))
			}
			seen := make(map[int32]bool)
			for _, p := range list {
				if p < 0 || p >= message.MaxPartitions || seen[p] {
					t.Fatalf("partitions %v", list)
				}
				seen[p] = true
			}
		}
		if at, err := timestampParam(q); err == nil && !at.IsZero() {
			if ms := at.UnixMilli(); ms < 0 || ms > maxMillis {
				t.Fatalf("timestamp %v", at)
			}
		}
	})
}

// FuzzTopic: a topic is refused, or means a stream whose id reads as itself.
func FuzzTopic(f *testing.F) {
	for _, s := range []string{
		"sensors.eth/a", "sensors.eth/a?partition=2", "/mine", "a?b?partition=1", "?", "", "a//b", "sensors.eth/../x", "x\x00", "sensors.eth/a?partitionKey=%2B",
		"$SYS/x", "$share/g/x", "a/+/b", "#", "0x1234567890123456789012345678901234567890/x",
	} {
		f.Add(s, "")
		f.Add(s, "sensors.eth")
	}
	f.Fuzz(func(t *testing.T, topic, domain string) {
		if domain != "" && (MQTTConfig{StreamIDDomain: domain}).checkDomain() != nil {
			t.Skip()
		}
		stream, q, err := parseTopic(topic, domain, fuzzOwner)
		if err != nil {
			if c := classify(err); c.http/100 != 4 {
				t.Fatalf("%v: class %s", err, c.name)
			}
			return
		}
		if again, err := message.ParseStreamID(string(stream), ""); err != nil || again != stream {
			t.Fatalf("%q means %q, which reads as %q, %v", topic, stream, again, err)
		}
		if domain != "" && !strings.HasPrefix(string(stream), strings.ToLower(domain)+"/") {
			t.Fatalf("%q in domain %q means %q", topic, domain, stream)
		}
		if !strings.Contains(topic, "?") && len(q) != 0 {
			t.Fatalf("%q has parameters %v", topic, q)
		}
		s := &MQTTServer{hub: &Hub{owner: fuzzOwner}, cfg: MQTTConfig{StreamIDDomain: domain}}
		if part, err := s.partOf(topic); err == nil && (part.Stream != stream || part.Partition < 0 || part.Partition >= message.MaxPartitions) {
			t.Fatalf("%q means %v when it is subscribed to and %q when it is published to", topic, part, stream)
		}
	})
}

// FuzzPath: a path is refused, or means the stream that a client had escaped.
func FuzzPath(f *testing.F) {
	for _, s := range []string{"sensors.eth/a", "/mine", "a", "sensors.eth/streams/x/publish", "%", "sensors.eth/a%2fb", "..", "x/.", "sensors.eth/é", "sensors.eth/ "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, id string) {
		want, idErr := message.ParseStreamID(id, fuzzOwner)
		escaped := url.PathEscape(id)
		got, ok, err := parseHTTPPath("/streams/"+escaped, fuzzOwner)
		if id != "" && (!ok || (err == nil) != (idErr == nil) || got != want && err == nil) {
			t.Fatalf("%q: %q, %v, %v; want %q, %v", id, got, ok, err, want, idErr)
		}
		for _, act := range []action{actPublish, actSubscribe} {
			got, gotAct, err := parseSocketPath("/streams/"+escaped+"/"+string(act), fuzzOwner)
			if (err == nil) != (idErr == nil) || err == nil && (got != want || gotAct != act) {
				t.Fatalf("%q: %q, %s, %v; want %q, %v", id, got, gotAct, err, want, idErr)
			}
		}
		// As it came, it is read without a panic.
		_, _, _ = parseHTTPPath(id, fuzzOwner)
		_, _, _ = parseSocketPath(id, fuzzOwner)
	})
}
