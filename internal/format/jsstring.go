package format

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// str passes the string whose opening quote is at i.
func (t *transcoder) str(i int) (int, error) {
	start := i
	i++
	for {
		i = skipPlain(t.src, i)
		if i >= len(t.src) {
			return 0, &SyntaxError{Offset: start, Want: "a string that ends", Got: "end of text"}
		}
		switch c := t.src[i]; {
		case c == '"':
			return i + 1, nil
		case c == '\\':
			var err error
			if i, err = t.escape(i); err != nil {
				return 0, err
			}
		case c < ' ':
			return 0, syntaxError(t.src, i, "an escape, since control characters cannot stand in a string")
		case c < utf8.RuneSelf:
			i++
		default:
			i = t.multibyte(i)
		}
	}
}

// skipPlain goes to the next byte that needs a look: a quote, a backslash, a
// control character, or one beyond ASCII; or to within eight bytes of the end.
func skipPlain(s []byte, i int) int {
	const (
		ones  = 0x0101010101010101
		highs = 0x8080808080808080
	)
	for i+8 <= len(s) {
		x := binary.LittleEndian.Uint64(s[i:])
		quote, slash := x^(ones*'"'), x^(ones*'\\')
		// In each term the lowest set bit is exact, and so it is in their union.
		found := x | (x-ones*' ')&^x | (quote-ones)&^quote | (slash-ones)&^slash
		if found &= highs; found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
		i += 8
	}
	return i
}

// escape passes the escape that begins at i, rewriting it unless JSON.stringify
// would write the same.
func (t *transcoder) escape(i int) (int, error) {
	switch byteAt(t.src, i+1) {
	case '"', '\\', 'b', 'f', 'n', 'r', 't':
		return i + 2, nil
	case '/':
		t.cut(i, i+1)
		return i + 2, nil
	case 'u':
		r, end, err := scanUnicodeEscape(t.src, i)
		if err != nil {
			return 0, err
		}
		var buf [6]byte
		out := appendQuotedRune(buf[:0], r)
		if !bytes.Equal(out, t.src[i:end]) {
			t.cut(i, end)
			t.dst = append(t.dst, out...)
		}
		return end, nil
	}
	return 0, syntaxError(t.src, i+1, `one of "\/bfnrtu after the backslash`)
}

func (t *transcoder) multibyte(i int) int {
	if r, size := utf8.DecodeRune(t.src[i:]); r != utf8.RuneError || size > 1 {
		return i + size
	}
	end := i + malformedLen(t.src[i:])
	t.cut(i, end)
	t.dst = append(t.dst, "\uFFFD"...)
	return end
}
