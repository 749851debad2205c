package delivery

import "github.com/logstore/logstore/message"

// Validator decides about messages before they are handed on.
type Validator interface {
	// Validate calls done in the loop, once; it may do so later. m must not be changed.
	Validate(m *message.Message, done func(Verdict))
}

// Verdict is what is known of a message.
type Verdict struct {
	kind   verdictKind
	reason string
}

type verdictKind uint8

const (
	kindUnknown verdictKind = iota
	kindGood
	kindBad
	kindOverloaded
)

var (
	// Good is a message that may go on. No other copy of it is looked at.
	Good = Verdict{kind: kindGood}
	// Unknown is one that nobody here can decide about. It goes on, and so do a few
	// different ones in its place.
	Unknown = Verdict{kind: kindUnknown}
	// Overloaded is one that was not looked at. It goes no further, but another copy may.
	Overloaded = Verdict{kind: kindOverloaded}
)

// Bad is a message that goes no further, for a reason of one word that is counted.
func Bad(reason string) Verdict { return Verdict{kindBad, reason} }

// String is the verdict for people.
func (v Verdict) String() string {
	switch v.kind {
	case kindGood:
		return "good"
	case kindBad:
		return "bad: " + v.reason
	case kindOverloaded:
		return "overloaded"
	}
	return "unknown"
}
