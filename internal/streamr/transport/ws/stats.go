package ws

import "sync/atomic"

// Stats are counts since the start, and how many connections there are now.
type Stats struct {
	Open       int    // connections, with those that are being opened or closed
	Accepted   uint64 // connections that others have opened
	Refused    uint64 // connections refused for a limit, a wrong request or a stopped node
	Dialled    uint64 // connections that this node has opened
	DialFailed uint64
	Malformed  uint64 // frames that are no message
	Throttled  uint64 // pauses in reading, for a peer's rate or a loop that is behind
	Slow       uint64 // connections ended because the peer did not read
	Silent     uint64 // connections ended because the peer did not answer a ping

	FramesIn, FramesOut uint64 // messages
	BytesIn, BytesOut   uint64 // of messages in, of everything out
	Writes              uint64 // system calls for BytesOut
}

type counters struct {
	accepted, refused, dialled, dialFailed atomic.Uint64
	malformed, throttled, slow, silent     atomic.Uint64
	framesIn, framesOut, bytesIn, bytesOut atomic.Uint64
	writes                                 atomic.Uint64
}

// Stats counts.
func (n *Network) Stats() Stats {
	n.mu.Lock()
	open := len(n.links)
	n.mu.Unlock()
	c := &n.stats
	return Stats{
		Open:     open,
		Accepted: c.accepted.Load(), Refused: c.refused.Load(), Dialled: c.dialled.Load(), DialFailed: c.dialFailed.Load(),
		Malformed: c.malformed.Load(), Throttled: c.throttled.Load(), Slow: c.slow.Load(), Silent: c.silent.Load(),
		FramesIn: c.framesIn.Load(), FramesOut: c.framesOut.Load(), BytesIn: c.bytesIn.Load(), BytesOut: c.bytesOut.Load(),
		Writes: c.writes.Load(),
	}
}
