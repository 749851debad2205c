package plugins

import (
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// readBody reads a request's body of at most [MaxPayload] bytes, before and after
// decompression. Errors are errTooLarge, errPayload and errMalformed.
func readBody(w http.ResponseWriter, req *http.Request) ([]byte, error) {
	in := http.MaxBytesReader(w, req.Body, MaxPayload)
	body, err := decompress(in, req.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, bodyError(err)
	}
	b, err := io.ReadAll(io.LimitReader(body, MaxPayload+1))
	if err != nil {
		return nil, bodyError(err)
	}
	if len(b) > MaxPayload {
		return nil, fmt.Errorf("%w: at most %d bytes are allowed", errTooLarge, MaxPayload)
	}
	return b, nil
}

func decompress(in io.Reader, encoding string) (io.Reader, error) {
	switch strings.ToLower(encoding) {
	case "", "identity":
		return in, nil
	case "gzip":
		return gzip.NewReader(in)
	case "deflate":
		return zlib.NewReader(in)
	}
	return nil, errEncoding
}

func bodyError(err error) error {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return fmt.Errorf("%w: at most %d bytes are allowed", errTooLarge, MaxPayload)
	case errors.Is(err, errEncoding):
		return err
	}
	return fmt.Errorf("%w: read the body: %w", errPayload, err)
}
