package format

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// SyntaxError says where a text stops being JSON. It is ErrJSON.
type SyntaxError struct {
	Offset int    // in bytes
	Want   string // what JSON asks for there
	Got    string // what stands there
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%v: at byte %d want %s, got %s", ErrJSON, e.Offset, e.Want, e.Got)
}

// Is makes a SyntaxError an ErrJSON.
func (e *SyntaxError) Is(target error) bool { return target == ErrJSON }

func syntaxError(s []byte, i int, want string) error {
	got := "end of text"
	if i < len(s) {
		if r, _ := utf8.DecodeRune(s[i:]); r == utf8.RuneError {
			got = fmt.Sprintf("byte %#02x", s[i])
		} else {
			got = strconv.QuoteRune(r)
		}
	}
	return &SyntaxError{Offset: i, Want: want, Got: got}
}

func depthError(i int) error {
	return &SyntaxError{Offset: i, Want: fmt.Sprintf("at most %d levels of nesting", maxDepth), Got: "one more"}
}

// byteAt returns s[i], or 0, which has no meaning in JSON, beyond the end.
func byteAt(s []byte, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

func skipSpace(s []byte, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\r' || s[i] == '\t') {
		i++
	}
	return i
}

// scanLiteral passes true, false or null.
func scanLiteral(s []byte, i int) (int, error) {
	for _, word := range [...]string{"true", "false", "null"} {
		if end := i + len(word); end <= len(s) && string(s[i:end]) == word {
			return end, nil
		}
	}
	return 0, syntaxError(s, i, "a value")
}

// scanNumber passes a number and reports whether it surely stands there as
// JavaScript would write it. Those with up to 15 significant digits and no
// exponent do: so many decimal digits survive the way through a double.
func scanNumber(s []byte, i int) (end int, canonical bool, err error) {
	start := i
	if byteAt(s, i) == '-' {
		i++
	}
	whole := i
	switch c := byteAt(s, i); {
	case c == '0':
		i++
	case '1' <= c && c <= '9':
		i = skipDigits(s, i+1)
	default:
		return 0, false, syntaxError(s, i, "a value")
	}
	digits := i - whole
	canonical = digits <= 15
	if c := byteAt(s, i); c == '.' {
		fraction := i + 1
		if i = skipDigits(s, fraction); i == fraction {
			return 0, false, syntaxError(s, i, "a digit")
		}
		zeros := 0 // leading ones; after "0." these are not significant
		if s[whole] == '0' {
			for digits = 0; fraction+zeros < i && s[fraction+zeros] == '0'; zeros++ {
			}
		}
		// Below 1e-6 JavaScript turns to exponents.
		canonical = digits+i-fraction-zeros <= 15 && s[i-1] != '0' && zeros < 6
	} else if s[whole] == '0' && whole > start {
		canonical = false // -0 is written as 0
	}
	if c := byteAt(s, i); c == 'e' || c == 'E' {
		canonical = false
		i++
		if c := byteAt(s, i); c == '+' || c == '-' {
			i++
		}
		exponent := i
		if i = skipDigits(s, i); i == exponent {
			return 0, false, syntaxError(s, i, "a digit")
		}
	}
	return i, canonical, nil
}

func skipDigits(s []byte, i int) int {
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// parseNumber returns the double nearest to a number that scanNumber has passed,
// infinite if it is out of range.
func parseNumber(s []byte) float64 {
	f, _ := strconv.ParseFloat(string(s), 64) // the only error left is the range
	return f
}

// appendNumber writes a double as JSON.stringify does. (ECMA-262, Number::toString.)
func appendNumber(dst []byte, f float64) []byte {
	abs := math.Abs(f)
	switch {
	case math.IsInf(f, 0):
		return append(dst, "null"...)
	case abs == 0:
		return append(dst, '0')
	case abs >= 1e-6 && abs < 1e21:
		return strconv.AppendFloat(dst, f, 'f', -1, 64)
	}
	dst = strconv.AppendFloat(dst, f, 'e', -1, 64)
	if n := len(dst); dst[n-2] == '0' && dst[n-4] == 'e' { // 1e-07 is 1e-7 there
		dst[n-2] = dst[n-1]
		dst = dst[:n-1]
	}
	return dst
}

// scanUnicodeEscape reads the \uXXXX at i, and the one after it if the two are a
// surrogate pair. A surrogate without its partner is returned as it is.
func scanUnicodeEscape(s []byte, i int) (r rune, end int, err error) {
	r, ok := hex4(s, i+2)
	if !ok {
		return 0, 0, syntaxError(s, min(i+2, len(s)), "four hex digits")
	}
	if utf16.IsSurrogate(r) && byteAt(s, i+6) == '\\' && byteAt(s, i+7) == 'u' {
		if low, ok := hex4(s, i+8); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, i + 12, nil
			}
		}
	}
	return r, i + 6, nil
}

func hex4(s []byte, i int) (r rune, ok bool) {
	if i+4 > len(s) {
		return 0, false
	}
	for _, c := range s[i : i+4] {
		d := unhex(c)
		if d > 15 {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}

// unhex returns the value of a hex digit, or 255.
func unhex(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

const hexDigits = "0123456789abcdef"

// appendQuotedRune writes one code point, or lone surrogate, as it stands within
// a string that JSON.stringify wrote.
func appendQuotedRune(dst []byte, r rune) []byte {
	switch {
	case r == '"' || r == '\\':
		return append(dst, '\\', byte(r))
	case r < ' ':
		if c := "\x00\x00\x00\x00\x00\x00\x00\x00btn\x00fr"; int(r) < len(c) && c[r] != 0 {
			return append(dst, '\\', c[r])
		}
		return appendHexEscape(dst, r)
	case utf16.IsSurrogate(r):
		return appendHexEscape(dst, r)
	}
	return utf8.AppendRune(dst, r)
}

func appendHexEscape(dst []byte, r rune) []byte {
	return append(dst, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

// malformedLen returns how many bytes at the start of s, which does not begin with
// a well-formed sequence, a decoder of the web replaces by one U+FFFD: the longest
// prefix that could have begun one. (WHATWG Encoding, UTF-8 decoder.)
func malformedLen(s []byte) int {
	lo, hi, more := byte(0x80), byte(0xbf), 0
	switch c := s[0]; {
	case 0xc2 <= c && c <= 0xdf:
		more = 1
	case 0xe0 <= c && c <= 0xef:
		more = 2
	case 0xf0 <= c && c <= 0xf4:
		more = 3
	}
	switch s[0] {
	case 0xe0:
		lo = 0xa0
	case 0xed:
		hi = 0x9f
	case 0xf0:
		lo = 0x90
	case 0xf4:
		hi = 0x8f
	}
	n := 1
	for n <= more && n < len(s) && lo <= s[n] && s[n] <= hi {
		lo, hi = 0x80, 0xbf
		n++
	}
	return n
}

// arrayIndex reads a key that JavaScript takes for an array index: a canonical
// decimal in 0…2^32-2. Such keys come first in objects.
func arrayIndex(key []byte) (int64, bool) {
	if len(key) == 0 || len(key) > 10 || (key[0] == '0' && len(key) > 1) {
		return 0, false
	}
	var n int64
	for _, c := range key {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	return n, n <= math.MaxUint32-1
}
