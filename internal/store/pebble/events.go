package pebble

import (
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
)

// listener hears what Pebble has to say: it is its logger and event listener.
type listener struct {
	log    *slog.Logger
	fatal  func(reason string)
	failed atomic.Pointer[error]

	background background
}

func newListener(o *Options) *listener {
	return &listener{log: o.Logger, fatal: o.Fatal, background: background{log: o.Logger, clock: o.Clock}}
}

// Infof is for developers; Pebble writes a line for each file it touches.
func (l *listener) Infof(format string, args ...any) {
	l.log.Debug("pebble", slog.String("text", fmt.Sprintf(format, args...)))
}

// Errorf logs what went wrong in the background.
func (l *listener) Errorf(format string, args ...any) {
	l.log.Error("the database reports an error", slog.String("text", fmt.Sprintf(format, args...)))
}

// Fatalf is called when Pebble cannot go on.
func (l *listener) Fatalf(format string, args ...any) {
	reason := fmt.Sprintf(format, args...)
	l.log.Error("the database cannot go on; the process ends so that nothing is acknowledged that is not on disk",
		slog.String("reason", reason))
	err := fmt.Errorf("the database cannot go on: %s", reason)
	for _, arg := range args {
		if cause, ok := arg.(error); ok {
			err = fmt.Errorf("the database cannot go on: %w", cause)
		}
	}
	l.fail(err)
	l.fatal(reason)
}

// fail makes err the answer to every append from now on. The first one stays.
func (l *listener) fail(err error) { l.failed.CompareAndSwap(nil, &err) }

// failure returns the error after which nothing can be appended any more.
func (l *listener) failure() error {
	if p := l.failed.Load(); p != nil {
		return *p
	}
	return nil
}

func (l *listener) pebble() *pebble.EventListener {
	return &pebble.EventListener{
		BackgroundError: l.background.failed,
		FlushEnd:        func(info pebble.FlushInfo) { l.background.flushEnded(info.Err) },
		CompactionEnd:   func(info pebble.CompactionInfo) { l.background.compactionEnded(info.Err) },
		DataCorruption: func(info pebble.DataCorruptionInfo) {
			l.log.Error("corrupt file found", slog.String("file", info.Path),
				slog.Any("error", errors.Join(store.ErrCorrupt, info.Details)), slog.String("advice", corruptAdvice))
		},
		WriteStallBegin: func(info pebble.WriteStallBeginInfo) {
			l.log.Warn("appends wait for compaction", slog.String("reason", info.Reason))
		},
		WriteStallEnd: func() { l.log.Info("appends go on") },
	}
}
