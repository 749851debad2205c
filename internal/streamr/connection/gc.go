package connection

import (
	"slices"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// collect closes connections that nobody needs while there are more than wanted: the
// furthest first, since the near ones are those that the DHT stands on.
func (m *Manager) collect() {
	if m.self == nil || m.stopping {
		return
	}
	var idle []*conn
	count := 0
	now := m.env.Loop.Now()
	for _, c := range m.ordered {
		if c.state != open {
			continue
		}
		count++
		if !c.private && !m.locked(c.peer.ID) && now.Sub(c.used) > idleAfter {
			idle = append(idle, c)
		}
	}
	excess := count - m.cfg.MaxConnections
	if excess <= 0 {
		return
	}
	slices.SortFunc(idle, func(a, b *conn) int { return m.self.ID.CompareDistance(b.peer.ID, a.peer.ID) })
	for _, c := range idle[:min(excess, len(idle))] {
		m.stats.Collected++
		m.say(c, wire.DisconnectMode_NORMAL)
		m.close(c, false)
	}
}

// Stop tells every peer that the node leaves, gives each 2 s to close its connection, and
// closes what is left. done runs in the loop when there are no connections any more; it may
// be nil. After Stop nothing can be sent, and nobody is accepted.
func (m *Manager) Stop(done func()) {
	if done == nil {
		done = func() {}
	}
	if m.stopping {
		m.env.Loop.Post(done)
		return
	}
	m.stopping, m.stopped = true, done
	m.stopGC()
	m.cfg.Network.Accept(nil)
	for len(m.halfOpen) > 0 {
		m.halfOpen[0].end(false)
	}
	for _, c := range slices.Clone(m.ordered) {
		if c.state == open {
			m.say(c, wire.DisconnectMode_LEAVING)
		} else {
			m.drop(c, false)
		}
	}
	m.env.Loop.After(leaveTimeout, func() {
		for _, c := range slices.Clone(m.ordered) {
			m.close(c, true)
		}
	})
	m.finishStop()
}

// finishStop ends the stop when the last connection has gone.
func (m *Manager) finishStop() {
	if !m.stopping || len(m.ordered) > 0 || m.stopped == nil {
		return
	}
	done := m.stopped
	m.stopped = nil
	m.env.Loop.Post(func() {
		m.SetRouted(nil)
		m.endpoint.Close()
		done()
	})
}
