package ingest

import "testing"

func TestChunkSize(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name                    string
		items, workers, batches int
		want                    int
	}{
		{"alone, for all workers", 1000, 4, 1, 250},
		{"with remainder", 1001, 4, 1, 251},
		{"half of the workers", 1000, 4, 2, 500},
		{"workers that do not divide", 1000, 4, 3, 1000},
		{"as many batches as workers", 1000, 4, 4, 1000},
		{"more batches than workers", 1000, 2, 8, 1000},
		{"one worker", 1000, 1, 1, 1000},
		{"too few to cut", 100, 8, 1, minChunk},
		{"too many for one piece", 4096, 2, 8, maxChunk},
	} {
		if got := chunkSize(tc.items, tc.workers, tc.batches); got != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
		}
	}
}
