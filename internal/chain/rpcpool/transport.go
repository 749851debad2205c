package rpcpool

import (
	"net/http"
)

// boundedTransport limits the bytes of an answer, counted after decompression.
type boundedTransport struct{ next http.RoundTripper }

func (t boundedTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	limit := int64(maxAnswerBytes)
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		limit = maxErrorBytes
	}
	resp.Body = http.MaxBytesReader(nil, resp.Body, limit)
	return resp, nil
}
