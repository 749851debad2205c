package rpcpool

import "time"

// Metrics watches the endpoints of a pool for an operator; poolmetrics.Metrics does.
// Its methods may be called by many goroutines at once.
type Metrics interface {
	// Watch is called once for each endpoint when the pool is made. outcomes are the
	// words of Call; state says whether the last call worked and which block the endpoint
	// told of last. An error stops the making.
	Watch(endpoint string, outcomes []string, state func() (healthy bool, head uint64)) error
	// Call is told of every call: what became of it, and how long it took.
	Call(endpoint, outcome string, took time.Duration)
	// Close is called when the pool is closed.
	Close() error
}

// unwatched is the Metrics of a pool that nobody watches.
type unwatched struct{}

func (unwatched) Watch(string, []string, func() (bool, uint64)) error { return nil }
func (unwatched) Call(string, string, time.Duration)                  {}
func (unwatched) Close() error                                        { return nil }

// outcomes are the verdicts' names in the metrics.
var outcomes = [...]string{answered: "answered", missing: "missing", behind: "behind", unable: "unable", failed: "failed", aborted: "aborted"}
