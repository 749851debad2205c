// Package input reads records that are to be published from text: NDJSON, CSV
// with a header, JSON values one after the other, or a file as it is.
//
// A record that cannot be read is reported with its place and the reading goes on
// with the next one; only what makes the rest unreadable ends it. Memory is bounded
// by the size of one record.
//
//	for rec, err := range input.Read(file, input.Options{Name: "data.csv", Format: input.CSV, TimeField: "time"}) {
//		var bad *input.LineError
//		switch {
//		case errors.As(err, &bad): // report it, go on
//		case err != nil:           // the end
//		}
//	}
package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"github.com/logstore/logstore/cmd/logstore/internal/when"
)

// Format is the form of an input.
type Format string

// The formats.
const (
	NDJSON Format = "ndjson" // a JSON value on every line
	CSV    Format = "csv"    // a header, then rows; each becomes a JSON object
	JSON   Format = "json"   // JSON values, on any number of lines
	Binary Format = "binary" // the whole input is one record
)

// ParseFormat reads the name of a format.
func ParseFormat(s string) (Format, error) {
	switch f := Format(strings.ToLower(s)); f {
	case NDJSON, CSV, JSON, Binary:
		return f, nil
	}
	return "", fmt.Errorf("input format %q: want ndjson, csv, json or binary", s)
}

// FormatOf guesses a format from a file's name; NDJSON if it tells nothing.
func FormatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv":
		return CSV
	case ".json":
		return JSON
	}
	return NDJSON
}

// Options say how to read an input.
type Options struct {
	Name   string // for messages
	Format Format
	// TimeField is the member or column with the event time, a path with dots
	// for nested members; empty: records have no time of their own.
	TimeField string
	TimeUnit  when.Unit // "" is when.Auto
	// KeyField is the member or column with the partition key; empty: none.
	KeyField string
	// TextOnly keeps CSV values as texts. Otherwise numbers, true and false become
	// JSON of that kind and empty values become null.
	TextOnly bool
	// MaxRecord bounds a record in bytes; 0 is 1 MiB.
	MaxRecord int
}

// Record is one record.
type Record struct {
	Name    string // of the input
	Line    int    // where it begins, from 1
	Content []byte
	Binary  bool      // Content is no JSON
	Time    time.Time // zero if there is no TimeField
	Key     string
}

// LineError is a record that cannot be published.
type LineError struct {
	Name   string
	Line   int
	Reason string
}

func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %s", e.Name, e.Line, e.Reason) }

// Read yields the records of an input. A [*LineError] stands for one record and is
// followed by the next; any other error is the last thing yielded.
func Read(r io.Reader, o Options) iter.Seq2[Record, error] {
	if o.MaxRecord <= 0 {
		o.MaxRecord = 1 << 20
	}
	if o.TimeUnit == "" {
		o.TimeUnit = when.Auto
	}
	switch o.Format {
	case CSV:
		return o.readCSV(skipBOM(r))
	case JSON:
		return o.readJSON(skipBOM(r))
	case Binary:
		return o.readBinary(r)
	}
	return o.readNDJSON(skipBOM(r))
}

// skipBOM drops the mark that some programs put before UTF-8.
func skipBOM(r io.Reader) *bufio.Reader {
	br := bufio.NewReaderSize(r, 64<<10)
	if head, _ := br.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		_, _ = br.Discard(3)
	}
	return br
}

func (o *Options) readNDJSON(r *bufio.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for line := 1; ; line++ {
			text, tooLong, err := readLine(r, o.MaxRecord)
			if err != nil && err != io.EOF {
				yield(Record{}, fmt.Errorf("read %s: %w", o.Name, err))
				return
			}
			ok := true
			switch text = bytes.TrimSpace(text); {
			case tooLong:
				ok = yield(o.badLine(line, "longer than %d bytes", o.MaxRecord))
			case len(text) > 0:
				ok = yield(o.record(line, text))
			}
			if !ok || err == io.EOF {
				return
			}
		}
	}
}

// readLine returns the next line without its end. Of a line longer than max it
// returns nothing and reads over the rest.
func readLine(r *bufio.Reader, max int) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > max+2 {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, tooLong, err
		}
	}
}

func (o *Options) readJSON(r *bufio.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		limit := &allowance{r: r}
		lines := &lineCounter{r: limit}
		dec := json.NewDecoder(lines)
		for {
			limit.left = o.MaxRecord + 64<<10
			var value json.RawMessage
			err := dec.Decode(&value)
			line := lines.at(dec.InputOffset() - int64(len(value)))
			switch {
			case err == io.EOF:
				return
			case errors.Is(err, errTooLong):
				yield(Record{}, fmt.Errorf("read %s: a value after line %d is longer than %d bytes", o.Name, line, o.MaxRecord))
				return
			case err != nil:
				yield(Record{}, fmt.Errorf("read %s: not JSON after line %d: %w", o.Name, line, err))
				return
			}
			var compact bytes.Buffer
			if err := json.Compact(&compact, value); err != nil {
				yield(Record{}, fmt.Errorf("read %s: %w", o.Name, err))
				return
			}
			if !yield(o.record(line, compact.Bytes())) {
				return
			}
		}
	}
}

func (o *Options) readBinary(r io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		content, err := io.ReadAll(io.LimitReader(r, int64(o.MaxRecord)+1))
		switch {
		case err != nil:
			yield(Record{}, fmt.Errorf("read %s: %w", o.Name, err))
		case len(content) > o.MaxRecord:
			yield(o.badLine(1, "longer than %d bytes", o.MaxRecord))
		default:
			yield(Record{Name: o.Name, Line: 1, Content: content, Binary: true}, nil)
		}
	}
}

func (o *Options) badLine(line int, format string, args ...any) (Record, error) {
	return Record{}, &LineError{o.Name, line, fmt.Sprintf(format, args...)}
}

// record checks a JSON text and takes time and key out of it.
func (o *Options) record(line int, text []byte) (Record, error) {
	if len(text) > o.MaxRecord {
		return o.badLine(line, "longer than %d bytes", o.MaxRecord)
	}
	if !json.Valid(text) {
		return o.badLine(line, "not JSON: %s", jsonFault(text))
	}
	rec := Record{Name: o.Name, Line: line, Content: bytes.Clone(text)}
	if o.TimeField != "" {
		value, ok := member(text, o.TimeField)
		if !ok {
			return o.badLine(line, "no field %q, which should hold the time", o.TimeField)
		}
		t, err := when.Field(value, o.TimeUnit)
		if err != nil {
			return o.badLine(line, "field %q: %v", o.TimeField, err)
		}
		rec.Time = t
	}
	if o.KeyField != "" {
		value, ok := member(text, o.KeyField)
		if !ok {
			return o.badLine(line, "no field %q, which should hold the partition key", o.KeyField)
		}
		rec.Key = value
	}
	return rec, nil
}

func jsonFault(text []byte) string {
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		return err.Error()
	}
	return "unexpected text"
}

// member finds a member by a path with dots, or by a name that has dots itself. It
// gives texts without quotes, and other single values as they are written.
func member(text []byte, path string) (string, bool) {
	var object map[string]json.RawMessage
	if json.Unmarshal(text, &object) != nil {
		return "", false
	}
	value, ok := object[path]
	if !ok {
		head, rest, nested := strings.Cut(path, ".")
		if !nested || object[head] == nil {
			return "", false
		}
		return member(object[head], rest)
	}
	if value[0] == '"' {
		var s string
		if json.Unmarshal(value, &s) != nil {
			return "", false
		}
		return s, true
	}
	if value[0] == '{' || value[0] == '[' || string(value) == "null" {
		return "", false
	}
	return string(value), true
}
