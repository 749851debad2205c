package api

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

const (
	// maxClients bounds the clients whose rates are remembered. Of more, those
	// that were quiet longest are forgotten and begin anew.
	maxClients = 1 << 16
	// Failed sign-ins of one address that are answered before it has to wait.
	failedBurst = 100
	failedRate  = 2 // a second
	// maxRateWait is how long a publish request is held back, in the middle, to
	// keep it at its rate; if that is not enough it ends with 429.
	maxRateWait = 10 * time.Second
)

// limits are the token buckets of all clients.
type limits struct {
	cfg     Config
	now     func() time.Time
	buckets *lru.Cache[string, *bucket]
}

// bucket holds the rates of one client; nil limiters do not limit.
type bucket struct {
	requests, messages, bytes, failures *rate.Limiter
}

func newLimits(cfg Config, now func() time.Time) (*limits, error) {
	buckets, err := lru.New[string, *bucket](maxClients)
	return &limits{cfg, now, buckets}, err
}

func (l *limits) bucket(client string) *bucket {
	if b, ok := l.buckets.Get(client); ok {
		return b
	}
	b := &bucket{failures: rate.NewLimiter(failedRate, failedBurst)}
	if n := l.cfg.RateRequests; n > 0 {
		b.requests = rate.NewLimiter(rate.Limit(n), max(l.cfg.RateBurst, 1))
	}
	if n := l.cfg.RateMessages; n > 0 {
		b.messages = rate.NewLimiter(rate.Limit(n), max(n, sliceMessages))
	}
	if n := l.cfg.RateBytes; n > 0 {
		b.bytes = rate.NewLimiter(rate.Limit(n), int(max(n, int64(l.cfg.MaxMessageBytes)+sliceBytes)))
	}
	if old, ok, _ := l.buckets.PeekOrAdd(client, b); ok {
		return old
	}
	return b
}

// request takes a token for one request. If there is none, wait says when there
// will be.
func (l *limits) request(client string) (wait time.Duration, ok bool) {
	b := l.bucket(client)
	if b.requests == nil {
		return 0, true
	}
	now := l.now()
	res := b.requests.ReserveN(now, 1)
	if wait = res.DelayFrom(now); wait > 0 {
		res.CancelAt(now)
		return wait, false
	}
	return 0, true
}

// mayTry tells whether an IP address may try a signature; failed counts one that
// was wrong.
func (l *limits) mayTry(ip string) bool {
	return l.bucket("ip "+ip).failures.TokensAt(l.now()) >= 1
}

func (l *limits) failed(ip string) { l.bucket("ip "+ip).failures.AllowN(l.now(), 1) }

// publish holds a client back until it may publish so much more.
func (l *limits) publish(ctx context.Context, client string, messages, bytes int) error {
	b := l.bucket(client)
	if err := l.spend(ctx, b.messages, messages); err != nil {
		return err
	}
	return l.spend(ctx, b.bytes, bytes)
}

func (l *limits) spend(ctx context.Context, limiter *rate.Limiter, n int) error {
	if limiter == nil {
		return nil
	}
	now := l.now()
	res := limiter.ReserveN(now, min(n, limiter.Burst()))
	wait := res.DelayFrom(now)
	switch {
	case wait == 0:
		return nil
	case wait > maxRateWait:
		res.CancelAt(now)
		return &problem{code: codeRateLimited, detail: "this client publishes faster than it may", retryAfter: wait}
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// slots bound what goes on at once, in all and for each client.
type slots struct {
	max, maxPerClient int

	mu    sync.Mutex // guards the rest
	taken int
	by    map[string]int
}

func newSlots(limit, perClient int) *slots {
	return &slots{max: limit, maxPerClient: perClient, by: make(map[string]int)}
}

// take gives a slot, to be given back by release.
func (s *slots) take(client string) (release func(), err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.taken >= s.max:
		return nil, &problem{code: codeTooManyRequests, detail: "the node sends as many answers at once as it can; try again", retryAfter: time.Second}
	case s.by[client] >= s.maxPerClient:
		return nil, &problem{code: codeTooManyRequests, detail: "this client has too many answers open at once; read or close them first", retryAfter: time.Second}
	}
	s.taken++
	s.by[client]++
	return sync.OnceFunc(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.taken--
		if s.by[client]--; s.by[client] == 0 {
			delete(s.by, client)
		}
	}), nil
}

// proxies are the networks whose X-Forwarded-For is believed.
type proxies []netip.Prefix

func (p proxies) trusts(addr netip.Addr) bool {
	return slices.ContainsFunc(p, func(n netip.Prefix) bool { return n.Contains(addr) })
}

// clientIP returns the address that a request came from: the connection's, or what
// trusted proxies say. Clients in one IPv6 /64 are one client.
func (s *Server) clientIP(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	addr, err := netip.ParseAddr(host)
	if err != nil {
		return "unknown"
	}
	addr = addr.Unmap().WithZone("")
	if s.proxies.trusts(addr) {
		hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		for _, hop := range slices.Backward(hops) {
			next, err := netip.ParseAddr(strings.TrimSpace(hop))
			if err != nil {
				break
			}
			if addr = next.Unmap().WithZone(""); !s.proxies.trusts(addr) {
				break
			}
		}
	}
	if addr.Is6() {
		if prefix, err := addr.Prefix(64); err == nil {
			return prefix.String()
		}
	}
	return addr.String()
}
