//go:build interop

package interop

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// attempt is one run of a scenario: it keeps what failed instead of failing the test, and
// cleans up when the run ends.
type attempt struct {
	testing.TB
	ctx      context.Context
	mu       sync.Mutex
	problems []string
	cleanups []func()
}

// twice runs a scenario and, if it fails, once more. One run in 17 of the official
// software alone loses messages, so that one failure says little; both are reported, and
// only the second counts.
func twice(t *testing.T, run func(testing.TB)) {
	t.Helper()
	first := try(t, run)
	if len(first) == 0 {
		return
	}
	t.Logf("FIRST ATTEMPT FAILED:\n%s", strings.Join(first, "\n"))
	if second := try(t, run); len(second) > 0 {
		t.Errorf("second attempt failed as well:\n%s", strings.Join(second, "\n"))
	} else {
		t.Log("SECOND ATTEMPT PASSED")
	}
}

func try(t *testing.T, run func(testing.TB)) []string {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	a := &attempt{TB: t, ctx: ctx}
	done := make(chan struct{})
	go func() { // which Fatal ends
		defer close(done)
		defer a.cleanUp()
		defer cancel()
		run(a)
	}()
	<-done
	return a.problems
}

func (a *attempt) cleanUp() {
	for len(a.cleanups) > 0 {
		last := a.cleanups[len(a.cleanups)-1]
		a.cleanups = a.cleanups[:len(a.cleanups)-1]
		last()
	}
}

func (a *attempt) problem(text string) {
	_, file, line, _ := runtime.Caller(2)
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		file = file[i+1:]
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.problems = append(a.problems, fmt.Sprintf("%s:%d: %s", file, line, strings.TrimSuffix(text, "\n")))
}

func (a *attempt) Context() context.Context          { return a.ctx }
func (a *attempt) Cleanup(f func())                  { a.cleanups = append(a.cleanups, f) }
func (a *attempt) Error(args ...any)                 { a.problem(fmt.Sprintln(args...)) }
func (a *attempt) Errorf(format string, args ...any) { a.problem(fmt.Sprintf(format, args...)) }
func (a *attempt) Fatal(args ...any)                 { a.problem(fmt.Sprintln(args...)); runtime.Goexit() }
func (a *attempt) Fatalf(format string, args ...any) {
	a.problem(fmt.Sprintf(format, args...))
	runtime.Goexit()
}

func (a *attempt) Failed() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.problems) > 0
}

// TestTwice makes sure that failures are not lost on the way.
func TestTwice(t *testing.T) {
	t.Parallel()
	var log []string
	problems := try(t, func(t testing.TB) {
		t.Cleanup(func() { log = append(log, "cleaned up") })
		t.Errorf("one %d", 1)
		t.Fatal("two")
		t.Error("never said")
	})
	if len(problems) != 2 || !strings.HasSuffix(problems[0], "one 1") || !strings.HasSuffix(problems[1], "two") {
		t.Errorf("problems: %q", problems)
	}
	if !slices.Equal(log, []string{"cleaned up"}) {
		t.Errorf("log: %q", log)
	}
}
