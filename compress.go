package logstore

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxZstdWindow bounds the memory that an answer can make its decoder take.
const maxZstdWindow = 8 << 20

// decompress replaces the body of an answer by what its content coding encodes. The
// underlying body is read to its end, so that trailers arrive.
func decompress(resp *http.Response) error {
	var r io.ReadCloser
	switch coding := resp.Header.Get("Content-Encoding"); coding {
	case "", "identity":
		return nil
	case "gzip":
		z, err := gzip.NewReader(resp.Body)
		if errors.Is(err, io.EOF) {
			return nil // an empty body, as of HEAD
		}
		if err != nil {
			return fmt.Errorf("gzip: %w", err)
		}
		r = z
	case "zstd":
		z, err := zstd.NewReader(resp.Body, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxZstdWindow))
		if err != nil {
			return fmt.Errorf("zstd: %w", err)
		}
		r = z.IOReadCloser()
	default:
		return fmt.Errorf("content coding %q was not asked for", coding)
	}
	resp.Body = &decodedBody{r, resp.Body}
	resp.Header.Del("Content-Encoding")
	resp.ContentLength = -1
	return nil
}

type decodedBody struct {
	io.ReadCloser
	raw io.ReadCloser
}

func (b *decodedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if errors.Is(err, io.EOF) {
		// What ends the coding may lie before what ends the body.
		if extra, rerr := io.Copy(io.Discard, io.LimitReader(b.raw, 1<<10)); rerr != nil {
			return n, rerr
		} else if extra > 0 {
			return n, errors.New("bytes after the end of the compressed body")
		}
	}
	return n, err
}

func (b *decodedBody) Close() error {
	return errors.Join(b.ReadCloser.Close(), b.raw.Close())
}

// compressBody encodes a request body, unless that does not make it smaller.
func compressBody(c Compression, body []byte) ([]byte, string, error) {
	var out []byte
	switch c {
	case GzipCompression:
		w := &sliceWriter{}
		z := gzip.NewWriter(w)
		if _, err := z.Write(body); err != nil {
			return nil, "", err
		}
		if err := z.Close(); err != nil {
			return nil, "", err
		}
		out = w.b
	case ZstdCompression:
		z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest))
		if err != nil {
			return nil, "", err
		}
		out = z.EncodeAll(body, nil)
		if err := z.Close(); err != nil {
			return nil, "", err
		}
	default:
		return body, "", nil
	}
	if len(out) >= len(body) {
		return body, "", nil
	}
	return out, string(c), nil
}

type sliceWriter struct{ b []byte }

func (w *sliceWriter) Write(p []byte) (int, error) {
	w.b = append(w.b, p...)
	return len(p), nil
}
