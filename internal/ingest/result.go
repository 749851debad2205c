package ingest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// Outcome says what became of a message.
type Outcome uint8

// The outcomes. The zero value means that nothing was decided.
const (
	Stored    Outcome = iota + 1 // new, and durable now
	Duplicate                    // was stored before, or earlier in the same batch
	Rejected                     // see Result.Err
)

func (o Outcome) String() string {
	switch o {
	case Stored:
		return "stored"
	case Duplicate:
		return "duplicate"
	case Rejected:
		return "rejected"
	}
	return "undecided"
}

// Result is the verdict about one message.
type Result struct {
	Outcome Outcome
	// Equivocation: stored, and another message with the same order key was there.
	Equivocation bool
	// Key is the message's key; zero if it was rejected before it was needed.
	Key message.Key
	Err *Rejection // if Rejected
}

// Code says in a stable word why a message was rejected.
type Code string

// The codes.
const (
	CodeMalformed            Code = "malformed"
	CodeTooLarge             Code = "too_large"
	CodeNotContent           Code = "not_content" // group key requests and responses
	CodeFutureTimestamp      Code = "future_timestamp"
	CodePastTimestamp        Code = "past_timestamp"
	CodeUnknownStream        Code = "unknown_stream"
	CodePartitionOutOfRange  Code = "partition_out_of_range"
	CodeNotCanonical         Code = "not_canonical"
	CodeInvalidSignature     Code = "invalid_signature"
	CodeUnsupportedSignature Code = "unsupported_signature"
	CodeSignatureCheckFailed Code = "signature_check_failed" // may succeed later
	CodeNotPermitted         Code = "not_permitted"
	CodeInvalidContent       Code = "invalid_content"
	CodeSchemaViolation      Code = "schema_violation"
)

// Codes lists all codes.
func Codes() []Code {
	return []Code{
		CodeMalformed, CodeTooLarge, CodeNotContent, CodeFutureTimestamp, CodePastTimestamp,
		CodeUnknownStream, CodePartitionOutOfRange, CodeNotCanonical, CodeInvalidSignature,
		CodeUnsupportedSignature, CodeSignatureCheckFailed, CodeNotPermitted, CodeInvalidContent,
		CodeSchemaViolation,
	}
}

// Retryable reports whether the same message may be accepted later without a
// change to it or to the node's configuration.
func (c Code) Retryable() bool { return c == CodeSignatureCheckFailed || c == CodeFutureTimestamp }

// Rejection says why a message was not taken in.
type Rejection struct {
	Code Code
	// Field is the field at fault, as the HTTP API names it: "timestamp",
	// "streamId", "content", …; "" for the whole message.
	Field string
	// Reason is for people: what was wrong, and what is expected.
	Reason string
	Cause  error // nil if there is nothing behind the reason
}

func (r *Rejection) Error() string { return r.Reason }

func (r *Rejection) Unwrap() error { return r.Cause }

// ValidationError tells that a message does not fit the schema of its stream.
type ValidationError struct {
	Part       message.StreamPart
	Key        message.Key
	Publisher  message.UserID
	Violations []schema.Violation
}

func (e *ValidationError) Error() string {
	texts := make([]string, len(e.Violations))
	for i, v := range e.Violations {
		texts[i] = v.String()
	}
	return strings.Join(texts, "; ")
}

func reject(code Code, field string, cause error, format string, args ...any) *Rejection {
	return &Rejection{Code: code, Field: field, Reason: fmt.Sprintf(format, args...), Cause: cause}
}

func rejectMalformed(cause error) *Rejection {
	reason := strings.TrimPrefix(cause.Error(), message.ErrMalformed.Error()+": ")
	return &Rejection{CodeMalformed, fieldIn(reason), reason, cause}
}

func rejectNotCanonical(cause error) *Rejection {
	reason := strings.TrimPrefix(cause.Error(), message.ErrNotCanonical.Error()+": ")
	field := "content"
	for prefix, name := range map[string]string{"timestamp": "timestamp", "partition": "streamPartition", "chain id": "msgChainId", "previous": "prevMsgRef"} {
		if strings.HasPrefix(reason, prefix) {
			field = name
		}
	}
	return reject(CodeNotCanonical, field, cause, "not canonical: %s (ingest.allow_non_canonical accepts it)", reason)
}

// fields maps the names in package message's texts to those of the HTTP API.
var fields = map[string]string{
	"streamId": "streamId", "streamPartition": "streamPartition", "timestamp": "timestamp",
	"sequenceNumber": "sequenceNumber", "publisherId": "publisherId", "messageChainId": "msgChainId",
	"previousMessageRef": "prevMsgRef", "contentType": "contentType", "encryptionType": "encryptionType",
	"groupKeyId": "groupKeyId", "newGroupKey.id": "newGroupKey",
}

// fieldIn finds the field with which a text of package message begins.
func fieldIn(reason string) string {
	if i := strings.IndexAny(reason, " :"); i > 0 {
		return fields[reason[:i]]
	}
	return ""
}

// rejectBelowFloor rejects a message that is older than what the node keeps.
func rejectBelowFloor(m *message.Message, floor int64) *Rejection {
	return reject(CodePastTimestamp, "timestamp", nil, "timestamp %d is too old: this node keeps partition %d of the stream from %d (%s) on",
		m.Timestamp, m.Partition, floor, time.UnixMilli(floor).UTC().Format(time.RFC3339))
}

// rejectSignature turns a verdict of the verifier into a rejection, or returns nil
// if it is none.
func rejectSignature(err error) *Rejection {
	code := Code("")
	switch {
	case errors.Is(err, message.ErrSignatureCheck):
		code = CodeSignatureCheckFailed
	case errors.Is(err, message.ErrInvalidSignature):
		code = CodeInvalidSignature
	case errors.Is(err, message.ErrUnsupportedSignature):
		return &Rejection{CodeUnsupportedSignature, "signatureType", err.Error(), err}
	default:
		return nil
	}
	return &Rejection{code, "signature", err.Error(), err}
}

// rejectStream turns what the registry says about a stream into a rejection, or
// returns nil if it is a failure of the node.
func rejectStream(err error) *Rejection {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return nil
	case errors.Is(err, streams.ErrUnknownStream):
		return &Rejection{CodeUnknownStream, "streamId", err.Error(), err}
	case errors.Is(err, message.ErrStreamID):
		return &Rejection{CodeMalformed, "streamId", err.Error(), err}
	case errors.Is(err, streams.ErrNotPermitted):
		return &Rejection{CodeNotPermitted, "publisherId", err.Error(), err}
	case errors.Is(err, schema.ErrSchema):
		return reject(CodeSchemaViolation, "content", err, "the stream's schema cannot be used: %v", err)
	}
	return nil
}

// span writes a time span for people: "350ms", "4m10s", "3h2m", "12 days". It
// rounds up, so that what exceeds a bound reads as more than the bound.
func span(ms int64) string {
	const second, minute, day = 1000, 60_000, 86_400_000
	switch {
	case ms >= 3*365*day:
		return strconv.FormatInt(up(ms, 365*day), 10) + " years"
	case ms >= 3*day:
		return strconv.FormatInt(up(ms, day), 10) + " days"
	case ms > 59*minute:
		minutes := up(ms, minute)
		if minutes%60 == 0 {
			return fmt.Sprintf("%dh", minutes/60)
		}
		return fmt.Sprintf("%dh%dm", minutes/60, minutes%60)
	case ms > 59*second:
		return (time.Duration(up(ms, second)) * time.Second).String()
	}
	return (time.Duration(ms) * time.Millisecond).String()
}

func up(n, unit int64) int64 { return (n + unit - 1) / unit }
