package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// overlayPeer is a neighbour of the node that is measured: it introduces itself, becomes
// a neighbour in the stream part, and answers what neighbours are asked. Messages of the
// stream it only counts.
type overlayPeer struct {
	link    *wsLink
	part    message.StreamPart
	self    *wire.PeerDescriptor
	rand    *rand.Rand
	arrived func(number int) // called by the reading goroutine for each message
	done    chan error       // gets the error that ends reading
}

// dialPeer connects to a node and becomes its neighbour.
func dialPeer(address, name string, part message.StreamPart, arrived func(int)) (*overlayPeer, error) {
	link, err := dialWS(address)
	if err != nil {
		return nil, err
	}
	id := sha256.Sum256([]byte(name))
	p := &overlayPeer{
		link: link, part: part, self: &wire.PeerDescriptor{NodeId: id[:wire.NodeIDLen]}, rand: loop.NewRand(),
		arrived: arrived, done: make(chan error, 1),
	}
	if err := p.introduce(); err != nil {
		link.conn.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	go func() { p.done <- p.readAll() }()
	return p, nil
}

func (p *overlayPeer) close() {
	p.link.conn.Close()
	<-p.done
}

// introduce does both handshakes.
func (p *overlayPeer) introduce() error {
	err := p.sendMessage(&wire.Message{
		ServiceId: "system/handshaker",
		Body: &wire.Message_HandshakeRequest{HandshakeRequest: &wire.HandshakeRequest{
			SourcePeerDescriptor: p.self, ProtocolVersion: wire.ProtocolVersion, ApplicationVersion: "bench",
		}},
	})
	if err != nil {
		return err
	}
	err = p.await(func(m *wire.Message) (bool, error) {
		r := m.GetHandshakeResponse()
		if r != nil && r.Error != nil {
			return false, fmt.Errorf("the node refuses the connection: %v", r.GetError())
		}
		return r != nil, nil
	})
	if err != nil {
		return err
	}
	request := &wire.StreamPartHandshakeRequest{StreamPartId: p.part.String(), RequestId: wire.NewUUID(p.rand)}
	if err := p.call("stream-part-delivery-"+p.part.String(), "handshake", request); err != nil {
		return err
	}
	return p.await(func(m *wire.Message) (bool, error) {
		body := m.GetRpcMessage().GetBody()
		r := new(wire.StreamPartHandshakeResponse)
		if !body.MessageIs(r) || body.UnmarshalTo(r) != nil {
			p.answer(m)
			return false, nil
		}
		if !r.GetAccepted() {
			return false, fmt.Errorf("the node does not take the peer for a neighbour")
		}
		return true, nil
	})
}

// await reads messages until one is what is waited for.
func (p *overlayPeer) await(is func(*wire.Message) (bool, error)) error {
	if err := p.link.conn.SetReadDeadline(time.Now().Add(wsTimeout)); err != nil {
		return err
	}
	for {
		b, err := p.link.read(nil)
		if err != nil {
			return err
		}
		m := new(wire.Message)
		if err := proto.Unmarshal(b, m); err != nil {
			return err
		}
		if ok, err := is(m); ok || err != nil {
			if err == nil {
				err = p.link.conn.SetReadDeadline(time.Time{})
			}
			return err
		}
	}
}

// What tells a message of the stream from everything else, and where its number is.
var (
	streamMessageMark = []byte("sendStreamMessage")
	numberMark        = []byte(`"number":"`)
)

const numberDigits = 10

// readAll counts and answers until the connection ends.
func (p *overlayPeer) readAll() error {
	var buf []byte
	for {
		b, err := p.link.read(buf)
		if err != nil {
			return err
		}
		buf = b
		if !bytes.Contains(b, streamMessageMark) {
			m := new(wire.Message)
			if err := proto.Unmarshal(b, m); err != nil {
				return err
			}
			p.answer(m)
			continue
		}
		at := bytes.Index(b, numberMark)
		if at < 0 || len(b) < at+len(numberMark)+numberDigits {
			return fmt.Errorf("a message without a number")
		}
		n, err := strconv.Atoi(string(b[at+len(numberMark):][:numberDigits]))
		if err != nil {
			return err
		}
		p.arrived(n)
	}
}

// answer answers a call as a node does that knows nobody else.
func (p *overlayPeer) answer(m *wire.Message) {
	r := m.GetRpcMessage()
	if r.GetHeader()["request"] == "" || r.GetHeader()["notification"] != "" {
		return
	}
	reply := &wire.RpcMessage{
		RequestId: r.GetRequestId(), Header: map[string]string{"method": r.GetHeader()["method"], "response": "response"},
	}
	var body proto.Message
	switch r.GetHeader()["method"] {
	case "neighborUpdate":
		body = &wire.NeighborUpdate{StreamPartId: p.part.String()}
	case "interleaveRequest":
		body = new(wire.InterleaveResponse)
	case "lockRequest":
		body = &wire.LockResponse{Accepted: true}
	case "ping":
		q := new(wire.PingRequest)
		_ = r.GetBody().UnmarshalTo(q) // the answer to something else is of no use to anybody
		body = &wire.PingResponse{RequestId: q.GetRequestId()}
	case "getClosestPeers":
		q := new(wire.ClosestPeersRequest)
		_ = r.GetBody().UnmarshalTo(q)
		body = &wire.ClosestPeersResponse{RequestId: q.GetRequestId()}
	default:
		unknown := wire.RpcErrorType_UNKNOWN_RPC_METHOD
		reply.ErrorType = &unknown
	}
	if body != nil {
		var err error
		if reply.Body, err = anypb.New(body); err != nil {
			return
		}
	}
	// Who has gone needs no answer.
	_ = p.sendMessage(&wire.Message{ServiceId: m.GetServiceId(), Body: &wire.Message_RpcMessage{RpcMessage: reply}})
}

func (p *overlayPeer) call(service, method string, request proto.Message) error {
	body, err := anypb.New(request)
	if err != nil {
		return err
	}
	return p.sendMessage(&wire.Message{ServiceId: service, Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
		RequestId: wire.NewUUID(p.rand), Header: map[string]string{"method": method, "request": "request"}, Body: body,
	}}})
}

func (p *overlayPeer) sendMessage(m *wire.Message) error {
	m.MessageId = wire.NewUUID(p.rand)
	b, err := wire.EncodeFrame(m)
	if err != nil {
		return err
	}
	return p.link.send(b)
}
