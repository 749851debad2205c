package wallet

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/logstore/logstore/message"
)

// MaxMetadata bounds the metadata of a stream, in bytes. The chain bounds nothing but
// takes money for every byte.
const MaxMetadata = 64 << 10

// checkMetadata refuses what is no JSON object.
func checkMetadata(text string) error {
	if len(text) > MaxMetadata {
		return fmt.Errorf("%w: metadata of %d bytes, at most %d", ErrMetadata, len(text), MaxMetadata)
	}
	if !json.Valid([]byte(text)) {
		return fmt.Errorf("%w: metadata is not JSON; want an object such as {\"partitions\":1}", ErrMetadata)
	}
	if _, err := membersOf(text); err != nil {
		return err
	}
	partitions, ok, err := member(text, "partitions")
	if err != nil || !ok {
		return err
	}
	n, err := strconv.Atoi(partitions)
	if err != nil || n < 1 || n > message.MaxPartitions {
		return fmt.Errorf("%w: partitions %s, want an integer in 1…%d", ErrMetadata, partitions, message.MaxPartitions)
	}
	return nil
}

// withPartitions sets the number of partitions in metadata.
func withPartitions(metadata string, n int) (string, error) {
	return setMember(metadata, strconv.Itoa(n), "partitions")
}

// withSchema puts a JSON Schema where nodes look for it: logstore.schema, with the
// protocol RAW (NETWORK.md §6). An empty schema takes it out.
func withSchema(metadata string, schema json.RawMessage) (string, error) {
	if len(schema) == 0 {
		return dropMember(metadata, "logstore", "schema")
	}
	var value bytes.Buffer
	value.WriteString(`{"protocol":"RAW","schemaOrHash":`)
	if err := json.Compact(&value, schema); err != nil {
		return "", fmt.Errorf("%w: schema is not JSON: %w", ErrMetadata, err)
	}
	value.WriteByte('}')
	return setMember(metadata, value.String(), "logstore", "schema")
}

// part is a member of a JSON object, by its place in the text.
type part struct {
	key        string
	start, end int // of the key with its value
	value      int // where the value starts
}

var errNoObject = fmt.Errorf("%w: metadata is not a JSON object; replace it as a whole", ErrMetadata)

// membersOf finds the members of an object in valid JSON, without decoding values, so
// that what is not changed stays byte for byte what its owner wrote.
func membersOf(object string) ([]part, error) {
	dec := json.NewDecoder(strings.NewReader(object))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, errNoObject
	}
	var parts []part
	for dec.More() {
		p := part{start: skipSpace(object, int(dec.InputOffset()), " \t\r\n,")}
		key, err := dec.Token()
		if err != nil {
			return nil, errNoObject
		}
		p.key, _ = key.(string)
		p.value = skipSpace(object, int(dec.InputOffset()), " \t\r\n:")
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, errNoObject
		}
		p.end = int(dec.InputOffset())
		parts = append(parts, p)
	}
	if _, err := dec.Token(); err != nil {
		return nil, errNoObject
	}
	if strings.TrimSpace(object[dec.InputOffset():]) != "" {
		return nil, errNoObject
	}
	return parts, nil
}

func skipSpace(s string, i int, what string) int {
	for i < len(s) && strings.IndexByte(what, s[i]) >= 0 {
		i++
	}
	return i
}

// find returns the member that readers see: the last one with the key.
func find(parts []part, key string) int {
	for i := len(parts) - 1; i >= 0; i-- {
		if parts[i].key == key {
			return i
		}
	}
	return -1
}

// member returns a member's value as it is written.
func member(object, key string) (string, bool, error) {
	parts, err := membersOf(object)
	if err != nil {
		return "", false, err
	}
	i := find(parts, key)
	if i < 0 {
		return "", false, nil
	}
	return object[parts[i].value:parts[i].end], true, nil
}

// setMember puts a value at a path of keys, making objects on the way where there are
// none or something else stands in the way.
func setMember(object, value string, path ...string) (string, error) {
	if strings.TrimSpace(object) == "" {
		object = "{}"
	}
	parts, err := membersOf(object)
	if err != nil {
		return "", err
	}
	i := find(parts, path[0])
	if len(path) > 1 {
		inner := "{}"
		if i >= 0 {
			inner = object[parts[i].value:parts[i].end]
		}
		changed, err := setMember(inner, value, path[1:]...)
		if errors.Is(err, ErrMetadata) { // a text, say, in the place of an object
			changed, err = setMember("{}", value, path[1:]...)
		}
		if err != nil {
			return "", err
		}
		value = changed
	}
	if i >= 0 {
		return object[:parts[i].value] + value + object[parts[i].end:], nil
	}
	key, err := json.Marshal(path[0])
	if err != nil {
		return "", fmt.Errorf("encode key: %w", err)
	}
	added := string(key) + ":" + value
	if len(parts) == 0 {
		open := strings.IndexByte(object, '{') + 1
		return object[:open] + added + object[open:], nil
	}
	last := parts[len(parts)-1].end
	return object[:last] + "," + added + object[last:], nil
}

// dropMember takes out what is at a path, if anything is.
func dropMember(object string, path ...string) (string, error) {
	parts, err := membersOf(object)
	if err != nil {
		return "", err
	}
	i := find(parts, path[0])
	if i < 0 {
		return object, nil
	}
	if len(path) > 1 {
		inner, err := dropMember(object[parts[i].value:parts[i].end], path[1:]...)
		if errors.Is(err, ErrMetadata) {
			return object, nil
		}
		if err != nil {
			return "", err
		}
		return object[:parts[i].value] + inner + object[parts[i].end:], nil
	}
	// Together with the comma before it, or else the one behind.
	switch {
	case i > 0:
		object = object[:parts[i-1].end] + object[parts[i].end:]
	case len(parts) > 1:
		object = object[:parts[0].start] + object[parts[1].start:]
	default:
		object = object[:parts[0].start] + object[parts[0].end:]
	}
	return dropMember(object, path...) // the same key may be there twice
}

// readMetadata finds what clients go by, leniently: who shows a stream wants to see
// what can be seen.
func readMetadata(text string) (partitions int, schema json.RawMessage) {
	var meta struct {
		Partitions json.RawMessage `json:"partitions"`
		LogStore   json.RawMessage `json:"logstore"`
	}
	if json.Unmarshal([]byte(text), &meta) != nil {
		return 1, nil
	}
	partitions = 1
	if n, err := strconv.Atoi(string(meta.Partitions)); err == nil && n >= 1 && n <= message.MaxPartitions {
		partitions = n
	}
	var logstore struct {
		Schema struct {
			SchemaOrHash json.RawMessage `json:"schemaOrHash"`
		} `json:"schema"`
	}
	if json.Unmarshal(meta.LogStore, &logstore) != nil {
		return partitions, nil
	}
	return partitions, logstore.Schema.SchemaOrHash
}
