package ingest

import "testing"

func TestSpan(t *testing.T) {
	t.Parallel()
	for ms, want := range map[int64]string{
		0: "0s", 350: "350ms", 59_000: "59s", 59_001: "1m0s", 250_000: "4m10s", 300_001: "5m1s",
		3_540_000: "59m0s", 3_600_000: "1h", 3_600_001: "1h1m", 10_920_000: "3h2m", 90_000_000: "25h",
		12 * 86_400_000: "12 days", 1<<53 - 1: "285617 years",
	} {
		if got := span(ms); got != want {
			t.Errorf("span(%d) = %q, want %q", ms, got, want)
		}
	}
}
