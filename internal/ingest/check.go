package ingest

import (
	"time"

	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// messageOverhead is what a message weighs beside its bytes of any length: its
// numbers, its wire framing, and the structures that hold it.
const messageOverhead = 512

// weight is what a message counts for in the queue, in bytes.
func weight(m *message.Message) int64 {
	if m == nil {
		return messageOverhead
	}
	return int64(size(m)) + messageOverhead
}

// size is the length of a message's wire form, to within a few dozen bytes.
func size(m *message.Message) int {
	n := len(m.Stream) + len(m.Publisher) + len(m.Chain) + len(m.Content) + len(m.Signature) + len(m.GroupKeyID)
	if k := m.NewGroupKey; k != nil {
		n += len(k.ID) + len(k.Data)
	}
	return n
}

// precheck is what can be said about a message without asking anybody.
func (in *Ingester) precheck(m *message.Message, now time.Time) *Rejection {
	if m == nil {
		return reject(CodeMalformed, "", message.ErrMalformed, "no message")
	}
	if n := size(m); n > in.cfg.MaxMessageBytes {
		return reject(CodeTooLarge, "content", nil, "message of %d bytes is too large; at most %d are allowed (ingest.max_message)", n, in.cfg.MaxMessageBytes)
	}
	if err := m.Validate(); err != nil {
		return rejectMalformed(err)
	}
	if !m.IsContent() {
		return reject(CodeNotContent, "", nil, "group key requests and responses are not stored; only messages with content are")
	}
	ahead := m.Timestamp - now.UnixMilli()
	switch {
	case ahead > in.cfg.MaxFuture.Milliseconds():
		return reject(CodeFutureTimestamp, "timestamp", nil, "timestamp %d is %s ahead of this node's clock; at most %v is allowed (ingest.max_future)",
			m.Timestamp, span(ahead), in.cfg.MaxFuture)
	case in.cfg.MaxAge > 0 && -ahead > in.cfg.MaxAge.Milliseconds():
		return reject(CodePastTimestamp, "timestamp", nil, "timestamp %d is %s old; at most %v is allowed (ingest.max_age)",
			m.Timestamp, span(-ahead), in.cfg.MaxAge)
	}
	return nil
}

// checkPlace is what a stream's settings say about a message's place.
func (in *Ingester) checkPlace(m *message.Message, s *streams.Stream) *Rejection {
	if int(m.Partition) >= s.Partitions {
		return reject(CodePartitionOutOfRange, "streamPartition", nil, "partition %d is out of range; %s has %d, numbered from 0", m.Partition, m.Stream, s.Partitions)
	}
	if in.cfg.AllowNonCanonical {
		return nil
	}
	if err := m.CheckCanonical(s.Partitions); err != nil {
		return rejectNotCanonical(err)
	}
	return nil
}

// checkContent is what can be said about an authentic content. Encrypted contents
// pass: they cannot be read here.
func checkContent(m *message.Message, key message.Key, s *streams.Stream) *Rejection {
	if err := m.CheckContent(); err != nil {
		return &Rejection{CodeInvalidContent, "content", err.Error(), err}
	}
	if s.Validator == nil || m.ContentType != message.ContentJSON || m.EncryptionType != message.EncryptionNone {
		return nil
	}
	if violations := s.Validator.Validate(m.Content); violations != nil {
		cause := &ValidationError{m.Part(), key, m.Publisher, violations}
		return reject(CodeSchemaViolation, "content", cause, "content does not fit the stream's schema: %v", cause)
	}
	return nil
}
