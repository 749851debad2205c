package connection

import (
	"net/netip"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/loop"
)

func TestLimiter(t *testing.T) {
	t.Parallel()
	clock := loop.NewVirtual()
	l := newLimiter[netip.Prefix](clock.Loop(), 2)
	for i, c := range []struct {
		addr string
		ok   bool
	}{
		{"192.0.2.1", true}, {"::ffff:192.0.2.1", true}, {"192.0.2.1", false}, {"192.0.2.2", true},
		{"2001:db8::1", true}, {"2001:db8::ffff:1", true}, {"2001:db8::2", false}, {"2001:db8:0:1::1", true},
		{"127.0.0.1", true}, {"127.0.0.1", true}, {"127.0.0.1", true}, {"::1", true}, {"::1", true}, {"::1", true},
	} {
		if got := within(l, netip.MustParseAddr(c.addr)); got != c.ok {
			t.Errorf("%d: %s is %v, want %v", i, c.addr, got, c.ok)
		}
	}
	clock.RunFor(time.Minute)
	if !within(l, netip.MustParseAddr("192.0.2.1")) {
		t.Error("the next minute counts from the start")
	}
	// Who has very many addresses shares one count, and memory is bounded.
	allowed := 0
	n := newLimiter[int](clock.Loop(), 1)
	for i := range maxLimited + 100 {
		if n.allow(i + 1) {
			allowed++
		}
	}
	if allowed != maxLimited+1 || len(n.count) > maxLimited+1 {
		t.Errorf("%d allowed, %d remembered", allowed, len(n.count))
	}
}
