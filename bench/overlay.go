package main

import (
	"fmt"
	"runtime/debug"

	"github.com/logstore/logstore/internal/streamr/sim"
)

// Of the simulation: 2,048 nodes take minutes, 512 half of one.
const (
	overlaySimFull  = 2048
	overlaySimShort = 512
	overlayMean     = 200 // ms
	overlayP99      = 333 // ms
)

// benchOverlay measures the node of the Streamr network.
func benchOverlay(scale, simulated int) ([]figure, error) {
	forwarding, err := benchForwarding(scale)
	if err != nil {
		return nil, fmt.Errorf("forwarding: %w", err)
	}
	parts, err := benchParts(scale)
	if err != nil {
		return nil, fmt.Errorf("stream parts: %w", err)
	}
	propagation, err := benchPropagation(simulated / scale)
	if err != nil {
		return nil, fmt.Errorf("simulation: %w", err)
	}
	return append(append(forwarding, parts...), propagation...), nil
}

// benchPropagation simulates a network in which all nodes are in one stream part.
func benchPropagation(nodes int) ([]figure, error) {
	logf("overlay: simulating %d nodes", nodes)
	defer debug.SetGCPercent(debug.SetGCPercent(300)) // much garbage beside a large heap
	r, err := sim.Run(sim.Config{Nodes: nodes, Seed: 1, Jitter: 0.1})
	if err != nil {
		return nil, err
	}
	if r.Missed > 0 {
		return nil, fmt.Errorf("%d of %d deliveries did not happen", r.Missed, r.Missed+r.Delivered)
	}
	logf("overlay: joined in %.0f ms on average, p99 %.0f ms; hops %.1f on average, %.0f at most; %.2f duplicates a message and node; %.0f kB a node",
		r.Join.Mean, r.Join.P99, r.Hops.Mean, r.Hops.Max, r.Duplicates, float64(r.BytesPerNode)/1000)
	of := func(what string, value, allowed float64) figure {
		return figure{
			name: fmt.Sprintf("overlay, %d nodes simulated, %s of propagation", nodes, what), value: value, unit: "ms",
			baseline: allowed, baselineUnit: "ms allowed", target: 1, smallerBetter: true,
		}
	}
	return []figure{of("mean", r.Delay.Mean, overlayMean), of("p99", r.Delay.P99, overlayP99)}, nil
}
