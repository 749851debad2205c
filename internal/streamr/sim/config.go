package sim

import (
	"errors"
	"fmt"
	"time"
)

// Config of a simulation. The zero value has the defaults.
type Config struct {
	// Nodes of the network, all in one stream part. 0 is 256.
	Nodes int
	// Messages that are published, each by a random node. 0 is 100.
	Messages int
	// Seed decides everything that is left to chance.
	Seed uint64
	// JoinEvery is the time between two nodes' starts. 0 is 100 ms.
	JoinEvery time.Duration
	// Settle is the time after the last start before the first message. 0 is 60 s.
	Settle time.Duration
	// PublishEvery is the time between two messages, at least 1 ms. 0 is 250 ms.
	PublishEvery time.Duration
	// Jitter is the part of a latency, 0 to 1, that comes on top at random.
	Jitter float64
	// Loss is the probability, 0 to below 1, that a frame is lost and sent again.
	Loss float64
	// Churn is the part of the nodes, 0 to 10, that die in each minute while messages are
	// published. As many others start in their places, under new ids. The first node, which all
	// enter through, stays.
	Churn float64
	// Progress, if set, is told what the simulation does.
	Progress func(string)
}

// ErrConfig: the configuration makes no sense.
var ErrConfig = errors.New("invalid simulation")

func (c Config) withDefaults() Config {
	if c.Nodes == 0 {
		c.Nodes = 256
	}
	if c.Messages == 0 {
		c.Messages = 100
	}
	if c.JoinEvery == 0 {
		c.JoinEvery = 100 * time.Millisecond
	}
	if c.Settle == 0 {
		c.Settle = time.Minute
	}
	if c.PublishEvery == 0 {
		c.PublishEvery = 250 * time.Millisecond
	}
	if c.Progress == nil {
		c.Progress = func(string) {}
	}
	return c
}

func (c Config) check() error {
	switch {
	case c.Nodes < 2:
		return fmt.Errorf("%w: %d nodes, want at least 2", ErrConfig, c.Nodes)
	case c.Messages < 1:
		return fmt.Errorf("%w: %d messages, want at least 1", ErrConfig, c.Messages)
	case c.JoinEvery < 0 || c.Settle < 0 || c.PublishEvery < time.Millisecond:
		return fmt.Errorf("%w: negative times, or messages less than a millisecond apart", ErrConfig)
	case !(c.Jitter >= 0 && c.Jitter <= 1):
		return fmt.Errorf("%w: jitter %v, want 0 to 1", ErrConfig, c.Jitter)
	case !(c.Loss >= 0 && c.Loss < 1):
		return fmt.Errorf("%w: loss %v, want 0 to below 1", ErrConfig, c.Loss)
	case !(c.Churn >= 0 && c.Churn <= 10):
		return fmt.Errorf("%w: churn %v, want 0 to 10", ErrConfig, c.Churn)
	}
	return nil
}
