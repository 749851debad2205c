package devchain

import (
	"errors"
	"testing"
	"time"
)

func TestClock(t *testing.T) {
	t.Parallel()
	const start = 1_800_000_000
	now := time.Unix(start, 0)
	c := clock{now: func() time.Time { return now }}
	const lag = uint64(Lag / time.Second)

	if got := c.at(0); got != start-lag {
		t.Errorf("first block at %d, want %d", got, start-lag)
	}
	if got := c.at(start + 7); got != start+8 {
		t.Errorf("on a young parent %d, want a second more than that", got)
	}
	if total, err := c.increase(100); err != nil || total != 100 {
		t.Errorf("increase gives %d, %v", total, err)
	}
	if total, err := c.increase(20); err != nil || total != 120 {
		t.Errorf("the second increase gives %d, %v, want the sum", total, err)
	}
	if got := c.at(0); got != start-lag+120 {
		t.Errorf("after 120 more seconds %d", got-start)
	}

	if err := c.setNext(start+1000, start+500); err != nil {
		t.Fatal(err)
	}
	if got := c.at(start + 500); got != start+1000 {
		t.Errorf("set time gives %d more", got-start)
	}
	if got := c.at(start + 500); got != start+1000 {
		t.Errorf("asked again without a block in between, %d more", got-start)
	}
	c.made(start + 1000)
	now = now.Add(10 * time.Second)
	if got := c.at(start + 1000); got != start+1010 {
		t.Errorf("ten seconds later %d more, want 1010", got-start)
	}
}

func TestClockGoesForwardOnly(t *testing.T) {
	t.Parallel()
	c := clock{now: func() time.Time { return time.Unix(1_800_000_000, 0) }}
	for name, err := range map[string]error{
		"the parent's time": c.setNext(50, 50),
		"before the parent": c.setNext(49, 50),
		"the year 10000":    c.setNext(maxTime+1, 50),
		"milliseconds":      c.setNext(1_800_000_000_000, 50),
	} {
		if !errors.Is(err, errTime) {
			t.Errorf("%s: %v, want errTime", name, err)
		}
	}
	for _, seconds := range []uint64{maxTime, maxTime + 1, 1 << 63, 1<<64 - 1} {
		if _, err := c.increase(seconds); !errors.Is(err, errTime) {
			t.Errorf("increase by %d: %v, want errTime", seconds, err)
		}
	}
	if c.offset != 0 || c.exact != 0 {
		t.Errorf("refused changes leave offset %d and time %d", c.offset, c.exact)
	}
}

func TestClockBefore1970(t *testing.T) {
	t.Parallel()
	c := clock{now: func() time.Time { return time.Unix(-100, 0) }}
	if got := c.at(7); got != 8 {
		t.Errorf("%d, want 8", got)
	}
}
