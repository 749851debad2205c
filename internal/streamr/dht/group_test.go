package dht

import (
	"testing"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/wire"
)

func TestGroups(t *testing.T) {
	t.Parallel()
	of := func(host string, ip uint32) group {
		return groupOf(peerOf(t, idOf(1), func(d *wire.PeerDescriptor) {
			if host != "" {
				d.Websocket = &wire.ConnectivityMethod{Host: host, Port: 1}
			}
			if ip != 0 {
				d.IpAddress = proto.Uint32(ip)
			}
		}))
	}
	for _, host := range []string{"127.0.0.1", "localhost", "10.1.2.3", "192.168.0.1", "::1", "[::1]", "fd00::1", "fe80::1", "0.0.0.0"} {
		if g := of(host, 0x01020304); g != groupNone {
			t.Errorf("%s is in group %d, want none", host, g)
		}
	}
	if of("", 0) != groupUnknown || of("node.example", 0) != groupUnknown {
		t.Error("descriptors without an address are not in one group")
	}
	same := of("8.8.8.8", 0)
	for _, g := range []group{of("8.8.8.9", 0), of("", 0x08080801), of("node.example", 0x080808ff), of("8.8.8.1", 0x01020304)} {
		if g != same {
			t.Errorf("group %d, want %d", g, same)
		}
	}
	if of("8.8.9.8", 0) == same || of("2001:db8:1::1", 0) != of("2001:db8:1:2::1", 0) || of("2001:db8:1::1", 0) == of("2001:db8:2::1", 0) {
		t.Error("groups are not IPv4 /24 and IPv6 /48")
	}
}
