package dht

import (
	"encoding/binary"
	"net/netip"
	"strings"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// group names the neighbourhood of the internet that a node says it is in: an IPv4 /24 or
// an IPv6 /48. Nodes of one group cannot fill a list up that others want to be in, so
// one operator with many node ids in one network does not crowd out the rest.
//
// Descriptors are not signed by anything that can be checked, so a group is only what
// the node claims. The address of its server counts more than its ipAddress, as a server that
// cannot be reached gets nobody far.
type group uint64

const (
	// groupNone is for addresses that tell nothing: loopback and private networks. It
	// is not limited, or networks on one machine could not grow.
	groupNone group = 0
	// groupUnknown is for descriptors without any address. They share one limit.
	groupUnknown group = 1
)

func groupOf(p *wire.Peer) group {
	if host := p.Descriptor.GetWebsocket().GetHost(); host != "" {
		if host == "localhost" {
			return groupNone
		}
		if a, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
			return groupOfAddr(a)
		}
	}
	if p.Descriptor.IpAddress != nil {
		var b [4]byte
		binary.BigEndian.PutUint32(b[:], p.Descriptor.GetIpAddress())
		return groupOfAddr(netip.AddrFrom4(b))
	}
	return groupUnknown
}

func groupOfAddr(a netip.Addr) group {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return groupNone
	}
	if a.Is4() {
		b := a.As4()
		return 1<<32 | group(b[0])<<16 | group(b[1])<<8 | group(b[2])
	}
	b := a.As16()
	return 1<<48 | group(binary.BigEndian.Uint64(b[:8])>>16)
}
