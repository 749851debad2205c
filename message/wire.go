package message

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"
)

// ErrMalformed: the bytes or the fields are no message of the protocol. The text
// names the field, what was wrong and what is expected.
var ErrMalformed = errors.New("malformed message")

func malformed(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrMalformed, fmt.Sprintf(format, args...))
}

// Bounds of the wire form that the protocol leaves open.
const (
	maxTimestamp    = 1<<53 - 1 // Streamr's SDKs hold timestamps in doubles
	maxChainIDLen   = 256
	maxPublisherLen = 2592 // an ML-DSA-87 public key
	maxTextLen      = 1024 // group key ids and request ids
	maxGroupKeys    = 10_000
)

// Field numbers of StreamMessage and what it is made of (protocol facts; proto3).
const (
	fieldMessageID     = 1
	fieldPrevRef       = 2
	fieldSignature     = 3
	fieldSignatureType = 4
	fieldContent       = 5
	fieldRequest       = 6
	fieldResponse      = 7
)

// Wire types of protobuf that occur in messages.
const (
	wireVarint = 0
	wireFixed8 = 1
	wireBytes  = 2
	wireFixed4 = 5
)

// Decode reads the protobuf wire form of a StreamMessage and checks it as
// [Message.Validate] does. Unknown fields are skipped, as the protocol demands, and
// are not kept. The message shares memory with b. Errors are [ErrMalformed].
//
// For many messages a [Decoder] takes less time and memory.
func Decode(b []byte) (*Message, error) { return (*Decoder)(nil).Decode(b) }

// Decode reads one message, with the same result as the function [Decode].
func (d *Decoder) Decode(b []byte) (*Message, error) {
	// In one piece, because nearly every message has a previous ref.
	both := new(struct {
		m   Message
		ref Ref
	})
	m := &both.m
	var haveID, goodStream bool
	body := 0
	err := eachField(b, "message", func(num int, v fieldValue) (err error) {
		switch num {
		case fieldMessageID:
			haveID = true
			return v.message("messageId", func(num int, v fieldValue) (err error) {
				if num == 1 {
					m.Stream, goodStream, err = d.stream(v)
					return err
				}
				return d.decodeID(m, num, v)
			})
		case fieldPrevRef:
			m.PrevRef = &both.ref
			return v.message("previousMessageRef", m.PrevRef.decode)
		case fieldSignature:
			m.Signature, err = v.bytes("signature")
		case fieldSignatureType:
			var t int32
			t, err = v.int32("signatureType")
			m.SignatureType = SignatureType(t)
		case fieldContent, fieldRequest, fieldResponse:
			if body != 0 && body != num {
				return malformed("more than one body")
			}
			body = num
			return d.decodeBody(m, num, v)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	switch {
	case !haveID:
		return nil, malformed("messageId is missing")
	case body == 0:
		return nil, malformed("the body is missing: want a content message, a group key request or a group key response")
	}
	if !goodStream {
		if err := m.validateStream(); err != nil {
			return nil, err
		}
		d.keepStream(m.Stream)
	}
	if err := m.validateRest(); err != nil {
		return nil, err
	}
	return m, nil
}

func (d *Decoder) decodeID(m *Message, num int, v fieldValue) (err error) {
	switch num {
	case 2:
		m.Partition, err = v.int32("streamPartition")
	case 3:
		m.Timestamp, err = v.int64("timestamp")
	case 4:
		m.Sequence, err = v.int32("sequenceNumber")
	case 5:
		m.Publisher, err = d.publisher(v)
	case 6:
		m.Chain, err = d.text(v, "messageChainId")
	}
	return err
}

func (r *Ref) decode(num int, v fieldValue) (err error) {
	switch num {
	case 1:
		r.Timestamp, err = v.int64("previousMessageRef.timestamp")
	case 2:
		r.Sequence, err = v.int32("previousMessageRef.sequenceNumber")
	}
	return err
}

func (d *Decoder) decodeBody(m *Message, num int, v fieldValue) error {
	switch num {
	case fieldContent:
		return v.message("contentMessage", func(num int, v fieldValue) error { return d.decodeContent(m, num, v) })
	case fieldRequest:
		if m.Request == nil {
			m.Request = new(GroupKeyRequest)
		}
		return v.message("groupKeyRequest", m.Request.decode)
	default:
		if m.Response == nil {
			m.Response = new(GroupKeyResponse)
		}
		return v.message("groupKeyResponse", m.Response.decode)
	}
}

func (d *Decoder) decodeContent(m *Message, num int, v fieldValue) (err error) {
	var n int32
	switch num {
	case 1:
		m.Content, err = v.bytes("content")
	case 2:
		n, err = v.int32("contentType")
		m.ContentType = ContentType(n)
	case 3:
		n, err = v.int32("encryptionType")
		m.EncryptionType = EncryptionType(n)
	case 4:
		m.GroupKeyID, err = d.text(v, "groupKeyId")
	case 5:
		if m.NewGroupKey == nil {
			m.NewGroupKey = new(EncryptedGroupKey)
		}
		return v.message("newGroupKey", m.NewGroupKey.decode)
	}
	return err
}

func (k *EncryptedGroupKey) decode(num int, v fieldValue) (err error) {
	switch num {
	case 1:
		k.ID, err = v.string("group key id")
	case 2:
		k.Data, err = v.bytes("group key data")
	}
	return err
}

func (r *GroupKeyRequest) decode(num int, v fieldValue) (err error) {
	switch num {
	case 1:
		r.RequestID, err = v.string("requestId")
	case 2:
		var b []byte
		b, err = v.bytes("recipientId")
		r.Recipient = UserID(b)
	case 3:
		r.PublicKey, err = v.bytes("publicKey")
	case 4:
		if len(r.GroupKeyIDs) == maxGroupKeys {
			return malformed("more than %d group key ids", maxGroupKeys)
		}
		var id string
		id, err = v.string("groupKeyIds")
		r.GroupKeyIDs = append(r.GroupKeyIDs, id)
	case 5:
		var n int32
		n, err = v.int32("encryptionType")
		r.EncryptionType = AsymmetricEncryptionType(n)
	}
	return err
}

func (r *GroupKeyResponse) decode(num int, v fieldValue) (err error) {
	switch num {
	case 1:
		r.RequestID, err = v.string("requestId")
	case 2:
		var b []byte
		b, err = v.bytes("recipientId")
		r.Recipient = UserID(b)
	case 3:
		if len(r.GroupKeys) == maxGroupKeys {
			return malformed("more than %d group keys", maxGroupKeys)
		}
		var k EncryptedGroupKey
		if err := v.message("groupKeys", k.decode); err != nil {
			return err
		}
		r.GroupKeys = append(r.GroupKeys, k)
	case 4:
		var n int32
		n, err = v.int32("encryptionType")
		r.EncryptionType = AsymmetricEncryptionType(n)
	}
	return err
}

// PeekPublisher returns the publisher's raw bytes out of a wire form that
// [Message.AppendWire] made, without decoding the rest. The result shares memory
// with wire; it is nil if there is none.
func PeekPublisher(wire []byte) []byte {
	var publisher []byte
	_ = eachField(wire, "message", func(num int, v fieldValue) error {
		if num != fieldMessageID {
			return errStop
		}
		return v.message("messageId", func(num int, v fieldValue) (err error) {
			if num == 5 {
				publisher, err = v.bytes("publisherId")
			}
			return err
		})
	})
	return publisher
}

var errStop = errors.New("stop")

// AppendWire appends the protobuf form of m to dst: fields by number, defaults left
// out, as the official encoder writes it. Equal messages have equal bytes.
func (m *Message) AppendWire(dst []byte) []byte {
	dst = appendNested(dst, fieldMessageID, func(dst []byte) []byte {
		dst = appendTextField(dst, 1, m.Stream)
		dst = appendIntField(dst, 2, int64(m.Partition))
		dst = appendIntField(dst, 3, m.Timestamp)
		dst = appendIntField(dst, 4, int64(m.Sequence))
		dst = appendTextField(dst, 5, m.Publisher)
		return appendTextField(dst, 6, m.Chain)
	})
	if r := m.PrevRef; r != nil {
		dst = appendNested(dst, fieldPrevRef, func(dst []byte) []byte {
			dst = appendIntField(dst, 1, r.Timestamp)
			return appendIntField(dst, 2, int64(r.Sequence))
		})
	}
	dst = appendTextField(dst, fieldSignature, m.Signature)
	dst = appendIntField(dst, fieldSignatureType, int64(m.SignatureType))
	switch {
	case m.Request != nil:
		return appendNested(dst, fieldRequest, m.Request.appendWire)
	case m.Response != nil:
		return appendNested(dst, fieldResponse, m.Response.appendWire)
	}
	return appendNested(dst, fieldContent, func(dst []byte) []byte {
		dst = appendTextField(dst, 1, m.Content)
		dst = appendIntField(dst, 2, int64(m.ContentType))
		dst = appendIntField(dst, 3, int64(m.EncryptionType))
		dst = appendTextField(dst, 4, m.GroupKeyID)
		if k := m.NewGroupKey; k != nil {
			dst = appendNested(dst, 5, k.appendWire)
		}
		return dst
	})
}

func (k *EncryptedGroupKey) appendWire(dst []byte) []byte {
	dst = appendTextField(dst, 1, k.ID)
	return appendTextField(dst, 2, k.Data)
}

func (r *GroupKeyRequest) appendWire(dst []byte) []byte {
	dst = appendTextField(dst, 1, r.RequestID)
	dst = appendTextField(dst, 2, r.Recipient)
	dst = appendTextField(dst, 3, r.PublicKey)
	for _, id := range r.GroupKeyIDs {
		dst = appendBytes(dst, 4, id)
	}
	return appendIntField(dst, 5, int64(r.EncryptionType))
}

func (r *GroupKeyResponse) appendWire(dst []byte) []byte {
	dst = appendTextField(dst, 1, r.RequestID)
	dst = appendTextField(dst, 2, r.Recipient)
	for i := range r.GroupKeys {
		dst = appendNested(dst, 3, r.GroupKeys[i].appendWire)
	}
	return appendIntField(dst, 4, int64(r.EncryptionType))
}

func appendIntField(dst []byte, num int, v int64) []byte {
	if v == 0 {
		return dst
	}
	dst = append(dst, byte(num<<3|wireVarint))
	return binary.AppendUvarint(dst, uint64(v))
}

func appendTextField[T ~string | ~[]byte](dst []byte, num int, v T) []byte {
	if len(v) == 0 {
		return dst
	}
	return appendBytes(dst, num, v)
}

func appendBytes[T ~string | ~[]byte](dst []byte, num int, v T) []byte {
	dst = append(dst, byte(num<<3|wireBytes))
	dst = binary.AppendUvarint(dst, uint64(len(v)))
	return append(dst, v...)
}

// appendNested appends a length-delimited field whose length is known only after
// its content is written: it leaves one byte for the length and moves the content
// if that was too few.
func appendNested(dst []byte, num int, content func([]byte) []byte) []byte {
	dst = append(dst, byte(num<<3|wireBytes), 0)
	start := len(dst)
	dst = content(dst)
	n := len(dst) - start
	if n < 0x80 {
		dst[start-1] = byte(n)
		return dst
	}
	var length [binary.MaxVarintLen64]byte
	extra := binary.PutUvarint(length[:], uint64(n)) - 1
	dst = append(dst, length[:extra]...)
	copy(dst[start+extra:], dst[start:start+n])
	copy(dst[start-1:], length[:extra+1])
	return dst
}

// fieldValue is the undecoded value of a protobuf field.
type fieldValue struct {
	wire int
	num  uint64 // if wireVarint
	data []byte // if wireBytes
}

// eachField calls f with every field of a protobuf message, in order of occurrence.
func eachField(b []byte, what string, f func(num int, v fieldValue) error) error {
	for len(b) > 0 {
		tag, n := binary.Uvarint(b)
		if n <= 0 || tag>>3 == 0 || tag>>3 > 1<<29-1 {
			return malformed("%s: bad field tag", what)
		}
		b = b[n:]
		v := fieldValue{wire: int(tag & 7)}
		switch v.wire {
		case wireVarint:
			if v.num, n = binary.Uvarint(b); n <= 0 {
				return malformed("%s: field %d is cut off", what, tag>>3)
			}
			b = b[n:]
		case wireBytes:
			size, n := binary.Uvarint(b)
			if n <= 0 || size > uint64(len(b)-n) {
				return malformed("%s: field %d is cut off", what, tag>>3)
			}
			v.data, b = b[n:n+int(size):n+int(size)], b[n+int(size):]
		case wireFixed4, wireFixed8:
			size := 4
			if v.wire == wireFixed8 {
				size = 8
			}
			if len(b) < size {
				return malformed("%s: field %d is cut off", what, tag>>3)
			}
			b = b[size:]
		default:
			return malformed("%s: field %d has wire type %d, which the protocol does not use", what, tag>>3, v.wire)
		}
		if err := f(int(tag>>3), v); err != nil {
			return err
		}
	}
	return nil
}

func (v fieldValue) int64(name string) (int64, error) {
	if v.wire != wireVarint {
		return 0, malformed("%s is not a number", name)
	}
	return int64(v.num), nil
}

// int32 takes the low 32 bits, as every protobuf decoder does.
func (v fieldValue) int32(name string) (int32, error) {
	n, err := v.int64(name)
	return int32(n), err
}

func (v fieldValue) bytes(name string) ([]byte, error) {
	if v.wire != wireBytes {
		return nil, malformed("%s is not a byte string", name)
	}
	return v.data, nil
}

func (v fieldValue) string(name string) (string, error) {
	b, err := v.bytes(name)
	if err == nil && !utf8.Valid(b) {
		return "", malformed("%s is not UTF-8", name)
	}
	return string(b), err
}

func (v fieldValue) message(name string, f func(num int, v fieldValue) error) error {
	b, err := v.bytes(name)
	if err != nil {
		return err
	}
	return eachField(b, name, f)
}
