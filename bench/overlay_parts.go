package main

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

const (
	overlayParts       = 1000
	overlayPartsTime   = 10 * time.Second
	overlayPartsMemory = 100 // kB
	// overlaySettle is how long parts are left alone before their memory is measured: the
	// searches of a join have ended, and the work of every ten seconds has been done.
	overlaySettle = 30 * time.Second
)

// benchParts measures what stream parts cost that nothing is published to: the first node of a
// network is in all of them, and another one joins them all at once.
func benchParts(scale int) (_ []figure, err error) {
	var parts []string
	for i := range overlayParts {
		parts = append(parts, benchPart("idle/"+strconv.Itoa(i)).String())
	}
	first, err := startOverlay("")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, first.stop()) }()
	second, err := startOverlay(first.EntryPoint)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, second.stop()) }()
	if _, err := first.order(overlayOrder{Join: parts}); err != nil {
		return nil, fmt.Errorf("first node: %w", err)
	}
	// Both have talked about a part, so that what they have for the first of many is not counted.
	warm := benchPart("warm").String()
	for _, n := range []*overlayNode{first, second} {
		if _, err := n.order(overlayOrder{Join: []string{warm}}); err != nil {
			return nil, err
		}
	}
	before, err := second.order(overlayOrder{})
	if err != nil {
		return nil, err
	}
	joined, err := second.order(overlayOrder{Join: parts, Neighbors: 1})
	if err != nil {
		return nil, fmt.Errorf("second node: %w", err)
	}
	logf("overlay: %d stream parts joined in %v, all with a neighbour after %v", overlayParts, joined.Joined.Round(time.Millisecond), joined.Settled.Round(time.Millisecond))
	time.Sleep(overlaySettle / time.Duration(scale))
	after, err := second.order(overlayOrder{})
	if err != nil {
		return nil, err
	}
	perPart := (float64(after.Memory) - float64(before.Memory)) / overlayParts / 1000
	logf("overlay: %.1f kB and %.2f goroutines a stream part, %.1f kB right after joining", perPart,
		float64(after.Goroutines-before.Goroutines)/overlayParts, (float64(joined.Memory)-float64(before.Memory))/overlayParts/1000)
	return []figure{{
		name: fmt.Sprintf("overlay, %d stream parts joined, each with a neighbour", overlayParts), value: joined.Settled.Seconds(), unit: "s",
		baseline: overlayPartsTime.Seconds(), baselineUnit: "s allowed", target: 1, smallerBetter: true,
	}, {
		name: "overlay, memory of a joined stream part", value: perPart, unit: "kB",
		baseline: overlayPartsMemory, baselineUnit: "kB allowed", target: 1, smallerBetter: true,
	}}, nil
}
