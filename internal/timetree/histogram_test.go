package timetree

import (
	"math"
	"testing"
	"time"
)

func TestBucketWidth(t *testing.T) {
	t.Parallel()
	const hour = 3600_000
	for _, test := range []struct {
		from, to int64
		buckets  int
		want     time.Duration
	}{
		{0, 0, 1, time.Millisecond},
		{0, 999, 1, time.Second},
		{0, 1000, 1, 2 * time.Second},
		{5, 5 + hour - 1, 60, time.Minute},
		{5, 5 + hour, 60, 2 * time.Minute},
		{0, 24*hour - 1, 24, time.Hour},
		{0, math.MaxInt64, 10, 36000 * day}, // there is no wider one
	} {
		if got := bucketWidth(test.from, test.to, test.buckets); got != test.want {
			t.Errorf("%d to %d in %d buckets: width %v, want %v", test.from, test.to, test.buckets, got, test.want)
		}
	}
}
