package node

import (
	"fmt"
	"net/url"
	"strconv"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// EntryPoint is a node that others join the network through.
type EntryPoint struct {
	ID   wire.NodeID
	Host string
	Port uint16
	TLS  bool
}

// ParseEntryPoint reads ws://host:port/#nodeid, or wss:// for TLS.
func ParseEntryPoint(s string) (EntryPoint, error) {
	bad := func(why string) (EntryPoint, error) {
		return EntryPoint{}, fmt.Errorf("entry point %q: %s; want ws://host:port/#nodeid with 40 hex digits", s, why)
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "ws" && u.Scheme != "wss" {
		return bad("not a WebSocket address")
	}
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	if err != nil || port == 0 || u.Hostname() == "" {
		return bad("no host and port")
	}
	if u.Path != "" && u.Path != "/" || u.RawQuery != "" || u.User != nil {
		return bad("more than a host and a port")
	}
	id, err := wire.ParseNodeID(u.Fragment)
	if err != nil {
		return bad("no node id")
	}
	return EntryPoint{ID: id, Host: u.Hostname(), Port: uint16(port), TLS: u.Scheme == "wss"}, nil
}

// String is the form that ParseEntryPoint reads.
func (e EntryPoint) String() string { return e.URL() + "/#" + e.ID.String() }

// URL is the WebSocket address.
func (e EntryPoint) URL() string {
	scheme := "ws"
	if e.TLS {
		scheme = "wss"
	}
	u := url.URL{Scheme: scheme, Host: hostPort(e.Host, e.Port)}
	return u.String()
}

// peer is the entry point as the network's code knows it.
func (e EntryPoint) peer() (*wire.Peer, error) {
	return wire.NewPeer(&wire.PeerDescriptor{
		NodeId:    e.ID[:],
		Type:      wire.NodeType_NODEJS,
		Websocket: &wire.ConnectivityMethod{Host: e.Host, Port: uint32(e.Port), Tls: e.TLS},
	})
}
