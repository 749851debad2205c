package transport

import "net/netip"

// Party is what counts as one remote party when something is limited for each of them: an
// IPv4 address, or the /64 of an IPv6 address, since one customer gets at least that. It is
// the zero prefix for the zero address.
func Party(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}
