package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

type recording struct {
	Name    string
	Request struct {
		Method, Path string
		Headers      map[string]string
	}
	Response *struct {
		Status     int
		Headers    map[string]string
		Body       *string
		BodyBase64 *string
		BodyLength *int
		BodySha256 string
		Aborted    string
	}
}

// differences are the recordings that are answered in another way than by the
// original, and why.
var differences = map[string]struct {
	status int
	why    string
	check  func(*testing.T, reply)
}{
	"format=constructor": {400, "the original's process ended", wantError(`Query parameter "format" is invalid: constructor`)},
	"format=toString":    {400, "the original's process ended", wantError(`Query parameter "format" is invalid: toString`)},
	"format=__proto__":   {400, "the original's process ended", wantError(`Query parameter "format" is invalid: __proto__`)},
	"from publisher checksum case": {200, "addresses are compared by value, not as text", func(t *testing.T, r reply) {
		if n := messagesIn(t, r); n != 6 {
			t.Errorf("%d messages, want the 6 of the lower-case recording", n)
		}
	}},
	"from negative":          {400, "the original's text is an empty object", wantError(`Query parameter "fromTimestamp" is negative: -5: want milliseconds since 1970`)},
	"unknown query type":     {400, "the original's text is an empty object", wantError("Unknown query type: foo: want last, from, range or live")},
	"query type case":        {400, "the original's text is an empty object", wantError("Unknown query type: LAST: want last, from, range or live")},
	"no query type":          {404, "a problem in place of an HTML page", nil},
	"unencoded slash in id":  {404, "a problem in place of an HTML page", nil},
	"post":                   {405, "the method is what is wrong", nil},
	"root":                   {200, "there is something to say at /", nil},
	"auth checksumAddress":   {200, "the address may have any letter case", nil},
	"auth hexSignature":      {200, "the signature may be hex", nil},
	"auth noColon":           {401, "500 with a stack trace", wantUnauthorized},
	"auth emptyPassword":     {401, "500 with a stack trace", wantUnauthorized},
	"auth shortSignature":    {401, "500 with a stack trace", wantUnauthorized},
	"auth garbage":           {401, "500 with a stack trace", wantUnauthorized},
	"upper-case owner in id": {200, "the domain of a stream id has no letter case", func(t *testing.T, r reply) { wantMessages(t, r, 1) }},
	"old streams path":       {200, "the paths of the generation before are served", nil},
	"limit: last 5001": {200, "the newest 5000, where the original ended or sent the oldest", func(t *testing.T, r reply) {
		wantSum(t, r, "335fddd6a8b2dc400bb606a437fc0ea936b28915700bd356afbc499a07e2d7e5")
	}},
	"limit: last 100000": {200, "the newest 5000, where the original ended or sent the oldest", func(t *testing.T, r reply) {
		wantSum(t, r, "335fddd6a8b2dc400bb606a437fc0ea936b28915700bd356afbc499a07e2d7e5")
	}},
	"limit: range of all object": {200, "the process ended; see the corrected recording", nil},
	"limit: range of all raw":    {200, "the process ended; see the corrected recording", nil},
	"limit: from of all":         {200, "the process ended; see the corrected recording", nil},
}

// corrected are the recordings of the corrected original that are answered in
// another way.
var corrected = map[string]bool{
	"limit: last 5001": true, "limit: last 100000": true, // as above
}

func wantError(text string) func(*testing.T, reply) {
	return func(t *testing.T, r reply) {
		if _, got := r.problem(t); got != text {
			t.Errorf("error %q, want %q", got, text)
		}
	}
}

func wantUnauthorized(t *testing.T, r reply) {
	if string(r.body) != "Unauthorized" {
		t.Errorf("body %q", r.body)
	}
}

func messagesIn(t *testing.T, r reply) int {
	t.Helper()
	var out struct{ Messages []json.RawMessage }
	r.decode(t, &out)
	return len(out.Messages)
}

func wantMessages(t *testing.T, r reply, n int) {
	t.Helper()
	if got := messagesIn(t, r); got != n {
		t.Errorf("%d messages, want %d", got, n)
	}
}

func wantSum(t *testing.T, r reply, sum string) {
	t.Helper()
	if got := sha256.Sum256(r.body); hex.EncodeToString(got[:]) != sum {
		t.Errorf("body of %d bytes is another one", len(r.body))
	}
}

// datasetA are the stored bytes of the recorded original.
func datasetA(t testing.TB) [][]byte {
	t.Helper()
	var set struct {
		Messages []struct{ StoredBytesHex string }
	}
	readJSON(t, "../format/testdata/dataset-a.json", &set)
	var wires [][]byte
	for _, m := range set.Messages {
		wires = append(wires, unhex(t, m.StoredBytesHex))
	}
	lines, err := os.ReadFile("../format/testdata/dataset-a-partition1.b64.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.FieldsSeq(string(lines)) {
		b, err := base64.StdEncoding.DecodeString(line)
		if err != nil {
			t.Fatal(err)
		}
		wires = append(wires, b)
	}
	return wires
}

func readJSON(t testing.TB, file string, v any) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}

func recordings(t testing.TB, file string) []recording {
	t.Helper()
	var set struct{ Recordings []recording }
	readJSON(t, "../format/testdata/"+file, &set)
	return set.Recordings
}

// refusing is a registry that keeps no stream, like a node without neighbours.
type refusing struct{ *streams.Registry }

func (refusing) Stream(context.Context, message.StreamID) (streams.Stream, error) {
	return streams.Stream{}, streams.ErrUnknownStream
}

// TestGolden repeats the requests that were sent to the original and compares the
// answers: status and bytes of successes, the text of errors, content type and CORS.
func TestGolden(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.fill(datasetA(t)...)
	recs := recordings(t, "http-a.json")
	if len(recs) != 113 {
		t.Fatalf("%d recordings, want 113", len(recs))
	}
	differing := 0
	for _, rec := range recs {
		if strings.HasPrefix(rec.Name, "ready ") && !strings.HasPrefix(rec.Name, "ready bad") {
			continue // TestGoldenReady
		}
		if _, ok := differences[rec.Name]; ok {
			differing++
		}
		t.Run(rec.Name, func(t *testing.T) {
			t.Parallel()
			n := *n
			n.t = t
			got := replay(&n, rec)
			if d, ok := differences[rec.Name]; ok {
				if got.status != d.status {
					t.Fatalf("status %d, want %d: %s", got.status, d.status, got.body)
				}
				if d.check != nil {
					d.check(t, got)
				}
				compareCORS(t, rec, got)
				return
			}
			compare(t, rec, got)
		})
	}
	if differing != len(differences) {
		t.Errorf("%d of %d listed differences were recorded", differing, len(differences))
	}
}

// TestGoldenLimit compares with the original after the correction of the line that
// ended its process beyond 5000 messages.
func TestGoldenLimit(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.fill(datasetA(t)...)
	for _, rec := range recordings(t, "http-a-limit-fixed.json") {
		if corrected[rec.Name] {
			continue
		}
		t.Run(rec.Name, func(t *testing.T) {
			t.Parallel()
			n := *n
			n.t = t
			compare(t, rec, replay(&n, rec))
		})
	}
}

// TestGoldenReady asks a node that does not keep the stream, as the original
// without neighbours, on a virtual clock.
func TestGoldenReady(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	n.http.Close() // the handler is called directly
	for _, rec := range recordings(t, "http-a.json") {
		if !strings.HasPrefix(rec.Name, "ready ") {
			continue
		}
		synctest.Test(t, func(t *testing.T) {
			srv, err := New(n.cfg, Deps{Store: n.store, Trees: n.tree, NodeSigner: n.signer, Ingest: n.ingest, Streams: refusing{n.registry}})
			if err != nil {
				t.Fatal(err)
			}
			defer srv.Shutdown()
			w := httptest.NewRecorder()
			srv.Handler().ServeHTTP(w, httptest.NewRequest(rec.Request.Method, rec.Request.Path, nil))
			compare(t, rec, reply{status: w.Code, header: w.Result().Header, body: w.Body.Bytes()})
		})
	}
}

func replay(n *node, rec recording) reply {
	n.t.Helper()
	req, err := http.NewRequest(rec.Request.Method, n.http.URL+rec.Request.Path, nil)
	if err != nil {
		n.t.Fatal(err)
	}
	for name, value := range rec.Request.Headers {
		req.Header.Set(name, value)
	}
	return n.send(req)
}

func compare(t *testing.T, rec recording, got reply) {
	t.Helper()
	want := rec.Response
	if want == nil {
		t.Fatal("the original gave no answer; it must stand in differences")
	}
	if got.status != want.Status {
		t.Fatalf("status %d, want %d: %s", got.status, want.Status, got.body)
	}
	compareCORS(t, rec, got)
	if aborted := want.Aborted != ""; aborted != (got.err != nil) {
		t.Errorf("connection cut: %v, want %v", got.err, aborted)
	}
	switch {
	case want.Status == http.StatusBadRequest:
		var text struct{ Error string }
		if err := json.Unmarshal([]byte(*want.Body), &text); err != nil {
			t.Fatal(err)
		}
		wantError(text.Error)(t, got)
		return
	case want.BodyLength != nil:
		if len(got.body) != *want.BodyLength {
			t.Errorf("body of %d bytes, want %d; ends with %.200q", len(got.body), *want.BodyLength, got.body[max(0, len(got.body)-200):])
		}
		wantSum(t, got, want.BodySha256)
	case want.BodyBase64 != nil:
		b, err := base64.StdEncoding.DecodeString(*want.BodyBase64)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.body, b) {
			t.Errorf("body\n%q, want\n%q", got.body, b)
		}
	case want.Body != nil:
		if string(got.body) != *want.Body {
			t.Errorf("body\n%s, want\n%s", got.body, *want.Body)
		}
	}
	if g, w := got.header.Get("Content-Type"), want.Headers["content-type"]; g != w {
		t.Errorf("content type %q, want %q", g, w)
	}
}

func compareCORS(t *testing.T, rec recording, got reply) {
	t.Helper()
	if rec.Response == nil {
		return
	}
	for name, want := range rec.Response.Headers {
		if strings.HasPrefix(name, "access-control-") && got.header.Get(name) != want {
			t.Errorf("%s: %q, want %q", name, got.header.Get(name), want)
		}
	}
	if !strings.HasPrefix(strings.Join(got.header.Values("Vary"), ", "), rec.Response.Headers["vary"]) {
		t.Errorf("Vary %q, want %q", got.header.Values("Vary"), rec.Response.Headers["vary"])
	}
}
