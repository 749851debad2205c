package delivery

import (
	"slices"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// script is what a fuzz test reads its steps from.
type script struct{ rest []byte }

func (s *script) byte() byte {
	if len(s.rest) == 0 {
		return 0
	}
	b := s.rest[0]
	s.rest = s.rest[1:]
	return b
}

// bytes reads a length and so many bytes.
func (s *script) bytes() []byte {
	n := min(int(s.byte()), len(s.rest))
	b := s.rest[:n:n]
	s.rest = s.rest[n:]
	return slices.Clone(b)
}

func (s *script) peer() *wire.Peer { return peerOf(nodeID(s.byte() % 16)) }

// foreignMethods are the calls that others make, with a value of each request.
var foreignMethods = []struct {
	name    string
	request proto.Message
}{
	{"handshake", &wire.StreamPartHandshakeRequest{StreamPartId: testPart.String(), RequestId: "r", NeighborNodeIds: [][]byte{{1}, make([]byte, 20)}, InterleaveNodeId: make([]byte, 20)}},
	{"interleaveRequest", &wire.InterleaveRequest{InterleaveTargetDescriptor: peerOf(nodeID(3)).Descriptor}},
	{"neighborUpdate", &wire.NeighborUpdate{StreamPartId: testPart.String(), NeighborDescriptors: []*wire.PeerDescriptor{peerOf(nodeID(4)).Descriptor, nil, {}}}},
	{"leaveStreamPartNotice", &wire.LeaveStreamPartNotice{StreamPartId: testPart.String(), IsEntryPoint: true}},
	{"openConnection", &wire.TemporaryConnectionRequest{}},
	{"closeConnection", &wire.CloseTemporaryConnection{}},
	{"requestConnection", &wire.ProxyConnectionRequest{UserId: []byte("user"), Direction: wire.ProxyDirection_PUBLISH.Enum()}},
	{"pauseNeighbor", &wire.PauseNeighborRequest{MessageChainId: "chain"}},
	{"resumeNeighbor", &wire.ResumeNeighborRequest{MessageChainId: "chain", FromTimestamp: 1}},
}

// call makes a call of a peer: with the bytes of the script, or with a good request that the
// bytes are appended to.
func (l *simulatedLayers) call(s *script) {
	which := s.byte()
	m := &wire.RpcMessage{Header: map[string]string{"request": "request"}, RequestId: "id", Body: new(anypb.Any)}
	if k := int(which) % (len(foreignMethods) + 2); k < len(foreignMethods) {
		f := foreignMethods[k]
		m.Header["method"] = f.name
		m.Body.TypeUrl = "type.googleapis.com/" + string(f.request.ProtoReflect().Descriptor().FullName())
		if which&0x80 != 0 {
			m.Body.Value, _ = proto.Marshal(f.request)
		}
	} else {
		m.Header["method"], m.Body.TypeUrl = "sendMetadata", "type.googleapis.com/MessageID"
	}
	m.Body.Value = append(m.Body.Value, s.bytes()...)
	l.receive(m, s.peer())
}

// answer answers one of the calls that were made.
func (l *simulatedLayers) answer(s *script) {
	if len(l.sent) == 0 {
		return
	}
	i := int(s.byte()) % len(l.sent)
	sent := l.sent[i]
	l.sent = slices.Delete(l.sent, i, i+1)
	m := &wire.RpcMessage{Header: map[string]string{"response": "response"}, RequestId: sent.rpc.GetRequestId()}
	good := []proto.Message{
		&wire.StreamPartHandshakeResponse{Accepted: true, InterleaveTargetDescriptor: s.peer().Descriptor},
		&wire.StreamPartHandshakeResponse{Accepted: true},
		&wire.InterleaveResponse{Accepted: true},
		&wire.NeighborUpdate{StreamPartId: testPart.String(), NeighborDescriptors: []*wire.PeerDescriptor{s.peer().Descriptor}},
	}
	if k := int(s.byte()) % (len(good) + 2); k < len(good) {
		value, _ := proto.Marshal(good[k])
		m.Body = &anypb.Any{Value: append(value, s.bytes()...)}
	} else if k == len(good) {
		m.ErrorType = wire.RpcErrorType_SERVER_ERROR.Enum()
	}
	l.receive(m, sent.to)
}

// message lets a peer send a message: one of a few, changed by the script.
func (l *simulatedLayers) message(s *script) {
	m := &message.Message{
		ID:      message.ID{Stream: testPart.Stream, Timestamp: int64(s.byte()), Publisher: message.UserID([]byte{s.byte() % 3}), Chain: "chain"},
		Content: []byte{s.byte() % 3}, ContentType: message.ContentType(s.byte() % 2),
	}
	if prev := s.byte(); prev < 200 {
		m.PrevRef = &message.Ref{Timestamp: int64(prev)}
	}
	simulateSignature(m)
	switch s.byte() % 4 {
	case 0:
		m.Signature[0]++
	case 1:
		m.SignatureType = message.SignatureERC1271
	}
	raw := append(m.AppendWire(nil), s.bytes()...)
	l.receive(notificationOf(raw), s.peer())
}

func notificationOf(raw []byte) *wire.RpcMessage {
	return &wire.RpcMessage{
		Header: map[string]string{"method": "sendStreamMessage", "request": "request", "notification": "notification"}, RequestId: "id",
		Body: &anypb.Any{TypeUrl: "type.googleapis.com/StreamMessage", Value: raw},
	}
}

func addScripts(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{0, 0x80, 0, 1, 0, 0x80, 0, 2, 0, 0x80, 0, 3, 0, 0x80, 0, 4, 0, 0x80, 0, 5, 4, 9, 2, 1, 1, 2, 3, 1, 255, 3, 0, 1})
	f.Add([]byte{3, 1, 1, 0, 3, 1, 1, 1, 0, 4, 200, 5, 2, 10, 1, 1, 0, 255, 3, 0, 1, 2, 10, 1, 2, 0, 255, 3, 0, 2, 6, 2, 11, 1, 2, 0, 10, 1, 0, 3, 4, 3})
	f.Add([]byte{0, 0x86, 0, 1, 2, 10, 1, 1, 0, 255, 3, 0, 2, 0, 0x81, 0, 1, 1, 0, 2, 0, 5, 1, 4, 40, 6, 7})
}

// FuzzPart plays everything that other nodes can say to a part, and answer it.
func FuzzPart(f *testing.F) {
	addScripts(f)
	f.Fuzz(func(t *testing.T, steps []byte) {
		s := &script{steps}
		l := newLayers(1)
		c := l.config()
		if s.byte()%2 == 0 {
			c.Validator = &simulatedCheck{loop: l.env.Loop, takes: time.Duration(s.byte()) * 10 * time.Millisecond}
		}
		for i := range byte(10) {
			l.contacts = append(l.contacts, peerOf(nodeID(i)))
		}
		entry := &wire.DataEntry{Data: &anypb.Any{TypeUrl: descriptorType, Value: s.bytes()}}
		l.entries = []*wire.DataEntry{nil, {}, entry}
		p := New(c)
		p.Join(nil)
		for len(s.rest) > 0 {
			switch s.byte() % 8 {
			case 0:
				l.call(s)
			case 1:
				l.answer(s)
			case 2:
				l.message(s)
			case 3:
				l.receive(notificationOf(s.bytes()), s.peer())
			case 4:
				l.clock.RunFor(time.Duration(s.byte()) * 100 * time.Millisecond)
			case 5:
				l.disconnect(s.peer(), s.byte()%2 == 0)
			case 6:
				p.Inspect(s.peer(), func(InspectionResult) {})
			case 7:
				l.onLonely()
			}
			if len(p.Neighbors()) > 2*defaultTarget+4 || len(p.temporary.list) > maxTemporary {
				t.Fatalf("%d neighbours, %d watchers", len(p.Neighbors()), len(p.temporary.list))
			}
		}
		l.clock.RunFor(time.Minute)
		if a := p.inbox.senders.all; a != (load{}) {
			t.Fatalf("nothing waits, but %+v is held", a)
		}
		p.Leave()
		l.clock.RunFor(time.Minute)
		if n := l.heldLocks(); n != 0 {
			t.Fatalf("%d locks are left: %v", n, l.locks)
		}
	})
}

// FuzzProxy plays everything that other nodes can say to a client, and answer it.
func FuzzProxy(f *testing.F) {
	addScripts(f)
	f.Fuzz(func(t *testing.T, steps []byte) {
		s := &script{steps}
		l := newLayers(2)
		p := NewProxy(ProxyConfig{
			Env: l.env, ID: testPart, Transport: l, Private: true,
			Validator: &simulatedCheck{loop: l.env.Loop, takes: time.Millisecond},
		})
		for len(s.rest) > 0 {
			switch s.byte() % 7 {
			case 0:
				l.call(s)
			case 1:
				if len(l.sent) > 0 {
					i := int(s.byte()) % len(l.sent)
					value, _ := proto.Marshal(&wire.ProxyConnectionResponse{Accepted: s.byte()%2 == 0})
					l.receive(&wire.RpcMessage{
						Header: map[string]string{"response": "response"}, RequestId: l.sent[i].rpc.GetRequestId(),
						Body: &anypb.Any{Value: append(value, s.bytes()...)},
					}, l.sent[i].to)
					l.sent = slices.Delete(l.sent, i, i+1)
				}
			case 2:
				l.message(s)
			case 3:
				l.receive(notificationOf(s.bytes()), s.peer())
			case 4:
				l.clock.RunFor(time.Duration(s.byte()) * 100 * time.Millisecond)
			case 5:
				l.disconnect(s.peer(), s.byte()%2 == 0)
			case 6:
				var nodes []*wire.Peer
				for range s.byte() % 8 {
					nodes = append(nodes, s.peer())
				}
				_ = p.Set(nodes, Direction(s.byte()%3), int(s.byte()%4), nil) // the count may not fit
			}
			if len(p.connected) > p.count || len(p.connected) > len(p.nodes) {
				t.Fatalf("%d proxies are connected, want at most %d of %d", len(p.connected), p.count, len(p.nodes))
			}
		}
		l.clock.RunFor(time.Minute)
		p.Close()
		l.clock.RunFor(time.Minute)
		if n := l.heldLocks(); n != 0 {
			t.Fatalf("%d locks are left: %v", n, l.locks)
		}
	})
}
