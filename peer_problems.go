package logstore

import (
	"fmt"

	"github.com/logstore/logstore/message"
)

// GapError tells that messages of a publisher did not come, and no storage node had them.
type GapError struct {
	Part      message.StreamPart
	Publisher string
	Chain     string
	// After is the last message that came before, Through the last that is missing.
	After, Through message.Ref
}

func (e *GapError) Error() string {
	return fmt.Sprintf("messages of %s are missing on %s: those of chain %q after %s up to %s", e.Publisher, e.Part, e.Chain, e.After, e.Through)
}

// Is makes every GapError an ErrIncomplete.
func (e *GapError) Is(target error) bool { return target == ErrIncomplete }

// UnreadableError tells that the content of a message could not be decrypted.
type UnreadableError struct {
	Message *message.Message
	Err     error // why not
}

func (e *UnreadableError) Error() string {
	return fmt.Sprintf("message %s of %s: %v: %v", e.Message.Ref(), shortUser(e.Message.Publisher), ErrEncrypted, e.Err)
}

// Is makes every UnreadableError an ErrEncrypted.
func (e *UnreadableError) Is(target error) bool { return target == ErrEncrypted }

func (e *UnreadableError) Unwrap() error { return e.Err }
