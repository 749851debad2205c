package sim

import (
	"slices"
	"time"
)

// Report is what came out. All of it but BytesPerNode depends on the Config alone.
type Report struct {
	Nodes       int   `json:"nodes"`
	Messages    int   `json:"messages"`
	MeanLatency Ms    `json:"meanLatency"` // one way, between regions
	Join        Dist  `json:"join"`        // from a node's start to its first neighbour in the part, ms
	Delay       Dist  `json:"delay"`       // from publishing to each delivery, ms
	Hops        Dist  `json:"hops"`        // from node to node until each delivery
	Neighbors   Dist  `json:"neighbors"`   // of one node, at the end
	Delivered   int64 `json:"delivered"`   // deliveries to nodes that were to get the message
	Missed      int64 `json:"missed"`      // those that did not happen
	Alone       int   `json:"alone"`       // nodes without a neighbour in the part, at the end
	Killed      int   `json:"killed"`      // nodes that died and were replaced
	// Duplicates is how many copies of a message a node gets beyond the first.
	Duplicates float64 `json:"duplicates"`
	// Frames and Bytes are what one node receives in a second, everything included, while
	// messages are published.
	Frames       float64 `json:"framesPerNodeSecond"`
	Bytes        float64 `json:"bytesPerNodeSecond"`
	BytesPerNode int64   `json:"bytesPerNode"` // of memory, at the end
}

// Ms is a time in milliseconds.
type Ms float64

func ms(d time.Duration) Ms { return Ms(float64(d) / float64(time.Millisecond)) }

// Dist sums up measurements.
type Dist struct {
	Mean float64 `json:"mean"`
	P50  float64 `json:"p50"`
	P90  float64 `json:"p90"`
	P99  float64 `json:"p99"`
	Max  float64 `json:"max"`
}

// distOf sorts the values.
func distOf(values []float64) (d Dist) {
	if len(values) == 0 {
		return d
	}
	slices.Sort(values)
	at := func(q float64) float64 { return values[min(int(q*float64(len(values))), len(values)-1)] }
	for _, v := range values {
		d.Mean += v
	}
	d.Mean /= float64(len(values))
	d.P50, d.P90, d.P99, d.Max = at(0.5), at(0.9), at(0.99), values[len(values)-1]
	return d
}

// report sums up.
func (s *simulation) report() *Report {
	r := &Report{
		Nodes: s.cfg.Nodes, Messages: len(s.flights), MeanLatency: ms(MeanLatency()), Killed: s.killed,
		BytesPerNode: int64(s.heap) / int64(s.cfg.Nodes),
	}
	var delays, hops, join, neighbors []float64
	for _, f := range s.flights {
		for i, n := range s.nodes {
			if n == f.publisher || !n.expects(f, s.cfg.Settle) {
				continue
			}
			a := f.arrival(i)
			if a.hops == 0 {
				r.Missed++
				continue
			}
			r.Delivered++
			delays = append(delays, float64(ms(a.delay)))
			hops = append(hops, float64(a.hops))
		}
	}
	for i, n := range s.nodes {
		if n.joined > 0 && i > 0 {
			join = append(join, float64(ms(n.joined)))
		}
		if n.alive() {
			count := len(n.part.Neighbors())
			neighbors = append(neighbors, float64(count))
			if count == 0 {
				r.Alone++
			}
		}
	}
	r.Delay, r.Hops, r.Join, r.Neighbors = distOf(delays), distOf(hops), distOf(join), distOf(neighbors)
	used := s.after.minus(s.before)
	r.Duplicates = float64(used.duplicates) / float64(len(s.flights)) / float64(s.cfg.Nodes)
	perNode := used.at.Seconds() * float64(s.cfg.Nodes)
	r.Frames, r.Bytes = float64(used.frames)/perNode, float64(used.bytes)/perNode
	return r
}

// counts are what has been counted up to a moment.
type counts struct {
	at            time.Duration
	duplicates    uint64
	frames, bytes int64
}

func (s *simulation) count() counts {
	c := counts{at: s.now(), frames: s.world.Frames, bytes: s.world.Bytes}
	for _, n := range s.nodes {
		c.duplicates += n.part.Stats().Duplicates
	}
	return c
}

func (c counts) minus(o counts) counts {
	return counts{c.at - o.at, c.duplicates - o.duplicates, c.frames - o.frames, c.bytes - o.bytes}
}
