// Package when reads points in time as people write them on a command line or in
// a column of data, to the millisecond.
//
//	t, err := when.Parse("-1h", time.Now())
//	t, err := when.Parse("2024-03-01T12:00:00Z", time.Now())
package when

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// MaxMillis is the latest time that has 13 digits as milliseconds since 1970, in
// the year 2286.
const MaxMillis = 9_999_999_999_999

// layouts are the forms of absolute times; without a zone they are UTC.
var layouts = []string{
	time.RFC3339Nano,
	"2006-01-02T15:04:05",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05",
	"2006-01-02T15:04",
	"2006-01-02 15:04",
	"2006-01-02",
}

// Parse reads "now", a time relative to now ("-1h", "-7d", "+5m"), milliseconds
// since 1970, or a date and time after RFC 3339, of which the zone (then UTC) and
// the time of day (then midnight) may be missing.
func Parse(s string, now time.Time) (time.Time, error) {
	text := strings.TrimSpace(s)
	switch {
	case text == "":
		return time.Time{}, bad(s)
	case text == "now":
		return now, nil
	case text[0] == '-' || text[0] == '+':
		d, err := relative(text[1:])
		if err != nil {
			return time.Time{}, bad(s)
		}
		if text[0] == '-' {
			d = -d
		}
		return now.Add(d), nil
	}
	if ms, err := strconv.ParseInt(text, 10, 64); err == nil {
		if ms > MaxMillis {
			return time.Time{}, fmt.Errorf("time %q: too far in the future; want milliseconds since 1970", s)
		}
		return time.UnixMilli(ms).UTC(), nil
	}
	return absolute(text)
}

func relative(text string) (time.Duration, error) {
	if days, ok := strings.CutSuffix(text, "d"); ok {
		n, err := strconv.ParseUint(days, 10, 16)
		return time.Duration(n) * 24 * time.Hour, err
	}
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") {
		return 0, strconv.ErrSyntax
	}
	return time.ParseDuration(text)
}

func absolute(text string) (time.Time, error) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			if ms := t.UnixMilli(); ms < 0 || ms > MaxMillis {
				return time.Time{}, fmt.Errorf("time %q: want a year from 1970 to 2286", text)
			}
			return t, nil
		}
	}
	return time.Time{}, bad(text)
}

func bad(s string) error {
	return fmt.Errorf("time %q: want 2024-03-01T12:00:00Z, milliseconds since 1970, a relative time such as -1h or -7d, or now", s)
}

// Unit says how the numbers of a time column are meant.
type Unit string

// The units.
const (
	Auto    Unit = "auto"    // milliseconds from 1e11 on (1973), else seconds; texts as RFC 3339
	Millis  Unit = "ms"      // milliseconds since 1970
	Seconds Unit = "s"       // seconds since 1970, with decimals if need be
	RFC3339 Unit = "rfc3339" // texts
)

// ParseUnit reads the name of a unit.
func ParseUnit(s string) (Unit, error) {
	switch u := Unit(strings.ToLower(s)); u {
	case Auto, Millis, Seconds, RFC3339:
		return u, nil
	}
	return "", fmt.Errorf("time format %q: want auto, ms, s or rfc3339", s)
}

// Field reads the text of a time column.
func Field(text string, unit Unit) (time.Time, error) {
	text = strings.TrimSpace(text)
	number, err := strconv.ParseFloat(text, 64)
	isNumber := err == nil && !math.IsNaN(number) && !math.IsInf(number, 0)
	switch {
	case unit == RFC3339 || unit == Auto && !isNumber:
		t, err := absolute(text)
		if err != nil {
			return t, fmt.Errorf("time %q: want a date and time after RFC 3339, such as 2024-03-01T12:00:00Z", text)
		}
		return t, nil
	case !isNumber:
		return time.Time{}, fmt.Errorf("time %q: want a number of %s since 1970", text, map[Unit]string{Millis: "milliseconds", Seconds: "seconds"}[unit])
	case unit == Seconds || unit == Auto && math.Abs(number) < 1e11:
		number *= 1000
	}
	if number < 0 || number > MaxMillis {
		return time.Time{}, fmt.Errorf("time %q: want a year from 1970 to 2286", text)
	}
	return time.UnixMilli(int64(math.Round(number))).UTC(), nil
}
