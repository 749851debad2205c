package api

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

type publishReply struct {
	Accepted, Duplicates, Rejected, Omitted, Processed int
	Error, Code                                        string
	Results                                            []verdict
}

func (n *node) publish(contentType string, body []byte, header ...string) (reply, publishReply) {
	n.t.Helper()
	return n.publishTo("/messages", contentType, body, header...)
}

func (n *node) publishTo(path, contentType string, body []byte, header ...string) (reply, publishReply) {
	n.t.Helper()
	r := n.do(http.MethodPost, path, bytes.NewReader(body), append([]string{"Content-Type", contentType}, header...)...)
	var out publishReply
	if strings.Contains(r.header.Get("Content-Type"), "json") {
		r.decode(n.t, &out)
	}
	return r, out
}

// messages counts what is stored of the test stream's first partition.
func (n *node) messages() int {
	n.t.Helper()
	snap, err := n.store.Snapshot()
	if err != nil {
		n.t.Fatal(err)
	}
	defer snap.Close()
	st, err := snap.Stats(context.Background(), message.StreamPart{Stream: testStream})
	if err != nil {
		n.t.Fatal(err)
	}
	return int(st.Messages)
}

func frames(ms ...*message.Message) []byte {
	var out []byte
	for _, m := range ms {
		out = format.AppendFrame(out, wire(m))
	}
	return out
}

func lines(ms ...*message.Message) []byte {
	var out []byte
	for _, m := range ms {
		out = append(format.AppendSigned(out, m), '\n')
	}
	return out
}

// batch makes signed messages, one millisecond apart.
func batch(t testing.TB, count int) []*message.Message {
	t.Helper()
	s := signerOf(t, 0x11)
	ms := make([]*message.Message, count)
	for i := range ms {
		ms[i] = signed(t, s, liveBase+int64(i), 0, `{"n":`+strconv.Itoa(i)+`}`)
	}
	return ms
}

func TestPublishFrames(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	const count = 3*sliceMessages + 7
	body := frames(batch(t, count)...)
	r, out := n.publish("application/octet-stream", body)
	if r.status != 200 || out.Accepted != count || len(out.Results) != 0 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	if r, out = n.publish("application/octet-stream", body); r.status != 200 || out.Duplicates != count {
		t.Errorf("again: %d %+v", r.status, out)
	}
	if got := n.messages(); got != count {
		t.Errorf("%d messages stored, want %d", got, count)
	}
	// What comes out of raw can be put in again.
	raw := n.get(testPart+"/last?count=5&format=raw", "Authorization", basicAuth(t, 0x99))
	if r, out = n.publishTo("/messages?results=all", "application/octet-stream", raw.body); out.Duplicates != 5 || len(out.Results) != 5 || out.Results[0].Key == "" {
		t.Errorf("%d %s", r.status, r.body)
	}
}

// TestPublishOneBadLine: the good lines are stored and the answer names the bad one.
func TestPublishOneBadLine(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	ms := batch(t, 6)
	all := bytes.SplitAfter(lines(ms...), []byte("\n"))
	all[2] = []byte("{\"streamId\": nonsense}\n")
	all[3] = append([]byte("\n"), all[3]...) // a blank line counts as a line only
	r, out := n.publish("application/x-ndjson", bytes.Join(all, nil))
	if r.status != http.StatusMultiStatus || out.Accepted != 5 || out.Rejected != 1 || len(out.Results) != 1 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	if v := out.Results[0]; v.Index != 2 || v.Line != 3 || v.Code != "malformed" || !strings.Contains(v.Reason, "line 3") {
		t.Errorf("%+v", v)
	}
	if got := n.messages(); got != 5 {
		t.Errorf("%d messages stored", got)
	}
}

func TestPublishRejections(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	good := batch(t, 1)[0]
	forged := *good
	forged.Publisher = signerOf(t, 0x22).UserID()
	future := signed(t, signerOf(t, 0x11), time.Now().Add(time.Hour).UnixMilli(), 0, `{}`)
	for _, tt := range []struct {
		name, contentType string
		body              []byte
		status            int
		code              string // of the answer, or of the only verdict
	}{
		{"wrong signer", "application/octet-stream", frames(&forged), 422, "invalid_signature"},
		{"future", "application/octet-stream", frames(future), 422, "future_timestamp"},
		{"truncated frame", "application/octet-stream", frames(good)[:50], 422, "malformed"},
		{"truncated length", "application/octet-stream", []byte{0, 0}, 422, "malformed"},
		{"empty frame", "application/octet-stream", make([]byte, 4), 422, "malformed"},
		{"huge frame", "application/octet-stream", []byte("\xff\xff\xff\xffabc"), 422, "malformed"},
		{"JSON as frames", "application/octet-stream", []byte(`{"streamId":"x"}`), 422, "malformed"},
		{"garbage frame", "application/octet-stream", []byte("\x00\x00\x00\x05hello"), 422, "malformed"},
		{"garbage JSON", "application/json", []byte(`{"streamId":`), 422, "malformed"},
		{"NaN", "application/json", []byte(`{"timestamp":NaN}`), 422, "malformed"},
		{"huge number", "application/json", []byte(`{"timestamp":1e400}`), 422, "malformed"},
		{"traversal", "application/json", []byte(`{"streamId":"0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a/../x"}`), 422, "malformed"},
		{"nothing", "application/octet-stream", nil, 400, "invalid_body"},
		{"blank", "application/x-ndjson", []byte("\n \n"), 400, "invalid_body"},
		{"blank JSON", "application/json", []byte(" "), 400, "invalid_body"},
		{"wrong type", "text/xml", []byte("<a/>"), 415, "unsupported_media_type"},
	} {
		r, out := n.publish(tt.contentType, tt.body)
		code := out.Code
		if len(out.Results) > 0 {
			code = out.Results[0].Code
		}
		if r.status != tt.status || code != tt.code {
			t.Errorf("%s: %d %s, want %d %s: %s", tt.name, r.status, code, tt.status, tt.code, r.body)
		}
		if tt.status == 422 && (out.Code != "all_rejected" || out.Error == "") {
			t.Errorf("%s: %s", tt.name, r.body)
		}
	}
	if got := n.messages(); got != 0 {
		t.Errorf("%d messages stored", got)
	}
}

// TestPublishTooLargeFrame goes on behind it.
func TestPublishTooLargeFrame(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.MaxMessageBytes = 1000 }))
	ms := batch(t, 2)
	body := append(frames(ms[0]), format.AppendFrame(nil, make([]byte, 5000))...)
	r, out := n.publish("application/octet-stream", append(body, frames(ms[1])...))
	if r.status != 207 || out.Accepted != 2 || out.Results[0].Code != "too_large" || out.Results[0].Index != 1 {
		t.Errorf("%d %s", r.status, r.body)
	}
	long := append(lines(ms[0]), bytes.Repeat([]byte(" "), 60000)...)
	r, out = n.publish("application/x-ndjson", append(append(long, '\n'), lines(ms[1])...))
	if r.status != 207 || out.Duplicates != 2 || out.Results[0].Code != "too_large" || out.Results[0].Line != 2 {
		t.Errorf("%d %s", r.status, r.body)
	}
}

func TestPublishBodyLimits(t *testing.T) {
	t.Parallel()
	const limit = 200_000
	n := newNode(t, withConfig(func(c *Config) { c.MaxBodyBytes = limit }))
	body := frames(batch(t, 1200)...)
	if len(body) < limit {
		t.Fatal(len(body))
	}
	// The length is known: nothing is read.
	r, out := n.publish("application/octet-stream", body)
	if r.status != 413 || out.Code != "body_too_large" || n.messages() != 0 {
		t.Errorf("%d %s", r.status, r.body)
	}
	// It is not: what came before the limit is stored, and the answer says so.
	req, err := http.NewRequest(http.MethodPost, n.http.URL+"/messages", io.MultiReader(bytes.NewReader(body)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/octet-stream")
	r = n.send(req)
	r.decode(t, &out)
	if r.status != 413 || out.Accepted == 0 || out.Processed != out.Accepted || n.messages() != out.Accepted {
		t.Errorf("%d %s", r.status, r.body)
	}
	// A small body that grows: the same.
	var packed bytes.Buffer
	zw := gzip.NewWriter(&packed)
	zw.Write(make([]byte, 50*limit))
	zw.Close()
	if r, out = n.publish("application/x-ndjson", packed.Bytes(), "Content-Encoding", "gzip"); r.status != 413 {
		t.Errorf("a body of %d bytes that unpacks to %d: %d %s", packed.Len(), 50*limit, r.status, r.body)
	}
}

func TestPublishCompressed(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	body := frames(batch(t, 20)...)
	var gz, zs bytes.Buffer
	gw := gzip.NewWriter(&gz)
	gw.Write(body)
	gw.Close()
	zw, err := zstd.NewWriter(&zs)
	if err != nil {
		t.Fatal(err)
	}
	zw.Write(body)
	zw.Close()
	if r, out := n.publish("application/octet-stream", gz.Bytes(), "Content-Encoding", "gzip"); out.Accepted != 20 {
		t.Errorf("gzip: %d %s", r.status, r.body)
	}
	if r, out := n.publish("application/octet-stream", zs.Bytes(), "Content-Encoding", "zstd"); out.Duplicates != 20 {
		t.Errorf("zstd: %d %s", r.status, r.body)
	}
	if r, out := n.publish("application/octet-stream", body, "Content-Encoding", "br"); r.status != 415 {
		t.Errorf("br: %d %+v", r.status, out)
	}
	if r, out := n.publish("application/octet-stream", body, "Content-Encoding", "gzip"); r.status != 400 || out.Code != "invalid_body" {
		t.Errorf("not gzip: %d %s", r.status, r.body)
	}
	if r, out := n.publish("application/octet-stream", gz.Bytes()[:gz.Len()-30], "Content-Encoding", "gzip"); r.status != 207 || out.Results[0].Code != "malformed" {
		t.Errorf("gzip that ends early: %d %s", r.status, r.body)
	}
	gz.Bytes()[gz.Len()/2] ^= 0xff
	if r, out := n.publish("application/octet-stream", gz.Bytes(), "Content-Encoding", "gzip"); r.status == 200 || out.Rejected == 0 && out.Code != "invalid_body" {
		t.Errorf("damaged gzip: %d %s", r.status, r.body)
	}
}

// failing is an ingester that fails from the given slice on.
type failing struct {
	err  error
	from int
	in   Ingester
	n    int
}

func (f *failing) Submit(ctx context.Context, ms []*message.Message) ([]ingest.Result, error) {
	if f.n++; f.n > f.from {
		return nil, f.err
	}
	return f.in.Submit(ctx, ms)
}

func TestPublishWhenTheNodeCannot(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	body := frames(batch(t, 10)...)
	for _, tt := range []struct {
		err    error
		status int
		code   string
	}{
		{ingest.ErrBusy, 503, "busy"},
		{fmt.Errorf("append: %w", store.ErrDiskFull), 503, "disk_full"},
		{ingest.ErrClosed, 503, "shutting_down"},
		{errors.New("bang"), 500, "internal"},
	} {
		srv, err := New(n.cfg, Deps{Store: n.store, Trees: n.tree, NodeSigner: n.signer, Ingest: &failing{err: tt.err}, Streams: n.registry})
		if err != nil {
			t.Fatal(err)
		}
		copied := *n
		copied.http = newHTTP(t, srv)
		r, out := copied.publish("application/octet-stream", body)
		if r.status != tt.status || out.Code != tt.code || strings.Contains(string(r.body), "bang") {
			t.Errorf("%v: %d %s", tt.err, r.status, r.body)
		}
		if tt.status == 503 && r.header.Get("Retry-After") == "" {
			t.Errorf("%v: no Retry-After", tt.err)
		}
	}
}

// TestAnswerNamesAtMostSoMany: a body of garbage lines costs little memory.
func TestAnswerNamesAtMostSoMany(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	r, out := n.publish("application/x-ndjson", bytes.Repeat([]byte("x\n"), 5000))
	if r.status != 422 || out.Rejected != 5000 || len(out.Results) != maxListed || out.Omitted != 5000-maxListed {
		t.Errorf("%d: %d rejected, %d listed, %d omitted", r.status, out.Rejected, len(out.Results), out.Omitted)
	}
}

func BenchmarkPublishFrames(b *testing.B) {
	n := newNode(b)
	const size = 1000
	s := signerOf(b, 0x11)
	content := `{"text":"` + strings.Repeat("x", 280) + `"}`
	bodies := make([][]byte, 0, b.N)
	ts := int64(liveBase)
	for range b.N {
		var body []byte
		for range size {
			ts++
			body = format.AppendFrame(body, wire(signed(b, s, ts, 0, content)))
		}
		bodies = append(bodies, body)
	}
	b.SetBytes(int64(len(bodies[0])))
	b.ReportAllocs()
	b.ResetTimer()
	for _, body := range bodies {
		r, out := n.publish("application/octet-stream", body)
		if out.Accepted != size {
			b.Fatalf("%d %s", r.status, r.body)
		}
	}
	b.ReportMetric(float64(size*b.N)/b.Elapsed().Seconds(), "msg/s")
}

// FuzzFrameReader: any body is read to its end, without a panic.
func FuzzFrameReader(f *testing.F) {
	f.Add(frames(batch(f, 2)...))
	f.Add([]byte("\xff\xff\xff\xff"))
	f.Add([]byte{0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, body []byte) {
		src := newFrameReader(bytes.NewReader(body), 1000)
		for i := 0; ; i++ {
			it, err := src.next()
			if err == io.EOF {
				return
			}
			if err != nil || it.index != i || (it.message == nil) == (it.rejected == nil) {
				t.Fatalf("%+v %v", it, err)
			}
		}
	})
}

// FuzzLineReader: the lines of any body come out in order, or are refused.
func FuzzLineReader(f *testing.F) {
	f.Add([]byte("a\n\nb"))
	f.Add([]byte("\r\n\x00"))
	f.Fuzz(func(t *testing.T, body []byte) {
		src := newLineReader(bytes.NewReader(body), 100)
		line := 0
		for {
			it, text, err := src.next()
			if err == io.EOF {
				return
			}
			if err != nil || it.line <= line || len(text) > 100 || (text == nil) != (it.rejected != nil) {
				t.Fatalf("%+v %q %v", it, text, err)
			}
			line = it.line
		}
	})
}

func decodeJSON(t testing.TB, b []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", b, err)
	}
}
