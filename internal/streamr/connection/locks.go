package connection

import (
	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// locks are the wishes that one connection be kept.
type locks struct {
	local  map[string]struct{} // ours, known to the peer
	weak   map[string]struct{} // ours alone
	remote map[string]struct{} // the peer's
}

func (l *locks) empty() bool { return len(l.local)+len(l.weak)+len(l.remote) == 0 }

func (m *Manager) locked(id wire.NodeID) bool { return m.locks[id] != nil }

func (m *Manager) locksOf(id wire.NodeID) *locks {
	l := m.locks[id]
	if l == nil {
		l = &locks{local: make(map[string]struct{}), weak: make(map[string]struct{}), remote: make(map[string]struct{})}
		m.locks[id] = l
	}
	return l
}

// unlock takes one lock out; which chooses the kind.
func (m *Manager) unlock(id wire.NodeID, lockID string, which func(*locks) map[string]struct{}) {
	l := m.locks[id]
	if l == nil {
		return
	}
	delete(which(l), lockID)
	if l.empty() {
		delete(m.locks, id)
	}
}

func localLocks(l *locks) map[string]struct{}  { return l.local }
func weakLocks(l *locks) map[string]struct{}   { return l.weak }
func remoteLocks(l *locks) map[string]struct{} { return l.remote }

// serveLocks answers what peers want done with their connections (§3.6).
func (m *Manager) serveLocks() {
	rpc.Handle(m.endpoint, "lockRequest", func(c *rpc.Call, r *wire.LockRequest) {
		l := m.locksOf(c.From.ID)
		_, known := l.remote[r.GetLockId()]
		accepted := known || len(l.remote) < maxRemoteLocks && len(r.GetLockId()) <= maxLockID
		if accepted {
			l.remote[r.GetLockId()] = struct{}{}
		}
		c.Reply(&wire.LockResponse{Accepted: accepted})
	})
	rpc.Handle(m.endpoint, "unlockRequest", func(c *rpc.Call, r *wire.UnlockRequest) {
		m.unlock(c.From.ID, r.GetLockId(), remoteLocks)
	})
	rpc.Handle(m.endpoint, "gracefulDisconnect", func(c *rpc.Call, r *wire.DisconnectNotice) {
		if conn := m.conns[c.From.ID]; conn != nil && conn.state == open {
			m.close(conn, r.GetDisconnectMode() == wire.DisconnectMode_LEAVING)
		}
	})
	rpc.Handle(m.endpoint, "setPrivate", func(c *rpc.Call, r *wire.SetPrivateRequest) {
		if conn := m.conns[c.From.ID]; conn != nil && m.cfg.AcceptProxies {
			conn.private = r.GetIsPrivate()
			m.listed = nil
		}
	})
}

// Lock implements [transport.Direct].
func (m *Manager) Lock(p *wire.Peer, lockID string, done func(accepted bool)) {
	if done == nil {
		done = func(bool) {}
	}
	if m.self != nil && p.ID == m.self.ID {
		m.env.Loop.Post(func() { done(false) })
		return
	}
	m.locksOf(p.ID).local[lockID] = struct{}{}
	rpc.Invoke(m.endpoint, p, "lockRequest", &wire.LockRequest{LockId: lockID}, rpc.Options{Timeout: lockTimeout},
		func(r *wire.LockResponse, err error) {
			accepted := err == nil && r.GetAccepted()
			if !accepted {
				m.unlock(p.ID, lockID, localLocks)
			}
			done(accepted)
		})
}

// Unlock implements [transport.Direct].
func (m *Manager) Unlock(p *wire.Peer, lockID string) {
	l := m.locks[p.ID]
	if l == nil {
		return
	}
	if _, ok := l.local[lockID]; !ok {
		return
	}
	m.unlock(p.ID, lockID, localLocks)
	// A peer that is gone has forgotten the lock.
	_ = m.endpoint.Notify(p, "unlockRequest", &wire.UnlockRequest{LockId: lockID}, transport.SendOptions{NoConnect: true})
}

// WeakLock implements [transport.Direct]. The end of the connection takes the lock away.
func (m *Manager) WeakLock(id wire.NodeID, lockID string) {
	if m.self == nil || id != m.self.ID {
		m.locksOf(id).weak[lockID] = struct{}{}
	}
}

// WeakUnlock implements [transport.Direct].
func (m *Manager) WeakUnlock(id wire.NodeID, lockID string) { m.unlock(id, lockID, weakLocks) }

// SetPrivate implements [transport.Direct].
func (m *Manager) SetPrivate(p *wire.Peer, private bool) {
	_ = m.endpoint.Notify(p, "setPrivate", &wire.SetPrivateRequest{IsPrivate: private}, transport.SendOptions{NoConnect: true})
}

// Disconnect implements [transport.Direct]. The peer is told that the connection ends, not
// that this node leaves the network.
func (m *Manager) Disconnect(p *wire.Peer) {
	if c := m.conns[p.ID]; c != nil && !m.locked(p.ID) {
		m.say(c, wire.DisconnectMode_NORMAL)
		m.close(c, false)
	}
}

// say tells the peer of an open connection that the connection ends.
func (m *Manager) say(c *conn, mode wire.DisconnectMode) {
	if c.state != open {
		return
	}
	notice := &wire.DisconnectNotice{DisconnectMode: mode}
	value, err := proto.Marshal(notice)
	if err != nil {
		return
	}
	msg := m.endpoint.Notification("gracefulDisconnect", string(notice.ProtoReflect().Descriptor().FullName()), value)
	msg.MessageId = wire.NewUUID(m.env.Rand)
	c.pipe.send(msg)
}
