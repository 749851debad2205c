package connection

import (
	"encoding/binary"
	"net/netip"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	probeDialTimeout = time.Second

	natOpen    = "open_internet"
	natUnknown = "unknown"
)

// Resolver is a [transport.Network] that can look up names. The manager asks it whether a
// host is the one that wants to be probed; without it, only IP addresses are probed.
type Resolver interface {
	// Lookup calls done in the loop, exactly once and not before it has returned, with
	// the addresses of a host, none if it has none or is not known.
	Lookup(host string, done func([]netip.Addr))
}

// serveCheck answers a peer that wants to know its address and whether it can be dialled (§3.7).
func (m *Manager) serveCheck(p *pipe) {
	if !within(m.checks, p.link.RemoteAddr()) {
		m.refuseLink(p)
		return
	}
	asked := false
	m.await(p)
	p.link.Start(transport.LinkEvents{
		Message: func(msg *wire.Message, _ int) {
			r := msg.GetConnectivityRequest()
			if r == nil || asked || p.ended {
				return
			}
			asked = true
			m.stats.Checks++
			m.answerCheck(p, r)
		},
		Closed: p.closed,
	})
}

func (m *Manager) answerCheck(p *pipe, r *wire.ConnectivityRequest) {
	remote := p.link.RemoteAddr().Unmap()
	host := remote.String()
	if r.GetHost() != "" {
		host = r.GetHost()
	}
	answer := func(server *wire.ConnectivityMethod) {
		if p.ended {
			return
		}
		response := &wire.ConnectivityResponse{
			Host: host, NatType: natUnknown, Websocket: server,
			IpAddress: ipv4Number(remote), ProtocolVersion: wire.ProtocolVersion,
		}
		if server != nil {
			response.NatType = natOpen
		}
		msg := m.message(serviceChecker)
		msg.Body = &wire.Message_ConnectivityResponse{ConnectivityResponse: response}
		p.send(msg)
		// The peer closes; the deadline of its link ends the wait for that.
	}
	server := &wire.ConnectivityMethod{Host: host, Port: r.GetPort(), Tls: r.GetTls()}
	if !dialable(server) {
		answer(nil)
		return
	}
	m.isAt(host, remote, func(own bool) {
		if !own {
			answer(nil)
			return
		}
		address := transport.Address{
			Host: host, Port: uint16(server.Port), TLS: server.Tls,
			Insecure: r.GetAllowSelfSignedCertificate(), Action: transport.ActionProbe,
		}
		m.cfg.Network.Dial(address, probeDialTimeout, func(link transport.Link, err error) {
			if err != nil {
				answer(nil)
				return
			}
			link.Start(transport.LinkEvents{})
			link.Close(false)
			answer(server)
		})
	})
}

// dialable is whether a server's address could stand in a descriptor.
func dialable(server *wire.ConnectivityMethod) bool {
	_, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: make([]byte, wire.NodeIDLen), Websocket: server})
	return err == nil
}

// isAt tells whether a host is at an address. Only then is it probed: a node
// that dials whatever it is told to lets strangers look around in its network, and
// behind its name in those of others.
func (m *Manager) isAt(host string, remote netip.Addr, done func(bool)) {
	same := func(a netip.Addr) bool {
		a = a.Unmap()
		return a == remote || a.IsLoopback() && remote.IsLoopback()
	}
	if m.cfg.CheckAnyHost {
		done(true)
		return
	}
	if a, err := netip.ParseAddr(host); err == nil {
		done(same(a))
		return
	}
	resolver, ok := m.cfg.Network.(Resolver)
	if !ok {
		done(host == "localhost" && remote.IsLoopback())
		return
	}
	resolver.Lookup(host, func(addrs []netip.Addr) {
		own := false
		for _, a := range addrs {
			own = own || same(a)
		}
		done(own)
	})
}

// ipv4Number is an IPv4 address as a number, 0 for others.
func ipv4Number(a netip.Addr) uint32 {
	if a = a.Unmap(); !a.Is4() {
		return 0
	}
	b := a.As4()
	return binary.BigEndian.Uint32(b[:])
}
