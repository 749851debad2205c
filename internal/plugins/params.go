package plugins

import (
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/logstore/logstore/message"
)

// target is where a message goes: a partition, or how to find one. At most one of
// partition, key and field is set.
type target struct {
	stream    message.StreamID
	partition *int32
	key       *string
	field     *string // name of the field of the content that holds the key
}

// one returns the only value of a parameter. A parameter that is given twice is refused:
// what reads it first and what reads it last would not agree.
func one(q url.Values, name string) (value string, given bool, err error) {
	values := q[name]
	switch len(values) {
	case 0:
		return "", false, nil
	case 1:
		return values[0], true, nil
	}
	return "", false, fmt.Errorf("%w: parameter %q is given %d times", errMalformed, name, len(values))
}

// partitionParam reads the number of a partition.
func partitionParam(name, value string) (int32, error) {
	p, err := strconv.ParseUint(value, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%w: parameter %q is %s: want a whole number from 0", errMalformed, name, clip(value))
	}
	if p >= message.MaxPartitions {
		return 0, fmt.Errorf("%w %d: a stream has at most %d, numbered from 0", message.ErrPartition, p, message.MaxPartitions)
	}
	return int32(p), nil
}

// parseTarget reads partition, partitionKey and, if fields is set, partitionKeyField.
// Errors are errMalformed, errCombination and [message.ErrPartition].
func parseTarget(stream message.StreamID, q url.Values, fields bool) (target, error) {
	t := target{stream: stream}
	names := []string{"partition", "partitionKey"}
	if fields {
		names = append(names, "partitionKeyField")
	}
	var given []string
	for _, name := range names {
		value, ok, err := one(q, name)
		if err != nil {
			return t, err
		}
		if !ok {
			continue
		}
		given = append(given, name)
		switch name {
		case "partition":
			p, err := partitionParam(name, value)
			if err != nil {
				return t, err
			}
			t.partition = &p
		case "partitionKey":
			t.key = &value
		case "partitionKeyField":
			t.field = &value
		}
	}
	if len(given) > 1 {
		return t, fmt.Errorf("%w: give only one of %s", errCombination, strings.Join(given, ", "))
	}
	return t, nil
}

// parsePartitions reads a list such as 0,2,5; without one it is partition 0.
func parsePartitions(q url.Values) ([]int32, error) {
	value, ok, err := one(q, "partitions")
	if err != nil || !ok {
		return []int32{0}, err
	}
	var list []int32
	for n := range strings.SplitSeq(value, ",") {
		p, err := partitionParam("partitions", n)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list, nil
}

// pickByKey returns the partition that the official clients choose for a key: a text by
// its hash, a number by the remainder. (@streamr/utils, keyToArrayIndex.)
func pickByKey(key string, isNumber bool, count int) int32 {
	if isNumber {
		if f, err := strconv.ParseFloat(key, 64); err == nil && f == math.Trunc(f) {
			return int32(math.Mod(math.Abs(f), float64(count)))
		}
	}
	return message.PartitionOf(key, count)
}

// maxMillis is the last millisecond of the year 9999.
const maxMillis = 253402300799999

// timeForms are those that the official node's clients use, besides milliseconds.
var timeForms = []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04Z07:00", "2006-01-02"}

// parseTime reads milliseconds since 1970 or a time in a form of ISO 8601; one without a
// zone is in UTC.
func parseTime(s string) (time.Time, bool) {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return time.UnixMilli(n), n >= 0 && n <= maxMillis
	}
	s = strings.Replace(s, " ", "+", 1) // a "+" that was not encoded arrives as a blank
	for _, form := range timeForms {
		if t, err := time.Parse(form, s); err == nil {
			ms := t.UnixMilli()
			return time.UnixMilli(ms), ms >= 0 && ms <= maxMillis
		}
	}
	return time.Time{}, false
}

// timestampParam reads the parameter timestamp; zero if there is none.
func timestampParam(q url.Values) (time.Time, error) {
	value, ok, err := one(q, "timestamp")
	if err != nil || !ok {
		return time.Time{}, err
	}
	t, ok := parseTime(value)
	if !ok {
		return time.Time{}, fmt.Errorf("%w: parameter \"timestamp\" is %s: want milliseconds since 1970 or a time such as 2024-05-01T12:00:00Z", errMalformed, clip(value))
	}
	return t, nil
}

// parseQuery reads what stands behind a question mark. Its length is bounded by its carrier.
func parseQuery(raw string) (url.Values, error) {
	q, err := url.ParseQuery(raw)
	if err != nil {
		return nil, fmt.Errorf("%w: the query %s cannot be read", errMalformed, clip(raw))
	}
	return q, nil
}

// action is what a WebSocket connection is for.
type action string

const (
	actPublish   action = "publish"
	actSubscribe action = "subscribe"
)

// parseSocketPath reads …/streams/<id>/publish and …/streams/<id>/subscribe, where
// anything may stand in front, for the sake of proxies. path is still escaped.
func parseSocketPath(path string, owner message.UserID) (message.StreamID, action, error) {
	const before = "/streams/"
	for _, act := range []action{actPublish, actSubscribe} {
		head, ok := strings.CutSuffix(path, "/"+string(act))
		if !ok {
			continue
		}
		if i := strings.LastIndex(head, before); i >= 0 {
			id, err := parseStream(head[i+len(before):], owner)
			return id, act, err
		}
	}
	return "", "", fmt.Errorf("%w path: want /streams/<stream id>/publish or /streams/<stream id>/subscribe", errMalformed)
}

// parseHTTPPath reads /streams/<id>, with or without a slash at the end. path is still
// escaped; ok is false for other paths.
func parseHTTPPath(path string, owner message.UserID) (id message.StreamID, ok bool, err error) {
	segment, ok := strings.CutPrefix(path, "/streams/")
	segment = strings.TrimSuffix(segment, "/")
	if !ok || segment == "" {
		return "", false, nil
	}
	id, err = parseStream(segment, owner)
	return id, true, err
}

// parseStream reads an escaped stream id.
func parseStream(escaped string, owner message.UserID) (message.StreamID, error) {
	text, err := url.PathUnescape(escaped)
	if err != nil {
		return "", fmt.Errorf("%w stream id %s: a %% stands before two hex digits", errMalformed, clip(escaped))
	}
	return message.ParseStreamID(text, owner)
}

// parseTopic reads an MQTT topic as <stream id>?<parameters>. The domain, if there is
// one, and a slash are put before the id.
func parseTopic(topic, domain string, owner message.UserID) (message.StreamID, url.Values, error) {
	base, query := topic, ""
	if i := strings.LastIndexByte(topic, '?'); i >= 0 {
		base, query = topic[:i], topic[i+1:]
	}
	if domain != "" {
		base = domain + "/" + base
	}
	id, err := message.ParseStreamID(base, owner)
	if err != nil {
		return "", nil, err
	}
	q, err := parseQuery(query)
	return id, q, err
}

// checkPartition tells whether a stream of count partitions has this one.
func checkPartition(p int32, count int) error {
	if int(p) < count {
		return nil
	}
	if count == 1 {
		return fmt.Errorf("%w %d: the stream has only partition 0", message.ErrPartition, p)
	}
	return fmt.Errorf("%w %d: the stream has %d, numbered from 0", message.ErrPartition, p, count)
}

// firstPartition is where messages without any choice of a partition go.
func firstPartition(int) int32 { return 0 }
