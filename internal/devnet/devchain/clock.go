package devchain

import (
	"errors"
	"fmt"
	"time"
)

// Lag is how far the time of blocks stays behind the clock. It is what lets a few
// blocks follow each other within a second without being dated into the future.
const Lag = 5 * time.Second

// maxTime bounds how far the chain's time can be moved, in seconds since 1970: the
// year 9999, after which programs stop to understand dates.
const maxTime = 253402300799

// errTime: the chain's time would go back or beyond the year 9999.
var errTime = errors.New("time cannot be set so")

// clock says what time blocks carry, in seconds since 1970. The zero offset is real
// time less [Lag].
type clock struct {
	now    func() time.Time
	offset int64  // seconds that were added to the time of blocks
	exact  uint64 // what the next block carries instead; 0: nothing
}

// at is the time of a block on top of one with the time parent.
func (c *clock) at(parent uint64) uint64 {
	if c.exact != 0 {
		return max(c.exact, parent+1)
	}
	return max(c.unmoved()+uint64(c.offset), parent+1)
}

// made notes that a block with this time exists now.
func (c *clock) made(t uint64) {
	if c.exact != 0 {
		// Time goes on from there.
		c.offset = int64(t) - int64(c.unmoved())
		c.exact = 0
	}
}

// increase adds to the time of all blocks from now on and returns how much was added
// altogether.
func (c *clock) increase(seconds uint64) (int64, error) {
	if seconds > maxTime || int64(c.unmoved())+c.offset+int64(seconds) > maxTime {
		return 0, fmt.Errorf("%w: %d more seconds reach beyond the year 9999", errTime, seconds)
	}
	c.offset += int64(seconds)
	return c.offset, nil
}

// setNext sets the time of the next block, on top of one with the time parent.
func (c *clock) setNext(t, parent uint64) error {
	switch {
	case t <= parent:
		return fmt.Errorf("%w: %d is not later than %d, the time of the latest block", errTime, t, parent)
	case t > maxTime:
		return fmt.Errorf("%w: %d is beyond the year 9999", errTime, t)
	}
	c.exact = t
	return nil
}

func (c *clock) unmoved() uint64 {
	return uint64(max(c.now().Add(-Lag).Unix(), 0))
}
