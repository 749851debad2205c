package api

import (
	"math"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// parseInt reads a number as JavaScript's parseInt does, on which the original's
// clients rely: leading white space, a sign, a 0x prefix, and digits until
// something else comes ("3abc" is 3, "1e2" is 1). What does not fit an int64 is
// the nearest one. ok is false where parseInt gives NaN.
func parseInt(s string) (n int64, ok bool) {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg, s = s[0] == '-', s[1:]
	}
	base := int64(10)
	if len(s) >= 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') {
		base, s = 16, s[2:]
	}
	for i := 0; i < len(s); i++ {
		d, isDigit := digitValue(s[i])
		if !isDigit || d >= base {
			break
		}
		ok = true
		if n > (math.MaxInt64-d)/base {
			n = math.MaxInt64
		} else if n != math.MaxInt64 {
			n = n*base + d
		}
	}
	if neg {
		n = -n
	}
	return n, ok
}

func digitValue(c byte) (int64, bool) {
	switch {
	case '0' <= c && c <= '9':
		return int64(c - '0'), true
	case 'a' <= c && c <= 'z':
		return int64(c-'a') + 10, true
	case 'A' <= c && c <= 'Z':
		return int64(c-'A') + 10, true
	}
	return 0, false
}

// params are the query parameters of a request. A repeated one counts with its
// first value.
type params struct{ values url.Values }

func parseParams(rawQuery string) (params, error) {
	values, err := url.ParseQuery(rawQuery)
	if err != nil {
		return params{}, problemf(codeInvalidParameter, "the query string cannot be read: %v; encode special characters as %%XX", err)
	}
	for name, list := range values {
		for _, v := range append([]string{name}, list...) {
			if !utf8.ValidString(v) || strings.IndexByte(v, 0) >= 0 {
				return params{}, problemf(codeInvalidParameter, "query parameter %q is not UTF-8 text", name)
			}
		}
	}
	return params{values}, nil
}

func (p params) has(name string) bool { return len(p.values[name]) > 0 }

func (p params) text(name string) string { return p.values.Get(name) }

// integer reads an optional number by the rules of parseInt.
func (p params) integer(name string, missing int64) (int64, error) {
	if !p.has(name) {
		return missing, nil
	}
	n, ok := parseInt(p.text(name))
	if !ok {
		return 0, notANumber(name, p.text(name))
	}
	return n, nil
}

func notANumber(name, value string) *problem {
	return badParameter(name, "Query parameter %s not a number: %s", strconv.Quote(name), clip(value))
}

// natural reads an optional whole number in 0…limit, strictly: new parameters have
// no old clients.
func (p params) natural(name string, missing, limit int64) (int64, error) {
	if !p.has(name) {
		return missing, nil
	}
	n, err := strconv.ParseInt(p.text(name), 10, 64)
	if err != nil || n < 0 || n > limit {
		return 0, badParameter(name, "Query parameter %q is %q: want a whole number in 0…%d", name, clip(p.text(name)), limit)
	}
	return n, nil
}

// maxMillis is the last millisecond of the year 9999.
const maxMillis = 253402300799999

// moment reads an optional point in time: milliseconds since 1970, RFC 3339, "now",
// or a time before now such as -1h, -30m or -7d.
func (p params) moment(name string, now time.Time) (ms int64, given bool, err error) {
	if !p.has(name) {
		return 0, false, nil
	}
	ms, ok := parseMoment(p.text(name), now)
	if !ok {
		return 0, false, badParameter(name,
			"Query parameter %q is %q: want milliseconds since 1970, a time such as 2024-05-01T12:00:00Z, or one before now such as -1h", name, clip(p.text(name)))
	}
	return ms, true, nil
}

func parseMoment(s string, now time.Time) (ms int64, ok bool) {
	if s == "now" {
		return now.UnixMilli(), true
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return n, n >= 0 && n <= maxMillis
	}
	if d, isRelative := strings.CutPrefix(s, "-"); isRelative {
		back, ok := parseSpan(d)
		if !ok {
			return 0, false
		}
		return max(0, now.Add(-back).UnixMilli()), true
	}
	// A "+" that was not encoded arrives as a space.
	t, err := time.Parse(time.RFC3339Nano, strings.Replace(s, " ", "+", 1))
	if err != nil {
		return 0, false
	}
	ms = t.UnixMilli()
	return ms, ms >= 0 && ms <= maxMillis
}

// parseSpan reads Go's durations, and whole days and weeks: 90m, 7d, 2w.
func parseSpan(s string) (time.Duration, bool) {
	day := 24 * time.Hour
	for suffix, unit := range map[string]time.Duration{"d": day, "w": 7 * day} {
		if digits, ok := strings.CutSuffix(s, suffix); ok {
			n, err := strconv.ParseUint(digits, 10, 16)
			return time.Duration(n) * unit, err == nil && n <= uint64(math.MaxInt64/unit)
		}
	}
	d, err := time.ParseDuration(s)
	return d, err == nil && d >= 0
}

// clip keeps a value that is quoted back to the client short.
func clip(s string) string {
	const limit = 200
	if len(s) <= limit {
		return s
	}
	return strings.ToValidUTF8(s[:limit], "") + "…"
}
