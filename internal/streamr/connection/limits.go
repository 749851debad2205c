package connection

import (
	"net/netip"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
)

// maxLimited bounds how many addresses a limiter remembers. Beyond it a minute counts
// all new addresses as one: who has that many can be told from nobody.
const maxLimited = 50_000

// limiter counts what each remote party does in a minute.
type limiter[K comparable] struct {
	clock     loop.Loop
	perMinute int
	since     time.Time
	count     map[K]int
}

func newLimiter[K comparable](clock loop.Loop, perMinute int) *limiter[K] {
	return &limiter[K]{clock: clock, perMinute: perMinute, since: clock.Now(), count: make(map[K]int)}
}

// allow counts one more and is false over the limit.
func (l *limiter[K]) allow(who K) bool {
	if now := l.clock.Now(); now.Sub(l.since) >= time.Minute {
		l.since = now
		clear(l.count)
	}
	if _, known := l.count[who]; !known && len(l.count) >= maxLimited {
		var others K
		who = others
	}
	l.count[who]++
	return l.count[who] <= l.perMinute
}

// network is what counts as one remote party: an IPv4 address, or the /64 of an IPv6
// address, since one customer gets at least that.
func network(a netip.Addr) netip.Prefix {
	a = a.Unmap()
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	p, _ := a.WithZone("").Prefix(bits) // an invalid address gives the zero prefix
	return p
}
