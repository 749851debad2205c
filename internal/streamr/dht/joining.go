package dht

import (
	"slices"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// Join enters the network through any of the entry points, of which the node itself may
// be one. done, which may be nil, is called once: without an error when the node has
// neighbours, or has been through a first attempt without finding any while it is an entry point itself or there is no
// other; with [ErrNoNeighbors] when the time for a join has passed, or with
// [transport.ErrStopped]. From then on the node looks after its place itself, also after an error: it tries
// again until it has neighbours, joins again when it has lost all of them, and looks for newcomers every minute.
func (c *Control) Join(entryPoints []*wire.Peer, done func(error)) {
	first := !c.joinCalled
	c.joinCalled = true
	c.entryPoints = slices.DeleteFunc(slices.Clone(entryPoints), func(p *wire.Peer) bool { return p.ID == c.overlay.self.ID })
	if done != nil {
		c.waiting = append(c.waiting, done)
		c.cfg.Env.Loop.After(c.cfg.JoinTimeout, func() {
			if !c.joined {
				c.tell(ErrNoNeighbors)
			}
		})
	}
	alone := len(c.entryPoints) < len(entryPoints) || len(entryPoints) == 0
	c.attempt(alone)
	if first {
		c.stops = append(c.stops, c.cfg.Env.Every(recoverInterval, c.recover))
	}
}

// attempt joins once. alone is whether that nobody is found is a result as well.
func (c *Control) attempt(alone bool) {
	c.retry.Stop()
	c.retry = nil
	if c.overlay.stopped || c.overlay.joining > 0 {
		return
	}
	locked := slices.Clone(c.entryPoints)
	for _, p := range locked {
		c.cfg.Transport.Lock(p, controlJoinLock, nil)
	}
	c.overlay.join(locked, true, c.cfg.JoinTimeout, func() {
		for _, p := range locked {
			c.cfg.Transport.Unlock(p, controlJoinLock)
		}
		if c.overlay.stopped {
			return
		}
		found := c.overlay.contacts.hasNeighbor()
		if found {
			c.overlay.recover()
			c.retryWait = retryDelay
		} else if len(c.entryPoints) > 0 {
			c.retry = c.cfg.Env.Loop.After(c.retryWait, func() { c.attempt(alone) })
			c.retryWait = min(2*c.retryWait, maxRetryDelay)
		}
		if found || alone {
			c.joined = true
			c.tell(nil)
		}
	})
}

func (c *Control) tell(err error) {
	waiting := c.waiting
	c.waiting = nil
	for _, done := range waiting {
		done(err)
	}
}

// recover does the work of every minute: it looks for newcomers, and for a way back to nodes
// that were lost, or to entry points, in case the network has been split.
func (c *Control) recover() {
	c.overlay.recover()
	c.overlay.pingQuiet()
	c.overlay.round++
	take := func(ps []*wire.Peer, _ error) { c.overlay.told(ps) }
	var lost []*wire.Peer
	for _, p := range slices.Concat(c.overlay.contacts.lost, c.entryPoints) {
		if c.overlay.contacts.neighbors.get(p.ID) == nil {
			lost = append(lost, p)
		}
	}
	c.cfg.Env.Rand.Shuffle(len(lost), func(i, j int) { lost[i], lost[j] = lost[j], lost[i] })
	for _, p := range lost[:min(len(lost), pickLost)] {
		c.overlay.askClosest(p, c.overlay.self.ID, take)
	}
}

// isJoining is whether the node's place is not yet known to others (§5.4).
func (c *Control) isJoining() bool { return !c.joined || c.overlay.joining > 0 }

// Joined is whether a join has ended well.
func (c *Control) Joined() bool { return c.joined }

// connectedEntryPoints are those that can help while the node is joining.
func (c *Control) connectedEntryPoints() (ps []*wire.Peer) {
	for _, p := range c.entryPoints {
		if c.cfg.Transport.Connected(p.ID) && !c.silences.quiet(p.ID) {
			ps = append(ps, p)
		}
	}
	return ps
}

// reachableThrough is what routed messages say about where to send the answer.
func (c *Control) reachableThrough() []*wire.Peer {
	if !c.isJoining() {
		return nil
	}
	return c.connectedEntryPoints()
}

func (c *Control) disconnected(p *wire.Peer, graceful bool) {
	c.silences.clear(p.ID)
	if graceful {
		c.overlay.contacts.remove(p.ID)
	} else {
		c.overlay.contacts.lose(p)
		c.repair()
	}
}

// repair looks for new neighbours soon after connections broke. Many of them break at once.
func (c *Control) repair() {
	if c.repairing || !c.joined || c.overlay.stopped {
		return
	}
	c.repairing = true
	c.cfg.Env.Loop.After(repairAfter, func() {
		if c.repairing = false; !c.overlay.stopped {
			c.overlay.recover()
		}
	})
}

func (c *Control) neighborRemoved(p *wire.Peer, last bool) {
	c.cfg.Transport.WeakUnlock(p.ID, ControlServiceID)
	if last && c.joined && !c.overlay.stopped {
		c.cfg.Env.Loop.Post(func() {
			if len(c.overlay.contacts.neighbors.list) == 0 && c.retry == nil && len(c.entryPoints) > 0 {
				c.attempt(false)
			}
		})
	}
}
