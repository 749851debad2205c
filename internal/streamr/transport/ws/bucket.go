package ws

import "time"

// bucket is a token bucket of frames and bytes, with bursts of a second. One goroutine uses it.
type bucket struct {
	framesPerSecond, bytesPerSecond float64
	frames, bytes                   float64 // what may be taken at once; below 0 is debt
	at                              time.Time
}

func newBucket(framesPerSecond, bytesPerSecond int, now time.Time) bucket {
	f, b := float64(framesPerSecond), float64(bytesPerSecond)
	return bucket{framesPerSecond: f, bytesPerSecond: b, frames: f, bytes: b, at: now}
}

// take counts a frame and returns how long to wait before the next may be read.
func (b *bucket) take(size int, now time.Time) time.Duration {
	elapsed := now.Sub(b.at).Seconds()
	b.at = now
	b.frames = min(b.framesPerSecond, b.frames+elapsed*b.framesPerSecond) - 1
	b.bytes = min(b.bytesPerSecond, b.bytes+elapsed*b.bytesPerSecond) - float64(size)
	wait := max(-b.frames/b.framesPerSecond, -b.bytes/b.bytesPerSecond)
	if wait <= 0 {
		return 0
	}
	return time.Duration(wait * float64(time.Second))
}
