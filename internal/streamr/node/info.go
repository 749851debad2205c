package node

import (
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// infoServiceID names the service that tells about a node.
const infoServiceID = "system/node-info-rpc"

// infoService tells whoever asks about the node's neighbours, as official nodes do.
type infoService struct {
	endpoint *rpc.Endpoint
}

func newInfoService(c *Core) *infoService {
	e := rpc.New(c.cfg.Env, c.manager, infoServiceID)
	rpc.Handle(e, "getInfo", func(call *rpc.Call, _ *wire.NodeInfoRequest) { call.Reply(c.nodeInfo()) })
	return &infoService{e}
}

func (s *infoService) close() { s.endpoint.Close() }

func (c *Core) nodeInfo() *wire.NodeInfoResponse {
	r := &wire.NodeInfoResponse{
		PeerDescriptor: c.manager.Self().Descriptor,
		ControlLayer: &wire.ControlLayerInfo{
			Neighbors:   wire.Descriptors(c.control.Neighbors()),
			Connections: wire.Descriptors(c.manager.Connections()),
		},
		ApplicationVersion: c.cfg.Version,
	}
	for _, p := range c.Parts() {
		r.StreamPartitions = append(r.StreamPartitions, p.Info())
	}
	return r
}
