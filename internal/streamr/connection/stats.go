package connection

// Stats are counts since the start, and how many there are now.
type Stats struct {
	Open     int // open connections, private ones included
	Pending  int // connections that are being opened by this node
	HalfOpen int // incoming links before their handshake
	Locked   int // peers whose connections are locked

	Dialled    uint64 // attempts to dial
	Opened     uint64 // connections that were opened
	Failed     uint64 // connections that could not be opened
	Closed     uint64 // connections that ended
	Replaced   uint64 // links that made room for another one to the same peer
	Collected  uint64 // connections closed because there were too many
	Refused    uint64 // incoming links and requests that were refused
	Checks     uint64 // connectivity checks that were answered
	Duplicates uint64 // messages that came twice
	Overflows  uint64 // messages not sent because the peer is too slow, or gone

	FramesIn, FramesOut uint64 // after the handshake
	BytesIn, BytesOut   uint64
}

// Stats counts.
func (m *Manager) Stats() Stats {
	s := m.stats
	for _, c := range m.ordered {
		if c.state == open {
			s.Open++
		} else {
			s.Pending++
		}
	}
	s.HalfOpen, s.Locked = len(m.halfOpen), len(m.locks)
	return s
}
