package rpcpool

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/rpc"
)

// Whatever a server writes: the text for people is short, printable and without the
// key, and a pushed header either has all fields or is refused.
func FuzzForeignBytes(f *testing.F) {
	f.Add(500, []byte(`{"error":{"code":-32000,"message":"header not found"}}`))
	f.Add(200, []byte(`{"number":"0x1","hash":null}`))
	f.Add(400, []byte("/v2/s3cr%65tk3y\x00\xff"))
	u, err := url.Parse("https://host/v2/s3cr%65tk3y?k=an0ther")
	if err != nil {
		f.Fatal(err)
	}
	e := newEndpoint(&Pool{}, 0, "https://host", u)
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		v, inner := classify(rpc.HTTPError{StatusCode: status, Status: "status", Body: body})
		if inner == nil || v == aborted {
			t.Fatalf("verdict %v, error %v", v, inner)
		}
		text := e.describe(inner).Error()
		if len(text) > 400 || !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\x1b\n\r") {
			t.Fatalf("text %q", text)
		}
		if strings.Contains(text, "s3cretk3y") || strings.Contains(text, "s3cr%65tk3y") || strings.Contains(text, "an0ther") {
			t.Fatalf("the key is in %q", text)
		}
		rangeRefused(inner)
		var raw rawHead
		if json.Unmarshal(body, &raw) == nil {
			if h, err := raw.head(); err == nil && (h.Hash != *raw.Hash || h.Number != uint64(*raw.Number)) {
				t.Fatalf("head %+v of %s", h, body)
			}
		}
	})
}
