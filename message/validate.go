package message

import (
	"encoding/json"
	"errors"
	"fmt"
)

var (
	// ErrContent: a content that claims to be unencrypted JSON is not JSON.
	ErrContent = errors.New("invalid content")
	// ErrNotCanonical: the message is legal in the transport, but its signature
	// would fit other fields as well, so stores refuse it by default.
	ErrNotCanonical = errors.New("message is not canonical")
)

// Validate checks what every reader of the protocol checks before the signature:
// ids of the right form, numbers in their ranges, the previous ref earlier than the
// message, a group key id where there is encryption. Errors are [ErrMalformed].
func (m *Message) Validate() error {
	if err := m.validateStream(); err != nil {
		return err
	}
	return m.validateRest()
}

func (m *Message) validateStream() error {
	id, err := ParseStreamID(string(m.Stream), "")
	switch {
	case err != nil:
		return fmt.Errorf("%w: streamId: %w", ErrMalformed, err)
	case id != m.Stream:
		return malformed("streamId %q: want the domain in lower case, %q", m.Stream, id)
	}
	return nil
}

func (m *Message) validateRest() error {
	switch {
	case m.Partition < 0 || m.Partition >= MaxPartitions:
		return malformed("streamPartition %d: want 0…%d", m.Partition, MaxPartitions-1)
	case m.Timestamp < 0 || m.Timestamp > maxTimestamp:
		return malformed("timestamp %d: want milliseconds since 1970 in 0…%d", m.Timestamp, int64(maxTimestamp))
	case m.Sequence < 0:
		return malformed("sequenceNumber %d: want no negative number", m.Sequence)
	case m.Publisher == "" || len(m.Publisher) > maxPublisherLen:
		return malformed("publisherId: %d bytes long, want 20 (address), 33 or 65 (P-256) or 2592 (ML-DSA-87)", len(m.Publisher))
	case len(m.Chain) > maxChainIDLen:
		return malformed("messageChainId: %d bytes long, at most %d allowed", len(m.Chain), maxChainIDLen)
	}
	if p := m.PrevRef; p != nil {
		switch {
		case p.Timestamp < 0 || p.Sequence < 0:
			return malformed("previousMessageRef %v: want no negative numbers", *p)
		case p.Compare(m.Ref()) >= 0:
			return malformed("previousMessageRef %v: want one before the message's own %v", *p, m.Ref())
		}
	}
	switch {
	case m.Request != nil && m.Response != nil:
		return malformed("more than one body")
	case m.Request != nil:
		return checkKeyExchange(m.Request.RequestID, m.Request.Recipient)
	case m.Response != nil:
		return checkKeyExchange(m.Response.RequestID, m.Response.Recipient)
	}
	return m.validateContent()
}

func (m *Message) validateContent() error {
	switch {
	case m.ContentType != ContentJSON && m.ContentType != ContentBinary:
		return malformed("contentType %d: want 0 (JSON) or 1 (binary)", m.ContentType)
	case m.EncryptionType != EncryptionNone && m.EncryptionType != EncryptionAES:
		return malformed("encryptionType %d: want 0 (none) or 1 (AES)", m.EncryptionType)
	case m.EncryptionType == EncryptionAES && m.GroupKeyID == "":
		return malformed("groupKeyId is missing: encrypted content needs the id of its key")
	case len(m.GroupKeyID) > maxTextLen:
		return malformed("groupKeyId: %d bytes long, at most %d allowed", len(m.GroupKeyID), maxTextLen)
	case m.NewGroupKey != nil && len(m.NewGroupKey.ID) > maxTextLen:
		return malformed("newGroupKey.id: %d bytes long, at most %d allowed", len(m.NewGroupKey.ID), maxTextLen)
	}
	return nil
}

func checkKeyExchange(requestID string, recipient UserID) error {
	switch {
	case len(requestID) > maxTextLen:
		return malformed("requestId: %d bytes long, at most %d allowed", len(requestID), maxTextLen)
	case recipient == "" || len(recipient) > maxPublisherLen:
		return malformed("recipientId: %d bytes long", len(recipient))
	}
	return nil
}

// CheckContent checks that a content which is marked as JSON and not encrypted can
// be parsed, because one that cannot makes Streamr's SDKs give up a whole resend.
// The error is [ErrContent]. The mark is a hint, so a failure does not show that
// the publisher made a mistake.
func (m *Message) CheckContent() error {
	if !m.IsContent() || m.ContentType != ContentJSON || m.EncryptionType != EncryptionNone {
		return nil
	}
	if json.Valid(m.Content) {
		return nil
	}
	var v any
	if err := json.Unmarshal(m.Content, &v); err != nil {
		return fmt.Errorf("%w: not JSON: %w", ErrContent, err)
	}
	return fmt.Errorf("%w: not JSON", ErrContent)
}

// Bounds of canonical messages. Thirteen digits hold the milliseconds from
// September 2001 to November 2286.
const (
	CanonicalChainIDLen   = 20
	MinCanonicalTimestamp = 1_000_000_000_000
	MaxCanonicalTimestamp = 9_999_999_999_999
)

// CheckCanonical checks the canonical profile for a stream of the given number of
// partitions: a timestamp of 13 digits, a partition below the number, a chain id of
// 20 characters, and a content that cannot be mistaken for a previous ref followed
// by content. Without these rules a signature would fit other fields too, because
// the signed payload has no separators (docs/spec/message.md, "Canonical
// messages"). Errors are [ErrNotCanonical].
func (m *Message) CheckCanonical(partitions int) error {
	switch {
	case m.Timestamp < MinCanonicalTimestamp || m.Timestamp > MaxCanonicalTimestamp:
		return fmt.Errorf("%w: timestamp %d: want 13 digits (milliseconds from 2001 to 2286)", ErrNotCanonical, m.Timestamp)
	case int(m.Partition) >= partitions:
		return fmt.Errorf("%w: partition %d: the stream has %d, numbered from 0", ErrNotCanonical, m.Partition, partitions)
	case len(m.Chain) != CanonicalChainIDLen:
		return fmt.Errorf("%w: chain id %q: want %d characters, not %d", ErrNotCanonical, abbreviate(m.Chain), CanonicalChainIDLen, len(m.Chain))
	}
	if p := m.PrevRef; p != nil {
		if p.Timestamp < MinCanonicalTimestamp || p.Timestamp > MaxCanonicalTimestamp {
			return fmt.Errorf("%w: previous timestamp %d: want 13 digits", ErrNotCanonical, p.Timestamp)
		}
		return nil
	}
	if m.IsContent() && looksLikePrevRef(m.Content, m.Timestamp) {
		return fmt.Errorf("%w: the content begins like a previous message ref; wrap the number in an object", ErrNotCanonical)
	}
	return nil
}

// looksLikePrevRef reports whether content could be the tail of the payload of a
// message with a previous ref: 13 digits of an earlier or equal canonical timestamp
// and at least one digit of a sequence number.
func looksLikePrevRef(content []byte, timestamp int64) bool {
	const digits = 13
	if len(content) <= digits {
		return false
	}
	var ts int64
	for _, c := range content[:digits+1] {
		if c < '0' || c > '9' {
			return false
		}
	}
	for _, c := range content[:digits] {
		ts = ts*10 + int64(c-'0')
	}
	return ts >= MinCanonicalTimestamp && ts <= timestamp
}
