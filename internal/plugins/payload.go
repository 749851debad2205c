package plugins

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/logstore/logstore/message"
)

// payload is what a device sent: a JSON object, and the time it gives to it.
type payload struct {
	content []byte // compact JSON, an object
	time    time.Time
}

// parsePayload reads what a device publishes: plain content, or content and metadata in a
// wrapper. Of the metadata only the timestamp counts; the node makes the rest. (Official
// node: PayloadFormat.) Errors are errPayload and errTooLarge.
func parsePayload(b []byte, wrapped bool) (payload, error) {
	switch {
	case len(b) > MaxPayload:
		return payload{}, fmt.Errorf("%w: at most %d bytes are allowed", errTooLarge, MaxPayload)
	case len(b) == 0:
		return payload{}, fmt.Errorf("%w: it is empty; send a JSON object", errPayload)
	case !utf8.Valid(b):
		return payload{}, fmt.Errorf("%w: it is not UTF-8; send a JSON object", errPayload)
	case !json.Valid(b):
		return payload{}, fmt.Errorf("%w: it is not JSON; send a JSON object", errPayload)
	}
	if !wrapped {
		content, err := compactObject(b, "the payload")
		return payload{content: content}, err
	}
	if !isObject(b) {
		return payload{}, fmt.Errorf(`%w: want {"content": {…}, "metadata": {…}}`, errPayload)
	}
	// A map, because names in JSON have a letter case and those of struct tags do not.
	var wrapper map[string]json.RawMessage
	if err := json.Unmarshal(b, &wrapper); err != nil {
		return payload{}, fmt.Errorf("%w: %w", errPayload, err)
	}
	if len(wrapper["content"]) == 0 {
		return payload{}, fmt.Errorf(`%w: there is no "content"; want {"content": {…}, "metadata": {…}}`, errPayload)
	}
	content, err := compactObject(wrapper["content"], `"content"`)
	if err != nil {
		return payload{}, err
	}
	t, err := metadataTime(wrapper["metadata"])
	return payload{content, t}, err
}

// metadataTime reads the timestamp in metadata, which may be missing.
func metadataTime(raw json.RawMessage) (time.Time, error) {
	if len(raw) == 0 {
		return time.Time{}, nil
	}
	if !isObject(raw) {
		return time.Time{}, fmt.Errorf(`%w: "metadata" is not an object`, errPayload)
	}
	var metadata map[string]json.RawMessage
	if err := json.Unmarshal(raw, &metadata); err != nil {
		return time.Time{}, fmt.Errorf("%w: metadata: %w", errPayload, err)
	}
	value := metadata["timestamp"]
	if len(value) == 0 {
		return time.Time{}, nil
	}
	text := string(value)
	if text[0] == '"' {
		if err := json.Unmarshal(value, &text); err != nil {
			return time.Time{}, fmt.Errorf("%w: timestamp: %w", errPayload, err)
		}
	}
	t, ok := parseTime(text)
	if !ok {
		return time.Time{}, fmt.Errorf("%w: timestamp %s: want milliseconds since 1970 or a time such as 2024-05-01T12:00:00Z", errPayload, clip(text))
	}
	return t, nil
}

// isObject tells whether valid JSON is an object.
func isObject(b []byte) bool {
	b = bytes.TrimLeft(b, " \t\r\n")
	return len(b) > 0 && b[0] == '{'
}

// compactObject takes the blanks out of valid JSON, so that all devices' messages look
// alike, as those of the official node do, while numbers keep all their digits.
func compactObject(b []byte, what string) ([]byte, error) {
	if !isObject(b) {
		return nil, fmt.Errorf("%w: %s is not a JSON object", errPayload, what)
	}
	var out bytes.Buffer
	out.Grow(len(b))
	if err := json.Compact(&out, b); err != nil {
		return nil, fmt.Errorf("%w: %w", errPayload, err)
	}
	return out.Bytes(), nil
}

// field returns the text of a field of an object, for the choice of a partition. Numbers
// are taken as they are written. Anything else is no key.
func field(object []byte, name string) (value string, isNumber, ok bool) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(object, &fields) != nil {
		return "", false, false
	}
	raw := fields[name]
	switch {
	case len(raw) == 0:
		return "", false, false
	case raw[0] == '"':
		return value, false, json.Unmarshal(raw, &value) == nil
	case raw[0] == '-' || '0' <= raw[0] && raw[0] <= '9':
		return string(raw), true, true
	}
	return "", false, false
}

// event is a message on its way to devices. Its payloads are made once for all of them.
type event struct {
	message *message.Message
	content []byte
	wrapped func() []byte
	origin  *chain // of those that devices have published here
}

// newEvent returns nil for content that the plug-ins do not show: they speak of JSON
// objects only.
func newEvent(d Delivery) *event {
	if d.Message.ContentType != message.ContentJSON || !utf8.Valid(d.Content) || !isObject(d.Content) || !json.Valid(d.Content) {
		return nil
	}
	e := &event{message: d.Message, content: d.Content}
	e.wrapped = sync.OnceValue(func() []byte { return appendWrapped(nil, e.message, e.content) })
	return e
}

// payload is what a device gets.
func (e *event) payload(wrapped bool) []byte {
	if wrapped {
		return e.wrapped()
	}
	return e.content
}

// appendWrapped appends content and metadata as the official node writes them.
func appendWrapped(dst []byte, m *message.Message, content []byte) []byte {
	dst = append(dst, `{"content":`...)
	dst = append(dst, content...)
	dst = append(dst, `,"metadata":{"timestamp":`...)
	dst = strconv.AppendInt(dst, m.Timestamp, 10)
	dst = append(dst, `,"sequenceNumber":`...)
	dst = strconv.AppendInt(dst, int64(m.Sequence), 10)
	dst = append(dst, `,"publisherId":"`...)
	dst = append(dst, m.Publisher.String()...)
	dst = append(dst, `","msgChainId":`...)
	chain, _ := json.Marshal(m.Chain) // a string always has a form in JSON
	dst = append(dst, chain...)
	return append(dst, `}}`...)
}

// clip keeps what others sent short enough to be shown.
func clip(s string) string {
	const most = 80
	if len(s) > most {
		s = s[:most] + "…"
	}
	return strconv.Quote(s)
}
