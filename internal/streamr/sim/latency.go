package sim

import (
	"time"

	"github.com/logstore/logstore/internal/streamr/transport/simlink"
)

// Regions are the places that nodes of a simulation stand at.
var Regions = []string{"Dallas", "Toronto", "Washington DC", "Frankfurt", "London", "Madrid", "Osaka", "Sydney", "Tokyo", "Sao Paulo"}

// roundTrips are measured times there and back between the regions, in milliseconds:
// averages over 27 July to 25 August 2024 between the data centres of one cloud, as its
// operator has published them (IBM Cloud, VPC network latency). The rows are the regions
// from where, in the order of Regions. Half of the mean over all pairs of different
// regions is 78 ms.
var roundTrips = [][]int{
	{0, 34, 31, 123, 113, 119, 150, 186, 143, 146},
	{34, 0, 19, 93, 82, 108, 168, 215, 162, 129},
	{31, 19, 0, 91, 75, 87, 172, 214, 164, 118},
	{123, 93, 91, 0, 13, 29, 232, 250, 233, 198},
	{113, 83, 75, 13, 0, 27, 244, 261, 243, 188},
	{122, 106, 88, 29, 27, 0, 257, 275, 258, 209},
	{150, 169, 172, 231, 243, 257, 0, 122, 9, 293},
	{186, 214, 214, 249, 261, 275, 122, 0, 115, 328},
	{143, 162, 166, 233, 244, 256, 9, 115, 0, 284},
	{144, 128, 119, 196, 187, 208, 291, 328, 283, 0},
}

// sameRegion is the one-way time between two nodes of one region.
const sameRegion = time.Millisecond

// Latency is the one-way time between two simulated hosts whose regions are indices into
// Regions: half of the measured round trip.
func Latency(from, to *simlink.Host) time.Duration {
	if from.Region == to.Region {
		return sameRegion
	}
	return time.Duration(roundTrips[from.Region][to.Region]) * time.Millisecond / 2
}

// MeanLatency is the mean one-way time between nodes of different regions.
func MeanLatency() time.Duration {
	var sum time.Duration
	n := 0
	for i, row := range roundTrips {
		for j, ms := range row {
			if i != j {
				sum += time.Duration(ms) * time.Millisecond / 2
				n++
			}
		}
	}
	return sum / time.Duration(n)
}
