package delivery

import (
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// maxProxied is how many clients a part serves.
const maxProxied = 1000

// proxyServer serves clients that take no part in the network.
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
	ok := len(s.clients) < maxProxied
	if ok {
		s.clients = append(s.clients, proxyClient{
			peer: c.From, user: message.UserID(r.GetUserId()),
			subscribe: r.Direction == nil || r.GetDirection() == wire.ProxyDirection_SUBSCRIBE,
		})
	}
	c.Reply(&wire.ProxyConnectionResponse{Accepted: ok})
}

func (s *proxyServer) remove(id wire.NodeID) {
	for i := range s.clients {
		if s.clients[i].peer.ID == id {
			s.clients = append(s.clients[:i:i], s.clients[i+1:]...)
			return
		}
	}
}

// appendTargets adds the clients that a message is for: contents and answers go to
// subscribers, a request for keys to the user that it asks.
func (s *proxyServer) appendTargets(targets []*wire.Peer, a *arrival) []*wire.Peer {
	for _, c := range s.clients {
		if c.peer.ID == a.from {
			continue
		}
		if r := a.m.Request; r != nil && c.user == message.UserID(r.Recipient) || a.m.Request == nil && c.subscribe {
			targets = append(targets, c.peer)
		}
	}
	return targets
}

func (s *proxyServer) close(notice *wire.LeaveStreamPartNotice) {
	for _, c := range s.clients {
		_ = s.part.endpoint.Notify(c.peer, "leaveStreamPartNotice", notice, transport.SendOptions{NoConnect: true})
	}
	s.clients = nil
}
