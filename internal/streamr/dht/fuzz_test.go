package dht

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// recorded adds the recorded messages of official nodes to a corpus, or their parts that pick returns.
func recorded(f *testing.F, pick func(m *wire.Message) proto.Message) {
	f.Helper()
	b, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		f.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(b, &v); err != nil {
		f.Fatal(err)
	}
	for _, frames := range v.Transcripts {
		for _, fr := range frames {
			raw, err := hex.DecodeString(fr.Frame)
			if err != nil {
				f.Fatal(err)
			}
			m := new(wire.Message)
			if err := proto.Unmarshal(raw, m); err != nil {
				f.Fatal(err)
			}
			if part := pick(m); part != nil {
				if raw, err = proto.Marshal(part); err != nil {
					f.Fatal(err)
				}
				f.Add(raw)
			}
		}
	}
}

// fuzzNode is a node in a small network of silent peers, with a stream part.
type fuzzNode struct {
	clock   *loop.Virtual
	direct  *simulatedDirect
	control *Control
	part    *Discovery
	peers   []*wire.Peer
}

func newFuzzNode(t *testing.T) *fuzzNode {
	n := &fuzzNode{clock: loop.NewVirtual()}
	server := func(d *wire.PeerDescriptor) { d.Websocket = &wire.ConnectivityMethod{Host: "10.0.0.1", Port: 1} }
	n.direct = newSimulatedDirect(t, peerOf(t, idOf(0xe1), server))
	for _, b := range []byte{0xb2, 0xb3, 0x10} {
		p := peerOf(t, idOf(b))
		n.peers = append(n.peers, p)
		n.direct.connect(p)
	}
	n.control = NewControl(ControlConfig{Env: simulatedEnv(n.clock, 1), Transport: n.direct})
	n.control.Join([]*wire.Peer{n.direct.self}, nil)
	n.part = NewDiscovery(DiscoveryConfig{
		Env: simulatedEnv(n.clock, 2), Transport: n.control.Routed(), Direct: n.direct,
		ServiceID: "layer1::0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a/transcript#0",
	})
	return n
}

// check says what must hold whatever strangers send.
func (n *fuzzNode) check(t *testing.T) {
	for _, v := range []*overlay{n.control.overlay, n.part.overlay} {
		c := v.contacts
		if len(c.neighbors.list) > (maxDepth+1)*c.neighbors.k || len(c.nearby) > maxNearby || len(c.random) > maxRandom ||
			len(c.ring.left) > ringPerSide || len(c.ring.right) > ringPerSide || len(c.failed) > maxFailed || len(c.lost) > maxLost {
			t.Error("a list of contacts is longer than it may be")
		}
		for _, x := range c.nearby {
			if x.peer.ID == n.direct.self.ID {
				t.Error("the node is its own contact")
			}
		}
	}
	if b := n.control.store.bytes; b < 0 || b > n.control.store.limits.TotalBytes {
		t.Errorf("%d bytes are stored", b)
	}
	n.part.Stop()
	n.control.Stop()
	n.clock.RunFor(time.Hour)
	if n.clock.Step() {
		t.Error("a stopped node goes on")
	}
}

func FuzzMessages(f *testing.F) {
	recorded(f, func(m *wire.Message) proto.Message { return m })
	f.Fuzz(func(t *testing.T, data []byte) {
		m := new(wire.Message)
		if proto.Unmarshal(data, m) != nil {
			return
		}
		n := newFuzzNode(t)
		from := n.peers[0]
		n.direct.receive(proto.CloneOf(m), from)
		n.clock.RunFor(time.Second)
		// The same, routed to the node by two ways.
		for _, p := range n.peers[:2] {
			path := []*wire.Peer{from}
			if p != from {
				path = append(path, p)
			}
			body, err := anypb.New(&wire.RouteMessageWrapper{
				RequestId: "fuzz", SourcePeer: from.Descriptor, Target: n.direct.self.ID[:], Message: m,
				RoutingPath: wire.Descriptors(path),
			})
			if err != nil {
				t.Fatal(err)
			}
			n.direct.receive(&wire.Message{ServiceId: ControlServiceID, Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
				Header: map[string]string{"method": methodRoute, "request": "request"}, RequestId: "r", Body: body,
			}}}, p)
		}
		n.clock.RunFor(2 * time.Minute)
		n.check(t)
	})
}

func FuzzRequests(f *testing.F) {
	methods := []string{methodClosest, methodRing, methodPing, methodLeave, methodRoute, methodForward, methodRequest, methodStore, methodReplicate, methodExternalFetch, methodExternalStore, methodExternalFind}
	types := []string{"ClosestPeersRequest", "ClosestRingPeersRequest", "PingRequest", "LeaveNotice", "RouteMessageWrapper", "RouteMessageWrapper", "RouteMessageWrapper", "StoreDataRequest", "ReplicateDataRequest", "ExternalFetchDataRequest", "ExternalStoreDataRequest", "ExternalFindClosestNodesRequest"}
	for i := range methods {
		f.Add(uint8(i), []byte{})
		f.Add(uint8(i), append([]byte{0x0a, 20}, make([]byte, 20)...))
	}
	f.Fuzz(func(t *testing.T, which uint8, value []byte) {
		i := int(which) % len(methods)
		n := newFuzzNode(t)
		for _, service := range []string{ControlServiceID, n.part.cfg.ServiceID} {
			m := &wire.Message{ServiceId: service, Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
				Header: map[string]string{"method": methods[i], "request": "request"}, RequestId: "r",
				Body: &anypb.Any{TypeUrl: "type.googleapis.com/dht." + types[i], Value: value},
			}}}
			if service == ControlServiceID {
				n.direct.receive(m, n.peers[0])
			} else {
				m.SourceDescriptor = n.peers[1].Descriptor
				n.control.router.deliver(m)
			}
		}
		n.clock.RunFor(2 * time.Minute)
		n.check(t)
	})
}

func FuzzAnswers(f *testing.F) {
	recorded(f, func(m *wire.Message) proto.Message {
		if r := m.GetRpcMessage(); r.GetHeader()["response"] != "" {
			return r.GetBody()
		}
		return nil
	})
	f.Fuzz(func(t *testing.T, data []byte) {
		body := new(anypb.Any)
		if proto.Unmarshal(data, body) != nil {
			return
		}
		n := newFuzzNode(t)
		done := 0
		key := idOf(0x33)
		own, err := anypb.New(n.direct.self.Descriptor)
		if err != nil {
			t.Fatal(err)
		}
		n.control.Join(n.peers, nil)
		n.part.Join(n.peers, JoinOptions{NoRetry: true}, func(error) { done++ })
		n.part.JoinRing(func() { done++ })
		n.control.FetchData(key, func([]*wire.DataEntry) { done++ })
		n.control.StoreData(key, own, func([]*wire.Peer) { done++ })
		n.control.FindClosest(key, func([]*wire.Peer) { done++ })
		for range 2000 {
			n.clock.RunFor(10 * time.Millisecond)
			for _, s := range n.direct.take() {
				n.answer(s, body)
			}
		}
		n.clock.RunFor(2 * time.Minute)
		if done != 5 {
			t.Errorf("%d of 5 operations have ended", done)
		}
		n.check(t)
	})
}

// answer sends body as the answer to a request, also to the one that it carries, and as
// the report of a recursive request.
func (n *fuzzNode) answer(s simulatedSend, body *anypb.Any) {
	r := s.message.GetRpcMessage()
	if r.GetHeader()["response"] != "" {
		return
	}
	response := func(q *wire.RpcMessage) *wire.Message_RpcMessage {
		return &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
			Header: map[string]string{"method": q.GetHeader()["method"], "response": "response"}, RequestId: q.GetRequestId(), Body: body,
		}}
	}
	w := new(wire.RouteMessageWrapper)
	if proto.Unmarshal(r.GetBody().GetValue(), w) == nil && w.GetMessage() != nil {
		inner := w.GetMessage()
		back := &wire.Message{ServiceId: inner.GetServiceId(), SourceDescriptor: s.to.Descriptor, Body: response(inner.GetRpcMessage())}
		if q := inner.GetRecursiveOperationRequest(); q != nil {
			report := proto.CloneOf(body)
			report.TypeUrl = "type.googleapis.com/" + reportTypeName
			back = &wire.Message{ServiceId: q.GetSessionId(), SourceDescriptor: s.to.Descriptor, Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
				Header: map[string]string{"method": methodReport, "request": "request", "notification": "notification"}, Body: report,
			}}}
		}
		n.control.router.deliver(back)
	}
	n.direct.receive(&wire.Message{ServiceId: s.message.GetServiceId(), Body: response(r)}, s.to)
}
