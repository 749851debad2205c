package logstore

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/coder/websocket"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// FuzzFrames: whatever bytes an answer has, they come out as frames that add up to
// them, or as an error; never as a good end in the middle of a frame.
func FuzzFrames(f *testing.F) {
	f.Add([]byte{}, false)
	f.Add([]byte{0, 0, 0, 1, 'a', 0, 0, 0, 0}, false)
	f.Add([]byte{0, 0, 0, 9, 'a'}, true)
	f.Add([]byte{255, 255, 255, 255}, false)
	f.Add(append([]byte{0, 1, 0x11, 0x70}, make([]byte, 70_000)...), true)
	f.Fuzz(func(t *testing.T, data []byte, slow bool) {
		var r io.Reader = bytes.NewReader(data)
		if slow {
			r = iotest.HalfReader(r)
		}
		src := &frameSource{
			resp: &http.Response{Body: io.NopCloser(r), Trailer: http.Header{headerComplete: {"true"}}},
			r:    bufio.NewReaderSize(r, 16), cancel: func(error) {},
		}
		var back []byte
		for {
			ready := src.ready()
			fr, err := src.next()
			if errors.Is(err, io.EOF) {
				if !bytes.Equal(back, data) {
					t.Fatalf("good end after %d of %d bytes", len(back), len(data))
				}
				return
			}
			if err != nil {
				if ready {
					t.Fatalf("ready, and then %v", err)
				}
				return
			}
			back = binary.BigEndian.AppendUint32(back, uint32(len(fr.wire)))
			back = append(back, fr.wire...)
			if !bytes.HasPrefix(data, back) {
				t.Fatal("bytes came out that did not go in")
			}
		}
	})
}

// FuzzLiveFrame: a binary frame is split where it says, or refused.
func FuzzLiveFrame(f *testing.F) {
	f.Add(true, []byte{})
	f.Add(true, []byte{2, 'c', '1', 'w', 'i', 'r', 'e'})
	f.Add(true, []byte{200, 1, 'c'})
	f.Add(true, bytes.Repeat([]byte{255}, 12))
	f.Add(false, []byte(`{"type":"live","cursor":"c"}`))
	f.Add(false, []byte(`{"type":"error","problem":{"status":410}}`))
	f.Add(false, []byte(`{"type":1}`))
	f.Fuzz(func(t *testing.T, binaryFrame bool, data []byte) {
		kind := websocket.MessageText
		if binaryFrame {
			kind = websocket.MessageBinary
		}
		fr, ok, err := parseLiveFrame(kind, data)
		if err != nil || !ok {
			if ok || len(fr.wire) > 0 {
				t.Fatal("an error and a frame")
			}
			return
		}
		if binaryFrame {
			back := binary.AppendUvarint(nil, uint64(len(fr.cursor)))
			back = append(append(back, fr.cursor...), fr.wire...)
			if len(back) <= len(data) && !bytes.HasSuffix(data, append([]byte(fr.cursor), fr.wire...)) {
				t.Fatal("bytes came out that did not go in")
			}
		}
	})
}

// FuzzRefusal: no error answer of a server can make the client misbehave.
func FuzzRefusal(f *testing.F) {
	f.Add(500, "application/problem+json", `{"error":{},"code":"x","detail":"d"}`, "3")
	f.Add(404, "text/plain; charset=x", "no", "-1")
	f.Add(503, "application/json", `{"error":1}`, "Fri, 31 Dec 1999 23:59:59 GMT")
	f.Add(429, "", "\x00", "99999999999999999999")
	c, err := New(Config{MaxRetries: -1})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, status int, kind, body, retryAfter string) {
		e := c.apiError(&http.Response{
			StatusCode: status, Header: http.Header{"Content-Type": {kind}, "Retry-After": {retryAfter}},
			Body: io.NopCloser(bytes.NewReader([]byte(body))),
		}, "GET /x")
		if e.Status != status || e.Error() == "" || e.retryAfter < 0 {
			t.Fatalf("%+v", e)
		}
	})
}

// FuzzCertificateHeader: a header is the one text of a certificate, or refused.
func FuzzCertificateHeader(f *testing.F) {
	f.Add("")
	f.Add("AQ")
	f.Add("not base64!")
	f.Add("AQ==")
	empty, err := new(proof.Certificate).MarshalText()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(empty))
	f.Add(string(empty[:5]) + "\n" + string(empty[5:]))
	f.Fuzz(func(t *testing.T, text string) {
		c, err := certificateOf(http.Header{headerProof: {text}})
		switch {
		case text == "" || err != nil:
			if c != nil || text == "" && err != nil {
				t.Fatalf("%v, %v", c, err)
			}
		default:
			back, err := c.MarshalText()
			if err != nil || string(back) != text {
				t.Fatalf("%q is read as %+v (%v)", text, c, err)
			}
		}
	})
}

// FuzzCheckpoint: no checkpoint that a node tells makes the client misbehave.
func FuzzCheckpoint(f *testing.F) {
	f.Add([]byte(`{"digest":"00","signature":"0x"}`))
	f.Add([]byte(`{"count":1,"node":"0x00000000000000000000000000000000000000aa","signature":"0x` + strings.Repeat("1b", 65) + `"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var c Checkpoint
		if json.Unmarshal(b, &c) != nil {
			return
		}
		part := message.StreamPart{Stream: "a.eth/s"}
		if err := c.Verify(part, ""); err == nil && c.Verify(part, message.UserID(make([]byte, 20))) == nil {
			t.Fatal("signed by two nodes")
		}
	})
}
