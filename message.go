package logstore

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/logstore/logstore/message"
)

// Message is a signed event as a node gave it. Every field of [message.Message] is
// at hand; it must not be changed. Content is what the publisher signed: in a private
// stream that is ciphertext, and Plain what is in it.
type Message struct {
	*message.Message

	plain  []byte // if isRead
	isRead bool   // decrypted
	unread error  // why it could not be decrypted
}

// Time returns the event time.
func (m Message) Time() time.Time { return time.UnixMilli(m.Timestamp) }

// Plain returns the content as it was before it was encrypted, if it was. The error is
// [ErrEncrypted] if nobody decrypted it: [Client.Subscribe] over the network does, and
// queries with [Query.Decrypt], where the key is known.
func (m Message) Plain() ([]byte, error) {
	switch {
	case m.isRead:
		return m.plain, nil
	case m.unread != nil:
		return nil, fmt.Errorf("message %s: %w", m.Ref(), m.unread)
	case m.EncryptionType != message.EncryptionNone:
		return nil, fmt.Errorf("message %s: %w, and was not decrypted", m.Ref(), ErrEncrypted)
	}
	return m.Content, nil
}

// Unmarshal decodes JSON content into v. It refuses content that is binary, and as
// [ErrEncrypted] what is encrypted and was not decrypted.
func (m Message) Unmarshal(v any) error {
	content, err := m.Plain()
	if err != nil {
		return err
	}
	if m.ContentType != message.ContentJSON {
		return fmt.Errorf("content of message %s is binary, use Plain", m.Ref())
	}
	if err := json.Unmarshal(content, v); err != nil {
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
