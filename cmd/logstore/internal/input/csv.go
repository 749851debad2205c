package input

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/logstore/logstore/cmd/logstore/internal/when"
)

func (o *Options) readCSV(r *bufio.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		limit := &allowance{r: r, left: o.MaxRecord + 64<<10}
		rows := csv.NewReader(limit)
		rows.FieldsPerRecord = -1
		rows.ReuseRecord = true
		header, err := rows.Read()
		if err == io.EOF {
			return
		}
		if err == nil {
			header = slices.Clone(header)
			err = o.checkHeader(header)
		}
		if err != nil {
			yield(Record{}, fmt.Errorf("read header of %s: %w", o.Name, err))
			return
		}
		for {
			limit.left = o.MaxRecord + 64<<10
			row, err := rows.Read()
			var syntax *csv.ParseError
			var rec Record
			switch {
			case err == io.EOF:
				return
			case errors.Is(err, errTooLong):
				yield(Record{}, fmt.Errorf("read %s: a row is longer than %d bytes; is a quote not closed?", o.Name, o.MaxRecord))
				return
			case errors.As(err, &syntax):
				rec, err = o.badLine(syntax.StartLine, "not CSV: %v", syntax.Err)
			case err != nil:
				yield(Record{}, fmt.Errorf("read %s: %w", o.Name, err))
				return
			default:
				line, _ := rows.FieldPos(0)
				rec, err = o.row(line, header, row)
			}
			if !yield(rec, err) {
				return
			}
		}
	}
}

func (o *Options) checkHeader(header []string) error {
	for i, name := range header {
		if name == "" {
			return fmt.Errorf("column %d has no name", i+1)
		}
		if slices.Contains(header[:i], name) {
			return fmt.Errorf("column %q is there twice", name)
		}
	}
	for _, field := range []string{o.TimeField, o.KeyField} {
		if field != "" && !slices.Contains(header, field) {
			return fmt.Errorf("no column %q; there are %s", field, strings.Join(header, ", "))
		}
	}
	return nil
}

func (o *Options) row(line int, header, row []string) (Record, error) {
	if len(row) != len(header) {
		return o.badLine(line, "%d values, but the header has %d columns", len(row), len(header))
	}
	rec := Record{Name: o.Name, Line: line}
	var out bytes.Buffer
	out.WriteByte('{')
	for i, value := range row {
		if i > 0 {
			out.WriteByte(',')
		}
		out.Write(quoteJSON(header[i]))
		out.WriteByte(':')
		out.Write(o.cell(value))
		if header[i] == o.TimeField {
			t, err := when.Field(value, o.TimeUnit)
			if err != nil {
				return o.badLine(line, "column %q: %v", o.TimeField, err)
			}
			rec.Time = t
		}
		if header[i] == o.KeyField {
			rec.Key = value
		}
	}
	out.WriteByte('}')
	if out.Len() > o.MaxRecord {
		return o.badLine(line, "longer than %d bytes", o.MaxRecord)
	}
	rec.Content = out.Bytes()
	return rec, nil
}

// cell is the JSON of a CSV value. Numbers that other programs would not keep
// exactly stay texts.
func (o *Options) cell(value string) []byte {
	switch {
	case o.TextOnly:
	case value == "":
		return []byte("null")
	case value == "true" || value == "false":
		return []byte(value)
	case isPlainNumber(value):
		return []byte(value)
	}
	return quoteJSON(value)
}

// isPlainNumber reports whether s is a JSON number without exponent and with at
// most 15 digits, which is what a float64 keeps.
func isPlainNumber(s string) bool {
	digits := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c != '-' && c != '.':
			return false
		}
	}
	return digits > 0 && digits <= 15 && json.Valid([]byte(s))
}

func quoteJSON(s string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return bytes.TrimRight(out.Bytes(), "\n")
}

// errTooLong: more was read for one record than is allowed.
var errTooLong = errors.New("record too long")

// allowance lets a parser read only so much before it is topped up.
type allowance struct {
	r    io.Reader
	left int
}

func (a *allowance) Read(p []byte) (int, error) {
	if a.left <= 0 {
		return 0, errTooLong
	}
	n, err := a.r.Read(p[:min(len(p), a.left)])
	a.left -= n
	return n, err
}

// lineCounter remembers where lines begin in what was read lately.
type lineCounter struct {
	r      io.Reader
	offset int64
	ends   []int64 // offsets of line ends not passed yet
	passed int     // line ends before them
}

func (l *lineCounter) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.ends = append(l.ends, l.offset+int64(i))
		}
	}
	l.offset += int64(n)
	return n, err
}

// at returns the line of an offset, which must not be before that of the last call.
func (l *lineCounter) at(offset int64) int {
	n := 0
	for n < len(l.ends) && l.ends[n] < offset {
		n++
	}
	l.ends = l.ends[n:]
	l.passed += n
	return l.passed + 1
}
