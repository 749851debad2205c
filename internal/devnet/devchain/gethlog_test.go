package devchain

import (
	"bytes"
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"

	gethlog "github.com/ethereum/go-ethereum/log"
)

// buffer can be written to by many.
type buffer struct {
	mu sync.Mutex
	bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.String()
}

func textLogger(level slog.Level) (*slog.Logger, *buffer) {
	b := new(buffer)
	return slog.New(slog.NewTextHandler(b, &slog.HandlerOptions{Level: level})), b
}

// Not parallel: go-ethereum's logger is one for all chains.
func TestGoEthereumLogsToOpenChains(t *testing.T) {
	standard := slog.Default()
	first, firstText := textLogger(slog.LevelDebug)
	second, secondText := textLogger(slog.LevelWarn)
	a, b := start(t, Config{Logger: first}), start(t, Config{Logger: second})
	c := start(t, Config{Logger: first})

	gethlog.New("part", "test").Warn("marker one")
	gethlog.Error("marker two")
	gethlog.Debug("marker three")
	if got := firstText.String(); strings.Count(got, "marker one") != 1 || !strings.Contains(got, `level=DEBUG msg="marker one" part=test from=go-ethereum`) {
		t.Errorf("want the line once, at debug level:\n%s", got)
	}
	if got := secondText.String(); strings.Contains(got, "marker one") || !strings.Contains(got, `level=WARN msg="marker two"`) {
		t.Errorf("want errors alone, at warn level:\n%s", got)
	}
	if strings.Contains(firstText.String(), "marker three") {
		t.Error("go-ethereum's own debug lines are handed on")
	}

	for _, chain := range []*Chain{a, b} {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	}
	gethlog.Error("marker four")
	if strings.Contains(secondText.String(), "marker four") {
		t.Error("a chain that is closed gets lines")
	}
	if strings.Count(firstText.String(), "marker four") != 1 {
		t.Error("the chain that is open gets none")
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
	if slog.Default() != standard {
		t.Error("the process' own logger was replaced")
	}
}

func TestLinesKeepGroups(t *testing.T) {
	t.Parallel()
	logger, text := textLogger(slog.LevelDebug)
	handler := nodeLogger(logger).Handler().WithAttrs([]slog.Attr{slog.Int("a", 1)}).WithGroup("g")
	l := slog.New(handler)
	l.Info("x", "b", 2)
	slog.New(handler.WithAttrs([]slog.Attr{slog.Int("c", 3)})).Info("y")
	for _, want := range []string{"msg=x a=1 g.b=2", "msg=y a=1 g.c=3"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in:\n%s", want, text.String())
		}
	}
	if handler.Enabled(context.Background(), slog.LevelDebug) {
		t.Error("debug lines are enabled")
	}
}
