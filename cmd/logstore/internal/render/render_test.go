package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

func example(content string) *message.Message {
	return &message.Message{
		ID: message.ID{
			Stream: "0x00000000000000000000000000000000000000aa/s", Timestamp: 1709294400000, Sequence: 2,
			Publisher: message.UserID(bytes.Repeat([]byte{0xaa}, 20)), Chain: "abcdefghijklmnopqrst",
		},
		Content: []byte(content), Signature: []byte{1, 2}, SignatureType: message.SignatureSecp256k1EVM,
	}
}

func TestMessages(t *testing.T) {
	t.Parallel()
	object := `{"streamId":"0x00000000000000000000000000000000000000aa/s","streamPartition":0,"timestamp":1709294400000,"sequenceNumber":2,"publisherId":"0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","msgChainId":"abcdefghijklmnopqrst","messageType":27,"contentType":0,"encryptionType":0,"content":{"a":1},"signatureType":1,"signature":"0102"}`
	for f, want := range map[Format]string{
		Table:   "TIME                      PUBLISHER      CONTENT\n2024-03-01T12:00:00.000Z  0xaaaa…aaaa    {\"a\": 1}\n",
		NDJSON:  object + "\n",
		JSON:    "{\"messages\":[" + object + "]}\n",
		Content: "{\"a\": 1}\n",
	} {
		var out bytes.Buffer
		o := NewMessages(&out, f, 0)
		if err := o.Write(example(`{"a": 1}`)); err != nil {
			t.Fatal(err)
		}
		if err := o.Close(nil); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, out.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f, diff)
		}
	}
}

func TestMessagesWithoutAny(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := NewMessages(&out, JSON, 0).Close(&proof.Report{Complete: true}); err != nil {
		t.Fatal(err)
	}
	var v struct {
		Messages []any
		Report   struct{ Complete bool }
	}
	if err := json.Unmarshal(out.Bytes(), &v); err != nil || v.Messages == nil || !v.Report.Complete {
		t.Errorf("%s: %v", out.String(), err)
	}
}

func TestTableIsSafeForTerminals(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	o := NewMessages(&out, Table, 60)
	m := example("\"\x1b]0;owned\x07\u202e\u009b\xff" + strings.Repeat("x", 100) + "\"")
	if err := o.Write(m); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(nil); err != nil {
		t.Fatal(err)
	}
	line := strings.Split(out.String(), "\n")[1]
	if want := `2024-03-01T12:00:00.000Z  0xaaaa…aaaa    "\u001b]0;owned\u0…`; line != want {
		t.Errorf("line %q, want %q", line, want)
	}
}

func TestMessageThatIsNoJSON(t *testing.T) {
	t.Parallel()
	err := NewMessages(new(bytes.Buffer), NDJSON, 0).Write(example("{oops"))
	if !errors.Is(err, ErrContent) || !strings.Contains(err.Error(), "--format raw") {
		t.Errorf("error %v, want ErrContent with advice", err)
	}
}

func TestHistogram(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	Histogram(&out, []Bar{{1709294400000, 8}, {1709301600000, 1}, {1709305200000, 1234}}, 3600_000, 40)
	want := `2024-03-01 12:00  ▏ 8
2024-03-01 13:00  ·
2024-03-01 14:00  ▏ 1
2024-03-01 15:00  ███████████████ 1,234
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("histogram (-want +got):\n%s", diff)
	}
}

func TestHistogramIsBounded(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	Histogram(&out, []Bar{{0, 1}, {1 << 50, 1}}, 1000, 80)
	if n := strings.Count(out.String(), "\n"); n > maxBars {
		t.Errorf("%d lines, want at most %d", n, maxBars)
	}
}

func TestRows(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	Rows(&out, []string{"stream", "messages"}, 1, [][]string{{"a", "1"}, {"b\x1b", "1,000"}})
	want := "STREAM   MESSAGES\na               1\nb\\u001b     1,000\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}
