package api

import (
	"compress/gzip"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	kgzip "github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// minCompressed is the body size from which compression is worth its header.
const minCompressed = 1024

// encoder is what both codings have in common.
type encoder interface {
	io.WriteCloser
	Flush() error
	Reset(io.Writer)
}

// codings are the encoders, by the name in HTTP headers. Their windows are small:
// many may be in use at once.
type codings struct {
	gzip, zstd sync.Pool
}

func newCodings() *codings {
	return &codings{
		gzip: sync.Pool{New: func() any {
			w, _ := kgzip.NewWriterLevel(io.Discard, gzip.BestSpeed) // the level exists
			return w
		}},
		zstd: sync.Pool{New: func() any {
			w, _ := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true),
				zstd.WithWindowSize(256<<10), zstd.WithEncoderLevel(zstd.SpeedFastest)) // the options are valid
			return w
		}},
	}
}

func (c *codings) pool(name string) *sync.Pool {
	if name == "zstd" {
		return &c.zstd
	}
	return &c.gzip
}

// chooseCoding picks the best coding that an Accept-Encoding header allows, or "".
func chooseCoding(header string) string {
	best, bestQ := "", 0.0
	for part := range strings.SplitSeq(header, ",") {
		name, attrs, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "*" {
			name = "gzip"
		}
		if name != "gzip" && name != "zstd" {
			continue
		}
		q := 1.0
		if text, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(attrs)), "q="); ok {
			var err error
			if q, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
		}
		if q > bestQ || q == bestQ && q > 0 && name == "zstd" {
			best, bestQ = name, q
		}
	}
	return best
}

// compressor compresses an answer if its body turns out not to be small. It holds
// the header back until that is known.
type compressor struct {
	http.ResponseWriter
	codings *codings
	coding  string

	status  int
	held    []byte
	decided bool
	enc     encoder
}

// WriteHeader implements http.ResponseWriter.
func (c *compressor) WriteHeader(status int) {
	if status < 200 {
		c.ResponseWriter.WriteHeader(status)
		return
	}
	if c.status == 0 {
		c.status = status
		// A body that will not come, or that is packed already.
		if status == http.StatusNoContent || status == http.StatusNotModified || c.Header().Get("Content-Encoding") != "" {
			_ = c.decide(false) // there is nothing held that could fail
		}
	}
}

// Write implements http.ResponseWriter.
func (c *compressor) Write(b []byte) (int, error) {
	if c.status == 0 {
		c.WriteHeader(http.StatusOK)
	}
	if !c.decided {
		c.held = append(c.held, b...)
		if len(c.held) < minCompressed {
			return len(b), nil
		}
		return len(b), c.decide(true)
	}
	if c.enc != nil {
		return c.enc.Write(b)
	}
	return c.ResponseWriter.Write(b)
}

func (c *compressor) decide(compress bool) error {
	c.decided = true
	h := c.Header()
	h.Add("Vary", "Accept-Encoding")
	if compress {
		h.Set("Content-Encoding", c.coding)
		h.Del("Content-Length")
		c.enc = c.codings.pool(c.coding).Get().(encoder)
		c.enc.Reset(c.ResponseWriter)
	}
	c.ResponseWriter.WriteHeader(c.status)
	held := c.held
	c.held = nil
	if len(held) == 0 {
		return nil
	}
	var err error
	if c.enc != nil {
		_, err = c.enc.Write(held)
	} else {
		_, err = c.ResponseWriter.Write(held)
	}
	return err
}

// FlushError implements what http.ResponseController looks for. A flush before the
// body has grown means that it comes slowly, and may become long.
func (c *compressor) FlushError() error {
	if c.status == 0 {
		c.WriteHeader(http.StatusOK)
	}
	if !c.decided {
		if err := c.decide(true); err != nil {
			return err
		}
	}
	if c.enc != nil {
		if err := c.enc.Flush(); err != nil {
			return err
		}
	}
	return http.NewResponseController(c.ResponseWriter).Flush()
}

// Unwrap serves http.ResponseController.
func (c *compressor) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// Close ends the body. Trailers may be set afterwards.
func (c *compressor) Close() error {
	if c.status == 0 {
		return nil
	}
	if !c.decided {
		return c.decide(false)
	}
	if c.enc == nil {
		return nil
	}
	err := c.enc.Close()
	c.release()
	return err
}

// release gives the encoder back, also when the body is given up.
func (c *compressor) release() {
	if c.enc != nil {
		c.enc.Reset(io.Discard)
		c.codings.pool(c.coding).Put(c.enc)
		c.enc = nil
	}
}

// closeBody ends the body of an answer, so that trailers can follow.
func closeBody(w http.ResponseWriter) error {
	if c, ok := w.(*compressor); ok {
		return c.Close()
	}
	return nil
}

// decodeBody returns the body of a request without its content coding, and what
// gives back its resources.
func decodeBody(body io.Reader, coding string) (io.Reader, func(), error) {
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "", "identity":
		return body, func() {}, nil
	case "gzip", "x-gzip":
		zr, err := kgzip.NewReader(body)
		if err != nil {
			return nil, nil, bodyProblem(err)
		}
		return zr, func() {}, nil
	case "zstd":
		zr, err := zstd.NewReader(body, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20), zstd.WithDecoderLowmem(true))
		if err != nil {
			return nil, nil, bodyProblem(err)
		}
		return zr, zr.Close, nil
	}
	return nil, nil, problemf(codeMediaType, "Content-Encoding %q is not supported: want gzip, zstd or none", clip(coding))
}
