package sim

import "testing"

// BenchmarkRun is a whole simulation of 256 nodes.
func BenchmarkRun(b *testing.B) {
	for b.Loop() {
		if _, err := Run(Config{Nodes: 256, Messages: 20, Seed: 1, Jitter: 0.1}); err != nil {
			b.Fatal(err)
		}
	}
}
