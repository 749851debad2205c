package api

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/message"
)

const (
	readBuffer = 32 << 10
	// slab is how much memory frames share.
	slabBytes = 256 << 10
)

// frameReader reads frames: length (4 bytes, big-endian) ‖ wire form. A frame that
// is too long is skipped. A truncated one is the last.
type frameReader struct {
	r     *bufio.Reader
	max   int
	index int
	slab  []byte // messages point into it
	ended bool

	decoder message.Decoder
}

func newFrameReader(r io.Reader, limit int) *frameReader {
	return &frameReader{r: bufio.NewReaderSize(r, readBuffer), max: limit}
}

func (f *frameReader) next() (item, error) {
	if f.ended {
		return item{}, io.EOF
	}
	it := item{index: f.index}
	var head [4]byte
	if n, err := io.ReadFull(f.r, head[:]); err != nil {
		if err == io.ErrUnexpectedEOF {
			return f.truncated(it, fmt.Sprintf("the body ends within the length of frame %d: %d of 4 bytes", it.index, n))
		}
		return item{}, err
	}
	f.index++
	size := int64(binary.BigEndian.Uint32(head[:]))
	if size > int64(f.max) {
		if n, err := io.CopyN(io.Discard, f.r, size); err == io.EOF {
			return f.truncated(it, fmt.Sprintf("the body ends after %d of the %d bytes of frame %d, which may have %d; want frames of a 4-byte big-endian length and a message", n, size, it.index, f.max))
		} else if err != nil {
			return item{}, err
		}
		it.rejected = tooLarge(int(size), f.max)
		return it, nil
	}
	wire, n, err := f.read(int(size))
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return f.truncated(it, fmt.Sprintf("the body ends after %d of the %d bytes of frame %d", n, size, it.index))
	} else if err != nil {
		return item{}, err
	}
	it.size = len(wire)
	if it.message, err = f.decoder.Decode(wire); err != nil {
		it.rejected = malformed(err)
	}
	return it, nil
}

func (f *frameReader) truncated(it item, reason string) (item, error) {
	f.ended = true
	it.rejected = &ingest.Rejection{Code: ingest.CodeMalformed, Reason: reason}
	return it, nil
}

// read returns the next n bytes, which stay valid. What a frame only claims to
// have is not allocated at once.
func (f *frameReader) read(n int) (wire []byte, got int, err error) {
	if n > slabBytes/4 {
		var buf bytes.Buffer
		copied, err := io.CopyN(&buf, f.r, int64(n))
		return buf.Bytes(), int(copied), err
	}
	if cap(f.slab)-len(f.slab) < n {
		f.slab = make([]byte, 0, slabBytes)
	}
	start := len(f.slab)
	wire = f.slab[start : start+n : start+n]
	if got, err = io.ReadFull(f.r, wire); err != nil {
		return nil, got, err
	}
	f.slab = f.slab[:start+n]
	return wire, n, nil
}

func tooLarge(size, limit int) *ingest.Rejection {
	return &ingest.Rejection{Code: ingest.CodeTooLarge, Reason: fmt.Sprintf("%d bytes long, at most %d allowed", size, limit)}
}

func malformed(err error) *ingest.Rejection {
	r := &ingest.Rejection{Code: ingest.CodeMalformed, Reason: err.Error(), Cause: err}
	var field *format.FieldError
	if errors.As(err, &field) {
		r.Field = field.Field
	}
	return r
}

// lineReader reads the lines of a body that are not blank. A line that is too long
// is skipped.
type lineReader struct {
	r     *bufio.Reader
	max   int
	line  int
	index int
	buf   []byte
}

func newLineReader(r io.Reader, limit int) *lineReader {
	return &lineReader{r: bufio.NewReaderSize(r, readBuffer), max: limit}
}

// next returns an item with its place, and the text, which is valid until the next
// call. The text is nil if the item is rejected.
func (l *lineReader) next() (item, []byte, error) {
	for {
		text, size, err := l.read()
		if err != nil && err != io.EOF {
			return item{}, nil, err
		}
		if err == io.EOF && size == 0 {
			return item{}, nil, io.EOF
		}
		l.line++
		if size > l.max {
			it := item{index: l.index, line: l.line, rejected: tooLarge(size, l.max)}
			l.index++
			return it, nil, nil
		}
		if text = bytes.TrimSpace(text); len(text) == 0 {
			continue
		}
		it := item{index: l.index, line: l.line, size: len(text)}
		l.index++
		return it, text, nil
	}
}

// read returns a line and its size; of a line that is too long only the size.
func (l *lineReader) read() (text []byte, size int, err error) {
	l.buf = l.buf[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		size += len(part)
		if size <= l.max {
			l.buf = append(l.buf, part...)
		}
		if err != bufio.ErrBufferFull {
			return l.buf, size, err
		}
	}
}

// jsonLineFactor is how much longer than a message its JSON form may be: binary
// content in hex, and every character escaped.
const jsonLineFactor = 6

// signedLineReader reads signed messages in JSON, a line each.
type signedLineReader struct{ lines *lineReader }

func newSignedLineReader(r io.Reader, maxMessage int) *signedLineReader {
	return &signedLineReader{newLineReader(r, jsonLineFactor*maxMessage+4096)}
}

func (l *signedLineReader) next() (item, error) {
	it, text, err := l.lines.next()
	if err != nil || it.rejected != nil {
		return it, err
	}
	if it.message, err = format.ParseSigned(text); err != nil {
		it.rejected = malformed(fmt.Errorf("line %d: %w", it.line, err))
	}
	return it, nil
}

// signedReader reads one signed message in JSON, the whole body.
type signedReader struct {
	r    io.Reader
	read bool
}

func (o *signedReader) next() (item, error) {
	if o.read {
		return item{}, io.EOF
	}
	o.read = true
	body, err := io.ReadAll(o.r)
	if err != nil {
		return item{}, err
	}
	if strings.TrimSpace(string(body)) == "" {
		return item{}, io.EOF
	}
	it := item{size: len(body)}
	if it.message, err = format.ParseSigned(body); err != nil {
		it.rejected = malformed(err)
	}
	return it, nil
}
