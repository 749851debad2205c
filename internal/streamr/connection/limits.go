package connection

import (
	"net/netip"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
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

// within counts one more for a remote address. This machine's own has no limit: behind it
// are the nodes of a test network, or all the world behind a reverse proxy.
func within(l *limiter[netip.Prefix], a netip.Addr) bool {
	return a.Unmap().IsLoopback() || l.allow(transport.Party(a))
}
