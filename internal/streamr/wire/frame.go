package wire

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
)

// Nearly every message on a connection is a call, and with the code for any kind of
// message, half of what a node does to forward one is to decode and encode it. So there is
// code for the usual form of a call here, which leaves everything unusual to package proto.
// It gives the same result; tests compare the two.

// Field numbers of Message, RpcMessage, its map entries, and google.protobuf.Any.
const (
	fieldMessageID = 1
	fieldSource    = 2
	fieldTarget    = 3
	fieldService   = 4
	fieldRPC       = 5

	fieldHeader    = 1
	fieldBody      = 2
	fieldRequestID = 3

	fieldKey   = 1
	fieldValue = 2

	fieldTypeURL  = 1
	fieldAnyValue = 2
)

// DecodeFrame reads a message that came over a connection. The result shares no memory
// with b. Source and target are left out: the connection knows better who they are.
func DecodeFrame(b []byte) (*Message, error) {
	if m, ok := decodeCall(b); ok {
		return m, nil
	}
	m := new(Message)
	if err := proto.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("decode message: %w", err)
	}
	m.SourceDescriptor, m.TargetDescriptor = nil, nil
	return m, nil
}

// call is everything that a call consists of, in one piece of memory.
type call struct {
	message Message
	oneof   Message_RpcMessage
	rpc     RpcMessage
	body    anypb.Any
}

// decodeCall is false for what is not a call in the usual form. Nothing is known then.
func decodeCall(b []byte) (*Message, bool) {
	c := new(call)
	usual := eachBytes(b, func(field protowire.Number, v []byte) bool {
		switch field {
		case fieldMessageID:
			return once(&c.message.MessageId, v)
		case fieldService:
			return once(&c.message.ServiceId, v)
		case fieldSource, fieldTarget:
			return true
		case fieldRPC:
			if c.message.Body != nil {
				return false // proto merges the two
			}
			c.oneof.RpcMessage = &c.rpc
			c.message.Body = &c.oneof
			return decodeRPC(c, v)
		default:
			return false
		}
	})
	return &c.message, usual && c.message.Body != nil
}

func decodeRPC(c *call, b []byte) bool {
	return eachBytes(b, func(field protowire.Number, v []byte) bool {
		switch field {
		case fieldHeader:
			var key, value string
			usual := eachBytes(v, func(field protowire.Number, v []byte) bool {
				switch field {
				case fieldKey:
					return once(&key, v)
				case fieldValue:
					return once(&value, v)
				default:
					return false
				}
			})
			if c.rpc.Header == nil {
				c.rpc.Header = make(map[string]string, 3)
			}
			c.rpc.Header[key] = value
			return usual
		case fieldBody:
			if c.rpc.Body != nil {
				return false
			}
			c.rpc.Body = &c.body
			return decodeAny(&c.body, v)
		case fieldRequestID:
			return once(&c.rpc.RequestId, v)
		default:
			return false // errors
		}
	})
}

func decodeAny(a *anypb.Any, b []byte) bool {
	return eachBytes(b, func(field protowire.Number, v []byte) bool {
		switch {
		case field == fieldTypeURL:
			return once(&a.TypeUrl, v)
		case field == fieldAnyValue && a.Value == nil:
			a.Value = append(make([]byte, 0, len(v)), v...)
			return true
		default:
			return false
		}
	})
}

// eachBytes calls f for each field of b, all of which must have a length. It is false if
// f is, or if b is anything else.
func eachBytes(b []byte, f func(protowire.Number, []byte) bool) bool {
	for len(b) > 0 {
		field, kind, n := protowire.ConsumeTag(b)
		if n < 0 || kind != protowire.BytesType {
			return false
		}
		v, k := protowire.ConsumeBytes(b[n:])
		if k < 0 || !f(field, v) {
			return false
		}
		b = b[n+k:]
	}
	return true
}

// once sets a string that has not been set.
func once(s *string, v []byte) bool {
	if *s != "" || !utf8.Valid(v) {
		return false
	}
	*s = intern(v)
	return true
}

// intern saves the memory of what is in every call.
func intern(b []byte) string {
	switch string(b) { // compares without making a string
	case "method":
		return "method"
	case "request":
		return "request"
	case "response":
		return "response"
	case "notification":
		return "notification"
	case "sendStreamMessage":
		return "sendStreamMessage"
	case "routeMessage":
		return "routeMessage"
	case "type.googleapis.com/StreamMessage":
		return "type.googleapis.com/StreamMessage"
	}
	return string(b)
}

// EncodeFrame is what is written to a connection for a message.
func EncodeFrame(m *Message) ([]byte, error) {
	r := m.GetRpcMessage()
	if r == nil || !isUsual(m, r) {
		return proto.Marshal(m)
	}
	header, body := 0, sizeAny(r.Body)
	for k, v := range r.Header {
		header += sizeBytes(sizeEntry(k, v))
	}
	inner := header + sizeString(r.RequestId)
	if r.Body != nil {
		inner += sizeBytes(body)
	}
	b := make([]byte, 0, sizeString(m.MessageId)+sizeString(m.ServiceId)+sizeBytes(inner))
	b = appendString(b, fieldMessageID, m.MessageId)
	b = appendString(b, fieldService, m.ServiceId)
	b = appendLength(b, fieldRPC, inner)
	b = appendHeader(b, r.Header)
	if r.Body != nil {
		b = appendLength(b, fieldBody, body)
		b = appendString(b, fieldTypeURL, r.Body.TypeUrl)
		if len(r.Body.Value) > 0 {
			b = protowire.AppendTag(b, fieldAnyValue, protowire.BytesType)
			b = protowire.AppendBytes(b, r.Body.Value)
		}
	}
	return appendString(b, fieldRequestID, r.RequestId), nil
}

// isUsual is whether EncodeFrame can do without package proto.
func isUsual(m *Message, r *RpcMessage) bool {
	if m.SourceDescriptor != nil || m.TargetDescriptor != nil || len(m.unknownFields) > 0 ||
		r.ErrorType != nil || r.ErrorClassName != nil || r.ErrorCode != nil || r.ErrorMessage != nil || len(r.unknownFields) > 0 ||
		!utf8.ValidString(m.MessageId) || !utf8.ValidString(m.ServiceId) || !utf8.ValidString(r.RequestId) || !utf8.ValidString(r.GetBody().GetTypeUrl()) {
		return false
	}
	for k, v := range r.Header {
		if !utf8.ValidString(k) || !utf8.ValidString(v) {
			return false
		}
	}
	return r.Body == nil || len(r.Body.ProtoReflect().GetUnknown()) == 0
}

// appendHeader writes the map in the order of its keys, so that the same message is
// always the same bytes.
func appendHeader(b []byte, header map[string]string) []byte {
	var room [4]string
	keys := room[:0]
	for k := range header {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		v := header[k]
		b = appendLength(b, fieldHeader, sizeEntry(k, v))
		b = protowire.AppendString(protowire.AppendTag(b, fieldKey, protowire.BytesType), k)
		b = protowire.AppendString(protowire.AppendTag(b, fieldValue, protowire.BytesType), v)
	}
	return b
}

func sizeAny(a *anypb.Any) int {
	if a == nil {
		return 0
	}
	n := sizeString(a.TypeUrl)
	if len(a.Value) > 0 {
		n += sizeBytes(len(a.Value))
	}
	return n
}

// sizeEntry is the size of an entry of a map, which has both fields even if they are empty.
func sizeEntry(k, v string) int { return sizeBytes(len(k)) + sizeBytes(len(v)) }

// sizeString is the size of a string's field, with a tag of one byte. The empty one is left out.
func sizeString(s string) int {
	if s == "" {
		return 0
	}
	return sizeBytes(len(s))
}

func sizeBytes(n int) int { return 1 + protowire.SizeBytes(n) }

func appendString(b []byte, field protowire.Number, s string) []byte {
	if s == "" {
		return b
	}
	return protowire.AppendString(protowire.AppendTag(b, field, protowire.BytesType), s)
}

func appendLength(b []byte, field protowire.Number, n int) []byte {
	return protowire.AppendVarint(protowire.AppendTag(b, field, protowire.BytesType), uint64(n))
}
