package sim

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

// run runs a simulation and takes out what depends on more than the configuration.
func run(t *testing.T, cfg Config) *Report {
	t.Helper()
	r, err := Run(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if r.BytesPerNode <= 0 {
		t.Errorf("%d bytes of memory a node", r.BytesPerNode)
	}
	r.BytesPerNode = 0
	return r
}

func small(seed uint64) Config {
	return Config{Nodes: 64, Messages: 40, Seed: seed, Jitter: 0.1}
}

func TestEveryNodeGetsEveryMessage(t *testing.T) {
	t.Parallel()
	r := run(t, small(1))
	if want := int64(40 * 63); r.Delivered != want || r.Missed != 0 || r.Alone != 0 || r.Messages != 40 {
		t.Errorf("delivered %d, missed %d, %d alone; want %d, 0, 0", r.Delivered, r.Missed, r.Alone, want)
	}
	if r.Hops.Mean < 2 || r.Hops.Max > 20 || r.Neighbors.Mean < 3 || r.Neighbors.Mean > 6 {
		t.Errorf("hops %+v, neighbours %+v", r.Hops, r.Neighbors)
	}
	// With four neighbours, all but the first of them bring what is known.
	if r.Duplicates < 1 || r.Duplicates > 4 {
		t.Errorf("%.2f duplicates", r.Duplicates)
	}
	if r.Delay.Mean <= 0 || r.Delay.Max > 1000 || r.Delay.P50 > r.Delay.P99 || r.Join.Mean <= 0 || r.Join.Max > 20_000 {
		t.Errorf("delay %+v, join %+v", r.Delay, r.Join)
	}
}

func TestTheSeedDecides(t *testing.T) {
	t.Parallel()
	cfg := small(7)
	cfg.Nodes, cfg.Messages, cfg.Churn, cfg.Loss = 32, 20, 2, 0.02
	first, second := run(t, cfg), run(t, cfg)
	if !reflect.DeepEqual(first, second) {
		t.Errorf("the same seed gave\n%+v and\n%+v", first, second)
	}
	cfg.Seed++
	if other := run(t, cfg); reflect.DeepEqual(first, other) {
		t.Error("another seed gave the same report")
	}
}

func TestLossDelays(t *testing.T) {
	t.Parallel()
	cfg := small(3)
	without := run(t, cfg)
	cfg.Loss = 0.2
	with := run(t, cfg)
	if with.Missed != 0 {
		t.Errorf("missed %d, though what is lost is sent again", with.Missed)
	}
	// Not by much: what is lost on one way comes on another.
	if with.Delay.P99 < without.Delay.P99+20 || with.Delay.Mean < without.Delay.Mean {
		t.Errorf("p99 of %.0f ms with loss, %.0f ms without", with.Delay.P99, without.Delay.P99)
	}
}

func TestChurnReplacesNodes(t *testing.T) {
	t.Parallel()
	cfg := small(4)
	cfg.Messages, cfg.Churn = 120, 1
	r := run(t, cfg)
	if r.Killed != 32 { // 64 a minute, for half a minute
		t.Errorf("killed %d, want 32", r.Killed)
	}
	if r.Delivered < 120*40 {
		t.Errorf("delivered %d", r.Delivered)
	}
	if share := float64(r.Missed) / float64(r.Delivered+r.Missed); share > 0.02 {
		t.Errorf("missed %d of %d", r.Missed, r.Delivered+r.Missed)
	}
}

func TestExpects(t *testing.T) {
	t.Parallel()
	const settle = time.Minute
	f := &flight{at: 100 * time.Second}
	for name, c := range map[string]struct {
		n    simNode
		want bool
	}{
		"long there":      {simNode{started: 0, joined: time.Second}, true},
		"not yet joined":  {simNode{started: 99 * time.Second}, false},
		"joined after":    {simNode{started: 99 * time.Second, joined: 2 * time.Second}, false},
		"joined before":   {simNode{started: 98 * time.Second, joined: 2 * time.Second}, true},
		"alone for long":  {simNode{started: 30 * time.Second}, true},
		"joined too late": {simNode{started: 30 * time.Second, joined: 80 * time.Second}, true},
		"dead before":     {simNode{joined: time.Second, died: 99 * time.Second}, false},
		"died on the way": {simNode{joined: time.Second, died: 104 * time.Second}, false},
		"died later":      {simNode{joined: time.Second, died: 106 * time.Second}, true},
		"came and died":   {simNode{started: 101 * time.Second, joined: time.Second, died: 120 * time.Second}, false},
	} {
		if got := c.n.expects(f, settle); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestConfig(t *testing.T) {
	t.Parallel()
	for _, cfg := range []Config{
		{Nodes: 1}, {Nodes: -1}, {Messages: -1}, {Jitter: 1.1}, {Jitter: -0.1}, {Loss: 1}, {Loss: -1}, {Churn: -1}, {Churn: 11},
		{PublishEvery: time.Microsecond}, {JoinEvery: -1}, {Settle: -1},
	} {
		if _, err := Run(cfg); !errors.Is(err, ErrConfig) {
			t.Errorf("%+v: %v", cfg, err)
		}
	}
}

func TestLatency(t *testing.T) {
	t.Parallel()
	if m := MeanLatency(); m < 70*time.Millisecond || m > 85*time.Millisecond {
		t.Errorf("mean one-way latency %v", m)
	}
	for i, row := range roundTrips {
		if len(row) != len(Regions) || row[i] != 0 {
			t.Errorf("row %d: %v", i, row)
		}
	}
}

func TestDist(t *testing.T) {
	t.Parallel()
	values := make([]float64, 100)
	for i := range values {
		values[i] = float64(100 - i)
	}
	if got, want := distOf(values), (Dist{Mean: 50.5, P50: 51, P90: 91, P99: 100, Max: 100}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if distOf(nil) != (Dist{}) {
		t.Error("of nothing")
	}
}
