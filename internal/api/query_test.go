package api

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/message"
)

// chains gives the chain ids of the messages of an answer in a new format, which
// tests use as names.
func chains(t testing.TB, r reply) string {
	t.Helper()
	var names []string
	for line := range strings.Lines(string(r.body)) {
		var m struct{ MsgChainID, Type string }
		decodeJSON(t, []byte(line), &m)
		if m.Type != "metadata" {
			names = append(names, m.MsgChainID)
		}
	}
	return strings.Join(names, " ")
}

func metadata(t testing.TB, r reply) (meta struct {
	HasNext       bool
	TotalMessages int
	Cursor        string
}) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(string(r.body)), "\n")
	decodeJSON(t, []byte(lines[len(lines)-1]), &meta)
	return meta
}

func TestQueryNewParameters(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for i := range int64(6) {
		n.append(plain(liveBase+i*1000, 0, string(rune('a'+i))))
	}
	auth := []string{"Authorization", basicAuth(t, 0x99)}
	iso := func(i int64) string { return time.UnixMilli(liveBase + i*1000).UTC().Format(time.RFC3339Nano) }
	for _, tt := range []struct{ query, want string }{
		{"last?count=2", "e f"},
		{"last?count=-2", "a b"},
		{"last?count=0", "a b c d e f"},
		{"last?count=5&limit=2", "e f"},
		{"from?fromTimestamp=" + iso(3), "d e f"},
		{"from?limit=2&fromTimestamp=" + iso(1), "b c"},
		{"from?order=desc&limit=2&fromTimestamp=" + iso(1), "f e"},
		{"range?fromTimestamp=" + iso(1) + "&toTimestamp=" + iso(3), "b c d"},
		{"range?order=desc&fromTimestamp=" + iso(1) + "&toTimestamp=" + iso(3), "d c b"},
		{"range?fromTimestamp=0&toTimestamp=" + strconv.Itoa(liveBase) + "&toSequenceNumber=-1", ""},
		{"range?fromTimestamp=0&toTimestamp=" + strconv.Itoa(liveBase+1) + "&publisherId=" + testStream.Owner().String(), "a"},
		{"range?fromTimestamp=0&toTimestamp=now&msgChainId=c&publisherId=" + testStream.Owner().String(), "c"},
	} {
		r := n.get(testPart+"/"+tt.query+"&format=ndjson", auth...)
		if r.status != 200 {
			t.Errorf("%s: %d %s", tt.query, r.status, r.body)
			continue
		}
		if got := chains(t, r); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.query, got, tt.want)
		}
		if r.trailer.Get(headerComplete) != "true" {
			t.Errorf("%s: trailer %v", tt.query, r.trailer)
		}
	}
}

// TestQueryPages walks through a range by cursors, in both directions, while
// messages are added behind the reader.
func TestQueryPages(t *testing.T) {
	t.Parallel()
	for _, order := range []string{"asc", "desc"} {
		n := newNode(t)
		var want []string
		for i := range 7 {
			name := string(rune('a' + i))
			n.append(plain(liveBase+int64(i), 0, name))
			want = append(want, name)
		}
		if order == "desc" {
			for i, j := 0, len(want)-1; i < j; i, j = i+1, j-1 {
				want[i], want[j] = want[j], want[i]
			}
		}
		var got []string
		cursor := ""
		for page := 0; ; page++ {
			r := n.get(fmt.Sprintf("%s/from?format=ndjson&limit=3&order=%s&fromTimestamp=%d&cursor=%s", testPart, order, liveBase, cursor), "Authorization", basicAuth(t, 0x99))
			if page == 0 { // without a cursor
				r = n.get(fmt.Sprintf("%s/from?format=ndjson&limit=3&order=%s&fromTimestamp=%d", testPart, order, liveBase), "Authorization", basicAuth(t, 0x99))
			}
			if r.status != 200 {
				t.Fatalf("%d %s", r.status, r.body)
			}
			got = append(got, strings.Fields(chains(t, r))...)
			meta := metadata(t, r)
			cursor = meta.Cursor
			n.append(plain(liveBase+3, int32(page+1), "late")) // belongs to no page
			if !meta.HasNext {
				break
			}
		}
		if strings.Join(got, "") != strings.Join(want, "") {
			t.Errorf("%s: %v, want %v", order, got, want)
		}
	}
}

// TestBrowserReconnects: an EventSource repeats its request with the last id.
func TestBrowserReconnects(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for i := range int64(3) {
		n.append(plain(liveBase+i, 0, string(rune('a'+i))))
	}
	path := strings.Replace(testPart, "stores", "streams", 1) + "/from?format=sse&fromTimestamp=0"
	_, rest, _ := strings.Cut(string(n.get(path).body), "id: ")
	id, _, _ := strings.Cut(rest, "\n")
	if got := string(n.get(path, "Last-Event-ID", id).body); strings.Count(got, "event: message") != 2 || strings.Contains(got, `"msgChainId":"a"`) {
		t.Errorf("after %s:\n%s", id, got)
	}
}

func TestQueryRefusals(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	live := newCursorScope(n.store.ID(), message.StreamPart{Stream: testStream}).text(position{phase: phaseLive})
	for _, tt := range []struct {
		path string
		code string
		text string
	}{
		{testPart + "/last?limit=-1", "invalid_parameter", "limit"},
		{testPart + "/last?limit=x", "invalid_parameter", "limit"},
		{testPart + "/last?order=desc", "invalid_parameter", "order"},
		{testPart + "/last?cursor=x", "invalid_parameter", "cursor"},
		{testPart + "/from?order=up&fromTimestamp=0", "invalid_parameter", "order"},
		{testPart + "/from?cursor=x", "invalid_cursor", "cursor"},
		{testPart + "/from?cursor=" + live, "foreign_cursor", "live"},
		{testPart + "/from?format=csv&fromTimestamp=yesterday", "invalid_parameter", "fromTimestamp"},
		{testPart + "/from?format=csv&fromTimestamp=NaN", "invalid_parameter", "fromTimestamp"},
		{testPart + "/from?format=csv&fromTimestamp=-5", "invalid_parameter", "fromTimestamp"},
		{testPart + "/from?format=csv&fromTimestamp=1&publisherId=bob", "invalid_parameter", "publisherId"},
		{testPart + "/range?format=ndjson&fromTimestamp=5&toTimestamp=4", "invalid_parameter", "before"},
		{testPart + "/range?fromTimestamp=5&toTimestamp=-4", "invalid_parameter", "toTimestamp"},
		{testPart + "/last?count=%ff", "invalid_parameter", "UTF-8"},
		{testPart + "/last?count=%zz", "invalid_parameter", "query string"},
		{strings.Replace(testPart, "partitions/0", "partitions/100", 1) + "/last?format=csv", "invalid_parameter", "partition"},
		{"/stores/..%2f..%2fetc/data/partitions/0/last", "invalid_stream_id", ".."},
		{"/stores/a%00b/data/partitions/0/last", "invalid_stream_id", "U+0000"},
		{"/stores/a%E2%80%8Bb.eth%2Fx/data/partitions/0/last", "invalid_stream_id", "U+200B"},
		{"/stores/%ff/data/partitions/0/last", "invalid_stream_id", "UTF-8"},
		{"/stores/" + strings.Repeat("a", 2000) + "/data/partitions/0/last", "invalid_stream_id", "long"},
		{strings.Replace(testPart, "stores", "streams", 1) + "/foo", "invalid_parameter", "Unknown resend type"},
		{strings.Replace(testPart, "stores", "streams", 1) + "/range?fromTimestamp=1", "invalid_parameter", "endpoint /streams/:id"},
	} {
		header := []string{"Authorization", basicAuth(t, 0x99)}
		if strings.HasPrefix(tt.path, "/streams") {
			header = nil
		}
		r := n.get(tt.path, header...)
		if r.status != 400 {
			t.Errorf("%s: %d %s", tt.path, r.status, r.body)
			continue
		}
		if code, text := r.problem(t); code != tt.code || !strings.Contains(text, tt.text) {
			t.Errorf("%s: %s: %s, want %s about %s", tt.path, code, text, tt.code, tt.text)
		}
	}
}

// TestGenerations: one path, three kinds of clients.
func TestGenerations(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.fill(datasetA(t)[:3]...)
	base := "/streams/0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a%2Fgolden%2Fa/data/partitions/0/last"
	auth := []string{"Authorization", basicAuth(t, 0x99)}
	for _, tt := range []struct {
		query       string
		header      []string
		contentType string
		prefix      string
	}{
		{"", auth, "application/json", `{"messages":[{"metadata":{"id":`},
		{"?format=raw", auth, "text/plain", `[32,["0x19e7`},
		{"?format=protocol", auth, "application/json", `{"messages":["[32,[`},
		{"?format=what", auth, "application/json", `{"messages":[{"metadata":`},
		{"", nil, "application/octet-stream", "\x00\x00\x00"},
		{"?format=object", nil, "application/octet-stream", "\x00\x00\x00"},
		{"?format=ndjson", nil, "application/x-ndjson", `{"streamId"`},
		{"?format=sse", nil, "text/event-stream", "event: message\nid: "},
		{"?format=csv", auth, "text/csv; charset=utf-8", "streamId,"},
	} {
		r := n.get(base+tt.query, tt.header...)
		if r.status != 200 || r.header.Get("Content-Type") != tt.contentType || !strings.HasPrefix(string(r.body), tt.prefix) {
			t.Errorf("%q %v: %d %s %.60q", tt.query, tt.header != nil, r.status, r.header.Get("Content-Type"), r.body)
		}
	}
}

// TestLegacyOrder sorts messages of one ref by publisher and chain in old formats,
// also where the answer is cut among them.
func TestLegacyOrder(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	names := []string{"d", "a", "c", "e", "b"}
	for _, name := range names {
		n.append(plain(liveBase, 7, name))
	}
	n.append(plain(liveBase+1, 0, "z"))
	names = []string{"a", "b", "c", "d", "e", "z"}
	read := func(query string) string {
		r := n.get(testPart+"/"+query, "Authorization", basicAuth(t, 0x99))
		var out struct{ Messages []struct{ MsgChainID string } }
		r.decode(t, &out)
		var got []string
		for _, m := range out.Messages {
			got = append(got, m.MsgChainID)
		}
		return strings.Join(got, "")
	}
	for count := 1; count <= 6; count++ {
		if got, want := read("last?count="+strconv.Itoa(count)), strings.Join(names[6-count:], ""); got != want {
			t.Errorf("last %d: %s, want %s", count, got, want)
		}
		if got, want := read("last?count=-"+strconv.Itoa(count)), strings.Join(names[:count], ""); got != want {
			t.Errorf("first %d: %s, want %s", count, got, want)
		}
	}
	if got := read("from?fromTimestamp=0"); got != "abcdez" {
		t.Errorf("from: %s", got)
	}
}

// TestRawHasNoLimitForWhoSaysSo lifts the 5000 in both ways.
func TestRawHasNoLimitForWhoSaysSo(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.fill(datasetA(t)...)
	path := "/stores/0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a%2Fgolden%2Fa/data/partitions/1/from?format=raw&fromTimestamp=0"
	count := func(r reply) (n int) {
		for _, err := range format.ReadFrames(bytes.NewReader(r.body), 0) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		return n
	}
	auth := basicAuth(t, 0x99)
	if got := count(n.get(path, "Authorization", auth)); got != 5000 {
		t.Errorf("%d messages by default", got)
	}
	if got := count(n.get(path+"&limit=0", "Authorization", auth)); got != 5003 {
		t.Errorf("%d messages with limit=0", got)
	}
	if got := count(n.get(path, "Authorization", auth, "Logstore-Limit", "none")); got != 5003 {
		t.Errorf("%d messages with the header", got)
	}
	if got := count(n.get(path+"&limit=5001", "Authorization", auth)); got != 5001 {
		t.Errorf("%d messages with limit=5001", got)
	}
}
