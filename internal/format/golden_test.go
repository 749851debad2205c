package format

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/logstore/logstore/message"
)

// The files http-a*.json are exchanges with the original broker over the messages
// of dataset-a.json. The messages of its partition 1 follow a rule, and signatures
// are deterministic, so they are made here; the recorded hashes tell whether right.

type dataset struct {
	StreamID             string
	PublisherPrivateKeys []string
	Partition1           struct{ Count int }
	Messages             []datasetMessage
}

type datasetMessage struct {
	Partition      int32
	Note           string
	ContentText    *string
	StoredBytesHex string
}

// stored is what the model store of the tests keeps.
type stored struct {
	wire []byte
	m    *message.Message
}

func readJSON(tb testing.TB, path string, v any) {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		tb.Fatal(err)
	}
}

// datasetA returns the messages of the recordings by partition, in the order of the
// original's store.
func datasetA(tb testing.TB) map[int32][]stored {
	tb.Helper()
	var set dataset
	readJSON(tb, "testdata/dataset-a.json", &set)
	parts := map[int32][]stored{}
	for _, v := range set.Messages {
		wire, err := hex.DecodeString(v.StoredBytesHex)
		if err != nil {
			tb.Fatal(err)
		}
		m, err := message.Decode(wire)
		if err != nil {
			tb.Fatal(err)
		}
		parts[v.Partition] = append(parts[v.Partition], stored{wire, m})
	}
	parts[1] = partition1(tb)
	for _, part := range parts {
		slices.SortStableFunc(part, func(a, b stored) int {
			return cmp.Or(a.m.Ref().Compare(b.m.Ref()), cmp.Compare(a.m.Publisher, b.m.Publisher), cmp.Compare(a.m.Chain, b.m.Chain))
		})
	}
	return parts
}

var partition1Once = sync.OnceValues(func() ([]stored, error) {
	const t0, count = 1700000000000, 5003
	signer, err := message.NewEVMSigner([32]byte(bytes.Repeat([]byte{0x11}, 32)))
	if err != nil {
		return nil, err
	}
	list := make([]stored, count)
	for i := range list {
		m := &message.Message{ID: message.ID{
			Stream:    "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a/golden/a",
			Partition: 1,
			Timestamp: t0 + int64(i/3),
			Sequence:  int32(i % 3),
			Chain:     "m",
		}, Content: fmt.Appendf(nil, `{"i":%d}`, i)}
		if err := message.Sign(m, signer); err != nil {
			return nil, err
		}
		list[i] = stored{m.AppendWire(nil), m}
	}
	return list, nil
})

func partition1(tb testing.TB) []stored {
	tb.Helper()
	list, err := partition1Once()
	if err != nil {
		tb.Fatal(err)
	}
	return slices.Clone(list)
}

type recording struct {
	Name    string
	Request struct {
		Method, Path string
		Headers      map[string]string
	}
	Response struct {
		Status     int
		Headers    map[string]string
		Aborted    string
		Body       *string
		BodyBase64 *string
		BodyLength int
		BodySha256 string
	}
	ServerProcessExited bool
}

// isBody reports whether the recording shows how a body is written.
func (r *recording) isBody() bool {
	if r.Request.Method != "GET" || r.Response.Status != 200 || r.ServerProcessExited || strings.HasSuffix(strings.Split(r.Request.Path, "?")[0], "/ready") {
		return false
	}
	return r.Response.Aborted == "" || r.Name == "invalid json content object"
}

func TestBodiesLikeTheOriginal(t *testing.T) {
	t.Parallel()
	parts := datasetA(t)
	total := 0
	for _, file := range []string{"http-a.json", "http-a-limit-fixed.json"} {
		var set struct{ Recordings []recording }
		readJSON(t, "testdata/"+file, &set)
		for _, r := range set.Recordings {
			if !r.isBody() {
				continue
			}
			total++
			t.Run(file+"/"+r.Name, func(t *testing.T) { checkRecording(t, parts, &r) })
		}
	}
	if total < 60 {
		t.Errorf("only %d recordings", total)
	}
}

func checkRecording(t *testing.T, parts map[int32][]stored, r *recording) {
	u, err := url.Parse(r.Request.Path)
	if err != nil {
		t.Fatal(err)
	}
	segments := strings.Split(strings.Trim(u.EscapedPath(), "/"), "/")
	query := u.Query()
	var list []stored
	if strings.HasPrefix(segments[1], "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a%2F") {
		list = parts[int32(parseInt(segments[4]))]
	}
	list = selectMessages(list, segments[5], query)

	kind, err := ParseKind(G3, query.Get("format"))
	if err != nil {
		t.Fatal(err)
	}
	if r.Request.Headers["Accept"] == "text/event-stream" {
		kind = kind.ServerSent()
	}
	if want := r.Response.Headers["content-type"]; kind.ContentType() != want {
		t.Errorf("content type %q, want %q", kind.ContentType(), want)
	}
	var meta Meta
	if kind.Limited() && len(list) > 5000 {
		meta = Meta{HasNext: true, Next: list[5000].m.Ref()}
		list = list[:5000]
	}
	var got bytes.Buffer
	err = writeAll(&got, kind, list, meta)
	if (err != nil) != (r.Response.Aborted != "") || (err != nil && !errors.Is(err, ErrContent)) {
		t.Fatalf("error %v, the original: %q", err, r.Response.Aborted)
	}
	switch want := r.Response; {
	case want.Body != nil:
		if got.String() != *want.Body {
			t.Errorf("got  %s\nwant %s", got.String(), *want.Body)
		}
	case want.BodyBase64 != nil:
		if b64 := base64.StdEncoding.EncodeToString(got.Bytes()); b64 != *want.BodyBase64 {
			t.Errorf("got  %s\nwant %s", b64, *want.BodyBase64)
		}
	default:
		sum := sha256.Sum256(got.Bytes())
		if got.Len() != want.BodyLength || hex.EncodeToString(sum[:]) != want.BodySha256 {
			t.Errorf("%d bytes, SHA-256 %x; want %d bytes, %s\n…%s", got.Len(), sum, want.BodyLength, want.BodySha256, got.Bytes()[max(0, got.Len()-200):])
		}
	}
}

func writeAll(out *bytes.Buffer, kind Kind, list []stored, meta Meta) error {
	w := New(kind, out, Options{BufferSize: 1000})
	for _, s := range list {
		if err := w.WriteMessage(Record{Wire: s.wire}); err != nil {
			return err
		}
	}
	return w.Close(meta)
}

// selectMessages answers a query as the original's store does.
func selectMessages(list []stored, queryType string, q url.Values) []stored {
	if queryType == "last" {
		count := 1
		if q.Has("count") {
			count = parseInt(q.Get("count"))
		}
		switch n := len(list); {
		case count == 0:
			return list
		case count < 0:
			return list[:min(-count, n)]
		default:
			return list[max(0, n-min(count, 5001)):]
		}
	}
	from := message.Ref{Timestamp: int64(parseInt(q.Get("fromTimestamp"))), Sequence: int32(parseInt(q.Get("fromSequenceNumber")))}
	to := message.Ref{Timestamp: 1 << 60}
	if queryType == "range" {
		to = message.Ref{Timestamp: int64(parseInt(q.Get("toTimestamp"))), Sequence: int32(parseInt(q.Get("toSequenceNumber")))}
		if to.Sequence == 0 {
			to.Sequence = 2147483647
		}
	}
	var selected []stored
	for _, s := range list {
		if from.Compare(s.m.Ref()) <= 0 && s.m.Ref().Compare(to) <= 0 &&
			(!q.Has("publisherId") || q.Get("publisherId") == s.m.Publisher.String()) &&
			(!q.Has("msgChainId") || q.Get("msgChainId") == s.m.Chain) {
			selected = append(selected, s)
		}
	}
	return selected
}

// parseInt is JavaScript's, with 0 for NaN.
func parseInt(s string) int {
	s = strings.TrimSpace(s)
	if hex, ok := strings.CutPrefix(s, "0x"); ok {
		n, _ := strconv.ParseInt(hex, 16, 64)
		return int(n)
	}
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || end == 0 && s[end] == '-') {
		end++
	}
	n, _ := strconv.Atoi(s[:end])
	return n
}

// streamrMessages returns the content messages of the transport's golden vectors.
func streamrMessages(tb testing.TB) map[string][]byte {
	tb.Helper()
	var set struct {
		Vectors []struct{ Name, Type, Protobuf string }
	}
	readJSON(tb, "../../message/testdata/messages.json", &set)
	list := map[string][]byte{}
	for _, v := range set.Vectors {
		wire, err := hex.DecodeString(v.Protobuf)
		if err != nil {
			tb.Fatal(err)
		}
		if v.Type == "MESSAGE" {
			list[v.Name] = wire
		}
	}
	return list
}

// goldenMessages returns all of both sets, but a sample of partition 1.
func goldenMessages(tb testing.TB) map[string][]byte {
	tb.Helper()
	list := streamrMessages(tb)
	for p, part := range datasetA(tb) {
		for i, s := range part[:min(len(part), 40)] {
			list[fmt.Sprintf("dataset-a partition %d message %d", p, i)] = s.wire
		}
	}
	return list
}
