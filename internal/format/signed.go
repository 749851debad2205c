package format

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/logstore/logstore/message"
)

// FieldError says which field of a signed message in JSON form is at fault. It is
// ErrSigned.
type FieldError struct {
	Field  string // as in the JSON object, "newGroupKey.id"; empty for the whole
	Reason string
	Err    error // cause, if there is a deeper one
}

func (e *FieldError) Error() string {
	if e.Field == "" {
		return fmt.Sprintf("%v: %s", ErrSigned, e.Reason)
	}
	return fmt.Sprintf("%v: %s: %s", ErrSigned, e.Field, e.Reason)
}

// Is makes a FieldError an ErrSigned.
func (e *FieldError) Is(target error) bool { return target == ErrSigned }

// Unwrap returns the cause.
func (e *FieldError) Unwrap() error { return e.Err }

func fieldErrorf(field, format string, args ...any) error {
	return &FieldError{Field: field, Reason: fmt.Sprintf(format, args...)}
}

// AppendSigned appends the JSON object that [ParseSigned] reads back without loss:
// the flat object with prevMsgRef and newGroupKey, and the content as contentText
// (the exact text) or contentHex. A message that is no content message is written
// as {"raw":"<base64 of the wire form>"}.
func AppendSigned(dst []byte, m *message.Message) []byte {
	if !m.IsContent() {
		dst = append(dst, `{"raw":"`...)
		dst = base64.StdEncoding.AppendEncode(dst, m.AppendWire(nil))
		return append(dst, `"}`...)
	}
	dst = append(dst, '{')
	dst = appendID(dst, &m.ID)
	dst = append(dst, `,"prevMsgRef":`...)
	dst = appendRefObject(dst, m.PrevRef)
	dst = append(dst, `,"messageType":27,"contentType":`...)
	dst = strconv.AppendInt(dst, int64(m.ContentType), 10)
	dst = append(dst, `,"encryptionType":`...)
	dst = appendEncryptionType(dst, m)
	if isPlainJSON(m) && utf8.Valid(m.Content) {
		dst = append(dst, `,"contentText":`...)
		dst = appendString(dst, m.Content)
	} else {
		dst = append(dst, `,"contentHex":"`...)
		dst = hex.AppendEncode(dst, m.Content)
		dst = append(dst, '"')
	}
	if k := m.NewGroupKey; k != nil {
		dst = append(dst, `,"newGroupKey":{"id":`...)
		dst = appendText(dst, k.ID)
		dst = append(dst, `,"dataHex":"`...)
		dst = hex.AppendEncode(dst, k.Data)
		dst = append(dst, `"}`...)
	}
	dst = append(dst, `,"signatureType":`...)
	dst = strconv.AppendInt(dst, int64(m.SignatureType), 10)
	dst = append(dst, `,"signature":"`...)
	dst = hex.AppendEncode(dst, m.Signature)
	dst = append(dst, '"')
	if m.GroupKeyID != "" {
		dst = append(dst, `,"groupKeyId":`...)
		dst = appendText(dst, m.GroupKeyID)
	}
	return append(dst, '}')
}

// ParseSigned reads a signed message in one of three JSON forms:
//
//   - an object with the fields of the flat object and prevMsgRef, newGroupKey.
//     content is a JSON value, of which the bytes as they stand are what was signed;
//     for a binary or encrypted message it is hex. contentText (the exact text in a
//     JSON string) or contentHex can stand in its place. The defaults of contentType,
//     encryptionType and prevMsgRef are 0, 0 and null; both 1 and 2 mean AES.
//   - {"raw":"…"}, the wire form in base64.
//   - the array form of [AppendArray].
//
// It is strict: values of another JSON type, unknown, missing or repeated fields
// and what message.Message.Validate refuses are a [*FieldError] that names the
// field. The signature is not checked. The message shares no memory with data.
func ParseSigned(data []byte) (*message.Message, error) {
	if !utf8.Valid(data) {
		return nil, fieldErrorf("", "the text is not UTF-8; content that is not can be given as contentHex")
	}
	d := signedDecoder{src: data, m: new(message.Message)}
	i := skipSpace(data, 0)
	var err error
	switch byteAt(data, i) {
	case '{':
		i, err = d.object(i)
	case '[':
		i, err = d.array(i)
	default:
		return nil, fieldErrorf("", "want a JSON object or array, got %s", describe(data, i))
	}
	if err != nil {
		return nil, wholeError(err)
	}
	if i = skipSpace(data, i); i < len(data) {
		return nil, wholeError(syntaxError(data, i, "end of text"))
	}
	if err := d.finish(); err != nil {
		return nil, err
	}
	return d.m, nil
}

// wholeError makes a FieldError of an error that is none.
func wholeError(err error) error {
	if _, ok := errors.AsType[*FieldError](err); ok {
		return err
	}
	return &FieldError{Reason: err.Error(), Err: err}
}

// signedDecoder collects the fields of one message.
type signedDecoder struct {
	src  []byte
	m    *message.Message
	seen uint32 // bits of signedFields
	raw  bool   // m was decoded from its wire form

	content      []byte // what content, contentText or contentHex held
	contentField string // which of them
}

// signedFields are the known fields. Those that must be there come first.
var signedFields = [...]string{
	"streamId", "streamPartition", "timestamp", "sequenceNumber", "publisherId", "msgChainId", "signatureType", "signature",
	"content", "contentText", "contentHex", "contentType", "encryptionType", "groupKeyId", "newGroupKey", "prevMsgRef", "messageType", "raw",
}

const requiredFields = 8

// object reads the object at i, field by field.
func (d *signedDecoder) object(i int) (int, error) {
	end, err := eachMember(d.src, i, func(key []byte, i int) (int, error) {
		for n, name := range signedFields {
			if name != string(key) {
				continue
			}
			if d.seen&(1<<n) != 0 {
				return 0, fieldErrorf(name, "given twice")
			}
			d.seen |= 1 << n
			return d.field(name, i)
		}
		return 0, fieldErrorf(abbreviate(string(key)), "unknown field; want %s", strings.Join(signedFields[:], ", "))
	})
	if err != nil {
		return 0, err
	}
	if d.raw {
		if d.seen&(d.seen-1) != 0 {
			return 0, fieldErrorf("raw", "stands alone, without other fields")
		}
		return end, nil
	}
	for n, name := range signedFields[:requiredFields] {
		if d.seen&(1<<n) == 0 {
			return 0, fieldErrorf(name, "missing")
		}
	}
	return end, nil
}

func (d *signedDecoder) field(name string, i int) (end int, err error) {
	m := d.m
	switch name {
	case "streamId":
		var s string
		s, end, err = d.text(name, i)
		m.Stream = message.StreamID(s)
	case "streamPartition":
		m.Partition, end, err = d.int32(name, i)
	case "timestamp":
		m.Timestamp, end, err = d.integer(name, i)
	case "sequenceNumber":
		m.Sequence, end, err = d.int32(name, i)
	case "publisherId":
		m.Publisher, end, err = d.userID(name, i)
	case "msgChainId":
		m.Chain, end, err = d.text(name, i)
	case "signatureType":
		var n int32
		n, end, err = d.int32(name, i)
		m.SignatureType = message.SignatureType(n)
	case "signature":
		m.Signature, end, err = d.hex(name, i)
	case "content":
		if end, err = skipValue(d.src, i, 0); err == nil {
			err = d.setContent(name, d.src[i:end])
		}
	case "contentText":
		var b []byte
		if b, end, err = d.str(name, i); err == nil {
			err = d.setContent(name, b)
		}
	case "contentHex":
		var b []byte
		if b, end, err = d.hex(name, i); err == nil {
			err = d.setContent(name, b)
		}
	case "contentType":
		m.ContentType, end, err = d.contentType(name, i)
	case "encryptionType":
		m.EncryptionType, end, err = d.encryptionType(name, i)
	case "groupKeyId":
		m.GroupKeyID, end, err = d.textOrNull(name, i)
	case "newGroupKey":
		m.NewGroupKey, end, err = d.groupKey(name, i)
	case "prevMsgRef":
		m.PrevRef, end, err = d.ref(name, i)
	case "messageType":
		end, err = d.messageType(name, i)
	case "raw":
		end, err = d.wire(name, i)
	}
	return end, err
}

func abbreviate(s string) string {
	const most = 64
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

func (d *signedDecoder) setContent(field string, content []byte) error {
	if d.contentField != "" {
		return fieldErrorf(field, "there is %s already; give one of content, contentText, contentHex", d.contentField)
	}
	d.content, d.contentField = content, field
	return nil
}

// wire decodes the base64 of a wire form in place of all other fields.
func (d *signedDecoder) wire(name string, i int) (int, error) {
	s, end, err := d.text(name, i)
	if err != nil {
		return 0, err
	}
	wire, err := base64.RawStdEncoding.Strict().DecodeString(strings.TrimRight(s, "="))
	if err != nil {
		return 0, &FieldError{Field: name, Reason: fmt.Sprintf("want base64: %v", err), Err: err}
	}
	if d.m, err = message.Decode(wire); err != nil {
		return 0, &FieldError{Field: name, Reason: err.Error(), Err: err}
	}
	d.raw = true
	return end, nil
}

// finish settles what depends on several fields.
func (d *signedDecoder) finish() error {
	m := d.m
	if d.raw {
		return nil
	}
	switch d.contentField {
	case "":
		return fieldErrorf("content", "missing; give one of content, contentText, contentHex")
	case "contentText":
		m.Content = slices.Clone(d.content) // it may lie in the source
	case "content":
		if isPlainJSON(m) {
			m.Content = slices.Clone(d.content)
			break
		}
		if byteAt(d.content, 0) != '"' {
			return fieldErrorf("content", "want hex in a string, since the content is binary or encrypted, got %s", describe(d.content, 0))
		}
		var err error
		inner := signedDecoder{src: d.content}
		if m.Content, _, err = inner.hex("content", 0); err != nil {
			return err
		}
	default:
		m.Content = d.content
	}
	return d.check()
}

// check refuses what Validate refuses, with the field's name where there is one.
func (d *signedDecoder) check() error {
	m := d.m
	if id, err := message.ParseStreamID(string(m.Stream), ""); err != nil {
		return &FieldError{Field: "streamId", Reason: err.Error(), Err: err}
	} else if id != m.Stream {
		return fieldErrorf("streamId", "want the domain in lower case, %q, as it was signed; got %q", id, m.Stream)
	}
	switch {
	case m.Partition < 0 || m.Partition >= message.MaxPartitions:
		return fieldErrorf("streamPartition", "want 0…%d, got %d", message.MaxPartitions-1, m.Partition)
	case m.Timestamp < 0:
		return fieldErrorf("timestamp", "want milliseconds since 1970, got %d", m.Timestamp)
	case m.Sequence < 0:
		return fieldErrorf("sequenceNumber", "want no negative number, got %d", m.Sequence)
	case m.PrevRef != nil && (m.PrevRef.Timestamp < 0 || m.PrevRef.Sequence < 0):
		return fieldErrorf("prevMsgRef", "want no negative numbers, got %v", *m.PrevRef)
	case m.PrevRef != nil && m.PrevRef.Compare(m.Ref()) >= 0:
		return fieldErrorf("prevMsgRef", "want one before the message's own %v, got %v", m.Ref(), *m.PrevRef)
	case m.EncryptionType == message.EncryptionAES && m.GroupKeyID == "":
		return fieldErrorf("groupKeyId", "missing; encrypted content needs the id of its key")
	}
	if err := m.Validate(); err != nil {
		return &FieldError{Reason: err.Error(), Err: err}
	}
	return nil
}
