package format

import (
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/logstore/logstore/message"
)

// eachMember calls f with each key of the object at i, which is only valid during
// the call, and the place of its value. f returns the place after the value.
func eachMember(s []byte, i int, f func(key []byte, i int) (int, error)) (int, error) {
	if i = skipSpace(s, i+1); byteAt(s, i) == '}' {
		return i + 1, nil
	}
	for {
		if byteAt(s, i) != '"' {
			return 0, syntaxError(s, i, "a key in double quotes")
		}
		key, end, err := scanString(s, i)
		if err != nil {
			return 0, err
		}
		if i = skipSpace(s, end); byteAt(s, i) != ':' {
			return 0, syntaxError(s, i, "':'")
		}
		if i, err = f(key, skipSpace(s, i+1)); err != nil {
			return 0, err
		}
		switch i = skipSpace(s, i); byteAt(s, i) {
		case ',':
			i = skipSpace(s, i+1)
		case '}':
			return i + 1, nil
		default:
			return 0, syntaxError(s, i, "',' or '}'")
		}
	}
}

// text is str with a result of its own.
func (d *signedDecoder) text(name string, i int) (string, int, error) {
	b, end, err := d.str(name, i)
	return string(b), end, err
}

// str reads a string, whose escapes must make up UTF-8. The result may share memory
// with the source.
func (d *signedDecoder) str(name string, i int) ([]byte, int, error) {
	if byteAt(d.src, i) != '"' {
		return nil, 0, fieldErrorf(name, "want a string, got %s", describe(d.src, i))
	}
	b, end, err := scanString(d.src, i)
	if err != nil {
		return nil, 0, err
	}
	if !utf8.Valid(b) { // the source is UTF-8, so it comes from an escape
		return nil, 0, fieldErrorf(name, "half of a surrogate pair, which UTF-8 cannot hold")
	}
	return b, end, nil
}

// scanString decodes the string at i. The result may share memory with s.
func scanString(s []byte, i int) ([]byte, int, error) {
	for end := skipPlain(s, i+1); end < len(s) && s[end] >= ' ' && s[end] != '\\'; end++ {
		if s[end] == '"' {
			return s[i+1 : end], end + 1, nil
		}
	}
	p := parser{src: s}
	return p.str(i)
}

func (d *signedDecoder) isNull(i int) bool {
	return i+4 <= len(d.src) && string(d.src[i:i+4]) == "null"
}

func (d *signedDecoder) textOrNull(name string, i int) (string, int, error) {
	if d.isNull(i) {
		return "", i + 4, nil
	}
	return d.text(name, i)
}

// integer reads a number without fraction and exponent.
func (d *signedDecoder) integer(name string, i int) (int64, int, error) {
	c := byteAt(d.src, i)
	if c != '-' && (c < '0' || c > '9') {
		return 0, 0, fieldErrorf(name, "want an integer, got %s", describe(d.src, i))
	}
	end, _, err := scanNumber(d.src, i)
	if err != nil {
		return 0, 0, err
	}
	n, err := strconv.ParseInt(string(d.src[i:end]), 10, 64)
	if err != nil {
		return 0, 0, fieldErrorf(name, "want an integer, without fraction or exponent and in 64 bits, got %s", describe(d.src, i))
	}
	return n, end, nil
}

func (d *signedDecoder) int32(name string, i int) (int32, int, error) {
	n, end, err := d.integer(name, i)
	if err == nil && (n < math.MinInt32 || n > math.MaxInt32) {
		err = fieldErrorf(name, "want an integer in 32 bits, got %d", n)
	}
	return int32(n), end, err
}

func (d *signedDecoder) userID(name string, i int) (message.UserID, int, error) {
	s, end, err := d.text(name, i)
	if err != nil {
		return "", 0, err
	}
	id, err := message.ParseUserID(s)
	if err != nil {
		return "", 0, &FieldError{Field: name, Reason: err.Error(), Err: err}
	}
	return id, end, nil
}

// hex reads bytes in a string of hex digits of any case, with or without 0x.
func (d *signedDecoder) hex(name string, i int) ([]byte, int, error) {
	digits, end, err := d.str(name, i)
	if err != nil {
		return nil, 0, err
	}
	b, err := decodeHex(name, digits)
	return b, end, err
}

func decodeHex(name string, digits []byte) ([]byte, error) {
	if len(digits) >= 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X') {
		digits = digits[2:]
	}
	b := make([]byte, hex.DecodedLen(len(digits)))
	if _, err := hex.Decode(b, digits); err != nil {
		return nil, &FieldError{Field: name, Reason: fmt.Sprintf("want hex: %v", err), Err: err}
	}
	return b, nil
}

func (d *signedDecoder) contentType(name string, i int) (message.ContentType, int, error) {
	n, end, err := d.int32(name, i)
	if t := message.ContentType(n); err != nil || t == message.ContentJSON || t == message.ContentBinary {
		return t, end, err
	}
	return 0, 0, fieldErrorf(name, "want 0 (JSON) or 1 (binary), got %d", n)
}

func (d *signedDecoder) encryptionType(name string, i int) (message.EncryptionType, int, error) {
	n, end, err := d.int32(name, i)
	switch {
	case err != nil:
		return 0, 0, err
	case n == 0:
		return message.EncryptionNone, end, nil
	case n == int32(message.EncryptionAES) || n == jsonAES:
		return message.EncryptionAES, end, nil
	}
	return 0, 0, fieldErrorf(name, "want 0 (none) or 2 (AES), got %d", n)
}

func (d *signedDecoder) messageType(name string, i int) (int, error) {
	n, end, err := d.int32(name, i)
	if err == nil && n != jsonContentMessage {
		err = fieldErrorf(name, "want %d (a content message), got %d", jsonContentMessage, n)
	}
	return end, err
}

// ref reads null, {"timestamp":…,"sequenceNumber":…} or [timestamp,sequence].
func (d *signedDecoder) ref(name string, i int) (*message.Ref, int, error) {
	if d.isNull(i) {
		return nil, i + 4, nil
	}
	r := new(message.Ref)
	var haveTimestamp, haveSequence bool
	timestamp := func(_ string, i int) (end int, err error) {
		haveTimestamp = true
		r.Timestamp, end, err = d.integer(name+".timestamp", i)
		return end, err
	}
	sequence := func(_ string, i int) (end int, err error) {
		haveSequence = true
		r.Sequence, end, err = d.int32(name+".sequenceNumber", i)
		return end, err
	}
	var end int
	var err error
	switch byteAt(d.src, i) {
	case '[':
		end, err = d.elements(i, name, []element{{"", timestamp}, {"", sequence}})
	case '{':
		end, err = eachMember(d.src, i, func(key []byte, i int) (int, error) {
			switch {
			case string(key) == "timestamp" && !haveTimestamp:
				return timestamp("", i)
			case string(key) == "sequenceNumber" && !haveSequence:
				return sequence("", i)
			}
			return 0, fieldErrorf(name+"."+abbreviate(string(key)), "unknown or given twice; want timestamp and sequenceNumber")
		})
	default:
		return nil, 0, fieldErrorf(name, "want null, an object or an array, got %s", describe(d.src, i))
	}
	if err == nil && !(haveTimestamp && haveSequence) {
		err = fieldErrorf(name, "want both timestamp and sequenceNumber")
	}
	return r, end, err
}

// groupKey reads null, {"id":…,"dataHex":…}, or the text ["id","hex"] in a string.
func (d *signedDecoder) groupKey(name string, i int) (*message.EncryptedGroupKey, int, error) {
	if d.isNull(i) {
		return nil, i + 4, nil
	}
	k := new(message.EncryptedGroupKey)
	switch byteAt(d.src, i) {
	case '"':
		s, end, err := d.text(name, i)
		if err != nil {
			return nil, 0, err
		}
		inner := signedDecoder{src: []byte(s)}
		after, err := inner.elements(skipSpace(inner.src, 0), name, []element{
			{name + ".id", func(name string, i int) (end int, err error) {
				k.ID, end, err = inner.text(name, i)
				return end, err
			}},
			{name + ".dataHex", func(name string, i int) (end int, err error) {
				k.Data, end, err = inner.hex(name, i)
				return end, err
			}},
		})
		if err == nil && skipSpace(inner.src, after) < len(inner.src) {
			err = fieldErrorf(name, "want nothing after the array")
		}
		return k, end, err
	case '{':
		var haveID, haveData bool
		end, err := eachMember(d.src, i, func(key []byte, i int) (end int, err error) {
			switch {
			case string(key) == "id" && !haveID:
				haveID = true
				k.ID, end, err = d.text(name+".id", i)
			case string(key) == "dataHex" && !haveData:
				haveData = true
				k.Data, end, err = d.hex(name+".dataHex", i)
			default:
				err = fieldErrorf(name+"."+abbreviate(string(key)), "unknown or given twice; want id and dataHex")
			}
			return end, err
		})
		if err == nil && !(haveID && haveData) {
			err = fieldErrorf(name, "want both id and dataHex")
		}
		return k, end, err
	}
	return nil, 0, fieldErrorf(name, "want null or an object, got %s", describe(d.src, i))
}

// describe names the value at i, for error texts.
func describe(s []byte, i int) string {
	switch c := byteAt(s, i); {
	case i >= len(s):
		return "nothing"
	case c == '{':
		return "an object"
	case c == '[':
		return "an array"
	case c == '"':
		return "a string"
	case c == 't', c == 'f':
		return "a boolean"
	case c == 'n':
		return "null"
	}
	const most = 24
	end := i
	for end < len(s) && end-i < most && (s[end] >= '0' && s[end] <= '9' || s[end] == '.' || s[end] == '-' || s[end] == '+' || s[end] == 'e' || s[end] == 'E') {
		end++
	}
	if end == i {
		return strconv.Quote(string(s[i:min(i+1, len(s))]))
	}
	return "the number " + string(s[i:end])
}
