package logstore

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/logstore/logstore/internal/chain/wallet"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// Errors to branch on with errors.Is.
var (
	// ErrUnauthorized: the node wants to know who is asking (401).
	ErrUnauthorized = errors.New("not signed in")
	// ErrForbidden: the caller is known and may not do this (403).
	ErrForbidden = errors.New("not permitted")
	// ErrNotFound: there is no such thing at the node (404).
	ErrNotFound = errors.New("not found")
	// ErrTooLarge: the request is bigger than the node takes (413).
	ErrTooLarge = errors.New("request too large")
	// ErrRateLimited: too many requests, also after retries (429).
	ErrRateLimited = errors.New("rate limited")
	// ErrUnavailable: the node is too busy, full or starting, also after retries
	// (502, 503, 504).
	ErrUnavailable = errors.New("node unavailable")
	// ErrInvalid: the arguments of the call make no sense (locally, or 400).
	ErrInvalid = errors.New("invalid request")
	// ErrNoKey: the call has to sign something, or to know whose it is, and the
	// configuration has no key.
	ErrNoKey = wallet.ErrNoKey
	// ErrRejected: the node refused some or all of the events; see [RejectedError].
	ErrRejected = errors.New("event rejected")
	// ErrVerification: something in the answer is not what its publisher signed
	// or not what was asked for, or the answer is not proven to be complete; see
	// [VerificationError].
	ErrVerification = errors.New("answer failed verification")
	// ErrIncomplete: the answer ended before the node said that it was whole.
	ErrIncomplete = errors.New("answer is incomplete")
	// ErrProtocol: the other side does not speak the node's protocol.
	ErrProtocol = errors.New("unexpected answer")
)

// APIError is an answer with an error status.
type APIError struct {
	Status    int    // HTTP status
	Code      string // stable problem code, "" if the node gave none
	Detail    string // what the node says about it
	RequestID string // to find the request in the node's log
	Operation string // method and path, without parameters

	retryAfter time.Duration
}

func (e *APIError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d %s", e.Operation, e.Status, http.StatusText(e.Status))
	if e.Code != "" {
		fmt.Fprintf(&b, " (%s)", e.Code)
	}
	if e.Detail != "" {
		fmt.Fprintf(&b, ": %s", e.Detail)
	}
	if e.RequestID != "" {
		fmt.Fprintf(&b, " [request %s]", e.RequestID)
	}
	return b.String()
}

// Is maps the status to the sentinels of this package.
func (e *APIError) Is(target error) bool {
	switch e.Status {
	case http.StatusBadRequest:
		return target == ErrInvalid
	case http.StatusUnauthorized:
		return target == ErrUnauthorized
	case http.StatusForbidden:
		return target == ErrForbidden
	case http.StatusNotFound:
		return target == ErrNotFound
	case http.StatusRequestEntityTooLarge:
		return target == ErrTooLarge
	case http.StatusTooManyRequests:
		return target == ErrRateLimited
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return target == ErrUnavailable
	}
	return false
}

// RejectedError says why a node refused one event.
type RejectedError struct {
	Index  int    // of the event in the call
	Code   string // such as "schema_violation"
	Field  string // what part of the message is at fault, may be ""
	Reason string // for people
}

func (e *RejectedError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "event %d rejected: %s", e.Index, e.Code)
	if e.Field != "" {
		fmt.Fprintf(&b, " (%s)", e.Field)
	}
	if e.Reason != "" {
		fmt.Fprintf(&b, ": %s", e.Reason)
	}
	return b.String()
}

// Is makes every RejectedError an ErrRejected.
func (e *RejectedError) Is(target error) bool { return target == ErrRejected }

// VerificationError names the message of an answer that is not what it should be, or
// says why the whole answer was not proven complete ([proof.Unproven]).
type VerificationError struct {
	Problem proof.Problem
	Message *message.Message // nil if it could not be decoded, or none is to blame
	Err     error            // cause, for example message.ErrInvalidSignature; may be nil
}

func (e *VerificationError) Error() string {
	if e.Problem.Kind == proof.Unproven {
		return "answer failed verification: proof: " + e.Problem.Detail
	}
	return "answer failed verification: " + e.Problem.String()
}

// Is makes every VerificationError an ErrVerification.
func (e *VerificationError) Is(target error) bool { return target == ErrVerification }

func (e *VerificationError) Unwrap() error { return e.Err }

func invalidf(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, args...))
}
