package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/logstore/logstore/message"
)

const (
	overlayRounds  = 5
	overlayAllowed = 2 * time.Millisecond // for 99 of 100 messages, at 1,000 a second
)

// overlayRival is a node that is measured, one beside the other.
type overlayRival struct {
	name  string
	node  *overlayNode
	star  *overlayStar
	flows []float64 // messages per second, by round
	p99   []float64 // ms at 1,000 messages a second, by round
}

// benchForwarding measures what stands between a publisher and four subscribers: our node
// with and without checking signatures, the official one, and nearly nothing.
func benchForwarding(scale int) (_ []figure, err error) {
	part := benchPart("overlay")
	var rivals []*overlayRival
	defer func() {
		for _, r := range rivals {
			err = errors.Join(err, r.close())
		}
	}()
	add := func(name string, n *overlayNode, err error) error {
		if err == nil {
			r := &overlayRival{name: name, node: n}
			rivals = append(rivals, r)
			r.star, err = newStar(n.Address, part)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	}
	checking, err := startInPart(part, overlayOrder{})
	if err := add("our node", checking, err); err != nil {
		return nil, err
	}
	trusting, err := startInPart(part, overlayOrder{NoCheck: true})
	if err := add("our node, signatures not checked", trusting, err); err != nil {
		return nil, err
	}
	bare, err := startBare()
	if err := add("no node, forwarding bytes", bare, err); err != nil {
		return nil, err
	}
	official, missing := startOfficial(part)
	if missing == nil {
		if err := add("official node", official, nil); err != nil {
			return nil, err
		}
	}
	if err := compete(rivals, part, scale); err != nil {
		return nil, err
	}
	throughput := figure{
		name: "overlay, publisher to node to 4, signatures checked", value: median(rivals[0].flows), unit: "msg/s",
		baselineUnit: "msg/s official", target: 5, missing: missing,
	}
	if missing == nil {
		throughput.baseline = median(rivals[3].flows)
	}
	// What the machine, the kernel and the load generator take is not the node's. It is
	// taken off round by round, as others work on these machines.
	added := make([]float64, overlayRounds)
	for i := range added {
		added[i] = max(0, rivals[0].p99[i]-rivals[2].p99[i])
	}
	return []figure{throughput, {
		name: "overlay, p99 added by the node at 1000 msg/s", value: median(added), unit: "ms",
		baseline: overlayAllowed.Seconds() * 1000, baselineUnit: "ms allowed", target: 1, smallerBetter: true,
	}}, nil
}

// startInPart starts one of our nodes that is in a stream part.
func startInPart(part message.StreamPart, o overlayOrder) (*overlayNode, error) {
	n, err := startOverlay("")
	if err != nil {
		return nil, err
	}
	o.Join = []string{part.String()}
	if _, err := n.order(o); err != nil {
		return nil, errors.Join(err, n.stop())
	}
	return n, nil
}

func (r *overlayRival) close() error {
	if r.star != nil {
		r.star.close()
	}
	return r.node.stop()
}

// compete lets the rivals take turns with the same messages. The first round is for warming up.
func compete(rivals []*overlayRival, part message.StreamPart, scale int) error {
	load := newLoad(part)
	for round := range overlayRounds + 1 {
		many, err := load.frames(20_000 / scale)
		if err != nil {
			return err
		}
		few, err := load.frames(5_000 / scale)
		if err != nil {
			return err
		}
		for _, r := range rivals {
			if err := r.run(round, many, few); err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
		}
	}
	return nil
}

func (r *overlayRival) run(round int, many, few [][]byte) error {
	flow, err := r.star.flow(many)
	if err != nil {
		return err
	}
	delays, err := r.star.trickle(few, 1000)
	if err != nil {
		return err
	}
	p50, p99 := quantile(delays, 0.5), quantile(delays, 0.99)
	if round == 0 {
		return nil
	}
	logf("overlay, round %d: %s: %.0f msg/s to each of %d; at 1000 msg/s p50 %v, p99 %v", round, r.name, flow, overlaySubscribers,
		p50.Round(time.Microsecond), p99.Round(time.Microsecond))
	r.flows = append(r.flows, flow)
	r.p99 = append(r.p99, p99.Seconds()*1000)
	return nil
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

func quantile(sorted []time.Duration, q float64) time.Duration {
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}
