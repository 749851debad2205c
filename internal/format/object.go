package format

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/logstore/logstore/message"
)

// Numbers of the JSON forms that differ from those on the wire.
const (
	jsonContentMessage = 27 // messageType
	jsonAES            = 2  // encryptionType
	arrayVersion       = 32 // first element of the array form
)

// AppendObject appends the flat JSON object of a message, the form of the current
// API: key order and values are the original's. Binary and encrypted content is
// hex. prevMsgRef and newGroupKey are not part of it, and JSON content is written
// anew by [AppendJS], so a signature cannot be checked with it. On ErrContent dst
// is returned as it was.
func AppendObject(dst []byte, m *message.Message) ([]byte, error) {
	start := len(dst)
	dst = append(dst, '{')
	dst = appendID(dst, &m.ID)
	dst = append(dst, `,"messageType":27,"contentType":`...)
	dst = strconv.AppendInt(dst, int64(m.ContentType), 10)
	dst = append(dst, `,"encryptionType":`...)
	dst = appendEncryptionType(dst, m)
	dst = append(dst, `,"content":`...)
	dst, err := appendContent(dst, m)
	if err != nil {
		return dst[:start], err
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
	return append(dst, '}'), nil
}

// AppendObjectG2 appends the nested object {"metadata":{"id":{…},…},"content":…} of
// generation 2. (JSON.stringify over the classes of @streamr/protocol 8.) On
// ErrContent dst is returned as it was.
func AppendObjectG2(dst []byte, m *message.Message) ([]byte, error) {
	start := len(dst)
	dst = append(dst, `{"metadata":{"id":{`...)
	dst = appendID(dst, &m.ID)
	dst = append(dst, `},"prevMsgRef":`...)
	dst = appendRefObject(dst, m.PrevRef)
	dst = append(dst, `,"messageType":27,"contentType":`...)
	dst = strconv.AppendInt(dst, int64(m.ContentType), 10)
	dst = append(dst, `,"encryptionType":`...)
	dst = appendEncryptionType(dst, m)
	dst = append(dst, `,"groupKeyId":`...)
	dst = appendTextOrNull(dst, m.GroupKeyID)
	dst = append(dst, `,"newGroupKey":`...)
	if k := m.NewGroupKey; k == nil {
		dst = append(dst, "null"...)
	} else {
		dst = append(dst, `{"groupKeyId":`...)
		dst = appendText(dst, k.ID)
		dst = append(dst, `,"encryptedGroupKeyHex":"`...)
		dst = hex.AppendEncode(dst, k.Data)
		dst = append(dst, `","serialized":`...)
		dst = appendString(dst, appendGroupKeyArray(nil, k))
		dst = append(dst, '}')
	}
	dst = append(dst, `,"signature":"0x`...)
	dst = hex.AppendEncode(dst, m.Signature)
	dst = append(dst, `"},"content":`...)
	dst, err := appendContent(dst, m)
	if err != nil {
		return dst[:start], err
	}
	return append(dst, '}'), nil
}

// AppendArray appends the array form, version 32 of the transport's former JSON
// protocol and a line of generation 2:
//
//	[32,[streamId,partition,timestamp,sequence,publisherId,chainId],[timestamp,sequence]|null,
//	 27,contentType,encryptionType,groupKeyId|null,content,newGroupKey|null,signatureType,signature]
//
// content is the exact text, or hex if it is binary or encrypted; newGroupKey is
// the text ["id","hex"]. That protocol had one type of signature, number 2, which is
// written for both of today's secp256k1 types. The later ones, which none of its
// readers know, get numbers from 3 on.
func AppendArray(dst []byte, m *message.Message) []byte {
	dst = append(dst, "[32,["...)
	dst = appendText(dst, string(m.Stream))
	dst = append(dst, ',')
	dst = strconv.AppendInt(dst, int64(m.Partition), 10)
	dst = append(dst, ',')
	dst = appendRefNumbers(dst, m.Ref())
	dst = append(dst, `,"0x`...)
	dst = appendHexString(dst, string(m.Publisher))
	dst = append(dst, `",`...)
	dst = appendText(dst, m.Chain)
	dst = append(dst, "],"...)
	if m.PrevRef == nil {
		dst = append(dst, "null"...)
	} else {
		dst = append(dst, '[')
		dst = appendRefNumbers(dst, *m.PrevRef)
		dst = append(dst, ']')
	}
	dst = append(dst, ",27,"...)
	dst = strconv.AppendInt(dst, int64(m.ContentType), 10)
	dst = append(dst, ',')
	dst = appendEncryptionType(dst, m)
	dst = append(dst, ',')
	dst = appendTextOrNull(dst, m.GroupKeyID)
	dst = append(dst, ',')
	if isPlainJSON(m) {
		dst = appendString(dst, m.Content)
	} else {
		dst = append(dst, '"')
		dst = hex.AppendEncode(dst, m.Content)
		dst = append(dst, '"')
	}
	dst = append(dst, ',')
	if k := m.NewGroupKey; k == nil {
		dst = append(dst, "null"...)
	} else {
		dst = appendString(dst, appendGroupKeyArray(nil, k))
	}
	dst = append(dst, ',')
	dst = strconv.AppendInt(dst, arraySignatureType(m.SignatureType), 10)
	dst = append(dst, `,"0x`...)
	dst = hex.AppendEncode(dst, m.Signature)
	return append(dst, `"]`...)
}

func arraySignatureType(t message.SignatureType) int64 {
	if t == message.SignatureSecp256k1Legacy {
		return 2
	}
	return int64(t) + 1
}

// isPlainJSON reports whether the content claims to be readable JSON.
func isPlainJSON(m *message.Message) bool {
	return m.ContentType == message.ContentJSON && m.EncryptionType == message.EncryptionNone
}

func appendContent(dst []byte, m *message.Message) ([]byte, error) {
	if !m.IsContent() {
		return dst, fmt.Errorf("%w: message %v of %s carries a group key exchange", ErrContent, m.Ref(), m.Part())
	}
	if isPlainJSON(m) {
		dst, err := AppendJS(dst, m.Content)
		if err != nil {
			return dst, fmt.Errorf("%w: message %v of %s: %w", ErrContent, m.Ref(), m.Part(), err)
		}
		return dst, nil
	}
	dst = append(dst, '"')
	dst = hex.AppendEncode(dst, m.Content)
	return append(dst, '"'), nil
}

// appendID writes the keys and values of a message id, without braces.
func appendID(dst []byte, id *message.ID) []byte {
	dst = append(dst, `"streamId":`...)
	dst = appendText(dst, string(id.Stream))
	dst = append(dst, `,"streamPartition":`...)
	dst = strconv.AppendInt(dst, int64(id.Partition), 10)
	dst = append(dst, `,"timestamp":`...)
	dst = strconv.AppendInt(dst, id.Timestamp, 10)
	dst = append(dst, `,"sequenceNumber":`...)
	dst = strconv.AppendInt(dst, int64(id.Sequence), 10)
	dst = append(dst, `,"publisherId":"0x`...)
	dst = appendHexString(dst, string(id.Publisher))
	dst = append(dst, `","msgChainId":`...)
	return appendText(dst, id.Chain)
}

func appendEncryptionType(dst []byte, m *message.Message) []byte {
	if m.EncryptionType == message.EncryptionAES {
		return strconv.AppendInt(dst, jsonAES, 10)
	}
	return strconv.AppendInt(dst, int64(m.EncryptionType), 10)
}

func appendRefNumbers(dst []byte, r message.Ref) []byte {
	dst = strconv.AppendInt(dst, r.Timestamp, 10)
	dst = append(dst, ',')
	return strconv.AppendInt(dst, int64(r.Sequence), 10)
}

func appendRefObject(dst []byte, r *message.Ref) []byte {
	if r == nil {
		return append(dst, "null"...)
	}
	dst = append(dst, `{"timestamp":`...)
	dst = strconv.AppendInt(dst, r.Timestamp, 10)
	dst = append(dst, `,"sequenceNumber":`...)
	dst = strconv.AppendInt(dst, int64(r.Sequence), 10)
	return append(dst, '}')
}

// appendGroupKeyArray writes ["id","hex"], the text that the transport's former
// protocol used and signed.
func appendGroupKeyArray(dst []byte, k *message.EncryptedGroupKey) []byte {
	dst = append(dst, '[')
	dst = appendText(dst, k.ID)
	dst = append(dst, `,"`...)
	dst = hex.AppendEncode(dst, k.Data)
	return append(dst, `"]`...)
}

func appendTextOrNull(dst []byte, s string) []byte {
	if s == "" {
		return append(dst, "null"...)
	}
	return appendText(dst, s)
}

// appendText writes s as a JSON string. Ids are plain, so they are copied.
func appendText(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			return appendString(dst, []byte(s))
		}
	}
	dst = append(dst, '"')
	dst = append(dst, s...)
	return append(dst, '"')
}

// appendString writes UTF-8 as JSON.stringify does, malformed sequences as U+FFFD.
func appendString(dst, s []byte) []byte {
	dst = append(dst, '"')
	from := 0 // s[from:i] is to be copied as it is
	for i := 0; i < len(s); {
		if i = skipPlain(s, i); i == len(s) {
			break
		}
		c := s[i]
		if ' ' <= c && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			size = malformedLen(s[i:])
		case c >= utf8.RuneSelf:
			i += size
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = appendQuotedRune(dst, r)
		i += size
		from = i
	}
	dst = append(dst, s[from:]...)
	return append(dst, '"')
}

func appendHexString(dst []byte, s string) []byte {
	for i := range len(s) {
		dst = append(dst, hexDigits[s[i]>>4], hexDigits[s[i]&15])
	}
	return dst
}
