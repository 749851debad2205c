package store

import "time"

// roundWidths are the bucket widths that people can read off an axis. Each one is
// at most three times the one before it.
var roundWidths = []time.Duration{
	time.Millisecond, 2 * time.Millisecond, 5 * time.Millisecond,
	10 * time.Millisecond, 20 * time.Millisecond, 50 * time.Millisecond,
	100 * time.Millisecond, 200 * time.Millisecond, 500 * time.Millisecond,
	time.Second, 2 * time.Second, 5 * time.Second, 15 * time.Second, 30 * time.Second,
	time.Minute, 2 * time.Minute, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute,
	time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour,
	day, 2 * day, 7 * day, 14 * day, 30 * day, 90 * day, 180 * day,
	360 * day, 720 * day, 1800 * day, 3600 * day, 7200 * day, 18000 * day, 36000 * day,
}

const day = 24 * time.Hour

// BucketWidth returns the width of a histogram's buckets: the smallest round width
// that is at least (to-from+1)/buckets ms and at least atLeast. Above 36,000 days
// there is no wider one. buckets must be positive and to not before from.
func BucketWidth(from, to int64, buckets int, atLeast time.Duration) time.Duration {
	span := uint64(to) - uint64(from) // fits, whatever the signs
	wanted := span / uint64(buckets)  // ms, one less than the quotient rounded up
	for _, w := range roundWidths {
		if uint64(w.Milliseconds()) > wanted && w >= atLeast {
			return w
		}
	}
	return roundWidths[len(roundWidths)-1]
}
