// Package sim runs the Streamr network's own code, thousands of nodes of it, on a
// simulated network and a virtual clock, and measures how messages spread.
//
// Only the links are simulated (package simlink): latencies between regions as they were
// measured, TCP's order, and no loss unless it is asked for. What a node computes
// takes no virtual time. The same seed gives the same numbers.
package sim
