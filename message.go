package logstore

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/logstore/logstore/message"
)

// Message is a signed event as a node gave it. Every field of [message.Message] is
// at hand; it must not be changed.
type Message struct {
	*message.Message
}

// Time returns the event time.
func (m Message) Time() time.Time { return time.UnixMilli(m.Timestamp) }

// Unmarshal decodes JSON content into v. It refuses content that is binary or
// encrypted.
func (m Message) Unmarshal(v any) error {
	switch {
	case m.EncryptionType != message.EncryptionNone:
		return fmt.Errorf("content of message %s is encrypted", m.Ref())
	case m.ContentType != message.ContentJSON:
		return fmt.Errorf("content of message %s is binary, use Content", m.Ref())
	}
	if err := json.Unmarshal(m.Content, v); err != nil {
		return fmt.Errorf("content of message %s: %w", m.Ref(), err)
	}
	return nil
}

// parsePart checks what the caller named.
func (c *Client) parsePart(stream string, partition int) (message.StreamPart, error) {
	id, err := message.ParseStreamID(stream, c.owner())
	if err != nil {
		return message.StreamPart{}, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if partition < 0 || partition >= message.MaxPartitions {
		return message.StreamPart{}, invalidf("partition %d, want 0…%d", partition, message.MaxPartitions-1)
	}
	return message.StreamPart{Stream: id, Partition: int32(partition)}, nil
}
