package delivery

import (
	"slices"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Bounds of what clients can ask for.
const (
	maxProxied    = 1000 // clients of one part
	maxUserLength = 4096 // bytes of a user id
)

// proxyServer serves clients that take no part in the network (§6.9). What they publish is
// received as from anybody.
type proxyServer struct {
	part    *Part
	clients []proxyClient // in the order in which they came
}

type proxyClient struct {
	peer      *wire.Peer
	user      message.UserID
	subscribe bool
}

func newProxyServer(p *Part) *proxyServer {
	s := &proxyServer{part: p}
	rpc.Handle(p.endpoint, "requestConnection", s.receiveRequest)
	return s
}

func (s *proxyServer) receiveRequest(c *rpc.Call, r *wire.ProxyConnectionRequest) {
	s.remove(c.From.ID)
	if len(s.clients) >= maxProxied || len(r.GetUserId()) > maxUserLength {
		c.Reply(&wire.ProxyConnectionResponse{})
		return
	}
	x := proxyClient{
		peer: c.From, user: message.UserID(r.GetUserId()),
		subscribe: r.Direction == nil || r.GetDirection() == wire.ProxyDirection_SUBSCRIBE,
	}
	s.clients = append(s.clients, x)
	c.Reply(&wire.ProxyConnectionResponse{Accepted: true})
	s.part.spread.greet(c.From, false, x.wants)
}

func (s *proxyServer) remove(id wire.NodeID) {
	s.clients = slices.DeleteFunc(s.clients, func(x proxyClient) bool { return x.peer.ID == id })
}

// wants is whether a message is for the client: contents and answers go to subscribers, a
// request for keys to the user that it asks.
func (x *proxyClient) wants(m *message.Message) bool {
	if m.Request != nil {
		return x.user == m.Request.Recipient
	}
	return x.subscribe
}

// appendTargets adds the clients that a message is for.
func (s *proxyServer) appendTargets(targets []*wire.Peer, a *arrival) []*wire.Peer {
	p := s.part
	for i := range s.clients {
		x := &s.clients[i]
		if x.peer.ID != a.from && x.wants(a.m) && !p.neighbors.has(x.peer.ID) && !p.temporary.has(x.peer.ID) {
			targets = append(targets, x.peer)
		}
	}
	return targets
}

func (s *proxyServer) close() {
	notice := &wire.LeaveStreamPartNotice{StreamPartId: s.part.name}
	for _, x := range s.clients {
		_ = s.part.endpoint.Notify(x.peer, "leaveStreamPartNotice", notice, transport.SendOptions{NoConnect: true})
	}
	s.clients = nil
}
