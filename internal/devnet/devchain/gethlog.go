package devchain

import (
	"context"
	"log/slog"
	"slices"
	"sync"

	gethlog "github.com/ethereum/go-ethereum/log"
)

// go-ethereum logs through one logger for the whole process. It is set once, to one
// that hands lines on to the loggers of the chains that are open; which of them a
// line is about cannot be known. This is the only state that chains share.
var (
	takeOver sync.Once
	sinks    = &openLoggers{}
)

// openLoggers are the loggers of the chains that are open.
type openLoggers struct {
	before slog.Handler // gets what is logged while no chain is open

	mu   sync.Mutex // guards open
	open []*slog.Logger
}

// add makes lines go to the logger until remove is called.
func (o *openLoggers) add(l *slog.Logger) (remove func()) {
	takeOver.Do(func() {
		o.before = gethlog.Root().Handler()
		// A type of its own, because go-ethereum makes its own type of logger the
		// default of log/slog as well.
		gethlog.SetDefault(struct{ gethlog.Logger }{gethlog.NewLogger(lines{to: o.all})})
	})
	o.mu.Lock()
	defer o.mu.Unlock()
	o.open = append(o.open, l)
	return func() {
		o.mu.Lock()
		defer o.mu.Unlock()
		// Once: other chains may have the same logger.
		if i := slices.Index(o.open, l); i >= 0 {
			o.open = slices.Delete(o.open, i, i+1)
		}
	}
}

// all are the handlers that get a line; each logger's once, however many chains have it.
func (o *openLoggers) all() []slog.Handler {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.open) == 0 {
		return []slog.Handler{o.before}
	}
	all := make([]slog.Handler, 0, len(o.open))
	for i, l := range o.open {
		if !slices.Contains(o.open[:i], l) {
			all = append(all, l.Handler())
		}
	}
	return all
}

// lines takes what go-ethereum logs, lowers the levels, and hands it on. What a node
// on a public network tells its operator is detail for the user of a devnet.
type lines struct {
	to   func() []slog.Handler
	with []func(slog.Handler) slog.Handler // attributes and groups, in order
}

func lowered(level slog.Level) slog.Level {
	if level >= slog.LevelError {
		return slog.LevelWarn
	}
	return slog.LevelDebug
}

// Enabled drops go-ethereum's own debug lines: they are many and about its inside.
func (l lines) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelInfo && slices.ContainsFunc(l.to(), func(h slog.Handler) bool { return h.Enabled(ctx, lowered(level)) })
}

func (l lines) Handle(ctx context.Context, record slog.Record) error {
	record.Level = lowered(record.Level)
	record.AddAttrs(slog.String("from", "go-ethereum"))
	for _, handler := range l.to() {
		if !handler.Enabled(ctx, record.Level) {
			continue
		}
		for _, with := range l.with {
			handler = with(handler)
		}
		if err := handler.Handle(ctx, record.Clone()); err != nil {
			return err
		}
	}
	return nil
}

func (l lines) WithAttrs(attrs []slog.Attr) slog.Handler {
	return l.plus(func(h slog.Handler) slog.Handler { return h.WithAttrs(attrs) })
}

func (l lines) WithGroup(name string) slog.Handler {
	return l.plus(func(h slog.Handler) slog.Handler { return h.WithGroup(name) })
}

func (l lines) plus(with func(slog.Handler) slog.Handler) slog.Handler {
	return lines{l.to, append(slices.Clip(l.with), with)}
}

// nodeLogger is for the parts of go-ethereum that take a logger.
func nodeLogger(l *slog.Logger) gethlog.Logger {
	one := []slog.Handler{l.Handler()}
	return gethlog.NewLogger(lines{to: func() []slog.Handler { return one }})
}
