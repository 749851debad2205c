package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Rows writes a table for people: a header, and rows whose columns from the given
// one on are numbers, set to the right.
func Rows(w io.Writer, header []string, numbersFrom int, rows [][]string) {
	t := table.NewWriter()
	t.SetOutputMirror(w)
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	style.Format.Header = text.FormatUpper
	t.SetStyle(style)
	t.SuppressTrailingSpaces()
	t.AppendHeader(row(header))
	configs := make([]table.ColumnConfig, len(header))
	for i := range header {
		configs[i].Number = i + 1
		if i >= numbersFrom {
			configs[i].Align, configs[i].AlignHeader = text.AlignRight, text.AlignRight
		}
	}
	t.SetColumnConfigs(configs)
	for _, r := range rows {
		t.AppendRow(row(r))
	}
	t.Render()
}

func row(cells []string) table.Row {
	r := make(table.Row, len(cells))
	for i, c := range cells {
		r[i] = Printable(c)
	}
	return r
}

// Number groups digits by threes.
func Number(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Size writes a number of bytes in the unit that suits it.
func Size(n uint64) string {
	const unit = 1000
	if n < unit {
		return strconv.FormatUint(n, 10) + " B"
	}
	v, prefix := float64(n), ""
	for _, prefix = range []string{"kB", "MB", "GB", "TB"} {
		if v /= unit; v < unit {
			break
		}
	}
	return fmt.Sprintf("%.1f %s", v, prefix)
}

// Bar is a bar of a histogram.
type Bar struct {
	Start int64 // ms since 1970
	Count uint64
}

// maxBars bounds the lines of a histogram.
const maxBars = 1000

// Histogram draws bars, a line each, with those in between that are empty. bars are
// in order and widthMillis apart or multiples of it; columns is the room for a line.
func Histogram(w io.Writer, bars []Bar, widthMillis int64, columns int) {
	if len(bars) == 0 || widthMillis <= 0 {
		return
	}
	var most uint64
	for _, b := range bars {
		most = max(most, b.Count)
	}
	layout := layoutOf(widthMillis)
	room := max(columns-len(layout)-len(Number(most))-4, 10)
	next, lines := bars[0].Start, 0
	for _, b := range bars {
		for ; next < b.Start && lines < maxBars; next += widthMillis {
			fmt.Fprintf(w, "%s  %s\n", time.UnixMilli(next).UTC().Format(layout), "·")
			lines++
		}
		if lines++; lines > maxBars {
			return
		}
		fmt.Fprintf(w, "%s  %s %s\n", time.UnixMilli(b.Start).UTC().Format(layout), blocks(b.Count, most, room), Number(b.Count))
		next = b.Start + widthMillis
	}
}

// layoutOf shows no more of a time than bars of that width need.
func layoutOf(widthMillis int64) string {
	switch width := time.Duration(widthMillis) * time.Millisecond; {
	case width%(24*time.Hour) == 0:
		return "2006-01-02"
	case width%time.Minute == 0:
		return "2006-01-02 15:04"
	case width%time.Second == 0:
		return "2006-01-02 15:04:05"
	}
	return "2006-01-02 15:04:05.000"
}

// blocks draws n of most in at most so many columns, in eighths of a column.
func blocks(n, most uint64, columns int) string {
	if n == 0 || most == 0 {
		return ""
	}
	const parts = "▏▎▍▌▋▊▉"
	eighths := max(int(float64(n)/float64(most)*float64(columns*8)+0.5), 1)
	s := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		s += string([]rune(parts)[rest-1])
	}
	return s
}
