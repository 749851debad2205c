package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"syscall"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/internal/store"
)

// The exit codes of the program, as documented in docs/cli.md.
const (
	exitOK           = 0
	exitFailure      = 1
	exitUsage        = 2
	exitRejected     = 3 // some of the input was refused
	exitVerification = 4 // an answer or a file failed verification
	exitDamaged      = 5 // the store is damaged
)

// exitError is an error that ends the program with a certain code. A nil err ends
// it without a word, because everything was said already.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// usagef makes an error about the command line itself.
func usagef(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}

// exitCode says how the program ends after an error.
func exitCode(err error) int {
	var e *exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &e):
		return e.code
	case strings.HasPrefix(err.Error(), "unknown command "):
		return exitUsage
	case errors.Is(err, logstore.ErrVerification):
		return exitVerification
	case errors.Is(err, logstore.ErrRejected):
		return exitRejected
	case errors.Is(err, store.ErrCorrupt):
		return exitDamaged
	}
	return exitFailure
}

// isUnreachable reports whether nobody answers at the node's address.
func isUnreachable(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial" || errors.Is(err, syscall.ECONNREFUSED)
}

// hint says what to do about an error, "" if there is nothing to add.
func hint(err error) string {
	switch {
	case errors.Is(err, context.Canceled):
		return ""
	case errors.Is(err, keys.ErrPassword):
		return "the password comes from LOGSTORE_KEY_PASSWORD, key.password_file or the terminal, in this order"
	case networkHint(err) != "":
		return networkHint(err)
	case errors.Is(err, logstore.ErrUnreachable):
		return "ask who runs an entry point for its address, ws://host:port/#nodeid; a devnet prints its own"
	case isUnreachable(err):
		return "is the node running? start it with \"logstore broker start\", or name another one with --node URL"
	case errors.Is(err, logstore.ErrUnauthorized):
		return "the node wants to know who is asking: give a key with --key FILE, or LOGSTORE_API_KEY"
	case errors.Is(err, logstore.ErrForbidden):
		return "this key may not do that; for a stream of your own use a path such as /weather"
	case errors.Is(err, store.ErrDiskFull):
		return "make room on the disk, or lower store.min_free"
	case errors.Is(err, store.ErrCorrupt):
		return "\"logstore fsck\" says what is damaged; \"logstore restore\" brings back a backup"
	}
	return ""
}
