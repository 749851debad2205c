// Package render shows messages and figures: tables, bars and texts for people on
// a terminal, and lines for programs.
//
// What strangers wrote (contents, names) never reaches a terminal raw: characters
// that a terminal would act on are shown as escapes.
package render

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// Format is a form of output for messages.
type Format string

// The formats.
const (
	Table   Format = "table"   // a line for people
	JSON    Format = "json"    // one object with all messages and the report
	NDJSON  Format = "ndjson"  // an object on each line
	CSV     Format = "csv"     // a header and rows
	Raw     Format = "raw"     // frames: length (4 bytes, big-endian) and wire form
	Content Format = "content" // only the content, on a line
)

// ParseFormat reads the name of a format.
func ParseFormat(s string) (Format, error) {
	switch f := Format(strings.ToLower(s)); f {
	case Table, JSON, NDJSON, CSV, Raw, Content:
		return f, nil
	}
	return "", fmt.Errorf("format %q: want table, json, ndjson, csv, raw or content", s)
}

// Messages writes messages in one format as they come. It buffers; [Messages.Close]
// ends the output.
type Messages struct {
	w      *bufio.Writer
	format Format
	width  int
	n      int
	buf    []byte
}

// NewMessages writes to w. width is that of the terminal, 0 if lines may be long.
func NewMessages(w io.Writer, f Format, width int) *Messages {
	return &Messages{w: bufio.NewWriterSize(w, 64<<10), format: f, width: width}
}

// ErrContent: a message says that its content is JSON, and it is not.
var ErrContent = format.ErrContent

// Write adds a message.
func (o *Messages) Write(m *message.Message) (err error) {
	if o.n == 0 {
		o.begin()
	}
	o.n++
	o.buf = o.buf[:0]
	switch o.format {
	case Table:
		o.buf = append(o.line(m), '\n')
	case JSON, NDJSON:
		if o.format == JSON && o.n > 1 {
			o.buf = append(o.buf, ',', '\n')
		}
		o.buf, err = format.AppendObject(o.buf, m)
		if o.format == NDJSON {
			o.buf = append(o.buf, '\n')
		}
	case CSV:
		o.buf = format.AppendCSV(o.buf, m)
	case Raw:
		o.buf = format.AppendFrame(o.buf, m.AppendWire(nil))
	case Content:
		o.buf = append(appendContent(o.buf, m), '\n')
	}
	if err != nil {
		return fmt.Errorf("message %v: %w; --format raw shows it as it is", m.Ref(), err)
	}
	_, err = o.w.Write(o.buf)
	return err
}

// Flush hands on what was written so far.
func (o *Messages) Flush() error { return o.w.Flush() }

// Count is the number of messages written.
func (o *Messages) Count() int { return o.n }

// Close ends the output. The report goes into the JSON format; nil leaves it out.
func (o *Messages) Close(report *proof.Report) error {
	if o.n == 0 {
		o.begin()
	}
	if o.format == JSON {
		o.w.WriteString("]")
		if report != nil {
			text, err := json.Marshal(report)
			if err != nil {
				return fmt.Errorf("encode report: %w", err)
			}
			o.w.WriteString(",\n\"report\":")
			o.w.Write(text)
		}
		o.w.WriteString("}\n")
	}
	return o.w.Flush()
}

func (o *Messages) begin() {
	switch o.format {
	case JSON:
		o.w.WriteString("{\"messages\":[")
	case CSV:
		o.w.Write(format.AppendCSVHeader(nil))
	case Table:
		fmt.Fprintf(o.w, "%-24s  %-13s  %s\n", "TIME", "PUBLISHER", "CONTENT")
	}
}

// line is a message for people.
func (o *Messages) line(m *message.Message) []byte {
	line := fmt.Sprintf("%-24s  %-13s  ", Time(m.Timestamp), Short(m.Publisher.String()))
	content := Printable(string(appendContent(nil, m)))
	if room := o.width - utf8.RuneCountInString(line); o.width > 0 && utf8.RuneCountInString(content) > room {
		content = cut(content, room)
	}
	return append(o.buf, line+content...)
}

// appendContent writes JSON content as it was signed, without line ends, and any
// other as hex.
func appendContent(dst []byte, m *message.Message) []byte {
	if m.EncryptionType != message.EncryptionNone || m.ContentType != message.ContentJSON {
		return append(append(dst, "0x"...), hex.EncodeToString(m.Content)...)
	}
	for _, c := range m.Content {
		if c == '\n' || c == '\r' {
			c = ' ' // only between tokens: in JSON texts they are escaped
		}
		dst = append(dst, c)
	}
	return dst
}

// Time writes milliseconds since 1970 as a time.
func Time(millis int64) string {
	return time.UnixMilli(millis).UTC().Format("2006-01-02T15:04:05.000Z")
}

// Short abbreviates an address or another long id.
func Short(id string) string {
	if len(id) <= 13 {
		return id
	}
	return id[:6] + "…" + id[len(id)-4:]
}

// Printable replaces what a terminal would act on, or not show, by escapes.
func Printable(s string) string {
	clean := true
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}

func cut(s string, runes int) string {
	if runes < 1 {
		return ""
	}
	n := 0
	for i := range s {
		if n++; n == runes {
			return s[:i] + "…"
		}
	}
	return s
}
